//! The link chart: who is connected with whom.

use crate::layout::{self, Room, Spot};
use crate::sheet::Drawing;
use crate::sign::{Line, Sign};
use crate::svg::{Anchor, Ink, Svg, number};
use crate::text;

/// A person or thing on the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub sign: Sign,
    /// Its name as lists show it.
    pub label: String,
    /// Agency and grade, in small letters.
    pub note: String,
    /// Its page.
    pub href: Option<String>,
}

/// Which way a link goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// No way: they met, they are kin.
    #[default]
    None,
    /// From the first to the second.
    Forward,
    /// From the second to the first.
    Back,
    /// Both ways.
    Both,
}

/// All that links two things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The one end, by its place in the chart.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// How sure it is.
    pub line: Line,
    /// Which way it goes.
    pub direction: Direction,
    /// How often, which says how thick the line is.
    pub count: u64,
    /// What it is, in a word or two.
    pub label: String,
}

/// A link chart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkChart {
    /// People and things.
    pub nodes: Vec<Node>,
    /// What links them.
    pub ties: Vec<Tie>,
}

const LABEL: f64 = 13.0;
const NOTE: f64 = 11.0;
const LABEL_WIDTH: f64 = 150.0;
const MARGIN: f64 = 18.0;
/// With more links than this, what they are stands in the table only.
const LABELLED: usize = 70;
/// From the middle of a sign to the end of its lines.
const CLEAR: f64 = 21.0;

/// Thickness of a line in three steps.
pub const fn thickness(count: u64) -> f64 {
    match count {
        0..=1 => 1.6,
        2..=9 => 2.8,
        _ => 4.4,
    }
}

fn lines(node: &Node) -> Vec<String> {
    text::lines(&node.label, LABEL, LABEL_WIDTH)
}

fn room(node: &Node) -> Room {
    let lines = lines(node);
    let widest =
        lines.iter().map(|line| text::width(line, LABEL)).fold(text::width(&node.note, NOTE), f64::max);
    let below = 22.0 + 17.0 * lines.len() as f64 + if node.note.is_empty() { 0.0 } else { 15.0 };
    Room { half: (widest / 2.0).max(22.0) + 8.0, above: 24.0, below: below + 6.0 }
}

/// Where the signs stand, and the size of the sheet.
pub fn place(chart: &LinkChart) -> (Vec<Spot>, Spot) {
    let rooms: Vec<Room> = chart.nodes.iter().map(room).collect();
    let links: Vec<(usize, usize)> = chart.ties.iter().map(|tie| (tie.from, tie.to)).collect();
    let (spots, size) = layout::place(&rooms, &links);
    let moved = spots.into_iter().map(|(x, y)| (x + MARGIN, y + MARGIN)).collect();
    (moved, (size.0 + 2.0 * MARGIN, size.1 + 2.0 * MARGIN))
}

