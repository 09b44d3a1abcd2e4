//! What must hold when the lines are good again.

use std::collections::BTreeMap;

use lintas_casework::{exchange, verify};
use lintas_ledger::{Entry, Hash32, ReadBody};
use lintas_model::RecordId;

use crate::acts::{Soak, records};

/// Everything that does not hold.
pub(crate) async fn everything(soak: &Soak) -> anyhow::Result<Vec<String>> {
    let mut problems = Vec::new();
    for (writer, own) in soak.region.members.iter().enumerate() {
        let feed = soak.feed_of(writer);
        let of_writer = states(&exchange::held_entries(&own.node, &feed).await?);
        for (reader, member) in soak.region.members.iter().enumerate() {
            let entries = exchange::held_entries(&member.node, &feed).await?;
            let held = records(&entries);
            let place = format!("records of {} at {}", own.code(), member.code());
            // A restored writer may have less of its past than those who fetched it, and each of them fetched another part.
            let whole = !soak.restored.contains(&writer);
            let missing = soak.acknowledged[writer].difference(&held).count();
            if missing > 0 && whole {
                problems.push(format!("{place}: {missing} that were acknowledged are missing"));
            }
            let of_reader = states(&entries);
            let other =
                of_writer.iter().filter(|(record, state)| of_reader.get(*record) != Some(*state)).count();
            if other > 0 {
                problems.push(format!("{place}: {other} are not as their writer has them"));
            }
            if whole && of_reader.len() != of_writer.len() {
                problems.push(format!("{place}: {} are held, {} written", of_reader.len(), of_writer.len()));
            }
            let back = of_reader.iter().filter(|(record, state)| {
                soak.erased[writer].contains(record) && !matches!(state, State::Erased(_))
            });
            let back = back.count();
            if back > 0 && (whole || reader == writer) {
                problems.push(format!("{place}: {back} that were erased are there"));
            }
        }
        lost_everywhere(soak, writer, &mut problems).await?;
        for finding in verify::verify(&own.node, &|_| ()).await? {
            problems.push(format!("{}: {finding}", own.code()));
        }
    }
    Ok(problems)
}

/// What was acknowledged and not given up with a disk is held by somebody.
async fn lost_everywhere(soak: &Soak, writer: usize, problems: &mut Vec<String>) -> anyhow::Result<()> {
    let feed = soak.feed_of(writer);
    let mut lost = soak.acknowledged[writer].clone();
    for member in &soak.region.members {
        let held = records(&exchange::held_entries(&member.node, &feed).await?);
        lost.retain(|record| !held.contains(record));
    }
    if !lost.is_empty() {
        problems.push(format!("{} acknowledged records of {} are nowhere", lost.len(), feed.agency));
    }
    Ok(())
}

/// A record as it is held: its bytes, or that its body is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Whole(Hash32),
    Erased(Hash32),
}

fn states(entries: &[Vec<u8>]) -> BTreeMap<RecordId, State> {
    let read = |bytes: &Vec<u8>| {
        let entry = Entry::decode(bytes).ok()?;
        let state = match entry.body() {
            ReadBody::Erased => State::Erased(entry.hash()),
            _ => State::Whole(Hash32::of(&[bytes])),
        };
        Some((entry.header().record, state))
    };
    entries.iter().filter_map(read).collect()
}
