//! Recording a warrant.

use std::collections::BTreeSet;

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;
use askama::Template;
use axum::response::{IntoResponse, Response};
use lintas_model::lifecycle::WarrantState;
use lintas_model::offence::Offence;
use lintas_model::record::IdentityCertainty;
use lintas_model::{CaseId, Country, PartialDate};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems};
use crate::page::{Level, Page, Place};
use crate::routes::reports::add::{order_field, read_date};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WarrantForm {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) court: String,
    pub(crate) country: String,
    pub(crate) issued: String,
    pub(crate) issued_order: String,
    pub(crate) offences: Vec<String>,
    pub(crate) law: String,
    pub(crate) case: String,
    pub(crate) state: String,
    pub(crate) charges: String,
    pub(crate) limitation: String,
    pub(crate) limitation_order: String,
    pub(crate) believed_in: String,
    pub(crate) caution: String,
    pub(crate) identity: String,
    pub(crate) next_review: String,
    pub(crate) next_review_order: String,
}

/// A warrant that can be recorded.
pub(crate) struct ReadWarrant {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) court: String,
    pub(crate) country: Country,
    pub(crate) issued: Option<PartialDate>,
    pub(crate) offences: BTreeSet<Offence>,
    pub(crate) law: String,
    pub(crate) case: Option<CaseId>,
    pub(crate) state: WarrantState,
    pub(crate) charges: String,
    pub(crate) limitation: Option<PartialDate>,
    pub(crate) believed_in: Option<Country>,
    pub(crate) caution: String,
    pub(crate) identity: Option<IdentityCertainty>,
    pub(crate) next_review: Option<PartialDate>,
}

/// The states in which a warrant may be when it is first recorded here.
const RECORDED_AS: [WarrantState; 6] = [
    WarrantState::Drafted,
    WarrantState::Applied,
    WarrantState::Issued,
    WarrantState::Circulated,
    WarrantState::NoticePublished,
    WarrantState::Located,
];

impl WarrantForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadWarrant, Problems> {
        let mut problems = Problems::default();
        let needed =
            [("number", &self.number), ("name", &self.name), ("court", &self.court), ("law", &self.law)];
        for (field, text) in needed {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        let country =
            self.country.parse::<Country>().map_err(|_| problems.add("country", page.say("field-needed")));
        let offences =
            Offence::ALL.into_iter().filter(|o| self.offences.iter().any(|s| s == o.as_str())).collect();
        let issued = read_date(page, "issued", &self.issued, &self.issued_order, &mut problems);
        let limitation =
            read_date(page, "limitation", &self.limitation, &self.limitation_order, &mut problems);
        let next_review =
            read_date(page, "next_review", &self.next_review, &self.next_review_order, &mut problems);
        if let (Some(limitation), Some(issued)) = (limitation, issued)
            && limitation.after() <= issued.earliest()
        {
            problems.add("limitation", page.say("warrant-limitation-early"));
        }
        match country {
            Ok(country) if problems.is_empty() => Ok(ReadWarrant {
                number: self.number.trim().to_owned(),
                name: self.name.trim().to_owned(),
                court: self.court.trim().to_owned(),
                country,
                issued,
                offences,
                law: self.law.trim().to_owned(),
                case: self.case.parse().ok(),
                state: RECORDED_AS
                    .into_iter()
                    .find(|state| state.as_str() == self.state)
                    .unwrap_or(WarrantState::Drafted),
                charges: self.charges.trim().to_owned(),
                limitation,
                believed_in: self.believed_in.parse().ok(),
                caution: self.caution.trim().to_owned(),
                identity: IdentityCertainty::ALL.into_iter().find(|c| c.as_str() == self.identity),
                next_review,
            }),
            _ => Err(problems),
        }
    }
}

/// The choice of a country of the network, nothing first.
pub(crate) fn country_choices(page: &Page, none: &str, current: &str) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", page.say(none), current)];
    choices.extend(
        Country::EIGHT
            .iter()
            .map(|c| Choice::new(c.as_str(), page.word("country", &c.as_str().to_lowercase()), current)),
    );
    choices
}

/// The page.
#[derive(Template)]
#[template(path = "pages/warrants/record.html")]
pub(crate) struct WarrantRecord {
    page: Page,
    fields: Vec<Field>,
}

