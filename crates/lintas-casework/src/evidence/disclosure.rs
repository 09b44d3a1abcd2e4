//! The disclosure schedule: everything that a case has, so that the defence gets what the law gives it.
//!
//! What is relied on stands apart from what is not used; what came from another agency says whether that agency must be
//! asked first. Whether something helps the defence is for a lawyer to decide, so nothing is ever left out.

use lintas_model::handling::UseRule;
use lintas_model::{AgencyCode, CaseId, Kind, ObjectId};

use super::{exhibit, proof};
use crate::{Ctx, Result, access, case, report};
use lintas_policy::Action;

/// A line of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What kind of record it is.
    pub kind: Kind,
    /// The thing itself.
    pub object: ObjectId,
    /// Its number or title.
    pub name: String,
    /// Whether the prosecution relies on it.
    pub relied_on: bool,
    /// Who originated it.
    pub originator: AgencyCode,
    /// Whether its originator must be asked before it is disclosed.
    pub ask_first: bool,
}

/// The schedule of a case: what is relied on first.
pub async fn schedule(ctx: &Ctx, id: CaseId) -> Result<Vec<Line>> {
    let found = case::found(ctx, id).await?;
    ctx.require(Action::View, &found.facts).await?;
    let proofs = proof::standing(ctx, id).await?;
    let relied_on = |object: ObjectId| proofs.iter().any(|proof| proof.body.evidence == object);
    let own = ctx.node().code();
    let mut lines = Vec::new();
    for view in exhibit::read(ctx, id).await? {
        let (object, mark) = (ObjectId::from(view.id), view.exhibit.mark);
        lines.push(Line {
            kind: Kind::Exhibit,
            object,
            name: format!("{} {}", view.exhibit.body.number, view.exhibit.body.title),
            relied_on: relied_on(object),
            ask_first: mark.originator != *own,
            originator: mark.originator,
        });
    }
    for item in report::read(ctx, Some(id), 0, 0).await? {
        let object = item.mark.object;
        lines.push(Line {
            kind: Kind::Report,
            object,
            name: item.body.title,
            relied_on: relied_on(object),
            ask_first: item.mark.originator != *own && item.mark.handling.use_rule != UseRule::Evidence,
            originator: item.mark.originator,
        });
    }
    lines.sort_by_key(|line| (!line.relied_on, line.kind != Kind::Exhibit, line.name.clone()));
    access::viewed(ctx, "disclosure", Some(id.into()), lines.len()).await?;
    Ok(lines)
}
