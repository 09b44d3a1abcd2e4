//! A joint case, the usual reason why records travel.

use std::collections::BTreeSet;

use lintas_casework::case::{self, NewCase};
use lintas_casework::note;
use lintas_model::offence::Offence;
use lintas_model::{AgencyCode, AudienceId, CaseId};

use crate::Member;

/// Opens a case at one agency and invites others; answers the case and its audience.
pub async fn joint_case(owner: &Member, invited: &[&Member]) -> anyhow::Result<(CaseId, AudienceId)> {
    let new = NewCase {
        title: "LOTUS BRIDGE".into(),
        reference: "2017/41".into(),
        summary: "A shared phone on both sides of the border.".into(),
        offences: BTreeSet::from([Offence::Trafficking]),
        countries: BTreeSet::new(),
        round: None,
    };
    let id = case::open(&owner.chief, new).await?;
    let invited: BTreeSet<AgencyCode> = invited.iter().map(|member| member.code().clone()).collect();
    let audience = case::make_joint(&owner.chief, id, &invited).await?;
    Ok((id, audience))
}

/// Writes `n` notes in the journal of a case.
pub async fn notes(member: &Member, case: CaseId, n: usize) -> anyhow::Result<()> {
    for number in 0..n {
        note::write(&member.chief, case, &format!("Observation {number} of {}", member.code())).await?;
    }
    Ok(())
}
