//! Badges: the grade as a split box, the handling, and a plain pill.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_model::handling::{HandlingCode, Tlp};
use lintas_model::{Grade, Handling};

use crate::words::Words;

/// A grade as `[A|2]`; hatched when not yet graded.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r#"{% match parts %}{% when Some with ((source, information)) %}<span class="g" title="{{ label }}"><i>{{ source }}</i><i>{{ information }}</i><span class="vh">{{ label }}</span></span>{% when None %}<span class="g none" title="{{ label }}"><i>–</i><span class="vh">{{ label }}</span></span>{% endmatch %}"#
)]
pub(crate) struct GradeMark {
    pub(crate) parts: Option<(char, char)>,
    pub(crate) label: String,
}

impl HtmlSafe for GradeMark {}

impl GradeMark {
    /// The badge of a grade; the scheme stands in the words for whoever hovers or listens.
    pub(crate) fn new(words: &Words, grade: Option<Grade>) -> Self {
        let label = match grade {
            Some(grade) => words.fill(
                "grade-is",
                &[
                    ("source", &grade.source().to_string()),
                    ("information", &grade.information().to_string()),
                    ("scheme", grade.scheme().as_str()),
                ],
            ),
            None => words.say("grade-none"),
        };
        Self { parts: grade.map(|grade| (grade.source(), grade.information())), label }
    }
}

/// What colour a pill takes; the word and the symbol come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Good.
    Ok,
    /// Look at it.
    Warn,
    /// Bad.
    Danger,
    /// About a protected person.
    Victim,
    /// For information.
    Info,
}

impl Tone {
    /// The class in the stylesheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Ok => " ok",
            Self::Warn => " warn",
            Self::Danger => " dan",
            Self::Victim => " vic",
            Self::Info => " inf",
        }
    }
}

/// A short word in a box.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r#"<span class="b{{ tone.class() }}"{% if let Some(title) = title %} title="{{ title }}"{% endif %}>{{ text }}</span>"#
)]
pub(crate) struct Pill {
    pub(crate) tone: Tone,
    pub(crate) text: String,
    pub(crate) title: Option<String>,
}

impl HtmlSafe for Pill {}

impl Pill {
    /// A pill.
    pub(crate) fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), title: None }
    }

    /// A pill that says more to whoever hovers.
    pub(crate) fn titled(tone: Tone, text: impl Into<String>, title: String) -> Self {
        Self { title: Some(title), ..Self::new(tone, text) }
    }
}

/// The handling of a record: codes and traffic light, with what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r#"<span class="b{{ tone.class() }}" title="{{ label }}">{{ short }}<span class="vh"> {{ label }}</span></span>"#
)]
pub(crate) struct HandlingMark {
    pub(crate) tone: Tone,
    pub(crate) short: String,
    pub(crate) label: String,
}

impl HtmlSafe for HandlingMark {}

impl HandlingMark {
    /// The badge of a handling.
    pub(crate) fn new(words: &Words, handling: &Handling) -> Self {
        let strictest = handling.codes.iter().next_back().copied().unwrap_or(HandlingCode::H0);
        let tone = match (strictest, handling.tlp) {
            (HandlingCode::H3, _) | (_, Tlp::Red) => Tone::Danger,
            (HandlingCode::H2, _) | (_, Tlp::AmberStrict) => Tone::Warn,
            _ => Tone::Plain,
        };
        let codes = match handling.codes.is_empty() {
            true => "H0".to_owned(),
            false => handling.codes.iter().map(|c| format!("{c:?}")).collect::<Vec<_>>().join(" "),
        };
        let short = match handling.tlp {
            Tlp::Amber => codes,
            other => format!("{codes} · {other}"),
        };
        Self { tone, short, label: Self::meaning(words, handling) }
    }

    /// The badge as a pill among others.
    pub(crate) fn pill(self) -> Pill {
        Pill::titled(self.tone, self.short, self.label)
    }

    /// What the handling means, in words: each code, the traffic light, the onward rule.
    pub(crate) fn meaning(words: &Words, handling: &Handling) -> String {
        let mut parts = handling
            .codes
            .iter()
            .map(|code| words.word("handling", &format!("{code:?}").to_lowercase()))
            .collect::<Vec<_>>();
        if parts.is_empty() {
            parts.push(words.say("handling-h0"));
        }
        parts.push(format!("TLP:{}", handling.tlp));
        parts.join(" · ")
    }
}
