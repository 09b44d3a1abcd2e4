//! What a case's records already show: the checklist against which requirements are held.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use lintas_model::Country;
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $text:literal;)*) => {
        /// One thing that a request must contain or show, and that a case's records may already have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Fact {$(
            $(#[$doc])*
            #[serde(rename = $word)]
            $name,
        )*}

        impl Fact {
            /// All facts.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word used in files and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What the record must have, as a line of a checklist.
            pub const fn in_words(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

facts! {
    /// The authority that asks.
    RequestingAuthority = "requesting_authority", "name the authority that asks";
    /// The authority that investigates or prosecutes.
    ConductingAuthority = "conducting_authority", "name the authority that conducts the investigation or prosecution";
    /// What the matter is and where it stands.
    SubjectAndNature = "subject_and_nature", "say what the criminal matter is and where it stands";
    /// The facts in brief.
    SummaryOfFacts = "summary_of_facts", "state the facts, with time and place";
    /// How the acts and the evidence or person asked for hang together.
    EssentialActs = "essential_acts", "describe the essential acts and how they relate to what is asked";
    /// What is asked.
    AssistanceSought = "assistance_sought", "say what assistance is asked for";
    /// Which evidence is asked.
    EvidenceSought = "evidence_sought", "describe the evidence or information asked for";
    /// Why it is asked.
    Purpose = "purpose", "say for which purpose it is asked";
    /// A procedure to be followed.
    SpecialProcedure = "special_procedure", "describe any particular procedure wanted, with reasons";
    /// By when.
    TimeLimit = "time_limit", "give the time within which an answer is wanted";
    /// Whether and why it is to be kept confidential.
    Confidentiality = "confidentiality", "say whether it is to be kept confidential and why";
    /// Who the person is.
    PersonIdentity = "person_identity", "identify the person: names as written, birth, documents";
    /// What the person looks like.
    PersonDescription = "person_description", "describe the person: photograph, fingerprints, marks";
    /// Where the person probably is.
    PersonLocation = "person_location", "say where the person probably is";
    /// The person's citizenship.
    PersonNationality = "person_nationality", "say which citizenship the person has";
    /// The text of the offence.
    LawOfOffence = "law_of_offence", "give the text of the law that defines the offence";
    /// The text of the penalty.
    LawOfPenalty = "law_of_penalty", "give the text of the law on the penalty, with its maximum";
    /// The text on limitation.
    LawOfLimitation = "law_of_limitation", "give the law on time limits, or say that there is none";
    /// The penalty meets the threshold.
    PenaltyThreshold = "penalty_threshold", "show that the penalty reaches the threshold in both states";
    /// The conduct is an offence in both states.
    DualCriminality = "dual_criminality", "show that the conduct is an offence in both states";
    /// The offence stands in the treaty's list.
    OffenceInList = "offence_in_list", "show that the offence stands in the treaty's list";
    /// A structured group of three or more.
    OrganisedGroup = "organised_group", "show an organised criminal group of three or more";
    /// Four years or more.
    SeriousCrime = "serious_crime", "show a maximum penalty of four years or more";
    /// More than one state.
    Transnational = "transnational", "show that the offence is transnational";
    /// A copy of the warrant.
    WarrantCopy = "warrant_copy", "attach a certified copy of the arrest warrant";
    /// The warrant still stands.
    WarrantVerified = "warrant_verified", "confirm with the court that the warrant stands";
    /// Evidence that would justify committal.
    CommittalEvidence = "committal_evidence", "attach evidence that would justify committal for trial";
    /// The person sought is the person named.
    PersonIsNamed = "person_is_named", "attach evidence that the person sought is the person named";
    /// A request will follow.
    RequestWillFollow = "request_will_follow", "state that a request for extradition will follow";
    /// Why it is urgent.
    Urgency = "urgency", "say why it is urgent";
    /// A translation.
    Translation = "translation", "attach a translation into an accepted language";
    /// Signed and sealed.
    SignedAndSealed = "signed_and_sealed", "have the papers signed and sealed by the competent authority";
    /// An undertaking of reciprocity.
    Reciprocity = "reciprocity", "give an undertaking of reciprocity";
    /// An undertaking of speciality.
    Speciality = "speciality", "undertake to try the person only for the offence surrendered for";
    /// An undertaking on costs or wrongful arrest.
    CompensationUndertaking = "compensation_undertaking", "undertake to compensate for a wrongful detention";
    /// The case file.
    CaseFile = "case_file", "attach the case file or a certified copy";
    /// Why the other state is better placed.
    BetterPlaced = "better_placed", "say why the other state is better placed to prosecute";
    /// A contact point.
    ContactPoint = "contact_point", "name a contact point that answers";
    /// The use that is asked for.
    UseRule = "use_rule", "say how the answer will be used and by whom";
    /// Agencies agreed in writing.
    WrittenAgreement = "written_agreement", "have the agreement signed by the competent authorities";
    /// Victims and sources are safe.
    RiskAssessed = "risk_assessed", "record that victims and sources are protected";
}

/// The text names no fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not find a fact called `{0}`")]
pub struct UnknownFact(String);

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Fact {
    type Err = UnknownFact;
    fn from_str(text: &str) -> Result<Self, UnknownFact> {
        Self::ALL
            .iter()
            .copied()
            .find(|fact| fact.as_str() == text)
            .ok_or_else(|| UnknownFact(text.chars().take(40).collect()))
    }
}

/// What the records of a case show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// What is there.
    pub present: BTreeSet<Fact>,
    /// The person's known citizenships; empty is "not known".
    #[serde(default)]
    pub nationalities: BTreeSet<Country>,
}

impl Facts {
    /// Whether a fact is there. A known citizenship counts as [`Fact::PersonNationality`].
    pub fn has(&self, fact: Fact) -> bool {
        self.present.contains(&fact) || (fact == Fact::PersonNationality && !self.nationalities.is_empty())
    }
}

impl FromIterator<Fact> for Facts {
    fn from_iter<I: IntoIterator<Item = Fact>>(facts: I) -> Self {
        Self { present: facts.into_iter().collect(), nationalities: BTreeSet::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_by_its_word() {
        for fact in Fact::ALL {
            assert_eq!(fact.as_str().parse(), Ok(*fact));
        }
        assert!("colour_of_the_seal".parse::<Fact>().is_err());
    }
}
