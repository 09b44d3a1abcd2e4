### Search.

search-help = Nama dalam apa-apa tulisan, nombor, plat, perkataan dalam laporan.
search-none = Tiada apa-apa ditemui yang boleh anda lihat.
search-count = { $shown } hasil
search-more-than = Lebih daripada { $shown } hasil
search-next = Lagi
search-part = sebahagian
search-part-note = Agensi asal atau peraturan anda tidak menunjukkan sesetengah medan.
search-existence = kewujudan sahaja
search-existence-note = Anda boleh tahu bahawa rekod ini wujud, bukan kandungannya. Tanya agensi asalnya.
search-all = Semuanya
search-place = Tempat
search-narrow = Sempitkan carian
search-beyond = Angka hanya mengira rekod terbaharu. Sempitkan carian untuk melihat yang lebih lama.
search-save = Beritahu jika ada yang baharu
search-saved = Carian tersimpan
search-saved-note = Peti masuk memberitahu apabila rekod baharu sepadan dan boleh anda lihat.
search-forget = Buang
search-examples = Apa yang boleh dicari
search-teach = Taip permulaan perkataan, nama dalam sebarang tulisan, digit akhir telefon atau plat. Nama dalam satu tulisan menemui nama yang sama dalam tulisan lain.
found-grade-reliable = Sumber boleh dipercayai
found-grade-other = Sumber lain
found-grade-none = Belum dinilai
found-time-week = 7 hari lepas
found-time-month = Sebelum itu, dalam 31 hari
found-time-year = Sebelum itu, dalam setahun
found-time-older = Lebih lama
