//! The way out: one button signs out and shows a page that anybody may see. It works without script.

use askama::Template;
use axum::http::HeaderName;
use axum::response::{IntoResponse, Redirect, Response};

use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::Visit;
use crate::security::cookies;
use crate::urls;

/// A calendar of this month that says nothing of where it is.
#[derive(Template)]
#[template(path = "pages/sealed/leave.html")]
pub(crate) struct Today {
    page: Page,
    today: String,
    weeks: Vec<Vec<Option<(i8, bool)>>>,
}

impl Today {
    /// The month of a day.
    pub(crate) fn new(page: Page, (year, month, day): (i16, i8, i8)) -> Self {
        use lintas_model::{PartialDate, Timestamp};
        let exists = |n: i8| Timestamp::from_ymd(year, month, n);
        // 1970-01-01 was a Thursday; weeks begin on Monday.
        let first = exists(1).map_or(0, Timestamp::as_millis).div_euclid(86_400_000);
        let before = usize::try_from((first + 3).rem_euclid(7)).unwrap_or_default();
        let mut cells: Vec<Option<(i8, bool)>> = vec![None; before];
        cells.extend((1..=31).filter(|n| exists(*n).is_some()).map(|n| Some((n, n == day))));
        let weeks = cells.chunks(7).map(<[_]>::to_vec).collect();
        let today = PartialDate::day(year, month, day)
            .map_or_else(|_| String::new(), |date| crate::components::Moment::on(&page.words, date).shown);
        Self { today, weeks, page }
    }
}

/// Signs out, has the browser forget what it kept, and goes to the neutral page. It goes there whatever became of the session:
/// nobody in a hurry may land on a page that asks who he is.
pub(crate) async fn leave(visit: Visit) -> Result<Response, Problem> {
    if let Some(session) = visit.session() {
        desk::session::sign_out(&visit.app, session).await?;
    }
    let forget = [(HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"")];
    Ok((cookies::forget(&visit.app), forget, Redirect::to(urls::TODAY)).into_response())
}

/// The neutral page. It shows the same to everybody, signed in or not.
pub(crate) async fn today(visit: Visit) -> Html<Today> {
    let today = visit.app.now().ymd();
    Html(Today::new(visit.page(), today))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Today {
    Today::new(page, (2026, 11, 24))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_on_its_weekday() {
        let page = crate::sample::stranger(lintas_model::Language::En);
        let november = Today::new(page, (2026, 11, 24));
        // 1 November 2026 is a Sunday.
        assert_eq!(november.weeks[0][6], Some((1, false)));
        assert!(november.weeks.iter().flatten().any(|cell| *cell == Some((24, true))));
        assert_eq!(november.weeks.iter().flatten().flatten().count(), 30);
    }
}
