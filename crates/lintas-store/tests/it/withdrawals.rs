//! Recall, undo, end and erasure: what is taken back is gone, and only that.

use std::collections::BTreeSet;

use lintas_ledger::ReadBody;
use lintas_model::record::{ImportUndo, Recall};
use lintas_model::{ImportId, Kind, ReleaseId, ReportId, Timestamp};
use lintas_store::{HeldQuery, SearchQuery, Store, StoreError};
use uuid::Uuid;

use crate::engines::on_both;
use crate::sample::{Desk, audience, report};

async fn found(store: &Store, text: &str) -> usize {
    store.search(&SearchQuery { text: text.to_owned(), ..SearchQuery::default() }).await.unwrap().len()
}

#[test]
fn a_recalled_release_shows_nothing_and_says_so_to_the_index() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("TH-DSI", 2);
        let private = desk.feed(audience(100));
        let (folder, url) = crate::engines::fresh_sqlite();
        let theirs = Store::create(&url).await.unwrap();
        desk.begin(&theirs, audience(100), &[]).await;
        let draft = desk.report(audience(100), "Boat", "Crossing near the pier");
        let original = desk.write(&theirs, &private, vec![draft]).await;
        let shared = desk.begin(&theirs, audience(1), &["TH-DSI", "KH-CIB"]).await;
        let ends = desk.now().plus_days(30);
        let release = desk.release(audience(1), &[&original[0]], Some(ends));
        let release_id = ReleaseId::from_uuid(release.object.uuid());
        desk.write(&theirs, &shared, vec![release]).await;
        // The originator sees its own record once, not a second time as released.
        assert_eq!(found(&theirs, "pier").await, 1);
        let entries = theirs.entries(&shared, 0, 0, 100).await.unwrap();
        let entries: Vec<_> = entries.iter().map(|e| lintas_ledger::Entry::decode(e).unwrap()).collect();
        store.accept(&shared, entries, Timestamp::from_millis(1)).await.unwrap();
        assert_eq!(found(&store, "pier").await, 1);
        let held = store.held(&HeldQuery::kinds(&[Kind::Report])).await.unwrap();
        assert_eq!(held[0].mark.release, Some(release_id));
        assert_eq!(held[0].mark.handling.expires_at, Some(ends));
        let late = HeldQuery { now: Some(ends), ..HeldQuery::kinds(&[Kind::Report]) };
        assert!(store.held(&late).await.unwrap().is_empty());
        let body = Recall { release: release_id, records: BTreeSet::new(), reason: "sample".to_owned() };
        let recall = desk.draft(audience(1), release_id.uuid(), body.into());
        let recall = desk.write(&theirs, &shared, vec![recall]).await;
        store.accept(&shared, recall, Timestamp::from_millis(2)).await.unwrap();
        assert_eq!(found(&store, "pier").await, 0);
        assert!(store.held(&HeldQuery::kinds(&[Kind::Report])).await.unwrap().is_empty());
        assert_eq!(found(&theirs, "pier").await, 1);
        drop(folder);
    });
}

#[test]
fn an_undone_import_takes_its_reports_and_what_they_say() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let import = ImportId::from_uuid(Uuid::from_u128(7));
        let id = desk.id();
        let mut body = report("Row", "from a sheet");
        body.import = Some(import);
        let draft = desk.draft(audience(1), id, body.into());
        let (statement, person) =
            desk.person(audience(1), ReportId::from_uuid(id), "Sok Dara", "+855 12 000 678");
        let kept = desk.report(audience(1), "Row", "by hand");
        desk.write(&store, &feed, vec![draft, statement, kept]).await;
        store.take(import, &[[1; 32]]).await.unwrap();
        assert_eq!(found(&store, "row").await, 2);
        assert!(store.entity(person).await.unwrap().is_some());
        let undo = desk.draft(
            audience(1),
            import.uuid(),
            ImportUndo { import, reason: "wrong file".to_owned() }.into(),
        );
        desk.write(&store, &feed, vec![undo]).await;
        assert_eq!(found(&store, "row").await, 1);
        assert!(store.entity(person).await.unwrap().is_none());
        assert!(
            store
                .having(lintas_model::property::Property::PhoneNumber, "+85512000678")
                .await
                .unwrap()
                .is_empty()
        );
        assert!(store.taken(&[[1; 32]]).await.unwrap().is_empty());
    });
}

#[test]
fn what_has_run_out_leaves_the_views_and_stays_out() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let mut draft = desk.report(audience(1), "Short", "lived");
        let end = desk.now().plus_days(1);
        draft.marking.handling.expires_at = Some(end);
        desk.write(&store, &feed, vec![draft]).await;
        assert_eq!(store.end(desk.now()).await.unwrap(), 0);
        assert_eq!(store.end(end).await.unwrap(), 1);
        assert_eq!(found(&store, "lived").await, 0);
        store.rebuild(&|_| {}).await.unwrap();
        assert_eq!(found(&store, "lived").await, 0);
    });
}

