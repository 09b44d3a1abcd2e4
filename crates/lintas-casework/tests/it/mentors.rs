//! The seat of a mentor: nothing in it names anybody.

use std::collections::BTreeSet;

use lintas_casework::case::{self, NewCase};
use lintas_casework::evidence::exhibit::{self, NewExhibit};
use lintas_casework::evidence::proof::{self, Evidence, NewProof};
use lintas_casework::report::{self, NewLink, NewReport, NewSighting, NewThing};
use lintas_casework::{CaseworkError, Ctx, mentor};
use lintas_law::offence::EvidenceForm;
use lintas_model::property::{Property, Value};
use lintas_model::record::{AdviceGrade, LinkStrength, RelationKind};
use lintas_model::{CaseId, Country, EntityId, EntityKind, PartialDate, Point, Timestamp};

use crate::fixture::{Agency, staffed};
use crate::inquiries::{joint, new_case};

/// Words of the case that identify; none of them may reach a mentor.
const SECRETS: [&str; 12] = [
    "LOTUS",
    "A-1",
    "Sok Synthetic",
    "+855 12 345 678",
    "855",
    "Blue Gate Guest House",
    "Poipet",
    "Two vans",
    "SRC-0815",
    "KH-CIB/7",
    "Account book",
    "Room 4",
];

fn thing(id: EntityId, kind: EntityKind, property: Property, value: &str) -> NewThing {
    NewThing { entity: Some(id), kind, says: vec![(property, Value::from(value))] }
}

async fn filed(it: &Agency, ctx: &Ctx, case: CaseId) -> EntityId {
    let (person, phone) = (it.node.new_id(EntityId::new), it.node.new_id(EntityId::new));
    let sighting = |at: &str| NewSighting {
        subject: person,
        at: Timestamp::parse(at).unwrap(),
        point: Point::from_degrees(13.65, 102.56, 500).unwrap(),
        place: Some("Blue Gate Guest House, Poipet".into()),
    };
    let new = NewReport {
        title: "Two vans".into(),
        text: "Sok Synthetic drove from Poipet. +855 12 345 678".into(),
        source_reference: Some("SRC-0815".into()),
        case: Some(case),
        things: vec![
            thing(person, EntityKind::Person, Property::Name, "Sok Synthetic"),
            thing(phone, EntityKind::Phone, Property::PhoneNumber, "+855 12 345 678"),
        ],
        links: vec![NewLink {
            from: 0,
            to: 1,
            kind: RelationKind::Uses,
            strength: LinkStrength::Unconfirmed,
        }],
        seen: vec![sighting("2017-03-01T01:00:00Z"), sighting("2017-03-04T01:00:00Z")],
        ..NewReport::default()
    };
    report::add(ctx, new).await.unwrap();
    person
}

async fn opened(seed: u64) -> (Agency, Ctx, CaseId, EntityId) {
    let it = staffed("KH-CIB", seed).await;
    let lead = it.seat("case_lead").await;
    let countries = BTreeSet::from([Country::KH, Country::TH]);
    let case = case::open(&lead, NewCase { countries, ..new_case() }).await.unwrap();
    let person = filed(&it, &lead, case).await;
    let new = NewExhibit {
        case,
        number: "KH-CIB/7".into(),
        title: "Account book".into(),
        sha256: None,
        taken: PartialDate::day(2017, 3, 1).unwrap(),
        origin: "Room 4".into(),
        country: Country::KH,
        by: "Unit 3".into(),
        shared: false,
    };
    let book = exhibit::record(&lead, new).await.unwrap();
    let new = NewProof {
        case,
        suspect: person,
        country: Country::KH,
        element: "trafficking.means.deception".into(),
        evidence: Evidence::Exhibit(book),
        form: EvidenceForm::Document,
        shows: "Sok Synthetic promised work in Poipet".into(),
    };
    proof::lay(&lead, new).await.unwrap();
    (it, lead, case, person)
}

