### Search.

search-help = যেকোনো লিপিতে নাম, নম্বর, নম্বরপ্লেট, প্রতিবেদনের শব্দ।
search-any-kind = সবকিছু
search-any-agency = সব সংস্থা
search-none = আপনি দেখতে পারেন এমন কিছু পাওয়া যায়নি।
search-count = { $shown }টি পাওয়া গেছে
search-more-than = { $shown }টির বেশি পাওয়া গেছে
search-next = আরও
search-part = আংশিক
search-part-note = মূল সংস্থা বা আপনার নিয়ম কিছু ঘর দেখায় না।
search-existence = শুধু থাকার কথা
search-existence-note = নথিটি আছে এটুকু আপনি জানতে পারেন, তাতে কী আছে তা নয়। মূল সংস্থাকে জিজ্ঞেস করুন।
