//! Relations of a case -> who probably organises, as a finding.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Finding, FindingKind, Relation, RelationKind};
use lintas_model::{CaseId, EntityId, RecordId};
use lintas_network::graph::{GradeBand, TieKind};
use lintas_network::rank::{Contacts, People, RankOptions, RankedPerson, rank};
use serde::{Deserialize, Serialize};

use super::material::Material;
use super::routes::{as_json, permille, read};
use crate::item::Item;
use crate::{Ctx, Result, entity, judgement};

/// The method and its version, as findings name it.
const METHOD: &str = concat!("organisers ", env!("CARGO_PKG_VERSION"));

/// So many people stand in a finding.
const LISTED: usize = 20;

/// The result as a finding keeps it: the first people with their reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Organisers {
    /// Number of people ranked.
    pub n_people: usize,
    /// Number of contacts used.
    pub n_contacts: usize,
    /// The first places.
    pub people: Vec<Candidate>,
    /// Where somebody may stand whom nobody has seen.
    pub unobserved: Vec<String>,
}

/// One candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Candidate {
    /// The entity.
    pub entity: EntityId,
    /// What lists called the person when the finding was made.
    pub label: String,
    /// Place, 1 first.
    pub rank: usize,
    /// How much speaks for organising, in thousandths; not a probability.
    pub score: u16,
    /// How steady the place is when contacts are missing or false, in thousandths.
    pub confidence: u16,
    /// Reasons in plain sentences.
    pub why: Vec<String>,
}

/// Ranks the people of a case. People judged to be the same are one; whoever shares a telephone, an account, a document, a
/// vehicle or a place is in contact, and a call between numbers is one between those who use them.
pub(super) async fn run(
    ctx: &Ctx,
    case: CaseId,
    material: &Material,
    seed: u64,
    parameters: &BTreeMap<String, String>,
) -> Result<Vec<Finding>> {
    let people = same(ctx, material).await?;
    let contacts = contacts(material, &people);
    if contacts.rows.is_empty() {
        return Ok(Vec::new());
    }
    let ranking = rank(&contacts, &People::default(), RankOptions { seed, ..RankOptions::default() });
    let mut labels = BTreeMap::new();
    for person in ranking.people.iter().take(LISTED) {
        if let Ok(id) = person.id.parse::<EntityId>() {
            labels.insert(person.id.clone(), (id, entity::caption(ctx, id).await?));
        }
    }
    // Reasons name people by their ids; a reader wants the names.
    let named = |text: &str| {
        labels.iter().fold(text.to_owned(), |text, (id, (_, label))| text.replace(id.as_str(), label))
    };
    let candidate = |person: &RankedPerson| {
        let (entity, label) = labels.get(&person.id)?.clone();
        Some(Candidate {
            entity,
            label,
            rank: person.rank,
            score: permille(person.organiser_score),
            confidence: permille(person.confidence),
            why: person.why.iter().map(|reason| named(reason)).collect(),
        })
    };
    let people: Vec<Candidate> = ranking.people.iter().take(LISTED).filter_map(candidate).collect();
    let Some(first) = people.first() else { return Ok(Vec::new()) };
    let finding = Finding {
        case,
        kind: FindingKind::Organisers,
        title: people.iter().take(3).map(|one| one.label.as_str()).collect::<Vec<_>>().join(", "),
        used: material.relations.iter().map(|item| item.mark.record).collect::<Vec<RecordId>>(),
        method: METHOD.to_owned(),
        seed,
        parameters: parameters.clone(),
        confidence: first.confidence,
        limits: ranking.limits.clone(),
        result: as_json(&Organisers {
            n_people: ranking.n_people,
            n_contacts: ranking.n_contacts,
            unobserved: ranking.unobserved.iter().map(|gap| named(&gap.note)).collect(),
            people,
        })?,
    };
    Ok(vec![finding])
}

/// The reasons in the result of a finding, each with whom it speaks of.
pub(super) fn why(finding: &Finding) -> Vec<String> {
    let Some(found) = read::<Organisers>(finding) else { return Vec::new() };
    let people = found.people.into_iter().map(|one| format!("{}: {}", one.label, one.why.join(" ")));
    people.chain(found.unobserved).collect()
}

