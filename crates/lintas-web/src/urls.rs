//! Addresses of pages. Templates, redirects and tests take them from here, so none can go stale.

mod response;

use lintas_casework::sealed::DossierKind;
use lintas_model::{
    AgencyCode, CaseId, ContactPointId, EntityId, ExhibitId, FindingId, HitQueryId, ImportId, InquiryId,
    ObjectId, OperationId, RecordId, ReleaseId, ReportId, RequestId, RoundId, TaskId, WarrantId,
};
use lintas_sealed::DossierId;

pub use response::{agreement, agreement_sign, mentor_case, mentoring, notice_ask, task_for_gap};

/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Signing out.
pub const SIGN_OUT: &str = "/sign-out";
/// One's own sign-in.
pub const OWN: &str = "/own";
/// Sets up the code of an authenticator.
pub const OWN_CODE: &str = "/own/code";
/// Puts that code in force.
pub const OWN_CODE_CONFIRM: &str = "/own/code/confirm";
/// Takes it away.
pub const OWN_CODE_REMOVE: &str = "/own/code/remove";
/// New recovery codes.
pub const OWN_RECOVERY: &str = "/own/recovery";
/// Registers a passkey.
pub const OWN_PASSKEY: &str = "/own/passkeys";
/// Begins to register a passkey.
pub const OWN_PASSKEY_BEGIN: &str = "/own/passkeys/begin";
/// Removes a passkey.
pub const OWN_PASSKEY_REMOVE: &str = "/own/passkeys/remove";
/// Signs in with a passkey.
pub const SIGN_IN_PASSKEY: &str = "/sign-in/passkey";
/// Begins to sign in with a passkey.
pub const SIGN_IN_PASSKEY_BEGIN: &str = "/sign-in/passkey/begin";
/// The purpose for which the session acts.
pub const PURPOSE: &str = "/purpose";
/// What waits for the officer.
pub const INBOX: &str = "/";
/// Search.
pub const SEARCH: &str = "/s";
/// Saves a search, to hear of new records that match.
pub const SEARCH_SAVE: &str = "/s/saved";
/// Removes a saved search.
pub const SEARCH_FORGET: &str = "/s/forgotten";
/// All cases.
pub const CASES: &str = "/cases";
/// Opening a case.
pub const CASE_OPEN: &str = "/cases/open";
/// Adding a report.
pub const REPORT_ADD: &str = "/reports/add";
/// The empty form that a device keeps.
pub const REPORT_EMPTY: &str = "/reports/add/empty";
/// What a device needs to send the reports that it keeps.
pub const REPORTS_KEPT: &str = "/reports/kept";
/// The worker that opens the empty form where there is no link.
pub const WORKER: &str = "/reports/worker.js";
/// What a device reads when it puts the pages on its home screen.
pub const MANIFEST: &str = "/manifest.webmanifest";
/// Takes back what was done last.
pub const UNDO: &str = "/undo";
/// Counts that change while a page is open.
pub const NEWS: &str = "/news";
/// All warrants.
pub const WARRANTS: &str = "/warrants";
/// Recording a warrant.
pub const WARRANT_RECORD: &str = "/warrants/record";
/// All requests for information between agencies.
pub const INQUIRIES: &str = "/inquiries";
/// Everything that is due.
pub const DEADLINES: &str = "/deadlines";
/// The same as a calendar.
pub const CALENDAR: &str = "/deadlines.ics";
/// How the desks of the agencies are reached.
pub const DIRECTORY: &str = "/directory";
/// Adding an entry of one's own agency to the directory.
pub const CONTACT_ADD: &str = "/directory/add";
/// All requests to other states.
pub const PURSUITS: &str = "/requests";
/// Recording a request.
pub const REQUEST_RECORD: &str = "/requests/record";
/// Which ways the law opens.
pub const TREATY_PATHS: &str = "/treaty-paths";
/// What was asked of partners and by them: hit or no hit.
pub const HITS: &str = "/hits";
/// Asking partners whether they know something too.
pub const HIT_ASK: &str = "/hits/ask";
/// All imports.
pub const IMPORTS: &str = "/import";
/// All releases.
pub const RELEASES: &str = "/releases";
/// Choosing what to release.
pub const RELEASE_CHOOSE: &str = "/releases/choose";
/// Seeing a release as the partner will.
pub const RELEASE_PREVIEW: &str = "/releases/preview";
/// Partners and sync.
pub const SYNC: &str = "/sync";
/// Pulls from all partners now.
pub const SYNC_NOW: &str = "/sync/now";
/// A bundle brought in as a file.
pub const BUNDLE_IN: &str = "/sync/bundle";
/// Results of the round.
pub const REGION: &str = "/region";
/// The cases that are open to mentors.
pub const MENTOR: &str = "/mentor";
/// Officers and audit.
pub const ADMIN: &str = "/admin";
/// Enrolling an officer.
pub const OFFICER_ENROL: &str = "/admin/officers/enrol";
/// Who looked at what.
pub const AUDIT: &str = "/admin/audit";
/// Language and light.
pub const DISPLAY: &str = "/display";
/// The region at a glance, on a demo node.
pub const DEMO: &str = "/demo";
/// Signs in as a role, on a demo node.
pub const DEMO_BE: &str = "/demo/be";
/// Takes a step of the tour through the demo.
pub const DEMO_TOUR: &str = "/demo/tour";
/// Pairs that may be the same, one after the other.
pub const MATCHES: &str = "/matches";
/// A judgement on two entities.
pub const JUDGE: &str = "/judgements";

