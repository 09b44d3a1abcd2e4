### INTERPOL notices.

notice-title = Abiso ng INTERPOL o difusyon
notice-none = Wala pang hiniling.
notice-ask = Humiling ng isa
notice-colour = Kulay
notice-colour-red = Pula
notice-colour-blue = Asul
notice-colour-green = Luntian
notice-for-red = hanapin at arestuhin pansamantala habang hinihintay ang ekstradisyon
notice-for-blue = dagdag sa pagkakakilanlan, kinaroroonan o gawain
notice-for-green = babala sa gawaing kriminal
notice-channel = Sa anong paraan
notice-channel-notice = abiso, inilalathala ng Pangkalahatang Kalihiman
notice-channel-diffusion = difusyon, ipinapadala ng pambansang tanggapan
notice-to = Sa aling mga estado (para sa difusyon)
notice-language = Wika ng pormularyo
notice-form = Pormularyo
notice-complete = kumpleto
notice-lacking =
    { $n ->
        [one] ▲ may kulang na { $shown }
       *[other] ▲ may kulang na { $shown }
    }
notice-note = Hindi mandamyento ang abiso. Nakasalig ito rito; nasa pormularyo ang kailangan ng kulay nito.
