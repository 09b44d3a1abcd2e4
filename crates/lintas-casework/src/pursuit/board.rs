//! The board: all requests of an agency, or of a case, with who owes the next step and what is about to lapse.

use lintas_law::Day;
use lintas_law::hop::{ClockKind, Standing};
use lintas_model::lifecycle::RequestState;
use lintas_model::record::Request;
use lintas_model::{AgencyCode, CaseId, Kind, ObjectId, RequestId};
use lintas_store::HeldQuery;

use super::view::{RequestView, view};
use crate::item;
use crate::{Ctx, Result, access};

/// Nobody should hold a request longer than this without being asked, in days.
const TOO_LONG_DAYS: i64 = 30;

/// A clock that runs out within so many days is pressing.
const PRESSING_DAYS: i64 = 7;

/// How much a request presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// A clock set by law has run out.
    Lapsed,
    /// A clock set by law runs out within a week, or one is running whose period nobody knows.
    Pressing,
    /// Somebody has held it for more than a month, or a reminder of good practice is due: ask.
    Ask,
    /// It is on its way.
    Running,
    /// Nobody owes anything.
    Ended,
}

/// A request on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardLine {
    /// The request.
    pub id: RequestId,
    /// What it says.
    pub request: Request,
    /// Whose it is.
    pub agency: AgencyCode,
    /// Where it stands.
    pub state: RequestState,
    /// How much it presses.
    pub urgency: Urgency,
    /// Who owes the next step, by name.
    pub next: Option<String>,
    /// What that actor has to do.
    pub next_does: Option<String>,
    /// Days for which that actor has had it.
    pub days_waiting: Option<i64>,
    /// The last day of the clock that runs out first.
    pub due: Option<Day>,
    /// What happens then.
    pub due_says: Option<String>,
    /// Steps of the way that are done, and all of them.
    pub progress: (usize, usize),
}

/// The board, most pressing first.
pub async fn board(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<BoardLine>> {
    let lines = lines(ctx, case).await?;
    access::viewed(ctx, "pursuits", case.map(Into::into), lines.len()).await?;
    Ok(lines)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn lines(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<BoardLine>> {
    let query = HeldQuery { case, ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Request>(ctx, query).await?);
    let steps = HeldQuery { now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::RequestStep, Kind::Hop]) };
    let objects: Vec<ObjectId> = latest.keys().copied().collect();
    let mut histories = item::by_object(ctx, steps, objects).await?;
    let mut lines: Vec<BoardLine> = latest
        .into_iter()
        .map(|(object, request)| {
            let held = histories.remove(&object).unwrap_or_default();
            line(view(ctx, RequestId::from_uuid(object.uuid()), request, held))
        })
        .collect();
    lines.sort_by_key(|line| (line.urgency, line.due, std::cmp::Reverse(line.days_waiting), line.id));
    Ok(lines)
}

fn line(view: RequestView) -> BoardLine {
    let urgency = urgency(&view);
    let running = view
        .clocks
        .iter()
        .filter(|(_, standing)| matches!(standing, Standing::Running { .. } | Standing::Lapsed { .. }))
        .filter(|_| view.state.runs())
        .min_by_key(|(deadline, _)| (deadline.due.is_none(), deadline.due));
    let next = view.owed.as_ref().and_then(|owed| owed.next.as_ref());
    let wanted = |hop: &&super::HopView| hop.planned.skipped_by.is_none();
    let done = view
        .way
        .iter()
        .filter(wanted)
        .filter(|hop| hop.hop.as_ref().is_some_and(|hop| hop.body.passed_on.is_some()));
    BoardLine {
        urgency,
        next: next.map(|hop| hop.who()),
        next_does: next.map(|hop| hop.does.clone()),
        days_waiting: view.owed.as_ref().and_then(|owed| owed.days_waiting),
        due: running.and_then(|(deadline, _)| deadline.due),
        due_says: running.map(|(deadline, _)| deadline.says.clone()),
        progress: (done.count(), view.way.iter().filter(wanted).count()),
        id: view.id,
        state: view.state,
        agency: view.request.mark.originator,
        request: view.request.body,
    }
}

fn urgency(view: &RequestView) -> Urgency {
    if !view.state.runs() {
        return Urgency::Ended;
    }
    let by = |kind| view.clocks.iter().filter(move |(deadline, _)| deadline.kind == kind);
    let law = by(ClockKind::Law).map(|(_, standing)| match standing {
        Standing::Lapsed { .. } => Urgency::Lapsed,
        Standing::Running { days_left } if *days_left <= PRESSING_DAYS => Urgency::Pressing,
        Standing::PeriodUnknown { .. } => Urgency::Pressing,
        _ => Urgency::Running,
    });
    let practice = by(ClockKind::Practice).map(|(_, standing)| match standing {
        Standing::Lapsed { .. } => Urgency::Ask,
        _ => Urgency::Running,
    });
    let held = view.owed.as_ref().and_then(|owed| owed.days_waiting);
    let held = if held.is_some_and(|days| days > TOO_LONG_DAYS) { Urgency::Ask } else { Urgency::Running };
    law.chain(practice).chain([held]).min().unwrap_or(Urgency::Running)
}
