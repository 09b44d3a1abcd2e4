//! The bodies of all records: whatever is ever written is one of these.
//!
//! A body is a map from field names to values. Each field gets its own salted commitment in the ledger, so a
//! release can disclose some fields of a record and withhold others while its signature still verifies. Field
//! names and kinds are frozen once shipped: add a field or a kind, never give an old one a new meaning.

mod access;
mod agency;
mod asking;
mod attachment;
mod bytes;
mod case;
mod chart_view;
mod erasure;
mod evidence;
mod exchange;
mod finding;
mod grading;
mod hit;
mod import;
mod inquiry;
mod judgement;
mod mentoring;
mod notice;
mod operation;
mod passage;
mod plan;
mod pursuit;
mod report;
mod round;
mod statement;
mod task;
mod victim;
mod warrant;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use access::{Access, AccessAct};
pub use agency::{Agency, Audience, KeyManifest, NewLog, Officer, OfficerKey, Partner};
pub use asking::{ReleaseAnswer, ReleaseAsk, Wanted};
pub use attachment::{Attachment, AttachmentPart};
pub use case::{Case, CaseStep, Note};
pub use chart_view::ChartView;
pub use erasure::Tombstone;
pub use evidence::{CourtResult, CourtVerdict, Custody, CustodyAct, EvidenceForm, Exhibit, Proof, RoleLevel};
pub use exchange::{Disclosed, Recall, Receipt, ReceiptFor, Release};
pub use finding::{Finding, FindingKind};
pub use grading::Grading;
pub use hit::{HitAnswer, HitInput, HitInputs, HitNotice, HitQuery, HitRefusal, HitSet, ItemKind, SecondFor};
pub use import::{Import, ImportUndo};
pub use inquiry::{ContactPoint, ContactRole, Inquiry, InquiryStep};
pub use judgement::{Judgement, Verdict};
pub use mentoring::{Advice, AdviceGrade, Mentoring};
pub use notice::{NoticeChannel, NoticeColour, NoticeRequest, WorkingLanguage};
pub use operation::{Operation, OperationStep, Outcome, OutcomeConfirmation};
pub use passage::Passage;
pub use plan::{Agreement, AgreementSignature, Clause, Decision, Objective, RiskAnswer, RiskQuestion};
pub use pursuit::{Hop, Request, RequestStep};
pub use report::Report;
pub use round::{Commitment, CommitmentDone, Round, Workshop, WorkshopKind};
pub use statement::{Asserted, LinkStrength, Relation, RelationKind, Sighting, Statement};
pub use task::{Task, TaskAnswer, TaskStep};
pub use victim::{AgeBand, ProtectedPerson, ProtectionStatus};
pub use warrant::{IdentityCertainty, Substance, Warrant, WarrantCheck, WarrantStep};

macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What kind of record it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {$(
            $(#[$doc])*
            $name,
        )*}

        impl Kind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word that stands in the signed header. Never change one.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }

        /// The content of a record.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {$(
            $(#[$doc])*
            $name($name),
        )*}

        impl Body {
            /// The kind of this body.
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }

            /// Reads the body of a known kind from a map of its fields.
            pub fn deserialize<'de, D: Deserializer<'de>>(kind: Kind, from: D) -> Result<Self, D::Error> {
                match kind { $(Kind::$name => $name::deserialize(from).map(Self::$name),)* }
            }
        }

        impl Serialize for Body {
            /// Writes the map of fields, without the kind: that stands in the header.
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(body) => body.serialize(to),)* }
            }
        }

        $(impl From<$name> for Body {
            fn from(body: $name) -> Self {
                Self::$name(body)
            }
        })*
    };
}

