//! The event chart in a reader's words: contacts, sightings and reports along one axis.

use std::collections::BTreeMap;

use lintas_casework::chart::{CaseChart, sureness};
use lintas_drawing::Line;
use lintas_drawing::event_chart::{self as drawing, Happening, Lane, Mark};
use lintas_model::{EntityId, Grade, PartialDate, ReportId, Timestamp};
use lintas_network::products::event_chart;

use super::matrix::tie_said;
use super::{Said, Sheet, Shown, href, id_of, label, line, sign, some_drawn, thing};
use crate::dates;
use crate::words::Words;

/// So many events and theme lines are drawn; the table has all.
const MOST_EVENTS: usize = 48;
const MOST_LANES: usize = 24;

/// An event before it is drawn.
struct Event {
    from: i64,
    until: i64,
    who: Vec<EntityId>,
    mark: Mark,
    line: Line,
    said: String,
    when: Said,
    grade: Option<Grade>,
    agency: String,
    report: ReportId,
}

fn contacts(words: &Words, chart: &CaseChart, events: &mut Vec<Event>) {
    for event in event_chart(&chart.direct).events {
        let links = event.records.iter().filter_map(|record| chart.links.get(*record as usize));
        let Some(best) = links.max_by_key(|item| sureness(item.body.strength, item.mark.grade)) else {
            continue;
        };
        let Some(date) = best.body.date else { continue };
        let kind = tie_said(words, event.kind);
        events.push(Event {
            from: event.time,
            until: seconds(date.after()) - 1,
            who: [&event.source, &event.target].into_iter().filter_map(|id| id_of(id)).collect(),
            mark: Mark::Contact,
            line: line(sureness(best.body.strength, best.mark.grade)),
            said: if event.weight > 1.0 { format!("{kind} ×{}", event.weight) } else { kind },
            when: Said::On(Some(date)),
            grade: best.mark.grade,
            agency: best.mark.originator.to_string(),
            report: best.body.report,
        });
    }
}

fn sightings(words: &Words, chart: &CaseChart, events: &mut Vec<Event>) {
    let mut seen: BTreeMap<(PartialDate, EntityId, &str), Event> = BTreeMap::new();
    for item in &chart.sightings {
        let place = item.body.place.as_deref().unwrap_or_default();
        let at = seconds(item.body.at);
        seen.entry((PartialDate::of(item.body.at), item.body.subject, place)).or_insert_with(|| Event {
            from: at,
            until: at,
            who: vec![item.body.subject],
            mark: Mark::Sighting,
            line: if item.mark.grade.is_some() { Line::Confirmed } else { Line::Unconfirmed },
            said: format!("{} {place}", words.say("chart-seen")).trim().to_owned(),
            when: Said::At(item.body.at),
            grade: item.mark.grade,
            agency: item.mark.originator.to_string(),
            report: item.body.report,
        });
    }
    events.extend(seen.into_values());
}

fn reports(chart: &CaseChart, events: &mut Vec<Event>) {
    for (item, grade) in &chart.reports {
        let Some(date) = item.body.occurred else { continue };
        events.push(Event {
            from: seconds(date.earliest()),
            until: seconds(date.after()) - 1,
            who: Vec::new(),
            mark: Mark::Report,
            line: if grade.is_some() { Line::Confirmed } else { Line::Unconfirmed },
            said: item.body.title.clone(),
            when: Said::On(Some(date)),
            grade: *grade,
            agency: item.mark.originator.to_string(),
            report: ReportId::from_uuid(item.mark.object.uuid()),
        });
    }
}

fn seconds(at: Timestamp) -> i64 {
    at.as_millis().div_euclid(1000)
}

