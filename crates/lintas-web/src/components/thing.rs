//! An entity in a line: its shape with its letter, its caption, its page.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_model::{EntityId, EntityKind};

use super::Text;
use crate::assets;
use crate::urls;
use crate::words::Words;

/// An entity in a line. Shape, letter and colour all say what it is.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r##"<span class="thing"><svg class="ent" role="img" aria-label="{{ label }}"><use href="{{ sprite }}#{{ shape }}"></use></svg>{% if let Some(href) = href %}<a href="{{ href }}">{{ caption }}</a>{% else %}<span>{{ caption }}</span>{% endif %}</span>"##
)]
pub(crate) struct Thing {
    sprite: &'static str,
    shape: &'static str,
    label: String,
    caption: Text,
    href: Option<String>,
}

impl HtmlSafe for Thing {}

impl Thing {
    /// An entity that has a page.
    pub(crate) fn new(words: &Words, kind: EntityKind, caption: Text, entity: EntityId) -> Self {
        Self { href: Some(urls::entity(entity)), ..Self::mark(words, kind, caption) }
    }

    /// An entity without a link.
    pub(crate) fn mark(words: &Words, kind: EntityKind, caption: Text) -> Self {
        Self {
            sprite: assets::url("icons.svg"),
            shape: kind.as_str(),
            label: words.word("kind", kind.as_str()),
            caption,
            href: None,
        }
    }
}
