//! A case without names: made of kinds, numbers, days and the words of the data on law. No text that a person wrote and no
//! id goes in, so that none can come out; what a partner gave stays out altogether.

use std::collections::{BTreeMap, BTreeSet};

use lintas_law::Day;
use lintas_law::offence::{
    Admissibility, Charge, Circumstance, EvidenceForm, EvidenceItem, conviction_map, read_element_code,
};
use lintas_model::handling::UseRule;
use lintas_model::lifecycle::{RequestState, WarrantState};
use lintas_model::offence::Offence;
use lintas_model::record::{
    Advice, Case, Custody, Exhibit, LinkStrength, Proof, Relation, RelationKind, Report, Request,
    RequestStep, Sighting, Statement, Warrant, WarrantStep,
};
use lintas_model::request::RequestKind;
use lintas_model::{CaseId, Country, EntityId, EntityKind, Grade, ObjectId, ReportId, Timestamp};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::stand_in::{StandIn, StandIns};
use crate::evidence::chain;
use crate::item::{self, Item, Kinded};
use crate::{CaseworkError, Ctx, Result};

/// A person or thing: how many reports speak of it, and the best grade among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The stand-in.
    pub who: StandIn,
    /// How many reports speak of it.
    pub reports: usize,
    /// The best grade.
    pub grade: Option<Grade>,
}

/// A link between two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From.
    pub from: StandIn,
    /// What the link is.
    pub kind: RelationKind,
    /// To.
    pub to: StandIn,
    /// How sure it is.
    pub strength: LinkStrength,
}

/// Who was where, counted in days from the first sighting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who or what.
    pub who: StandIn,
    /// The day, from 1.
    pub day: i64,
    /// The place; nothing where none was named.
    pub place: Option<StandIn>,
}

/// An element with its evidence and what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanitisedRow {
    /// The element, by its title in the data on law.
    pub title: String,
    /// The article.
    pub article: String,
    /// Its evidence: a number that is the same throughout the case, the form, and whether a court may use it.
    pub evidence: Vec<(u32, EvidenceForm, Admissibility)>,
    /// What closes its gaps.
    pub gaps: Vec<String>,
}

/// The conviction map of one suspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanitisedMap {
    /// The suspect.
    pub suspect: StandIn,
    /// The offence.
    pub offence: Offence,
    /// The state of the court, by number.
    pub state: u32,
    /// Element by element.
    pub rows: Vec<SanitisedRow>,
}

/// A request to another state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pursued {
    /// What is asked.
    pub kind: RequestKind,
    /// Of which state, by number.
    pub of: u32,
    /// Where it stands.
    pub state: RequestState,
}

/// The whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanitisedCase {
    /// The number under which mentors know the case.
    pub number: u32,
    /// The offences.
    pub offences: BTreeSet<Offence>,
    /// How many states it touches.
    pub states: usize,
    /// Persons and things.
    pub things: Vec<Shown>,
    /// How they are linked.
    pub links: Vec<Link>,
    /// Where they were seen.
    pub seen: Vec<Seen>,
    /// What the evidence amounts to.
    pub maps: Vec<SanitisedMap>,
    /// Warrants by where they stand.
    pub warrants: BTreeMap<&'static str, usize>,
    /// Requests to other states.
    pub pursued: Vec<Pursued>,
    /// The advice given so far, the latest first.
    pub advice: Vec<Item<Advice>>,
}

/// Reads what mentors may see of the agency's own records.
struct Reader<'c> {
    ctx: &'c Ctx,
}

impl Reader<'_> {
    async fn of<B: Kinded>(&self, query: HeldQuery) -> Result<Vec<Item<B>>> {
        let query = HeldQuery { agency: Some(self.ctx.node().code().clone()), ..query };
        let mut items = item::read_for::<B>(self.ctx, Action::ViewSanitised, query).await?;
        // In the order in which they were written, whatever a clock said.
        items.sort_by_key(|item| (item.mark.at, item.mark.record));
        Ok(items)
    }

    async fn in_case<B: Kinded>(&self, case: CaseId) -> Result<Vec<Item<B>>> {
        self.of(HeldQuery { case: Some(case), ..HeldQuery::default() }).await
    }

    async fn said<B: Kinded>(&self, reports: &[ReportId]) -> Result<Vec<Item<B>>> {
        let mut all = Vec::new();
        for some in reports.chunks(200) {
            all.extend(self.of::<B>(HeldQuery { reports: some.to_vec(), ..HeldQuery::default() }).await?);
        }
        all.sort_by_key(|item| (item.mark.at, item.mark.record));
        Ok(all)
    }

    fn newest<B>(&self, items: Vec<Item<B>>) -> BTreeMap<ObjectId, Item<B>> {
        item::owned(self.ctx, items)
    }
}

