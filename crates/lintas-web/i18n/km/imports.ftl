### Bringing files in.

format-table = តារាង
format-htcds = ស្តង់ដារទិន្នន័យសំណុំរឿង
format-ofac-sdn = បញ្ជីទណ្ឌកម្ម (OFAC)
format-un-list = បញ្ជីទណ្ឌកម្ម (អង្គការសហប្រជាជាតិ)
format-incidents = ហេតុការណ៍មានកាលបរិច្ឆេទ
imports-title = នាំចូល
imports-before = បាននាំចូលពីមុន
imports-none = មិនទាន់បាននាំចូលអ្វីទេ។
import-bring = នាំឯកសារចូល
import-file = ឯកសារ
import-file-hint = XLSX, CSV, TSV, អត្ថបទ, XML។ ការអ៊ិនកូដណាក៏បាន រួមទាំង TIS-620។
import-no-file = សូមជ្រើសឯកសារជាមុន។
import-unreadable = នេះជាកម្មវិធី រូបភាព ឬឯកសារប្រភេទផ្សេងដែលនាំចូលមិនបាន។
import-look = មើលជាមុន
import-nothing-yet = មិនទាន់នាំចូលអ្វីទេ។
import-dry = នេះជាការអានសាក៖ មិនទាន់សរសេរអ្វីទេ។
import-asks = ឯកសារអាចអានបានពីរបែប។ សូមឆ្លើយជាមុន ប្រព័ន្ធមិនទាយទេ។
import-read = ជួរដេកដែលបានអាន
import-fresh = ថ្មី
import-known = មានរួចហើយ
import-refused = មិនទទួល
import-taken = បានយក
import-take =
    { $n ->
        [0] នាំចូល
       *[other] នាំចូល { $shown } ជួរដេក
    }
import-look-again = អានម្តងទៀតតាមចម្លើយនេះ
import-drop = បោះបង់
import-columns = របៀបអានជួរឈរ
import-issues = អ្វីដែលមិនទទួល និងមូលហេតុ
import-rejects-explain = សូមកែជួរដេកក្នុងឯកសារ រួចនាំចូលម្តងទៀត។ ជួរដេកដែលយករួចមិនស្ទួនទេ។
import-rejects = ទាញយកជួរដេកដែលមិនទទួល
import-undo = លុបការនាំចូលនេះវិញ
import-undo-explain = កំណត់ត្រាទាំងអស់របស់វានឹងលែងបង្ហាញ។ បញ្ជីកំណត់ត្រានៅរក្សាថាវាធ្លាប់កើតឡើង។
import-undone = បានលុបវិញ
import-whole = ទាំងស្រុង
import-partly = មួយផ្នែក
columns-none = មិនស្គាល់ជួរឈរណាទេ។
column-left-out = មិនស្គាល់៖ រក្សាទុក
import-waiting = កំពុងរង់ចាំចម្លើយ
import-which-day = ជួរឈរ { $column }៖ { $date } ជាថ្ងៃណា?
import-evidence = ក្នុងជួរឈរនេះ កាលបរិច្ឆេទ { $day } ទៀតអាចមានតែថ្ងៃនៅមុខ ហើយ { $month } អាចមានតែខែនៅមុខ។
issues-none = ទទួលបានគ្រប់ជួរដេក។
issues-more = និង { $shown } ទៀត
row-refused = មិនទទួល
row-noted = មានចំណាំ
