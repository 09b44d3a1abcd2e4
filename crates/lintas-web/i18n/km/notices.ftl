### INTERPOL notices.

notice-title = សេចក្តីជូនដំណឹង INTERPOL ឬសារផ្សព្វផ្សាយ
notice-none = មិនទាន់បានស្នើសុំទេ។
notice-ask = ស្នើសុំមួយ
notice-colour = ពណ៌
notice-colour-red = ក្រហម
notice-colour-blue = ខៀវ
notice-colour-green = បៃតង
notice-for-red = ស្វែងរកទីតាំង និងចាប់ខ្លួនបណ្តោះអាសន្ន រង់ចាំបត្យាប័ន
notice-for-blue = បន្ថែមអំពីអត្តសញ្ញាណ ទីតាំង ឬសកម្មភាព
notice-for-green = ការព្រមានអំពីសកម្មភាពឧក្រិដ្ឋ
notice-channel = តាមផ្លូវណា
notice-channel-notice = សេចក្តីជូនដំណឹង ផ្សាយដោយអគ្គលេខាធិការដ្ឋាន
notice-channel-diffusion = សារផ្សព្វផ្សាយ ផ្ញើដោយការិយាល័យជាតិ
notice-to = ទៅរដ្ឋណា (សម្រាប់សារផ្សព្វផ្សាយ)
notice-language = ភាសានៃទម្រង់
notice-form = ទម្រង់
notice-complete = ពេញលេញ
notice-lacking = ▲ ខ្វះ { $shown } ចំណុច
notice-note = សេចក្តីជូនដំណឹងមិនមែនជាដីកាទេ។ វាផ្អែកលើដីកានេះ អ្វីដែលពណ៌ត្រូវការមាននៅក្នុងទម្រង់។
