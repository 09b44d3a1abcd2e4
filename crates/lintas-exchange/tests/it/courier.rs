//! By courier.

use std::collections::BTreeSet;
use std::io::Cursor;

use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::report::{self, NewReport};
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{ExchangeError, Pace, meet};
use lintas_ledger::bundle::BundleError;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_testkit::{Member, joint_case, notes, region, region_of};

use crate::{held, written};

async fn bundle(from: &Member, to: &Member, all: bool) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    bundle_for(&from.node, to.code(), all, &mut bytes).await?;
    Ok(bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_courier_ends_the_same_as_over_the_wire() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    let (case, _) = joint_case(one, &[two, three]).await?;
    notes(one, case, 300).await?;
    meet(&two.node, one.code(), Pace::FULL).await?;
    let taken = take_bundle(&three.node, Cursor::new(bundle(one, three, false).await?)).await?;
    assert_eq!((taken.taken(), taken.findings().count()), (302, 0));
    assert_eq!(held(&two.node, one).await?, held(&three.node, one).await?);
    assert_eq!(held(&three.node, one).await?, written(one, three).await?);
    // The receipt goes back by courier too, and the next bundle holds only what is new.
    let back = take_bundle(&one.node, Cursor::new(bundle(three, one, false).await?)).await?;
    assert_eq!(back.findings().count(), 0);
    notes(one, case, 5).await?;
    let mut bytes = Vec::new();
    let given = bundle_for(&one.node, three.code(), false, &mut bytes).await?;
    assert_eq!(given.records, 5, "only what is new");
    assert_eq!(take_bundle(&three.node, Cursor::new(bytes)).await?.taken(), 5);
    assert_eq!(bundle_for(&one.node, three.code(), true, std::io::sink()).await?.records, 307);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_bundle_twice_adds_nothing() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, _) = joint_case(one, &[two]).await?;
    notes(one, case, 10).await?;
    let bytes = bundle(one, two, true).await?;
    assert_eq!(take_bundle(&two.node, Cursor::new(bytes.clone())).await?.taken(), 12);
    let before = held(&two.node, one).await?;
    let again = take_bundle(&two.node, Cursor::new(bytes)).await?;
    assert_eq!((again.taken(), again.known(), again.findings().count()), (0, 12, 0));
    assert_eq!(held(&two.node, one).await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_for_another_node_does_not_open() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    joint_case(one, &[two, three]).await?;
    let refused = take_bundle(&three.node, Cursor::new(bundle(one, two, true).await?)).await;
    assert!(matches!(refused, Err(ExchangeError::Bundle(BundleError::OtherRecipient { .. }))));
    assert!(held(&three.node, one).await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_of_a_stranger_and_a_planted_file_are_refused() -> anyhow::Result<()> {
    // The first knows the second, the second does not know the first.
    let region = region_of(2, |one, _| one == 0).await?;
    let (one, two) = region.pair();
    joint_case(one, &[two]).await?;
    let refused = take_bundle(&two.node, Cursor::new(bundle(one, two, true).await?)).await;
    assert!(matches!(refused, Err(ExchangeError::Bundle(BundleError::Sender(_)))));
    for planted in [&b""[..], b"lintas bundle v1\n", b"PK\x03\x04 holiday pictures"] {
        let refused = take_bundle(&two.node, Cursor::new(planted.to_vec())).await;
        assert!(matches!(refused, Err(ExchangeError::Bundle(BundleError::NotABundle))));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn damage_in_a_bundle_is_told_and_what_stood_before_it_is_held() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, _) = joint_case(one, &[two]).await?;
    notes(one, case, 600).await?;
    let whole = bundle(one, two, true).await?;

    let cut = whole[..whole.len() - 20_000].to_vec();
    let taken = take_bundle(&two.node, Cursor::new(cut)).await?;
    assert_eq!(taken.taken(), 512, "two whole chunks");
    assert_eq!(taken.feeds[0].1.missing, 90);
    assert!(taken.findings().any(|f| f.contains("cut off")), "{:?}", taken.problem);

    let mut flipped = whole.clone();
    let place = flipped.len() - 20_000;
    flipped[place] ^= 1;
    let taken = take_bundle(&two.node, Cursor::new(flipped)).await?;
    assert_eq!((taken.taken(), taken.known()), (0, 512));
    assert!(taken.findings().any(|f| f.contains("altered")), "{:?}", taken.problem);

    let taken = take_bundle(&two.node, Cursor::new(whole)).await?;
    assert_eq!((taken.taken(), taken.known(), taken.findings().count()), (90, 512, 0));
    assert_eq!(held(&two.node, one).await?, written(one, two).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recall_travels_by_stick_to_a_node_that_is_never_met_and_its_receipt_comes_back()
-> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let new =
        NewReport { title: "Two men at the pier".into(), text: "In full.".into(), ..NewReport::default() };
    let filed = report::add(&one.chief, new).await?;
    let records = release::of_report(&one.chief, filed.report).await?;
    let terms = NewRelease {
        records: records.into_iter().map(|record| (record, BTreeSet::new())).collect(),
        to: Recipients::Agencies(BTreeSet::from([two.code().clone()])),
        purposes: BTreeSet::from([Purpose::Investigation]),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Ask,
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "the same men".into(),
    };
    let id = release::release(&one.chief, terms).await?;
    take_bundle(&two.node, Cursor::new(bundle(one, two, false).await?)).await?;
    report::show(&two.chief, filed.report).await?;
    release::recall(&one.chief, id, BTreeSet::new(), "the source asked").await?;
    assert_eq!(release::missing(&one.chief).await?.len(), 1, "the stick is on its way");
    let stick = bundle(one, two, false).await?;
    let taken = take_bundle(&two.node, Cursor::new(stick.clone())).await?;
    assert_eq!(taken.findings().count(), 0);
    assert!(report::show(&two.chief, filed.report).await.is_err());
    take_bundle(&one.node, Cursor::new(bundle(two, one, false).await?)).await?;
    assert_eq!(release::missing(&one.chief).await?, []);
    assert_eq!(release::show(&one.chief, id).await?.carried_out_by, BTreeSet::from([two.code().clone()]));
    // The first stick again, late and out of order, brings nothing back.
    take_bundle(&two.node, Cursor::new(stick)).await?;
    assert!(report::show(&two.chief, filed.report).await.is_err());
    Ok(())
}
