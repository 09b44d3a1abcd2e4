//! What was asked and answered, on both sides, as pages and the command line show it.

use std::collections::{BTreeMap, BTreeSet};

use lintas_hits::budget::ITEMS_A_DAY;
use lintas_model::handling::Purpose;
use lintas_model::record::{
    HitAnswer, HitInputs, HitNotice, HitQuery, HitRefusal, ItemKind, Report, SecondFor, Statement,
};
use lintas_model::{AgencyCode, CaseId, EntityId, HitQueryId, Kind, ObjectId, OfficerId, Timestamp};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark, Order};

use super::alarm::{self, Alarm};
use super::{ask, pair};
use crate::item::{self, Item, Kinded};
use crate::{CaseworkError, Ctx, Result, access, entity, officer, partner};

/// The desk of hit/no-hit.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// Questions of this agency, the latest first.
    pub asked: Vec<Question>,
    /// Questions of partners, the latest first.
    pub received: Vec<Received>,
    /// What is left of today's budgets.
    pub budgets: Vec<Budget>,
    /// Rows of numbers that were asked within a day, for whoever may look into them.
    pub alarms: Vec<Alarm>,
    /// Whether the actor may ask.
    pub can_ask: bool,
    /// Whether the actor may inspect what was asked.
    pub can_inspect: bool,
}

/// A question of this agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub id: HitQueryId,
    /// The record of what is asked.
    pub mark: Mark,
    /// Who is asked.
    pub to: AgencyCode,
    /// The case.
    pub case: CaseId,
    /// For which purpose.
    pub purpose: Purpose,
    /// On what legal basis.
    pub legal_basis: String,
    /// How many items.
    pub items: usize,
    /// Who asks, by name.
    pub asked_by: String,
    /// Who approved it, by name.
    pub approved_by: Option<String>,
    /// Why it needs or needed a second officer.
    pub needs_second: Vec<SecondFor>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether the actor may approve it.
    pub can_approve: bool,
}

/// Where a question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was refused here and never left.
    Stopped {
        /// Why.
        why: HitRefusal,
        /// In a sentence.
        reason: String,
    },
    /// It waits for a second officer.
    WaitsForSecond,
    /// It has been sent or waits for the courier.
    Sent,
    /// The partner refused it.
    Refused {
        /// Why.
        why: HitRefusal,
        /// In a sentence.
        reason: String,
    },
    /// The answer could not be accepted.
    NotAccepted {
        /// Why.
        problem: String,
    },
    /// It was answered.
    Answered {
        /// The hits.
        hits: Vec<HitLine>,
        /// When the answer was written.
        at: Timestamp,
    },
}

/// A hit: something of this agency's that the partner knows too. Of the partner's it says nothing but that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitLine {
    /// What was asked about.
    pub entity: EntityId,
    /// What lists call it.
    pub caption: String,
    /// What kinds of item hit.
    pub kind: ItemKind,
    /// The end of the value; empty for names.
    pub end: String,
    /// Whether it is possible only.
    pub possible: bool,
}

/// A question of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Who asked.
    pub from: AgencyCode,
    /// The record of the question.
    pub mark: Mark,
    /// For which purpose.
    pub purpose: Purpose,
    /// On what legal basis.
    pub legal_basis: String,
    /// How many items.
    pub items: u32,
    /// Whether two officers stand behind it.
    pub by_two: bool,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a partner's question here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Not answered yet.
    Waits,
    /// Refused.
    Refused {
        /// Why.
        why: HitRefusal,
        /// In a sentence.
        reason: String,
    },
    /// Answered; the partner has not said yet what came of it.
    Answered,
    /// The partner says how many hits it gave.
    Noticed {
        /// How many.
        hits: usize,
    },
    /// The partner says that it could not accept the answer, or its transcript is another than ours.
    Disputed {
        /// What it says.
        problem: String,
    },
}

/// What is left of a budget of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// The partner.
    pub partner: AgencyCode,
    /// Items that may still be asked of it.
    pub to_ask: u32,
    /// Items that it may still ask.
    pub to_answer: u32,
    /// Of how many.
    pub of: u32,
}

/// So many questions of each side are shown.
const SHOWN: usize = 100;

