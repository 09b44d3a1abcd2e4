//! A drawing, and the sheet on which it leaves the program: classification above and below, title, filter, origin.

use crate::svg::{Anchor, FONTS, Ink, Svg, escaped, number};
use crate::text;

/// A drawing: its size and what is on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width in units; a name is written at 13 of them.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What is on it, as SVG without the outermost element.
    pub body: String,
}

/// What is printed around a drawing that is saved or sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The classification in words, with its symbol.
    pub banner: String,
    /// Fill of its bar, with white letters on it.
    pub colour: &'static str,
    /// What is shown.
    pub title: String,
    /// Filter, counts, node, date: one line each.
    pub notes: Vec<String>,
    /// What the signs and lines mean.
    pub legend: Vec<String>,
    /// BCP 47 tag of these words.
    pub language: &'static str,
}

const BAR: f64 = 26.0;
const MARGIN: f64 = 16.0;
const LINE: f64 = 19.0;

impl Drawing {
    /// The drawing for a page, with a name for those who do not see it.
    pub fn on_page(&self, label: &str) -> String {
        format!(
            r#"<svg class="dw" role="group" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}" font-family="{FONTS}">{}</svg>"#,
            escaped(label),
            number(self.width),
            number(self.height),
            number(self.width),
            number(self.height),
            self.body
        )
    }

    /// The drawing as a file of its own, on a white sheet.
    pub fn on_sheet(&self, sheet: &Sheet) -> String {
        let width = self.width.max(640.0) + 2.0 * MARGIN;
        let room = width - 2.0 * MARGIN;
        let wrap = |lines: &[String]| -> Vec<String> {
            lines.iter().flat_map(|line| wrapped(line, 12.0, room)).collect()
        };
        let (notes, legend) = (wrap(&sheet.notes), wrap(&sheet.legend));
        let above = BAR + 30.0 + LINE * notes.len() as f64 + 12.0;
        let below = 12.0 + LINE * legend.len() as f64 + 8.0;
        let height = above + self.height + below + BAR;
        let mut svg = Svg::default();
        svg.add(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" font-family="{FONTS}" lang="{}">"#,
            sheet.language,
            w = number(width),
            h = number(height)
        ));
        svg.title(&sheet.title);
        svg.rect(0.0, 0.0, width, height, r##"fill="#ffffff""##);
        for top in [0.0, height - BAR] {
            svg.rect(0.0, top, width, BAR, &format!(r#"fill="{}""#, sheet.colour));
            svg.add(r##"<g fill="#ffffff" font-weight="700">"##);
            svg.text(MARGIN, top + 18.0, Anchor::Start, 13.0, &text::fitted(&sheet.banner, 13.0, room));
            svg.end();
        }
        svg.group(Ink::Plain, r#"font-weight="700""#);
        svg.text(MARGIN, BAR + 24.0, Anchor::Start, 16.0, &text::fitted(&sheet.title, 16.0, room));
        svg.end();
        svg.group(Ink::Note, "");
        for (at, line) in notes.iter().enumerate() {
            svg.text(MARGIN, BAR + 46.0 + LINE * at as f64, Anchor::Start, 12.0, line);
        }
        for (at, line) in legend.iter().enumerate() {
            svg.text(MARGIN, above + self.height + 24.0 + LINE * at as f64, Anchor::Start, 12.0, line);
        }
        svg.end();
        svg.group_at((width - self.width) / 2.0, above);
        svg.add(&self.body);
        svg.end();
        svg.add("</svg>");
        svg.into_text()
    }
}

/// A line broken at spaces so that no part is wider than the room.
fn wrapped(line: &str, size: f64, room: f64) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in line.split(' ') {
        let longer = if open.is_empty() { word.to_owned() } else { format!("{open} {word}") };
        if text::width(&longer, size) > room && !open.is_empty() {
            found.push(std::mem::replace(&mut open, word.to_owned()));
        } else {
            open = longer;
        }
    }
    found.push(open);
    found.into_iter().map(|line| text::fitted(&line, size, room)).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_says_its_classification_twice_and_the_filter_once() {
        let drawing = Drawing { width: 100.0, height: 50.0, body: "<circle r=\"1\"/>".into() };
        let sheet = Sheet {
            banner: "▲ RESTRICTED".into(),
            colour: "#7a4a00",
            title: "Link chart".into(),
            notes: vec!["calls from 1 Mar 2017".into()],
            legend: vec!["solid = confirmed".into()],
            language: "en",
        };
        let svg = drawing.on_sheet(&sheet);
        assert_eq!(svg.matches("▲ RESTRICTED").count(), 2);
        assert_eq!(svg.matches("calls from 1 Mar 2017").count(), 1);
        assert!(svg.contains("<circle r=\"1\"/>") && !svg.contains("href"));
    }
}
