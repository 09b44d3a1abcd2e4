//! The words of the work: what an agency, a report, a grade, a case or a warrant is.
//!
//! In: nothing. Out: ids, kinds, values, grades, handling, lifecycles and the bodies of all records, with the
//! clock and the random source as parameters. Every other crate speaks with these words.
//! Never: files, network, databases, the system clock, a random source of its own.

pub mod clock;
pub mod country;
pub mod date;
pub mod digits;
pub mod draft;
pub mod entity;
pub mod entropy;
pub mod grade;
pub mod handling;
pub mod id;
pub mod language;
pub mod lifecycle;
pub mod offence;
pub mod outcome;
pub mod place;
pub mod property;
pub mod record;
pub mod request;
pub mod role;
mod words;

pub use clock::{Clock, Timestamp};
pub use country::Country;
pub use date::PartialDate;
pub use draft::Draft;
pub use entity::EntityKind;
pub use entropy::Entropy;
pub use grade::Grade;
pub use handling::{Handling, Marking};
pub use id::{
    AgencyCode, AgreementId, AudienceId, CaseId, ChartViewId, CommitmentId, ContactPointId, EntityId,
    ExhibitId, FindingId, HitQueryId, ImportId, InquiryId, NoticeId, ObjectId, OfficerId, OperationId,
    RecordId, ReleaseId, ReportId, RequestId, RoundId, TaskId, WarrantId, WorkshopId,
};
pub use language::Language;
pub use place::Point;
pub use record::{Body, Kind};
pub use role::Role;
