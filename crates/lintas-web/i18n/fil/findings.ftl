### Findings of analyses.

tab-findings = Mga natuklasan
findings-none = Wala pang naitabing natuklasan.
findings-note = Itinatabi ng natuklasan ang mga talang ginamit, ang paraan at ang panimulang halaga: matutuklasan itong muli ng sinumang may hawak ng mga tala.
finding-route = ruta
finding-rest-house = pansamantalang tuluyan
finding-organisers = mga tagapag-organisa
finding-used =
    { $n ->
        [one] { $shown } tala ang ginamit
       *[other] { $shown } na tala ang ginamit
    }
finding-missing =
    { $n ->
        [one] { $shown } tala ang wala na rito
       *[other] { $shown } na tala ang wala na rito
    }
finding-why = Bakit
finding-limits = Ang hindi nito nakita
finding-basis = Ang batayan nito
finding-method = Paraan
finding-seed = Panimulang halaga
parameter-new-since = Bago mula
parameter-judgements = Mga pasyang ginamit
finding-again = Tuklasin muli
finding-again-hint = Ginagawa ang parehong pagsusuri sa mga tala nitong narito.
finding-again-same = Natuklasan muli: pareho, hanggang sa huling bilang.
finding-again-changed = Natuklasan muli, ngunit nagbago: { $title }, { $confidence }.
finding-again-gone = Hindi na matuklasan sa mga talang narito.
finding-keep = Itabi ang natuklasang ito
finding-kept = naitabi na
finding-outcome = Bilang resulta ng yugto
finding-outcome-hint = Minsan lamang binibilang ang isang resulta para sa rehiyon; tinitiyak ito ng ahensiyang nakakita.
finding-outcome-summary = Natuklasan sa pagsusuri ng mga pagkakita
finding-seen-by = Nakita ng
finding-claimed-by = Iniulat ng
finding-confirmed-by = Tiniyak ng
finding-claim = Iulat bilang resulta
finding-confirm = Tiyakin
analysis-run = Patakbuhin ang pagsusuri
analysis-what = Ano ang hahanapin
analysis-routes = mga ruta at pansamantalang tuluyan, mula sa mga pagkakita
analysis-organisers = sino ang malamang na nag-oorganisa, mula sa mga ugnayan
analysis-scope = Sa aling mga tala
analysis-since = Bago ang ruta mula
analysis-found = Natuklasan
analysis-nothing = Walang natuklasan sa mga talang maaari ninyong makita.
scope-agency = lahat ng hawak ng ahensiyang ito; mananatili rito ang mga natuklasan
scope-shared = ang hawak ng bawat ahensiya ng kaso; para sa lahat ang mga natuklasan
col-finding = Natuklasan
col-confidence = Katiyakan
col-basis = Batayan
