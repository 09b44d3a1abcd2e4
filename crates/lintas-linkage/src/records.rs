//! The records in memory: ids, names and columns, each distinct text kept once.

use crate::column::{Column, normalise};
use crate::meaning::Meaning;
use crate::names::{NameCells, Names};

/// All records of all lists.
#[derive(Debug)]
pub struct Records {
    ids: String,
    id_ends: Vec<u32>,
    /// Columns that are compared, names apart.
    pub columns: Vec<Column>,
    pub(crate) names: Names,
    has_names: bool,
    scratch: [String; 2],
}

/// One row of a list, its cells in the order of the [`Slots`].
#[derive(Debug)]
pub struct Row<'a> {
    /// Number of the record.
    pub id: &'a str,
    /// Its cells.
    pub cells: &'a [&'a str],
}

/// Where the cells of a list go.
#[derive(Debug, Clone)]
pub struct Slots {
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
enum Slot {
    Name(Meaning),
    Column(usize),
    Nowhere,
}

impl Default for Records {
    fn default() -> Self {
        Self::new()
    }
}

impl Records {
    /// Starts without records.
    pub fn new() -> Self {
        Self {
            ids: String::new(),
            id_ends: vec![0],
            columns: Vec::new(),
            names: Names::new(),
            has_names: false,
            scratch: Default::default(),
        }
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.id_ends.len() - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether any column says a name.
    pub fn has_names(&self) -> bool {
        self.has_names
    }

    /// Id of a record.
    pub fn id(&self, record: u32) -> &str {
        let at = record as usize;
        &self.ids[self.id_ends[at] as usize..self.id_ends[at + 1] as usize]
    }

    /// Takes in a list's columns (header and meaning); columns of several lists meet by meaning, others by header.
    pub fn add_list(&mut self, columns: &[(String, Meaning)]) -> Slots {
        let mut taken: Vec<usize> = Vec::new();
        let n_records = self.len();
        let slots = columns
            .iter()
            .map(|(label, meaning)| match meaning {
                Meaning::Record | Meaning::Ignored => Slot::Nowhere,
                name if name.is_name() => {
                    self.has_names = true;
                    Slot::Name(*meaning)
                }
                _ => {
                    let found = self
                        .columns
                        .iter()
                        .position(|column| column.meaning == *meaning && column.label == *label);
                    let found = found.filter(|at| !taken.contains(at)).or_else(|| {
                        self.columns.iter().enumerate().position(|(at, column)| {
                            *meaning != Meaning::Other && column.meaning == *meaning && !taken.contains(&at)
                        })
                    });
                    let at = found.unwrap_or_else(|| {
                        self.columns.push(Column::new(label.clone(), *meaning, n_records));
                        self.columns.len() - 1
                    });
                    taken.push(at);
                    Slot::Column(at)
                }
            })
            .collect();
        Slots { slots }
    }

    /// Adds a row and answers its number; `None` when there is no room for more ids.
    pub fn push(&mut self, slots: &Slots, row: &Row<'_>) -> Option<u32> {
        let end = u32::try_from(self.ids.len() + row.id.len()).ok()?;
        let record = self.len() as u32;
        self.ids.push_str(row.id);
        self.id_ends.push(end);
        for column in &mut self.columns {
            column.values.push(0);
        }
        let mut name = NameCells::default();
        let [scratch, normal] = &mut self.scratch;
        for (slot, cell) in slots.slots.iter().zip(row.cells) {
            match slot {
                Slot::Nowhere => {}
                Slot::Name(meaning) => {
                    let place = match meaning {
                        Meaning::GivenName => &mut name.given,
                        Meaning::MiddleName => &mut name.middle,
                        Meaning::FamilyName => &mut name.family,
                        _ => &mut name.full,
                    };
                    if cell.len() > place.len() {
                        *place = cell;
                    }
                }
                Slot::Column(at) => {
                    let column = &mut self.columns[*at];
                    normalise(column.meaning, cell, scratch, normal);
                    column.values[record as usize] = column.dictionary.number(normal);
                }
            }
        }
        self.names.push(&name);
        Some(record)
    }

    /// Counts what was read; after this no row is added.
    pub fn seal(&mut self) {
        self.names.seal();
        for column in &mut self.columns {
            column.dictionary.seal();
        }
    }
}
