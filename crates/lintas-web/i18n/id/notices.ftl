### INTERPOL notices.

notice-title = Notis INTERPOL atau difusi
notice-none = Belum diminta.
notice-ask = Minta satu
notice-colour = Warna
notice-colour-red = Merah
notice-colour-blue = Biru
notice-colour-green = Hijau
notice-for-red = temukan dan tahan sementara, menunggu ekstradisi
notice-for-blue = lebih lanjut tentang identitas, lokasi, atau kegiatan
notice-for-green = peringatan tentang kegiatan pidana
notice-channel = Melalui saluran
notice-channel-notice = notis, diterbitkan oleh Sekretariat Jenderal
notice-channel-diffusion = difusi, dikirim oleh biro nasional
notice-to = Kepada negara mana (untuk difusi)
notice-language = Bahasa formulir
notice-form = Formulir
notice-complete = lengkap
notice-lacking = ▲ { $shown } hal belum ada
notice-note = Notis bukan surat perintah penangkapan. Notis bersandar pada surat ini; keperluan warnanya ada di formulir.
