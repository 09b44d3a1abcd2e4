//! What can be said about an entity: properties and their values.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Country, EntityId, PartialDate, Point};

macro_rules! properties {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// A property of an entity. The words follow FollowTheMoney where it has the notion.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Property {$(
            $(#[$doc])*
            #[serde(rename = $word)]
            $name,
        )*}

        impl Property {
            /// All properties.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word used in records, files and views.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

properties! {
    /// A name as written, in its own script. The first stated is the caption.
    Name = "name";
    /// Another name the entity goes by.
    Alias = "alias";
    /// A name that the entity bore before.
    FormerName = "former_name";
    /// A nickname (Thai chue len, Filipino palayaw).
    Nickname = "nickname";
    /// Date of birth, as exactly as it is known.
    BirthDate = "birth_date";
    /// Age in years as stated, when no date of birth is known.
    Age = "age";
    /// Place of birth.
    BirthPlace = "birth_place";
    /// Gender as stated.
    Gender = "gender";
    /// Citizenship.
    Nationality = "nationality";
    /// Country of residence, registration or location.
    Country = "country";
    /// Number of an identity or travel document.
    DocumentNumber = "document_number";
    /// Kind of the document.
    DocumentType = "document_type";
    /// Telephone number.
    PhoneNumber = "phone_number";
    /// E-mail address.
    Email = "email";
    /// Name on a messenger or social network.
    Handle = "handle";
    /// Account number, IBAN or wallet address.
    AccountNumber = "account_number";
    /// Registration plate or vessel number.
    Plate = "plate";
    /// Address as written.
    Address = "address";
    /// Position.
    Position = "position";
    /// Occupation, rank or function.
    Occupation = "occupation";
    /// Title before the name.
    Title = "title";
    /// Appearance, marks, remarks.
    Description = "description";
    /// Time at which an event happened or began.
    Date = "date";
    /// Time at which it ended.
    EndDate = "end_date";
    /// Kind of event, place or organisation in its own vocabulary.
    Category = "category";
    /// Programme or list under which the entity is listed.
    Listing = "listing";
    /// Legal status.
    Status = "status";
    /// Number of persons who died.
    DeadCount = "dead_count";
    /// Number of persons missing.
    MissingCount = "missing_count";
    /// Number of survivors.
    SurvivorCount = "survivor_count";
    /// Number of persons, otherwise.
    PersonCount = "person_count";
    /// Route named by the source.
    Route = "route";
    /// Address of a published source.
    SourceUrl = "source_url";
    /// The id that the source file gives the entity.
    SourceId = "source_id";
    /// How a person was recruited (HTCDS).
    RecruitmentMethod = "recruitment_method";
    /// How a person was controlled (HTCDS; means of Trafficking Protocol Art. 3).
    MeansOfControl = "means_of_control";
    /// Type of exploitation (HTCDS; purpose of Trafficking Protocol Art. 3).
    Exploitation = "exploitation";
    /// Industry or sector of exploitation (HTCDS).
    Industry = "industry";
    /// Part a person played in the process (HTCDS perpetrator context), as stated by the source.
    StatedRole = "stated_role";
    /// Language spoken.
    Language = "language";
    /// Anything else the source states, with its column name before the value.
    Other = "other";
}

impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no property.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a property")]
pub struct NotAProperty(String);

impl FromStr for Property {
    type Err = NotAProperty;
    fn from_str(text: &str) -> Result<Self, NotAProperty> {
        Self::ALL
            .iter()
            .copied()
            .find(|p| p.as_str() == text)
            .ok_or_else(|| NotAProperty(text.chars().take(40).collect()))
    }
}

/// The value of a property, as the source gave it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Text as written, original script.
    Text(String),
    /// A date with its precision.
    Date(PartialDate),
    /// A whole number.
    Number(i64),
    /// A country.
    Country(Country),
    /// A position.
    Point(Point),
    /// Another entity, for example the phone of a person.
    Entity(EntityId),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Date(date) => date.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Country(country) => country.fmt(f),
            Self::Point(point) => write!(f, "{:.6}, {:.6}", point.latitude(), point.longitude()),
            Self::Entity(id) => id.fmt(f),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
