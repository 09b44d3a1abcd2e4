### The inbox.

inbox-title = Yang menunggu Anda
inbox-next = Berikutnya
inbox-none = Tidak ada yang menunggu Anda.
inbox-tasks = Tugas
inbox-asked = Diminta dari mitra
inbox-grade = Laporan yang perlu dinilai
inbox-releases = Diterima dari mitra
inbox-warrants = Surat penangkapan untuk ditinjau
partners-title = Mitra dan sinkronisasi
partners-none = Belum ada mitra. Bertemulah langsung, cocokkan sidik kunci, lalu jalankan lintas partner.
partners-more = Semua mitra
inbox-missteps = Langkah yang tidak diterima
misstep-pill = tanyakan kepada mitra
inbox-inquiries = Pertanyaan yang harus dijawab
inbox-inquiries-ours = Pertanyaan yang Anda ajukan
inbox-saved = Pencarian tersimpan dengan yang baru
inbox-new = { $shown } baru
inbox-pressing = Permintaan yang mendesak
inbox-second = Menunggu petugas kedua
inbox-other-log = { $who } menunjukkan log lain daripada yang ditandatangani bersama di sini
inbox-alarms = Peringatan
