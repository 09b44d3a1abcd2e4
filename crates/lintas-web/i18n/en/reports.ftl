### Reports.

reports-title = Reports
reports-newest = Newest reports
reports-none = No reports here.
report-add = Add report
report-title = Title
report-title-hint = One line, without names of protected persons.
report-text = What was seen, heard or received
report-text-hint = In any language. Never name the source; its number goes into the source register.
report-occurred = When it happened
report-case = Case
report-no-case = No case yet
report-grade = Grade
report-handling = Handling
report-tlp = Who may know (TLP)
report-save = Save report
report-stays = It stays on this node until you release it.
report-about = About this report
report-source = Source register no.
report-things = People and things it speaks about
report-withheld =
    { $n ->
        [one] The originator has withheld one field.
       *[other] The originator has withheld { $shown } fields.
    }
thing-name = Name or number
thing-name-hint = As it stands in the report, in its own script.
grade-none = Not yet graded
grade-is = Source { $source }, information { $information } ({ $scheme })
grade-source-a = source always reliable
grade-source-b = source mostly reliable
grade-source-c = source mostly unreliable
grade-source-x = source cannot be judged
grade-information-1 = known to be true
grade-information-2 = known at first hand to the source
grade-information-3 = not first hand, corroborated
grade-information-4 = not first hand, not corroborated
handling-h0 = H0: for preventing and combating crime
handling-h1 = H1: not in court without permission
handling-h2 = H2: no onward sharing without permission
handling-h3 = H3: other restrictions, see the note
tlp-clear = CLEAR: no limit
tlp-green = GREEN: the community
tlp-amber = AMBER: the organisation and who needs to know
tlp-amber-strict = AMBER+STRICT: the organisation only
tlp-red = RED: named recipients only
report-files = Photographs and documents
report-files-hint = JPEG, PNG, HEIC, PDF or MP4, up to 20 MB each. Kept byte for byte with their hash.
report-files-none = None.
report-files-again = Choose the files again: the browser does not keep them.
report-attach = Attach
grade-do = Grade this report
grade-again = Grade it anew
grade-save = Save grade
grade-history = Grading
grade-original = It came with
grade-original-none = It came without a grade.
grade-the-source = Source
grade-the-information = Information
grade-why = Why
grade-why-hint = Needed when the grade changes. Never name the source.
grade-reason-needed = Say why the grade changes.
grade-stays = The grade it came with stays. Yours is a record of its own and stays here until you release it.
