### Releases.

releases-title = Releases
releases-given = Given by us
releases-received = Received
releases-none = None.
release-do = Release to partners
release-explain = Nothing has left this node. Choose records and fields, then see what the partner will see.
release-records = Records
release-records-none = No records.
release-none-possible = There is nothing that you may release.
release-nothing = Choose at least one record and one of its fields.
release-fields = Fields
release-all-fields = all
release-audience = To whom
release-audience-hint = Everyone in the audience gets the same.
release-to-agencies = Agencies ticked below
release-agencies = Agencies
release-nobody = Choose a joint case or at least one agency. Nobody is never everybody.
release-purposes = For which purposes
release-use = Use
release-onward = Passing on
release-expires = Until
release-expires-hint = After this day it leaves the partner's views. Empty: no end.
release-basis = Legal basis
release-basis-hint = For example UNTOC Art. 27.
release-no-end = no end
release-preview = Preview as partner
release-not-yet = Nothing leaves yet.
release-they-see = What they will see
release-terms = Terms
release-readers = Who will read it
release-confirm =
    { $n ->
        [one] Release one record
       *[other] Release { $shown } records
    }
release-change = Change
release-stands = Stands
release-recalled = Recalled
release-expired = Expired
release-recall = Recall
release-recall-explain = It leaves the partners' views when they next meet this node; each sends a receipt. What was read cannot be unread.
receipts-none = No partner is in the audience.
receipt-given-up = Given up
receipt-came = receipt came
receipt-waiting = not yet
use-intelligence-only = Intelligence only
use-evidence-after-permission = Evidence after permission
use-evidence = Evidence
onward-never = Never
onward-ask = After asking us
onward-allowed = Allowed under the same terms
purpose-investigation = Investigation
purpose-prosecution = Prosecution
purpose-victim-protection = Victim protection
purpose-legal-cooperation = Legal cooperation
purpose-programme = Programme
purpose-administration = Administration
