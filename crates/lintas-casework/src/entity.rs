//! One entity with everything that is said about it, by whom, how sure, and what it shares with others.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::property::Property;
use lintas_model::record::{Judgement, Relation, Sighting, Statement, Verdict};
use lintas_model::{AgencyCode, Body, EntityId, EntityKind, Kind};
use lintas_policy::Action;
use lintas_store::{HeldQuery, SharedIdentifier};

use crate::item::{self, Item};
use crate::matching::Evidence;
use crate::suggestion::{self, Suggestion};
use crate::{CaseworkError, Ctx, Result, access, judgement, report};

/// An entity.
#[derive(Debug, Clone, PartialEq)]
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
    /// Others that may be the same by their names.
    pub suggested: Vec<Suggestion>,
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
    let mut cluster = BTreeSet::new();
    for member in judgement::same_as(ctx, id).await? {
        if member == id || visible(ctx, member).await? {
            cluster.insert(member);
        }
    }
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
    let judgements = judgement::of(ctx, id).await?;
    let own_forms = forms(statements.iter().filter(|s| s.body.entity == id));
    let mut sharing = Vec::new();
    for identifier in ctx.node().store().sharing(id).await? {
        if cluster.contains(&identifier.entity) {
            continue;
        }
        // Both sides must be stated by something that the actor may see: a shared number tells of both.
        let wanted = (identifier.property, identifier.value.clone());
        let theirs = seen_of(ctx, identifier.entity).await?;
        let stated = theirs
            .iter()
            .any(|s| s.mark.originator == identifier.agency && forms([s].into_iter()).contains(&wanted));
        if !stated || !own_forms.contains(&wanted) {
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
    let suggested = suggestion::of(ctx, &statements, &cluster, &judgements).await?;
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
        suggested,
        judgements,
        same,
    };
    access::viewed(ctx, "entity", Some(id.into()), view.statements.len()).await?;
    Ok(view)
}

/// What lists call an entity, by the first statement about it that the actor may see; else nothing.
pub(crate) async fn caption(ctx: &Ctx, id: EntityId) -> Result<String> {
    Ok(seen_of(ctx, id).await?.first().map(|first| caption_of(&first.body)).unwrap_or_default())
}

/// What lists call some entities, as far as the actor may see a statement about each: one question for many.
pub(crate) async fn captions(ctx: &Ctx, ids: BTreeSet<EntityId>) -> Result<BTreeMap<EntityId, String>> {
    let query = HeldQuery { now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::Statement]) };
    let held = item::by_object(ctx, query, ids.into_iter().map(Into::into).collect()).await?;
    Ok(held
        .into_iter()
        .filter_map(|(object, held)| {
            let first = item::permitted(ctx, Action::View, held).into_iter().next()?;
            let Body::Statement(statement) = first.2 else { return None };
            Some((EntityId::from_uuid(object.uuid()), caption_of(&statement)))
        })
        .collect())
}

/// What a list calls an entity of which this is stated: its first name, else its first number, else the first thing said.
pub(crate) fn caption_of(statement: &Statement) -> String {
    const FIRST: [Property; 9] = [
        Property::Name,
        Property::Alias,
        Property::Nickname,
        Property::PhoneNumber,
        Property::Plate,
        Property::DocumentNumber,
        Property::AccountNumber,
        Property::Handle,
        Property::Address,
    ];
    FIRST
        .iter()
        .filter_map(|property| statement.says.get(property))
        .chain(statement.says.values())
        .find_map(|values| values.first())
        .map(|asserted| asserted.value.to_string())
        .unwrap_or_default()
}

/// Whether the actor may see at least one statement about an entity.
pub(crate) async fn visible(ctx: &Ctx, id: EntityId) -> Result<bool> {
    Ok(!seen_of(ctx, id).await?.is_empty())
}

/// What is known of an entity, as far as the actor may see it.
pub(crate) async fn evidence(ctx: &Ctx, id: EntityId) -> Result<Option<Evidence>> {
    Ok(Evidence::of(seen_of(ctx, id).await?.iter().map(|item| (&item.mark, &item.body))))
}

/// The statements about an entity that the actor may see, oldest first.
async fn seen_of(ctx: &Ctx, id: EntityId) -> Result<Vec<Item<Statement>>> {
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    Ok(report::distinct(item::read::<Statement>(ctx, query).await?))
}

/// The identifiers in statements, in normal form: each as its originator's country writes it.
fn forms<'s>(statements: impl Iterator<Item = &'s Item<Statement>>) -> BTreeSet<(Property, String)> {
    let mut found = BTreeSet::new();
    for statement in statements {
        let home = statement.mark.originator.country();
        for (property, values) in &statement.body.says {
            let form = |text: String| lintas_store::normal_form(*property, &text, home);
            found.extend(values.iter().filter_map(|a| Some((*property, form(a.value.to_string())?))));
        }
    }
    found
}
