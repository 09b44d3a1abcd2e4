### Dokumen cetak.

document-print = Cetak sebagai PDF
document-show = Tampilkan dalam bahasa ini
document-language = Bahasa di samping bahasa Inggris
document-english-alone = Bahasa Inggris saja
document-draft = Ini akan menjadi rancangan
document-lacks = Setiap halaman akan menyebutkannya. Yang masih kurang:
document-complete = Tidak ada bagian pokok yang kurang.
document-note = Pencetakan dicatat. Dokumen memuat kode yang dengannya instansi ini menemukan siapa yang mencetak dan kapan.
document-passages = Yang dinyatakan di luar catatan
document-passages-note = Ditulis sekali dan disimpan sebagai catatan instansi ini, dalam bahasa Inggris dan bahasa di sampingnya. Beberapa butir ditulis satu per baris.
document-passages-save = Simpan tulisan
document-records =
    { $n ->
       *[other] dibuat dari { $shown } catatan
    }
document-legal-assistance-request = Permintaan bantuan timbal balik dalam masalah pidana
document-extradition-request = Permintaan ekstradisi
document-provisional-arrest-request = Permintaan penahanan sementara
document-note-verbale = Nota verbal
document-warrant-sheet = Lembar surat perintah
document-target-package = Paket sasaran
document-operation-order = Perintah operasi
document-workshop-agenda = Agenda lokakarya
document-workshop-report = Laporan lokakarya
document-round-report = Laporan putaran
document-joint-investigation-agreement = Perjanjian penyidikan bersama
document-exhibit-certificate = Sertifikat barang bukti
document-notice-request = Formulir notis
