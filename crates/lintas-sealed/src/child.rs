//! Rules for children: presumed to be one while in doubt, a guardian, and a best-interest decision first.
//!
//! Convention on the Rights of the Child Art. 3 and 20; UNICEF Guidelines on the Protection of Child Victims of Trafficking
//! (2006), 3.1 presumption of age, 3.2 guardian; Trafficking Protocol Art. 3(d), 6(4).

use lintas_model::{PartialDate, Timestamp};
use serde::{Deserialize, Serialize};

use crate::identity::Identity;
use crate::support::words;

/// Age of majority in years (Trafficking Protocol Art. 3(d)).
const MAJORITY: i16 = 18;

words! {
    /// What an age assessment came to. It is a last resort, and doubt counts for childhood.
    AgeAssessment {
        /// None was made.
        None = "none",
        /// It is under way.
        UnderWay = "under_way",
        /// A child.
        Child = "child",
        /// An adult, beyond doubt.
        Adult = "adult",
    }
}

/// A best-interest decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BestInterest {
    /// Who decided.
    pub by: String,
    /// When.
    pub on: PartialDate,
    /// What was decided and why.
    pub decision: String,
}

/// What protects a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChildProtection {
    /// Whether there is reason to believe that the person may be a child.
    pub in_doubt: bool,
    /// What an assessment of the age came to.
    pub assessment: AgeAssessment,
    /// The guardian, named by an authority.
    pub guardian: String,
    /// Best-interest decisions, oldest first.
    pub best_interest: Vec<BestInterest>,
}

impl Default for ChildProtection {
    fn default() -> Self {
        Self {
            in_doubt: false,
            assessment: AgeAssessment::None,
            guardian: String::new(),
            best_interest: Vec::new(),
        }
    }
}

/// Whether somebody is treated as a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Childhood {
    /// Known to be a child.
    Child,
    /// Not known; presumed to be a child.
    Presumed,
    /// An adult.
    Adult,
}

impl Childhood {
    /// Whether the rules for children apply.
    pub const fn applies(self) -> bool {
        !matches!(self, Self::Adult)
    }
}

/// Whether somebody is treated as a child at an instant. The youngest age that the date of birth can mean counts, and doubt
/// counts for childhood until an assessment says otherwise.
pub fn childhood(identity: &Identity, child: &ChildProtection, now: Timestamp) -> Childhood {
    match child.assessment {
        AgeAssessment::Child => return Childhood::Child,
        AgeAssessment::Adult => return Childhood::Adult,
        AgeAssessment::UnderWay => return Childhood::Presumed,
        AgeAssessment::None => {}
    }
    match identity.birth {
        Some(birth) if is_under_age(birth.earliest(), now) && !birth.is_about() => Childhood::Child,
        // The last day that the date can mean, and a year more where it is only about then.
        Some(birth) => {
            let youngest = birth.after().plus_millis(-1).plus_days(if birth.is_about() { 365 } else { 0 });
            if is_under_age(youngest, now) || child.in_doubt { Childhood::Presumed } else { Childhood::Adult }
        }
        None if child.in_doubt => Childhood::Presumed,
        None => Childhood::Adult,
    }
}

fn is_under_age(birth: Timestamp, now: Timestamp) -> bool {
    let ((year, month, day), (this_year, this_month, today)) = (birth.ymd(), now.ymd());
    (this_year, this_month, today) < (year.saturating_add(MAJORITY), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(birth: Option<&str>, in_doubt: bool, assessment: AgeAssessment, expected: Childhood) {
        let birth = birth.map(|text| PartialDate::try_from(text.to_owned()).unwrap());
        let identity = Identity { birth, ..Identity::default() };
        let child = ChildProtection { in_doubt, assessment, ..ChildProtection::default() };
        let now = Timestamp::from_ymd(2017, 6, 15).unwrap();
        assert_eq!(childhood(&identity, &child, now), expected, "{birth:?} {in_doubt} {assessment:?}");
    }

    #[test]
    fn doubt_counts_for_childhood() {
        use AgeAssessment as Assessed;
        check(Some("1999-06-15"), false, Assessed::None, Childhood::Adult);
        check(Some("1999-06-16"), false, Assessed::None, Childhood::Child);
        check(Some("1999"), false, Assessed::None, Childhood::Presumed);
        check(Some("1999-06"), false, Assessed::None, Childhood::Presumed);
        check(Some("1998"), false, Assessed::None, Childhood::Adult);
        check(Some("1998~"), false, Assessed::None, Childhood::Presumed);
        check(Some("1998"), true, Assessed::None, Childhood::Presumed);
        check(Some("1998"), true, Assessed::Adult, Childhood::Adult);
        check(Some("1990"), false, Assessed::UnderWay, Childhood::Presumed);
        check(Some("1990"), false, Assessed::Child, Childhood::Child);
        check(None, true, Assessed::None, Childhood::Presumed);
        check(None, false, Assessed::None, Childhood::Adult);
    }
}
