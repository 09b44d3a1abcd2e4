//! Who can see this?

use lintas_casework::{Ctx, who};
use lintas_model::{CaseId, EntityId, Kind, ObjectId, ReleaseId, ReportId, WarrantId};

use crate::problem::Problem;
use crate::routes::who::show::{RoleLine, WhoLine, WhoSees};
use crate::urls::{self, CaseTab};

/// Who can see the records about an object.
pub(crate) async fn sees(ctx: &Ctx, object: ObjectId) -> Result<WhoSees, Problem> {
    let sights = who::can_see(ctx, object).await?;
    let newest = sights.first().ok_or(Problem::Missing)?;
    let mut roles = newest
        .roles
        .iter()
        .map(|(role, rule)| RoleLine { role: *role, may_see: true, reason: rule.clone() })
        .collect::<Vec<_>>();
    roles.extend(newest.refused.iter().map(|(role, reason)| RoleLine {
        role: *role,
        may_see: false,
        reason: reason.clone(),
    }));
    // The first record about an object says what it is; later ones are steps and notes.
    let kind = sights.last().map_or(newest.mark.kind, |sight| sight.mark.kind);
    Ok(WhoSees {
        kind: kind.as_str().to_owned(),
        back: page_of(kind, object),
        records: sights
            .iter()
            .map(|sight| WhoLine {
                kind: sight.mark.kind.as_str().to_owned(),
                originator: sight.mark.originator.clone(),
                agencies: sight.agencies.iter().cloned().collect(),
                handling: sight.mark.handling.clone(),
                at: sight.mark.at,
                releases: sight.releases.len() as u64,
                hash: sight.mark.hash.chars().take(12).collect(),
            })
            .collect(),
        roles,
    })
}

fn page_of(kind: Kind, object: ObjectId) -> Option<String> {
    let uuid = object.uuid();
    match kind {
        Kind::Case => Some(urls::case(CaseId::from_uuid(uuid), CaseTab::Overview)),
        Kind::Report => Some(urls::report(ReportId::from_uuid(uuid))),
        Kind::Statement | Kind::Relation | Kind::Sighting => Some(urls::entity(EntityId::from_uuid(uuid))),
        Kind::Warrant => Some(urls::warrant(WarrantId::from_uuid(uuid))),
        Kind::Release => Some(urls::release(ReleaseId::from_uuid(uuid))),
        _ => None,
    }
}
