//! How fast records travel between two nodes, over TLS on loopback and by bundle, against how fast they are written.
//!
//! `cargo run --release -p lintas-testkit --example exchange_rates -- 50000` prints records a second and the ratio of
//! each to durable ingest of the same records in the same run: 1 KiB of text each, signed, in the log, in the views.

use std::io::Cursor;
use std::time::Instant;

use anyhow::Context as _;
use lintas_exchange::{Pace, bundle_for, meet, take_bundle};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedId, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::record::Note;
use lintas_model::{Draft, Marking, ObjectId, OfficerId, RecordId};
use lintas_store::Store;
use lintas_testkit::{joint_case, region};

/// Records written in one go.
const GROUP: usize = 1_000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let n = std::env::args().nth(1).map_or(Ok(20_000), |text| text.parse::<usize>())?;
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { anyhow::bail!("could not found three agencies") };
    let (case, audience) = joint_case(one, &[two, three]).await?;
    let feed = FeedId { agency: one.code().clone(), audience };
    let store = Store::open(&one.node.config().database).await?;
    let key: KeyFile = std::fs::read_to_string(region.folder(0).join("keys/node.key"))?.parse()?;
    let signer = key.signer(KeyRole::Node)?;
    let mut entropy = SeededEntropy::new(99);
    let at = one.node.now();
    let text = "Seen near the market with the driver of the grey van. ".repeat(19);

    let start = Instant::now();
    for group in 0..n.div_ceil(GROUP) {
        let drafts: Vec<Draft> = (0..GROUP)
            .map(|number| Draft {
                record: RecordId::new(at, &mut entropy),
                object: ObjectId::from(case),
                audience,
                author: OfficerId::from_uuid(one.node.private_audience().uuid()),
                at,
                purpose: Purpose::Investigation,
                marking: Marking::default(),
                supersedes: None,
                body: Note { case, text: format!("{number} {text}") }.into(),
            })
            .collect();
        let seed = group as u64;
        let write = |head| {
            seal(head, drafts.clone(), &signer, &mut SeededEntropy::new(seed)).map(|(entries, _)| entries)
        };
        store.append(&feed, at, write).await.context("could not write records")?;
    }
    let ingest = (n.div_ceil(GROUP) * GROUP) as f64 / start.elapsed().as_secs_f64();
    println!("written in groups of {GROUP}: {ingest:.0} records/s");

    let start = Instant::now();
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    tell("over the wire", met.taken(), start, ingest);
    println!("  {:.1} MB, {:?}", met.bytes() as f64 / 1e6, met.standing);
    let start = Instant::now();
    let again = meet(&two.node, one.code(), Pace::FULL).await?;
    println!("nothing to do: {} taken in {:.1} ms", again.taken(), start.elapsed().as_secs_f64() * 1e3);

    let (mut bytes, start) = (Vec::new(), Instant::now());
    let given = bundle_for(&one.node, three.code(), false, &mut bytes).await?;
    tell("into a bundle", given.records, start, ingest);
    println!("  {:.1} MB", bytes.len() as f64 / 1e6);
    let start = Instant::now();
    let taken = take_bundle(&three.node, Cursor::new(bytes)).await?;
    tell("out of a bundle", taken.taken(), start, ingest);
    Ok(())
}

fn tell(what: &str, records: u64, start: Instant, ingest: f64) {
    let rate = records as f64 / start.elapsed().as_secs_f64();
    println!("{what}: {records} at {rate:.0} records/s, {:.2} of writing", rate / ingest);
}
