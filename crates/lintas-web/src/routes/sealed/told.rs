//! What was disclosed to an officer of this agency and is open.

use askama::Template;
use lintas_casework::sealed::disclosure::Disclosed;

use crate::components::{Cell, Moment, Table, Text};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/told.html")]
pub(crate) struct ToldList {
    page: Page,
    open: Table,
}

impl ToldList {
    /// The page.
    pub(crate) fn new(page: Page, open: &[Disclosed]) -> Self {
        let page = page.level(Level::Victim);
        let open = Table::new(page.say("disclosed-none"))
            .caption(page.say("disclosed-title"))
            .column(page.say("sealed-code"))
            .column(page.say("sealed-purpose"))
            .column(page.say("sealed-until"))
            .rows(open.iter().map(|it| {
                vec![
                    Cell::Link {
                        href: urls::told(it.dossier, it.disclosure.number),
                        text: Text::own(&it.code),
                        below: Some(Text::new(&it.disclosure.reason)),
                    },
                    Cell::Text(Text::own(page.word("told-for", it.disclosure.purpose.as_str()))),
                    Cell::Moment(Moment::at(&page.words, it.disclosure.until)),
                ]
            }));
        Self { open, page }
    }
}

/// Answers with what is open.
pub(crate) async fn show(seat: Seat) -> Result<Html<ToldList>, Problem> {
    let open = desk::sealed::to_me(&seat.ctx).await?;
    Ok(Html(ToldList::new(seat.page(), &open)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ToldList {
    let view = super::facts::sample_view();
    let disclosure = view.dossier.disclosures[0].clone();
    ToldList::new(page, &[Disclosed { dossier: view.id, code: "V-7".into(), disclosure }])
}
