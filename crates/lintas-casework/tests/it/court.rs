//! What a court gets, and what it does not.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::court::{self, Wanted};
use lintas_casework::release::{self, NewRelease};
use lintas_casework::{CaseworkError, Ctx, erasure, partner};
use lintas_ledger::verify;
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::{AgencyCode, RecordId};

use crate::fixture::{file, holds, meet, phone, small, sync};
use crate::releases::terms;

async fn roots(of: &[&Ctx]) -> BTreeMap<AgencyCode, String> {
    let mut roots = BTreeMap::new();
    for ctx in of {
        roots.insert(ctx.node().code().clone(), partner::own_card(ctx.node()).await.unwrap().words());
    }
    roots
}

async fn exported(ctx: &Ctx, records: &[RecordId]) -> (court::Given, Vec<u8>) {
    let mut out = Vec::new();
    let wanted = Wanted::Records(records.iter().copied().collect());
    let given = court::export(ctx, "court 118/2017", &wanted, &mut out).await.unwrap();
    (given, out)
}

#[tokio::test]
async fn a_court_file_proves_its_records_and_keeps_the_source_back() {
    let a = small("AAA", 300).await;
    let at_a = a.seat("first").await;
    let filed = file(&at_a, "Two men at the pier", vec![phone("+855 12 345 678")]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let (given, bytes) = exported(&at_a, &records).await;
    assert_eq!((given.records, given.kept_back), (2, vec![]));
    let checked = verify::court(&bytes, &roots(&[&at_a]).await);
    assert_eq!((checked.findings, checked.entries, checked.in_log), (vec![], 2, 2));
    assert!(holds(&bytes, "Two men at the pier") && !holds(&bytes, "SRC-0815"));
    erasure::erase(&at_a, records[0], "retention period ended").await.unwrap();
    let (given, bytes) = exported(&at_a, &records).await;
    assert_eq!((given.records, given.kept_back.len()), (1, 1));
    assert_eq!(verify::court(&bytes, &roots(&[&at_a]).await).findings, []);
}

#[tokio::test]
async fn what_a_partner_did_not_give_as_evidence_never_reaches_a_court() {
    let (a, b) = (small("AAA", 301).await, small("BBB", 801).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let own = file(&at_b, "Seen at the border", Vec::new()).await;
    let own = release::of_report(&at_b, own.report).await.unwrap();
    let filed = file(&at_a, "Two men at the pier", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let kept = terms(records.clone(), &[b.code()]);
    release::release(&at_a, NewRelease { onward: OnwardRule::Allowed, ..kept.clone() }).await.unwrap();
    sync(&a, &b).await;
    let mut asked = own.clone();
    asked.extend(&records);
    let (given, bytes) = exported(&at_b, &asked).await;
    assert_eq!((given.records, given.kept_back.len()), (own.len(), records.len()));
    assert!(!holds(&bytes, "Two men at the pier"));

    let filed = file(&at_a, "The boat's papers", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let open = terms(records.clone(), &[b.code()]);
    let open = NewRelease { onward: OnwardRule::Allowed, use_rule: UseRule::Evidence, ..open };
    release::release(&at_a, open).await.unwrap();
    sync(&a, &b).await;
    let (given, bytes) = exported(&at_b, &records).await;
    assert_eq!((given.records, given.kept_back), (records.len(), vec![]));
    let checked = verify::court(&bytes, &roots(&[&at_a, &at_b]).await);
    assert_eq!((checked.findings, checked.in_log), (vec![], 0), "the log of a partner is not held here");
}

#[tokio::test]
async fn a_court_file_needs_proceedings_and_records() {
    let a = small("AAA", 302).await;
    let at_a = a.seat("first").await;
    let none = Wanted::Records(BTreeSet::new());
    for about in [" ", "court 118/2017"] {
        let error = court::export(&at_a, about, &none, Vec::new()).await.unwrap_err();
        assert!(matches!(error, CaseworkError::Invalid { .. }));
    }
}
