//! What is drawn from entries before the database is asked for anything: bodies, words, identifiers.
//!
//! This is the slow part of entering a record and needs no lock, so it is done beforehand, on all cores, while the group
//! before is still being written.

use lintas_ledger::{Entry, ReadBody};
use lintas_model::property::Property;
use lintas_model::record::Release;
use lintas_model::{AgencyCode, Body};
use rayon::prelude::*;

use super::name::{self, StatedName};
use super::{identifier, readable};
use crate::search;

/// Below this many entries the work is not shared out.
const WORTH_SHARING: usize = 8;

/// An entry of a feed, ready for the views.
pub(crate) struct Placed<'e> {
    pub(crate) entry: &'e Entry,
    pub(crate) body: ReadBody,
    pub(crate) drawn: Drawn,
    /// The originals inside, when it is a release.
    pub(crate) originals: Vec<Original>,
}

/// An original inside a release.
pub(crate) struct Original {
    /// Its place in the release, from 0.
    pub(crate) part: i64,
    pub(crate) entry: Entry,
    pub(crate) body: ReadBody,
    pub(crate) drawn: Drawn,
}

/// What the derived views take from a body.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// The words by which it is found; none for kinds that are found in other ways.
    pub(crate) words: Option<String>,
    /// The identifiers that it states, in normal form.
    pub(crate) identifiers: Vec<(Property, String)>,
    /// The names of persons and organisations that it states.
    pub(crate) names: Vec<StatedName>,
}

impl Drawn {
    /// Draws from the body of a record that an agency wrote.
    pub(crate) fn of(agency: &AgencyCode, body: &Body) -> Self {
        Self {
            words: search::words_of(agency, body),
            identifiers: identifier::stated(agency, body),
            names: name::stated(body),
        }
    }

    fn of_read(entry: &Entry, body: &ReadBody) -> Self {
        readable(body).map_or_else(Self::default, |(body, _)| Self::of(&entry.header().feed.agency, body))
    }
}

/// Draws from entries of one feed, in their order.
pub(crate) fn place(entries: &[Entry]) -> Vec<Placed<'_>> {
    entries.par_iter().with_min_len(WORTH_SHARING).map(placed).collect()
}

fn placed(entry: &Entry) -> Placed<'_> {
    let body = entry.body();
    let originals = match readable(&body) {
        Some((Body::Release(release), _)) => originals(entry, release),
        _ => Vec::new(),
    };
    Placed { entry, drawn: Drawn::of_read(entry, &body), body, originals }
}

fn originals(holder: &Entry, release: &Release) -> Vec<Original> {
    let mut found = Vec::new();
    for (part, original) in release.disclosed.iter().enumerate() {
        // A disclosed original that does not read is left out of the views; the release itself stays.
        let Ok(entry) = Entry::decode(&original.entry) else { continue };
        // A release inside a release would be a way to pass on what was not granted, and nobody speaks for another agency.
        let own = entry.header().feed.agency == holder.header().feed.agency;
        if own && entry.header().kind != holder.header().kind {
            let body = entry.body();
            found.push(Original { part: part as i64, drawn: Drawn::of_read(&entry, &body), entry, body });
        }
    }
    found
}
