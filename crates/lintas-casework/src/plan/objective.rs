//! Objectives of a plan: what is to be achieved, in which order, and whether it has been.

use lintas_model::record::Objective;
use lintas_model::{CaseId, EntityId, ObjectId, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, case};

/// An objective with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveView {
    /// The objective.
    pub id: ObjectId,
    /// As last written by the agency that set it.
    pub objective: Item<Objective>,
    /// Whether the actor may change it.
    pub may_change: bool,
}

/// What becomes of an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It has been met.
    Met,
    /// It was dropped.
    Dropped,
    /// It stands again.
    Open,
}

impl Fate {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Met, Self::Dropped, Self::Open];

    /// The word used in forms and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Dropped => "dropped",
            Self::Open => "open",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.as_str() == word)
    }

    /// Where an objective stands.
    pub const fn of(objective: &Objective) -> Self {
        match (objective.met, objective.dropped) {
            (_, true) => Self::Dropped,
            (true, false) => Self::Met,
            (false, false) => Self::Open,
        }
    }
}

/// Sets an objective, after those that stand already.
pub async fn set(ctx: &Ctx, case: CaseId, text: &str) -> Result<ObjectId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, case).await?;
    ctx.require(Action::WritePlan, &found.facts).await?;
    let text = text.trim();
    if text.is_empty() {
        return Err(CaseworkError::invalid("text", "say what is to be achieved"));
    }
    let known = read(ctx, case).await?;
    let rank = known.iter().map(|view| view.objective.body.rank).max().unwrap_or_default() + 1;
    let id = ObjectId::from(ctx.node().new_id(EntityId::new));
    let body = Objective { case, text: text.to_owned(), rank, met: false, dropped: false };
    ctx.write_one(ctx.about(found.audience, id, body)).await?;
    Ok(id)
}

/// What a decision on an objective made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The record that stands now.
    pub record: RecordId,
    /// What had become of the objective before.
    pub before: Fate,
}

/// Says what became of an objective. `seen` is the record that was on the screen: when another has taken its place since,
/// nothing is written.
pub async fn decide(ctx: &Ctx, id: ObjectId, seen: RecordId, fate: Fate) -> Result<Decided> {
    let _turn = ctx.node().turn().await;
    let known = item::latest::<Objective>(ctx, "objective", id).await?;
    ctx.require(Action::WritePlan, &facts(ctx.node(), &known.mark)).await?;
    if known.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("objective", "another agency set it"));
    }
    if known.mark.record != seen {
        return Err(CaseworkError::invalid("objective", "somebody has changed it since; look at it again"));
    }
    let before = Fate::of(&known.body);
    if before == fate {
        return Err(CaseworkError::invalid("fate", format!("it is {} already", fate.as_str())));
    }
    let body = Objective { met: fate == Fate::Met, dropped: fate == Fate::Dropped, ..known.body };
    let record = ctx.write_one(ctx.about(known.mark.audience, id, body)).await?;
    Ok(Decided { record, before })
}

/// The objectives of a case, for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<ObjectiveView>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Objective>(ctx, query).await?);
    let mut views: Vec<ObjectiveView> = latest
        .into_iter()
        .map(|(id, objective)| {
            let own = objective.mark.originator == *ctx.node().code();
            let may_change =
                own && ctx.permit(Action::WritePlan, &facts(ctx.node(), &objective.mark)).is_ok();
            ObjectiveView { id, objective, may_change }
        })
        .collect();
    views.sort_by_key(|view| (view.objective.body.dropped, view.objective.body.rank, view.id));
    Ok(views)
}
