//! Meetings between the days of the play: over the wire, or by courier.

use std::collections::BTreeSet;
use std::io::Cursor;

use lintas_casework::Node;
use lintas_exchange::Pace;
use tokio::task::JoinSet;

use super::{Region, Station};

/// One side of a meeting.
#[derive(Clone)]
struct Side {
    node: Node,
    by_file: bool,
}

impl Side {
    fn of(station: &Station) -> Self {
        Self { node: station.node.clone(), by_file: station.by_file }
    }
}

/// Those who lack something that a node has written meet it. Nobody waits for another reader.
pub(super) async fn exchange(region: &Region, written: &BTreeSet<&str>) -> anyhow::Result<()> {
    let mut readers = JoinSet::new();
    for reader in &region.stations {
        let others = region.stations.iter().filter(|writer| writer.part.code != reader.part.code);
        let writers = others.filter(|writer| written.contains(writer.part.code)).map(Side::of);
        readers.spawn(meet_in_turn(Side::of(reader), writers.collect()));
    }
    while let Some(done) = readers.join_next().await {
        done??;
    }
    Ok(())
}

async fn meet_in_turn(reader: Side, writers: Vec<Side>) -> anyhow::Result<()> {
    for writer in writers.iter().map(|writer| (&writer.node, writer.by_file || reader.by_file)) {
        match writer {
            (writer, _) if !lacks_something(&reader.node, writer).await? => {}
            (writer, true) => {
                let mut bundle = Vec::new();
                lintas_exchange::bundle_for(writer, reader.node.code(), false, &mut bundle).await?;
                lintas_exchange::take_bundle(&reader.node, Cursor::new(bundle)).await?;
            }
            (writer, false) => {
                lintas_exchange::meet(&reader.node, writer.code(), Pace::FULL).await?;
            }
        }
    }
    Ok(())
}

/// Whether a node offers a reader more than the reader holds.
async fn lacks_something(reader: &Node, writer: &Node) -> anyhow::Result<bool> {
    let offered = lintas_casework::exchange::offered(writer, reader.code()).await?;
    let held = lintas_casework::exchange::held_from(reader, writer.code()).await?;
    Ok(offered.iter().any(|offer| !held.contains(&offer.head)))
}
