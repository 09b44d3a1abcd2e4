### Results of the round.

region-title = অঞ্চল
region-note = নোডগুলোর নথি থেকে গণনা করা; কয়েকটি সংস্থা একই ফলাফল জানালেও তা একবার গোনা হয়। মামলার তথ্য নেই।
region-none = কোনো পর্ব শুরু হয়নি।
region-small = { $shown }-এর কম সংখ্যা জানানো হয় না, যাতে কাউকে চেনা না যায়।
region-commitments = অঙ্গীকার
region-participation = অংশগ্রহণ
participation-none = এখনো কোনো অংশগ্রহণ লেখা হয়নি।
commitments-none = কোনো অঙ্গীকার নেই।
commitment-open = বাকি
result-basis = { $agencies }-এর { $shown }টি দাবি থেকে
result-confirmed = নিশ্চিত
workshop-opening = সূচনা
workshop-review = পর্যালোচনা
workshop-closing = সমাপ্তি
outcome-warrants-updated = হালনাগাদ পরোয়ানা
outcome-victims-rescued = উদ্ধার করা ভুক্তভোগী
outcome-rest-houses-identified = শনাক্ত অস্থায়ী আস্তানা
outcome-routes-discovered = আবিষ্কৃত পথ
outcome-arrests = গ্রেপ্তার
outcome-organisers-identified = শনাক্ত মূল সংগঠক
outcome-convictions = দণ্ডাদেশ
region-levels = স্তর অনুযায়ী দণ্ড: শীর্ষে পৌঁছায় কি?
region-levels-few = { $shown }-এর কম
