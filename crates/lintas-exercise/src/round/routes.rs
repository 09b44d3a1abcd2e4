//! Routes and a rest-house: what patrols, gates and telephone masts saw of nine groups, and the analyses that find the
//! ways and the house in it. The script does not say what is found.

use lintas_model::record::RelationKind;
use lintas_model::{Country, EntityKind};

use super::act::{Act, Deed, Link, Seen, Sighted};
use super::cast::{Cast, act, seen_phone, seen_place};
use super::lotus;

/// Where a group was on its way: the place in the source's words, degrees, hours after it set out.
type Stop = (&'static str, f64, f64, i64);

/// A way, with the agency that watches it.
struct Way {
    code: &'static str,
    agency: &'static str,
    country: Country,
    stops: &'static [Stop],
}

/// The house outside the town where groups are kept over.
const HOUSE: (f64, f64) = (13.7300, 102.1800);

const WAYS: [Way; 3] = [
    Way {
        code: "poipet",
        agency: "TH-SID",
        country: Country::TH,
        stops: &[
            ("Siem Reap", 13.3618, 103.8606, 0),
            ("Poipet", 13.6576, 102.5635, 5),
            ("บ้านนอกเมือง", HOUSE.0, HOUSE.1, 13),
            ("บ้านนอกเมือง", HOUSE.0, HOUSE.1, 23),
            ("สงขลา", 7.1988, 100.5951, 40),
        ],
    },
    Way {
        code: "mekong",
        agency: "LA-ATD",
        country: Country::LA,
        stops: &[
            ("ສະຫວັນນະເຂດ", 16.5570, 104.7522, 0),
            ("Roi Et", 16.0538, 103.6520, 6),
            ("Sa Kaeo", HOUSE.0, HOUSE.1, 15),
            ("Sa Kaeo", HOUSE.0, HOUSE.1, 24),
            ("Chon Buri", 13.3611, 100.9847, 31),
        ],
    },
    Way {
        code: "moc-bai",
        agency: "VN-C02",
        country: Country::VN,
        stops: &[
            ("Tây Ninh", 11.3100, 106.0983, 0),
            ("Phnom Penh", 11.5625, 104.9160, 7),
            ("Battambang", 13.0957, 103.2022, 14),
            ("Sa Kaeo", HOUSE.0, HOUSE.1, 22),
            ("Sa Kaeo", HOUSE.0, HOUSE.1, 33),
            ("Rayong", 12.6814, 101.2816, 39),
        ],
    },
];

/// Adds the sightings, their release for the joint case, and the analyses.
pub(super) fn seen_and_found(cast: &Cast, acts: &mut Vec<Act>) {
    for (number, way) in WAYS.iter().enumerate() {
        for group in 0..3 {
            acts.push(act(8, 4 + number as i8, way.agency, group_seen(cast, way, group)));
        }
        let reports = (0..3).map(|group| report(way, group)).collect();
        let case = lotus::CASE.to_owned();
        let reason = "For the joint case: all members must know before anyone acts";
        acts.push(act(8, 9, way.agency, Deed::Release { reports, case, reason }));
    }
    let found = "found:lotus".to_owned();
    let analyse = Deed::AnalyseRoutes { handle: found.clone(), case: lotus::CASE.to_owned(), shared: true };
    acts.push(act(8, 20, "KH-CIB", analyse));
    house_verified(acts);
    acts.push(act(8, 28, "KH-CIB", Deed::ClaimFound { found: found.clone() }));
    for agency in ["TH-SID", "LA-ATD", "VN-C02"] {
        acts.push(act(8, 31, agency, Deed::ConfirmFound { found: found.clone() }));
    }
}

/// Officers look at the house that the analysis pointed out.
fn house_verified(acts: &mut Vec<Act>) {
    let report = "report:rest-house".to_owned();
    acts.push(act(
        8,
        25,
        "TH-SID",
        Deed::Report {
            handle: report.clone(),
            case: None,
            title: "บ้านพักนอกเมืองสระแก้ว".to_owned(),
            text: "กลุ่มที่ไม่เกี่ยวข้องกันหลายกลุ่มพักค้างคืนที่บ้านหลังเดียวกันนอกเมือง ข้อความตัวอย่าง".to_owned(),
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
            sighted: Vec::new(),
        },
    ));
    let reason = "All members must know before anyone acts";
    acts.push(act(
        8,
        26,
        "TH-SID",
        Deed::Release { reports: vec![report], case: lotus::CASE.to_owned(), reason },
    ));
}

fn report(way: &Way, group: usize) -> String {
    format!("report:{}-{group}", way.code)
}

/// What was seen of one group: a van and two telephones, each a little off the place and the hour.
fn group_seen(cast: &Cast, way: &Way, group: usize) -> Deed {
    let owner = cast.of(way.country, group);
    let van = format!("vehicle:{}-{group}", way.code);
    let phones = [format!("phone:{}-{group}-a", way.code), format!("phone:{}-{group}-b", way.code)];
    let mut seen = vec![Seen {
        handle: van.clone(),
        kind: EntityKind::Vehicle,
        says: vec![("name", owner.vehicle.clone()), ("plate", owner.plate.clone())],
    }];
    for (nth, phone) in phones.iter().enumerate() {
        seen.push(seen_phone(phone, &cast.of(way.country, 1 + 2 * group + nth).phone));
    }
    let links = phones
        .iter()
        .map(|phone| Link { from: phone.clone(), to: van.clone(), kind: RelationKind::TravelledWith })
        .collect();
    // Groups of different ways are at the house on different days.
    let start = WAYS.iter().position(|other| other.code == way.code).map_or(1, |at| 1 + 3 * at as i64);
    let mut sighted = Vec::new();
    for (place, latitude, longitude, hours) in way.stops.iter().copied() {
        for (nth, subject) in [&van, &phones[0], &phones[1]].into_iter().enumerate() {
            let minutes = 15 + 60 * (6 + hours) + 4 * nth as i64;
            let off = 0.001 * (nth + group) as f64;
            sighted.push(Sighted {
                subject: subject.clone(),
                at: format!(
                    "2017-0{}-{:02}T{:02}:{:02}:00Z",
                    5 + group,
                    start + group as i64 * 7 + minutes / 1440,
                    minutes % 1440 / 60,
                    minutes % 60
                ),
                latitude: latitude + off,
                longitude: longitude - off,
                place,
            });
        }
    }
    Deed::Report {
        handle: report(way, group),
        case: None,
        title: format!("A van and two telephones on their way, group {}", group + 1),
        text: "Seen by a patrol, a toll gate and telephone masts. Demonstration text.".to_owned(),
        grade: Some("B2"),
        source_reference: None,
        seen,
        links,
        sighted,
    }
}
