### Bringing files in.

format-table = সারণি
format-htcds = মামলার তথ্যের মানদণ্ড
format-ofac-sdn = নিষেধাজ্ঞা তালিকা (OFAC)
format-un-list = নিষেধাজ্ঞা তালিকা (জাতিসংঘ)
format-incidents = তারিখসহ ঘটনা
imports-title = ফাইল গ্রহণ
imports-before = আগে গৃহীত
imports-none = এখনো কিছু গ্রহণ করা হয়নি।
import-bring = ফাইল আনুন
import-file = ফাইল
import-file-hint = XLSX, CSV, TSV, লেখা, XML। যেকোনো এনকোডিং, TIS-620 সহ।
import-no-file = আগে একটি ফাইল বাছুন।
import-unreadable = এটি প্রোগ্রাম, ছবি বা এমন ফাইল যা গ্রহণ করা যায় না।
import-look = আগে দেখে নিন
import-nothing-yet = এখনো কিছু গ্রহণ করা হয়নি।
import-dry = এটি পরীক্ষামূলক পাঠ: কিছুই লেখা হয়নি।
import-asks = ফাইলটি দুইভাবে পড়া যায়। আগে উত্তর দিন; কিছুই অনুমান করা হয় না।
import-read = পঠিত সারি
import-fresh = নতুন
import-known = আগে থেকে আছে
import-refused = গৃহীত নয়
import-taken = গৃহীত
import-take =
    { $n ->
        [0] গ্রহণ করুন
       *[other] { $shown }টি সারি গ্রহণ করুন
    }
import-look-again = এই উত্তর দিয়ে আবার পড়ুন
import-drop = বাদ দিন
import-columns = কলামগুলো যেভাবে পড়া হয়েছে
import-issues = যা গৃহীত হয়নি, ও কারণ
import-rejects-explain = ফাইলে সারিগুলো ঠিক করে আবার গ্রহণ করুন; গৃহীত সারি দুবার হবে না।
import-rejects = যে সারি গৃহীত হয়নি তা নামান
import-undo = এই গ্রহণ বাতিল করুন
import-undo-explain = এর সব নথি আর দেখানো হবে না। এটি যে ঘটেছিল তা খতিয়ানে থাকবে।
import-undone = বাতিল করা হয়েছে
import-whole = সম্পূর্ণ
import-partly = আংশিক
columns-none = কোনো কলাম চেনা যায়নি।
column-left-out = অচেনা: রেখে দেওয়া
import-waiting = উত্তরের অপেক্ষায়
import-which-day = কলাম { $column }: { $date } কোন দিন?
import-evidence = এই কলামের আরও { $day }টি তারিখে কেবল দিন আগে, { $month }টিতে কেবল মাস আগে হতে পারে।
issues-none = সব সারি গ্রহণ করা যায়।
issues-more = এবং আরও { $shown }টি
row-refused = গৃহীত নয়
row-noted = টীকাসহ গৃহীত
