### ছাপা নথিপত্র।

document-print = PDF হিসেবে ছাপুন
document-show = এই ভাষায় দেখান
document-language = ইংরেজির পাশে যে ভাষা
document-english-alone = শুধু ইংরেজি
document-draft = এটি খসড়া হবে
document-lacks = প্রতি পৃষ্ঠায় তা লেখা থাকবে। যা নেই:
document-complete = প্রয়োজনীয় কিছুই বাদ নেই।
document-note = ছাপানো নথিভুক্ত হয়। কাগজে একটি কোড থাকে, যা দিয়ে এই সংস্থা জানতে পারে কে এবং কখন ছাপিয়েছে।
document-passages = নথির বাইরে এটি যা বলে
document-passages-note = একবার লিখে এই সংস্থার নথি হিসেবে রাখা হয়, ইংরেজিতে ও পাশের ভাষায়। একাধিক বিষয় হলে প্রতিটি আলাদা লাইনে।
document-passages-save = লেখা রাখুন
document-records =
    { $n ->
        [one] { $shown }টি নথি থেকে তৈরি
       *[other] { $shown }টি নথি থেকে তৈরি
    }
document-legal-assistance-request = পারস্পরিক আইনি সহায়তার অনুরোধ
document-extradition-request = প্রত্যর্পণের অনুরোধ
document-provisional-arrest-request = সাময়িক গ্রেপ্তারের অনুরোধ
document-note-verbale = কূটনৈতিক পত্র
document-warrant-sheet = পরোয়ানার বিবরণী
document-target-package = লক্ষ্যব্যক্তির তথ্যপত্র
document-operation-order = অভিযানের আদেশ
document-workshop-agenda = কর্মশালার আলোচ্যসূচি
document-workshop-report = কর্মশালার প্রতিবেদন
document-round-report = পর্বের প্রতিবেদন
document-joint-investigation-agreement = যৌথ তদন্তের চুক্তি
document-exhibit-certificate = আলামতের প্রত্যয়নপত্র
document-notice-request = নোটিশের ফর্ম
