//! "Who can see this?" for any record.

use std::collections::BTreeSet;

use lintas_model::{AgencyCode, Kind, ObjectId, RecordId, Role};
use lintas_policy::{Action, Actor};
use lintas_store::{HeldQuery, Mark};

use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Result, audience};

/// Who can see a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The record.
    pub mark: Mark,
    /// The agencies to which it was given, its originator included.
    pub agencies: BTreeSet<AgencyCode>,
    /// Roles at this node that may view it, with the rule that says so.
    pub roles: Vec<(Role, String)>,
    /// Roles that may not, with the reason.
    pub refused: Vec<(Role, String)>,
    /// Releases that disclosed it.
    pub releases: Vec<ObjectId>,
}

/// Who can see the records about an object, the newest first.
pub async fn can_see(ctx: &Ctx, object: ObjectId) -> Result<Vec<Sight>> {
    let mut sights = Vec::new();
    for (mark, _, _) in item::about(ctx, object).await?.into_iter().rev() {
        if mark.kind != Kind::Access && sights.len() < 50 {
            sights.push(sight(ctx, mark).await?);
        }
    }
    if sights.is_empty() {
        return Err(CaseworkError::NotFound("record"));
    }
    Ok(sights)
}

/// Who can see one record.
pub async fn of_record(ctx: &Ctx, record: RecordId) -> Result<Sight> {
    let (mark, _, _) = item::record(ctx, record).await?;
    sight(ctx, mark).await
}

async fn sight(ctx: &Ctx, mark: Mark) -> Result<Sight> {
    let mut agencies = BTreeSet::from([mark.originator.clone()]);
    if let Some(known) = audience::find(ctx.node(), mark.audience).await? {
        agencies.extend(known.members);
    }
    let mut releases = Vec::new();
    let query = HeldQuery { agency: Some(mark.originator.clone()), ..HeldQuery::kinds(&[Kind::Release]) };
    for held in ctx.node().store().held(&query).await? {
        let lintas_model::Body::Release(release) = held.body else { continue };
        if release.disclosed.iter().any(|disclosed| disclosed.record == mark.record) {
            releases.push(held.mark.object);
            if let Some(known) = audience::find(ctx.node(), held.mark.audience).await? {
                agencies.extend(known.members);
            }
        }
    }
    let object = facts(ctx.node(), &mark);
    let (mut roles, mut refused) = (Vec::new(), Vec::new());
    for role in Role::ALL {
        let actor = Actor { roles: BTreeSet::from([role]), ..ctx.actor().clone() };
        let purpose = Ctx::usual_purpose(&actor.roles);
        let request = lintas_policy::Request {
            actor: &actor,
            action: Action::View,
            object: &object,
            purpose,
            at: ctx.now(),
        };
        match ctx.node().policy().decide(&request).permit() {
            Ok(permit) => roles.push((role, permit.rule().to_owned())),
            Err(denial) => refused.push((role, denial.reason)),
        }
    }
    Ok(Sight { mark, agencies, roles, refused, releases })
}
