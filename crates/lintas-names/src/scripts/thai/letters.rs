//! Thai letters and what they say, by the Royal Institute's general system (RTGS, 1999).
//!
//! A letter is held as its offset in the Unicode block U+0E00, one byte, so that tables are plain matches.

/// Offset of a letter in the Thai block; 0 for any other character.
pub(super) type Letter = u8;

pub(super) const KO_KAI: Letter = 0x01;
pub(super) const HO_NOKHUK: Letter = 0x2e;
pub(super) const YO_YAK: Letter = 0x22;
pub(super) const RO_RUA: Letter = 0x23;
pub(super) const RU: Letter = 0x24;
pub(super) const LU: Letter = 0x26;
pub(super) const WO_WAEN: Letter = 0x27;
pub(super) const HO_HIP: Letter = 0x2b;
pub(super) const O_ANG: Letter = 0x2d;
pub(super) const SARA_A: Letter = 0x30;
pub(super) const HAN_AKAT: Letter = 0x31;
pub(super) const SARA_AA: Letter = 0x32;
pub(super) const SARA_AM: Letter = 0x33;
pub(super) const SARA_I: Letter = 0x34;
pub(super) const SARA_II: Letter = 0x35;
pub(super) const SARA_UE: Letter = 0x36;
pub(super) const SARA_UEE: Letter = 0x37;
pub(super) const SARA_U: Letter = 0x38;
pub(super) const SARA_UU: Letter = 0x39;
pub(super) const SARA_E: Letter = 0x40;
pub(super) const SARA_AE: Letter = 0x41;
pub(super) const SARA_O: Letter = 0x42;
pub(super) const MAIMALAI: Letter = 0x44;
pub(super) const LAKKHANGYAO: Letter = 0x45;
pub(super) const TAIKHU: Letter = 0x47;
pub(super) const THANTHAKHAT: Letter = 0x4c;

/// Which spelling a reading follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Register {
    /// What a Thai speaker says, in RTGS.
    Spoken,
    /// The letters behind a foreign name: finals and silenced letters keep their own value.
    Foreign,
}

/// Turns a normalised text into letters.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    text.chars()
        .map(|letter| match u32::from(letter) {
            code @ 0x0e01..=0x0e4e => (code - 0x0e00) as Letter,
            _ => 0,
        })
        .collect()
}

/// Says whether a letter is a consonant (ฤ and ฦ are syllables of their own, not consonants).
pub(super) fn is_consonant(letter: Letter) -> bool {
    (KO_KAI..=HO_NOKHUK).contains(&letter) && letter != RU && letter != LU
}

/// Says whether a letter is a vowel sign that belongs to the consonant before it.
pub(super) fn follows_consonant(letter: Letter) -> bool {
    (SARA_A..=0x3a).contains(&letter) || letter == TAIKHU || letter == LAKKHANGYAO
}

/// Says whether a vowel sign is written before the consonant it belongs to.
pub(super) fn stands_before(letter: Letter) -> bool {
    (SARA_E..=MAIMALAI).contains(&letter)
}

/// Sound at the head of a syllable; อ carries a vowel and says nothing.
pub(super) fn initial(letter: Letter, register: Register) -> &'static str {
    if register == Register::Foreign {
        match letter {
            0x02..=0x06 => return "k",
            0x08 => return "j",
            0x10 | 0x16..=0x18 => return "t",
            0x1c | 0x1e => return "p",
            _ => {}
        }
    }
    match letter {
        0x01 => "k",
        0x02..=0x06 => "kh",
        0x07 => "ng",
        0x08..=0x0a | 0x0c => "ch",
        0x0b | 0x28..=0x2a => "s",
        0x0d | 0x22 => "y",
        0x0e | 0x14 => "d",
        0x0f | 0x15 => "t",
        0x10..=0x12 | 0x16..=0x18 => "th",
        0x13 | 0x19 => "n",
        0x1a => "b",
        0x1b => "p",
        0x1c | 0x1e | 0x20 => "ph",
        0x1d | 0x1f => "f",
        0x21 => "m",
        0x23 => "r",
        0x25 | 0x2c => "l",
        0x27 => "w",
        0x2b | 0x2e => "h",
        _ => "",
    }
}

