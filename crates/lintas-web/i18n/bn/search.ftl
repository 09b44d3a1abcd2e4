### Search.

search-help = যেকোনো লিপিতে নাম, নম্বর, নম্বরপ্লেট, প্রতিবেদনের শব্দ।
search-any-kind = সবকিছু
search-any-agency = সব সংস্থা
search-none = আপনি দেখতে পারেন এমন কিছু পাওয়া যায়নি।
search-count = { $shown }টি পাওয়া গেছে
search-more-than = { $shown }টির বেশি পাওয়া গেছে
search-next = আরও
