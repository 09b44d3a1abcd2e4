//! Forty acts of a malicious partner that holds its own keys: each is refused or comes to nothing, and what is refused is kept
//! as evidence for an officer to see.

use std::collections::BTreeSet;

use lintas_casework::release;
use lintas_casework::witness::{self, Growth, Seen};
use lintas_casework::{Ctx, contradiction, exchange, partner, report};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::log::{Checkpoint, Note, cosign};
use lintas_ledger::{Entry, FeedHead, FeedId, Hash32, MAX_ENTRY, Signer, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::record::{Audience, Disclosed, ImportUndo, Note as Journal, Recall, Release, Tombstone};
use lintas_model::{
    AgencyCode, AudienceId, Body, CaseId, Draft, Marking, ObjectId, OfficerId, RecordId, ReleaseId,
};
use uuid::Uuid;

use crate::fixture::{Agency, code, file, meet, small, sync};
use crate::releases::terms;

/// What somebody does to the bytes of an entry.
type Spoil = fn(&mut Vec<u8>);

/// The acts so far, and how many of them left evidence.
struct Acts<'n> {
    a: &'n Agency,
    at_a: Ctx,
    done: Vec<String>,
}

impl Acts<'_> {
    async fn evidence(&self) -> usize {
        contradiction::list(&self.at_a).await.unwrap().len()
    }

    /// Entries that must be refused at the door, with a finding that is kept; all before the bad one may be taken.
    async fn refused(&mut self, name: &str, feed: &FeedId, entries: Vec<Vec<u8>>, before: u64) {
        let kept = self.evidence().await;
        let taken = exchange::take(&self.a.node, &code("BBB"), feed, entries).await.unwrap();
        assert_eq!(taken.accepted.taken, before, "{name}");
        assert!(!taken.findings.is_empty(), "{name}");
        assert_eq!(self.evidence().await, kept + 1, "{name}: it is not kept");
        self.done.push(name.to_owned());
    }

    fn came_to_nothing(&mut self, name: &str, nothing: bool) {
        assert!(nothing, "{name}");
        self.done.push(name.to_owned());
    }
}

/// What the malicious partner can do: sign anything with its node key.
struct Forger {
    signer: Signer,
    agency: AgencyCode,
    made: u128,
}

impl Forger {
    fn of(agency: &Agency) -> Self {
        let text = std::fs::read_to_string(agency.folder.path().join("keys/node.key")).unwrap();
        let file: KeyFile = text.parse().unwrap();
        Self { signer: file.signer(KeyRole::Node).unwrap(), agency: agency.code(), made: 0 }
    }

    fn feed(&mut self) -> FeedId {
        self.made += 1;
        FeedId {
            agency: self.agency.clone(),
            audience: AudienceId::from_uuid(Uuid::from_u128(0xF00 + self.made)),
        }
    }

    fn draft(&mut self, feed: &FeedId, object: Option<ObjectId>, body: impl Into<Body>) -> Draft {
        self.made += 1;
        Draft {
            record: RecordId::from_uuid(Uuid::from_u128(0x1000 + self.made)),
            object: object.unwrap_or_else(|| feed.audience.into()),
            audience: feed.audience,
            author: OfficerId::from_uuid(Uuid::nil()),
            at: crate::fixture::start(),
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body: body.into(),
        }
    }

    fn opening(&mut self, feed: &FeedId, members: &[&str]) -> Draft {
        let members = members.iter().map(|name| code(name)).collect();
        self.draft(feed, None, Audience { name: "pair".into(), members, case: None, round: None })
    }

    fn note(&mut self, feed: &FeedId, text: &str) -> Draft {
        let case = CaseId::from_uuid(Uuid::from_u128(0xCA5E));
        self.draft(feed, None, Journal { case, text: text.into() })
    }

    fn sealed(&self, head: FeedHead, drafts: Vec<Draft>, signer: &Signer) -> Vec<Entry> {
        seal(head, drafts, signer, &mut SeededEntropy::new(1)).unwrap().0
    }

