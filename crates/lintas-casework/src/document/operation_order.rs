//! The operation order, from an operation's records and the case's tasks.

use std::collections::BTreeMap;

use lintas_documents::Wording;
use lintas_documents::documents::{Check, OperationOrder, Participant};
use lintas_documents::wording::Day;
use lintas_model::record::{Case, Operation, RiskAnswer, RiskQuestion};
use lintas_model::{AgencyCode, ObjectId, OperationId};
use lintas_store::HeldQuery;

use super::passage::Passages;
use super::sources::Sources;
use super::{request, target_package};
use crate::item;
use crate::plan::gate::{Answer, Gate};
use crate::{CaseworkError, Result, agency, operation};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<OperationOrder> {
    let ctx = sources.ctx;
    let view = operation::show(ctx, OperationId::from_uuid(of.uuid())).await?;
    let lead = view.operation.mark.originator.clone();
    let body = sources.subject("operation", view.operation).await?;
    // The gate is read as a whole; the answers behind it are marked as every record is.
    let answers = HeldQuery { object: Some(of), ..HeldQuery::default() };
    sources.keep_items(item::read::<RiskAnswer>(ctx, answers).await?);
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
        risk_gate: risk_gate(&view.gate),
        victim_protection: passages.said("victim-protection"),
        stand_down: passages.said("stand-down"),
        communication: passages.maybe("communication"),
        exhibits: passages.maybe("exhibits"),
        signatory: request::signatory(&passages),
        frame: sources.frame(),
    })
}

/// Who takes part, the leading agency first.
fn participants(lead: &AgencyCode, operation: &Operation) -> Vec<AgencyCode> {
    let others = operation.participants.iter().filter(|code| *code != lead);
    std::iter::once(lead).chain(others).cloned().collect()
}

/// Each question with the answers that those who take part gave for the present plan: yes when all say so, no as soon as
/// one does, else open.
fn risk_gate(gate: &Gate) -> Vec<Check> {
    let check = |(question, answers): (&RiskQuestion, &BTreeMap<AgencyCode, Answer>)| {
        let passed = if answers.values().any(|answer| matches!(answer, Answer::No(_))) {
            Some(false)
        } else {
            let all = !answers.is_empty() && answers.values().all(|answer| matches!(answer, Answer::Yes(_)));
            all.then_some(true)
        };
        let said = answers.iter().filter(|(_, answer)| **answer != Answer::Missing);
        let by: Vec<&str> = said.map(|(agency, _)| agency.as_str()).collect();
        Check {
            question: Wording::label(format!("risk-{}", question.as_str())),
            passed,
            by: (!by.is_empty()).then(|| Wording::same(by.join(", "))),
        }
    };
    gate.answers.iter().map(check).collect()
}
