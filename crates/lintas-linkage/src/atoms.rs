//! Atoms of blocking: small things that two records of one person are likely to share.

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
    table: Vec<u32>,
}

impl Atoms {
    pub(crate) fn of(&self, record: u32) -> &[u32] {
        let n = self.kinds.len();
        &self.table[record as usize * n..(record as usize + 1) * n]
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
    let n_kinds = sources.len();
    let values: Vec<Vec<u32>> = sources.iter().map(|(_, source)| per_value(records, source)).collect();
    let mut table = vec![0_u32; records.len() * n_kinds];
    for record in 0..records.len() {
        for (kind, (_, source)) in sources.iter().enumerate() {
            let number = match source {
                Source::FamilySound
                | Source::GivenSound
                | Source::RestSound
                | Source::WholeName
                | Source::FamilyStart
                | Source::GivenStart => records.names.values[record],
                Source::Value(column)
                | Source::Start(column)
                | Source::Year(column)
                | Source::MonthDay(column)
                | Source::Local(column)
                | Source::Word(column) => column.values[record],
            };
            table[record * n_kinds + kind] = values[kind][number as usize];
        }
    }
    Atoms { kinds: sources.into_iter().map(|(label, _)| label).collect(), table }
}

/// The atom of each distinct value, so that it is worked out once.
fn per_value(records: &Records, source: &Source<'_>) -> Vec<u32> {
    let names = &records.names;
    let name = |of: &dyn Fn(&NameWords) -> u32| names.names.iter().map(of).collect();
    match source {
        Source::FamilySound => {
            name(&|name| names.sounds[if name.family == 0 { name.given } else { name.family } as usize])
        }
        Source::GivenSound => name(&|name| names.sounds[name.given as usize]),
        Source::RestSound => name(&|name| names.sounds[name.rest[0] as usize]),
        Source::WholeName => name(&|name| {
            if name.family == 0 || name.given == 0 {
                return 0;
            }
            let (a, b) = (names.sounds[name.family as usize], names.sounds[name.given as usize]);
            mix(u64::from(a.min(b)) << 32 | u64::from(a.max(b))) as u32 | 1
        }),
        Source::FamilyStart => {
            name(&|name| start(records, if name.family == 0 { name.given } else { name.family }))
        }
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
