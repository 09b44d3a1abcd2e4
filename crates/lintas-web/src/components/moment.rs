//! A date or an instant on the page, with the other era on hover.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_model::{PartialDate, Timestamp};

use crate::dates;
use crate::words::Words;

/// A date or an instant.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r#"<time datetime="{{ iso }}"{% if let Some(other) = other %} title="{{ other }}"{% endif %}>{{ shown }}</time>"#
)]
pub(crate) struct Moment {
    pub(crate) iso: String,
    pub(crate) shown: String,
    pub(crate) other: Option<String>,
}

impl HtmlSafe for Moment {}

impl Moment {
    /// An instant to the minute.
    pub(crate) fn at(words: &Words, at: Timestamp) -> Self {
        Self::written(at.to_string(), dates::instant(words, at))
    }

    /// The day of an instant.
    pub(crate) fn day(words: &Words, at: Timestamp) -> Self {
        Self::written(at.to_string(), dates::day(words, at))
    }

    /// A date as exactly as it is known.
    pub(crate) fn on(words: &Words, date: PartialDate) -> Self {
        Self::written(date.to_string().trim_end_matches('~').to_owned(), dates::partial(words, date))
    }

    fn written(iso: String, written: dates::Written) -> Self {
        Self { iso, shown: written.shown, other: written.other }
    }
}
