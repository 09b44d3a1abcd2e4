### The inbox.

inbox-title = What waits for you
inbox-next = Next for you
inbox-none = Nothing waits for you.
inbox-tasks = Tasks
inbox-asked = Asked of partners
inbox-grade = Reports to grade
inbox-releases = Received from partners
inbox-warrants = Warrants to review
partners-title = Partners and sync
partners-none = No partner has been enrolled. Meet in person, compare the fingerprints, then run lintas partner.
partners-more = All partners
inbox-missteps = Steps that were not obeyed
misstep-pill = ask the partner
inbox-inquiries = Questions to answer
inbox-inquiries-ours = Questions you asked
inbox-saved = Saved searches with something new
inbox-new =
    { $n ->
        [one] One new
       *[other] { $shown } new
    }
inbox-pressing = Requests that press
inbox-second = Waiting for a second officer
inbox-other-log = { $who } shows another log than the one cosigned here
inbox-alarms = Alarms
