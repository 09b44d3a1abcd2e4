//! Who asks: anybody who visits, or an officer in a seat. Handlers take one of the two.

use std::convert::Infallible;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::Redirect;
use axum_extra::extract::Form;
use lintas_casework::Ctx;
use lintas_casework::attachment::NewAttachment;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::accept;
use crate::app::App;
use crate::desk;
use crate::page::{Level, Notice, OfficerFace, Page, Place, Theme};
use crate::problem::Problem;
use crate::routes::demo::tour::Tour;
use crate::security::{cookies, token, upload};
use crate::undo::Deed;
use crate::urls;
use crate::words::Words;

/// Anybody who visits.
pub(crate) struct Visit {
    pub(crate) app: App,
    pub(crate) words: Words,
    pub(crate) theme: Theme,
    /// Path and query.
    pub(crate) here: String,
    pub(crate) notice: Option<Notice>,
    /// Under which number the deed waits that takes back what was done.
    undo: u64,
    /// Where the tour of the demo stands.
    tour: Option<Tour>,
    session: Option<String>,
    chosen: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Done {
    done: String,
    n: u64,
    undo: u64,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let (language, theme) = cookies::look(app, &parts.headers);
        let offered = app.words(None).offered().to_vec();
        let language = language.filter(|language| offered.contains(language));
        let words = app.words(language.or_else(|| accept::language(&parts.headers, &offered)));
        // Only messages of what was done can be named, so an address cannot put words on the page.
        let done =
            axum::extract::Query::<Done>::try_from_uri(&parts.uri).map(|query| query.0).unwrap_or_default();
        let id = format!("done-{}", done.done);
        let notice = (!done.done.is_empty() && words.has(&id)).then(|| Notice {
            class: "ok",
            text: words.count(&id, done.n),
            undo: None,
        });
        Ok(Self {
            app: app.clone(),
            here: back_to(&parts.uri.to_string()),
            notice,
            undo: done.undo,
            tour: Tour::of(app, &parts.headers),
            session: cookies::session(app, &parts.headers),
            chosen: language.is_some(),
            words,
            theme,
        })
    }
}

impl Visit {
    /// The frame of a page for somebody who is not signed in.
    pub(crate) fn page(&self) -> Page {
        Page {
            words: self.words.clone(),
            theme: self.theme,
            here: self.here.clone(),
            node: self.app.face(self.words.language()),
            officer: None,
            token: String::new(),
            place: Place::Elsewhere,
            level: Level::default(),
            handling: None,
            notice: self.notice.clone(),
            waiting: 0,
            signs: false,
            sign_problem: None,
            tour: self.tour,
        }
    }

    /// The session's secret as the browser sent it.
    pub(crate) fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }
}

/// An officer in a seat: signed in, with everything needed to act.
pub(crate) struct Seat {
    pub(crate) visit: Visit,
    pub(crate) ctx: Ctx,
    /// Why the password that was to sign the form did not.
    sign_problem: Option<String>,
    session: String,
}

impl FromRequestParts<App> for Seat {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let mut visit = match Visit::from_request_parts(parts, app).await {
            Ok(visit) => visit,
            Err(never) => match never {},
        };
        let first = || Problem::SignInFirst(back_to(&parts.uri.to_string()));
        let session = visit.session.clone().ok_or_else(first)?;
        let ctx = desk::session::resume(app, &session).await?.ok_or_else(first)?;
        if !visit.chosen && visit.words.offered().contains(&ctx.language()) {
            visit.words = app.words(Some(ctx.language()));
        }
        Ok(Self { visit, ctx, sign_problem: None, session })
    }
}

impl Seat {
    /// The frame of a page for this officer.
    pub(crate) fn page(&self) -> Page {
        let officer = OfficerFace {
            name: self.ctx.name().to_owned(),
            roles: desk::session::roles(&self.ctx),
            purpose: self.ctx.purpose(),
            purposes: self.ctx.purposes(),
        };
        let mut page = Page {
            officer: Some(officer),
            token: token::make(&self.session),
            signs: desk::session::signs(&self.ctx),
            sign_problem: self.sign_problem.clone(),
            ..self.visit.page()
        };
        if let Some(notice) = &mut page.notice {
            let name = self.app().undoable().name(&self.session, self.visit.undo);
            notice.undo = name.map(|name| (self.visit.undo, self.visit.words.say(&name)));
        }
        page
    }

