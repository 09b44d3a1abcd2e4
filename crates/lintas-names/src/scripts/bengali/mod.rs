//! Bengali: consonant clusters and vowels, with the unwritten vowel said or left out by place.
//!
//! Every Bengali consonant carries an "a" (said o) unless another vowel or a hasanta follows; names drop it at the end and
//! between vowels (আমজাদ am-jad, not a-ma-ja-da). Foreign names are written by sound, so glides (ওয়া wa, উই wi) and the
//! names of Latin letters (এম for M.) are read as such.

mod letters;
mod units;

use super::Reading;
use super::lattice::{self, Edge, Piece};
use letters::{CUSTOMARY, HASANTA, LETTER_NAMES, is_consonant};
use units::Unit;

/// Brings Bengali text to its one internal form.
///
/// য়, ড়, ঢ় become one code point each (Unicode composition leaves them apart, typists write both), two-part vowels are
/// composed, ত্ + joiner is ৎ, and joiners are dropped.
pub fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let last = normal.chars().next_back();
        let composed = match (last, letter) {
            (Some('য'), '\u{9bc}') => Some('\u{9df}'),
            (Some('ড'), '\u{9bc}') => Some('\u{9dc}'),
            (Some('ঢ'), '\u{9bc}') => Some('\u{9dd}'),
            (Some('ব'), '\u{9bc}') => Some('র'),
            (Some('ে'), 'া') => Some('ো'),
            (Some('ে'), '\u{9d7}') => Some('ৌ'),
            (Some('অ'), 'া') => Some('আ'),
            _ => None,
        };
        if let Some(composed) = composed {
            normal.pop();
            normal.push(composed);
            continue;
        }
        match letter {
            '\u{200d}' if last == Some(HASANTA) && normal.ends_with("ত\u{9cd}") => {
                if !letters.peek().copied().is_some_and(is_consonant) {
                    normal.truncate(normal.len() - "ত\u{9cd}".len());
                    normal.push('ৎ');
                }
            }
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{9bc}' => {}
            '\u{9f0}' => normal.push('র'),
            letter
                if last == Some(letter) && (letter == HASANTA || letters::vowel_sign(letter).is_some()) => {}
            letter => normal.push(letter),
        }
    }
    normal
}

/// Readings of one token, best first, at most `limit`.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    if limit == 0 {
        return Vec::new();
    }
    let normal = normalise(token);
    let word: Vec<char> =
        normal.chars().filter(|&letter| ('\u{980}'..='\u{9ff}').contains(&letter)).collect();
    let mut found = Vec::with_capacity(limit);
    let bare = normal.trim_matches(|letter: char| !('\u{980}'..='\u{9ff}').contains(&letter));
    if let Some((_, spellings)) = CUSTOMARY.iter().find(|(written, _)| *written == bare) {
        let ranked = spellings.iter().enumerate();
        found.extend(
            ranked.map(|(rank, spelling)| Reading { latin: (*spelling).to_owned(), cost: 0.1 * rank as f32 }),
        );
    }
    found.extend(initials(&word));
    let units = units::split(&word);
    let behind = if found.is_empty() { 0.0 } else { 0.3 };
    for reading in lattice::cheapest(units.len(), limit, |at, edges| say(&units, at, edges)) {
        if found.iter().all(|known| known.latin != reading.latin) {
            found.push(Reading { cost: reading.cost + behind, ..reading });
        }
    }
    found.sort_by(|first, second| first.cost.total_cmp(&second.cost));
    found.truncate(limit);
    found
}

/// Reads a token that spells Latin letters by name: এম m, জিএ ga. Several letters are believed only where a vowel stands
/// alone inside the token, as no native word writes it.
fn initials(word: &[char]) -> Option<Reading> {
    let mut latin = String::new();
    let mut at = 0;
    let mut inner_vowel = false;
    while at < word.len() {
        let (name, letter) = LETTER_NAMES
            .iter()
            .filter(|(name, _)| name.chars().eq(word[at..].iter().copied().take(name.chars().count())))
            .max_by_key(|(name, _)| name.len())?;
        inner_vowel |= at > 0 && letters::independent_vowel(word[at]).is_some();
        latin.push_str(letter);
        at += name.chars().count();
    }
    (latin.len() == 1 || inner_vowel).then_some(Reading { latin, cost: 0.0 })
}

