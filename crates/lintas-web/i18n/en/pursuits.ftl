### The pursuit of warrants.

nav-pursuits = Requests
pursue = Pursue abroad
requests-title = Requests to other states
requests-none = No request has been recorded.
requests-note = Most pressing first. Whoever holds a request owes the next step.
request-record = Record a request
request-what = What is asked
request-requested = Requested state
request-ways = Show the ways
request-no-way = The law opens no way for this.
request-basis = Basis
request-reference = Your reference
request-sought = What is sought
request-needed-by = Needed by
request-urgency = Urgency
request-urgent = Urgent
request-facts = The request
request-way = Its way
request-way-none = The data on law have no way for this basis.
request-history = Steps
request-carrier = Carried by
request-owes = { $who } owes the next step: { $does }. Waiting for { $days }.
request-owes-now = owes the next step
request-skipped = may be skipped
request-hop-do = Record a hop
request-step-do = Record a step
request-kind-mutual-legal-assistance = mutual legal assistance
request-kind-extradition = extradition
request-kind-provisional-arrest = provisional arrest
request-kind-transfer-of-proceedings = transfer of proceedings
request-kind-police-to-police = police to police
request-kind-joint-investigation = joint investigation
request-state-drafted = drafted
request-state-sent = sent
request-state-acknowledged = acknowledged
request-state-more-asked = more asked
request-state-arrested = person arrested
request-state-under-decision = being decided
request-state-granted = granted
request-state-fulfilled = fulfilled
request-state-refused = refused
request-state-lapsed = lapsed
request-state-withdrawn = withdrawn
request-move-send = sent
request-move-acknowledge = acknowledged
request-move-ask-more = more was asked
request-move-supply = more was supplied
request-move-arrest = the person was arrested
request-move-receive-papers = the papers arrived
request-move-grant = granted
request-move-fulfil = fulfilled
request-move-refuse = refused
request-move-lapse = lapsed; the person is free
request-move-withdraw = withdrawn
request-move-redraft = written anew
urgency-lapsed = ▲ lapsed
urgency-pressing = ▲ pressing
urgency-ask = ask
urgency-running = on its way
urgency-ended = ended
clocks-title = Clocks
clocks-none = No clock has started.
clock-law = by law
clock-practice = reminder
clock-met = met
clock-met-late = met { $days } late
clock-stopped = stopped
clock-running = { $days } left
clock-lapsed = ▲ lapsed { $days } ago
clock-unknown = ▲ period not known, running for { $days }: ask the requested state
days =
    { $n ->
        [one] one day
       *[other] { $shown } days
    }
paths-title = Treaty paths
paths-note = The data on law are dated and carry their source. What is marked as not verified is to be confirmed with a lawyer.
paths-sources = Sources
paths-missing =
    { $n ->
        [one] one thing is missing
       *[other] { $shown } things are missing
    }
paths-there =
    { $n ->
        [one] one thing is there
       *[other] { $shown } things are there
    }
paths-closed =
    { $n ->
        [one] one way is closed
       *[other] { $shown } ways are closed
    }
verdict-open = open
verdict-unclear = unclear
verdict-closed = closed
law-confidence-unverified = not verified
law-confidence-medium = to be confirmed
law-confidence-high = well known, not read in the original
col-request = Request
col-next = Owes the next step
col-waiting = Waiting
col-lapses = Runs out
col-progress = Steps
col-actor = Actor
col-does = Does
col-date-in = Date in
col-passed-on = Date out
col-reference = Reference
col-source = Source
