//! Atoms of blocking: small things that two records of one person are likely to share.

use rayon::prelude::*;

use crate::block::packed;
use crate::column::{Column, Kind};
use crate::meaning::Meaning;
use crate::names::NameWords;
use crate::records::Records;
use crate::text::{hash, mix};

/// Most kinds of atoms.
pub(crate) const MOST_KINDS: usize = 16;

/// Atoms of all records, one row of kinds a record; 0 is none.
#[derive(Debug)]
pub(crate) struct Atoms {
    pub(crate) kinds: Vec<String>,
    table: Vec<[u32; MOST_KINDS]>,
    /// Atoms of further readings: kind, atom and record, sorted.
    pub(crate) further: Vec<(u8, u32, u32)>,
}

impl Atoms {
    pub(crate) fn of(&self, record: u32) -> &[u32; MOST_KINDS] {
        &self.table[record as usize]
    }

    /// Atoms of a kind with their records.
    pub(crate) fn all_of(&self, kind: u8) -> impl Iterator<Item = u64> + '_ {
        self.table
            .iter()
            .enumerate()
            .map(move |(record, row)| packed(row[usize::from(kind)], record as u32))
            .filter(|key| key >> 32 != 0)
    }

    pub(crate) fn n_kinds(&self) -> usize {
        self.kinds.len()
    }
}

