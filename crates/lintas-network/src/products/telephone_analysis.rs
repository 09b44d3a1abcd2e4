//! Who calls whom how often and at what hours, and which numbers several people have in common.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Span, Tally};
use crate::graph::TieKind;
use crate::rank::{Contacts, TimeScale};
use crate::routes::instant::{DAY, HOUR};

/// Tables of telephone traffic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TelephoneAnalysis {
    /// Calls from one number to another, most first.
    pub frequencies: Vec<Frequency>,
    /// Each number's traffic, busiest first.
    pub numbers: Vec<Number>,
    /// Numbers in contact with two or more of the numbers asked about, most of them first.
    pub common: Vec<CommonNumber>,
    /// Calls by day of the week (Monday first) and hour; all zero where the list has no calendar times.
    pub by_hour: [[usize; 24]; 7],
}

/// Calls from one number to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Frequency {
    /// Who called.
    pub caller: String,
    /// Who was called.
    pub called: String,
    /// Number of calls: the sum of the weights, which count calls where a row stands for several.
    pub n_calls: f64,
    /// Number of calls the other way.
    pub n_back: f64,
    /// When.
    pub span: Span,
    /// Records behind the line.
    pub records: Vec<u32>,
}

/// One number's traffic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Number {
    /// The number.
    pub id: String,
    /// Calls made.
    pub n_out: f64,
    /// Calls taken.
    pub n_in: f64,
    /// Numbers in contact.
    pub n_contacts: usize,
    /// When.
    pub span: Span,
    /// Calls by hour of the day.
    pub by_hour: [usize; 24],
}

/// A number that several of those asked about are in contact with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommonNumber {
    /// The number.
    pub id: String,
    /// Which of those asked about.
    pub shared_by: Vec<String>,
    /// Records behind it.
    pub records: Vec<u32>,
}

/// Reads calls (and contacts of unknown kind, where the list names no calls) into tables.
///
/// `targets` are the numbers asked about for the common ones; none asks about all.
pub fn telephone_analysis(list: &Contacts, targets: &[&str]) -> TelephoneAnalysis {
    let kind =
        if list.rows.iter().any(|row| row.kind == TieKind::Call) { TieKind::Call } else { TieKind::Unknown };
    let calls = || list.rows.iter().filter(|row| row.kind == kind);
    let mut pairs: BTreeMap<(u32, u32), Tally> = BTreeMap::new();
    let mut by_hour = [[0; 24]; 7];
    let mut hours = vec![[0usize; 24]; list.ids.len()];
    for call in calls() {
        pairs.entry((call.source, call.target)).or_default().add(call);
        if let (Some(time), TimeScale::Calendar) = (call.time, list.time_scale) {
            let hour = (time.rem_euclid(DAY) / HOUR) as usize;
            // 1970-01-01 was a Thursday.
            let weekday = (time.div_euclid(DAY) + 3).rem_euclid(7) as usize;
            by_hour[weekday][hour] += 1;
            hours[call.source as usize][hour] += 1;
            hours[call.target as usize][hour] += 1;
        }
    }
    let name = |person: u32| list.ids.name(person).to_owned();
    let mut frequencies: Vec<Frequency> = pairs
        .iter()
        .map(|(&(caller, called), tally)| Frequency {
            caller: name(caller),
            called: name(called),
            n_calls: tally.weight,
            n_back: pairs.get(&(called, caller)).map_or(0.0, |back| back.weight),
            span: tally.span,
            records: tally.records(),
        })
        .collect();
    frequencies.sort_by(|a, b| {
        b.n_calls.total_cmp(&a.n_calls).then_with(|| (&a.caller, &a.called).cmp(&(&b.caller, &b.called)))
    });
    let mut contacts: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    let mut traffic: BTreeMap<u32, (f64, f64, Span)> = BTreeMap::new();
    for (&(caller, called), tally) in &pairs {
        contacts.entry(caller).or_default().insert(called);
        contacts.entry(called).or_default().insert(caller);
        for (person, out, taken) in [(caller, tally.weight, 0.0), (called, 0.0, tally.weight)] {
            let sums = traffic.entry(person).or_default();
            (sums.0, sums.1) = (sums.0 + out, sums.1 + taken);
            sums.2.add(tally.span.first);
            sums.2.add(tally.span.last);
        }
    }
    let mut numbers: Vec<Number> = traffic
        .into_iter()
        .map(|(person, (n_out, n_in, span))| Number {
            id: name(person),
            n_out,
            n_in,
            n_contacts: contacts[&person].len(),
            span,
            by_hour: hours[person as usize],
        })
        .collect();
    numbers.sort_by(|a, b| (b.n_out + b.n_in).total_cmp(&(a.n_out + a.n_in)).then_with(|| a.id.cmp(&b.id)));
    let asked: BTreeSet<u32> = targets.iter().filter_map(|id| list.ids.find(id)).collect();
    let is_asked = |person: u32| targets.is_empty() || asked.contains(&person);
    let mut common: Vec<CommonNumber> = contacts
        .iter()
        .filter_map(|(&number, around)| {
            let sharing: Vec<u32> = around.iter().copied().filter(|&person| is_asked(person)).collect();
            if sharing.len() < 2 {
                return None;
            }
            let tallies = sharing.iter().flat_map(|&person| {
                [pairs.get(&(person, number)), pairs.get(&(number, person))].into_iter().flatten()
            });
            let mut records: Vec<u32> = tallies.flat_map(|tally| tally.records.iter().copied()).collect();
            records.sort_unstable();
            records.dedup();
            let mut shared_by: Vec<String> = sharing.into_iter().map(name).collect();
            shared_by.sort();
            Some(CommonNumber { id: name(number), shared_by, records })
        })
        .collect();
    common.sort_by(|a, b| b.shared_by.len().cmp(&a.shared_by.len()).then_with(|| a.id.cmp(&b.id)));
    TelephoneAnalysis { frequencies, numbers, common, by_hour }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GradeBand;

    #[test]
    fn common_numbers_calls_back_and_hours_are_found() {
        let mut list = Contacts::default();
        // Monday 2016-01-04, 22:00.
        let monday_night = 1_451_944_800;
        list.push("a", "x", TieKind::Call, Some(monday_night), 1.0, GradeBand::Ungraded, 2);
        list.push("a", "x", TieKind::Call, Some(monday_night + 60), 1.0, GradeBand::Ungraded, 3);
        list.push("x", "b", TieKind::Call, Some(monday_night + DAY), 1.0, GradeBand::Ungraded, 4);
        list.push("x", "a", TieKind::Call, None, 1.0, GradeBand::Ungraded, 5);
        let analysis = telephone_analysis(&list, &["a", "b"]);
        assert_eq!(analysis.frequencies[0].n_calls, 2.0);
        assert_eq!(analysis.frequencies[0].n_back, 1.0);
        assert_eq!(analysis.common.len(), 1);
        assert_eq!((analysis.common[0].id.as_str(), analysis.common[0].records.len()), ("x", 4));
        assert_eq!((analysis.by_hour[0][22], analysis.by_hour[1][22]), (2, 1));
        assert_eq!(analysis.numbers[0].id, "x");
    }
}
