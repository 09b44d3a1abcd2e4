//! The agreement on a joint investigation, each clause a field; UNTOC Art. 19 and the European model of 2017.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Basis, Essentials, Signatory};
use crate::wording::{Day, Land, Wording};

/// A party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its state.
    pub state: Land,
    /// The competent authority.
    pub authority: Wording,
    /// Who signs for it.
    pub signatory: Signatory,
}

/// A leader, member or participant of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The person's name or office.
    pub name: String,
    /// The agency.
    pub agency: String,
    /// Role in the team.
    pub role: Wording,
}

/// The clauses, in the order of the model agreement; an empty one is listed as missing or left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clauses {
    /// 2 Purpose.
    pub purpose: Wording,
    /// 3 Period, first day.
    pub from: Option<Day>,
    /// 3 Period, last day.
    pub to: Option<Day>,
    /// 3 How it is extended.
    pub extension: Option<Wording>,
    /// 4 The states in which the team operates, under the law of the state where it operates at that moment.
    pub states_of_operation: Vec<Land>,
    /// 5 Leaders.
    pub leaders: Vec<Member>,
    /// 6 Members.
    pub members: Vec<Member>,
    /// 7 Participants from organisations.
    pub participants: Vec<Member>,
    /// 8 Gathering information and evidence.
    pub gathering: Wording,
    /// 9 Access to it.
    pub access: Wording,
    /// 10 Material obtained before the agreement.
    pub earlier_material: Option<Wording>,
    /// 11 Material requested from or obtained by states that are not parties.
    pub third_state_material: Option<Wording>,
    /// 12 Exchange of information and communication.
    pub communication: Wording,
    /// 13 Asset recovery.
    pub asset_recovery: Option<Wording>,
    /// 14 Liability.
    pub liability: Option<Wording>,
    /// 15 Data protection.
    pub data_protection: Wording,
    /// 16 Media.
    pub media: Option<Wording>,
    /// 17 Evaluation.
    pub evaluation: Option<Wording>,
    /// 18 Specific arrangements, protection of victims among them.
    pub specific: Vec<Wording>,
    /// 19 Organisation and operational action plan.
    pub organisation: Option<Wording>,
}

/// An agreement on a joint investigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointInvestigationAgreement {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The case's name and number.
    pub case: Wording,
    /// The legal basis.
    pub bases: Vec<Basis>,
    /// 1 The parties.
    pub parties: Vec<Party>,
    /// The clauses.
    pub clauses: Clauses,
}

impl Document for JointInvestigationAgreement {
    printed_as!("joint_investigation_agreement");

    fn crosses_borders(&self) -> bool {
        true
    }

    fn missing(&self) -> Vec<&'static str> {
        let clauses = &self.clauses;
        Essentials::default()
            .need("basis", !self.bases.is_empty())
            .need("parties", self.parties.len() >= 2)
            .said("purpose", &clauses.purpose)
            .need("period", clauses.from.is_some() && clauses.to.is_some())
            .need("states", !clauses.states_of_operation.is_empty())
            .need("leaders", !clauses.leaders.is_empty())
            .need("members", !clauses.members.is_empty())
            .said("gathering", &clauses.gathering)
            .said("data-protection", &clauses.data_protection)
            .missing()
    }
}