fn say(units: &[Unit], at: usize, edges: &mut Vec<Edge>) {
    let unit = &units[at];
    let first = at == 0;
    let next = units.get(at + 1);
    let mut push = |to: usize, parts: &[&str], cost: f32| {
        edges.push(Edge { to, piece: Piece::join(parts), cost });
    };
    match *unit {
        Unit::Mark(mark) => match mark {
            'ং' => push(at + 1, &["ng"], 0.0),
            'ৎ' => push(at + 1, &["t"], 0.0),
            'ঁ' => {
                if let Some(Unit::Vowel('ও')) = next {
                    push(at + 2, &["on"], -0.1);
                }
                push(at + 1, &[""], 0.0);
                push(at + 1, &["n"], 0.5);
            }
            _ => push(at + 1, &[""], 0.0),
        },
        Unit::Vowel(vowel) => {
            let said = letters::independent_vowel(vowel).unwrap_or("");
            push(at + 1, &[said], 0.0);
            if first && matches!(vowel, 'ও' | 'উ') {
                push(at + 1, &["w", said], 0.7);
            }
            // A vowel that glides into the next one: ওয়া wa, ইউ yu, উই wi, ইয়া ya.
            match (vowel, next) {
                ('ও' | 'উ', Some(Unit::Syllable { onset, vowel: follows, .. }))
                    if onset.is_single('\u{9df}') =>
                {
                    if let Some(sound) = follows.sound() {
                        push(at + 2, &["w", sound], -0.5);
                        push(at + 2, &[said, sound], 0.4);
                    } else {
                        push(at + 2, &["w"], 0.3);
                    }
                }
                ('ই' | 'ঈ', Some(Unit::Syllable { onset, vowel: follows, .. }))
                    if onset.is_single('\u{9df}') =>
                {
                    if let Some(sound) = follows.sound() {
                        push(at + 2, &[if first { "y" } else { "i" }, sound], -0.5);
                    }
                }
                ('উ', Some(Unit::Vowel('ই'))) => push(at + 2, &["wi"], if first { -0.5 } else { 0.3 }),
                ('উ', Some(Unit::Vowel('এ'))) => push(at + 2, &["we"], 0.1),
                ('ই', Some(Unit::Vowel('উ'))) if first => push(at + 2, &["yu"], -0.5),
                ('এ', Some(Unit::Vowel('ই'))) => push(at + 2, &["ai"], -0.1),
                _ => {}
            }
        }
        Unit::OpenA => push(at + 1, &["a"], 0.0),
        Unit::Syllable { ref onset, vowel, keeps, flip } => {
            let readings = onset.readings(first, vowel);
            for (onset_said, onset_cost) in &readings {
                let (onset_said, onset_cost) = (onset_said.as_str(), *onset_cost);
                match vowel {
                    units::Vowel::None => push(at + 1, &[onset_said], onset_cost),
                    units::Vowel::Inherent => {
                        let (with, without) = if keeps { (0.0, flip) } else { (flip, 0.0) };
                        push(at + 1, &[onset_said, "a"], onset_cost + with);
                        if !first || units.len() == 1 {
                            push(at + 1, &[onset_said], onset_cost + without + if first { 2.0 } else { 0.0 });
                        }
                    }
                    units::Vowel::Written(sign) => {
                        let sound = letters::vowel_sign(sign).unwrap_or("");
                        push(at + 1, &[onset_said, sound], onset_cost);
                        match sign {
                            'ৈ' => push(at + 1, &[onset_said, "ai"], onset_cost + 0.1),
                            'ৌ' => push(at + 1, &[onset_said, "au"], onset_cost + 0.1),
                            _ => {}
                        }
                        glide(units, at, onset_said, sound, onset_cost, &mut push);
                    }
                }
            }
        }
    }
}

