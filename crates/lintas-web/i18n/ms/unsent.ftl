### Reports that a device keeps until there is a link.

unsent-title = Laporan pada peranti ini
unsent-send = Hantar sekarang
unsent-waiting = menunggu dihantar
unsent-sent = dihantar dan disimpan pada nod
unsent-refused = ditolak:
unsent-sign-in = menunggu: log masuk untuk menghantarnya
unsent-other = menunggu: hanya pegawai yang menyediakan peranti ini boleh menghantarnya
unsent-delete = Padam
unsent-delete-sure = Laporan ini belum dihantar. Padam selama-lamanya?
unsent-mend = Buka dan betulkan
unsent-open = Buka laporan
unsent-remove-sure = Laporan yang belum dihantar akan turut dipadam. Buang semuanya?
unsent-failed = Nod menjawab dengan kod
device-title = Tulis laporan tanpa talian
device-explain = Borang kosong boleh disimpan pada peranti ini supaya ia terbuka tanpa talian. Apa yang anda tulis dimeterai serta-merta: tiada sesiapa dapat membacanya pada peranti, termasuk anda, dan ia dihantar apabila anda log masuk semula. Lakukan ini hanya pada peranti anda sendiri, jangan sekali-kali pada peranti yang dikongsi.
device-kept = Peranti ini membuka borang tanpa talian. Log keluar tidak memadam laporan yang menunggu; hanya anda boleh menghantarnya.
device-other = Peranti ini disediakan untuk pegawai lain: apa yang ditulis tanpa talian dihantar olehnya. Sediakan untuk diri anda hanya jika ia kini milik anda.
device-keep = Simpan borang kosong pada peranti ini
device-remove = Buang daripada peranti ini
empty-title = Laporan tanpa talian
empty-note = Nod tidak dapat dihubungi. Tulis laporan anda: ia dimeterai pada peranti ini untuk pegawai yang menyediakannya, dan dihantar apabila pegawai itu kembali dan log masuk. Kes dipilih ketika itu.
empty-again = Cuba borang biasa
empty-unset = Peranti ini belum disediakan untuk menyimpan laporan. Apa yang anda tulis hanya ada dalam tetingkap ini: biarkan terbuka sehingga nod dapat dihubungi.
empty-save = Meterai dan hantar kemudian
done-kept = Talian terputus di pertengahan jalan. Laporan dimeterai pada peranti ini dan dihantar dari sini.
