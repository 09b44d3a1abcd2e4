//! Screening: what was seen or heard, ticked by a worker; what it suggests; and that a trained person decides.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query};
use lintas_casework::sealed::DossierKind;
use lintas_law::screening::{Dimension, Indicators, Set};
use lintas_sealed::DossierId;
use serde::Deserialize;

use super::form::SETS;
use super::{Room, framed};
use crate::components::{Choice, Field, Input};
use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls;

/// What the address says.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(default)]
pub(crate) struct ScreeningQuery {
    set: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/screening.html")]
pub(crate) struct Screening {
    page: Page,
    code: String,
    back: String,
    action: String,
    version: u64,
    set: &'static str,
    sets: Vec<(String, String, bool)>,
    source: String,
    fields: Vec<Field>,
}

/// The word of a dimension.
pub(crate) const fn word(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::DeceptiveRecruitment => "deceptive_recruitment",
        Dimension::CoerciveRecruitment => "coercive_recruitment",
        Dimension::AbuseOfVulnerabilityAtRecruitment => "abuse_of_vulnerability_at_recruitment",
        Dimension::Exploitation => "exploitation",
        Dimension::CoercionAtDestination => "coercion_at_destination",
        Dimension::AbuseOfVulnerabilityAtDestination => "abuse_of_vulnerability_at_destination",
    }
}

impl Screening {
    /// The form of one set of indicators.
    pub(crate) fn new(
        page: Page,
        (id, code, version): (DossierId, String, u64),
        indicators: &Indicators,
        (set, set_word): (Set, &'static str),
    ) -> Self {
        let page = framed(page, DossierKind::Person);
        let mut by_dimension: BTreeMap<Dimension, Vec<Choice>> = BTreeMap::new();
        for indicator in indicators.of(set) {
            let choice = Choice::of_many(indicator.id.as_str(), indicator.says.as_str(), &[]);
            by_dimension.entry(indicator.dimension).or_default().push(choice);
        }
        let fields = by_dimension.into_iter().map(|(dimension, choices)| {
            let label = page.word("dimension", word(dimension));
            Field::new("seen", label, Input::Many(choices)).id(format!("seen-{}", word(dimension)))
        });
        let sets = SETS.iter().map(|(_, word)| {
            let href = format!("{}?set={word}", urls::screening(id));
            (href, page.word("indicator-set", word), *word == set_word)
        });
        Self {
            back: urls::dossier(DossierKind::Person, id),
            action: urls::dossier_part(DossierKind::Person, id, "screening"),
            code,
            version,
            set: set_word,
            sets: sets.collect(),
            source: page.words.fill("sealed-screening-source", &[("source", indicators.source.as_str())]),
            fields: fields.collect(),
            page,
        }
    }
}

/// Answers with the form.
pub(crate) async fn show(
    seat: Seat,
    Room(kind): Room,
    Path(id): Path<DossierId>,
    Query(query): Query<ScreeningQuery>,
) -> Result<Html<Screening>, Problem> {
    let view = desk::sealed::show(&seat.ctx, kind, id).await?;
    let child = view.childhood.applies();
    let wanted = match query.set.as_str() {
        "" if child => "child_labour",
        "" => "adult_labour",
        word => word,
    };
    let set = SETS.into_iter().find(|(_, word)| *word == wanted).ok_or(Problem::Missing)?;
    let of = (id, view.dossier.code.clone(), view.version);
    Ok(Html(Screening::new(seat.page(), of, desk::sealed::indicators(&seat.ctx), set)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Screening {
    let library = lintas_law::Library::embedded().expect("the law that ships");
    let of = (crate::sample::id(7), "V-7".to_owned(), 3);
    Screening::new(page, of, library.indicators(), SETS[2])
}
