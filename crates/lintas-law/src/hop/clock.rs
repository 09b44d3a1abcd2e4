//! Clocks that run while a request is on its way, as functions of dates.
//!
//! A provisional arrest lapses when the papers do not come in time, and then the person is free and warned. So a clock
//! that has started is never lost: it is met, stopped, running or lapsed, and a period that the data do not know is
//! shown as unknown instead of being left out.

use lintas_model::Country;
use lintas_model::lifecycle::RequestMove;
use serde::{Deserialize, Serialize};

use crate::instrument::{InstrumentId, InstrumentKind};
use crate::{Confidence, Day, LawError, Library, Reference, RequestKind};

/// What can happen to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The request went out.
    Sent,
    /// The other side said that it has it.
    Acknowledged,
    /// The other side asked for more.
    MoreAsked,
    /// More was given.
    MoreGiven,
    /// The person was provisionally arrested.
    Arrested,
    /// The papers for extradition arrived.
    PapersReceived,
    /// The answer arrived.
    Answered,
    /// Surrender was granted.
    Granted,
    /// The day came that was set for handing the person over.
    HandOverSet,
    /// It was refused.
    Refused,
    /// The person was surrendered.
    Surrendered,
    /// The person was released.
    Released,
    /// The request was withdrawn.
    Withdrawn,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::Sent,
        Self::Acknowledged,
        Self::MoreAsked,
        Self::MoreGiven,
        Self::Arrested,
        Self::PapersReceived,
        Self::Answered,
        Self::Granted,
        Self::HandOverSet,
        Self::Refused,
        Self::Surrendered,
        Self::Released,
        Self::Withdrawn,
    ];

    /// What a step in the life of a request is for its clocks; `None` when it concerns none.
    pub const fn of(step: RequestMove, request: RequestKind) -> Option<Self> {
        Some(match step {
            RequestMove::Send => Self::Sent,
            RequestMove::Acknowledge => Self::Acknowledged,
            RequestMove::AskMore => Self::MoreAsked,
            RequestMove::Supply => Self::MoreGiven,
            RequestMove::Arrest => Self::Arrested,
            RequestMove::ReceivePapers => Self::PapersReceived,
            RequestMove::Grant => Self::Granted,
            RequestMove::Fulfil if request.is_for_surrender() => Self::Surrendered,
            RequestMove::Fulfil => Self::Answered,
            RequestMove::Refuse => Self::Refused,
            RequestMove::Lapse => Self::Released,
            RequestMove::Withdraw => Self::Withdrawn,
            RequestMove::Redraft => return None,
        })
    }

    /// Whether it ends whatever clock is running.
    pub const fn ends_all(self) -> bool {
        matches!(self, Self::Refused | Self::Surrendered | Self::Released | Self::Withdrawn)
    }
}

/// Something that happened to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub on: Day,
    /// What.
    pub kind: EventKind,
}

/// Whether a clock runs by law or by good practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// By law.
    #[default]
    Law,
    /// By good practice: a reminder.
    Practice,
}

/// A clock, as an instrument or the practice file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// What starts it.
    pub starts: EventKind,
    /// What meets it.
    pub met_by: EventKind,
    /// How many days it runs; `None` when the period is not known.
    pub days: Option<u32>,
    /// What happens when it runs out.
    pub says: String,
    /// The article.
    pub article: String,
    /// Whether by law or by practice.
    #[serde(default)]
    pub kind: ClockKind,
    /// How sure it is, where that differs from the rest of the offer.
    pub confidence: Option<Confidence>,
}

/// A clock that has started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The instrument whose clock it is; `None` for practice.
    pub instrument: Option<InstrumentId>,
    /// What started it.
    pub started_by: EventKind,
    /// What meets it.
    pub met_by: EventKind,
    /// When it started.
    pub runs_from: Day,
    /// The last day; `None` when the period is not known.
    pub due: Option<Day>,
    /// When it was met.
    pub met_on: Option<Day>,
    /// When something else ended it.
    pub stopped_on: Option<Day>,
    /// What happens when it runs out.
    pub says: String,
    /// The article.
    pub article: String,
    /// Whether by law or by practice.
    pub kind: ClockKind,
    /// Where this is known from.
    pub reference: Reference,
}

