//! Prints how fast records are sealed and checked, beside the bare signatures of the library in the same run. The machine may be busy: the ratios count.
//!
//! `cargo run --release -p lintas-ledger --example rates [RECORDS]`

use std::hint::black_box;
use std::time::Instant;

use ed25519_dalek::{Signer as _, SigningKey};
use lintas_ledger::log::Tree;
use lintas_ledger::verify::FeedCheck;
use lintas_ledger::{Entry, FeedHead, FeedId, Keyring, Signer, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::record::{Audience, Report};
use lintas_model::{AgencyCode, AudienceId, Body, Draft, Marking, ObjectId, OfficerId, RecordId, Timestamp};
use rayon::prelude::*;
use uuid::Uuid;

/// How many records are sealed or checked together.
const GROUP: usize = 1024;

fn draft(number: u64, audience: AudienceId, agency: &AgencyCode) -> Draft {
    let body: Body = if number == 0 {
        let members = [agency.clone()].into();
        Audience { name: "rates".into(), members, case: None, round: None }.into()
    } else {
        Report {
            title: format!("Report {number}"),
            text: "Two vans left the rest-house before dawn. ".repeat(12),
            language: Some("en".into()),
            occurred: None,
            source_reference: Some(format!("S-{number}")),
            case: None,
            import: None,
        }
        .into()
    };
    Draft {
        record: RecordId::from_uuid(Uuid::from_u128(number.into())),
        object: ObjectId::from_uuid(Uuid::from_u128(number.into())),
        audience,
        author: OfficerId::from_uuid(Uuid::from_u128(1)),
        at: Timestamp::from_millis(number as i64),
        purpose: Purpose::Investigation,
        marking: Marking::default(),
        supersedes: None,
        body,
    }
}

/// Times two kinds of work in turn on slices of the records, so that a busy machine slows both alike.
struct Duel {
    theirs: f64,
    ours: f64,
}

impl Duel {
    fn fight<R>(rounds: &[R], mut theirs: impl FnMut(&R), mut ours: impl FnMut(&R)) -> Self {
        let seconds = |work: &mut dyn FnMut(&R), round: &R| {
            let start = Instant::now();
            work(round);
            start.elapsed().as_secs_f64()
        };
        let mut duel = Self { theirs: 0.0, ours: 0.0 };
        for round in rounds {
            duel.theirs += seconds(&mut theirs, round);
            duel.ours += seconds(&mut ours, round);
        }
        duel
    }

    fn print(&self, count: usize, theirs: &str, ours: &str) {
        println!("{theirs:44} {:>12.0} /s", count as f64 / self.theirs);
        println!("{ours:44} {:>12.0} /s   ratio {:.2}", count as f64 / self.ours, self.theirs / self.ours);
    }
}

fn rate<T>(what: &str, count: usize, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{what:44} {:>12.0} /s", count as f64 / start.elapsed().as_secs_f64());
    result
}

fn main() {
    let count: usize = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(50_000);
    let agency = AgencyCode::new("KH-CIB").expect("a code");
    let audience = AudienceId::from_uuid(Uuid::from_u128(7));
    let feed = FeedId { agency: agency.clone(), audience };
    let signer = Signer::from_seed(&[7; 32]);
    let library = SigningKey::from_bytes(&[7; 32]);
    let message = [7; 49];
    println!("{} threads, {count} records", rayon::current_num_threads());

    let drafts: Vec<Draft> = (0..count as u64).map(|number| draft(number, audience, &agency)).collect();
    let groups: Vec<&[Draft]> = drafts.chunks(GROUP).collect();
    let (mut head, mut entropy, mut entries) =
        (FeedHead::start(feed.clone(), 0), SeededEntropy::new(1), Vec::new());
    Duel::fight(
        &groups,
        |group| {
            (0..group.len()).into_par_iter().for_each(|_| {
                black_box(library.sign(black_box(&message)));
            })
        },
        |group| {
            let (sealed, next) = seal(head.clone(), group.to_vec(), &signer, &mut entropy).expect("sealed");
            entries.extend(sealed);
            head = next;
        },
    )
    .print(count, "library: sign", "seal");

    let bytes: Vec<&[u8]> = entries.iter().map(Entry::as_bytes).collect();
    let groups: Vec<&[&[u8]]> = bytes.chunks(GROUP).collect();
    let mut keys = Keyring::new();
    keys.add(agency, signer.public().clone());
    let (public, signature) = (library.verifying_key(), library.sign(&message));
    let mut check = FeedCheck::resume(&keys, FeedHead::start(feed, 0));
    Duel::fight(
        &groups,
        |group| {
            (0..group.len()).into_par_iter().for_each(|_| {
                public.verify_strict(black_box(&message), black_box(&signature)).expect("sound");
            });
        },
        |group| drop(check.push(group)),
    )
    .print(count, "library: verify_strict", "check of a feed");
    assert!(check.finish().findings.is_empty());

    println!("{:44} {:>12}", "bytes per entry", bytes.iter().map(|entry| entry.len()).sum::<usize>() / count);
    rate("decode, one thread", count, || {
        bytes.iter().for_each(|bytes| drop(Entry::decode(bytes).expect("an entry")));
    });
    rate("read the body, one thread", count, || entries.iter().for_each(|entry| drop(entry.body())));
    rate("append to the tree, one thread", count, || {
        let mut tree = Tree::new();
        tree.extend(entries.iter().map(Entry::hash));
        tree.root()
    });
}
