### The joint response plan.

tab-plan = Plano
objectives-title = Mga layunin
objectives-none = Wala pang layunin.
objective-set = Magtakda ng layunin
objective-text = Ano ang dapat makamit
objective-state-open = bukas
objective-state-met = nakamit
objective-state-dropped = binitawan
objective-do-open = Buksan muli
objective-do-met = Nakamit na
objective-do-dropped = Bitawan
task-after = Naghihintay sa
task-after-none = wala
task-waits = Naghihintay sa: { $task }
task-circle = ▲ naghihintay sa sarili
task-order = Baguhin ang ayos
decisions-title = Mga pasya
decisions-none = Wala pang napagpasyahan.
decisions-note = Hindi binabago ang entri. Itinatama ng susunod ang mali.
decision-log = Itala ang pasya
decision-text = Ano ang napagpasyahan
decision-reason = Bakit, at ano pa ang pinag-isipan
decision-by = Nagpasya
gate-title = Pagsusuri ng panganib
gate-explain = Tutuloy lamang ang operasyon kapag oo ang sagot ng bawat kalahok na ahensiya sa bawat tanong. Isinasara itong muli ng hindi; muling tinatanong ang lahat kapag bago ang plano.
gate-question = Tanong
gate-open = bukas
gate-lacking =
    { $n ->
        [one] kulang ng { $shown } sagot
       *[other] kulang ng { $shown } sagot
    }
gate-yes = oo
gate-no = hindi
gate-missing = hindi pa sinagot
gate-answer = Sumagot para sa iyong ahensiya
gate-note = Ano ang batayan ng mga sagot
gate-note-hint = Sabihin ang dahilan kung hindi.
gate-victims-safe = Natunton ba ang mga biktima, at magiging ligtas ba sila?
gate-sources-protected = Protektado ba ang mga pinagmulan?
gate-agency-ready = Handa na ba ang ahensiya?
gate-powers-in-place = May legal na kapangyarihan ba kung saan kikilos?
operation-change = Ilarawang muli
operation-change-note = Muling tatanungin ang lahat ng kalahok.
