//! One entity with everything that is said about it, by whom, how sure, and what it shares with others.

use lintas_model::record::{Judgement, Relation, Sighting, Statement, Verdict};
use lintas_model::{AgencyCode, EntityId, EntityKind, Kind};
use lintas_store::{HeldQuery, SharedIdentifier};

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, judgement, report};

/// An entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityView {
    /// The entity.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// What lists call it.
    pub caption: String,
    /// Every statement about it, and about those judged to be the same.
    pub statements: Vec<Item<Statement>>,
    /// Links from and to it, with the caption of the other end.
    pub relations: Vec<(Item<Relation>, EntityId, String)>,
    /// Where it was seen.
    pub sightings: Vec<Item<Sighting>>,
    /// Other entities that share an identifier with it.
    pub sharing: Vec<Sharing>,
    /// Judgements on it.
    pub judgements: Vec<Item<Judgement>>,
    /// The entities judged to be the same as it.
    pub same: Vec<(EntityId, String)>,
}

/// Another entity with the same phone, document, plate or account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// What they share.
    pub identifier: SharedIdentifier,
    /// What lists call the other one.
    pub caption: String,
    /// The agencies that state it of the other one.
    pub agency: AgencyCode,
    /// Whether the two have been judged.
    pub verdict: Option<Verdict>,
}

/// Shows an entity. One that is known only from statements the actor may not see does not exist for the actor.
pub async fn show(ctx: &Ctx, id: EntityId) -> Result<EntityView> {
    let cluster = judgement::same_as(ctx, id).await?;
    let mut statements = Vec::new();
    let mut sightings = Vec::new();
    let mut found_links = Vec::new();
    for &member in &cluster {
        let of = |object: EntityId| HeldQuery { object: Some(object.into()), ..HeldQuery::default() };
        statements.extend(item::read::<Statement>(ctx, of(member)).await?);
        sightings.extend(item::read::<Sighting>(ctx, of(member)).await?);
        found_links.extend(item::read::<Relation>(ctx, of(member)).await?);
        let to = HeldQuery { other: Some(member.into()), ..HeldQuery::default() };
        found_links.extend(item::read::<Relation>(ctx, to).await?);
    }
    let statements = report::distinct(statements);
    let own = statements.iter().find(|s| s.body.entity == id).ok_or(CaseworkError::NotFound("entity"))?;
    let kind = own.body.kind;
    let mut relations = Vec::new();
    for relation in report::distinct(found_links) {
        let other = if cluster.contains(&relation.body.from) { relation.body.to } else { relation.body.from };
        let caption = caption(ctx, other).await?;
        relations.push((relation, other, caption));
    }
    let judgements = judgement::on(ctx, id).await?;
    let mut sharing = Vec::new();
    for identifier in ctx.node().store().sharing(id).await? {
        if !visible(ctx, identifier.entity).await? || cluster.contains(&identifier.entity) {
            continue;
        }
        let verdict = judgements
            .iter()
            .rev()
            .find(|j| j.body.left == identifier.entity || j.body.right == identifier.entity)
            .map(|j| j.body.verdict);
        sharing.push(Sharing {
            caption: caption(ctx, identifier.entity).await?,
            agency: identifier.agency.clone(),
            identifier,
            verdict,
        });
    }
    let mut same = Vec::new();
    for &member in cluster.iter().filter(|member| **member != id) {
        same.push((member, caption(ctx, member).await?));
    }
    let view = EntityView {
        id,
        kind,
        caption: caption(ctx, id).await?,
        statements,
        relations,
        sightings: report::distinct(sightings),
        sharing,
        judgements,
        same,
    };
    access::viewed(ctx, "entity", Some(id.into()), view.statements.len()).await?;
    Ok(view)
}

/// What lists call an entity.
pub(crate) async fn caption(ctx: &Ctx, id: EntityId) -> Result<String> {
    Ok(ctx.node().store().entity(id).await?.map(|row| row.caption).unwrap_or_default())
}

/// Whether the actor may see at least one statement about an entity.
async fn visible(ctx: &Ctx, id: EntityId) -> Result<bool> {
    let query =
        HeldQuery { object: Some(id.into()), now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::Statement]) };
    let held = ctx.node().store().held(&query).await?;
    Ok(!item::permitted(ctx, lintas_policy::Action::View, held).is_empty())
}
