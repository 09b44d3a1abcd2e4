//! The agenda of a workshop, made from the state of the records: what was promised and what was done, what is still open
//! from rounds before, and where each case stands that the reader may see. Nobody types it; nobody can forget a case.

use lintas_model::lifecycle::{CaseState, OperationState};
use lintas_model::record::{Round, Workshop};
use lintas_model::{AgencyCode, CaseId, RoundId};
use lintas_policy::Action;

use crate::item::Item;
use crate::pursuit::Urgency;
use crate::round::CommitmentView;
use crate::task::{TaskView, is_over};
use crate::{Ctx, Result, access, case, inquiry, operation, pursuit, round, task};

/// How a promise was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Its day has passed and nothing shows that it was kept.
    Overdue,
    /// Its day has not come.
    Open,
    /// Kept after its day.
    Late,
    /// Kept.
    Done,
}

/// A promise with how it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The promise.
    pub view: CommitmentView,
    /// The round for which it was made.
    pub round: RoundId,
    /// How it was kept.
    pub kept: Kept,
}

/// A case on the agenda, with what there is to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseItem {
    /// The case.
    pub case: CaseId,
    /// Its operational name.
    pub title: String,
    /// Its owner.
    pub owner: AgencyCode,
    /// Where it stands.
    pub state: CaseState,
    /// Tasks that are not finished, and those of them whose day has passed.
    pub tasks: (u64, u64),
    /// Questions that wait, and those of them whose day has passed.
    pub inquiries: (u64, u64),
    /// Operations that have not begun, and those of them whose risk gate is shut.
    pub operations: (u64, u64),
    /// Requests to other states that press.
    pub pressing: u64,
}

/// The agenda of a round as it stands today; also the report of what became of the promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The round.
    pub round: Item<Round>,
    /// Its workshops.
    pub workshops: Vec<Item<Workshop>>,
    /// What was promised for it: what is overdue first.
    pub promises: Vec<Promise>,
    /// What is still open from rounds before: with it the round begins.
    pub carried: Vec<Promise>,
    /// Cases that are not closed and that the reader may see; none for a steward.
    pub cases: Vec<CaseItem>,
}

/// The agenda of a round.
pub async fn show(ctx: &Ctx, id: RoundId) -> Result<Agenda> {
    let round = round::find(ctx, id).await?;
    let promises = promises(ctx, id).await?;
    let mut carried = Vec::new();
    for (earlier, known) in round::known(ctx).await? {
        if earlier != id && known.body.to.earliest() < round.body.to.earliest() {
            let open = promises_open(ctx, earlier).await?;
            carried.extend(open);
        }
    }
    let agenda = Agenda {
        workshops: round::workshops(ctx, id).await?,
        promises,
        carried,
        cases: cases(ctx).await?,
        round,
    };
    let shown = agenda.promises.len() + agenda.carried.len() + agenda.cases.len();
    access::viewed(ctx, "agenda", Some(id.into()), shown).await?;
    Ok(agenda)
}

async fn promises(ctx: &Ctx, round: RoundId) -> Result<Vec<Promise>> {
    let kept = |view: &CommitmentView| match &view.done {
        Some(done) if done.body.on.earliest() >= view.commitment.body.due.after() => Kept::Late,
        Some(_) => Kept::Done,
        None if view.commitment.body.due.after() <= ctx.now() => Kept::Overdue,
        None => Kept::Open,
    };
    let views = round::commitments(ctx, round).await?;
    let mut all: Vec<Promise> =
        views.into_iter().map(|view| Promise { kept: kept(&view), view, round }).collect();
    all.sort_by_key(|one| (one.kept, one.view.commitment.body.due.after(), one.view.id));
    Ok(all)
}

async fn promises_open(ctx: &Ctx, round: RoundId) -> Result<Vec<Promise>> {
    let mut all = promises(ctx, round).await?;
    all.retain(|promise| matches!(promise.kept, Kept::Open | Kept::Overdue));
    Ok(all)
}

async fn cases(ctx: &Ctx) -> Result<Vec<CaseItem>> {
    if ctx.permit_own(Action::View, "case").is_err() {
        return Ok(Vec::new());
    }
    let (tasks, inquiries) = (task::read(ctx, None).await?, inquiry::read(ctx, None).await?);
    let (operations, requests) = (operation::read(ctx, None).await?, pursuit::lines(ctx, None).await?);
    let late = |view: &&TaskView| view.task.body.due.is_some_and(|due| due.after() <= ctx.now());
    let mut items = Vec::new();
    for line in case::lines(ctx).await?.into_iter().filter(|line| line.state != CaseState::Closed) {
        let open = || tasks.iter().filter(|view| view.task.body.case == line.id && !is_over(view.state));
        let asked = || inquiries.iter().filter(|view| view.inquiry.body.case == line.id && view.waits());
        let planned = || {
            operations.iter().filter(|view| {
                view.operation.body.case == line.id
                    && matches!(view.state, OperationState::Planned | OperationState::Ready)
            })
        };
        let presses = |request: &&pursuit::BoardLine| {
            request.request.case == Some(line.id) && request.urgency <= Urgency::Ask
        };
        items.push(CaseItem {
            tasks: (open().count() as u64, open().filter(late).count() as u64),
            inquiries: (asked().count() as u64, asked().filter(|view| view.overdue).count() as u64),
            operations: (
                planned().count() as u64,
                planned().filter(|view| !view.gate.is_open()).count() as u64,
            ),
            pressing: requests.iter().filter(presses).count() as u64,
            case: line.id,
            title: line.case.title,
            owner: line.mark.originator,
            state: line.state,
        });
    }
    // What has most to talk about comes first.
    items.sort_by_key(|item| {
        let late = item.tasks.1 + item.inquiries.1 + item.operations.1 + item.pressing;
        (std::cmp::Reverse(late), item.title.clone())
    });
    Ok(items)
}
