### The inbox.

inbox-title = អ្វីដែលរង់ចាំអ្នក
inbox-next = បន្ទាប់សម្រាប់អ្នក
inbox-none = គ្មានអ្វីរង់ចាំអ្នកទេ។
inbox-tasks = កិច្ចការ
inbox-asked = បានស្នើទៅដៃគូ
inbox-grade = របាយការណ៍ត្រូវវាយតម្លៃ
inbox-releases = បានទទួលពីដៃគូ
inbox-warrants = ដីកាត្រូវពិនិត្យឡើងវិញ
partners-title = ដៃគូ និងសមកាលកម្ម
partners-none = មិនទាន់មានដៃគូទេ។ សូមជួបគ្នាផ្ទាល់ ផ្ទៀងសញ្ញាសម្គាល់សោ រួចដំណើរការ lintas partner។
partners-more = ដៃគូទាំងអស់
inbox-missteps = ជំហានដែលមិនត្រូវបានទទួលយក
misstep-pill = សួរដៃគូ
inbox-inquiries = សំណួរត្រូវឆ្លើយ
inbox-inquiries-ours = សំណួរដែលអ្នកបានសួរ
inbox-saved = ការស្វែងរកដែលបានរក្សាទុកមានអ្វីថ្មី
inbox-new = ថ្មី { $shown }
inbox-pressing = សំណើបន្ទាន់
inbox-second = រង់ចាំមន្ត្រីទីពីរ
inbox-other-log = { $who } បង្ហាញបញ្ជីផ្សេងពីបញ្ជីដែលបានចុះហត្ថលេខារួមនៅទីនេះ
inbox-alarms = សញ្ញាព្រមាន