#[tokio::test]
async fn a_mentor_sees_the_structure_of_a_case_and_nothing_that_names_anybody() {
    let (it, lead, case, person) = opened(790).await;
    let seat = it.seat("mentor").await;
    assert!(mentor::list(&seat).await.unwrap().is_empty());
    assert!(matches!(mentor::show(&seat, case).await.unwrap_err(), CaseworkError::NotFound("case")));
    mentor::set_open(&lead, case, true).await.unwrap();
    assert!(mentor::set_open(&lead, case, true).await.is_err(), "it is open already");
    let view = mentor::show(&seat, case).await.unwrap();
    assert_eq!((view.number, view.states, view.things.len(), view.links.len()), (1, 2, 2, 1));
    assert_eq!((view.seen.len(), view.seen[0].day, view.seen[1].day), (2, 1, 4));
    assert_eq!(view.seen[0].place, view.seen[1].place);
    assert_eq!(view.maps.len(), 1);
    assert_eq!(view.maps[0].suspect, view.links[0].from);
    assert!(view.maps[0].rows.iter().any(|row| !row.evidence.is_empty()));
    let told = format!("{view:?}");
    for secret in SECRETS {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
    assert!(!told.contains(&person.to_string()), "an id leads back");
    // What is filed later changes no stand-in.
    filed(&it, &lead, case).await;
    let later = mentor::show(&seat, case).await.unwrap();
    assert_eq!(later.links[0], view.links[0]);
    assert_eq!(later.things.len(), 4);
    mentor::set_open(&lead, case, false).await.unwrap();
    assert!(matches!(mentor::show(&seat, case).await.unwrap_err(), CaseworkError::NotFound("case")));
}

#[tokio::test]
async fn every_other_door_is_shut_to_a_mentor() {
    let (it, lead, case, _) = opened(791).await;
    mentor::set_open(&lead, case, true).await.unwrap();
    let seat = it.seat("mentor").await;
    assert!(case::list(&seat).await.unwrap().is_empty());
    assert!(matches!(case::show(&seat, case).await.unwrap_err(), CaseworkError::Denied(_)));
    assert!(report::list(&seat, Some(case), 10, 0).await.unwrap().is_empty());
    assert!(mentor::set_open(&seat, case, false).await.is_err());
    // Nobody else comes in by the mentors' door.
    for role in ["officer", "analyst", "case_lead", "steward", "administrator"] {
        assert!(mentor::list(&it.seat(role).await).await.is_err(), "{role}");
    }
}

#[tokio::test]
async fn advice_is_graded_and_stands_in_the_journal_for_the_agency_alone() {
    let (it, lead, case, _) = opened(792).await;
    mentor::set_open(&lead, case, true).await.unwrap();
    let seat = it.seat("mentor").await;
    assert!(mentor::advise(&seat, case, AdviceGrade::Essential, " ").await.is_err());
    mentor::advise(&seat, case, AdviceGrade::Essential, "Find a second piece for the means").await.unwrap();
    mentor::advise(&seat, case, AdviceGrade::Optional, "Look at who paid").await.unwrap();
    let read = mentor::advices(&lead, case).await.unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!(read[1].body.grade, AdviceGrade::Essential);
    assert_eq!(mentor::show(&seat, case).await.unwrap().advice.len(), 2);
    assert_eq!(mentor::list(&seat).await.unwrap()[0].advices, 2);
    assert!(mentor::advise(&lead, case, AdviceGrade::Optional, "x").await.is_err());
    mentor::set_open(&lead, case, false).await.unwrap();
    let shut = mentor::advise(&seat, case, AdviceGrade::Optional, "too late").await.unwrap_err();
    assert!(matches!(shut, CaseworkError::NotFound("case")), "{shut}");
}

#[tokio::test]
async fn only_the_owner_shows_a_case_to_its_mentors() {
    let (a, b, case) = joint(793).await;
    let at_b = b.seat("case_lead").await;
    let refused = mentor::set_open(&at_b, case, true).await.unwrap_err();
    assert!(matches!(refused, CaseworkError::Invalid { field: "case", .. }), "{refused}");
    mentor::set_open(&a.seat("case_lead").await, case, true).await.unwrap();
    crate::fixture::sync(&a, &b).await;
    assert!(mentor::list(&b.seat("mentor").await).await.unwrap().is_empty());
}
