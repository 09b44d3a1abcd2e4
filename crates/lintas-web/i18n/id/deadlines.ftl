### Deadlines and the agenda.

deadlines-title = Tenggat
deadlines-none = Tidak ada yang jatuh tempo.
deadlines-calendar = Berkas kalender
deadlines-note = Berkas ini tidak menyebut orang, judul, atau pertanyaan, hanya jenis hal dan nomor perkara: kalender disalin ke telepon.
due-clock = jangka waktu berakhir
due-request = jawaban negara lain
due-inquiry = pertanyaan yang harus dijawab
due-answer = jawaban atas pertanyaan kami
due-task = tugas
due-review = surat penangkapan untuk ditinjau
due-commitment = komitmen
agenda-title = Acara
agenda-note = Dibuat dari keadaan catatan; tidak ada yang mengetiknya.
agenda-promised = Yang dijanjikan, yang dilakukan
agenda-carried = Masih terbuka dari putaran sebelumnya
agenda-cases = Perkara, yang paling banyak dibahas dulu
agenda-late = { $shown } terlambat
agenda-shut = { $shown } belum lolos
kept-done = ditepati
kept-late = ditepati terlambat
kept-open = masih terbuka
kept-overdue = ▲ belum ditepati
