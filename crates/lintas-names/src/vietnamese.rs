//! Vietnamese spelling: a syllable is letters and a tone, and a tone makes another name.
//!
//! Two names that both carry their marks are one person only if the marks agree; a name typed without marks agrees with
//! any. So every syllable is kept as letters plus tone, wherever the tone mark was put (Hoà, Hòa).

use unicode_normalization::UnicodeNormalization;

/// A syllable with its tone apart from its letters, as a number for comparing. The six tones are none, grave, hook, tilde,
/// acute, dot below. `i` and `y` at the end of a syllable are one letter (Lý, Lí).
pub fn tone_key(syllable: &str) -> u64 {
    let mut tone = 0u8;
    let mut letters: Vec<char> = Vec::with_capacity(8);
    for letter in syllable.nfd().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}' => tone = 1,
            '\u{309}' => tone = 2,
            '\u{303}' => tone = 3,
            '\u{301}' => tone = 4,
            '\u{323}' => tone = 5,
            _ => letters.push(letter),
        }
    }
    if letters.len() > 1
        && letters.last() == Some(&'y')
        && !letters.ends_with(&['u', 'y'])
        && !letters.ends_with(&['a', 'y'])
        && !letters.ends_with(&['â', 'y'])
    {
        letters.pop();
        letters.push('i');
    }
    let mut key = 0xcbf2_9ce4_8422_2325u64;
    for value in letters.iter().map(|letter| *letter as u32).chain([u32::from(tone)]) {
        key = (key ^ u64::from(value)).wrapping_mul(0x0100_0000_01b3);
    }
    key
}

/// Says whether a whole name is Vietnamese written with its marks: some letter only Vietnamese has, or a family name with
/// its marks, and no mark that Vietnamese does not use.
pub fn is_marked(name: &str) -> bool {
    let mut own = false;
    let mut accented = false;
    for letter in name.chars() {
        match letter {
            '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' => own = true,
            'à' | 'á' | 'â' | 'ã' | 'è' | 'é' | 'ê' | 'ì' | 'í' | 'ò' | 'ó' | 'ô' | 'õ' | 'ù' | 'ú' | 'ý'
            | 'ĩ' | 'ũ' | 'À' | 'Á' | 'Â' | 'Ã' | 'È' | 'É' | 'Ê' | 'Ì' | 'Í' | 'Ò' | 'Ó' | 'Ô' | 'Õ'
            | 'Ù' | 'Ú' | 'Ý' | 'Ĩ' | 'Ũ' => accented = true,
            _ if letter.is_ascii() => {}
            _ => return false,
        }
    }
    let foreign =
        |word: &str| word.bytes().any(|b| matches!(b.to_ascii_lowercase(), b'f' | b'j' | b'w' | b'z'));
    let first = name.split(' ').next().unwrap_or("");
    (own || (accented && FAMILY_NAMES_WITHOUT_OWN_LETTERS.contains(&first.to_lowercase().as_str())))
        && name.split(' ').count() <= 6
        && !name.split(' ').any(foreign)
}

/// Family names whose marks other languages use as well.
const FAMILY_NAMES_WITHOUT_OWN_LETTERS: &[&str] =
    &["lê", "hà", "tô", "hồ", "lý", "mã", "bùi", "đỗ", "hoàng", "tòng", "lò", "lã", "võ", "cù", "hán"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_makes_another_name_but_not_its_place_on_the_vowel() {
        assert_eq!(tone_key("Hòa"), tone_key("Hoà"));
        assert_ne!(tone_key("Thúy"), tone_key("Thùy"));
        assert_ne!(tone_key("Dũng"), tone_key("Dung"));
        assert_ne!(tone_key("Đăng"), tone_key("Đặng"));
    }

    #[test]
    fn marks_of_other_languages_are_not_tones() {
        assert!(is_marked("Nguyễn Văn Bình"));
        assert!(!is_marked("Enver İbrahim"));
        assert!(!is_marked("Lîm Sūi-liân"));
        assert!(!is_marked("José Peña"));
    }
}
