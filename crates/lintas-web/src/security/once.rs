//! A button pressed twice does its work once.
//!
//! Every page masks its form token anew, so two requests of the same bytes are one form of one page sent twice: a double
//! click, or a page that was loaded again while it was on its way. The second waits for the first and gets its answer.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::problem::Problem;
use crate::seat::PLAIN_BYTES;

/// So many forms are remembered.
const REMEMBERED: usize = 4_096;

type Key = [u8; 32];
/// Where the first request of a form was sent on to, once it is known.
type Slot = Arc<tokio::sync::Mutex<Option<String>>>;

/// What became of the forms that were sent lately.
#[derive(Default)]
pub(crate) struct Sent(Mutex<(HashMap<Key, Slot>, VecDeque<Key>)>);

impl Sent {
    fn slot(&self, key: Key) -> Slot {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (slots, order) = &mut *inner;
        if let Some(slot) = slots.get(&key) {
            return slot.clone();
        }
        if order.len() >= REMEMBERED
            && let Some(oldest) = order.pop_front()
        {
            slots.remove(&oldest);
        }
        order.push_back(key);
        slots.entry(key).or_default().clone()
    }
}

/// Lets a form through once; whoever sends it again is sent on to where the first was.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(boundary) = small_form(request.method(), request.headers()) else {
        return next.run(request).await;
    };
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, PLAIN_BYTES).await else { return Problem::Large.into_response() };
    // What carries no token, such as signing in, is the same on every page and must be done each time.
    if !bytes.windows(5).any(|window| window == b"_form") {
        return next.run(Request::from_parts(parts, Body::from(bytes))).await;
    }
    let slot = app.sent().slot(key(parts.uri.path(), &bytes, &boundary));
    let mut known = slot.lock().await;
    if let Some(to) = known.as_ref() {
        return Redirect::to(to).into_response();
    }
    let answer = next.run(Request::from_parts(parts, Body::from(bytes))).await;
    // A form that was refused may be sent again; one that was accepted has been sent on.
    let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
    if answer.status().is_redirection()
        && let Some(to) = to.filter(|to| !to.starts_with(crate::urls::SIGN_IN))
    {
        *known = Some(to.to_owned());
    }
    answer
}

/// Whether a request is a form that can be remembered: the boundary of its parts, which is another each time, or nothing.
fn small_form(method: &Method, headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let length: usize = text(header::CONTENT_LENGTH)?.parse().ok()?;
    let kind = text(header::CONTENT_TYPE)?;
    if *method != Method::POST || length > PLAIN_BYTES {
        return None;
    }
    if kind.starts_with("application/x-www-form-urlencoded") {
        return Some(String::new());
    }
    let boundary = kind.strip_prefix("multipart/form-data")?.split("boundary=").nth(1)?;
    Some(boundary.trim_matches('"').to_owned())
}

fn key(path: &str, bytes: &[u8], boundary: &str) -> Key {
    let mut hash = Sha256::new();
    hash.update((path.len() as u64).to_be_bytes());
    hash.update(path);
    if boundary.is_empty() {
        hash.update(bytes);
    } else {
        let mut rest = bytes;
        while let Some(at) = rest.windows(boundary.len()).position(|window| window == boundary.as_bytes()) {
            hash.update(&rest[..at]);
            hash.update([0]);
            rest = &rest[at + boundary.len()..];
        }
        hash.update(rest);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_the_same_whatever_stands_between_its_parts() {
        let body = |boundary: &str, text: &str| format!("--{boundary}\r\n{text}\r\n--{boundary}--");
        let of = |boundary: &str, text: &str| key("/x", body(boundary, text).as_bytes(), boundary);
        assert_eq!(of("----one", "a"), of("----two", "a"));
        assert_ne!(of("----one", "a"), of("----one", "b"));
        assert_ne!(key("/x", b"a", ""), key("/y", b"a", ""));
    }

    #[test]
    fn only_so_many_forms_are_remembered() {
        let sent = Sent::default();
        for n in 0..=REMEMBERED {
            sent.slot(key("/x", &n.to_be_bytes(), ""));
        }
        assert_eq!(sent.0.lock().unwrap().0.len(), REMEMBERED);
    }
}
