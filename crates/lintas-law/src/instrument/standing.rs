//! Whether a state is bound by an instrument on a day.
//!
//! A date known only as a year leaves a time in which nobody can say. That time is [`Standing::Unclear`]: not open,
//! not closed.

use std::fmt;

use lintas_model::Country;
use serde::{Serialize, Serializer};

use super::{Instrument, Status};
use crate::{Day, RequestKind};

/// Whether a state is bound on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is, at the latest since that day.
    Bound {
        /// The latest day on which it can have begun.
        since: Day,
    },
    /// It cannot be said.
    Unclear(Reason),
    /// It is not.
    NotBound(Reason),
}

/// Why a path is closed or unclear.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Only certain states can join.
    NotEligible {
        /// The state.
        state: Country,
        /// Who can.
        open_to: String,
    },
    /// The state is not a party.
    NotParty {
        /// The state.
        state: Country,
    },
    /// The file says nothing about the state.
    PartyUnknown {
        /// The state.
        state: Country,
    },
    /// The state signed but did not ratify.
    SignedOnly {
        /// The state.
        state: Country,
        /// When it signed.
        signed: String,
    },
    /// The state was bound only later.
    NotYetBound {
        /// The state.
        state: Country,
        /// From when.
        from: Day,
    },
    /// The state denounced it.
    Denounced {
        /// The state.
        state: Country,
        /// From when it was no longer bound.
        from: Day,
    },
    /// Signed, not in force when last checked.
    NotInForce {
        /// The day of that check.
        checked: Day,
    },
    /// It came into force only later.
    NotYetInForce {
        /// From when.
        from: Day,
    },
    /// It had not been made.
    NotYetMade {
        /// When it was signed.
        signed: String,
    },
    /// It has ended.
    Ended {
        /// From when.
        from: Day,
    },
    /// The day it binds is known too roughly.
    DateUnclear {
        /// The state; `None` means the instrument itself.
        state: Option<Country>,
        /// The first day that it can be.
        first: Day,
        /// The last day that it can be.
        last: Day,
    },
    /// Whether it is in force is not known.
    StatusUnknown,
    /// The instrument does not reach the offence between these states.
    OffenceOutside {
        /// Why not.
        says: String,
    },
    /// The instrument leaves this kind of request out.
    Excluded {
        /// Why.
        says: String,
        /// The article.
        article: String,
    },
    /// A declaration of the requested state closes it.
    Declared {
        /// The state.
        state: Country,
        /// What it declared.
        says: String,
        /// The article.
        article: String,
    },
    /// It depends on a declaration that is not known.
    DeclarationUnknown {
        /// The state.
        state: Country,
        /// What is not known.
        says: String,
        /// The article.
        article: String,
    },
    /// The person is a national of the requested state, which does not surrender nationals.
    NationalBar {
        /// The state.
        state: Country,
        /// Its rule in words.
        rule: String,
        /// Where it stands.
        article: String,
    },
    /// All would hold, but nobody has confirmed a part of it.
    NotVerified,
    /// The requested state extradites only under a treaty.
    NeedsTreaty {
        /// The state.
        state: Country,
        /// Where it stands.
        article: String,
    },
}

impl Reason {
    /// A stable word for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotEligible { .. } => "not_eligible",
            Self::NotParty { .. } => "not_party",
            Self::PartyUnknown { .. } => "party_unknown",
            Self::SignedOnly { .. } => "signed_only",
            Self::NotYetBound { .. } => "not_yet_bound",
            Self::Denounced { .. } => "denounced",
            Self::NotInForce { .. } => "not_in_force",
            Self::NotYetInForce { .. } => "not_yet_in_force",
            Self::NotYetMade { .. } => "not_yet_made",
            Self::Ended { .. } => "ended",
            Self::DateUnclear { .. } => "date_unclear",
            Self::StatusUnknown => "status_unknown",
            Self::OffenceOutside { .. } => "offence_outside",
            Self::Excluded { .. } => "excluded",
            Self::Declared { .. } => "declared",
            Self::DeclarationUnknown { .. } => "declaration_unknown",
            Self::NationalBar { .. } => "national_bar",
            Self::NotVerified => "not_verified",
            Self::NeedsTreaty { .. } => "needs_treaty",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEligible { state, open_to } => {
                write!(f, "{} cannot join: open to {open_to} only", state.english_name())
            }
            Self::NotParty { state } => write!(f, "{} is not a party", state.english_name()),
            Self::PartyUnknown { state } => {
                write!(f, "whether {} is a party is not known", state.english_name())
            }
            Self::SignedOnly { state, signed } => {
                write!(f, "{} signed ({signed}) but did not ratify", state.english_name())
            }
            Self::NotYetBound { state, from } => {
                write!(f, "{} was bound only from {from}", state.english_name())
            }
            Self::Denounced { state, from } => {
                write!(f, "{} denounced it with effect from {from}", state.english_name())
            }
            Self::NotInForce { checked } => write!(f, "not in force when last checked, {checked}"),
            Self::NotYetInForce { from } => write!(f, "in force only from {from}"),
            Self::NotYetMade { signed } => write!(f, "not signed before {signed}"),
            Self::Ended { from } => write!(f, "ended {from}"),
            Self::DateUnclear { state: Some(state), first, last } => {
                write!(f, "{} became bound some time between {first} and {last}", state.english_name())
            }
            Self::DateUnclear { state: None, first, last } => {
                write!(f, "it came into force some time between {first} and {last}")
            }
            Self::StatusUnknown => f.write_str("signed; whether it is in force is not known"),
            Self::OffenceOutside { says } => f.write_str(says),
            Self::Excluded { says, article } => write!(f, "{says} ({article})"),
            Self::Declared { state, says, article } => {
                write!(f, "{} {says} ({article})", state.english_name())
            }
            Self::DeclarationUnknown { state, says, article } => {
                write!(f, "{}: {says} ({article})", state.english_name())
            }
            Self::NationalBar { state, rule, article } => {
                write!(f, "the person is a national: {} {rule} ({article})", state.english_name())
            }
            Self::NotVerified => f.write_str("a part of what it rests on is not verified"),
            Self::NeedsTreaty { state, article } => {
                write!(f, "{} extradites only under a treaty ({article})", state.english_name())
            }
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut fields = to.serialize_struct("Reason", 2)?;
        fields.serialize_field("code", self.code())?;
        fields.serialize_field("text", &self.to_string())?;
        fields.end()
    }
}