/// Sound at the end of a syllable; `None` for letters that do not close one.
pub(super) fn last(letter: Letter, register: Register) -> Option<&'static str> {
    if register == Register::Foreign {
        match letter {
            0x0a | 0x0c => return Some("ch"),
            0x08 => return Some("j"),
            0x0b | 0x28..=0x2a => return Some("s"),
            0x0e | 0x14 => return Some("d"),
            0x1a => return Some("b"),
            0x1d | 0x1f => return Some("f"),
            0x23 => return Some("r"),
            0x25 | 0x2c => return Some("l"),
            _ => {}
        }
    }
    match letter {
        0x01..=0x06 => Some("k"),
        0x07 => Some("ng"),
        0x08 | 0x0a | 0x0b | 0x0e..=0x12 | 0x14..=0x18 | 0x28..=0x2a => Some("t"),
        0x0d | 0x13 | 0x19 | 0x23 | 0x25 | 0x2c => Some("n"),
        0x1a..=0x20 => Some("p"),
        0x21 => Some("m"),
        _ => None,
    }
}

/// Where a silenced letter that starts at `at` ends: consonant, perhaps ิ or ุ, then ์.
pub(super) fn silenced(word: &[Letter], at: usize) -> Option<usize> {
    let letter = |at: usize| word.get(at).copied().unwrap_or(0);
    if !is_consonant(letter(at)) {
        return None;
    }
    match (letter(at + 1), letter(at + 2)) {
        (THANTHAKHAT, _) => Some(at + 2),
        (SARA_I | SARA_U | SARA_II, THANTHAKHAT) => Some(at + 3),
        _ => None,
    }
}

/// Says whether a letter closes syllables in Sanskrit and Pali words only. Before another consonant such a final is
/// nearly always said again with a: รัชนี rat-cha-ni, ยุพยง yup-pha-yong.
pub(super) fn is_learned_final(letter: Letter) -> bool {
    matches!(letter, 0x02 | 0x04 | 0x06 | 0x08 | 0x0a | 0x0f..=0x12 | 0x15..=0x18 | 0x1e | 0x20 | 0x28..=0x2a)
}

/// Says whether two neighbouring letters are one sound held across a syllable end (ชช, ฏฐ, ทธ; ษฐ as in Sanskrit): then
/// no a is said between them.
pub(super) fn holds(first: Letter, second: Letter) -> bool {
    let place = |letter: Letter| match initial(letter, Register::Spoken) {
        "k" | "kh" => 'k',
        "t" | "th" | "d" => 't',
        "p" | "ph" | "b" => 'p',
        "ch" => 'c',
        other => other.chars().next().unwrap_or(' '),
    };
    is_consonant(first)
        && is_consonant(second)
        && (place(first) == place(second) || (first == 0x29 && matches!(second, 0x0e..=0x11)))
}

/// Says whether a final is a stop (k, t, p), the kind that is said again before the next consonant.
pub(super) fn is_stop(letter: Letter) -> bool {
    matches!(last(letter, Register::Spoken), Some("k" | "t" | "p"))
}

/// Says whether a letter is a sonorant (ng, n, m, y, r, l, w), the second half of leading-consonant pairs.
pub(super) fn is_sonorant(letter: Letter) -> bool {
    matches!(letter, 0x07 | 0x0d | 0x13 | 0x19 | 0x21 | 0x22 | 0x23 | 0x25 | 0x27 | 0x2c)
}

/// How a pair of consonants before one vowel is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// Both are said: กร, คว, พล.
    Cluster,
    /// Both are said, in loanwords only: บร, ดร, ฟล.
    LoanCluster,
    /// The first one alone is said: จริง, สร้าง, ศรี.
    SecondSilent,
    /// ห before a sonorant sets the tone only: หญิง, หลวง.
    FirstSilent,
    /// ทร, "s" in old Thai words (ทราย) and "thr" in Sanskrit ones (นิทรา).
    SaAndThr,
}

/// Looks a pair of consonants up.
pub(super) fn pair(first: Letter, second: Letter) -> Option<Pair> {
    match (first, second) {
        (0x01 | 0x02 | 0x04, 0x23 | 0x25 | 0x27) => Some(Pair::Cluster),
        (0x1b | 0x1c | 0x1e, 0x23 | 0x25) => Some(Pair::Cluster),
        (0x15, 0x23) => Some(Pair::Cluster),
        (0x17, 0x23) => Some(Pair::SaAndThr),
        (0x1a | 0x1f, 0x23 | 0x25) | (0x14 | 0x18, 0x23) => Some(Pair::LoanCluster),
        (0x08 | 0x0b | 0x28 | 0x2a, 0x23) => Some(Pair::SecondSilent),
        (HO_HIP, 0x07 | 0x0d | 0x19 | 0x21..=0x23 | 0x25 | 0x27) => Some(Pair::FirstSilent),
        _ => None,
    }
}
