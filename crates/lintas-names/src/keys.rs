//! Keys of names: for blocking, for hit/no-hit answers and for full-text search across scripts.
//!
//! Comparing every name with every other is out of the question at national size, so records are brought together by
//! keys first. Keys must not lose true pairs; they may bring together names that a comparison then tells apart.

use crate::name::Name;
use crate::sound::class::{Grain, class};
use crate::text::Unreadable;
use crate::unit::{Detail, Unit};

/// Readings of one unit that get keys.
const READINGS: usize = 3;
/// Most keys of one kind that one name gets.
const MOST_KEYS: usize = 24;

/// A key; names that share one are worth comparing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What the key stands for.
    pub kind: KeyKind,
    /// Its value: a short ASCII string, or letters of a script that has no reader.
    pub value: String,
}

/// What a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum KeyKind {
    /// One telling word of the name.
    Word,
    /// Two words of the name, in either order.
    Pair,
    /// The whole name written as one word.
    Whole,
}

/// Blocking keys of a name: few, and shared by nearly all spellings of it in any script. Sorted, without doubles.
pub fn keys(name: &Name) -> Vec<Key> {
    let units: Vec<(&Unit, &Detail)> =
        name.units.iter().zip(&name.details).filter(|(unit, _)| unit.initial == 0).take(8).collect();
    let classes: Vec<Vec<String>> =
        units.iter().map(|(unit, detail)| classes(unit, detail, Grain::Consonants)).collect();
    let mut words = Vec::new();
    let mut pairs = Vec::new();
    for (at, ((unit, _), own)) in units.iter().zip(&classes).enumerate() {
        let telling = unit.weight >= 0.5 || units.len() == 1;
        for value in own {
            if (telling && value.chars().count() >= 3 && !value.starts_with('=')) || units.len() == 1 {
                words.push(Key { kind: KeyKind::Word, value: value.clone() });
            }
            for other in classes[at + 1..].iter().flatten() {
                let (first, second) = if value <= other { (value, other) } else { (other, value) };
                pairs.push(Key { kind: KeyKind::Pair, value: format!("{} {}", start(first), start(second)) });
            }
        }
    }
    let most = if name.units.iter().any(|unit| unit.han != '\0') { 3 * MOST_KEYS } else { MOST_KEYS };
    pairs.truncate(most);
    words.truncate(most);
    let mut keys = words;
    keys.extend(pairs);
    if units.len() > 1 || keys.is_empty() {
        let text: String = units.iter().map(|(_, detail)| detail.latin()).collect();
        let mut whole = class(&text, Grain::Consonants);
        whole.truncate(8);
        if whole.len() >= 3 || keys.is_empty() {
            if whole.is_empty() {
                whole = units.iter().map(|(_, detail)| detail.text.as_str()).collect();
            }
            keys.push(Key { kind: KeyKind::Whole, value: whole });
        }
    }
    keys.retain(|key| !key.value.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

/// Keys for hit/no-hit answers between agencies: the spelling class of the whole name with its words sorted. An agency
/// that holds any of them answers "hit"; names of other classes never meet. At most eight.
pub fn hit_keys(name: &Name) -> Vec<String> {
    let mut ranked = vec![Vec::<String>::new()];
    for (unit, detail) in
        name.units.iter().zip(&name.details).filter(|(unit, _)| unit.initial == 0 && !unit.aside)
    {
        let own = classes(unit, detail, Grain::Fine);
        let mut longer = Vec::new();
        for so_far in &ranked {
            for value in own.iter().take(2) {
                let mut words = so_far.clone();
                words.push(value.clone());
                longer.push(words);
            }
        }
        longer.truncate(8);
        if !longer.is_empty() {
            ranked = longer;
        }
    }
    let mut keys: Vec<String> = ranked
        .into_iter()
        .map(|mut words| {
            words.sort();
            words.join(" ")
        })
        .filter(|key| !key.is_empty())
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Words to put into a full-text index, or to look up there, so that a name in any script finds it in any other: spelling
/// classes of all readings of all parts. Names with too little in common to be confused share few of them.
///
/// # Errors
/// [`Unreadable`] when the text is no name.
pub fn search_forms(text: &str) -> Result<Vec<String>, Unreadable> {
    let name = Name::read(text)?;
    let mut forms = Vec::new();
    for (unit, detail) in name.units.iter().zip(&name.details) {
        if unit.initial != 0 {
            continue;
        }
        for form in classes(unit, detail, Grain::Syllables) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    Ok(forms)
}

fn start(class: &str) -> &str {
    let end = class.char_indices().nth(3).map_or(class.len(), |(at, _)| at);
    &class[..end]
}

/// Distinct classes of the readings of a unit, best first; the letters as written when it has no reading.
fn classes(unit: &Unit, detail: &Detail, grain: Grain) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for latin in &detail.readings {
        let class = class(latin, grain);
        if !class.is_empty() && !found.contains(&class) {
            found.push(class);
            if found.len() == if unit.han == '\0' { READINGS } else { 2 * READINGS } {
                break;
            }
        }
    }
    if unit.class != 0 {
        found.push(format!("={}", unit.class));
    }
    if found.is_empty() {
        found.push(detail.text.clone());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(left: &str, right: &str) -> bool {
        let (left, right) = (Name::read(left).unwrap(), Name::read(right).unwrap());
        let right = keys(&right);
        keys(&left).iter().any(|key| right.contains(key))
    }

    #[test]
    fn spellings_of_one_name_meet_across_scripts() {
        assert!(meet("สมชาย ใจดี", "Somchai Jaidee"));
        assert!(meet("陳文龍", "Tan Boon Leong"));
        assert!(meet("Nguyễn Thị Hương", "HUONG THI NGUYEN"));
        assert!(meet("Soeharto", "Suharto"));
        assert!(!meet("Somchai Jaidee", "Nguyen Van Binh"));
    }
}
