//! Asking: items are taken from the agency's own records of a case, counted against the budget, and sent or held back.

use std::collections::{BTreeMap, BTreeSet};

use lintas_hits::{
    Item as Sought, MOST_ITEMS, Question, Side, budget, dense_ranges, item as sought, leaf, root,
};
use lintas_model::handling::Purpose;
use lintas_model::property::Property;
use lintas_model::record::{
    HitInput, HitInputs, HitQuery, HitRefusal, Relation, RelationKind, SecondFor, Statement,
};
use lintas_model::{AgencyCode, Body, CaseId, EntityId, HitQueryId, Kind, OfficerId, RecordId, ReportId};
use lintas_policy::{Action, Denial};
use lintas_store::HeldQuery;

use super::pair;
use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Node, Result, access, case, partner, report};

/// What is to be asked.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Whom.
    pub to: AgencyCode,
    /// The case that it serves.
    pub case: CaseId,
    /// On what legal basis, for example `UNTOC Art. 27`.
    pub legal_basis: String,
    /// Of which people and things of the case; of all where none is named.
    pub entities: BTreeSet<EntityId>,
    /// Identifiers as written, each stated by a record of the case; besides the entities, or alone.
    pub values: Vec<(Property, String)>,
    /// Whether victims are asked about too: a missing person. Needs a second officer.
    pub with_victims: bool,
}

/// What became of a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub id: HitQueryId,
    /// How many items.
    pub items: usize,
    /// Why it waits for a second officer; empty when it has been sent.
    pub needs_second: Vec<SecondFor>,
}

/// Asks a partner. Each item must be stated by a record of this agency in the case; what is refused is recorded.
pub async fn ask(ctx: &Ctx, wish: Wish) -> Result<Asked> {
    ctx.require_own(Action::AskHits, "hit_query").await?;
    let found = case::found(ctx, wish.case).await?;
    ctx.require(Action::View, &found.facts).await?;
    if wish.legal_basis.trim().is_empty() {
        return Err(CaseworkError::invalid("legal_basis", "say on what legal basis it is asked"));
    }
    if wish.to == *ctx.node().code() {
        return Err(CaseworkError::invalid("to", "an agency does not ask itself; search"));
    }
    if partner::find(ctx.node(), &wish.to).await?.is_none_or(|partner| !partner.active) {
        return Err(CaseworkError::invalid("to", format!("{} is no partner of this node", wish.to)));
    }
    let _turn = ctx.node().turn().await;
    let material = Material::of_case(ctx, wish.case).await?;
    let inputs = match material.inputs(&wish) {
        Ok(inputs) => inputs,
        Err(reason) => {
            return Err(refuse(ctx, &wish, Vec::new(), HitRefusal::Unbacked, reason).await?);
        }
    };
    if inputs.is_empty() {
        let why = "no record of your agency in this case states a phone, a document, a plate, an account or a name with \
                   a date of birth of them";
        return Err(CaseworkError::invalid("entities", why));
    }
    let left = pair::left(pair::asked_today(ctx.node(), &wish.to, ctx.purpose()).await?);
    if inputs.len() > left as usize || inputs.len() > MOST_ITEMS {
        let reason = format!(
            "{} items are more than the {left} that are left of {} a day for {} and this purpose",
            inputs.len(),
            budget::ITEMS_A_DAY,
            wish.to
        );
        return Err(refuse(ctx, &wish, inputs, HitRefusal::Budget, reason).await?);
    }
    let needs_second = needs_second(ctx, &inputs, wish.with_victims).await?;
    let id = ctx.node().new_id(HitQueryId::new);
    let items = inputs.len();
    let body = HitInputs {
        to: wish.to,
        case: wish.case,
        purpose: ctx.purpose(),
        legal_basis: wish.legal_basis.trim().to_owned(),
        inputs,
        secret: ctx.node().random::<32>().to_vec(),
        needs_second: needs_second.clone(),
        refused: None,
        reason: String::new(),
    };
    let sent = if needs_second.is_empty() { Some(query_of(&body, ctx.officer(), None)?) } else { None };
    let to = body.to.clone();
    let mut drafts = vec![ctx.about(ctx.private(), id, body)];
    if let Some(query) = sent {
        drafts.push(ctx.about(pair::of(ctx, &to).await?, id, query));
    }
    ctx.write(drafts).await?;
    Ok(Asked { id, items, needs_second })
}

