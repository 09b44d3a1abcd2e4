### Search.

search-help = Names in any script, numbers, plates, words of a report.
search-none = Nothing found that you may see.
search-count =
    { $n ->
        [one] One hit
       *[other] { $shown } hits
    }
search-more-than = More than { $shown } hits
search-next = More
search-part = in part
search-part-note = The originator or your rules leave fields out.
search-existence = existence only
search-existence-note = You may know that this record exists, not what it says. Ask its originator.
search-all = All
search-place = Place
search-narrow = Narrow the search
search-beyond = The figures count the newest records only. Narrow the search to see older ones.
search-save = Tell me of new ones
search-saved = Saved searches
search-saved-note = The inbox tells you when a new record matches that you may see.
search-forget = Remove
search-examples = What can be found
search-teach = Type the beginning of a word, a name in any script, the last digits of a phone or a plate. A name in one script finds the same name in another.
found-grade-reliable = Reliable source
found-grade-other = Other source
found-grade-none = Not graded yet
found-time-week = Last 7 days
found-time-month = Before that, last 31 days
found-time-year = Before that, last year
found-time-older = Older
