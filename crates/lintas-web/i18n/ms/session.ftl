### Signing in.

sign-in-title = Log masuk
sign-in-login = Nama pengguna
sign-in-password = Kata laluan
sign-in-code = Kod daripada aplikasi pengesahan
sign-in-code-hint = Enam angka. Biarkan kosong jika belum disediakan untuk anda.
sign-in-do = Log masuk
sign-in-failed = Nama, kata laluan atau kod salah.
sign-in-wait = Terlalu banyak percubaan. Cuba lagi dalam { $shown } saat.
own-title = Log masuk anda
own-code = Kod daripada aplikasi pengesahan
own-code-explain = Kod yang berubah setiap setengah minit. Orang yang hanya ada kata laluan anda tidak boleh log masuk.
own-code-do = Sediakan kod
own-secret = Ditunjukkan sekali. Masukkan ke dalam aplikasi pengesahan sekarang; mulai log masuk seterusnya kod akan diminta.
