### Releases.

releases-title = Pagbabahagi
releases-given = Ibinahagi natin
releases-received = Natanggap
releases-none = Wala.
release-do = Ibahagi sa mga katuwang
release-explain = Wala pang lumalabas sa nodong ito. Pumili ng mga tala at bahagi, saka tingnan ang makikita ng katuwang.
release-records = Mga tala
release-records-none = Walang tala.
release-none-possible = Wala kayong maaaring ibahagi.
release-nothing = Pumili ng kahit isang tala at isa sa mga bahagi nito.
release-fields = Mga bahagi
release-all-fields = lahat
release-audience = Kanino
release-audience-hint = Pare-pareho ang makukuha ng lahat ng tatanggap.
release-to-agencies = Mga ahensiyang may tsek sa ibaba
release-agencies = Mga ahensiya
release-nobody = Pumili ng pinagsamang kaso o kahit isang ahensiya. Ang walang pinili ay hindi kailanman lahat.
release-purposes = Para sa anong mga layunin
release-use = Gamit
release-onward = Pagpapasa
release-expires = Hanggang
release-expires-hint = Pagkatapos ng araw na ito, hindi na ito makikita ng katuwang. Walang laman: walang katapusan.
release-basis = Batayang legal
release-basis-hint = Halimbawa: UNTOC Art. 27.
release-no-end = walang katapusan
release-preview = Tingnan bilang katuwang
release-not-yet = Wala pang lumalabas.
release-they-see = Ang makikita nila
release-terms = Mga kondisyon
release-readers = Sino ang babasa
release-confirm =
    { $n ->
        [one] Ibahagi ang { $shown } tala
       *[other] Ibahagi ang { $shown } na tala
    }
release-change = Baguhin
release-stands = May bisa
release-recalled = Binawi
release-expired = Lipas na
release-recall = Bawiin
release-recall-explain = Hindi na ito makikita ng mga katuwang pagkatapos ng susunod nilang pagsasabay sa nodong ito; bawat isa ay magpapadala ng patunay ng pagtanggap. Hindi na mababawi ang nabasa na.
receipts-none = Walang katuwang sa mga tatanggap.
receipt-given-up = Binitawan
receipt-came = dumating na ang patunay
receipt-waiting = wala pa
use-intelligence-only = Impormasyong paniktik lamang
use-evidence-after-permission = Ebidensiya kapag may pahintulot
use-evidence = Ebidensiya
onward-never = Hindi kailanman
onward-ask = Pagkatapos magtanong sa amin
onward-allowed = Pinapayagan sa parehong kondisyon
purpose-investigation = Imbestigasyon
purpose-prosecution = Pag-uusig
purpose-victim-protection = Proteksiyon ng biktima
purpose-legal-cooperation = Pagtutulungang legal
purpose-programme = Programa
purpose-administration = Pangangasiwa
