### Requests for information between agencies.

tab-inquiries = សំណួរ
inquiries-title = សំណើសុំព័ត៌មាន
inquiries-none = គ្មានសំណួរ។
inquiries-note = អ្វីដែលហួសកំណត់នៅមុនគេ។ ចម្លើយថាមាន គឺជាកំណត់ត្រាដែលបានផ្តល់រួចហើយ គ្មានអ្វីចេញទៅតាមចម្លើយនោះទេ។
inquiry-ask = សួរស្ថាប័នមួយ
inquiry-question = សំណួរ
inquiry-answer = ឆ្លើយ
inquiry-text = តាមពាក្យរបស់អ្នក
inquiry-record = កំណត់ត្រាដែលបានផ្តល់ ដែលឆ្លើយសំណួរនេះ
inquiry-record-hint = របាយការណ៍ដែលបានផ្តល់ឱ្យ { $agency }។ បើគ្មានមួយត្រូវទេ សូមផ្តល់ជាមុន រួចត្រឡប់មកវិញ។
inquiry-talk = ការសន្ទនា
inquiry-silent = មិនទាន់មានអ្នកឆ្លើយទេ។
inquiry-state-asked = បានសួរ
inquiry-state-with-lead = នៅអ្នកដឹកនាំ
inquiry-state-answered = បានឆ្លើយ
inquiry-state-declined = បានបដិសេធ
inquiry-state-withdrawn = បានដកវិញ
inquiry-move-yes = មាន៖ នៅទីនេះ
inquiry-move-no = ទេ៖ យើងគ្មានអ្វីទេ
inquiry-move-ask-lead = សួរអ្នកដឹកនាំរបស់ខ្ញុំ
inquiry-move-decline = មិនអាចផ្តល់បានទេ
inquiry-move-withdraw = ដកសំណួរវិញ
