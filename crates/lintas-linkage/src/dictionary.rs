//! Distinct texts of a column, kept once and known by number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::facts::Facts;
use crate::text::{self, mix};

/// Distinct texts; number 0 is the missing one.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    bytes: String,
    ends: Vec<u32>,
    facts: Vec<Facts>,
    counts: Vec<u32>,
    numbers: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
}

impl Dictionary {
    pub(crate) fn new() -> Self {
        Self { ends: vec![0], facts: vec![Facts::default()], counts: vec![0], ..Self::default() }
    }

    /// Number of a text; it is counted once more.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let mut key = text::hash(text.as_bytes(), 0);
        loop {
            match self.numbers.get(&key) {
                Some(&number) if self.text(number) == text => {
                    self.counts[number as usize] += 1;
                    return number;
                }
                Some(_) => key = mix(key),
                None => break,
            }
        }
        // A dictionary that is full keeps what it has; further texts count as missing.
        if self.bytes.len() + text.len() > u32::MAX as usize {
            return 0;
        }
        let number = self.ends.len() as u32;
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.facts.push(Facts::of(text));
        self.counts.push(1);
        self.numbers.insert(key, number);
        number
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        if number == 0 {
            return "";
        }
        let at = number as usize;
        &self.bytes[self.ends[at - 1] as usize..self.ends[at] as usize]
    }

    /// What is known of the text without reading it.
    pub(crate) fn facts(&self, number: u32) -> Facts {
        self.facts[number as usize]
    }

    /// Times the text occurred.
    pub(crate) fn count(&self, number: u32) -> u32 {
        self.counts[number as usize]
    }

    /// Distinct texts, the missing one included.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Tags all texts and forgets how to find them, once all have been read.
    pub(crate) fn seal(&mut self, tag: impl Fn(&str) -> u32 + Sync) {
        use rayon::prelude::*;
        self.numbers = HashMap::default();
        let tags: Vec<u32> =
            (0..self.len() as u32).into_par_iter().map(|number| tag(self.text(number))).collect();
        for (facts, tag) in self.facts.iter_mut().zip(tags) {
            facts.tag = tag;
        }
    }
}

/// Takes a key that is already well spread.
#[derive(Debug, Default, Clone)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = text::hash(bytes, self.0);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
