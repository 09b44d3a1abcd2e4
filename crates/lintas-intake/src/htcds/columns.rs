//! Which column of a sheet holds which field of the standard.

use std::collections::BTreeSet;

use super::Section;
use super::fields::{FIELDS, Field, MACHINE, Use, machine};
use crate::rows::{Cell, Row, column_letter};
use crate::session::Session;
use crate::table::content::is_nothing;
use crate::table::words::normal;
use crate::{Column, Fingerprint, FoundBy};

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
struct Found {
    field: Option<Field>,
    /// The column holds one choice of a list: its name, to be taken when the cell says yes.
    choice: bool,
    machine: bool,
}

/// The columns of one sheet.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(crate) header_row: u64,
    pub(crate) headers: Vec<String>,
    /// Visible header and the hidden field name that means something else.
    pub(crate) disagreements: Vec<(String, String)>,
    found: Vec<Found>,
    samples: Vec<Vec<String>>,
}

/// A field's value in one row: the field, its header, the text; for single choices the choice's name.
pub(crate) struct FieldValue<'r> {
    pub(crate) section: Section,
    pub(crate) label: &'static str,
    pub(crate) usage: Use,
    pub(crate) header: &'r str,
    pub(crate) cell: &'r Cell,
    pub(crate) choice: Option<&'r str>,
}

impl FieldValue<'_> {
    /// The text, or the name of the choice.
    pub(crate) fn text(&self) -> &str {
        self.choice.unwrap_or(&self.cell.text)
    }
}

/// Letters and digits only: `prs_First_Name` and `prs_FirstName` are the same field.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The field of a prefixed name, possibly behind the path of its group.
fn by_name(header: &str) -> Option<Field> {
    let name = letters(header.rsplit(['/', ':']).next().unwrap_or(header));
    let (section, _) = Section::ALL.into_iter().find(|(_, prefix)| name.starts_with(prefix))?;
    FIELDS.iter().copied().find(|(s, field, _, _)| *s == section && name[3..] == letters(field))
}

/// The field of a label; of several with the same label, the one of the sheet's section.
fn by_label(header: &str, section: Option<Section>) -> Option<Field> {
    let label = normal(header);
    let same = || FIELDS.iter().copied().filter(|(_, _, l, _)| normal(l) == label);
    same().find(|(s, ..)| Some(*s) == section).or_else(|| same().next())
}

/// One choice of a list as a column of its own: `vic_MethodOfRecruitment/AtWork`.
fn by_choice(header: &str) -> Option<(Field, &str)> {
    let (base, choice) = header.rsplit_once('/')?;
    by_name(base).filter(|(_, _, _, u)| matches!(u, Use::Coded(_))).map(|field| (field, choice))
}

/// Whether two fields differ in more than the spelling of their label.
fn differ(one: Field, other: Field) -> bool {
    let label = |field: Field| letters(field.2).replace('z', "s");
    (one.0, one.1) != (other.0, other.1) && label(one) != label(other)
}

/// Whether a row holds the headers of a case sheet.
pub(crate) fn are_headers<S: AsRef<str>>(headers: &[S]) -> bool {
    const TELLING: &[&str] = &[
        "trafficking status",
        "methods of control",
        "method of recruitment",
        "type of exploitation",
        "location of exploitation",
        "location of recruitment",
        "forced labour industry",
        "type of sex exploitation",
        "incoming referral date",
        "role in process",
    ];
    let names: BTreeSet<&str> = headers
        .iter()
        .map(AsRef::as_ref)
        .filter(|h| h.contains('_'))
        .filter_map(by_name)
        .map(|f| f.1)
        .collect();
    let labels = headers.iter().filter(|h| TELLING.contains(&normal(h.as_ref()).as_str())).count();
    names.len() >= 3 || labels >= 4
}

/// Whether the sheets are those of a form's definition instead of its answers.
pub(crate) fn is_form_definition(sheets: &[String], samples: &[Vec<Row>]) -> bool {
    let has = |name: &str| sheets.iter().position(|s| s.eq_ignore_ascii_case(name));
    let (Some(survey), Some(_)) = (has("survey"), has("choices")) else { return false };
    samples[survey].first().is_some_and(|row| {
        let headers: Vec<String> = row.cells.iter().map(|c| c.text.to_lowercase()).collect();
        ["type", "name"].iter().all(|h| headers.iter().any(|c| c == h))
    })
}

