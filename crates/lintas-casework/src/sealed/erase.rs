//! Erasure in the sealed space, and the rules of retention that run by themselves.
//!
//! Erasing destroys the wrapped key, the body and their bytes in the file; a signed entry of the audit is the tombstone. The
//! node remembers the id, which tells nothing, so that a restored backup does not bring anybody back.

use lintas_model::Timestamp;
use lintas_policy::Action;
use lintas_sealed::audit::Act;
use lintas_sealed::retention::Retention;
use lintas_sealed::{Dossier, DossierId};
use lintas_store::SealedChange;

use super::DossierKind;
use super::dossier::{find, opened_by, row_of};
use super::space::{Space, entry, own_entry};
use crate::{CaseworkError, Ctx, Node, Result, access};

/// Before the id of an erased dossier, among the node's settings.
const ERASED: &str = "sealed.erased.";

/// What the rules of retention did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Dossiers that were looked at.
    pub looked_at: usize,
    /// Dossiers that were erased.
    pub erased: usize,
    /// Disclosures that had ended by themselves.
    pub ended: usize,
}

/// Erases a dossier.
pub async fn erase(ctx: &Ctx, kind: DossierKind, id: DossierId, ground: &str) -> Result<()> {
    let space = Space::enter(ctx, Action::SecondKey, kind).await?;
    let _turn = ctx.node().turn().await;
    let ground = ground.trim();
    if ground.is_empty() || ground.chars().count() > 200 {
        return Err(CaseworkError::invalid("ground", "name the ground in a few words, without any name"));
    }
    let (_, dossier) = find(&space, kind, id).await?;
    remember(ctx.node(), id, ctx.now()).await?;
    let note = entry(ctx, Act::Erased, Some(id), 1, Some(ground.to_owned()));
    space.write(ctx.node(), &[SealedChange::Erase(id.uuid())], note).await?;
    access::viewed(ctx, "sealed_erase", None, 1).await?;
    if let Some(object) = dossier.object {
        crate::victim::say_plan(ctx, object, false).await?;
    }
    Ok(())
}

/// Runs the rules of retention: a step of the node's regular work. Ends what has ended, erases what is no longer kept, and
/// records both in the audit of the space.
pub async fn keep(node: &Node) -> Result<Kept> {
    let _turn = node.turn().await;
    let Some((space, all)) = opened_by(node).await? else { return Ok(Kept::default()) };
    let (now, rule) = (node.now(), Retention::default());
    let mut kept = Kept { looked_at: all.len(), ..Kept::default() };
    for (row, mut dossier) in all {
        if rule.ends(&dossier, now) <= now {
            erase_by_rule(node, &space, row.id, &dossier, now).await?;
            kept.erased += 1;
            continue;
        }
        let ended = dossier.settle(now);
        if ended > 0 {
            // The day of the last change stays: that something ended is no work with the person.
            let next = node.with_entropy(|entropy| row.next(&space.key, &dossier, entropy))?;
            let note = own_entry(node, Act::Ended, Some(row.id), ended, Some("disclosures".to_owned()));
            space.write(node, &[SealedChange::Replace(row_of(&next))], note).await?;
            kept.ended += ended;
        }
    }
    if kept.erased + kept.ended > 0 {
        let done = format!("erased {}, ended {}", kept.erased, kept.ended);
        space.write(node, &[], own_entry(node, Act::Retention, None, kept.looked_at, Some(done))).await?;
    }
    Ok(kept)
}

async fn erase_by_rule(
    node: &Node,
    space: &Space,
    id: DossierId,
    dossier: &Dossier,
    now: Timestamp,
) -> Result<()> {
    remember(node, id, now).await?;
    let ground = Retention::ground(dossier).to_owned();
    space
        .write(
            node,
            &[SealedChange::Erase(id.uuid())],
            own_entry(node, Act::Erased, Some(id), 1, Some(ground)),
        )
        .await
}

/// The node remembers first: if the machine stops between the two, erasing again ends the same.
async fn remember(node: &Node, id: DossierId, at: Timestamp) -> Result<()> {
    Ok(node.store().set(&format!("{ERASED}{id}"), at.to_string().as_bytes()).await?)
}

/// The dossiers that were ever erased at this node.
pub(super) async fn ever_erased(node: &Node) -> Result<Vec<DossierId>> {
    let settings = node.store().settings(ERASED).await?;
    Ok(settings.iter().filter_map(|(name, _)| name.strip_prefix(ERASED)?.parse().ok()).collect())
}
