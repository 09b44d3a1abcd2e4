//! Fingerprints that two people can read to each other, across a table or a telephone line.

use std::fmt;

use crate::Hash32;

/// The first 128 bits of the SHA-256 of a public key.
///
/// They are shown in two ways. Syllables are proquints (Wilkerson, arXiv:0901.4016): 16 bits in five letters that
/// alternate consonant and vowel, so that speakers of any language can say them. Groups are four hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 16]);

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

impl Fingerprint {
    /// The fingerprint of a public key of whatever kind.
    pub fn of(public_key: &[u8]) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&Hash32::of(&[public_key]).0[..16]);
        Self(first)
    }

    fn groups(&self) -> impl Iterator<Item = u16> {
        self.0.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
    }

    /// Eight groups of four hexadecimal digits.
    pub fn grouped_hex(&self) -> String {
        self.groups().map(|group| format!("{group:04x}")).collect::<Vec<_>>().join(" ")
    }

    /// Eight words of five letters.
    pub fn words(&self) -> String {
        self.groups().map(proquint).collect::<Vec<_>>().join("-")
    }

    /// Whether what somebody typed or read out is this fingerprint, in either form, whatever the case and the signs
    /// between the groups.
    pub fn matches(&self, text: &str) -> bool {
        let typed: String =
            text.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect();
        typed == self.grouped_hex().replace(' ', "") || typed == self.words().replace('-', "")
    }
}

fn proquint(group: u16) -> String {
    let consonant = |shift: u16| char::from(CONSONANTS[usize::from(group >> shift & 15)]);
    let vowel = |shift: u16| char::from(VOWELS[usize::from(group >> shift & 3)]);
    [consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)].iter().collect()
}

impl fmt::Display for Fingerprint {
    /// The words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proquints_are_those_of_the_paper() {
        // The paper's example: 127.0.0.1 is lusab-babad.
        assert_eq!([proquint(0x7f00), proquint(0x0001)], ["lusab", "babad"]);
        assert_eq!([proquint(0x3f54), proquint(0xdcc1)], ["gutih", "tugad"]);
    }

    #[test]
    fn a_fingerprint_is_recognised_however_it_is_read_out() {
        let fingerprint = Fingerprint::of(b"a public key");
        let (hex, words) = (fingerprint.grouped_hex(), fingerprint.words());
        assert_eq!((hex.len(), words.len()), (39, 47));
        assert!(fingerprint.matches(&hex) && fingerprint.matches(&words.to_uppercase().replace('-', " ")));
        assert!(!fingerprint.matches(&hex[..34]) && !fingerprint.matches(""));
        assert!(!Fingerprint::of(b"another key").matches(&hex));
    }
}