/// Protected persons, in the sealed space.
pub const SEALED: &str = "/sealed";
/// Human sources, in the sealed space.
pub const SOURCES: &str = "/sources";
/// Keeping the sealed space.
pub const SEALED_KEEPING: &str = "/sealed/keeping";
/// Admits an officer to the sealed space.
pub const SEALED_ADMIT: &str = "/sealed/keeping/admit";
/// Dismisses one.
pub const SEALED_DISMISS: &str = "/sealed/keeping/dismiss";
/// Writes a backup of the sealed space.
pub const SEALED_BACKUP: &str = "/sealed/keeping/backup";
/// What was disclosed to the officer from the sealed space.
pub const TOLD: &str = "/told";
/// The quick way out.
pub const LEAVE: &str = "/leave";
/// The page it leads to.
pub const TODAY: &str = "/today";

/// A dossier of the sealed space.
pub fn dossier(kind: DossierKind, id: DossierId) -> String {
    match kind {
        DossierKind::Person => format!("{SEALED}/{id}"),
        DossierKind::Source => format!("{SOURCES}/{id}"),
    }
}

/// Writes a part of a dossier.
pub fn dossier_part(kind: DossierKind, id: DossierId, part: &str) -> String {
    format!("{}/{part}", dossier(kind, id))
}

/// The sheet of a disclosure.
pub fn disclosure(kind: DossierKind, id: DossierId, number: u32) -> String {
    format!("{}/disclosures/{number}", dossier(kind, id))
}

/// Turns the second key of a disclosure (`key`), or ends it (`end`).
pub fn disclosure_act(kind: DossierKind, id: DossierId, number: u32, act: &str) -> String {
    format!("{}/{act}", disclosure(kind, id, number))
}

/// The form of a screening.
pub fn screening(id: DossierId) -> String {
    format!("{SEALED}/{id}/screening")
}

/// What was disclosed to the officer.
pub fn told(id: DossierId, number: u32) -> String {
    format!("{TOLD}/{id}/{number}")
}

/// A report.
pub fn report(report: ReportId) -> String {
    format!("/reports/{report}")
}

/// Grades a report.
pub fn report_grade(report: ReportId) -> String {
    format!("/reports/{report}/grade")
}

/// Attaches files to a report.
pub fn report_files(report: ReportId) -> String {
    format!("/reports/{report}/files")
}

/// A file of a report.
pub fn report_file(report: ReportId, sha256: &str) -> String {
    format!("/reports/{report}/files/{sha256}")
}

/// Adding a report to a case.
pub fn report_add_to(case: CaseId) -> String {
    format!("{REPORT_ADD}?case={case}")
}

/// A part of a case: one tab, one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseTab {
    /// The overview.
    Overview,
    /// The reports.
    Reports,
    /// People and things.
    Things,
    /// The charts.
    Charts,
    /// Requests for information to other agencies.
    Inquiries,
    /// The joint response plan.
    Plan,
    /// The tasks.
    Tasks,
    /// The warrants.
    Warrants,
    /// The operations.
    Operations,
    /// The evidence.
    Evidence,
    /// The findings.
    Findings,
    /// The journal.
    Journal,
}

impl CaseTab {
    /// All tabs in their order.
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Reports,
        Self::Things,
        Self::Charts,
        Self::Inquiries,
        Self::Plan,
        Self::Tasks,
        Self::Warrants,
        Self::Operations,
        Self::Evidence,
        Self::Findings,
        Self::Journal,
    ];

    /// The word of the tab in addresses and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Reports => "reports",
            Self::Things => "things",
            Self::Charts => "charts",
            Self::Inquiries => "inquiries",
            Self::Plan => "plan",
            Self::Tasks => "tasks",
            Self::Warrants => "warrants",
            Self::Operations => "operations",
            Self::Evidence => "evidence",
            Self::Findings => "findings",
            Self::Journal => "journal",
        }
    }
}

