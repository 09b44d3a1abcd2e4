//! `bench suggestions`: how long it takes from a new person to those who may be the same, and how that grows with the number
//! of persons held.
//!
//! Names are made from syllables of the region with its habits: in Viet Nam a third of the people bear one surname, so the
//! keys that it makes are worthless; in Thailand nearly every surname is rare.

mod people;

use std::time::Instant;

use lintas_casework::report::{self, NewReport, NewThing};
use lintas_casework::{entity, matching};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedHead, FeedId, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::property::{Property, Value};
use lintas_model::{EntityKind, OfficerId};
use lintas_store::Store;
use lintas_testkit::region;

use people::People;

/// Persons written together.
const GROUP: usize = 1_024;
/// How many new persons are timed.
const PROBES: usize = 100;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Numbers of persons to hold, each in a run of its own; add 1000000 on a quiet machine.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    persons: Vec<usize>,
}

/// Prints one line for each number of persons.
///
/// # Errors
/// When a node cannot be made, written or read.
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    println!(
        "| persons held | written/s | found and weighed, p50 / p95, ms | page of the entity, p50 / p95, ms | aim |"
    );
    println!("|---|---|---|---|---|");
    for &persons in &args.persons {
        runtime.block_on(one_size(persons))?;
    }
    Ok(())
}

async fn one_size(persons: usize) -> anyhow::Result<()> {
    let region = region(1).await?;
    let member = region.members.first().ok_or_else(|| anyhow::anyhow!("the region is empty"))?;
    let node = &member.node;
    let store = Store::open(&node.config().database).await?;
    let key: KeyFile = std::fs::read_to_string(region.folder(0).join("keys/node.key"))?.parse()?;
    let signer = key.signer(KeyRole::Node)?;
    let author = OfficerId::from_uuid(node.private_audience().uuid());
    let feed = FeedId { agency: member.code().clone(), audience: node.private_audience() };
    let mut people = People::new(node.private_audience(), author, node.now());
    let start = Instant::now();
    let mut left = persons;
    while left > 0 {
        let count = left.min(GROUP);
        left -= count;
        let drafts = people.drafts(count);
        let sealed = |head: FeedHead| {
            seal(head, drafts.clone(), &signer, &mut SeededEntropy::new(left as u64))
                .map(|(entries, _)| entries)
        };
        store.append(&feed, node.now(), sealed).await?;
    }
    let rate = persons as f64 / start.elapsed().as_secs_f64();
    // What is held is taken as looked at: the list of work is not what is timed here.
    let all = store.arrived(usize::MAX >> 1).await?;
    store.keep_pairs(&[], Some(all.up_to)).await?;
    let (mut found, mut shown) = (Vec::new(), Vec::new());
    for _ in 0..PROBES {
        let says = vec![(Property::Name, Value::Text(people.name()))];
        let things = vec![NewThing { entity: None, kind: EntityKind::Person, says }];
        let new = NewReport { title: "probe".to_owned(), things, ..NewReport::default() };
        let entity_id = report::add(&member.chief, new).await?.entities[0];
        let begun = Instant::now();
        matching::look(node, 1_000).await?;
        found.push(begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        entity::show(&member.chief, entity_id).await?;
        shown.push(begun.elapsed().as_secs_f64());
    }
    let ((p50, p95), (s50, s95)) = (percentiles(found), percentiles(shown));
    println!("| {persons} | {rate:.0} | {p50:.1} / {p95:.1} | {s50:.1} / {s95:.1} | 50 at 1,000,000 |");
    Ok(())
}

/// The median and the 95th percentile of times, in milliseconds.
fn percentiles(mut seconds: Vec<f64>) -> (f64, f64) {
    seconds.sort_by(f64::total_cmp);
    let at =
        |share: f64| seconds.get((seconds.len() as f64 * share) as usize).copied().unwrap_or_default() * 1e3;
    (at(0.5), at(0.95))
}
