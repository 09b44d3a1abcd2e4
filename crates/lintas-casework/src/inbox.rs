//! What waits for the officer.

use std::collections::BTreeSet;

use lintas_model::lifecycle::TaskState;
use lintas_model::record::Report;
use lintas_model::{AgencyCode, Body, Kind, ObjectId, Role};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::hits::{self, Alarm, Question};
use crate::inquiry::{self, InquiryView};
use crate::item::{self, Item};
use crate::misstep::{self, Misstep};
use crate::new_log::{self, OtherLog};
use crate::pursuit::{self, BoardLine, Urgency};
use crate::search::{self, Saved};
use crate::task::TaskView;
use crate::warrant::WarrantView;
use crate::{Ctx, Result, access, grading, partner, report, task, warrant};

/// The inbox of an officer.
#[derive(Debug, Clone, Default)]
pub struct Inbox {
    /// Tasks that partners asked of this agency and that are not finished.
    pub asked_of_us: Vec<TaskView>,
    /// Tasks that this agency asked of others and that are not finished.
    pub asked_by_us: Vec<TaskView>,
    /// Questions that partners asked of this agency and that wait for an answer.
    pub inquiries_of_us: Vec<InquiryView>,
    /// Questions that this agency asked and that wait for an answer, the overdue ones first.
    pub inquiries_by_us: Vec<InquiryView>,
    /// Reports not yet graded.
    pub ungraded: Vec<Item<Report>>,
    /// What partners released lately.
    pub received: Vec<Item<Report>>,
    /// Warrants that nobody has looked at for too long.
    pub stale_warrants: Vec<WarrantView>,
    /// Requests to other states that press: a clock runs out or has, or somebody has held one for too long.
    pub pressing: Vec<BoardLine>,
    /// Steps of others that were not obeyed.
    pub missteps: Vec<Misstep>,
    /// Questions of hit/no-hit that wait for this officer as the second one.
    pub to_approve: Vec<Question>,
    /// Rows of numbers that were asked of partners within a day.
    pub alarms: Vec<Alarm>,
    /// Logs of partners that do not continue the ones cosigned here and that this officer can propose or accept.
    pub other_logs: Vec<OtherLog>,
    /// Saved searches for which something new has arrived.
    pub news: Vec<Saved>,
    /// Agencies whose feeds are held here.
    pub partners: Vec<AgencyCode>,
}

/// How many entries of each kind an inbox shows.
const SHOWN: usize = 20;
/// So many reports are looked through at once, and so many pages of them at most.
const PAGE: usize = 200;
const PAGES: usize = 10;

impl Inbox {
    /// How many things wait for the officer: what came in is news and does not wait.
    pub fn waiting(&self) -> u64 {
        let lists = [
            self.asked_of_us.len(),
            self.asked_by_us.len(),
            self.inquiries_of_us.len(),
            self.inquiries_by_us.len(),
            self.ungraded.len(),
            self.stale_warrants.len(),
            self.pressing.len(),
            self.missteps.len(),
            self.news.len(),
            self.to_approve.len(),
            self.alarms.len(),
            self.other_logs.len(),
        ];
        lists.into_iter().sum::<usize>() as u64
    }
}

/// The inbox.
pub async fn show(ctx: &Ctx) -> Result<Inbox> {
    let found = read(ctx).await?;
    if ctx.permit_own(Action::View, "inbox").is_ok() {
        access::viewed(ctx, "inbox", None, found.ungraded.len() + found.received.len()).await?;
    }
    Ok(found)
}

