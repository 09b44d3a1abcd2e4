//! The two offences by their elements: what must be shown, what a case shows, what is still to do.
//!
//! The elements stand in `data/offences`; the kinds of circumstances are words of this crate, so that a record and a
//! file cannot mean different things by one word.

mod classify;
mod conviction;

use lintas_model::Country;
use lintas_model::offence::Offence;
use serde::{Deserialize, Serialize};

pub use classify::{Class, Classification, ElementReading, ElementState, Reading, classify};
pub use conviction::{
    Admissibility, Assessed, Charge, ConvictionMap, EvidenceForm, EvidenceItem, Gap, GapKind, Obstacle, Row,
    conviction_map,
};

use crate::{Confidence, Day};

/// An element of an offence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// Trafficking: the act.
    Act,
    /// Trafficking: the means.
    Means,
    /// Trafficking: the purpose.
    Purpose,
    /// Trafficking: the victim is under 18.
    VictimAge,
    /// Smuggling: procurement.
    Procurement,
    /// Smuggling: illegal entry or stay.
    IllegalEntry,
    /// Smuggling: benefit.
    Benefit,
    /// The part of this suspect.
    Participation,
    /// Intent.
    Intent,
    /// What aggravates.
    Aggravation,
}

impl Element {
    /// All elements.
    pub const ALL: [Self; 10] = [
        Self::Act,
        Self::Means,
        Self::Purpose,
        Self::VictimAge,
        Self::Procurement,
        Self::IllegalEntry,
        Self::Benefit,
        Self::Participation,
        Self::Intent,
        Self::Aggravation,
    ];

    /// The word used in files and records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Means => "means",
            Self::Purpose => "purpose",
            Self::VictimAge => "victim_age",
            Self::Procurement => "procurement",
            Self::IllegalEntry => "illegal_entry",
            Self::Benefit => "benefit",
            Self::Participation => "participation",
            Self::Intent => "intent",
            Self::Aggravation => "aggravation",
        }
    }

    /// Whether it decides which offence it is, before any suspect is looked at.
    pub const fn defines(self) -> bool {
        matches!(
            self,
            Self::Act | Self::Means | Self::Purpose | Self::Procurement | Self::IllegalEntry | Self::Benefit
        )
    }
}

/// The code under which a record lays evidence against an element: `smuggling.benefit`, or with what shows it,
/// `trafficking.means.deception`.
pub fn element_code(offence: Offence, element: Element, shows: Option<Circumstance>) -> String {
    match shows {
        Some(shows) => format!("{offence}.{}.{}", element.as_str(), shows.as_str()),
        None => format!("{offence}.{}", element.as_str()),
    }
}

/// Reads such a code; `None` when a part of it is no word of ours.
pub fn read_element_code(code: &str) -> Option<(Offence, Element, Option<Circumstance>)> {
    let mut parts = code.split('.');
    let (offence, element) = (parts.next()?, parts.next()?);
    let offence = Offence::ALL.into_iter().find(|known| known.as_str() == offence)?;
    let element = Element::ALL.into_iter().find(|known| known.as_str() == element)?;
    let shows = match parts.next() {
        Some(word) => Some(*Circumstance::ALL.iter().find(|known| known.as_str() == word)?),
        None => None,
    };
    parts.next().is_none().then_some((offence, element, shows))
}