/// Sheets that hold lists for the drop-downs, not rows.
fn is_lookup(sheet: &str) -> bool {
    let sheet = normal(sheet);
    [
        "validation",
        "choices",
        "lookup",
        "lookups",
        "about",
        "settings",
        "survey",
        "picklists",
        "instructions",
        "readme",
    ]
    .contains(&sheet.as_str())
}

fn section_of(sheet: &str) -> Option<Section> {
    let sheet = normal(sheet);
    [
        ("event", Section::Event),
        ("support", Section::Plan),
        ("plan", Section::Plan),
        ("organi", Section::Organisations),
        ("perpetrator", Section::Perpetrator),
        ("consent", Section::Consents),
        ("victim", Section::Victim),
        ("referral", Section::Case),
        ("comment", Section::Comment),
        ("case", Section::Case),
        ("person", Section::Person),
    ]
    .into_iter()
    .find(|(word, _)| sheet.contains(word))
    .map(|(_, section)| section)
}

impl Columns {
    /// Finds the headers in the first rows: a row of field names, a row of labels, or both, one under the other.
    ///
    /// In the published templates the hidden row of names and the visible row of labels disagree about the parts of
    /// the mailing address. Whoever filled in the sheet saw the labels, so these are followed.
    pub(crate) fn find(sheet: &str, sample: &[Row]) -> Self {
        if is_lookup(sheet) {
            return Self::default();
        }
        let section = section_of(sheet);
        let texts = |row: &Row| row.cells.iter().map(|c| c.text.clone()).collect::<Vec<_>>();
        let known_names =
            |row: &Row| texts(row).iter().filter(|t| by_name(t).is_some() || by_choice(t).is_some()).count();
        let known_labels = |row: &Row| texts(row).iter().filter(|t| by_label(t, section).is_some()).count();
        let best = |count: &dyn Fn(&Row) -> usize| {
            sample
                .iter()
                .take(20)
                .enumerate()
                .map(|(at, r)| (count(r), at))
                .max_by_key(|(n, at)| (*n, usize::MAX - at))
        };
        let names =
            best(&known_names).filter(|(n, _)| *n >= 2 || (*n == 1 && section.is_some())).map(|(_, at)| at);
        let labels = best(&known_labels)
            .filter(|(n, at)| {
                *n >= 3
                    || (*n >= 2 && section.is_some())
                    || (*n >= 1 && names.is_some_and(|m| at.abs_diff(m) == 1))
            })
            .map(|(_, at)| at)
            .filter(|at| names.is_none_or(|n| at.abs_diff(n) == 1));
        let Some(last) = names.max(labels) else { return Self::default() };
        let data = &sample[last + 1..];
        let name_row = names.map(|at| texts(&sample[at])).unwrap_or_default();
        let label_row = labels.map(|at| texts(&sample[at])).unwrap_or_default();
        let width = name_row.len().max(label_row.len());
        let mut columns = Self { header_row: sample[last].number, ..Self::default() };
        for index in 0..width {
            let cell = |row: &[String]| row.get(index).map(|t| t.trim().to_owned()).unwrap_or_default();
            let (name, label) = (cell(&name_row), cell(&label_row));
            let named = by_name(&name)
                .or_else(|| by_choice(&name).map(|(f, _)| f))
                .or_else(|| by_label(&name, section));
            let labelled = by_label(&label, named.map(|f| f.0).or(section));
            if let (Some(n), Some(l)) = (named, labelled)
                && differ(n, l)
            {
                columns.disagreements.push((label.clone(), name.clone()));
            }
            let header = [&label, &name].into_iter().find(|t| !t.is_empty()).cloned();
            let machine = labelled.is_none()
                && named.is_none()
                && MACHINE.contains(
                    &letters(header.as_deref().unwrap_or_default().rsplit('/').next().unwrap_or_default())
                        .as_str(),
                );
            columns.found.push(Found {
                field: labelled.or(named),
                choice: by_name(&name).is_none() && by_choice(&name).is_some(),
                machine,
            });
            columns.headers.push(header.unwrap_or_else(|| column_letter(index)));
            let samples = data.iter().filter_map(|r| r.cells.get(index)).filter(|c| !c.is_empty()).take(3);
            columns.samples.push(samples.map(|c| c.text.chars().take(60).collect()).collect());
        }
        columns
    }

