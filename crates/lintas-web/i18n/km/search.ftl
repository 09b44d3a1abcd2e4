### Search.

search-help = ឈ្មោះដោយអក្សរណាក៏បាន លេខ ស្លាកលេខ ពាក្យក្នុងរបាយការណ៍។
search-none = រកមិនឃើញអ្វីដែលអ្នកអាចមើលបានទេ។
search-count = រកឃើញ { $shown }
search-more-than = រកឃើញលើសពី { $shown }
search-next = បន្ថែម
search-part = មួយផ្នែក
search-part-note = ស្ថាប័នដើម ឬវិធានរបស់អ្នកមិនបង្ហាញផ្នែកខ្លះ។
search-existence = ដឹងតែថាមាន
search-existence-note = អ្នកអាចដឹងថាកំណត់ត្រានេះមាន តែមិនដឹងខ្លឹមសារទេ។ សូមសួរស្ថាប័នដើម។
search-all = ទាំងអស់
search-place = ទីកន្លែង
search-narrow = បង្រួមការស្វែងរក
search-beyond = តួលេខរាប់តែកំណត់ត្រាថ្មីបំផុត។ បង្រួមការស្វែងរក ដើម្បីមើលកំណត់ត្រាចាស់ៗ។
search-save = ប្រាប់ខ្ញុំពេលមានថ្មី
search-saved = ការស្វែងរកដែលបានរក្សាទុក
search-saved-note = ប្រអប់ការងារប្រាប់អ្នក ពេលមានកំណត់ត្រាថ្មីដែលត្រូវ និងអ្នកអាចមើលបាន។
search-forget = ដកចេញ
search-examples = អ្វីដែលអាចរកបាន
search-teach = វាយដើមពាក្យ ឈ្មោះជាអក្សរណាក៏បាន លេខចុងនៃទូរសព្ទ ឬស្លាកលេខ។ ឈ្មោះជាអក្សរមួយរកឃើញឈ្មោះដូចគ្នាជាអក្សរផ្សេង។
found-grade-reliable = ប្រភពគួរឱ្យទុកចិត្ត
found-grade-other = ប្រភពផ្សេង
found-grade-none = មិនទាន់វាយតម្លៃ
found-time-week = 7 ថ្ងៃចុងក្រោយ
found-time-month = មុននោះ ក្នុង 31 ថ្ងៃ
found-time-year = មុននោះ ក្នុង 1 ឆ្នាំ
found-time-older = ចាស់ជាងនេះ