macro_rules! circumstances {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $text:literal;)*) => {
        /// Something that the facts of a case show.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Circumstance {$(
            $(#[$doc])*
            #[serde(rename = $word)]
            $name,
        )*}

        impl Circumstance {
            /// All circumstances.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word used in files and records.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The circumstance in words.
            pub const fn in_words(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

circumstances! {
    /// Act.
    Recruitment = "recruitment", "recruitment";
    /// Act.
    Transportation = "transportation", "transportation";
    /// Act.
    Transfer = "transfer", "transfer";
    /// Act.
    Harbouring = "harbouring", "harbouring";
    /// Act.
    Receipt = "receipt", "receipt";
    /// Means.
    Force = "force", "force or the threat of it";
    /// Means.
    OtherCoercion = "other_coercion", "other coercion";
    /// Means.
    Abduction = "abduction", "abduction";
    /// Means.
    Fraud = "fraud", "fraud";
    /// Means.
    Deception = "deception", "deception";
    /// Means.
    AbuseOfPower = "abuse_of_power", "abuse of power";
    /// Means.
    AbuseOfVulnerability = "abuse_of_vulnerability", "abuse of a position of vulnerability";
    /// Means.
    PaymentForControl = "payment_for_control", "payment to a person in control of another";
    /// Purpose.
    ProstitutionOfOthers = "prostitution_of_others", "exploitation of the prostitution of others";
    /// Purpose.
    OtherSexualExploitation = "other_sexual_exploitation", "other sexual exploitation";
    /// Purpose.
    ForcedLabour = "forced_labour", "forced labour or services";
    /// Purpose.
    Slavery = "slavery", "slavery or similar practices";
    /// Purpose.
    Servitude = "servitude", "servitude";
    /// Purpose.
    OrganRemoval = "organ_removal", "removal of organs";
    /// Purpose.
    OtherExploitation = "other_exploitation", "other exploitation, such as forced crime or begging";
    /// Age.
    VictimUnder18 = "victim_under_18", "the person is under 18";
    /// Consent is claimed.
    ConsentClaimed = "consent_claimed", "it is said that the person agreed";
    /// Smuggling.
    ProcuredEntry = "procured_entry", "entry of another was procured";
    /// Smuggling.
    IllegalEntry = "illegal_entry", "the entry was illegal, into a state not their own";
    /// Smuggling.
    Benefit = "benefit", "a financial or other material benefit was sought";
    /// Smuggling, related.
    FalseDocument = "false_document", "a false document was made or procured";
    /// Smuggling, related.
    EnabledStay = "enabled_stay", "illegal stay was enabled";
    /// Aggravation.
    LifeEndangered = "life_endangered", "life or safety was endangered";
    /// Aggravation.
    InhumanTreatment = "inhuman_treatment", "inhuman or degrading treatment";
    /// Part.
    DidIt = "did_it", "the suspect did it";
    /// Part.
    Attempted = "attempted", "the suspect attempted it";
    /// Part.
    TookPart = "took_part", "the suspect took part";
    /// Part.
    Organised = "organised", "the suspect organised or directed others";
    /// Intent.
    Intent = "intent", "it was done intentionally";
}

/// An element as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementLaw {
    /// Which element.
    pub element: Element,
    /// Its title.
    pub title: String,
    /// The article.
    pub article: String,
    /// What it is, in a sentence.
    pub says: String,
    /// Any one of these shows it.
    pub any_of: Vec<Circumstance>,
    /// It need not be shown when this is.
    pub not_needed_if: Option<Circumstance>,
    /// It matters only when this is said of the case.
    pub only_if: Option<Circumstance>,
    /// It matters only when one of `any_of` is said of the case: it makes the offence graver, it does not make it.
    #[serde(default)]
    pub only_if_any: bool,
    /// What can show it.
    #[serde(default)]
    pub shown_by: Vec<String>,
}

/// A note on a country's own law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalNote {
    /// The country.
    pub country: Country,
    /// The note.
    pub says: String,
    /// From when.
    pub from: Option<Day>,
    /// Until when, that day not included.
    pub until: Option<Day>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// An offence as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffenceLaw {
    /// Which offence.
    pub offence: Offence,
    /// Its articles.
    pub article: String,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// When somebody last looked.
    pub last_checked: Day,
    /// What a prosecutor should know besides.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Its elements.
    pub elements: Vec<ElementLaw>,
    /// Notes on national law.
    #[serde(default)]
    pub national: Vec<NationalNote>,
}

/// Both offences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offences {
    pub(crate) trafficking: OffenceLaw,
    pub(crate) smuggling: OffenceLaw,
}

impl Offences {
    /// The law of one of them.
    pub fn get(&self, offence: Offence) -> &OffenceLaw {
        match offence {
            Offence::Trafficking => &self.trafficking,
            Offence::Smuggling => &self.smuggling,
        }
    }

    /// Notes on the law of a country on a day.
    pub fn national(
        &self,
        offence: Offence,
        country: Country,
        on: Day,
    ) -> impl Iterator<Item = &NationalNote> {
        self.get(offence).national.iter().filter(move |note| {
            note.country == country
                && note.from.is_none_or(|from| from <= on)
                && note.until.is_none_or(|until| on < until)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_an_element_reads_back_the_same() {
        for offence in Offence::ALL {
            for element in Element::ALL {
                for shows in [None, Some(Circumstance::Deception), Some(Circumstance::VictimUnder18)] {
                    let code = element_code(offence, element, shows);
                    assert_eq!(read_element_code(&code), Some((offence, element, shows)), "{code}");
                }
            }
        }
        for code in
            ["", "trafficking", "trafficking.mood", "trafficking.means.charm", "smuggling.benefit.benefit.x"]
        {
            assert_eq!(read_element_code(code), None, "{code}");
        }
    }
}
