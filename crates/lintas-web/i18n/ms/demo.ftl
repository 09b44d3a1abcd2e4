### The demo's home.

demo-title = Rantau sepintas lalu
demo-explain = Lapan agensi dan seorang penyelaras pada mesin ini, masing-masing dengan rekod dan kunci sendiri. Jadilah salah seorang daripada mereka.
demo-steward = Program
demo-be = Jadi { $role }

tour-title = Lawatan demo
tour-offer = Enam langkah, kira-kira empat minit, pada halaman sebenar: satu kes, telefon yang diketahui beberapa agensi, pertanyaan kepada rakan, apa yang rakan akan lihat, dan hasilnya.
tour-start = Mulakan lawatan sebagai ketua kes
tour-step = Langkah { $n } daripada { $all }
tour-before = Kembali
tour-after = Langkah seterusnya
tour-end = Tamatkan lawatan
tour-region = Lapan agensi dari lapan negara, masing-masing dengan nod, rekod dan kunci sendiri. Tiada pihak tengah yang boleh membacanya. Teruskan: anda akan menjadi ketua kes.
tour-case = Satu kes bersama. Setiap baris menyatakan agensi mana menulisnya, sejauh mana ia pasti dan siapa boleh melihatnya; kad pertama menyatakan langkah seterusnya.
tour-phone = Sebuah telefon dalam kes ini. Jika beberapa agensi menyebutnya, maklumat mereka tersusun sebelah-menyebelah dengan sumber dan penilaian: tiada sesiapa perlu menyalin apa-apa.
tour-ask = Rakan ditanya sama ada mereka juga mengetahuinya. Mereka tidak tahu apa yang ditanya dan hanya menjawab ada atau tiada. Padanan ialah sebab untuk bertanya, bukan keputusan.
tour-preview = Di sini rekod, medan, tujuan dan tarikh tamat dipilih. Sebelum apa-apa keluar, halaman seterusnya menunjukkan tepat apa yang rakan akan lihat; perkongsian boleh ditarik balik.
tour-results = Apa yang dicapai pusingan ini, dikira sekali merentas semua agensi daripada rekod nod mereka, tanpa data kes; angka kecil tidak ditunjukkan. Itulah lawatannya.
