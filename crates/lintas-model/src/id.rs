//! Ids with types of their own, so that a case can never be passed where a warrant is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Entropy, Timestamp};

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is not a UUID.
    #[error("could not read `{text}` as {what}: expected 32 hexadecimal digits")]
    NotAnId {
        /// What was being read, for example `case id`.
        what: &'static str,
        /// The text as given.
        text: String,
    },
    /// The text is not an agency code.
    #[error(
        "could not read `{0}` as an agency code: expected 2 to 16 of A-Z, 0-9 and `-`, starting with a letter"
    )]
    NotAnAgency(String),
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $what:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes a new id (UUID version 7, RFC 9562): ordered by time, so that indexes grow at one end.
            pub fn new(at: Timestamp, entropy: &mut dyn Entropy) -> Self {
                Self(uuid_v7(at, entropy))
            }

            /// Wraps an existing UUID.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::parse_str(text)
                    .map(Self)
                    .map_err(|_| IdError::NotAnId { what: $what, text: text.chars().take(80).collect() })
            }
        }

        impl From<$name> for ObjectId {
            fn from(id: $name) -> ObjectId {
                ObjectId(id.0)
            }
        }
    )*};
}

ids! {
    /// A record: one signed entry of a feed.
    RecordId = "record id";
    /// An officer of an agency.
    OfficerId = "officer id";
    /// An audience: exactly one set of agencies that may read a feed.
    AudienceId = "audience id";
    /// A case, joint when it has members.
    CaseId = "case id";
    /// A report as it came from a source.
    ReportId = "report id";
    /// A person, organisation, phone, account, vehicle, document, place or event.
    EntityId = "entity id";
    /// A task in a case.
    TaskId = "task id";
    /// An arrest warrant.
    WarrantId = "warrant id";
    /// An operation.
    OperationId = "operation id";
    /// A round: from one workshop to the next.
    RoundId = "round id";
    /// A workshop.
    WorkshopId = "workshop id";
    /// What an agency promised at a workshop.
    CommitmentId = "commitment id";
    /// A release of material to an audience.
    ReleaseId = "release id";
    /// One import of one file.
    ImportId = "import id";
    /// What an analysis found, kept.
    FindingId = "finding id";
    /// A layout of a chart, kept.
    ChartViewId = "chart view id";
    /// A request to another state.
    RequestId = "request id";
    /// A request for information to another agency.
    InquiryId = "inquiry id";
    /// A desk or an expert that can be reached.
    ContactPointId = "contact point id";
    /// A joint-investigation agreement.
    AgreementId = "agreement id";
    /// An INTERPOL notice or diffusion that was asked for.
    NoticeId = "notice id";
    /// A thing kept as evidence.
    ExhibitId = "exhibit id";
    /// A question of hit/no-hit to one partner.
    HitQueryId = "hit query id";
}

/// Whatever a record speaks about: any of the ids, with its type forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ObjectId(Uuid);

impl ObjectId {
    /// Wraps an existing UUID.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The UUID itself.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for ObjectId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Uuid::parse_str(text)
            .map(Self)
            .map_err(|_| IdError::NotAnId { what: "object id", text: text.chars().take(80).collect() })
    }
}

/// The short public name of an agency, for example `KH-CIB`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AgencyCode(String);

impl AgencyCode {
    /// Reads a code: 2 to 16 of `A-Z`, `0-9` and `-`, starting with a letter.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let fits = (2..=16).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError::NotAnAgency(text.chars().take(40).collect()))
        }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country by which the code begins: Cambodia for `KH-CIB`; none for a code that begins otherwise.
    pub fn country(&self) -> Option<crate::Country> {
        self.0.split('-').next()?.parse().ok()
    }
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for AgencyCode {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl TryFrom<String> for AgencyCode {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(&text)
    }
}

impl From<AgencyCode> for String {
    fn from(code: AgencyCode) -> String {
        code.0
    }
}

fn uuid_v7(at: Timestamp, entropy: &mut dyn Entropy) -> Uuid {
    let mut random = [0; 10];
    entropy.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(at.as_millis().max(0) as u64, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::SeededEntropy;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let mut entropy = SeededEntropy::new(1);
        let early = CaseId::new(Timestamp::from_millis(1_000), &mut entropy);
        let late = CaseId::new(Timestamp::from_millis(2_000), &mut entropy);
        assert!(early < late);
        assert_eq!(early.to_string().parse::<CaseId>(), Ok(early));
    }

    #[test]
    fn an_agency_code_is_short_plain_and_upper_case() {
        for good in ["KH", "KH-CIB", "UNODC", "VN-C02"] {
            assert_eq!(AgencyCode::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "K", "kh-cib", "-KH", "KH CIB", "../etc", "KH\u{200b}", "ABCDEFGHIJKLMNOPQ"] {
            assert!(AgencyCode::new(bad).is_err(), "{bad:?}");
        }
    }
}
