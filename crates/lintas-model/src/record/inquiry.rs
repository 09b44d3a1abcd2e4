//! Requests for information from one agency to another, and how agencies and experts are reached.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::lifecycle::InquiryMove;
use crate::words::words;
use crate::{AgencyCode, CaseId, InquiryId, PartialDate, RecordId};

/// A question to another agency. Its owner is the agency that asks; the agency asked answers with records of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// The case.
    pub case: CaseId,
    /// Who is asked.
    pub agency: AgencyCode,
    /// The question.
    #[serde(default)]
    pub question: String,
    /// On what legal basis it is asked.
    #[serde(default)]
    pub legal_basis: String,
    /// By when an answer is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
}

/// A step of an inquiry: an answer by the agency asked, or the owner taking it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryStep {
    /// The inquiry.
    pub inquiry: InquiryId,
    /// The step.
    pub step: InquiryMove,
    /// In the agency's words.
    #[serde(default)]
    pub text: String,
    /// The record, released, that answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<RecordId>,
}

words! {
    /// What a contact point is there for.
    ContactRole {
        /// Reached day and night.
        RoundTheClock = "round_the_clock",
        /// Central authority for mutual legal assistance or extradition.
        CentralAuthority = "central_authority",
        /// National central bureau of INTERPOL.
        CentralBureau = "central_bureau",
        /// Investigators of trafficking or smuggling.
        Investigation = "investigation",
        /// Prosecutors.
        Prosecution = "prosecution",
        /// Referral and support of victims.
        VictimSupport = "victim_support",
        /// Liaison officer abroad.
        Liaison = "liaison",
        /// Expert: documents, money, digital evidence, languages.
        Expert = "expert",
    }
}

/// How an agency's desk or expert is reached; written to those who may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPoint {
    /// Desk or function, never the private name of an officer.
    pub name: String,
    /// What it is there for.
    pub roles: BTreeSet<ContactRole>,
    /// Telephone numbers, international form.
    #[serde(default)]
    pub phones: Vec<String>,
    /// E-mail addresses.
    #[serde(default)]
    pub emails: Vec<String>,
    /// Languages spoken, as language tags.
    #[serde(default)]
    pub languages: BTreeSet<String>,
    /// Hours and anything else to know.
    #[serde(default)]
    pub note: String,
    /// The day on which somebody last made sure that it is right.
    pub confirmed: PartialDate,
    /// Whether it is out of use.
    #[serde(default)]
    pub closed: bool,
}
