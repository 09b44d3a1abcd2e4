### Bringing files in.

format-table = tabel
format-htcds = standar data perkara
format-ofac-sdn = daftar sanksi (OFAC)
format-un-list = daftar sanksi (Perserikatan Bangsa-Bangsa)
format-incidents = kejadian bertanggal
imports-title = Impor
imports-before = Pernah diimpor
imports-none = Belum ada yang diimpor.
import-bring = Masukkan berkas
import-file = Berkas
import-file-hint = XLSX, CSV, TSV, teks, XML. Pengodean apa pun, termasuk TIS-620.
import-no-file = Pilih berkas dahulu.
import-unreadable = Ini program, gambar, atau jenis berkas lain yang tidak dapat diimpor.
import-look = Lihat dahulu
import-nothing-yet = Belum ada yang diimpor.
import-dry = Ini uji baca: belum ada yang ditulis.
import-asks = Berkas dapat dibaca dengan dua cara. Jawab dahulu; tidak ada yang ditebak.
import-read = Baris dibaca
import-fresh = Baru
import-known = Sudah ada
import-refused = Tidak diambil
import-taken = Diambil
import-take =
    { $n ->
        [0] Impor
       *[other] Impor { $shown } baris
    }
import-look-again = Baca lagi dengan jawaban ini
import-drop = Buang
import-columns = Cara kolom dibaca
import-issues = Yang tidak diambil, dan alasannya
import-rejects-explain = Perbaiki barisnya dalam berkas lalu impor lagi; baris yang sudah diambil tidak digandakan.
import-rejects = Unduh baris yang tidak diambil
import-undo = Batalkan impor ini
import-undo-explain = Semua catatannya tidak lagi ditampilkan. Buku induk tetap menyimpan bahwa ini pernah terjadi.
import-undone = Dibatalkan
import-whole = Lengkap
import-partly = Sebagian
columns-none = Tidak ada kolom yang dikenali.
column-left-out = tidak dikenali: disimpan
import-waiting = Menunggu jawaban
import-which-day = Kolom { $column }: { $date } itu hari apa?
import-evidence = { $day } tanggal lain di kolom ini hanya bisa hari dahulu, { $month } hanya bisa bulan dahulu.
issues-none = Semua baris dapat diambil.
issues-more = dan { $shown } lagi
row-refused = tidak diambil
row-noted = diambil dengan catatan
