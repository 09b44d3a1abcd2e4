//! What the courts decided, and how far up those stand whom they convicted.

use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{CourtResult, CourtVerdict, Outcome, RoleLevel};
use lintas_model::{CaseId, Country, EntityId, Kind, ObjectId, PartialDate, RecordId, RoundId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case, entity, round};

/// A decision of a court to record.
#[derive(Debug, Clone)]
pub struct NewVerdict {
    /// The case.
    pub case: CaseId,
    /// The person.
    pub person: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country.
    pub country: Country,
    /// The court and its reference.
    pub court: String,
    /// The decision.
    pub result: CourtResult,
    /// How far up the person stands.
    pub level: RoleLevel,
    /// The sentence.
    pub sentence: String,
    /// On what date.
    pub on: PartialDate,
    /// Whether it can no longer be appealed.
    pub is_final: bool,
    /// The round for which a conviction counts; nothing is claimed without one.
    pub round: Option<RoundId>,
}

/// A decision with the person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictView {
    /// What it is about: the person in this case.
    pub id: ObjectId,
    /// The decision as last recorded.
    pub verdict: Item<CourtVerdict>,
    /// What lists call the person.
    pub name: String,
}

/// Records what a court decided on a person. A conviction is claimed for the round, with the level and without the person.
pub async fn record(ctx: &Ctx, new: NewVerdict) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteVerdict, &found.facts).await?;
    if new.court.trim().is_empty() {
        return Err(CaseworkError::invalid("court", "name the court and its reference"));
    }
    if new.on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    if new.result == CourtResult::Convicted && new.sentence.trim().is_empty() {
        return Err(CaseworkError::invalid("sentence", "a conviction has a sentence"));
    }
    if !entity::visible(ctx, new.person).await? {
        return Err(CaseworkError::NotFound("person"));
    }
    let same = |known: &VerdictView| {
        known.verdict.body.person == new.person
            && known.verdict.body.offence == new.offence
            && known.verdict.body.country == new.country
    };
    // A later decision on the same charge, such as an appeal, takes the place of the earlier one.
    let known = read(ctx, new.case).await?.into_iter().find(same);
    if let Some(known) = &known
        && known.verdict.mark.originator != *ctx.node().code()
    {
        return Err(CaseworkError::invalid("person", "another agency records this charge"));
    }
    if let Some(known) = &known
        && new.on.after() <= known.verdict.body.on.earliest()
    {
        let earlier = known.verdict.body.on;
        return Err(CaseworkError::invalid("on", format!("the decision before it is of {earlier}")));
    }
    let object =
        known.as_ref().map_or_else(|| ObjectId::from(ctx.node().new_id(EntityId::new)), |known| known.id);
    let body = CourtVerdict {
        case: new.case,
        person: new.person,
        offence: new.offence,
        country: new.country,
        court: new.court.trim().to_owned(),
        result: new.result,
        level: new.level,
        sentence: new.sentence.trim().to_owned(),
        on: new.on,
        is_final: new.is_final,
    };
    // Who was convicted of what is for this agency to release; the region counts levels.
    let draft = ctx.about(ctx.private(), object, body);
    let mut drafts = vec![draft];
    if let Some(id) = new.round {
        let round = round::find(ctx, id).await?;
        let before = known.is_some_and(|known| known.verdict.body.result == CourtResult::Convicted);
        let count = u32::from(new.result == CourtResult::Convicted);
        // An acquittal on appeal takes the claim back: it counts none.
        if count > 0 || before {
            ctx.require_own(Action::ClaimOutcome, "outcome").await?;
            let outcome = Outcome {
                round: id,
                kind: OutcomeKind::Convictions,
                subject: object,
                count,
                on: new.on,
                participants: [ctx.node().code().clone()].into(),
                shown_by: vec![drafts[0].record],
                case: None,
                level: Some(new.level),
                summary: String::new(),
            };
            drafts.push(ctx.about(round.body.audience, object, outcome));
        }
    }
    let record = drafts[0].record;
    ctx.write(drafts).await?;
    Ok(record)
}

/// What the courts decided in a case, the latest first.
pub async fn list(ctx: &Ctx, case: CaseId) -> Result<Vec<VerdictView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "verdicts", Some(case.into()), views.len()).await?;
    Ok(views)
}

async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<VerdictView>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::kinds(&[Kind::CourtVerdict]) };
    let latest = item::owned(ctx, item::read::<CourtVerdict>(ctx, query).await?);
    let persons = latest.values().map(|verdict| verdict.body.person).collect();
    let names = entity::captions(ctx, persons).await?;
    let mut views: Vec<VerdictView> = latest
        .into_iter()
        .map(|(id, verdict)| VerdictView {
            id,
            name: names.get(&verdict.body.person).cloned().unwrap_or_default(),
            verdict,
        })
        .collect();
    views.sort_by_key(|view| std::cmp::Reverse((view.verdict.body.on.earliest(), view.id)));
    Ok(views)
}
