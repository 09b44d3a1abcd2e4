//! Telephone analysis: when calls are made, as a week of hours, and between whom most often, as bars.

use crate::sheet::Drawing;
use crate::svg::{Anchor, Ink, Svg};
use crate::text;

/// What is drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Telephone {
    /// Names of the days, Monday first.
    pub days: [String; 7],
    /// Calls by day and hour.
    pub by_hour: [[usize; 24]; 7],
    /// The most frequent pairs: in words, how many calls, and the number as the language writes it.
    pub pairs: Vec<(String, f64, String)>,
    /// Heading over the week.
    pub week: String,
    /// Heading over the pairs.
    pub most: String,
}

const CELL: f64 = 30.0;
const NAME: f64 = 110.0;

/// Draws both.
pub fn draw(calls: &Telephone) -> Drawing {
    let width = NAME + CELL * 24.0 + 20.0;
    let mut svg = Svg::default();
    svg.group(Ink::Plain, r#"font-weight="600""#);
    svg.text(0.0, 16.0, Anchor::Start, 13.0, &calls.week);
    svg.end();
    let most = calls.by_hour.iter().flatten().copied().max().unwrap_or(0).max(1) as f64;
    let top = 46.0;
    svg.group(Ink::Note, "");
    for hour in 0..24 {
        let x = NAME + CELL * (hour as f64 + 0.5);
        svg.text(x, top - 6.0, Anchor::Middle, 10.5, &format!("{hour:02}"));
    }
    for (day, name) in calls.days.iter().enumerate() {
        let y = top + CELL * (day as f64 + 0.5) + 4.0;
        svg.text(NAME - 8.0, y, Anchor::End, 12.0, &text::fitted(name, 12.0, NAME - 12.0));
    }
    svg.end();
    svg.group(Ink::Grid, "");
    for day in 0..7 {
        for hour in 0..24 {
            let (x, y) = (NAME + CELL * f64::from(hour), top + CELL * f64::from(day));
            svg.rect(x + 1.0, y + 1.0, CELL - 2.0, CELL - 2.0, "");
        }
    }
    svg.end();
    svg.group(Ink::Bar, "");
    for (day, hours) in calls.by_hour.iter().enumerate() {
        for (hour, &n) in hours.iter().enumerate().filter(|(_, n)| **n > 0) {
            // The square grows with the number, so that shade alone need not be told apart.
            let side = (CELL - 4.0) * (0.35 + 0.65 * (n as f64 / most).sqrt());
            let (x, y) = (NAME + CELL * (hour as f64 + 0.5), top + CELL * (day as f64 + 0.5));
            svg.rect(x - side / 2.0, y - side / 2.0, side, side, r#"rx="2" fill-opacity="0.8""#);
        }
    }
    svg.end();
    svg.group(Ink::Label, r#"font-weight="600""#);
    for (day, hours) in calls.by_hour.iter().enumerate() {
        for (hour, &n) in hours.iter().enumerate().filter(|(_, n)| **n > 0) {
            let (x, y) = (NAME + CELL * (hour as f64 + 0.5), top + CELL * (day as f64 + 0.5));
            svg.text(x, y + 4.0, Anchor::Middle, 11.0, &n.to_string());
        }
    }
    svg.end();
    let mut y = top + CELL * 7.0 + 34.0;
    if !calls.pairs.is_empty() {
        svg.group(Ink::Plain, r#"font-weight="600""#);
        svg.text(0.0, y, Anchor::Start, 13.0, &calls.most);
        svg.end();
        y += 14.0;
    }
    let greatest = calls.pairs.iter().map(|pair| pair.1).fold(1.0, f64::max);
    let names = 330.0;
    for (name, n, shown) in &calls.pairs {
        let long = (width - names - 70.0) * n / greatest;
        svg.group(Ink::Plain, "");
        svg.text(names - 8.0, y + 14.0, Anchor::End, 12.0, &text::fitted(name, 12.0, names - 12.0));
        svg.text(names + long + 8.0, y + 14.0, Anchor::Start, 12.0, shown);
        svg.end();
        svg.group(Ink::Bar, r#"fill-opacity="0.8""#);
        svg.rect(names, y + 3.0, long.max(2.0), 15.0, r#"rx="2""#);
        svg.end();
        y += 24.0;
    }
    Drawing { width, height: y + 6.0, body: svg.into_text() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hour_with_calls_has_its_number() {
        let mut calls = Telephone::default();
        calls.by_hour[2][22] = 37;
        calls.pairs.push(("a – b".into(), 37.0, "37".into()));
        let body = draw(&calls).body;
        assert_eq!(body.matches(">37<").count(), 2);
        assert!(draw(&Telephone::default()).height > 0.0);
    }
}