bodies! {
    /// An agency describes itself to its partners.
    Agency = "agency";
    /// An officer is enrolled, changed or suspended at a node.
    Officer = "officer";
    /// The key with which an officer signs grave acts.
    OfficerKey = "officer_key";
    /// The keys that an agency's node works with, signed by the agency's root.
    KeyManifest = "key_manifest";
    /// A partner's root is pinned after a meeting in person.
    Partner = "partner";
    /// A partner's log after its restore is proposed or accepted.
    NewLog = "new_log";
    /// Who belongs to an audience; the first record of every feed.
    Audience = "audience";
    /// A case is opened or described anew.
    Case = "case";
    /// A case takes a step.
    CaseStep = "case_step";
    /// A journal note.
    Note = "note";
    /// A case is opened to mentors, without names, or closed to them.
    Mentoring = "mentoring";
    /// A mentor advises.
    Advice = "advice";
    /// A report as it came from a source.
    Report = "report";
    /// A report is graded after it was filed.
    Grading = "grading";
    /// A file came with a report.
    Attachment = "attachment";
    /// Some bytes of such a file.
    AttachmentPart = "attachment_part";
    /// What one report says about one entity.
    Statement = "statement";
    /// What one report says about a link between two entities.
    Relation = "relation";
    /// What one report says about who was where and when.
    Sighting = "sighting";
    /// Whether two entities are the same; reversible.
    Judgement = "judgement";
    /// A task is set.
    Task = "task";
    /// The owner of a task moves it.
    TaskStep = "task_step";
    /// The agency asked answers a task.
    TaskAnswer = "task_answer";
    /// A warrant is recorded or described anew.
    Warrant = "warrant";
    /// A warrant takes a step.
    WarrantStep = "warrant_step";
    /// A warrant is verified.
    WarrantCheck = "warrant_check";
    /// An operation is planned.
    Operation = "operation";
    /// An operation takes a step.
    OperationStep = "operation_step";
    /// An outcome is claimed.
    Outcome = "outcome";
    /// An agency that took part confirms an outcome.
    OutcomeConfirmation = "outcome_confirmation";
    /// A round is set up.
    Round = "round";
    /// A workshop is held.
    Workshop = "workshop";
    /// An agency promises something.
    Commitment = "commitment";
    /// What was promised has been done.
    CommitmentDone = "commitment_done";
    /// What an analysis found is kept.
    Finding = "finding";
    /// A layout of a chart is kept.
    ChartView = "chart_view";
    /// A request to another state is recorded or described anew.
    Request = "request";
    /// A request takes a step.
    RequestStep = "request_step";
    /// What an actor on the way of a request did with it.
    Hop = "hop";
    /// An INTERPOL notice or diffusion is asked for.
    NoticeRequest = "notice_request";
    /// What a document says is written or translated.
    Passage = "passage";
    /// An agency asks another for information.
    Inquiry = "inquiry";
    /// An inquiry is answered or taken back.
    InquiryStep = "inquiry_step";
    /// How a desk or an expert is reached.
    ContactPoint = "contact_point";
    /// An objective of a joint response plan.
    Objective = "objective";
    /// A decision is logged.
    Decision = "decision";
    /// An agency answers a question of the risk gate.
    RiskAnswer = "risk_answer";
    /// A joint-investigation agreement is written.
    Agreement = "agreement";
    /// A party agrees to it.
    AgreementSignature = "agreement_signature";
    /// A thing is kept as evidence.
    Exhibit = "exhibit";
    /// Something happens to an exhibit.
    Custody = "custody";
    /// Evidence is laid against an element of an offence.
    Proof = "proof";
    /// A court has decided.
    CourtVerdict = "court_verdict";
    /// A victim, shown by code only.
    ProtectedPerson = "protected_person";
    /// Material is released to an audience.
    Release = "release";
    /// A release is narrowed or recalled.
    Recall = "recall";
    /// A recipient asks the originator of a release for more.
    ReleaseAsk = "release_ask";
    /// The originator answers.
    ReleaseAnswer = "release_answer";
    /// A recipient says what it holds or has given up.
    Receipt = "receipt";
    /// A file was imported.
    Import = "import";
    /// An import is undone.
    ImportUndo = "import_undo";
    /// What an agency asks a partner in hit/no-hit; stays with the agency.
    HitInputs = "hit_inputs";
    /// The blinded question of hit/no-hit.
    HitQuery = "hit_query";
    /// Tags of what a holder has, for one partner.
    HitSet = "hit_set";
    /// A holder answers a question of hit/no-hit.
    HitAnswer = "hit_answer";
    /// The asker says how many hits an answer gave.
    HitNotice = "hit_notice";
    /// Somebody viewed or exported something.
    Access = "access";
    /// A body has been erased.
    Tombstone = "tombstone";
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no kind of record that this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not find a kind of record called `{0}`")]
pub struct UnknownKind(pub String);

impl FromStr for Kind {
    type Err = UnknownKind;
    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .iter()
            .copied()
            .find(|k| k.as_str() == text)
            .ok_or_else(|| UnknownKind(text.chars().take(40).collect()))
    }
}
