//! Which column means what, and what separates them.

use std::io::{Cursor, Read};

use super::RankError;

/// Header words for the one named first, in lower case without spaces and signs.
pub(super) const SOURCE: &[&str] = &[
    "source", "sourceid", "src", "from", "fromid", "caller", "callerid", "sender", "payer", "a", "persona",
    "person1", "id1", "node1", "ego", "i", "giver", "origin", "party1", "anumber", "subject",
];
/// Header words for the one named second.
pub(super) const TARGET: &[&str] = &[
    "target",
    "targetid",
    "dst",
    "dest",
    "to",
    "toid",
    "callee",
    "called",
    "receiver",
    "recipient",
    "payee",
    "b",
    "personb",
    "person2",
    "id2",
    "node2",
    "alter",
    "j",
    "destination",
    "party2",
    "bnumber",
    "object",
    "contact",
];
pub(super) const KIND: &[&str] = &[
    "kind",
    "type",
    "tie",
    "tietype",
    "relation",
    "relationship",
    "layer",
    "category",
    "channel",
    "contacttype",
    "edgetype",
];
pub(super) const TIME: &[&str] = &[
    "time",
    "timestamp",
    "date",
    "datetime",
    "when",
    "day",
    "at",
    "start",
    "starttime",
    "phase",
    "period",
    "wave",
    "year",
    "t",
];
pub(super) const WEIGHT: &[&str] = &[
    "weight",
    "w",
    "count",
    "n",
    "amount",
    "value",
    "strength",
    "calls",
    "frequency",
    "times",
    "sum",
    "number",
    "contacts",
];
pub(super) const GRADE: &[&str] =
    &["grade", "grading", "reliability", "evaluation", "sourcegrade", "confidence"];
pub(super) const ID: &[&str] =
    &["id", "personid", "person", "node", "nodeid", "subject", "entity", "key", "ref"];
pub(super) const LABEL: &[&str] = &["label", "name", "fullname", "alias", "title", "displayname"];
pub(super) const ROLE: &[&str] = &[
    "role",
    "rolehint",
    "hint",
    "function",
    "position",
    "occupation",
    "job",
    "kind",
    "type",
    "category",
    "note",
    "notes",
];

/// Reduces a header to lower-case letters and digits: `Person A` becomes `persona`.
pub(super) fn plain(header: &str) -> String {
    header.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Place of the first header that is one of `words`, the earlier word winning.
pub(super) fn find(headers: &[String], words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| headers.iter().position(|header| header == word))
}

/// A CSV reader over `input` with its separator (comma, semicolon, tab or bar) found from the first lines.
pub(super) fn open<R: Read>(mut input: R) -> Result<csv::Reader<impl Read>, RankError> {
    let mut head = Vec::with_capacity(1 << 16);
    input.by_ref().take(1 << 16).read_to_end(&mut head)?;
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(RankError::Utf16);
    }
    if head.starts_with(&[0xef, 0xbb, 0xbf]) {
        head.drain(..3);
    }
    let separator = separator(&head);
    Ok(csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .buffer_capacity(1 << 18)
        .from_reader(Cursor::new(head).chain(input)))
}

/// The separator that appears in the header and equally often in the lines below it.
fn separator(head: &[u8]) -> u8 {
    let lines: Vec<&[u8]> =
        head.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).take(20).collect();
    let count = |line: &[u8], sign: u8| line.iter().filter(|&&byte| byte == sign).count();
    let agreeing = |sign: u8| {
        let first = lines.first().map_or(0, |line| count(line, sign));
        if first == 0 { 0 } else { lines.iter().filter(|line| count(line, sign) == first).count() }
    };
    // On a tie the earlier sign wins, so a comma within a text does not beat a tab between columns.
    [b'\t', b';', b',', b'|'].into_iter().rev().max_by_key(|&sign| agreeing(sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        for (text, sign) in [
            ("source,target\n1,2\n", b','),
            ("source;target;weight\n1;2;3,5\n4;5;6,5\n", b';'),
            ("a\tb\n1\t2\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("", b'\t'),
        ] {
            assert_eq!(separator(text.as_bytes()), sign, "{text}");
        }
    }
}
