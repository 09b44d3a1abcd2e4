//! An exhibit with its chain of custody, and adding a link to it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::document::DocumentKind;
use lintas_casework::evidence::exhibit::{ExhibitView, NewLink};
use lintas_model::ExhibitId;
use lintas_model::record::CustodyAct;
use serde::Deserialize;

use crate::components::{Cell, Choice, Field, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::{order_field, read_date};
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LinkForm {
    pub(crate) act: String,
    pub(crate) by: String,
    pub(crate) to: String,
    pub(crate) how: String,
    pub(crate) on: String,
    pub(crate) order: String,
    pub(crate) result: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/exhibits/show.html")]
pub(crate) struct ExhibitShow {
    page: Page,
    title: Text,
    facts: Vec<(String, Text)>,
    breaks: Vec<String>,
    chain: Table,
    form: Option<(String, Vec<Field>)>,
    open_form: bool,
    case: String,
    print: Option<String>,
    who: String,
}

impl ExhibitShow {
    /// The page of an exhibit.
    pub(crate) fn new(page: Page, view: &ExhibitView, form: &LinkForm, problems: &Problems) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential).handlings([&view.exhibit.mark.handling]);
        let body = &view.exhibit.body;
        let facts = vec![
            (page.say("exhibit-number"), Text::new(&body.number)),
            (page.say("col-owner"), Text::own(view.exhibit.mark.originator.as_str())),
            (page.say("exhibit-origin"), Text::new(&body.origin)),
            (
                page.say("exhibit-country"),
                Text::own(page.word("country", &body.country.as_str().to_lowercase())),
            ),
            (page.say("exhibit-hash"), Text::own(body.sha256.as_deref().unwrap_or("–"))),
        ];
        let breaks = view.breaks.iter().map(|found| {
            let id = format!("break-{}", found.as_str().replace('_', "-"));
            page.words.fill(&id, &[("number", &found.number().to_string())])
        });
        Self {
            title: Text::new(&body.title),
            facts,
            breaks: breaks.collect(),
            chain: chain(&page, view),
            form: (view.may_write && !view.is_gone())
                .then(|| (urls::exhibit_custody(view.id), fields(&page, form, problems))),
            open_form: !problems.is_empty(),
            case: urls::case(body.case, CaseTab::Evidence),
            print: view
                .breaks
                .is_empty()
                .then(|| urls::document(DocumentKind::ExhibitCertificate.as_str(), view.id)),
            who: urls::who(view.id),
            page,
        }
    }
}

fn chain(page: &Page, view: &ExhibitView) -> Table {
    Table::new(page.say("break-empty"))
        .caption(page.say("custody-title"))
        .numbers("#".to_owned())
        .column(page.say("custody-what"))
        .column(page.say("custody-by"))
        .column(page.say("custody-to"))
        .column(page.say("custody-how"))
        .column(page.say("col-date"))
        .column(page.say("custody-result"))
        .rows(view.links.iter().map(|link| {
            let body = &link.body;
            let broken = view.breaks.iter().any(|found| found.number() == body.number);
            let tone = if broken { Tone::Danger } else { Tone::Plain };
            vec![
                Cell::Number(body.number.to_string()),
                Cell::Pills(vec![Pill::new(tone, page.word("custody-act", body.act.as_str()))]),
                Cell::Text(Text::new(format!("{} ({})", body.by, link.mark.originator))),
                Cell::Text(Text::new(body.to.as_deref().unwrap_or_default())),
                Cell::Text(Text::new(&body.how)),
                Cell::Moment(Moment::on(&page.words, body.on)),
                Cell::Text(Text::new(&body.result)),
            ]
        }))
}

