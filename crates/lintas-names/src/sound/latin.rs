//! Latin letters with marks to plain ASCII: once as an eye reads them, once as an ear hears them.

/// Plain spelling of one Latin letter as a typist without marks would write it; lower case. `None` when it is no letter.
pub(crate) fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'a' | 'A' => "a",
        'b' | 'B' => "b",
        'c' | 'C' => "c",
        'd' | 'D' => "d",
        'e' | 'E' => "e",
        'f' | 'F' => "f",
        'g' | 'G' => "g",
        'h' | 'H' => "h",
        'i' | 'I' => "i",
        'j' | 'J' => "j",
        'k' | 'K' => "k",
        'l' | 'L' => "l",
        'm' | 'M' => "m",
        'n' | 'N' => "n",
        'o' | 'O' => "o",
        'p' | 'P' => "p",
        'q' | 'Q' => "q",
        'r' | 'R' => "r",
        's' | 'S' => "s",
        't' | 'T' => "t",
        'u' | 'U' => "u",
        'v' | 'V' => "v",
        'w' | 'W' => "w",
        'x' | 'X' => "x",
        'y' | 'Y' => "y",
        'z' | 'Z' => "z",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => "d",
        'þ' | 'Þ' => "th",
        'ł' | 'Ł' => "l",
        'ħ' | 'Ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ŋ' | 'Ŋ' => "ng",
        'ə' | 'Ə' | 'ɛ' | 'Ɛ' => "e",
        'ɔ' | 'Ɔ' => "o",
        'ŧ' => "t",
        'ƙ' => "k",
        'ɓ' => "b",
        'ɗ' => "d",
        'ƴ' => "y",
        'ⁿ' => "n",
        _ => return None,
    })
}

/// What a base letter with a mark sounds like, where that differs from the letter: caron, cedilla, breve and the like.
pub(crate) fn marked(base: char, mark: char) -> Option<&'static str> {
    Some(match (base, mark) {
        ('s', '\u{30c}' | '\u{327}' | '\u{302}' | '\u{326}' | '\u{323}') => "sh",
        ('c', '\u{30c}' | '\u{327}' | '\u{301}' | '\u{302}') => "ch",
        ('z', '\u{30c}') => "zh",
        ('g', '\u{306}') => "gh",
        ('g', '\u{302}' | '\u{30c}' | '\u{307}') => "j",
        ('j', '\u{30c}') => "j",
        ('n', '\u{303}') => "ny",
        ('r', '\u{30c}') => "rzh",
        ('u', '\u{308}') => "u",
        ('o', '\u{308}') => "oe",
        _ => return None,
    })
}
