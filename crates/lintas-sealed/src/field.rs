//! The fields of a dossier that can be told, one by one.

use lintas_model::{Country, PartialDate};

use crate::dossier::{Dossier, Subject};
use crate::support::words;

words! {
    /// A field that can be told. Nothing else of a dossier can be disclosed.
    Field {
        /// Names.
        Names = "names",
        /// Date of birth.
        Birth = "birth",
        /// Documents.
        Documents = "documents",
        /// Citizenship.
        Nationality = "nationality",
        /// Languages.
        Languages = "languages",
        /// Telephone.
        Phone = "phone",
        /// Address.
        Address = "address",
        /// How contact is safe.
        SafeWay = "safe_way",
        /// The guardian.
        Guardian = "guardian",
        /// Needs that are not met yet.
        Needs = "needs",
        /// What was agreed in the support plan.
        Plan = "plan",
        /// What a trained person decided.
        Identification = "identification",
        /// That the person is not to be punished.
        NonPunishment = "non_punishment",
    }
}

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Texts as somebody wrote them.
    Texts(Vec<String>),
    /// A date.
    Date(PartialDate),
    /// A country.
    Country(Country),
    /// Words of a closed list: the list, and the words.
    Words(&'static str, Vec<&'static str>),
    /// Nothing is known.
    Nothing,
}

impl Field {
    /// What the field says of somebody.
    pub fn said(self, dossier: &Dossier) -> Said {
        let texts = |texts: &[&String]| {
            let texts: Vec<String> =
                texts.iter().filter(|text| !text.trim().is_empty()).map(|text| (*text).clone()).collect();
            if texts.is_empty() { Said::Nothing } else { Said::Texts(texts) }
        };
        let (identity, contact) = (&dossier.identity, &dossier.contact);
        let support = match &dossier.subject {
            Subject::Person(support) => Some(support),
            Subject::Source(_) => None,
        };
        match self {
            Self::Names => texts(&identity.names.iter().collect::<Vec<_>>()),
            Self::Birth => identity.birth.map_or(Said::Nothing, Said::Date),
            Self::Documents => texts(&identity.documents.iter().collect::<Vec<_>>()),
            Self::Nationality => identity.nationality.map_or(Said::Nothing, Said::Country),
            Self::Languages => texts(&[&identity.languages]),
            Self::Phone => texts(&[&contact.phone]),
            Self::Address => texts(&[&contact.address]),
            Self::SafeWay => texts(&[&contact.safe_way]),
            Self::Guardian => support.map_or(Said::Nothing, |support| texts(&[&support.child.guardian])),
            Self::Needs => match support.map(|support| &support.needs) {
                Some(needs) if !needs.is_empty() => {
                    let open = needs.iter().filter(|need| need.progress != crate::support::Progress::Done);
                    Said::Words("need", open.map(|need| need.kind.as_str()).collect())
                }
                _ => Said::Nothing,
            },
            Self::Plan => support.map_or(Said::Nothing, |support| texts(&[&support.plan.agreed])),
            Self::Identification => match support.and_then(|support| support.decided.as_ref()) {
                Some(decided) => Said::Words("identification", vec![decided.identification.as_str()]),
                None => Said::Nothing,
            },
            Self::NonPunishment => match support {
                Some(support) if support.non_punishment.raised => {
                    Said::Texts(vec![support.non_punishment.note.clone()])
                }
                _ => Said::Nothing,
            },
        }
    }
}