pub(super) async fn read(ctx: &Ctx, id: CaseId, number: u32) -> Result<SanitisedCase> {
    let reader = Reader { ctx };
    let described = reader.of::<Case>(HeldQuery { object: Some(id.into()), ..HeldQuery::default() }).await?;
    let case = described.into_iter().next_back().ok_or(CaseworkError::NotFound("case"))?.body;
    let filed = reader.in_case::<Report>(id).await?;
    let grades: BTreeMap<ReportId, Option<Grade>> =
        filed.iter().map(|item| (ReportId::from_uuid(item.mark.object.uuid()), item.mark.grade)).collect();
    let reports: Vec<ReportId> = grades.keys().copied().collect();
    let mut stand_ins = StandIns::default();
    for country in &case.countries {
        stand_ins.state(*country);
    }
    let things = things(&mut stand_ins, &reader.said::<Statement>(&reports).await?, &grades);
    let links = links(&stand_ins, &reader.said::<Relation>(&reports).await?);
    let seen = seen(&mut stand_ins, &reader.said::<Sighting>(&reports).await?);
    let maps = maps(&reader, id, &mut stand_ins).await?;
    let (warrants, pursued) = pursuits(&reader, id, &mut stand_ins).await?;
    Ok(SanitisedCase {
        number,
        offences: case.offences,
        states: case.countries.len(),
        things,
        links,
        seen,
        maps,
        warrants,
        pursued,
        advice: super::given(ctx, id).await?,
    })
}

fn things(
    stand_ins: &mut StandIns,
    said: &[Item<Statement>],
    grades: &BTreeMap<ReportId, Option<Grade>>,
) -> Vec<Shown> {
    let mut reports: BTreeMap<StandIn, BTreeSet<ReportId>> = BTreeMap::new();
    for item in said {
        let who = stand_ins.entity(item.body.entity, item.body.kind);
        reports.entry(who).or_default().insert(item.body.report);
    }
    let best = |reports: &BTreeSet<ReportId>| {
        let graded = reports.iter().filter_map(|report| grades.get(report).copied().flatten());
        graded.min_by_key(|grade| grade.band())
    };
    reports
        .into_iter()
        .map(|(who, reports)| Shown { who, grade: best(&reports), reports: reports.len() })
        .collect()
}

