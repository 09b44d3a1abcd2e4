//! An instrument: a treaty, an arrangement or a national law, as its file says it.
//!
//! One instrument, one file. What a file leaves out is not known, and is never taken as granted.

mod read;
mod standing;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use lintas_model::offence::Offence;
use lintas_model::{Country, PartialDate};
use serde::{Deserialize, Serialize};

pub(crate) use read::parse;
pub use read::{ContentSets, read};
pub use standing::{Reason, Standing};

use crate::hop::ClockRule;
use crate::{Day, Fact, Reference, RequestKind};

/// The id of an instrument: the name of its file without the extension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InstrumentId(pub String);

impl fmt::Display for InstrumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What sort of instrument it is; decides its usual place among several bases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// A treaty between two states.
    Bilateral,
    /// A treaty of a region.
    Regional,
    /// A treaty open to all states.
    Multilateral,
    /// An understanding or a membership that binds in practice, not in law.
    Arrangement,
    /// A law of one state that lets it answer without a treaty.
    Domestic,
}

impl InstrumentKind {
    /// Place among several bases, strongest first, unless the file says otherwise: what binds these two states in
    /// particular goes before what binds a region, the world, or only the one who answers.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Bilateral => 10,
            Self::Regional => 20,
            Self::Multilateral => 30,
            Self::Domestic => 40,
            Self::Arrangement => 50,
        }
    }

    /// Whether it is a treaty between states.
    pub const fn is_treaty(self) -> bool {
        matches!(self, Self::Bilateral | Self::Regional | Self::Multilateral)
    }
}

/// Whether a state surrenders its own nationals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NationalsRule {
    /// It does.
    Surrenders,
    /// It may refuse.
    MayRefuse,
    /// Only where a treaty provides for it.
    TreatyOnly,
    /// Never.
    Never,
}

impl NationalsRule {
    /// The rule in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Surrenders => "surrenders its own nationals",
            Self::MayRefuse => "may refuse to surrender its own nationals",
            Self::TreatyOnly => "surrenders its own nationals only under a treaty that provides for it",
            Self::Never => "does not surrender its own nationals",
        }
    }
}

/// Whether the conduct must be an offence in both states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DualCriminality {
    /// It must.
    Required,
    /// The requested state may refuse where it is not.
    MayRefuse,
    /// It need not.
    NotRequired,
}

/// A rule with the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed<T> {
    /// The rule.
    pub rule: T,
    /// The article or section.
    pub article: String,
}

/// A state as party to an instrument, or knowingly not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// When it deposited its ratification or accession, or the treaty came to bind it.
    pub joined: Option<PartialDate>,
    /// The latest day on which it can have joined, where that is less exact.
    pub joined_by: Option<Day>,
    /// When it gave notice of denunciation.
    pub denounced: Option<PartialDate>,
    /// Reservations and declarations.
    pub declarations: Vec<Declaration>,
    /// Where this is known from.
    pub reference: Reference,
}

/// A reservation, declaration or notification of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declaration {
    /// What it says, in a sentence.
    pub says: String,
    /// The article that it is about.
    pub article: String,
    /// Kinds of request that it closes when the state is asked.
    pub closes: BTreeSet<RequestKind>,
    /// Kinds of request whose opening depends on a declaration that is not known.
    pub unclear: BTreeSet<RequestKind>,
}

/// How an instrument reaches an offence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The offence; `None` means any.
    pub offence: Option<Offence>,
    /// Other instruments that must bind both states too.
    pub through: Vec<InstrumentId>,
    /// What must be shown.
    pub needs: Vec<Fact>,
    /// How, in a sentence.
    pub says: String,
    /// The article.
    pub article: String,
}

/// What an instrument offers for one kind of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The kind of request.
    pub request: RequestKind,
    /// The article.
    pub article: String,
    /// What the requested state owes, in a sentence.
    pub says: String,
    /// Place among several bases, strongest first.
    pub rank: u8,
    /// What the request must contain.
    pub contents: Vec<Fact>,
    /// What it should contain where possible.
    pub if_possible: Vec<Fact>,
    /// Accepted languages, in words.
    pub language: Option<String>,
    /// How papers are authenticated.
    pub authentication: Option<String>,
    /// Whether the conduct must be an offence in both states.
    pub dual_criminality: Option<DualCriminality>,
    /// The least maximum penalty in months.
    pub penalty_months: Option<u32>,
    /// What it says on nationals.
    pub nationals: Option<NationalsRule>,
    /// Clocks that run.
    pub clocks: Vec<ClockRule>,
    /// Steps of the usual way that it lets the states skip.
    pub skips: Vec<String>,
    /// The article that lets them skip.
    pub skips_article: String,
    /// Where this is known from.
    pub reference: Reference,
}

/// A kind of request that an instrument expressly leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    /// The kind of request.
    pub request: RequestKind,
    /// Why, in a sentence.
    pub says: String,
    /// The article.
    pub article: String,
}

/// Whether the file knows that the instrument is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In force from the date given.
    #[default]
    InForce,
    /// Signed; whether it is in force is not known.
    Unknown,
    /// Signed; not in force when last checked.
    NotInForce,
}

/// A treaty, an arrangement or a national law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// Its id.
    pub id: InstrumentId,
    /// Its full name.
    pub name: String,
    /// Its name in a table.
    pub short: String,
    /// What sort it is.
    pub kind: InstrumentKind,
    /// When it was signed or adopted.
    pub signed: Option<PartialDate>,
    /// Whether it is known to be in force.
    pub status: Status,
    /// When it came into force.
    pub in_force: Option<PartialDate>,
    /// The latest day on which it can have come into force, where that is less exact.
    pub in_force_by: Option<Day>,
    /// When it ended or was replaced.
    pub ended: Option<PartialDate>,
    /// Days from a deposit until it binds that state.
    pub days_to_force: u32,
    /// Months from a notice of denunciation until it takes effect.
    pub denunciation_months: u32,
    /// The only states that can join; empty means any.
    pub open_to: BTreeSet<Country>,
    /// Those states in words.
    pub open_to_words: String,
    /// Parties, and states known not to be party.
    pub parties: BTreeMap<Country, Party>,
    /// How it reaches offences.
    pub covers: Vec<Coverage>,
    /// What it offers.
    pub offers: Vec<Offer>,
    /// What it leaves out.
    pub excludes: Vec<Exclusion>,
    /// National laws only: whether the state surrenders its nationals.
    pub nationals: Option<Placed<NationalsRule>>,
    /// National laws only: the section by which extradition needs a treaty.
    pub extradition_needs_treaty: Option<String>,
    /// What a lawyer should know besides.
    pub notes: Vec<String>,
    /// Where the file as a whole is known from.
    pub reference: Reference,
}

impl Instrument {
    /// The state whose law it is; `None` for treaties and arrangements.
    pub fn law_of(&self) -> Option<Country> {
        (self.kind == InstrumentKind::Domestic).then(|| self.parties.keys().next().copied()).flatten()
    }

    /// What it offers for a kind of request.
    pub fn offer(&self, request: RequestKind) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.request == request)
    }
}
