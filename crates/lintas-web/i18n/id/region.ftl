### Results of the round.

region-title = Kawasan
region-note = Dihitung dari catatan simpul; hasil yang dilaporkan beberapa instansi dihitung sekali. Tanpa data perkara.
region-none = Belum ada putaran.
region-small = Angka di bawah { $shown } tidak ditampilkan, agar tidak seorang pun dapat dikenali.
region-commitments = Komitmen
region-participation = Keikutsertaan
participation-none = Belum ada keikutsertaan yang dicatat.
commitments-none = Tidak ada komitmen.
commitment-open = belum selesai
result-basis = dari { $shown } pernyataan { $agencies }
result-confirmed = dipastikan
workshop-opening = Pembukaan
workshop-review = Peninjauan
workshop-closing = Penutupan
outcome-warrants-updated = Surat penangkapan diperbarui
outcome-victims-rescued = Korban diselamatkan
outcome-rest-houses-identified = Rumah penampungan ditemukan
outcome-routes-discovered = Rute ditemukan
outcome-arrests = Penangkapan
outcome-organisers-identified = Penggerak jaringan dikenali
outcome-convictions = Putusan bersalah
region-levels = Putusan bersalah menurut tingkat: sampaikah ke atas?
region-levels-few = kurang dari { $shown }
