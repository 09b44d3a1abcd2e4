### Search.

search-help = Mga pangalan sa anumang sulat, numero, plaka, salita sa ulat.
search-any-kind = Lahat
search-any-agency = Lahat ng ahensiya
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
