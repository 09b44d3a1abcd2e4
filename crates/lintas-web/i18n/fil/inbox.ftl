### The inbox.

inbox-title = Mga naghihintay sa inyo
inbox-next = Susunod para sa inyo
inbox-none = Walang naghihintay sa inyo.
inbox-tasks = Mga gawain
inbox-asked = Hiniling sa mga katuwang
inbox-grade = Mga ulat na tatasahin
inbox-releases = Natanggap mula sa mga katuwang
inbox-warrants = Mga mandamyentong susuriin
partners-title = Mga katuwang at pagsasabay
partners-none = Wala pang nakarehistrong katuwang. Magkita nang harapan, paghambingin ang mga tatak ng susi, saka patakbuhin ang lintas partner.
partners-more = Lahat ng katuwang
inbox-missteps = Mga hakbang na hindi sinunod
misstep-pill = tanungin ang katuwang
inbox-inquiries = Mga tanong na sasagutin
inbox-inquiries-ours = Mga tanong mo
inbox-saved = Mga itinagong paghahanap na may bago
inbox-new =
    { $n ->
        [one] { $shown } bago
       *[other] { $shown } bago
    }
inbox-pressing = Mga kahilingang apurahan
inbox-second = Naghihintay ng ikalawang opisyal
inbox-other-log = Ibang log ang ipinapakita ng { $who } kaysa sa kasamang nilagdaan dito
inbox-alarms = Mga babala
