//! What happened when, and who was in it.

use serde::Serialize;

use crate::graph::{GradeBand, TieKind};
use crate::rank::{Contacts, TimeScale};

/// Events in order of time, with a line for each person through the events they were in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventChart {
    /// What the times are.
    pub time_scale: TimeScale,
    /// Events, earliest first.
    pub events: Vec<Event>,
    /// For each person the places of their events in `events`; first appearance first, then by id.
    pub people: Vec<(String, Vec<usize>)>,
    /// Records of contacts without a time, which cannot be placed.
    pub undated: Vec<u32>,
}

/// One event: contacts of one kind between the same two people at the same time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// When, in the scale of the chart.
    pub time: i64,
    /// What.
    pub kind: TieKind,
    /// Who is named first.
    pub source: String,
    /// Who is named second.
    pub target: String,
    /// How much in all.
    pub weight: f64,
    /// The best grade among the records.
    pub grade: GradeBand,
    /// Records that report it; more than one where several sources do.
    pub records: Vec<u32>,
}

/// Makes the chart.
pub fn event_chart(list: &Contacts) -> EventChart {
    let mut dated: Vec<_> = list.rows.iter().filter_map(|row| row.time.map(|time| (time, row))).collect();
    let name = |person: u32| list.ids.name(person);
    let key =
        |&(time, row): &(i64, &crate::graph::Contact)| (time, name(row.source), name(row.target), row.kind);
    dated.sort_by(|a, b| key(a).cmp(&key(b)).then(a.1.record.cmp(&b.1.record)));
    let events: Vec<Event> = dated
        .chunk_by(|a, b| key(a) == key(b))
        .map(|same| Event {
            time: same[0].0,
            kind: same[0].1.kind,
            source: name(same[0].1.source).to_owned(),
            target: name(same[0].1.target).to_owned(),
            weight: same.iter().map(|(_, row)| row.weight).sum(),
            grade: same.iter().map(|(_, row)| row.grade).max().unwrap_or_default(),
            records: same.iter().map(|(_, row)| row.record).collect(),
        })
        .collect();
    let mut lines: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        lines.entry(&event.source).or_default().push(at);
        lines.entry(&event.target).or_default().push(at);
    }
    let mut people: Vec<(String, Vec<usize>)> =
        lines.into_iter().map(|(id, line)| (id.to_owned(), line)).collect();
    people.sort_by(|a, b| (a.1[0], &a.0).cmp(&(b.1[0], &b.0)));
    let mut undated: Vec<u32> =
        list.rows.iter().filter(|row| row.time.is_none()).map(|row| row.record).collect();
    undated.sort_unstable();
    EventChart { time_scale: list.time_scale, events, people, undated }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_stand_in_order_and_two_reports_of_one_are_one() {
        let mut list = Contacts::default();
        list.push("b", "c", TieKind::Meeting, Some(20), 1.0, GradeBand::Low, 2);
        list.push("a", "b", TieKind::Call, Some(10), 1.0, GradeBand::Ungraded, 3);
        list.push("b", "c", TieKind::Meeting, Some(20), 1.0, GradeBand::High, 4);
        list.push("a", "c", TieKind::Kinship, None, 1.0, GradeBand::Ungraded, 5);
        let chart = event_chart(&list);
        assert_eq!(chart.events.iter().map(|event| event.time).collect::<Vec<_>>(), [10, 20]);
        assert_eq!(
            (chart.events[1].grade, chart.events[1].records.as_slice()),
            (GradeBand::High, &[2, 4][..])
        );
        assert_eq!(chart.people[0], ("a".to_owned(), vec![0]));
        assert_eq!(chart.undated, [5]);
    }
}
