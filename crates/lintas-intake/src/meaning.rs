//! What a column says.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// The meaning of a column. The words are those of `--column HEADER=MEANING` and of saved mappings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Meaning {$(
            $(#[$doc])*
            #[serde(rename = $word)]
            $name,
        )*}

        impl Meaning {
            /// All meanings.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word for it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

meanings! {
    /// The full name of a person, as written.
    Name = "name";
    /// Given name.
    GivenName = "given_name";
    /// Middle name.
    MiddleName = "middle_name";
    /// Family name.
    FamilyName = "family_name";
    /// Another spelling or another name; several may stand in one cell, separated by `;`.
    Alias = "alias";
    /// A name borne before.
    FormerName = "former_name";
    /// Nickname.
    Nickname = "nickname";
    /// Title before the name.
    Title = "title";
    /// Name of a company, group or agency.
    OrganisationName = "organisation_name";
    /// Date of birth.
    BirthDate = "birth_date";
    /// Age in years.
    Age = "age";
    /// Place of birth.
    BirthPlace = "birth_place";
    /// Gender.
    Gender = "gender";
    /// Citizenship.
    Nationality = "nationality";
    /// Country.
    Country = "country";
    /// Number of an identity or travel document.
    DocumentNumber = "document_number";
    /// Kind of document.
    DocumentType = "document_type";
    /// Telephone number; several may stand in one cell.
    Phone = "phone";
    /// E-mail address.
    Email = "email";
    /// Name on a messenger or social network.
    Handle = "handle";
    /// Account number or wallet address.
    Account = "account";
    /// Registration plate or vessel number.
    Plate = "plate";
    /// Make, model or colour of a vehicle.
    VehicleDescription = "vehicle_description";
    /// Address as written.
    Address = "address";
    /// Part of an address; parts are joined in the order of their columns.
    AddressPart = "address_part";
    /// Name of a place.
    Place = "place";
    /// Latitude in degrees.
    Latitude = "latitude";
    /// Longitude in degrees.
    Longitude = "longitude";
    /// Latitude and longitude in one cell.
    Coordinates = "coordinates";
    /// Occupation, rank or function.
    Occupation = "occupation";
    /// Appearance, marks, remarks.
    Description = "description";
    /// When it happened or began.
    Date = "date";
    /// Time of day at which it happened.
    Time = "time";
    /// Year in which it happened, where the month stands in another column.
    Year = "year";
    /// Month in which it happened, where the year stands in another column.
    Month = "month";
    /// When it ended.
    EndDate = "end_date";
    /// What the row is about: person, organisation, vehicle, place, event.
    EntityType = "entity_type";
    /// Kind, in the source's own vocabulary.
    Category = "category";
    /// Legal status.
    Status = "status";
    /// Programme or list.
    Listing = "listing";
    /// Persons who died.
    DeadCount = "dead_count";
    /// Persons missing.
    MissingCount = "missing_count";
    /// Survivors.
    SurvivorCount = "survivor_count";
    /// Persons, otherwise.
    PersonCount = "person_count";
    /// Route.
    Route = "route";
    /// Address of a published source.
    SourceUrl = "source_url";
    /// The id that the source gives the row.
    SourceId = "source_id";
    /// Part the person played, as stated.
    Role = "role";
    /// Language spoken.
    Language = "language";
    /// How a person was recruited.
    RecruitmentMethod = "recruitment_method";
    /// How a person was controlled.
    MeansOfControl = "means_of_control";
    /// Type of exploitation.
    Exploitation = "exploitation";
    /// Industry of exploitation.
    Industry = "industry";
    /// Whether the person is a victim: such rows are protected.
    VictimStatus = "victim_status";
    /// The name of a victim: such rows are protected and the name is not read.
    VictimName = "victim_name";
    /// Source and information grade together, for example `A2`.
    Grade = "grade";
    /// Handling codes and TLP.
    Handling = "handling";
    /// The report's own words.
    ReportText = "report_text";
    /// One line about the report.
    ReportTitle = "report_title";
    /// Number in the source register.
    SourceReference = "source_reference";
    /// Who or what was seen: an id.
    Subject = "subject";
    /// One end of a contact: an id, name or number.
    ContactFrom = "contact_from";
    /// The other end of a contact.
    ContactTo = "contact_to";
    /// What the contact was.
    ContactKind = "contact_kind";
    /// How often or how much.
    ContactAmount = "contact_amount";
    /// Not read at all.
    Ignore = "ignore";
    /// Kept under its own header.
    Other = "other";
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as the meaning of a column; `lintas import --help` lists them")]
pub struct NotAMeaning(String);

impl FromStr for Meaning {
    type Err = NotAMeaning;
    fn from_str(text: &str) -> Result<Self, NotAMeaning> {
        Self::ALL
            .iter()
            .copied()
            .find(|m| m.as_str() == text)
            .ok_or_else(|| NotAMeaning(text.chars().take(40).collect()))
    }
}
