//! The region: results of a round counted from records, participation, promises. No case data.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{Outcome, OutcomeConfirmation, RoleLevel, Round, Workshop};
use lintas_model::{AgencyCode, Body, Kind, ObjectId, RoundId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::round::CommitmentView;
use crate::{Ctx, Node, Result, access, round};

/// Numbers of persons below this are not told: one or two can be recognised by those who know the place.
pub const SMALLEST: u32 = 3;

/// Whether a kind counts persons, who can be recognised where they are few.
pub const fn counts_persons(kind: OutcomeKind) -> bool {
    matches!(
        kind,
        OutcomeKind::VictimsRescued
            | OutcomeKind::Arrests
            | OutcomeKind::OrganisersIdentified
            | OutcomeKind::Convictions
    )
}

/// One outcome, however many agencies claim it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The kind.
    pub kind: OutcomeKind,
    /// What it is about.
    pub subject: ObjectId,
    /// How many count.
    pub count: u32,
    /// Who claims it.
    pub claimed_by: BTreeSet<AgencyCode>,
    /// Who has confirmed that number.
    pub confirmed_by: BTreeSet<AgencyCode>,
    /// Who took part but has said another number, with it.
    pub differing: BTreeMap<AgencyCode, u32>,
    /// For a conviction: how far up the person stands.
    pub level: Option<RoleLevel>,
    /// One line.
    pub summary: String,
}

/// What a round has brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionView {
    /// The round.
    pub id: RoundId,
    /// The round as set up.
    pub round: Item<Round>,
    /// How many of each kind.
    pub results: BTreeMap<OutcomeKind, u32>,
    /// Each outcome once.
    pub outcomes: Vec<Counted>,
    /// Workshops.
    pub workshops: Vec<Item<Workshop>>,
    /// Promises.
    pub commitments: Vec<CommitmentView>,
    /// Records of the round by agency: who takes part.
    pub participation: BTreeMap<AgencyCode, u64>,
}

/// The region in a round.
pub async fn show(ctx: &Ctx, id: RoundId) -> Result<RegionView> {
    let found = round::find(ctx, id).await?;
    let of_round = || HeldQuery { other: Some(id.into()), ..HeldQuery::default() };
    let mut claims = Vec::new();
    for claim in item::read_for::<Outcome>(ctx, Action::ViewRegion, of_round()).await? {
        // A partner's claim stands on records that its own node holds; ours on those held here.
        if claim.mark.originator != *ctx.node().code() || still_shown(ctx.node(), &claim.body).await? {
            claims.push((claim.mark.originator, claim.body));
        }
    }
    let confirmations = item::read_for::<OutcomeConfirmation>(ctx, Action::ViewRegion, of_round()).await?;
    let confirmations =
        confirmations.into_iter().map(|item| (item.mark.originator, item.body)).collect::<Vec<_>>();
    let outcomes = counted(&found.body, &claims, &confirmations);
    let mut participation: BTreeMap<AgencyCode, u64> =
        found.body.agencies.iter().map(|a| (a.clone(), 0)).collect();
    let takes_part = [Kind::Outcome, Kind::OutcomeConfirmation, Kind::Workshop, Kind::Commitment];
    let written = HeldQuery { other: Some(id.into()), ..HeldQuery::kinds(&takes_part) };
    for held in ctx.node().store().held(&written).await? {
        if let Some(count) = participation.get_mut(&held.mark.originator) {
            *count += 1;
        }
    }
    let view = RegionView {
        id,
        results: totals(&outcomes),
        outcomes,
        workshops: round::workshops(ctx, id).await?,
        commitments: round::commitments(ctx, id).await?,
        participation,
        round: found,
    };
    access::viewed(ctx, "region", Some(id.into()), view.outcomes.len()).await?;
    Ok(view)
}

