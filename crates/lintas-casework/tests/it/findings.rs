use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::finding::{self, Again, Analysis, NewAnalysis, Scope};
use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::report::{self, NewLink, NewReport, NewSighting, NewThing};
use lintas_casework::{Ctx, case, erasure, judgement};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::property::Property;
use lintas_model::record::{FindingKind, LinkStrength, RelationKind, Verdict};
use lintas_model::{CaseId, EntityId, EntityKind, Point, ReportId, Timestamp};

use crate::cases::open;
use crate::fixture::{holds, meet, pull, small, sync, thing};

/// The way over the border with a night at a house outside the town: degrees, and hours after departure.
const STOPS: [(f64, f64, i64); 5] =
    [(14.88, 103.49, 0), (14.435, 103.70, 5), (14.30, 103.95, 8), (14.29, 103.96, 20), (13.36, 103.86, 26)];

/// Three parties that share nobody go the same way, weeks apart; one report on each.
async fn convoys(ctx: &Ctx, case: CaseId) -> Vec<ReportId> {
    let start = Timestamp::parse("2016-03-01T00:00:00Z").unwrap();
    let mut reports = Vec::new();
    for (party, days) in [("a", 0), ("b", 21), ("c", 40)] {
        let mut new = NewReport { title: format!("Party {party}"), case: Some(case), ..NewReport::default() };
        for member in 0..4_i64 {
            let entity = ctx.node().new_id(EntityId::new);
            let named = thing(EntityKind::Person, Property::Name, &format!("Synthetic {party}{member}"));
            new.things.push(NewThing { entity: Some(entity), ..named });
            for (lat, lon, hours) in STOPS {
                let at = start.plus_days(days).plus_millis((hours * 3600 + member * 240) * 1000);
                let point = Point::from_degrees(lat, lon + 0.001 * member as f64, 0).unwrap();
                new.seen.push(NewSighting { subject: entity, at, point, place: None });
            }
        }
        reports.push(report::add(ctx, new).await.unwrap().report);
    }
    reports
}

fn routes(case: CaseId, scope: Scope) -> NewAnalysis {
    NewAnalysis { case, analysis: Analysis::Routes, scope, new_since: None, seed: 1 }
}

async fn release_for(ctx: &Ctx, case: CaseId, report: ReportId) {
    let records = release::of_report(ctx, report).await.unwrap();
    let terms = NewRelease {
        records: records.into_iter().map(|record| (record, BTreeSet::new())).collect::<BTreeMap<_, _>>(),
        to: Recipients::Case(case),
        purposes: BTreeSet::from([Purpose::Investigation]),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Ask,
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "for the case".into(),
    };
    release::release(ctx, terms).await.unwrap();
}