/// A written vowel followed by য় or a vowel standing alone: আনোয়ার anwar, মারিয়া maria, মেইসন mason.
fn glide(
    units: &[Unit],
    at: usize,
    onset: &str,
    sound: &str,
    cost: f32,
    push: &mut impl FnMut(usize, &[&str], f32),
) {
    match units.get(at + 1) {
        Some(Unit::Syllable { onset: next, vowel, .. }) if next.is_single('\u{9df}') => {
            let Some(follows) = vowel.sound() else { return };
            match sound {
                "o" => {
                    push(at + 2, &[onset, "wa"], if follows == "a" { cost - 0.3 } else { cost + 2.0 });
                    push(at + 2, &[onset, "o", "w", follows], cost - 0.1);
                    push(at + 2, &[onset, "o", follows], cost + 0.1);
                }
                "u" => {
                    push(at + 2, &[onset, "u", follows], cost - 0.3);
                    push(at + 2, &[onset, "w", follows], cost);
                }
                "i" => push(at + 2, &[onset, "i", follows], cost - 0.3),
                "e" => push(at + 2, &[onset, "e", follows], cost + 0.2),
                "a" => push(at + 2, &[onset, "a", follows], cost + 0.3),
                _ => {}
            }
        }
        Some(Unit::Vowel('ই')) if sound == "e" => {
            push(at + 2, &[onset, "ai"], cost - 0.2);
            push(at + 2, &[onset, "a"], cost + 0.2);
        }
        Some(Unit::Vowel('ই')) if sound == "a" => push(at + 2, &[onset, "i"], cost + 0.5),
        Some(Unit::Vowel('উ')) if sound == "a" => push(at + 2, &[onset, "ow"], cost + 0.3),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(written: &str, said: &str) {
        let found = readings(written, 5);
        assert_eq!(found.first().map(|reading| reading.latin.as_str()), Some(said), "{written}: {found:?}");
    }

    fn check_among(written: &str, said: &str) {
        let found = readings(written, 5);
        assert!(found.iter().any(|reading| reading.latin == said), "{written} {said}: {found:?}");
    }

    #[test]
    fn well_known_names_and_places_are_read() {
        for (written, said) in [
            ("মোহাম্মদ", "mohammad"),
            ("রহমান", "rahman"),
            ("ঢাকা", "dhaka"),
            ("চট্টগ্রাম", "chattagram"),
            ("খুলনা", "khulna"),
            ("সিলেট", "silet"),
            ("রাজশাহী", "rajshahi"),
            ("বাংলাদেশ", "bangladesh"),
            ("করিম", "karim"),
            ("আমজাদ", "amjad"),
            ("আকবর", "akbar"),
            ("হোসেন", "hosen"),
            ("সরকার", "sarkar"),
            ("আবদুল", "abdul"),
        ] {
            check(written, said);
        }
    }

    #[test]
    fn the_unwritten_vowel_stays_before_clusters_and_after_them() {
        check("রবীন্দ্রনাথ", "rabindranath");
        check("আনন্দ", "ananda");
        check("রবার্ট", "rabart");
        check_among("কমলা", "kamala");
    }

    #[test]
    fn glides_are_one_sound() {
        check("আনোয়ার", "anwar");
        check_among("আনোয়ার", "anowar");
        check("উইলিয়াম", "wiliam");
        check("ইউসুফ", "yusuf");
        check("মারিয়া", "maria");
        check("ইয়াসিন", "yasin");
    }

    #[test]
    fn clusters_with_ya_ba_and_old_letters() {
        check("ড্যানিয়েল", "daniel");
        check_among("শ্যামল", "shyamal");
        check("স্বপন", "swapan");
        check("লক্ষ্মী", "lakshmi");
        check("গাঙ্গুলী", "ganguli");
        check("শ্রী", "sri");
    }

    #[test]
    fn compounds_are_read_by_their_elements() {
        check("আজিমনগর", "ajimnagar");
        check("শ্যামপ্রসাদ", "shamprasad");
        check_among("শ্যামপ্রসাদ", "shyamprasad");
        check("প্রভাতরঞ্জন", "prabhatranjan");
    }

    #[test]
    fn initials_and_short_forms() {
        check("এম", "m");
        check("কে", "k");
        check("জিএ", "ga");
        check("মোঃ", "md");
        check_among("মোঃ", "mohammad");
        check_among("মুখোপাধ্যায়", "mukherjee");
    }

    #[test]
    fn the_normal_form_has_one_code_point_for_each_letter() {
        assert_eq!(normalise("য\u{9bc}"), "\u{9df}");
        assert_eq!(normalise("ড\u{9bc}"), "\u{9dc}");
        assert_eq!(normalise("ক\u{9c7}\u{9be}"), "ক\u{9cb}");
        assert_eq!(normalise("র\u{200d}\u{9cd}য"), "র\u{9cd}য");
        assert_eq!(normalise("ত\u{9cd}\u{200d}"), "ৎ");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\u{980}-\u{9ff}\u{200d} ]{0,24}|\\PC{0,16}", limit in 0usize..9) {
            let found = readings(&text, limit);
            prop_assert!(found.len() <= limit);
            prop_assert!(found.windows(2).all(|pair| pair[0].cost <= pair[1].cost));
            for reading in &found {
                prop_assert!(reading.cost >= 0.0);
                prop_assert!(!reading.latin.is_empty() && reading.latin.bytes().all(|letter| letter.is_ascii_lowercase()));
            }
        }
    }
}
