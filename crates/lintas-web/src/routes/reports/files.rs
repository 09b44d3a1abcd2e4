//! The photographs and documents of a report: attaching them, and reading them byte for byte.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use lintas_model::ReportId;
use serde::Deserialize;

use super::grade::GradeForm;
use super::show::answer;
use crate::components::Problems;
use crate::desk;
use crate::problem::Problem;
use crate::routes::search::show::encode;
use crate::seat::{Seat, SentFiles, done};
use crate::urls;

/// What the form sends besides the files: nothing.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct FilesForm {}

/// Attaches files to a report.
pub(crate) async fn attach(
    Path(report): Path<ReportId>,
    SentFiles { seat, files, .. }: SentFiles<FilesForm>,
) -> Result<Response, Problem> {
    if files.is_empty() {
        let problem = Some(seat.visit.words.say("import-no-file"));
        return Ok(answer(&seat, report, &GradeForm::default(), &Problems::default(), problem)
            .await?
            .into_response());
    }
    match desk::reports::attach(&seat.ctx, report, files).await? {
        Ok(n) => Ok(done(&urls::report(report), "attached", n).into_response()),
        Err(told) => Ok(answer(&seat, report, &GradeForm::default(), &Problems::default(), Some(told))
            .await?
            .into_response()),
    }
}

/// Answers with a file. Pictures are shown; everything else is handed out to be saved, so that no document runs in the
/// browser with the officer's rights.
pub(crate) async fn open(
    seat: Seat,
    Path((report, sha256)): Path<(ReportId, String)>,
) -> Result<Response, Problem> {
    let file = desk::reports::file(&seat.ctx, report, &sha256).await?;
    let (kind, how) = if file.is_picture {
        (file.media_type.as_str(), "inline")
    } else {
        ("application/octet-stream", "attachment")
    };
    let disposition = format!("{how}; filename*=UTF-8''{}", encode(&file.name));
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    for (name, value) in [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)] {
        headers
            .insert(name, HeaderValue::from_str(value).map_err(|error| Problem::broken("WB-003", &error))?);
    }
    Ok(response)
}
