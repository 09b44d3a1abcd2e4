//! Treaty paths for a case: which bases are open, what each needs, and what this case's records lack.

use lintas_law::{Day, Fact, Facts, Path, Question};
use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::record::{Request, Statement, Substance, Warrant};
use lintas_model::{Country, EntityId, WarrantId};
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::warrant::{self, WarrantView};
use crate::{CaseworkError, Ctx, Result, access};

/// The paths between two states with what they were asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct PathsView {
    /// What was asked.
    pub question: Question,
    /// The paths: per kind of request the open ones first.
    pub paths: Vec<Path>,
}

/// Treaty paths from this node's state, with nothing known of a case.
pub async fn paths(ctx: &Ctx, requested: Country, offence: Offence, on: Day) -> Result<PathsView> {
    let view = ask(ctx, requested, offence, on, Facts::default())?;
    access::viewed(ctx, "treaty_paths", None, view.paths.len()).await?;
    Ok(view)
}

/// Treaty paths for the pursuit of a warrant: what its records show counts as present.
pub async fn for_warrant(ctx: &Ctx, id: WarrantId, requested: Country) -> Result<PathsView> {
    let found = warrant::show(ctx, id).await?;
    let offence = found.warrant.body.offences.iter().next().copied().unwrap_or(Offence::Trafficking);
    let facts = facts_of(ctx, &found).await?;
    let view = ask(ctx, requested, offence, Day::from_timestamp(ctx.now()), facts)?;
    access::viewed(ctx, "treaty_paths", Some(id.into()), view.paths.len()).await?;
    Ok(view)
}

fn ask(ctx: &Ctx, requested: Country, offence: Offence, on: Day, facts: Facts) -> Result<PathsView> {
    let requesting = ctx.node().country().ok_or_else(|| {
        CaseworkError::invalid("requesting", "this node does not say which state it serves")
    })?;
    let today = Day::from_timestamp(ctx.now());
    let question = Question { requesting, requested, offence, on, today, facts };
    Ok(PathsView { paths: lintas_law::paths(ctx.node().law(), &question), question })
}

/// What the records of a warrant show. Only what stands in them counts; what a lawyer must still write is missing.
async fn facts_of(ctx: &Ctx, found: &WarrantView) -> Result<Facts> {
    let warrant: &Warrant = &found.warrant.body;
    let mut facts = Facts::default();
    let mut has = |fact: Fact, holds: bool| {
        if holds {
            facts.present.insert(fact);
        }
    };
    has(Fact::RequestingAuthority, !warrant.court.is_empty());
    has(Fact::ConductingAuthority, true);
    has(Fact::SubjectAndNature, !warrant.offences.is_empty());
    has(Fact::LawOfOffence, !warrant.law.is_empty());
    has(Fact::LawOfLimitation, warrant.limitation.is_some());
    has(Fact::PersonLocation, found.believed_in.is_some());
    has(
        Fact::WarrantVerified,
        !found.stale && found.checks.iter().any(|check| check.body.substance == Substance::Verified),
    );
    let statements = stated(ctx, warrant.person).await?;
    let says = |property: Property| statements.iter().any(|s| s.body.says.contains_key(&property));
    has(
        Fact::PersonIdentity,
        says(Property::Name) && (says(Property::BirthDate) || says(Property::DocumentNumber)),
    );
    has(Fact::PersonDescription, says(Property::Description));
    let query = HeldQuery { other: Some(found.id.into()), ..HeldQuery::default() };
    let requests = item::read::<Request>(ctx, query).await?;
    has(Fact::AssistanceSought, requests.iter().any(|request| !request.body.sought.is_empty()));
    has(Fact::TimeLimit, requests.iter().any(|request| request.body.needed_by.is_some()));
    has(Fact::Urgency, requests.iter().any(|request| request.body.urgent));
    for statement in &statements {
        for asserted in statement.body.says.get(&Property::Nationality).into_iter().flatten() {
            match &asserted.value {
                Value::Country(country) => {
                    facts.nationalities.insert(*country);
                }
                value => facts.nationalities.extend(value.to_string().parse::<Country>().ok()),
            }
        }
    }
    Ok(facts)
}

async fn stated(ctx: &Ctx, person: EntityId) -> Result<Vec<Item<Statement>>> {
    let query = HeldQuery { object: Some(person.into()), ..HeldQuery::default() };
    Ok(crate::report::distinct(item::read::<Statement>(ctx, query).await?))
}
