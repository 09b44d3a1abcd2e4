//! What a partner did that cannot be squared with its own word or with the format: kept as evidence, shown to officers.
//!
//! The same thing is kept once, however often it comes; and a partner cannot fill the disk with it.

use lintas_ledger::Hash32;
use lintas_model::{AgencyCode, Timestamp};
use lintas_policy::Action;
use serde::{Deserialize, Serialize};

use crate::{CaseworkError, Ctx, Node, Result, access};

/// So much is kept about one partner.
const MOST: usize = 200;
/// So much is kept of what it sent, in bytes.
const MOST_BYTES: usize = 16 << 10;

/// Something that was refused, with the bytes that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Who did it.
    pub agency: AgencyCode,
    /// What it was, with the code of the finding.
    pub told: String,
    /// When it came, by this node's clock.
    pub at: Timestamp,
    /// What the partner had said before, where it contradicts that: a signed note.
    pub before: Option<String>,
    /// What it sent, in hexadecimal, as far as it is kept.
    pub sent: String,
}

/// Keeps something that was refused. A node that keeps as much as it may about a partner keeps what came first.
pub async fn keep(
    node: &Node,
    agency: &AgencyCode,
    told: &str,
    before: Option<&str>,
    sent: &[u8],
) -> Result<()> {
    tracing::warn!(%agency, told, "refused, and kept as evidence");
    let same = Hash32::of(&[told.as_bytes(), before.unwrap_or_default().as_bytes(), sent]).to_string();
    let place = format!("{}{same}", place(agency));
    let store = node.store();
    if store.setting(&place).await?.is_some() || store.settings(&self::place(agency)).await?.len() >= MOST {
        return Ok(());
    }
    let kept = Contradiction {
        agency: agency.clone(),
        told: told.to_owned(),
        at: node.now(),
        before: before.map(str::to_owned),
        sent: hex::encode(&sent[..sent.len().min(MOST_BYTES)]),
    };
    let bytes = serde_json::to_vec(&kept).map_err(|why| CaseworkError::Ledger(why.to_string()))?;
    Ok(store.set(&place, &bytes).await?)
}

fn place(agency: &AgencyCode) -> String {
    format!("contradiction.{agency}.")
}

/// Everything kept about one partner.
pub(crate) async fn about(node: &Node, agency: &AgencyCode) -> Result<Vec<Contradiction>> {
    let kept = node.store().settings(&place(agency)).await?;
    Ok(kept.iter().filter_map(|(_, bytes)| serde_json::from_slice(bytes).ok()).collect())
}

/// Everything kept about all partners, the newest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<Contradiction>> {
    ctx.require_plain(Action::ViewExchange, "partner").await?;
    let kept = ctx.node().store().settings("contradiction.").await?;
    let mut all: Vec<Contradiction> =
        kept.iter().filter_map(|(_, bytes)| serde_json::from_slice(bytes).ok()).collect();
    all.sort_by_key(|kept| std::cmp::Reverse(kept.at));
    access::viewed(ctx, "contradictions", None, all.len()).await?;
    Ok(all)
}
