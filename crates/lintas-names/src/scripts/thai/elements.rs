//! Elements of Thai names whose letters do not say how they are read.
//!
//! Thai given names and surnames are built of a few hundred Sanskrit, Pali and native elements. Where an element links
//! to the next one, hides a letter or leaves a vowel unwritten, its reading is listed in `data/thai-elements.tsv`; what the
//! syllable rules read right is left to them. Readings are in RTGS, the usual one first, separated by blanks.

use std::sync::LazyLock;

use super::letters::{Letter, letters};

/// An element found at a position.
pub(super) struct Element {
    pub(super) written: Vec<Letter>,
    pub(super) read: Vec<&'static str>,
}

static BY_FIRST_LETTER: LazyLock<Vec<Vec<Element>>> = LazyLock::new(|| {
    let mut shelves: Vec<Vec<Element>> = (0..0x50).map(|_| Vec::new()).collect();
    for (written, read) in listed() {
        let written = letters(written);
        let shelf = usize::from(written[0]);
        shelves[shelf].push(Element { written, read: read.split(' ').collect() });
    }
    shelves
});

/// The elements that start at the head of `rest`.
pub(super) fn at_head(rest: &[Letter]) -> impl Iterator<Item = &'static Element> + '_ {
    rest.first()
        .and_then(|&first| BY_FIRST_LETTER.get(usize::from(first)))
        .into_iter()
        .flatten()
        .filter(move |element| rest.starts_with(&element.written))
}

/// Every element as written, with its readings.
fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../../data/thai-elements.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scripts::thai::normalise;

    #[test]
    fn elements_are_distinct_normal_and_read_in_ascii() {
        let mut seen = std::collections::BTreeSet::new();
        for (written, read) in listed() {
            assert!(seen.insert(written), "{written} twice");
            assert_eq!(normalise(written), written);
            assert!(
                read.bytes().all(|letter| letter == b' ' || letter.is_ascii_lowercase()),
                "{written} {read}"
            );
        }
        assert!(!seen.is_empty(), "the table is read");
    }
}
