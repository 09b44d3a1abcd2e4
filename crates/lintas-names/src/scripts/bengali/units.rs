//! A Bengali word as units: clusters with their vowel, vowels standing alone, marks.
//!
//! Here it is also decided where the unwritten vowel is said. Working from the end of the word: it is dropped from a single
//! final consonant, kept in front of a cluster, and dropped from a single consonant between two vowels (আমজাদ am-jad);
//! a consonant before a dropped vowel keeps its own (আকবর ak-bar).

use super::letters::{self, HASANTA, is_consonant};

/// One unit of a word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unit {
    /// A consonant cluster and its vowel.
    Syllable {
        onset: Onset,
        vowel: Vowel,
        /// An unwritten vowel is usually said here.
        keeps: bool,
        /// Cost of reading it the other way.
        flip: f32,
    },
    /// A vowel standing alone.
    Vowel(char),
    /// অ্যা, the open a of loanwords.
    OpenA,
    /// ং, ঃ, ঁ, ৎ and whatever else says little.
    Mark(char),
}

/// The vowel of a cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Vowel {
    /// A vowel sign.
    Written(char),
    /// Nothing written.
    Inherent,
    /// Cut off by a hasanta.
    None,
}

impl Vowel {
    /// Sound of a written vowel.
    pub(super) fn sound(self) -> Option<&'static str> {
        match self {
            Vowel::Written(sign) => letters::vowel_sign(sign),
            _ => None,
        }
    }
}

/// A consonant cluster of up to four letters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Onset {
    letters: Vec<char>,
}

impl Onset {
    pub(super) fn is_single(&self, letter: char) -> bool {
        self.letters == [letter]
    }

    /// Two consonants that are both said; ্য after one only colours its vowel (ম্যান man).
    fn is_cluster(&self) -> bool {
        self.letters.len() > 1 && !(self.letters.len() == 2 && self.letters[1] == 'য')
    }

    /// Ways to say the cluster with their costs, usual first.
    pub(super) fn readings(&self, first: bool, vowel: Vowel) -> Vec<(String, f32)> {
        let mut said = String::with_capacity(8);
        let mut other: Option<String> = None;
        let count = self.letters.len();
        let mut at = 0;
        while at < count {
            let letter = self.letters[at];
            let before = if at == 0 { None } else { Some(self.letters[at - 1]) };
            let next = self.letters.get(at + 1).copied();
            let (sound, alternative, taken): (&str, Option<&str>, usize) = match (letter, next) {
                ('ক', Some('ষ')) => ("ksh", Some(if first { "kh" } else { "kkh" }), 2),
                ('জ', Some('ঞ')) => ("gy", Some("gn"), 2),
                ('ঙ', Some('গ')) => ("ng", None, 2),
                ('ঙ', Some('ক' | 'খ')) => ("n", None, 1),
                ('চ', Some('ছ')) => ("cch", None, 2),
                ('স' | 'শ', Some('র')) => ("s", Some("sh"), 1),
                ('ষ', Some('ট' | 'ঠ' | 'ণ')) => ("s", Some("sh"), 1),
                ('য', _) if at > 0 => match vowel {
                    // ্যা is the open a of loanwords, "ya" in native names: ড্যানিয়েল, শ্যামল.
                    Vowel::Written('া') => ("", Some("y"), 1),
                    Vowel::Written('ে') => ("", None, 1),
                    _ => ("y", None, 1),
                },
                ('ব', _) if at > 0 && !matches!(before, Some('ম' | 'ব' | 'র' | 'ল' | 'ন' | 'গ' | 'দ')) => {
                    ("w", Some("b"), 1)
                }
                ('ব', _) if before == Some('দ') => ("w", Some("b"), 1),
                (letter, _) => {
                    let (sound, alternative) = letters::consonant(letter);
                    (sound, alternative, 1)
                }
            };
            if let (None, Some(alternative)) = (&other, alternative) {
                other = Some(format!("{said}{alternative}"));
            } else if let Some(other) = &mut other {
                other.push_str(sound);
            }
            said.push_str(sound);
            at += taken;
        }
        let mut readings = vec![(said, 0.0)];
        if let Some(other) = other {
            readings.push((other, 0.5));
        }
        readings
    }
}

/// Elements that keep their own first vowel at the end of a compound, where the place rules alone would move it:
/// আজিমনগর azim-nagar, শ্যামপ্রসাদ shyam-prasad.
const SECOND_ELEMENTS: &[&str] = &[
    "নগর",
    "সদর",
    "গঞ্জ",
    "গড়",
    "ঘর",
    "চর",
    "তলা",
    "তলী",
    "চন্দ্র",
    "রঞ্জন",
    "বর্মণ",
    "বর্মন",
    "প্রসাদ",
    "রহমান",
    "শঙ্কর",
    "কৃষ্ণ",
    "ব্রত",
    "পদ",
    "ময়",
    "জন",
    "বল্লভ",
    "ছড়ি",
    "ছড়া",
];