    /// Whether a token was made for this session.
    pub(crate) fn token_fits(&self, token: &str) -> bool {
        token::fits(&self.session, token)
    }

    /// A page that asks for the password again, where the form that was sent is to be signed and is not.
    pub(crate) fn unsigned(&self) -> Option<Page> {
        let page = self.page();
        let needed = self.sign_problem.clone().unwrap_or_else(|| page.say("field-needed"));
        (!desk::session::can_act(&self.ctx)).then(|| Page { sign_problem: Some(needed), ..page })
    }

    /// What every handler has at hand.
    pub(crate) fn app(&self) -> &App {
        &self.visit.app
    }
}

/// The largest form without a file, also where files may come.
pub(crate) const PLAIN_BYTES: usize = 1024 * 1024;

/// A form that was sent from a page of this session.
pub(crate) struct Sent<T> {
    pub(crate) seat: Seat,
    pub(crate) form: T,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Token {
    _form: String,
    /// The officer's password, when what is sent is to be signed.
    _sign: String,
}

impl<T: DeserializeOwned + Send> FromRequest<App> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let mut seat = Seat::from_request_parts(&mut parts, app).await?;
        let bytes =
            Bytes::from_request(Request::from_parts(parts, body), app).await.map_err(|_| Problem::Large)?;
        if bytes.len() > PLAIN_BYTES {
            return Err(Problem::Large);
        }
        let token = read::<Token>(&bytes, app).await?;
        if !seat.token_fits(&token._form) {
            return Err(Problem::Origin);
        }
        if !token._sign.is_empty() {
            match desk::session::sign_as(&seat.ctx, &token._sign).await? {
                Ok(signing) => seat.ctx = signing,
                Err(problem) => seat.sign_problem = Some(problem),
            }
        }
        Ok(Self { form: read(&bytes, app).await?, seat })
    }
}

/// A form with files that was sent from a page of this session; one without files may come as a plain form.
pub(crate) struct SentFiles<T> {
    pub(crate) seat: Seat,
    pub(crate) form: T,
    pub(crate) files: Vec<NewAttachment>,
}

impl<T: DeserializeOwned + Send> FromRequest<App> for SentFiles<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.unwrap_or_default().starts_with("multipart/form-data") {
            let Sent { seat, form } = Sent::from_request(request, app).await?;
            return Ok(Self { seat, form, files: Vec::new() });
        }
        let (mut parts, body) = request.into_parts();
        let seat = Seat::from_request_parts(&mut parts, app).await?;
        let multipart = Multipart::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(|error| Problem::Invalid("WB-400", error.to_string()))?;
        let (bytes, files) = upload::form_with_files(multipart, |token| seat.token_fits(token)).await?;
        Ok(Self { form: read(&bytes.into(), app).await?, seat, files })
    }
}

async fn read<T: DeserializeOwned>(bytes: &Bytes, app: &App) -> Result<T, Problem> {
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(bytes.clone()))
        .map_err(|error| Problem::broken("WB-002", &error))?;
    let form = Form::<T>::from_request(request, app).await;
    form.map(|Form(form)| form).map_err(|error| Problem::Invalid("WB-400", error.to_string()))
}

/// A path of this node to come back to; anything else becomes the inbox.
pub(crate) fn back_to(path: &str) -> String {
    let plain = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n'])
        && path.len() < 2000;
    if plain { path.to_owned() } else { urls::INBOX.to_owned() }
}

/// Goes to a page and says there what was done and how often.
pub(crate) fn done(to: &str, what: &str, n: u64) -> Redirect {
    let joint = if to.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{to}{joint}done={what}&n={n}"))
}

/// Goes to a page, says there what was done and offers to take it back.
pub(crate) fn done_unless(seat: &Seat, to: &str, what: &str, n: u64, deed: Option<Deed>) -> Redirect {
    let Some(deed) = deed else { return done(to, what, n) };
    let number = seat.app().undoable().keep(&seat.session, deed);
    let joint = if to.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{to}{joint}done={what}&n={n}&undo={number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_never_sent_to_another_site() {
        assert_eq!(back_to("/cases?x=1"), "/cases?x=1");
        for evil in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:1", "/a\r\nb"] {
            assert_eq!(back_to(evil), "/", "{evil}");
        }
    }
}
