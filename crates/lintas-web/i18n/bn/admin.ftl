### Officers and audit.

officers-title = কর্মকর্তা
officers-none = কোনো কর্মকর্তা নেই।
officer-enrol = কর্মকর্তা নিবন্ধন করুন
officer-name = সংস্থায় ব্যবহৃত নাম
officer-login = প্রবেশের নাম
officer-password = প্রথম পাসওয়ার্ড
officer-password-hint = অন্তত ১২টি অক্ষর; কয়েকটি শব্দ হলে সবচেয়ে ভালো।
password-short = অন্তত { $shown }টি অক্ষর দিন।
officer-language = ভাষা
officer-active = সক্রিয়
officer-suspended = স্থগিত
officer-suspend = স্থগিত করুন
officer-restore = আবার চালু করুন
audit-title = নিরীক্ষা
audit-note = প্রতিটি লাইন খতিয়ানের একটি নথি, তা সরানো যায় না।
audit-none = এখনো কিছু দেখা হয়নি।
act-view = দেখেছেন
act-search = খুঁজেছেন
act-export = ফাইলে নিয়েছেন
act-refused = প্রত্যাখ্যাত
act-sign-in = প্রবেশ করেছেন
act-print = ছাপিয়েছেন
act-purpose = উদ্দেশ্য বেছেছেন
act-credential = প্রবেশের উপায় বদলেছেন