/// The question as the partner gets it.
pub(super) fn query_of(
    inputs: &HitInputs,
    asked_by: OfficerId,
    approved_by: Option<OfficerId>,
) -> Result<HitQuery> {
    let items = items_of(inputs);
    let secret = secret_of(inputs)?;
    let question = Question::new(&items, &secret).map_err(unasked)?;
    let leaves: Vec<_> = (0..)
        .zip(&inputs.inputs)
        .zip(&items)
        .map(|((at, input), item)| leaf(&question.salt(at), item, input.stated_by))
        .collect();
    Ok(HitQuery {
        to: inputs.to.clone(),
        case: inputs.case,
        purpose: inputs.purpose,
        legal_basis: inputs.legal_basis.clone(),
        items: u32::try_from(items.len()).unwrap_or(u32::MAX),
        blinded: question.blinded().map_err(unasked)?,
        commitments: root(&leaves).to_string(),
        asked_by,
        approved_by,
        needs_second: inputs.needs_second.clone(),
    })
}

fn unasked(error: lintas_hits::HitError) -> CaseworkError {
    CaseworkError::invalid("items", error.to_string())
}

/// What was asked, as the protocol has it.
pub(super) fn items_of(inputs: &HitInputs) -> Vec<Sought> {
    inputs.inputs.iter().map(|input| Sought::new(input.kind, &input.value)).collect()
}

/// The secret of a question.
pub(super) fn secret_of(inputs: &HitInputs) -> Result<[u8; 32]> {
    let secret = inputs.secret.as_slice().try_into();
    secret.map_err(|_| CaseworkError::Ledger("the secret of a question is not 32 bytes".to_owned()))
}

/// Records that a question was refused here, and answers the refusal.
async fn refuse(
    ctx: &Ctx,
    wish: &Wish,
    inputs: Vec<HitInput>,
    refused: HitRefusal,
    reason: String,
) -> Result<CaseworkError> {
    let id = ctx.node().new_id(HitQueryId::new);
    let body = HitInputs {
        to: wish.to.clone(),
        case: wish.case,
        purpose: ctx.purpose(),
        legal_basis: wish.legal_basis.trim().to_owned(),
        inputs,
        secret: Vec::new(),
        needs_second: Vec::new(),
        refused: Some(refused),
        reason: reason.clone(),
    };
    ctx.write_one(ctx.about(ctx.private(), id, body)).await?;
    access::refused(ctx, Action::AskHits.as_str(), &reason).await?;
    Ok(Denial { action: Action::AskHits, rule: refused.as_str().to_owned(), reason }.into())
}

/// Why a second officer is needed: many items, victims, or numbers in a row, those of the whole day together.
async fn needs_second(ctx: &Ctx, inputs: &[HitInput], with_victims: bool) -> Result<Vec<SecondFor>> {
    let mut needs = Vec::new();
    if inputs.len() > budget::ALONE {
        needs.push(SecondFor::Many);
    }
    if with_victims || ctx.purpose() == Purpose::VictimProtection {
        needs.push(SecondFor::Victims);
    }
    let before = pair::inputs_today(ctx.node()).await?;
    let own: Vec<Sought> = inputs.iter().map(|input| Sought::new(input.kind, &input.value)).collect();
    let earlier: Vec<Sought> = before.iter().flat_map(|(_, inputs)| items_of(inputs)).collect();
    if adds_to_dense(&own, &earlier) {
        needs.push(SecondFor::DenseRange);
    }
    Ok(needs)
}

/// Whether what is asked now lies in a range that is dense with what was asked before.
fn adds_to_dense(own: &[Sought], earlier: &[Sought]) -> bool {
    dense_ranges(own.iter().chain(earlier)).iter().any(|range| {
        own.iter().any(|item| item.kind() == range.kind && item.value().starts_with(&range.beginning))
    })
}

/// What the agency's own reports say in a case, as far as the actor may see it.
struct Material {
    statements: Vec<Item<Statement>>,
    victims: BTreeSet<EntityId>,
    home: Option<lintas_model::Country>,
}

