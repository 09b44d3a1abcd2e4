//! The whole policy as a table that a lawyer can read.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lintas_model::handling::{OnwardRule, Purpose};
use lintas_model::{AgencyCode, Handling, OfficerId, Role, Timestamp};

use crate::{Action, Actor, Decision, ObjectFacts, Policy, Relation, Request};

/// Prints for every action, every role and every relation the purposes for which the action is permitted.
///
/// Each cell lists letters of purposes: I investigation, P prosecution, V victim protection, L legal cooperation,
/// R programme, A administration; a small letter means that fields are redacted; `-` means never. Actions on
/// things without case data (region, exchange, officers, audit) are asked about such a thing. Released material is
/// taken to be released for every purpose with onward rule "ask".
pub fn matrix(policy: &Policy) -> Result<String, lintas_model::id::IdError> {
    let agency = AgencyCode::new("KH-CIB")?;
    let partner = AgencyCode::new("TH-DSI")?;
    let mut table = String::from("action                  relation ");
    for role in Role::ALL {
        let _ = write!(table, " {:>14}", role.as_str());
    }
    table.push('\n');
    for &action in Action::ALL {
        for relation in Relation::ALL {
            let _ = write!(table, "{:<23} {:<9}", action.as_str(), relation.as_str());
            for role in Role::ALL {
                let actor = Actor {
                    officer: OfficerId::from_uuid(Default::default()),
                    agency: agency.clone(),
                    roles: BTreeSet::from([role]),
                };
                let object = ObjectFacts {
                    originator: if relation == Relation::Own { agency.clone() } else { partner.clone() },
                    relation,
                    handling: Handling {
                        purposes: Purpose::ALL.into(),
                        onward: OnwardRule::Ask,
                        ..Handling::default()
                    },
                    case_data: has_case_data(action),
                    ..ObjectFacts::own(
                        match action {
                            Action::ViewSealed | Action::WriteSealed | Action::SecondKey => {
                                "protected_person"
                            }
                            Action::ReadDisclosed => "disclosure",
                            _ => "case",
                        },
                        &agency,
                    )
                };
                let cell: String = Purpose::ALL
                    .into_iter()
                    .filter_map(|purpose| {
                        let request = Request {
                            actor: &actor,
                            action,
                            object: &object,
                            purpose,
                            at: Timestamp::from_millis(0),
                        };
                        match policy.decide(&request) {
                            Decision::Permit(_) => Some(letter(purpose)),
                            Decision::Redact(_) => Some(letter(purpose).to_ascii_lowercase()),
                            Decision::Deny(_) => None,
                        }
                    })
                    .collect();
                let _ = write!(table, " {:>14}", if cell.is_empty() { "-" } else { &cell });
            }
            table.push('\n');
        }
    }
    Ok(table)
}

const fn has_case_data(action: Action) -> bool {
    !matches!(
        action,
        Action::ViewRegion
            | Action::WriteRound
            | Action::WriteCommitment
            | Action::WriteContact
            | Action::ViewExchange
            | Action::AcceptLog
            | Action::CarryBundle
            | Action::ManagePartners
            | Action::ManageOfficers
            | Action::ViewAudit
            | Action::KeepSealed
    )
}

const fn letter(purpose: Purpose) -> char {
    match purpose {
        Purpose::Investigation => 'I',
        Purpose::Prosecution => 'P',
        Purpose::VictimProtection => 'V',
        Purpose::LegalCooperation => 'L',
        Purpose::Programme => 'R',
        Purpose::Administration => 'A',
    }
}
