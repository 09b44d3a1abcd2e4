### Bringing files in.

format-table = jadual
format-htcds = piawaian data kes
format-ofac-sdn = senarai sekatan (OFAC)
format-un-list = senarai sekatan (Pertubuhan Bangsa-Bangsa Bersatu)
format-incidents = kejadian bertarikh
imports-title = Import
imports-before = Pernah diimport
imports-none = Belum ada yang diimport.
import-bring = Bawa masuk fail
import-file = Fail
import-file-hint = XLSX, CSV, TSV, teks, XML. Apa-apa pengekodan, termasuk TIS-620.
import-no-file = Pilih fail dahulu.
import-unreadable = Ini program, gambar atau jenis fail lain yang tidak boleh diimport.
import-look = Lihat dahulu
import-nothing-yet = Belum ada yang diimport.
import-dry = Ini bacaan percubaan: belum ada yang ditulis.
import-asks = Fail boleh dibaca dengan dua cara. Jawab dahulu; tiada yang diteka.
import-read = Baris dibaca
import-fresh = Baharu
import-known = Sudah ada
import-refused = Tidak diambil
import-taken = Diambil
import-take =
    { $n ->
        [0] Import
       *[other] Import { $shown } baris
    }
import-look-again = Baca semula dengan jawapan ini
import-drop = Buang
import-columns = Cara lajur dibaca
import-issues = Yang tidak diambil, dan sebabnya
import-rejects-explain = Betulkan baris dalam fail dan import semula; baris yang sudah diambil tidak berganda.
import-rejects = Muat turun baris yang tidak diambil
import-undo = Buat asal import ini
import-undo-explain = Semua rekodnya tidak lagi dipaparkan. Lejar tetap menyimpan bahawa ia pernah berlaku.
import-undone = Dibuat asal
import-whole = Penuh
import-partly = Sebahagian
columns-none = Tiada lajur dikenali.
column-left-out = tidak dikenali: disimpan
import-waiting = Menunggu jawapan
import-which-day = Lajur { $column }: { $date } itu hari mana?
import-evidence = { $day } tarikh lain dalam lajur ini hanya boleh bermula dengan hari, { $month } hanya dengan bulan.
issues-none = Setiap baris boleh diambil.
issues-more = dan { $shown } lagi
row-refused = tidak diambil
row-noted = diambil dengan catatan
