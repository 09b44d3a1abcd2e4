//! Inspection: some commitments of what was asked are opened, and each must be backed by a record of the asker's case.
//!
//! The holder cannot see what it is asked; this is how an abuse comes to light all the same. What was committed to cannot
//! be changed afterwards, so whoever asked without a case is found out with every opening.

use lintas_hits::{Opening, Question, Side, budget, check_opening, item as sought, leaf};
use lintas_ledger::Hash32;
use lintas_model::record::{HitInputs, HitQuery};
use lintas_model::{Body, HitQueryId, Kind, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::{ask, pair};
use crate::{CaseworkError, Ctx, Node, Result, access};

/// What an inspection found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// How many items were asked.
    pub items: u32,
    /// How many commitments were opened.
    pub opened: u32,
    /// What is wrong with some of them. Values are not shown: the inspector need not see case data.
    pub unbacked: Vec<Unbacked>,
}

/// A commitment behind which no record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbacked {
    /// Its position in the question.
    pub at: u32,
    /// The record that was said to state it.
    pub record: RecordId,
    /// What is wrong.
    pub problem: &'static str,
}

/// Opens one in a hundred commitments of a question, drawn at random, and compares each with the record behind it.
pub async fn inspect(ctx: &Ctx, id: HitQueryId) -> Result<Inspection> {
    ctx.require_plain(Action::ViewAudit, "hit_query").await?;
    let (query, inputs) = both(ctx.node(), id).await?;
    let count = inputs.inputs.len();
    let drawn = draw(ctx.node(), count, budget::inspected(count));
    let root: Hash32 = query
        .commitments
        .parse()
        .map_err(|_| CaseworkError::Ledger("the commitments of the question do not read".to_owned()))?;
    let mut unbacked = Vec::new();
    for opening in open(&inputs, &drawn)? {
        if let Some(problem) = problem(ctx.node(), &inputs, &root, query.items, &opening).await? {
            unbacked.push(Unbacked { at: opening.at, record: opening.record, problem });
        }
    }
    access::viewed(ctx, "hit_inspection", Some(id.into()), drawn.len()).await?;
    Ok(Inspection { items: query.items, opened: drawn.len() as u32, unbacked })
}

/// The openings of some positions, for an inspector outside the agency, who checks them with
/// [`lintas_hits::check_opening`] against the root that the partner holds.
pub async fn opened(ctx: &Ctx, id: HitQueryId, positions: &[u32]) -> Result<Vec<Opening>> {
    ctx.require_plain(Action::ViewAudit, "hit_query").await?;
    ctx.require_own(Action::View, "hit_inputs").await?;
    let (_, inputs) = both(ctx.node(), id).await?;
    access::exported(ctx, "hit_inspection", Some(id.into()), positions.len()).await?;
    open(&inputs, positions)
}

async fn both(node: &Node, id: HitQueryId) -> Result<(HitQuery, HitInputs)> {
    let query = pair::about(node, Kind::HitQuery, id.into(), node.code()).await?;
    let inputs = pair::about(node, Kind::HitInputs, id.into(), node.code()).await?;
    match (query.into_iter().next().map(|held| held.body), inputs.into_iter().next().map(|held| held.body)) {
        (Some(Body::HitQuery(query)), Some(Body::HitInputs(inputs))) => Ok((query, inputs)),
        _ => Err(CaseworkError::NotFound("question")),
    }
}

fn open(inputs: &HitInputs, positions: &[u32]) -> Result<Vec<Opening>> {
    let (items, secret) = (ask::items_of(inputs), ask::secret_of(inputs)?);
    let question =
        Question::new(&items, &secret).map_err(|why| CaseworkError::invalid("question", why.to_string()))?;
    let leaves: Vec<Hash32> = (0..)
        .zip(&inputs.inputs)
        .zip(&items)
        .map(|((at, input), item)| leaf(&question.salt(at), item, input.stated_by))
        .collect();
    Ok(positions
        .iter()
        .filter_map(|&at| {
            let (item, input) = (items.get(at as usize)?, inputs.inputs.get(at as usize)?);
            Opening::of(&leaves, at, item.clone(), input.stated_by, question.salt(at as usize))
        })
        .collect())
}

async fn problem(
    node: &Node,
    inputs: &HitInputs,
    root: &Hash32,
    count: u32,
    opening: &Opening,
) -> Result<Option<&'static str>> {
    if !check_opening(root, count, opening) {
        return Ok(Some("it is not what was committed to"));
    }
    let query = HeldQuery { record: Some(opening.record), ..HeldQuery::default() };
    let held = node.store().held(&query).await?;
    let Some(held) = held.into_iter().find(|held| held.mark.originator == *node.code()) else {
        return Ok(Some("the agency has no such record, or has erased it"));
    };
    let Body::Statement(statement) = &held.body else { return Ok(Some("the record states nothing")) };
    let items = sought::of_statement(statement, node.code().country(), Side::Asks);
    if !items.contains(&opening.item) {
        return Ok(Some("the record does not state it"));
    }
    let report = node.newest(Kind::Report, statement.report.into()).await?;
    let filed = report.is_some_and(|held| match held.body {
        Body::Report(report) => report.case == Some(inputs.case),
        _ => false,
    });
    Ok((!filed).then_some("the record is not filed in the case that was named"))
}

