//! Two worlds that differ only in what B may not see send B the same bytes: sizes, order and all.
//!
//! Both worlds run the same visible acts with the same clock and the same random numbers; between them each world does hidden
//! things of its own: private reports, searches, cases and releases that are C's alone, erasures, meetings with C. What A then
//! offers B, and every entry of it, must be equal byte for byte. The records that B gets are filed before the worlds part: where
//! an original stands in A's own feed is signed in its header and does tell how much A had written before it (see
//! `docs/threat-model.md`).
//!
//! `LINTAS_WORLDS` sets how many histories are played; a few by default.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use lintas_casework::release::{self, Narrowing, Recipients};
use lintas_casework::{Ctx, Node, case, erasure, exchange, note, report, search, task};
use lintas_ledger::FeedHead;
use lintas_model::clock::SetClock;
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::{AgencyCode, CaseId, Entropy, RecordId, ReleaseId, Role, Timestamp};

use crate::cases::open;
use crate::fixture::{Agency, code, file, meet, new_node, phone, pull, start};
use crate::releases::terms;

/// Random numbers that begin anew at each act, so that hidden acts do not shift those of visible ones.
#[derive(Clone)]
struct Acts(Arc<Mutex<SeededEntropy>>);

impl Acts {
    fn begin(&self, seed: u64) {
        *self.0.lock().unwrap() = SeededEntropy::new(seed);
    }
}

impl Entropy for Acts {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.lock().unwrap().fill(bytes);
    }
}

/// Numbers that decide what happens.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        let mut bytes = [0; 8];
        SeededEntropy::new(self.0).fill(&mut bytes);
        self.0 = u64::from_le_bytes(bytes);
        (self.0 >> 11) % end
    }
}

struct World {
    a: Agency,
    b: Agency,
    c: Agency,
    numbers: Acts,
    at_a: Ctx,
    joint: CaseId,
    /// Reports that visible acts may release, each with its records.
    ready: Vec<Vec<RecordId>>,
    released: Vec<ReleaseId>,
    hidden: Vec<RecordId>,
    cases: Vec<CaseId>,
    minute: i64,
}

impl World {
    async fn begin(seed: u64) -> Self {
        let numbers = Acts(Arc::new(Mutex::new(SeededEntropy::new(seed))));
        let clock = Arc::new(SetClock::new(start()));
        let (mut agencies, roles) = (Vec::new(), [Role::Administrator, Role::CaseLead, Role::Analyst]);
        for name in ["AAA", "BBB", "CCC"] {
            let folder = tempfile::tempdir().unwrap();
            let entropy = Box::new(numbers.clone());
            let node =
                Node::init(folder.path(), new_node(name, &roles), clock.clone(), entropy).await.unwrap();
            agencies.push(Agency { node, clock: clock.clone(), folder });
        }
        let [a, b, c] = <[Agency; 3]>::try_from(agencies).ok().unwrap();
        for (one, other) in [(&a, &b), (&a, &c), (&b, &c)] {
            meet(one, other).await;
        }
        let at_a = a.seat("first").await;
        let joint = open(&at_a, "Pier").await;
        case::make_joint(&at_a, joint, &BTreeSet::from([code("BBB")])).await.unwrap();
        let mut ready = Vec::new();
        for number in 0..4 {
            let filed = file(&at_a, &format!("Seen at pier {number}"), vec![phone("+855 12 345 678")]).await;
            ready.push(release::of_report(&at_a, filed.report).await.unwrap());
        }
        Self {
            a,
            b,
            c,
            numbers,
            at_a,
            joint,
            ready,
            released: Vec::new(),
            hidden: Vec::new(),
            cases: Vec::new(),
            minute: 0,
        }
    }

    /// The clock and the numbers of an act: minute by minute, whatever happened before.
    fn act(&mut self, minute: i64, seed: u64) {
        let then = start().plus_millis(minute * 60_000).as_millis();
        self.a.clock.set(Timestamp::from_millis(then));
        self.numbers.begin(seed);
        self.minute = minute;
    }

    async fn visible(&mut self, dice: &mut Dice) {
        match dice.below(7) {
            0 | 1 if !self.ready.is_empty() => {
                let records = self.ready.remove(0);
                let mut new = terms(records, &[code("BBB")]);
                if dice.below(2) == 0 {
                    new.to = Recipients::Case(self.joint);
                }
                for withheld in new.records.values_mut() {
                    withheld.extend((dice.below(2) == 0).then(|| "text".to_owned()));
                }
                self.released.push(release::release(&self.at_a, new).await.unwrap());
            }
            2 if !self.released.is_empty() => {
                let id = self.released.remove(0);
                release::recall(&self.at_a, id, BTreeSet::new(), "the source asked").await.unwrap();
            }
            3 if !self.released.is_empty() => {
                let id = self.released.remove(0);
                let view = release::show(&self.at_a, id).await.unwrap();
                let record = view.release.body.disclosed[0].record;
                let keep = BTreeMap::from([(record, BTreeSet::from(["title".to_owned()]))]);
                let purposes = BTreeSet::from([Purpose::Investigation]);
                let reason = "less is enough".to_owned();
                let narrowing = Narrowing { keep, purposes, expires_at: None, reason };
                self.released.push(release::narrow(&self.at_a, id, narrowing).await.unwrap());
            }
            4 => {
                let text = "Ask at the pier";
                let new = task::NewTask {
                    case: self.joint,
                    title: text.into(),
                    detail: String::new(),
                    agency: code("BBB"),
                    due: None,
                    after: None,
                };
                task::set(&self.at_a, new).await.unwrap();
            }
            5 => assert_eq!(pull(&self.b, &self.a).await, Vec::<String>::new()),
            _ => drop(note::write(&self.at_a, self.joint, "The tide is at six").await.unwrap()),
        }
    }

