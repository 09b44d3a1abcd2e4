//! Which documents can be printed, and about what.

use std::fmt;
use std::str::FromStr;

use lintas_model::request::RequestKind;

use crate::CaseworkError;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal about $thing:literal;)*) => {
        /// A document that is assembled from records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DocumentKind {$(
            $(#[$doc])*
            $name,
        )*}

        impl DocumentKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word in addresses, on the command line and in the audit: the name of the document's template.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The thing whose id it is printed from.
            pub const fn thing(self) -> &'static str {
                match self { $(Self::$name => $thing,)* }
            }
        }
    };
}

kinds! {
    /// A request for mutual legal assistance.
    LegalAssistanceRequest = "legal_assistance_request" about "request";
    /// A request for extradition.
    ExtraditionRequest = "extradition_request" about "request";
    /// A request for provisional arrest.
    ProvisionalArrestRequest = "provisional_arrest_request" about "request";
    /// The note with which an embassy hands a request over.
    NoteVerbale = "note_verbale" about "request";
    /// The form of an INTERPOL notice or diffusion.
    NoticeRequest = "notice_request" about "notice";
    /// All that is known about a warrant and its pursuit.
    WarrantSheet = "warrant_sheet" about "warrant";
    /// What is known of one person, or of those whom a kept ranking of a case puts first.
    TargetPackage = "target_package" about "person or case";
    /// What the parties of a joint investigation have agreed.
    JointInvestigationAgreement = "joint_investigation_agreement" about "agreement";
    /// What an exhibit is and which hands it passed.
    ExhibitCertificate = "exhibit_certificate" about "exhibit";
    /// Who does what on the day of action.
    OperationOrder = "operation_order" about "operation";
    /// The points of a workshop, from the state of cases and promises.
    WorkshopAgenda = "workshop_agenda" about "workshop";
    /// What was promised and what was done.
    WorkshopReport = "workshop_report" about "workshop";
    /// Results of a round, counted from records.
    RoundReport = "round_report" about "round";
}

impl DocumentKind {
    /// The documents of a kind of request.
    pub const fn of_request(kind: RequestKind) -> &'static [Self] {
        match kind {
            RequestKind::MutualLegalAssistance => &[Self::LegalAssistanceRequest, Self::NoteVerbale],
            RequestKind::Extradition => &[Self::ExtraditionRequest, Self::NoteVerbale],
            RequestKind::ProvisionalArrest => &[Self::ProvisionalArrestRequest, Self::NoteVerbale],
            RequestKind::TransferOfProceedings | RequestKind::JointInvestigation => &[Self::NoteVerbale],
            RequestKind::PoliceToPolice => &[],
        }
    }

    /// Whether it is of a round and holds no case data, so that whoever sees the region may print it.
    pub const fn is_of_round(self) -> bool {
        matches!(self, Self::WorkshopAgenda | Self::WorkshopReport | Self::RoundReport)
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for DocumentKind {
    type Err = CaseworkError;

    fn from_str(text: &str) -> Result<Self, CaseworkError> {
        let word = text.replace('-', "_");
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word).ok_or_else(|| {
            let all: Vec<&str> = Self::ALL.iter().map(|kind| kind.as_str()).collect();
            let text: String = text.chars().take(40).collect();
            CaseworkError::invalid(
                "kind",
                format!("there is no document `{text}`; choose {}", all.join(", ")),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_its_word_and_an_unknown_one_names_those_there_are() {
        for kind in DocumentKind::ALL {
            assert_eq!(kind.as_str().replace('_', "-").parse::<DocumentKind>().unwrap(), *kind);
        }
        let error = "receipt".parse::<DocumentKind>().unwrap_err().to_string();
        assert!(error.contains("`receipt`") && error.contains("warrant_sheet"), "{error}");
    }
}
