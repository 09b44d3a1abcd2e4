//! Text typed for the font encodings from before Unicode: Latin letters on disk, Khmer, Bangla or Vietnamese on screen.
//!
//! Read as it stands, every name would be nonsense that nobody can search or match, and nobody would be told.
//! Converting needs the font's own table and a person who reads the language, so the file is refused with advice.

/// A family of fonts and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Font {
    pub(crate) family: &'static str,
    pub(crate) advice: &'static str,
}

const KHMER: Font = Font {
    family: "Khmer fonts of the Limon family",
    advice: "convert it to Khmer Unicode in the program that made it, check a page by eye, and give the file again",
};
const BANGLA: Font = Font {
    family: "Bangla fonts of the Bijoy family (SutonnyMJ)",
    advice: "convert it to Unicode Bangla, check a page by eye, and give the file again",
};
const VIETNAMESE_TCVN3: Font = Font {
    family: "Vietnamese fonts of TCVN3 (.VnTime)",
    advice: "convert it to Unicode, check a page by eye, and give the file again",
};
const VIETNAMESE_VNI: Font = Font {
    family: "Vietnamese fonts of VNI",
    advice: "convert it to Unicode, check a page by eye, and give the file again",
};

/// Words needed before anything is concluded.
const FEWEST_WORDS: usize = 12;

/// The family of fonts that the texts were typed for, if they were.
pub(crate) fn font_of<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Font> {
    let mut words = 0_usize;
    let (mut khmer, mut bangla, mut tcvn, mut vni) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut letters, mut v, mut others) = (0_usize, 0_usize, 0_usize);
    for word in texts.flat_map(|t| t.split_whitespace()).filter(|w| !w.contains("://") && !w.contains('@')) {
        let signs: Vec<char> = word.chars().collect();
        let latin = signs.iter().filter(|c| c.is_ascii_alphabetic()).count();
        others += usize::from(signs.iter().any(|c| is_of_another_script(*c)));
        if latin < 2 || signs.iter().any(|c| (*c as u32) > 0x2122) || signs.iter().any(char::is_ascii_digit) {
            continue;
        }
        words += 1;
        letters += latin;
        v += signs.iter().filter(|c| matches!(c, 'v' | 'w')).count();
        khmer += usize::from(
            humps(&signs) >= 2 || (humps(&signs) == 1 && signs.iter().any(|c| "<>;:[]|".contains(*c))),
        );
        bangla += usize::from(signs.iter().any(|c| BIJOY_SIGNS.contains(*c)));
        tcvn +=
            usize::from(signs.windows(2).any(|p| p[0].is_ascii_lowercase() && TCVN3_INSIDE.contains(p[1])));
        vni += usize::from(signs.windows(2).any(|p| VNI_PAIRS.contains(&(p[0].to_ascii_lowercase(), p[1]))));
    }
    // Whoever writes in a script of Unicode has no need of such a font.
    if words < FEWEST_WORDS || others * 10 > words {
        return None;
    }
    let share = |part: usize| part * 100 / words;
    if share(khmer) >= 40 {
        Some(KHMER)
    } else if share(bangla) >= 12 && v * 100 >= letters * 8 {
        Some(BANGLA)
    } else if share(vni) >= 25 {
        Some(VIETNAMESE_VNI)
    } else if share(tcvn) >= 25 {
        Some(VIETNAMESE_TCVN3)
    } else {
        None
    }
}

/// A letter of Thai, Lao, Khmer, Burmese, Bengali or Vietnamese in Unicode.
fn is_of_another_script(c: char) -> bool {
    matches!(c as u32, 0x0980..=0x0FFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1EA0..=0x1EF9)
}

/// Small letters directly followed by a capital: `raCaNacRk` has two.
fn humps(signs: &[char]) -> usize {
    signs.windows(2).filter(|p| p[0].is_ascii_lowercase() && p[1].is_ascii_uppercase()).count()
}

/// Signs that Bijoy uses as vowel marks and conjuncts inside words.
const BIJOY_SIGNS: &str = "†‡ˆ‰Š‹Œ©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿™š›œŸ`|^~¨";

/// Signs and capitals that TCVN3 uses for small Vietnamese letters.
const TCVN3_INSIDE: &str = "¨©ª«¬®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ";

/// A vowel and the letter that VNI writes behind it for a hat or a tone; none of them is Vietnamese in Unicode.
const VNI_PAIRS: [(char, char); 25] = [
    ('a', 'â'),
    ('a', 'ê'),
    ('a', 'ù'),
    ('a', 'ø'),
    ('a', 'û'),
    ('a', 'õ'),
    ('a', 'ï'),
    ('a', 'à'),
    ('a', 'á'),
    ('a', 'ã'),
    ('a', 'ä'),
    ('a', 'å'),
    ('e', 'â'),
    ('e', 'ù'),
    ('e', 'ø'),
    ('e', 'ã'),
    ('e', 'à'),
    ('e', 'á'),
    ('o', 'â'),
    ('o', 'ä'),
    ('o', 'ù'),
    ('o', 'ø'),
    ('ö', 'ô'),
    ('ö', 'ù'),
    ('ö', 'ø'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let family = font_of(std::iter::repeat_n(text, 6)).map(|f| f.family);
        assert_eq!(family.map(|f| f.split(' ').next().unwrap_or_default()), expected, "{text}");
    }

    #[test]
    fn names_typed_for_old_fonts_are_recognised() {
        check("RBHraCaNacRkkm<úCa eQμaHnamRtkUl", Some("Khmer"));
        check("‡gvt Ave`yj Kwig XvKv †Rjv e¨vsK", Some("Bangla"));
        check("NguyÔn V¨n §øc TrÇn ThÞ Hång", Some("Vietnamese"));
        check("Nguyeãn Vaên Ñöùc Traàn Thò Höôøng", Some("Vietnamese"));
    }

    #[test]
    fn ordinary_names_of_every_country_pass() {
        check("John McDonald, DeShawn O'Neil", None);
        check("Nguyễn Văn Đức Hoàng Thị Hoà", None);
        check("José Peña María Cañete", None);
        check("Md. Abdul Karim Vivek Vaswani", None);
        check("สมชาย ใจดี សុខ ដារា", None);
        check("A_AgricultureForestryAndFishing", None);
    }
}
