### The joint response plan.

tab-plan = Plan
objectives-title = Objectives
objectives-none = No objectives yet.
objective-set = Set an objective
objective-text = What is to be achieved
objective-state-open = open
objective-state-met = met
objective-state-dropped = dropped
objective-do-open = Open again
objective-do-met = It is met
objective-do-dropped = Drop it
task-after = Waits for
task-after-none = nothing
task-waits = Waits for: { $task }
task-circle = ▲ waits for itself
task-order = Change the order
decisions-title = Decisions
decisions-none = Nothing has been decided yet.
decisions-note = An entry is never changed. What was wrong is put right by a later one.
decision-log = Log a decision
decision-text = What was decided
decision-reason = Why, and what else was considered
decision-by = Decided by
gate-title = Risk gate
gate-explain = The operation moves to go only when every agency that takes part has said yes to every question. A no shuts the gate again; a new plan asks everyone again.
gate-question = Question
gate-open = open
gate-lacking =
    { $n ->
        [one] one answer lacking
       *[other] { $shown } answers lacking
    }
gate-yes = yes
gate-no = no
gate-missing = not answered
gate-answer = Answer for your agency
gate-note = What the answers rest on
gate-note-hint = A no says why.
gate-victims-safe = Are the victims located, and will they be safe?
gate-sources-protected = Are the sources protected?
gate-agency-ready = Is the agency ready?
gate-powers-in-place = Does the legal power exist where it acts?
operation-change = Describe it anew
operation-change-note = Everyone who takes part is then asked again.
