### Deadlines and the agenda.

deadlines-title = সময়সীমা
deadlines-none = কিছু বাকি নেই।
deadlines-calendar = ক্যালেন্ডার ফাইল
deadlines-note = ফাইলে কোনো ব্যক্তি, শিরোনাম বা প্রশ্ন নেই, কেবল ধরন ও মামলার সূত্র নম্বর: ক্যালেন্ডার ফোনে কপি হয়।
due-clock = সময় ফুরোচ্ছে
due-request = অন্য রাষ্ট্রের উত্তর
due-inquiry = উত্তর দেওয়ার প্রশ্ন
due-answer = আমাদের প্রশ্নের উত্তর
due-task = কাজ
due-review = পর্যালোচনার পরোয়ানা
due-commitment = অঙ্গীকার
agenda-title = আলোচ্যসূচি
agenda-note = নথির অবস্থা থেকে তৈরি; কেউ হাতে লেখে না।
agenda-promised = যা বলা হয়েছিল, যা করা হয়েছে
agenda-carried = আগের পর্ব থেকে খোলা
agenda-cases = মামলা, যেটিতে আলোচনা বেশি সেটি আগে
agenda-late = { $shown }টি বিলম্বিত
agenda-shut = { $shown }টি যাচাই বাকি
kept-done = পালিত
kept-late = দেরিতে পালিত
kept-open = খোলা
kept-overdue = ▲ পালিত হয়নি
