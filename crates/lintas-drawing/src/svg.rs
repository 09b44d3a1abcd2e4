//! Writing SVG: escaped texts, short numbers, nothing from outside.

use std::fmt::Write as _;

use lintas_model::Language;

/// The letters of all nine languages, as the page and the documents name them.
pub const FONTS: &str =
    "Noto Sans, Noto Sans Thai, Noto Sans Khmer, Noto Sans Lao, Noto Sans Bengali, sans-serif";

/// What a thing is drawn with: its class on a page, and its attributes everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// A name, with a halo of the ground.
    Label,
    /// A smaller word beside a name, with a halo.
    Note,
    /// A name that a page links to, with a halo.
    Link,
    /// A plain text without a halo.
    Plain,
    /// A line that says something.
    Tie,
    /// A thin line of a grid.
    Grid,
    /// The head of an arrow, a filled mark.
    Arrow,
    /// A surface of the ground.
    Ground,
    /// A bar or a cell; how much is said by its opacity.
    Bar,
    /// Something disputed or struck out.
    Danger,
    /// A protected person.
    Victim,
}

impl Ink {
    const fn attributes(self) -> &'static str {
        match self {
            Self::Label => {
                r##"class="dk" fill="#16202e" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke""##
            }
            Self::Note => {
                r##"class="dn" fill="#475569" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke""##
            }
            Self::Link => {
                r##"class="du" fill="#155a9c" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke""##
            }
            Self::Plain => r##"class="dp" fill="#16202e""##,
            Self::Tie => r##"class="dt" stroke="#475569" fill="none""##,
            Self::Grid => r##"class="dl" stroke="#d5dbe3" fill="none""##,
            Self::Arrow => r##"class="da" fill="#475569""##,
            Self::Ground => r##"class="dg" fill="#ffffff""##,
            Self::Bar => r##"class="db" fill="#155a9c""##,
            Self::Danger => r##"class="dd" stroke="#a3211b" fill="none""##,
            Self::Victim => r##"class="dv" stroke="#6b3fa0" fill="none""##,
        }
    }
}

/// Where a text stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A number with at most one decimal.
pub fn number(n: f64) -> String {
    let tenths = (n * 10.0).round() / 10.0;
    if tenths == 0.0 { "0".to_owned() } else { format!("{tenths}") }
}

/// A text that may stand between tags and in an attribute.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // XML has no room for control characters, and signs that turn the direction hide what a name is.
            c if c.is_control() => safe.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

/// A piece of SVG being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Svg {
    text: String,
}

impl Svg {
    /// What has been written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Opens a group drawn with an ink, with further attributes.
    pub fn group(&mut self, ink: Ink, more: &str) {
        let _ = write!(self.text, "<g {} {more}>", ink.attributes());
    }

    /// Opens a group that stands at a point.
    pub fn group_at(&mut self, x: f64, y: f64) {
        let _ = write!(self.text, r#"<g transform="translate({} {})">"#, number(x), number(y));
    }

    /// Closes a group.
    pub fn end(&mut self) {
        self.text.push_str("</g>");
    }

    /// Opens a link; nothing where there is none.
    pub fn link(&mut self, href: Option<&str>) {
        if let Some(href) = href {
            let _ = write!(self.text, r#"<a href="{}">"#, escaped(href));
        }
    }

    /// Closes a link that was opened with the same address.
    pub fn end_link(&mut self, href: Option<&str>) {
        if href.is_some() {
            self.text.push_str("</a>");
        }
    }

    /// What is said of the group or link that is open.
    pub fn title(&mut self, text: &str) {
        if !text.is_empty() {
            let _ = write!(self.text, "<title>{}</title>", escaped(text));
        }
    }

    /// A text in the ink of its group.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, size: f64, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        // The language chooses the letters: Khmer and Thai digits and marks differ between fonts.
        let language =
            Language::of_script(text).map(|l| format!(r#" lang="{}""#, l.tag())).unwrap_or_default();
        let _ = write!(
            self.text,
            r#"<text x="{}" y="{}" font-size="{}"{anchor}{language}>{}</text>"#,
            number(x),
            number(y),
            number(size),
            escaped(text)
        );
    }

    /// A path with further attributes.
    pub fn path(&mut self, d: &str, more: &str) {
        let _ = write!(self.text, r#"<path d="{d}" {more}/>"#);
    }

    /// A straight line with further attributes.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), more: &str) {
        let (a, b, c, d) = (number(from.0), number(from.1), number(to.0), number(to.1));
        let _ = write!(self.text, r#"<path d="M{a} {b}L{c} {d}" {more}/>"#);
    }

    /// A rectangle with further attributes.
    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, more: &str) {
        let _ = write!(
            self.text,
            r#"<rect x="{}" y="{}" width="{}" height="{}" {more}/>"#,
            number(x),
            number(y),
            number(width.max(0.0)),
            number(height.max(0.0))
        );
    }

    /// A circle with further attributes.
    pub fn circle(&mut self, x: f64, y: f64, r: f64, more: &str) {
        let _ =
            write!(self.text, r#"<circle cx="{}" cy="{}" r="{}" {more}/>"#, number(x), number(y), number(r));
    }

    /// Something written before.
    pub fn add(&mut self, svg: &str) {
        self.text.push_str(svg);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_never_becomes_a_tag() {
        assert_eq!(escaped("<b a=\"1\">&\u{202e}\n"), "&lt;b a=&quot;1&quot;&gt;&amp;\u{fffd} ");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!((number(1.0), number(1.26), number(-0.04)), ("1".into(), "1.3".into(), "0".into()));
    }
}
