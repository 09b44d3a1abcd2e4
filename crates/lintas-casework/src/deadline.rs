//! Everything that has a day: tasks, questions, requests to other states with their clocks, warrants to review, promises.
//!
//! One list for the officer, and the source of the calendar that leaves the node. A calendar is copied to telephones and
//! to companies that run calendars, so what is handed out for it names no person, no title and no question: only what
//! kind of thing is due, the reference of its case and the day.

use std::collections::BTreeMap;

use lintas_model::{CaseId, ObjectId, PartialDate};
use lintas_policy::Action;

use crate::task::{self, is_over};
use crate::{Ctx, Result, access, case, inquiry, pursuit, round, warrant};

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// A clock set by law or by good practice runs out.
    Clock,
    /// An answer of another state is needed.
    Request,
    /// A question of another agency is to be answered by us.
    Inquiry,
    /// An answer to our question is due.
    Answer,
    /// A task.
    Task,
    /// A warrant is to be looked at again.
    Review,
    /// What was promised for a round.
    Commitment,
}

impl Due {
    /// All, in the order of how much they press.
    pub const ALL: [Self; 7] =
        [Self::Clock, Self::Request, Self::Inquiry, Self::Answer, Self::Task, Self::Review, Self::Commitment];

    /// The word used in messages and in the calendar.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Request => "request",
            Self::Inquiry => "inquiry",
            Self::Answer => "answer",
            Self::Task => "task",
            Self::Review => "review",
            Self::Commitment => "commitment",
        }
    }
}

/// A thing with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What is due.
    pub due: Due,
    /// The thing itself.
    pub object: ObjectId,
    /// The case.
    pub case: Option<CaseId>,
    /// The day; the last one that it can mean when it is known only roughly.
    pub on: PartialDate,
    /// What people of this node call it; never for the calendar.
    pub text: String,
    /// The agency's own reference of the case, which tells nothing about persons.
    pub reference: String,
    /// Whether the day has passed.
    pub over: bool,
}

/// Everything of this agency that is still due, the earliest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<Deadline>> {
    let all = read(ctx).await?;
    access::viewed(ctx, "deadlines", None, all.len()).await?;
    Ok(all)
}

/// The same, taken out of the node for a calendar: without a word of what it is about.
pub async fn for_calendar(ctx: &Ctx) -> Result<Vec<Deadline>> {
    ctx.require_own(Action::Export, "deadline").await?;
    let mut all = read(ctx).await?;
    for deadline in &mut all {
        deadline.text = String::new();
    }
    access::exported(ctx, "calendar", None, all.len()).await?;
    Ok(all)
}

async fn read(ctx: &Ctx) -> Result<Vec<Deadline>> {
    let own = ctx.node().code();
    let mut all = Vec::new();
    let mut add = |due, object: ObjectId, case, on: PartialDate, text: &str| {
        let over = on.after() <= ctx.now();
        all.push(Deadline { due, object, case, on, text: text.to_owned(), reference: String::new(), over });
    };
    for view in task::read(ctx, None).await?.into_iter().filter(|view| !is_over(view.state)) {
        if let (true, Some(due)) = (view.task.body.agency == *own, view.task.body.due) {
            add(Due::Task, view.id.into(), Some(view.task.body.case), due, &view.task.body.title);
        }
    }
    for view in inquiry::read(ctx, None).await?.into_iter().filter(|view| view.waits()) {
        let body = &view.inquiry.body;
        let Some(due) = body.due else { continue };
        if body.agency == *own {
            add(Due::Inquiry, view.id.into(), Some(body.case), due, &body.question);
        } else if view.inquiry.mark.originator == *own {
            add(Due::Answer, view.id.into(), Some(body.case), due, &body.question);
        }
    }
    for line in pursuit::lines(ctx, None).await?.into_iter().filter(|line| line.state.runs()) {
        let body = &line.request;
        if let Some(day) = line.due {
            let says = line.due_says.clone().unwrap_or_default();
            add(Due::Clock, line.id.into(), body.case, PartialDate::from(day), &says);
        }
        if let Some(needed) = body.needed_by {
            add(Due::Request, line.id.into(), body.case, needed, &body.sought);
        }
    }
    for view in warrant::read(ctx, None).await? {
        if let (true, Some(on)) = (view.warrant.mark.originator == *own, view.next_review) {
            add(Due::Review, view.id.into(), view.warrant.body.case, on, &view.warrant.body.number);
        }
    }
    for (id, _) in round::known(ctx).await? {
        for promise in round::commitments(ctx, id).await? {
            let body = &promise.commitment.body;
            if promise.done.is_none() && body.agency == *own {
                add(Due::Commitment, promise.id.into(), None, body.due, &body.what);
            }
        }
    }
    let references: BTreeMap<CaseId, String> =
        case::known(ctx).await?.into_iter().map(|(id, case)| (id, case.reference)).collect();
    for deadline in &mut all {
        if let Some(reference) = deadline.case.and_then(|case| references.get(&case)) {
            deadline.reference = reference.clone();
        }
    }
    all.sort_by_key(|deadline| (deadline.on.after(), deadline.due, deadline.object));
    Ok(all)
}