/// A case, on one of its tabs.
pub fn case(case: CaseId, tab: CaseTab) -> String {
    match tab {
        CaseTab::Overview => format!("/cases/{case}"),
        other => format!("/cases/{case}/{}", other.word()),
    }
}

/// A chart of a case as data for the page's island.
pub fn case_chart_data(case: CaseId) -> String {
    format!("/cases/{case}/charts/data")
}

/// Keeps a view of a chart of a case.
pub fn case_chart_views(case: CaseId) -> String {
    format!("/cases/{case}/charts/views")
}

/// A chart of a case as a file.
pub fn case_chart_file(case: CaseId) -> String {
    format!("/cases/{case}/charts/file")
}

/// Moves a case on.
pub fn case_step(case: CaseId) -> String {
    format!("/cases/{case}/step")
}

/// Invites agencies to a case.
pub fn case_join(case: CaseId) -> String {
    format!("/cases/{case}/join")
}

/// Answers or moves a task.
pub fn task_step(task: TaskId) -> String {
    format!("/tasks/{task}/step")
}

/// A request for information.
pub fn inquiry(inquiry: InquiryId) -> String {
    format!("{INQUIRIES}/{inquiry}")
}

/// Answers a request for information, or takes it back.
pub fn inquiry_step(inquiry: InquiryId) -> String {
    format!("{INQUIRIES}/{inquiry}/step")
}

/// The questions to and from an agency.
pub fn inquiries_of(agency: &AgencyCode) -> String {
    format!("{INQUIRIES}?agency={agency}")
}

/// Changing an entry of the directory.
pub fn contact(contact: ContactPointId) -> String {
    format!("{DIRECTORY}/{contact}")
}

/// Says that an entry is right today.
pub fn contact_confirm(contact: ContactPointId) -> String {
    format!("{DIRECTORY}/{contact}/confirm")
}

/// Takes an entry out of use.
pub fn contact_close(contact: ContactPointId) -> String {
    format!("{DIRECTORY}/{contact}/close")
}

/// Sets an objective of a case.
pub fn objective_set(case: CaseId) -> String {
    format!("/cases/{case}/plan/objective")
}

/// Says what became of an objective.
pub fn objective_decide(case: CaseId, objective: ObjectId) -> String {
    format!("/cases/{case}/plan/objective/{objective}")
}

/// Logs a decision in a case.
pub fn decision_log(case: CaseId) -> String {
    format!("/cases/{case}/plan/decision")
}

/// Says which task of a case waits for which.
pub fn task_order(case: CaseId) -> String {
    format!("/cases/{case}/plan/order")
}

/// Keeps an exhibit of a case.
pub fn exhibit_record(case: CaseId) -> String {
    format!("/cases/{case}/evidence/exhibit")
}

/// Lays evidence of a case against an element.
pub fn proof_lay(case: CaseId) -> String {
    format!("/cases/{case}/evidence/proof")
}

/// Takes a proof back.
pub fn proof_withdraw(case: CaseId, proof: ObjectId) -> String {
    format!("/cases/{case}/evidence/proof/{proof}")
}

/// Records what a court decided in a case.
pub fn verdict_record(case: CaseId) -> String {
    format!("/cases/{case}/evidence/verdict")
}

/// An exhibit.
pub fn exhibit(exhibit: ExhibitId) -> String {
    format!("/exhibits/{exhibit}")
}

/// An exhibit, by what a proof says of it.
pub fn exhibit_of(object: ObjectId) -> String {
    format!("/exhibits/{object}")
}

/// A report, by what a proof says of it.
pub fn report_of(object: ObjectId) -> String {
    format!("/reports/{object}")
}

/// Adds a link to the chain of an exhibit.
pub fn exhibit_custody(exhibit: ExhibitId) -> String {
    format!("/exhibits/{exhibit}/custody")
}

/// The agenda of a round.
pub fn agenda(round: RoundId) -> String {
    format!("/rounds/{round}/agenda")
}

/// An operation.
pub fn operation(operation: OperationId) -> String {
    format!("/operations/{operation}")
}

/// Answers the questions of an operation's risk gate.
pub fn operation_gate(operation: OperationId) -> String {
    format!("/operations/{operation}/gate")
}

/// Describes an operation anew.
pub fn operation_change(operation: OperationId) -> String {
    format!("/operations/{operation}/change")
}

/// Moves an operation on.
pub fn operation_step(operation: OperationId) -> String {
    format!("/operations/{operation}/step")
}

/// An entity.
pub fn entity(entity: EntityId) -> String {
    format!("/entities/{entity}")
}

/// Pairs that may be the same, from a place in the queue on.
pub fn matches_after(after: &str) -> String {
    format!("{MATCHES}?after={after}")
}

