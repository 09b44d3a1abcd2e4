### Taking back what was done last.

undo-reason = Dibatalkan segera setelah dilakukan.
undo-task-finish = Urungkan: tugas ditandai selesai
undo-task-decline = Urungkan: tugas ditolak
undo-task-withdraw = Urungkan: tugas dicabut
undo-task-set = Urungkan: tugas ditetapkan
undo-case-suspend = Urungkan: perkara ditangguhkan
undo-case-resume = Urungkan: perkara dilanjutkan
undo-case-close = Urungkan: perkara ditutup
undo-case-reopen = Urungkan: perkara dibuka kembali
undo-objective-met = Urungkan: sasaran tercapai
undo-objective-dropped = Urungkan: sasaran dilepas
undo-objective-open = Urungkan: sasaran ditetapkan lagi
undo-judged-same = Urungkan: dinilai sama
undo-judged-apart = Urungkan: dinilai tidak sama
undo-search-saved = Urungkan: pencarian disimpan
undo-search-forgotten = Urungkan: pencarian dihapus
undo-officer-suspended = Urungkan: petugas ditangguhkan
undo-officer-restored = Urungkan: petugas dipulihkan
undo-imported = Urungkan: berkas diimpor
done-undone = Telah diurungkan. Kedua langkah tetap tercatat.
done-undo-gone = Tidak dapat lagi diurungkan dari sini.
