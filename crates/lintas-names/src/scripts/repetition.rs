//! The sign that says the word before it once more: ๆ, ໆ, ៗ.

/// Spells repetition signs out while a text is being normalised.
#[derive(Default)]
pub(crate) struct Repetition {
    /// What is written up to here has been repeated already; without this a row of signs would double the text at each.
    repeated_to: usize,
}

impl Repetition {
    /// Writes the word at the end of `normal` once more in place of a repetition sign, spaces before the sign dropped.
    /// `may_repeat` is asked with the word, which the second copy will stand right behind.
    pub(crate) fn repeat_word(&mut self, normal: &mut Vec<char>, may_repeat: impl Fn(&[char]) -> bool) {
        let end = normal.iter().rposition(|letter| !letter.is_whitespace()).map_or(0, |last| last + 1);
        let from = self.repeated_to.min(end);
        let start = normal[from..end]
            .iter()
            .rposition(|letter| letter.is_whitespace())
            .map_or(from, |space| from + space + 1);
        normal.truncate(end);
        if start < end && may_repeat(&normal[start..end]) {
            normal.extend_from_within(start..end);
        }
        self.repeated_to = normal.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell_out(text: &str) -> String {
        let mut repetition = Repetition::default();
        let mut normal = Vec::new();
        for letter in text.chars() {
            match letter {
                '+' => repetition.repeat_word(&mut normal, |_| true),
                letter => normal.push(letter),
            }
        }
        normal.into_iter().collect()
    }

    #[test]
    fn the_word_before_the_sign_is_said_again() {
        assert_eq!(spell_out("lek +"), "leklek");
        assert_eq!(spell_out("nok lek+"), "nok leklek");
        assert_eq!(spell_out("+"), "");
    }

    #[test]
    fn a_row_of_signs_does_not_multiply_the_text() {
        assert_eq!(spell_out("a+++"), "aa");
        assert!(spell_out(&"a+".repeat(500)).len() <= 1000);
    }
}
