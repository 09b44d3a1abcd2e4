//! Officers: enrolled, changed, suspended; and what they sign in with.

use std::collections::{BTreeMap, BTreeSet};

use argon2::{Argon2, PasswordHasher as _};
use lintas_model::record::Officer;
use lintas_model::{Language, OfficerId, Role};
use lintas_policy::Action;
use lintas_store::{Credential, HeldQuery};

use crate::item::{self, Item};
use crate::node::FirstOfficer;
use crate::{CaseworkError, Ctx, Node, Result, access};

/// The fewest characters of a password. Length is what counts against guessing (NIST SP 800-63B, 5.1.1).
pub const SHORTEST_PASSWORD: usize = 12;

/// An officer as the administrator sees one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerView {
    /// The officer.
    pub id: OfficerId,
    /// What is recorded.
    pub officer: Officer,
}

/// Who is to be enrolled.
#[derive(Debug, Clone)]
pub struct NewOfficer {
    /// Name shown inside the agency.
    pub name: String,
    /// Name to sign in with.
    pub login: String,
    /// First password.
    pub password: String,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Language of screens.
    pub language: Language,
}

pub(crate) fn password_too_short() -> CaseworkError {
    CaseworkError::invalid("password", format!("use at least {SHORTEST_PASSWORD} characters"))
}

pub(crate) fn first(new: &FirstOfficer, language: Language) -> Officer {
    Officer {
        name: new.name.clone(),
        login: new.login.trim().to_lowercase(),
        roles: new.roles.clone(),
        language: language.tag().to_owned(),
        active: true,
    }
}

/// The login as it is kept, or why it cannot be one.
pub(crate) fn login(text: &str) -> Result<String> {
    let login = text.trim().to_lowercase();
    if login.is_empty()
        || login.chars().count() > 100
        || login.chars().any(|c| c.is_whitespace() || c.is_control())
    {
        return Err(CaseworkError::invalid("login", "use one word without spaces"));
    }
    Ok(login)
}

/// Enrols an officer.
pub async fn enrol(ctx: &Ctx, new: NewOfficer) -> Result<OfficerId> {
    ctx.require_plain(Action::ManageOfficers, "officer").await?;
    let login = login(&new.login)?;
    if new.roles.is_empty() {
        return Err(CaseworkError::invalid("roles", "choose at least one role"));
    }
    if new.password.chars().count() < SHORTEST_PASSWORD {
        return Err(password_too_short());
    }
    let _turn = ctx.node().turn().await;
    if find_by_login(ctx.node(), &login).await?.is_some() {
        return Err(CaseworkError::invalid("login", "somebody signs in with this name already"));
    }
    let id = ctx.node().new_id(OfficerId::new);
    let officer = Officer {
        name: new.name.trim().to_owned(),
        login,
        roles: new.roles,
        language: new.language.tag().to_owned(),
        active: true,
    };
    // The password first: an officer who stands in the records can sign in.
    set_password(ctx.node(), id, &new.password).await?;
    ctx.write_one(ctx.about(ctx.private(), id, officer)).await?;
    Ok(id)
}

/// Changes an officer's roles, or whether the officer may sign in.
pub async fn change(ctx: &Ctx, id: OfficerId, roles: BTreeSet<Role>, active: bool) -> Result<()> {
    ctx.require_plain(Action::ManageOfficers, "officer").await?;
    if roles.is_empty() {
        return Err(CaseworkError::invalid("roles", "choose at least one role"));
    }
    let _turn = ctx.node().turn().await;
    let found = find(ctx.node(), id).await?.ok_or(CaseworkError::NotFound("officer"))?;
    if id == ctx.officer() && !roles.is_subset(&found.roles) {
        return Err(CaseworkError::invalid(
            "roles",
            "nobody gives a role to himself; ask another administrator",
        ));
    }
    if id == ctx.officer() && (!active || !roles.contains(&Role::Administrator)) {
        return Err(CaseworkError::invalid(
            "roles",
            "you cannot shut yourself out; ask another administrator",
        ));
    }
    ctx.write_one(ctx.about(ctx.private(), id, Officer { roles, active, ..found })).await?;
    Ok(())
}

/// Changes the language of one's own screens.
pub async fn choose_language(ctx: &Ctx, language: Language) -> Result<()> {
    let _turn = ctx.node().turn().await;
    let found = find(ctx.node(), ctx.officer()).await?.ok_or(CaseworkError::NotFound("officer"))?;
    if found.language != language.tag() {
        let officer = Officer { language: language.tag().to_owned(), ..found };
        ctx.write_one(ctx.about(ctx.private(), ctx.officer(), officer)).await?;
    }
    Ok(())
}