#[test]
fn an_erased_body_is_nowhere_and_every_proof_stays() {
    on_both(|store, url| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let draft = desk.report(audience(1), "Zanzibarine", "Quagmirelike words that stand nowhere else");
        let record = draft.record;
        let other = desk.report(audience(1), "Other", "stays");
        let entries = desk.write(&store, &feed, vec![draft, other]).await;
        let shared = desk.begin(&store, audience(2), &["KH-CIB", "TH-DSI"]).await;
        let release = desk.release(audience(2), &[&entries[0], &entries[1]], None);
        let recall = Recall {
            release: ReleaseId::from_uuid(release.object.uuid()),
            records: [record].into(),
            reason: String::new(),
        };
        desk.write(&store, &shared, vec![release]).await;
        let erased = store.erase(record).await.unwrap();
        assert_eq!((erased.releases.len(), erased.others.len()), (1, 1));
        assert_eq!(found(&store, "quagmirelike").await, 0);
        assert_eq!(found(&store, "stays").await, 1);
        let left = store.entry(record).await.unwrap().unwrap();
        assert!(matches!(left.body(), ReadBody::Erased));
        assert_eq!(left.hash(), entries[0].hash());
        let mut keys = lintas_ledger::Keyring::new();
        keys.add(desk.code.clone(), desk.signer.public().clone());
        assert_eq!(store.verify_bytes(&desk.code, &keys, &|_| {}).await.unwrap(), []);
        for check in store.verify_views(&|_| {}).await.unwrap() {
            assert!(check.agrees, "{}", check.view);
        }
        let recall = desk.draft(audience(2), recall.release.uuid(), recall.into());
        let id = recall.record;
        desk.write(&store, &shared, vec![recall]).await;
        assert!(matches!(store.erase(id).await, Err(StoreError::MustStay(_))));
        assert!(matches!(store.erase(desk_id(&mut desk)).await, Err(StoreError::NoSuchRecord(_))));
        nowhere_in_the_file(&url, &["Quagmirelike", "quagmirelike", "Zanzibarine", "zanzibarine"]);
    });
}

fn nowhere_in_the_file(url: &str, words: &[&str]) {
    let Some(path) = url.strip_prefix("sqlite://") else { return };
    for file in [path.to_owned(), format!("{path}-wal")] {
        let bytes = std::fs::read(file).unwrap_or_default();
        for word in words {
            let there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!there, "{word} is still in the file");
        }
    }
}

#[test]
fn what_was_recalled_and_then_erased_is_nowhere_either() {
    on_both(|store, url| async move {
        let mut desk = Desk::new("TH-DSI", 2);
        let head = lintas_ledger::FeedHead::start(desk.feed(audience(100)), 0);
        let mut drafts: Vec<_> = (0..300)
            .map(|n| desk.report(audience(100), "Other", &format!("crossing number{n:03}x")))
            .collect();
        drafts.push(desk.report(audience(100), "Zanzibarine", "number123 quagmirelike"));
        let record = drafts[300].record;
        let hidden = desk.seal(head, drafts);
        let feed = desk.begin(&store, audience(1), &["TH-DSI", "KH-CIB"]).await;
        let release = desk.release(audience(1), &hidden.iter().collect::<Vec<_>>(), None);
        let id = ReleaseId::from_uuid(release.object.uuid());
        desk.write(&store, &feed, vec![release]).await;
        assert_eq!(found(&store, "quagmirelike").await, 1);
        let body = Recall { release: id, records: [record].into(), reason: String::new() };
        let recall = desk.draft(audience(1), id.uuid(), body.into());
        desk.write(&store, &feed, vec![recall]).await;
        assert_eq!(found(&store, "quagmirelike").await, 0);
        store.erase(record).await.unwrap();
        nowhere_in_the_file(&url, &["quagmirelike", "zanzibarine", "Zanzibarine"]);
        for check in store.verify_views(&|_| {}).await.unwrap() {
            assert!(check.agrees, "{}", check.view);
        }
    });
}

#[test]
fn a_partner_that_names_our_import_takes_nothing_back() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let import = ImportId::from_uuid(Uuid::from_u128(7));
        let id = desk.id();
        let mut body = report("Row", "from a sheet");
        body.import = Some(import);
        let draft = desk.draft(audience(1), id, body.into());
        desk.write(&store, &feed, vec![draft]).await;
        store.take(import, &[[1; 32]]).await.unwrap();
        let mut other = Desk::new("TH-DSI", 2);
        let theirs = other.feed(audience(2));
        let members = ["KH-CIB", "TH-DSI"].map(|code| lintas_model::AgencyCode::new(code).unwrap());
        let first = lintas_model::record::Audience {
            name: "sample".to_owned(),
            members: members.into(),
            case: None,
            round: None,
        };
        let undo = ImportUndo { import, reason: "not theirs".to_owned() };
        let drafts = vec![
            other.draft(audience(2), audience(2).uuid(), first.into()),
            other.draft(audience(2), import.uuid(), undo.into()),
        ];
        let entries = other.seal(lintas_ledger::FeedHead::start(theirs.clone(), 0), drafts);
        store.accept(&theirs, entries, Timestamp::from_millis(1)).await.unwrap();
        assert_eq!(found(&store, "row").await, 1);
        assert_eq!(store.taken(&[[1; 32]]).await.unwrap(), [[1; 32]].into());
    });
}

fn desk_id(desk: &mut Desk) -> lintas_model::RecordId {
    lintas_model::RecordId::from_uuid(desk.id())
}
