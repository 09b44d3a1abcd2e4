### Documents on paper.

document-print = Print as PDF
document-show = Show in this language
document-language = Language beside English
document-english-alone = English alone
document-draft = This will be a draft
document-lacks = Every page will say so. What is missing:
document-complete = Nothing essential is missing.
document-note = Printing is recorded. The paper carries a code under which this agency finds who printed it and when.
document-passages = What it says beside the records
document-passages-note = Written once and kept as a record of this agency, in English and in the language beside it. Several points stand on a line each.
document-passages-save = Keep what is written
document-records =
    { $n ->
        [one] made from one record
       *[other] made from { $shown } records
    }
document-legal-assistance-request = Request for mutual legal assistance
document-extradition-request = Request for extradition
document-provisional-arrest-request = Request for provisional arrest
document-note-verbale = Note verbale
document-warrant-sheet = Warrant sheet
document-target-package = Target package
document-operation-order = Operation order
document-workshop-agenda = Agenda of the workshop
document-workshop-report = Report of the workshop
document-round-report = Report of the round
document-joint-investigation-agreement = Joint-investigation agreement
document-exhibit-certificate = Certificate of the exhibit
document-notice-request = Form of a notice
