### What was done, with a count.

done-report-added = { $shown } laporan disimpan pada nod ini.
done-case-opened = { $shown } kes dibuka.
done-case-joined = { $shown } agensi mengendalikan kes ini.
done-step = { $shown } langkah direkodkan.
done-note = { $shown } catatan ditulis.
done-task-set = { $shown } tugasan diberi.
done-operation = { $shown } operasi dirancang.
done-warrant = { $shown } waran tangkap direkodkan.
done-warrant-checked = { $shown } waran tangkap disahkan atau dibetulkan.
done-judged = { $shown } penentuan direkodkan.
done-imported =
    { $n ->
        [0] Tiada yang baharu dalam fail.
       *[other] { $shown } baris diimport.
    }
done-import-undone = { $shown } rekod tidak lagi dipaparkan.
done-released = { $shown } rekod dikongsi. Boleh ditarik balik pada halaman ini.
done-recalled = { $shown } perkongsian ditarik balik; akuan terima akan menyusul.
done-synced =
    { $n ->
        [0] Semua rakan telah disegerakkan: tiada apa-apa perlu dibuat.
       *[other] { $shown } rekod diterima.
    }
done-bundle =
    { $n ->
        [0] Tiada yang baharu dalam bungkusan data.
       *[other] { $shown } rekod diambil daripada bungkusan data.
    }
done-officer = { $shown } pegawai didaftarkan.
done-officer-changed = { $shown } pegawai diubah.
done-graded = { $shown } penilaian direkodkan.
done-attached =
    { $n ->
        [0] Laporan sudah ada fail ini.
       *[other] { $shown } fail dilampirkan.
    }
done-passkey = { $shown } kunci laluan didaftarkan.
done-passkey-removed = { $shown } kunci laluan dibuang.
done-code-removed = { $shown } kod dibuang. Mulai sekarang hanya kata laluan diminta.
done-finding =
    { $n ->
        [0] Rekod telah berubah: jalankan analisis semula.
       *[other] { $shown } penemuan disimpan.
    }
done-outcome = { $shown } hasil direkodkan.
done-request = { $shown } permintaan direkodkan.
done-recorded = { $shown } rekod ditulis.
done-search-saved = Carian disimpan. Peti masuk akan memberitahu.
done-search-forgotten = Carian tersimpan dibuang.
done-passages =
    { $n ->
       *[other] { $shown } petikan disimpan.
    }
