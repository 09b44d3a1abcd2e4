### When something did not work.

problem-code = Kod
problem-home = Ke peti masuk
problem-denied = Ditolak oleh peraturan
problem-denied-next = Jika anda memerlukannya untuk kerja, tanya ketua kes atau pegawai yang mentadbir peraturan, dan beri kodnya.
problem-missing = Tiada halaman atau rekod sedemikian di sini
problem-missing-next = Mungkin ia telah ditarik balik, atau anda tidak berhak tahu. Kembali atau cari.
problem-invalid = Ini tidak dapat diterima
problem-invalid-next = Kembali, betulkan dan hantar semula.
problem-origin = Borang tidak datang daripada halaman nod ini
problem-origin-next = Buka semula halaman di sini dan hantar borang dari situ.
problem-busy = Terlalu banyak percubaan
problem-busy-next = Tunggu seminit, kemudian cuba lagi.
problem-large = Fail atau borang terlalu besar
problem-large-next = Pecahkan fail, atau import pada nod dengan lintas import.
problem-closed = Ruang termeterai ditutup
problem-closed-next = Pasang pemacu atau folder yang mengandungi fail kuncinya. Jika sudah ada, beritahu pentadbir ruang termeterai dan berikan kod ini.
problem-broken = Ada masalah pada nod ini
problem-broken-next = Tiada yang hilang. Cuba lagi; jika berterusan, beri kod kepada pengendali nod.
