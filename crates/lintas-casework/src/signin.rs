//! Signing in: password and, once confirmed, a code from an authenticator; or a passkey. And for which purpose a session acts.

use std::collections::HashMap;
use std::sync::Mutex;

use argon2::{Argon2, PasswordVerifier as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lintas_model::handling::Purpose;
use lintas_model::record::{Access, AccessAct, Officer};
use lintas_model::{Language, OfficerId, Timestamp};
use lintas_policy::Actor;
use lintas_store::{Credential, Session};
use sha2::{Digest as _, Sha256};

use crate::{CaseworkError, Ctx, Node, Result, authenticator, officer};

/// How long a session lasts without being renewed: a shift.
const SESSION_HOURS: i64 = 10;
/// So many wrong attempts for one name, and it must wait.
const ATTEMPTS: u32 = 5;
/// The wait doubles with every further attempt, up to this many seconds.
const LONGEST_WAIT_S: i64 = 900;

/// Wrong attempts by name, kept in memory: a restart forgives them.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<String, (u32, Timestamp)>>);

/// So many names are remembered; names that nobody tried lately make room first, those that must wait never.
const NAMES_KEPT: usize = 50_000;

impl Attempts {
    /// Counts an attempt before it is made, so that many made at once do not pass together.
    pub(crate) fn begin(&self, login: &str, now: Timestamp) -> Result<()> {
        let mut known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((wrong, last)) = known.get(login).filter(|(wrong, _)| *wrong >= ATTEMPTS) {
            let wait_s = (30i64 << (wrong - ATTEMPTS).min(10)).min(LONGEST_WAIT_S);
            let left_ms = last.as_millis().saturating_add(wait_s * 1_000).saturating_sub(now.as_millis());
            if left_ms > 0 {
                return Err(CaseworkError::TooManyAttempts {
                    seconds: left_ms.unsigned_abs().div_ceil(1_000),
                });
            }
        }
        // A flood of made-up names must not fill the memory, nor free a name that has to wait.
        if known.len() >= NAMES_KEPT {
            let long_ago = now.plus_millis(-LONGEST_WAIT_S * 1_000);
            known.retain(|_, (wrong, last)| *wrong >= ATTEMPTS && *last > long_ago);
        }
        let entry = known.entry(login.chars().take(200).collect()).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
        Ok(())
    }

    pub(crate) fn right(&self, login: &str) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(login);
    }
}

/// Signs in and answers the token for the cookie. Every failure sounds the same.
pub async fn sign_in(node: &Node, login: &str, password: &str, code: Option<&str>) -> Result<String> {
    let login: String = login.trim().to_lowercase().chars().take(200).collect();
    let now = node.now();
    node.attempts().begin(&login, now)?;
    let found = officer::find_by_login(node, &login).await?;
    let credentials = match &found {
        Some((id, _)) => node.store().credentials(*id).await?,
        None => Vec::new(),
    };
    // An unknown name costs as much time as a wrong password, so that names cannot be told apart by it.
    let right_password = verify_password(password, secret(&credentials, "password")).await;
    let second = authenticator::second(&credentials, code.unwrap_or_default(), now);
    match found {
        // A code counts once (RFC 6238, 5.2): whoever read it over a shoulder is too late. It is used up only with the
        // right password, so that nobody can use up another's.
        Some((id, person)) if person.active && right_password && second.spend(node, id).await? => {
            node.attempts().right(&login);
            signed_in(node, id, &person, second.how()).await
        }
        _ => Err(CaseworkError::SignIn),
    }
}

/// Signs in without a password: the "Be the …" buttons of a demo, and nowhere else.
pub async fn be(node: &Node, login: &str) -> Result<String> {
    if !node.config().demo {
        return Err(CaseworkError::NotFound("page"));
    }
    let (id, person) = active(node, login).await?;
    signed_in(node, id, &person, "demo").await
}

/// Signs in an officer whose passkey has been checked.
pub(crate) async fn by_passkey(node: &Node, id: OfficerId) -> Result<String> {
    match officer::find(node, id).await?.filter(|person| person.active) {
        Some(person) => signed_in(node, id, &person, "passkey").await,
        None => Err(CaseworkError::SignIn),
    }
}

/// Begins a session and records that it did.
async fn signed_in(node: &Node, id: OfficerId, person: &Officer, how: &str) -> Result<String> {
    let token = begin(node, id).await?;
    let ctx = context(node, id, person, None);
    let access = Access {
        act: AccessAct::SignIn,
        page: "session".into(),
        object: None,
        purpose: ctx.purpose(),
        count: 1,
        detail: Some(how.to_owned()),
    };
    ctx.write_one(ctx.about(ctx.private(), id, access)).await?;
    Ok(token)
}

