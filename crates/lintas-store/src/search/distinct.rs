//! Words in the order in which they came, each once.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// A list without repetition.
#[derive(Debug, Default)]
pub(crate) struct Distinct {
    text: String,
    seen: HashSet<Box<str>, BuildHasherDefault<Quick>>,
}

impl Distinct {
    /// Adds a word that holds no space, unless it is there.
    pub(crate) fn add(&mut self, word: &str) {
        if !self.seen.contains(word) {
            self.seen.insert(word.into());
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.seen.len()
    }

    /// The words with a space between.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// Multiplies and turns eight bytes at a time: a record has a hundred words, and the hash of the standard library, made
/// to withstand floods of chosen keys, would cost more than all else that is done with them.
#[derive(Debug, Default)]
struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.mix(u64::from_le_bytes(*eight));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last) ^ rest.len() as u64);
    }

    fn finish(&self) -> u64 {
        // The table looks at the low and at the highest bits; multiplication leaves the low ones poor.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_once_where_it_came_first() {
        let mut words = Distinct::default();
        for word in ["river", "pier", "river", "rivers", "ท่าเรือ", "pier"] {
            words.add(word);
        }
        assert_eq!(words.len(), 4);
        assert_eq!(words.into_text(), "river pier rivers ท่าเรือ");
    }
}
