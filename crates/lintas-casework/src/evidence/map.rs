//! The conviction map of a case: per suspect, offence and country each element with its evidence, whether a court may use
//! it, what is missing and which task closes the gap; and what the case amounts to so far.

use std::collections::{BTreeMap, BTreeSet};

use lintas_law::Day;
use lintas_law::offence::{
    Charge, Circumstance, Classification, ConvictionMap, EvidenceItem, classify, conviction_map,
    read_element_code,
};
use lintas_model::handling::UseRule;
use lintas_model::offence::Offence;
use lintas_model::record::{Proof, Report};
use lintas_model::{CaseId, Country, EntityId, ObjectId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark};

use super::exhibit::{self, ExhibitView};
use super::proof;
use crate::item::{self, Item};
use crate::{Ctx, Result, access, case, entity, grading};

/// A piece of evidence by what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The exhibit or report.
    pub object: ObjectId,
    /// Its number or title.
    pub name: String,
    /// Whether it is an exhibit; a report is a lead.
    pub is_exhibit: bool,
    /// Who originated it.
    pub originator: lintas_model::AgencyCode,
    /// What its originator lets it be used for.
    pub use_rule: UseRule,
}

/// The map of one suspect for one offence in one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspectMap {
    /// What lists call the suspect.
    pub suspect: String,
    /// The map.
    pub map: ConvictionMap,
    /// The proofs that it rests on.
    pub proofs: Vec<Item<Proof>>,
}

/// What the evidence of a case amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseMap {
    /// Trafficking, smuggling, both or neither yet, with the reasons.
    pub classification: Classification,
    /// The maps: those with the most gaps last.
    pub maps: Vec<SuspectMap>,
    /// The pieces of evidence by id.
    pub pieces: BTreeMap<ObjectId, Piece>,
    /// The exhibits of the case.
    pub exhibits: Vec<ExhibitView>,
    /// Whether the actor may lay evidence.
    pub may_write: bool,
}

/// The conviction map of a case: one look, one record of it.
pub async fn show(ctx: &Ctx, id: CaseId) -> Result<CaseMap> {
    let found = case::found(ctx, id).await?;
    ctx.require(Action::View, &found.facts).await?;
    let exhibits = exhibit::read(ctx, id).await?;
    let proofs = proof::standing(ctx, id).await?;
    let pieces = pieces(ctx, &exhibits, &proofs).await?;
    let suspects: BTreeSet<EntityId> = proofs.iter().map(|proof| proof.body.suspect).collect();
    let names = entity::captions(ctx, suspects).await?;
    let mut charges: BTreeMap<(EntityId, Offence, Country), Vec<Item<Proof>>> = BTreeMap::new();
    for proof in &proofs {
        let body = &proof.body;
        charges.entry((body.suspect, body.offence, body.country)).or_default().push(proof.clone());
    }
    let (law, on) = (ctx.node().law().offences(), Day::from_timestamp(ctx.now()));
    let mut maps: Vec<SuspectMap> = charges
        .into_iter()
        .map(|((suspect, offence, country), proofs)| {
            let circumstances = shown(proofs.iter());
            let charge = Charge { suspect, offence, country, on, circumstances };
            let items: Vec<EvidenceItem> = evidence(&proofs, &pieces, &exhibits);
            let map = conviction_map(law, &charge, &items);
            SuspectMap { suspect: names.get(&suspect).cloned().unwrap_or_default(), map, proofs }
        })
        .collect();
    maps.sort_by_key(|one| (one.map.gaps().count(), one.suspect.clone()));
    let view = CaseMap {
        classification: classify(law, &shown(proofs.iter())),
        maps,
        pieces: pieces.into_iter().map(|(object, (piece, _))| (object, piece)).collect(),
        exhibits,
        may_write: ctx.permit(Action::WriteEvidence, &found.facts).is_ok(),
    };
    access::viewed(ctx, "conviction_map", Some(id.into()), view.maps.len()).await?;
    Ok(view)
}

/// What some proofs say that the case shows.
fn shown<'p>(proofs: impl Iterator<Item = &'p Item<Proof>>) -> BTreeSet<Circumstance> {
    proofs.filter_map(|proof| read_element_code(&proof.body.element)?.2).collect()
}

pub(super) type Pieces = BTreeMap<ObjectId, (Piece, Option<lintas_model::Grade>)>;

/// The evidence of a case: its exhibits, and the reports that proofs name.
pub(super) async fn pieces(ctx: &Ctx, exhibits: &[ExhibitView], proofs: &[Item<Proof>]) -> Result<Pieces> {
    let mut pieces = Pieces::new();
    for view in exhibits {
        let mark = &view.exhibit.mark;
        let name = format!("{} {}", view.exhibit.body.number, view.exhibit.body.title);
        pieces.insert(view.id.into(), (piece(ctx, mark, name, true), mark.grade));
    }
    let reports: BTreeSet<ObjectId> = proofs
        .iter()
        .map(|proof| proof.body.evidence)
        .filter(|object| !pieces.contains_key(object))
        .collect();
    for object in reports {
        let query = HeldQuery { object: Some(object), ..HeldQuery::default() };
        let found = item::owned(ctx, item::read::<Report>(ctx, query).await?);
        let Some(report) = found.into_values().next() else { continue };
        let graded = grading::current(ctx, &[&report.mark]).await?;
        let grade = graded.get(&object).copied().or(report.mark.grade);
        pieces.insert(object, (piece(ctx, &report.mark, report.body.title.clone(), false), grade));
    }
    Ok(pieces)
}

fn piece(ctx: &Ctx, mark: &Mark, name: String, is_exhibit: bool) -> Piece {
    // What the agency keeps itself it may use; of what was given to it the giver decides.
    let own = mark.originator == *ctx.node().code();
    Piece {
        object: mark.object,
        name,
        is_exhibit,
        originator: mark.originator.clone(),
        use_rule: if own { UseRule::Evidence } else { mark.handling.use_rule },
    }
}

/// The evidence of one charge as the law reads it: each piece in its form, with the elements to which it goes.
fn evidence(proofs: &[Item<Proof>], pieces: &Pieces, exhibits: &[ExhibitView]) -> Vec<EvidenceItem> {
    let mut items: BTreeMap<(ObjectId, lintas_law::offence::EvidenceForm), EvidenceItem> = BTreeMap::new();
    for proof in proofs {
        let body = &proof.body;
        let Some((_, element, _)) = read_element_code(&body.element) else { continue };
        let known = pieces.get(&body.evidence);
        let chain = exhibits.iter().find(|view| ObjectId::from(view.id) == body.evidence);
        let item = items.entry((body.evidence, body.form)).or_insert_with(|| EvidenceItem {
            id: body.evidence.to_string(),
            elements: BTreeSet::new(),
            form: body.form,
            // Evidence that is not held here any more can be used for nothing.
            use_rule: known.map_or(UseRule::IntelligenceOnly, |(piece, _)| piece.use_rule),
            custody_complete: chain.is_none_or(|view| view.breaks.is_empty()),
            grade: known.and_then(|(_, grade)| *grade),
        });
        item.elements.insert(element);
    }
    items.into_values().collect()
}
