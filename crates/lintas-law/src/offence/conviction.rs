//! The conviction map: per suspect, offence and country each element with its evidence, whether a court may use it,
//! what is missing and which task closes the gap. Readiness is the list of gaps, never a number.

use std::collections::BTreeSet;

use lintas_model::grade::{InformationBand, SourceBand};
use lintas_model::handling::UseRule;
use lintas_model::offence::Offence;
pub use lintas_model::record::EvidenceForm;
use lintas_model::{Country, EntityId, Grade};
use serde::{Deserialize, Serialize};

use super::{Circumstance, Element, NationalNote, Offences};
use crate::Day;

/// A piece of evidence as a case has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    /// Its number or id in the case.
    pub id: String,
    /// Which elements it goes to.
    pub elements: BTreeSet<Element>,
    /// In which form it exists.
    pub form: EvidenceForm,
    /// What its originator lets it be used for.
    pub use_rule: UseRule,
    /// Whether every hand it passed is recorded.
    pub custody_complete: bool,
    /// How it is graded; `None` is "not yet".
    pub grade: Option<Grade>,
}

/// What stands between a piece of evidence and the court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// Its originator lets it be used as intelligence only.
    IntelligenceOnly,
    /// Its originator's permission is needed first.
    PermissionNeeded,
    /// Its form is not one for a court.
    Form,
    /// Not every hand it passed is recorded.
    Custody,
    /// Its source or content is graded low.
    LowGrade,
}

impl Obstacle {
    /// The task that removes it.
    pub const fn task(self) -> &'static str {
        match self {
            Self::IntelligenceOnly => {
                "ask the originator to release it as evidence, or obtain it anew by mutual legal assistance"
            }
            Self::PermissionNeeded => "ask the originator's permission before it is disclosed",
            Self::Form => "take a signed or recorded statement, or find the evidence behind the report",
            Self::Custody => "complete the custody record: who, what, how, when, with what result",
            Self::LowGrade => "corroborate it from another source",
        }
    }
}

/// Whether a court may use a piece of evidence, as far as this program can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Admissibility {
    /// Nothing stands in the way that is known here.
    NoObstacle,
    /// After what stands in the way is removed.
    AfterTasks,
    /// Not as it is: it is a lead.
    LeadOnly,
}

/// A piece of evidence with what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessed {
    /// Its number or id.
    pub id: String,
    /// Whether a court may use it.
    pub admissibility: Admissibility,
    /// What stands in its way.
    pub obstacles: Vec<Obstacle>,
}

/// What kind of gap it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Nothing goes to this element.
    NoEvidence,
    /// There is something, but nothing a court may use yet.
    NothingUsable,
    /// All rests on one piece.
    Uncorroborated,
    /// A piece has an obstacle.
    Obstacle,
    /// A piece goes to no element of this offence.
    Unplaced,
}

/// A gap with the task that closes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// The element; `None` for a piece that goes to none.
    pub element: Option<Element>,
    /// The piece of evidence concerned.
    pub item: Option<String>,
    /// The task that closes it.
    pub task: String,
}

/// An element with its evidence and its gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The element.
    pub element: Element,
    /// Its title.
    pub title: String,
    /// What it is.
    pub says: String,
    /// The article.
    pub article: String,
    /// Why it need not be shown; `None` when it must.
    pub not_needed: Option<String>,
    /// Its evidence.
    pub evidence: Vec<Assessed>,
    /// Its gaps.
    pub gaps: Vec<Gap>,
}

/// Who is to be convicted of what, where, and what is said of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The suspect.
    pub suspect: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country of the court.
    pub country: Country,
    /// The day of the offence, for the law that holds.
    pub on: Day,
    /// What is said of the case, such as that the victim is a child or that life was endangered.
    pub circumstances: BTreeSet<Circumstance>,
}

/// The map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConvictionMap {
    /// The suspect.
    pub suspect: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country of the court.
    pub country: Country,
    /// Element by element.
    pub rows: Vec<Row>,
    /// Pieces that go to no element of this offence.
    pub unplaced: Vec<Gap>,
    /// What a prosecutor should know besides.
    pub notes: Vec<String>,
    /// Notes on the country's own law.
    pub national: Vec<NationalNote>,
}

