### Officers and audit.

officers-title = មន្ត្រី
officers-none = មិនទាន់មានមន្ត្រីទេ។
officer-enrol = ចុះឈ្មោះមន្ត្រី
officer-name = ឈ្មោះក្នុងស្ថាប័ន
officer-login = ឈ្មោះអ្នកប្រើ
officer-password = ពាក្យសម្ងាត់ដំបូង
officer-password-hint = យ៉ាងតិច 12 តួ។ ប្រើពាក្យច្រើនជាការល្អបំផុត។
password-short = យ៉ាងតិច { $shown } តួ។
officer-language = ភាសា
officer-active = កំពុងប្រើ
officer-suspended = ផ្អាក
officer-suspend = ផ្អាក
officer-restore = ដាក់ឱ្យប្រើវិញ
audit-title = កំណត់ហេតុត្រួតពិនិត្យ
audit-note = គ្រប់បន្ទាត់ជាកំណត់ត្រាក្នុងបញ្ជី ហើយដកចេញមិនបានទេ។
audit-none = មិនទាន់មានការបើកមើលទេ។
act-view = បានមើល
act-search = បានស្វែងរក
act-export = បាននាំចេញ
act-refused = ត្រូវបានបដិសេធ
act-sign-in = បានចូលប្រើ
act-print = បានបោះពុម្ព
act-purpose = បានជ្រើសគោលបំណង
act-credential = បានប្ដូររបៀបចូល
