### Partners and sync.

sync-now = Segerakkan semua rakan sekarang
sync-idle = tiada apa-apa perlu dibuat · { $when }
sync-behind = { $shown } rekod menunggu
sync-refused = ditolak oleh peraturan
sync-failed = gagal
sync-failed-retry = gagal, cuba lagi { $when }
sync-by-file = dengan fail sahaja
sync-by-file-since = menunggu fail · terakhir { $when }
sync-never = belum pernah disegerakkan
sync-feeds = Aliran rekod
feeds-none = Kita tidak memegang aliran rekod rakan ini.
sync-unreadable = Tidak dapat dibaca
sync-refused-records = Ditolak
sync-bytes = Saiz
sync-writer = Ditulis oleh
sync-taken = Diakui terima
partner-cut-off = diputuskan
sync-received = Diterima
sync-sent = Dihantar
sync-acknowledged = Akuan terima terakhir untuk kita
sync-root = Kunci induk
sync-bundle = Bungkusan data sebagai fail
sync-file = Bungkusan data
sync-file-title = Dengan fail
sync-file-hint = Bungkusan data yang dibuat rakan untuk nod ini.
sync-file-do = Ambil
sync-same-bytes = Data yang sama seperti melalui rangkaian: ditandatangani rakan, dimeterai untuk nod ini.
contradictions = Disimpan sebagai bukti
contradictions-none = Tiada apa-apa yang ditolak perlu disimpan.
sync-cosigned = Rekod dalam lognya yang ditandatangani bersama di sini
log-other = Rakan menunjukkan log lain daripada yang ditandatangani bersama di sini: { $shown } rekod yang tidak menyambung { $before } rekod kita. Rekod baharu masih diterima, tetapi lognya tidak ditandatangani bersama.
log-hint = Selepas pemulihan daripada sandaran perkara ini memang dijangka; boleh juga bermakna masa lalu telah ditulis semula. Tanya rakan secara bersemuka atau melalui nombor yang anda kenal, jangan melalui talian yang sama.
log-reason = Jawapan rakan
log-reason-hint = Siapa yang ditanya, dengan cara apa, dan apa yang berlaku di sana.
log-propose = Cadangkan untuk menerima log baharunya
log-proposed = { $who } mencadangkan untuk menerima log baharu:
log-accept = Terima sebagai pegawai kedua
log-waits = Pegawai lain mesti menerimanya.
record-new-log = keputusan tentang log baharu rakan
done-log-proposed =
    { $n ->
       *[other] { $shown } dicadangkan. Pegawai lain mesti menerimanya.
    }
done-log-accepted =
    { $n ->
       *[other] { $shown } log baharu diterima dan ditandatangani bersama. Semua nota disimpan.
    }
sync-clocks = Jamnya menunjukkan { $theirs } ketika jam kita menunjukkan { $ours }. Betulkan jam yang salah: tarikh rekod dan tempoh luput bergantung padanya.
sign-password = Kata laluan anda, untuk menandatangani
sign-hint = Tindakan ini membawa tandatangan anda sendiri. Kata laluan membuka kunci anda untuk ini sahaja.
record-officer-key = kunci seorang pegawai
