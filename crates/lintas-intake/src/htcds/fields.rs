//! The fields of the IOM Human Trafficking Case Data Standard 2.0 and what becomes of each.
//!
//! Source: UNMigration/HTCDS, "HTCDS Field Standards 2.0" and the templates of its toolkit. Everything that could name
//! the person, and all free text, is held back; codes, places of the crime and dates of referral are taken.

use super::Section::{self, *};
use crate::Meaning;

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Names the person; used only to find the name in other texts.
    Name,
    /// Identifies or leads to the person: held back for victims.
    Identity(Meaning),
    /// Date of birth: an age band for victims.
    BirthDate,
    /// Age when trafficked: an age band.
    AgeThen,
    /// Country of citizenship.
    Citizenship,
    /// What the file says about being a victim.
    TraffickingStatus,
    /// A code that describes what happened; taken.
    Coded(Meaning),
    /// A place of the crime; taken, with the person's name taken out.
    CrimePlace(&'static str),
    /// A fact of the case that names nobody: taken into the coded report.
    Fact,
    /// A date of the case: taken into the coded report.
    FactDate,
    /// Names of staff: held back.
    Staff,
    /// Free text: held back, it may name anybody.
    FreeText,
    /// Whether consent was given.
    Consent,
    /// The part a perpetrator played.
    PerpetratorRole,
    /// About a support plan: only that there is one.
    SupportPlan,
    /// About an event in the past: part of its place, its time, its kind.
    Event(EventPart),
    /// About an organisation.
    Organisation(Meaning),
    /// The number of the person, by which sheets belong together.
    PersonId,
    /// The number of the case.
    CaseId,
    /// Written by the survey program.
    Machine,
}

/// A part of a historic trafficking event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventPart {
    Latitude,
    Longitude,
    Address,
    Country,
    Date,
    Kind,
}

/// One field: section, name without prefix, label, use.
pub(crate) type Field = (Section, &'static str, &'static str, Use);

use Use::{
    AgeThen, BirthDate, CaseId, Citizenship, Coded, Consent, CrimePlace, Fact, FactDate, FreeText, Identity,
    Machine, Name, PerpetratorRole, PersonId, Staff, SupportPlan, TraffickingStatus,
};

