//! The fingerprint of a row: the same row from the same source is taken once, however often its file is given.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// SHA-256 over the format, the source, the node's secret and the row's cells in normal form.
///
/// The cells hold names. Without the node's secret, whoever has the fingerprint could test guesses against it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// Makes the fingerprints of one file's rows.
#[derive(Clone)]
pub(crate) struct Fingerprints(Sha256);

impl Fingerprints {
    /// For the rows of one format from one source.
    pub(crate) fn new(secret: &[u8], format: &str, source: &str) -> Self {
        let mut hasher = Sha256::new();
        // Never change the order or the lengths: an old row would be taken a second time. Add a v2 beside it.
        part(&mut hasher, b"lintas row v1");
        part(&mut hasher, secret);
        part(&mut hasher, format.as_bytes());
        part(&mut hasher, source.as_bytes());
        Self(hasher)
    }

    /// The fingerprint of a row given as pairs of column and value; empty values do not count, nor does their order.
    pub(crate) fn of<'a>(&self, cells: impl Iterator<Item = (&'a str, &'a str)>) -> Fingerprint {
        let mut pairs: Vec<(String, String)> = cells
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(column, value)| (normal(column), normal(value)))
            .collect();
        pairs.sort();
        let mut hasher = self.0.clone();
        for (column, value) in &pairs {
            part(&mut hasher, column.as_bytes());
            part(&mut hasher, value.as_bytes());
        }
        Fingerprint(hasher.finalize().into())
    }
}

impl Fingerprint {
    /// The fingerprint of the n-th row with the same content, n counted from 0; the first keeps its own.
    pub(crate) fn repeated(self, n: u32) -> Self {
        if n == 0 {
            return self;
        }
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(n.to_be_bytes());
        Self(hasher.finalize().into())
    }
}

fn part(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update((bytes.len() as u64).to_be_bytes());
    hasher.update(bytes);
}

/// Composed letters, single spaces: what a second export of the same row may change without meaning anything.
fn normal(text: &str) -> String {
    if text.is_ascii() {
        text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        let composed: String = text.nfc().collect();
        composed.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// The text is not a fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read a fingerprint: expected 64 hexadecimal digits")]
pub struct NotAFingerprint;

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;
    fn from_str(text: &str) -> Result<Self, NotAFingerprint> {
        let bytes = hex::decode(text).map_err(|_| NotAFingerprint)?;
        bytes.try_into().map(Self).map_err(|_| NotAFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[(&str, &str)]) -> Fingerprint {
        Fingerprints::new(b"secret", "table", "border").of(cells.iter().copied())
    }

    #[test]
    fn a_row_is_known_again_whatever_the_order_of_its_columns() {
        let first = of(&[("name", "Nguyễn Văn An"), ("age", "30")]);
        assert_eq!(
            of(&[("age", " 30"), ("name", "Nguye\u{302}\u{303}n  Va\u{306}n An"), ("note", "")]),
            first
        );
        assert_ne!(of(&[("age", "31"), ("name", "Nguyễn Văn An")]), first);
        assert_eq!(first.to_string().parse(), Ok(first));
    }

    #[test]
    fn values_cannot_move_between_columns_unseen() {
        assert_ne!(of(&[("a", "bc")]), of(&[("ab", "c")]));
        assert_ne!(of(&[("a", "x"), ("b", "y")]), of(&[("a", "y"), ("b", "x")]));
    }

    #[test]
    fn without_the_secret_a_guess_cannot_be_tested() {
        let other = Fingerprints::new(b"other", "table", "border").of([("name", "A")].into_iter());
        assert_ne!(other, of(&[("name", "A")]));
        assert_ne!(other.repeated(1), other);
        assert_eq!(other.repeated(0), other);
    }
}
