//! The empty form that a device keeps for places without a link. It holds nothing of a case and nothing of an officer, so
//! anybody may have it.

use askama::Template;

use super::add::{ReportFields, ReportForm};
use super::kept::KeptWords;
use crate::components::Problems;
use crate::html::Html;
use crate::page::{Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Visit};

/// The page.
#[derive(Template)]
#[template(path = "pages/reports/empty.html")]
pub(crate) struct ReportEmpty {
    page: Page,
    fields: ReportFields,
    kept: KeptWords,
}

impl ReportEmpty {
    /// The page; of a case one speaks when there is a link again.
    pub(crate) fn new(page: Page) -> Self {
        // The page outlives every session: it is made for nobody.
        let page = Page { officer: None, token: String::new(), notice: None, waiting: 0, ..page };
        let page = page.at(Place::Elsewhere);
        let fields = ReportFields::new(page.clone(), &ReportForm::default(), &[], &Problems::default());
        Self { fields, kept: KeptWords::new(&page), page }
    }
}

/// The empty form in the language of whoever asks; of an officer it takes the language and nothing else.
pub(crate) fn made_for(visit: &Visit, seat: Result<Seat, Problem>) -> ReportEmpty {
    let page = visit.page();
    let words = seat.map_or_else(|_| page.words.clone(), |seat| seat.visit.words.clone());
    ReportEmpty::new(Page { words, here: crate::urls::REPORT_ADD.to_owned(), ..page })
}

/// Answers with the empty form, whoever asks.
pub(crate) async fn show(visit: Visit, seat: Result<Seat, Problem>) -> Html<ReportEmpty> {
    Html(made_for(&visit, seat))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReportEmpty {
    ReportEmpty::new(page)
}

#[cfg(test)]
mod tests {
    use askama::Template as _;
    use lintas_model::Language;

    use super::*;
    use crate::sample;

    #[test]
    fn what_a_device_keeps_tells_nothing_of_anybody() {
        let page = sample::page(Language::En);
        let (officer, token) = (page.officer.clone().unwrap().name, page.token.clone());
        let html = ReportEmpty::new(sample::noticed(page)).render().unwrap();
        assert!(!html.contains(&officer) && !html.contains(&token), "{html}");
        assert!(!html.contains("note ok"), "it repeats what was done: {html}");
    }
}
