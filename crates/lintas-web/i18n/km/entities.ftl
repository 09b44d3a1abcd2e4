### People and things.

things-none = មិនទាន់មានបុគ្គល ឬវត្ថុទេ។
entity-statements = អ្វីដែលរបាយការណ៍ថា
entity-links = ទំនាក់ទំនង
entity-matches = អាចជាតែមួយ
entity-matches-note = លេខរួម ឬឈ្មោះស្រដៀងគ្រាន់តែជាតម្រុយ។ ជាតែមួយឬអត់ មនុស្សជាអ្នកវិនិច្ឆ័យ ហើយអាចដកមកវិញបាន។
entity-agencies = { $agencies } ស្គាល់
entity-withheld = ព័ត៌មាន { $shown } មិនបង្ហាញដល់អ្នកទេ។
statements-none = គ្មានព័ត៌មានដែលអ្នកអាចមើលបានទេ។
matches-none = នៅទីនេះមិនស្គាល់អ្វីដែលអាចជាតែមួយទេ។
match-shared-identifier = មានលេខសម្គាល់រួម
match-judged = វិនិច្ឆ័យថាជាតែមួយ
judge-reason = វិនិច្ឆ័យនៅទំព័ររបស់បុគ្គល ឬវត្ថុ
link-report = របាយការណ៍
judge-same = ជាតែមួយ
judge-not-same = មិនមែនតែមួយ
judge-withdrawn = ដកមកវិញ
verdict-same = ជាតែមួយ
verdict-not-same = មិនមែនតែមួយ
match-births-differ = តែថ្ងៃកំណើត { $own } និង { $other }
rule-same-spelling = អក្ខរាវិរុទ្ធដូចគ្នា
rule-same-character = តួអក្សរដូចគ្នា
rule-same-name = ការសរសេរផ្សេងនៃឈ្មោះតែមួយ
rule-same-sound = សូរដូចគ្នា
rule-near-sound = សូរប្រហាក់ប្រហែល
rule-initial = អក្សរដំបូង
rule-joined = សរសេរជាប់ ឬដាច់