/// All fields, those of the Case Sheet before others of the same label.
#[rustfmt::skip]
pub(crate) const FIELDS: &[Field] = &[
    (Person, "Salutation", "Salutation", Identity(Meaning::Title)),
    (Person, "FirstName", "First Name", Name),
    (Person, "MiddleName", "Middle Name", Name),
    (Person, "SecondName", "Second Name", Name),
    (Person, "Birthdate", "Birthdate", BirthDate),
    (Person, "Gender", "Gender", Identity(Meaning::Gender)),
    (Person, "Deceased", "Deceased", Identity(Meaning::Ignore)),
    (Person, "MaritalStatus", "Marital Status", Identity(Meaning::Ignore)),
    (Person, "NumberOfChildren", "Number of Children", Identity(Meaning::Ignore)),
    (Person, "PrimaryLanguage", "Primary Language", Identity(Meaning::Language)),
    (Person, "SecondaryLanguage", "Secondary Language", Identity(Meaning::Language)),
    (Person, "HighestLevelOfEducation", "Highest Level of Education", Identity(Meaning::Ignore)),
    (Person, "Citizenship", "Citizenship", Citizenship),
    (Person, "Nationality", "Nationality", Citizenship),
    (Person, "IdentityNumber", "Identity Number", Identity(Meaning::DocumentNumber)),
    (Person, "Title", "Title", Identity(Meaning::Title)),
    (Person, "Email", "Email", Identity(Meaning::Email)),
    (Person, "HomePhone", "Home Phone", Identity(Meaning::Phone)),
    (Person, "MobilePhone", "Mobile Phone", Identity(Meaning::Phone)),
    (Person, "MailingStreet", "Mailing Street", Identity(Meaning::AddressPart)),
    (Person, "MailingCity", "Mailing City", Identity(Meaning::AddressPart)),
    (Person, "MailingState", "Mailing State/Province", Identity(Meaning::AddressPart)),
    (Person, "MailingPostalCode", "Mailing Zip/Postal Code", Identity(Meaning::AddressPart)),
    (Person, "MailingCountry", "Mailing Country", Identity(Meaning::AddressPart)),
    (Person, "MailingLongitude", "Mailing Longitude", Identity(Meaning::Ignore)),
    (Person, "MailingLatitude", "Mailing Latitude", Identity(Meaning::Ignore)),
    (Person, "Id", "Person ID", PersonId),
    (Person, "PersonId", "Person Id", PersonId),
    (Person, "ContactId", "Contact ID", PersonId),
    (Person, "ClientId", "Client ID", PersonId),
    (Victim, "AgreementToManagePersonalData", "Agreement to Manage Personal Data", Consent),
    (Victim, "TraffickingStatus", "Trafficking Status", TraffickingStatus),
    (Victim, "TraffickingStatusDecisionMakingOrg", "Trafficking Status Decision Making Organization", Fact),
    // The templates write the field's name without its g.
    (Victim, "TraffickinStatusDecisionMakingOrg", "Trafficking Status Decision Making Organisation", Fact),
    (Victim, "RelationshipToTrafficker", "Relationship to Trafficker", Fact),
    (Victim, "AgeWhenTrafficked", "Age when Trafficked", AgeThen),
    (Victim, "RecruitmentWebsitesAndApps", "Recruitment Websites and Apps", Fact),
    (Victim, "MethodOfRecruitment", "Method of Recruitment", Coded(Meaning::RecruitmentMethod)),
    (Victim, "LocationOfRecruitment", "Location of Recruitment", CrimePlace("place of recruitment")),
    (Victim, "MethodsOfControl", "Methods of Control", Coded(Meaning::MeansOfControl)),
    (Victim, "TypeOfExploitation", "Type of Exploitation", Coded(Meaning::Exploitation)),
    (Victim, "ForcedLabourIndustry", "Forced Labour Industry", Coded(Meaning::Industry)),
    (Victim, "TypeOfSexExploitation", "Type of Sex Exploitation", Coded(Meaning::Exploitation)),
    (Victim, "LocationOfExploitation", "Location of Exploitation", CrimePlace("place of exploitation")),
    (Victim, "ExploitationWebsitesAndApps", "Exploitation Websites and Apps", Fact),
    (Victim, "Vulnerabilities", "Vulnerabilities", FreeText),
    (Victim, "DetailsOfVulnerabilities", "Details Of Vulnerabilities", FreeText),
    (Perpetrator, "RoleInProcess", "Role in Process", PerpetratorRole),
    (Perpetrator, "RoleDetails", "Role Details", FreeText),
    (Perpetrator, "Organisation", "Perpetrator Organisation", Use::Organisation(Meaning::OrganisationName)),
    (Case, "Status", "Status", Fact),
    (Case, "Status", "Case Status", Fact),
    (Case, "ReasonForCaseClosure", "Reason for Case Closure", Fact),
    (Case, "CaseOwner", "Case Owner", Staff),
    (Case, "CaseId", "Case ID", CaseId),
    (Case, "CaseNumber", "Case Number", CaseId),
    (Case, "Id", "Case", CaseId),
    (Case, "ReferringOrganisation", "Referring Organisation", Fact),
    (Case, "IncomingReferralDate", "Incoming Referral Date", FactDate),
    (Case, "ReferringPrimaryCaseWorker", "Referring Primary Case Worker", Staff),
    (Case, "ReasonForIncomingReferral", "Reason for Incoming Referral", Fact),
    (Case, "IncomingReferralDetails", "Incoming Referral Details", FreeText),
    (Case, "ReferredOrganisation", "Referred Organisation", Fact),
    (Case, "ReferredPrimaryCaseWorker", "Referred Primary Case Worker", Staff),
    (Case, "ReasonForOutgoingReferral", "Reason for Outgoing Referral", Fact),
    (Case, "OutgoingReferralDate", "Outgoing Referral Date", FactDate),
    (Case, "OutgoingReferralDetails", "Outgoing Referral Details", FreeText),
    (Comment, "CaseComment", "Case Comment", FreeText),
    (Event, "Longitude", "Longitude", Use::Event(EventPart::Longitude)),
    (Event, "Latitude", "Latitude", Use::Event(EventPart::Latitude)),
    (Event, "Street", "Street", Use::Event(EventPart::Address)),
    (Event, "City", "City", Use::Event(EventPart::Address)),
    (Event, "State", "State", Use::Event(EventPart::Address)),
    (Event, "PostalCode", "PostalCode", Use::Event(EventPart::Address)),
    (Event, "Country", "Country", Use::Event(EventPart::Country)),
    (Event, "Date", "Date", Use::Event(EventPart::Date)),
    (Event, "Type", "Type", Use::Event(EventPart::Kind)),
    (Event, "Description", "Description", FreeText),
    (Plan, "Objectives", "Objectives", SupportPlan),
    (Plan, "ActionPlan", "Action Plan", SupportPlan),
    (Plan, "PlannedEndDate", "Planned End Date", SupportPlan),
    (Plan, "ActualEndDate", "Actual End Date", SupportPlan),
    (Plan, "Type", "Type", SupportPlan),
    (Consents, "Consent", "Consent", Consent),
    (Organisations, "Name", "Organisation Name", Use::Organisation(Meaning::OrganisationName)),
    (Organisations, "ShippingStreet", "Shipping Street", Use::Organisation(Meaning::AddressPart)),
    (Organisations, "ShippingCity", "Shipping City", Use::Organisation(Meaning::AddressPart)),
    (Organisations, "ShippingState", "Shipping State/Province", Use::Organisation(Meaning::AddressPart)),
    (Organisations, "ShippingPostalCode", "Shipping Zip/Postal Code", Use::Organisation(Meaning::AddressPart)),
    (Organisations, "ShippingCountry", "Shipping Country", Use::Organisation(Meaning::Country)),
    (Organisations, "ShippingLongitude", "Longitude", Use::Organisation(Meaning::Longitude)),
    (Organisations, "ShippingLatitude", "Latitude", Use::Organisation(Meaning::Latitude)),
    (Organisations, "Phone", "Phone", Use::Organisation(Meaning::Phone)),
    (Organisations, "Type", "Type", Use::Organisation(Meaning::Category)),
];

