### Search.

search-help = Mga pangalan sa anumang sulat, numero, plaka, salita sa ulat.
search-none = Walang nakitang maaari ninyong makita.
search-count =
    { $n ->
        [one] { $shown } resulta
       *[other] { $shown } na resulta
    }
search-more-than = Higit sa { $shown } resulta
search-next = Iba pa
search-part = bahagi lamang
search-part-note = May mga bahaging hindi ipinapakita ng ahensiyang pinagmulan o ng inyong mga patakaran.
search-existence = pag-iral lamang
search-existence-note = Maaari ninyong malaman na may ganitong tala, hindi ang sinasabi nito. Magtanong sa ahensiyang pinagmulan.
search-all = Lahat
search-place = Lugar
search-narrow = Paliitin ang paghahanap
search-beyond = Mga pinakabagong tala lamang ang binibilang. Paliitin ang paghahanap para makita ang mas luma.
search-save = Sabihan ako kapag may bago
search-saved = Mga itinagong paghahanap
search-saved-note = Sasabihin ng Mga dumating kapag may bagong talang tumutugma at makikita mo.
search-forget = Alisin
search-examples = Ano ang mahahanap
search-teach = I-type ang simula ng salita, pangalan sa anumang sulat, huling numero ng telepono o plaka. Ang pangalan sa isang sulat ay nakakahanap ng parehong pangalan sa iba.
found-grade-reliable = Mapagkakatiwalaang pinagmulan
found-grade-other = Ibang pinagmulan
found-grade-none = Wala pang pagtatasa
found-time-week = Huling 7 araw
found-time-month = Bago niyon, sa loob ng 31 araw
found-time-year = Bago niyon, sa loob ng isang taon
found-time-older = Mas luma
