//! Relations of a case -> who probably organises, as a finding.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Finding, FindingKind, Relation, RelationKind};
use lintas_model::{CaseId, EntityId, RecordId};
use lintas_network::graph::{GradeBand, TieKind};
use lintas_network::rank::{Contacts, People, RankOptions, RankedPerson, rank};
use serde::{Deserialize, Serialize};

use super::material::Material;
use super::routes::{as_json, permille, read};
use super::{JUDGEMENTS, OWN};
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
    /// The entity. Names are no part of a finding: whoever reads it gets those that he may see.
    pub entity: EntityId,
    /// Place, 1 first.
    pub rank: usize,
    /// How much speaks for organising, in thousandths; not a probability.
    pub score: u16,
    /// How steady the place is when contacts are missing or false, in thousandths.
    pub confidence: u16,
    /// Reasons in plain sentences that call people by their ids.
    pub why: Vec<String>,
    /// The relations that each of these sentences rests on, in the same order.
    pub evidence: Vec<Vec<RecordId>>,
}

/// Ranks the people of a case. People whom the agency judged to be the same are one where the parameters say so; whoever shares a telephone, an account, a document, a
/// vehicle or a place is in contact, and a call between numbers is one between those who use them. A thing is nobody: whoever
/// travels with the same vehicle travels together, and the vehicle has no place in the order.
pub(super) async fn run(
    ctx: &Ctx,
    case: CaseId,
    material: &Material,
    seed: u64,
    parameters: &BTreeMap<String, String>,
) -> Result<Vec<Finding>> {
    let judged = parameters.get(JUDGEMENTS).is_some_and(|whose| whose == OWN);
    let people = if judged { same(ctx, material).await? } else { BTreeMap::new() };
    let contacts = contacts(material, &people);
    if contacts.rows.is_empty() {
        return Ok(Vec::new());
    }
    let ranking = rank(&contacts, &People::default(), RankOptions { seed, ..RankOptions::default() });
    let candidate = |person: &RankedPerson| {
        let record = |place: &u32| material.relations.get(*place as usize).map(|item| item.mark.record);
        Some(Candidate {
            entity: person.id.parse().ok()?,
            rank: person.rank,
            score: permille(person.organiser_score),
            confidence: permille(person.confidence),
            why: person.why.clone(),
            evidence: person
                .evidence
                .iter()
                .map(|places| places.iter().filter_map(record).collect())
                .collect(),
        })
    };
    let people: Vec<Candidate> = ranking.people.iter().take(LISTED).filter_map(candidate).collect();
    let Some(first) = people.first() else { return Ok(Vec::new()) };
    let finding = Finding {
        case,
        kind: FindingKind::Organisers,
        title: String::new(),
        used: used(material),
        method: METHOD.to_owned(),
        seed,
        parameters: parameters.clone(),
        confidence: first.confidence,
        limits: ranking.limits.clone(),
        result: as_json(&Organisers {
            n_people: ranking.n_people,
            n_contacts: ranking.n_contacts,
            unobserved: ranking.unobserved.iter().map(|gap| gap.note.clone()).collect(),
            people,
        })?,
    };
    Ok(vec![finding])
}

/// The records that a ranking rests on: relations, and what says which of their ends are things.
fn used(material: &Material) -> Vec<RecordId> {
    let relations = material.relations.iter().map(|item| item.mark.record);
    relations.chain(material.things.iter().map(|item| item.mark.record)).collect()
}

/// A person of a kept ranking, with reasons that call people by the names that the reader may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ranked {
    /// The person.
    pub(crate) entity: EntityId,
    /// Place, 1 first.
    pub(crate) rank: usize,
    /// How much speaks for organising, in thousandths.
    pub(crate) score: u16,
    /// How steady the place is, in thousandths.
    pub(crate) confidence: u16,
    /// Reasons in plain sentences.
    pub(crate) why: Vec<String>,
}

/// The people of a kept ranking, the first first.
pub(crate) async fn ranked(ctx: &Ctx, finding: &Finding) -> Result<Vec<Ranked>> {
    let Some(found) = read::<Organisers>(finding) else { return Ok(Vec::new()) };
    let names = names(ctx, &found).await?;
    let tell = |one: Candidate| Ranked {
        entity: one.entity,
        rank: one.rank,
        score: one.score,
        confidence: one.confidence,
        why: one.why.iter().map(|reason| named(reason, &names)).collect(),
    };
    Ok(found.people.into_iter().map(tell).collect())
}

/// The names of all who are spoken of in a ranking, as far as the reader may see them.
async fn names(ctx: &Ctx, found: &Organisers) -> Result<BTreeMap<EntityId, String>> {
    let texts = found.people.iter().flat_map(|one| &one.why).chain(&found.unobserved);
    let mut spoken_of: BTreeSet<EntityId> = texts.flat_map(|text| ids_in(text)).map(|(_, id)| id).collect();
    spoken_of.extend(found.people.iter().map(|one| one.entity));
    entity::captions(ctx, spoken_of).await
}

