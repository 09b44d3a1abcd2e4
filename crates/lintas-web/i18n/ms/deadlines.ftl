### Deadlines and the agenda.

deadlines-title = Tarikh akhir
deadlines-none = Tiada yang perlu dibuat.
deadlines-calendar = Fail kalendar
deadlines-note = Fail ini tidak menamakan orang, tajuk atau soalan, hanya jenis perkara dan rujukan kes: kalendar disalin ke telefon.
due-clock = tempoh undang-undang tamat
due-request = jawapan negara lain
due-inquiry = soalan untuk dijawab
due-answer = jawapan kepada soalan kami
due-task = tugasan
due-review = waran untuk disemak
due-commitment = komitmen
agenda-title = Agenda kerja
agenda-note = Dibuat daripada keadaan rekod; tiada siapa menaipnya.
agenda-promised = Apa yang dijanjikan, apa yang dibuat
agenda-carried = Masih terbuka dari pusingan dahulu
agenda-cases = Kes, yang paling banyak dibincangkan dahulu
agenda-late = { $shown } lewat
agenda-shut = { $shown } belum lulus
kept-done = ditunaikan
kept-late = ditunaikan lewat
kept-open = masih terbuka
kept-overdue = ▲ belum ditunaikan
