### Results of the round.

region-title = Rehiyon
region-note = Binilang mula sa mga tala ng mga nodo; minsan lamang binibilang ang resultang iniulat ng ilang ahensiya. Walang datos ng kaso.
region-none = Wala pang yugto.
region-small = Hindi sinasabi ang mga bilang na mababa sa { $shown }, upang walang makilala.
region-commitments = Mga pangako
region-participation = Pakikilahok
participation-none = Wala pang naitalang pakikilahok.
commitments-none = Walang pangako.
commitment-open = di pa tapos
result-basis =
    { $n ->
        [one] mula sa { $shown } pag-uulat ng { $agencies }
       *[other] mula sa { $shown } na pag-uulat ng { $agencies }
    }
result-confirmed = tiniyak
workshop-opening = Pagbubukas
workshop-review = Pagsusuri
workshop-closing = Pagtatapos
outcome-warrants-updated = Mga mandamyentong na-update
outcome-victims-rescued = Mga biktimang nasagip
outcome-rest-houses-identified = Mga natukoy na pansamantalang tuluyan
outcome-routes-discovered = Mga rutang natuklasan
outcome-arrests = Mga pag-aresto
outcome-organisers-identified = Mga natukoy na tagapag-organisa
outcome-convictions = Mga hatol na maysala
region-levels = Mga hatol ayon sa antas: umaabot ba sa tuktok?
region-levels-few = mababa sa { $shown }
