//! Who listens for news: so many at most, for each session and for the node.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::watch;

use crate::app::App;

/// Of six connections that a browser has for one node (HTTP/1.1), pages need the rest.
const OF_SESSION: usize = 3;
const OF_NODE: usize = 256;

type Taken = Arc<Mutex<HashMap<String, usize>>>;

/// The places for those who listen, and the bell that tells them that something was done here.
pub(crate) struct Listeners {
    taken: Taken,
    done: watch::Sender<u64>,
}

impl Default for Listeners {
    fn default() -> Self {
        Self { taken: Taken::default(), done: watch::Sender::new(0) }
    }
}

/// A place, free again when dropped.
pub(crate) struct Place {
    taken: Taken,
    session: String,
}

impl Listeners {
    /// Takes a place for a session; none when all are taken.
    pub(crate) fn take(&self, session: &str) -> Option<Place> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        if all >= OF_NODE || taken.get(session).is_some_and(|n| *n >= OF_SESSION) {
            return None;
        }
        *taken.entry(session.to_owned()).or_default() += 1;
        Some(Place { taken: self.taken.clone(), session: session.to_owned() })
    }

    /// Hears when something is done at this node.
    pub(crate) fn hear(&self) -> watch::Receiver<u64> {
        self.done.subscribe()
    }

    fn ring(&self) {
        self.done.send_modify(|n| *n = n.wrapping_add(1));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = taken.get_mut(&self.session) {
            *n -= 1;
            if *n == 0 {
                taken.remove(&self.session);
            }
        }
    }
}

/// Rings after everything that was done here.
pub(crate) async fn ring(State(app): State<App>, request: Request, next: Next) -> Response {
    let acts = request.method() == Method::POST;
    let response = next.run(request).await;
    if acts && (response.status().is_success() || response.status().is_redirection()) {
        app.listeners().ring();
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_pages_never_take_more_than_their_places() {
        let listeners = Listeners::default();
        let mut held: Vec<Place> = (0..OF_SESSION).filter_map(|_| listeners.take("one")).collect();
        assert_eq!(held.len(), OF_SESSION);
        assert!(listeners.take("one").is_none() && listeners.take("two").is_some());
        held.pop();
        assert!(listeners.take("one").is_some());
        let many: Vec<Place> = (0..OF_NODE).filter_map(|n| listeners.take(&n.to_string())).collect();
        assert_eq!(many.len() + held.len(), OF_NODE);
        drop((many, held));
        assert!(listeners.taken.lock().unwrap().is_empty());
    }
}