    /// A sound feed for A of an opening and some notes.
    fn feed_of(&mut self, notes: usize) -> (FeedId, Vec<Vec<u8>>) {
        let feed = self.feed();
        let mut drafts = vec![self.opening(&feed, &["AAA", "BBB"])];
        for number in 0..notes {
            drafts.push(self.note(&feed, &format!("note {number}")));
        }
        let entries = self.sealed(FeedHead::start(feed.clone(), 0), drafts, &self.signer);
        (feed, entries.iter().map(Entry::encode).collect())
    }

    /// A feed that opens well and then says this.
    fn saying(&mut self, object: Option<ObjectId>, body: impl Into<Body>) -> (FeedId, Vec<Vec<u8>>) {
        let feed = self.feed();
        let drafts = vec![self.opening(&feed, &["AAA", "BBB"]), self.draft(&feed, object, body)];
        let entries = self.sealed(FeedHead::start(feed.clone(), 0), drafts, &self.signer);
        (feed, entries.iter().map(Entry::encode).collect())
    }

    fn release(&self, entry: Vec<u8>) -> Release {
        let record = Entry::decode_without_body(&entry).unwrap().header().record;
        Release {
            audience: AudienceId::from_uuid(Uuid::nil()),
            case: None,
            disclosed: vec![Disclosed { record, fields: BTreeSet::new(), entry }],
            purposes: BTreeSet::from([Purpose::Investigation]),
            use_rule: UseRule::Evidence,
            onward: OnwardRule::Never,
            expires_at: None,
            legal_basis: "none".into(),
            reason: "none".into(),
        }
    }
}

