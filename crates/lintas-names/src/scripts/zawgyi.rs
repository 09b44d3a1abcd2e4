//! Zawgyi: Burmese text typed for a font that is not Unicode.
//!
//! Zawgyi uses the code points of the Myanmar block for other letters, stores ေ and ြ in the order they are seen (before
//! their consonant) and has extra glyphs where Unicode has one letter. Half of the older registers of Myanmar are in it.
//! The correspondences follow the published chart of the encoding; nothing is converted unless the text shows an order
//! or a code that Unicode Burmese cannot have.

/// Says whether a text in the Myanmar block was typed in Zawgyi.
///
/// Weighs what only Zawgyi writes (a sign before its consonant, a stacker with nothing under it, glyph variants) against
/// what only Unicode writes (ှ, a stacked consonant, a killed final). A text that shows neither counts as Unicode.
pub fn looks_like(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let (mut zawgyi, mut unicode) = (0, 0);
    for (index, &letter) in letters.iter().enumerate() {
        let before = if index == 0 { ' ' } else { letters[index - 1] };
        let next = at(index + 1);
        match letter {
            '\u{1033}' | '\u{1034}' | '\u{105a}' | '\u{1060}'..='\u{1097}' => zawgyi += 2,
            '\u{1039}' if before == '\u{103a}' => unicode += 3,
            '\u{1039}' if stacks(before, next) => unicode += 1,
            '\u{1039}' => zawgyi += 3,
            '\u{1031}' if !is_consonant(before) && !is_medial(before) => zawgyi += 3,
            // ေအး: in Unicode a consonant without a vowel has no tone mark.
            '\u{1031}' if is_consonant(next) && matches!(at(index + 2), '\u{1037}' | '\u{1038}') => {
                zawgyi += 2
            }
            '\u{1031}' if !is_consonant(next) => unicode += 1,
            '\u{103b}' if !is_consonant(before) => zawgyi += 3,
            '\u{103a}' if is_medial(next) || matches!(next, '\u{102b}'..='\u{1036}') => zawgyi += 2,
            // A word cannot begin with a killed consonant.
            '\u{103a}' if index == 1 || (index > 1 && !is_myanmar(letters[index - 2])) => zawgyi += 3,
            '\u{103a}' => unicode += 1,
            // လွ with nothing after it is no syllable; the same code is လှ in Zawgyi, the commonest of name elements.
            '\u{103d}' if before == '\u{101c}' && ends_syllable(next, at(index + 2), at(index + 3)) => {
                zawgyi += 1
            }
            '\u{103e}' => unicode += 3,
            _ => {}
        }
    }
    zawgyi > unicode
}

/// Converts Zawgyi text to Unicode, signs in Unicode order; text that is not Zawgyi comes out garbled, so ask
/// [`looks_like`] first.
pub fn to_unicode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut cluster = Cluster::default();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1031}' => {
                cluster.finish_if_based(&mut out);
                cluster.vowel_e = true;
            }
            '\u{103b}' | '\u{107e}'..='\u{1084}' => {
                cluster.finish_if_based(&mut out);
                cluster.medials[1] = true;
            }
            '\u{103a}' | '\u{107d}' => cluster.medials[0] = true,
            '\u{103c}' => cluster.medials[2] = true,
            '\u{103d}' | '\u{1087}' => cluster.medials[3] = true,
            '\u{108a}' => {
                cluster.medials[2] = true;
                cluster.medials[3] = true;
            }
            '\u{1088}' => {
                cluster.medials[3] = true;
                cluster.signs.push('\u{102f}');
            }
            '\u{1089}' => {
                cluster.medials[3] = true;
                cluster.signs.push('\u{1030}');
            }
            '\u{1064}' => cluster.kinzi = true,
            '\u{108b}'..='\u{108d}' => {
                cluster.kinzi = true;
                cluster.signs.push(match letter {
                    '\u{108b}' => '\u{102d}',
                    '\u{108c}' => '\u{102e}',
                    _ => '\u{1036}',
                });
            }
            '\u{1096}' => {
                cluster.stacked.push('တ');
                cluster.medials[2] = true;
            }
            '\u{102b}'..='\u{1030}' | '\u{1032}'..='\u{1038}' => cluster.signs.push(match letter {
                '\u{1033}' => '\u{102f}',
                '\u{1034}' => '\u{1030}',
                '\u{1035}' => continue,
                sign => sign,
            }),
            '\u{1039}' => cluster.signs.push('\u{103a}'),
            '\u{105a}' => cluster.signs.extend(['\u{102b}', '\u{103a}']),
            '\u{108e}' => cluster.signs.extend(['\u{102d}', '\u{1036}']),
            '\u{1094}' | '\u{1095}' => cluster.signs.push('\u{1037}'),
            _ => match stacked(letter) {
                Some(below) => cluster.stacked.push(below),
                None => {
                    cluster.finish_if_based(&mut out);
                    let killed = letters.peek() == Some(&'\u{1039}');
                    let (base, below) = base(letter, killed);
                    cluster.base = Some(base);
                    cluster.stacked.extend(below);
                }
            },
        }
    }
    cluster.finish(&mut out);
    out
}

/// One consonant with everything around it, gathered in the order seen, written in Unicode order.
#[derive(Default)]
struct Cluster {
    base: Option<char>,
    kinzi: bool,
    stacked: Vec<char>,
    /// ya, ra, wa, ha.
    medials: [bool; 4],
    vowel_e: bool,
    signs: Vec<char>,
}

impl Cluster {
    fn finish_if_based(&mut self, out: &mut String) {
        if self.base.is_some() || !self.signs.is_empty() {
            self.finish(out);
        }
    }

