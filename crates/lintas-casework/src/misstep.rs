//! Missteps: steps in a life that the state did not allow, or that somebody wrote who does not own the thing.
//!
//! A program of a partner may be older, broken or hostile. Such a step is never obeyed, and never forgotten either: it is
//! a signed record, so whoever works with that partner should see it and ask. Computed from the records, like every view.

use std::collections::BTreeMap;

use lintas_model::lifecycle::{
    CaseState, IllegalMove, InquiryState, OperationState, TaskState, WarrantState,
};
use lintas_model::{AgencyCode, Body, CaseId, Kind, ObjectId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Mark};

use crate::item::{self, facts};
use crate::{Ctx, Node, Result, task};

/// A step that was not obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misstep {
    /// The record of the step: who wrote it, when.
    pub mark: Mark,
    /// What was to be moved.
    pub thing: Kind,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The step, as a word.
    pub step: &'static str,
    /// Why it was not obeyed.
    pub why: Why,
}

/// Why a step was not obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The state did not allow it.
    NotAllowed {
        /// The state at that time, as a word.
        state: &'static str,
    },
    /// It was not this agency's to take.
    NotTheirs {
        /// Whose it was.
        owner: AgencyCode,
    },
}

impl Misstep {
    /// What happened in one sentence, for the console.
    pub fn told(&self) -> String {
        let Self { mark, thing, step, why, .. } = self;
        let (who, object) = (&mark.originator, mark.object);
        match why {
            Why::NotAllowed { state } => {
                format!(
                    "{who} wrote the step `{step}` for {thing} {object}, which was {state}; it was not obeyed"
                )
            }
            Why::NotTheirs { owner } => {
                format!("{who} wrote the step `{step}` for {thing} {object} of {owner}; it was not obeyed")
            }
        }
    }
}

/// The missteps that the actor may know of, the newest first: those of one case, or all.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<Misstep>> {
    let mut all = all(ctx.node()).await?;
    all.retain(|misstep| {
        (case.is_none() || misstep.case == case)
            && ctx.permit(Action::View, &facts(ctx.node(), &misstep.mark)).is_ok()
    });
    all.sort_by_key(|misstep| std::cmp::Reverse((misstep.mark.at, misstep.mark.record)));
    Ok(all)
}

/// All missteps at a node, in the order of time.
pub(crate) async fn all(node: &Node) -> Result<Vec<Misstep>> {
    let mut found = Vec::new();
    for (thing, kinds) in [
        (Kind::Case, &[Kind::CaseStep][..]),
        (Kind::Task, &[Kind::TaskStep, Kind::TaskAnswer]),
        (Kind::Warrant, &[Kind::WarrantStep]),
        (Kind::Operation, &[Kind::OperationStep]),
        (Kind::Inquiry, &[Kind::InquiryStep]),
    ] {
        let mut steps: BTreeMap<ObjectId, Vec<Held>> = BTreeMap::new();
        for held in node.store().held(&HeldQuery::kinds(kinds)).await? {
            steps.entry(held.mark.object).or_default().push(held);
        }
        if steps.is_empty() {
            continue;
        }
        let mut things: BTreeMap<ObjectId, Vec<Held>> = BTreeMap::new();
        for held in node.store().held(&HeldQuery::kinds(&[thing])).await? {
            things.entry(held.mark.object).or_default().push(held);
        }
        for (object, steps) in steps {
            // Steps of what was never given to this node, or was recalled, cannot be judged here.
            if let Some(described) = things.get(&object) {
                found.extend(of_thing(node, thing, described, steps));
            }
        }
    }
    found.sort_by_key(|misstep| (misstep.mark.at, misstep.mark.record));
    Ok(found)
}

