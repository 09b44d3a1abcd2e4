//! The region: results of a round counted from records, participation, promises. No case data.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{Outcome, OutcomeConfirmation, Round, Workshop};
use lintas_model::{AgencyCode, Body, Kind, ObjectId, RoundId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::round::CommitmentView;
use crate::{Ctx, Node, Result, access, round};

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
    let claims = item::read_for::<Outcome>(ctx, Action::ViewRegion, of_round()).await?;
    let confirmations = item::read_for::<OutcomeConfirmation>(ctx, Action::ViewRegion, of_round()).await?;
    let claims = claims.into_iter().map(|item| (item.mark.originator, item.body)).collect::<Vec<_>>();
    let confirmations =
        confirmations.into_iter().map(|item| (item.mark.originator, item.body)).collect::<Vec<_>>();
    let outcomes = counted(&found.body, &claims, &confirmations);
    let mut participation: BTreeMap<AgencyCode, u64> =
        found.body.agencies.iter().map(|a| (a.clone(), 0)).collect();
    for held in ctx.node().store().held(&HeldQuery { other: Some(id.into()), ..HeldQuery::default() }).await?
    {
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

/// Counts claims of a round, each subject once. The number is that of the earliest claim; what others say is kept beside
/// it. Claims by agencies outside the round, or on days outside it, do not count.
pub fn counted(
    round: &Round,
    claims: &[(AgencyCode, Outcome)],
    confirmations: &[(AgencyCode, OutcomeConfirmation)],
) -> Vec<Counted> {
    let mut by_subject: BTreeMap<(OutcomeKind, ObjectId), Counted> = BTreeMap::new();
    for (agency, claim) in claims {
        let inside = claim.on.earliest() >= round.from.earliest() && claim.on.earliest() < round.to.after();
        if !inside || !round.agencies.contains(agency) {
            continue;
        }
        let counted = by_subject.entry((claim.kind, claim.subject)).or_insert_with(|| Counted {
            kind: claim.kind,
            subject: claim.subject,
            count: claim.count,
            claimed_by: BTreeSet::new(),
            confirmed_by: BTreeSet::new(),
            differing: BTreeMap::new(),
            summary: claim.summary.clone(),
        });
        counted.claimed_by.insert(agency.clone());
        if claim.count != counted.count {
            counted.differing.insert(agency.clone(), claim.count);
        }
    }
    for (agency, confirmation) in confirmations {
        if let Some(counted) = by_subject.get_mut(&(confirmation.kind, confirmation.subject)) {
            if confirmation.count == counted.count {
                counted.confirmed_by.insert(agency.clone());
            } else {
                counted.differing.insert(agency.clone(), confirmation.count);
            }
        }
    }
    by_subject.into_values().collect()
}

/// How many of each kind.
pub fn totals(outcomes: &[Counted]) -> BTreeMap<OutcomeKind, u32> {
    let mut totals: BTreeMap<OutcomeKind, u32> = OutcomeKind::ALL.into_iter().map(|kind| (kind, 0)).collect();
    for outcome in outcomes {
        *totals.entry(outcome.kind).or_default() += outcome.count;
    }
    totals
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
                Body::Outcome(outcome) => {
                    let mut shown = false;
                    for record in &outcome.shown_by {
                        let query = HeldQuery { record: Some(*record), ..HeldQuery::default() };
                        shown |= node.store().held_count(&query).await? > 0;
                    }
                    if shown {
                        claims.push((held.mark.at, held.mark.originator, outcome));
                    }
                }
                Body::OutcomeConfirmation(body) => confirmations.push((held.mark.originator, body)),
                _ => {}
            }
        }
    }
    let Some((id, round)) = latest else { return Ok(totals(&[])) };
    claims.sort_by_key(|(at, ..)| *at);
    let claims: Vec<_> = claims
        .into_iter()
        .map(|(_, agency, claim)| (agency, claim))
        .filter(|(_, claim)| claim.round == id)
        .collect();
    confirmations.retain(|(_, confirmation)| confirmation.round == id);
    Ok(totals(&counted(&round, &claims, &confirmations)))
}
