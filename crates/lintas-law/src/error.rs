//! What can be wrong with the files of the law.

use std::fmt;

use serde::Serialize;

/// Something wrong in a file of the law: which file, which line, why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
pub struct FileIssue {
    /// The file's name as it was given.
    pub file: String,
    /// The line, counted from 1; `None` when the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, in words of a lawyer.
    pub reason: String,
}

impl fmt::Display for FileIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "could not use `{}`: line {line}: {}", self.file, self.reason),
            None => write!(f, "could not use `{}`: {}", self.file, self.reason),
        }
    }
}

/// An answer that could not be given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// The data that come with the program are broken; a fault of the program.
    #[error("could not read the law that comes with the program: {0}")]
    Embedded(#[source] FileIssue),
    /// No instrument has this id.
    #[error("could not find an instrument called `{0}`")]
    UnknownInstrument(String),
    /// The instrument does not offer this kind of request.
    #[error("could not find {request} in `{instrument}`")]
    NotOffered {
        /// The instrument's id.
        instrument: String,
        /// The kind of request.
        request: &'static str,
    },
}

/// The line, counted from 1, in which a byte of a text stands.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
