//! Finds the header row of a sheet and what its columns mean.

use std::collections::{BTreeMap, BTreeSet};

use super::mapping::{Mapping, signature};
use super::{content, values, words};
use crate::rows::{Cell, Row, column_letter};
use crate::{Meaning, Options};

/// How the meaning of a column was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundBy {
    /// A person said so for this import.
    Said,
    /// A saved mapping with the same headers.
    Mapping,
    /// The header.
    Header,
    /// The values.
    Content,
    /// Not at all: kept under its own header.
    Nothing,
}

/// One column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its letter in a spreadsheet.
    pub letter: String,
    /// Its header as written, made unique; the letter where there is none.
    pub header: String,
    /// What it says.
    pub meaning: Meaning,
    /// How that was found.
    pub found_by: FoundBy,
    /// The first different values, at most five.
    pub samples: Vec<String>,
}

/// The columns of a sheet and where its data begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    /// The header row; 0 when there is none.
    pub(crate) header_row: u64,
    pub(crate) columns: Vec<Column>,
    /// The saved mapping that fitted.
    pub(crate) mapping: Option<String>,
    pub(crate) signature: String,
}

/// Rows looked at for a header; agencies put titles, logos and dates above it.
const HEADER_WITHIN: usize = 40;

impl Layout {
    /// Looks at the first rows of a sheet.
    pub(crate) fn of(
        sample: &[Row],
        options: &Options,
    ) -> (Self, BTreeMap<String, lintas_model::date::DateOrder>) {
        let (header_at, mapping) = find_header(sample, options);
        let header = header_at.map(|at| &sample[at]);
        let data = header_at.map_or(sample, |at| &sample[at + 1..]);
        let width = width_of(header, data);
        let headers = unique_headers(header, width);
        let mut layout = Self {
            header_row: header.map_or(0, |h| h.number),
            signature: signature(header.iter().flat_map(|h| &h.cells).map(|c| c.text.as_str())),
            mapping: mapping.map(|m| m.name.clone()),
            columns: Vec::with_capacity(width),
        };
        for (index, header) in headers.into_iter().enumerate() {
            let cells = || data.iter().filter_map(move |r| r.cells.get(index));
            let (meaning, found_by) = meaning_of(&header, index, mapping, options, cells());
            let mut samples = Vec::new();
            for cell in cells().filter(|c| !c.is_empty()) {
                let sample: String = cell.text.chars().take(60).collect();
                if samples.len() < 5 && !samples.contains(&sample) {
                    samples.push(sample);
                }
            }
            layout.columns.push(Column { letter: column_letter(index), header, meaning, found_by, samples });
        }
        settle(&mut layout.columns, data);
        (layout, mapping.map(|m| m.dates.clone()).unwrap_or_default())
    }

    /// Whether the sheet lists persons: then a row without a name is still about a person.
    pub(crate) fn lists_persons(&self) -> bool {
        use Meaning::*;
        let named = [Name, GivenName, FamilyName, Alias, FormerName, Nickname];
        self.columns.iter().any(|c| named.contains(&c.meaning))
    }

    /// Whether any column names something that can be recorded.
    pub(crate) fn names_something(&self) -> bool {
        self.columns.iter().any(|c| is_primary(c.meaning))
    }
}

/// Meanings of which one is needed to record anything.
fn is_primary(meaning: Meaning) -> bool {
    use Meaning::*;
    matches!(
        meaning,
        Name | GivenName
            | FamilyName
            | Alias
            | FormerName
            | Nickname
            | OrganisationName
            | DocumentNumber
            | Phone
            | Email
            | Handle
            | Account
            | Plate
            | Place
            | Latitude
            | Coordinates
            | Subject
            | ContactFrom
            | ReportText
            | VictimName
    )
}

/// Meanings that only persons have.
fn is_personal(meaning: Meaning) -> bool {
    use Meaning::*;
    matches!(
        meaning,
        GivenName
            | FamilyName
            | FormerName
            | Nickname
            | BirthDate
            | Age
            | BirthPlace
            | Gender
            | Nationality
            | DocumentNumber
            | Phone
            | Occupation
            | Role
    )
}

fn find_header<'m>(sample: &[Row], options: &'m Options) -> (Option<usize>, Option<&'m Mapping>) {
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in sample.iter().take(HEADER_WITHIN).enumerate().filter(|(_, r)| !r.is_blank()) {
        let texts = || row.cells.iter().map(|c| c.text.as_str()).filter(|t| !t.is_empty());
        let row_signature = signature(texts());
        if let Some(mapping) = options.mappings.iter().find(|m| m.signature == row_signature) {
            return (Some(at), Some(mapping));
        }
        let known = texts()
            .filter(|t| t.chars().count() <= 80)
            .filter(|t| options.columns.contains_key(*t) || words::meaning_of(t).is_some())
            .count();
        let filled = texts().count();
        // A title such as "Name list 2017" is one cell; a header has as many known cells as it can.
        if known * 3 >= filled && known > best.map_or(0, |(_, k)| k) && (known >= 2 || filled <= 4) {
            best = Some((at, known));
        }
    }
    let header = best.map(|(at, _)| at).or_else(|| header_by_shape(sample));
    (header, None)
}

