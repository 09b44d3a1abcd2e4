//! Bengali letters and what they say in names.

/// What cuts a syllable off: the hasanta.
pub(super) const HASANTA: char = '\u{9cd}';

/// Says whether a letter is a consonant (normalised: য়, ড়, ঢ় are one code point each).
pub(super) fn is_consonant(letter: char) -> bool {
    matches!(letter, 'ক'..='হ' | '\u{9dc}' | '\u{9dd}' | '\u{9df}' | '\u{9f1}')
}

/// Sound of a consonant at the usual spelling of names, and a second spelling that is not of the same class.
pub(super) fn consonant(letter: char) -> (&'static str, Option<&'static str>) {
    match letter {
        'ক' => ("k", None),
        'খ' => ("kh", None),
        'গ' => ("g", None),
        'ঘ' => ("gh", None),
        'ঙ' => ("ng", None),
        'চ' => ("ch", None),
        'ছ' => ("chh", Some("s")),
        'জ' => ("j", Some("z")),
        'ঝ' => ("jh", None),
        'ঞ' => ("n", None),
        'ট' | 'ত' => ("t", None),
        'ঠ' | 'থ' => ("th", None),
        'ড' | 'দ' => ("d", None),
        'ঢ' | 'ধ' => ("dh", None),
        'ণ' | 'ন' => ("n", None),
        'প' => ("p", None),
        'ফ' => ("f", None),
        'ব' => ("b", None),
        'ভ' => ("bh", Some("v")),
        'ম' => ("m", None),
        'য' => ("j", Some("y")),
        'র' | '\u{9dc}' => ("r", None),
        '\u{9dd}' => ("rh", None),
        'ল' => ("l", None),
        'শ' | 'ষ' => ("sh", None),
        'স' => ("s", None),
        'হ' => ("h", None),
        '\u{9df}' => ("y", None),
        '\u{9f1}' => ("w", None),
        _ => ("", None),
    }
}

/// Sound of a vowel sign.
pub(super) fn vowel_sign(letter: char) -> Option<&'static str> {
    Some(match letter {
        'া' => "a",
        'ি' | 'ী' => "i",
        'ু' | 'ূ' => "u",
        'ৃ' | 'ৄ' => "ri",
        'ে' => "e",
        'ৈ' => "oi",
        'ো' => "o",
        'ৌ' => "ou",
        _ => return None,
    })
}

/// Sound of a vowel that stands alone.
pub(super) fn independent_vowel(letter: char) -> Option<&'static str> {
    Some(match letter {
        'অ' | 'আ' => "a",
        'ই' | 'ঈ' => "i",
        'উ' | 'ঊ' => "u",
        'ঋ' | 'ৠ' => "ri",
        'ঌ' => "li",
        'এ' => "e",
        'ঐ' => "oi",
        'ও' => "o",
        'ঔ' => "ou",
        _ => return None,
    })
}

/// Names of the Latin letters as Bengali writes initials: এম হোসেন is M. Hossain.
pub(super) const LETTER_NAMES: &[(&str, &str)] = &[
    ("এ", "a"),
    ("বি", "b"),
    ("সি", "c"),
    ("ডি", "d"),
    ("ই", "e"),
    ("এফ", "f"),
    ("জি", "g"),
    ("এইচ", "h"),
    ("আই", "i"),
    ("জে", "j"),
    ("কে", "k"),
    ("এল", "l"),
    ("এম", "m"),
    ("এন", "n"),
    ("ও", "o"),
    ("পি", "p"),
    ("কিউ", "q"),
    ("আর", "r"),
    ("এস", "s"),
    ("টি", "t"),
    ("ইউ", "u"),
    ("ভি", "v"),
    ("ডব্লিউ", "w"),
    ("ডব্লু", "w"),
    ("এক্স", "x"),
    ("ওয়াই", "y"),
    ("জেড", "z"),
    ("জেট", "z"),
];

