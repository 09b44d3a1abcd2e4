### The demo's home.

demo-title = Ang rehiyon sa isang tingin
demo-explain = Walong ahensiya at isang tagapag-ugnay sa makinang ito, bawat isa ay may sariling mga tala at susi. Gumanap bilang isa sa kanila.
demo-steward = Programa
demo-be = Maging { $role }

tour-title = Paglilibot sa pagsasanay
tour-offer = Anim na hakbang, mga apat na minuto, sa mismong mga pahina: isang kaso, teleponong kilala ng ilang ahensiya, tanong sa mga katuwang, ang makikita ng katuwang, at ang mga resulta.
tour-start = Simulan bilang pinuno ng kaso
tour-step = Hakbang { $n } ng { $all }
tour-before = Bumalik
tour-after = Susunod na hakbang
tour-end = Tapusin ang paglilibot
tour-region = Walong ahensiya ng walong bansa, bawat isa ay may sariling nodo, mga tala at susi. Walang nasa gitna na makababasa nito. Magpatuloy: kayo ang magiging pinuno ng kaso.
tour-case = Isang pinagsamang kaso. Sinasabi ng bawat linya kung aling ahensiya ang sumulat, gaano ito katiyak at sino ang makakakita; sinasabi ng unang kard ang susunod na gagawin.
tour-phone = Isang telepono sa kasong ito. Kung ilang ahensiya ang nagsasalita tungkol dito, magkatabi ang kanilang mga pahayag na may pinagmulan at grado: walang kailangang kumopya.
tour-ask = Tinanong ang mga katuwang kung alam din nila ito. Hindi nila nalaman ang itinanong at sumagot lamang ng mayroon o wala. Dahilan ang tugma upang magtanong, hindi hatol.
tour-preview = Dito pinipili ang mga tala, larangan, layunin at petsa ng pagtatapos. Bago may lumabas, ipinakikita ng susunod na pahina ang mismong makikita ng katuwang; mababawi ang pagbabahagi.
tour-results = Ang natamo ng yugto, binilang nang minsan sa lahat ng ahensiya mula sa mga tala ng kanilang nodo, walang datos ng kaso; hindi ipinakikita ang maliliit na bilang. Iyon ang paglilibot.
