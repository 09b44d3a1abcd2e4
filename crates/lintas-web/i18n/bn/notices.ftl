### INTERPOL notices.

notice-title = INTERPOL নোটিশ বা ডিফিউশন
notice-none = এখনও চাওয়া হয়নি।
notice-ask = একটি চান
notice-colour = রং
notice-colour-red = লাল
notice-colour-blue = নীল
notice-colour-green = সবুজ
notice-for-red = প্রত্যর্পণের অপেক্ষায় খোঁজা ও সাময়িক গ্রেপ্তার
notice-for-blue = পরিচয়, অবস্থান বা কার্যকলাপ সম্পর্কে আরও
notice-for-green = অপরাধমূলক কার্যকলাপের সতর্কতা
notice-channel = কোন পথে
notice-channel-notice = নোটিশ, সাধারণ সচিবালয় প্রকাশ করে
notice-channel-diffusion = ডিফিউশন, জাতীয় ব্যুরো পাঠায়
notice-to = কোন রাষ্ট্রে (ডিফিউশনের জন্য)
notice-language = ফর্মের ভাষা
notice-form = ফর্ম
notice-complete = সম্পূর্ণ
notice-lacking = ▲ { $shown }টি বিষয় নেই
notice-note = নোটিশ পরোয়ানা নয়। এটি এই পরোয়ানার উপর নির্ভর করে; রং অনুযায়ী যা লাগে তা ফর্মে আছে।
