//! How the agencies are reached, what they ask each other, and the plan of the joint case.

use lintas_model::lifecycle::InquiryMove;

use super::act::{Act, Deed};
use super::cast::{act, day};
use super::lotus::CASE;

/// Each agency names a desk that is reached day and night. The numbers are of ranges that are not in use.
pub(super) fn desks(acts: &mut Vec<Act>) {
    for (agency, phone, languages) in [
        ("BD-ATU", "+880 2 0000 0001", vec!["bn", "en"]),
        ("KH-CIB", "+855 23 000 001", vec!["km", "en", "th"]),
        ("ID-TPO", "+62 21 000 0001", vec!["id", "en"]),
        ("LA-ATD", "+856 21 000 001", vec!["lo", "th"]),
        ("MY-ATS", "+60 3 0000 0001", vec!["ms", "en"]),
        ("PH-IAC", "+63 2 0000 0001", vec!["fil", "en"]),
        ("TH-SID", "+66 2 000 0001", vec!["th", "en"]),
        ("VN-C02", "+84 24 0000 0001", vec!["vi", "en"]),
    ] {
        let deed = Deed::Contact { name: "Duty desk", phone: phone.to_owned(), languages };
        acts.push(act(3, 2, agency, deed));
    }
}

/// Questions in the joint case, one of them answered and one left with the lead; objectives and decisions.
pub(super) fn questions_and_plan(acts: &mut Vec<Act>) {
    let case = || CASE.to_owned();
    for text in
        ["Bring every person held to safety", "Find the rest-house and the way", "Name those who are paid"]
    {
        acts.push(act(5, 25, "KH-CIB", Deed::Objective { case: case(), text }));
    }
    for (handle, agency, to, question, asked, due) in [
        (
            "inquiry:lotus-phone",
            "KH-CIB",
            "TH-SID",
            "In which of your cases does the number that we released appear?",
            (5, 25),
            day(6, 20),
        ),
        (
            "inquiry:lotus-account",
            "MY-ATS",
            "VN-C02",
            "Who opened the accounts that pay for the tickets to us?",
            (6, 1),
            day(8, 1),
        ),
    ] {
        let deed = Deed::Ask { handle: handle.to_owned(), case: case(), to, question, due };
        acts.push(act(asked.0, asked.1, agency, deed));
    }
    for (on, agency, inquiry, step, text, report) in [
        (
            (6, 1),
            "TH-SID",
            "inquiry:lotus-phone",
            InquiryMove::Yes,
            "In two cases; see our report",
            Some("report:lotus-th"),
        ),
        (
            (7, 20),
            "VN-C02",
            "inquiry:lotus-account",
            InquiryMove::AskLead,
            "The bank answers to the prosecutor only; my lead decides",
            None,
        ),
    ] {
        let deed =
            Deed::Reply { inquiry: inquiry.to_owned(), step, text, report: report.map(ToOwned::to_owned) };
        acts.push(act(on.0, on.1, agency, deed));
    }
    acts.push(act(
        9,
        4,
        "KH-CIB",
        Deed::Decide {
            case: case(),
            text: "Act on all houses on one day",
            reason: "Acting on one first would warn the others; waiting longer would leave persons in danger",
            agencies: vec!["KH-CIB", "MY-ATS", "TH-SID"],
        },
    ));
}