/// All officers, as last recorded, in order of their names.
pub async fn list(ctx: &Ctx) -> Result<Vec<OfficerView>> {
    ctx.require_plain(Action::ManageOfficers, "officer").await?;
    let mut all: Vec<OfficerView> =
        officers(ctx.node()).await?.into_iter().map(|(id, officer)| OfficerView { id, officer }).collect();
    all.sort_by(|a, b| a.officer.name.cmp(&b.officer.name));
    access::viewed(ctx, "officers", None, all.len()).await?;
    Ok(all)
}

/// The names of officers by id: colleagues know each other.
pub async fn names(ctx: &Ctx) -> Result<BTreeMap<OfficerId, String>> {
    Ok(officers(ctx.node()).await?.into_iter().map(|(id, officer)| (id, officer.name)).collect())
}

pub(crate) async fn all(node: &Node) -> Result<BTreeMap<OfficerId, Officer>> {
    officers(node).await
}

async fn officers(node: &Node) -> Result<BTreeMap<OfficerId, Officer>> {
    let query = HeldQuery {
        kinds: vec![lintas_model::Kind::Officer],
        agency: Some(node.code().clone()),
        ..HeldQuery::default()
    };
    let mut latest = BTreeMap::new();
    for held in node.store().held(&query).await? {
        if let lintas_model::Body::Officer(officer) = held.body {
            latest.insert(OfficerId::from_uuid(held.mark.object.uuid()), officer);
        }
    }
    Ok(latest)
}

pub(crate) async fn find(node: &Node, id: OfficerId) -> Result<Option<Officer>> {
    Ok(officers(node).await?.remove(&id))
}

pub(crate) async fn find_by_login(node: &Node, login: &str) -> Result<Option<(OfficerId, Officer)>> {
    let login = login.trim().to_lowercase();
    Ok(officers(node).await?.into_iter().find(|(_, officer)| officer.login == login))
}

/// Changes one's own password; the present one must be given.
pub async fn change_password(ctx: &Ctx, present: &str, new: &str) -> Result<()> {
    if new.chars().count() < SHORTEST_PASSWORD {
        return Err(password_too_short());
    }
    if !crate::signin::knows_password(ctx, present).await? {
        return Err(CaseworkError::invalid("present", "this is not your present password"));
    }
    crate::assertion::prepare(ctx.node(), ctx.officer(), present, new).await?;
    set_password(ctx.node(), ctx.officer(), new).await?;
    crate::assertion::settle(ctx.node(), ctx.officer()).await?;
    crate::sealed::renew_password(ctx).await?;
    access::credential(ctx, "password changed").await.map(drop)
}

/// Gives an officer who has forgotten it a new password.
pub async fn reset_password(ctx: &Ctx, id: OfficerId, new: &str) -> Result<()> {
    ctx.require_plain(Action::ManageOfficers, "officer").await?;
    if new.chars().count() < SHORTEST_PASSWORD {
        return Err(password_too_short());
    }
    let found = find(ctx.node(), id).await?.ok_or(CaseworkError::NotFound("officer"))?;
    set_password(ctx.node(), id, new).await?;
    // The officer is recorded anew, so that the audit shows who did it and when.
    ctx.write_one(ctx.about(ctx.private(), id, found)).await?;
    Ok(())
}

/// Hashes and keeps a password (Argon2id, the library's recommended cost).
pub(crate) async fn set_password(node: &Node, officer: OfficerId, password: &str) -> Result<()> {
    let salt: [u8; 16] = node.random();
    let password = password.to_owned();
    let hash = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
    })
    .await
    .map_err(|error| CaseworkError::Ledger(error.to_string()))?
    .map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let credential =
        Credential { officer, kind: "password".into(), label: String::new(), secret: hash.into_bytes() };
    node.store().keep_credential(&credential, node.now()).await?;
    Ok(())
}

/// The records about one officer, newest last, for the audit.
pub async fn history(ctx: &Ctx, id: OfficerId) -> Result<Vec<Item<Officer>>> {
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let records = item::read_for(ctx, Action::ManageOfficers, query).await?;
    access::viewed(ctx, "officer", Some(id.into()), records.len()).await?;
    Ok(records)
}
