//! No boxes: a character without a font is spelled as its code point and reported.

use std::collections::BTreeSet;

use typst::ecow::EcoString;
use typst::layout::{Frame, FrameItem};
use typst::syntax::Span;
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::fonts::FONTS;

/// Joiners, selectors and the word joiner: they shape their neighbours and have no glyph of their own.
fn is_invisible(character: char) -> bool {
    matches!(character as u32, 0x00AD | 0x034F | 0x200B..=0x200D | 0x2060 | 0xFE00..=0xFE0F | 0xFEFF)
}

/// Marks that turn the direction of what follows: in a name they would make the page say something else than the data.
fn turns_text(character: char) -> bool {
    matches!(character as u32, 0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069)
}

fn is_printable(character: char) -> bool {
    match character {
        '\n' => true,
        _ if character.is_control() || turns_text(character) => false,
        _ => is_invisible(character) || FONTS.has(character),
    }
}

/// The text with every unprintable character as `[U+0BA4]`; those characters are added to `unprintable`.
pub(crate) fn spell(text: &mut String, unprintable: &mut BTreeSet<char>) {
    if text.chars().all(is_printable) {
        return;
    }
    let mut spelled = String::with_capacity(text.len() + 16);
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\t' | '\r' => spelled.push(' '),
            _ if is_printable(character) => spelled.push(character),
            _ => {
                spelled.push_str(&format!("[U+{:04X}]", character as u32));
                unprintable.insert(character);
            }
        }
    }
    *text = spelled;
}

/// What stands on the pages, line by line, and the characters that came out as the font's empty box.
pub(crate) fn read(document: &PagedDocument) -> (String, BTreeSet<char>) {
    let (mut text, mut boxes) = (String::new(), BTreeSet::new());
    for page in document.pages() {
        walk(&page.frame, &mut text, &mut boxes);
        text.push('\u{c}');
    }
    (text, boxes)
}

fn walk(frame: &Frame, text: &mut String, boxes: &mut BTreeSet<char>) {
    let mut last: Option<Run> = None;
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, text, boxes),
            FrameItem::Text(item) => {
                let run = Run::of(at.x.to_pt(), item);
                let known = last.as_ref().filter(|before| run.continues(before));
                if known.is_some() && text.ends_with('\n') {
                    text.pop();
                }
                text.push_str(known.map_or(item.text.as_str(), |before| run.new_part(before, &item.text)));
                text.push('\n');
                for glyph in item.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    boxes.extend(item.text.get(glyph.range()).into_iter().flat_map(str::chars));
                }
                last = Some(run);
            }
            _ => {}
        }
    }
}

/// Where a run of glyphs stands in its line and in the text that it shows.
///
/// The layout engine ends a run wherever a mark sits higher or lower, in the middle of a Khmer syllable if need be, and
/// gives each run the whole syllable as its text.
struct Run {
    from_pt: f64,
    to_pt: f64,
    span: Span,
    start: usize,
    end: usize,
    text: EcoString,
}

impl Run {
    fn of(x_pt: f64, item: &TextItem) -> Self {
        let (span, start) = item.glyphs.first().map_or((Span::detached(), 0), |glyph| {
            (glyph.span.0, usize::from(glyph.span.1).saturating_sub(glyph.range().start))
        });
        let to_pt = x_pt + item.width().to_pt();
        Self { from_pt: x_pt, to_pt, span, start, end: start + item.text.len(), text: item.text.clone() }
    }

    fn continues(&self, before: &Self) -> bool {
        (self.from_pt - before.to_pt).abs() < 0.01
    }

    /// The part of the text that the run before has not shown already.
    fn new_part<'a>(&self, before: &Self, text: &'a str) -> &'a str {
        if self.span != before.span || self.start < before.start || self.start >= before.end {
            return text;
        }
        let shared = before.end.min(self.start + text.len()) - self.start;
        match (text.get(..shared), text.get(shared..)) {
            (Some(again), Some(new)) if before.text.contains(again) => new,
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_without_a_font_is_spelled_and_reported() {
        let check = |text: &str, expected: &str, reported: &[char]| {
            let (mut text, mut unprintable) = (text.to_owned(), BTreeSet::new());
            spell(&mut text, &mut unprintable);
            assert_eq!(text, expected);
            assert_eq!(unprintable.into_iter().collect::<Vec<_>>(), reported);
        };
        check("สมชาย Nguyễn 陳", "สมชาย Nguyễn 陳", &[]);
        check("த x", "[U+0BA4] x", &['த']);
        check("a\tb\r\nc", "a b\nc", &[]);
        check("ក\u{200b}ខ", "ក\u{200b}ខ", &[]);
        check("abc\u{202e}fed", "abc[U+202E]fed", &['\u{202e}']);
    }
}
