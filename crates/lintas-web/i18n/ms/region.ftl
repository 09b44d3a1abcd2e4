### Results of the round.

region-title = Rantau
region-note = Dikira daripada rekod nod; hasil yang dilaporkan oleh beberapa agensi dikira sekali. Tiada data kes.
region-none = Belum ada pusingan.
region-small = Angka di bawah { $shown } tidak diberitahu, supaya tiada sesiapa dapat dikenali.
region-commitments = Komitmen
region-participation = Penyertaan
participation-none = Belum ada penyertaan direkodkan.
commitments-none = Tiada komitmen.
commitment-open = belum selesai
result-basis = daripada { $shown } dakwaan { $agencies }
result-confirmed = disahkan
workshop-opening = Pembukaan
workshop-review = Semakan
workshop-closing = Penutup
outcome-warrants-updated = Waran dikemas kini
outcome-victims-rescued = Mangsa diselamatkan
outcome-rest-houses-identified = Rumah transit dikenal pasti
outcome-routes-discovered = Laluan ditemui
outcome-arrests = Tangkapan
outcome-organisers-identified = Penganjur dikenal pasti
outcome-convictions = Sabitan
region-levels = Sabitan mengikut tahap: adakah sampai ke atas?
region-levels-few = kurang daripada { $shown }