impl Instrument {
    /// Whether the instrument itself was in force on a day.
    pub fn in_force_on(&self, on: Day) -> Standing {
        if let Some(ended) = self.ended.map(Day::first_of)
            && on >= ended
        {
            return Standing::NotBound(Reason::Ended { from: ended });
        }
        match (self.status, self.in_force) {
            (Status::InForce, Some(date)) => {
                let first = Day::first_of(date);
                let last = self.in_force_by.unwrap_or_else(|| Day::last_of(date)).max(first);
                if on < first {
                    Standing::NotBound(Reason::NotYetInForce { from: first })
                } else if on < last {
                    Standing::Unclear(Reason::DateUnclear { state: None, first, last })
                } else {
                    Standing::Bound { since: last }
                }
            }
            (status, _) => match self.signed {
                Some(signed) if on < Day::first_of(signed) => {
                    Standing::NotBound(Reason::NotYetMade { signed: signed.to_string() })
                }
                _ if status == Status::NotInForce => {
                    Standing::NotBound(Reason::NotInForce { checked: self.reference.last_checked })
                }
                _ => Standing::Unclear(Reason::StatusUnknown),
            },
        }
    }

    /// Whether a state was bound on a day.
    pub fn standing(&self, state: Country, on: Day) -> Standing {
        if !self.open_to.is_empty() && !self.open_to.contains(&state) {
            return Standing::NotBound(Reason::NotEligible { state, open_to: self.open_to_words.clone() });
        }
        let Some(party) = self.parties.get(&state) else {
            return Standing::Unclear(Reason::PartyUnknown { state });
        };
        let whole = self.in_force_on(on);
        if let Standing::NotBound(_) = whole {
            return whole;
        }
        let Some(joined) = party.joined else {
            return Standing::NotBound(match party.signed {
                Some(signed) if Day::first_of(signed) <= on => {
                    Reason::SignedOnly { state, signed: signed.to_string() }
                }
                _ => Reason::NotParty { state },
            });
        };
        let wait = i64::from(self.days_to_force);
        let start = self.in_force.map_or(Day::first_of(joined), Day::first_of);
        let first = Day::first_of(joined).plus_days(wait).max(start);
        let last = party.joined_by.unwrap_or_else(|| Day::last_of(joined)).plus_days(wait).max(first);
        if on < first {
            return Standing::NotBound(Reason::NotYetBound { state, from: first });
        }
        if let Some(denounced) = party.denounced {
            let months = self.denunciation_months;
            let (from, surely) =
                (Day::first_of(denounced).plus_months(months), Day::last_of(denounced).plus_months(months));
            if on >= surely {
                return Standing::NotBound(Reason::Denounced { state, from: surely });
            }
            if on >= from {
                return Standing::Unclear(Reason::DateUnclear {
                    state: Some(state),
                    first: from,
                    last: surely,
                });
            }
        }
        if on < last {
            return Standing::Unclear(Reason::DateUnclear { state: Some(state), first, last });
        }
        match whole {
            Standing::Bound { since } => Standing::Bound { since: since.max(last) },
            unclear => unclear,
        }
    }

    /// What a declaration of the requested state does to a kind of request.
    pub(crate) fn declared(&self, state: Country, request: RequestKind) -> Option<(bool, Reason)> {
        let party = self.parties.get(&state)?;
        party.declarations.iter().find_map(|declaration| {
            let (says, article) = (declaration.says.clone(), declaration.article.clone());
            if declaration.closes.contains(&request) {
                Some((true, Reason::Declared { state, says, article }))
            } else if declaration.unclear.contains(&request) {
                Some((false, Reason::DeclarationUnknown { state, says, article }))
            } else {
                None
            }
        })
    }
}
