//! Pairs that may be the same: found as records come in, judged by people, taken back without a trace on either side.

use lintas_casework::matching::{contradictions, judged, look, review};
use lintas_casework::{Ctx, entity, judgement};
use lintas_model::property::{Property, Value};
use lintas_model::record::Verdict;
use lintas_model::{EntityId, EntityKind, PartialDate};

use crate::fixture::{Agency, file, meet, phone, small, staffed, sync, thing};

fn person(name: &str) -> lintas_casework::report::NewThing {
    thing(EntityKind::Person, Property::Name, name)
}

/// The pair that is shown first, as the two ids.
async fn first(ctx: &Ctx) -> Option<(EntityId, EntityId)> {
    review(ctx, None).await.unwrap().pair.map(|pair| (pair.left.entity, pair.right.entity))
}

async fn two(agency: &Agency) -> (Ctx, EntityId, EntityId) {
    let ctx = agency.seat("first").await;
    let thai = file(&ctx, "In Thailand", vec![person("สมชาย ใจดี")]).await.entities[0];
    let latin = file(&ctx, "In a passport", vec![person("Somchai Jaidee")]).await.entities[0];
    (ctx, thai.min(latin), thai.max(latin))
}

#[tokio::test]
async fn a_new_record_is_in_the_queue_at_once_with_its_reasons_and_its_sources() {
    let a = small("THA", 900).await;
    let (ctx, left, right) = two(&a).await;
    file(&ctx, "Somebody else", vec![person("Nguyễn Văn An")]).await;
    let review = review(&ctx, None).await.unwrap();
    assert!(review.next.is_none() && review.behind == 0);
    let pair = review.pair.unwrap();
    assert_eq!((pair.left.entity, pair.right.entity), (left, right));
    let name = pair.weight.name.unwrap();
    assert!(name.score >= 500 && !name.parts.is_empty());
    assert_eq!(pair.left.statements.len(), 1);
    assert_eq!(pair.namesakes, Some((2, false)));
}

#[tokio::test]
async fn telephones_documents_and_accounts_are_pairs_too() {
    let a = small("THA", 901).await;
    let ctx = a.seat("first").await;
    for (kind, property, one, other) in [
        (EntityKind::Phone, Property::PhoneNumber, "+66 81 234 5678", "+66-81-234-5678"),
        (EntityKind::Document, Property::DocumentNumber, "AB 123456", "ab123456"),
        (EntityKind::Account, Property::AccountNumber, "123-4-56789-0", "1234567890"),
    ] {
        let things = vec![thing(kind, property, one)];
        file(&ctx, "One", things).await;
        file(&ctx, "Two", vec![thing(kind, property, other)]).await;
        let pair = review(&ctx, None).await.unwrap().pair.unwrap();
        assert_eq!(pair.left.kind, kind);
        assert_eq!(pair.weight.shared.len(), 1);
        judgement::judge(&ctx, pair.left.entity, pair.right.entity, Verdict::Same, "").await.unwrap();
    }
    assert_eq!(first(&ctx).await, None);
}

#[tokio::test]
async fn a_judged_pair_comes_back_only_when_something_new_is_said() {
    let a = small("THA", 902).await;
    let (ctx, left, right) = two(&a).await;
    judgement::judge(&ctx, left, right, Verdict::NotSame, "other village").await.unwrap();
    assert_eq!(first(&ctx).await, None);
    let mut again = person(&entity::show(&ctx, left).await.unwrap().caption);
    again.entity = Some(left);
    file(&ctx, "Nothing new", vec![again.clone()]).await;
    file(&ctx, "Nothing new", vec![thing(EntityKind::Person, Property::Name, "Nguyễn Văn An")]).await;
    assert_eq!(first(&ctx).await, None, "the same name once more is nothing new");
    again.says.push((Property::BirthDate, Value::Date(PartialDate::day(1980, 2, 3).unwrap())));
    file(&ctx, "A birth", vec![again]).await;
    let pair = review(&ctx, None).await.unwrap().pair.unwrap();
    assert_eq!((pair.left.entity, pair.right.entity, pair.changed), (left, right, true));
    assert_eq!(pair.judgements.len(), 1);
}

#[tokio::test]
async fn an_undone_merge_restores_both_histories_and_the_pair() {
    let a = small("THA", 903).await;
    let (ctx, left, right) = two(&a).await;
    let before = [entity::show(&ctx, left).await.unwrap(), entity::show(&ctx, right).await.unwrap()];
    judgement::judge(&ctx, left, right, Verdict::Same, "same birth, same village").await.unwrap();
    assert_eq!(entity::show(&ctx, left).await.unwrap().statements.len(), 2);
    assert_eq!(first(&ctx).await, None);
    judgement::judge(&ctx, right, left, Verdict::Withdrawn, "wrong village").await.unwrap();
    for was in before {
        let is = entity::show(&ctx, was.id).await.unwrap();
        assert_eq!(is.statements, was.statements);
        assert!(is.same.is_empty());
    }
    assert_eq!(first(&ctx).await, Some((left, right)));
    let told = judged(&ctx, 10).await.unwrap();
    assert_eq!(
        told.iter().map(|one| one.reason.as_str()).collect::<Vec<_>>(),
        ["wrong village", "same birth, same village"]
    );
    assert!(told[0].stands && !told[1].stands && told[0].officer.as_deref() == Some("First"));
}

#[tokio::test]
async fn what_two_officers_say_against_each_other_is_shown_and_not_decided() {
    let a = staffed("THA", 904).await;
    let (ctx, left, right) = two(&a).await;
    judgement::judge(&ctx, left, right, Verdict::Same, "I know him").await.unwrap();
    assert!(contradictions(&ctx).await.unwrap().is_empty());
    let other = a.seat("analyst").await;
    judgement::judge(&other, left, right, Verdict::NotSame, "I know both").await.unwrap();
    let mut reasons: Vec<String> =
        contradictions(&ctx).await.unwrap().into_iter().map(|one| one.reason).collect();
    reasons.sort();
    assert_eq!(reasons, ["I know both", "I know him"]);
    judgement::judge(&ctx, left, right, Verdict::Withdrawn, "he is right").await.unwrap();
    assert!(contradictions(&ctx).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_a_partner_released_is_paired_with_our_own_and_what_may_not_be_seen_is_not() {
    let (a, b) = (staffed("THA", 905).await, small("LAO", 906).await);
    meet(&a, &b).await;
    let at_b = b.seat("first").await;
    let filed = file(&at_b, "A passport", vec![person("Somchai Jaidee"), phone("+66 81 234 5678")]).await;
    let records = lintas_casework::release::of_report(&at_b, filed.report).await.unwrap();
    lintas_casework::release::release(&at_b, crate::releases::terms(records, &[a.code()])).await.unwrap();
    sync(&a, &b).await;
    let ctx = a.seat("first").await;
    let own = file(&ctx, "In Thailand", vec![person("สมชาย ใจดี")]).await.entities[0];
    let pair = review(&ctx, None).await.unwrap().pair.unwrap();
    let mut sides = [(pair.left.entity, &pair.left), (pair.right.entity, &pair.right)];
    sides.sort_by_key(|(id, _)| *id != own);
    assert_eq!(sides[0].0, own);
    assert_eq!(sides[1].1.statements[0].mark.originator, b.code());
    assert!(review(&a.seat("steward").await, None).await.is_err());
    assert!(review(&a.seat("officer").await, None).await.is_err());
    assert_eq!(look(&a.node, 1_000).await.unwrap(), 0);
}
