//! What an agency knows: kept back, entered later, erased, under a new key, and what an inspector sees.

use std::collections::BTreeSet;

use lintas_casework::hits::{self};
use lintas_casework::report::{self, NewLink, NewReport, NewThing};
use lintas_casework::{CaseworkError, erasure, exchange};
use lintas_model::property::Property;
use lintas_model::record::{LinkStrength, RelationKind};
use lintas_model::{Body, EntityKind, Handling};

use crate::cases::open;
use crate::fixture::{holds, meet, phone, small, thing};

use super::{asked, exchanged, file, lines};

#[tokio::test]
async fn victims_and_what_is_for_this_agency_alone_are_no_hit() {
    let (a, b) = (small("AAA", 940).await, small("BBB", 941).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    let numbers = ["+66810000001", "+66810000002", "+66810000003", "+66810000004"];
    let things = numbers.iter().map(|number| phone(number)).collect();
    let filed = file(&at_a, ours, things).await;
    let victim = NewThing {
        entity: None,
        kind: EntityKind::Person,
        says: vec![
            (Property::Name, "Synthetic Person".into()),
            (Property::MeansOfControl, "Debt bondage".into()),
            (Property::PhoneNumber, numbers[0].into()),
        ],
    };
    let link = |to| NewLink { from: 0, to, kind: RelationKind::Uses, strength: LinkStrength::Confirmed };
    let recruiter = |to| NewLink { from: 3, ..link(to) };
    let new = NewReport {
        title: "Interview".into(),
        case: Some(theirs),
        things: vec![
            victim,
            phone(numbers[1]),
            phone(numbers[2]),
            thing(EntityKind::Person, Property::Name, "Synthetic Recruiter"),
        ],
        // The third number is the victim's and the recruiter's.
        links: vec![link(1), link(2), recruiter(2)],
        ..NewReport::default()
    };
    report::add(&at_b, new).await.unwrap();
    let kept = NewReport {
        title: "Source".into(),
        case: Some(theirs),
        things: vec![phone(numbers[3])],
        handling: Handling { tlp: lintas_model::handling::Tlp::Red, ..Handling::default() },
        ..NewReport::default()
    };
    report::add(&at_b, kept).await.unwrap();
    let asked = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    let hit: Vec<_> = lines(&at_a, &asked).await.into_iter().map(|line| line.entity).collect();
    assert_eq!(hit, [filed.entities[2]]);
}

#[tokio::test]
async fn what_is_entered_later_is_noticed_without_asking_again_and_what_is_erased_is_gone() {
    let (a, b) = (small("AAA", 942).await, small("BBB", 943).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    file(&at_a, ours, vec![phone("+66810000001"), phone("+66810000002")]).await;
    let first = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await, []);
    let entered = file(&at_b, theirs, vec![phone("+66810000001")]).await;
    // Once a day a set is added to: sooner, the next question would tell the minute of the entry.
    asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await, []);
    for it in [&a, &b] {
        it.days(1);
    }
    asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await.len(), 1);
    // Erased at the holder: the next set begins anew and no longer has it.
    let records = lintas_casework::release::of_report(&at_b, entered.report).await.unwrap();
    for record in records {
        erasure::erase(&at_b, record, "retention period ended").await.unwrap();
    }
    for it in [&a, &b] {
        it.days(1);
    }
    let last = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &last).await, []);
    // Erased at the asker: what was asked about it goes with it.
    let question = hits::question(&at_a, last.id).await.unwrap();
    assert_eq!(question.items, 2);
    let reports = lintas_casework::report::list(&at_a, Some(ours), 0, 0).await.unwrap();
    let report = lintas_model::ReportId::from_uuid(reports[0].mark.object.uuid());
    for record in lintas_casework::release::of_report(&at_a, report).await.unwrap() {
        erasure::erase(&at_a, record, "retention period ended").await.unwrap();
    }
    assert!(matches!(hits::question(&at_a, last.id).await, Err(CaseworkError::NotFound(_))));
    assert!(!holds(&a.bytes(), "+66810000001"));
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn with_a_new_month_the_old_key_is_gone() {
    let (a, b) = (small("AAA", 944).await, small("BBB", 945).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    for (ctx, case) in [(&at_a, ours), (&at_b, theirs)] {
        file(ctx, case, vec![phone("+66810000001")]).await;
    }
    let march = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &march).await.len(), 1);
    let seeds = || -> BTreeSet<String> {
        let entries = std::fs::read_dir(b.folder.path().join("keys")).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("hits-")).collect()
    };
    assert_eq!(seeds(), BTreeSet::from(["hits-2017-03.key".to_owned()]));
    for it in [&a, &b] {
        it.days(31);
    }
    let april = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &april).await.len(), 1);
    assert_eq!(seeds(), BTreeSet::from(["hits-2017-04.key".to_owned()]));
    assert_eq!(lines(&at_a, &march).await.len(), 1, "what was found stays found");
}

#[tokio::test]
async fn an_inspector_opens_some_commitments_and_sees_no_values() {
    let (a, b) = (small("AAA", 946).await, small("BBB", 947).await);
    meet(&a, &b).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Ferry").await;
    file(&ctx, case, vec![phone("+66810000001"), phone("+66810000002")]).await;
    let asked = asked(&ctx, &b, case).await;
    let found = hits::inspect(&ctx, asked.id).await.unwrap();
    assert_eq!((found.items, found.opened, found.unbacked.len()), (2, 1, 0));
    // An inspector of the partner checks an opening against the root that came with the question.
    exchanged(&a, &b).await;
    let openings = hits::opened(&ctx, asked.id, &[0, 1]).await.unwrap();
    let feed = exchange::offered(&a.node, &b.code()).await.unwrap()[0].head.feed.clone();
    let entries = exchange::held_entries(&b.node, &feed).await.unwrap();
    let root = entries.iter().find_map(|bytes| match lintas_ledger::Entry::decode(bytes).ok()?.body() {
        lintas_ledger::ReadBody::Whole(Body::HitQuery(query)) => query.commitments.parse().ok(),
        _ => None,
    });
    assert!(openings.iter().all(|opening| lintas_hits::check_opening(&root.unwrap(), 2, opening)));
}
