//! Text that people wrote, with the language its script gives away.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_model::Language;

/// A text as somebody wrote it. The `lang` attribute makes the browser choose the right font, line height and breaks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Template)]
#[template(
    ext = "html",
    source = r#"{% match lang %}{% when Some with (lang) %}<span lang="{{ lang }}">{{ text }}</span>{% when None %}{{ text }}{% endmatch %}"#
)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) lang: Option<String>,
}

impl HtmlSafe for Text {}

impl Text {
    /// A text whose language is told by its script.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = visible(text.into());
        let lang = Language::of_script(&text).map(|language| language.tag().to_owned());
        Self { text, lang }
    }

    /// A text of a stated language.
    pub(crate) fn tagged(text: impl Into<String>, language: Option<&str>) -> Self {
        let mut text = Self::new(text);
        if let Some(tag) = language.filter(|tag| !tag.is_empty()) {
            text.lang = Some(tag.to_owned());
        }
        text
    }

    /// A text that the page itself says, already in the page's language.
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }
}

/// Shows the signs that reverse or hide text, so that a name cannot pass for another on the screen.
fn visible(text: String) -> String {
    const HIDDEN: [std::ops::RangeInclusive<char>; 3] =
        ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}', '\u{200e}'..='\u{200f}'];
    if !text.chars().any(|c| HIDDEN.iter().any(|range| range.contains(&c))) {
        return text;
    }
    text.chars().map(|c| if HIDDEN.iter().any(|range| range.contains(&c)) { '\u{fffd}' } else { c }).collect()
}

/// A text with found parts marked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Template)]
#[template(
    ext = "html",
    source = r#"{% if let Some(lang) = lang %}<span lang="{{ lang }}">{% endif %}{% for (found, part) in parts %}{% if found %}<mark>{{ part }}</mark>{% else %}{{ part }}{% endif %}{% endfor %}{% if lang.is_some() %}</span>{% endif %}"#
)]
pub(crate) struct Marked {
    pub(crate) parts: Vec<(bool, String)>,
    pub(crate) lang: Option<String>,
}

impl HtmlSafe for Marked {}

impl Marked {
    /// A text that the page itself says, with nothing marked.
    pub(crate) fn own(text: String) -> Self {
        Self { parts: vec![(false, text)], lang: None }
    }

    /// Cuts a text at byte ranges; a range that does not fit the text is left out.
    pub(crate) fn new(text: &str, found: &[std::ops::Range<usize>]) -> Self {
        let mut parts = Vec::new();
        let mut from = 0;
        for range in found {
            let (Some(before), Some(inside)) = (text.get(from..range.start), text.get(range.clone())) else {
                continue;
            };
            parts.push((false, visible(before.to_owned())));
            parts.push((true, visible(inside.to_owned())));
            from = range.end;
        }
        parts.push((false, visible(text.get(from..).unwrap_or_default().to_owned())));
        parts.retain(|(_, part)| !part.is_empty());
        Self { parts, lang: Language::of_script(text).map(|language| language.tag().to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_the_language_of_its_script() {
        assert_eq!(Text::new("สมชาย").to_string(), r#"<span lang="th">สมชาย</span>"#);
        assert_eq!(Text::new("Budi <b>").to_string(), "Budi &#60;b&#62;");
    }

    #[test]
    fn a_reversed_name_is_shown_as_what_it_is() {
        assert_eq!(Text::new("ab\u{202e}cd").to_string(), "ab\u{fffd}cd");
    }

    #[test]
    fn found_parts_are_marked_and_odd_ranges_do_no_harm() {
        let ranges = [3..6, 100..200, 1..2];
        assert_eq!(Marked::new("ab cde f", &ranges[..1]).to_string(), "ab <mark>cde</mark> f");
        assert_eq!(Marked::new("สม", &ranges[2..]).to_string(), r#"<span lang="th">สม</span>"#);
    }
}
