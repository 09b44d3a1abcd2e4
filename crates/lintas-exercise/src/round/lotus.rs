//! LOTUS BRIDGE: the joint case. A shared phone brings five agencies together; they find routes and a rest-house, and
//! twelve people are brought to safety with the police of four countries.

use lintas_model::Country;
use lintas_model::lifecycle::{OperationMove, TaskMove};
use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::RelationKind;

use super::act::{Act, Deed, Link, Seen, Sighted};
use super::cast::{Cast, act, day, seen_person, seen_phone, seen_place};

const CASE: &str = "case:lotus";
const POLICE: [&str; 4] = ["VN-C02", "MY-ATS", "TH-SID", "PH-IAC"];

/// The number both KH-CIB and TH-SID come upon. The range is not in use.
const SHARED_PHONE: &str = "+855 12 000 678";

/// Adds the joint case from the shared phone to the rescue.
pub(super) fn joint_case(cast: &Cast, acts: &mut Vec<Act>) {
    shared_phone(cast, acts);
    case_and_tasks(acts);
    routes_and_rest_house(cast, acts);
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
        countries: vec![Country::KH, Country::TH, Country::VN, Country::MY, Country::PH],
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
    acts.push(act(4, 25, "KH-CIB", Deed::MakeJoint { case: CASE.to_owned(), members: POLICE.to_vec() }));
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
        Deed::Note { case: CASE.to_owned(), text: "TH-SID has the same number. Tasks follow." },
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

/// Stops of three routes: handle, name, agency that reports it, stops with place, latitude, longitude.
type Stop = (&'static str, f64, f64);
const ROUTES: [(&str, &str, &str, [Stop; 4]); 3] = [
    (
        "poipet",
        "Siem Reap - Poipet - Sa Kaeo - Songkhla",
        "TH-SID",
        [
            ("Siem Reap", 13.3618, 103.8606),
            ("Poipet", 13.6576, 102.5635),
            ("Sa Kaeo", 13.8141, 102.0722),
            ("Songkhla", 7.1988, 100.5951),
        ],
    ),
    (
        "mekong",
        "Savannakhet - Mukdahan - Sa Kaeo",
        "LA-ATD",
        [
            ("Savannakhet", 16.5570, 104.7522),
            ("Mukdahan", 16.5434, 104.7235),
            ("Buri Ram", 14.9930, 103.1029),
            ("Sa Kaeo", 13.8141, 102.0722),
        ],
    ),
    (
        "moc-bai",
        "Tay Ninh - Svay Rieng - Phnom Penh - Poipet",
        "VN-C02",
        [
            ("Tay Ninh", 11.3100, 106.0983),
            ("Svay Rieng", 11.0879, 105.7993),
            ("Phnom Penh", 11.5625, 104.9160),
            ("Poipet", 13.6576, 102.5635),
        ],
    ),
];

/// The house outside the town where groups are kept over.
const HOUSE: (f64, f64) = (13.7300, 102.1800);

fn routes_and_rest_house(cast: &Cast, acts: &mut Vec<Act>) {
    for (number, (code, name, agency, stops)) in ROUTES.into_iter().enumerate() {
        let (route, report) = (format!("route:{code}"), format!("report:route-{code}"));
        let mut seen = vec![Seen {
            handle: route.clone(),
            kind: lintas_model::EntityKind::Event,
            says: vec![
                ("name", name.to_owned()),
                ("category", "smuggling route".to_owned()),
                ("route", name.to_owned()),
            ],
        }];
        let mut sighted = Vec::new();
        for group in 0..3usize {
            let van = format!("vehicle:{code}-{group}");
            let owner = cast.of([Country::TH, Country::LA, Country::VN][number], group);
            seen.push(Seen {
                handle: van.clone(),
                kind: lintas_model::EntityKind::Vehicle,
                says: vec![("name", owner.vehicle.clone()), ("plate", owner.plate.clone())],
            });
            for (nth, (place, latitude, longitude)) in stops.into_iter().enumerate() {
                sighted.push(Sighted {
                    subject: van.clone(),
                    at: format!("2017-0{}-{:02}T{:02}:15:00Z", 6 + group, 3 + nth + number, 6 + 4 * nth),
                    latitude,
                    longitude,
                    place,
                });
            }
        }
        acts.push(act(
            8,
            4 + number as i8,
            agency,
            Deed::Report {
                handle: report.clone(),
                case: None,
                title: format!("Three groups on one way: {name}"),
                text:
                    "Vans of unrelated groups were seen at the same stops in the same order in three months. \
                   Demonstration text."
                        .to_owned(),
                grade: Some("B3"),
                source_reference: None,
                seen,
                links: Vec::new(),
                sighted,
            },
        ));
        if agency != "LA-ATD" {
            acts.push(act(
                8,
                9,
                agency,
                Deed::Release { reports: vec![report], case: CASE.to_owned(), reason: "For the joint case" },
            ));
        }
        acts.push(act(
            8,
            12 + number as i8,
            agency,
            Deed::Outcome {
                kind: OutcomeKind::RoutesDiscovered,
                subject: route.clone(),
                count: 1,
                participants: vec![agency],
                summary: "A route not known before was discovered",
            },
        ));
        if agency != "LA-ATD" {
            acts.push(act(
                8,
                20 + number as i8,
                "KH-CIB",
                Deed::Outcome {
                    kind: OutcomeKind::RoutesDiscovered,
                    subject: route,
                    count: 1,
                    participants: vec!["KH-CIB", agency],
                    summary: "A route not known before was discovered",
                },
            ));
        }
    }
    acts.push(act(
        8,
        25,
        "TH-SID",
        Deed::Report {
            handle: "report:rest-house".to_owned(),
            case: None,
            title: "บ้านพักนอกเมืองสระแก้ว".to_owned(),
            text: "กลุ่มที่ไม่เกี่ยวข้องกันสามกลุ่มพักค้างคืนที่บ้านหลังเดียวกันนอกเมือง ข้อความตัวอย่าง".to_owned(),
            grade: Some("A2"),
            source_reference: Some("SR-81".to_owned()),
            seen: vec![seen_place(
                "place:rest-house",
                "บ้านพัก ถนนสายเก่า (synthetic)",
                Country::TH,
                HOUSE,
                "rest-house",
            )],
            links: Vec::new(),
            sighted: (0..3)
                .map(|group| Sighted {
                    subject: format!("vehicle:poipet-{group}"),
                    at: format!("2017-0{}-05T21:40:00Z", 6 + group),
                    latitude: HOUSE.0,
                    longitude: HOUSE.1,
                    place: "บ้านพักนอกเมือง",
                })
                .collect(),
        },
    ));
    acts.push(act(
        8,
        26,
        "TH-SID",
        Deed::Release {
            reports: vec!["report:rest-house".to_owned()],
            case: CASE.to_owned(),
            reason: "All members must know before anyone acts",
        },
    ));
    for (month_day, agency) in [(28, "TH-SID"), (30, "KH-CIB")] {
        acts.push(act(
            8,
            month_day,
            agency,
            Deed::Outcome {
                kind: OutcomeKind::RestHousesIdentified,
                subject: "place:rest-house".to_owned(),
                count: 1,
                participants: vec!["TH-SID", "KH-CIB"],
                summary: "A hidden rest-house was identified",
            },
        ));
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