fn links(stand_ins: &StandIns, said: &[Item<Relation>]) -> Vec<Link> {
    let link = |item: &Item<Relation>| {
        let body = &item.body;
        let (from, to) = (stand_ins.known(body.from)?, stand_ins.known(body.to)?);
        Some(Link { from, kind: body.kind, to, strength: body.strength })
    };
    let mut links: Vec<Link> = Vec::new();
    for link in said.iter().filter_map(link) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

fn seen(stand_ins: &mut StandIns, said: &[Item<Sighting>]) -> Vec<Seen> {
    const DAY: i64 = 86_400_000;
    let day = |at: Timestamp| at.as_millis().div_euclid(DAY);
    let Some(first) = said.iter().map(|item| day(item.body.at)).min() else { return Vec::new() };
    let mut seen: Vec<Seen> = said
        .iter()
        .filter_map(|item| {
            let who = stand_ins.known(item.body.subject)?;
            let place = item.body.place.as_deref().map(|name| stand_ins.place(name));
            Some(Seen { who, day: day(item.body.at) - first + 1, place })
        })
        .collect();
    seen.sort_by_key(|one| (one.day, one.who));
    seen
}

async fn maps(reader: &Reader<'_>, id: CaseId, stand_ins: &mut StandIns) -> Result<Vec<SanitisedMap>> {
    let exhibits = reader.newest(reader.in_case::<Exhibit>(id).await?);
    let mut whole: BTreeMap<ObjectId, bool> = BTreeMap::new();
    for (object, exhibit) in &exhibits {
        let about = HeldQuery { object: Some(*object), ..HeldQuery::default() };
        let links: Vec<Custody> = reader.of::<Custody>(about).await?.into_iter().map(|l| l.body).collect();
        whole.insert(*object, chain::breaks(&exhibit.body, &links).is_empty());
    }
    let proofs = reader.newest(reader.in_case::<Proof>(id).await?);
    let mut proofs: Vec<Item<Proof>> = proofs.into_values().filter(|proof| !proof.body.withdrawn).collect();
    proofs.sort_by_key(|proof| (proof.mark.at, proof.mark.record));
    let mut numbers: BTreeMap<ObjectId, u32> = BTreeMap::new();
    let mut charges: BTreeMap<(EntityId, Offence, Country), Vec<Item<Proof>>> = BTreeMap::new();
    for proof in proofs {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
        numbers.entry(proof.body.evidence).or_insert(next);
        let body = &proof.body;
        charges.entry((body.suspect, body.offence, body.country)).or_default().push(proof);
    }
    let law = reader.ctx.node().law().offences();
    let on = Day::from_timestamp(reader.ctx.now());
    let mut maps: Vec<SanitisedMap> = charges
        .into_iter()
        .map(|((suspect, offence, country), proofs)| {
            let who = stand_ins.entity(suspect, EntityKind::Person);
            let circumstances = circumstances(&proofs);
            let map = conviction_map(
                law,
                &Charge { suspect, offence, country, on, circumstances },
                &evidence(&proofs, &numbers, &whole),
            );
            let rows = map.rows.into_iter().filter(|row| row.not_needed.is_none()).map(|row| SanitisedRow {
                title: row.title,
                article: row.article,
                evidence: row
                    .evidence
                    .iter()
                    .filter_map(|piece| piece_of(piece, &proofs, &numbers))
                    .collect(),
                gaps: row.gaps.into_iter().map(|gap| gap.task).collect(),
            });
            SanitisedMap { suspect: who, offence, state: stand_ins.state(country), rows: rows.collect() }
        })
        .collect();
    maps.sort_by_key(|map| (map.suspect, map.state));
    Ok(maps)
}

fn circumstances(proofs: &[Item<Proof>]) -> BTreeSet<Circumstance> {
    proofs.iter().filter_map(|proof| read_element_code(&proof.body.element)?.2).collect()
}

/// The evidence of one charge, each piece by its number in the case instead of its id.
fn evidence(
    proofs: &[Item<Proof>],
    numbers: &BTreeMap<ObjectId, u32>,
    whole: &BTreeMap<ObjectId, bool>,
) -> Vec<EvidenceItem> {
    let mut items: BTreeMap<(u32, EvidenceForm), EvidenceItem> = BTreeMap::new();
    for proof in proofs {
        let Some((_, element, _)) = read_element_code(&proof.body.element) else { continue };
        let number = numbers.get(&proof.body.evidence).copied().unwrap_or_default();
        let form = proof.body.form;
        let item = items.entry((number, form)).or_insert_with(|| EvidenceItem {
            id: number.to_string(),
            elements: BTreeSet::new(),
            form,
            // A piece that is not the agency's own is a lead here: what its originator allows is not for mentors.
            use_rule: if whole.contains_key(&proof.body.evidence) {
                UseRule::Evidence
            } else {
                UseRule::IntelligenceOnly
            },
            custody_complete: whole.get(&proof.body.evidence).copied().unwrap_or(true),
            grade: None,
        });
        item.elements.insert(element);
    }
    items.into_values().collect()
}

fn piece_of(
    piece: &lintas_law::offence::Assessed,
    proofs: &[Item<Proof>],
    numbers: &BTreeMap<ObjectId, u32>,
) -> Option<(u32, EvidenceForm, Admissibility)> {
    let number: u32 = piece.id.parse().ok()?;
    let proof = proofs.iter().find(|proof| numbers.get(&proof.body.evidence) == Some(&number))?;
    Some((number, proof.body.form, piece.admissibility))
}

async fn pursuits(
    reader: &Reader<'_>,
    id: CaseId,
    stand_ins: &mut StandIns,
) -> Result<(BTreeMap<&'static str, usize>, Vec<Pursued>)> {
    let mut standing: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut requests = reader.newest(reader.in_case::<Request>(id).await?);
    for (object, warrant) in reader.newest(reader.in_case::<Warrant>(id).await?) {
        let about = HeldQuery { object: Some(object), ..HeldQuery::default() };
        let steps = reader.of::<WarrantStep>(about).await?;
        let state: WarrantState =
            steps.iter().fold(warrant.body.state, |state, step| state.make(step.body.step).unwrap_or(state));
        *standing.entry(state.as_str()).or_default() += 1;
        let of_warrant = HeldQuery { other: Some(object), ..HeldQuery::default() };
        requests.extend(reader.newest(reader.of::<Request>(of_warrant).await?));
    }
    let mut pursued = Vec::new();
    for (object, request) in requests {
        let about = HeldQuery { object: Some(object), ..HeldQuery::default() };
        let steps = reader.of::<RequestStep>(about).await?;
        let state = steps
            .iter()
            .fold(RequestState::Drafted, |state, step| state.make(step.body.step).unwrap_or(state));
        pursued.push(Pursued { kind: request.body.kind, of: stand_ins.state(request.body.requested), state });
    }
    pursued.sort_by_key(|one| (one.of, one.kind.as_str()));
    Ok((standing, pursued))
}
