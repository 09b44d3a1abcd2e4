//! The cases that are open to mentors, by number.

use askama::Template;
use lintas_casework::mentor::MentorCase;

use crate::components::{Cell, Table, Text};
use crate::desk;
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/mentors/list.html")]
pub(crate) struct MentorList {
    page: Page,
    cases: Table,
}

impl MentorList {
    /// The page with the cases that are open.
    pub(crate) fn new(page: Page, cases: &[MentorCase]) -> Self {
        let page = page.at(Place::Mentor).level(Level::Restricted);
        let table = Table::new(page.say("mentor-none"))
            .caption(page.say("mentor-title"))
            .column(page.say("record-case"))
            .numbers(page.say("mentor-advice"))
            .rows(cases.iter().map(|case| {
                vec![
                    Cell::Link {
                        href: urls::mentor_case(case.case),
                        text: Text::own(page.count("mentor-case", u64::from(case.number))),
                        below: None,
                    },
                    Cell::Number(digits(&page, case.advices as u64)),
                ]
            }));
        Self { cases: table, page }
    }
}

/// Answers with the cases that are open to mentors.
pub(crate) async fn show(seat: Seat) -> Result<Html<MentorList>, Problem> {
    let cases = desk::mentors::list(&seat.ctx).await?;
    Ok(Html(MentorList::new(seat.page(), &cases)))
}

fn digits(page: &Page, n: u64) -> String {
    numbers::whole(page.words.language(), n)
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> MentorList {
    let case = MentorCase { case: crate::sample::id(1), number: 1, advices: 2 };
    MentorList::new(page, &[case])
}
