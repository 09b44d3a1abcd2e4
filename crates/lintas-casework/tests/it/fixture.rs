//! Nodes with officers of every role.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use lintas_casework::node::{FirstOfficer, NewNode};
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::report::{self, Filed, NewReport, NewThing};
use lintas_casework::{Ctx, Node, exchange, partner, signin};
use lintas_ledger::FeedId;
use lintas_model::clock::SetClock;
use lintas_model::entropy::SeededEntropy;
use lintas_model::property::{Property, Value};
use lintas_model::{AgencyCode, EntityKind, Language, Role, Timestamp};

pub(crate) const PASSWORD: &str = "a long enough password";

pub(crate) struct Agency {
    pub(crate) node: Node,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) folder: tempfile::TempDir,
}

pub(crate) fn start() -> Timestamp {
    Timestamp::parse("2017-03-06T02:00:00Z").unwrap()
}

pub(crate) fn code(text: &str) -> AgencyCode {
    AgencyCode::new(text).unwrap()
}

pub(crate) fn new_node(agency: &str, roles: &[Role]) -> NewNode {
    NewNode {
        agency: code(agency),
        names: BTreeMap::from([("en".to_owned(), format!("Agency {agency}"))]),
        country: None,
        language: Language::En,
        database: None,
        web_address: "127.0.0.1:0".to_owned(),
        peer_address: "127.0.0.1:0".to_owned(),
        public_address: None,
        demo: false,
        officers_sign: false,
        first_officer: FirstOfficer {
            name: "First".to_owned(),
            login: "First".to_owned(),
            password: PASSWORD.to_owned(),
            roles: roles.iter().copied().collect(),
        },
    }
}

pub(crate) async fn init(
    folder: &Path,
    new: NewNode,
    clock: &Arc<SetClock>,
    seed: u64,
) -> lintas_casework::Result<Node> {
    Node::init(folder, new, clock.clone(), Box::new(SeededEntropy::new(seed))).await
}

/// An agency whose first officer does everything a small agency needs.
pub(crate) async fn small(agency: &str, seed: u64) -> Agency {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(SetClock::new(start())));
    let new = new_node(agency, &[Role::Administrator, Role::CaseLead, Role::Analyst]);
    let node = init(folder.path(), new, &clock, seed).await.unwrap();
    Agency { node, clock, folder }
}

/// An agency with one officer of each role, who signs in by the word of the role.
pub(crate) async fn staffed(agency: &str, seed: u64) -> Agency {
    let it = small(agency, seed).await;
    let first = it.seat("first").await;
    for role in Role::ALL {
        let new = NewOfficer {
            name: format!("The {role}"),
            login: role.as_str().to_owned(),
            password: PASSWORD.to_owned(),
            roles: BTreeSet::from([role]),
            language: Language::En,
        };
        officer::enrol(&first, new).await.unwrap();
    }
    it
}

impl Agency {
    pub(crate) async fn seat(&self, login: &str) -> Ctx {
        signin::at_the_console(&self.node, login).await.unwrap()
    }

    pub(crate) fn code(&self) -> AgencyCode {
        self.node.code().clone()
    }

    pub(crate) fn days(&self, days: i64) {
        self.clock.advance_millis(days * 86_400_000);
    }

    /// Every finding about bytes and views.
    pub(crate) async fn findings(&self) -> Vec<String> {
        let found = lintas_casework::verify::verify(&self.node, &|_| ()).await.unwrap();
        found.into_iter().map(|f| format!("{} {}: {}", f.code, f.place, f.problem)).collect()
    }

    /// All bytes of the node's folder.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut all = Vec::new();
        for entry in std::fs::read_dir(self.folder.path()).unwrap().flatten() {
            if entry.path().is_file() {
                all.extend(std::fs::read(entry.path()).unwrap());
            }
        }
        all
    }
}

pub(crate) fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Two agencies pin each other.
pub(crate) async fn meet(a: &Agency, b: &Agency) {
    for (one, other) in [(a, b), (b, a)] {
        let card = partner::own_card(&other.node).await.unwrap();
        let words = card.words();
        partner::pin(&one.seat("first").await, card, &words).await.unwrap();
    }
}

/// Everything `from` offers is taken by `to`; answers what was found wrong.
pub(crate) async fn pull(from: &Agency, to: &Agency) -> Vec<String> {
    let mut findings = Vec::new();
    for offer in exchange::offered(&from.node, &to.code()).await.unwrap() {
        let feed = offer.head.feed.clone();
        findings.extend(pull_feed(from, to, &feed).await);
    }
    findings
}

pub(crate) async fn pull_feed(from: &Agency, to: &Agency, feed: &FeedId) -> Vec<String> {
    let at = exchange::position(&to.node, feed).await.unwrap();
    let (to_code, from_code) = (to.code(), from.code());
    let entries = exchange::entries_for(&from.node, &to_code, feed, at.generation, at.next_sequence, 10_000)
        .await
        .unwrap();
    exchange::take(&to.node, &from_code, feed, entries).await.unwrap().findings
}

pub(crate) async fn sync(a: &Agency, b: &Agency) {
    assert_eq!(pull(a, b).await, Vec::<String>::new());
    assert_eq!(pull(b, a).await, Vec::<String>::new());
}

pub(crate) fn phone(number: &str) -> NewThing {
    thing(EntityKind::Phone, Property::PhoneNumber, number)
}

pub(crate) fn thing(kind: EntityKind, property: Property, text: &str) -> NewThing {
    NewThing { entity: None, kind, says: vec![(property, Value::Text(text.to_owned()))] }
}

pub(crate) async fn file(ctx: &Ctx, title: &str, things: Vec<NewThing>) -> Filed {
    let new = NewReport {
        title: title.to_owned(),
        text: format!("{title}, in full."),
        source_reference: Some("SRC-0815".to_owned()),
        things,
        ..NewReport::default()
    };
    report::add(ctx, new).await.unwrap()
}
