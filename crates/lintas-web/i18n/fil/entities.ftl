### People and things.

things-none = Wala pang tao o bagay.
entity-statements = Ang sinasabi ng mga ulat
entity-links = Mga ugnayan
entity-matches = Posibleng iisa
entity-matches-note = Pahiwatig lamang ang parehong numero o magkatulad na pangalan. Tao ang magpapasiya kung iisa nga, at maaari itong bawiin.
entity-agencies = Kilala ng { $agencies }
entity-withheld =
    { $n ->
        [one] { $shown } pahayag ang hindi ipinapakita sa inyo.
       *[other] { $shown } na pahayag ang hindi ipinapakita sa inyo.
    }
statements-none = Walang pahayag na maaari ninyong makita.
matches-none = Walang kilala rito na posibleng iisa.
match-shared-identifier = May iisang numero ng pagkakakilanlan
match-judged = Pinasiyahang iisa
judge-reason = pinasiyahan sa pahina ng tao o bagay
link-report = Ulat
judge-same = Iisa
judge-not-same = Hindi iisa
judge-withdrawn = Bawiin
verdict-same = iisa
verdict-not-same = hindi iisa
match-births-differ = ngunit ipinanganak { $own } at { $other }
rule-same-spelling = parehong baybay
rule-same-character = parehong karakter
rule-same-name = iba-ibang baybay ng iisang pangalan
rule-same-sound = parehong tunog
rule-near-sound = halos parehong tunog
rule-initial = unang titik
rule-joined = pinagdugtong o pinaghiwalay