/// Headers that survey programs write around the answers.
pub(crate) const MACHINE: &[&str] = &[
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "phonenumber",
    "version",
    "id",
    "uuid",
    "submissiontime",
    "submittedby",
    "index",
    "parentindex",
    "parenttablename",
    "validationstatus",
    "notes",
    "status",
    "tags",
    "formversion",
    "instanceid",
    "xformid",
    "instancename",
    "submissiondate",
    "key",
    "isvalid",
    "attachments",
    "geolocation",
];

/// What a survey program's own column holds.
pub(crate) const fn machine() -> Use {
    Machine
}

impl Use {
    /// What the preview shows as the column's meaning.
    pub(crate) const fn meaning(self) -> Meaning {
        match self {
            Self::Name => Meaning::VictimName,
            Self::Coded(meaning) | Self::Organisation(meaning) => meaning,
            Self::TraffickingStatus => Meaning::VictimStatus,
            Self::CrimePlace(_) => Meaning::Place,
            Self::Citizenship => Meaning::Nationality,
            Self::PerpetratorRole => Meaning::Role,
            Self::FactDate => Meaning::Date,
            Self::Event(EventPart::Latitude) => Meaning::Latitude,
            Self::Event(EventPart::Longitude) => Meaning::Longitude,
            Self::Event(EventPart::Address) => Meaning::AddressPart,
            Self::Event(EventPart::Country) => Meaning::Country,
            Self::Event(EventPart::Date) => Meaning::Date,
            Self::Event(EventPart::Kind) => Meaning::Category,
            Self::PersonId | Self::CaseId => Meaning::SourceId,
            Self::Fact => Meaning::Status,
            Self::BirthDate => Meaning::BirthDate,
            Self::AgeThen => Meaning::Age,
            Self::Identity(_)
            | Self::Staff
            | Self::FreeText
            | Self::Consent
            | Self::SupportPlan
            | Self::Machine => Meaning::Ignore,
        }
    }
}
