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
sign-in-passkey = Pumasok gamit ang susi sa pagpasok
sign-in-passkey-failed = Hindi tinanggap ang susi sa pagpasok. Subukan muli, o gamitin ang inyong kontrasenyas.
own-password = Inyong kasalukuyang kontrasenyas
own-password-wrong = Hindi ito ang inyong kasalukuyang kontrasenyas.
own-code-on = hinihingi sa pagpasok
own-code-off = hindi pa inihanda
own-code-first = Ang kodigong ipinapakita ngayon ng authenticator
own-code-wrong = Hindi ito ang kodigong ipinapakita ngayon. Suriin ang orasan ng gamit.
own-code-confirm = Tiyakin
own-code-again = Maghanda ng ibang gamit
own-code-remove = Alisin ang kodigo
own-recovery-left =
    { $n ->
        [one] { $shown } kodigong pambawi ang natitira
       *[other] { $shown } na kodigong pambawi ang natitira
    }
own-recovery-new = Mga bagong kodigong pambawi
own-recovery-once = Minsan lamang ipapakita. Ilimbag at itago nang nakasusi: minsan magagamit ang bawat isa sa pagpasok, kapalit ng kodigo.
own-passkeys = Mga susi sa pagpasok
own-passkeys-explain = Ang susi sa inyong gamit o sa inyong kawing ng susi ang kapalit ng kontrasenyas at kodigo. Hindi ito maita-type sa pekeng pahina.
own-passkeys-none = Wala pa kayong susi sa pagpasok.
own-passkey-label = Pangalan ng susi
own-passkey-label-hint = Upang makilala ninyo muli, halimbawa: asul na susi.
own-passkey-label-wrong = Bigyan ang susi ng pangalang hindi pa gamit ng iba ninyong susi.
own-passkey-add = Irehistro ang susi sa pagpasok
own-passkey-remove = Alisin
own-passkey-where = Kailangan ng susi sa pagpasok ang browser na mayroon nito, bukás na mga script, at ang address na { $host }.
own-passkey-nowhere = Walang address ang nodong ito na mapagkakabitan ng susi sa pagpasok. Itinatakda ng tagapangasiwa ang web_origin sa node.toml.
print = Ilimbag
purpose-for = Gumagawa para sa
purpose-note = Itinatala kasama ng lahat ng tinitingnan at isinusulat ninyo.