/// The desk: both sides' log, with the budgets for the actor's purpose.
pub async fn desk(ctx: &Ctx) -> Result<Desk> {
    ctx.require_own(Action::View, "hit_query").await?;
    let own = ctx.node().code().clone();
    let inputs = newest::<HitInputs>(ctx, Some(own.clone())).await?;
    let names = officer::names(ctx).await?;
    let mut desk = Desk {
        can_ask: ctx.permit_own(Action::AskHits, "hit_query").is_ok(),
        can_inspect: ctx.permit_plain(Action::ViewAudit, "hit_query").is_ok(),
        alarms: alarm::alarms(ctx).await?,
        ..Desk::default()
    };
    for inputs in inputs {
        desk.asked.push(of(ctx, inputs, &names).await?);
    }
    for query in newest::<HitQuery>(ctx, None).await? {
        if query.mark.originator != own && query.body.to == own {
            desk.received.push(received(ctx, query).await?);
        }
    }
    for known in partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active) {
        let partner = known.agency.code;
        desk.budgets.push(Budget {
            to_ask: pair::left(pair::asked_today(ctx.node(), &partner, ctx.purpose()).await?),
            to_answer: pair::left(pair::answered_today(ctx.node(), &partner, ctx.purpose()).await?),
            of: ITEMS_A_DAY,
            partner,
        });
    }
    access::viewed(ctx, "hits", None, desk.asked.len() + desk.received.len()).await?;
    Ok(desk)
}

/// One question of this agency.
pub async fn question(ctx: &Ctx, id: HitQueryId) -> Result<Question> {
    let inputs = item::latest::<HitInputs>(ctx, "question", id).await?;
    if inputs.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::NotFound("question"));
    }
    let names = officer::names(ctx).await?;
    let question = of(ctx, inputs, &names).await?;
    access::viewed(ctx, "hit_query", Some(id.into()), question.items).await?;
    Ok(question)
}

/// The questions of colleagues that wait for the actor as the second officer; none for whoever may not approve any.
pub async fn waiting(ctx: &Ctx) -> Result<Vec<Question>> {
    let may = ctx.permit_own(Action::ApproveHits, "hit_query").is_ok();
    if !may || ctx.permit_own(Action::View, "hit_query").is_err() {
        return Ok(Vec::new());
    }
    let names = officer::names(ctx).await?;
    let mut waiting = Vec::new();
    for inputs in newest::<HitInputs>(ctx, Some(ctx.node().code().clone())).await? {
        if !inputs.body.needs_second.is_empty() && inputs.body.refused.is_none() {
            waiting.push(of(ctx, inputs, &names).await?);
        }
    }
    waiting.retain(|question| question.can_approve);
    Ok(waiting)
}

/// What a form to ask about a person or thing needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What lists call it.
    pub caption: String,
    /// The cases in which this agency's own reports speak of it: only for these can it be asked about.
    pub cases: BTreeSet<CaseId>,
}

/// A person or thing that is to be asked about.
pub async fn subject(ctx: &Ctx, id: EntityId) -> Result<Subject> {
    let own = Some(ctx.node().code().clone());
    let query = HeldQuery { object: Some(id.into()), agency: own.clone(), ..HeldQuery::default() };
    let statements = item::read::<Statement>(ctx, query).await?;
    let caption = entity::caption(ctx, id).await?;
    let mut cases = BTreeSet::new();
    for report in statements.iter().map(|item| item.body.report).collect::<BTreeSet<_>>() {
        let query = HeldQuery { object: Some(report.into()), agency: own.clone(), ..HeldQuery::default() };
        cases.extend(item::read::<Report>(ctx, query).await?.into_iter().filter_map(|item| item.body.case));
    }
    Ok(Subject { caption, cases })
}

async fn newest<B: Kinded>(ctx: &Ctx, agency: Option<AgencyCode>) -> Result<Vec<Item<B>>> {
    let query = HeldQuery { agency, order: Order::NewestFirst, limit: SHOWN, ..HeldQuery::default() };
    item::read::<B>(ctx, query).await
}

async fn of(ctx: &Ctx, inputs: Item<HitInputs>, names: &BTreeMap<OfficerId, String>) -> Result<Question> {
    let Item { mark, body, .. } = inputs;
    let id = HitQueryId::from_uuid(mark.object.uuid());
    let sent = one::<HitQuery>(ctx, mark.object, ctx.node().code()).await?;
    let standing = match (&body.refused, &sent) {
        (Some(why), _) => Standing::Stopped { why: *why, reason: body.reason.clone() },
        (None, None) => Standing::WaitsForSecond,
        (None, Some(_)) => answered(ctx, mark.object, &body).await?,
    };
    let name = |id: OfficerId| names.get(&id).cloned().unwrap_or_default();
    let can_approve = standing == Standing::WaitsForSecond
        && mark.author != ctx.officer()
        && ctx.permit_own(Action::ApproveHits, "hit_query").is_ok();
    Ok(Question {
        id,
        to: body.to,
        case: body.case,
        purpose: body.purpose,
        legal_basis: body.legal_basis,
        items: body.inputs.len(),
        asked_by: name(mark.author),
        approved_by: sent.and_then(|query| query.body.approved_by).map(name),
        needs_second: body.needs_second,
        standing,
        can_approve,
        mark,
    })
}

