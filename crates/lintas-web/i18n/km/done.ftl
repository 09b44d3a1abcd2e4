### What was done, with a count.

done-report-added = បានរក្សាទុករបាយការណ៍ { $shown } នៅថ្នាំងនេះ។
done-case-opened = បានបើកសំណុំរឿង { $shown }។
done-case-joined = ស្ថាប័ន { $shown } ធ្វើសំណុំរឿងនេះ។
done-step = បានកត់ត្រា { $shown } ជំហាន។
done-note = បានសរសេរកំណត់ចំណាំ { $shown }។
done-task-set = បានដាក់កិច្ចការ { $shown }។
done-operation = បានរៀបចំផែនការប្រតិបត្តិការ { $shown }។
done-warrant = បានកត់ត្រាដីកាចាប់ខ្លួន { $shown }។
done-warrant-checked = បានផ្ទៀងផ្ទាត់ ឬកែដីកាចាប់ខ្លួន { $shown }។
done-judged = បានកត់ត្រាការវិនិច្ឆ័យ { $shown }។
done-imported =
    { $n ->
        [0] គ្មានអ្វីថ្មីក្នុងឯកសារទេ។
       *[other] បាននាំចូល { $shown } ជួរដេក។
    }
done-import-undone = កំណត់ត្រា { $shown } លែងបង្ហាញទៀត។
done-released = បានផ្តល់កំណត់ត្រា { $shown }។ អាចដកមកវិញបាននៅទំព័រនេះ។
done-recalled = បានដកការផ្តល់ { $shown } មកវិញ។ បង្កាន់ដៃទទួលនឹងមកតាមក្រោយ។
done-synced =
    { $n ->
        [0] បានធ្វើសមកាលកម្មជាមួយគ្រប់ដៃគូ៖ គ្មានអ្វីត្រូវធ្វើទេ។
       *[other] បានទទួលកំណត់ត្រា { $shown }។
    }
done-bundle =
    { $n ->
        [0] គ្មានអ្វីថ្មីក្នុងកញ្ចប់ទិន្នន័យទេ។
       *[other] បានយកកំណត់ត្រា { $shown } ពីកញ្ចប់ទិន្នន័យ។
    }
done-officer = បានចុះឈ្មោះមន្ត្រី { $shown } នាក់។
done-officer-changed = បានប្តូរមន្ត្រី { $shown } នាក់។
done-graded = បានកត់ត្រាការវាយតម្លៃ { $shown }។
done-attached =
    { $n ->
        [0] របាយការណ៍មានឯកសារទាំងនេះរួចហើយ។
       *[other] បានភ្ជាប់ឯកសារ { $shown }។
    }
done-passkey = បានចុះឈ្មោះសោចូលប្រើ { $shown }។
done-passkey-removed = បានដកសោចូលប្រើ { $shown }។
done-code-removed = បានដកលេខកូដ { $shown }។ ចាប់ពីពេលនេះ សួរតែពាក្យសម្ងាត់ប៉ុណ្ណោះ។
done-finding =
    { $n ->
        [0] កំណត់ត្រាបានប្តូរ៖ សូមវិភាគម្តងទៀត។
       *[other] បានរក្សាទុករបកគំហើញ { $shown }។
    }
done-outcome = បានកត់ត្រាលទ្ធផល { $shown }។
done-request = បានកត់ត្រាសំណើ { $shown }។
done-recorded = បានសរសេរកំណត់ត្រា { $shown }។
done-search-saved = បានរក្សាទុកការស្វែងរក។ ប្រអប់ការងារនឹងប្រាប់អ្នក។
done-search-forgotten = បានដកការស្វែងរកដែលបានរក្សាទុក។
done-passages =
    { $n ->
       *[other] បានរក្សាទុក { $shown } កថាខណ្ឌ។
    }