impl Material {
    async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Self> {
        let own = Some(ctx.node().code().clone());
        let reports: Vec<ReportId> = report::read(ctx, Some(case), 0, 0)
            .await?
            .iter()
            .filter(|report| report.mark.originator == *ctx.node().code())
            .map(|report| ReportId::from_uuid(report.mark.object.uuid()))
            .collect();
        let (mut statements, mut relations) = (Vec::new(), Vec::new());
        for some in reports.chunks(200) {
            let query = || HeldQuery { reports: some.to_vec(), agency: own.clone(), ..HeldQuery::default() };
            statements.extend(report::distinct(item::read::<Statement>(ctx, query()).await?));
            relations.extend(item::read::<Relation>(ctx, query()).await?);
        }
        let victims =
            victims(statements.iter().map(|item| &item.body), relations.iter().map(|item| &item.body));
        Ok(Self { statements, victims, home: ctx.node().code().country() })
    }

    /// The items of a wish, each once, with the first record that states it; or which of the values none states.
    fn inputs(&self, wish: &Wish) -> std::result::Result<Vec<HitInput>, String> {
        let mut inputs: BTreeMap<Sought, HitInput> = BTreeMap::new();
        let all = wish.entities.is_empty() && wish.values.is_empty();
        let mut add = |item: Sought, statement: &Item<Statement>| {
            let input = HitInput {
                kind: item.kind(),
                value: item.value().to_owned(),
                entity: statement.body.entity,
                stated_by: statement.mark.record,
            };
            inputs.entry(item).or_insert(input);
        };
        for statement in self.usable(wish.with_victims) {
            if all || wish.entities.contains(&statement.body.entity) {
                for item in sought::of_statement(&statement.body, self.home, Side::Asks) {
                    add(item, statement);
                }
            }
        }
        for (property, text) in &wish.values {
            let wanted = sought::of_identifier(*property, text, None, self.home);
            let mut backed = false;
            for statement in self.usable(wish.with_victims) {
                for item in sought::of_statement(&statement.body, self.home, Side::Asks) {
                    if wanted.contains(&item) {
                        backed = true;
                        add(item, statement);
                    }
                }
            }
            if !backed {
                let end = masked(text);
                return Err(format!(
                    "no record of your agency in this case states the {} {end}; file the report first",
                    property.as_str().replace('_', " ")
                ));
            }
        }
        Ok(inputs.into_values().collect())
    }

    fn usable(&self, with_victims: bool) -> impl Iterator<Item = &Item<Statement>> {
        self.statements.iter().filter(move |s| with_victims || !self.victims.contains(&s.body.entity))
    }
}

/// Who is spoken of as a victim, and what nobody but victims is said to use.
pub(super) fn victims<'a>(
    statements: impl Iterator<Item = &'a Statement>,
    relations: impl Iterator<Item = &'a Relation> + Clone,
) -> BTreeSet<EntityId> {
    let persons: BTreeSet<EntityId> =
        statements.filter(|statement| sought::is_of_victim(statement)).map(|s| s.entity).collect();
    let uses = || relations.clone().filter(|relation| relation.kind == RelationKind::Uses);
    let others: BTreeSet<EntityId> =
        uses().filter(|relation| !persons.contains(&relation.from)).map(|relation| relation.to).collect();
    let theirs = uses()
        .filter(|relation| persons.contains(&relation.from) && !others.contains(&relation.to))
        .map(|relation| relation.to);
    let mut all: BTreeSet<EntityId> = theirs.collect();
    all.extend(persons);
    all
}

/// The end of a number: enough to know it again, too little to use it.
pub(super) fn masked(text: &str) -> String {
    let visible: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let shown = 3.min(visible.len() / 2);
    format!("…{}", visible[visible.len() - shown..].iter().collect::<String>())
}

/// The questions that quote a record: they go when it is erased.
pub(crate) async fn quoting(node: &Node, record: RecordId) -> Result<Vec<RecordId>> {
    let query = HeldQuery { agency: Some(node.code().clone()), ..HeldQuery::kinds(&[Kind::HitInputs]) };
    let held = node.store().held(&query).await?;
    Ok(held
        .into_iter()
        .filter(|held| match &held.body {
            Body::HitInputs(inputs) => inputs.inputs.iter().any(|input| input.stated_by == record),
            _ => false,
        })
        .map(|held| held.mark.record)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_number_only_the_end_is_shown() {
        assert_eq!(masked("+66 81 234 5678"), "…678");
        assert_eq!(masked("กท 1234"), "…234");
        assert_eq!(masked("12"), "…2");
        assert_eq!(masked(""), "…");
    }
}
