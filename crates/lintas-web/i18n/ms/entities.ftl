### People and things.

things-none = Belum ada orang atau benda.
entity-statements = Kandungan laporan
entity-links = Kaitan
entity-matches = Mungkin sama
entity-matches-note = Nombor yang sama atau nama yang serupa hanyalah petunjuk. Sama atau tidak ditentukan oleh manusia, dan boleh ditarik balik.
entity-agencies = Diketahui oleh { $agencies }
entity-withheld = { $shown } maklumat tidak ditunjukkan kepada anda.
statements-none = Tiada maklumat yang boleh anda lihat.
matches-none = Tiada apa-apa yang mungkin sama diketahui di sini.
match-shared-identifier = Berkongsi nombor pengenalan
match-judged = Ditentukan sama
judge-reason = ditentukan pada halaman orang atau benda
link-report = Laporan
judge-same = Sama
judge-not-same = Tidak sama
judge-withdrawn = Tarik balik
verdict-same = sama
verdict-not-same = tidak sama
match-births-differ = tetapi lahir { $own } dan { $other }
rule-same-spelling = ejaan sama
rule-same-character = aksara sama
rule-same-name = ejaan lain bagi satu nama
rule-same-sound = bunyi sama
rule-near-sound = bunyi hampir sama
rule-initial = huruf awal
rule-joined = bercantum atau berpisah
