//! What can go wrong between nodes, with the stable code that a person sees.

use std::error::Error as _;

use lintas_casework::CaseworkError;
use lintas_ledger::bundle::BundleError;
use lintas_ledger::chunk::ChunkError;
use lintas_model::AgencyCode;

use crate::tls::IdentityError;

/// A result of the exchange.
pub type Result<T> = std::result::Result<T, ExchangeError>;

/// Why records could not travel.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Casework refuses, or this node's own store failed.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
    /// TLS could not be set up.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The partner's node does not answer, or broke off.
    #[error("could not reach the node of {partner}")]
    Unreachable {
        /// Whose node.
        partner: AgencyCode,
        /// The cause.
        #[source]
        source: reqwest::Error,
    },
    /// The partner's node does not know this node's key.
    #[error(
        "could not meet {0}: its node does not accept this node's key; ask whether you are cut off there"
    )]
    NotAccepted(AgencyCode),
    /// Another key answers at the partner's address.
    #[error("could not meet {0}: the node at its address shows another key than the one pinned")]
    OtherKey(AgencyCode),
    /// The partner's node answers, but not as one should.
    #[error("could not understand the node of {partner}: {problem}")]
    Answer {
        /// Whose node.
        partner: AgencyCode,
        /// What it did.
        problem: String,
    },
    /// A chunk came that is none, or another one than announced.
    #[error("could not take a chunk from {partner}")]
    Chunk {
        /// Whose node.
        partner: AgencyCode,
        /// What is wrong with it.
        #[source]
        source: ChunkError,
    },
    /// Entries do not make a chunk.
    #[error(transparent)]
    Pack(#[from] ChunkError),
    /// A bundle could not be made or opened.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// The agency meets this node by file only.
    #[error("could not meet {0} over the wire: one of the two nodes meets others by file only")]
    ByFileOnly(AgencyCode),
    /// The server could not listen or lost its listener.
    #[error("could not listen for partners")]
    Listen(#[source] std::io::Error),
    /// A background task of the program died.
    #[error("could not finish: a task of the program ended early")]
    Ended,
}

impl ExchangeError {
    /// The stable code shown to people and written to the log.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Casework(error) => error.code(),
            Self::Identity(_) => "EX-001",
            Self::Unreachable { .. } => "EX-002",
            Self::NotAccepted(_) => "EX-003",
            Self::OtherKey(_) => "EX-004",
            Self::Answer { .. } => "EX-005",
            Self::Chunk { .. } | Self::Pack(_) => "EX-006",
            Self::Bundle(_) => "EX-007",
            Self::ByFileOnly(_) => "EX-008",
            Self::Listen(_) => "EX-009",
            Self::Ended => "EX-010",
        }
    }

    /// Whether trying again later is of no use until somebody changes something.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NotAccepted(_)
                | Self::OtherKey(_)
                | Self::Casework(CaseworkError::Denied(_) | CaseworkError::Invalid { .. })
        )
    }

    /// The error and its causes as one line.
    pub fn told(&self) -> String {
        let mut line = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            let text = error.to_string();
            if !line.contains(&text) {
                line = format!("{line}: {text}");
            }
            cause = error.source();
        }
        line
    }
}
