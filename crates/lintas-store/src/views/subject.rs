//! What a record is about besides its object: its case, its report, the other thing it names.

use lintas_model::Body;
use uuid::Uuid;

/// The ids by which a record is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Subject {
    /// The case it is filed in.
    pub(crate) case: Option<Uuid>,
    /// The report that says it; for a report its own id.
    pub(crate) report: Option<Uuid>,
    /// The other end of a link, the right side of a judgement, the import of a report, the round, the release recalled.
    pub(crate) other: Option<Uuid>,
}

impl Subject {
    /// Reads the ids from a body.
    pub(crate) fn of(body: &Body) -> Self {
        let case = |id: lintas_model::CaseId| Self { case: Some(id.uuid()), ..Self::default() };
        let round = |id: lintas_model::RoundId| Self { other: Some(id.uuid()), ..Self::default() };
        match body {
            Body::Case(_) => Self::default(),
            Body::CaseStep(b) => case(b.case),
            Body::Note(b) => case(b.case),
            Body::Mentoring(b) => case(b.case),
            Body::Advice(b) => case(b.case),
            Body::Task(b) => case(b.case),
            Body::Operation(b) => case(b.case),
            Body::ProtectedPerson(b) => Self { other: b.operation.map(|id| id.uuid()), ..case(b.case) },
            Body::Report(b) => {
                Self { case: b.case.map(|id| id.uuid()), report: None, other: b.import.map(|id| id.uuid()) }
            }
            Body::Grading(b) => Self { report: Some(b.report.uuid()), ..Self::default() },
            Body::Attachment(b) => Self { report: Some(b.report.uuid()), ..Self::default() },
            // By its attachment only: whoever reads all about a report has no use for megabytes.
            Body::AttachmentPart(_) => Self::default(),
            Body::Statement(b) => Self { report: Some(b.report.uuid()), ..Self::default() },
            Body::Relation(b) => Self { report: Some(b.report.uuid()), other: Some(b.to.uuid()), case: None },
            Body::Sighting(b) => Self { report: Some(b.report.uuid()), ..Self::default() },
            Body::Judgement(b) => Self { other: Some(b.right.uuid()), ..Self::default() },
            Body::Warrant(b) => {
                Self { case: b.case.map(|id| id.uuid()), other: Some(b.person.uuid()), report: None }
            }
            Body::Outcome(b) => Self { case: b.case.map(|id| id.uuid()), ..round(b.round) },
            Body::OutcomeConfirmation(b) => round(b.round),
            Body::Workshop(b) => round(b.round),
            Body::Commitment(b) => round(b.round),
            Body::Finding(b) => case(b.case),
            Body::ChartView(b) => case(b.case),
            Body::Request(b) => {
                Self { case: b.case.map(|id| id.uuid()), other: b.warrant.map(|id| id.uuid()), report: None }
            }
            Body::NoticeRequest(b) => Self { other: Some(b.warrant.uuid()), ..Self::default() },
            Body::Inquiry(b) => case(b.case),
            Body::HitInputs(b) => case(b.case),
            // A partner's question names a case of its own, which is none here.
            Body::HitAnswer(b) => Self { other: Some(b.query.uuid()), ..Self::default() },
            Body::HitNotice(b) => Self { other: Some(b.query.uuid()), ..Self::default() },
            Body::Objective(b) => case(b.case),
            Body::Decision(b) => case(b.case),
            Body::Agreement(b) => case(b.case),
            Body::Exhibit(b) => case(b.case),
            Body::Proof(b) => Self { other: Some(b.suspect.uuid()), ..case(b.case) },
            Body::CourtVerdict(b) => Self { other: Some(b.person.uuid()), ..case(b.case) },
            Body::Release(b) => Self { case: b.case.map(|id| id.uuid()), ..Self::default() },
            Body::Audience(b) => {
                Self { case: b.case.map(|id| id.uuid()), other: b.round.map(|id| id.uuid()), report: None }
            }
            _ => Self::default(),
        }
    }
}
