//! The event chart: what happened when, with a line for each person or thing through the events that it was in.
//!
//! Events carry numbers that lead to the table beside the drawing: words on a time axis lie on each other as soon as a day
//! has three events. Events keep their distance from one another, so the axis bends where they crowd, and its ticks with it.

use crate::sheet::Drawing;
use crate::sign::{Line, Sign};
use crate::svg::{Anchor, Ink, Svg, number};
use crate::text;

/// A theme line: a person or thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What it is.
    pub sign: Sign,
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: Option<String>,
}

/// What an event is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Something between people: a call, a payment, a meeting.
    Contact,
    /// Somebody was seen somewhere.
    Sighting,
    /// A report of something that happened.
    Report,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// When it began at the earliest, in seconds since 1970-01-01.
    pub from: i64,
    /// When it was over at the latest; the same where the moment is known.
    pub until: i64,
    /// Which lines it touches, by their places.
    pub lanes: Vec<usize>,
    /// What it is drawn as.
    pub mark: Mark,
    /// How sure it is.
    pub line: Line,
    /// Its number in the table.
    pub number: String,
    /// What it is, for whoever points at it.
    pub title: String,
}

const NAME: f64 = 200.0;
const STEP: f64 = 21.0;
const LANE: f64 = 34.0;
const TOP: f64 = 44.0;

/// Up to about eight instants between two, at round days: the first of every month or year, or whole days.
pub fn ticks(from: i64, until: i64) -> Vec<i64> {
    const DAY: i64 = 86_400;
    let days = (until - from).div_euclid(DAY) + 1;
    let step = [1, 2, 3, 5, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 18_262, 365_250]
        .into_iter()
        .find(|step| days / step <= 8)
        .unwrap_or(365_250);
    let first = from.div_euclid(DAY);
    (0..=days / step).map(|at| (first + at * step) * DAY).filter(|&at| at <= until).collect()
}

/// Where each event stands along the axis: at its time, but no nearer to the one before than a mark is wide.
fn places(events: &[Happening], left: f64, right: f64) -> Vec<f64> {
    let (first, last) = span(events);
    let scale = (right - left) / (last - first).max(1) as f64;
    let mut places: Vec<f64> =
        events.iter().map(|event| left + (event.from - first) as f64 * scale).collect();
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1] + STEP);
    }
    let mut limit = right;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - STEP;
    }
    places
}

/// First and last moment of all events.
pub fn span(events: &[Happening]) -> (i64, i64) {
    let first = events.iter().map(|event| event.from).min().unwrap_or(0);
    let last = events.iter().map(|event| event.from).max().unwrap_or(0);
    (first, last.max(first))
}

