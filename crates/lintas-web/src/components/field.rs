//! A field of a form: label, hint, the value kept from the last try, and its error beside it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

/// One of several values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

impl Choice {
    /// A value that can be chosen; it is when it equals `current`.
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>, current: &str) -> Self {
        let value = value.into();
        Self { chosen: value == current, value, label: label.into() }
    }

    /// A value of which several can be chosen.
    pub(crate) fn of_many(value: impl Into<String>, label: impl Into<String>, current: &[String]) -> Self {
        let value = value.into();
        Self { chosen: current.contains(&value), value, label: label.into() }
    }
}

/// How the value is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// One line; `autocomplete` as in the HTML standard.
    Line { value: String, autocomplete: &'static str },
    /// A secret; never sent back to the page.
    Secret { autocomplete: &'static str },
    /// A code from an authenticator, or a recovery code.
    Code,
    /// Several lines.
    Area { value: String },
    /// One of a list, shown closed.
    Pick(Vec<Choice>),
    /// One of a list, shown open.
    Radio(Vec<Choice>),
    /// Any of a list.
    Many(Vec<Choice>),
    /// A file, or several.
    File { accept: &'static str, many: bool },
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/field.html")]
pub(crate) struct Field {
    id: String,
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    input: Input,
}

impl HtmlSafe for Field {}

impl Field {
    /// A field.
    pub(crate) fn new(name: impl Into<String>, label: String, input: Input) -> Self {
        let name = name.into();
        Self { id: name.clone(), name, label, hint: None, error: None, required: false, input }
    }

    /// One line of text.
    pub(crate) fn line(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, Input::Line { value: value.to_owned(), autocomplete: "off" })
    }

    /// Several lines of text.
    pub(crate) fn area(name: &'static str, label: String, value: &str) -> Self {
        Self::new(name, label, Input::Area { value: value.to_owned() })
    }

    /// One of a list.
    pub(crate) fn pick(name: &'static str, label: String, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Input::Pick(choices))
    }

    /// Tells it from other fields of the same name on the page.
    pub(crate) fn id(mut self, id: String) -> Self {
        self.id = id;
        self
    }

    /// Says more about what is wanted.
    pub(crate) fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Marks the field as needed.
    pub(crate) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Puts the error of this field beside it.
    pub(crate) fn problems(mut self, problems: &Problems) -> Self {
        self.error = problems.of(&self.name).map(str::to_owned);
        self
    }

    fn described(&self) -> String {
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.id));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.id));
        }
        ids.join(" ")
    }
}

/// What is wrong with a form, by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Problems(BTreeMap<&'static str, String>);

impl Problems {
    /// Notes what is wrong with a field; the first problem of a field stays.
    pub(crate) fn add(&mut self, field: &'static str, problem: String) {
        self.0.entry(field).or_insert(problem);
    }

    /// What is wrong with a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// What is wrong, in the order of the fields' names.
    pub(crate) fn told(&self) -> Vec<String> {
        self.0.values().cloned().collect()
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