async fn answered(ctx: &Ctx, object: ObjectId, inputs: &HitInputs) -> Result<Standing> {
    let Some(answer) = one::<HitAnswer>(ctx, object, &inputs.to).await? else { return Ok(Standing::Sent) };
    if let Some(why) = answer.body.refused {
        return Ok(Standing::Refused { why, reason: answer.body.reason });
    }
    let Some(notice) = one::<HitNotice>(ctx, object, ctx.node().code()).await? else {
        return Ok(Standing::Sent);
    };
    if !notice.body.problem.is_empty() {
        return Ok(Standing::NotAccepted { problem: notice.body.problem });
    }
    Ok(Standing::Answered { hits: lines(ctx, inputs, &notice.body.hits).await?, at: answer.mark.at })
}

/// The hits as lines: the surest of each thing, one line for each kind of item.
async fn lines(ctx: &Ctx, inputs: &HitInputs, hits: &[u32]) -> Result<Vec<HitLine>> {
    let hit: Vec<_> = hits.iter().filter_map(|at| inputs.inputs.get(*at as usize)).collect();
    let captions = entity::captions(ctx, hit.iter().map(|input| input.entity).collect()).await?;
    // A document that hits with its state hits by its number alone as well: that says nothing more.
    let exact: BTreeSet<EntityId> =
        hit.iter().filter(|input| input.kind == ItemKind::Document).map(|input| input.entity).collect();
    let mut lines: Vec<HitLine> = Vec::new();
    for input in hit {
        let is_name =
            matches!(input.kind, ItemKind::NameOnDay | ItemKind::NameInYear | ItemKind::NameInYearOfDay);
        if input.kind == ItemKind::DocumentNumber && exact.contains(&input.entity) {
            continue;
        }
        let line = HitLine {
            entity: input.entity,
            caption: captions.get(&input.entity).cloned().unwrap_or_default(),
            kind: input.kind,
            end: if is_name { String::new() } else { ask::masked(&input.value) },
            possible: input.kind.is_possible_only(),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.sort_by(|a, b| (a.possible, a.kind, &a.caption).cmp(&(b.possible, b.kind, &b.caption)));
    Ok(lines)
}

async fn received(ctx: &Ctx, query: Item<HitQuery>) -> Result<Received> {
    let Item { mark, body, .. } = query;
    let answer = one::<HitAnswer>(ctx, mark.object, ctx.node().code()).await?;
    let notice = one::<HitNotice>(ctx, mark.object, &mark.originator).await?;
    let outcome = match (answer.map(|item| item.body), notice.map(|item| item.body)) {
        (None, _) => Outcome::Waits,
        (Some(HitAnswer { refused: Some(why), reason, .. }), _) => Outcome::Refused { why, reason },
        (Some(_), None) => Outcome::Answered,
        (Some(_), Some(notice)) if !notice.problem.is_empty() => {
            Outcome::Disputed { problem: notice.problem }
        }
        (Some(answer), Some(notice)) if answer.transcript != notice.transcript => {
            Outcome::Disputed { problem: "its transcript is not that of this node's answer".to_owned() }
        }
        (Some(_), Some(notice)) => Outcome::Noticed { hits: notice.hits.len() },
    };
    Ok(Received {
        from: mark.originator.clone(),
        purpose: body.purpose,
        legal_basis: body.legal_basis,
        items: body.items,
        by_two: body.approved_by.is_some_and(|second| second != body.asked_by),
        outcome,
        mark,
    })
}

/// The newest record of a kind about a question that an agency wrote.
async fn one<B: Kinded>(ctx: &Ctx, object: ObjectId, agency: &AgencyCode) -> Result<Option<Item<B>>> {
    debug_assert!(matches!(B::KIND, Kind::HitQuery | Kind::HitAnswer | Kind::HitNotice));
    let query = HeldQuery {
        object: Some(object),
        agency: Some(agency.clone()),
        order: Order::NewestFirst,
        limit: 1,
        ..HeldQuery::default()
    };
    Ok(item::read::<B>(ctx, query).await?.into_iter().next())
}
