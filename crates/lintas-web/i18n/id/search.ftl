### Search.

search-help = Nama dalam aksara apa pun, nomor, nomor polisi, kata dalam laporan.
search-any-kind = Semua
search-any-agency = Semua instansi
search-none = Tidak ditemukan apa pun yang boleh Anda lihat.
search-count = { $shown } hasil
search-more-than = Lebih dari { $shown } hasil
search-next = Lagi
