### People and things.

things-none = এখনো কোনো ব্যক্তি বা বস্তু নেই।
entity-statements = প্রতিবেদনে যা আছে
entity-links = সম্পর্ক
entity-matches = সম্ভবত একই
entity-matches-note = একই নম্বর বা মিল থাকা নাম কেবল ইঙ্গিত। একই কি না তা মানুষ নির্ণয় করবেন, এবং তা ফিরিয়ে নেওয়া যায়।
entity-agencies = যাদের জানা: { $agencies }
entity-withheld = { $shown }টি তথ্য আপনাকে দেখানো হচ্ছে না।
statements-none = আপনি দেখতে পারেন এমন কোনো তথ্য নেই।
matches-none = একই হতে পারে এমন কিছু এখানে জানা নেই।
match-shared-identifier = একই পরিচয় নম্বর
match-judged = একই বলে নির্ণীত
judge-reason = ব্যক্তি বা বস্তুর পৃষ্ঠায় নির্ণীত
link-report = প্রতিবেদন
judge-same = একই
judge-not-same = একই নয়
judge-withdrawn = ফিরিয়ে নিন
verdict-same = একই
verdict-not-same = একই নয়
match-births-differ = কিন্তু জন্ম { $own } ও { $other }
rule-same-spelling = একই বানান
rule-same-character = একই অক্ষর
rule-same-name = একই নামের ভিন্ন বানান
rule-same-sound = একই উচ্চারণ
rule-near-sound = প্রায় একই উচ্চারণ
rule-initial = আদ্যক্ষর
rule-joined = জোড়া বা আলাদা
