//! Latin spellings of Burmese names, folded syllable by syllable.
//!
//! Folding the joined letters would break across syllables ("Soe Oo" became "sooo"), so the text is first split into
//! onset and rime by the spellings that occur, and each part is replaced by its class.

/// Folds Latin spellings of a Burmese name to one class, syllable by syllable; spaces part syllables and are dropped, so
/// "Soe Oo", "soe-oo" and the reading "soeoo" come out alike. Letters that fit no syllable are kept.
pub fn fold_latin(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut token: Vec<u8> = Vec::with_capacity(16);
    for letter in text.chars().map(|letter| letter.to_ascii_lowercase()).chain([' ']) {
        if letter.is_ascii_lowercase() {
            token.push(letter as u8);
        } else if !token.is_empty() && letter != '\'' {
            fold_token(&token, &mut folded);
            token.clear();
        }
    }
    folded
}

/// Spellings of onsets and their classes.
const ONSETS: &[(&str, &str)] = &[
    ("", ""),
    ("k", "k"),
    ("kw", "kw"),
    ("g", "g"),
    ("gw", "gw"),
    ("ky", "ky"),
    ("kyw", "kyw"),
    ("gy", "ky"),
    ("j", "ky"),
    ("kh", "kh"),
    ("khw", "khw"),
    ("ch", "ch"),
    ("chw", "chw"),
    ("ng", "ng"),
    ("ngw", "ngw"),
    ("ny", "ny"),
    ("nyw", "nyw"),
    ("hny", "ny"),
    ("hng", "ng"),
    ("s", "s"),
    ("hs", "s"),
    ("sw", "sw"),
    ("hsw", "sw"),
    ("z", "z"),
    ("zw", "zw"),
    ("t", "t"),
    ("ht", "t"),
    ("tw", "tw"),
    ("htw", "tw"),
    ("d", "d"),
    ("dh", "d"),
    ("dw", "dw"),
    ("n", "n"),
    ("nw", "nw"),
    ("hn", "hn"),
    ("hnw", "hnw"),
    ("p", "p"),
    ("ph", "p"),
    ("hp", "p"),
    ("pw", "pw"),
    ("phw", "pw"),
    ("hpw", "pw"),
    ("py", "py"),
    ("phy", "py"),
    ("hpy", "py"),
    ("b", "b"),
    ("bh", "b"),
    ("bw", "bw"),
    ("by", "by"),
    ("m", "m"),
    ("mw", "mw"),
    ("my", "my"),
    ("myw", "myw"),
    ("hm", "hm"),
    ("hmw", "hmw"),
    ("hmy", "my"),
    ("y", "y"),
    ("r", "y"),
    ("yw", "yw"),
    ("sh", "sh"),
    ("shw", "shw"),
    ("hsh", "sh"),
    ("l", "l"),
    ("lw", "lw"),
    ("ly", "ly"),
    ("hl", "hl"),
    ("hlw", "hlw"),
    ("w", "w"),
    ("v", "w"),
    ("wh", "wh"),
    ("th", "th"),
    ("thw", "thw"),
    ("h", "h"),
    ("hw", "hw"),
    ("f", "p"),
];

