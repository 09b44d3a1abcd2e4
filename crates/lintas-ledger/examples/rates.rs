//! Prints how fast records are sealed and checked, beside the bare signatures of the library in the same run. The machine may be busy: the ratios count.
//!
//! `cargo run --release -p lintas-ledger --example rates [RECORDS]`

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
    // Distinct messages: a processor learns the branches of one that is verified again and again.
    let messages: Vec<[u8; 49]> = (0..count)
        .map(|number| {
            let mut message = [7; 49];
            message[..8].copy_from_slice(&number.to_le_bytes());
            message
        })
        .collect();
    println!("{} threads, {count} records", rayon::current_num_threads());

    let drafts: Vec<Draft> = (0..count as u64).map(|number| draft(number, audience, &agency)).collect();
    let groups: Vec<_> = drafts.chunks(GROUP).zip(messages.chunks(GROUP)).collect();
    let mut signatures = Vec::with_capacity(count);
    let (mut head, mut entropy, mut entries) =
        (FeedHead::start(feed.clone(), 0), SeededEntropy::new(1), Vec::new());
    Duel::fight(
        &groups,
        |(_, messages)| signatures.par_extend(messages.par_iter().map(|message| library.sign(message))),
        |(group, _)| {
            let (sealed, next) = seal(head.clone(), group.to_vec(), &signer, &mut entropy).expect("sealed");
            entries.extend(sealed);
            head = next;
        },
    )
    .print(count, "library: sign", "seal");

    let bytes: Vec<&[u8]> = entries.iter().map(Entry::as_bytes).collect();
    let signed: Vec<_> = messages.iter().zip(&signatures).collect();
    let groups: Vec<_> = bytes.chunks(GROUP).zip(signed.chunks(GROUP)).collect();
    let mut keys = Keyring::new();
    keys.add(agency, signer.public().clone());
    let public = library.verifying_key();
    let mut check = FeedCheck::resume(&keys, FeedHead::start(feed, 0));
    Duel::fight(
        &groups,
        |(_, signed)| {
            signed.par_iter().for_each(|(message, signature)| {
                public.verify_strict(*message, signature).expect("sound");
            });
        },
        |(group, _)| drop(check.push(group)),
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