    fn finish(&mut self, out: &mut String) {
        let cluster = std::mem::take(self);
        if cluster.kinzi {
            out.push_str("င်္");
        }
        out.extend(cluster.base);
        for below in cluster.stacked {
            out.push('\u{1039}');
            out.push(below);
        }
        for (medial, present) in
            ['\u{103b}', '\u{103c}', '\u{103d}', '\u{103e}'].into_iter().zip(cluster.medials)
        {
            if present {
                out.push(medial);
            }
        }
        if cluster.vowel_e {
            out.push('\u{1031}');
        }
        out.extend(cluster.signs);
    }
}

fn is_consonant(letter: char) -> bool {
    matches!(letter, '\u{1000}'..='\u{102a}' | '\u{103f}' | '\u{104e}')
}

fn is_myanmar(letter: char) -> bool {
    matches!(letter, '\u{1000}'..='\u{109f}')
}

/// Says whether the syllable before these three characters is over: no vowel sign and no killed consonant follows.
fn ends_syllable(next: char, second: char, third: char) -> bool {
    if is_consonant(next) {
        let killer = if second == '\u{1037}' { third } else { second };
        !matches!(killer, '\u{1039}' | '\u{103a}')
    } else {
        !is_myanmar(next) || next == '\u{1031}'
    }
}

/// Says whether Unicode Burmese stacks `below` under `above`: letters of one articulation class, or a doubled letter.
fn stacks(above: char, below: char) -> bool {
    let class = |letter: char| match letter {
        '\u{1000}'..='\u{1003}' => 1,
        '\u{1005}'..='\u{100a}' => 2,
        '\u{100b}'..='\u{100f}' => 3,
        '\u{1010}'..='\u{1014}' => 4,
        '\u{1015}'..='\u{1019}' => 5,
        _ => 0,
    };
    (class(above) != 0 && class(above) == class(below)) || (above == below && above == '\u{101c}')
}

fn is_medial(letter: char) -> bool {
    matches!(letter, '\u{103b}'..='\u{103e}')
}

/// The consonant that a Zawgyi glyph shows under another one.
fn stacked(letter: char) -> Option<char> {
    Some(match letter {
        '\u{1060}' => 'က',
        '\u{1061}' => 'ခ',
        '\u{1062}' => 'ဂ',
        '\u{1063}' => 'ဃ',
        '\u{1065}' => 'စ',
        '\u{1066}' | '\u{1067}' => 'ဆ',
        '\u{1068}' => 'ဇ',
        '\u{1069}' => 'ဈ',
        '\u{106c}' => 'ဋ',
        '\u{106d}' => 'ဌ',
        '\u{1070}' => 'ဏ',
        '\u{1071}' | '\u{1072}' => 'တ',
        '\u{1073}' | '\u{1074}' => 'ထ',
        '\u{1075}' => 'ဒ',
        '\u{1076}' => 'ဓ',
        '\u{1077}' => 'န',
        '\u{1078}' => 'ပ',
        '\u{1079}' => 'ဖ',
        '\u{107a}' => 'ဗ',
        '\u{107b}' | '\u{1093}' => 'ဘ',
        '\u{107c}' => 'မ',
        '\u{1085}' => 'လ',
        _ => return None,
    })
}

/// A glyph that stands for a consonant of its own, with what is stacked under it; `killed` when an asat follows.
fn base(letter: char, killed: bool) -> (char, Option<char>) {
    match letter {
        '\u{1025}' if killed => ('ဉ', None),
        '\u{106a}' => ('ဉ', None),
        '\u{106b}' => ('ည', None),
        '\u{106e}' => ('ဍ', Some('ဍ')),
        '\u{106f}' => ('ဍ', Some('ဎ')),
        '\u{1086}' => ('ဿ', None),
        '\u{108f}' => ('န', None),
        '\u{1090}' => ('ရ', None),
        '\u{1091}' => ('ဏ', Some('ဍ')),
        '\u{1092}' => ('ဋ', Some('ဌ')),
        '\u{1097}' => ('ဋ', Some('ဋ')),
        other => (other, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(zawgyi: &str, unicode: &str) {
        assert!(looks_like(zawgyi), "{zawgyi}");
        assert!(!looks_like(unicode), "{unicode}");
        assert_eq!(to_unicode(zawgyi), unicode);
    }

    #[test]
    fn names_come_out_in_unicode() {
        check("\u{1031}\u{1021}\u{102c}\u{1004}\u{1039}", "အောင်");
        check("\u{1031}\u{1000}\u{103a}\u{102c}\u{1039}", "ကျော်");
        check("\u{107e}\u{1000}\u{100a}\u{1039}", "ကြည်");
        check("\u{1031}\u{1090}\u{108a}", "ရွှေ");
        check("\u{108f}\u{103d}\u{1004}\u{1039}\u{1038}", "နှင်း");
        check("\u{103b}\u{1019}\u{1004}\u{1039}\u{1037}", "မြင\u{103a}\u{1037}");
        check("\u{1019}\u{1002}\u{1064}\u{101c}\u{102c}", "မင်္ဂလာ");
    }

    #[test]
    fn unicode_text_is_left_alone() {
        for unicode in ["ရန်ကုန်", "မန္တလေး", "လှ", "မမ", "ဦးဘ", "ကို", ""]
        {
            assert!(!looks_like(unicode), "{unicode}");
        }
    }

    proptest! {
        #[test]
        fn any_text_converts_without_panic(text in "[\\u{1000}-\\u{109f} ]{0,24}|\\PC{0,16}") {
            looks_like(&text);
            to_unicode(&text);
        }
    }
}
