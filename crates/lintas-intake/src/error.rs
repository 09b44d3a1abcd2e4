//! Why a whole file could not be read. What is wrong with one row is an [`Issue`](crate::Issue), never an error.

/// A file that could not be read at all; each message names the place and one next step.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// The storage failed.
    #[error("could not read `{file}`")]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file has no content.
    #[error("could not find anything in `{file}`: it is empty; ask for it again")]
    Empty {
        /// The file.
        file: String,
    },
    /// It is of no kind that is read here.
    #[error("could not tell what `{file}` is: {found}; {next_step}")]
    UnknownFormat {
        /// The file.
        file: String,
        /// What it looks like.
        found: String,
        /// What to do.
        next_step: String,
    },
    /// It begins as it should and then breaks off or is damaged.
    #[error("could not read `{file}` at {place}: {reason}; {next_step}")]
    Damaged {
        /// The file.
        file: String,
        /// Entry, sheet, row or byte.
        place: String,
        /// What is wrong there.
        reason: String,
        /// What to do.
        next_step: String,
    },
    /// It would take more room than a file of its kind ever needs.
    #[error("could not open `{file}` safely: {reason}; {next_step}")]
    TooLarge {
        /// The file.
        file: String,
        /// Which cap, found and allowed.
        reason: String,
        /// What to do.
        next_step: String,
    },
    /// Its letters are of a font encoding from before Unicode.
    #[error("could not read the letters of `{file}`: they are typed for {font}; {next_step}")]
    LegacyFont {
        /// The file.
        file: String,
        /// The family of fonts.
        font: &'static str,
        /// What to do.
        next_step: &'static str,
    },
    /// No column names a person, a thing, a place or an event.
    #[error(
        "could not find a column in `{file}` that names a person, a thing, a place or an event; name one with `--column HEADER=MEANING`"
    )]
    NothingRecognised {
        /// The file.
        file: String,
        /// The headers found.
        headers: Vec<String>,
    },
    /// The file belongs to a set and was given alone.
    #[error("could not read `{file}` by itself: {reason}; {next_step}")]
    Incomplete {
        /// The file.
        file: String,
        /// Why not.
        reason: String,
        /// What to do.
        next_step: String,
    },
    /// A saved mapping is not one.
    #[error("could not read the mapping `{name}`: {reason}")]
    Mapping {
        /// Its name or file.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// A workbook or table could not be written.
    #[error("could not write the table: {0}")]
    Export(String),
    /// The caller asked to stop.
    #[error("could not finish: stopped by the caller after row {row}")]
    Stopped {
        /// The last row read.
        row: u64,
    },
}
