//! What was found on the day of action: exhibits with every hand they passed, laid against the elements of the offence,
//! what is disclosed to the defence, and what the courts decided.

use lintas_model::record::{CourtResult, CustodyAct, EvidenceForm, RoleLevel};

use super::act::{Act, Deed};
use super::cast::act;
use super::lotus::CASE;

const TELEPHONE: &str = "exhibit:telephone";
const IMAGE: &str = "exhibit:image";
const BOOK: &str = "exhibit:book";
const INTERVIEW: &str = "exhibit:interview";
/// SHA-256 of the image of the telephone's memory, which is made up as well.
const IMAGE_SHA256: &str = "816a9c96aaac5782134415af4593bb7a3070003eb6259f5feffb1aadcc28d18d";

/// Adds exhibits, their custody, proofs, a decision on disclosure and two decisions of courts.
pub(super) fn found_and_laid(acts: &mut Vec<Act>) {
    exhibits(acts);
    custody(acts);
    proofs(acts);
    acts.push(act(
        10,
        9,
        "KH-CIB",
        Deed::Decide {
            case: CASE.to_owned(),
            text: "Disclose the telephone, its image and the account book; ask MY-ATS before its interview is disclosed",
            reason: "The prosecution relies on all four; what another agency took is disclosed with its permission only",
            agencies: vec!["KH-CIB"],
        },
    ));
    for (on, agency, person, court, result, level, sentence) in [
        (
            (10, 30),
            "TH-SID",
            "person:lotus-th",
            "Demonstration Court, Sa Kaeo, 61/2017",
            CourtResult::Convicted,
            RoleLevel::Coordinator,
            "12 years",
        ),
        (
            (11, 8),
            "KH-CIB",
            "person:lotus-kh",
            "Demonstration Court, Banteay Meanchey, 214/2017",
            CourtResult::Convicted,
            RoleLevel::Operative,
            "8 years",
        ),
    ] {
        let (case, person) = (CASE.to_owned(), person.to_owned());
        acts.push(act(on.0, on.1, agency, Deed::Verdict { case, person, court, result, level, sentence }));
    }
}

fn exhibits(acts: &mut Vec<Act>) {
    let house = ("Rest-house, room above the shop", "Search unit");
    for (on, agency, handle, number, title, found, sha256, shared) in [
        (22, "KH-CIB", TELEPHONE, "KH-CIB/1", "Telephone found in the rest-house", house, None, true),
        (22, "KH-CIB", BOOK, "KH-CIB/2", "Account book found in the rest-house", house, None, true),
        (
            25,
            "KH-CIB",
            IMAGE,
            "KH-CIB/3",
            "Image of the memory of telephone KH-CIB/1",
            ("Telephone KH-CIB/1", "Laboratory"),
            Some(IMAGE_SHA256),
            true,
        ),
        (
            24,
            "MY-ATS",
            INTERVIEW,
            "MY-ATS/1",
            "Recorded interview of V-3",
            ("Interview room, with a support worker", "Interview unit"),
            None,
            true,
        ),
    ] {
        let (handle, case) = (handle.to_owned(), CASE.to_owned());
        acts.push(act(9, on, agency, Deed::Exhibit { handle, case, number, title, found, sha256, shared }));
    }
}

/// One chain has a break, to show what a break looks like: the account book is opened by whom it was not handed to.
fn custody(acts: &mut Vec<Act>) {
    let bag = ("in a sealed bag", "");
    for (on, exhibit, deed, by, to, how) in [
        (23, TELEPHONE, CustodyAct::HandedOver, "Search unit", Some("Laboratory"), bag),
        (
            25,
            TELEPHONE,
            CustodyAct::Examined,
            "Laboratory",
            None,
            ("with a write blocker", "Image made: KH-CIB/3"),
        ),
        (23, BOOK, CustodyAct::HandedOver, "Search unit", Some("Document desk"), bag),
        (26, BOOK, CustodyAct::Opened, "Translation desk", None, ("at the desk", "Pages 1 to 40 translated")),
        (27, IMAGE, CustodyAct::Stored, "Laboratory", None, ("in the evidence store", IMAGE_SHA256)),
    ] {
        let exhibit = exhibit.to_owned();
        acts.push(act(9, on, "KH-CIB", Deed::Custody { exhibit, act: deed, by, to, how }));
    }
}

fn proofs(acts: &mut Vec<Act>) {
    for (element, evidence, form, shows) in [
        ("trafficking.act.recruitment", IMAGE, EvidenceForm::Digital, "Offers of work sent to recruits"),
        (
            "trafficking.means.deception",
            IMAGE,
            EvidenceForm::Digital,
            "The work that was offered does not exist",
        ),
        (
            "trafficking.means.abuse_of_vulnerability",
            INTERVIEW,
            EvidenceForm::RecordedInterview,
            "Debts of the family were used to make the person go",
        ),
        (
            "trafficking.purpose.forced_labour",
            BOOK,
            EvidenceForm::Document,
            "Debts that grow with each week of work",
        ),
        (
            "trafficking.participation.took_part",
            "report:lotus-kh",
            EvidenceForm::IntelligenceReport,
            "Drove the van and took the calls",
        ),
    ] {
        let (case, suspect, evidence) = (CASE.to_owned(), "person:lotus-kh".to_owned(), evidence.to_owned());
        acts.push(act(9, 28, "KH-CIB", Deed::Proof { case, suspect, element, evidence, form, shows }));
    }
}
