//! Feeds: what was written is there, once, in order, or not at all.

use lintas_ledger::log::Tree;
use lintas_model::{ReportId, Timestamp};
use lintas_store::{HeldQuery, SearchQuery, StoreError};

use crate::engines::on_both;
use crate::sample::{Desk, audience};

#[test]
fn what_was_written_is_there_in_order_and_in_all_views() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let mut drafts: Vec<_> =
            (0..40).map(|n| desk.report(audience(1), &format!("Report {n}"), "Seen at the river")).collect();
        let report = ReportId::from_uuid(drafts[0].object.uuid());
        let (statement, person) = desk.person(audience(1), report, "Somchai Jaidee", "+66 81 234 5678");
        drafts.push(statement);
        let entries = desk.write(&store, &feed, drafts).await;
        assert_eq!(store.head(&feed).await.unwrap().next_sequence, 42);
        let bytes = store.entries(&feed, 0, 1, 100).await.unwrap();
        assert_eq!(bytes, entries.iter().map(|entry| entry.encode()).collect::<Vec<_>>());
        assert_eq!(store.entry(entries[3].header().record).await.unwrap().as_ref(), Some(&entries[3]));
        assert_eq!(store.held_count(&HeldQuery::default()).await.unwrap(), 42);
        assert_eq!(store.entity(person).await.unwrap().unwrap().caption, "Somchai Jaidee");
        let query = SearchQuery { text: "river".to_owned(), limit: 100, ..SearchQuery::default() };
        assert_eq!(store.search(&query).await.unwrap().len(), 40);
        let leaves = store.log_leaves(0, 100).await.unwrap();
        let mut tree = Tree::new();
        leaves.into_iter().for_each(|leaf| {
            tree.append(leaf);
        });
        assert_eq!(store.log(&desk.code).await.unwrap(), tree);
        assert_eq!(tree.size(), 42);
    });
}

#[test]
fn a_partners_entries_are_taken_once_and_a_hole_or_a_fork_is_named() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let mut other = Desk::new("TH-DSI", 2);
        let folder = tempfile::tempdir().unwrap();
        let theirs =
            lintas_store::Store::create(&format!("sqlite://{}", folder.path().join("n.db").display()))
                .await
                .unwrap();
        let feed = other.begin(&theirs, audience(2), &["TH-DSI", "KH-CIB"]).await;
        let drafts = (0..9).map(|n| other.report(audience(2), "R", &format!("text {n}"))).collect();
        other.write(&theirs, &feed, drafts).await;
        let all: Vec<_> = theirs.entries(&feed, 0, 0, 100).await.unwrap();
        let all: Vec<_> = all.iter().map(|bytes| lintas_ledger::Entry::decode(bytes).unwrap()).collect();
        let at = Timestamp::from_millis(5);
        let gap = store.accept(&feed, all[1..].to_vec(), at).await.unwrap_err();
        assert!(matches!(gap, StoreError::Gap { expected: 0, found: 1, .. }), "{gap}");
        assert_eq!(store.accept(&feed, all[..4].to_vec(), at).await.unwrap().taken, 4);
        let again = store.accept(&feed, all.clone(), at).await.unwrap();
        assert_eq!((again.taken, again.known), (6, 4));
        assert_eq!(store.held_count(&HeldQuery::default()).await.unwrap(), 10);
        let draft = desk.report(audience(2), "other", "other");
        let head = lintas_ledger::FeedHead::start(feed.clone(), 0);
        let forged = lintas_ledger::seal(
            head,
            vec![draft],
            &desk.signer,
            &mut lintas_model::entropy::SeededEntropy::new(9),
        );
        let fork = store.accept(&feed, forged.unwrap().0, at).await.unwrap_err();
        assert!(matches!(fork, StoreError::Fork { sequence: 0, .. }), "{fork}");
    });
}
