### The inbox.

inbox-title = Yang menunggu anda
inbox-next = Seterusnya untuk anda
inbox-none = Tiada yang menunggu anda.
inbox-tasks = Tugasan
inbox-asked = Diminta daripada rakan
inbox-grade = Laporan untuk dinilai
inbox-releases = Diterima daripada rakan
inbox-warrants = Waran untuk disemak
partners-title = Rakan dan penyegerakan
partners-none = Belum ada rakan didaftarkan. Bertemu sendiri, bandingkan cap kunci, kemudian jalankan lintas partner.
partners-more = Semua rakan
inbox-missteps = Langkah yang tidak diterima
misstep-pill = tanya rakan
inbox-inquiries = Soalan untuk dijawab
inbox-inquiries-ours = Soalan yang anda tanya
inbox-saved = Carian tersimpan dengan yang baharu
inbox-new = { $shown } baharu
inbox-pressing = Permintaan yang mendesak
inbox-second = Menunggu pegawai kedua
inbox-other-log = { $who } menunjukkan log lain daripada yang ditandatangani bersama di sini
inbox-alarms = Amaran
