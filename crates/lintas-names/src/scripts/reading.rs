//! A reading: one way to say a written token in Latin letters.
//!
//! Scripts of the region do not write everything that is said, and passport clerks do not all listen the same way,
//! so a token has several readings, ranked. Keeping only one is what makes letter-by-letter tables fail.

/// One way to say a written token in Latin letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Lower-case ASCII letters only; syllables are joined.
    pub latin: String,
    /// Zero or more, smaller is likelier, 0.0 is certain. Readings are listed best first.
    pub cost: f32,
}

impl Reading {
    /// A reading nobody would dispute.
    pub fn certain(latin: impl Into<String>) -> Self {
        Self { latin: latin.into(), cost: 0.0 }
    }
}
