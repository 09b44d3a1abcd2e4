//! The two laws of the views: whatever order feeds arrive in, the end is the same; and computing the views anew gives
//! what computing them step by step gave.

use std::collections::BTreeMap;

use lintas_ledger::{Entry, FeedHead, FeedId};
use lintas_model::record::{ImportUndo, Judgement, Recall, Tombstone, Verdict};
use lintas_model::{Draft, EntityId, ImportId, RecordId, ReleaseId, ReportId, Timestamp};
use lintas_store::{HeldQuery, SearchQuery, Store};
use proptest::prelude::*;
use uuid::Uuid;

use crate::engines::{fresh_postgres, fresh_sqlite, on_a_runtime};
use crate::sample::{Desk, audience, report};

/// A history of three agencies, each entry in its feed.
struct History(Vec<(FeedId, Vec<Entry>)>);

impl History {
    /// Plays steps: each is an agency, an act and a number that picks what it acts on.
    fn of(steps: &[(usize, u8, usize)]) -> Self {
        let mut desks = [Desk::new("KH-CIB", 1), Desk::new("TH-DSI", 2), Desk::new("VN-C02", 3)];
        let import = ImportId::from_uuid(Uuid::from_u128(77));
        let entities: Vec<EntityId> = (0..3).map(|n| EntityId::from_uuid(Uuid::from_u128(500 + n))).collect();
        let mut feeds: BTreeMap<FeedId, (FeedHead, Vec<Entry>)> = BTreeMap::new();
        let mut hidden: Vec<Vec<Entry>> = vec![Vec::new(); 3];
        let mut releases: Vec<Vec<(ReleaseId, Vec<RecordId>)>> = vec![Vec::new(); 3];
        for &(who, act, pick) in steps {
            let desk = &mut desks[who];
            // Some records reach the receiver by their own feed, some only by a release, some by both.
            let open = audience(1 + (pick % 2) as u128);
            let said_in = ReportId::from_uuid(
                hidden[who]
                    .iter()
                    .rev()
                    .nth(pick % 3)
                    .map_or(Uuid::from_u128(9), |e| e.header().object.uuid()),
            );
            let draft: Draft = match act {
                0 => desk.report(open, "River", &format!("boats at night {pick}")),
                1 => {
                    let id = desk.id();
                    let mut body = report("Imported", &format!("row {pick}"));
                    body.import = Some(import);
                    desk.draft(open, id, body.into())
                }
                2 => desk.says(
                    open,
                    said_in,
                    entities[pick % 3],
                    &format!("Name {pick}"),
                    &format!("+66 81 234 567{}", pick % 3),
                ),
                3 => {
                    let some: Vec<Entry> = hidden[who].iter().rev().take(1 + pick % 3).cloned().collect();
                    let draft = desk.release(open, &some.iter().collect::<Vec<_>>(), None);
                    let records = some.iter().map(|entry| entry.header().record).collect();
                    releases[who].push((ReleaseId::from_uuid(draft.object.uuid()), records));
                    draft
                }
                4 => {
                    // Anybody may try to recall anybody's release; only the originator's counts.
                    let Some((release, records)) = releases[pick % 3].last().cloned() else { continue };
                    let records =
                        if pick % 2 == 0 { Vec::new() } else { records.into_iter().take(1).collect() };
                    let body = Recall {
                        release,
                        records: records.into_iter().collect(),
                        reason: "sample".to_owned(),
                    };
                    desk.draft(open, release.uuid(), body.into())
                }
                5 => {
                    desk.draft(open, import.uuid(), ImportUndo { import, reason: "sample".to_owned() }.into())
                }
                6 => {
                    let Some(record) = hidden[(pick / 2) % 3].last().map(|entry| entry.header().record)
                    else {
                        continue;
                    };
                    let body = Tombstone { record, ground: "retention period ended".to_owned() };
                    desk.draft(open, record.uuid(), body.into())
                }
                _ => {
                    let body = Judgement::new(
                        entities[0],
                        entities[1 + pick % 2],
                        Verdict::Same,
                        "sample".to_owned(),
                        None,
                    );
                    desk.draft(open, body.left.uuid(), body.into())
                }
            };
            let keep = act <= 2;
            let private = pick % 3 == 0 && keep;
            let at = if private { audience(100) } else { draft.audience };
            let feed = desk.feed(at);
            let (head, entries) =
                feeds.entry(feed.clone()).or_insert_with(|| (FeedHead::start(feed.clone(), 0), Vec::new()));
            let sealed = desk.seal(head.clone(), vec![Draft { audience: at, ..draft }]);
            head.next_sequence += 1;
            head.previous = sealed[0].hash();
            if keep {
                hidden[who].push(sealed[0].clone());
            }
            entries.extend(sealed);
        }
        // What stays in a private feed never reaches the receiver.
        Self(
            feeds
                .into_iter()
                .filter(|(feed, _)| feed.audience != audience(100))
                .map(|(feed, (_, all))| (feed, all))
                .collect(),
        )
    }