/// Whether two findings put the same people first, in the same order.
pub(super) fn same_order(a: &Finding, b: &Finding) -> bool {
    let order = |finding: &Finding| {
        read::<Organisers>(finding).map(|found| found.people.iter().map(|one| one.entity).collect::<Vec<_>>())
    };
    order(a).is_some_and(|order_of_a| order(b) == Some(order_of_a))
}

/// For each entity in the relations, the one that stands for all judged to be the same as it.
async fn same(ctx: &Ctx, material: &Material) -> Result<BTreeMap<EntityId, EntityId>> {
    let mut standing: BTreeMap<EntityId, EntityId> = BTreeMap::new();
    let ends = material.relations.iter().flat_map(|item| [item.body.from, item.body.to]);
    for end in ends.collect::<BTreeSet<EntityId>>() {
        if standing.contains_key(&end) {
            continue;
        }
        let group = judgement::same_as(ctx, end).await?;
        let first = group.iter().next().copied().unwrap_or(end);
        standing.extend(group.into_iter().map(|member| (member, first)));
    }
    Ok(standing)
}

/// Somebody uses a thing or is found at a place: the relation that says so, and its place in the material.
type Use<'m> = (&'m Item<Relation>, u32);

fn contacts(material: &Material, standing: &BTreeMap<EntityId, EntityId>) -> Contacts {
    let person = |id: EntityId| standing.get(&id).copied().unwrap_or(id);
    let mut users: BTreeMap<EntityId, BTreeSet<EntityId>> = BTreeMap::new();
    let mut shared: BTreeMap<(EntityId, RelationKind), Vec<Use<'_>>> = BTreeMap::new();
    for (place, item) in (0..).zip(&material.relations) {
        let relation = &item.body;
        if matches!(relation.kind, RelationKind::Uses | RelationKind::LocatedAt) {
            users.entry(person(relation.to)).or_default().insert(person(relation.from));
            shared.entry((person(relation.to), relation.kind)).or_default().push((item, place));
        }
    }
    // Who calls from a number is known only when one person uses it.
    let caller = |id: EntityId| match users.get(&person(id)) {
        Some(all) if all.len() == 1 => all.iter().next().copied().unwrap_or(id),
        _ => person(id),
    };
    let mut contacts = Contacts::default();
    let mut push = |from: EntityId, to: EntityId, kind, item: &Item<Relation>, place| {
        let time = item.body.date.map(|date| date.earliest().as_millis().div_euclid(1000));
        let weight = item.body.amount.map_or(1.0, |amount| amount as f64);
        let grade = item.mark.grade.map_or(GradeBand::Ungraded, GradeBand::from);
        contacts.push(&from.to_string(), &to.to_string(), kind, time, weight, grade, place);
    };
    for (place, item) in (0..).zip(&material.relations) {
        if let Some(kind) = tie(item.body.kind) {
            push(caller(item.body.from), caller(item.body.to), kind, item, place);
        }
    }
    for ((_, kind), uses) in shared {
        let kind = if kind == RelationKind::Uses { TieKind::SharedPhone } else { TieKind::SharedAddress };
        for (at, (first, _)) in uses.iter().enumerate() {
            for (second, place) in &uses[at + 1..] {
                push(person(first.body.from), person(second.body.from), kind, second, *place);
            }
        }
    }
    contacts
}

/// What a relation between two people means to a ranking; nothing for relations to things.
const fn tie(kind: RelationKind) -> Option<TieKind> {
    Some(match kind {
        RelationKind::Called => TieKind::Call,
        RelationKind::Paid => TieKind::Money,
        RelationKind::Met | RelationKind::TookPartIn => TieKind::Meeting,
        RelationKind::Kin => TieKind::Kinship,
        RelationKind::TravelledWith => TieKind::Travel,
        RelationKind::Ordered | RelationKind::Recruited => TieKind::Order,
        RelationKind::MemberOf | RelationKind::Linked => TieKind::Unknown,
        RelationKind::Uses | RelationKind::LocatedAt => return None,
    })
}
