use std::collections::BTreeSet;

use lintas_casework::{CaseworkError, case, exchange, note, partner};
use lintas_ledger::FeedId;

use crate::cases::open;
use crate::fixture::{meet, pull, small, sync};

#[tokio::test]
async fn a_feed_exists_only_for_those_whom_its_writer_named() {
    let (a, b, c) = (small("AAA", 70).await, small("BBB", 71).await, small("CCC", 72).await);
    meet(&a, &b).await;
    meet(&a, &c).await;
    let at_a = a.seat("first").await;
    let case = open(&at_a, "Pier").await;
    let audience = case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    let joint = FeedId { agency: a.code(), audience };
    let private = FeedId { agency: a.code(), audience: a.node.private_audience() };
    assert_eq!(exchange::offered(&a.node, &b.code()).await.unwrap().len(), 1);
    assert!(exchange::offered(&a.node, &c.code()).await.unwrap().is_empty());
    for (who, feed) in [(&c, &joint), (&c, &private), (&b, &private)] {
        let error = exchange::entries_for(&a.node, &who.code(), feed, 0, 0, 10).await.unwrap_err();
        assert!(matches!(error, CaseworkError::NotFound(_)));
    }
    partner::cut_off(&at_a, &b.code()).await.unwrap();
    assert!(exchange::entries_for(&a.node, &b.code(), &joint, 0, 0, 10).await.is_err());
}

#[tokio::test]
async fn what_another_agency_wrote_or_a_hop_has_touched_is_not_taken() {
    let (a, b, c) = (small("AAA", 73).await, small("BBB", 74).await, small("CCC", 75).await);
    meet(&a, &b).await;
    meet(&c, &b).await;
    let at_a = a.seat("first").await;
    let case = open(&at_a, "Pier").await;
    let audience = case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    let feed = FeedId { agency: a.code(), audience };
    let good = exchange::entries_for(&a.node, &b.code(), &feed, 0, 0, 10).await.unwrap();
    assert!(exchange::take(&b.node, &c.code(), &feed, good.clone()).await.is_err());
    let mut touched = good.clone();
    let last = touched[1].len() - 1;
    touched[1][last] ^= 1;
    let taken = exchange::take(&b.node, &a.code(), &feed, touched).await.unwrap();
    assert!(taken.accepted.taken < 2 && !taken.findings.is_empty());
    let taken = exchange::take(&b.node, &a.code(), &feed, good.clone()).await.unwrap();
    assert!(taken.findings.is_empty());
    let again = exchange::take(&b.node, &a.code(), &feed, good).await.unwrap();
    assert_eq!((again.accepted.taken, again.accepted.known), (0, 2));
}

#[tokio::test]
async fn a_feed_that_does_not_name_us_is_not_taken() {
    let (a, b, c) = (small("AAA", 76).await, small("BBB", 77).await, small("CCC", 78).await);
    meet(&a, &b).await;
    meet(&a, &c).await;
    let at_a = a.seat("first").await;
    let case = open(&at_a, "Pier").await;
    let audience = case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    let feed = FeedId { agency: a.code(), audience };
    let entries = exchange::entries_for(&a.node, &b.code(), &feed, 0, 0, 10).await.unwrap();
    let taken = exchange::take(&c.node, &a.code(), &feed, entries).await.unwrap();
    assert_eq!(taken.accepted.taken, 0);
    assert!(!taken.findings.is_empty());
}

#[tokio::test]
async fn synchronising_in_any_order_ends_the_same() {
    let (a, b) = (small("AAA", 79).await, small("BBB", 80).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Pier").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    sync(&a, &b).await;
    note::write(&at_a, case, "from a").await.unwrap();
    a.clock.advance_millis(5);
    b.clock.advance_millis(9);
    note::write(&at_b, case, "from b").await.unwrap();
    pull(&b, &a).await;
    pull(&a, &b).await;
    let notes = async |ctx| -> Vec<String> {
        case::show(ctx, case).await.unwrap().notes.into_iter().map(|n| n.body.text).collect()
    };
    assert_eq!(notes(&at_a).await, ["from b", "from a"]);
    assert_eq!(notes(&at_a).await, notes(&at_b).await);
}
