### Signing in.

sign-in-title = Pumasok
sign-in-login = Pangalan sa pagpasok
sign-in-password = Kontrasenyas
sign-in-code = Kodigo mula sa inyong authenticator
sign-in-code-hint = Anim na bilang. Iwanang walang laman kung wala pang inihanda para sa inyo.
sign-in-do = Pumasok
sign-in-failed = Mali ang pangalan, kontrasenyas o kodigo.
sign-in-wait = Masyadong maraming pagtatangka. Subukan muli pagkatapos ng { $shown } segundo.
own-title = Inyong pagpasok
own-code = Kodigo mula sa authenticator
own-code-explain = Kodigong nagbabago bawat kalahating minuto. Hindi makapapasok ang sinumang kontrasenyas lamang ninyo ang hawak.
own-code-do = Ihanda ang kodigo
own-secret = Minsan lamang ipapakita. Ilagay ito ngayon sa inyong authenticator; mula sa susunod na pagpasok, hihingin ang kodigo.
