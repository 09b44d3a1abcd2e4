### Requests for information between agencies.

tab-inquiries = Soalan
inquiries-title = Permintaan maklumat
inquiries-none = Tiada soalan.
inquiries-note = Yang lewat tempoh berada di atas. Jawapan ya ialah rekod yang telah dikongsi terlebih dahulu; tiada apa keluar melalui jawapan itu sendiri.
inquiry-ask = Tanya agensi
inquiry-question = Soalan
inquiry-answer = Jawab
inquiry-text = Dalam kata-kata anda
inquiry-record = Rekod yang telah dikongsi yang menjawabnya
inquiry-record-hint = Laporan yang telah dikongsi dengan { $agency }. Jika tiada yang sesuai, kongsi dahulu kemudian kembali.
inquiry-talk = Perbualan
inquiry-silent = Belum ada yang menjawab.
inquiry-state-asked = ditanya
inquiry-state-with-lead = pada ketua kes
inquiry-state-answered = dijawab
inquiry-state-declined = ditolak
inquiry-state-withdrawn = ditarik balik
inquiry-move-yes = Ya: ini dia
inquiry-move-no = Tidak: kami tiada apa-apa
inquiry-move-ask-lead = Tanya ketua saya
inquiry-move-decline = Tidak boleh diberikan
inquiry-move-withdraw = Tarik balik soalan
