//! Checking: the signatures of a feed beside the library's own verification, all bytes of a store, all views.

use std::time::Instant;

use anyhow::ensure;
use ed25519_dalek::{Signer as _, SigningKey};
use lintas_ledger::verify::FeedCheck;
use lintas_ledger::{FeedHead, Keyring};
use lintas_store::Store;
use rayon::prelude::*;

use super::ingest::Writer;

/// Records checked beside the library.
const SAMPLE: usize = 20_000;
/// Records checked in turn with as many bare signatures, so that a busy machine slows both alike.
const TURN: usize = 1_000;

/// What was measured.
pub(crate) struct Checked {
    /// Records of a feed checked a second, on all cores.
    pub(crate) ours: f64,
    /// Signatures verified a second by the library, on all cores.
    pub(crate) peer: f64,
    /// Seconds for all bytes of the store.
    pub(crate) cold_s: f64,
    /// Seconds to compute all views anew and compare them.
    pub(crate) views_s: f64,
    /// Seconds to rebuild all views.
    pub(crate) rebuild_s: f64,
}

/// Measures on what a writer wrote.
pub(crate) async fn speed(writer: &Writer, records: usize) -> anyhow::Result<Checked> {
    let mut keys = Keyring::new();
    keys.add(writer.feed.agency.clone(), writer.signer.public().clone());
    let (ours, peer) = duel(writer, &keys, records.min(SAMPLE)).await?;
    forget_file(&writer.database)?;
    let cold = Store::open(&writer.database).await?;
    let start = Instant::now();
    let findings = cold.verify_bytes(&writer.feed.agency, &keys, &|_| ()).await?;
    let cold_s = start.elapsed().as_secs_f64();
    ensure!(findings.is_empty(), "the store that was written has findings: {findings:?}");
    let start = Instant::now();
    let checks = cold.verify_views(&|_| ()).await?;
    let views_s = start.elapsed().as_secs_f64();
    ensure!(checks.iter().all(|check| check.agrees), "a view is not what the records say: {checks:?}");
    let start = Instant::now();
    cold.rebuild(&|_| ()).await?;
    let rebuild_s = start.elapsed().as_secs_f64();
    cold.close().await;
    Ok(Checked { ours, peer, cold_s, views_s, rebuild_s })
}

async fn duel(writer: &Writer, keys: &Keyring, records: usize) -> anyhow::Result<(f64, f64)> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let public = key.verifying_key();
    let mut check = FeedCheck::resume(keys, FeedHead::start(writer.feed.clone(), 0));
    let (mut ours, mut theirs, mut done) = (0.0, 0.0, 0);
    while done < records {
        let entries = writer.store.entries(&writer.feed, 0, done as u64, TURN).await?;
        if entries.is_empty() {
            break;
        }
        // Distinct messages: a processor learns the branches of one that is verified again and again.
        let signed: Vec<_> = (done..done + entries.len())
            .map(|number| {
                let message = format!("a message of the length of a hash, {number:013}").into_bytes();
                let signature = key.sign(&message);
                (message, signature)
            })
            .collect();
        let start = Instant::now();
        let sound =
            signed.par_iter().all(|(message, signature)| public.verify_strict(message, signature).is_ok());
        theirs += start.elapsed().as_secs_f64();
        ensure!(sound, "the library refused its own signature");
        done += entries.len();
        let start = Instant::now();
        check.push(&entries);
        ours += start.elapsed().as_secs_f64();
    }
    Ok((done as f64 / ours, done as f64 / theirs))
}

/// Asks the system to drop the pages of a database file from memory, so that it is read from the disk.
fn forget_file(url: &str) -> anyhow::Result<()> {
    let path = url.trim_start_matches("sqlite://").split('?').next().unwrap_or_default();
    let done = std::process::Command::new("dd")
        .arg(format!("if={path}"))
        .args(["iflag=nocache", "count=0"])
        .stderr(std::process::Stdio::null())
        .status()?;
    ensure!(done.success(), "could not drop `{path}` from memory");
    Ok(())
}
