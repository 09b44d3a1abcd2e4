//! The association matrix: people along both edges, a mark where two are in contact.
//!
//! A full mark is an association that at least one graded source supports, a hollow one is suspected only: the signs of
//! UNODC, *Criminal Intelligence Manual for Analysts* (2011), ch. 7.

use crate::sheet::Drawing;
use crate::sign::Sign;
use crate::svg::{Anchor, Ink, Svg};
use crate::text;

/// One person or thing along the edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What it is.
    pub sign: Sign,
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: Option<String>,
    /// With how many it is associated, as the reader's language writes it.
    pub associates: String,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Place of the one.
    pub row: usize,
    /// Place of the other.
    pub column: usize,
    /// Whether no source supports it well.
    pub is_suspected: bool,
    /// What links them, for whoever points at it.
    pub title: String,
}

const NAME: f64 = 220.0;
const STEP: f64 = 26.0;
const TOP: f64 = 34.0;

/// Draws the matrix; cells of members that are not drawn are left out.
pub fn draw(members: &[Member], cells: &[Cell], heading: &str) -> Drawing {
    let n = members.len();
    let (width, height) = (NAME + STEP * n as f64 + 60.0, TOP + STEP * n as f64 + 10.0);
    let x = |column: usize| NAME + STEP * (column as f64 + 0.5);
    let y = |row: usize| TOP + STEP * (row as f64 + 0.5);
    let mut svg = Svg::default();
    svg.group(Ink::Grid, "");
    for at in 0..n {
        // A line leads the eye from the name to its cells, and down from the number.
        svg.line((NAME, y(at)), (x(n.saturating_sub(1)) + STEP / 2.0, y(at)), "");
        svg.line((x(at), TOP), (x(at), y(n.saturating_sub(1)) + STEP / 2.0), "");
    }
    svg.end();
    svg.group(Ink::Ground, "");
    for at in 0..n {
        svg.rect(x(at) - STEP / 2.0 + 1.0, y(at) - STEP / 2.0 + 1.0, STEP - 2.0, STEP - 2.0, "");
    }
    svg.end();
    svg.group(Ink::Note, "");
    for (at, member) in members.iter().enumerate() {
        svg.text(x(at), TOP - 6.0, Anchor::Middle, 11.0, &(at + 1).to_string());
        svg.text(x(at), y(at) + 4.0, Anchor::Middle, 11.0, &(at + 1).to_string());
        svg.text(width - 8.0, y(at) + 4.0, Anchor::End, 11.0, &member.associates);
    }
    svg.text(width - 8.0, TOP - 6.0, Anchor::End, 11.0, heading);
    svg.end();
    svg.group(Ink::Arrow, "");
    for cell in cells.iter().filter(|cell| cell.row < n && cell.column < n) {
        for (row, column) in [(cell.row, cell.column), (cell.column, cell.row)] {
            svg.add("<g>");
            svg.title(&cell.title);
            let hollow = if cell.is_suspected { r##" class="dh" fill="#ffffff""## } else { "" };
            svg.circle(x(column), y(row), 7.0, &format!(r##"stroke="#475569" stroke-width="2"{hollow}"##));
            svg.end();
        }
    }
    svg.end();
    for (at, member) in members.iter().enumerate() {
        let href = member.href.as_deref();
        svg.link(href);
        member.sign.draw(&mut svg, 18.0, y(at), 0.62);
        svg.group(if href.is_some() { Ink::Link } else { Ink::Label }, "");
        let label = text::fitted(&member.label, 13.0, NAME - 66.0);
        svg.text(36.0, y(at) + 4.5, Anchor::Start, 13.0, &label);
        svg.end();
        svg.end_link(href);
        svg.group(Ink::Note, "");
        svg.text(NAME - 6.0, y(at) + 4.0, Anchor::End, 11.0, &(at + 1).to_string());
        svg.end();
    }
    Drawing { width: width.max(320.0), height: height.max(60.0), body: svg.into_text() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::EntityKind;

    #[test]
    fn an_association_stands_on_both_sides_and_a_suspected_one_is_hollow() {
        let member = |label: &str| Member {
            sign: Sign::Of(EntityKind::Person),
            label: label.into(),
            href: None,
            associates: "1".into(),
        };
        let cell = |row, column, is_suspected| Cell { row, column, is_suspected, title: "called".into() };
        let drawing = draw(
            &[member("Ratana"), member("Wichai"), member("Bopha")],
            &[cell(0, 1, false), cell(1, 2, true), cell(0, 99, false)],
            "links",
        );
        assert_eq!(drawing.body.matches("<circle").count(), 4);
        assert_eq!(drawing.body.matches("class=\"dh\"").count(), 2);
        assert!(draw(&[], &[], "").height > 0.0);
    }
}
