### Search.

search-help = Nama dalam apa-apa tulisan, nombor, plat, perkataan dalam laporan.
search-any-kind = Semua
search-any-agency = Semua agensi
search-none = Tiada apa-apa ditemui yang boleh anda lihat.
search-count = { $shown } hasil
search-more-than = Lebih daripada { $shown } hasil
search-next = Lagi
search-part = sebahagian
search-part-note = Agensi asal atau peraturan anda tidak menunjukkan sesetengah medan.
search-existence = kewujudan sahaja
search-existence-note = Anda boleh tahu bahawa rekod ini wujud, bukan kandungannya. Tanya agensi asalnya.