    /// The columns for a preview; nothing of what identifies victims is shown.
    pub(crate) fn shown(&self) -> Vec<Column> {
        self.found
            .iter()
            .enumerate()
            .map(|(index, found)| {
                let usage = found.field.map(|f| f.3);
                let open = matches!(
                    usage,
                    Some(
                        Use::Coded(_)
                            | Use::TraffickingStatus
                            | Use::Event(_)
                            | Use::Organisation(_)
                            | Use::PerpetratorRole
                    )
                );
                Column {
                    letter: column_letter(index),
                    header: self.headers[index].clone(),
                    meaning: usage.map_or(crate::Meaning::Ignore, Use::meaning),
                    found_by: if usage.is_some() { FoundBy::Header } else { FoundBy::Nothing },
                    samples: if open { self.samples[index].clone() } else { Vec::new() },
                }
            })
            .collect()
    }

    pub(crate) fn use_of(&self, index: usize) -> Option<Use> {
        let found = self.found.get(index)?;
        if found.machine { Some(machine()) } else { found.field.map(|f| f.3) }
    }

    /// Whether any field of the row is filled; the templates number a thousand empty rows.
    pub(crate) fn says_anything(&self, row: &Row) -> bool {
        row.fault.is_some()
            || row.cells.iter().enumerate().any(|(index, cell)| {
                !cell.is_empty()
                    && self.use_of(index).is_some_and(|u| u != machine())
                    && (!self.found[index].choice || is_yes(&cell.text))
            })
    }

    /// The filled fields of a row.
    pub(crate) fn values<'r>(&'r self, row: &'r Row) -> Vec<FieldValue<'r>> {
        self.found
            .iter()
            .zip(&self.headers)
            .zip(&row.cells)
            .filter(|((found, _), cell)| {
                !cell.is_empty() && !is_nothing(&cell.text) && (!found.choice || is_yes(&cell.text))
            })
            .filter_map(|((found, header), cell)| {
                let (section, _, label, usage) = found.field?;
                let choice = found.choice.then(|| header.rsplit('/').next().unwrap_or(header));
                Some(FieldValue { section, label, usage, header, cell, choice })
            })
            .collect()
    }

    /// The row's fingerprint over its fields; counters and what the survey program adds do not count.
    pub(crate) fn fingerprint(&self, row: &Row, session: &Session<'_>) -> Fingerprint {
        session.fingerprints.of(self.values(row).iter().map(|v| (v.header, v.cell.text.as_str())))
    }

    /// The fingerprint of a person known by a number: the same on every sheet.
    pub(crate) fn person_fingerprint(&self, id: &str, session: &Session<'_>) -> Fingerprint {
        session.fingerprints.of([("person id", id)].into_iter())
    }

    /// The headers whose values are held back for victims, in words.
    pub(crate) fn held_back(&self) -> String {
        let held = |found: &Found| {
            !found.machine
                && found.field.is_none_or(|f| {
                    matches!(
                        f.3,
                        Use::Name
                            | Use::Identity(_)
                            | Use::BirthDate
                            | Use::Staff
                            | Use::FreeText
                            | Use::SupportPlan
                    )
                })
        };
        let headers: Vec<&str> = self
            .found
            .iter()
            .zip(&self.headers)
            .filter(|(found, header)| held(found) && header.chars().count() > 3)
            .map(|(_, header)| header.as_str())
            .collect();
        headers.join(", ")
    }

    /// Whether the sheet has the columns of persons.
    pub(crate) fn has_persons(&self) -> bool {
        self.found.iter().any(|f| f.field.is_some_and(|f| f.3 == Use::Name))
    }
}

/// Whether a cell of a single choice says yes.
pub(crate) fn is_yes(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "1" | "1.0" | "true" | "yes" | "y" | "x" | "selected")
}
