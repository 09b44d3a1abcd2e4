### When something did not work.

problem-code = Kode
problem-home = Ke kotak masuk
problem-denied = Ditolak oleh aturan
problem-denied-next = Bila perlu untuk pekerjaan Anda, tanyakan kepada ketua tim atau petugas pengelola aturan, dan sebutkan kodenya.
problem-missing = Tidak ada halaman atau catatan seperti itu di sini
problem-missing-next = Mungkin sudah ditarik kembali, atau Anda tidak berhak mengetahuinya. Kembali atau cari.
problem-invalid = Ini tidak dapat diterima
problem-invalid-next = Kembali, perbaiki, lalu kirim lagi.
problem-origin = Formulir tidak berasal dari halaman simpul ini
problem-origin-next = Buka lagi halamannya di sini dan kirim formulir dari sana.
problem-busy = Terlalu banyak percobaan
problem-busy-next = Tunggu satu menit, lalu coba lagi.
problem-large = Berkas atau formulir terlalu besar
problem-large-next = Bagi berkasnya, atau impor di simpul dengan lintas import.
problem-closed = Ruang tersegel sedang tertutup
problem-closed-next = Pasang media atau folder yang berisi berkas kuncinya. Jika sudah ada, beri tahu pengelola ruang tersegel beserta kode ini.
problem-broken = Ada gangguan di simpul ini
problem-broken-next = Tidak ada yang hilang. Coba lagi; bila tetap begitu, berikan kode kepada pengelola simpul.
