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
    let mut after_consonant = false;
    for (at, &sound) in sounds.iter().enumerate() {
        let base = sound & !CODA;
        let closing = sound & CODA != 0;
        if is_vowel(base) || (matches!(base, b'y' | b'w') && closing) {
            let letter = match grain {
                Grain::Fine => vowel(base),
                Grain::Syllables => Some('a'),
                Grain::Consonants => (at == 0).then_some('a'),
            };
            text.extend(letter.filter(|letter| !text.ends_with(*letter)));
            after_consonant = false;
            continue;
        }
        let next = sounds.get(at + 1).map_or(0, |next| next & !CODA);
        let place = Place { closing, last: next == 0, next, after_consonant };
        if let Some(letter) = consonant(base, place, grain) {
            if !(after_consonant && text.ends_with(letter)) {
                text.push(letter);
            }
            after_consonant = true;
        }
    }
    text
}

/// Where a consonant stands.
#[derive(Clone, Copy)]
struct Place {
    closing: bool,
    last: bool,
    next: u8,
    after_consonant: bool,
}

fn vowel(base: u8) -> Option<char> {
    Some(match base {
        b'a' => 'a',
        b'e' | b'A' | b'i' | b'I' | b'F' | b'y' => 'i',
        _ => 'u',
    })
}

fn consonant(base: u8, place: Place, grain: Grain) -> Option<char> {
    let coarse = grain == Grain::Consonants;
    Some(match base {
        b't' | b'T' | b'd' | b'D' => 't',
        // At the end of a word s, ch and j are written for t, l and r for n: Thai, Khmer, Lao.
        b's' | b'S' | b'z' | b'Z' | b'x' | b'X' | b'C' | b'j' | b'J' if place.last => 't',
        b'l' if place.last => 'n',
        b'w' => 'w',
        b'v' if !place.closing => 'w',
        b'p' | b'P' | b'b' | b'B' | b'f' | b'v' => 'p',
        // Soft c is s, ch or k by language; the first two are one class where it matters.
        b'c' if coarse && matches!(place.next, b'e' | b'i' | b'I' | b'F') => 's',
        b'k' | b'K' | b'g' | b'G' | b'q' | b'c' => 'k',
        b's' | b'S' | b'z' | b'Z' | b'x' | b'X' => 's',
        b'C' | b'j' | b'J' if coarse => 's',
        b'C' | b'j' | b'J' => 'c',
        b'm' => 'm',
        b'n' | b'Y' => 'n',
        b'N' if place.closing && !matches!(place.next, b'k' | b'g') => 'g',
        b'N' => 'n',
        b'r' if place.closing => return None,
        b'r' if coarse && place.after_consonant => return None,
        b'r' => 'r',
        b'l' => 'l',
        b'h' if place.closing || grain != Grain::Fine => return None,
        b'h' => 'h',
        b'y' if is_vowel(place.next) && grain == Grain::Fine => 'i',
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
