### The demo's home.

demo-title = Kawasan sekilas
demo-explain = Delapan instansi dan seorang koordinator di mesin ini, masing-masing dengan catatan dan kuncinya sendiri. Jadilah salah satunya.
demo-steward = Program
demo-be = Jadi { $role }

tour-title = Tur peragaan
tour-offer = Enam langkah, sekitar empat menit, di halaman yang sebenarnya: sebuah perkara, telepon yang dikenal beberapa instansi, pertanyaan kepada mitra, yang akan dilihat mitra, dan hasilnya.
tour-start = Mulai tur sebagai ketua tim perkara
tour-step = Langkah { $n } dari { $all }
tour-before = Kembali
tour-after = Langkah berikutnya
tour-end = Akhiri tur
tour-region = Delapan instansi dari delapan negara, masing-masing dengan simpul, catatan, dan kuncinya sendiri. Tidak ada pihak di tengah yang dapat membacanya. Lanjutkan: Anda akan menjadi ketua tim perkara.
tour-case = Sebuah perkara bersama. Setiap baris menyebut instansi yang menulisnya, seberapa pasti, dan siapa yang boleh melihatnya; kartu pertama menyebut langkah selanjutnya.
tour-phone = Sebuah telepon dalam perkara ini. Jika beberapa instansi menyebutnya, keterangan mereka berdampingan dengan sumber dan penilaiannya: tidak ada yang perlu menyalin.
tour-ask = Mitra ditanya apakah mereka juga mengetahuinya. Mereka tidak tahu apa yang ditanyakan dan hanya menjawab ada atau tidak. Kecocokan adalah alasan untuk bertanya, bukan kesimpulan.
tour-preview = Di sini dipilih catatan, bidang, tujuan, dan tanggal berakhir. Sebelum ada yang keluar, halaman berikutnya menampilkan persis yang akan dilihat mitra; penyampaian dapat ditarik kembali.
tour-results = Yang dicapai putaran ini, dihitung sekali di semua instansi dari catatan simpulnya, tanpa data perkara; angka kecil tidak ditampilkan. Sekian tur ini.
