//! The manifest (W3C, Web Application Manifest): how the pages stand on a home screen. They open on the report form, which
//! opens without a link too.

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::assets;
use crate::seat::Visit;
use crate::urls;

/// Answers with the manifest.
pub(crate) async fn show(visit: Visit) -> Response {
    let page = visit.page();
    let manifest = json!({
        "id": urls::INBOX,
        "name": format!("{} — Lintas", page.node.name),
        "short_name": page.node.code,
        "lang": page.lang(),
        "start_url": urls::REPORT_ADD,
        "scope": urls::INBOX,
        "display": "minimal-ui",
        "background_color": "#f5f6f8",
        "theme_color": "#334155",
        "icons": [{ "src": assets::url("mark.svg"), "sizes": "any", "type": "image/svg+xml" }],
        "shortcuts": [
            { "name": page.say("report-add"), "url": urls::REPORT_ADD },
            { "name": page.say("nav-inbox"), "url": urls::INBOX },
        ],
    });
    ([(header::CONTENT_TYPE, "application/manifest+json")], Json(manifest).into_response().into_body())
        .into_response()
}
