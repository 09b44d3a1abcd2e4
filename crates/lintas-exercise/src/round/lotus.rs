//! LOTUS BRIDGE: the joint case. A shared phone brings six agencies together, and twelve people are brought to safety
//! with the police of four countries.

use lintas_model::lifecycle::{OperationMove, TaskMove};
use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::RelationKind;
use lintas_model::{Country, PartialDate};

use super::act::{Act, Deed, Link};
use super::cast::{Cast, act, day, seen_person, seen_phone};

pub(super) const CASE: &str = "case:lotus";
const POLICE: [&str; 4] = ["VN-C02", "MY-ATS", "TH-SID", "PH-IAC"];

/// The number both KH-CIB and TH-SID come upon. The range is not in use.
const SHARED_PHONE: &str = "+855 12 000 678";

/// Adds the joint case from the shared phone to the rescue.
pub(super) fn joint_case(cast: &Cast, acts: &mut Vec<Act>) {
    shared_phone(cast, acts);
    case_and_tasks(acts);
    rescue(acts);
}

fn uses(person: &str, phone: &str) -> Link {
    Link { from: person.to_owned(), to: phone.to_owned(), kind: RelationKind::Uses }
}

fn shared_phone(cast: &Cast, acts: &mut Vec<Act>) {
    acts.push(act(4, 20, "KH-CIB", Deed::OpenCase {
        handle: CASE.to_owned(),
        title: "LOTUS BRIDGE",
        reference: "KH-2017-0142".to_owned(),
        summary: "Recruits from four countries are moved through Poipet to workplaces in the south. One telephone \
                  number appears on both sides of the border.",
        offences: vec![Offence::Trafficking, Offence::Smuggling],
        countries: vec![Country::KH, Country::TH, Country::VN, Country::LA, Country::MY, Country::PH],
    }));
    for (agency, code, country, month, title, text) in [
        (
            "KH-CIB",
            "kh",
            Country::KH,
            4,
            "Two vans seen at a guest house in Poipet",
            "The driver took calls on a number that he shares with the man who pays him. Demonstration text.",
        ),
        (
            "TH-SID",
            "th",
            Country::TH,
            5,
            "โทรศัพท์ใช้ร่วมกันในสองคดี",
            "หมายเลขเดียวกันปรากฏในโทรศัพท์ของผู้จัดหาคนงานสองคน ข้อความตัวอย่าง",
        ),
    ] {
        let (who, phone) = (format!("person:lotus-{code}"), format!("phone:lotus-{code}"));
        acts.push(act(
            month,
            22,
            agency,
            Deed::Report {
                handle: format!("report:lotus-{code}"),
                case: (agency == "KH-CIB").then(|| CASE.to_owned()),
                title: title.to_owned(),
                text: text.to_owned(),
                grade: Some("B2"),
                source_reference: Some(format!("SR-{}", if code == "kh" { 318 } else { 77 })),
                seen: vec![seen_person(&who, cast.of(country, 7)), seen_phone(&phone, SHARED_PHONE)],
                links: vec![uses(&who, &phone)],
                sighted: Vec::new(),
            },
        ));
    }
}

fn case_and_tasks(acts: &mut Vec<Act>) {
    acts.push(act(
        4,
        24,
        "KH-CIB",
        Deed::Activate { case: CASE.to_owned(), reason: "The number leads across the border" },
    ));
    let members = POLICE.into_iter().chain(["LA-ATD"]).collect();
    acts.push(act(4, 25, "KH-CIB", Deed::MakeJoint { case: CASE.to_owned(), members }));
    acts.push(act(
        4,
        26,
        "KH-CIB",
        Deed::Release {
            reports: vec!["report:lotus-kh".to_owned()],
            case: CASE.to_owned(),
            reason: "To find out who uses the number on the other side",
        },
    ));
    acts.push(act(
        5,
        23,
        "KH-CIB",
        Deed::AskHits { case: CASE.to_owned(), to: vec!["TH-SID", "VN-C02", "LA-ATD"] },
    ));
    acts.push(act(
        5,
        24,
        "TH-SID",
        Deed::Release {
            reports: vec!["report:lotus-th".to_owned()],
            case: CASE.to_owned(),
            reason: "The number released by KH-CIB is in our case too",
        },
    ));
    acts.push(act(
        5,
        25,
        "KH-CIB",
        Deed::Note {
            case: CASE.to_owned(),
            text: "Asked by hit/no-hit, TH-SID knows the number too, and has released its report. Tasks follow.",
        },
    ));
    for (code, to, title, text) in [
        ("th", "TH-SID", "Find where the vans stop at night", "A house outside the town; see our reports"),
        (
            "vn",
            "VN-C02",
            "Look into the accounts that recruit",
            "Three accounts, one handler; report released",
        ),
        ("my", "MY-ATS", "Verify the workplace named by the families", "Verified; persons are held there"),
        ("ph", "PH-IAC", "Take statements of the families", "Two statements taken and released"),
    ] {
        let handle = format!("task:lotus-{code}");
        acts.push(act(
            5,
            26,
            "KH-CIB",
            Deed::Task { handle: handle.clone(), case: CASE.to_owned(), to, title, due: day(8, 1) },
        ));
        acts.push(act(
            6,
            1,
            to,
            Deed::Answer { task: handle.clone(), step: TaskMove::Start, text: "We have begun" },
        ));
        acts.push(act(7, 20, to, Deed::Answer { task: handle, step: TaskMove::Finish, text }));
    }
}

