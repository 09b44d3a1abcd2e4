### ឯកសារបោះពុម្ព

document-print = បោះពុម្ពជា PDF
document-show = បង្ហាញជាភាសានេះ
document-language = ភាសានៅក្បែរភាសាអង់គ្លេស
document-english-alone = តែភាសាអង់គ្លេស
document-draft = នេះនឹងជាសេចក្តីព្រាង
document-lacks = គ្រប់ទំព័រនឹងបញ្ជាក់ដូច្នេះ។ អ្វីដែលនៅខ្វះ៖
document-complete = មិនខ្វះផ្នែកសំខាន់ណាទេ។
document-note = ការបោះពុម្ពត្រូវបានកត់ត្រា។ ឯកសារមានលេខកូដ ដែលស្ថាប័ននេះរកឃើញថាអ្នកណាបានបោះពុម្ព និងនៅពេលណា។
document-passages = អ្វីដែលឯកសារនិយាយក្រៅពីកំណត់ត្រា
document-passages-note = សរសេរម្តង ហើយរក្សាទុកជាកំណត់ត្រារបស់ស្ថាប័ននេះ ជាភាសាអង់គ្លេស និងភាសានៅក្បែរ។ បើមានចំណុចច្រើន សូមសរសេរមួយចំណុចក្នុងមួយបន្ទាត់។
document-passages-save = រក្សាទុកអ្វីដែលបានសរសេរ
document-records =
    { $n ->
       *[other] ធ្វើពីកំណត់ត្រា { $shown }
    }
document-legal-assistance-request = សំណើសុំជំនួយច្បាប់ទៅវិញទៅមក
document-extradition-request = សំណើសុំបត្យាប័ន
document-provisional-arrest-request = សំណើសុំចាប់ខ្លួនបណ្តោះអាសន្ន
document-note-verbale = កំណត់ទូត
document-warrant-sheet = សន្លឹកព័ត៌មានដីកា
document-target-package = កញ្ចប់ព័ត៌មានគោលដៅ
document-operation-order = បញ្ជាប្រតិបត្តិការ
document-workshop-agenda = របៀបវារៈសិក្ខាសាលា
document-workshop-report = របាយការណ៍សិក្ខាសាលា
document-round-report = របាយការណ៍ជុំ
document-joint-investigation-agreement = កិច្ចព្រមព្រៀងស៊ើបអង្កេតរួម
document-exhibit-certificate = វិញ្ញាបនបត្រវត្ថុតាង
document-notice-request = ទម្រង់សេចក្តីជូនដំណឹង
