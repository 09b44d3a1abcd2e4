//! The risk gate before overt action: victims located and safe, sources protected, powers in place, the agency ready.
//!
//! Every agency that takes part answers every question for itself, and only its latest answer counts. The gate is open
//! when all answers are yes; one answer that is missing or no keeps it shut, also after it was open. An answer names the
//! record of the plan for which it was given, and counts for that plan alone: when the operation is described anew or
//! planned again, everyone is asked again, whatever the clocks of the agencies say.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::lifecycle::OperationState;
use lintas_model::record::{Operation, RiskAnswer, RiskQuestion};
use lintas_model::{AgencyCode, OperationId, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, operation};

/// How an agency stands to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    /// It has not answered for the present plan.
    #[default]
    Missing,
    /// No, and why.
    No(String),
    /// Yes, and what it rests on.
    Yes(String),
}

/// The gate of an operation: every question with the answer of every agency that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The answers.
    pub answers: BTreeMap<RiskQuestion, BTreeMap<AgencyCode, Answer>>,
}

impl Gate {
    /// The gate before anybody has answered.
    pub fn shut(participants: &BTreeSet<AgencyCode>) -> Self {
        let nobody = || participants.iter().map(|agency| (agency.clone(), Answer::Missing)).collect();
        Self { answers: RiskQuestion::ALL.iter().map(|question| (*question, nobody())).collect() }
    }

    /// Takes an answer. One by an agency that does not take part changes nothing.
    pub fn take(&mut self, agency: &AgencyCode, question: RiskQuestion, yes: bool, note: &str) {
        let place = self.answers.get_mut(&question).and_then(|answers| answers.get_mut(agency));
        if let Some(answer) = place {
            *answer = if yes { Answer::Yes(note.to_owned()) } else { Answer::No(note.to_owned()) };
        }
    }

    /// What keeps the gate shut: each question with the agency whose yes it lacks.
    pub fn lacking(&self) -> impl Iterator<Item = (RiskQuestion, &AgencyCode, &Answer)> {
        self.answers.iter().flat_map(|(question, answers)| {
            let lacking = answers.iter().filter(|(_, answer)| !matches!(answer, Answer::Yes(_)));
            lacking.map(move |(agency, answer)| (*question, agency, answer))
        })
    }

    /// Whether the operation may go: somebody takes part, and nothing lacks.
    pub fn is_open(&self) -> bool {
        self.answers.values().all(|answers| !answers.is_empty()) && self.lacking().next().is_none()
    }

    /// The answers of one agency.
    pub fn of<'g>(&'g self, agency: &'g AgencyCode) -> impl Iterator<Item = (RiskQuestion, &'g Answer)> {
        self.answers.iter().filter_map(move |(question, answers)| Some((*question, answers.get(agency)?)))
    }
}

/// An answer to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// The question.
    pub question: RiskQuestion,
    /// Yes or no.
    pub yes: bool,
    /// What it rests on; a no says why.
    pub note: String,
}

/// Answers questions of the gate for this agency, all of them or none. `plan` is the record of the plan that was on the
/// screen: when another has taken its place since, nothing is written.
pub async fn answer(
    ctx: &Ctx,
    id: OperationId,
    plan: RecordId,
    answers: Vec<NewAnswer>,
) -> Result<Vec<RecordId>> {
    let _turn = ctx.node().turn().await;
    let planned = item::latest::<Operation>(ctx, "operation", id).await?;
    ctx.require(Action::AnswerGate, &facts(ctx.node(), &planned.mark)).await?;
    if !planned.body.participants.contains(ctx.node().code()) {
        return Err(CaseworkError::invalid("operation", "your agency does not take part in it"));
    }
    if answers.is_empty() {
        return Err(CaseworkError::invalid("answers", "answer at least one question"));
    }
    let (state, present) = operation::standing(ctx, id, &planned).await?;
    if plan != present {
        return Err(CaseworkError::invalid("plan", "it was planned anew since; look at it and answer again"));
    }
    if !matches!(state, OperationState::Planned | OperationState::Ready) {
        return Err(CaseworkError::invalid("operation", format!("it is {state} already")));
    }
    if let Some(silent) = answers.iter().find(|answer| !answer.yes && answer.note.trim().is_empty()) {
        return Err(CaseworkError::invalid("note", format!("say why not: {}", silent.question)));
    }
    let drafts = answers.into_iter().map(|answer| {
        let body = RiskAnswer {
            operation: id,
            plan: Some(plan),
            question: answer.question,
            yes: answer.yes,
            note: answer.note.trim().to_owned(),
        };
        ctx.about(planned.mark.audience, id, body)
    });
    ctx.write(drafts.collect()).await
}

/// The gate of an operation as it stands; `plan` is the record of the present plan.
pub(crate) async fn read(
    ctx: &Ctx,
    id: OperationId,
    operation: &Item<Operation>,
    plan: RecordId,
) -> Result<Gate> {
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let mut gate = Gate::shut(&operation.body.participants);
    let mut said = item::read::<RiskAnswer>(ctx, query).await?;
    // Of one agency the place in its feed tells which answer is the latest, whatever its clock says.
    said.sort_by_key(|answer| (answer.mark.originator.clone(), answer.mark.place));
    for answer in said.iter().filter(|answer| answer.body.plan == Some(plan)) {
        gate.take(&answer.mark.originator, answer.body.question, answer.body.yes, &answer.body.note);
    }
    Ok(gate)
}
