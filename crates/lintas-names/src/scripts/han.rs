//! Chinese characters as they are read in the region: Mandarin in Pinyin and Wade-Giles, Cantonese, Hokkien and Teochew,
//! Hakka, and Sino-Vietnamese.
//!
//! A family keeps the reading of its forefathers in the passport, so 陈 is Tan, Chan, Chin, Chen or Trần, and no reading is
//! wrong. Characters are folded to their simplified form first; where simplified writing merged two characters, both
//! keep their readings.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Reading;
use crate::tables::CHINESE_SPELLINGS;

static FOLDED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("../../data/han-variants.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut letters = line.chars();
            Some((letters.next()?, letters.next()?))
        })
        .collect()
});

static READINGS: LazyLock<HashMap<char, Vec<Reading>>> = LazyLock::new(|| {
    let mut own: HashMap<char, Vec<&str>> = HashMap::new();
    for line in CHINESE_SPELLINGS.lines() {
        let mut words = line.split(' ');
        if let Some(letter) = words.next().and_then(|word| word.chars().next()) {
            own.entry(letter).or_default().extend(words);
        }
    }
    let mut table = HashMap::new();
    for line in include_str!("../../data/han-readings.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let Some(letter) = columns.next().and_then(|column| column.chars().next()) else { continue };
        let mut readings = Ranked::default();
        let [mandarin, cantonese, hokkien, hakka, vietnamese] = std::array::from_fn(|_| {
            columns.next().unwrap_or("").split('/').filter(|reading| !reading.is_empty())
        });
        for (rank, reading) in mandarin.enumerate() {
            readings.add(reading.replace('v', "u"), 0.4 * rank as f32);
            readings.add(wade_giles(reading), 0.3 + 0.4 * rank as f32);
        }
        for spelling in own.get(&letter).into_iter().flatten() {
            readings.add((*spelling).to_owned(), 0.2);
        }
        for (rank, reading) in cantonese.enumerate() {
            readings.add(hong_kong(reading), 0.3 + 0.5 * rank as f32);
        }
        for (rank, reading) in hokkien.enumerate() {
            readings.add(reading.replace("ts", "ch"), 0.5 + 0.4 * rank as f32);
        }
        for (rank, reading) in hakka.enumerate() {
            readings.add(reading.to_owned(), 1.0 + 0.4 * rank as f32);
        }
        for reading in vietnamese {
            readings.add(reading.to_owned(), 1.2);
        }
        table.insert(letter, readings.0);
    }
    table
});

#[derive(Default)]
struct Ranked(Vec<Reading>);

impl Ranked {
    fn add(&mut self, latin: String, cost: f32) {
        if !latin.is_empty() && !self.0.iter().any(|known| known.latin == latin) {
            self.0.push(Reading { latin, cost });
        }
    }
}

static SPELT: LazyLock<HashMap<&'static str, Vec<char>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<char>> = HashMap::new();
    for line in CHINESE_SPELLINGS.lines() {
        let mut words = line.split(' ');
        let Some(letter) = words.next().and_then(|word| word.chars().next()) else { continue };
        let by_rule = READINGS
            .get(&letter)
            .into_iter()
            .flatten()
            .filter(|reading| reading.cost <= 0.3)
            .map(|reading| reading.latin.as_str());
        for spelling in words.chain(by_rule) {
            let letters = table.entry(spelling).or_default();
            if !letters.contains(&letter) {
                letters.push(letter);
            }
        }
    }
    table
});

/// Characters of the table of family and given names that a syllable in Latin letters may stand for.
pub(crate) fn characters_spelt(latin: &str) -> &'static [char] {
    SPELT.get(latin).map_or(&[], Vec::as_slice)
}

/// Folds a traditional or variant character to its simplified form.
pub fn simplified(letter: char) -> char {
    FOLDED.get(&letter).copied().unwrap_or(letter)
}

/// Readings of one simplified character, Mandarin first, then as families of the region spell it.
pub fn readings(letter: char, limit: usize) -> Vec<Reading> {
    READINGS.get(&letter).map_or_else(Vec::new, |readings| readings.iter().take(limit).cloned().collect())
}

/// Reading of a whole word in Mandarin, which transcriptions of foreign names follow.
pub fn word_readings(word: &str) -> Vec<Reading> {
    let latin: String = word
        .chars()
        .filter_map(|letter| READINGS.get(&simplified(letter))?.first())
        .map(|reading| reading.latin.as_str())
        .collect();
    if latin.is_empty() { Vec::new() } else { vec![Reading::certain(latin)] }
}