impl ConvictionMap {
    /// Readiness: everything that is still to be done. Empty when nothing is known to be missing, which is not a
    /// promise of conviction.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.rows.iter().flat_map(|row| &row.gaps).chain(&self.unplaced)
    }
}

/// Draws the map.
pub fn conviction_map(offences: &Offences, charge: &Charge, items: &[EvidenceItem]) -> ConvictionMap {
    let law = offences.get(charge.offence);
    let said = |circumstance: &Circumstance| charge.circumstances.contains(circumstance);
    let mut rows = Vec::new();
    for element in &law.elements {
        if element.only_if.is_some_and(|only| !said(&only)) {
            continue;
        }
        if element.only_if_any && !element.any_of.iter().any(said) {
            continue;
        }
        let evidence: Vec<Assessed> =
            items.iter().filter(|item| item.elements.contains(&element.element)).map(assess).collect();
        let not_needed = element.not_needed_if.filter(said).map(|because| because.in_words().to_owned());
        let gaps = if not_needed.is_some() {
            Vec::new()
        } else {
            gaps(element.element, &element.shown_by, &evidence)
        };
        rows.push(Row {
            element: element.element,
            title: element.title.clone(),
            says: element.says.clone(),
            article: element.article.clone(),
            not_needed,
            evidence,
            gaps,
        });
    }
    let placed = |item: &&EvidenceItem| !rows.iter().any(|row| item.elements.contains(&row.element));
    let unplaced = items
        .iter()
        .filter(placed)
        .map(|item| Gap {
            kind: GapKind::Unplaced,
            element: None,
            item: Some(item.id.clone()),
            task: "say which element it goes to, or set it aside and disclose it".into(),
        })
        .collect();
    ConvictionMap {
        suspect: charge.suspect,
        offence: charge.offence,
        country: charge.country,
        rows,
        unplaced,
        notes: law.notes.clone(),
        national: offences.national(charge.offence, charge.country, charge.on).cloned().collect(),
    }
}

fn assess(item: &EvidenceItem) -> Assessed {
    let mut obstacles = Vec::new();
    match item.use_rule {
        UseRule::IntelligenceOnly => obstacles.push(Obstacle::IntelligenceOnly),
        UseRule::EvidenceAfterPermission => obstacles.push(Obstacle::PermissionNeeded),
        UseRule::Evidence => {}
    }
    if !item.form.can_be_exhibit() {
        obstacles.push(Obstacle::Form);
    }
    if !item.custody_complete {
        obstacles.push(Obstacle::Custody);
    }
    let low = |grade: Grade| {
        let band = grade.band();
        band.source == SourceBand::Low || band.information == InformationBand::Doubted
    };
    if item.grade.is_some_and(low) {
        obstacles.push(Obstacle::LowGrade);
    }
    let admissibility = if !item.form.can_be_exhibit() || item.use_rule == UseRule::IntelligenceOnly {
        Admissibility::LeadOnly
    } else if obstacles.iter().any(|obstacle| *obstacle != Obstacle::LowGrade) {
        Admissibility::AfterTasks
    } else {
        Admissibility::NoObstacle
    };
    Assessed { id: item.id.clone(), admissibility, obstacles }
}

fn gaps(element: Element, shown_by: &[String], evidence: &[Assessed]) -> Vec<Gap> {
    let gap = |kind, item: Option<&Assessed>, task: String| Gap {
        kind,
        element: Some(element),
        item: item.map(|item| item.id.clone()),
        task,
    };
    let could = if shown_by.is_empty() { String::new() } else { format!(": {}", shown_by.join("; ")) };
    if evidence.is_empty() {
        return vec![gap(GapKind::NoEvidence, None, format!("find what shows it{could}"))];
    }
    let mut found = Vec::new();
    let usable = evidence.iter().filter(|item| item.admissibility == Admissibility::NoObstacle).count();
    match usable {
        0 => found.push(gap(
            GapKind::NothingUsable,
            None,
            format!("make a piece usable, or find another{could}"),
        )),
        1 => {
            found.push(gap(GapKind::Uncorroborated, None, format!("find a second, independent piece{could}")))
        }
        _ => {}
    }
    for item in evidence {
        for obstacle in &item.obstacles {
            found.push(gap(GapKind::Obstacle, Some(item), obstacle.task().to_owned()));
        }
    }
    found
}
