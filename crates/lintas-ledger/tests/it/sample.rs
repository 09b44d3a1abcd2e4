//! Made-up records to seal.

use std::collections::{BTreeMap, BTreeSet};

use lintas_ledger::{Entry, FeedHead, FeedId, Signer, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::grade::Scheme;
use lintas_model::handling::{Handling, HandlingCode, Purpose};
use lintas_model::property::{Property, Value};
use lintas_model::record::{Asserted, Audience, Report, Statement};
use lintas_model::{
    AgencyCode, AudienceId, Body, Draft, EntityId, EntityKind, Grade, Marking, ObjectId, OfficerId, RecordId,
    ReportId, Timestamp,
};
use uuid::Uuid;

pub(crate) fn agency() -> AgencyCode {
    AgencyCode::new("KH-CIB").unwrap()
}

pub(crate) fn audience() -> AudienceId {
    AudienceId::from_uuid(Uuid::from_u128(0xA0))
}

pub(crate) fn feed() -> FeedId {
    FeedId { agency: agency(), audience: audience() }
}

pub(crate) fn signer() -> Signer {
    Signer::from_seed(&[7; 32])
}

pub(crate) fn draft(number: u64, body: impl Into<Body>) -> Draft {
    Draft {
        record: RecordId::from_uuid(Uuid::from_u128(0x1000 + u128::from(number))),
        object: ObjectId::from_uuid(Uuid::from_u128(0x2000 + u128::from(number))),
        audience: audience(),
        author: OfficerId::from_uuid(Uuid::from_u128(0x0F)),
        at: Timestamp::from_ymd(2017, 3, 1).unwrap().plus_millis(number as i64),
        purpose: Purpose::Investigation,
        marking: Marking {
            grade: Some(Grade::new(Scheme::FourFour, 'B', '2').unwrap()),
            handling: Handling {
                codes: BTreeSet::from([HandlingCode::H1, HandlingCode::H2]),
                purposes: BTreeSet::from([Purpose::Investigation]),
                ..Handling::default()
            },
        },
        supersedes: None,
        body: body.into(),
    }
}

pub(crate) fn opening() -> Draft {
    let members = BTreeSet::from([agency(), AgencyCode::new("TH-DSI").unwrap()]);
    draft(0, Audience { name: "ship lane".into(), members, case: None, round: None })
}

pub(crate) fn report(number: u64) -> Draft {
    let text = format!("ผู้ต้องสงสัยข้ามพรมแดนที่ปอยเปต เที่ยวที่ {number}");
    draft(
        number,
        Report {
            title: format!("Report {number}"),
            text,
            language: Some("th".into()),
            occurred: "2017-02".to_owned().try_into().ok(),
            source_reference: Some(format!("S-{number}")),
            case: None,
            import: None,
        },
    )
}

pub(crate) fn statement(number: u64) -> Draft {
    let says = BTreeMap::from([
        (Property::Name, vec![Asserted { value: Value::from("សុខ ចាន់"), note: Some("as heard".into()) }]),
        (Property::Age, vec![Asserted { value: Value::Number(-1), note: None }]),
        (
            Property::PhoneNumber,
            vec![Asserted {
                value: Value::Entity(EntityId::from_uuid(Uuid::from_u128(u128::from(number)))),
                note: None,
            }],
        ),
    ]);
    draft(
        number,
        Statement {
            entity: EntityId::from_uuid(Uuid::from_u128(0xE0)),
            kind: EntityKind::Person,
            report: ReportId::from_uuid(Uuid::from_u128(0x4E)),
            row: None,
            says,
        },
    )
}

/// An opening record, then reports and statements in turn.
pub(crate) fn drafts(count: u64) -> Vec<Draft> {
    (0..count)
        .map(|number| match number {
            0 => opening(),
            odd if odd % 2 == 1 => report(odd),
            even => statement(even),
        })
        .collect()
}

pub(crate) fn sealed(count: u64) -> Vec<Entry> {
    let head = FeedHead::start(feed(), 0);
    seal(head, drafts(count), &signer(), &mut SeededEntropy::new(1)).unwrap().0
}
