//! A request that changes something must come from a page of this node.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::problem::Problem;
use crate::urls;

/// Refuses what a page of another site has sent.
pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let neighbours = app.is_demo() && request.uri().path() == urls::DEMO_BE;
    if reads || from_here(request.headers(), neighbours) {
        next.run(request).await
    } else {
        Problem::Origin.into_response()
    }
}

/// Whether browser headers say that the request came from this origin (Fetch standard, `Sec-Fetch-Site` and `Origin`).
///
/// `neighbours` also lets other ports of the same host through. A request without either header is no browser's form.
fn from_here(headers: &HeaderMap, neighbours: bool) -> bool {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let site = text(header::HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    let host = text(header::HOST);
    let same_origin = origin.is_some() && origin == host;
    let same_host = origin.map(without_port) == host.map(without_port) && origin.is_some();
    match site {
        Some("same-origin") => true,
        // Under our own referrer policy a neighbour's form comes with `Origin: null`; that it is of the same host is the
        // browser's word, which no page can forge.
        Some("same-site") => neighbours && (same_host || origin.is_none()),
        Some(_) => false,
        None => same_origin || (neighbours && same_host),
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(site: &str, origin: &str, neighbours: bool) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "127.0.0.1:7801".parse().unwrap());
        for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
            if !value.is_empty() {
                headers.insert(name, value.parse().unwrap());
            }
        }
        from_here(&headers, neighbours)
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        assert!(check("same-origin", "http://127.0.0.1:7801", false));
        assert!(check("", "http://127.0.0.1:7801", false));
        assert!(!check("cross-site", "http://127.0.0.1:7801", false));
        assert!(!check("", "http://evil.example", false));
        assert!(!check("", "null", false));
        assert!(!check("", "", false));
        assert!(!check("same-site", "http://127.0.0.1:7802", false));
    }

    #[test]
    fn a_neighbour_may_sign_in_at_a_demo_node_and_nobody_else() {
        assert!(check("same-site", "http://127.0.0.1:7802", true));
        assert!(check("same-site", "null", true));
        assert!(!check("same-site", "null", false));
        assert!(!check("cross-site", "null", true));
        assert!(check("", "http://127.0.0.1:7802", true));
        assert!(!check("cross-site", "http://evil.example", true));
        assert!(!check("", "http://evil.example", true));
    }
}
