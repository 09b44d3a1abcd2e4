### People and things.

things-none = No people or things yet.
entity-statements = What reports say
entity-links = Links
entity-matches = Possibly the same
entity-matches-note = A shared number or a similar name is a hint. Whether it is the same is for a person to judge, and can be taken back.
entity-agencies = Known to { $agencies }
entity-withheld =
    { $n ->
        [one] One statement is not shown to you.
       *[other] { $shown } statements are not shown to you.
    }
statements-none = No statement that you may see.
matches-none = Nothing that may be the same is known here.
match-shared-identifier = Shares an identifier
match-judged = Judged to be the same
judge-reason = judged on the page of the entity
link-report = Report
judge-same = Same
judge-not-same = Not the same
judge-withdrawn = Take back
verdict-same = same
verdict-not-same = not the same
match-births-differ = but born { $own } and { $other }
rule-same-spelling = same spelling
rule-same-character = same character
rule-same-name = spellings of one name
rule-same-sound = same sound
rule-near-sound = nearly the same sound
rule-initial = initial
rule-joined = joined or split
