//! What a file is, by its name and its first bytes.

use std::fmt;
use std::str::FromStr;

use crate::htcds;
use crate::incidents;
use crate::lists;
use crate::rows::delimited::split_sample;
use crate::rows::delimiter;
use crate::rows::encoding::{Census, Transcode};

/// What a file is read as. The words are those of `--as`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A table of persons, things, places or events.
    Table,
    /// Case sheets of the IOM Human Trafficking Case Data Standard 2.0.
    Htcds,
    /// The list of specially designated nationals (OFAC): `sdn.csv` with `alt.csv` and `add.csv`.
    OfacSdn,
    /// The consolidated list of the United Nations Security Council.
    UnList,
    /// Dated incidents with coordinates (IOM Missing Migrants Project).
    Incidents,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Table, Self::Htcds, Self::OfacSdn, Self::UnList, Self::Incidents];

    /// The word for it in records and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Htcds => "htcds",
            Self::OfacSdn => "ofac-sdn",
            Self::UnList => "un-list",
            Self::Incidents => "incidents",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not find a format `{0}`: expected one of table, htcds, ofac-sdn, un-list, incidents")]
pub struct NotAFormat(String);

impl FromStr for Format {
    type Err = NotAFormat;
    fn from_str(text: &str) -> Result<Self, NotAFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| NotAFormat(text.chars().take(40).collect()))
    }
}

/// How the bytes of a file are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    /// A zip archive: XLSX, XLSM or ODS.
    Archive,
    /// XML.
    Xml,
    /// Text with cells.
    Text,
    /// Something that is not read, what it looks like, and what to do.
    Foreign { found: &'static str, next_step: &'static str },
}

/// Bytes needed for telling what a file is.
pub const HEAD_BYTES: usize = 64 << 10;

pub(crate) fn packing(name: &str, head: &[u8]) -> Packing {
    let foreign = |found, next_step| Packing::Foreign { found, next_step };
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    match head {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Packing::Archive,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => foreign(
            "an Excel file from before 2007, or one locked with a password",
            "open it, take the password off, and save it as .xlsx",
        ),
        [b'%', b'P', b'D', b'F', ..] => foreign("a PDF document", "ask for the table it was made from"),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, ..] | [b'R', b'a', b'r', b'!', ..] | [b'B', b'Z', b'h', ..] => {
            foreign("a packed archive", "unpack it and give the files inside one by one")
        }
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            foreign("a picture", "attach it to a report instead")
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => foreign("a text document", "save its table as .xlsx or .csv"),
        [0x7F, b'E', b'L', b'F', ..] | [b'M', b'Z', ..] if extension != "csv" && extension != "txt" => {
            foreign("a program", "do not open it; ask the sender what it is")
        }
        _ => {
            let text = text_of(head);
            let start = text.trim_start();
            let lower: String = start.chars().take(200).collect::<String>().to_lowercase();
            if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
                foreign("a web page", "open it in a spreadsheet program and save it as .xlsx")
            } else if lower.starts_with("<?xml") || lower.starts_with('<') {
                Packing::Xml
            } else if is_json(&lower, &extension) {
                foreign("JSON", "give the table it was made from as .csv or .xlsx")
            } else if is_binary(head, &text) {
                foreign("neither a table nor text", "check that this is the file you mean")
            } else {
                Packing::Text
            }
        }
    }
}

fn is_json(lower: &str, extension: &str) -> bool {
    let mut signs = lower.chars().filter(|c| !c.is_whitespace());
    let first = signs.next();
    let inside = matches!(signs.next(), Some('{' | '[' | '"' | ']' | '}'));
    matches!(first, Some('{' | '[')) && (inside || extension.contains("json")) && extension != "csv"
}

/// Control characters that no text has, many of them.
fn is_binary(head: &[u8], text: &str) -> bool {
    let strange =
        text.chars().filter(|c| (c.is_control() && !"\t\n\r\u{1a}\0".contains(*c)) || *c == '\0').count();
    !head.is_empty() && strange * 20 > text.chars().count()
}

/// The head of a file as text, in the encoding that fits it.
pub(crate) fn text_of(head: &[u8]) -> String {
    let mut census = Census::default();
    census.take(head);
    let mut text = String::new();
    let mut from = Transcode::new(head, census.judge().encoding);
    while from.more(&mut text).unwrap_or(false) {}
    text
}

/// What a text or XML file is, by its name and its first [`HEAD_BYTES`] bytes; `None` for what is not read.
///
/// Workbooks are [`Format::Table`] until their sheets have been seen: [`read`](crate::read) looks at the headers.
pub fn detect(name: &str, head: &[u8]) -> Option<Format> {
    match packing(name, head) {
        Packing::Archive => Some(Format::Table),
        Packing::Xml => text_of(head).contains("<CONSOLIDATED_LIST").then_some(Format::UnList),
        Packing::Text => Some(format_of_text(&text_of(head))),
        Packing::Foreign { .. } => None,
    }
}

/// What a delimited text is, by its first rows.
pub(crate) fn format_of_text(text: &str) -> Format {
    let sign = delimiter::find(text);
    let rows = split_sample(text, sign, 40);
    if lists::ofac::is_sdn(&rows) {
        return Format::OfacSdn;
    }
    rows.iter().take(10).find_map(|row| format_of_headers(row)).unwrap_or(Format::Table)
}

/// What a row of headers belongs to, if to a format of its own.
pub(crate) fn format_of_headers<S: AsRef<str>>(headers: &[S]) -> Option<Format> {
    let headers: Vec<&str> = headers.iter().map(AsRef::as_ref).collect();
    if htcds::are_headers(&headers) {
        Some(Format::Htcds)
    } else if incidents::are_headers(&headers) {
        Some(Format::Incidents)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let check = |name, head: &[u8], expected| assert_eq!(detect(name, head), expected, "{name}");
        check("people.csv", b"name,age\nA B,3\n", Some(Format::Table));
        check("people.xlsx", b"PK\x03\x04....", Some(Format::Table));
        check("list.xml", b"<?xml version=\"1.0\"?><CONSOLIDATED_LIST>", Some(Format::UnList));
        check("case.csv", b"prs_FirstName,vic_TraffickingStatus,cas_Status\n", Some(Format::Htcds));
        check("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1], None);
        check("scan.pdf", b"%PDF-1.7", None);
        check("x.bin", &[1, 2, 3, 4, 5, 6], None);
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
    }
}
