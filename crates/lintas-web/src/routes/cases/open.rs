//! Opening a case.

use std::collections::BTreeSet;

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};
use askama::Template;
use axum::response::{IntoResponse, Response};
use lintas_model::offence::Offence;
use lintas_model::{AgencyCode, Country};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems};
use crate::page::{Level, Page, Place};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CaseForm {
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) summary: String,
    pub(crate) offences: Vec<String>,
    pub(crate) countries: Vec<String>,
    pub(crate) members: Vec<String>,
}

/// A case that can be opened.
pub(crate) struct ReadCase {
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) summary: String,
    pub(crate) offences: BTreeSet<Offence>,
    pub(crate) countries: BTreeSet<Country>,
    pub(crate) members: BTreeSet<AgencyCode>,
}

impl CaseForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadCase, Problems> {
        let mut problems = Problems::default();
        for (field, text) in [("title", &self.title), ("reference", &self.reference)] {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            } else if text.chars().count() > 200 {
                problems.add(field, page.count("field-too-long", 200));
            }
        }
        let offences = Offence::ALL.into_iter().filter(|o| self.offences.iter().any(|s| s == o.as_str()));
        let offences = offences.collect::<BTreeSet<_>>();
        if offences.is_empty() {
            problems.add("offences", page.say("field-needed"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(ReadCase {
            title: self.title.trim().to_owned(),
            reference: self.reference.trim().to_owned(),
            summary: self.summary.trim().to_owned(),
            offences,
            countries: self.countries.iter().filter_map(|code| code.parse().ok()).collect(),
            members: self.members.iter().filter_map(|code| AgencyCode::new(code).ok()).collect(),
        })
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/open.html")]
pub(crate) struct CaseOpen {
    page: Page,
    fields: Vec<Field>,
}

impl CaseOpen {
    /// The page with what was entered; `partners` can be invited.
    pub(crate) fn new(page: Page, form: &CaseForm, partners: &[AgencyCode], problems: &Problems) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        let offences = Offence::ALL
            .map(|o| Choice::of_many(o.as_str(), page.word("offence", o.as_str()), &form.offences));
        let countries = Country::EIGHT.map(|c| {
            Choice::of_many(c.as_str(), page.word("country", &c.as_str().to_lowercase()), &form.countries)
        });
        let mut fields = vec![
            Field::line("title", page.say("case-title"), &form.title)
                .hint(page.say("case-title-hint"))
                .required()
                .problems(problems),
            Field::line("reference", page.say("case-reference"), &form.reference)
                .required()
                .problems(problems),
            Field::area("summary", page.say("case-about"), &form.summary),
            Field::new("offences", page.say("case-offences"), Input::Many(offences.to_vec()))
                .problems(problems),
            Field::new("countries", page.say("case-countries"), Input::Many(countries.to_vec())),
        ];
        if !partners.is_empty() {
            let members =
                partners.iter().map(|code| Choice::of_many(code.as_str(), code.as_str(), &form.members));
            fields.push(
                Field::new("members", page.say("case-invite"), Input::Many(members.collect()))
                    .hint(page.say("case-invite-hint")),
            );
        }
        Self { page, fields }
    }
}

/// Answers with the empty form.
pub(crate) async fn show(seat: Seat) -> Result<Html<CaseOpen>, Problem> {
    let partners = desk::partners::others(&seat.ctx).await?;
    Ok(Html(CaseOpen::new(seat.page(), &CaseForm::default(), &partners, &Problems::default())))
}

/// Opens a case.
pub(crate) async fn open(Sent { seat, form }: Sent<CaseForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(case) => {
            let id = desk::cases::open(&seat.ctx, case).await?;
            Ok(done(&urls::case(id, CaseTab::Overview), "case-opened", 1).into_response())
        }
        Err(problems) => {
            let partners = desk::partners::others(&seat.ctx).await?;
            Ok(Html(CaseOpen::new(seat.page(), &form, &partners, &problems)).into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseOpen {
    use crate::sample;
    let form = CaseForm { title: "LOTUS BRIDGE".into(), ..CaseForm::default() };
    let problems = form.read(&page).err().unwrap_or_default();
    CaseOpen::new(page, &form, &[sample::agency("TH-DSI"), sample::agency("VN-C02")], &problems)
}
