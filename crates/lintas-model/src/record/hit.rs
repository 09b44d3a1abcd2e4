//! Hit/no-hit: an agency asks a partner whether it also knows something, and learns that and nothing more.
//!
//! What is asked travels blinded, so no record here but [`HitInputs`] holds personal data in the clear, and that one stays
//! in the asker's own feed. A tag set is worth nothing without the holder's key, which is gone after its month.

use serde::{Deserialize, Serialize};

use super::bytes;
use crate::handling::Purpose;
use crate::words::words;
use crate::{AgencyCode, CaseId, EntityId, OfficerId, RecordId};

words! {
    /// What kind of thing is asked for. The words stand before the value in what is hashed: never change one.
    ItemKind {
        /// Telephone number, E.164.
        Phone = "phone",
        /// Identity or travel document: state and number.
        Document = "document",
        /// Number of a document whose state is not known to one of the two: possible only.
        DocumentNumber = "document_number",
        /// Registration plate.
        Plate = "plate",
        /// International bank account number.
        Iban = "iban",
        /// Account number, card number or wallet.
        Account = "account",
        /// E-mail address.
        Email = "email",
        /// Name on a messenger or social network.
        Handle = "handle",
        /// A form of a name with a day of birth known to both: possible only.
        NameOnDay = "name_on_day",
        /// A form of a name with a year of birth, where the holder knows no more than the year: possible only.
        NameInYear = "name_in_year",
        /// A form of a name with a year of birth, where the holder knows the day: possible only.
        NameInYearOfDay = "name_in_year_of_day",
    }

    /// Why a question was not answered.
    HitRefusal {
        /// The asker's budget of the day is spent.
        Budget = "budget",
        /// A second officer had to approve it.
        Approval = "approval",
        /// It names no legal basis.
        LegalBasis = "legal_basis",
        /// A point of it is none, or is the identity element.
        Points = "points",
        /// The number of items is not that of the points.
        Count = "count",
        /// The same question was asked before.
        Replayed = "replayed",
        /// Questions for this purpose are not answered.
        Purpose = "purpose",
        /// No record of the asker's own, in the case that it names, states what is asked.
        Unbacked = "unbacked",
    }
}

impl ItemKind {
    /// Whether a hit on it says only that something is possible: a name, or half of a document.
    pub const fn is_possible_only(self) -> bool {
        matches!(self, Self::DocumentNumber | Self::NameOnDay | Self::NameInYear | Self::NameInYearOfDay)
    }
}

/// What an agency asks. It leaves to the partner when a [`HitQuery`] of the same object is written: at once, or after a
/// second officer has approved it. Stays in the asker's own feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitInputs {
    /// Who is to be asked.
    pub to: AgencyCode,
    /// The case that it serves.
    pub case: CaseId,
    /// For which purpose.
    pub purpose: Purpose,
    /// On what legal basis.
    #[serde(default)]
    pub legal_basis: String,
    /// What is asked, each with the record that states it.
    #[serde(default)]
    pub inputs: Vec<HitInput>,
    /// From which blinds and salts are drawn.
    #[serde(with = "bytes", default)]
    pub secret: Vec<u8>,
    /// Whether a second officer must approve it, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs_second: Vec<SecondFor>,
    /// Why it was refused here, before it could leave. It is kept: it may be the trace of an abuse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<HitRefusal>,
    /// The refusal in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

words! {
    /// Why a question needs a second officer.
    SecondFor {
        /// It has many items.
        Many = "many",
        /// It asks about victims.
        Victims = "victims",
        /// It asks for many numbers of one range.
        DenseRange = "dense_range",
    }
}

/// One item that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitInput {
    /// What it is.
    pub kind: ItemKind,
    /// Its canonical value.
    pub value: String,
    /// Whom or what it is said of.
    pub entity: EntityId,
    /// The record of this agency that states it.
    pub stated_by: RecordId,
}

/// The question as the partner gets it: blinded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitQuery {
    /// Who is asked.
    pub to: AgencyCode,
    /// The asker's case.
    pub case: CaseId,
    /// For which purpose.
    pub purpose: Purpose,
    /// On what legal basis.
    #[serde(default)]
    pub legal_basis: String,
    /// How many items.
    #[serde(default)]
    pub items: u32,
    /// One point each (RFC 9497), 32 bytes.
    #[serde(with = "bytes", default)]
    pub blinded: Vec<u8>,
    /// Merkle root of salted commitments to the items and the records behind them, hexadecimal.
    #[serde(default)]
    pub commitments: String,
    /// The officer who asks.
    pub asked_by: OfficerId,
    /// The other officer who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<OfficerId>,
    /// Why it needed one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs_second: Vec<SecondFor>,
}

/// Tags of what a holder has, for one partner, purpose and month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitSet {
    /// For whom.
    pub to: AgencyCode,
    /// For which purpose.
    pub purpose: Purpose,
    /// The month of the key, `2017-03`.
    pub month: String,
    /// The key committed to: public key, hexadecimal.
    pub key: String,
    /// Its number within the month; 0 is whole, each further one adds to those before or, where it says so, begins anew.
    pub number: u32,
    /// Whether it takes the place of all before it.
    #[serde(default)]
    pub anew: bool,
    /// Which part this is, from 0, and of how many.
    pub part: u32,
    /// How many parts it has.
    pub parts: u32,
    /// The bytes of the part.
    #[serde(with = "bytes", default)]
    pub bytes: Vec<u8>,
}

/// A holder answers a question, or says why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitAnswer {
    /// The record of the question.
    pub query: RecordId,
    /// Who asked.
    pub to: AgencyCode,
    /// For which purpose.
    pub purpose: Purpose,
    /// How many items were evaluated; none where it was refused.
    #[serde(default)]
    pub items: u32,
    /// The month of the key.
    pub month: String,
    /// The sets of the month up to and including this number count.
    #[serde(default)]
    pub set: u32,
    /// The points, in the order of the question.
    #[serde(with = "bytes", default)]
    pub evaluated: Vec<u8>,
    /// That they were made with the key committed to.
    #[serde(with = "bytes", default)]
    pub proof: Vec<u8>,
    /// Hash of the transcript, hexadecimal; both sides compute it.
    #[serde(default)]
    pub transcript: String,
    /// Why it was not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<HitRefusal>,
    /// The refusal in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The asker says how many hits an answer gave, or why it could not be accepted. It never says which items were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitNotice {
    /// The record of the question.
    pub query: RecordId,
    /// The record of the answer.
    pub answer: RecordId,
    /// Hash of the transcript as the asker computed it, hexadecimal.
    #[serde(default)]
    pub transcript: String,
    /// The last set of the month that was looked into.
    #[serde(default)]
    pub set: u32,
    /// The positions of the hits in the question.
    #[serde(default)]
    pub hits: Vec<u32>,
    /// Why the answer was not accepted; empty when it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
}
