//! A button that changes something: a form of its own with the token that proves it came from our page.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::components::Field;
use crate::page::Page;

/// A button that posts.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r#"<form class="in" method="post" action="{{ action }}">{% for (name, value) in values %}<input type="hidden" name="{{ name }}" value="{{ value }}">{% endfor %}{% if let Some(field) = signature %}{{ field }}{% endif %}<button class="{{ style }}"{% if let Some(key) = key %} data-key="{{ key }}"{% endif %}>{{ label }}</button></form>"#
)]
pub(crate) struct Button {
    action: String,
    label: String,
    values: Vec<(&'static str, String)>,
    style: &'static str,
    key: Option<&'static str>,
    signature: Option<Field>,
}

impl HtmlSafe for Button {}

impl Button {
    /// A small button that posts to `action`.
    pub(crate) fn new(page: &Page, action: String, label: String) -> Self {
        Self {
            action,
            label,
            values: vec![("_form", page.token.clone())],
            style: "btn2 small",
            key: None,
            signature: None,
        }
    }

    /// Sends a value along.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Asks for the officer's password where what it does is signed.
    pub(crate) fn signed(mut self, page: &Page, id: &str) -> Self {
        self.signature = page.signature(id);
        self
    }

    /// Gives it another look.
    pub(crate) fn style(mut self, style: &'static str) -> Self {
        self.style = style;
        self
    }

    /// Gives it a key of the keyboard.
    pub(crate) fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }
}