/// Pinyin without tones to Wade-Giles without marks.
fn wade_giles(pinyin: &str) -> String {
    let (initial, rest) = match pinyin {
        _ if pinyin.starts_with("zh") => ("ch", &pinyin[2..]),
        _ if pinyin.starts_with("ch") || pinyin.starts_with("sh") => pinyin.split_at(2),
        _ => {
            let cut = pinyin.len().min(1);
            let (first, rest) = pinyin.split_at(cut);
            match first {
                "b" => ("p", rest),
                "d" => ("t", rest),
                "g" => ("k", rest),
                "j" | "q" => ("ch", rest),
                "x" => ("hs", rest),
                "z" | "c" => ("ts", rest),
                "r" => ("j", rest),
                _ => (first, rest),
            }
        }
    };
    let palatal = matches!(pinyin.as_bytes().first(), Some(b'j' | b'q' | b'x'));
    let rest = match rest {
        "ong" => "ung".to_owned(),
        "i" if matches!(initial, "ch" | "sh" | "j") && !palatal => "ih".to_owned(),
        "i" if initial == "ts" => return "tzu".to_owned(),
        "i" if initial == "s" => return "ssu".to_owned(),
        "e" if !matches!(initial, "ch" | "sh" | "j" | "s" | "ts" | "l" | "t" | "m" | "n") => "o".to_owned(),
        "ian" => "ien".to_owned(),
        "ie" => "ieh".to_owned(),
        "ue" | "ve" => "ueh".to_owned(),
        "uo" if matches!(initial, "t" | "l" | "n" | "ts" | "s" | "ch" | "j") => "o".to_owned(),
        "ui" if initial == "k" => "uei".to_owned(),
        _ => rest.replace('v', "u"),
    };
    let rest = if initial == "y" && rest == "an" { "en".to_owned() } else { rest };
    format!("{initial}{rest}")
}

/// Jyutping without tones to the spelling of Hong Kong identity papers.
fn hong_kong(jyutping: &str) -> String {
    let (initial, rest) = match jyutping {
        _ if jyutping.starts_with("gw") || jyutping.starts_with("kw") => ("kw", &jyutping[2..]),
        _ if jyutping.starts_with("ng") && jyutping.len() > 2 => ("ng", &jyutping[2..]),
        _ => {
            let cut = usize::from(!matches!(
                jyutping.as_bytes().first(),
                Some(b'a' | b'e' | b'i' | b'o' | b'u') | None
            ));
            let (first, rest) = jyutping.split_at(cut);
            match first {
                "z" | "c" => ("ch", rest),
                "j" if rest.starts_with('y') => ("y", &rest[1..]),
                "j" => ("y", rest),
                "g" => ("k", rest),
                "d" => ("t", rest),
                "b" => ("p", rest),
                _ => (first, rest),
            }
        }
    };
    let rest = match rest {
        "aa" => "ah".to_owned(),
        "yun" | "yut" => rest.replace("yu", "ue"),
        "yu" => "u".to_owned(),
        "un" if initial == "y" => "uen".to_owned(),
        "ei" if matches!(initial, "l" | "k" | "h" | "p" | "f" | "m" | "t" | "s") => "ei".to_owned(),
        "eoi" => "ui".to_owned(),
        "eon" => "un".to_owned(),
        "eot" => "ut".to_owned(),
        "oeng" => "eung".to_owned(),
        "oek" => "euk".to_owned(),
        "oe" => "eu".to_owned(),
        "ou" => "o".to_owned(),
        _ => rest.replace("aa", "a"),
    };
    format!("{initial}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(letter: char, expected: &[&str]) {
        let known: Vec<String> =
            readings(simplified(letter), 20).into_iter().map(|reading| reading.latin).collect();
        for spelling in expected {
            assert!(known.iter().any(|reading| reading == spelling), "{letter} {spelling}: {known:?}");
        }
    }

    #[test]
    fn a_character_is_read_in_every_speech_group() {
        check('陳', &["chen", "chan", "tan", "chin", "tran"]);
        check('陈', &["chen", "tan"]);
        check('龍', &["long", "lung", "leong", "liong"]);
        check('謝', &["xie", "hsieh", "tse", "chia"]);
        check('張', &["zhang", "chang", "cheung", "teo"]);
        check('志', &["zhi", "chih", "chi", "chee"]);
    }

    #[test]
    fn a_transcribed_name_is_read_in_mandarin() {
        assert_eq!(word_readings("阿都拉曼")[0].latin, "adoulaman");
    }
}
