//! The hash that both sides write into their logs: whoever denies a question or an answer later is met by the other's.

use lintas_ledger::Hash32;
use lintas_model::AgencyCode;
use lintas_model::handling::Purpose;

use crate::holder::{Evaluation, PublicKey};

/// What the two sides agree to have said.
#[derive(Debug, Clone, Copy)]
pub struct Transcript<'a> {
    /// Who asked.
    pub asker: &'a AgencyCode,
    /// Who answered.
    pub holder: &'a AgencyCode,
    /// For which purpose.
    pub purpose: Purpose,
    /// The month of the key, `2017-03`.
    pub month: &'a str,
    /// The hash of the signed header of the question, hexadecimal.
    pub query: &'a str,
    /// The key committed to.
    pub key: &'a PublicKey,
    /// The answer.
    pub answer: &'a Evaluation,
}

/// The hash of a transcript: each part with its length before it. Never change the form, add another.
pub fn transcript(of: &Transcript<'_>) -> Hash32 {
    let parts: [&[u8]; 9] = [
        b"lintas hit transcript v1",
        of.asker.as_str().as_bytes(),
        of.holder.as_str().as_bytes(),
        of.purpose.as_str().as_bytes(),
        of.month.as_bytes(),
        of.query.as_bytes(),
        of.key.as_bytes(),
        &of.answer.evaluated,
        &of.answer.proof,
    ];
    let lengths = parts.map(|part| (part.len() as u64).to_be_bytes());
    let mut all: Vec<&[u8]> = Vec::with_capacity(2 * parts.len());
    for (length, part) in lengths.iter().zip(parts) {
        all.push(length);
        all.push(part);
    }
    Hash32::of(&all)
}