/// How a deadline stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// Met.
    Met {
        /// Days after the last day; 0 when in time.
        days_late: i64,
    },
    /// Ended by something else, such as a release.
    Stopped,
    /// Running.
    Running {
        /// Days left; 0 on the last day.
        days_left: i64,
    },
    /// Run out without being met.
    Lapsed {
        /// Days since the last day.
        days_over: i64,
    },
    /// Running for a period that the data do not know: ask the requested state.
    PeriodUnknown {
        /// Days since it started.
        days_running: i64,
    },
}

impl Deadline {
    /// How it stands on a day.
    pub fn standing(&self, today: Day) -> Standing {
        match (self.met_on, self.stopped_on, self.due) {
            (Some(met), stopped, due) if stopped.is_none_or(|stopped| met <= stopped) => {
                Standing::Met { days_late: due.map_or(0, |due| due.days_until(met).max(0)) }
            }
            (_, Some(_), _) => Standing::Stopped,
            (_, None, Some(due)) if today <= due => Standing::Running { days_left: today.days_until(due) },
            (_, None, Some(due)) => Standing::Lapsed { days_over: due.days_until(today) },
            (_, None, None) => Standing::PeriodUnknown { days_running: self.runs_from.days_until(today) },
        }
    }
}

/// Runs a set of rules over what happened, in any order. Each start gives exactly one deadline for each rule.
pub fn run(
    rules: &[ClockRule],
    instrument: Option<&InstrumentId>,
    reference: &Reference,
    events: &[Event],
) -> Vec<Deadline> {
    let first_after = |from: Day, wanted: &dyn Fn(EventKind) -> bool| {
        events.iter().filter(|event| event.on >= from && wanted(event.kind)).map(|event| event.on).min()
    };
    let mut deadlines = Vec::new();
    for rule in rules {
        let mut starts: Vec<Day> =
            events.iter().filter(|event| event.kind == rule.starts).map(|event| event.on).collect();
        starts.sort_unstable();
        starts.dedup();
        for runs_from in starts {
            deadlines.push(Deadline {
                instrument: instrument.cloned(),
                started_by: rule.starts,
                met_by: rule.met_by,
                runs_from,
                due: rule.days.map(|days| runs_from.plus_days(i64::from(days))),
                met_on: first_after(runs_from, &|kind| kind == rule.met_by),
                stopped_on: first_after(runs_from, &|kind| kind.ends_all() && kind != rule.met_by),
                says: rule.says.clone(),
                article: rule.article.clone(),
                kind: rule.kind,
                reference: Reference {
                    confidence: rule.confidence.unwrap_or(reference.confidence),
                    ..reference.clone()
                },
            });
        }
    }
    deadlines.sort_by_key(|deadline| (deadline.due.is_none(), deadline.due, deadline.runs_from));
    deadlines
}

