//! What can go wrong between a request and its page; each becomes a page with a stable code and one next step.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::CaseworkError;
use lintas_sealed::SealedError;

use crate::app::App;
use crate::html::Html;
use crate::routes::problem::ProblemPage;
use crate::routes::search::show::encode;
use crate::seat::{Seat, Visit};
use crate::urls;

/// What went wrong.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// Nobody is signed in; the address to come back to.
    SignInFirst(String),
    /// The rules say no.
    Denied(&'static str, String),
    /// There is no such thing here.
    Missing,
    /// What was sent cannot be accepted.
    Invalid(&'static str, String),
    /// The request did not come from a page of this node.
    Origin,
    /// Too many attempts.
    Busy(u64),
    /// More bytes than are taken.
    Large,
    /// The sealed space is closed: its key file is not in place, or its database is damaged.
    Closed(&'static str, String),
    /// Something broke; the log has the cause.
    Broken(&'static str),
}

impl Problem {
    /// Something broke: writes the cause to the log, once, and keeps the code.
    pub(crate) fn broken(code: &'static str, cause: &dyn std::error::Error) -> Self {
        tracing::error!(code, cause = chain(cause), "a page could not be answered");
        Self::Broken(code)
    }

    fn parts(&self) -> (StatusCode, &'static str, &'static str, Option<String>) {
        match self {
            Self::SignInFirst(_) => (StatusCode::SEE_OTHER, "WB-000", "denied", None),
            Self::Denied(code, detail) => (StatusCode::FORBIDDEN, code, "denied", Some(detail.clone())),
            Self::Missing => (StatusCode::NOT_FOUND, "WB-404", "missing", None),
            Self::Invalid(code, detail) => (StatusCode::BAD_REQUEST, code, "invalid", Some(detail.clone())),
            Self::Origin => (StatusCode::FORBIDDEN, "WB-403", "origin", None),
            Self::Busy(_) => (StatusCode::TOO_MANY_REQUESTS, "WB-429", "busy", None),
            Self::Large => (StatusCode::PAYLOAD_TOO_LARGE, "WB-413", "large", None),
            Self::Closed(code, detail) => {
                (StatusCode::SERVICE_UNAVAILABLE, code, "closed", Some(detail.clone()))
            }
            Self::Broken(code) => (StatusCode::INTERNAL_SERVER_ERROR, code, "broken", None),
        }
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

impl From<CaseworkError> for Problem {
    fn from(error: CaseworkError) -> Self {
        let code = error.code();
        match &error {
            CaseworkError::Denied(_) => Self::Denied(code, error.to_string()),
            CaseworkError::NotFound(_) => Self::Missing,
            CaseworkError::Invalid { .. } | CaseworkError::IllegalMove(_) | CaseworkError::Intake(_) => {
                Self::Invalid(code, error.to_string())
            }
            CaseworkError::TooManyAttempts { seconds } => Self::Busy(*seconds),
            CaseworkError::Sealed(sealed) => match sealed {
                SealedError::None => Self::Missing,
                SealedError::NotAdmitted | SealedError::AdmissionLapsed => {
                    Self::Denied(code, error.to_string())
                }
                SealedError::Rule(_) | SealedError::Changed => Self::Invalid(code, error.to_string()),
                _ => Self::Closed(code, error.to_string()),
            },
            _ => Self::broken(code, &error),
        }
    }
}

impl From<lintas_exchange::ExchangeError> for Problem {
    fn from(error: lintas_exchange::ExchangeError) -> Self {
        match error {
            lintas_exchange::ExchangeError::Casework(error) => error.into(),
            // What is wrong with a partner or its file is for the person to know and mend.
            error => Self::Invalid(error.code(), error.told()),
        }
    }
}

impl IntoResponse for Problem {
    /// A bare answer with the problem attached; [`dress`] makes the page.
    fn into_response(self) -> Response {
        if let Self::SignInFirst(next) = &self {
            return Redirect::to(&format!("{}?next={}", urls::SIGN_IN, encode(next))).into_response();
        }
        let mut response = self.parts().0.into_response();
        if let Self::Busy(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Turns every answer that is a problem into a page in the person's language.
pub(crate) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let shadow = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    parts = shadow;
    let problem = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem,
        None => match response.status() {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Problem::Missing,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::Large,
            StatusCode::BAD_REQUEST
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::Invalid("WB-400", String::new()),
            _ => return response,
        },
    };
    let page = match Seat::from_request_parts(&mut parts, &app).await {
        Ok(seat) => seat.page(),
        Err(_) => match Visit::from_request_parts(&mut parts, &app).await {
            Ok(visit) => visit.page(),
            Err(never) => match never {},
        },
    };
    let (status, code, kind, detail) = problem.parts();
    let detail = detail.filter(|text| !text.is_empty());
    (status, Html(ProblemPage::new(page, code, kind, detail))).into_response()
}
