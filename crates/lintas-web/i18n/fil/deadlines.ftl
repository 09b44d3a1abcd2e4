### Deadlines and the agenda.

deadlines-title = Mga takda
deadlines-none = Walang nakatakda.
deadlines-calendar = Talaksang kalendaryo
deadlines-note = Walang pangalan, pamagat o tanong ang talaksan, uri lamang at bilang ng kaso: kinokopya sa telepono ang mga kalendaryo.
due-clock = nauubos ang panahon
due-request = sagot ng ibang estado
due-inquiry = tanong na sasagutin
due-answer = sagot sa aming tanong
due-task = gawain
due-review = mandamyentong susuriin
due-commitment = pangako
agenda-title = Adyenda
agenda-note = Ginawa mula sa kalagayan ng mga tala; walang nagta-type nito.
agenda-promised = Ano ang ipinangako, ano ang nagawa
agenda-carried = Bukas pa mula sa mga naunang ikot
agenda-cases = Mga kaso, nauuna ang pinakamaraming pag-uusapan
agenda-late =
    { $n ->
        [one] { $shown } lampas
       *[other] { $shown } lampas
    }
agenda-shut =
    { $n ->
        [one] { $shown } hindi pa pasado
       *[other] { $shown } hindi pa pasado
    }
kept-done = natupad
kept-late = natupad nang huli
kept-open = bukas
kept-overdue = ▲ hindi natupad