/// A first row of different words without digits over rows of other content is a header in an unknown language.
fn header_by_shape(sample: &[Row]) -> Option<usize> {
    let at = sample.iter().position(|r| !r.is_blank())?;
    let row = &sample[at];
    let filled: Vec<&str> = row.cells.iter().map(|c| c.text.as_str()).filter(|t| !t.is_empty()).collect();
    let different = filled.iter().collect::<BTreeSet<_>>().len() == filled.len();
    let wordy = filled.iter().all(|t| !t.chars().any(char::is_numeric) && t.chars().count() <= 60);
    let below_has_numbers = sample[at + 1..]
        .iter()
        .take(20)
        .any(|r| r.cells.iter().any(|c| c.text.chars().any(char::is_numeric)));
    (filled.len() >= 2 && different && wordy && below_has_numbers).then_some(at)
}

/// As wide as the header, or as most rows if the header leaves the last columns unnamed.
fn width_of(header: Option<&Row>, data: &[Row]) -> usize {
    let filled = |row: &Row| row.cells.iter().rposition(|c| !c.is_empty()).map_or(0, |at| at + 1);
    let header_width = header.map_or(0, filled);
    let mut widths: Vec<usize> =
        data.iter().filter(|r| r.fault.is_none()).map(filled).filter(|w| *w > 0).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    header_width.max(usual)
}

fn unique_headers(header: Option<&Row>, width: usize) -> Vec<String> {
    let mut seen = BTreeSet::new();
    (0..width)
        .map(|index| {
            let written = header.and_then(|h| h.cells.get(index)).map(|c| c.text.trim()).unwrap_or_default();
            let short: String =
                written.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect();
            let name = if short.is_empty() { column_letter(index) } else { short };
            if seen.insert(name.clone()) {
                name
            } else {
                let other = format!("{name} ({})", column_letter(index));
                seen.insert(other.clone());
                other
            }
        })
        .collect()
}

fn meaning_of<'a>(
    header: &str,
    index: usize,
    mapping: Option<&Mapping>,
    options: &Options,
    cells: impl Iterator<Item = &'a Cell>,
) -> (Meaning, FoundBy) {
    let letter = column_letter(index);
    if let Some(meaning) = options.columns.get(header).or_else(|| options.columns.get(&letter)) {
        return (*meaning, FoundBy::Said);
    }
    if let Some(meaning) = mapping.and_then(|m| m.columns.get(header)) {
        return (*meaning, FoundBy::Mapping);
    }
    if let Some(meaning) = words::meaning_of(header).filter(|_| header != letter) {
        return (meaning, FoundBy::Header);
    }
    // Codes of administrations look like telephone numbers, and dates like codes.
    if words::normal(header).split(' ').any(|w| matches!(w, "code" | "codes" | "id")) {
        return (Meaning::Other, FoundBy::Nothing);
    }
    match content::meaning_of(cells) {
        Some(meaning) => (meaning, FoundBy::Content),
        None => (Meaning::Other, FoundBy::Nothing),
    }
}

/// Corrects single columns by what the others say.
fn settle(columns: &mut [Column], data: &[Row]) {
    let has = |columns: &[Column], meaning| columns.iter().any(|c| c.meaning == meaning);
    let fixed = |c: &Column| matches!(c.found_by, FoundBy::Said | FoundBy::Mapping);
    // `source` beside `target` is one end of a contact, not where the information came from.
    if has(columns, Meaning::ContactTo) && !has(columns, Meaning::ContactFrom) {
        for column in columns.iter_mut().filter(|c| c.meaning == Meaning::SourceReference && !fixed(c)) {
            column.meaning = Meaning::ContactFrom;
        }
    }
    if has(columns, Meaning::ContactFrom) != has(columns, Meaning::ContactTo) {
        for column in columns.iter_mut().filter(|c| !fixed(c)) {
            if matches!(column.meaning, Meaning::ContactFrom | Meaning::ContactTo) {
                column.meaning = Meaning::Other;
            }
        }
    }
    // `time` may hold a whole date with its time.
    if !has(columns, Meaning::Date) && !has(columns, Meaning::Year) {
        for (index, column) in
            columns.iter_mut().enumerate().filter(|(_, c)| c.meaning == Meaning::Time && !fixed(c))
        {
            let cells: Vec<&Cell> =
                data.iter().filter_map(|r| r.cells.get(index)).filter(|c| !c.is_empty()).collect();
            let dates = cells.iter().filter(|c| content::is_date(&c.text)).count();
            if !cells.is_empty() && dates * 10 >= cells.len() * 9 {
                column.meaning = Meaning::Date;
            }
        }
    }
    let positioned = has(columns, Meaning::Latitude) || has(columns, Meaning::Coordinates);
    // A latitude without a longitude is a column that happens to be called `y`.
    if has(columns, Meaning::Latitude) != has(columns, Meaning::Longitude) {
        for column in columns.iter_mut().filter(|c| !fixed(c)) {
            if matches!(column.meaning, Meaning::Latitude | Meaning::Longitude) {
                column.meaning = Meaning::Other;
            }
        }
    }
    // A name beside a position and nothing personal is the name of a place.
    if positioned && !columns.iter().any(|c| is_personal(c.meaning)) {
        for column in columns.iter_mut().filter(|c| c.meaning == Meaning::Name && !fixed(c)) {
            column.meaning = Meaning::Place;
        }
    }
    // A counter of rows says nothing about the row; a second id is a remark.
    let mut identified = false;
    for (index, column) in columns.iter_mut().enumerate() {
        let open = column.meaning == Meaning::SourceId || column.found_by == FoundBy::Nothing;
        if open && !fixed(column) && !words::normal(&column.header).contains("id") && counts_rows(data, index)
        {
            column.meaning = Meaning::Ignore;
        } else if column.meaning == Meaning::SourceId {
            if identified && !fixed(column) {
                column.meaning = Meaning::Other;
            }
            identified = true;
        }
    }
    if !columns.iter().any(|c| is_primary(c.meaning)) {
        let named = (0..columns.len()).find(|index| {
            columns[*index].found_by == FoundBy::Nothing
                && content::could_be_names(data.iter().filter_map(|r| r.cells.get(*index)))
        });
        if let Some(index) = named {
            columns[index].meaning = Meaning::Name;
            columns[index].found_by = FoundBy::Content;
        }
    }
}

