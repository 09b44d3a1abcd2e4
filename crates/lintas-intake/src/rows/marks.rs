//! Marks that nobody sees: a name with a right-to-left override reads as another name on screen.

/// Direction controls, zero-width characters and byte-order marks; the joiners stay where a script needs them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200B}'            // zero-width space
        | '\u{200C}' | '\u{200D}' // zero-width non-joiner and joiner
        | '\u{200E}' | '\u{200F}' // left-to-right and right-to-left marks
        | '\u{202A}'..='\u{202E}' // embeddings and overrides
        | '\u{2060}'..='\u{2064}' // word joiner, invisible operators
        | '\u{2066}'..='\u{206F}' // isolates, deprecated controls
        | '\u{061C}'          // Arabic letter mark
        | '\u{FEFF}'          // zero-width no-break space
        | '\u{00AD}'          // soft hyphen
        | '\u{180E}'          // Mongolian vowel separator
        | '\u{FFF9}'..='\u{FFFB}' // interlinear annotation
        | '\u{E0000}'..='\u{E007F}') // tags
        || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// Whether a joiner stands where a script of the region spells with it: Bengali conjuncts (U+200D after the virama
/// U+09CD) and Khmer, Burmese and Lao line-break spaces, which mean nothing and go.
fn spells(before: Option<char>, c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
        && before.is_some_and(
            |b| matches!(b as u32, 0x0980..=0x09FF | 0x0900..=0x097F | 0x0D80..=0x0DFF | 0x0600..=0x06FF),
        )
}

/// The text without invisible marks, and whether there were any.
///
/// Zero-width spaces between Khmer, Lao, Thai or Burmese letters are how those scripts mark words; they go without
/// being called a finding.
pub(crate) fn without_invisible(text: &str) -> (std::borrow::Cow<'_, str>, bool) {
    if !text.chars().any(is_invisible) {
        return (text.into(), false);
    }
    let mut clean = String::with_capacity(text.len());
    let mut worth_saying = false;
    let mut before = None;
    for c in text.chars() {
        if is_invisible(c) && !spells(before, c) {
            let word_mark = c == '\u{200B}'
                && before
                    .is_some_and(|b| matches!(b as u32, 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF));
            worth_saying |= !word_mark;
        } else {
            clean.push(c);
            before = Some(c);
        }
    }
    (clean.into(), worth_saying)
}

/// Whether bytes were lost before or while the text was read: NUL, or the mark for what was no character.
pub(crate) fn is_damaged(text: &str) -> bool {
    text.contains(['\0', '\u{FFFD}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_and_zero_width_characters_are_taken_out_and_told() {
        assert_eq!(without_invisible("Sok\u{202E} Dara\u{200B}"), ("Sok Dara".into(), true));
        assert_eq!(without_invisible("Sok Dara"), ("Sok Dara".into(), false));
    }

    #[test]
    fn word_marks_of_a_script_go_silently_and_spelling_joiners_stay() {
        assert_eq!(without_invisible("សុខ\u{200B}ដារា"), ("សុខដារា".into(), false));
        assert_eq!(without_invisible("র\u{200D}্যাব"), ("র\u{200D}্যাব".into(), false));
    }
}
