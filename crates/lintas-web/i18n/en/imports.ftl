### Bringing files in.

format-table = table
format-htcds = case data standard
format-ofac-sdn = sanctions list (OFAC)
format-un-list = sanctions list (United Nations)
format-incidents = dated incidents
imports-title = Import
imports-before = Imported before
imports-none = Nothing has been imported yet.
import-bring = Bring a file in
import-file = File
import-file-hint = XLSX, CSV, TSV, text, XML. Any encoding, TIS-620 included.
import-no-file = Choose a file first.
import-unreadable = This is a program, a picture or another kind of file that no import reads.
import-look = Look at it first
import-nothing-yet = Nothing is imported yet.
import-dry = This is a dry run: nothing has been written.
import-asks = The file can be read in two ways. Answer first; nothing is guessed.
import-read = Rows read
import-fresh = New
import-known = Already here
import-refused = Not taken
import-taken = Taken
import-take =
    { $n ->
        [0] Import
       *[other] Import { $shown } rows
    }
import-look-again = Read again with these answers
import-drop = Discard
import-columns = How the columns are read
import-issues = What was not taken, and why
import-rejects-explain = Correct the rows in the file and import it again; rows already taken are not doubled.
import-rejects = Download the rows that were not taken
import-undo = Undo this import
import-undo-explain = All its records leave every view. The ledger keeps that it happened.
import-undone = Undone
import-whole = Whole
import-partly = In part
columns-none = No columns were recognised.
column-left-out = not recognised: kept under its header
import-waiting = Waiting for an answer
import-which-day = Column { $column }: which day is { $date }?
import-evidence = { $day } other dates of the column can only have the day first, { $month } only the month first.
issues-none = Every row can be taken.
issues-more = and { $shown } more
row-refused = not taken
row-noted = noted