/// Draws the chart. Events must stand in order of time; `ticks` are instants with their words.
pub fn draw(lanes: &[Lane], events: &[Happening], ticks: &[(i64, String)]) -> Drawing {
    let width = (NAME + 60.0 + STEP * events.len() as f64).max(960.0);
    let height = TOP + LANE * lanes.len() as f64 + 22.0;
    let (left, right) = (NAME + 24.0, width - 30.0);
    let places = places(events, left, right);
    let y = |lane: usize| TOP + LANE * (lane as f64 + 0.5);
    // The axis bends with the events: a tick stands where its time falls between the two events around it.
    let bend = |at: i64| -> f64 {
        let after = events.partition_point(|event| event.from < at);
        match (after.checked_sub(1), events.get(after)) {
            (Some(before), Some(next)) => {
                let share =
                    (at - events[before].from) as f64 / (next.from - events[before].from).max(1) as f64;
                places[before] + share * (places[after] - places[before])
            }
            (None, Some(_)) => places[after],
            (Some(before), None) => places[before] + 12.0,
            (None, None) => left,
        }
    };
    let mut svg = Svg::default();
    svg.group(Ink::Grid, "");
    let mut words_end = f64::NEG_INFINITY;
    let mut words = Vec::new();
    for (at, word) in ticks {
        let x = bend(*at);
        svg.line((x, TOP - 14.0), (x, height - 12.0), r#"stroke-dasharray="2 4""#);
        // Words that would lie on the ones before are left out; their line stays.
        if x - 4.0 > words_end {
            words_end = x + text::width(word, 11.0) + 8.0;
            words.push((x, word));
        }
    }
    for lane in 0..lanes.len() {
        svg.line((left - 14.0, y(lane)), (right + 14.0, y(lane)), r#"stroke-width="1.5""#);
    }
    svg.end();
    svg.group(Ink::Note, "");
    for (x, word) in words {
        let anchor = if x + text::width(word, 11.0) > width { Anchor::End } else { Anchor::Start };
        svg.text(x, TOP - 18.0, anchor, 11.0, word);
    }
    svg.end();
    svg.group(Ink::Tie, "");
    for (event, x) in events.iter().zip(&places) {
        let touched = event.lanes.iter().copied().filter(|&lane| lane < lanes.len());
        if let (Some(high), Some(low)) = (touched.clone().min(), touched.max())
            && high < low
        {
            svg.line((*x, y(high)), (*x, y(low)), &format!(r#"stroke-width="2" {}"#, event.line.dashes()));
        }
    }
    svg.end();
    for (at, lane) in lanes.iter().enumerate() {
        let href = lane.href.as_deref();
        svg.link(href);
        lane.sign.draw(&mut svg, 18.0, y(at), 0.7);
        svg.group(if href.is_some() { Ink::Link } else { Ink::Label }, "");
        svg.text(38.0, y(at) + 4.5, Anchor::Start, 13.0, &text::fitted(&lane.label, 13.0, NAME - 42.0));
        svg.end();
        svg.end_link(href);
    }
    for (event, &x) in events.iter().zip(&places) {
        svg.add("<g>");
        svg.title(&event.title);
        let highest = event.lanes.iter().copied().filter(|&lane| lane < lanes.len()).min();
        for lane in event.lanes.iter().copied().filter(|&lane| lane < lanes.len()) {
            mark(&mut svg, event, x, y(lane));
        }
        if let Some(high) = highest {
            svg.group(Ink::Note, r#"font-weight="600""#);
            svg.text(x, y(high) - 9.5, Anchor::Middle, 10.5, &event.number);
            svg.end();
        }
        svg.end();
    }
    Drawing { width, height: height.max(80.0), body: svg.into_text() }
}

fn mark(svg: &mut Svg, event: &Happening, x: f64, y: f64) {
    let hollow = event.line == Line::Tentative;
    let fill = |ink: &str| if hollow { r##"class="dh" fill="#ffffff""##.to_owned() } else { ink.to_owned() };
    match event.mark {
        Mark::Contact => {
            let ink = fill(r##"class="db" fill="#155a9c""##);
            svg.circle(x, y, 5.0, &format!(r##"{ink} stroke="#155a9c" stroke-width="2""##));
        }
        Mark::Sighting => {
            let d = format!("M{} {}l6 10.5h-12Z", number(x), number(y - 6.5));
            svg.path(&d, &format!(r##"{} stroke="#a3423b" stroke-width="2""##, fill(r##"fill="#a3423b""##)));
        }
        Mark::Report => {
            let ink = fill(r##"fill="#4d6570""##);
            svg.rect(x - 5.0, y - 5.0, 10.0, 10.0, &format!(r##"{ink} stroke="#4d6570" stroke-width="2""##));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::EntityKind;

    fn event(from: i64, lanes: &[usize]) -> Happening {
        Happening {
            from,
            until: from,
            lanes: lanes.to_vec(),
            mark: Mark::Contact,
            line: Line::Confirmed,
            number: from.to_string(),
            title: String::new(),
        }
    }

    #[test]
    fn events_of_one_moment_stand_side_by_side_in_order() {
        let events: Vec<Happening> =
            [0, 0, 0, 86_400 * 30].into_iter().map(|at| event(at, &[0, 1])).collect();
        let places = places(&events, 0.0, 500.0);
        assert!(places.windows(2).all(|two| two[1] - two[0] >= STEP - 0.01), "{places:?}");
        assert!(places.iter().all(|&x| (-0.01..=500.01).contains(&x)), "{places:?}");
    }

    #[test]
    fn ticks_are_few_and_inside() {
        for days in [0, 1, 6, 40, 400, 4000, 90_000] {
            let found = ticks(1000, 1000 + days * 86_400);
            assert!(found.len() <= 10, "{days}: {}", found.len());
        }
    }

    #[test]
    fn nothing_happened_is_drawn_too() {
        assert!(draw(&[], &[], &[]).width > 0.0);
        let lane = Lane { sign: Sign::Of(EntityKind::Person), label: "a".into(), href: None };
        let body = draw(&[lane], &[event(5, &[0, 7])], &[(5, "1 Mar 2017".into())]).body;
        assert!(body.contains("1 Mar 2017") && !body.contains("NaN"));
    }
}
