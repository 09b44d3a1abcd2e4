//! Partners' logs at a meeting: what a partner knows of ours, and what its own has grown to.

use lintas_casework::witness::{self, Seen};
use lintas_casework::{Node, contradiction};
use lintas_model::AgencyCode;
use reqwest::StatusCode;

use super::line::Line;
use crate::Result;
use crate::wire::{CHECKPOINT, WITNESSED, read_growth};

/// Learns what the partner has cosigned of this node's log.
pub(super) async fn learn(node: &Node, line: &Line, partner: &AgencyCode) -> Result<()> {
    if let Some((StatusCode::OK, bytes)) = line.short(WITNESSED).await? {
        match String::from_utf8(bytes).ok().filter(|note| !note.is_empty()) {
            Some(note) => {
                witness::learn(node, partner, &note).await.map(drop).or_else(|why| {
                    tracing::warn!(%partner, "what it says to have cosigned does not read: {why}");
                    Ok::<_, crate::ExchangeError>(())
                })?;
            }
            None => contradiction::keep(node, partner, "WT-009 its note is no text", None, &[]).await?,
        }
    }
    Ok(())
}

/// Looks at the partner's log when it is time to; answers why it was not cosigned, if it was not.
pub(super) async fn look(node: &Node, line: &Line, partner: &AgencyCode) -> Result<Option<String>> {
    let Some(old) = witness::due(node, partner).await? else { return Ok(None) };
    let Some((status, bytes)) = line.short(&format!("{CHECKPOINT}/{old}")).await? else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    let seen = match (status, read_growth(&text), text.trim().parse()) {
        (StatusCode::OK, Some((old, proof, note)), _) => {
            witness::look(node, partner, old, &proof, note).await?
        }
        (StatusCode::CONFLICT, _, Ok(size)) => shorter(node, line, partner, size).await?,
        _ => {
            let told = "WT-009 what it says of its log does not read";
            contradiction::keep(node, partner, told, None, &bytes).await?;
            Seen::Refused(told.to_owned())
        }
    };
    Ok(match seen {
        Seen::Cosigned | Seen::Unproved => None,
        Seen::Refused(why) => Some(why),
    })
}

/// The partner's log is shorter than what it signed before. The note that it signs now is asked for, because only signed notes
/// show to others what happened, and only one that stands in our records can be accepted after a restore.
async fn shorter(node: &Node, line: &Line, partner: &AgencyCode, size: u64) -> Result<Seen> {
    if let Some((StatusCode::OK, bytes)) = line.short(&format!("{CHECKPOINT}/0")).await?
        && let Some((_, _, note)) = read_growth(&String::from_utf8_lossy(&bytes))
        && let refused @ Seen::Refused(_) = witness::look(node, partner, 0, &[], note).await?
    {
        return Ok(refused);
    }
    Ok(witness::shorter(node, partner, size).await?)
}
