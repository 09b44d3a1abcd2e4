### Requests for information between agencies.

tab-inquiries = প্রশ্ন
inquiries-title = তথ্যের অনুরোধ
inquiries-none = কোনো প্রশ্ন নেই।
inquiries-note = সময় পেরোনো প্রশ্ন আগে থাকে। হ্যাঁ মানে আগে প্রদান করা একটি নথি; উত্তরের সঙ্গে কিছুই বাইরে যায় না।
inquiry-ask = সংস্থাকে প্রশ্ন করুন
inquiry-question = প্রশ্ন
inquiry-answer = উত্তর দিন
inquiry-text = আপনার ভাষায়
inquiry-record = যে প্রদত্ত নথি এর উত্তর দেয়
inquiry-record-hint = যেসব প্রতিবেদন { $agency } পেয়েছে। কোনোটি না মিললে আগে প্রদান করে ফিরে আসুন।
inquiry-talk = কথোপকথন
inquiry-silent = এখনও কেউ উত্তর দেয়নি।
inquiry-state-asked = জিজ্ঞাসিত
inquiry-state-with-lead = প্রধানের কাছে
inquiry-state-answered = উত্তর দেওয়া হয়েছে
inquiry-state-declined = অস্বীকৃত
inquiry-state-withdrawn = প্রত্যাহৃত
inquiry-move-yes = হ্যাঁ: এই নিন
inquiry-move-no = না: আমাদের কাছে কিছু নেই
inquiry-move-ask-lead = আমার প্রধানকে জিজ্ঞাসা করুন
inquiry-move-decline = দেওয়া যাবে না
inquiry-move-withdraw = প্রশ্ন ফিরিয়ে নিন