/// Splits a normalised word, a compound at its seam.
pub(super) fn split(word: &[char]) -> Vec<Unit> {
    let seam = SECOND_ELEMENTS.iter().find_map(|element| {
        let start = word.len().checked_sub(element.chars().count())?;
        let inside = start >= 3 && word[start - 1] != HASANTA;
        (inside && element.chars().eq(word[start..].iter().copied())).then_some(start)
    });
    let Some(seam) = seam else { return split_simple(word) };
    let mut units = split_simple(&word[..seam]);
    if let Some(Unit::Syllable { flip, .. }) = units.last_mut() {
        *flip = 0.5;
    }
    units.extend(split_simple(&word[seam..]));
    units
}

fn split_simple(word: &[char]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let letter = word[at];
        if matches!(letter, 'অ' | 'এ') && word[at + 1..].starts_with(&[HASANTA, 'য']) {
            units.push(Unit::OpenA);
            at += 3;
            if word.get(at) == Some(&'া') {
                at += 1;
            }
        } else if is_consonant(letter) {
            let mut cluster = vec![letter];
            at += 1;
            while word.get(at) == Some(&HASANTA) && word.get(at + 1).copied().is_some_and(is_consonant) {
                if cluster.len() < 4 {
                    cluster.push(word[at + 1]);
                }
                at += 2;
            }
            let vowel = match word.get(at) {
                Some(&HASANTA) => Vowel::None,
                Some(&sign) if letters::vowel_sign(sign).is_some() => Vowel::Written(sign),
                _ => Vowel::Inherent,
            };
            if vowel != Vowel::Inherent {
                at += 1;
            }
            units.push(Unit::Syllable { onset: Onset { letters: cluster }, vowel, keeps: true, flip: 0.8 });
        } else if letters::independent_vowel(letter).is_some() {
            units.push(Unit::Vowel(letter));
            at += 1;
        } else {
            units.push(Unit::Mark(letter));
            at += 1;
        }
    }
    decide_unwritten_vowels(&mut units);
    units
}

fn decide_unwritten_vowels(units: &mut [Unit]) {
    for at in (0..units.len()).rev() {
        let before = at.checked_sub(1).map(|before| units[before].clone());
        let next = units.get(at + 1).cloned();
        let after_next = units.get(at + 2).is_some();
        let Unit::Syllable { onset, vowel: Vowel::Inherent, keeps, flip } = &mut units[at] else { continue };
        let cluster = onset.is_cluster();
        (*keeps, *flip) = match (&before, &next) {
            (None, _) => (true, 0.8),
            (Some(Unit::Mark('ং')), None) => (false, 0.4),
            (Some(_), None) if cluster => (!ends_loanwords(onset), 0.4),
            (Some(_), None) => (false, 1.4),
            (Some(_), Some(Unit::Mark('ং' | 'ৎ' | 'ঃ'))) => (true, 0.8),
            // The plural s of loanwords joins the consonant before it: জেমস james, beside তাপস tapas.
            (Some(_), Some(Unit::Syllable { onset: next, vowel: Vowel::Inherent, .. }))
                if !after_next && !cluster && next.is_single('স') =>
            {
                (true, 0.2)
            }
            (Some(previous), Some(follows)) => {
                let between_vowels =
                    says_vowel(previous) && says_vowel(follows) && !starts_with_cluster(follows);
                (cluster || !between_vowels, if cluster && !ends_loanwords(onset) { 0.8 } else { 0.4 })
            }
        };
    }
}

/// Clusters that close loanwords: রবার্ট robert, আর্নল্ড arnold; native words say their vowel after a cluster.
fn ends_loanwords(onset: &Onset) -> bool {
    matches!(
        onset.letters.last(),
        Some('ট' | 'ড' | 'ক' | 'স' | 'প' | 'ন' | 'ল' | 'জ' | 'চ' | 'শ' | 'ফ' | 'খ')
    )
}

fn says_vowel(unit: &Unit) -> bool {
    match unit {
        Unit::Syllable { vowel: Vowel::Written(_), .. } | Unit::Vowel(_) | Unit::OpenA => true,
        Unit::Syllable { vowel: Vowel::Inherent, keeps, .. } => *keeps,
        _ => false,
    }
}

fn starts_with_cluster(unit: &Unit) -> bool {
    matches!(unit, Unit::Syllable { onset, .. } if onset.is_cluster())
}
