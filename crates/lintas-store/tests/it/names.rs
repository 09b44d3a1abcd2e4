//! Names alike, pairs that wait for a judgement, and words by their beginning.

use lintas_model::{EntityId, EntityKind, ReportId};
use lintas_store::{PossiblePair, SearchQuery};
use uuid::Uuid;

use crate::engines::on_both;
use crate::sample::{Desk, audience};

#[test]
fn a_name_finds_its_spellings_in_other_scripts_and_none_once_it_is_erased() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        let (thai, one) = desk.person(audience(1), report, "สมชาย ใจดี", "");
        let (latin, two) = desk.person(audience(1), report, "Somchai Jaidee", "");
        let (other, _) = desk.person(audience(1), report, "Nguyen Van Binh", "");
        let erased = latin.record;
        desk.write(&store, &feed, vec![thai, latin, other]).await;
        let alike = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let store = store.clone();
            async move {
                let rows = store.alike(EntityKind::Person, &names, 100).await.unwrap();
                rows.into_iter().map(|row| row.entity).collect::<Vec<_>>()
            }
        };
        assert_eq!(alike(&["Somchay Chaidee"]).await, [one, two]);
        assert_eq!(store.names_of(one).await.unwrap(), ["สมชาย ใจดี"]);
        store.erase(erased).await.unwrap();
        assert_eq!(alike(&["Somchai Jaidee"]).await, [one]);
        assert!(store.names_of(two).await.unwrap().is_empty());
        let views = store.verify_views(&|_| ()).await.unwrap();
        assert!(views.iter().all(|view| view.agrees), "{views:?}");
    });
}

#[test]
fn a_common_key_does_not_crowd_out_a_rare_one() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("VN-C02", 3);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        let (rare, wanted) = desk.person(audience(1), report, "Nguyễn Quỳnh Zarathustra", "");
        let mut drafts = vec![rare];
        drafts.extend((0..300).map(|_| desk.person(audience(1), report, "Nguyễn Văn An", "").0));
        desk.write(&store, &feed, drafts).await;
        let rows =
            store.alike(EntityKind::Person, &["Nguyen Quynh Zarathustra".to_owned()], 20).await.unwrap();
        assert!(rows.iter().any(|row| row.entity == wanted), "{}", rows.len());
        assert!(rows.len() <= 20);
    });
}

#[test]
fn pairs_come_strongest_first_and_what_arrived_is_looked_at_once() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        let (draft, entity) = desk.person(audience(1), report, "Sok Chanthy", "");
        desk.write(&store, &feed, vec![draft]).await;
        let arrived = store.arrived(100).await.unwrap();
        assert_eq!((arrived.entities.as_slice(), arrived.behind), ([entity].as_slice(), 0));
        let id = |n: u128| EntityId::from_uuid(Uuid::from_u128(n));
        let pair = |strength, left, right| PossiblePair { strength, left: id(left), right: id(right) };
        let pairs = [pair(700, 1, 2), pair(900, 1, 3), pair(900, 2, 3)];
        store.keep_pairs(&pairs, Some(arrived.up_to)).await.unwrap();
        assert!(store.arrived(100).await.unwrap().entities.is_empty());
        assert_eq!(store.pairs(None, 2).await.unwrap(), [pairs[2], pairs[1]]);
        assert_eq!(store.pairs(Some(pairs[1]), 9).await.unwrap(), [pairs[0]]);
        store.keep_pairs(&[pair(950, 1, 2)], None).await.unwrap();
        assert_eq!(store.pairs(None, 1).await.unwrap()[0].strength, 950);
        store.drop_pair(id(2), id(1)).await.unwrap();
        assert_eq!(store.pairs(None, 9).await.unwrap().len(), 2);
        store.rebuild(&|_| ()).await.unwrap();
        assert!(store.pairs(None, 9).await.unwrap().is_empty());
        assert_eq!(store.arrived(100).await.unwrap().entities, [entity]);
    });
}

#[test]
fn the_beginning_of_a_word_finds_it_and_an_erased_word_is_known_no_more() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let drafts = vec![
            desk.report(audience(1), "One", "seen at the checkpoint"),
            desk.report(audience(1), "Two", "checked by Quetzalcoatl near the đường"),
        ];
        let (first, second) = (drafts[0].record, drafts[1].record);
        desk.write(&store, &feed, drafts).await;
        let found = |text: &str| {
            let (store, query) =
                (store.clone(), SearchQuery { text: text.to_owned(), ..SearchQuery::default() });
            async move { store.search(&query).await.unwrap().iter().map(|hit| hit.record).collect::<Vec<_>>() }
        };
        assert_eq!(found("check").await, [second, first]);
        assert_eq!(found("checkp").await, [first]);
        assert_eq!(found("duon").await, [second]);
        assert_eq!(found("quetzal").await, [second]);
        store.erase(second).await.unwrap();
        assert_eq!(found("quetzal").await, []);
        assert_eq!(found("check").await, [first]);
        let views = store.verify_views(&|_| ()).await.unwrap();
        assert!(views.iter().all(|view| view.agrees), "{views:?}");
    });
}

#[test]
fn a_name_found_from_another_script_is_marked() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("TH-DSI", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        let (draft, _) = desk.person(audience(1), report, "สมชาย ใจดี", "");
        desk.write(&store, &feed, vec![draft]).await;
        let query = SearchQuery { text: "somchai".to_owned(), ..SearchQuery::default() };
        let hits = store.search(&query).await.unwrap();
        let caption = hits[0].marked_caption();
        assert_eq!(
            caption.marks.iter().map(|range| &caption.text[range.clone()]).collect::<Vec<_>>(),
            ["สมชาย"]
        );
    });
}