    /// Gives the feeds to a store, in an order and in pieces that `turns` decide.
    async fn give(&self, store: &Store, turns: &[usize]) {
        let mut given = vec![0; self.0.len()];
        let mut turns = turns.iter().copied().cycle();
        while given.iter().zip(&self.0).any(|(done, (_, all))| *done < all.len()) {
            let turn = turns.next().unwrap_or(0);
            let first = turn % self.0.len();
            let Some(at) = (0..self.0.len())
                .map(|n| (first + n) % self.0.len())
                .find(|at| given[*at] < self.0[*at].1.len())
            else {
                break;
            };
            let (feed, all) = &self.0[at];
            let to = (given[at] + 1 + turn % 4).min(all.len());
            store.accept(feed, all[given[at]..to].to_vec(), Timestamp::from_millis(1)).await.unwrap();
            given[at] = to;
        }
    }
}

/// Everything that can be seen in a store.
async fn seen(store: &Store) -> String {
    let held = store.held(&HeldQuery::default()).await.unwrap();
    let entities = store.entities(1000, 0).await.unwrap();
    let mut shared = Vec::new();
    for entity in &entities {
        shared.push(store.sharing(entity.entity).await.unwrap());
    }
    let mut found = Vec::new();
    for text in ["boats", "imported", "name", "5671"] {
        let mut hits: Vec<_> = store
            .search(&SearchQuery { text: text.to_owned(), limit: 500, ..SearchQuery::default() })
            .await
            .unwrap()
            .into_iter()
            .map(|hit| (hit.record, hit.release, hit.caption.clone(), hit.snippet()))
            .collect();
        hits.sort_by_key(|(record, release, ..)| (*record, *release));
        found.push(hits);
    }
    format!("{held:#?}\n{entities:#?}\n{shared:#?}\n{found:#?}")
}

async fn agree(store: &Store) {
    for check in store.verify_views(&|_| {}).await.unwrap() {
        assert!(check.agrees, "the view {} is not what the records say", check.view);
    }
}

fn steps() -> impl Strategy<Value = Vec<(usize, u8, usize)>> {
    prop::collection::vec(
        (0usize..3, prop::sample::select(vec![0u8, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7]), 0usize..24),
        1..40,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn feeds_in_any_order_end_the_same_and_equal_a_rebuild(
        steps in steps(),
        turns in prop::collection::vec(0usize..64, 1..20),
        others in prop::collection::vec(0usize..64, 1..20),
    ) {
        on_a_runtime(async {
            let history = History::of(&steps);
            if history.0.is_empty() {
                return;
            }
            let (_folder, url) = fresh_sqlite();
            let one = Store::create(&url).await.unwrap();
            history.give(&one, &turns).await;
            let (_folder, url) = fresh_sqlite();
            let other = Store::create(&url).await.unwrap();
            history.give(&other, &others).await;
            let (before, elsewhere) = (seen(&one).await, seen(&other).await);
            assert!(before == elsewhere, "{before}\n\n---- in another order ----\n\n{elsewhere}");
            agree(&one).await;
            one.rebuild(&|_| {}).await.unwrap();
            assert_eq!(seen(&one).await, before);
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn both_engines_show_the_same(steps in steps(), turns in prop::collection::vec(0usize..64, 1..20)) {
        on_a_runtime(async {
            let history = History::of(&steps);
            if history.0.is_empty() {
                return;
            }
            let (_folder, url) = fresh_sqlite();
            let one = Store::create(&url).await.unwrap();
            history.give(&one, &turns).await;
            let other = Store::create(&fresh_postgres()).await.unwrap();
            history.give(&other, &turns).await;
            assert_eq!(seen(&one).await, seen(&other).await);
            agree(&other).await;
            other.close().await;
        });
    }
}

#[test]
fn a_rebuild_that_is_stopped_halfway_leaves_the_views_as_they_were() {
    crate::engines::on_both(|store, _| async move {
        let history =
            History::of(&[(0, 0, 1), (0, 1, 2), (1, 2, 4), (1, 3, 5), (2, 0, 7), (0, 3, 2), (1, 5, 4)]);
        history.give(&store, &[3, 1, 2]).await;
        let before = seen(&store).await;
        let stopped = store.clone();
        let rebuild = tokio::spawn(async move {
            let read = std::sync::atomic::AtomicU32::new(0);
            let stop =
                move |_| assert!(read.fetch_add(1, std::sync::atomic::Ordering::SeqCst) < 2, "stopped");
            stopped.rebuild(&stop).await
        });
        assert!(rebuild.await.is_err());
        assert_eq!(seen(&store).await, before);
        agree(&store).await;
    });
}