enum Source<'a> {
    FamilySound,
    GivenSound,
    RestSound,
    WholeName,
    FamilyStart,
    GivenStart,
    Value(&'a Column),
    Start(&'a Column),
    Year(&'a Column),
    MonthDay(&'a Column),
    Local(&'a Column),
    Word(&'a Column),
}

/// Finds the atoms of all records.
pub(crate) fn atoms(records: &Records) -> Atoms {
    let mut sources: Vec<(String, Source<'_>)> = Vec::new();
    if records.has_names() {
        sources.push(("family name, by sound".into(), Source::FamilySound));
        sources.push(("given name, by sound".into(), Source::GivenSound));
        sources.push(("other name, by sound".into(), Source::RestSound));
        sources.push(("whole name".into(), Source::WholeName));
    }
    let mut later = Vec::new();
    for column in &records.columns {
        let label = &column.label;
        match (column.meaning, column.kind) {
            (_, Kind::Category) | (Meaning::Age | Meaning::State | Meaning::Nationality, _) => {}
            (_, Kind::Date) => {
                sources.push((label.clone(), Source::Value(column)));
                sources.push((format!("{label}, day and month"), Source::MonthDay(column)));
                later.push((format!("{label}, year"), Source::Year(column)));
            }
            (Meaning::Postcode, _) => {
                sources.push((label.clone(), Source::Value(column)));
                later.push((format!("{label}, beginning"), Source::Start(column)));
            }
            (_, Kind::Email) => {
                sources.push((label.clone(), Source::Value(column)));
                sources.push((format!("{label}, before the sign"), Source::Local(column)));
            }
            (Meaning::Street, _) => {
                sources.push((label.clone(), Source::Value(column)));
                later.push((format!("{label}, first word"), Source::Word(column)));
            }
            (_, Kind::Code) => sources.push((label.clone(), Source::Value(column))),
            _ => later.push((label.clone(), Source::Value(column))),
        }
    }
    sources.extend(later);
    if records.has_names() {
        // A typing error changes the sound, seldom the beginning as well.
        sources.push(("family name, beginning".into(), Source::FamilyStart));
        sources.push(("given name, beginning".into(), Source::GivenStart));
    }
    sources.truncate(MOST_KINDS);
    let values: Vec<Vec<u32>> = sources.par_iter().map(|(_, source)| per_value(records, source)).collect();
    let atom = |record: usize, kind: usize| {
        let number = match &sources[kind].1 {
            Source::Value(column)
            | Source::Start(column)
            | Source::Year(column)
            | Source::MonthDay(column)
            | Source::Local(column)
            | Source::Word(column) => column.values[record],
            _ => records.names.values[record],
        };
        values[kind][number as usize]
    };
    let row = |record| std::array::from_fn(|kind| if kind < sources.len() { atom(record, kind) } else { 0 });
    let table = (0..records.len()).into_par_iter().map(row).collect();
    let further = further(records, &sources);
    Atoms { kinds: sources.into_iter().map(|(label, _)| label).collect(), table, further }
}

/// The word by which a name is looked up as a family name: a single name is one.
fn family_of(name: &NameWords) -> u32 {
    if name.family == 0 { name.given } else { name.family }
}

/// Atom of two sounds in either order.
fn both(a: u32, b: u32) -> u32 {
    mix(u64::from(a.min(b)) << 32 | u64::from(a.max(b))) as u32 | 1
}

/// What the further readings of names in other scripts add: a Thai name meets every passport spelling it may have.
fn further(records: &Records, sources: &[(String, Source<'_>)]) -> Vec<(u8, u32, u32)> {
    let names = &records.names;
    let mut found = Vec::new();
    if !names.have_readings() {
        return found;
    }
    for record in 0..records.len() as u32 {
        let name = names.name(record);
        if !name.words().any(|word| names.has_readings(word)) {
            continue;
        }
        for (kind, (_, source)) in sources.iter().enumerate() {
            let mut add = |atom: u32| found.push((kind as u8, atom, record));
            match source {
                Source::FamilySound => {
                    names.readings(family_of(name)).iter().for_each(|word| add(names.sound(*word)));
                }
                Source::GivenSound => {
                    names.readings(name.given).iter().for_each(|word| add(names.sound(*word)));
                }
                Source::RestSound => {
                    names.readings(name.rest[0]).iter().for_each(|word| add(names.sound(*word)));
                }
                Source::FamilyStart => {
                    names.readings(family_of(name)).iter().for_each(|word| add(start(records, *word)));
                }
                Source::GivenStart => {
                    names.readings(name.given).iter().for_each(|word| add(start(records, *word)));
                }
                Source::WholeName if name.family != 0 && name.given != 0 => {
                    for family in names.spellings(name.family).take(3) {
                        for given in names.spellings(name.given).take(3) {
                            add(both(names.sound(family), names.sound(given)));
                        }
                    }
                }
                _ => {}
            }
        }
    }
    found.retain(|(_, atom, _)| *atom != 0);
    found.sort_unstable();
    found.dedup();
    found
}

/// The atom of each distinct value, so that it is worked out once.
fn per_value(records: &Records, source: &Source<'_>) -> Vec<u32> {
    let names = &records.names;
    let name = |of: &dyn Fn(&NameWords) -> u32| names.names.iter().map(of).collect();
    match source {
        Source::FamilySound => name(&|name| names.sound(family_of(name))),
        Source::GivenSound => name(&|name| names.sound(name.given)),
        Source::RestSound => name(&|name| names.sound(name.rest[0])),
        Source::WholeName => name(&|name| {
            if name.family == 0 || name.given == 0 {
                return 0;
            }
            both(names.sound(name.family), names.sound(name.given))
        }),
        Source::FamilyStart => name(&|name| start(records, family_of(name))),
        Source::GivenStart => name(&|name| start(records, name.given)),
        Source::Value(column) => texts(column, |text| Some(text)),
        Source::Start(column) => texts(column, |text| text.get(..text.len().saturating_sub(3).max(2))),
        Source::Year(column) => texts(column, |text| text.get(..4)),
        Source::MonthDay(column) => texts(column, |text| text.get(4..).filter(|day| *day != "0101")),
        Source::Local(column) => texts(column, |text| text.split('@').next()),
        Source::Word(column) => texts(column, |text| text.split(' ').find(|word| word.len() >= 3)),
    }
}

fn start(records: &Records, word: u32) -> u32 {
    let text = records.names.words.text(word);
    let end = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
    if end == 0 { 0 } else { (hash(&text.as_bytes()[..end], 2) as u32).max(1) }
}

fn texts(column: &Column, part: impl Fn(&str) -> Option<&str>) -> Vec<u32> {
    (0..column.dictionary.len() as u32)
        .map(|value| {
            let text = part(column.dictionary.text(value)).unwrap_or("");
            if text.is_empty() { 0 } else { (hash(text.as_bytes(), 2) as u32).max(1) }
        })
        .collect()
}