impl WarrantRecord {
    /// The page with what was entered; `cases` are those it can belong to.
    pub(crate) fn new(
        page: Page,
        form: &WarrantForm,
        cases: &[(CaseId, String)],
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Warrants).level(Level::Restricted);
        let line =
            |name, label: &str, value: &str| Field::line(name, page.say(label), value).problems(problems);
        let offences = Offence::ALL
            .map(|o| Choice::of_many(o.as_str(), page.word("offence", o.as_str()), &form.offences));
        let mut in_case = vec![Choice::new("", page.say("report-no-case"), &form.case)];
        in_case.extend(cases.iter().map(|(case, label)| Choice::new(case.to_string(), label, &form.case)));
        let mut fields = vec![
            line("number", "warrant-number", &form.number).required(),
            line("name", "warrant-name", &form.name).required(),
            line("court", "warrant-court", &form.court).required(),
            Field::pick(
                "country",
                page.say("warrant-country"),
                country_choices(&page, "choose", &form.country),
            )
            .problems(problems),
            line("issued", "col-issued", &form.issued).hint(page.say("date-hint")),
        ];
        fields.extend(order_field(&page, "issued_order", &form.issued, &form.issued_order));
        fields.push(Field::new("offences", page.say("case-offences"), Input::Many(offences.to_vec())));
        fields.push(
            Field::area("charges", page.say("warrant-charges"), &form.charges)
                .hint(page.say("warrant-charges-hint")),
        );
        fields.push(line("law", "warrant-law", &form.law).hint(page.say("warrant-law-hint")).required());
        let current = if form.state.is_empty() { WarrantState::Issued.as_str() } else { &form.state };
        let states =
            RECORDED_AS.map(|s| Choice::new(s.as_str(), page.word("warrant-state", s.as_str()), current));
        fields.push(Field::pick("state", page.say("col-state"), states.to_vec()));
        fields.push(
            line("limitation", "col-limitation", &form.limitation).hint(page.say("warrant-limitation-hint")),
        );
        fields.extend(order_field(&page, "limitation_order", &form.limitation, &form.limitation_order));
        let mut sure = vec![Choice::new("", page.say("not-known"), &form.identity)];
        sure.extend(
            IdentityCertainty::ALL
                .map(|c| Choice::new(c.as_str(), page.word("identity", c.as_str()), &form.identity)),
        );
        fields.push(Field::pick("identity", page.say("warrant-identity"), sure));
        fields.push(Field::pick(
            "believed_in",
            page.say("col-believed-in"),
            country_choices(&page, "not-known", &form.believed_in),
        ));
        fields.push(
            Field::line("caution", page.say("warrant-caution"), &form.caution)
                .hint(page.say("warrant-caution-hint")),
        );
        fields
            .push(line("next_review", "warrant-next-review", &form.next_review).hint(page.say("date-hint")));
        fields.extend(order_field(&page, "next_review_order", &form.next_review, &form.next_review_order));
        fields.push(Field::pick("case", page.say("report-case"), in_case));
        Self { page, fields }
    }
}

/// Answers with the empty form.
pub(crate) async fn show(seat: Seat) -> Result<Html<WarrantRecord>, Problem> {
    let cases = desk::cases::writable(&seat.ctx).await?;
    Ok(Html(WarrantRecord::new(seat.page(), &WarrantForm::default(), &cases, &Problems::default())))
}

/// Records a warrant.
pub(crate) async fn record(Sent { seat, form }: Sent<WarrantForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(warrant) => {
            let id = desk::warrants::record(&seat.ctx, warrant).await?;
            Ok(done(&urls::warrant(id), "warrant", 1).into_response())
        }
        Err(problems) => {
            let cases = desk::cases::writable(&seat.ctx).await?;
            Ok(Html(WarrantRecord::new(seat.page(), &form, &cases, &problems)).into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WarrantRecord {
    let form = WarrantForm { number: "142/2569".into(), issued: "3/4/2569".into(), ..WarrantForm::default() };
    let problems = form.read(&page).err().unwrap_or_default();
    WarrantRecord::new(page, &form, &[], &problems)
}
