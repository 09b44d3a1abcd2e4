### Search.

search-help = Nama dalam aksara apa pun, nomor, pelat kendaraan, kata dalam laporan.
search-none = Tidak ditemukan apa pun yang boleh Anda lihat.
search-count = { $shown } hasil
search-more-than = Lebih dari { $shown } hasil
search-next = Lagi
search-part = sebagian
search-part-note = Instansi asal atau aturan Anda tidak menampilkan beberapa bagian.
search-existence = hanya keberadaannya
search-existence-note = Anda boleh tahu bahwa catatan ini ada, bukan isinya. Tanyakan kepada instansi asalnya.
search-all = Semua
search-place = Tempat
search-narrow = Persempit pencarian
search-beyond = Angka hanya menghitung catatan terbaru. Persempit pencarian untuk melihat yang lebih lama.
search-save = Beri tahu bila ada yang baru
search-saved = Pencarian tersimpan
search-saved-note = Kotak masuk memberi tahu bila catatan baru cocok dan boleh Anda lihat.
search-forget = Hapus
search-examples = Apa yang dapat dicari
search-teach = Ketik awal kata, nama dalam aksara apa pun, angka terakhir telepon atau pelat. Nama dalam satu aksara menemukan nama yang sama dalam aksara lain.
found-grade-reliable = Sumber tepercaya
found-grade-other = Sumber lain
found-grade-none = Belum dinilai keandalannya
found-time-week = 7 hari terakhir
found-time-month = Sebelum itu, dalam 31 hari
found-time-year = Sebelum itu, dalam setahun
found-time-older = Lebih lama
