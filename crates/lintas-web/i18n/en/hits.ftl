### Hit or no hit: whether partners know something too.

hits-title = Hit or no hit
hits-note = Partners say only whether they know something too. What you ask stays hidden from them. A hit is a reason to ask and never a judgement.
hits-ask = Ask partners whether they know this
hits-ask-do = Ask
hits-to = Partner asked
hits-case-hint = Only what your agency’s own reports state in this case is asked.
hits-no-case = No report of your agency in any case states this. File it in a case first.
hits-about = About
hits-about-all = everything in the case
hits-victims = Victims
hits-with-victims = also ask about victims, as for a missing person
hits-rules = More than { $alone } items, victims or numbers in a row need a second officer. At most { $most } items a day for each partner and purpose.
hits-asked = Asked by us
hits-asked-none = Nothing has been asked yet.
hits-received = Asked of us
hits-received-none = No partner has asked yet.
hits-budgets = Left today
hits-left-to-ask = To ask
hits-left-to-answer = To answer
hits-question = Question to { $who }
hits-hits = Hits
hits-none = No hit. The partner does not hold it, or may not say so.
hits-found =
    { $n ->
        [one] { $shown } hit
       *[other] { $shown } hits
    }
hits-known = also known to { $who }: ask
hits-possible = possibly known to { $who }: ask
hits-next = A hit says only that it exists. For more, invite the partner to the case and ask there.
hits-go-on = To the case
hits-approve = Approve as the second officer
hits-approved-by = Approved by
hits-by-two = two officers
hits-needs-second = Second officer because of
hits-inspect = Inspect what was asked
hits-inspected = { $opened } of { $items } items opened: a record of the case stands behind each.
hits-unbacked = { $opened } of { $items } items opened. No record of the case stands behind number { $places }.
hits-standing-stopped = stopped here
hits-standing-waits-for-second = waits for a second officer
hits-standing-sent = sent, no answer yet
hits-standing-refused = refused by the partner
hits-standing-not-accepted = answer not accepted
hits-standing-no-hit = no hit
hits-outcome-waits = not answered yet
hits-outcome-answered = answered
hits-outcome-refused = refused
hits-outcome-disputed = disputed: look into it
hit-refusal-budget = budget of the day spent
hit-refusal-approval = no second officer
hit-refusal-legal-basis = no legal basis
hit-refusal-points = damaged or forged question
hit-refusal-count = wrong number of items
hit-refusal-replayed = the same question again
hit-refusal-purpose = not for this purpose
hit-refusal-unbacked = no record of the case states it
second-for-many = many items
second-for-victims = victims
second-for-dense-range = numbers in a row
item-kind-phone = phone
item-kind-document = document
item-kind-document-number = document number without its state
item-kind-plate = plate
item-kind-iban = international account (IBAN)
item-kind-account = account
item-kind-email = e-mail address
item-kind-handle = name on a network
item-kind-name-on-day = name and day of birth
item-kind-name-in-year = name and year of birth
item-kind-name-in-year-of-day = name and year of birth
record-hit-inputs = what was asked of a partner
record-hit-query = question to a partner
record-hit-set = set for answers
record-hit-answer = answer to a partner
record-hit-notice = notice of hits
done-asked =
    { $n ->
        [one] One question asked.
       *[other] { $shown } questions asked.
    }
done-approved =
    { $n ->
        [one] One question approved.
       *[other] { $shown } questions approved.
    }
hits-alarm = Numbers in a row: { $shown } of one hundred were asked within a day ({ $what }, beginning with { $beginning }), by { $who }. Ask why.
