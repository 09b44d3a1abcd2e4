//! A warrant: where it stands, its history, the next step, verifying it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::document::DocumentKind;
use lintas_law::notice::Colour;
use lintas_model::WarrantId;
use lintas_model::lifecycle::WarrantMove;
use lintas_model::offence::Offence;
use lintas_model::record::{IdentityCertainty, Substance};
use lintas_model::{EntityId, EntityKind, PartialDate};
use serde::Deserialize;

use super::line::{self, WarrantLine};
use super::notices::{self, NoticeLine};
use super::record::country_choices;
use crate::components::{Cell, Choice, Field, Input, Moment, Pill, Problems, Table, Text, Thing};
use crate::page::{Level, Page, Place};
use crate::routes::reports::add::{order_field, read_date};
use crate::urls;

/// What both forms of the page send: a step, or a check.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WarrantUpdateForm {
    pub(crate) step: String,
    pub(crate) substance: String,
    pub(crate) on: String,
    pub(crate) order: String,
    pub(crate) reference: String,
    pub(crate) finding: String,
    pub(crate) believed_in: String,
    pub(crate) next_review: String,
    pub(crate) next_review_order: String,
}

/// The kinds of checks, with their words.
pub(crate) const SUBSTANCES: [(&str, Substance); 4] = [
    ("verified", Substance::Verified),
    ("particulars", Substance::Particulars),
    ("whereabouts", Substance::Whereabouts),
    ("charge", Substance::Charge),
];

