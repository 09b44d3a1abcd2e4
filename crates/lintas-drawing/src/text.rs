//! How much room a text takes, and how it is cut, in the scripts of the region.
//!
//! A drawing made without a browser cannot ask for the width of a word. These are the mean advances of the Noto Sans family
//! in parts of the font size; marks above and below, and Khmer consonants below the line, take no room of their own.

/// Whether a letter stands above, below or inside another: it takes no room and is never parted from what stands before it.
pub fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36f | 0x981 | 0x9bc | 0x9c1..=0x9c4 | 0x9cd | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0xeb1
        | 0xeb4..=0xebc | 0xec8..=0xece | 0x17b4..=0x17b5 | 0x17b7..=0x17bd | 0x17c6 | 0x17c9..=0x17d3 | 0x17dd
        | 0x200b..=0x200f | 0xfe00..=0xfe0f)
}

/// Whether the letter after this one is written below or into it.
fn joins_next(c: char) -> bool {
    matches!(c, '\u{17d2}' | '\u{9cd}' | '\u{200d}')
}

fn advance(c: char) -> f64 {
    match c as u32 {
        0x20 | 0x2e | 0x2c | 0x3a | 0x27 | 0x69 | 0x6c | 0x49 | 0x6a | 0x7c | 0xb7 => 0.29,
        0x30..=0x39 => 0.57,
        0x57 | 0x4d | 0x6d | 0x77 | 0x40 => 0.9,
        0x41..=0x5a => 0.66,
        0x980..=0x9ff => 0.66,
        0xe00..=0xe7f => 0.6,
        0xe80..=0xeff => 0.62,
        0x1780..=0x17ff => 0.68,
        0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xff00..=0xff60 => 1.0,
        _ => 0.57,
    }
}

/// The width of a text at a font size, in the same unit.
pub fn width(text: &str, size: f64) -> f64 {
    let mut sum = 0.0;
    let mut joined = false;
    for c in text.chars() {
        if !is_mark(c) && !joined {
            sum += advance(c);
        }
        joined = joins_next(c);
    }
    sum * size
}

/// A text that is no wider than allowed: cut between whole letters, with an ellipsis where something is missing.
pub fn fitted(text: &str, size: f64, most: f64) -> String {
    let text = text.trim();
    if width(text, size) <= most {
        return text.to_owned();
    }
    let room = most - size;
    let (mut sum, mut end, mut joined) = (0.0, 0, false);
    // Names with two hundred marks on one letter exist; no letter needs more than six.
    let mut marks = 0;
    let mut cut = String::new();
    for (at, c) in text.char_indices() {
        let whole = !is_mark(c) && !joined;
        if whole {
            if sum + advance(c) * size > room {
                break;
            }
            sum += advance(c) * size;
            marks = 0;
        } else {
            marks += 1;
        }
        if marks <= 6 {
            cut.push(c);
        }
        joined = joins_next(c);
        end = at + c.len_utf8();
    }
    if end == text.len() { cut } else { format!("{}…", cut.trim_end()) }
}

/// Splits a text at spaces into at most two lines of a width; what is too long is cut.
pub fn lines(text: &str, size: f64, most: f64) -> Vec<String> {
    let text = text.trim();
    if width(text, size) <= most {
        return vec![text.to_owned()];
    }
    let best = text
        .match_indices([' ', '\u{200b}'])
        .map(|(at, _)| at)
        .filter(|&at| width(&text[..at], size) <= most)
        .min_by(|&a, &b| uneven(text, a).total_cmp(&uneven(text, b)));
    match best {
        Some(at) => vec![text[..at].trim().to_owned(), fitted(&text[at..], size, most)],
        None => vec![fitted(text, size, most)],
    }
}

fn uneven(text: &str, at: usize) -> f64 {
    (width(&text[..at], 1.0) - width(&text[at..], 1.0)).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_take_no_room_and_stay_with_their_letter() {
        assert_eq!(width("กี่", 10.0), width("ก", 10.0));
        let cut = fitted("សុខ ចាន់ធី សុខ ចាន់ធី", 10.0, 60.0);
        assert!(cut.ends_with('…') && !cut.contains("្…"), "{cut}");
        assert!(width(&cut, 10.0) <= 60.0);
    }

    #[test]
    fn a_name_with_two_hundred_marks_and_a_word_without_end_are_cut() {
        let stacked = format!("a{}", "\u{301}".repeat(200));
        assert!(fitted(&format!("{stacked} and a long name behind it"), 10.0, 50.0).chars().count() < 30);
        assert!(fitted(&"x".repeat(40), 10.0, 80.0).chars().count() < 20);
        assert_eq!(fitted("", 10.0, 50.0), "");
    }

    #[test]
    fn two_lines_break_where_they_are_most_even() {
        assert_eq!(lines("Guest house, Poipet", 10.0, 70.0), ["Guest house,", "Poipet"]);
        assert_eq!(lines("short", 10.0, 70.0), ["short"]);
    }
}
