//! A tour of the demo in six steps: a strip on top of the real pages, worked by links and buttons alone.
//!
//! Where it stands is a cookie of the browser session. Cookies do not tell ports apart, so the strip follows the person from
//! node to node of the demo.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, SameSite};
use axum_extra::extract::{CookieJar, Form};
use lintas_casework::Ctx;
use lintas_model::EntityKind;
use serde::Deserialize;

use crate::app::App;
use crate::desk;
use crate::problem::Problem;
use crate::seat::{Seat, Visit};
use crate::urls::{self, CaseTab};

const COOKIE: &str = "lintas-tour";

/// Where the tour stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tour(u8);

impl Tour {
    /// How many steps it has.
    pub(crate) const STEPS: u8 = 6;
    /// What each step shows, as in its messages.
    const SHOWS: [&'static str; 6] = ["region", "case", "phone", "ask", "preview", "results"];

    /// The tour at a step, if there is such a step.
    pub(crate) fn at(step: u8) -> Option<Self> {
        (1..=Self::STEPS).contains(&step).then_some(Self(step))
    }

    /// Where the tour of a browser stands; never on a node that is real.
    pub(crate) fn of(app: &App, headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let step = jar.get(COOKIE)?.value().parse().ok()?;
        Self::at(step).filter(|_| app.is_demo())
    }

    /// The step, from one.
    pub(crate) fn step(self) -> u8 {
        self.0
    }

    /// What this step shows.
    pub(crate) fn shows(self) -> &'static str {
        Self::SHOWS[usize::from(self.0 - 1)]
    }

    /// The step before; none at the first.
    pub(crate) fn before(self) -> Option<u8> {
        Self::at(self.0 - 1).map(Self::step)
    }

    /// The step after; none at the last.
    pub(crate) fn after(self) -> Option<u8> {
        Self::at(self.0 + 1).map(Self::step)
    }

    /// Remembers the step in the browser until it is closed.
    pub(crate) fn remember(self) -> CookieJar {
        CookieJar::new().add(cookie(self.0.to_string()))
    }
}

fn cookie(value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value)).path("/").http_only(true).same_site(SameSite::Lax).build()
}

/// What the buttons of the strip send: the step to go to, zero to end the tour.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TourForm {
    step: u8,
}

/// Goes to a step of the tour, or ends it where it is.
pub(crate) async fn step(
    visit: Visit,
    seat: Result<Seat, Problem>,
    Form(form): Form<TourForm>,
) -> Result<Response, Problem> {
    if !visit.app.is_demo() {
        return Err(Problem::Missing);
    }
    let Some(tour) = Tour::at(form.step) else {
        let mut gone = cookie(String::new());
        gone.make_removal();
        let home = if visit.app.demo().is_empty() { urls::INBOX } else { urls::DEMO };
        return Ok((CookieJar::new().add(gone), Redirect::to(home)).into_response());
    };
    let to = match seat {
        Ok(seat) => place(&seat.ctx, tour).await?,
        // Nobody is signed in: the first step says who to be.
        Err(_) => return Ok((Tour(1).remember(), Redirect::to(urls::DEMO)).into_response()),
    };
    Ok((tour.remember(), Redirect::to(&to)).into_response())
}

/// The page of a step for an officer.
pub(crate) async fn place(ctx: &Ctx, tour: Tour) -> Result<String, Problem> {
    // The joint case that most agencies work.
    let (cases, _) = desk::cases::list(ctx).await?;
    let Some(case) = cases.iter().max_by_key(|line| line.members.len()).map(|line| line.case) else {
        return Ok(urls::INBOX.to_owned());
    };
    Ok(match tour.shows() {
        "region" => urls::DEMO.to_owned(),
        "case" => urls::case(case, CaseTab::Overview),
        "phone" => {
            let things = desk::cases::things(ctx, case).await?;
            let phones = things.iter().filter(|line| line.kind == EntityKind::Phone);
            let shared = phones.max_by_key(|line| (line.agencies.len(), line.reports));
            shared.map_or_else(|| urls::case(case, CaseTab::Things), |line| urls::entity(line.entity))
        }
        "ask" => urls::HITS.to_owned(),
        "preview" => urls::release_from(case),
        _ => urls::REGION.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tour_has_a_first_and_a_last_step() {
        assert!(Tour::at(0).is_none() && Tour::at(7).is_none());
        let steps: Vec<Tour> = (1..=Tour::STEPS).filter_map(Tour::at).collect();
        assert_eq!((steps[0].before(), steps[5].after()), (None, None));
        assert_eq!((steps[1].before(), steps[1].after(), steps[2].shows()), (Some(1), Some(3), "phone"));
    }
}
