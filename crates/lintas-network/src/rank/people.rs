//! What is known of the people beside their contacts.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;

use super::RankError;
use super::columns;
use super::issue::{Issue, Problem};

/// A person as listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Name or alias to show beside the id.
    pub label: Option<String>,
    /// What an officer noted about the person's part; a hint, never taken for the answer.
    pub role: Option<String>,
}

/// People by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// The people, in order of their ids.
    pub by_id: BTreeMap<String, Person>,
}

/// What a noted part says about a person's standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Noted as somebody who directs or finances.
    Above,
    /// Noted as somebody who carries out, or is moved.
    Below,
    /// Noted as a business or official that serves everybody.
    Bystander,
}

impl Person {
    /// Reads the noted part; `None` when it says nothing of use.
    pub(super) fn standing(&self) -> Option<Standing> {
        let role = self.role.as_deref()?.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| role.contains(word));
        if says(&[
            "taxi",
            "shop",
            "hotel",
            "exchange",
            "changer",
            "bank",
            "hospital",
            "clinic",
            "lawyer",
            "hotline",
            "bystander",
        ]) {
            Some(Standing::Bystander)
        } else if says(&[
            "organis",
            "organiz",
            "boss",
            "leader",
            "financ",
            "head",
            "mastermind",
            "kingpin",
            "chief",
        ]) {
            Some(Standing::Above)
        } else if says(&["courier", "driver", "guide", "guard", "victim", "migrant", "runner", "lookout"]) {
            Some(Standing::Below)
        } else {
            None
        }
    }
}

/// Reads people: a column of ids, and name and part under any usual header.
///
/// # Errors
/// When the bytes cannot be read at all or no column holds ids.
pub fn read_people(input: impl Read) -> Result<(People, Vec<Issue>), RankError> {
    let mut reader = columns::open(input)?;
    let mut people = People::default();
    let mut issues = Vec::new();
    let mut record = csv::ByteRecord::new();
    if !reader.read_byte_record(&mut record)? {
        return Ok((people, issues));
    }
    let header: Vec<String> =
        record.iter().map(|cell| columns::plain(&String::from_utf8_lossy(cell))).collect();
    let id =
        columns::find(&header, columns::ID).ok_or_else(|| RankError::NoId { found: header.join(", ") })?;
    let other = |words| columns::find(&header, words).filter(|&at| at != id);
    let (label, role) = (other(columns::LABEL), other(columns::ROLE));
    let mut row = 1;
    while reader.read_byte_record(&mut record)? {
        row += 1;
        let cell = |at: usize| String::from_utf8_lossy(record.get(at).unwrap_or_default()).trim().to_owned();
        let text = |at: Option<usize>| at.map(cell).filter(|text| !text.is_empty());
        let key = cell(id);
        if key.is_empty() {
            issues.push(Issue { row, column: Some(header[id].clone()), problem: Problem::NoId });
            continue;
        }
        match people.by_id.entry(key) {
            Entry::Vacant(place) => drop(place.insert(Person { label: text(label), role: text(role) })),
            Entry::Occupied(_) => {
                issues.push(Issue {
                    row,
                    column: Some(header[id].clone()),
                    problem: Problem::DuplicatePerson,
                });
            }
        }
    }
    Ok((people, issues))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_two_people_with_one_id_is_kept() {
        let (people, issues) = read_people(&b"id,name,role\n1,Ant,driver\n1,Bee,\n,Cat,\n"[..]).unwrap();
        assert_eq!(people.by_id["1"].label.as_deref(), Some("Ant"));
        assert_eq!(people.by_id["1"].standing(), Some(Standing::Below));
        assert_eq!(
            issues.iter().map(|i| (i.row, i.problem)).collect::<Vec<_>>(),
            [(3, Problem::DuplicatePerson), (4, Problem::NoId)]
        );
        assert!(matches!(read_people(&b"name\nAnt\n"[..]), Err(RankError::NoId { .. })));
    }
}
