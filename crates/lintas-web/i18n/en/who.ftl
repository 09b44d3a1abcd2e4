### Who can see this?.

who-button = Who can see this?
who-agencies = Agencies that can read at least part of it:
who-only-us = only this agency
who-note = Computed from the audience of every record about it and from the rules of this node.
who-records = Record by record
who-none = No record that you may know of.
who-roles = In this agency
who-yes = may see
who-no = may not
