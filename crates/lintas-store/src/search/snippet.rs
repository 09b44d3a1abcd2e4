//! The piece of a text around what was searched for, with the places to mark.
//!
//! Computed here and not in the engine, so that both engines show the same, and on grapheme boundaries, so that no mark
//! ever splits a Thai or Khmer cluster.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;

use super::tokens::{folded, without_marks};

/// How many graphemes are shown around the first match.
const WIDTH: usize = 160;
/// How many of them stand before it.
const BEFORE: usize = 48;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The piece as written, on one line.
    pub text: String,
    /// Byte ranges of the piece to mark: in order, apart from each other, never inside a grapheme.
    pub marks: Vec<Range<usize>>,
    /// Whether the text goes on before the piece.
    pub cut_before: bool,
    /// Whether the text goes on after it.
    pub cut_after: bool,
}

/// Cuts the piece around the first of the folded `words`; the beginning when none is there.
pub(crate) fn snippet(text: &str, words: &[String]) -> Snippet {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut ends: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(&text).collect();
    if ends.first() != Some(&0) {
        ends.insert(0, 0);
    }
    let count = ends.len().saturating_sub(1);
    // The text folded grapheme by grapheme, with the grapheme that each byte of it comes from.
    let (mut plain, mut bare) = (Flat::default(), Flat::default());
    for at in 0..count {
        let piece = folded(&text[ends[at]..ends[at + 1]]);
        bare.push(without_marks(&piece).as_deref().unwrap_or(&piece), at);
        plain.push(&piece, at);
    }
    let mut marked = vec![false; count];
    for word in words.iter().filter(|word| !word.is_empty()) {
        plain.mark(word, &mut marked);
        bare.mark(word, &mut marked);
    }
    let first = marked.iter().position(|m| *m).unwrap_or(0);
    let from = first.saturating_sub(BEFORE);
    let to = (from + WIDTH).min(count);
    let start = ends.get(from).copied().unwrap_or(0);
    let end = ends.get(to).copied().unwrap_or(text.len());
    let mut marks: Vec<Range<usize>> = Vec::new();
    for at in (from..to).filter(|at| marked[*at]) {
        let range = ends[at] - start..ends[at + 1] - start;
        match marks.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => marks.push(range),
        }
    }
    Snippet { text: text[start..end].to_owned(), marks, cut_before: from > 0, cut_after: to < count }
}

#[derive(Default)]
struct Flat {
    text: String,
    /// For each byte of `text`, the grapheme it belongs to.
    of: Vec<usize>,
}

impl Flat {
    fn push(&mut self, piece: &str, grapheme: usize) {
        self.text.push_str(piece);
        self.of.resize(self.text.len(), grapheme);
    }

    fn mark(&self, word: &str, marked: &mut [bool]) {
        for (at, found) in self.text.match_indices(word) {
            for byte in at..at + found.len() {
                marked[self.of[byte]] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, words: &[&str], expected: &[&str]) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let piece = snippet(text, &words);
        let marked: Vec<&str> = piece.marks.iter().map(|range| &piece.text[range.clone()]).collect();
        assert_eq!(marked, expected, "{text}");
    }

    #[test]
    fn what_was_searched_for_is_marked_as_it_was_written() {
        check("Seen by the River", &["river"], &["River"]);
        check("Ông NGUYỄN Văn A", &["nguyen"], &["NGUYỄN"]);
        check("ตำรวจจับกุมที่เชียงใหม่", &["จับกุม"], &["จับกุม"]);
        check("call ๐๘๑", &["081"], &["๐๘๑"]);
        check("nothing here", &["absent"], &[]);
        check("", &["absent"], &[]);
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_match() {
        let text = format!("{} needle {}", "hay ".repeat(300), "hay ".repeat(300));
        let piece = snippet(&text, &["needle".to_owned()]);
        assert!(piece.cut_before && piece.cut_after && piece.text.contains("needle"));
        assert!(piece.text.chars().count() <= WIDTH);
    }

    proptest! {
        #[test]
        fn marks_always_stand_on_boundaries(text in "[a-zกขคิ้ើក្ញŒễ\u{302} ]{0,200}", word in "[a-zกิក]{1,3}") {
            let piece = snippet(&text, &[word]);
            let mut last = 0;
            for range in &piece.marks {
                prop_assert!(range.start >= last && range.end > range.start);
                prop_assert!(piece.text.is_char_boundary(range.start) && piece.text.is_char_boundary(range.end));
                last = range.end;
            }
        }
    }
}
