//! The records in memory: ids, names and columns, each distinct text kept once.

use rayon::prelude::*;

use crate::column::Column;
use crate::facts::Facts;
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
}

/// Rows of a list, each with a cell for every header.
#[derive(Debug)]
pub(crate) struct Batch {
    text: String,
    ends: Vec<usize>,
    n_cells: usize,
}

impl Batch {
    pub(crate) fn new(n_cells: usize) -> Self {
        Self { text: String::new(), ends: vec![0], n_cells: n_cells.max(1) }
    }

    pub(crate) fn len(&self) -> usize {
        (self.ends.len() - 1) / self.n_cells
    }

    /// Adds the cells of a row.
    pub(crate) fn push<'a>(&mut self, cells: impl Iterator<Item = &'a [u8]>) {
        for cell in cells {
            self.text.push_str(&String::from_utf8_lossy(cell));
            self.ends.push(self.text.len());
        }
    }

    pub(crate) fn cell(&self, row: usize, at: usize) -> &str {
        let cell = row * self.n_cells + at;
        &self.text[self.ends[cell]..self.ends[cell + 1]]
    }
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

impl Slots {
    /// Name cells of a row: the longest of each kind.
    fn name<'b>(&self, batch: &'b Batch, row: usize) -> NameCells<'b> {
        let mut name = NameCells::default();
        for (at, slot) in self.slots.iter().enumerate() {
            let Slot::Name(meaning) = slot else { continue };
            let place = match meaning {
                Meaning::GivenName => &mut name.given,
                Meaning::MiddleName => &mut name.middle,
                Meaning::FamilyName => &mut name.family,
                _ => &mut name.full,
            };
            let cell = batch.cell(row, at);
            if cell.len() > place.len() {
                *place = cell;
            }
        }
        name
    }
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

    /// Adds rows; `None` when there is no room for more ids or records.
    pub(crate) fn push_all(&mut self, slots: &Slots, batch: &Batch) -> Option<()> {
        for row in 0..batch.len() {
            let id = batch.cell(row, 0).trim();
            self.ids.push_str(id);
            self.id_ends.push(u32::try_from(self.ids.len()).ok()?);
        }
        u32::try_from(self.len()).ok()?;
        let (names, columns) = (&mut self.names, &mut self.columns);
        rayon::join(
            || (0..batch.len()).for_each(|row| names.push(&slots.name(batch, row))),
            || {
                columns.par_iter_mut().enumerate().for_each(|(at, column)| {
                    let place =
                        slots.slots.iter().position(|slot| matches!(slot, Slot::Column(to) if *to == at));
                    column.push_all(batch, place);
                });
            },
        );
        Some(())
    }

    /// Counts what was read; after this no row is added.
    pub fn seal(&mut self) {
        self.names.seal();
        for column in &mut self.columns {
            let kind = column.kind;
            column.dictionary.seal(|text| Facts::tag_of(kind, text));
        }
    }
}
