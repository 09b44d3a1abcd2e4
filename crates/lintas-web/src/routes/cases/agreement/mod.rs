//! The joint-investigation agreement of a case: its clauses, who has signed, writing it, signing it.

mod fields;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::agreement::{AgreementView, Standing};
use lintas_casework::document::DocumentKind;
use lintas_model::{AgencyCode, CaseId, RecordId};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Cell, Field, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::desk::agreements::AgreementFace;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

pub(crate) use fields::AgreementForm;
use fields::{fields, form_of};

type Form = Option<(String, Vec<Field>)>;

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/agreement.html")]
pub(crate) struct CaseAgreementPage {
    page: Page,
    head: CaseHead,
    standing: Option<Pill>,
    earlier: bool,
    missing: Vec<String>,
    clauses: Vec<(String, Text)>,
    signatures: Table,
    print: Option<String>,
    who: Option<String>,
    seen: String,
    sign: Form,
    write: Form,
    open: bool,
}

impl CaseAgreementPage {
    /// The page of a case with what was entered in the form.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        view: &AgreementFace,
        form: &AgreementForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let agreement = view.agreement.as_ref();
        let write = view.may_write && face.is_open();
        let sign = agreement.filter(|view| view.may_sign && face.is_open()).map(|view| {
            let field =
                Field::line("signatory", page.say("agreement-signatory"), "").required().problems(problems);
            (urls::agreement_sign(face.case, view.id), vec![field])
        });
        Self {
            head: CaseHead::new(&page, face, CaseTab::Plan),
            standing: agreement.map(|view| standing(&page, view.standing)),
            earlier: agreement.is_some_and(|view| view.earlier.is_some()),
            missing: agreement
                .map(|known| known.missing.iter().map(|text| view.label(text.clause).to_owned()).collect())
                .unwrap_or_default(),
            clauses: agreement.map(|known| fields::told(&page, view, &known.text.body)).unwrap_or_default(),
            signatures: signatures(&page, agreement),
            print: agreement
                .map(|view| urls::document(DocumentKind::JointInvestigationAgreement.as_str(), view.id)),
            who: agreement.map(|view| urls::who(view.id)),
            seen: form.seen.clone(),
            sign,
            write: write.then(|| (urls::agreement(face.case), fields(&page, face, view, form, problems))),
            open: !problems.is_empty(),
            page,
        }
    }
}

/// Where an agreement stands, as a pill.
pub(crate) fn standing(page: &Page, standing: Standing) -> Pill {
    let tone = match standing {
        Standing::InForce => Tone::Ok,
        Standing::Draft => Tone::Plain,
        Standing::Waiting | Standing::NotBegun => Tone::Warn,
        Standing::Ended => Tone::Danger,
    };
    Pill::new(tone, page.word("agreement-standing", standing.as_str()))
}

fn signatures(page: &Page, view: Option<&AgreementView>) -> Table {
    let parties = view.map(|view| view.text.body.parties.iter().collect::<Vec<_>>()).unwrap_or_default();
    Table::new(page.say("agreement-none"))
        .caption(page.say("agreement-signatures"))
        .column(page.say("agreement-party"))
        .column(page.say("col-state"))
        .column(page.say("agreement-signatory"))
        .column(page.say("col-date"))
        .rows(parties.into_iter().map(|party: &AgencyCode| {
            let signed = view.and_then(|view| view.signatures.get(party));
            let pill = match signed {
                Some(_) => Pill::new(Tone::Ok, page.say("agreement-signed")),
                None => Pill::new(Tone::Warn, page.say("agreement-unsigned")),
            };
            vec![
                Cell::Text(Text::own(party.as_str())),
                Cell::Pills(vec![pill]),
                signed.map_or(Cell::Void, |signed| Cell::Text(Text::new(&signed.body.signatory))),
                signed.map_or(Cell::Void, |signed| Cell::Moment(Moment::at(&page.words, signed.mark.at))),
            ]
        }))
}

/// Answers with the agreement of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseAgreementPage>, Problem> {
    answer(&seat, case, None, &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: Option<&AgreementForm>,
    problems: &Problems,
) -> Result<Html<CaseAgreementPage>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let view = desk::agreements::of_case(&seat.ctx, &face, seat.visit.words.language()).await?;
    let as_it_stands = form_of(&face, view.agreement.as_ref());
    Ok(Html(CaseAgreementPage::new(seat.page(), &face, &view, form.unwrap_or(&as_it_stands), problems)))
}

/// Writes the agreement, or writes it anew.
pub(crate) async fn write(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<AgreementForm>,
) -> Result<Response, Problem> {
    match form.read(&seat.page(), case) {
        Ok(text) => {
            desk::agreements::write(&seat.ctx, form.seen.parse().ok(), text).await?;
            Ok(done(&urls::agreement(case), "recorded", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, case, Some(&form), &problems).await?.into_response()),
    }
}

/// What the form of a signature sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SignForm {
    signatory: String,
    seen: String,
}

/// Signs the agreement for this agency.
pub(crate) async fn sign(
    Path((case, agreement)): Path<(CaseId, lintas_model::AgreementId)>,
    Sent { seat, form }: Sent<SignForm>,
) -> Result<Redirect, Problem> {
    let seen: RecordId = form.seen.parse().map_err(|_| Problem::Missing)?;
    desk::agreements::sign(&seat.ctx, agreement, seen, &form.signatory).await?;
    Ok(done(&urls::agreement(case), "recorded", 1))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseAgreementPage {
    let face = super::head::sample();
    let view = desk::agreements::sample(&face);
    let form = form_of(&face, view.agreement.as_ref());
    let mut problems = Problems::default();
    problems.add("retention", page.say("field-needed"));
    CaseAgreementPage::new(page, &face, &view, &form, &problems)
}
