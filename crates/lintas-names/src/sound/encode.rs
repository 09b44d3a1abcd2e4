//! Spelling to sounds.

use std::sync::LazyLock;

/// Sounds are bytes: a lower-case letter for itself, an upper-case one for a digraph, and [`CODA`] set on a consonant
/// that closes a syllable.
pub(crate) const CODA: u8 = 0x80;

/// Digraphs and trigraphs, longest first, with the sound they are one spelling of. What each sound may be confused with
/// stands in the cost table, so nothing is lost by grouping.
const GROUPS: &[(&str, &str)] = &[
    ("tsch", "C"),
    ("tsh", "X"),
    ("chh", "C"),
    ("ssu", "su"),
    ("tzu", "Xu"),
    ("dzh", "J"),
    ("sch", "S"),
    ("tch", "C"),
    ("tsj", "C"),
    ("ngg", "Ng"),
    ("ch", "C"),
    ("cz", "C"),
    ("tj", "C"),
    ("sh", "S"),
    ("sj", "S"),
    ("kh", "K"),
    ("gh", "G"),
    ("th", "T"),
    ("ph", "P"),
    ("bh", "B"),
    ("dh", "D"),
    ("jh", "j"),
    ("zh", "Z"),
    ("dj", "J"),
    ("dz", "J"),
    ("hj", "J"),
    ("hs", "x"),
    ("ng", "N"),
    ("nj", "Y"),
    ("ny", "Y"),
    ("ck", "k"),
    ("cq", "k"),
    ("qu", "kw"),
    ("ts", "X"),
    ("tz", "X"),
    ("cc", "k"),
    ("wh", "w"),
    ("rh", "r"),
    ("ll", "l"),
    ("ee", "I"),
    ("oo", "U"),
    ("ou", "V"),
    ("oe", "O"),
    ("ue", "E"),
    ("eu", "E"),
    ("ae", "A"),
    ("aa", "a"),
    ("ii", "i"),
    ("uu", "u"),
    ("ie", "F"),
    ("iy", "i"),
    ("yi", "i"),
];

/// The groups that begin with each letter, in the order of [`GROUPS`].
static BY_LETTER: LazyLock<[Vec<(&str, &str)>; 26]> = LazyLock::new(|| {
    std::array::from_fn(|letter| {
        let own = GROUPS.iter().filter(|(spelling, _)| usize::from(spelling.as_bytes()[0] - b'a') == letter);
        own.copied().collect()
    })
});

/// Encodes a lower-case ASCII spelling, appending to `sounds`. Anything else than a to z is skipped. A doubled consonant
/// counts once.
pub fn encode(latin: &str, sounds: &mut Vec<u8>) {
    let letters = latin.as_bytes();
    let groups = &*BY_LETTER;
    let start = sounds.len();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let group = match rest {
            [first, second, ..] if starts_group(*first, *second) => {
                groups[usize::from(first - b'a') % 26].iter().find(|(spelling, _)| {
                    let spelling = spelling.as_bytes();
                    spelling[1] == *second && (spelling.len() == 2 || rest.starts_with(spelling))
                })
            }
            _ => None,
        };
        let (taken, written): (usize, &[u8]) = match group {
            // "ngh" and the like are n-g + h only between vowels; "nj" before a consonant is n + j.
            Some((spelling, sound)) if !splits(spelling, rest, at, letters) => {
                (spelling.len(), sound.as_bytes())
            }
            _ => (1, &rest[..1]),
        };
        at += taken;
        for &sound in written {
            if !sound.is_ascii_alphabetic() || (sounds.len() > start && sounds.last() == Some(&sound)) {
                continue;
            }
            sounds.push(sound);
        }
    }
    mark_closing(&mut sounds[start..]);
}

fn starts_group(first: u8, second: u8) -> bool {
    matches!(
        (first, second),
        (b't' | b's' | b'c' | b'k' | b'g' | b'p' | b'b' | b'd' | b'j' | b'z' | b'w' | b'r', b'h')
            | (b't', b's' | b'c' | b'j' | b'z')
            | (b'd', b'z' | b'j')
            | (b's', b'c' | b'j' | b's')
            | (b'n', b'g' | b'j' | b'y')
            | (b'h', b'j' | b's')
            | (b'c', b'z' | b'k' | b'q' | b'c')
            | (b'q', b'u')
            | (b'l', b'l')
            | (b'e', b'e' | b'u')
            | (b'o', b'o' | b'u' | b'e')
            | (b'u', b'e' | b'u')
            | (b'a', b'e' | b'a')
            | (b'i', b'i' | b'e' | b'y')
            | (b'y', b'i')
    )
}

/// Says whether a group is two sounds here: t-s and n-y across a syllable border, h-j inside a word.
fn splits(spelling: &str, rest: &[u8], at: usize, letters: &[u8]) -> bool {
    let after = rest.get(spelling.len()).copied().unwrap_or(0);
    match spelling {
        // A glide only before a vowel: "Sonya" but "Sony".
        "ny" | "nj" => !is_vowel_letter(after),
        "hj" => at > 0,
        "hs" => at > 0,
        "yi" => at > 0 && is_vowel_letter(letters[at - 1]),
        "ue" | "ie" | "eu" | "iy" => after != 0 && is_vowel_letter(after),
        "tj" | "dj" | "sj" => !is_vowel_letter(after),
        _ => false,
    }
}

fn is_vowel_letter(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether a sound (without [`CODA`]) is a vowel.
pub(crate) fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u' | b'A' | b'E' | b'I' | b'O' | b'U' | b'V' | b'F')
}

fn mark_closing(sounds: &mut [u8]) {
    // y between consonants or at the end is a vowel ("Kyi", "Sky"), after a vowel it closes ("Aye").
    for at in 0..sounds.len() {
        if sounds[at] == b'y' && !sounds.get(at + 1).is_some_and(|next| is_vowel(*next)) {
            let after_vowel = at > 0 && is_vowel(sounds[at - 1]);
            sounds[at] = if after_vowel { b'y' | CODA } else { b'i' };
        }
    }
    for at in 0..sounds.len() {
        let sound = sounds[at];
        let next = sounds.get(at + 1).copied().unwrap_or(0);
        let before_vowel = is_vowel(next)
            || ((next == b'w' || next == b'y') && sounds.get(at + 2).is_some_and(|s| is_vowel(*s)));
        if is_vowel(sound) || before_vowel || sound & CODA != 0 {
            continue;
        }
        let opens_cluster = matches!(next, b'r' | b'l')
            && sounds.get(at + 2).is_some_and(|s| is_vowel(*s))
            && !matches!(sound, b'r' | b'l' | b'n' | b'm' | b'N' | b'w');
        if !opens_cluster {
            sounds[at] = sound | CODA;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(latin: &str, expected: &str) {
        let mut sounds = Vec::new();
        encode(latin, &mut sounds);
        let shown: String = sounds
            .iter()
            .flat_map(|sound| [char::from(sound & !CODA), if sound & CODA == 0 { ' ' } else { '.' }])
            .filter(|letter| *letter != ' ')
            .collect();
        assert_eq!(shown, expected, "{latin}");
    }

    #[test]
    fn a_digraph_is_one_sound_and_a_closing_consonant_is_marked() {
        check("thanaphat", "TanaPat.");
        check("soeharto", "sOhar.to");
        check("abdullah", "ab.dulah.");
        check("nguyen", "Nuyen.");
        check("fachry", "faCri");
        check("kyi", "ki");
        check("somchai", "som.Cai");
    }
}
