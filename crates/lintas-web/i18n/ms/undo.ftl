### Taking back what was done last.

undo-reason = Dibatalkan sejurus selepas dilakukan.
undo-task-finish = Buat asal: tugasan ditanda selesai
undo-task-decline = Buat asal: tugasan ditolak
undo-task-withdraw = Buat asal: tugasan dibatalkan
undo-task-set = Buat asal: tugasan ditetapkan
undo-case-suspend = Buat asal: kes digantung
undo-case-resume = Buat asal: kes disambung semula
undo-case-close = Buat asal: kes ditutup
undo-case-reopen = Buat asal: kes dibuka semula
undo-objective-met = Buat asal: objektif dicapai
undo-objective-dropped = Buat asal: objektif digugurkan
undo-objective-open = Buat asal: objektif ditetapkan semula
undo-judged-same = Buat asal: penentuan sama
undo-judged-apart = Buat asal: penentuan tidak sama
undo-search-saved = Buat asal: carian disimpan
undo-search-forgotten = Buat asal: carian dibuang
undo-officer-suspended = Buat asal: pegawai digantung
undo-officer-restored = Buat asal: pegawai dipulihkan
undo-imported = Buat asal: fail diimport
done-undone = Telah dibuat asal. Kedua-dua langkah kekal dalam rekod.
done-undo-gone = Ia tidak lagi boleh dibuat asal dari sini.