#[tokio::test]
async fn forty_acts_of_a_malicious_partner_come_to_nothing() {
    let (a, b, c) = (small("AAA", 500).await, small("BBB", 501).await, small("CCC", 502).await);
    for (one, other) in [(&a, &b), (&a, &c), (&b, &c)] {
        meet(one, other).await;
    }
    let (at_a, at_b, at_c) = (a.seat("first").await, b.seat("first").await, c.seat("first").await);
    let own = file(&at_a, "A's own", Vec::new()).await;
    let own_records = release::of_report(&at_a, own.report).await.unwrap();
    let given = release::release(&at_a, terms(own_records.clone(), &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    let mut acts = Acts { a: &a, at_a: at_a.clone(), done: Vec::new() };
    let mut forger = Forger::of(&b);
    at_the_door(&mut acts, &mut forger).await;
    bytes(&mut acts, &mut forger).await;
    disclosures(&mut acts, &mut forger, &at_b, &at_c).await;
    orders(&mut acts, &mut forger, own_records[0], given).await;
    assert!(report::show(&at_a, own.report).await.is_ok(), "A keeps what is A's");
    logs(&mut acts, &forger).await;
    keys(&mut acts, &b, &c).await;
    assert_eq!(acts.done.len(), 40, "{:?}", acts.done);
    assert_eq!(acts.done.iter().collect::<BTreeSet<_>>().len(), 40);
    assert_eq!(a.findings().await, Vec::<String>::new());
    let told = contradiction::list(&at_a).await.unwrap();
    assert!(told.len() >= 25 && told.iter().all(|kept| kept.agency == code("BBB") && !kept.told.is_empty()));
}

async fn at_the_door(acts: &mut Acts<'_>, forger: &mut Forger) {
    let (feed, entries) = forger.feed_of(3);
    let whole = exchange::take(&acts.a.node, &code("BBB"), &feed, entries.clone()).await.unwrap();
    assert_eq!((whole.accepted.taken, whole.findings.len()), (4, 0), "a sound feed is taken");
    let again = exchange::take(&acts.a.node, &code("BBB"), &feed, entries.clone()).await.unwrap();
    acts.came_to_nothing("replay", again.accepted.taken == 0 && again.accepted.known == 4);
    let head = FeedHead {
        next_sequence: 3,
        previous: Entry::decode(&entries[2]).unwrap().hash(),
        ..FeedHead::start(feed.clone(), 0)
    };
    let other = forger.note(&feed, "another third note");
    let other = forger.sealed(head, vec![other], &forger.signer)[0].encode();
    acts.refused("equivocation", &feed, vec![other], 0).await;
    let (feed, entries) = forger.feed_of(4);
    acts.refused("gap", &feed, [&entries[..2], &entries[3..]].concat(), 2).await;
    let (feed, mut entries) = forger.feed_of(4);
    entries.swap(2, 3);
    acts.refused("another order", &feed, entries, 2).await;
    let feed = forger.feed();
    let drafts = vec![forger.opening(&feed, &["BBB", "CCC"]), forger.note(&feed, "for C")];
    let entries: Vec<_> = forger
        .sealed(FeedHead::start(feed.clone(), 0), drafts, &forger.signer)
        .iter()
        .map(Entry::encode)
        .collect();
    acts.refused("an audience that does not name us", &feed, entries, 0).await;
    let feed = forger.feed();
    let note = forger.note(&feed, "no audience");
    let entries = forger.sealed(FeedHead::start(feed.clone(), 0), vec![note], &forger.signer);
    acts.refused("a feed without an audience", &feed, vec![entries[0].encode()], 0).await;
    let feed = forger.feed();
    let drafts = vec![
        forger.opening(&feed, &["AAA", "BBB"]),
        forger.opening(&feed, &["BBB"]),
        forger.note(&feed, "after we were left out"),
    ];
    let entries: Vec<_> = forger
        .sealed(FeedHead::start(feed.clone(), 0), drafts, &forger.signer)
        .iter()
        .map(Entry::encode)
        .collect();
    acts.refused("records after we were left out", &feed, entries, 1).await;
    let feed = forger.feed();
    let opening = forger.opening(&feed, &["AAA", "BBB"]);
    let stranger = Signer::from_seed(&[77; 32]);
    let entries = forger.sealed(FeedHead::start(feed.clone(), 0), vec![opening], &stranger);
    acts.refused("a key of nobody", &feed, vec![entries[0].encode()], 0).await;
    let foreign = FeedId { agency: code("CCC"), audience: feed.audience };
    let sent = exchange::take(&acts.a.node, &code("BBB"), &foreign, vec![entries[0].encode()]).await;
    acts.came_to_nothing("a feed of another agency", sent.is_err());
    let mut posing = forger.opening(&foreign, &["AAA", "BBB"]);
    posing.audience = foreign.audience;
    let posed = forger.sealed(FeedHead::start(foreign.clone(), 0), vec![posing], &forger.signer);
    acts.refused("posing as another agency", &feed, vec![posed[0].encode()], 0).await;
    let (feed, mut entries) = forger.feed_of(2);
    let (_, others) = forger.feed_of(2);
    entries[2] = others[2].clone();
    acts.refused("a record of another feed", &feed, entries, 2).await;
    let (feed, entries) = forger.feed_of(1);
    let stray = forger.note(&feed, "generation five");
    let head = FeedHead { next_sequence: 7, ..FeedHead::start(feed.clone(), 5) };
    let stray = forger.sealed(head, vec![stray], &forger.signer)[0].encode();
    acts.refused("a generation from nowhere", &feed, [entries, vec![stray]].concat(), 2).await;
    let (feed, entries) = forger.feed_of(1);
    let note = forger.note(&feed, "another past");
    let head = FeedHead { next_sequence: 2, previous: Hash32([9; 32]), ..FeedHead::start(feed.clone(), 0) };
    let note = forger.sealed(head, vec![note], &forger.signer)[0].encode();
    acts.refused("another past", &feed, [entries, vec![note]].concat(), 2).await;
}

async fn bytes(acts: &mut Acts<'_>, forger: &mut Forger) {
    let spoil: [(&str, Spoil); 10] = [
        ("nothing at all", Vec::clear),
        ("too much", |bytes| bytes.resize(MAX_ENTRY + 1, 0)),
        ("cut short", |bytes| bytes.truncate(bytes.len() / 2)),
        ("one byte more", |bytes| bytes.push(0)),
        ("a claimed length of all memory", |bytes| {
            *bytes = vec![0x84, 0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
        }),
        ("a million arrays", |bytes| *bytes = vec![0x81; 1_000_000]),
        ("an indefinite length", |bytes| bytes[0] = 0x9f),
        ("an altered header", |bytes| bytes[40] ^= 1),
        ("an altered body", |bytes| {
            let last = bytes.len() - 1;
            bytes[last] ^= 1;
        }),
        ("a signature that anybody can make", |bytes| {
            let entry = Entry::decode(bytes).unwrap();
            let at =
                bytes.windows(entry.header_bytes().len()).position(|w| w == entry.header_bytes()).unwrap();
            let signature = at + entry.header_bytes().len() + 2;
            bytes[signature..signature + 64].fill(0);
            bytes[signature] = 1;
        }),
    ];
    for (name, spoil) in spoil {
        let (feed, mut entries) = forger.feed_of(2);
        spoil(&mut entries[2]);
        acts.refused(name, &feed, entries, 2).await;
    }
    let (feed, mut entries) = forger.feed_of(2);
    let (one, two) = (Entry::decode(&entries[1]).unwrap(), Entry::decode(&entries[2]).unwrap());
    let bare = one.without_body().into_bytes();
    let body = &two.as_bytes()[two.without_body().as_bytes().len() - 1..];
    entries[1] = [&bare[..bare.len() - 1], body].concat();
    acts.refused("the body of another record", &feed, entries, 1).await;
}

async fn disclosures(acts: &mut Acts<'_>, forger: &mut Forger, at_b: &Ctx, at_c: &Ctx) {
    let filed = file(at_c, "Seen by C alone", Vec::new()).await;
    let foreign = release::of_report(at_c, filed.report).await.unwrap()[0];
    let foreign =
        release::preview(at_c, &terms(vec![foreign], &[code("BBB")])).await.unwrap().remove(0).entry;
    let (feed, entries) = forger.saying(None, forger.release(foreign));
    acts.refused("the words of another agency", &feed, entries, 1).await;
    assert!(report::show(&acts.at_a, filed.report).await.is_err());
    let own = file(at_b, "Seen by B", Vec::new()).await;
    let records = release::of_report(at_b, own.report).await.unwrap();
    let sound =
        release::preview(at_b, &terms(vec![records[0]], &[code("AAA")])).await.unwrap().remove(0).entry;
    let mut altered = sound.clone();
    let last = altered.len() - 1;
    altered[last] ^= 1;
    let (feed, entries) = forger.saying(None, forger.release(altered));
    acts.refused("an altered original", &feed, entries, 1).await;
    let inner = forger.saying(None, forger.release(sound.clone())).1.remove(1);
    let (feed, entries) = forger.saying(None, forger.release(inner));
    exchange::take(&acts.a.node, &code("BBB"), &feed, entries).await.unwrap();
    let hidden = report::show(&acts.at_a, own.report).await.is_err();
    acts.came_to_nothing("a release inside a release", hidden);
    let over = Release { expires_at: Some(acts.at_a.now()), ..forger.release(sound.clone()) };
    let (feed, entries) = forger.saying(None, over);
    exchange::take(&acts.a.node, &code("BBB"), &feed, entries).await.unwrap();
    acts.came_to_nothing("a release that is over", report::show(&acts.at_a, own.report).await.is_err());
    let nobody = Release { purposes: BTreeSet::new(), ..forger.release(sound) };
    let (feed, entries) = forger.saying(None, nobody);
    exchange::take(&acts.a.node, &code("BBB"), &feed, entries).await.unwrap();
    acts.came_to_nothing("a release for no purpose", report::show(&acts.at_a, own.report).await.is_err());
}

/// Orders about what is not the partner's.
async fn orders(acts: &mut Acts<'_>, forger: &mut Forger, ours: RecordId, given: ReleaseId) {
    let node = &acts.a.node;
    let stands = async |at: &Ctx| release::preview(at, &terms(vec![ours], &[code("BBB")])).await.is_ok();
    let (feed, entries) = forger.saying(None, Tombstone { record: ours, ground: "gone".into() });
    exchange::take(node, &code("BBB"), &feed, entries).await.unwrap();
    let kept = stands(&acts.at_a).await;
    acts.came_to_nothing("erasing what is ours", kept);
    let recall = Recall { release: given, records: BTreeSet::new(), reason: "mine".into() };
    let (feed, entries) = forger.saying(Some(given.into()), recall);
    exchange::take(node, &code("BBB"), &feed, entries).await.unwrap();
    let recalled = release::show(&acts.at_a, given).await.unwrap().recalls;
    acts.came_to_nothing("recalling what is ours", recalled.is_empty());
    let import = lintas_model::ImportId::from_uuid(Uuid::from_u128(1));
    let undo = ImportUndo { import, reason: "mine".into() };
    let (feed, entries) = forger.saying(None, undo);
    exchange::take(node, &code("BBB"), &feed, entries).await.unwrap();
    let kept = stands(&acts.at_a).await;
    acts.came_to_nothing("undoing an import of ours", kept);
}

/// Logs that do not merely grow.
async fn logs(acts: &mut Acts<'_>, forger: &Forger) {
    let (node, b) = (&acts.a.node, code("BBB"));
    let note = |size, root| Checkpoint { agency: b.clone(), size, root }.sign(&forger.signer);
    let root = Hash32([5; 32]);
    assert_eq!(witness::look(node, &b, 0, &[], &note(8, root)).await.unwrap(), Seen::Cosigned);
    let stranger = Checkpoint { agency: b.clone(), size: 9, root }.sign(&Signer::from_seed(&[77; 32]));
    let other = Checkpoint { agency: code("CCC"), size: 9, root }.sign(&forger.signer);
    let shown: [(&str, u64, String); 6] = [
        ("a log rolled back", 8, note(7, root)),
        ("two logs of one size", 8, note(8, Hash32([6; 32]))),
        ("growth without proof", 8, note(9, root)),
        ("a log that nobody signed", 8, stranger),
        ("the log of another agency", 8, other),
        ("growth from another size", 3, note(12, root)),
    ];
    for (name, old, note) in shown {
        let kept = acts.evidence().await;
        let seen = witness::look(node, &b, old, &[], &note).await.unwrap();
        assert!(matches!(seen, Seen::Refused(_)), "{name}");
        assert_eq!(acts.evidence().await, kept + 1, "{name}: it is not kept");
        acts.done.push(name.to_owned());
    }
    let kept = acts.evidence().await;
    let Growth::Proved { note, .. } = witness::growth(node, 0).await.unwrap() else { panic!("it grew") };
    let mut forged = Note::parse(&note).unwrap();
    cosign(&mut forged, &Checkpoint::origin_of(&b), &Signer::from_seed(&[77; 32]), acts.at_a.now()).unwrap();
    let anew = witness::learn(node, &b, &forged.to_string()).await.unwrap();
    acts.came_to_nothing("a cosignature of somebody else", !anew && acts.evidence().await == kept + 1);
}

async fn keys(acts: &mut Acts<'_>, b: &Agency, c: &Agency) {
    let card = partner::own_card(&b.node).await.unwrap();
    let mut stolen = partner::own_card(&c.node).await.unwrap();
    stolen.keys.node_key = card.keys.node_key.clone();
    acts.came_to_nothing(
        "a card with a key that its root did not sign",
        partner::Card::parse(&stolen.to_text()).is_err(),
    );
}
