### Bringing files in.

format-table = talahanayan
format-htcds = pamantayan ng datos ng kaso
format-ofac-sdn = listahan ng may parusa (OFAC)
format-un-list = listahan ng may parusa (Nagkakaisang Bansa)
format-incidents = mga pangyayaring may petsa
imports-title = Pag-import
imports-before = Mga na-import na
imports-none = Wala pang na-import.
import-bring = Magpasok ng file
import-file = File
import-file-hint = XLSX, CSV, TSV, teksto, XML. Anumang encoding, kasama ang TIS-620.
import-no-file = Pumili muna ng file.
import-unreadable = Isa itong programa, larawan o ibang uri ng file na hindi mai-import.
import-look = Tingnan muna
import-nothing-yet = Wala pang na-import.
import-dry = Pagsubok na pagbasa ito: walang naisulat.
import-asks = Mababasa ang file sa dalawang paraan. Sumagot muna; walang hinuhulaan.
import-read = Mga hilerang nabasa
import-fresh = Bago
import-known = Narito na
import-refused = Hindi kinuha
import-taken = Kinuha
import-take =
    { $n ->
        [0] I-import
        [one] I-import ang { $shown } hilera
       *[other] I-import ang { $shown } na hilera
    }
import-look-again = Basahin muli ayon sa mga sagot na ito
import-drop = Itapon
import-columns = Kung paano binasa ang mga hanay
import-issues = Ang hindi kinuha, at bakit
import-rejects-explain = Itama ang mga hilera sa file at i-import muli; hindi madodoble ang mga nakuha na.
import-rejects = I-download ang mga hilerang hindi kinuha
import-undo = Ipawalang-bisa ang import na ito
import-undo-explain = Hindi na ipapakita ang lahat ng tala nito. Mananatili sa aklat-talaan na nangyari ito.
import-undone = Ipinawalang-bisa
import-whole = Buo
import-partly = Bahagi
columns-none = Walang nakilalang hanay.
column-left-out = di nakilala: itinabi
import-waiting = Naghihintay ng sagot
import-which-day = Hanay { $column }: aling araw ang { $date }?
import-evidence = { $day } ibang petsa ng hanay ang araw lamang ang maaaring mauna, { $month } ang buwan lamang.
issues-none = Makukuha ang bawat hilera.
issues-more = at { $shown } pa
row-refused = hindi kinuha
row-noted = may puna
