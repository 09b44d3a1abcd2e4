//! The documents: one view struct a file, each with a template of the same name.

mod analyst_product;
mod exhibit_certificate;
mod extradition_request;
mod joint_investigation_agreement;
mod legal_assistance_request;
mod note_verbale;
mod notice_request;
mod operation_order;
mod provisional_arrest_request;
mod round_report;
mod target_package;
mod warrant_sheet;
mod workshop_agenda;
mod workshop_report;

pub use analyst_product::{AnalystProduct, Product};
pub use exhibit_certificate::{CustodyStep, ExhibitCertificate};
pub use extradition_request::{Conviction, ExtraditionRequest};
pub use joint_investigation_agreement::{Clauses, JointInvestigationAgreement, Member, Party};
pub use legal_assistance_request::LegalAssistanceRequest;
pub use note_verbale::NoteVerbale;
pub use notice_request::NoticeRequest;
pub use operation_order::{Check, OperationOrder, Participant};
pub use provisional_arrest_request::ProvisionalArrestRequest;
pub use round_report::{AgencyRow, CommitmentRow, OutcomeRow, ResultRow, RoundReport};
pub use target_package::{Candidate, EvidenceRow, TargetPackage};
pub use warrant_sheet::{HopRow, LifeRow, WarrantSheet};
pub use workshop_agenda::{AgendaItem, WorkshopAgenda};
pub use workshop_report::{Decision, WorkshopReport};

use crate::frame::Frame;

/// Something that can be printed.
pub trait Document {
    /// The name of its template and of its title's label, for example `warrant_sheet`.
    fn name(&self) -> &'static str;

    /// What every page carries.
    fn frame(&self) -> &Frame;

    /// The same, for whoever numbers the finished document.
    fn frame_mut(&mut self) -> &mut Frame;

    /// The labels of essentials that are missing, in the order of the document.
    fn missing(&self) -> Vec<&'static str>;

    /// Whether it goes to another state, so that a text without translation makes it a draft.
    fn crosses_borders(&self) -> bool {
        false
    }

    /// The data as JSON: what is attached to the PDF, hashed and printed.
    fn data(&self) -> serde_json::Result<Vec<u8>>;
}

/// The parts of [`Document`] that are the same for every struct.
macro_rules! printed_as {
    ($name:literal) => {
        fn name(&self) -> &'static str {
            $name
        }

        fn frame(&self) -> &crate::frame::Frame {
            &self.frame
        }

        fn frame_mut(&mut self) -> &mut crate::frame::Frame {
            &mut self.frame
        }

        fn data(&self) -> serde_json::Result<Vec<u8>> {
            serde_json::to_vec_pretty(self)
        }
    };
}
use printed_as;