/// Tokens whose Latin spelling is not their sound: short forms, surnames with an English form, English given names that
/// are written by sound in Bengali and by history in English. The usual spelling first.
pub(super) const CUSTOMARY: &[(&str, &[&str])] = &[
    ("মো", &["md", "mohammad"]),
    ("মোঃ", &["md", "mohammad"]),
    ("মুঃ", &["md", "muhammad"]),
    ("মু", &["md", "muhammad"]),
    ("মোহাঃ", &["md", "mohammad"]),
    ("মোসাঃ", &["mst", "mosammat"]),
    ("মোছাঃ", &["mst", "mosammat"]),
    ("মোছা", &["mst", "mosammat"]),
    ("ড", &["dr"]),
    ("ডা", &["dr"]),
    ("জুনিয়র", &["jr", "junior"]),
    ("সিনিয়র", &["sr", "senior"]),
    ("শেখ", &["sheikh", "shekh"]),
    ("সৈয়দ", &["syed", "soiyad"]),
    ("রায়", &["roy", "ray"]),
    ("বসু", &["basu", "bose"]),
    ("দত্ত", &["datta", "dutta", "dutt"]),
    ("মিত্র", &["mitra", "mitter"]),
    ("ঠাকুর", &["thakur", "tagore"]),
    ("সিংহ", &["sinha", "singha", "singh"]),
    ("হক", &["haque", "huq", "hoque"]),
    ("চৌধুরী", &["chowdhury", "choudhuri", "chaudhuri"]),
    ("চৌধুরি", &["chowdhury", "choudhuri", "chaudhuri"]),
    ("চট্টোপাধ্যায়", &["chattopadhyay", "chatterjee"]),
    ("মুখোপাধ্যায়", &["mukhopadhyay", "mukherjee"]),
    ("বন্দ্যোপাধ্যায়", &["bandyopadhyay", "banerjee"]),
    ("গঙ্গোপাধ্যায়", &["gangopadhyay", "ganguly"]),
    ("ভট্টাচার্য", &["bhattacharya", "bhattacharjee"]),
    ("ভট্টাচার্য্য", &["bhattacharya", "bhattacharjee"]),
    ("জর্জ", &["george"]),
    ("জন", &["john", "jan"]),
    ("জেমস", &["james"]),
    ("জেমস্", &["james"]),
    ("মাইকেল", &["michael"]),
    ("চার্লস", &["charles"]),
    ("ডেভিড", &["david"]),
    ("জোসেফ", &["joseph"]),
    ("যোসেফ", &["joseph"]),
    ("টমাস", &["thomas"]),
    ("থমাস", &["thomas"]),
    ("জিওফ", &["geoff"]),
    ("জেফ", &["jeff", "geoff"]),
    ("জিওফ্রে", &["geoffrey"]),
    ("হিউ", &["hugh"]),
    ("হিউজ", &["hughes"]),
    ("রাইট", &["wright"]),
    ("পিটার", &["peter"]),
    ("পল", &["paul"]),
    ("রিচার্ড", &["richard"]),
    ("হেনরি", &["henry"]),
    ("স্টিভেন", &["steven", "stephen"]),
    ("নিকোলাস", &["nicholas"]),
    ("ক্রিস্টোফার", &["christopher"]),
    ("অ্যান্ড্রু", &["andrew"]),
    ("অ্যান্ড্রিউ", &["andrew"]),
    ("ম্যাথিউ", &["matthew"]),
    ("ম্যাথু", &["matthew"]),
    ("জঁ", &["jean"]),
    ("জ্যাক", &["jack", "jacques"]),
    ("জাক", &["jacques"]),
    ("ব্রায়ান", &["brian", "bryan"]),
    ("রায়ান", &["ryan"]),
    ("ইঞ্জিনিয়ার", &["engineer"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scripts::bengali::normalise;

    #[test]
    fn tables_are_in_normal_form() {
        for (written, _) in CUSTOMARY {
            assert_eq!(normalise(written), *written);
        }
        for (written, _) in LETTER_NAMES {
            assert_eq!(normalise(written), *written);
        }
    }
}