/// Whether a column counts 1, 2, 3 … down the sheet.
fn counts_rows(data: &[Row], index: usize) -> bool {
    let numbers: Vec<i64> = data
        .iter()
        .filter_map(|r| r.cells.get(index))
        .filter(|c| !c.is_empty())
        .take(100)
        .map(|c| values::whole(&c.text).unwrap_or(i64::MIN))
        .collect();
    numbers.first().is_some_and(|first| (0..=1).contains(first))
        && numbers.windows(2).all(|pair| pair[1].checked_sub(pair[0]) == Some(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&[&str]]) -> Vec<Row> {
        lines
            .iter()
            .enumerate()
            .map(|(at, line)| Row {
                number: at as u64 + 1,
                cells: line.iter().map(|t| Cell { text: (*t).to_owned(), ..Cell::default() }).collect(),
                fault: None,
            })
            .collect()
    }

    fn meanings(lines: &[&[&str]]) -> (u64, Vec<Meaning>) {
        let (layout, _) = Layout::of(&rows(lines), &Options::default());
        (layout.header_row, layout.columns.iter().map(|c| c.meaning).collect())
    }

    #[test]
    fn the_header_is_found_below_titles_and_row_numbers_are_left_out() {
        let (row, found) = meanings(&[
            &["Royal Police — arrivals", "", ""],
            &[],
            &["No.", "ชื่อ-สกุล", "วันเกิด"],
            &["1", "สมชาย ใจดี", "2530"],
            &["2", "มาลี ศรีสุข", "2541"],
        ]);
        assert_eq!(row, 3);
        assert_eq!(found, [Meaning::Ignore, Meaning::Name, Meaning::BirthDate]);
    }

    #[test]
    fn the_other_columns_tell_places_from_persons_and_contacts_from_sources() {
        assert_eq!(meanings(&[&["name", "lat", "lon"], &["Poipet", "13.6", "102.5"]]).1[0], Meaning::Place);
        assert_eq!(
            meanings(&[&["name", "dob", "lat", "lon"], &["A B", "1985", "13.6", "102.5"]]).1[0],
            Meaning::Name
        );
        assert_eq!(
            meanings(&[&["source", "target", "weight"], &["a", "b", "2"]]).1,
            [Meaning::ContactFrom, Meaning::ContactTo, Meaning::ContactAmount]
        );
        assert_eq!(meanings(&[&["name", "source"], &["A B", "S-12"]]).1[1], Meaning::SourceReference);
    }

    #[test]
    fn a_sheet_without_header_is_read_by_its_values() {
        let (row, found) = meanings(&[
            &["Sok Dara", "+855 12 345 678", "1985-02-03"],
            &["Chan Vanna", "+855 12 345 679", "1990-12-13"],
            &["Kim Sothea", "+855 12 345 670", "1979-01-30"],
        ]);
        assert_eq!((row, found[1]), (0, Meaning::Phone));
    }

    #[test]
    fn what_a_person_says_about_a_column_stands_first() {
        let mut options = Options::default();
        options.columns.insert("Ref".to_owned(), Meaning::Plate);
        let (layout, _) = Layout::of(&rows(&[&["Name", "Ref"], &["A B", "กท 1234"]]), &options);
        assert_eq!((layout.columns[1].meaning, layout.columns[1].found_by), (Meaning::Plate, FoundBy::Said));
    }
}
