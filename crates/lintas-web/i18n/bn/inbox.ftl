### The inbox.

inbox-title = আপনার অপেক্ষায় যা আছে
inbox-next = এরপর আপনার কাজ
inbox-none = আপনার অপেক্ষায় কিছু নেই।
inbox-tasks = কাজ
inbox-asked = সহযোগীদের কাছে চাওয়া
inbox-grade = মূল্যায়ন বাকি এমন প্রতিবেদন
inbox-releases = সহযোগীদের কাছ থেকে প্রাপ্ত
inbox-warrants = পর্যালোচনার পরোয়ানা
partners-title = সহযোগী ও তথ্য মেলানো
partners-none = কোনো সহযোগী যুক্ত হয়নি। সামনাসামনি দেখা করুন, চাবির সংকেত মেলান, তারপর lintas partner চালান।
partners-more = সব সহযোগী
inbox-missteps = যে ধাপ মানা হয়নি
misstep-pill = সহযোগীকে জিজ্ঞেস করুন
inbox-inquiries = উত্তর দেওয়ার প্রশ্ন
inbox-inquiries-ours = আপনার করা প্রশ্ন
inbox-saved = সংরক্ষিত অনুসন্ধানে নতুন কিছু
inbox-new = { $shown }টি নতুন
inbox-pressing = জরুরি অনুরোধ
inbox-second = দ্বিতীয় কর্মকর্তার অপেক্ষায়
inbox-other-log = { $who } এখানে সহ-স্বাক্ষরিত লগ নয়, অন্য একটি লগ দেখাচ্ছে
inbox-alarms = সতর্কসংকেত
