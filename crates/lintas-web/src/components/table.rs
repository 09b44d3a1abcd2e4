//! A table of things, which turns into a list of cards on a narrow screen.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Button, Choice, GradeMark, HandlingMark, Marked, Moment, Pill, Text, Thing};

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) label: String,
    pub(crate) number: bool,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Void,
    /// A text.
    Text(Text),
    /// A link, with a smaller line below.
    Link { href: String, text: Text, below: Option<Text> },
    /// A link whose text has found parts marked, with a smaller line below.
    Found { href: String, text: Marked, below: Marked },
    /// Several links, one below the other.
    Links(Vec<(String, Text)>),
    /// A text with a smaller line below.
    Below { text: Text, below: Text },
    /// An entity.
    Thing(Thing),
    /// A grade.
    Grade(GradeMark),
    /// A handling.
    Handling(HandlingMark),
    /// A date or instant.
    Moment(Moment),
    /// Pills.
    Pills(Vec<Pill>),
    /// A number, already in the language's digits.
    Number(String),
    /// Buttons.
    Buttons(Vec<Button>),
    /// One of a list to choose.
    Pick { name: String, label: String, choices: Vec<Choice> },
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/table.html")]
pub(crate) struct Table {
    caption: Option<String>,
    heads: Vec<Head>,
    rows: Vec<Vec<Cell>>,
    empty: String,
}

impl HtmlSafe for Table {}

impl Table {
    /// A table; `empty` is said when there is no row.
    pub(crate) fn new(empty: String) -> Self {
        Self { caption: None, heads: Vec::new(), rows: Vec::new(), empty }
    }

    /// Names the table for those who do not see it.
    pub(crate) fn caption(mut self, caption: String) -> Self {
        self.caption = Some(caption);
        self
    }

    /// Adds a column.
    pub(crate) fn column(mut self, label: String) -> Self {
        self.heads.push(Head { label, number: false });
        self
    }

    /// Adds a column of numbers.
    pub(crate) fn numbers(mut self, label: String) -> Self {
        self.heads.push(Head { label, number: true });
        self
    }

    /// Adds the rows.
    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    fn label(&self, column: &usize) -> &str {
        self.heads.get(*column).map_or("", |head| head.label.as_str())
    }
}
