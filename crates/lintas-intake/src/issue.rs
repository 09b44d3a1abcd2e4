//! What a person should know about a row: taken with a remark, or not taken and why.

use serde::{Deserialize, Serialize};

/// How much an issue weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is lost; good to know.
    Information,
    /// A value was left out or may be wrong; the rest of the row was taken.
    Warning,
    /// The row was not taken.
    Refused,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident;)*) => {
        /// What kind of issue it is: stable, so that pages can translate it and people can look it up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {$($(#[$doc])* $name,)*}

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as printed, for example `IN-101`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How much it weighs.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// Marks that nobody sees (direction overrides, zero-width characters) were taken out of a cell.
    InvisibleRemoved = "IN-001", Information;
    /// The identity of victims was held back; they are shown by code.
    VictimProtected = "IN-002", Information;
    /// A sheet holds no rows to read.
    SheetSkipped = "IN-003", Information;
    /// A column was not recognised; its values are kept under its own name.
    ColumnUnknown = "IN-004", Information;
    /// The encoding was judged from the bytes and could be another.
    EncodingGuessed = "IN-005", Information;
    /// Two header rows disagree; the visible one was followed.
    HeadersDisagree = "IN-006", Information;
    /// A number of the spreadsheet's calendar was read as a date.
    SerialDate = "IN-007", Information;
    /// Files that belong to this one were not given.
    CompanionMissing = "IN-008", Information;
    /// A row of a companion file belongs to no row of the list.
    CompanionUnmatched = "IN-009", Information;
    /// A date cannot be read or is not in the calendar.
    BadDate = "IN-101", Warning;
    /// A number cannot be read.
    BadNumber = "IN-102", Warning;
    /// A position is not on the earth, or is the meaningless 0, 0.
    BadPosition = "IN-103", Warning;
    /// A spreadsheet has cut or rounded the digits of an identifier.
    DigitsLost = "IN-104", Warning;
    /// A cell holds a spreadsheet's error such as #REF!.
    CellError = "IN-105", Warning;
    /// A grade does not belong to the scheme.
    BadGrade = "IN-106", Warning;
    /// A handling code is unknown; the row is handled in the strictest way.
    BadHandling = "IN-107", Warning;
    /// The row has fewer cells than the header.
    ShortRow = "IN-108", Warning;
    /// A cell was longer than any cell should be and was cut.
    CellCut = "IN-109", Warning;
    /// Nothing says whether consent was given.
    ConsentUnknown = "IN-110", Warning;
    /// A value of a published list holds bytes that are no characters; it was left out.
    DamagedValue = "IN-111", Warning;
    /// A row holds nothing that can be recorded.
    NothingInRow = "IN-201", Refused;
    /// A row has more cells than the header: its values may stand in the wrong columns.
    LongRow = "IN-202", Refused;
    /// A quotation mark is opened and never closed.
    OpenQuote = "IN-203", Refused;
    /// A cell holds NUL characters or bytes that are no characters.
    DamagedText = "IN-204", Refused;
    /// A row is larger than any row should be.
    HugeRow = "IN-205", Refused;
    /// Consent was refused.
    ConsentRefused = "IN-206", Refused;
    /// An entry of the list cannot be read.
    BadEntry = "IN-207", Refused;
}

/// Something about a row, a column or a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What kind.
    pub code: Code,
    /// The sheet; empty in files without sheets.
    pub sheet: String,
    /// The row as a spreadsheet counts it, the first being 1; `None` when it is about the whole sheet.
    pub row: Option<u64>,
    /// The column's header, or its letter where it has none.
    pub column: Option<String>,
    /// What is the matter.
    pub reason: String,
    /// What to do about it.
    pub next_step: String,
    /// The beginning of the value, as it stood. Never set for what identifies a victim.
    pub excerpt: Option<String>,
}

impl Issue {
    /// How much it weighs.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl std::fmt::Display for Issue {
    /// One line: place, code, reason, next step.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut place = Vec::new();
        if !self.sheet.is_empty() {
            place.push(format!("sheet `{}`", self.sheet));
        }
        if let Some(row) = self.row {
            place.push(format!("row {row}"));
        }
        if let Some(column) = &self.column {
            place.push(format!("column `{column}`"));
        }
        if place.is_empty() {
            place.push("file".to_owned());
        }
        write!(f, "{}: {} {}", place.join(", "), self.code.as_str(), self.reason)?;
        if let Some(excerpt) = &self.excerpt {
            write!(f, " (`{excerpt}`)")?;
        }
        write!(f, "; {}", self.next_step)
    }
}

/// The beginning of a value, short enough for a message, without line breaks.
pub(crate) fn excerpt(text: &str) -> Option<String> {
    let short: String = text.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    (!short.trim().is_empty()).then_some(short)
}
