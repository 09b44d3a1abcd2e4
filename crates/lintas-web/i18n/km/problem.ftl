### When something did not work.

problem-code = លេខកូដ
problem-home = ទៅប្រអប់ការងារ
problem-denied = ត្រូវបានវិធានបដិសេធ
problem-denied-next = បើត្រូវការសម្រាប់ការងារ សូមសួរអ្នកដឹកនាំ ឬមន្ត្រីគ្រប់គ្រងវិធាន ហើយប្រាប់លេខកូដ។
problem-missing = គ្មានទំព័រ ឬកំណត់ត្រាបែបនេះនៅទីនេះទេ
problem-missing-next = វាប្រហែលត្រូវបានដកមកវិញ ឬអ្នកមិនមានសិទ្ធិដឹង។ សូមត្រឡប់ក្រោយ ឬស្វែងរក។
problem-invalid = មិនអាចទទួលយកបានទេ
problem-invalid-next = សូមត្រឡប់ក្រោយ កែ រួចផ្ញើម្តងទៀត។
problem-origin = ទម្រង់បែបបទមិនមែនមកពីទំព័ររបស់ថ្នាំងនេះទេ
problem-origin-next = សូមបើកទំព័រម្តងទៀតនៅទីនេះ រួចផ្ញើទម្រង់ពីទីនោះ។
problem-busy = ព្យាយាមច្រើនដងពេក
problem-busy-next = សូមរង់ចាំមួយនាទី រួចសាកម្តងទៀត។
problem-large = ឯកសារ ឬទម្រង់ធំពេក
problem-large-next = សូមបំបែកឯកសារ ឬនាំចូលនៅថ្នាំងដោយ lintas import។
problem-broken = មានបញ្ហានៅថ្នាំងនេះ
problem-broken-next = គ្មានអ្វីបាត់ទេ។ សូមសាកម្តងទៀត។ បើនៅតែមាន សូមប្រាប់លេខកូដដល់អ្នកថែទាំថ្នាំង។
