### The inbox.

inbox-title = What waits for you
inbox-next = Next for you
inbox-none = Nothing waits for you.
inbox-tasks = Tasks
inbox-grade = Reports to grade
inbox-matches = Possible matches
inbox-releases = Received from partners
inbox-recalls = Recalls to acknowledge
inbox-commitments = Commitments of your agency
inbox-warrants = Warrants to review
partners-title = Partners and sync
partners-none = No partner has been enrolled. Meet in person, compare the fingerprints, then run lintas partner.
partners-more = All partners