fn of_thing(node: &Node, thing: Kind, described: &[Held], steps: Vec<Held>) -> Vec<Misstep> {
    let Some(owner) = item::owner(node.code(), described.iter().map(|held| &held.mark)) else {
        return Vec::new();
    };
    let newest = described.iter().rfind(|held| held.mark.originator == owner);
    let Some(newest) = newest.map(|held| &held.body) else { return Vec::new() };
    let case = case_of(newest, described);
    let mut life = Life::of(newest);
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for Held { mark, body } in steps {
        // The same step may have come by a release as well.
        if !seen.insert(mark.record) {
            continue;
        }
        let theirs = match &body {
            Body::TaskAnswer(_) => {
                if let Body::Task(task) = newest {
                    &task.agency
                } else {
                    &owner
                }
            }
            Body::InquiryStep(step) if step.step.answers() => {
                if let Body::Inquiry(inquiry) = newest {
                    &inquiry.agency
                } else {
                    &owner
                }
            }
            _ => &owner,
        };
        let verdict = if mark.originator == *theirs && task::is_for(&body) {
            life.take(&body)
        } else {
            Some((word(&body), Why::NotTheirs { owner: theirs.clone() }))
        };
        if let Some((step, why)) = verdict {
            found.push(Misstep { mark, thing, case, step, why });
        }
    }
    found
}

fn case_of(body: &Body, described: &[Held]) -> Option<CaseId> {
    match body {
        Body::Case(_) => described.first().map(|held| CaseId::from_uuid(held.mark.object.uuid())),
        Body::Task(task) => Some(task.case),
        Body::Operation(operation) => Some(operation.case),
        Body::Inquiry(inquiry) => Some(inquiry.case),
        Body::Warrant(warrant) => warrant.case,
        _ => None,
    }
}

fn word(body: &Body) -> &'static str {
    match body {
        Body::CaseStep(step) => step.step.as_str(),
        Body::TaskStep(step) => step.step.as_str(),
        Body::TaskAnswer(answer) => answer.step.as_str(),
        Body::WarrantStep(step) => step.step.as_str(),
        Body::OperationStep(step) => step.step.as_str(),
        Body::InquiryStep(step) => step.step.as_str(),
        _ => "step",
    }
}

/// Where a thing stands while its steps are walked.
enum Life {
    Case(CaseState),
    Task(TaskState),
    Warrant(WarrantState),
    Operation(OperationState),
    Inquiry(InquiryState),
}

impl Life {
    fn of(body: &Body) -> Self {
        match body {
            Body::Task(_) => Self::Task(TaskState::Open),
            Body::Warrant(warrant) => Self::Warrant(warrant.state),
            Body::Operation(_) => Self::Operation(OperationState::Planned),
            Body::Inquiry(_) => Self::Inquiry(InquiryState::Asked),
            _ => Self::Case(CaseState::Open),
        }
    }

    /// Takes a step, or says why not. A step that leads where the thing stands already tells nothing new and breaks
    /// nothing: a case that gets new members is told its state again.
    fn take(&mut self, body: &Body) -> Option<(&'static str, Why)> {
        macro_rules! walk {
            ($state:expr, $step:expr, $all:expr) => {{
                let told_again = $all.iter().any(|from| from.make($step) == Ok(*$state));
                match $state.make($step) {
                    Ok(next) => {
                        *$state = next;
                        None
                    }
                    Err(_) if told_again => None,
                    Err(IllegalMove { state, step, .. }) => Some((step, Why::NotAllowed { state })),
                }
            }};
        }
        match (self, body) {
            (Self::Case(state), Body::CaseStep(body)) => walk!(state, body.step, CaseState::ALL),
            (Self::Task(state), Body::TaskStep(body)) => walk!(state, body.step, TaskState::ALL),
            (Self::Task(state), Body::TaskAnswer(body)) => walk!(state, body.step, TaskState::ALL),
            (Self::Warrant(state), Body::WarrantStep(body)) => walk!(state, body.step, WarrantState::ALL),
            (Self::Operation(state), Body::OperationStep(body)) => {
                walk!(state, body.step, OperationState::ALL)
            }
            (Self::Inquiry(state), Body::InquiryStep(body)) => walk!(state, body.step, InquiryState::ALL),
            _ => None,
        }
    }
}
