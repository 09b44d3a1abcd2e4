//! The workshops that open and close the round, and what was promised there.

use lintas_model::record::WorkshopKind;

use super::act::{Act, Deed};
use super::agencies::STEWARD;
use super::cast::{act, day};

const PROMISES: [(&str, &str, &str); 9] = [
    (
        "BD-ATU",
        "Review three warrants for organisers believed to be abroad",
        "Three warrants reviewed and verified with the court",
    ),
    (
        "KH-CIB",
        "Open a joint case on the Poipet corridor and invite partners",
        "Joint case opened, five agencies work it",
    ),
    (
        "ID-TPO",
        "Review three warrants and name a contact point round the clock",
        "Three warrants reviewed, contact point in the directory",
    ),
    (
        "LA-ATD",
        "Report night crossings on the Mekong to partners",
        "Crossings reported; a route was discovered from them",
    ),
    (
        "MY-ATS",
        "Verify workplaces named by partners",
        "Two workplaces verified; persons found in one of them",
    ),
    (
        "PH-IAC",
        "Support families of persons held abroad and pass on what they know",
        "Statements of two families released to the joint case",
    ),
    (
        "TH-SID",
        "Find out where groups stay on the way between Sa Kaeo and the south",
        "A rest-house was identified",
    ),
    (
        "VN-C02",
        "Look into recruitment on social networks",
        "Accounts of recruiters reported to the joint case",
    ),
    (STEWARD, "Bring mentors to each joint case", "Two mentors worked with the joint case"),
];

/// 1 March: the round is set up, a workshop opens it, everyone promises something.
pub(super) fn opening(acts: &mut Vec<Act>) {
    acts.push(act(3, 1, STEWARD, Deed::OpenRound));
    acts.push(act(3, 1, STEWARD, Deed::Workshop { kind: WorkshopKind::Opening, place: "Bangkok" }));
    for (agency, what, _) in PROMISES {
        acts.push(act(3, 2, agency, Deed::Commit { handle: handle(agency), what, due: day(11, 1) }));
    }
}

/// November: what was promised is shown, a workshop closes the round.
pub(super) fn closing(acts: &mut Vec<Act>) {
    for (agency, _, text) in PROMISES {
        acts.push(act(11, 10, agency, Deed::CommitmentDone { commitment: handle(agency), text }));
    }
    acts.push(act(11, 16, STEWARD, Deed::Workshop { kind: WorkshopKind::Closing, place: "Bangkok" }));
}

fn handle(agency: &str) -> String {
    format!("commitment:{}", agency.to_lowercase())
}