/// A warrant.
pub fn warrant(warrant: WarrantId) -> String {
    format!("/warrants/{warrant}")
}

/// Moves a warrant on.
pub fn warrant_step(warrant: WarrantId) -> String {
    format!("/warrants/{warrant}/step")
}

/// Verifies or corrects a warrant.
pub fn warrant_check(warrant: WarrantId) -> String {
    format!("/warrants/{warrant}/check")
}

/// Pursuing a warrant: which ways the law opens for it.
pub fn paths_for(warrant: WarrantId) -> String {
    format!("{TREATY_PATHS}?warrant={warrant}")
}

/// A request to another state.
pub fn request(request: RequestId) -> String {
    format!("/requests/{request}")
}

/// Moves a request on.
pub fn request_step(request: RequestId) -> String {
    format!("/requests/{request}/step")
}

/// Records what an actor did with a request.
pub fn request_hop(request: RequestId) -> String {
    format!("/requests/{request}/hop")
}

/// A finding.
pub fn finding(finding: FindingId) -> String {
    format!("/findings/{finding}")
}

/// A finding, found again.
pub fn finding_again(finding: FindingId) -> String {
    format!("/findings/{finding}?again=1")
}

/// Claims a finding as an outcome, or confirms that claim.
pub fn finding_outcome(finding: FindingId) -> String {
    format!("/findings/{finding}/outcome")
}

/// An uploaded file before it is imported.
pub fn import_preview(upload: &str) -> String {
    format!("/import/upload/{upload}")
}

/// An import.
pub fn import(import: ImportId) -> String {
    format!("/import/{import}")
}

/// Undoes an import.
pub fn import_undo(import: ImportId) -> String {
    format!("/import/{import}/undo")
}

/// The rows that an import did not take.
pub fn import_rejects(import: ImportId) -> String {
    format!("/import/{import}/rejects.csv")
}

/// A release.
pub fn release(release: ReleaseId) -> String {
    format!("/releases/{release}")
}

/// Recalls a release.
pub fn release_recall(release: ReleaseId) -> String {
    format!("/releases/{release}/recall")
}

/// What can be done to a release after it was made.
pub fn release_control(release: ReleaseId) -> String {
    format!("/releases/{release}/control")
}

/// Narrows a release.
pub fn release_narrow(release: ReleaseId) -> String {
    format!("/releases/{release}/narrow")
}

/// Asks the originator of a release.
pub fn release_ask(release: ReleaseId) -> String {
    format!("/releases/{release}/ask")
}

/// Answers a question about a release.
pub fn ask_answer(release: ReleaseId, ask: RecordId) -> String {
    format!("/releases/{release}/ask/{ask}")
}

/// Choosing what to release from a case.
pub fn release_from(case: CaseId) -> String {
    format!("{RELEASE_CHOOSE}?case={case}")
}

/// Proposes to accept a partner's new log.
pub fn log_propose(agency: &AgencyCode) -> String {
    format!("/sync/{agency}/log/propose")
}

/// Accepts it as another officer.
pub fn log_accept(agency: &AgencyCode) -> String {
    format!("/sync/{agency}/log/accept")
}

/// A bundle for a partner, as a file.
pub fn bundle_out(agency: &AgencyCode) -> String {
    format!("/sync/{agency}/bundle")
}

/// Asking partners about a person or thing.
pub fn hit_ask_about(entity: EntityId) -> String {
    format!("{HIT_ASK}?entity={entity}")
}

/// Asking partners about everything in a case.
pub fn hit_ask_in(case: CaseId) -> String {
    format!("{HIT_ASK}?case={case}")
}

/// A question to a partner.
pub fn hit_question(question: HitQueryId) -> String {
    format!("{HITS}/{question}")
}

/// Approves a question as the second officer.
pub fn hit_approve(question: HitQueryId) -> String {
    format!("{HITS}/{question}/approve")
}

/// Opens some commitments of a question.
pub fn hit_inspect(question: HitQueryId) -> String {
    format!("{HITS}/{question}/inspect")
}

/// Who can see an object.
pub fn who(object: impl Into<ObjectId>) -> String {
    format!("/who/{}", object.into())
}

/// Printing a document about an object.
pub fn document(kind: &str, object: impl Into<ObjectId>) -> String {
    format!("/documents/{kind}/{}", object.into())
}

/// Writes what a document says beside the records.
pub fn document_passages(kind: &str, object: impl Into<ObjectId>) -> String {
    format!("/documents/{kind}/{}/passages", object.into())
}

/// Suspends or restores an officer.
pub fn officer_active(officer: lintas_model::OfficerId) -> String {
    format!("/admin/officers/{officer}/active")
}
