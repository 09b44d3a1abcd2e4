//! What the caller knows about a file.

use std::collections::BTreeMap;

use lintas_model::date::DateOrder;
use lintas_model::grade::Scheme;

use crate::{Format, Limits, Mapping, Meaning};

/// A file that belongs to the one read, for example `alt.csv` beside `sdn.csv`. Read whole, so only for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What the file is, when a person says so (`--as`).
    pub format: Option<Format>,
    /// Who the rows come from, in the caller's words: the same for every file of the same origin. Part of each
    /// row's fingerprint.
    pub source: String,
    /// A secret of the node. Without it, fingerprints could be tested against guessed names.
    pub secret: Vec<u8>,
    /// The encoding of a text file, when a person says so: a label of the Encoding Standard, or `tis-620`. Then
    /// the letters are also believed not to be of a font from before Unicode.
    pub encoding: Option<String>,
    /// The sign between cells of a text file, when a person says so.
    pub delimiter: Option<char>,
    /// Meanings of columns that a person has given, by header or by letter.
    pub columns: BTreeMap<String, Meaning>,
    /// Saved mappings; the one with the same headers is used.
    pub mappings: Vec<Mapping>,
    /// Answers to [`Question`](crate::Question)s, by header.
    pub date_orders: BTreeMap<String, DateOrder>,
    /// The scheme of grades in the file.
    pub grading: Scheme,
    /// Files that belong to this one; see [`companions_of`](crate::companions_of).
    pub companions: Vec<Companion>,
    /// The day of the import, for telling children from adults by their date of birth; without it the age band of a
    /// victim is only known where the row itself has a later date.
    pub today: Option<lintas_model::PartialDate>,
    /// Stop after so many rows: for a preview.
    pub rows_at_most: Option<u64>,
    /// Caps.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: None,
            source: String::new(),
            secret: Vec::new(),
            encoding: None,
            delimiter: None,
            columns: BTreeMap::new(),
            mappings: Vec::new(),
            date_orders: BTreeMap::new(),
            grading: Scheme::FourFour,
            companions: Vec::new(),
            today: None,
            rows_at_most: None,
            limits: Limits::default(),
        }
    }
}
