//! The sheet of an open disclosure: the chosen fields for the named recipient, and nothing else.

use askama::Template;
use axum::extract::Path;
use lintas_casework::sealed::DossierKind;
use lintas_casework::sealed::disclosure::Sheet;
use lintas_sealed::DossierId;
use lintas_sealed::field::Said;

use super::facts::told_label;
use super::{Room, framed};
use crate::components::{Moment, Text};
use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::Seat;

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/sheet.html")]
pub(crate) struct SheetPage {
    page: Page,
    code: String,
    about: Vec<(String, Text)>,
    told: Vec<(String, Vec<Text>)>,
}

impl SheetPage {
    /// The sheet.
    pub(crate) fn new(page: Page, sheet: &Sheet) -> Self {
        let page = framed(page, DossierKind::Person);
        let disclosure = &sheet.disclosure;
        let officer = |id| sheet.names.get(&id).cloned().unwrap_or_default();
        let second = disclosure.second.map(|(id, _)| officer(id)).unwrap_or_default();
        let about = vec![
            (page.say("sealed-recipient"), Text::new(&disclosure.recipient.organisation)),
            (page.say("sealed-person"), Text::new(&disclosure.recipient.person)),
            (page.say("sealed-purpose"), Text::own(page.word("told-for", disclosure.purpose.as_str()))),
            (page.say("sealed-reason"), Text::new(&disclosure.reason)),
            (page.say("sealed-until"), Text::own(Moment::at(&page.words, disclosure.until).shown)),
            (page.say("sealed-asked-by"), Text::new(officer(disclosure.asked_by))),
            (page.say("sealed-second-by"), Text::new(second)),
        ];
        let told = sheet.told.iter().map(|(field, said)| (page.say(told_label(*field)), texts(&page, said)));
        Self { code: sheet.code.clone(), about, told: told.collect(), page }
    }
}

fn texts(page: &Page, said: &Said) -> Vec<Text> {
    match said {
        Said::Texts(texts) => texts.iter().map(Text::new).collect(),
        Said::Date(date) => vec![Text::own(Moment::on(&page.words, *date).shown)],
        Said::Country(country) => {
            vec![Text::own(page.word("country", &country.as_str().to_lowercase()))]
        }
        Said::Words(list, words) => words.iter().map(|word| Text::own(page.word(list, word))).collect(),
        Said::Nothing => vec![Text::own(page.say("not-known"))],
    }
}

/// Answers with the sheet, for the worker who hands it over.
pub(crate) async fn show(
    seat: Seat,
    Room(kind): Room,
    Path((id, number)): Path<(DossierId, u32)>,
) -> Result<Html<SheetPage>, Problem> {
    let sheet = desk::sealed::sheet(&seat.ctx, kind, id, number).await?;
    Ok(Html(SheetPage::new(seat.page(), &sheet)))
}

/// Answers with what was disclosed to the officer.
pub(crate) async fn told(
    seat: Seat,
    Path((id, number)): Path<(DossierId, u32)>,
) -> Result<Html<SheetPage>, Problem> {
    let sheet = desk::sealed::told(&seat.ctx, id, number).await?;
    let page = SheetPage::new(seat.page(), &sheet);
    Ok(Html(SheetPage { page: page.page.at(crate::page::Place::Elsewhere), ..page }))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SheetPage {
    use lintas_sealed::field::Field;
    let view = super::facts::sample_view();
    let disclosure = view.dossier.disclosures[0].clone();
    let told = [Field::Names, Field::Birth, Field::Needs].map(|field| (field, field.said(&view.dossier)));
    SheetPage::new(page, &Sheet { code: "V-7".into(), disclosure, told: told.into(), names: view.names })
}