async fn active(node: &Node, login: &str) -> Result<(OfficerId, Officer)> {
    let found = officer::find_by_login(node, login).await?;
    found.filter(|(_, person)| person.active).ok_or(CaseworkError::NotFound("officer"))
}

/// Who a cookie's token belongs to, as the circumstances of an act.
pub async fn session(node: &Node, token: &str) -> Result<Option<Ctx>> {
    let Some(session) = node.store().session(hash(token), node.now()).await? else { return Ok(None) };
    match officer::find(node, session.officer).await?.filter(|person| person.active) {
        Some(person) => Ok(Some(context(node, session.officer, &person, session.purpose))),
        None => {
            // Whoever was suspended signs in anew when the suspension is over.
            node.store().end_session(hash(token), node.now()).await?;
            Ok(None)
        }
    }
}

/// The circumstances of an officer by login, for the command line: whoever can read the node's keys acts as them.
pub async fn at_the_console(node: &Node, login: &str) -> Result<Ctx> {
    let (id, person) = active(node, login).await?;
    Ok(context(node, id, &person, None))
}

/// Signs out.
pub async fn sign_out(node: &Node, token: &str) -> Result<()> {
    Ok(node.store().end_session(hash(token), node.now()).await?)
}

/// Whether somebody at the officer's seat knows the officer's password; wrong ones count as attempts to sign in.
pub(crate) async fn knows_password(ctx: &Ctx, password: &str) -> Result<bool> {
    let name = format!("seat {}", ctx.officer());
    ctx.node().attempts().begin(&name, ctx.now())?;
    let credentials = ctx.node().store().credentials(ctx.officer()).await?;
    let right = verify_password(password, secret(&credentials, "password")).await;
    if right {
        ctx.node().attempts().right(&name);
    }
    Ok(right)
}

/// Chooses for which of the officer's purposes the session acts from now on, and records that it does.
pub async fn act_for(node: &Node, token: &str, purpose: Purpose) -> Result<()> {
    let ctx = session(node, token).await?.ok_or(CaseworkError::SignIn)?;
    if !ctx.purposes().contains(&purpose) {
        return Err(CaseworkError::invalid("purpose", "none of your roles acts for it"));
    }
    if ctx.purpose() == purpose {
        return Ok(());
    }
    let access = Access {
        act: AccessAct::Purpose,
        page: "session".into(),
        object: None,
        purpose,
        count: 1,
        detail: Some(ctx.purpose().as_str().to_owned()),
    };
    let ctx = ctx.for_purpose(purpose);
    ctx.write_one(ctx.about(ctx.private(), ctx.officer(), access)).await?;
    Ok(node.store().set_session_purpose(hash(token), purpose).await?)
}

fn context(node: &Node, id: OfficerId, person: &Officer, chosen: Option<Purpose>) -> Ctx {
    let actor = Actor { officer: id, agency: node.code().clone(), roles: person.roles.clone() };
    // A purpose of a role that has been taken away since is no longer the officer's.
    let purpose = chosen
        .filter(|purpose| Ctx::purposes_of(&person.roles).contains(purpose))
        .unwrap_or_else(|| Ctx::usual_purpose(&person.roles));
    let language = person.language.parse().unwrap_or(Language::En);
    Ctx::new(node.clone(), actor, person.name.clone(), purpose, language)
}

async fn begin(node: &Node, officer: OfficerId) -> Result<String> {
    let token = URL_SAFE_NO_PAD.encode(node.random::<32>());
    let expires_at = node.now().plus_millis(SESSION_HOURS * 3_600_000);
    let session = Session { token_sha256: hash(&token), officer, expires_at, purpose: None };
    node.store().begin_session(&session, node.now()).await?;
    Ok(token)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

pub(crate) fn secret<'c>(credentials: &'c [Credential], kind: &str) -> Option<&'c [u8]> {
    credentials.iter().find(|c| c.kind == kind).map(|c| c.secret.as_slice())
}

async fn verify_password(password: &str, hash: Option<&[u8]>) -> bool {
    /// A hash of nothing anybody types, to spend the same time on unknown names.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWF0LWFsbA$6iQHxB3RjbOxwLtsu+Xc2P4K/Q7jiXnP7VrZb4Nccu0";
    let (known, text) = match hash.and_then(|h| std::str::from_utf8(h).ok()) {
        Some(text) => (true, text.to_owned()),
        None => (false, NOBODY.to_owned()),
    };
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || {
        Argon2::default().verify_password(password.as_bytes(), text.as_str()).is_ok()
    })
    .await
    .is_ok_and(|right| right && known)
}
