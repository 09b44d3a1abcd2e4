### Partners and sync.

sync-now = Sinkronkan semua mitra sekarang
sync-idle = tidak ada yang perlu dilakukan · { $when }
sync-behind = { $shown } catatan menunggu
sync-refused = ditolak oleh aturan
sync-failed = gagal
sync-failed-retry = gagal, dicoba lagi { $when }
sync-by-file = hanya dengan berkas
sync-by-file-since = menunggu berkas · terakhir { $when }
sync-never = belum pernah sinkron
sync-feeds = Aliran catatan
feeds-none = Kita tidak memegang aliran catatan mitra ini.
sync-unreadable = Tidak terbaca
sync-refused-records = Ditolak
sync-bytes = Ukuran
sync-writer = Ditulis oleh
sync-taken = Sudah diakui
partner-cut-off = diputus
sync-received = Diterima
sync-sent = Dikirim
sync-acknowledged = Tanda terima terakhir untuk kita
sync-root = Kunci induk
sync-bundle = Paket data berupa berkas
sync-file = Paket data
sync-file-title = Dengan berkas
sync-file-hint = Paket data yang dibuat mitra untuk simpul ini.
sync-file-do = Ambil
sync-same-bytes = Data yang sama seperti lewat jaringan: ditandatangani mitra, disegel untuk simpul ini.
contradictions = Disimpan sebagai alat bukti
contradictions-none = Tidak ada yang ditolak yang harus disimpan.
sync-cosigned = Catatan dalam lognya yang ditandatangani bersama di sini
log-other = Mitra menunjukkan log lain daripada yang ditandatangani bersama di sini: { $shown } catatan yang tidak melanjutkan { $before } catatan kita. Catatan baru tetap diterima, tetapi lognya tidak ditandatangani bersama.
log-hint = Setelah pemulihan dari cadangan hal ini wajar; bisa juga berarti masa lalu ditulis ulang. Tanyakan kepada mitra secara langsung atau lewat nomor yang Anda kenal, jangan lewat saluran yang sama.
log-reason = Jawaban mitra
log-reason-hint = Siapa yang ditanya, dengan cara apa, dan apa yang terjadi di sana.
log-propose = Usulkan untuk menerima log barunya
log-proposed = { $who } mengusulkan untuk menerima log baru:
log-accept = Terima sebagai petugas kedua
log-waits = Petugas lain harus menerimanya.
record-new-log = keputusan tentang log baru mitra
done-log-proposed =
    { $n ->
       *[other] { $shown } diusulkan. Petugas lain harus menerimanya.
    }
done-log-accepted =
    { $n ->
       *[other] { $shown } log baru diterima dan ditandatangani bersama. Semua nota disimpan.
    }
sync-clocks = Jamnya menunjukkan { $theirs } ketika jam kita menunjukkan { $ours }. Setel jam yang salah: tanggal catatan dan masa berlaku bergantung padanya.
sign-password = Kata sandi Anda, untuk menandatangani
sign-hint = Tindakan ini memuat tanda tangan Anda sendiri. Kata sandi membuka kunci Anda untuk ini saja.
record-officer-key = kunci seorang petugas
