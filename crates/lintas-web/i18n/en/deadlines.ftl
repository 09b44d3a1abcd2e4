### Deadlines and the agenda.

deadlines-title = Deadlines
deadlines-none = Nothing is due.
deadlines-calendar = Calendar file
deadlines-note = The file names no person, no title and no question, only what kind of thing is due and the reference of the case: calendars are copied to telephones.
due-clock = a clock runs out
due-request = answer of another state
due-inquiry = question to answer
due-answer = answer to our question
due-task = task
due-review = warrant to review
due-commitment = commitment
agenda-title = Agenda
agenda-note = Made from the state of the records; nobody types it.
agenda-promised = What was promised, what was done
agenda-carried = Still open from rounds before
agenda-cases = Cases, most to talk about first
agenda-late =
    { $n ->
        [one] { $shown } overdue
       *[other] { $shown } overdue
    }
agenda-shut =
    { $n ->
        [one] { $shown } before a shut gate
       *[other] { $shown } before a shut gate
    }
kept-done = kept
kept-late = kept late
kept-open = open
kept-overdue = ▲ not kept
