### Requests for information between agencies.

tab-inquiries = Pertanyaan
inquiries-title = Permintaan informasi
inquiries-none = Tidak ada pertanyaan.
inquiries-note = Yang lewat tenggat berada paling atas. Jawaban ya adalah catatan yang sudah disampaikan sebelumnya; jawaban itu sendiri tidak membawa apa pun keluar.
inquiry-ask = Tanya instansi
inquiry-question = Pertanyaan
inquiry-answer = Jawab
inquiry-text = Dengan kata-kata Anda
inquiry-record = Catatan yang sudah disampaikan yang menjawabnya
inquiry-record-hint = Laporan yang sudah disampaikan kepada { $agency }. Bila tidak ada yang cocok, sampaikan dulu lalu kembali.
inquiry-talk = Percakapan
inquiry-silent = Belum ada yang menjawab.
inquiry-state-asked = ditanyakan
inquiry-state-with-lead = pada ketua tim
inquiry-state-answered = dijawab
inquiry-state-declined = ditolak
inquiry-state-withdrawn = ditarik kembali
inquiry-move-yes = Ya: ini dia
inquiry-move-no = Tidak: kami tidak punya apa pun
inquiry-move-ask-lead = Tanya ketua saya
inquiry-move-decline = Tidak dapat diberikan
inquiry-move-withdraw = Tarik kembali pertanyaan
