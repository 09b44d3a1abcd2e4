//! One dossier, part by part; each part has its form.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::sealed::DossierKind;
use lintas_casework::sealed::dossier::DossierView;
use lintas_sealed::DossierId;
use lintas_sealed::child::Childhood;

use super::form::PartForm;
use super::{Room, framed, sections};
use crate::components::{Button, Field, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::routes::sync::show::NothingForm;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// A part of the dossier as the page shows it.
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) note: Option<String>,
    pub(crate) facts: Vec<(String, Vec<Text>)>,
    pub(crate) table: Option<Table>,
    pub(crate) link: Option<(String, String)>,
    pub(crate) forms: Vec<PartFields>,
}

/// The form of a part.
pub(crate) struct PartFields {
    pub(crate) action: String,
    pub(crate) label: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) open: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/show.html")]
pub(crate) struct SealedShow {
    page: Page,
    code: String,
    back: &'static str,
    pills: Vec<Pill>,
    child_note: bool,
    version: u64,
    sections: Vec<Section>,
}

/// What was sent and could not be accepted: the part, the form, the problems by field.
pub(crate) type Failed<'a> = Option<(&'a str, &'a PartForm, &'a Problems)>;

impl SealedShow {
    /// The page of a dossier, with the form that could not be accepted.
    pub(crate) fn new(page: Page, kind: DossierKind, view: &DossierView, failed: Failed<'_>) -> Self {
        let page = framed(page, kind);
        let mut pills = Vec::new();
        if kind == DossierKind::Person {
            let (tone, word) = match view.childhood {
                Childhood::Child => (Tone::Victim, "childhood-child"),
                Childhood::Presumed => (Tone::Victim, "childhood-presumed"),
                Childhood::Adult => (Tone::Plain, "childhood-adult"),
            };
            pills.push(Pill::new(tone, page.say(word)));
        }
        if view.dossier.support().is_some_and(|support| support.plan.exists()) {
            pills.push(Pill::new(Tone::Ok, page.say("sealed-plan-exists")));
        }
        Self {
            code: view.dossier.code.clone(),
            back: if kind == DossierKind::Person { urls::SEALED } else { urls::SOURCES },
            pills,
            child_note: view.childhood.applies(),
            version: view.version,
            sections: sections::all(&page, kind, view, failed),
            page,
        }
    }
}

/// Answers with a dossier.
pub(crate) async fn show(
    seat: Seat,
    Room(kind): Room,
    Path(id): Path<DossierId>,
) -> Result<Html<SealedShow>, Problem> {
    let view = desk::sealed::show(&seat.ctx, kind, id).await?;
    Ok(Html(SealedShow::new(seat.page(), kind, &view, None)))
}

/// Writes a part.
pub(crate) async fn write(
    Room(kind): Room,
    Path((id, part)): Path<(DossierId, String)>,
    Sent { seat, form }: Sent<PartForm>,
) -> Result<Response, Problem> {
    let page = seat.page();
    if part == "erase" {
        desk::sealed::erase(&seat.ctx, kind, id, &form.ground).await?;
        let list = if kind == DossierKind::Person { urls::SEALED } else { urls::SOURCES };
        return Ok(done(list, "recorded", 1).into_response());
    }
    match form.read(&part, &page, seat.ctx.officer())? {
        Ok(wish) => {
            desk::sealed::write(&seat.ctx, kind, id, form.version, wish).await?;
            Ok(done(&urls::dossier(kind, id), "recorded", 1).into_response())
        }
        Err(problems) => {
            let view = desk::sealed::show(&seat.ctx, kind, id).await?;
            let failed = Some((part.as_str(), &form, &problems));
            Ok(Html(SealedShow::new(page, kind, &view, failed)).into_response())
        }
    }
}

/// Writes a screening: its page has an address of its own.
pub(crate) async fn screen(
    room: Room,
    Path(id): Path<DossierId>,
    sent: Sent<PartForm>,
) -> Result<Response, Problem> {
    write(room, Path((id, "screening".to_owned())), sent).await
}

/// Turns the second key.
pub(crate) async fn second_key(
    Room(kind): Room,
    Path((id, number)): Path<(DossierId, u32)>,
    Sent { seat, .. }: Sent<NothingForm>,
) -> Result<Redirect, Problem> {
    desk::sealed::second_key(&seat.ctx, kind, id, number).await?;
    Ok(done(&urls::dossier(kind, id), "recorded", 1))
}

/// Ends or refuses a disclosure.
pub(crate) async fn end(
    Room(kind): Room,
    Path((id, number)): Path<(DossierId, u32)>,
    Sent { seat, .. }: Sent<NothingForm>,
) -> Result<Redirect, Problem> {
    desk::sealed::end(&seat.ctx, kind, id, number).await?;
    Ok(done(&urls::dossier(kind, id), "recorded", 1))
}

/// A button of a part that says which version of the dossier it was made from.
pub(crate) fn button(page: &Page, view: &DossierView, action: String, label: &str) -> Button {
    Button::new(page, action, page.say(label)).with("version", view.version)
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SealedShow {
    let view = super::facts::sample_view();
    let form = PartForm { birth: "10/12/1999".into(), ..PartForm::default() };
    let problems = form.read("identity", &page, crate::sample::id(1)).ok().and_then(Result::err);
    let problems = problems.unwrap_or_default();
    SealedShow::new(page, DossierKind::Person, &view, Some(("identity", &form, &problems)))
}
