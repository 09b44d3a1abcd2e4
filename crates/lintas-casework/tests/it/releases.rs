use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::{CaseworkError, Ctx, entity, erasure, report};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::property::Property;
use lintas_model::{AgencyCode, EntityKind, RecordId};

use crate::fixture::{Agency, code, file, holds, meet, phone, pull, small, sync, thing};

pub(crate) fn terms(records: Vec<RecordId>, to: &[AgencyCode]) -> NewRelease {
    NewRelease {
        records: records.into_iter().map(|record| (record, BTreeSet::new())).collect::<BTreeMap<_, _>>(),
        to: Recipients::Agencies(to.iter().cloned().collect()),
        purposes: BTreeSet::from([Purpose::Investigation]),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Never,
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "the same phone".into(),
    }
}

async fn pair(seed: u64) -> (Agency, Agency, Ctx, Ctx) {
    let (a, b) = (small("AAA", seed).await, small("BBB", seed + 500).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    (a, b, at_a, at_b)
}

#[tokio::test]
async fn a_release_discloses_exactly_what_the_preview_shows() {
    let (a, b, at_a, at_b) = pair(40).await;
    let filed = file(&at_a, "Two men at the pier", vec![phone("+855 12 345 678")]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    assert_eq!(records.len(), 2);
    let mut new = terms(records, &[b.code()]);
    for withheld in new.records.values_mut() {
        withheld.insert("text".to_owned());
    }
    let previews = release::preview(&at_a, &new).await.unwrap();
    let id = release::release(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    let received = release::show(&at_b, id).await.unwrap();
    let sent: Vec<&[u8]> = previews.iter().map(|p| p.entry.as_slice()).collect();
    let came: Vec<&[u8]> = received.release.body.disclosed.iter().map(|d| d.entry.as_slice()).collect();
    assert_eq!(sent, came);
    let shown = report::show(&at_b, filed.report).await.unwrap();
    assert_eq!(shown.report.body.title, "Two men at the pier");
    assert_eq!((shown.report.body.text.as_str(), shown.report.body.source_reference), ("", None));
    assert_eq!(shown.statements.len(), 1);
    let bytes: Vec<u8> = previews.into_iter().flat_map(|p| p.entry).collect();
    assert!(!holds(&bytes, "SRC-0815") && !holds(&bytes, "in full."));
    assert!(!holds(&b.bytes(), "SRC-0815") && !holds(&b.bytes(), "in full."));
}

#[tokio::test]
async fn nobody_is_never_everybody() {
    let (_a, b, at_a, _) = pair(41).await;
    let filed = file(&at_a, "Two men", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let good = terms(records, &[b.code()]);
    let refused = [
        NewRelease { to: Recipients::Agencies(BTreeSet::new()), ..good.clone() },
        NewRelease { to: Recipients::Agencies(BTreeSet::from([code("ZZZ")])), ..good.clone() },
        NewRelease { purposes: BTreeSet::new(), ..good.clone() },
        NewRelease { records: BTreeMap::new(), ..good.clone() },
        NewRelease { legal_basis: " ".into(), ..good.clone() },
        NewRelease { expires_at: Some(at_a.now()), ..good.clone() },
    ];
    for new in refused {
        assert!(matches!(release::release(&at_a, new).await.unwrap_err(), CaseworkError::Invalid { .. }));
    }
    release::release(&at_a, good).await.unwrap();
}

#[tokio::test]
async fn a_recall_takes_the_material_out_of_the_views_of_the_recipient() {
    let (a, b, at_a, at_b) = pair(42).await;
    let person = thing(EntityKind::Person, Property::Name, "Nobody Inparticular");
    let filed = file(&at_a, "Two men at the pier", vec![person]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let id = release::release(&at_a, terms(records, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert!(report::show(&at_b, filed.report).await.is_ok());
    assert!(entity::show(&at_b, filed.entities[0]).await.is_ok());
    // Only the originator may take back or pass on.
    assert!(release::recall(&at_b, id, BTreeSet::new(), "mine now").await.is_err());
    let theirs = report::show(&at_b, filed.report).await.unwrap().report.mark.record;
    assert!(release::release(&at_b, terms(vec![theirs], &[a.code()])).await.is_err());
    assert!(release::recall(&at_a, id, BTreeSet::new(), " ").await.is_err());
    release::recall(&at_a, id, BTreeSet::new(), "the source asked").await.unwrap();
    sync(&a, &b).await;
    assert!(report::show(&at_b, filed.report).await.is_err());
    assert!(entity::show(&at_b, filed.entities[0]).await.is_err());
    let wanted = lintas_casework::search::Wanted { text: "Inparticular".into(), ..Default::default() };
    assert!(lintas_casework::search::find(&at_b, &wanted).await.unwrap().hits.is_empty());
    assert!(report::show(&at_a, filed.report).await.is_ok());
    let feed = lintas_ledger::FeedId {
        agency: a.code(),
        audience: release::show(&at_a, id).await.unwrap().release.mark.audience,
    };
    lintas_casework::exchange::acknowledge(&b.node, &feed).await.unwrap();
    assert_eq!(pull(&b, &a).await, Vec::<String>::new());
    assert_eq!(release::show(&at_a, id).await.unwrap().carried_out_by, BTreeSet::from([b.code()]));
    assert_eq!(b.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_release_that_has_run_out_is_in_no_view() {
    let (a, b, at_a, at_b) = pair(43).await;
    let filed = file(&at_a, "Two men at the pier", vec![phone("+855 12 345 678")]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let end = at_a.now().plus_days(10);
    let new = NewRelease { expires_at: Some(end), ..terms(records, &[b.code()]) };
    release::release(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    assert!(report::show(&at_b, filed.report).await.is_ok());
    b.days(10);
    assert!(report::show(&at_b, filed.report).await.is_err());
    assert!(report::list(&at_b, None, 0, 0).await.unwrap().is_empty());
    assert!(entity::show(&at_b, filed.entities[0]).await.is_err());
}

#[tokio::test]
async fn material_released_for_one_purpose_is_not_seen_for_another() {
    let (a, b, at_a, at_b) = pair(44).await;
    let filed = file(&at_a, "Two men", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    release::release(&at_a, terms(records, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert!(report::show(&at_b.for_purpose(Purpose::Prosecution), filed.report).await.is_err());
}

#[tokio::test]
async fn an_erased_text_is_gone_here_and_at_whoever_got_it_and_everything_verifies() {
    let (a, b, at_a, at_b) = pair(45).await;
    let filed = file(&at_a, "The lorry with the blue tarpaulin", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    release::release(&at_a, terms(records.clone(), &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert!(report::show(&at_b, filed.report).await.is_ok());
    assert!(erasure::erase(&at_a, records[0], " ").await.is_err());
    assert!(erasure::erase(&at_b, records[0], "not mine").await.is_err());
    erasure::erase(&at_a, records[0], "retention period ended").await.unwrap();
    erasure::erase(&at_a, records[0], "again ends the same").await.unwrap();
    assert!(report::show(&at_a, filed.report).await.is_err());
    sync(&a, &b).await;
    assert!(report::show(&at_b, filed.report).await.is_err());
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
        it.node.close().await;
        assert!(!holds(&it.bytes(), "tarpaulin"), "{}", it.code());
    }
}
