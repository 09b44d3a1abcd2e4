### The seat of a mentor.

nav-mentor = Paggabay
role-mentor = Tagagabay
mentor-title = Mga kasong bukas sa tagagabay
mentor-none = Walang kasong bukas sa tagagabay.
mentor-case =
    { $n ->
        [one] Kaso { $shown }
       *[other] Kaso { $shown }
    }
mentor-explain = May pamalit na hindi nagbabago ang bawat tao, numero, lugar at estado. Walang pangalan, teksto ng ulat o anuman mula sa mga katuwang na ipinapakita.
mentor-overview = Tungkol saan
mentor-states = Mga estadong kaugnay
mentor-state = Estado { $number }
mentor-stand-in = Sino o ano
mentor-link = Ugnayan
mentor-links = Paano nagkakaugnay
mentor-seen = Saan nakita
mentor-day = Araw na
mentor-nothing = Wala.
mentor-advice = Payo
mentor-no-advice = Wala pang payo.
mentor-advise = Magbigay ng payo
mentor-advise-text = Ano ang payo mo, at bakit
mentor-advise-note = Nasa talaan ito ng kaso, para sa ahensiya lamang.
advice-grade = Gaano kahalaga
advice-grade-essential = kailangang-kailangan
advice-grade-advisable = mainam
advice-grade-optional = mapag-iisipan
mentoring-title = Mga tagagabay
mentoring-open = Buksan ang kasong ito sa mga tagagabay
mentoring-close = Isara sa mga tagagabay
mentoring-note = Nakikita ng mga tagagabay ng ahensiyang ito ang balangkas, may pamalit sa pangalan, numero at lugar.
