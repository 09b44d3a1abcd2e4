### Results of the round.

region-title = Region
region-note = Counted from the records of the nodes; an outcome that several agencies report counts once. No case data.
region-none = No round has been set up.
region-small = Numbers below { $shown } are not told, so that nobody can be recognised.
region-commitments = Commitments
region-participation = Participation
participation-none = No participation has been recorded.
commitments-none = No commitments.
commitment-open = open
result-basis =
    { $n ->
        [one] from one claim of { $agencies }
       *[other] from { $shown } claims of { $agencies }
    }
result-confirmed = confirmed
workshop-opening = Opening
workshop-review = Review
workshop-closing = Closing
outcome-warrants-updated = Warrants updated
outcome-victims-rescued = Victims rescued
outcome-rest-houses-identified = Rest-houses identified
outcome-routes-discovered = Routes discovered
outcome-arrests = Arrests
outcome-organisers-identified = Organisers identified
outcome-convictions = Convictions
region-levels = Convictions by level: does it reach the top?
region-levels-few = fewer than { $shown }