/// Counts claims of a round, each subject once. The number is the latest one of whoever claimed first; what others say is
/// kept beside it. Claims by agencies outside the round, or on days outside it, do not count. Claims and confirmations
/// come oldest first, and of each agency the latest on a subject counts.
pub fn counted(
    round: &Round,
    claims: &[(AgencyCode, Outcome)],
    confirmations: &[(AgencyCode, OutcomeConfirmation)],
) -> Vec<Counted> {
    let mut by_subject: BTreeMap<(OutcomeKind, ObjectId), (AgencyCode, Counted)> = BTreeMap::new();
    let mut said: BTreeMap<(OutcomeKind, ObjectId), BTreeMap<&AgencyCode, u32>> = BTreeMap::new();
    for (agency, claim) in claims {
        let inside = claim.on.earliest() >= round.from.earliest() && claim.on.earliest() < round.to.after();
        if !inside || !round.agencies.contains(agency) {
            continue;
        }
        let key = (claim.kind, claim.subject);
        let (first, counted) = by_subject.entry(key).or_insert_with(|| {
            let counted = Counted {
                kind: claim.kind,
                subject: claim.subject,
                count: claim.count,
                claimed_by: BTreeSet::new(),
                confirmed_by: BTreeSet::new(),
                differing: BTreeMap::new(),
                level: claim.level,
                summary: claim.summary.clone(),
            };
            (agency.clone(), counted)
        });
        if first == agency {
            counted.count = claim.count;
            counted.level = claim.level;
            counted.summary = claim.summary.clone();
        }
        counted.claimed_by.insert(agency.clone());
        said.entry(key).or_default().insert(agency, claim.count);
    }
    let mut confirmed: BTreeMap<(OutcomeKind, ObjectId), BTreeMap<&AgencyCode, u32>> = BTreeMap::new();
    for (agency, confirmation) in confirmations.iter().filter(|(agency, _)| round.agencies.contains(agency)) {
        let key = (confirmation.kind, confirmation.subject);
        confirmed.entry(key).or_default().insert(agency, confirmation.count);
    }
    for (key, (_, counted)) in &mut by_subject {
        for (agency, count) in said.remove(key).unwrap_or_default() {
            if count != counted.count {
                counted.differing.insert(agency.clone(), count);
            }
        }
        for (agency, count) in confirmed.remove(key).unwrap_or_default() {
            if count == counted.count {
                counted.confirmed_by.insert(agency.clone());
            } else {
                counted.differing.insert(agency.clone(), count);
            }
        }
    }
    by_subject.into_values().map(|(_, counted)| counted).collect()
}

/// Whether a node still holds what shows a claim of its own: every record that it wrote itself, and one at least.
async fn still_shown(node: &Node, claim: &Outcome) -> Result<bool> {
    let mut any = false;
    for record in &claim.shown_by {
        let query = HeldQuery { record: Some(*record), ..HeldQuery::default() };
        if node.store().held_count(&query).await? > 0 {
            any = true;
        } else if node.store().originators(*record).await?.contains(node.code()) {
            return Ok(false);
        }
    }
    Ok(any)
}

/// How many of each kind.
pub fn totals(outcomes: &[Counted]) -> BTreeMap<OutcomeKind, u32> {
    let mut totals: BTreeMap<OutcomeKind, u32> = OutcomeKind::ALL.into_iter().map(|kind| (kind, 0)).collect();
    for outcome in outcomes {
        let total = totals.entry(outcome.kind).or_default();
        *total = total.saturating_add(outcome.count);
    }
    totals
}

/// Convictions by how far up those stand who were convicted; only those whose level was recorded.
pub fn levels(outcomes: &[Counted]) -> BTreeMap<RoleLevel, u32> {
    let mut levels: BTreeMap<RoleLevel, u32> = RoleLevel::ALL.iter().map(|level| (*level, 0)).collect();
    for outcome in outcomes.iter().filter(|outcome| outcome.kind == OutcomeKind::Convictions) {
        if let Some(count) = outcome.level.and_then(|level| levels.get_mut(&level)) {
            *count = count.saturating_add(outcome.count);
        }
    }
    levels
}

/// The results of the latest round, counted over several nodes from the records that each agency wrote itself. A claim
/// counts only while its own node still holds a record that shows it.
pub async fn results(nodes: &[Node]) -> Result<BTreeMap<OutcomeKind, u32>> {
    let mut latest: Option<(RoundId, Round)> = None;
    let (mut claims, mut confirmations) = (Vec::new(), Vec::new());
    for node in nodes {
        let own = |kinds: &[Kind]| HeldQuery {
            agency: Some(node.code().clone()),
            order: Order::OldestFirst,
            ..HeldQuery::kinds(kinds)
        };
        for held in node.store().held(&own(&[Kind::Round, Kind::Outcome, Kind::OutcomeConfirmation])).await? {
            match held.body {
                Body::Round(round) => {
                    let id = RoundId::from_uuid(held.mark.object.uuid());
                    if latest.as_ref().is_none_or(|(_, known)| known.from.earliest() <= round.from.earliest())
                    {
                        latest = Some((id, round));
                    }
                }
                Body::Outcome(outcome) if still_shown(node, &outcome).await? => {
                    claims.push((held.mark.at, held.mark.originator, outcome));
                }
                Body::OutcomeConfirmation(body) => {
                    confirmations.push((held.mark.at, held.mark.originator, body))
                }
                _ => {}
            }
        }
    }
    let Some((id, round)) = latest else { return Ok(totals(&[])) };
    claims.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let claims: Vec<_> = claims
        .into_iter()
        .map(|(_, agency, claim)| (agency, claim))
        .filter(|(_, claim)| claim.round == id)
        .collect();
    confirmations.sort_by_key(|(at, ..)| *at);
    let confirmations: Vec<_> = confirmations
        .into_iter()
        .map(|(_, agency, confirmation)| (agency, confirmation))
        .filter(|(_, confirmation)| confirmation.round == id)
        .collect();
    Ok(totals(&counted(&round, &claims, &confirmations)))
}
