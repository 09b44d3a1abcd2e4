//! One act of the play.

use lintas_model::lifecycle::{InquiryMove, OperationMove, RequestMove, TaskMove, WarrantMove};
use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{
    CourtResult, CustodyAct, EvidenceForm, RelationKind, RoleLevel, Substance, WorkshopKind,
};
use lintas_model::request::RequestKind;
use lintas_model::{Country, EntityKind, Language, PartialDate};

use super::joint::JointDeed;

/// An agency does something on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// The day.
    pub on: PartialDate,
    /// Code of the agency.
    pub agency: &'static str,
    /// What it does.
    pub deed: Deed,
}

/// Something a report says about a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Handle of the entity; the same handle is the same entity at the same agency.
    pub handle: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its properties as words of the property and values as written.
    pub says: Vec<(&'static str, String)>,
}

/// A link that a report states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Handle of the one.
    pub from: String,
    /// Handle of the other.
    pub to: String,
    /// What the link is.
    pub kind: RelationKind,
}

/// Who was where and when, as a report states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sighted {
    /// Handle of the subject.
    pub subject: String,
    /// RFC 3339 instant.
    pub at: String,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// The place in the source's words.
    pub place: &'static str,
}

/// What an agency does. Handles name things across acts.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The steward sets up the round.
    OpenRound,
    /// An agency asks others whether they know something of a case too.
    AskHits {
        /// The case.
        case: String,
        /// Whom.
        to: Vec<&'static str>,
    },
    /// The steward holds a workshop.
    Workshop {
        /// Opening or closing.
        kind: WorkshopKind,
        /// Where.
        place: &'static str,
    },
    /// An agency promises something.
    Commit {
        /// Its handle.
        handle: String,
        /// What.
        what: &'static str,
        /// By when.
        due: PartialDate,
    },
    /// A promise is kept.
    CommitmentDone {
        /// The commitment.
        commitment: String,
        /// How.
        text: &'static str,
    },
    /// An agency opens a case.
    OpenCase {
        /// Its handle.
        handle: String,
        /// Operational name.
        title: &'static str,
        /// Reference.
        reference: String,
        /// What it is about.
        summary: &'static str,
        /// Offences.
        offences: Vec<Offence>,
        /// Countries.
        countries: Vec<Country>,
    },
    /// An agency says how a desk of its is reached.
    Contact {
        /// The desk.
        name: &'static str,
        /// Its number.
        phone: String,
        /// Languages spoken there.
        languages: Vec<&'static str>,
    },
    /// An agency of a case asks another for information.
    Ask {
        /// Its handle.
        handle: String,
        /// The case.
        case: String,
        /// Who is asked.
        to: &'static str,
        /// The question.
        question: &'static str,
        /// By when.
        due: PartialDate,
    },
    /// The agency asked answers, by a report that it has released when it says yes.
    Reply {
        /// The question.
        inquiry: String,
        /// The step.
        step: InquiryMove,
        /// In its words.
        text: &'static str,
        /// The report.
        report: Option<String>,
    },
    /// An objective of the plan is set.
    Objective {
        /// The case.
        case: String,
        /// What is to be achieved.
        text: &'static str,
    },
    /// A decision is logged.
    Decide {
        /// The case.
        case: String,
        /// What.
        text: &'static str,
        /// Why.
        reason: &'static str,
        /// Who decided it.
        agencies: Vec<&'static str>,
    },
    /// An agency says yes to every question of the risk gate of an operation.
    SayYes {
        /// The operation.
        operation: String,
        /// What the answers rest on.
        note: &'static str,
    },
    /// An exhibit is kept, by the unit that took it.
    Exhibit {
        /// Its handle.
        handle: String,
        /// The case.
        case: String,
        /// Its number.
        number: &'static str,
        /// What it is.
        title: &'static str,
        /// Where it was found, and by whom it was taken.
        found: (&'static str, &'static str),
        /// SHA-256 of the file, where it is one.
        sha256: Option<&'static str>,
        /// Whether the other agencies of the case may know of it.
        shared: bool,
    },
    /// Something happens to an exhibit.
    Custody {
        /// The exhibit.
        exhibit: String,
        /// What.
        act: CustodyAct,
        /// By which unit.
        by: &'static str,
        /// To whom it went.
        to: Option<&'static str>,
        /// How, and with what result.
        how: (&'static str, &'static str),
    },
    /// An exhibit or a report is laid against an element of an offence.
    Proof {
        /// The case.
        case: String,
        /// The suspect.
        suspect: String,
        /// The element, by its code.
        element: &'static str,
        /// The exhibit, or the report.
        evidence: String,
        /// Its form; a report is intelligence.
        form: EvidenceForm,
        /// What it shows.
        shows: &'static str,
    },
    /// A court has decided on a person.
    Verdict {
        /// The case.
        case: String,
        /// The person.
        person: String,
        /// The court and its reference.
        court: &'static str,
        /// The decision.
        result: CourtResult,
        /// How far up the person stands.
        level: RoleLevel,
        /// The sentence.
        sentence: &'static str,
    },
    /// An officer writes what a document says beside the records.
    Passages {
        /// The document, by the name of its template.
        document: &'static str,
        /// The thing it is about.
        of: String,
        /// Part, language and text.
        texts: Vec<(&'static str, Language, &'static str)>,
    },
    /// Something with an agreement, a notice or a mentor.
    Joint(JointDeed),
    /// The owner of a case invites agencies to work it together.
    MakeJoint {
        /// The case.
        case: String,
        /// The agencies invited.
        members: Vec<&'static str>,
    },
    /// An agency imports a file of its own.
    Import {
        /// Name of the file.
        file_name: String,
        /// Its text, comma-separated.
        csv: String,
    },
    /// An agency files a report with what it says.
    Report {
        /// Its handle.
        handle: String,
        /// The case.
        case: Option<String>,
        /// One line.
        title: String,
        /// The text.
        text: String,
        /// Grade in the 4x4 scheme, for example `B2`; none is "not yet graded".
        grade: Option<&'static str>,
        /// Number in the source register.
        source_reference: Option<String>,
        /// Entities.
        seen: Vec<Seen>,
        /// Links.
        links: Vec<Link>,
        /// Sightings.
        sighted: Vec<Sighted>,
    },
    /// An agency releases reports, with what they say, to the members of a joint case.
    Release {
        /// The reports.
        reports: Vec<String>,
        /// The joint case.
        case: String,
        /// Why.
        reason: &'static str,
    },
    /// An agency asks another for something in a joint case.
    Task {
        /// Its handle.
        handle: String,
        /// The case.
        case: String,
        /// Who is asked.
        to: &'static str,
        /// What.
        title: &'static str,
        /// By when.
        due: PartialDate,
    },
    /// The agency asked answers.
    Answer {
        /// The task.
        task: String,
        /// The step.
        step: TaskMove,
        /// In its words.
        text: &'static str,
    },
    /// An agency records a warrant.
    Warrant {
        /// Its handle.
        handle: String,
        /// Court's number.
        number: String,
        /// Name on the warrant.
        name: String,
        /// Court.
        court: &'static str,
        /// Country of issue.
        country: Country,
        /// Day of issue.
        issued: PartialDate,
        /// Offence.
        offence: Offence,
        /// Law as cited.
        law: &'static str,
    },
    /// A warrant is verified or corrected in substance.
    CheckWarrant {
        /// The warrant.
        warrant: String,
        /// What changed.
        substance: Substance,
        /// What was found.
        finding: &'static str,
        /// Where the person is now believed to be.
        believed_in: Option<Country>,
    },
    /// A warrant takes a step.
    MoveWarrant {
        /// The warrant.
        warrant: String,
        /// The step.
        step: WarrantMove,
        /// Channel and reference.
        reference: String,
    },
    /// A warrant is pursued in another state.
    Request {
        /// Its handle.
        handle: String,
        /// The warrant.
        warrant: String,
        /// What is asked.
        kind: RequestKind,
        /// Of which state.
        requested: Country,
        /// The offence.
        offence: Offence,
        /// On which basis, by its id in the data on law.
        basis: &'static str,
        /// What is sought.
        sought: &'static str,
        /// The agency's reference.
        reference: String,
    },
    /// Whoever owes the next step of a request has received it and passed it on.
    Pass {
        /// The request.
        request: String,
        /// Date in.
        received: PartialDate,
        /// Date out.
        passed_on: PartialDate,
    },
    /// A request takes a step.
    MoveRequest {
        /// The request.
        request: String,
        /// The step.
        step: RequestMove,
    },
    /// A victim is recorded by code.
    ProtectedPerson {
        /// Its handle.
        handle: String,
        /// The case.
        case: String,
        /// The code.
        code: String,
        /// Whether it is a child.
        child: bool,
        /// The operation that brings the person to safety.
        operation: String,
    },
    /// A case is taken up.
    Activate {
        /// The case.
        case: String,
        /// Why.
        reason: &'static str,
    },
    /// A protected person has been brought to safety.
    Safe {
        /// The person.
        person: String,
    },
    /// A support worker opens the dossier of a protected person in the sealed space. Nobody by these names exists.
    Shelter {
        /// The protected person.
        person: String,
        /// Names, each in its own script.
        names: Vec<&'static str>,
        /// Born, as exactly as known.
        born: PartialDate,
        /// Citizenship.
        nationality: Country,
        /// What was agreed with the person.
        plan: &'static str,
        /// The guardian of a child.
        guardian: Option<&'static str>,
    },
    /// A support worker asks to disclose the name of a protected person to a court, on a consent; the second key waits.
    AskDisclosure {
        /// The protected person.
        person: String,
        /// To whom.
        court: &'static str,
        /// Whether the support lead turns the second key too, and the prosecutor reads it.
        second_key: bool,
    },
    /// An operation is planned.
    Operation {
        /// Its handle.
        handle: String,
        /// The case.
        case: String,
        /// Its name.
        title: &'static str,
        /// Its objective.
        objective: &'static str,
        /// Who takes part.
        participants: Vec<&'static str>,
        /// Day of action.
        day: PartialDate,
    },
    /// An operation takes a step.
    MoveOperation {
        /// The operation.
        operation: String,
        /// The step.
        step: OperationMove,
        /// Why.
        reason: &'static str,
    },
    /// An agency claims an outcome.
    Outcome {
        /// Its kind.
        kind: OutcomeKind,
        /// Handle of what it is about.
        subject: String,
        /// How many.
        count: u32,
        /// Who took part.
        participants: Vec<&'static str>,
        /// One line without personal data.
        summary: &'static str,
    },
    /// An analyst looks for routes and rest-houses in a case and keeps what is found.
    AnalyseRoutes {
        /// Handle of what is found, however much it is.
        handle: String,
        /// The case.
        case: String,
        /// Whether on what all members of the joint case hold, and for all of them; else for the agency alone.
        shared: bool,
    },
    /// An agency claims an outcome for each thing that an analysis found.
    ClaimFound {
        /// What was found.
        found: String,
    },
    /// An agency that saw it confirms each of those outcomes.
    ConfirmFound {
        /// What was found.
        found: String,
    },
    /// An agency that took part confirms an outcome.
    Confirm {
        /// Its kind.
        kind: OutcomeKind,
        /// Handle of what it is about.
        subject: String,
        /// How many.
        count: u32,
    },
    /// A note in the journal of a case.
    Note {
        /// The case.
        case: String,
        /// The text.
        text: &'static str,
    },
}
