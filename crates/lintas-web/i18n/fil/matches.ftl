### Pairs that may be the same.

nav-matches = Mga pagtutugma
matches-title = Posibleng iisa
matches-from-start = Mula sa pinakamalakas
matches-behind =
    { $n ->
        [one] Hindi pa natitingnan ang { $shown } tala.
       *[other] Hindi pa natitingnan ang { $shown } na tala.
    }
matches-empty = Walang pares na naghihintay ng pasiya.
matches-teach = Lumilitaw ang mga pares sa sandaling pangalanan ng ulat, ng pag-import o ng katuwang ang tao, telepono, dokumento o account na maaaring kilala na.
match-reasons = Ang pabor at ang salungat
match-changed = May bagong sinabi mula nang pagpasiyahan
match-names-alike = Mga pangalan: { $percent } %
match-shares = Pareho: { $what } { $value }
match-birth = Parehong ipinanganak { $date }
match-namesakes =
    { $n ->
        [one] { $shown } na makikita mo ang may ganitong pangalan
       *[other] { $shown } na makikita mo ang may ganitong pangalan
    }
match-namesakes-many =
    { $n ->
        [one] Di-kukulangin sa { $shown } na makikita mo ang may ganitong pangalan
       *[other] Di-kukulangin sa { $shown } na makikita mo ang may ganitong pangalan
    }
match-parts = Aling bahagi ang tumutugma sa alin
match-first = Una
match-rule = Tuntunin
match-second = Ikalawa
match-alone = walang katapat
match-common = karaniwan, kaunti ang sinasabi
match-judgements = Mga pasiya sa paresng ito
match-merged =
    { $n ->
        [one] { $shown } pa ang pinasiyahang iisa rito
       *[other] { $shown } pa ang pinasiyahang iisa rito
    }
match-skip = Laktawan
match-reason-hint = Bakit, sa sarili mong salita. Kasama ito ng pasiya at mababasa sa hukuman.
match-reason-default = pinasiyahan nang magkatabi
match-reason-undo = binawi ng nagpasiya
judged-title = Pinasiyahan kamakailan
judged-none = Wala pang pinapasiyahan dito. Mababawi ang ipapasiya mo.
contradictions-title = Mga pasiyang nagkakasalungat
contradictions-note = Walang pinagpapasiyahan para sa iyo: mag-usap kayo, saka bawiin ang mali.
verdict-withdrawn = binawi
