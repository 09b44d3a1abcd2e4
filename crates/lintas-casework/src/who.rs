//! "Who can see this?" for any record.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::{AgencyCode, AudienceId, Kind, ObjectId, RecordId, Role};
use lintas_policy::{Action, Actor};
use lintas_store::{HeldQuery, Mark};

use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Result, access, audience};

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
    let mut releases = Releases::default();
    for (mark, _, _) in item::about(ctx, object).await?.into_iter().rev() {
        if mark.kind != Kind::Access && sights.len() < 50 {
            sights.push(sight(ctx, mark, &mut releases).await?);
        }
    }
    if sights.is_empty() {
        return Err(CaseworkError::NotFound("record"));
    }
    access::viewed(ctx, "who", Some(object), sights.len()).await?;
    Ok(sights)
}

/// Who can see one record.
pub async fn of_record(ctx: &Ctx, record: RecordId) -> Result<Sight> {
    let (mark, _, _) = item::record(ctx, record).await?;
    let sight = sight(ctx, mark, &mut Releases::default()).await?;
    access::viewed(ctx, "who", Some(sight.mark.object), 1).await?;
    Ok(sight)
}

/// The releases of an agency that are held here, read once: id, audience, records.
type Releases = BTreeMap<AgencyCode, Vec<(ObjectId, AudienceId, BTreeSet<RecordId>)>>;

async fn released(ctx: &Ctx, by: &AgencyCode, known: &mut Releases) -> Result<()> {
    if !known.contains_key(by) {
        let query = HeldQuery { agency: Some(by.clone()), ..HeldQuery::kinds(&[Kind::Release]) };
        let mut found = Vec::new();
        for held in ctx.node().store().held(&query).await? {
            let lintas_model::Body::Release(release) = held.body else { continue };
            let records = release.disclosed.iter().map(|disclosed| disclosed.record).collect();
            found.push((held.mark.object, held.mark.audience, records));
        }
        known.insert(by.clone(), found);
    }
    Ok(())
}

async fn sight(ctx: &Ctx, mark: Mark, known: &mut Releases) -> Result<Sight> {
    let mut agencies = BTreeSet::from([mark.originator.clone()]);
    if let Some(known) = audience::find(ctx.node(), mark.audience).await? {
        agencies.extend(known.members);
    }
    let mut releases = Vec::new();
    released(ctx, &mark.originator, known).await?;
    for (release, audience, records) in known.get(&mark.originator).into_iter().flatten() {
        if records.contains(&mark.record) {
            releases.push(*release);
            if let Some(known) = audience::find(ctx.node(), *audience).await? {
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
