//! A gap of the conviction map on its way to a task: what to write into the form so that somebody closes it.
//!
//! An address names a gap by words and ids alone, never by a name or a text of the case, so that it may stand in a
//! history or a log. What the task says is read anew from the records by whoever opens the form.

use lintas_law::offence::{ConvictionMap, Gap};
use lintas_model::offence::Offence;
use lintas_model::{AgencyCode, CaseId, Country, EntityId, ObjectId};
use serde::{Deserialize, Serialize};

use super::map::{self, CaseMap};
use crate::{Ctx, Result};

/// Which gap is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapName {
    /// The suspect.
    pub suspect: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country of the court.
    pub country: Country,
    /// The element by its word; empty for a piece that goes to none.
    #[serde(default)]
    pub element: String,
    /// The kind of gap by its word.
    pub gap: String,
    /// The piece of evidence concerned, by its id.
    #[serde(default)]
    pub piece: String,
}

impl GapName {
    /// The name of a gap of a map.
    pub fn of(map: &ConvictionMap, gap: &Gap) -> Self {
        Self {
            suspect: map.suspect,
            offence: map.offence,
            country: map.country,
            element: gap.element.map(word).unwrap_or_default(),
            gap: word(gap.kind),
            piece: gap.item.clone().unwrap_or_default(),
        }
    }
}

/// A word of the data on law: its name in files and messages.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

/// What a form for the task that closes a gap begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapTask {
    /// What is to be done.
    pub title: String,
    /// To which element it goes and with which piece; never who the suspect is, since all agencies of the case read it.
    pub detail: String,
    /// Whom to ask: the originator of the piece where one stands in the way, else this agency.
    pub agency: AgencyCode,
}

/// The task that closes a gap; nothing when the gap is closed already.
pub async fn task(ctx: &Ctx, case: CaseId, name: &GapName) -> Result<Option<GapTask>> {
    let view = map::show(ctx, case).await?;
    let known = view.maps.iter().find_map(|one| {
        let gap = one.map.gaps().find(|gap| GapName::of(&one.map, gap) == *name)?;
        Some(told(ctx, &view, &one.map, gap))
    });
    Ok(known)
}

fn told(ctx: &Ctx, view: &CaseMap, map: &ConvictionMap, gap: &Gap) -> GapTask {
    let row = map.rows.iter().find(|row| Some(row.element) == gap.element);
    let object = gap.item.as_deref().and_then(|id| id.parse::<ObjectId>().ok());
    let piece = object.and_then(|object| view.pieces.get(&object));
    let element = row.map(|row| format!("{}, {}, {}", map.offence, row.title, row.article));
    // A report's title can say what its originator gave to this agency alone; an exhibit goes by its number.
    let named = piece.filter(|piece| piece.is_exhibit).map(|piece| piece.name.clone());
    let lines: Vec<String> = element.into_iter().chain(named).collect();
    GapTask {
        title: capital(&gap.task),
        detail: lines.join("\n"),
        agency: piece.map_or_else(|| ctx.node().code().clone(), |piece| piece.originator.clone()),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