/// The same for a count: nobody has looked at anything.
pub(crate) async fn read(ctx: &Ctx) -> Result<Inbox> {
    if ctx.permit_own(Action::View, "inbox").is_err() {
        return Ok(Inbox::default());
    }
    let open = |task: &TaskView| matches!(task.state, TaskState::Open | TaskState::Started);
    let own = ctx.node().code();
    let (mut asked_of_us, mut asked_by_us) = (Vec::new(), Vec::new());
    for view in task::list(ctx, None).await?.into_iter().filter(open) {
        if view.task.body.agency == *own {
            asked_of_us.push(view);
        } else if view.task.mark.originator == *own {
            asked_by_us.push(view);
        }
    }
    let (mut inquiries_of_us, mut inquiries_by_us) = (Vec::new(), Vec::new());
    for view in inquiry::read(ctx, None).await?.into_iter().filter(InquiryView::waits) {
        if view.inquiry.body.agency == *own {
            inquiries_of_us.push(view);
        } else if view.inquiry.mark.originator == *own {
            inquiries_by_us.push(view);
        }
    }
    let newest = HeldQuery { order: Order::NewestFirst, limit: PAGE, ..HeldQuery::default() };
    let reports = report::distinct(item::read::<Report>(ctx, newest).await?);
    let received: Vec<Item<Report>> =
        reports.into_iter().rev().filter(|report| report.mark.originator != *own).take(SHOWN).collect();
    let ungraded = ungraded(ctx).await?;
    let stale_warrants = if ctx.has(Role::CaseLead) || ctx.has(Role::Prosecutor) {
        warrant::list(ctx, None).await?.into_iter().filter(|w| w.stale).take(SHOWN).collect()
    } else {
        Vec::new()
    };
    let pressing = if ctx.has(Role::CaseLead) || ctx.has(Role::Prosecutor) {
        let mut lines = pursuit::lines(ctx, None).await?;
        lines.retain(|line| line.urgency <= Urgency::Ask);
        lines.truncate(SHOWN);
        lines
    } else {
        Vec::new()
    };
    let partners: Vec<AgencyCode> =
        partner::all(ctx.node()).await?.into_iter().filter(|p| p.active).map(|p| p.agency.code).collect();
    let missteps = if ctx.has(Role::CaseLead) || ctx.has(Role::Prosecutor) {
        misstep::list(ctx, None).await?.into_iter().take(SHOWN).collect()
    } else {
        Vec::new()
    };
    let news = search::news(ctx).await?;
    let to_approve = hits::waiting(ctx).await?;
    let alarms = hits::alarms(ctx).await?;
    let mut other_logs = if new_log::may(ctx) { new_log::list(ctx).await? } else { Vec::new() };
    other_logs.retain(|other| other.proposal.as_ref().is_none_or(|proposal| proposal.can_accept));
    Ok(Inbox {
        asked_of_us,
        asked_by_us,
        inquiries_of_us,
        inquiries_by_us,
        ungraded,
        received,
        stale_warrants,
        pressing,
        missteps,
        to_approve,
        alarms,
        other_logs,
        news,
        partners,
    })
}

/// This agency's own reports that nobody has graded, newest first. Rows of a file are graded with their file, and what
/// only says whom a warrant names is as good as the warrant.
async fn ungraded(ctx: &Ctx) -> Result<Vec<Item<Report>>> {
    let own = Some(ctx.node().code().clone());
    let warrants = HeldQuery { agency: own.clone(), ..HeldQuery::kinds(&[Kind::Warrant]) };
    let of_warrants: BTreeSet<ObjectId> = ctx
        .node()
        .store()
        .held(&warrants)
        .await?
        .into_iter()
        .filter_map(|held| if let Body::Warrant(warrant) = held.body { warrant.report } else { None })
        .map(ObjectId::from)
        .collect();
    let mut found = Vec::new();
    for page in 0..PAGES {
        let query = HeldQuery {
            agency: own.clone(),
            order: Order::NewestFirst,
            limit: PAGE,
            offset: page * PAGE,
            ..HeldQuery::default()
        };
        let reports = item::read::<Report>(ctx, query).await?;
        let last = reports.len() < PAGE;
        let candidates: Vec<Item<Report>> = reports
            .into_iter()
            .filter(|report| report.mark.grade.is_none() && report.body.import.is_none())
            .filter(|report| !of_warrants.contains(&report.mark.object))
            .collect();
        let marks: Vec<_> = candidates.iter().map(|report| &report.mark).collect();
        let graded = grading::current(ctx, &marks).await?;
        found.extend(candidates.into_iter().filter(|report| !graded.contains_key(&report.mark.object)));
        if last || found.len() >= SHOWN {
            break;
        }
    }
    found.truncate(SHOWN);
    Ok(found)
}
