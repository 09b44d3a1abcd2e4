//! The exhibit certificate: what an exhibit is, that its bytes are unchanged, and who had it.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Essentials, Signatory};
use crate::wording::{Day, Wording};

/// A step of the custody chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyStep {
    /// When.
    pub on: Day,
    /// Who.
    pub who: String,
    /// What was done.
    pub what: Wording,
    /// How.
    pub how: Wording,
    /// With which result.
    pub result: Wording,
}

/// A certificate for one exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitCertificate {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The case.
    pub case: Wording,
    /// Number of the exhibit.
    pub exhibit: String,
    /// What it is.
    pub description: Wording,
    /// Where it was taken.
    pub taken_at: Wording,
    /// When it was taken.
    pub taken_on: Option<Day>,
    /// By whom.
    pub taken_by: String,
    /// Hash function, for example `SHA-256`.
    pub hash_function: String,
    /// Hash of the bytes in hexadecimal digits.
    pub hash: String,
    /// Size in bytes.
    pub size_bytes: Option<u64>,
    /// For what its originator lets it be used: a label of the catalogue.
    pub use_rule: Wording,
    /// The custody chain, oldest first.
    pub custody: Vec<CustodyStep>,
    /// The records behind it: each with its id, its place in its agency's feed and the hash of its signed header.
    pub records: Vec<String>,
    /// How to verify it: what to ask for, and what to check it with.
    pub verification: Wording,
    /// Who certifies it.
    pub signatory: Signatory,
}

impl Document for ExhibitCertificate {
    printed_as!("exhibit_certificate");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .need("exhibit", !self.exhibit.trim().is_empty())
            .said("description", &self.description)
            .need("hash", self.hash.len() >= 64 && self.hash.bytes().all(|b| b.is_ascii_hexdigit()))
            .need("custody", !self.custody.is_empty())
            .need("records", !self.records.is_empty())
            .need("signatory", !self.signatory.name.trim().is_empty())
            .missing()
    }
}
