//! What waits for the officer.

use lintas_model::lifecycle::TaskState;
use lintas_model::record::Report;
use lintas_model::{AgencyCode, Role};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::task::TaskView;
use crate::warrant::WarrantView;
use crate::{Ctx, Result, access, partner, report, task, warrant};

/// The inbox of an officer.
#[derive(Debug, Clone, Default)]
pub struct Inbox {
    /// Tasks that partners asked of this agency and that are not finished.
    pub asked_of_us: Vec<TaskView>,
    /// Tasks that this agency asked of others and that are not finished.
    pub asked_by_us: Vec<TaskView>,
    /// Reports not yet graded.
    pub ungraded: Vec<Item<Report>>,
    /// What partners released lately.
    pub received: Vec<Item<Report>>,
    /// Warrants that nobody has looked at for too long.
    pub stale_warrants: Vec<WarrantView>,
    /// Agencies whose feeds are held here.
    pub partners: Vec<AgencyCode>,
}

/// How many entries of each kind an inbox shows.
const SHOWN: usize = 20;

/// The inbox.
pub async fn show(ctx: &Ctx) -> Result<Inbox> {
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
    let newest = HeldQuery { order: Order::NewestFirst, limit: 200, ..HeldQuery::default() };
    let reports = report::distinct(item::read::<Report>(ctx, newest).await?);
    let (mut ungraded, mut received) = (Vec::new(), Vec::new());
    for report in reports.into_iter().rev() {
        if report.mark.originator != *own && received.len() < SHOWN {
            received.push(report);
        } else if report.mark.grade.is_none() && report.body.import.is_none() && ungraded.len() < SHOWN {
            ungraded.push(report);
        }
    }
    let stale_warrants = if ctx.has(Role::CaseLead) || ctx.has(Role::Prosecutor) {
        warrant::list(ctx, None).await?.into_iter().filter(|w| w.stale).take(SHOWN).collect()
    } else {
        Vec::new()
    };
    let partners: Vec<AgencyCode> =
        partner::all(ctx.node()).await?.into_iter().filter(|p| p.active).map(|p| p.agency.code).collect();
    let count = ungraded.len() + received.len();
    access::viewed(ctx, "inbox", None, count).await?;
    Ok(Inbox { asked_of_us, asked_by_us, ungraded, received, stale_warrants, partners })
}
