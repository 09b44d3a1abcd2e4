### Officers and audit.

officers-title = Pegawai
officers-none = Tiada pegawai.
officer-enrol = Daftarkan pegawai
officer-name = Nama dalam agensi
officer-login = Nama pengguna
officer-password = Kata laluan pertama
officer-password-hint = Sekurang-kurangnya 12 aksara; beberapa perkataan adalah terbaik.
password-short = Sekurang-kurangnya { $shown } aksara.
officer-language = Bahasa
officer-active = aktif
officer-suspended = digantung
officer-suspend = Gantung
officer-restore = Pulihkan
audit-title = Jejak audit
audit-note = Setiap baris ialah rekod dalam lejar dan tidak boleh dikeluarkan.
audit-none = Belum ada yang dilihat.
act-view = melihat
act-search = mencari
act-export = mengeksport
act-refused = ditolak
act-sign-in = log masuk
act-print = mencetak
act-purpose = memilih tujuan
act-credential = menukar cara log masuk