/// What the page needs beyond the line of the list.
pub(crate) struct ShownWarrant {
    pub(crate) line: WarrantLine,
    pub(crate) person: EntityId,
    pub(crate) court: String,
    pub(crate) law: String,
    pub(crate) offences: Vec<Offence>,
    pub(crate) caution: Option<String>,
    pub(crate) charges: Option<String>,
    pub(crate) identity: Option<IdentityCertainty>,
    pub(crate) next_review: Option<PartialDate>,
    /// Date, what happened as a word (`step-…` or `check-…`), text.
    pub(crate) history: Vec<(PartialDate, String, String)>,
    pub(crate) moves: Vec<WarrantMove>,
    pub(crate) can_write: bool,
    pub(crate) notices: Vec<NoticeLine>,
    /// The colours that may be asked for on it.
    pub(crate) colours: Vec<Colour>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/warrants/show.html")]
pub(crate) struct WarrantShow {
    page: Page,
    title: Text,
    number: String,
    state: Pill,
    person: Thing,
    facts: Vec<(String, Text)>,
    caution: Option<Text>,
    history: Table,
    step: Option<(String, Vec<Field>)>,
    check: Option<(String, Vec<Field>)>,
    notices: Table,
    ask_notice: Option<(String, Vec<Field>)>,
    who: String,
    pursue: String,
    print: String,
}

impl WarrantShow {
    /// The page of a warrant with what was entered in one of its forms.
    pub(crate) fn new(
        page: Page,
        shown: ShownWarrant,
        form: &WarrantUpdateForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Warrants).level(Level::Restricted);
        let line = &shown.line;
        let date = |date: Option<PartialDate>| match date {
            Some(date) => Text::own(Moment::on(&page.words, date).shown),
            None => Text::own("–"),
        };
        let country = |code: &str| Text::own(page.word("country", &code.to_lowercase()));
        let offences =
            shown.offences.iter().map(|o| page.word("offence", o.as_str())).collect::<Vec<_>>().join(" · ");
        let facts = vec![
            (page.say("warrant-court"), Text::new(&shown.court)),
            (page.say("warrant-country"), country(line.country.as_str())),
            (page.say("col-issued"), date(line.issued)),
            (page.say("case-offences"), Text::own(offences)),
            (page.say("warrant-charges"), Text::new(shown.charges.as_deref().unwrap_or("–"))),
            (page.say("warrant-law"), Text::new(&shown.law)),
            (page.say("col-limitation"), date(line.limitation)),
            (
                page.say("col-believed-in"),
                line.believed_in.map_or_else(|| Text::own(page.say("not-known")), |c| country(c.as_str())),
            ),
            (
                page.say("warrant-identity"),
                Text::own(
                    shown
                        .identity
                        .map_or_else(|| page.say("not-known"), |c| page.word("identity", c.as_str())),
                ),
            ),
            (page.say("col-checked"), date(line.checked)),
            (page.say("warrant-next-review"), date(shown.next_review)),
            (page.say("col-owner"), Text::own(line.owner.as_str())),
        ];
        let history = Table::new(page.say("history-none"))
            .caption(page.say("warrant-history"))
            .column(page.say("col-date"))
            .column(page.say("col-what"))
            .column(page.say("col-text"))
            .rows(shown.history.iter().map(|(on, what, text)| {
                vec![
                    Cell::Moment(Moment::on(&page.words, *on)),
                    Cell::Text(Text::own(page.word("warrant", what))),
                    Cell::Text(Text::new(text)),
                ]
            }));
        let step = (shown.can_write && !shown.moves.is_empty()).then(|| {
            let moves = shown
                .moves
                .iter()
                .map(|step| Choice::new(step.as_str(), page.word("warrant-step", step.as_str()), &form.step));
            let mut fields = vec![Field::pick("step", page.say("warrant-next"), moves.collect())];
            fields.extend(on_fields(&page, "step", form, problems));
            fields.push(Field::line("reference", page.say("warrant-reference"), &form.reference));
            (urls::warrant_step(line.warrant), fields)
        });
        let check = shown.can_write.then(|| {
            let kinds = SUBSTANCES.map(|(word, _)| {
                Choice::new(word, page.word("warrant-check", word), or(&form.substance, "verified"))
            });
            let mut fields =
                vec![Field::new("substance", page.say("warrant-what"), Input::Radio(kinds.to_vec()))];
            fields.extend(on_fields(&page, "check", form, problems));
            fields.push(
                Field::area("finding", page.say("warrant-finding"), &form.finding)
                    .required()
                    .problems(problems),
            );
            fields.push(Field::pick(
                "believed_in",
                page.say("col-believed-in"),
                country_choices(&page, "unchanged", &form.believed_in),
            ));
            fields.push(
                Field::line("next_review", page.say("warrant-next-review"), &form.next_review)
                    .hint(page.say("date-hint"))
                    .problems(problems),
            );
            fields.extend(order_field(
                &page,
                "next_review_order",
                &form.next_review,
                &form.next_review_order,
            ));
            (urls::warrant_check(line.warrant), fields)
        });
        Self {
            title: Text::new(&line.name),
            number: line.number.clone(),
            state: line::state(&page, line.state),
            person: Thing::new(&page.words, EntityKind::Person, Text::new(&line.name), shown.person),
            facts,
            caution: shown.caution.map(Text::new),
            history,
            step,
            check,
            notices: notices::table(&page, &shown.notices),
            ask_notice: shown
                .can_write
                .then(|| (urls::notice_ask(line.warrant), notices::fields(&page, &shown.colours))),
            who: urls::who(line.warrant),
            pursue: urls::paths_for(line.warrant),
            print: urls::document(DocumentKind::WarrantSheet.as_str(), line.warrant),
            page,
        }
    }
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

/// The date of a step or a check; both forms stand on one page.
fn on_fields(page: &Page, which: &str, form: &WarrantUpdateForm, problems: &Problems) -> Vec<Field> {
    let mut fields = vec![
        Field::line("on", page.say("col-date"), &form.on)
            .id(format!("on-{which}"))
            .hint(page.say("date-hint"))
            .required()
            .problems(problems),
    ];
    fields.extend(order_field(page, "order", &form.on, &form.order));
    fields
}

/// Answers with a warrant.
pub(crate) async fn show(seat: Seat, Path(warrant): Path<WarrantId>) -> Result<Html<WarrantShow>, Problem> {
    answer(&seat, warrant, &WarrantUpdateForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    warrant: WarrantId,
    form: &WarrantUpdateForm,
    problems: &Problems,
) -> Result<Html<WarrantShow>, Problem> {
    let shown = desk::warrants::show(&seat.ctx, warrant).await?;
    Ok(Html(WarrantShow::new(seat.page(), shown, form, problems)))
}

fn date_of(seat: &Seat, form: &WarrantUpdateForm) -> Result<PartialDate, Problems> {
    let mut problems = Problems::default();
    let page = seat.page();
    let date = read_date(&page, "on", &form.on, &form.order, &mut problems);
    if date.is_none() {
        problems.add("on", page.say("field-needed"));
    }
    date.ok_or(problems)
}

/// Moves a warrant on.
pub(crate) async fn step(
    Path(warrant): Path<WarrantId>,
    Sent { seat, form }: Sent<WarrantUpdateForm>,
) -> Result<Response, Problem> {
    let step = WarrantMove::named(&form.step).ok_or(Problem::Missing)?;
    match date_of(&seat, &form) {
        Ok(on) => {
            desk::warrants::step(&seat.ctx, warrant, step, on, form.reference.trim()).await?;
            Ok(done(&urls::warrant(warrant), "step", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, warrant, &form, &problems).await?.into_response()),
    }
}

/// Verifies or corrects a warrant.
pub(crate) async fn check(
    Path(warrant): Path<WarrantId>,
    Sent { seat, form }: Sent<WarrantUpdateForm>,
) -> Result<Response, Problem> {
    let substance = SUBSTANCES.iter().find(|(word, _)| *word == form.substance).ok_or(Problem::Missing)?.1;
    let (date, mut problems) = match date_of(&seat, &form) {
        Ok(date) => (Some(date), Problems::default()),
        Err(problems) => (None, problems),
    };
    let page = seat.page();
    let next_review =
        read_date(&page, "next_review", &form.next_review, &form.next_review_order, &mut problems);
    if form.finding.trim().is_empty() {
        problems.add("finding", page.say("field-needed"));
    }
    match date.filter(|_| problems.is_empty()) {
        Some(on) => {
            let believed_in = form.believed_in.parse().ok();
            let finding = form.finding.trim();
            desk::warrants::check(&seat.ctx, warrant, substance, on, finding, believed_in, next_review)
                .await?;
            Ok(done(&urls::warrant(warrant), "warrant-checked", 1).into_response())
        }
        None => Ok(answer(&seat, warrant, &form, &problems).await?.into_response()),
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WarrantShow {
    use crate::sample;
    let shown = ShownWarrant {
        line: line::sample().remove(0),
        person: sample::id(40),
        court: "ศาลอาญา".into(),
        law: "Anti-Trafficking in Persons Act, section 6".into(),
        offences: vec![Offence::Trafficking],
        caution: Some("May be armed".into()),
        charges: Some("จัดหาและขนส่งคนเพื่อค้า".into()),
        identity: Some(IdentityCertainty::Probable),
        next_review: Some(sample::on(2027, 3, 14)),
        history: vec![
            (sample::on(2026, 3, 14), "step-issue".into(), "จ.142/2569".into()),
            (sample::on(2026, 11, 2), "check-verified".into(), "Stands; particulars complete".into()),
        ],
        moves: vec![WarrantMove::RequestNotice, WarrantMove::Locate],
        can_write: true,
        notices: notices::sample(),
        colours: lintas_law::Library::embedded().unwrap().notices().of_warrant().cloned().collect(),
    };
    WarrantShow::new(page, shown, &WarrantUpdateForm::default(), &Problems::default())
}