/// Draws the chart.
pub fn draw(chart: &LinkChart) -> Drawing {
    let (spots, size) = place(chart);
    let mut svg = Svg::default();
    svg.group(Ink::Tie, "");
    for tie in &chart.ties {
        if let Some((from, to)) = ends(tie, &spots) {
            let width = number(thickness(tie.count));
            svg.line(from, to, &format!(r#"stroke-width="{width}" {}"#, tie.line.dashes()));
        }
    }
    svg.end();
    svg.group(Ink::Arrow, "");
    for tie in &chart.ties {
        let Some((from, to)) = ends(tie, &spots) else { continue };
        if matches!(tie.direction, Direction::Forward | Direction::Both) {
            svg.path(&head(from, to, thickness(tie.count)), "");
        }
        if matches!(tie.direction, Direction::Back | Direction::Both) {
            svg.path(&head(to, from, thickness(tie.count)), "");
        }
    }
    svg.end();
    if chart.ties.len() <= LABELLED {
        svg.group(Ink::Note, "");
        for tie in &chart.ties {
            if let Some((from, to)) = ends(tie, &spots) {
                let long = (to.0 - from.0).hypot(to.1 - from.1);
                let words = text::fitted(&tie.label, 10.5, (long - 12.0).max(40.0));
                let at = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
                svg.text(at.0, at.1 + 3.5, Anchor::Middle, 10.5, &words);
            }
        }
        svg.end();
    }
    for (node, spot) in chart.nodes.iter().zip(&spots) {
        name(&mut svg, node, *spot);
    }
    Drawing { width: size.0.max(300.0), height: size.1.max(80.0), body: svg.into_text() }
}

fn name(svg: &mut Svg, node: &Node, (x, y): Spot) {
    let href = node.href.as_deref();
    svg.link(href);
    node.sign.draw(svg, x, y, 1.0);
    let lines = lines(node);
    svg.group(if href.is_some() { Ink::Link } else { Ink::Label }, "");
    for (at, line) in lines.iter().enumerate() {
        svg.text(x, y + 34.0 + 17.0 * at as f64, Anchor::Middle, LABEL, line);
    }
    svg.end();
    if !node.note.is_empty() {
        svg.group(Ink::Note, "");
        svg.text(x, y + 34.0 + 17.0 * lines.len() as f64 - 2.0, Anchor::Middle, NOTE, &node.note);
        svg.end();
    }
    svg.end_link(href);
}

/// Where a line begins and ends, clear of both signs; nothing where they stand on each other.
fn ends(tie: &Tie, spots: &[Spot]) -> Option<(Spot, Spot)> {
    let (a, b) = (*spots.get(tie.from)?, *spots.get(tie.to)?);
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx.hypot(dy);
    (long > 2.0 * CLEAR).then(|| {
        let (ux, uy) = (dx / long * CLEAR, dy / long * CLEAR);
        ((a.0 + ux, a.1 + uy), (b.0 - ux, b.1 - uy))
    })
}

/// The head of an arrow that ends at `to`.
pub(crate) fn head(from: Spot, to: Spot, thickness: f64) -> String {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / long, dy / long);
    let (size, half) = (7.0 + thickness * 1.2, 3.2 + thickness * 0.8);
    let back = (to.0 - ux * size, to.1 - uy * size);
    format!(
        "M{} {}L{} {}L{} {}Z",
        number(to.0),
        number(to.1),
        number(back.0 - uy * half),
        number(back.1 + ux * half),
        number(back.0 + uy * half),
        number(back.1 - ux * half)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::EntityKind;

    fn chart() -> LinkChart {
        let node =
            |sign, label: &str| Node { sign, label: label.into(), note: "KH-CIB · A2".into(), href: None };
        LinkChart {
            nodes: vec![
                node(Sign::Of(EntityKind::Person), "សុខ ចាន់ធី"),
                node(Sign::Of(EntityKind::Phone), "+855 12 345 678"),
                node(Sign::Protected, "V-7"),
            ],
            ties: vec![Tie {
                from: 0,
                to: 1,
                line: Line::Unconfirmed,
                direction: Direction::Forward,
                count: 12,
                label: "called ×12".into(),
            }],
        }
    }

    #[test]
    fn a_chart_shows_shape_letter_name_and_how_sure_each_link_is() {
        let body = draw(&chart()).body;
        assert!(body.contains("lang=\"km\"") && body.contains("សុខ ចាន់ធី") && body.contains(">P<"));
        assert!(body.contains("stroke-dasharray=\"9 5\"") && body.contains("called ×12"));
        assert!(body.contains("V-7") && body.contains('◆'));
        assert!(!body.contains("style=") && !body.contains("<script"));
    }

    #[test]
    fn an_empty_chart_and_one_with_loops_are_drawn() {
        assert!(draw(&LinkChart::default()).height > 0.0);
        let mut odd = chart();
        odd.ties.push(Tie { from: 2, to: 2, ..odd.ties[0].clone() });
        odd.ties.push(Tie { from: 2, to: 99, ..odd.ties[0].clone() });
        assert!(!draw(&odd).body.contains("NaN"));
    }
}
