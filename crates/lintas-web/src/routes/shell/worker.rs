//! The worker of the empty report form. Its scope is the form alone; it keeps the form, styles, scripts and letters, and
//! nothing else that the node answers.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

use crate::assets;
use crate::problem::Problem;
use crate::routes::reports::empty::made_for;
use crate::seat::{Seat, Visit};
use crate::urls;

/// What the empty form is drawn with. Letters of all languages come along: the person's is not known where there is no link.
const FILES: [&str; 13] = [
    "style.css",
    "lintas.js",
    "htmx.js",
    "kept.js",
    "offline.js",
    "mark.svg",
    "fonts/noto-sans-latin.woff2",
    "fonts/noto-sans-latin-ext.woff2",
    "fonts/noto-sans-vietnamese.woff2",
    "fonts/noto-sans-thai.woff2",
    "fonts/noto-sans-khmer.woff2",
    "fonts/noto-sans-lao.woff2",
    "fonts/noto-sans-bengali.woff2",
];

/// Answers with the worker. It names what it keeps by the form's own words, so another language, light or program makes it
/// keep the form anew.
pub(crate) async fn show(visit: Visit, seat: Result<Seat, Problem>) -> Response {
    let form = askama::Template::render(&made_for(&visit, seat)).unwrap_or_default();
    let files: Vec<&str> = FILES.iter().map(|name| assets::url(name)).filter(|url| !url.is_empty()).collect();
    let shell = serde_json::json!({
        "name": format!("lintas-form-{}", hex::encode(&Sha256::digest(form.as_bytes())[..8])),
        "form": urls::REPORT_ADD,
        "empty": urls::REPORT_EMPTY,
        "files": files,
        "kept": assets::url("kept.js"),
    });
    let script = format!("const shell = {shell};\n{}", assets::text("worker.js"));
    let headers =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, script).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_the_form_is_drawn_with_is_there() {
        for name in FILES {
            assert!(!assets::url(name).is_empty(), "{name}");
        }
        assert!(assets::text("worker.js").contains("shell.empty"));
    }
}