/// What support workers know of four of the twelve; everybody else knows their codes.
fn shelter(acts: &mut Vec<Act>) {
    let year = |year| PartialDate::year(year).unwrap_or(day(1, 1));
    let four = [
        (1, vec!["ដារ៉ា ពិសី", "Dara Pisey"], year(1996), Country::KH, "Sewing course from January", None),
        (
            2,
            vec!["Thị Hoa Sen", "Hoa Sen"],
            year(1994),
            Country::VN,
            "Return with the embassy in October",
            None,
        ),
        (3, vec!["ມະນີ ດອກບົວ", "Many Dokboua"], year(1998), Country::LA, "Stay until the hearing", None),
        (
            5,
            vec!["ចាន់ណា រំដួល", "Channa Romduol"],
            year(2001),
            Country::KH,
            "School, foster family",
            Some("Aunt"),
        ),
    ];
    for (code, names, born, nationality, plan, guardian) in four {
        let person = format!("victim:{code}");
        let deed = Deed::Shelter { person, names, born, nationality, plan, guardian };
        acts.push(act(9, 23, "KH-CIB", deed));
    }
    for (code, second_key) in [(1, false), (3, true)] {
        let deed = Deed::AskDisclosure {
            person: format!("victim:{code}"),
            court: "Court of first instance",
            second_key,
        };
        acts.push(act(9, 24, "KH-CIB", deed));
    }
}

fn rescue(acts: &mut Vec<Act>) {
    let operation = "operation:lotus".to_owned();
    acts.push(act(
        9,
        4,
        "KH-CIB",
        Deed::Operation {
            handle: operation.clone(),
            case: CASE.to_owned(),
            title: "LOTUS BRIDGE: day of action",
            objective: "Bring the persons held at the workplace and the rest-house to safety",
            participants: POLICE.to_vec(),
            day: day(9, 21),
        },
    ));
    for code in 1..=12u8 {
        acts.push(act(
            9,
            5,
            "KH-CIB",
            Deed::ProtectedPerson {
                handle: format!("victim:{code}"),
                case: CASE.to_owned(),
                code: format!("V-{code}"),
                child: code % 5 == 0,
                operation: operation.clone(),
            },
        ));
    }
    for agency in POLICE.into_iter().chain(["KH-CIB"]) {
        let note = "Checked with those who watch the house";
        acts.push(act(9, 5, agency, Deed::SayYes { operation: operation.clone(), note }));
    }
    for (on, step, reason) in [
        (18, OperationMove::Clear, "Persons located, sources protected, four agencies ready"),
        (21, OperationMove::Begin, "Signal given at 05:00"),
        (22, OperationMove::Complete, "Twelve persons brought to safety"),
    ] {
        acts.push(act(9, on, "KH-CIB", Deed::MoveOperation { operation: operation.clone(), step, reason }));
    }
    for code in 1..=12u8 {
        acts.push(act(9, 22, "KH-CIB", Deed::Safe { person: format!("victim:{code}") }));
    }
    shelter(acts);
    acts.push(act(
        9,
        23,
        "KH-CIB",
        Deed::Outcome {
            kind: OutcomeKind::VictimsRescued,
            subject: operation.clone(),
            count: 12,
            participants: POLICE.to_vec(),
            summary: "Persons brought to safety with the police of four countries",
        },
    ));
    for agency in POLICE {
        acts.push(act(
            9,
            25,
            agency,
            Deed::Confirm { kind: OutcomeKind::VictimsRescued, subject: operation.clone(), count: 12 },
        ));
    }
    acts.push(act(
        9,
        26,
        "MY-ATS",
        Deed::Outcome {
            kind: OutcomeKind::Arrests,
            subject: operation,
            count: 3,
            participants: vec!["MY-ATS", "TH-SID"],
            summary: "Suspects were arrested at the workplace and at the rest-house",
        },
    ));
}
