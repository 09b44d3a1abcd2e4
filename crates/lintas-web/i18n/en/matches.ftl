### Pairs that may be the same.

nav-matches = Matches
matches-title = Possibly the same
matches-from-start = From the strongest
matches-behind =
    { $n ->
        [one] One record has not been looked at yet.
       *[other] { $shown } records have not been looked at yet.
    }
matches-empty = No pair waits for a judgement.
matches-teach = Pairs appear as soon as a report, an import or a partner names a person, a phone, a document or an account that may be known already.
match-reasons = What speaks for it and against it
match-changed = Something new has been said since it was judged
match-names-alike = Names: { $percent } %
match-shares = Both: { $what } { $value }
match-birth = Both born { $date }
match-namesakes =
    { $n ->
        [one] One that you may see bears a name like it
       *[other] { $shown } that you may see bear a name like it
    }
match-namesakes-many =
    { $n ->
        [one] At least one that you may see bears a name like it
       *[other] At least { $shown } that you may see bear a name like it
    }
match-parts = Which part matches which
match-first = First
match-rule = Rule
match-second = Second
match-alone = no counterpart
match-common = common, says little
match-judgements = What has been judged of this pair
match-merged =
    { $n ->
        [one] One other was judged to be the same as this
       *[other] { $shown } others were judged to be the same as this
    }
match-skip = Skip
match-reason-hint = Why, in your words. It stays with the judgement and can be read in court.
match-reason-default = judged side by side
match-reason-undo = taken back by whoever judged
judged-title = Judged lately
judged-none = Nothing has been judged here yet. What you judge can be taken back.
contradictions-title = Judgements that contradict each other
contradictions-note = Nothing is decided for you: talk to each other, then take back what was wrong.
verdict-withdrawn = taken back
