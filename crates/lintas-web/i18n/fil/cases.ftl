### Cases.

cases-title = Mga kaso
cases-none = Walang kaso.
case-open = Magbukas ng kaso
case-title = Pangalan ng kaso
case-title-hint = Pangalang pang-operasyon na walang sinasabi tungkol sa tao.
case-reference = Inyong sanggunian
case-about = Tungkol saan ito
case-offences = Mga paglabag
case-countries = Mga bansa
case-joint = Pinagsamang kaso: { $members }
case-owner = May-ari: { $agency }
case-protected =
    { $n ->
        [one] { $shown } protektadong tao
       *[other] { $shown } na protektadong tao
    }
case-protected-title = Mga protektadong tao
case-protected-note = Kodigo lamang. Nakahiwalay ang pagkakakilanlan, sa selyadong lugar.
case-timeline = Takbo ng mga pangyayari
case-moves = Baguhin ang lagay ng kaso
case-tabs = Mga bahagi ng kaso
case-invite = Mga ahensiyang makakasama
case-invite-hint = Mula ngayon, mababasa nila ang isinusulat sa kaso; mananatili rito ang sarili ninyong mga tala hanggang ibahagi.
case-invite-do = Anyayahan
tab-overview = Kabuuan
tab-reports = Mga ulat
tab-things = Mga tao at bagay
tab-tasks = Mga gawain
tab-warrants = Mga mandamyento
tab-operations = Mga operasyon
tab-journal = Talaarawan
tasks-none = Walang gawain.
tasks-open = Mga gawaing di pa tapos
task-set = Magtakda ng gawain
task-title = Ano ang gagawin
task-detail = Karagdagan
task-agency = Sino ang hinihilingan
operations-none = Walang operasyon.
operation-plan = Magplano ng operasyon
operation-title = Pangalan ng operasyon
operation-objective = Layon
operation-gate = Magsisimula lamang kapag natunton at ligtas ang mga biktima, protektado ang mga pinagmulan at handa ang lahat ng ahensiya.
journal-none = Wala pang nakasulat.
journal-note = Tala para sa lahat ng gumagawa sa kaso
journal-write = Isulat ang tala
journal-who = Mababasa ito ng bawat ahensiya ng kaso.
missteps-title = Mga hakbang na hindi sinunod
missteps-note = Pinirmahan at itinabi ang mga ito, ngunit hindi pinayagan ng lagay o hindi sakop ng ahensiyang iyon. Tanungin ang ahensiya.
misstep-not-allowed = { $agency }: “{ $step }” para sa { $thing } na ang lagay ay { $state }
misstep-not-theirs = { $agency }: “{ $step }” para sa { $thing } ng { $owner }