/// Spellings of rimes, their classes, and what reading a text with them costs: spellings that could also be a shorter
/// rime before the next onset (thar-an, tha-ran) cost a little.
const RIMES: &[(&str, &str, f32)] = &[
    ("a", "a", 0.0),
    ("i", "i", 0.0),
    ("ee", "i", 0.0),
    ("u", "u", 0.0),
    ("oo", "u", 0.0),
    ("e", "e", 0.0),
    ("ay", "e", 0.0),
    ("aye", "e", 0.0),
    ("o", "o", 0.0),
    ("oe", "o", 0.0),
    ("ei", "ei", 0.0),
    ("aw", "aw", 0.0),
    ("et", "et", 0.0),
    ("ek", "et", 0.2),
    ("it", "it", 0.0),
    ("at", "at", 0.0),
    ("ut", "ut", 0.0),
    ("aik", "aik", 0.0),
    ("ike", "aik", 0.0),
    ("auk", "auk", 0.0),
    ("eik", "eik", 0.0),
    ("eit", "eik", 0.0),
    ("ok", "ok", 0.0),
    ("oke", "ok", 0.0),
    ("in", "in", 0.0),
    ("aing", "aing", 0.0),
    ("aung", "aung", 0.0),
    ("ong", "aung", 0.0),
    ("oung", "aung", 0.0),
    ("an", "an", 0.0),
    ("un", "un", 0.0),
    ("ein", "ein", 0.0),
    ("ain", "ein", 0.0),
    ("on", "on", 0.0),
    ("ohn", "on", 0.0),
    ("en", "en", 0.0),
    ("ant", "ant", 0.0),
    ("int", "int", 0.0),
    ("unt", "unt", 0.0),
    ("eint", "eint", 0.0),
    ("aint", "eint", 0.0),
    ("eaint", "eint", 0.0),
    ("ont", "ont", 0.0),
    ("ett", "et", 0.2),
    ("itt", "it", 0.2),
    ("att", "at", 0.2),
    ("utt", "ut", 0.2),
    ("inn", "in", 0.2),
    ("ann", "an", 0.2),
    ("unn", "un", 0.2),
    ("onn", "on", 0.2),
    ("am", "an", 0.2),
    ("om", "on", 0.2),
    ("um", "on", 0.2),
    ("ai", "e", 0.4),
    ("au", "aw", 0.4),
    ("ar", "a", 0.2),
    ("ah", "a", 0.2),
    ("y", "i", 0.2),
    ("ou", "u", 0.2),
    ("ae", "e", 0.2),
    ("eh", "e", 0.2),
    ("ey", "e", 0.2),
    ("or", "aw", 0.2),
    ("oh", "o", 0.2),
    ("ow", "o", 0.2),
    ("ait", "aik", 0.2),
    ("out", "auk", 0.2),
    ("ate", "eik", 0.2),
    ("ake", "eik", 0.2),
    ("oak", "ok", 0.2),
    ("ote", "ok", 0.2),
    ("oat", "ok", 0.2),
    ("ine", "aing", 0.2),
    ("awng", "aung", 0.2),
    ("ang", "an", 0.2),
    ("ung", "un", 0.2),
    ("eine", "ein", 0.2),
    ("ane", "ein", 0.2),
    ("one", "on", 0.2),
    ("own", "on", 0.2),
    ("oan", "on", 0.2),
    ("aunt", "aung", 0.2),
    ("aungt", "aung", 0.2),
];

fn fold_token(token: &[u8], folded: &mut String) {
    // Cheapest split from the right: fewest syllables, vowel-initial ones only where a consonant cannot start them.
    let length = token.len();
    let mut best: Vec<(f32, usize, usize)> = vec![(0.0, 0, 0); length + 1];
    for at in (0..length).rev() {
        best[at] = (best[at + 1].0 + 3.0, usize::MAX, at + 1);
        for (onset_index, (onset, _)) in ONSETS.iter().enumerate() {
            if !token[at..].starts_with(onset.as_bytes()) {
                continue;
            }
            let rest = &token[at + onset.len()..];
            for (rime_index, (rime, _, rare)) in RIMES.iter().enumerate() {
                if rest.starts_with(rime.as_bytes()) {
                    let end = at + onset.len() + rime.len();
                    let odd_onset = match *onset {
                        "" => 0.3,
                        "g" | "ng" => 0.5,
                        _ => 0.0,
                    };
                    let cost = best[end].0 + 1.0 + odd_onset + rare;
                    // Of equal splits the one with the longer first rime.
                    if cost < best[at].0 || (cost == best[at].0 && end > best[at].2) {
                        best[at] = (cost, onset_index * RIMES.len() + rime_index, end);
                    }
                }
            }
        }
    }
    let mut at = 0;
    while at < length {
        let (_, syllable, end) = best[at];
        if syllable == usize::MAX {
            folded.push(token[at] as char);
        } else {
            folded.push_str(ONSETS[syllable / RIMES.len()].1);
            folded.push_str(RIMES[syllable % RIMES.len()].1);
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::fold_latin;

    #[test]
    fn spellings_of_one_syllable_fold_alike() {
        for (first, second) in [
            ("Soe Oo", "soeoo"),
            ("Htoo", "Tu"),
            ("Khine", "Khaing"),
            ("Phyo", "Hpyo"),
            ("Ohn", "On"),
            ("Kyee", "Gyi"),
            ("Hsan", "San"),
            ("Way", "Wai"),
            ("Thar", "Tha"),
            ("Eaint", "Eint"),
            ("Kaythi", "Kay Thi"),
        ] {
            assert_eq!(fold_latin(first), fold_latin(second), "{first} {second}");
        }
    }

    #[test]
    fn different_syllables_stay_apart() {
        for (first, second) in
            [("Khin", "Kin"), ("Than", "Thant"), ("Thin", "Thein"), ("Win", "Wun"), ("Tha", "Ta")]
        {
            assert_ne!(fold_latin(first), fold_latin(second), "{first} {second}");
        }
    }
}
