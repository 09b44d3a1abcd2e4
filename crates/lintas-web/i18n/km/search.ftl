### Search.

search-help = ឈ្មោះដោយអក្សរណាក៏បាន លេខ ស្លាកលេខ ពាក្យក្នុងរបាយការណ៍។
search-any-kind = គ្រប់ប្រភេទ
search-any-agency = គ្រប់ស្ថាប័ន
search-none = រកមិនឃើញអ្វីដែលអ្នកអាចមើលបានទេ។
search-count = រកឃើញ { $shown }
search-more-than = រកឃើញលើសពី { $shown }
search-next = បន្ថែម
search-part = មួយផ្នែក
search-part-note = ស្ថាប័នដើម ឬវិធានរបស់អ្នកមិនបង្ហាញផ្នែកខ្លះ។
search-existence = ដឹងតែថាមាន
search-existence-note = អ្នកអាចដឹងថាកំណត់ត្រានេះមាន តែមិនដឹងខ្លឹមសារទេ។ សូមសួរស្ថាប័នដើម។
