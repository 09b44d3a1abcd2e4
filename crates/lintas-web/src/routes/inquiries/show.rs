//! A question to an agency with its conversation, and answering it: yes with a released record, no, or ask the lead.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::inquiry::{InquiryView, Offer};
use lintas_model::lifecycle::InquiryMove;
use lintas_model::{InquiryId, RecordId};
use serde::Deserialize;

use super::line;
use crate::components::{Choice, Field, Input, Moment, Pill, Problems, Text};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    pub(crate) step: String,
    pub(crate) text: String,
    pub(crate) shown_by: String,
}

/// One thing said.
struct Said {
    at: Moment,
    by: String,
    what: String,
    text: Text,
    record: Option<(String, Text)>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/inquiries/show.html")]
pub(crate) struct InquiryShow {
    page: Page,
    question: Text,
    pills: Vec<Pill>,
    facts: Vec<(String, Text)>,
    said: Vec<Said>,
    form: Option<(String, Vec<Field>)>,
    release: Option<String>,
    case: String,
    who: String,
}

/// A released report that answers: its address and its title, by the record.
pub(crate) type Shown = std::collections::BTreeMap<RecordId, (String, String)>;

impl InquiryShow {
    /// The page of a question; `offers` are the records that can be given, `shown` those that were.
    pub(crate) fn new(
        page: Page,
        view: &InquiryView,
        offers: &[Offer],
        shown: &Shown,
        form: &AnswerForm,
        problems: &Problems,
    ) -> Self {
        let page =
            page.at(Place::Elsewhere).level(Level::Restricted).handlings([&view.inquiry.mark.handling]);
        let body = &view.inquiry.body;
        let asker = view.inquiry.mark.originator.as_str();
        let due = body.due.map_or_else(|| "–".to_owned(), |due| Moment::on(&page.words, due).shown);
        let facts = vec![
            (page.say("col-set-by"), Text::own(asker)),
            (page.say("col-asked"), Text::own(body.agency.as_str())),
            (page.say("release-basis"), Text::new(&body.legal_basis)),
            (page.say("col-due"), Text::own(due)),
        ];
        let said = view.steps.iter().map(|step| Said {
            at: Moment::at(&page.words, step.mark.at),
            by: step.mark.originator.to_string(),
            what: page.word("inquiry-move", step.body.step.as_str()),
            text: Text::new(&step.body.text),
            record: step
                .body
                .shown_by
                .and_then(|record| shown.get(&record))
                .map(|(href, title)| (href.clone(), Text::new(title))),
        });
        let fields = (!view.moves.is_empty()).then(|| {
            let moves = view
                .moves
                .iter()
                .map(|step| Choice::new(step.as_str(), page.word("inquiry-move", step.as_str()), &form.step));
            let mut fields = vec![
                Field::new("step", page.say("inquiry-answer"), Input::Radio(moves.collect()))
                    .problems(problems),
                Field::area("text", page.say("inquiry-text"), &form.text).problems(problems),
            ];
            if view.moves.contains(&InquiryMove::Yes) {
                let mut choices = vec![Choice::new("", page.say("choose"), &form.shown_by)];
                choices.extend(offers.iter().map(|offer| {
                    Choice::new(offer.record.to_string(), offer.title.as_str(), &form.shown_by)
                }));
                let hint = page.words.fill("inquiry-record-hint", &[("agency", asker)]);
                fields.push(
                    Field::pick("shown_by", page.say("inquiry-record"), choices)
                        .hint(hint)
                        .problems(problems),
                );
            }
            (urls::inquiry_step(view.id), fields)
        });
        Self {
            question: Text::new(&body.question),
            pills: line::pills(&page, view),
            facts,
            said: said.collect(),
            form: fields,
            release: view.moves.contains(&InquiryMove::Yes).then(|| urls::release_from(body.case)),
            case: urls::case(body.case, CaseTab::Inquiries),
            who: urls::who(view.id),
            page,
        }
    }
}

/// Answers with a question.
pub(crate) async fn show(seat: Seat, Path(id): Path<InquiryId>) -> Result<Html<InquiryShow>, Problem> {
    answer(&seat, id, &AnswerForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    id: InquiryId,
    form: &AnswerForm,
    problems: &Problems,
) -> Result<Html<InquiryShow>, Problem> {
    let (view, offers, shown) = desk::inquiries::show(&seat.ctx, id).await?;
    Ok(Html(InquiryShow::new(seat.page(), &view, &offers, &shown, form, problems)))
}

/// Takes a step.
pub(crate) async fn step(
    Path(id): Path<InquiryId>,
    Sent { seat, form }: Sent<AnswerForm>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    let step = InquiryMove::named(&form.step);
    let record: Option<RecordId> = form.shown_by.parse().ok();
    match step {
        None => problems.add("step", page.say("field-needed")),
        Some(InquiryMove::Yes) if record.is_none() => problems.add("shown_by", page.say("field-needed")),
        Some(InquiryMove::Decline) if form.text.trim().is_empty() => {
            problems.add("text", page.say("field-needed"));
        }
        Some(_) => {}
    }
    match step {
        Some(step) if problems.is_empty() => {
            desk::inquiries::step(&seat.ctx, id, step, &form.text, record).await?;
            Ok(done(&urls::inquiry(id), "step", 1).into_response())
        }
        _ => Ok(answer(&seat, id, &form, &problems).await?.into_response()),
    }
}

#[cfg(test)]
pub(crate) fn sample_views() -> Vec<InquiryView> {
    use crate::sample;
    use lintas_model::lifecycle::InquiryState;
    use lintas_model::record::{Inquiry, InquiryStep};
    let inquiry = Inquiry {
        case: sample::id(1),
        agency: sample::agency("KH-CIB"),
        question: "ผู้จดทะเบียนหมายเลข +855 12 345 678 คือใคร".into(),
        legal_basis: "UNTOC Art. 27".into(),
        due: Some(sample::on(2026, 11, 20)),
    };
    let step = InquiryStep {
        inquiry: sample::id(61),
        step: InquiryMove::AskLead,
        text: "We hold something; the lead decides".into(),
        shown_by: None,
    };
    vec![InquiryView {
        id: sample::id(61),
        state: InquiryState::WithLead,
        steps: vec![sample::item("KH-CIB", lintas_model::Kind::InquiryStep, step)],
        moves: vec![InquiryMove::Yes, InquiryMove::No, InquiryMove::Decline],
        overdue: true,
        inquiry: sample::item("TH-DSI", lintas_model::Kind::Inquiry, inquiry),
    }]
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> InquiryShow {
    use crate::sample;
    let offers = [Offer { record: sample::id(71), report: sample::id(72), title: "Subscriber".into() }];
    let form = AnswerForm { step: "yes".into(), ..AnswerForm::default() };
    let mut problems = Problems::default();
    problems.add("shown_by", page.say("field-needed"));
    InquiryShow::new(page, &sample_views()[0], &offers, &Shown::new(), &form, &problems)
}
