### INTERPOL notices.

notice-title = Notis INTERPOL atau difusi
notice-none = Belum diminta.
notice-ask = Minta satu
notice-colour = Warna
notice-colour-red = Merah
notice-colour-blue = Biru
notice-colour-green = Hijau
notice-for-red = kesan dan tangkap sementara, menunggu ekstradisi
notice-for-blue = lanjut tentang identiti, lokasi atau kegiatan
notice-for-green = amaran tentang kegiatan jenayah
notice-channel = Melalui saluran
notice-channel-notice = notis, diterbitkan oleh Sekretariat Agung
notice-channel-diffusion = difusi, dihantar oleh biro kebangsaan
notice-to = Kepada negara mana (untuk difusi)
notice-language = Bahasa borang
notice-form = Borang
notice-complete = lengkap
notice-lacking = ▲ { $shown } perkara tiada
notice-note = Notis bukan waran. Notis bersandar pada waran ini; keperluan warnanya ada dalam borang.