#[tokio::test]
async fn a_route_and_its_house_are_found_kept_once_and_found_again() {
    let a = small("AAA", 300).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Pier").await;
    convoys(&ctx, case).await;
    let new = routes(case, Scope::Agency);
    let found = finding::analyse(&ctx, &new).await.unwrap();
    let kinds: Vec<FindingKind> = found.iter().map(|one| one.finding.kind).collect();
    assert_eq!(kinds, [FindingKind::Route, FindingKind::RestHouse]);
    assert!(
        found.iter().all(|one| !one.why.is_empty() && one.kept.is_none() && one.finding.used.len() == 60)
    );
    let id = finding::keep(&ctx, &new, &found[0]).await.unwrap();
    let again = finding::analyse(&ctx, &new).await.unwrap();
    assert_eq!(again[0].kept, Some(id));
    assert_eq!(finding::keep(&ctx, &new, &again[0]).await.unwrap(), id);
    assert_eq!(finding::list(&ctx, case).await.unwrap().len(), 1);
    let recomputed = finding::recompute(&ctx, id).await.unwrap();
    assert_eq!((recomputed.again, recomputed.missing.len()), (Again::Same, 0));
    assert_eq!(a.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_erased_record_marks_every_finding_that_used_it() {
    let a = small("AAA", 301).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Pier").await;
    let reports = convoys(&ctx, case).await;
    let new = routes(case, Scope::Agency);
    let found = finding::analyse(&ctx, &new).await.unwrap();
    let id = finding::keep(&ctx, &new, &found[0]).await.unwrap();
    // Two of three parties go: what is left is no route any more.
    let mut erased = BTreeSet::new();
    for report in &reports[1..] {
        for sighting in report::show(&ctx, *report).await.unwrap().sightings {
            erasure::erase(&ctx, sighting.mark.record, "retention period ended").await.unwrap();
            erased.insert(sighting.mark.record);
        }
    }
    assert_eq!(finding::show(&ctx, id).await.unwrap().missing, erased);
    assert_eq!(finding::list(&ctx, case).await.unwrap()[0].missing, erased);
    let recomputed = finding::recompute(&ctx, id).await.unwrap();
    assert_eq!((recomputed.again, recomputed.missing), (Again::Gone, erased));
}

#[tokio::test]
async fn a_shared_finding_uses_only_what_all_hold_and_a_partner_finds_it_again() {
    let (a, b) = (small("AAA", 302).await, small("BBB", 303).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Pier").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    let reports = convoys(&at_a, case).await;
    let new = routes(case, Scope::Shared);
    assert!(finding::analyse(&at_a, &new).await.unwrap().is_empty(), "nothing is released yet");
    for report in reports {
        release_for(&at_a, case, report).await;
    }
    sync(&a, &b).await;
    let found = finding::analyse(&at_a, &new).await.unwrap();
    let id = finding::keep(&at_a, &new, &found[0]).await.unwrap();
    pull(&a, &b).await;
    let recomputed = finding::recompute(&at_b, id).await.unwrap();
    assert_eq!((recomputed.again, recomputed.missing.len()), (Again::Same, 0));
    let theirs = finding::analyse(&at_b, &new).await.unwrap();
    assert_eq!(theirs[0].kept, Some(id), "the partner is told that it is kept already");
}

/// Six people, and who orders and pays whom.
fn crew() -> (Vec<NewThing>, Vec<NewLink>) {
    let names = ["Boss", "Deputy", "Driver", "Guard", "Recruiter", "Keeper"];
    let things: Vec<NewThing> = names
        .iter()
        .map(|name| thing(EntityKind::Person, Property::Name, &format!("Synthetic {name}")))
        .collect();
    let link = |from, to, kind| NewLink { from, to, kind, strength: LinkStrength::Unconfirmed };
    let links = vec![
        link(0, 1, RelationKind::Ordered),
        link(1, 2, RelationKind::Ordered),
        link(1, 3, RelationKind::Ordered),
        link(1, 4, RelationKind::Ordered),
        link(4, 5, RelationKind::Ordered),
        link(5, 0, RelationKind::Paid),
        link(4, 1, RelationKind::Paid),
    ];
    (things, links)
}

#[tokio::test]
async fn people_of_a_case_are_ranked_with_reasons_that_name_them() {
    let a = small("AAA", 304).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Pier").await;
    let (things, links) = crew();
    let new =
        NewReport { title: "Who is who".into(), case: Some(case), things, links, ..NewReport::default() };
    report::add(&ctx, new).await.unwrap();
    let new =
        NewAnalysis { case, analysis: Analysis::Organisers, scope: Scope::Agency, new_since: None, seed: 1 };
    let found = finding::analyse(&ctx, &new).await.unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].title.starts_with("Synthetic "), "{}", found[0].title);
    assert!(found[0].why[0].starts_with("Synthetic "), "{:?}", found[0].why);
    let (title, result) = (&found[0].finding.title, &found[0].finding.result);
    assert!(title.is_empty() && !result.contains("Synthetic"), "a finding that is written holds no name");
    assert!(found[0].why.iter().any(|reason| reason.contains("Synthetic Boss")));
    let id = finding::keep(&ctx, &new, &found[0]).await.unwrap();
    assert_eq!(finding::recompute(&ctx, id).await.unwrap().again, Again::Same);
}

#[tokio::test]
async fn a_vehicle_is_nobody_and_those_who_travel_with_it_travel_together() {
    let a = small("AAA", 307).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Pier").await;
    let (mut things, mut links) = crew();
    let lorry = things.len();
    things.push(thing(EntityKind::Vehicle, Property::Description, "red lorry"));
    let travelled = |from| NewLink {
        from,
        to: lorry,
        kind: RelationKind::TravelledWith,
        strength: LinkStrength::Unconfirmed,
    };
    links.extend((2..6).map(travelled));
    let new =
        NewReport { title: "Who is who".into(), case: Some(case), things, links, ..NewReport::default() };
    let filed = report::add(&ctx, new).await.unwrap();
    let new =
        NewAnalysis { case, analysis: Analysis::Organisers, scope: Scope::Agency, new_since: None, seed: 1 };
    let found = finding::analyse(&ctx, &new).await.unwrap();
    let lorry = filed.entities[lorry].to_string();
    assert!(!found[0].finding.result.contains(&lorry), "it is not among the people");
    let (driver, keeper) = (filed.entities[2].to_string(), filed.entities[5].to_string());
    let result = &found[0].finding.result;
    assert!(result.contains(&driver) && result.contains(&keeper));
    assert!(
        result.contains("\"n_contacts\":13"),
        "seven contacts of the crew and six of who shared the lorry: {result}"
    );
    let id = finding::keep(&ctx, &new, &found[0]).await.unwrap();
    assert_eq!(finding::recompute(&ctx, id).await.unwrap().again, Again::Same);
}

#[tokio::test]
async fn a_shared_order_of_people_carries_no_name_and_no_judgement_of_the_agency_alone() {
    let (a, b) = (small("AAA", 305).await, small("BBB", 306).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Pier").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    // Before anything is shared the agency knows the first of them by another name, and takes two of them for one.
    let boss = at_a.node().new_id(EntityId::new);
    let secret = thing(EntityKind::Person, Property::Name, "Secret Alias");
    let things = vec![NewThing { entity: Some(boss), ..secret }];
    report::add(&at_a, NewReport { title: "Alone".into(), things, ..NewReport::default() }).await.unwrap();
    let (mut things, links) = crew();
    things[0].entity = Some(boss);
    let new =
        NewReport { title: "Who is who".into(), case: Some(case), things, links, ..NewReport::default() };
    let filed = report::add(&at_a, new).await.unwrap();
    judgement::judge(&at_a, filed.entities[2], filed.entities[3], Verdict::Same, "one man").await.unwrap();
    release_for(&at_a, case, filed.report).await;
    let new =
        NewAnalysis { case, analysis: Analysis::Organisers, scope: Scope::Shared, new_since: None, seed: 1 };
    let found = finding::analyse(&at_a, &new).await.unwrap();
    assert!(
        found[0].why.iter().any(|reason| reason.contains("Secret Alias")),
        "its own reader sees the name"
    );
    let id = finding::keep(&at_a, &new, &found[0]).await.unwrap();
    sync(&a, &b).await;
    assert_eq!(finding::recompute(&at_b, id).await.unwrap().again, Again::Same);
    assert!(!holds(&b.bytes(), "Secret Alias"));
    let shown = finding::show(&at_b, id).await.unwrap();
    assert!(shown.why.iter().any(|reason| reason.contains("Synthetic Boss")));
}
