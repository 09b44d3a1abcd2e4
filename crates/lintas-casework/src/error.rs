//! What can go wrong in casework, with the stable code that a person sees.

use lintas_policy::Denial;

/// A result of casework.
pub type Result<T> = std::result::Result<T, CaseworkError>;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum CaseworkError {
    /// The rules say no.
    #[error("could not {}: {}", .0.action.as_str().replace('_', " "), .0.reason)]
    Denied(#[from] Denial),
    /// There is no such thing here, or it may not even be known to exist.
    #[error("could not find the {0}")]
    NotFound(&'static str),
    /// A field of the wish cannot be accepted.
    #[error("could not accept `{field}`: {problem}")]
    Invalid {
        /// The field.
        field: &'static str,
        /// What is wrong with it and what would be right.
        problem: String,
    },
    /// A lifecycle does not allow the step.
    #[error(transparent)]
    IllegalMove(#[from] lintas_model::lifecycle::IllegalMove),
    /// Signing in failed; never says which part.
    #[error("could not sign in: the name, the password or the code is wrong")]
    SignIn,
    /// Too many attempts.
    #[error("could not sign in: too many attempts; wait {seconds} seconds")]
    TooManyAttempts {
        /// How long to wait.
        seconds: u64,
    },
    /// A file or folder of the node cannot be used.
    #[error("could not use `{path}`: {problem}")]
    File {
        /// The file.
        path: String,
        /// What is wrong and the next step.
        problem: String,
    },
    /// The rules of the node cannot be loaded.
    #[error(transparent)]
    Policy(#[from] lintas_policy::PolicyError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] lintas_store::StoreError),
    /// Sealing or reading bytes failed.
    #[error("could not seal or read records: {0}")]
    Ledger(String),
    /// A document could not be printed.
    #[error(transparent)]
    Printing(#[from] lintas_documents::Refused),
    /// A file to import could not be read at all.
    #[error(transparent)]
    Intake(#[from] lintas_intake::IntakeError),
    /// The sealed space is closed, or one of its rules is not met.
    #[error(transparent)]
    Sealed(#[from] lintas_sealed::SealedError),
}

impl CaseworkError {
    /// The stable code shown to people and written to the log.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Denied(_) => "CW-001",
            Self::NotFound(_) => "CW-002",
            Self::Invalid { .. } => "CW-003",
            Self::IllegalMove(_) => "CW-004",
            Self::SignIn => "CW-005",
            Self::TooManyAttempts { .. } => "CW-006",
            Self::File { .. } => "CW-007",
            Self::Policy(_) => "CW-008",
            Self::Store(_) => "CW-009",
            Self::Ledger(_) => "CW-010",
            Self::Intake(_) => "CW-011",
            Self::Printing(_) => "CW-012",
            Self::Sealed(_) => "CW-013",
        }
    }

    /// Shorthand for a field that cannot be accepted.
    pub(crate) fn invalid(field: &'static str, problem: impl Into<String>) -> Self {
        Self::Invalid { field, problem: problem.into() }
    }
}
