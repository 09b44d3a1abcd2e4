### Deadlines and the agenda.

deadlines-title = កាលកំណត់
deadlines-none = គ្មានអ្វីដល់កំណត់។
deadlines-calendar = ឯកសារប្រតិទិន
deadlines-note = ឯកសារមិនប្រាប់ឈ្មោះមនុស្ស ចំណងជើង ឬសំណួរទេ មានតែប្រភេទ និងលេខយោងសំណុំរឿង ព្រោះប្រតិទិនត្រូវចម្លងទៅទូរស័ព្ទ។
due-clock = កាលកំណត់តាមច្បាប់អស់
due-request = ចម្លើយរដ្ឋដទៃ
due-inquiry = សំណួរត្រូវឆ្លើយ
due-answer = ចម្លើយចំពោះសំណួរយើង
due-task = កិច្ចការ
due-review = ដីកាត្រូវពិនិត្យ
due-commitment = ការសន្យា
agenda-title = របៀបវារៈ
agenda-note = បង្កើតពីស្ថានភាពកំណត់ត្រា គ្មានអ្នកវាយបញ្ចូលទេ។
agenda-promised = អ្វីដែលបានសន្យា អ្វីដែលបានធ្វើ
agenda-carried = នៅបើកពីជុំមុន
agenda-cases = សំណុំរឿង អ្វីត្រូវពិភាក្សាច្រើននៅមុន
agenda-late = ហួសកំណត់ { $shown }
agenda-shut = មិនទាន់ឆ្លង { $shown }
kept-done = បានធ្វើ
kept-late = ធ្វើយឺត
kept-open = នៅបើក
kept-overdue = ▲ មិនបានធ្វើ
