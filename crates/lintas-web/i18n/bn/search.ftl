### Search.

search-help = যেকোনো লিপিতে নাম, নম্বর, নম্বরপ্লেট, প্রতিবেদনের শব্দ।
search-none = আপনি দেখতে পারেন এমন কিছু পাওয়া যায়নি।
search-count = { $shown }টি পাওয়া গেছে
search-more-than = { $shown }টির বেশি পাওয়া গেছে
search-next = আরও
search-part = আংশিক
search-part-note = মূল সংস্থা বা আপনার নিয়ম কিছু ঘর দেখায় না।
search-existence = শুধু থাকার কথা
search-existence-note = নথিটি আছে এটুকু আপনি জানতে পারেন, তাতে কী আছে তা নয়। মূল সংস্থাকে জিজ্ঞেস করুন।
search-all = সব
search-place = স্থান
search-narrow = অনুসন্ধান সংকীর্ণ করুন
search-beyond = সংখ্যাগুলো কেবল সর্বশেষ নথি গোনে। পুরোনো দেখতে অনুসন্ধান সংকীর্ণ করুন।
search-save = নতুন এলে জানান
search-saved = সংরক্ষিত অনুসন্ধান
search-saved-note = আপনি দেখতে পারেন এমন নতুন নথি মিললে আগত কাজ জানায়।
search-forget = সরান
search-examples = কী খোঁজা যায়
search-teach = শব্দের শুরু, যেকোনো লিপিতে নাম, ফোন বা নম্বরপ্লেটের শেষ অঙ্ক লিখুন। এক লিপির নাম অন্য লিপিতে একই নাম খুঁজে পায়।
found-grade-reliable = নির্ভরযোগ্য উৎস
found-grade-other = অন্য উৎস
found-grade-none = এখনো মূল্যায়ন হয়নি
found-time-week = গত 7 দিন
found-time-month = তার আগে, 31 দিনে
found-time-year = তার আগে, এক বছরে
found-time-older = আরও পুরোনো
