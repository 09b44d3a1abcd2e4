### Dokumen bercetak.

document-print = Cetak sebagai PDF
document-show = Tunjukkan dalam bahasa ini
document-language = Bahasa di sebelah bahasa Inggeris
document-english-alone = Bahasa Inggeris sahaja
document-draft = Ini akan menjadi draf
document-lacks = Setiap halaman akan menyatakannya. Yang masih kurang:
document-complete = Tiada bahagian penting yang kurang.
document-note = Cetakan direkodkan. Dokumen membawa kod yang membolehkan agensi ini mencari siapa yang mencetaknya dan bila.
document-passages = Apa yang dinyatakan selain rekod
document-passages-note = Ditulis sekali dan disimpan sebagai rekod agensi ini, dalam bahasa Inggeris dan bahasa di sebelahnya. Beberapa perkara ditulis satu sebaris.
document-passages-save = Simpan tulisan
document-records =
    { $n ->
       *[other] dibuat daripada { $shown } rekod
    }
document-legal-assistance-request = Permintaan bantuan bersama dalam perkara jenayah
document-extradition-request = Permintaan ekstradisi
document-provisional-arrest-request = Permintaan penangkapan sementara
document-note-verbale = Nota verbal
document-warrant-sheet = Helaian waran
document-target-package = Pakej sasaran
document-operation-order = Perintah operasi
document-workshop-agenda = Agenda bengkel
document-workshop-report = Laporan bengkel
document-round-report = Laporan pusingan
document-joint-investigation-agreement = Perjanjian siasatan bersama
document-exhibit-certificate = Sijil barang kes
document-notice-request = Borang notis
