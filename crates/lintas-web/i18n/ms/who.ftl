### Who can see this?.

who-button = Siapa boleh melihat ini?
who-agencies = Agensi yang boleh membaca sekurang-kurangnya sebahagian:
who-only-us = agensi ini sahaja
who-note = Dikira daripada penerima setiap rekod mengenainya dan daripada peraturan nod ini.
who-records = Rekod demi rekod
who-none = Tiada rekod yang boleh anda ketahui.
who-roles = Dalam agensi ini
who-yes = boleh melihat
who-no = tidak boleh
