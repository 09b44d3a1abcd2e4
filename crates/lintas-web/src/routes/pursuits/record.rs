//! Recording a request to another state.

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use lintas_casework::pursuit::NewRequest;
use lintas_model::offence::Offence;
use lintas_model::request::RequestKind;
use lintas_model::{Country, WarrantId};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::{order_field, read_date};
use crate::routes::warrants::record::country_choices;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the form sends. The first half chooses which ways there are, the second says what is asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewRequestForm {
    pub(crate) warrant: String,
    pub(crate) kind: String,
    pub(crate) requested: String,
    pub(crate) offence: String,
    pub(crate) basis: String,
    pub(crate) reference: String,
    pub(crate) sought: String,
    pub(crate) needed_by: String,
    pub(crate) needed_by_order: String,
    pub(crate) urgent: String,
}

/// What the first half of the form asks about.
struct Asked {
    warrant: Option<WarrantId>,
    kind: RequestKind,
    requested: Country,
    offence: Offence,
}

impl NewRequestForm {
    fn asked(&self) -> Option<Asked> {
        Some(Asked {
            warrant: self.warrant.parse().ok(),
            kind: self.kind.parse().ok()?,
            requested: self.requested.parse().ok()?,
            offence: Offence::ALL
                .into_iter()
                .find(|offence| offence.as_str() == self.offence)
                .unwrap_or(Offence::Trafficking),
        })
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/pursuits/record.html")]
pub(crate) struct RequestRecord {
    page: Page,
    choose: Vec<Field>,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    none: bool,
}

impl RequestRecord {
    /// The page; `bases` are the instruments that offer what was chosen, none before anything is.
    pub(crate) fn new(
        page: Page,
        form: &NewRequestForm,
        bases: Option<&[(String, String)]>,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Pursuits).level(Level::Confidential);
        let kinds = RequestKind::ALL
            .map(|kind| Choice::new(kind.as_str(), page.word("request-kind", kind.as_str()), &form.kind));
        let offence = if form.offence.is_empty() { Offence::Trafficking.as_str() } else { &form.offence };
        let offences =
            Offence::ALL.map(|o| Choice::new(o.as_str(), page.word("offence", o.as_str()), offence));
        let choose = vec![
            Field::pick("kind", page.say("request-what"), kinds.to_vec()),
            Field::pick(
                "requested",
                page.say("request-requested"),
                country_choices(&page, "choose", &form.requested),
            ),
            Field::pick("offence", page.say("case-offences"), offences.to_vec()),
        ];
        let fields = bases.filter(|bases| !bases.is_empty()).map(|bases| {
            let choices = bases.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str(), &form.basis));
            let mut fields = vec![
                Field::pick("basis", page.say("request-basis"), choices.collect()).problems(problems),
                Field::area("sought", page.say("request-sought"), &form.sought).required().problems(problems),
                Field::line("reference", page.say("request-reference"), &form.reference),
                Field::line("needed_by", page.say("request-needed-by"), &form.needed_by)
                    .hint(page.say("date-hint"))
                    .problems(problems),
            ];
            fields.extend(order_field(&page, "needed_by_order", &form.needed_by, &form.needed_by_order));
            let urgent = Choice::new("1", page.say("request-urgent"), &form.urgent);
            fields.push(Field::new("urgent", page.say("request-urgency"), Input::Many(vec![urgent])));
            fields
        });
        Self {
            choose,
            hidden: vec![
                ("warrant", form.warrant.clone()),
                ("kind", form.kind.clone()),
                ("requested", form.requested.clone()),
                ("offence", offence.to_owned()),
            ],
            none: bases.is_some_and(<[_]>::is_empty),
            fields: fields.unwrap_or_default(),
            page,
        }
    }
}

/// Answers with the form; the address says what was chosen so far.
pub(crate) async fn show(
    seat: Seat,
    Query(form): Query<NewRequestForm>,
) -> Result<Html<RequestRecord>, Problem> {
    answer(&seat, &form, &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    form: &NewRequestForm,
    problems: &Problems,
) -> Result<Html<RequestRecord>, Problem> {
    let bases = match form.asked() {
        Some(Asked { warrant, kind, requested, offence }) => {
            Some(desk::pursuits::bases(&seat.ctx, warrant, requested, offence, kind).await?)
        }
        None => None,
    };
    Ok(Html(RequestRecord::new(seat.page(), form, bases.as_deref(), problems)))
}

/// Records a request.
pub(crate) async fn record(Sent { seat, form }: Sent<NewRequestForm>) -> Result<Response, Problem> {
    let Asked { warrant, kind, requested, offence } = form.asked().ok_or(Problem::Missing)?;
    let (page, mut problems) = (seat.page(), Problems::default());
    let needed_by = read_date(&page, "needed_by", &form.needed_by, &form.needed_by_order, &mut problems);
    if form.sought.trim().is_empty() {
        problems.add("sought", page.say("field-needed"));
    }
    if !problems.is_empty() {
        return Ok(answer(&seat, &form, &problems).await?.into_response());
    }
    let new = NewRequest {
        kind,
        requested,
        offence,
        basis: form.basis,
        reference: form.reference,
        sought: form.sought,
        languages: Vec::new(),
        needed_by,
        urgent: !form.urgent.is_empty(),
        case: None,
        warrant,
    };
    let request = desk::pursuits::record(&seat.ctx, new).await?;
    Ok(done(&urls::request(request), "request", 1).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> RequestRecord {
    let form = NewRequestForm {
        kind: "extradition".into(),
        requested: "TH".into(),
        needed_by: "3/4/2027".into(),
        ..NewRequestForm::default()
    };
    let bases = [("kh-th-extradition".to_owned(), "Cambodia - Thailand: open".to_owned())];
    RequestRecord::new(page, &form, Some(&bases), &Problems::default())
}
