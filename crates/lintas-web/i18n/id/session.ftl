### Signing in.

sign-in-title = Masuk
sign-in-login = Nama pengguna
sign-in-password = Kata sandi
sign-in-code = Kode dari aplikasi autentikasi
sign-in-code-hint = Enam angka. Kosongkan bila belum diatur untuk Anda.
sign-in-do = Masuk
sign-in-failed = Nama, kata sandi, atau kode salah.
sign-in-wait = Terlalu banyak percobaan. Coba lagi dalam { $shown } detik.
own-title = Cara masuk Anda
own-code = Kode dari aplikasi autentikasi
own-code-explain = Kode yang berganti tiap setengah menit. Orang yang hanya punya kata sandi Anda tidak dapat masuk.
own-code-do = Atur kode
own-secret = Ditampilkan sekali. Masukkan ke aplikasi autentikasi sekarang; mulai masuk berikutnya kode akan diminta.
