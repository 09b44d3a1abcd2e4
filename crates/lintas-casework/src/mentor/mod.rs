//! The seat of a mentor: a case without anything that names a person, a number or a place, and advice left in it.
//!
//! A mentor knows the work and not the people. The agency opens a case of its own to its mentors; they see its structure,
//! where every person, telephone, place and state has a stand-in that stays the same, never a word that somebody wrote,
//! and nothing of what a partner gave. Their advice stands in the journal of the case, for the agency alone.

mod sanitised;
mod stand_in;

use std::collections::BTreeMap;

use lintas_model::record::{Advice, AdviceGrade, Mentoring};
use lintas_model::{AgencyCode, CaseId, EntityId, Kind, ObjectId, RecordId};
use lintas_policy::{Action, ObjectFacts};
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

pub use sanitised::{Link, Pursued, SanitisedCase, SanitisedMap, SanitisedRow, Seen, Shown};
pub use stand_in::StandIn;

/// The longest advice, in bytes.
const LONGEST_BYTES: usize = 20_000;

/// A case that is open to mentors, by the number under which they know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentorCase {
    /// The case.
    pub case: CaseId,
    /// Its number: cases are numbered in the order in which they were first opened to mentors.
    pub number: u32,
    /// How many advices were given.
    pub advices: usize,
}

/// Opens a case of this agency to its mentors, or closes it to them.
pub async fn set_open(ctx: &Ctx, id: CaseId, open: bool) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, id).await?;
    ctx.require(Action::OpenCase, &found.facts).await?;
    if found.owner != *ctx.node().code() {
        return Err(CaseworkError::invalid("case", "only its owner shows a case to mentors"));
    }
    if is_open(ctx, id).await? == open {
        let stands = if open { "open to mentors" } else { "closed to mentors" };
        return Err(CaseworkError::invalid("case", format!("it is {stands} already")));
    }
    ctx.write_one(ctx.about(ctx.private(), id, Mentoring { case: id, open })).await
}

/// Whether a case is open to mentors.
pub async fn is_open(ctx: &Ctx, id: CaseId) -> Result<bool> {
    Ok(opened(ctx).await?.into_iter().any(|(case, (_, open))| case == id && open))
}

/// Every case that was ever opened to mentors: its number, and whether it is open now.
async fn opened(ctx: &Ctx) -> Result<BTreeMap<CaseId, (u32, bool)>> {
    let query = HeldQuery { agency: Some(ctx.node().code().clone()), ..HeldQuery::kinds(&[Kind::Mentoring]) };
    let mut held = ctx.node().store().held(&query).await?;
    held.sort_by_key(|held| held.mark.place);
    let mut known: BTreeMap<CaseId, (u32, bool)> = BTreeMap::new();
    for held in held {
        let lintas_model::Body::Mentoring(body) = held.body else { continue };
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX).saturating_add(1);
        known.entry(body.case).and_modify(|(_, open)| *open = body.open).or_insert((next, body.open));
    }
    Ok(known)
}

/// The cases that are open to the mentors of this agency.
pub async fn list(ctx: &Ctx) -> Result<Vec<MentorCase>> {
    ctx.require(Action::ViewSanitised, &ObjectFacts::own("case", ctx.node().code())).await?;
    let mut cases = Vec::new();
    for (case, (number, open)) in opened(ctx).await? {
        if open {
            cases.push(MentorCase { case, number, advices: given(ctx, case).await?.len() });
        }
    }
    cases.sort_by_key(|case| case.number);
    access::viewed(ctx, "mentor_cases", None, cases.len()).await?;
    Ok(cases)
}

/// A case as a mentor sees it. A case that is not open to mentors is not there for them.
pub async fn show(ctx: &Ctx, id: CaseId) -> Result<SanitisedCase> {
    let number = number_of(ctx, id).await?;
    let view = sanitised::read(ctx, id, number).await?;
    access::viewed(ctx, "sanitised_case", Some(id.into()), 1).await?;
    Ok(view)
}

async fn number_of(ctx: &Ctx, id: CaseId) -> Result<u32> {
    ctx.require(Action::ViewSanitised, &ObjectFacts::own("case", ctx.node().code())).await?;
    match opened(ctx).await?.get(&id) {
        Some((number, true)) => Ok(*number),
        _ => Err(CaseworkError::NotFound("case")),
    }
}

/// Leaves advice in a case that is open to mentors.
pub async fn advise(ctx: &Ctx, id: CaseId, grade: AdviceGrade, text: &str) -> Result<RecordId> {
    ctx.require(Action::Advise, &ObjectFacts::own("advice", ctx.node().code())).await?;
    number_of(ctx, id).await?;
    let text = text.trim();
    if text.is_empty() {
        return Err(CaseworkError::invalid("text", "say what you advise"));
    }
    if text.len() > LONGEST_BYTES {
        return Err(CaseworkError::invalid("text", format!("at most {LONGEST_BYTES} bytes are taken")));
    }
    let object = ObjectId::from(ctx.node().new_id(EntityId::new));
    let body = Advice { case: id, grade, text: text.to_owned() };
    ctx.write_one(ctx.about(ctx.private(), object, body)).await
}

/// The advice given in a case, as the agency reads it in the journal, the latest first.
pub async fn advices(ctx: &Ctx, id: CaseId) -> Result<Vec<Item<Advice>>> {
    let query = HeldQuery { case: Some(id), ..HeldQuery::default() };
    let mut all = item::read::<Advice>(ctx, query).await?;
    all.reverse();
    Ok(all)
}

/// The same as a mentor reads it.
async fn given(ctx: &Ctx, id: CaseId) -> Result<Vec<Item<Advice>>> {
    let own: AgencyCode = ctx.node().code().clone();
    let query = HeldQuery { case: Some(id), agency: Some(own), ..HeldQuery::default() };
    let mut all = item::read_for::<Advice>(ctx, Action::ViewSanitised, query).await?;
    all.retain(|item| facts(ctx.node(), &item.mark).relation == lintas_policy::Relation::Own);
    all.reverse();
    Ok(all)
}
