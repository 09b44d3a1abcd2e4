//! Asking at once: a question of hit/no-hit is brought to the partner's node, and its answer fetched in the same meeting.
//!
//! Both are records in a feed of the two, so this only saves the wait for the next rounds; by courier it ends the same.

use lintas_casework::{CaseworkError, Node, exchange, hits, partner};
use lintas_ledger::Chunk;
use lintas_ledger::chunk::MAX_ENTRIES;
use lintas_model::AgencyCode;

use super::line::{Brought, Line};
use super::{Met, Pace, meet};
use crate::bundle::acknowledged;
use crate::standing::by_file_only;
use crate::{ExchangeError, Result};

/// Brings what was written for a partner alone, and meets it. Where the line breaks, or one of the two meets others by file
/// only, the question waits for the next meeting: the standing says so.
pub async fn ask(node: &Node, code: &AgencyCode, pace: Pace) -> Result<Met> {
    bring_all(node, code, pace).await?;
    let met = meet(node, code, pace).await?;
    // The notice of what came of it goes back at once as well.
    bring_all(node, code, pace).await?;
    Ok(met)
}

async fn bring_all(node: &Node, code: &AgencyCode, pace: Pace) -> Result<()> {
    let known = partner::find(node, code).await?.filter(|partner| partner.active);
    let known = known.ok_or(CaseworkError::NotFound("partner"))?;
    if by_file_only(node, code).await? {
        return Ok(());
    }
    match Line::to(node, &known, pace) {
        Ok(line) => match bring(node, code, &line).await {
            Ok(()) => Ok(()),
            Err(error @ ExchangeError::Casework(_)) => Err(error),
            Err(error) => {
                tracing::info!(partner = %code, code = error.code(), "{}", error.told());
                Ok(())
            }
        },
        Err(error) => Err(error),
    }
}

async fn bring(node: &Node, code: &AgencyCode, line: &Line) -> Result<()> {
    let held = acknowledged(node, code).await?;
    for offer in exchange::offered(node, code).await? {
        let head = offer.head;
        if !hits::is_pair(node, head.feed.audience, code).await? {
            continue;
        }
        let mut from = held.get(&(head.feed.audience, head.generation)).copied().unwrap_or(0);
        let mut told = false;
        while from < head.next_sequence {
            let page =
                exchange::entries_for(node, code, &head.feed, head.generation, from, MAX_ENTRIES).await?;
            let Some(chunk) = Chunk::pack_all(&page)?.into_iter().next() else { break };
            match line.bring(&head.feed, &chunk).await? {
                Brought::Taken => from += chunk.entries().len() as u64,
                // It holds less than it had acknowledged: after a restore. Told once, it is believed once.
                Brought::From(place) if !told && place.generation == head.generation => {
                    (from, told) = (place.records, true);
                }
                Brought::From(_) => break,
            }
        }
    }
    Ok(())
}
