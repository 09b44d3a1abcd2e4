### The pursuit of warrants.

nav-pursuits = Mga kahilingan
pursue = Tugisin sa ibang bansa
requests-title = Mga kahilingan sa ibang estado
requests-none = Wala pang naitalang kahilingan.
requests-note = Nauuna ang pinakaapurahan. Ang may hawak ng kahilingan ang dapat gumawa ng susunod na hakbang.
request-record = Magtala ng kahilingan
request-what = Ano ang hinihiling
request-requested = Estadong hinihilingan
request-ways = Ipakita ang mga daan
request-no-way = Walang daang binubuksan ang batas para dito.
request-basis = Batayan
request-reference = Inyong sanggunian
request-sought = Ano ang kailangan
request-needed-by = Kailangan bago
request-urgency = Pagkaapurahan
request-urgent = Apurahan
request-facts = Ang kahilingan
request-way = Ang daan nito
request-way-none = Walang daan sa batayang ito ang datos ng batas.
request-history = Mga hakbang
request-carrier = Dala ng
request-owes = { $who } ang dapat gumawa ng susunod na hakbang: { $does }. Naghihintay na ng { $days }.
request-owes-now = dapat gumawa ng hakbang
request-skipped = maaaring laktawan
request-hop-do = Magtala ng paglipat
request-step-do = Magtala ng hakbang
request-kind-mutual-legal-assistance = pagtutulungang legal
request-kind-extradition = ekstradisyon
request-kind-provisional-arrest = pansamantalang pag-aresto
request-kind-transfer-of-proceedings = paglilipat ng paglilitis
request-kind-police-to-police = pulis sa pulis
request-kind-joint-investigation = pinagsamang imbestigasyon
request-state-drafted = burador
request-state-sent = naipadala
request-state-acknowledged = kinilalang natanggap
request-state-more-asked = humingi ng dagdag
request-state-arrested = naaresto ang tao
request-state-under-decision = pinagpapasiyahan
request-state-granted = pinagbigyan
request-state-fulfilled = natupad
request-state-refused = tinanggihan
request-state-lapsed = lumipas
request-state-withdrawn = iniurong
request-move-send = naipadala
request-move-acknowledge = kinilalang natanggap
request-move-ask-more = humingi ng dagdag
request-move-supply = nagbigay ng dagdag
request-move-arrest = naaresto ang tao
request-move-receive-papers = dumating ang mga papeles
request-move-grant = pinagbigyan
request-move-fulfil = natupad
request-move-refuse = tinanggihan
request-move-lapse = lumipas; malaya ang tao
request-move-withdraw = iniurong
request-move-redraft = isinulat muli
urgency-lapsed = ▲ lumipas
urgency-pressing = ▲ apurahan
urgency-ask = magtanong
urgency-running = nasa daan
urgency-ended = natapos
clocks-title = Mga takdang panahon
clocks-none = Wala pang panahong nagsimula.
clock-law = ayon sa batas
clock-practice = paalaala
clock-met = nasa oras
clock-met-late = huli nang { $days }
clock-stopped = inihinto
clock-running = { $days } ang natitira
clock-lapsed = ▲ lumipas { $days } na ang nakaraan
clock-unknown = ▲ hindi alam ang panahon, { $days } nang tumatakbo: tanungin ang estadong hinihilingan
days =
    { $n ->
        [one] { $shown } araw
       *[other] { $shown } na araw
    }
paths-title = Mga daan ng tratado
paths-note = May petsa at pinagmulan ang datos ng batas. Ang may markang hindi beripikado ay dapat tiyakin sa abogado.
paths-sources = Mga pinagmulan
paths-missing =
    { $n ->
        [one] { $shown } bagay ang kulang
       *[other] { $shown } na bagay ang kulang
    }
paths-there =
    { $n ->
        [one] { $shown } bagay ang naroon
       *[other] { $shown } na bagay ang naroon
    }
paths-closed =
    { $n ->
        [one] { $shown } daan ang sarado
       *[other] { $shown } na daan ang sarado
    }
verdict-open = bukas
verdict-unclear = malabo
verdict-closed = sarado
law-confidence-unverified = hindi beripikado
law-confidence-medium = titiyakin pa
law-confidence-high = kilalang-kilala, hindi nabasa sa orihinal
col-request = Kahilingan
col-next = Dapat gumawa
col-waiting = Naghihintay
col-lapses = Magwawakas
col-progress = Mga hakbang
col-actor = Gumagawa
col-does = Ginagawa
col-date-in = Petsa ng pagdating
col-passed-on = Petsa ng pagpasa
col-reference = Sanggunian
col-source = Pinagmulan
