### Findings of analyses.

tab-findings = Findings
findings-none = No finding has been kept.
findings-note = A finding keeps the records it used, its method and its seed: whoever holds the records can find it again.
finding-route = route
finding-rest-house = rest-house
finding-organisers = organisers
finding-used =
    { $n ->
        [one] one record used
       *[other] { $shown } records used
    }
finding-missing =
    { $n ->
        [one] one record is not held here any more
       *[other] { $shown } records are not held here any more
    }
finding-why = Why
finding-limits = What it could not see
finding-basis = What it rests on
finding-method = Method
finding-seed = Seed
parameter-new-since = New since
parameter-judgements = Judgements used
finding-again = Find it again
finding-again-hint = Runs the same analysis on those of its records that are held here.
finding-again-same = Found again: the same, to the last figure.
finding-again-changed = Found again, but changed: { $title }, { $confidence }.
finding-again-gone = Not found any more with the records that are held here.
finding-keep = Keep this finding
finding-kept = kept already
finding-outcome = As a result of the round
finding-outcome-hint = A result counts once for the region; an agency that saw it confirms it.
finding-outcome-summary = Found by analysis of sightings
finding-seen-by = Seen by
finding-claimed-by = Claimed by
finding-confirmed-by = Confirmed by
finding-claim = Claim as a result
finding-confirm = Confirm
analysis-run = Run an analysis
analysis-what = What to look for
analysis-routes = routes and rest-houses, from sightings
analysis-organisers = who probably organises, from links
analysis-scope = On which records
analysis-since = A route is new since
analysis-found = Found
analysis-nothing = Nothing was found in the records that you may see.
scope-agency = all that this agency holds; the findings stay here
scope-shared = what every agency of the case holds; the findings are for all of them
col-finding = Finding
col-confidence = How sure
col-basis = Rests on
