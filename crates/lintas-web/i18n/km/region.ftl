### Results of the round.

region-title = តំបន់
region-note = រាប់ពីកំណត់ត្រារបស់ថ្នាំង។ លទ្ធផលដែលស្ថាប័នច្រើនរាយការណ៍ រាប់តែម្តង។ គ្មានទិន្នន័យសំណុំរឿងទេ។
region-none = មិនទាន់មានជុំទេ។
region-small = ចំនួនក្រោម { $shown } មិនបង្ហាញទេ ដើម្បីកុំឱ្យស្គាល់អ្នកណាម្នាក់។
region-commitments = ការប្តេជ្ញា
region-participation = ការចូលរួម
participation-none = មិនទាន់កត់ត្រាការចូលរួមទេ។
commitments-none = គ្មានការប្តេជ្ញាទេ។
commitment-open = មិនទាន់ចប់
result-basis = ពីការអះអាង { $shown } របស់ { $agencies }
result-confirmed = បានបញ្ជាក់
workshop-opening = បើក
workshop-review = ពិនិត្យ
workshop-closing = បិទ
outcome-warrants-updated = ដីកាដែលបានធ្វើបច្ចុប្បន្នភាព
outcome-victims-rescued = ជនរងគ្រោះដែលបានសង្គ្រោះ
outcome-rest-houses-identified = ផ្ទះស្នាក់បណ្តោះអាសន្នដែលរកឃើញ
outcome-routes-discovered = ខ្សែផ្លូវដែលរកឃើញ
outcome-arrests = ការចាប់ខ្លួន
outcome-organisers-identified = អ្នករៀបចំបណ្តាញដែលស្គាល់អត្តសញ្ញាណ
outcome-convictions = ការផ្តន្ទាទោស
region-levels = ការផ្តន្ទាទោសតាមកម្រិត៖ ដល់កំពូលឬទេ?
region-levels-few = តិចជាង { $shown }