pub(super) fn draw(words: &Words, chart: &CaseChart) -> Shown {
    let mut events = Vec::new();
    contacts(words, chart, &mut events);
    sightings(words, chart, &mut events);
    reports(chart, &mut events);
    events.sort_by(|a, b| (a.from, &a.who, &a.said).cmp(&(b.from, &b.who, &b.said)));
    let mut sheet = Sheet::new(
        words,
        words.say("chart-events"),
        &[
            ("col-n", true),
            ("col-when", false),
            ("col-what", false),
            ("col-who", false),
            ("col-grade", false),
            ("col-agency", false),
            ("col-report", false),
        ],
    );
    for (at, event) in events.iter().enumerate() {
        let who = match event.who.as_slice() {
            [one] => thing(words, chart, *one),
            all => Said::Text(all.iter().map(|id| label(words, chart, *id)).collect::<Vec<_>>().join(" – ")),
        };
        sheet.rows.push(vec![
            Said::Number(at as u64 + 1),
            event.when.clone(),
            Said::Text(event.said.clone()),
            who,
            Said::Grade(event.grade),
            Said::Own(event.agency.clone()),
            Said::Report(event.report),
        ]);
    }
    let (lanes, drawn) = placed(words, chart, &events);
    let notes = if drawn.len() < events.len() {
        vec![some_drawn(words, drawn.len(), events.len())]
    } else {
        Vec::new()
    };
    let (first, last) = drawing::span(&drawn);
    let ticks: Vec<(i64, String)> = drawing::ticks(first, last)
        .into_iter()
        .map(|at| (at, dates::partial(words, PartialDate::of(Timestamp::from_millis(at * 1000))).shown))
        .collect();
    let drawing = (!drawn.is_empty()).then(|| drawing::draw(&lanes, &drawn, &ticks));
    Shown { drawing, sheets: vec![sheet], notes, ..Shown::default() }
}

/// The theme lines of those who are in most events, and the events that touch one; reports have a line of their own.
fn placed(words: &Words, chart: &CaseChart, events: &[Event]) -> (Vec<Lane>, Vec<Happening>) {
    let mut often: BTreeMap<EntityId, (usize, usize)> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        for id in &event.who {
            let (n, first) = often.entry(*id).or_insert((0, at));
            (*n, *first) = (*n + 1, (*first).min(at));
        }
    }
    let mut ids: Vec<EntityId> = often.keys().copied().collect();
    ids.sort_by_key(|id| (std::cmp::Reverse(often[id].0), *id));
    ids.truncate(MOST_LANES);
    ids.sort_by_key(|id| (often[id].1, *id));
    let with_reports = events.iter().any(|event| event.mark == Mark::Report);
    let mut lanes: Vec<Lane> = Vec::new();
    if with_reports {
        let sign = lintas_drawing::Sign::Of(lintas_model::EntityKind::Event);
        lanes.push(Lane { sign, label: words.say("tab-reports"), href: None });
    }
    lanes.extend(ids.iter().map(|id| Lane {
        sign: sign(chart, *id),
        label: label(words, chart, *id),
        href: href(chart, *id),
    }));
    let offset = usize::from(with_reports);
    let lane = |id: &EntityId| ids.iter().position(|known| known == id).map(|at| at + offset);
    let mut drawn: Vec<Happening> = events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| {
            let touched: Vec<usize> = match event.mark {
                Mark::Report => vec![0],
                _ => event.who.iter().filter_map(lane).collect(),
            };
            (!touched.is_empty()).then(|| Happening {
                from: event.from,
                until: event.until,
                lanes: touched,
                mark: event.mark,
                line: event.line,
                number: (at + 1).to_string(),
                title: format!("{}: {}", at + 1, event.said),
            })
        })
        .collect();
    // The latest events are those that work goes on with.
    drawn.drain(..drawn.len().saturating_sub(MOST_EVENTS));
    let used: Vec<usize> =
        (0..lanes.len()).filter(|lane| drawn.iter().any(|event| event.lanes.contains(lane))).collect();
    for event in &mut drawn {
        event.lanes = event.lanes.iter().filter_map(|lane| used.iter().position(|at| at == lane)).collect();
    }
    (used.into_iter().map(|at| lanes[at].clone()).collect(), drawn)
}
