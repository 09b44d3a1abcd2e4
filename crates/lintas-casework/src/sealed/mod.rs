//! The sealed space: who protected persons and human sources are, apart from everything else the node holds.
//!
//! It has a database, a key file, an administrator, an audit and a backup of its own. Two things are needed to come in: a
//! role that the rules let in, given by the administrator of the node, and an admission by the administrator of the space,
//! sealed with the space's key; neither administrator can let himself in alone. The key file is read for each act, so the
//! space closes when its stick is pulled. What is read or written is recorded in the space's own signed audit; the node's
//! records say only that somebody was in there.

pub mod admission;
pub mod audit;
pub mod backup;
pub mod disclosure;
pub mod dossier;
pub mod erase;
mod part;
mod place;
mod space;

pub use part::Part;
pub use place::{NewSpace, SealedPlace, make};
pub(crate) use space::renew_password;

/// What a dossier is about, in the words of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DossierKind {
    /// Protected persons: for support workers and their lead.
    Person,
    /// Human sources: for those who meet them.
    Source,
}

impl DossierKind {
    /// The word in the rules.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "protected_person",
            Self::Source => "source",
        }
    }

    /// What a dossier is about.
    pub const fn of(dossier: &lintas_sealed::Dossier) -> Self {
        match dossier.subject {
            lintas_sealed::Subject::Person(_) => Self::Person,
            lintas_sealed::Subject::Source(_) => Self::Source,
        }
    }
}