/// Different positions at random, in order.
fn draw(node: &Node, count: usize, wanted: usize) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    for at in 0..wanted.min(positions.len()) {
        let left = (positions.len() - at) as u64;
        let pick = at + usize::try_from(u64::from_be_bytes(node.random()) % left).unwrap_or(0);
        positions.swap(at, pick);
    }
    positions.truncate(wanted);
    positions.sort_unstable();
    positions
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Arc;

    use lintas_model::clock::SetClock;
    use lintas_model::entropy::SeededEntropy;
    use lintas_model::record::{HitInput, ItemKind};
    use lintas_model::{AgencyCode, EntityId, EntityKind, Language, Role, Timestamp};

    use super::*;
    use crate::case::{self, NewCase};
    use crate::node::{FirstOfficer, NewNode};
    use crate::report::{self, NewReport, NewThing};
    use crate::signin;

    /// An officer's program that asks for what no record states, with a commitment that names some record all the same.
    #[tokio::test]
    async fn an_input_that_no_record_backs_is_found_when_its_commitment_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new(Timestamp::parse("2017-03-06T02:00:00Z").unwrap()));
        let new = NewNode {
            agency: AgencyCode::new("AAA").unwrap(),
            names: BTreeMap::from([("en".to_owned(), "Agency".to_owned())]),
            country: None,
            language: Language::En,
            database: None,
            web_address: "127.0.0.1:0".to_owned(),
            peer_address: "127.0.0.1:0".to_owned(),
            public_address: None,
            demo: false,
            officers_sign: false,
            first_officer: FirstOfficer {
                name: "First".to_owned(),
                login: "first".to_owned(),
                password: "a long enough password".to_owned(),
                roles: BTreeSet::from([Role::Administrator, Role::CaseLead]),
            },
        };
        let node = Node::init(folder.path(), new, clock, Box::new(SeededEntropy::new(1))).await.unwrap();
        let ctx = signin::at_the_console(&node, "first").await.unwrap();
        let open = |title: &str| NewCase {
            title: title.to_owned(),
            reference: title.to_owned(),
            summary: String::new(),
            offences: BTreeSet::from([lintas_model::offence::Offence::Trafficking]),
            countries: BTreeSet::new(),
            round: None,
        };
        let named = case::open(&ctx, open("Ferry")).await.unwrap();
        let other = case::open(&ctx, open("Harbour")).await.unwrap();
        let phone = |text: &str| NewThing {
            entity: None,
            kind: EntityKind::Phone,
            says: vec![(lintas_model::property::Property::PhoneNumber, text.into())],
        };
        let mut stated = Vec::new();
        for (case, number) in [(named, "+66810000001"), (other, "+66810000002")] {
            let report = NewReport {
                title: "Seen".to_owned(),
                case: Some(case),
                things: vec![phone(number)],
                ..NewReport::default()
            };
            let filed = report::add(&ctx, report).await.unwrap();
            let statements = report::show(&ctx, filed.report).await.unwrap().statements;
            stated.push(statements[0].mark.record);
        }
        let nowhere = RecordId::from_uuid(uuid::Uuid::from_u128(7));
        let input = |value: &str, stated_by| HitInput {
            kind: ItemKind::Phone,
            value: value.to_owned(),
            entity: EntityId::from_uuid(uuid::Uuid::nil()),
            stated_by,
        };
        for (input, problem) in [
            (input("+66810000001", stated[0]), None),
            (input("+66819999999", stated[0]), Some("the record does not state it")),
            (input("+66810000002", stated[1]), Some("the record is not filed in the case that was named")),
            (input("+66819999999", nowhere), Some("the agency has no such record, or has erased it")),
        ] {
            let id = node.new_id(HitQueryId::new);
            let inputs = HitInputs {
                to: AgencyCode::new("BBB").unwrap(),
                case: named,
                purpose: ctx.purpose(),
                legal_basis: "UNTOC Art. 27".to_owned(),
                inputs: vec![input],
                secret: vec![3; 32],
                needs_second: Vec::new(),
                refused: None,
                reason: String::new(),
            };
            let query = ask::query_of(&inputs, ctx.officer(), None).unwrap();
            ctx.write(vec![ctx.about(ctx.private(), id, inputs), ctx.about(ctx.private(), id, query)])
                .await
                .unwrap();
            let found = inspect(&ctx, id).await.unwrap();
            assert_eq!(found.unbacked.first().map(|unbacked| unbacked.problem), problem);
        }
    }
}
