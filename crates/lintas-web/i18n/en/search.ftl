### Search.

search-help = Names in any script, numbers, plates, words of a report.
search-any-kind = Everything
search-any-agency = All agencies
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