/// The clocks that run for a request under a basis: those of the basis, those of the requested state's own law where
/// the basis has none of that kind, and the reminders of practice.
///
/// # Errors
/// When there is no such instrument, or it does not offer this kind of request.
pub fn clock(
    library: &Library,
    request: RequestKind,
    basis: &InstrumentId,
    requested: Country,
    events: &[Event],
) -> Result<Vec<Deadline>, LawError> {
    let instrument = library.get(basis).ok_or_else(|| LawError::UnknownInstrument(basis.to_string()))?;
    let offer = instrument
        .offer(request)
        .ok_or_else(|| LawError::NotOffered { instrument: basis.to_string(), request: request.in_words() })?;
    let mut deadlines = run(&offer.clocks, Some(basis), &offer.reference, events);
    let first = events.iter().map(|event| event.on).min();
    if let (Some(first), true) = (first, instrument.kind != InstrumentKind::Domestic) {
        for law in library.laws_of(requested, first) {
            let Some(own) = law.offer(request) else { continue };
            let rules: Vec<ClockRule> = own
                .clocks
                .iter()
                .filter(|rule| {
                    !offer.clocks.iter().any(|known| known.starts == rule.starts && known.days.is_some())
                })
                .cloned()
                .collect();
            deadlines.extend(run(&rules, Some(&law.id), &own.reference, events));
        }
    }
    if let Some(sequence) = library.sequences().get(request) {
        deadlines.extend(run(&sequence.reminders, None, &sequence.reference, events));
    }
    Ok(deadlines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn reference() -> Reference {
        Reference { source: "a treaty".into(), confidence: Confidence::High, last_checked: day("2026-11-24") }
    }

    fn lapse(days: Option<u32>) -> ClockRule {
        ClockRule {
            starts: EventKind::Arrested,
            met_by: EventKind::PapersReceived,
            days,
            says: "the person may be released".into(),
            article: "Art. 11(5)".into(),
            kind: ClockKind::Law,
            confidence: None,
        }
    }

    #[test]
    fn a_provisional_arrest_lapses_the_day_after_its_last_day() {
        let events = [Event { on: day("2017-03-01"), kind: EventKind::Arrested }];
        let deadline = run(&[lapse(Some(20))], None, &reference(), &events).remove(0);
        assert_eq!(deadline.due, Some(day("2017-03-21")));
        assert_eq!(deadline.standing(day("2017-03-21")), Standing::Running { days_left: 0 });
        assert_eq!(deadline.standing(day("2017-03-22")), Standing::Lapsed { days_over: 1 });
    }

    #[test]
    fn a_period_nobody_knows_is_shown_and_not_dropped() {
        let events = [Event { on: day("2017-03-01"), kind: EventKind::Arrested }];
        let deadline = run(&[lapse(None)], None, &reference(), &events).remove(0);
        assert_eq!(deadline.standing(day("2017-03-31")), Standing::PeriodUnknown { days_running: 30 });
    }

    #[test]
    fn papers_that_come_after_a_release_do_not_meet_the_clock() {
        let events = [
            Event { on: day("2017-03-01"), kind: EventKind::Arrested },
            Event { on: day("2017-03-22"), kind: EventKind::Released },
            Event { on: day("2017-03-25"), kind: EventKind::PapersReceived },
        ];
        let deadline = run(&[lapse(Some(20))], None, &reference(), &events).remove(0);
        assert_eq!(deadline.standing(day("2017-04-01")), Standing::Stopped);
    }

    proptest! {
        #[test]
        fn no_clock_is_lost(
            happened in prop::collection::vec((0i64..400, 0usize..EventKind::ALL.len()), 0..30),
            days in prop::option::of(1u32..120),
            later in (0i64..400, 0usize..EventKind::ALL.len()),
            today in 0i64..500,
        ) {
            let at = |n: i64| day("2017-01-01").plus_days(n);
            let event = |(n, kind): (i64, usize)| Event { on: at(n), kind: EventKind::ALL[kind] };
            let mut events: Vec<Event> = happened.into_iter().map(event).collect();
            let rules = [lapse(days)];
            let before = run(&rules, None, &reference(), &events);
            let mut starts: Vec<Day> = events.iter().filter(|e| e.kind == EventKind::Arrested).map(|e| e.on).collect();
            starts.sort_unstable();
            starts.dedup();
            prop_assert_eq!(before.iter().map(|d| d.runs_from).collect::<Vec<_>>(), starts);
            events.push(event(later));
            events.reverse();
            let after = run(&rules, None, &reference(), &events);
            for deadline in &before {
                prop_assert!(after.iter().any(|d| d.runs_from == deadline.runs_from && d.due == deadline.due));
                if let (Standing::Running { .. }, Some(due)) = (deadline.standing(at(today)), deadline.due) {
                    prop_assert!(at(today) <= due);
                }
            }
        }
    }
}
