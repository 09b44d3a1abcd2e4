### People and things.

things-none = Belum ada orang atau benda.
entity-statements = Isi laporan
entity-links = Hubungan
entity-matches = Mungkin sama
entity-matches-note = Nomor yang sama atau nama yang mirip hanyalah petunjuk. Sama atau tidaknya dinilai oleh manusia, dan dapat dibatalkan.
entity-agencies = Dikenal oleh { $agencies }
entity-withheld = { $shown } keterangan tidak ditampilkan kepada Anda.
statements-none = Tidak ada keterangan yang boleh Anda lihat.
matches-none = Di sini tidak dikenal apa pun yang mungkin sama.
match-shared-identifier = Nomor pengenal sama
match-judged = Dinilai sama
judge-reason = dinilai di halaman orang atau benda
link-report = Laporan
judge-same = Sama
judge-not-same = Tidak sama
judge-withdrawn = Batalkan
verdict-same = sama
verdict-not-same = tidak sama
match-births-differ = tetapi lahir { $own } dan { $other }
rule-same-spelling = ejaan sama
rule-same-character = aksara sama
rule-same-name = ejaan lain dari satu nama
rule-same-sound = bunyi sama
rule-near-sound = bunyi hampir sama
rule-initial = huruf awal
rule-joined = disambung atau dipisah
