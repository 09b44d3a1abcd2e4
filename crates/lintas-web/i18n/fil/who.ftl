### Who can see this?.

who-button = Sino ang makakakita nito?
who-agencies = Mga ahensiyang makababasa ng kahit bahagi nito:
who-only-us = ang ahensiyang ito lamang
who-note = Kinuwenta mula sa mga tatanggap ng bawat tala tungkol dito at sa mga patakaran ng nodong ito.
who-records = Bawat tala
who-none = Walang talang maaari ninyong malaman.
who-roles = Sa ahensiyang ito
who-yes = maaaring makakita
who-no = hindi maaari
