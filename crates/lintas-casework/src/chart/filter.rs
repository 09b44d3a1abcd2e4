//! What of a case is drawn: a period, kinds of links, how sure, whose word, around whom.

use std::collections::{BTreeSet, VecDeque};

use lintas_model::record::{LinkStrength, Relation, RelationKind, Report, Sighting};
use lintas_model::{AgencyCode, EntityId, Grade, PartialDate, Timestamp};
use lintas_network::graph::GradeBand;

use crate::item::Item;

/// How sure a link is when its grade is taken into account; drawn solid, dashed or dotted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// Tentative: stated so, or from a source that is not believed.
    Tentative,
    /// Unconfirmed: stated so, or stated as confirmed by a report that nobody has graded.
    Unconfirmed,
    /// Confirmed by a report with a grade.
    Confirmed,
}

/// How sure a link is: as the source states it, but never surer than the grade of the record bears.
pub fn sureness(strength: LinkStrength, grade: Option<Grade>) -> Sureness {
    let stated = match strength {
        LinkStrength::Confirmed => Sureness::Confirmed,
        LinkStrength::Unconfirmed => Sureness::Unconfirmed,
        LinkStrength::Tentative => Sureness::Tentative,
    };
    let borne = match grade.map_or(GradeBand::Ungraded, GradeBand::from) {
        GradeBand::Low => Sureness::Tentative,
        GradeBand::Ungraded => Sureness::Unconfirmed,
        GradeBand::Medium | GradeBand::High => Sureness::Confirmed,
    };
    stated.min(borne)
}

/// What is drawn. The default is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Nothing that was over before this day; what has no time is left out as soon as a period is set.
    pub from: Option<PartialDate>,
    /// Nothing that began after this day.
    pub until: Option<PartialDate>,
    /// Only links of these kinds; empty means all.
    pub kinds: BTreeSet<RelationKind>,
    /// Nothing less sure than this.
    pub at_least: Option<Sureness>,
    /// Only what this agency wrote.
    pub agency: Option<AgencyCode>,
    /// Only what is linked with this person or thing.
    pub around: Option<EntityId>,
    /// In so many steps.
    pub steps: usize,
}

impl Filter {
    fn takes_time(&self, first: Option<Timestamp>, after: Option<Timestamp>) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        let (Some(first), Some(after)) = (first, after) else { return false };
        self.from.is_none_or(|from| after > from.earliest())
            && self.until.is_none_or(|until| first < until.after())
    }

    fn takes_agency(&self, agency: &AgencyCode) -> bool {
        self.agency.as_ref().is_none_or(|wanted| wanted == agency)
    }

    pub(super) fn takes_link(&self, item: &Item<Relation>) -> bool {
        let date = item.body.date;
        self.takes_agency(&item.mark.originator)
            && (self.kinds.is_empty() || self.kinds.contains(&item.body.kind))
            && self.at_least.is_none_or(|least| sureness(item.body.strength, item.mark.grade) >= least)
            && self.takes_time(date.map(PartialDate::earliest), date.map(PartialDate::after))
    }

    pub(super) fn takes_sighting(&self, item: &Item<Sighting>) -> bool {
        let at = item.body.at;
        self.takes_agency(&item.mark.originator) && self.takes_time(Some(at), Some(at.plus_millis(1)))
    }

    pub(super) fn takes_report(&self, item: &Item<Report>) -> bool {
        let Some(date) = item.body.occurred else { return false };
        self.takes_agency(&item.mark.originator) && self.takes_time(Some(date.earliest()), Some(date.after()))
    }
}

/// Everything within some steps of a person or thing.
pub(super) fn around(middle: EntityId, steps: usize, links: &[Item<Relation>]) -> BTreeSet<EntityId> {
    let mut near = BTreeSet::from([middle]);
    let mut open = VecDeque::from([(middle, 0)]);
    while let Some((at, step)) = open.pop_front() {
        if step >= steps.max(1) {
            continue;
        }
        for link in links {
            let other = match (link.body.from == at, link.body.to == at) {
                (true, _) => link.body.to,
                (_, true) => link.body.from,
                _ => continue,
            };
            if near.insert(other) {
                open.push_back((other, step + 1));
            }
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::grade::Scheme;

    #[test]
    fn a_link_is_never_surer_than_its_grade_bears() {
        let grade = |text| Some(Grade::parse(Scheme::Admiralty, text).unwrap());
        assert_eq!(sureness(LinkStrength::Confirmed, grade("A1")), Sureness::Confirmed);
        assert_eq!(sureness(LinkStrength::Confirmed, None), Sureness::Unconfirmed);
        assert_eq!(sureness(LinkStrength::Confirmed, grade("E5")), Sureness::Tentative);
        assert_eq!(sureness(LinkStrength::Tentative, grade("A1")), Sureness::Tentative);
    }

    #[test]
    fn a_period_leaves_out_what_has_no_time() {
        let filter = Filter { from: Some(PartialDate::day(2017, 3, 1).unwrap()), ..Filter::default() };
        assert!(!filter.takes_time(None, None));
        let month = PartialDate::month(2017, 3).unwrap();
        assert!(filter.takes_time(Some(month.earliest()), Some(month.after())));
        let before = PartialDate::month(2017, 2).unwrap();
        assert!(!filter.takes_time(Some(before.earliest()), Some(before.after())));
        assert!(Filter::default().takes_time(None, None));
    }
}
