//! Eight nodes work, meet and exchange sticks for a while over lines that are bad in every way; they are stopped half-way, come
//! back from backups, erase, and their clock jumps. Then the lines are mended and everything is checked.
//!
//! `cargo xtask soak --records 1000000 --minutes 60` is the long form. It ends with 0 only if nothing acknowledged was lost,
//! nothing erased came back, all nodes hold the same and every node verifies.

mod acts;
mod check;
mod figures;

use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use acts::Soak;

/// What is asked for.
struct Wanted {
    records: u64,
    time: Duration,
    rounds: u64,
    seed: u64,
}

impl Wanted {
    fn read() -> anyhow::Result<Self> {
        let mut wanted = Self { records: 2_000, time: Duration::from_secs(600), rounds: u64::MAX, seed: 1 };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().with_context(|| format!("could not read a value for `{name}`"))?;
            let number: u64 = value.parse().with_context(|| format!("could not read `{name} {value}`"))?;
            match name.as_str() {
                "--records" => wanted.records = number,
                "--minutes" => wanted.time = Duration::from_secs(number * 60),
                "--seconds" => wanted.time = Duration::from_secs(number),
                "--rounds" => wanted.rounds = number,
                "--seed" => wanted.seed = number,
                _ => bail!(
                    "could not understand `{name}`; use --records, --minutes, --seconds, --rounds, --seed"
                ),
            }
        }
        Ok(wanted)
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> anyhow::Result<()> {
    let wanted = Wanted::read()?;
    let start = Instant::now();
    let mut soak = Soak::begin(wanted.seed).await?;
    let began = figures::Machine::now();
    let mut half = None;
    let goes_on = |soak: &Soak| {
        soak.figures.written < wanted.records
            && soak.figures.rounds < wanted.rounds
            && start.elapsed() < wanted.time
    };
    while goes_on(&soak) {
        soak.round(wanted.records).await?;
        if half.is_none()
            && (soak.figures.written * 2 >= wanted.records || start.elapsed() * 2 >= wanted.time)
        {
            half = Some(figures::Machine::now());
        }
    }
    soak.figures.working = start.elapsed();
    let end = figures::Machine::now();
    let healed = Instant::now();
    soak.heal().await?;
    soak.figures.healing = healed.elapsed();
    let problems = check::everything(&soak).await?;
    soak.figures.tell(soak.faults.injected(), &began, half.as_ref().unwrap_or(&began), &end);
    for problem in problems.iter().take(40) {
        println!("PROBLEM {problem}");
    }
    if !problems.is_empty() {
        bail!("{} problems", problems.len());
    }
    println!("nothing acknowledged was lost, nothing erased came back, all nodes agree and verify");
    Ok(())
}
