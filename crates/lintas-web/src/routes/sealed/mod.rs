//! The sealed space: lists, one dossier part by part, screening, what may be told, its administration, the way out.

pub(crate) mod facts;
pub(crate) mod form;
pub(crate) mod keeping;
pub(crate) mod leave;
pub(crate) mod list;
pub(crate) mod screening;
pub(crate) mod sections;
pub(crate) mod sheet;
pub(crate) mod show;
pub(crate) mod told;

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use lintas_casework::sealed::DossierKind;

use crate::page::{Level, Page, Place};

/// Which half of the space an address is in.
pub(crate) struct Room(pub(crate) DossierKind);

impl<S: Sync> FromRequestParts<S> for Room {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let sources = parts.uri.path().starts_with(crate::urls::SOURCES);
        Ok(Self(if sources { DossierKind::Source } else { DossierKind::Person }))
    }
}

/// The frame of a page of the space.
fn framed(page: Page, kind: DossierKind) -> Page {
    let place = match kind {
        DossierKind::Person => Place::Sealed,
        DossierKind::Source => Place::Sources,
    };
    page.at(place).level(Level::Victim)
}
