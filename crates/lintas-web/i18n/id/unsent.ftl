### Reports that a device keeps until there is a link.

unsent-title = Laporan di perangkat ini
unsent-send = Kirim sekarang
unsent-waiting = menunggu dikirim
unsent-sent = dikirim dan disimpan di simpul
unsent-refused = ditolak:
unsent-sign-in = menunggu: masuk untuk mengirimnya
unsent-other = menunggu: hanya petugas yang menyiapkan perangkat ini dapat mengirimnya
unsent-delete = Hapus
unsent-delete-sure = Laporan ini belum dikirim. Hapus untuk selamanya?
unsent-mend = Buka dan perbaiki
unsent-open = Buka laporan
unsent-remove-sure = Laporan yang belum dikirim ikut terhapus. Hapus semuanya?
unsent-failed = Simpul menjawab dengan kode
device-title = Menulis laporan tanpa sambungan
device-explain = Formulir kosong dapat disimpan di perangkat ini agar terbuka tanpa sambungan. Yang Anda tulis langsung disegel: tidak seorang pun dapat membacanya di perangkat, termasuk Anda, dan dikirim saat Anda masuk lagi. Lakukan ini hanya di perangkat milik Anda sendiri, jangan pernah di perangkat bersama.
device-kept = Perangkat ini membuka formulir tanpa sambungan. Keluar tidak menghapus laporan yang menunggu; hanya Anda yang dapat mengirimnya.
device-other = Perangkat ini disiapkan untuk petugas lain: yang ditulis tanpa sambungan dikirim oleh orang itu. Siapkan untuk diri sendiri hanya jika kini milik Anda.
device-keep = Simpan formulir kosong di perangkat ini
device-remove = Hapus dari perangkat ini
empty-title = Laporan tanpa sambungan
empty-note = Simpul tidak dapat dihubungi. Tulislah laporan Anda: laporan disegel di perangkat ini untuk petugas yang menyiapkannya, dan dikirim saat petugas itu kembali dan masuk. Perkara dipilih saat itu.
empty-again = Coba formulir biasa
empty-unset = Perangkat ini belum disiapkan untuk menyimpan laporan. Yang Anda tulis hanya ada di jendela ini: biarkan terbuka sampai simpul dapat dihubungi.
empty-save = Segel dan kirim nanti
done-kept = Sambungan terputus di tengah jalan. Laporan disegel di perangkat ini dan dikirim dari sini.
