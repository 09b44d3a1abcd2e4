use std::collections::BTreeSet;

use lintas_casework::outcome::{self, NewOutcome};
use lintas_casework::{Node, erasure, region, release, round};
use lintas_model::outcome::OutcomeKind;
use lintas_model::{ObjectId, PartialDate, Role, RoundId};

use crate::fixture::{Agency, file, meet, small, staffed, sync};

fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap()
}

fn claimed(round: RoundId, subject: ObjectId, count: u32, on: PartialDate) -> NewOutcome {
    NewOutcome {
        round,
        kind: OutcomeKind::VictimsRescued,
        subject,
        count,
        on,
        participants: BTreeSet::new(),
        summary: "persons brought to safety".into(),
    }
}

async fn set_up(seed: u64) -> (Agency, Agency, Agency, RoundId) {
    let (a, b, s) =
        (small("AAA", seed).await, small("BBB", seed + 500).await, staffed("STW", seed + 900).await);
    meet(&s, &a).await;
    meet(&s, &b).await;
    meet(&a, &b).await;
    let steward = s.seat(Role::Steward.as_str()).await;
    let agencies = BTreeSet::from([a.code(), b.code()]);
    let id = round::open(&steward, "Round", day(3, 1), day(11, 16), agencies).await.unwrap();
    sync(&s, &a).await;
    sync(&s, &b).await;
    (a, b, s, id)
}

async fn rescued(nodes: &[&Agency]) -> u32 {
    let nodes: Vec<Node> = nodes.iter().map(|it| it.node.clone()).collect();
    region::results(&nodes).await.unwrap()[&OutcomeKind::VictimsRescued]
}

#[tokio::test]
async fn an_outcome_claimed_by_two_agencies_counts_once_and_falls_with_what_shows_it() {
    let (a, b, s, id) = set_up(60).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let filed = file(&at_a, "House by the canal", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let subject = ObjectId::from(filed.report);
    assert!(outcome::claim(&at_b, claimed(id, subject, 12, day(3, 5))).await.is_err());
    outcome::claim(&at_a, claimed(id, subject, 12, day(3, 5))).await.unwrap();
    outcome::claim(&at_a, claimed(id, subject, 12, day(3, 5))).await.unwrap();
    outcome::confirm(&at_b, id, OutcomeKind::VictimsRescued, subject, 12).await.unwrap();
    assert_eq!(rescued(&[&a, &b, &s]).await, 12);
    sync(&a, &b).await;
    sync(&a, &s).await;
    sync(&b, &s).await;
    assert_eq!(rescued(&[&a, &b, &s]).await, 12);
    let seen = region::show(&s.seat("steward").await, id).await.unwrap();
    assert_eq!(seen.results[&OutcomeKind::VictimsRescued], 12);
    assert_eq!(seen.outcomes[0].claimed_by, BTreeSet::from([a.code()]));
    assert_eq!(seen.outcomes[0].confirmed_by, BTreeSet::from([b.code()]));
    erasure::erase(&at_a, records[0], "retention period ended").await.unwrap();
    assert_eq!(rescued(&[&a, &b, &s]).await, 0);
    assert!(region::show(&at_a, id).await.unwrap().outcomes.is_empty());
}

#[tokio::test]
async fn an_outcome_outside_the_days_of_the_round_does_not_count() {
    let (a, b, s, id) = set_up(61).await;
    let at_a = a.seat("first").await;
    let filed = file(&at_a, "House by the canal", Vec::new()).await;
    outcome::claim(&at_a, claimed(id, filed.report.into(), 3, day(2, 28))).await.unwrap();
    assert_eq!(rescued(&[&a, &b, &s]).await, 0);
    assert!(outcome::claim(&at_a, claimed(id, filed.report.into(), 3, day(12, 1))).await.is_err());
    a.days(300);
    outcome::claim(&at_a, claimed(id, filed.report.into(), 3, day(11, 17))).await.unwrap();
    assert_eq!(rescued(&[&a, &b, &s]).await, 0);
    outcome::claim(&at_a, claimed(id, filed.report.into(), 3, day(11, 16))).await.unwrap();
    assert_eq!(rescued(&[&a, &b, &s]).await, 3);
}

#[tokio::test]
async fn a_claim_of_impossible_numbers_is_counted_without_harm() {
    let (a, b, s, id) = set_up(62).await;
    for it in [&a, &b] {
        let ctx = it.seat("first").await;
        let filed = file(&ctx, "House", Vec::new()).await;
        outcome::claim(&ctx, claimed(id, filed.report.into(), u32::MAX, day(3, 5))).await.unwrap();
    }
    assert_eq!(rescued(&[&a, &b, &s]).await, u32::MAX);
}

#[tokio::test]
async fn only_who_runs_the_round_holds_workshops_and_only_who_promised_keeps_a_promise() {
    let (a, b, s, id) = set_up(63).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let kind = lintas_model::record::WorkshopKind::Opening;
    assert!(round::workshop(&at_a, id, kind, day(3, 1), "x", Default::default()).await.is_err());
    round::workshop(&s.seat("steward").await, id, kind, day(3, 1), "Here", Default::default()).await.unwrap();
    let promise = round::commit(&at_a, id, "Update all warrants", day(6, 1)).await.unwrap();
    sync(&a, &b).await;
    sync(&s, &a).await;
    assert!(round::done(&at_b, promise, day(3, 6), "done", Vec::new()).await.is_err());
    round::done(&at_a, promise, day(3, 6), "done", Vec::new()).await.unwrap();
    let seen = round::commitments(&at_a, id).await.unwrap();
    assert!(seen.len() == 1 && seen[0].done.is_some());
    assert_eq!(round::workshops(&at_a, id).await.unwrap().len(), 1);
}
