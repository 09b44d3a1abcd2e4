### Officers and audit.

officers-title = Petugas
officers-none = Belum ada petugas.
officer-enrol = Daftarkan petugas
officer-name = Nama di instansi
officer-login = Nama pengguna
officer-password = Kata sandi pertama
officer-password-hint = Paling sedikit 12 karakter; beberapa kata paling baik.
password-short = Paling sedikit { $shown } karakter.
officer-language = Bahasa
officer-active = aktif
officer-suspended = dinonaktifkan
officer-suspend = Nonaktifkan
officer-restore = Pulihkan
audit-title = Jejak audit
audit-note = Setiap baris adalah catatan dalam buku induk dan tidak dapat dihapus.
audit-none = Belum ada yang dilihat.
act-view = melihat
act-search = mencari
act-export = mengekspor
act-refused = ditolak
act-sign-in = masuk
act-print = mencetak
act-purpose = memilih tujuan
act-credential = mengubah cara masuk
