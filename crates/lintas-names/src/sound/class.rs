//! Sounds to spelling classes: strings that are equal when two words could be spellings of one another.
//!
//! A class is coarser than a spelling and finer than a consonant skeleton; equality is fast where distance is not, so
//! classes serve as keys in indexes.

use super::encode::{CODA, encode, is_vowel};

/// How much of a word a class keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// Consonant classes and vowel classes.
    Fine,
    /// Consonant classes, any vowel as `a`.
    Syllables,
    /// Consonant classes only, and an `a` in front of a word that begins with a vowel.
    Consonants,
}

/// Spelling class of a lower-case ASCII word.
pub(crate) fn class(latin: &str, grain: Grain) -> String {
    let mut sounds = Vec::with_capacity(latin.len());
    encode(latin, &mut sounds);
    let mut text = String::with_capacity(sounds.len());
    for (at, &sound) in sounds.iter().enumerate() {
        let closing = sound & CODA != 0;
        let base = sound & !CODA;
        let next_vowel = sounds.get(at + 1).is_some_and(|next| is_vowel(*next & !CODA));
        let letter = if is_vowel(base) || (matches!(base, b'y' | b'w') && closing) {
            match grain {
                Grain::Fine => vowel(base),
                Grain::Syllables => Some('a'),
                Grain::Consonants => (at == 0).then_some('a'),
            }
        } else {
            consonant(base, closing, next_vowel, grain)
        };
        if let Some(letter) = letter
            && !text.ends_with(letter)
        {
            text.push(letter);
        }
    }
    text
}

fn vowel(base: u8) -> Option<char> {
    Some(match base {
        b'a' => 'a',
        b'e' | b'A' | b'i' | b'I' | b'F' | b'y' => 'i',
        _ => 'u',
    })
}

fn consonant(base: u8, closing: bool, next_vowel: bool, grain: Grain) -> Option<char> {
    Some(match base {
        b't' | b'T' | b'd' | b'D' => 't',
        // Closing s, ch and j are written for t in Thai, Lao and Khmer names, and only there.
        b'p' | b'P' | b'b' | b'B' | b'f' | b'v' if !(base == b'v' && !closing) => 'p',
        b'v' | b'w' => 'w',
        b'k' | b'K' | b'g' | b'G' | b'q' | b'c' => 'k',
        b's' | b'S' | b'z' | b'Z' | b'x' | b'X' => 's',
        b'C' | b'j' | b'J' => 'c',
        b'm' => 'm',
        b'n' | b'Y' => 'n',
        b'N' if closing => 'g',
        b'N' => 'n',
        b'r' if closing && grain != Grain::Fine => return None,
        b'r' => 'r',
        b'l' => 'l',
        b'h' if closing || grain != Grain::Fine => return None,
        b'h' => 'h',
        b'y' if next_vowel && grain == Grain::Fine => 'i',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_class() {
        for (one, other) in [
            ("thanaphat", "tanapat"),
            ("phirachai", "peerachai"),
            ("soeharto", "suharto"),
            ("abdullah", "abdulla"),
            ("jarunee", "charuni"),
            ("watcharaphon", "watcharapon"),
        ] {
            assert_eq!(class(one, Grain::Fine), class(other, Grain::Fine), "{one} {other}");
        }
        assert_ne!(class("watcharaphon", Grain::Fine), class("watcharaphong", Grain::Fine));
        assert_eq!(class("natthawut", Grain::Syllables), class("nutawut", Grain::Syllables));
    }
}
