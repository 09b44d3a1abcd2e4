//! Grade and handling that stand in the row itself.

use std::collections::BTreeSet;

use lintas_model::grade::Scheme;
use lintas_model::handling::{HandlingCode, Tlp};
use lintas_model::{Grade, Handling};

use crate::proposal::Proposal;
use crate::rows::Cell;
use crate::session::RowNotes;
use crate::{Code, Meaning};

/// Reads the grade and the handling of a row.
///
/// A grade that the scheme does not have is left out, never translated. A handling that cannot be understood is
/// replaced by the strictest one: it must not open what its writer meant to close.
pub(crate) fn read(
    cells: &[(Meaning, &str, &Cell)],
    scheme: Scheme,
    notes: &mut RowNotes<'_>,
    proposal: &mut Proposal,
) {
    for (meaning, header, cell) in cells {
        match meaning {
            Meaning::Grade => match grade(&cell.text, header, scheme) {
                Ok(grade) => proposal.grade = Some(grade),
                Err(reason) => notes.note(
                    Code::BadGrade,
                    Some(header),
                    reason,
                    "say which scheme the file grades in, or grade the report by hand",
                    &cell.text,
                ),
            },
            Meaning::Handling => match handling(&cell.text) {
                Some(handling) => proposal.handling = Some(handling),
                None => {
                    proposal.handling = Some(Handling {
                        tlp: Tlp::Red,
                        codes: BTreeSet::from([HandlingCode::H3]),
                        ..Handling::default()
                    });
                    notes.note(
                        Code::BadHandling,
                        Some(header),
                        "is no handling code that is known here; the row is marked H3 TLP:RED".to_owned(),
                        "mark the report by hand",
                        &cell.text,
                    );
                }
            },
            _ => {}
        }
    }
}

/// A grade, in the scheme that the cell or the header names, otherwise in the one the caller gave.
fn grade(text: &str, header: &str, scheme: Scheme) -> Result<Grade, String> {
    let (text, scheme) = Scheme::ALL
        .into_iter()
        .find_map(|s| text.to_lowercase().strip_prefix(s.as_str()).map(|rest| (rest.trim().to_owned(), s)))
        .or_else(|| {
            let header = header.to_lowercase();
            Scheme::ALL.into_iter().find(|s| header.contains(s.as_str())).map(|s| (text.to_owned(), s))
        })
        .unwrap_or_else(|| (text.to_owned(), scheme));
    Grade::parse(scheme, &text).map_err(|e| e.to_string())
}

fn handling(text: &str) -> Option<Handling> {
    let mut handling = Handling::default();
    let text = text.to_uppercase().replace("TLP:", "TLP ");
    let mut understood = false;
    for word in
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/')).filter(|w| !w.is_empty())
    {
        match word {
            "TLP" => continue,
            "H0" => handling.codes.insert(HandlingCode::H0),
            "H1" => handling.codes.insert(HandlingCode::H1),
            "H2" => handling.codes.insert(HandlingCode::H2),
            "H3" => handling.codes.insert(HandlingCode::H3),
            colour => {
                handling.tlp = match colour {
                    "CLEAR" | "WHITE" => Tlp::Clear,
                    "GREEN" => Tlp::Green,
                    "AMBER" => Tlp::Amber,
                    "AMBER+STRICT" | "AMBER-STRICT" => Tlp::AmberStrict,
                    "RED" => Tlp::Red,
                    _ => return None,
                };
                true
            }
        };
        understood = true;
    }
    understood.then_some(handling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_stay_in_their_scheme() {
        assert_eq!(grade("b-2", "Grade", Scheme::FourFour).unwrap().to_string(), "B2");
        assert_eq!(grade("F6", "Admiralty grade", Scheme::FourFour).unwrap().scheme(), Scheme::Admiralty);
        assert_eq!(grade("3x5x2 1A", "Grade", Scheme::FourFour).unwrap().scheme(), Scheme::ThreeFiveTwo);
        assert!(grade("F6", "Grade", Scheme::FourFour).is_err());
    }

    #[test]
    fn an_unknown_handling_closes_rather_than_opens() {
        assert_eq!(handling("H1, H2 TLP:GREEN").unwrap().to_string(), "H1 H2 TLP:GREEN");
        assert_eq!(handling("secret"), None);
        assert_eq!(handling(""), None);
    }
}
