//! What is done on the page of evidence: an exhibit kept, a proof laid or taken back, a decision recorded.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::evidence::exhibit::NewExhibit;
use lintas_casework::evidence::proof::NewProof;
use lintas_casework::evidence::verdict::NewVerdict;
use lintas_law::offence::EvidenceForm;
use lintas_model::offence::Offence;
use lintas_model::record::{CourtResult, RoleLevel};
use lintas_model::{CaseId, Country, ObjectId};

use super::answer;
use super::fields::{EvidenceForms, need};
use crate::components::Problems;
use crate::desk;
use crate::problem::Problem;
use crate::routes::reports::add::read_date;
use crate::seat::{Sent, done};
use crate::urls::{self, CaseTab};

/// Keeps an exhibit.
pub(crate) async fn record(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    let fields =
        [("number", &*form.number), ("title", &form.title), ("by", &form.by), ("taken", &form.taken)];
    need(&page, &mut problems, &fields);
    let taken = read_date(&page, "taken", &form.taken, &form.taken_order, &mut problems);
    let country = form.country.parse::<Country>().ok();
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (taken, country) {
        (Some(taken), Some(country)) if problems.is_empty() => {
            let new = NewExhibit {
                case,
                number: form.number,
                title: form.title,
                sha256: Some(form.sha256),
                taken,
                origin: form.origin,
                country,
                by: form.by,
                shared: !form.shared.is_empty(),
            };
            let id = desk::evidence::record(&seat.ctx, new).await?;
            Ok(done(&urls::exhibit(id), "recorded", 2).into_response())
        }
        _ => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

/// Lays evidence against an element.
pub(crate) async fn lay(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    need(&page, &mut problems, &[("shows", &form.shows)]);
    let piece = desk::evidence::piece(&form.piece);
    let kind = piece.and_then(|piece| desk::evidence::form_of(piece, EvidenceForm::named(&form.form)));
    let (suspect, country) = (form.person.parse().ok(), form.country.parse::<Country>().ok());
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (piece, kind, suspect, country) {
        (Some(evidence), Some(kind), Some(suspect), Some(country)) if problems.is_empty() => {
            let new = NewProof {
                case,
                suspect,
                country,
                element: form.element,
                evidence,
                form: kind,
                shows: form.shows,
            };
            desk::evidence::lay(&seat.ctx, new).await?;
            Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1).into_response())
        }
        _ => {
            problems.add("piece", page.say("field-needed"));
            Ok(answer(&seat, case, &form, &problems).await?.into_response())
        }
    }
}

/// Takes a proof back.
pub(crate) async fn withdraw(
    Path((case, proof)): Path<(CaseId, ObjectId)>,
    Sent { seat, .. }: Sent<EvidenceForms>,
) -> Result<Redirect, Problem> {
    desk::evidence::withdraw(&seat.ctx, proof).await?;
    Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1))
}

/// Records what a court decided.
pub(crate) async fn decide(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    need(&page, &mut problems, &[("court", &form.court), ("on", &form.on)]);
    let on = read_date(&page, "on", &form.on, &form.on_order, &mut problems);
    let offence = Offence::ALL.into_iter().find(|one| one.as_str() == form.offence);
    let result = CourtResult::named(&form.result).ok_or(Problem::Missing)?;
    let level = RoleLevel::named(&form.level).ok_or(Problem::Missing)?;
    if result == CourtResult::Convicted {
        need(&page, &mut problems, &[("sentence", &form.sentence)]);
    }
    let country = form.country.parse::<Country>().ok();
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (on, offence, form.person.parse().ok(), country) {
        (Some(on), Some(offence), Some(person), Some(country)) if problems.is_empty() => {
            let new = NewVerdict {
                case,
                person,
                offence,
                country,
                court: form.court,
                result,
                level,
                sentence: form.sentence,
                on,
                is_final: !form.is_final.is_empty(),
                round: form.round.parse().ok(),
            };
            desk::evidence::decide(&seat.ctx, new).await?;
            Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1).into_response())
        }
        _ => {
            problems.add("court", page.say("field-needed"));
            Ok(answer(&seat, case, &form, &problems).await?.into_response())
        }
    }
}
