//! The operation order, from an operation's records and the case's tasks.

use std::collections::BTreeMap;

use lintas_documents::Wording;
use lintas_documents::documents::{Check, OperationOrder, Participant};
use lintas_documents::wording::Day;
use lintas_model::record::{Case, Operation, RiskAnswer, RiskQuestion};
use lintas_model::{AgencyCode, ObjectId, PartialDate};
use lintas_store::HeldQuery;

use super::passage::Passages;
use super::sources::Sources;
use super::{request, target_package};
use crate::item::{self, Item};
use crate::{CaseworkError, Result, agency};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<OperationOrder> {
    let ctx = sources.ctx;
    let found = operation(sources, of).await?;
    let lead = found.mark.originator.clone();
    let body = sources.subject("operation", found).await?;
    let passages = Passages::read(sources, of).await?;
    let case = match item::latest::<Case>(ctx, "case", body.case).await {
        Ok(case) => sources.keep(case),
        Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    let known = agency::known(ctx).await?;
    let participants = participants(&lead, &body)
        .into_iter()
        .map(|code| Participant {
            role: Wording::label(if code == lead { "role-leads" } else { "role-takes_part" }),
            contact: known.get(&code).and_then(|agency| agency.contact.clone()).unwrap_or_default(),
            agency: code.to_string(),
        })
        .collect();
    let case_title = case.map(|case| [case.title, case.reference].join(" ").trim().to_owned());
    Ok(OperationOrder {
        title: Wording::same(body.title.clone()),
        case: Wording::same(case_title.unwrap_or_default()),
        objective: Wording::same(body.objective.clone()),
        situation: passages.said("situation"),
        day: body.day.map(Day::from),
        begins: None,
        participants,
        tasks: target_package::open_tasks(sources, body.case).await?,
        risk_gate: risk_gate(sources, of, &lead, &body).await?,
        victim_protection: passages.said("victim-protection"),
        stand_down: passages.said("stand-down"),
        communication: passages.maybe("communication"),
        exhibits: passages.maybe("exhibits"),
        signatory: request::signatory(&passages),
        frame: sources.frame(),
    })
}

/// The operation as its leading agency last described it.
async fn operation(sources: &Sources<'_>, of: ObjectId) -> Result<Item<Operation>> {
    item::latest::<Operation>(sources.ctx, "operation", of).await
}

/// Who takes part, the leading agency first.
fn participants(lead: &AgencyCode, operation: &Operation) -> Vec<AgencyCode> {
    let others = operation.participants.iter().filter(|code| *code != lead);
    std::iter::once(lead).chain(others).cloned().collect()
}

/// Each question with the answers of those who take part: yes when all say so, no as soon as one does, else open.
async fn risk_gate(
    sources: &mut Sources<'_>,
    of: ObjectId,
    lead: &AgencyCode,
    operation: &Operation,
) -> Result<Vec<Check>> {
    let query = HeldQuery { object: Some(of), ..HeldQuery::default() };
    let answers = item::read::<RiskAnswer>(sources.ctx, query).await?;
    let answers = sources.keep_items(answers);
    let all = participants(lead, operation);
    let mut checks = Vec::with_capacity(RiskQuestion::ALL.len());
    for question in RiskQuestion::ALL.iter().copied() {
        let of_question = answers.iter().filter(|answer| answer.body.question == question);
        let latest: BTreeMap<&AgencyCode, &Item<RiskAnswer>> = of_question
            .filter(|answer| all.contains(&answer.mark.originator))
            .map(|answer| (&answer.mark.originator, answer))
            .collect();
        let passed = if latest.values().any(|answer| !answer.body.yes) {
            Some(false)
        } else {
            (latest.len() == all.len()).then_some(true)
        };
        let by: Vec<String> = latest
            .values()
            .map(|answer| format!("{} {}", answer.mark.originator, PartialDate::of(answer.mark.at)))
            .collect();
        checks.push(Check {
            question: Wording::label(format!("risk-{}", question.as_str())),
            passed,
            by: (!by.is_empty()).then(|| Wording::same(by.join(", "))),
        });
    }
    Ok(checks)
}
