//! Who is admitted to the sealed space: its administrator says so, and nobody else.

use std::collections::BTreeSet;

use lintas_model::{OfficerId, Role, Timestamp};
use lintas_sealed::audit::Act;
use lintas_sealed::member::Member;
use lintas_store::SealedChange;

use super::space::{Space, entry, kept_password};
use crate::{CaseworkError, Ctx, Result, officer};

/// Somebody who was admitted, or who could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberView {
    /// The officer.
    pub officer: OfficerId,
    /// The name inside the agency.
    pub name: String,
    /// The name to sign in with.
    pub login: String,
    /// The roles of the sealed space that the officer has at the node.
    pub has: BTreeSet<Role>,
    /// The roles in which the officer was admitted.
    pub admitted: BTreeSet<Role>,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Whether the admission has lapsed, because somebody set another password.
    pub lapsed: bool,
}

/// Admits an officer in roles that he or she has at the node.
pub async fn admit(ctx: &Ctx, officer: OfficerId, roles: BTreeSet<Role>) -> Result<()> {
    let space = Space::enter_to_keep(ctx).await?;
    let node = ctx.node();
    let _turn = node.turn().await;
    let found = officer::find(node, officer).await?.ok_or(CaseworkError::NotFound("officer"))?;
    if roles.is_empty()
        || !roles.iter().all(|role| Member::ROLES.contains(role) && found.roles.contains(role))
    {
        return Err(CaseworkError::invalid(
            "roles",
            "admit an officer in roles of the sealed space that the administrator of the node has given",
        ));
    }
    if officer == ctx.officer() && roles.iter().any(|role| *role != Role::SealedAdministrator) {
        return Err(CaseworkError::invalid(
            "roles",
            "whoever administers the sealed space does not read in it; another officer must",
        ));
    }
    let member = Member {
        officer,
        roles,
        password: Member::mark(&space.key, officer, &kept_password(node, officer).await?),
        at: ctx.now(),
        by: Some(ctx.officer()),
    };
    let bytes = node.with_entropy(|entropy| member.seal(&space.key, entropy))?;
    let note = entry(ctx, Act::Admitted, None, 0, Some(found.login));
    space.write(node, &[SealedChange::Admit(officer, bytes)], note).await
}

/// Dismisses an officer.
pub async fn dismiss(ctx: &Ctx, officer: OfficerId) -> Result<()> {
    let space = Space::enter_to_keep(ctx).await?;
    let _turn = ctx.node().turn().await;
    if officer == ctx.officer() {
        return Err(CaseworkError::invalid(
            "officer",
            "you cannot shut yourself out; ask another administrator",
        ));
    }
    let login = officer::find(ctx.node(), officer).await?.map(|found| found.login);
    space
        .write(ctx.node(), &[SealedChange::Dismiss(officer)], entry(ctx, Act::Dismissed, None, 0, login))
        .await
}

/// Those admitted and those who could be, by name.
pub async fn list(ctx: &Ctx) -> Result<Vec<MemberView>> {
    let space = Space::enter_to_keep(ctx).await?;
    let node = ctx.node();
    let mut views = Vec::new();
    for (id, person) in officer::all(node).await? {
        let member = space.member(id).await?;
        let has: BTreeSet<Role> =
            person.roles.iter().copied().filter(|role| Member::ROLES.contains(role)).collect();
        if has.is_empty() && member.is_none() {
            continue;
        }
        let mark = Member::mark(&space.key, id, &kept_password(node, id).await?);
        views.push(MemberView {
            officer: id,
            name: person.name,
            login: person.login,
            has,
            lapsed: member.as_ref().is_some_and(|member| member.password != mark),
            since: member.as_ref().map(|member| member.at),
            admitted: member.map(|member| member.roles).unwrap_or_default(),
        });
    }
    views.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(views)
}
