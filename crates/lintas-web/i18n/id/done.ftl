### What was done, with a count.

done-report-added = { $shown } laporan disimpan di simpul ini.
done-case-opened = { $shown } perkara dibuka.
done-case-joined = { $shown } instansi menangani perkara ini.
done-step = { $shown } langkah dicatat.
done-note = { $shown } catatan ditulis.
done-task-set = { $shown } tugas diberikan.
done-operation = { $shown } operasi direncanakan.
done-warrant = { $shown } surat penangkapan dicatat.
done-warrant-checked = { $shown } surat penangkapan diperiksa atau diperbaiki.
done-judged = { $shown } penilaian dicatat.
done-imported =
    { $n ->
        [0] Tidak ada yang baru dalam berkas.
       *[other] { $shown } baris diimpor.
    }
done-import-undone = { $shown } catatan tidak lagi ditampilkan.
done-released = { $shown } catatan disampaikan. Dapat ditarik kembali di halaman ini.
done-recalled = { $shown } penyampaian ditarik kembali; tanda terima akan menyusul.
done-synced =
    { $n ->
        [0] Semua mitra telah disinkronkan: tidak ada yang perlu dilakukan.
       *[other] { $shown } catatan diterima.
    }
done-bundle =
    { $n ->
        [0] Tidak ada yang baru dalam paket data.
       *[other] { $shown } catatan diambil dari paket data.
    }
done-officer = { $shown } petugas didaftarkan.
done-officer-changed = { $shown } petugas diubah.
done-graded = { $shown } nilai dicatat.
done-attached =
    { $n ->
        [0] Laporan sudah memiliki berkas ini.
       *[other] { $shown } berkas dilampirkan.
    }
done-passkey = { $shown } kunci sandi didaftarkan.
done-passkey-removed = { $shown } kunci sandi dihapus.
done-code-removed = { $shown } kode dihapus. Mulai sekarang hanya kata sandi yang diminta.
done-finding =
    { $n ->
        [0] Catatannya telah berubah: jalankan analisis lagi.
       *[other] { $shown } temuan disimpan.
    }
done-outcome = { $shown } hasil dicatat.
done-request = { $shown } permintaan dicatat.
done-recorded = { $shown } rekaman ditulis.
done-search-saved = Pencarian disimpan. Kotak masuk akan memberi tahu.
done-search-forgotten = Pencarian tersimpan dihapus.
done-passages =
    { $n ->
       *[other] { $shown } bagian disimpan.
    }
