### Search.

search-help = Nama dalam aksara apa pun, nomor, pelat kendaraan, kata dalam laporan.
search-any-kind = Semua
search-any-agency = Semua instansi
search-none = Tidak ditemukan apa pun yang boleh Anda lihat.
search-count = { $shown } hasil
search-more-than = Lebih dari { $shown } hasil
search-next = Lagi
search-part = sebagian
search-part-note = Instansi asal atau aturan Anda tidak menampilkan beberapa bagian.
search-existence = hanya keberadaannya
search-existence-note = Anda boleh tahu bahwa catatan ini ada, bukan isinya. Tanyakan kepada instansi asalnya.
