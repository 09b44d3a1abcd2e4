//! The flow chart: where money or orders go, from left to right.
//!
//! Who only gives stands on the left, who only receives on the right; a way back is drawn as a bow below. Layers by longest
//! path after ways that close a circle are set aside, order inside a layer by the means of the neighbours (Sugiyama, Tagawa
//! and Toda, "Methods for visual understanding of hierarchical system structures", 1981).

use crate::link_chart::head;
use crate::sheet::Drawing;
use crate::sign::Sign;
use crate::svg::{Anchor, Ink, Svg, number};
use crate::text;

/// One through whose hands it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// What it is.
    pub sign: Sign,
    /// Its name.
    pub label: String,
    /// What it received and gave, in words.
    pub note: String,
    /// Its page.
    pub href: Option<String>,
}

/// All that goes from one to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// From whom, by place.
    pub from: usize,
    /// To whom.
    pub to: usize,
    /// How much, which says how thick the arrow is.
    pub sum: f64,
    /// How much, in words.
    pub label: String,
}

const WIDTH: f64 = 190.0;
const HEIGHT: f64 = 50.0;
const ACROSS: f64 = 130.0;
const DOWN: f64 = 30.0;

/// The column of each hand.
fn columns(n: usize, arrows: &[Arrow]) -> Vec<usize> {
    // Greater flows keep their direction first; one that would close a circle is set aside.
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for arrow in arrows.iter().filter(|a| a.from != a.to && a.from < n && a.to < n) {
        if !reaches(&kept, arrow.to, arrow.from) {
            kept.push((arrow.from, arrow.to));
        }
    }
    let mut column = vec![0; n];
    for _ in 0..n {
        let mut moved = false;
        for &(from, to) in &kept {
            if column[to] <= column[from] {
                column[to] = column[from] + 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    column
}

fn reaches(kept: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut open = vec![from];
    let mut seen = std::collections::BTreeSet::from([from]);
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        open.extend(kept.iter().filter(|(a, _)| *a == at).map(|(_, b)| *b).filter(|b| seen.insert(*b)));
    }
    false
}

/// Draws the chart; arrows come with the greatest first.
pub fn draw(hands: &[Hand], arrows: &[Arrow]) -> Drawing {
    let n = hands.len();
    let column = columns(n, arrows);
    let n_columns = column.iter().max().map_or(0, |most| most + 1);
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); n_columns];
    (0..n).for_each(|hand| rows[column[hand]].push(hand));
    for sweep in 0..6 {
        let place: Vec<f64> = order_places(&rows, n);
        let order: Vec<usize> =
            if sweep % 2 == 0 { (0..n_columns).collect() } else { (0..n_columns).rev().collect() };
        for at in order {
            rows[at].sort_by(|a, b| {
                middle(*a, &place, arrows).total_cmp(&middle(*b, &place, arrows)).then(a.cmp(b))
            });
        }
    }
    let most = rows.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let height = (most * (HEIGHT + DOWN) + DOWN).max(90.0);
    let width = (n_columns as f64 * (WIDTH + ACROSS) - ACROSS + 32.0).max(320.0);
    let mut spots = vec![(0.0, 0.0); n];
    for (at, row) in rows.iter().enumerate() {
        let free = height - row.len() as f64 * (HEIGHT + DOWN);
        for (place, &hand) in row.iter().enumerate() {
            let y = free / 2.0 + (place as f64 + 0.5) * (HEIGHT + DOWN);
            spots[hand] = (16.0 + at as f64 * (WIDTH + ACROSS), y);
        }
    }
    let greatest = arrows.iter().map(|arrow| arrow.sum.abs()).fold(0.0, f64::max);
    let mut svg = Svg::default();
    let mut words = Vec::new();
    let mut heads = Vec::new();
    svg.group(Ink::Tie, r#"stroke-opacity="0.75""#);
    for arrow in arrows.iter().filter(|a| a.from != a.to && a.from < n && a.to < n) {
        let share = if greatest > 0.0 { arrow.sum.abs() / greatest } else { 0.0 };
        let thick = 1.5 + 6.5 * share.sqrt();
        let (a, b) = (spots[arrow.from], spots[arrow.to]);
        let d = if column[arrow.from] < column[arrow.to] {
            let (from, to) = ((a.0 + WIDTH, a.1), (b.0 - 3.0, b.1));
            let bow = (to.0 - from.0) / 2.0;
            heads.push((from.0.max(to.0 - 20.0), to, thick));
            words.push((from, to, arrow));
            bowed(from, (from.0 + bow, from.1), (to.0 - bow, to.1), (to.0 - 8.0, to.1))
        } else {
            // Back: out below, under the boxes, and in from below.
            let (from, to) =
                ((a.0 + WIDTH * 0.62, a.1 + HEIGHT / 2.0), (b.0 + WIDTH * 0.38, b.1 + HEIGHT / 2.0 + 2.0));
            heads.push((f64::NAN, to, thick));
            words.push(((from.0, from.1 + 16.0), (to.0, to.1 + 16.0), arrow));
            bowed(from, (from.0, from.1 + 34.0), (to.0, to.1 + 34.0), (to.0, to.1 + 8.0))
        };
        svg.path(&d, &format!(r#"stroke-width="{}""#, number(thick)));
    }
    svg.end();
    svg.group(Ink::Arrow, "");
    for (x, to, thick) in heads {
        let from = if x.is_nan() { (to.0, to.1 + 20.0) } else { (x, to.1) };
        svg.path(&head(from, to, thick.min(5.0)), "");
    }
    svg.end();
    for (hand, &(x, y)) in hands.iter().zip(&spots) {
        let href = hand.href.as_deref();
        svg.link(href);
        svg.rect(
            x,
            y - HEIGHT / 2.0,
            WIDTH,
            HEIGHT,
            r##"class="dx" rx="5" fill="#ffffff" stroke="#6b7789" stroke-width="1.2""##,
        );
        hand.sign.draw(&mut svg, x + 22.0, y, 0.75);
        svg.group(if href.is_some() { Ink::Link } else { Ink::Label }, "");
        svg.text(x + 42.0, y - 3.0, Anchor::Start, 13.0, &text::fitted(&hand.label, 13.0, WIDTH - 50.0));
        svg.end();
        svg.end_link(href);
        svg.group(Ink::Note, "");
        svg.text(x + 42.0, y + 15.0, Anchor::Start, 11.0, &text::fitted(&hand.note, 11.0, WIDTH - 50.0));
        svg.end();
    }
    svg.group(Ink::Label, "");
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (from, to, arrow) in words {
        let (x, mut y) = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0 - 5.0);
        while taken.iter().any(|(tx, ty)| (tx - x).abs() < 60.0 && (ty - y).abs() < 15.0) {
            y += 15.0;
        }
        taken.push((x, y));
        svg.text(x, y, Anchor::Middle, 11.5, &arrow.label);
    }
    svg.end();
    Drawing { width, height: height + 24.0, body: svg.into_text() }
}

fn bowed(from: (f64, f64), a: (f64, f64), b: (f64, f64), to: (f64, f64)) -> String {
    let p = |spot: (f64, f64)| format!("{} {}", number(spot.0), number(spot.1));
    format!("M{}C{} {} {}", p(from), p(a), p(b), p(to))
}

fn order_places(rows: &[Vec<usize>], n: usize) -> Vec<f64> {
    let mut place = vec![0.0; n];
    for row in rows {
        for (at, &hand) in row.iter().enumerate() {
            place[hand] = (at as f64 + 0.5) / row.len() as f64;
        }
    }
    place
}

/// The mean place of those with whom a hand exchanges.
fn middle(hand: usize, place: &[f64], arrows: &[Arrow]) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for arrow in arrows.iter().filter(|a| a.from < place.len() && a.to < place.len()) {
        let other = if arrow.from == hand {
            arrow.to
        } else if arrow.to == hand {
            arrow.from
        } else {
            continue;
        };
        sum += place[other];
        n += 1.0;
    }
    if n == 0.0 { place[hand] } else { sum / n }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::EntityKind;

    fn arrow(from: usize, to: usize, sum: f64) -> Arrow {
        Arrow { from, to, sum, label: format!("{sum}") }
    }

    #[test]
    fn who_gives_stands_left_of_who_receives_even_in_a_circle() {
        let arrows = [arrow(0, 1, 9.0), arrow(1, 2, 5.0), arrow(2, 0, 1.0)];
        assert_eq!(columns(3, &arrows), [0, 1, 2]);
    }

    #[test]
    fn every_sum_is_written_and_nothing_breaks_it() {
        let hand = |label: &str| Hand {
            sign: Sign::Of(EntityKind::Account),
            label: label.into(),
            note: String::new(),
            href: None,
        };
        let arrows = [arrow(0, 1, 900.0), arrow(1, 0, 20.0), arrow(1, 1, 3.0), arrow(0, 9, 4.0)];
        let body = draw(&[hand("a"), hand("b")], &arrows).body;
        assert!(body.contains(">900<") && body.contains(">20<") && !body.contains("NaN"));
        assert!(draw(&[], &[]).width > 0.0);
    }
}