/// A sentence with names in the place of ids; whom the reader may not see stays an id.
fn named(text: &str, names: &BTreeMap<EntityId, String>) -> String {
    ids_in(text).into_iter().rev().fold(text.to_owned(), |mut text, (place, id)| {
        if let Some(name) = names.get(&id) {
            text.replace_range(place, name);
        }
        text
    })
}

/// What a list calls the finding, and its reasons, with the names that the reader may see.
pub(super) async fn told(ctx: &Ctx, finding: &Finding) -> Result<(String, Vec<String>)> {
    let Some(found) = read::<Organisers>(finding) else { return Ok(Default::default()) };
    let names = names(ctx, &found).await?;
    let name = |id: EntityId| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    let named = |text: &str| named(text, &names);
    let title = found.people.iter().take(3).map(|one| name(one.entity)).collect::<Vec<_>>().join(", ");
    let reasons = found.people.iter().map(|one| {
        let why: Vec<String> = one.why.iter().map(|reason| named(reason)).collect();
        format!("{}: {}", name(one.entity), why.join(" "))
    });
    Ok((title, reasons.chain(found.unobserved.iter().map(|note| named(note))).collect()))
}

/// The ids in a sentence, with their places.
fn ids_in(text: &str) -> Vec<(std::ops::Range<usize>, EntityId)> {
    /// Letters of an id as written.
    const LENGTH: usize = 32;
    let (mut found, mut start) = (Vec::new(), 0);
    for word in text.split(|c: char| !c.is_ascii_hexdigit()) {
        let place = start..start + word.len();
        if word.len() == LENGTH
            && let Ok(id) = word.parse()
        {
            found.push((place.clone(), id));
        }
        // What parts two words may be a letter of several bytes.
        start = place.end + text[place.end..].chars().next().map_or(0, char::len_utf8);
    }
    found
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

/// Somebody has to do with a thing: who, the relation that says so, and its place in the material.
type Use<'m> = (EntityId, &'m Item<Relation>, u32);

pub(super) fn contacts(material: &Material, standing: &BTreeMap<EntityId, EntityId>) -> Contacts {
    let person = |id: EntityId| standing.get(&id).copied().unwrap_or(id);
    let things: BTreeSet<EntityId> = material.things.iter().map(|item| person(item.body.entity)).collect();
    let mut users: BTreeMap<EntityId, BTreeSet<EntityId>> = BTreeMap::new();
    for item in material.relations.iter().filter(|item| is_use(item.body.kind)) {
        users.entry(person(item.body.to)).or_default().insert(person(item.body.from));
    }
    // Who calls from a number is known only when one person uses it.
    let caller = |id: EntityId| match users.get(&person(id)) {
        Some(all) if all.len() == 1 => all.iter().next().copied().unwrap_or(id),
        _ => person(id),
    };
    let mut contacts = Contacts::default();
    let mut shared: BTreeMap<(EntityId, TieKind), Vec<Use<'_>>> = BTreeMap::new();
    for (place, item) in (0..).zip(&material.relations) {
        let (from, to) = (person(item.body.from), person(item.body.to));
        let mut share = |thing, kind, who| shared.entry((thing, kind)).or_default().push((who, item, place));
        match (item.body.kind, tie(item.body.kind)) {
            (RelationKind::Uses, _) => share(to, TieKind::SharedPhone, from),
            (RelationKind::LocatedAt, _) => share(to, TieKind::SharedAddress, from),
            (_, Some(kind)) => match (things.contains(&from), things.contains(&to)) {
                (false, false) => push(&mut contacts, (caller(from), caller(to)), kind, item, place),
                (false, true) => share(to, kind, caller(from)),
                (true, false) => share(from, kind, caller(to)),
                (true, true) => {}
            },
            (_, None) => {}
        }
    }
    for ((_, kind), uses) in shared {
        for (at, (first, ..)) in uses.iter().enumerate() {
            for (second, item, place) in uses[at + 1..].iter().filter(|(second, ..)| second != first) {
                push(&mut contacts, (*first, *second), kind, item, *place);
            }
        }
    }
    contacts
}

/// Adds a contact that a relation tells of.
fn push(
    contacts: &mut Contacts,
    ends: (EntityId, EntityId),
    kind: TieKind,
    item: &Item<Relation>,
    place: u32,
) {
    let time = item.body.date.map(|date| date.earliest().as_millis().div_euclid(1000));
    let weight = item.body.amount.map_or(1.0, |amount| amount as f64);
    let grade = item.mark.grade.map_or(GradeBand::Ungraded, GradeBand::from);
    contacts.push(&ends.0.to_string(), &ends.1.to_string(), kind, time, weight, grade, place);
}

/// Every relation as it was reported, those of use and whereabouts left out.
pub(super) fn direct_contacts(material: &Material) -> Contacts {
    let mut contacts = Contacts::default();
    for (place, item) in (0..).zip(&material.relations) {
        if let Some(kind) = tie(item.body.kind) {
            push(&mut contacts, (item.body.from, item.body.to), kind, item, place);
        }
    }
    contacts
}

/// Whether a relation says that somebody uses a thing or is found at a place.
const fn is_use(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::Uses | RelationKind::LocatedAt)
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