    /// Something that is none of B's business, drawn from this world's own dice.
    async fn hide(&mut self, dice: &mut Dice) {
        let ctx = self.at_a.clone();
        match dice.below(8) {
            0 | 1 => {
                let filed =
                    file(&ctx, &format!("Secret {}", dice.below(1000)), vec![phone("+66 81 234 5678")]).await;
                self.hidden.extend(release::of_report(&ctx, filed.report).await.unwrap());
            }
            2 => self.cases.push(open(&ctx, "Nobody knows").await),
            3 if !self.cases.is_empty() => {
                let case = self.cases.remove(0);
                case::make_joint(&ctx, case, &BTreeSet::from([code("CCC")])).await.unwrap();
                note::write(&ctx, case, "For C alone").await.unwrap();
            }
            4 if !self.hidden.is_empty() => {
                let new = terms(vec![self.hidden.remove(0)], &[code("CCC")]);
                let id = release::release(&ctx, new).await.unwrap();
                if dice.below(2) == 0 {
                    release::recall(&ctx, id, BTreeSet::new(), "enough").await.unwrap();
                }
            }
            5 if !self.hidden.is_empty() => {
                erasure::erase(&ctx, self.hidden.remove(0), "retention period ended").await.unwrap();
            }
            6 => {
                let wanted = search::Wanted { text: "Secret".into(), ..search::Wanted::default() };
                search::find(&ctx, &wanted).await.unwrap();
                report::list(&ctx, None, 0, 0).await.unwrap();
            }
            _ => {
                pull(&self.a, &self.c).await;
                for offer in exchange::offered(&self.a.node, &code("CCC")).await.unwrap() {
                    exchange::acknowledge(&self.c.node, &offer.head.feed).await.unwrap();
                }
                pull(&self.c, &self.a).await;
                for head in exchange::held_from(&self.a.node, &code("CCC")).await.unwrap() {
                    exchange::acknowledge(&self.a.node, &head.feed).await.unwrap();
                }
            }
        }
    }

    /// Everything that A has for B, as B would ask for it.
    async fn sent(&self) -> Vec<(FeedHead, String, Vec<Vec<u8>>)> {
        let b: AgencyCode = code("BBB");
        let mut sent = Vec::new();
        for offer in exchange::offered(&self.a.node, &b).await.unwrap() {
            let (feed, generation) = (offer.head.feed.clone(), offer.head.generation);
            let entries =
                exchange::entries_for(&self.a.node, &b, &feed, generation, 0, 10_000).await.unwrap();
            sent.push((offer.head, offer.name, entries));
        }
        sent
    }
}

/// Plays one history in two worlds; answers how many bytes and entries B got in each.
async fn play(history: u64) -> (usize, usize) {
    let mut worlds = Vec::new();
    for side in 0..2 {
        let mut world = World::begin(7_000 + history).await;
        let (mut visible, mut hidden) = (Dice(history), Dice(history * 2 + side + 1_000_000));
        for step in 0..8_i64 {
            for quiet in 0..hidden.below(4) as i64 {
                world.act(1_000 + step * 10 + quiet, 50_000 + hidden.below(1 << 40));
                world.hide(&mut hidden).await;
            }
            world.act(1_000 + step * 10 + 9, 90_000 + history * 100 + step.unsigned_abs());
            world.visible(&mut visible).await;
        }
        worlds.push(world);
    }
    let (one, other) = (worlds[0].sent().await, worlds[1].sent().await);
    let logs = (worlds[0].a.node.checkpoint().await.unwrap(), worlds[1].a.node.checkpoint().await.unwrap());
    assert_ne!(logs.0, logs.1, "history {history}: the worlds do differ");
    assert_eq!(one.len(), other.len(), "history {history}: another number of feeds");
    for (one, other) in one.iter().zip(&other) {
        assert_eq!((&one.0, &one.1), (&other.0, &other.1), "history {history}: another head");
        assert!(one.2 == other.2, "history {history}: other bytes in {}", one.0.feed);
    }
    let entries: Vec<&Vec<u8>> = one.iter().flat_map(|(_, _, entries)| entries).collect();
    (entries.iter().map(|entry| entry.len()).sum(), entries.len())
}

#[tokio::test]
async fn what_is_hidden_from_a_partner_changes_no_byte_that_it_gets() {
    let histories = std::env::var("LINTAS_WORLDS").ok().and_then(|count| count.parse().ok()).unwrap_or(3);
    let (mut bytes, mut entries) = (0, 0);
    for history in 0..histories {
        let (sent, records) = play(history).await;
        bytes += sent;
        entries += records;
    }
    assert!(entries > 8 * histories as usize, "B gets something: {entries} records in {bytes} bytes");
}
