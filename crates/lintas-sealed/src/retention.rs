//! How long dossiers are kept (IOM Data Protection Principle 9): a rule for each kind, counted from the last change, unless
//! the lead keeps one until a stated day for a stated reason.

use lintas_model::{PartialDate, Timestamp};
use serde::{Deserialize, Serialize};

use crate::child;
use crate::dossier::{Dossier, Subject};

/// So many days before the end a dossier stands in the list of what ends soon.
pub const WARNED_DAYS: i64 = 60;

/// How many months dossiers are kept after their last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Of adults.
    pub adults_months: u16,
    /// Of children: they may come back for their rights when they are of age.
    pub children_months: u16,
    /// Of sources.
    pub sources_months: u16,
}

impl Default for Retention {
    fn default() -> Self {
        Self { adults_months: 60, children_months: 120, sources_months: 60 }
    }
}

impl Retention {
    /// The instant from which a dossier is no longer kept.
    pub fn ends(&self, dossier: &Dossier, now: Timestamp) -> Timestamp {
        if let Some((until, _)) = &dossier.kept {
            return until.after();
        }
        let months = match &dossier.subject {
            Subject::Source(_) => self.sources_months,
            Subject::Person(support)
                if child::childhood(&dossier.identity, &support.child, now).applies() =>
            {
                self.children_months
            }
            Subject::Person(_) => self.adults_months,
        };
        after_months(dossier.changed_at, months)
    }

    /// The ground that a tombstone states.
    pub fn ground(dossier: &Dossier) -> &'static str {
        if dossier.kept.is_some() {
            "the day until which it was kept is over"
        } else {
            "retention period ended"
        }
    }
}

/// The start of the day after so many months; the last of a month where the day does not exist.
fn after_months(at: Timestamp, months: u16) -> Timestamp {
    let (year, month, day) = at.ymd();
    let count = i32::from(month) - 1 + i32::from(months);
    let year = i16::try_from(i32::from(year) + count / 12).unwrap_or(*PartialDate::YEARS.end());
    let month = i8::try_from(count % 12 + 1).unwrap_or(1);
    let found = (0..4).find_map(|back| PartialDate::day(year, month, day - back).ok());
    found.map_or(at.plus_days(31 * i64::from(months)), PartialDate::after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::tests::dossier;

    #[test]
    fn months_are_counted_on_the_calendar() {
        let at = Timestamp::from_ymd(2020, 1, 31).unwrap();
        assert_eq!(after_months(at, 1), Timestamp::from_ymd(2020, 3, 1).unwrap());
        assert_eq!(after_months(at, 60), Timestamp::from_ymd(2025, 2, 1).unwrap());
    }

    #[test]
    fn children_are_kept_longer_and_a_stated_day_goes_before_the_rule() {
        let mut dossier = dossier();
        let (rule, now) = (Retention::default(), dossier.changed_at);
        let adult = rule.ends(&dossier, now);
        dossier.support_mut().unwrap().child.in_doubt = true;
        assert!(rule.ends(&dossier, now) > adult);
        dossier.kept = Some((PartialDate::day(2018, 1, 1).unwrap(), "the trial ends".into()));
        assert_eq!(rule.ends(&dossier, now), Timestamp::from_ymd(2018, 1, 2).unwrap());
    }
}
