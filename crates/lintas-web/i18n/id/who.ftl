### Who can see this?.

who-button = Siapa dapat melihat ini?
who-agencies = Instansi yang dapat membaca paling sedikit sebagian:
who-only-us = hanya instansi ini
who-note = Dihitung dari penerima setiap catatan tentang hal ini dan dari aturan simpul ini.
who-records = Per catatan
who-none = Tidak ada catatan yang boleh Anda ketahui.
who-roles = Di instansi ini
who-yes = boleh melihat
who-no = tidak boleh
