### Reports.

reports-title = Mga ulat
reports-newest = Mga pinakabagong ulat
reports-none = Walang ulat dito.
report-add = Magdagdag ng ulat
report-title = Pamagat
report-title-hint = Isang linya, walang pangalan ng protektadong tao.
report-text = Ang nakita, narinig o natanggap
report-text-hint = Sa anumang wika. Huwag pangalanan ang pinagmulan; gamitin ang numero nito sa rehistro ng pinagmulan.
report-occurred = Kailan nangyari
report-case = Kaso
report-no-case = Wala pang kaso
report-grade = Pagtatasa
report-handling = Paghawak
report-tlp = Sino ang maaaring makaalam (TLP)
report-save = Itabi ang ulat
report-stays = Mananatili ito sa nodong ito hanggang ibahagi ninyo.
report-about = Tungkol sa ulat na ito
report-source = Numero sa rehistro ng pinagmulan
report-things = Mga tao at bagay na nabanggit
report-withheld =
    { $n ->
        [one] { $shown } bahagi ang hindi ibinigay ng ahensiyang pinagmulan.
       *[other] { $shown } na bahagi ang hindi ibinigay ng ahensiyang pinagmulan.
    }
thing-name = Pangalan o numero
thing-name-hint = Gaya ng nasa ulat, sa sarili nitong sulat.
grade-none = Hindi pa natasa
grade-is = Pinagmulan { $source }, impormasyon { $information } ({ $scheme })
grade-source-a = laging maaasahan ang pinagmulan
grade-source-b = kadalasang maaasahan ang pinagmulan
grade-source-c = kadalasang hindi maaasahan ang pinagmulan
grade-source-x = hindi matasa ang pinagmulan
grade-information-1 = alam na totoo
grade-information-2 = tuwirang alam ng pinagmulan
grade-information-3 = hindi tuwiran, may patibay
grade-information-4 = hindi tuwiran, walang patibay
handling-h0 = H0: para sa pagpigil at paglaban sa krimen
handling-h1 = H1: hindi sa hukuman kung walang pahintulot
handling-h2 = H2: hindi ipapasa kung walang pahintulot
handling-h3 = H3: iba pang limitasyon, tingnan ang tala
tlp-clear = CLEAR: walang limitasyon
tlp-green = GREEN: ang komunidad
tlp-amber = AMBER: ahensiya at dapat makaalam
tlp-amber-strict = AMBER+STRICT: ang ahensiya lamang
tlp-red = RED: ang mga pinangalanang tatanggap lamang
report-files = Mga larawan at dokumento
report-files-hint = JPEG, PNG, HEIC, PDF o MP4, hanggang 20 MB bawat isa. Itinatabi nang buo kasama ang tatak ng datos.
report-files-none = Wala.
report-files-again = Piliin muli ang mga file: hindi itinatabi ng browser ang mga ito.
report-attach = Ikabit
grade-do = Tasahin ang ulat na ito
grade-again = Tasahin muli
grade-save = Itabi ang pagtatasa
grade-history = Kasaysayan ng pagtatasa
grade-original = Pagtatasa nang dumating
grade-original-none = Dumating nang walang pagtatasa.
grade-the-source = Pinagmulan
grade-the-information = Impormasyon
grade-why = Bakit
grade-why-hint = Kailangan kapag nagbabago ang pagtatasa. Huwag pangalanan ang pinagmulan.
grade-reason-needed = Sabihin kung bakit nagbabago ang pagtatasa.
grade-stays = Nananatili ang pagtatasa nang dumating. Sariling tala ang sa inyo at mananatili rito hanggang ibahagi ninyo.
