//! Counts that change while a page is open, as server-sent events (HTML Standard, 9.2).
//!
//! An event says how many things wait in the inbox and which record of others is the newest of the page's case: a count and
//! an id, nothing of what they say. A stream ends with its session. Each session has a few at most and so has the node, so
//! that open pages cannot use up its connections; whoever comes when all are taken goes without.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use lintas_model::CaseId;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::app::App;
use crate::desk;
use crate::problem::Problem;
use crate::seat::Seat;
use crate::security::listeners::Place;
use crate::words::Words;

/// What partners sent is looked for this often; what is done at this node is told at once.
const PAUSE: Duration = Duration::from_secs(5);
/// A sign of life, so that a connection that is gone is noticed.
const ALIVE: Duration = Duration::from_secs(25);

/// Of which case the page is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Of {
    case: String,
}

/// What an event says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct News {
    waiting: u64,
    /// The entry of the navigation with the count, in the page's language.
    label: String,
    /// The newest record of others in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
}

struct Listener {
    app: App,
    session: String,
    words: Words,
    case: Option<CaseId>,
    done: watch::Receiver<u64>,
    /// How many records the node held when it was last counted.
    stand: Option<u64>,
    last: Option<News>,
    _place: Place,
}

impl Listener {
    /// The next event that says something new; none when the session has ended or something is broken.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if self.stand.is_some() {
                tokio::select! {
                    () = tokio::time::sleep(PAUSE) => {}
                    changed = self.done.changed() => changed.ok()?,
                }
            }
            let ctx = desk::session::resume(&self.app, &self.session).await.ok()??;
            let stand = desk::news::stand(&self.app).await.ok()?;
            if self.stand == Some(stand) {
                continue;
            }
            self.stand = Some(stand);
            let (waiting, case) = desk::news::counts(&ctx, self.case).await.ok()?;
            let label = match waiting {
                0 => self.words.say("nav-inbox"),
                n => self.words.count("nav-inbox-waiting", n),
            };
            let news = News { waiting, label, case };
            if self.last.as_ref() != Some(&news) {
                let event = Event::default().event("news").json_data(&news).ok()?;
                self.last = Some(news);
                return Some((Ok(event), self));
            }
        }
    }
}

/// Answers with the stream; with nothing at all when there is no place, which tells a browser not to come again.
pub(crate) async fn stream(seat: Seat, Query(of): Query<Of>) -> Result<Response, Problem> {
    let Some(session) = seat.visit.session().map(str::to_owned) else { return Err(Problem::Missing) };
    let Some(place) = seat.app().listeners().take(&session) else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let listener = Listener {
        app: seat.app().clone(),
        words: seat.visit.words.clone(),
        case: of.case.parse().ok(),
        done: seat.app().listeners().hear(),
        stand: None,
        last: None,
        session,
        _place: place,
    };
    let events = futures::stream::unfold(listener, Listener::next);
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response())
}
