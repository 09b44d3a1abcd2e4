### Hit or no hit: whether partners know something too.

hits-title = Mayroon o wala
hits-note = Sinasabi lamang ng mga katuwang kung alam din nila ito. Nakatago sa kanila ang itinatanong ninyo. Ang pagtugma ay dahilan upang magtanong at hindi kailanman hatol.
hits-ask = Itanong sa mga katuwang kung alam nila ito
hits-ask-do = Ipadala ang tanong
hits-to = Katuwang na tinatanong
hits-case-hint = Ang sinasabi lamang ng sariling mga ulat ng inyong ahensiya sa kasong ito ang itinatanong.
hits-no-case = Walang ulat ng inyong ahensiya sa anumang kaso ang nagsasabi nito. Isama muna ito sa isang kaso.
hits-about = Tungkol sa
hits-about-all = lahat ng nasa kaso
hits-victims = Mga biktima
hits-with-victims = itanong din ang mga biktima, gaya ng taong nawawala
hits-rules = Kapag higit sa { $alone } aytem, mga biktima o magkakasunod na numero, kailangan ng ikalawang opisyal. Hanggang { $most } aytem sa isang araw para sa bawat katuwang at layunin.
hits-asked = Itinanong natin
hits-asked-none = Wala pang itinatanong.
hits-received = Itinanong sa atin
hits-received-none = Wala pang katuwang na nagtatanong.
hits-budgets = Natitira ngayong araw
hits-left-to-ask = Maitatanong
hits-left-to-answer = Masasagot
hits-question = Tanong sa { $who }
hits-hits = Mga tugma
hits-none = Walang tugma. Wala ito sa katuwang, o hindi nito maaaring sabihin.
hits-found = { $shown } tugma
hits-known = alam din ng { $who }: magtanong
hits-possible = posibleng alam ng { $who }: magtanong
hits-next = Sinasabi lamang ng tugma na mayroon nito. Para sa higit pa, anyayahan ang katuwang sa kaso at doon magtanong.
hits-go-on = Pumunta sa kaso
hits-approve = Aprubahan bilang ikalawang opisyal
hits-approved-by = Inaprubahan ni
hits-by-two = dalawang opisyal
hits-needs-second = Ikalawang opisyal dahil sa
hits-inspect = Siyasatin ang itinanong
hits-inspected = Binuksan ang { $opened } sa { $items } aytem: may tala ng kaso ang bawat isa.
hits-unbacked = Binuksan ang { $opened } sa { $items } aytem. Walang tala ng kaso ang bilang { $places }.
hits-standing-stopped = pinigil dito
hits-standing-waits-for-second = naghihintay ng ikalawang opisyal
hits-standing-sent = naipadala, wala pang sagot
hits-standing-refused = tinanggihan ng katuwang
hits-standing-not-accepted = hindi tinanggap ang sagot
hits-standing-no-hit = walang tugma
hits-outcome-waits = hindi pa nasasagot
hits-outcome-answered = nasagot
hits-outcome-refused = tinanggihan
hits-outcome-disputed = pinagtatalunan: siyasatin
hit-refusal-budget = ubos na ang takda sa araw
hit-refusal-approval = walang ikalawang opisyal
hit-refusal-legal-basis = walang batayang legal
hit-refusal-points = sira o pekeng tanong
hit-refusal-count = mali ang bilang ng aytem
hit-refusal-replayed = inulit na tanong
hit-refusal-purpose = hindi para sa layuning ito
hit-refusal-unbacked = walang tala ng kaso ang nagsasabi nito
second-for-many = maraming aytem
second-for-victims = mga biktima
second-for-dense-range = magkakasunod na numero
item-kind-phone = telepono
item-kind-document = dokumento
item-kind-document-number = numero ng dokumento na walang bansa
item-kind-plate = plaka
item-kind-iban = internasyonal na akawnt (IBAN)
item-kind-account = akawnt
item-kind-email = adres ng email
item-kind-handle = pangalan sa network
item-kind-name-on-day = pangalan at araw ng kapanganakan
item-kind-name-in-year = pangalan at taon ng kapanganakan
item-kind-name-in-year-of-day = pangalan at taon ng kapanganakan
record-hit-inputs = ang itinanong sa katuwang
record-hit-query = tanong sa katuwang
record-hit-set = hanay para sa sagot
record-hit-answer = sagot sa katuwang
record-hit-notice = abiso ng mga tugma
done-asked =
    { $n ->
        [one] Naipadala ang { $shown } tanong.
       *[other] Naipadala ang { $shown } na tanong.
    }
done-approved =
    { $n ->
        [one] Naaprubahan ang { $shown } tanong.
       *[other] Naaprubahan ang { $shown } na tanong.
    }
hits-alarm = Magkakasunod na numero: sa loob ng isang araw, { $shown } sa isang daan ang itinanong ({ $what }, nagsisimula sa { $beginning }), ni { $who }. Itanong kung bakit.
