### Officers and audit.

officers-title = Officers
officers-none = No officers.
officer-enrol = Enrol an officer
officer-name = Name inside the agency
officer-login = Sign-in name
officer-password = First password
officer-password-hint = At least 12 signs; a few words are best.
password-short = At least { $shown } signs.
officer-language = Language
officer-active = active
officer-suspended = suspended
officer-suspend = Suspend
officer-restore = Restore
audit-title = Audit
audit-note = Every line is a record of the ledger and cannot be taken out.
audit-none = Nothing has been looked at.
act-view = viewed
act-search = searched
act-export = exported
act-refused = refused
act-sign-in = signed in
act-print = printed
act-purpose = chose a purpose
act-credential = changed how they sign in
