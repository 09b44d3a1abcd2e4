//! Erasure: the body is destroyed, a tombstone says so, every proof still verifies.

use std::collections::BTreeSet;

use lintas_model::record::Tombstone;
use lintas_model::{AudienceId, Body, Kind, RecordId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark, StoreError};

use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Node, Result, hits};

/// Erases the body of one of this agency's records here, and tells every agency to which it was released.
pub async fn erase(ctx: &Ctx, record: RecordId, ground: &str) -> Result<()> {
    let _turn = ctx.node().turn().await;
    if ground.trim().is_empty() {
        return Err(CaseworkError::invalid(
            "ground",
            "name the ground, for example `retention period ended`",
        ));
    }
    if let Some(mark) = stopped_halfway(ctx, record).await? {
        ctx.require(Action::Erase, &facts(ctx.node(), &mark)).await?;
        for with_it in gone_with(ctx.node(), record).await? {
            destroy(ctx.node(), with_it).await?;
        }
        return destroy(ctx.node(), record).await;
    }
    let (mark, _, _) = item::record(ctx, record).await?;
    ctx.require(Action::Erase, &facts(ctx.node(), &mark)).await?;
    if stays(mark.kind) {
        return Err(CaseworkError::invalid(
            "record",
            format!("a {} record must stay; write a new one", mark.kind),
        ));
    }
    // What goes with it goes first, so that what names it is there until the end.
    let mut records = gone_with(ctx.node(), record).await?;
    records.push(record);
    // The tombstones are written first: if the machine stops between the two, erasing again ends the same.
    let mut drafts = Vec::new();
    for record in &records {
        let tombstone = Tombstone { record: *record, ground: ground.trim().to_owned() };
        let mut audiences = released_to(ctx, *record).await?;
        audiences.insert(mark.audience);
        drafts.extend(
            audiences.into_iter().map(|audience| ctx.about(audience, mark.object, tombstone.clone())),
        );
    }
    ctx.write(drafts).await?;
    for record in records {
        destroy(ctx.node(), record).await?;
    }
    Ok(())
}

/// What goes with a record: the bytes of a file, and questions of hit/no-hit that quote what it says.
async fn gone_with(node: &Node, record: RecordId) -> Result<Vec<RecordId>> {
    let mut records = parts_of(node, record).await?;
    records.extend(hits::quoting(node, record).await?);
    Ok(records)
}

/// The records that hold the bytes of an attachment; none for what is no attachment, or is gone already.
async fn parts_of(node: &Node, record: RecordId) -> Result<Vec<RecordId>> {
    let query = HeldQuery { record: Some(record), ..HeldQuery::kinds(&[Kind::Attachment]) };
    let held = node.store().held(&query).await?.into_iter().next();
    Ok(match held.map(|held| held.body) {
        Some(Body::Attachment(attachment)) => attachment.parts,
        _ => Vec::new(),
    })
}

/// Carries out the erasures that a partner has ordered of its own records.
pub(crate) async fn carry_out(node: &Node, records: BTreeSet<RecordId>) -> Result<()> {
    for record in records {
        destroy(node, record).await?;
    }
    Ok(())
}

async fn destroy(node: &Node, record: RecordId) -> Result<()> {
    match node.store().erase(record).await {
        Ok(_) | Err(StoreError::NoSuchRecord(_) | StoreError::MustStay(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Kinds without which the node could not say who reads, who wrote, what was withdrawn, or who asked whom. What was asked
/// goes only with the record that it quotes.
const fn stays(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Agency
            | Kind::Officer
            | Kind::KeyManifest
            | Kind::Partner
            | Kind::NewLog
            | Kind::OfficerKey
            | Kind::Audience
            | Kind::Access
            | Kind::Recall
            | Kind::Receipt
            | Kind::Import
            | Kind::ImportUndo
            | Kind::HitInputs
            | Kind::HitQuery
            | Kind::HitSet
            | Kind::HitAnswer
            | Kind::HitNotice
            | Kind::Tombstone
    )
}

/// The tombstone of an erasure that was ordered, so that it can be finished.
async fn stopped_halfway(ctx: &Ctx, record: RecordId) -> Result<Option<Mark>> {
    let query = HeldQuery { agency: Some(ctx.node().code().clone()), ..HeldQuery::kinds(&[Kind::Tombstone]) };
    let held = ctx.node().store().held(&query).await?;
    Ok(held.into_iter().find_map(|held| match held.body {
        Body::Tombstone(tombstone) if tombstone.record == record => Some(held.mark),
        _ => None,
    }))
}

/// The audiences of this agency's releases that disclose a record.
async fn released_to(ctx: &Ctx, record: RecordId) -> Result<BTreeSet<AudienceId>> {
    let query = HeldQuery { agency: Some(ctx.node().code().clone()), ..HeldQuery::kinds(&[Kind::Release]) };
    let held = ctx.node().store().held(&query).await?;
    Ok(held
        .into_iter()
        .filter(|held| match &held.body {
            Body::Release(release) => release.disclosed.iter().any(|d| d.record == record),
            _ => false,
        })
        .map(|held| held.mark.audience)
        .collect())
}
