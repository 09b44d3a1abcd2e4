### Cases.

cases-title = Cases
cases-none = No cases.
case-open = Open a case
case-title = Name of the case
case-title-hint = An operational name that tells nothing about persons.
case-reference = Your reference
case-about = What it is about
case-offences = Offences
case-countries = Countries
case-joint = Joint: { $members }
case-owner = Owner: { $agency }
case-protected =
    { $n ->
        [one] one protected person
       *[other] { $shown } protected persons
    }
case-protected-title = Protected persons
case-protected-note = By code only. Identities are kept apart, in the sealed space.
case-timeline = Timeline
case-moves = Move the case
case-tabs = Parts of the case
case-invite = Agencies to work it with
case-invite-hint = They will read what is written into the case from now on; your own records stay until released.
case-invite-do = Invite
tab-overview = Overview
tab-reports = Reports
tab-things = People & things
tab-tasks = Tasks
tab-warrants = Warrants
tab-operations = Operations
tab-journal = Journal
tasks-none = No tasks.
tasks-open = Open tasks
task-set = Set a task
task-title = What is to be done
task-detail = More about it
task-agency = Who is asked
operations-none = No operations.
operation-plan = Plan an operation
operation-title = Name of the operation
operation-objective = Objective
operation-gate = It begins only when victims are located and safe, sources protected and all agencies ready.
journal-none = Nothing has been written yet.
journal-note = A note for everyone who works the case
journal-write = Write note
journal-who = Every agency of the case can read it.
missteps-title = Steps that were not obeyed
missteps-note = They were signed and are kept, but the state did not allow them or they were not that agency's to take. Ask the agency.
misstep-not-allowed = { $agency }: “{ $step }” for a { $thing } that was { $state }
misstep-not-theirs = { $agency }: “{ $step }” for a { $thing } of { $owner }