fn fields(page: &Page, form: &LinkForm, problems: &Problems) -> Vec<Field> {
    let acts = CustodyAct::ALL
        .iter()
        .filter(|act| **act != CustodyAct::Taken)
        .map(|act| Choice::new(act.as_str(), page.word("custody-act", act.as_str()), &form.act));
    let line = |name, label: &str, text: &str| Field::line(name, page.say(label), text).problems(problems);
    let mut fields = vec![
        Field::pick("act", page.say("custody-what"), acts.collect()),
        line("by", "custody-by", &form.by).hint(page.say("custody-by-hint")).required(),
        line("to", "custody-to", &form.to),
        line("how", "custody-how", &form.how),
        line("on", "col-date", &form.on).hint(page.say("date-hint")).required(),
    ];
    fields.extend(order_field(page, "order", &form.on, &form.order));
    fields.push(line("result", "custody-result", &form.result).hint(page.say("custody-result-hint")));
    fields
}

/// Answers with an exhibit.
pub(crate) async fn show(seat: Seat, Path(id): Path<ExhibitId>) -> Result<Html<ExhibitShow>, Problem> {
    answer(&seat, id, &LinkForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    id: ExhibitId,
    form: &LinkForm,
    problems: &Problems,
) -> Result<Html<ExhibitShow>, Problem> {
    let view = desk::evidence::exhibit(&seat.ctx, id).await?;
    Ok(Html(ExhibitShow::new(seat.page(), &view, form, problems)))
}

/// Adds a link.
pub(crate) async fn add(
    Path(id): Path<ExhibitId>,
    Sent { seat, form }: Sent<LinkForm>,
) -> Result<Response, Problem> {
    let act = CustodyAct::named(&form.act).ok_or(Problem::Missing)?;
    let (page, mut problems) = (seat.page(), Problems::default());
    for (field, text) in [("by", &form.by), ("on", &form.on)] {
        if text.trim().is_empty() {
            problems.add(field, page.say("field-needed"));
        }
    }
    if act == CustodyAct::HandedOver && form.to.trim().is_empty() {
        problems.add("to", page.say("field-needed"));
    }
    match read_date(&page, "on", &form.on, &form.order, &mut problems) {
        Some(on) if problems.is_empty() => {
            let new = NewLink { act, by: form.by, to: Some(form.to), how: form.how, on, result: form.result };
            desk::evidence::add_link(&seat.ctx, id, new).await?;
            Ok(done(&urls::exhibit(id), "recorded", 1).into_response())
        }
        _ => Ok(answer(&seat, id, &form, &problems).await?.into_response()),
    }
}

#[cfg(test)]
pub(crate) fn sample_view() -> ExhibitView {
    use crate::sample;
    use lintas_casework::evidence::chain::Break;
    use lintas_model::record::{Custody, Exhibit};
    use lintas_model::{Country, Kind};
    let exhibit = Exhibit {
        case: sample::id(1),
        number: "KH-CIB/12".into(),
        title: "Telephone".into(),
        sha256: Some("ab".repeat(32)),
        taken: sample::on(2026, 11, 2),
        origin: "Guest house, room 4".into(),
        country: Country::KH,
    };
    let link = |number, act, by: &str, to: Option<&str>| Custody {
        exhibit: sample::id(45),
        number,
        act,
        by: by.into(),
        to: to.map(Into::into),
        how: "in a sealed bag".into(),
        on: sample::on(2026, 11, 2),
        result: String::new(),
    };
    ExhibitView {
        id: sample::id(45),
        exhibit: sample::item("KH-CIB", Kind::Exhibit, exhibit),
        links: vec![
            sample::item("KH-CIB", Kind::Custody, link(1, CustodyAct::Taken, "Unit 3", None)),
            sample::item(
                "KH-CIB",
                Kind::Custody,
                link(3, CustodyAct::HandedOver, "Unit 3", Some("ห้องปฏิบัติการ")),
            ),
        ],
        breaks: vec![Break::Missing { number: 2 }, Break::OtherHash { number: 3 }],
        may_write: true,
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ExhibitShow {
    let mut problems = Problems::default();
    problems.add("to", page.say("field-needed"));
    let form = LinkForm { on: "3/4/2026".into(), ..LinkForm::default() };
    ExhibitShow::new(page, &sample_view(), &form, &problems)
}
