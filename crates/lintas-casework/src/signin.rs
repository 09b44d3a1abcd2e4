//! Signing in: password and, once set up, a code that changes every half minute (RFC 6238).

use std::collections::HashMap;
use std::sync::Mutex;

use argon2::{Argon2, PasswordVerifier as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lintas_model::record::{Access, AccessAct, Officer};
use lintas_model::{Language, OfficerId, Timestamp};
use lintas_policy::Actor;
use lintas_store::{Credential, Session};
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Secret, Totp};

use crate::{CaseworkError, Ctx, Node, Result, officer};

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
    fn begin(&self, login: &str, now: Timestamp) -> Result<()> {
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

    fn right(&self, login: &str) {
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
    let right_code = match secret(&credentials, "totp") {
        None => Some(0),
        Some(totp) => verify_code(totp, code.unwrap_or_default(), now),
    };
    // A code counts once (RFC 6238, 5.2): whoever read it over a shoulder is too late.
    let fresh_code = match (&found, right_code) {
        (Some((id, _)), Some(step)) if right_password => use_code(node, *id, step).await?,
        (_, step) => step.is_some(),
    };
    match found {
        Some((id, person)) if person.active && right_password && fresh_code => {
            node.attempts().right(&login);
            signed_in(node, id, &person).await
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
    signed_in(node, id, &person).await
}

/// Begins a session and records that it did.
async fn signed_in(node: &Node, id: OfficerId, person: &Officer) -> Result<String> {
    let token = begin(node, id).await?;
    let ctx = context(node, id, person);
    let access = Access {
        act: AccessAct::SignIn,
        page: "session".into(),
        object: None,
        purpose: ctx.purpose(),
        count: 1,
        detail: None,
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
        Some(person) => Ok(Some(context(node, session.officer, &person))),
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
    Ok(context(node, id, &person))
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

/// Sets up the changing code for the officer who asks; answers the address to show as a QR code or to type in.
pub async fn set_up_code(ctx: &Ctx) -> Result<String> {
    let secret: [u8; 20] = ctx.node().random();
    let totp = totp(&secret, ctx.node().code().as_str(), ctx.name())?;
    let credential = Credential {
        officer: ctx.officer(),
        kind: "totp".into(),
        label: String::new(),
        secret: secret.to_vec(),
    };
    ctx.node().store().keep_credential(&credential, ctx.now()).await?;
    Ok(totp.to_url().unwrap_or_default())
}

fn context(node: &Node, id: OfficerId, person: &Officer) -> Ctx {
    let actor = Actor { officer: id, agency: node.code().clone(), roles: person.roles.clone() };
    let purpose = Ctx::usual_purpose(&person.roles);
    let language = person.language.parse().unwrap_or(Language::En);
    Ctx::new(node.clone(), actor, person.name.clone(), purpose, language)
}

async fn begin(node: &Node, officer: OfficerId) -> Result<String> {
    let token = URL_SAFE_NO_PAD.encode(node.random::<32>());
    let expires_at = node.now().plus_millis(SESSION_HOURS * 3_600_000);
    let session = Session { token_sha256: hash(&token), officer, expires_at };
    node.store().begin_session(&session, node.now()).await?;
    Ok(token)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn secret<'c>(credentials: &'c [Credential], kind: &str) -> Option<&'c [u8]> {
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

fn totp(secret: &[u8], issuer: &str, account: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(Secret::from(secret.to_vec()))
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(account.replace(':', " "))
        .build()
        .map_err(|error| CaseworkError::Ledger(error.to_string()))
}

/// Uses up the code of a step; false when it or a later one was used already.
async fn use_code(node: &Node, officer: OfficerId, step: u64) -> Result<bool> {
    if step == 0 {
        return Ok(true);
    }
    let _turn = node.turn().await;
    let name = format!("totp.used.{officer}");
    let used = node.store().setting(&name).await?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    if used.map_or(0, u64::from_be_bytes) >= step {
        return Ok(false);
    }
    node.store().set(&name, &step.to_be_bytes()).await?;
    Ok(true)
}

/// The step whose code this is.
fn verify_code(secret: &[u8], code: &str, now: Timestamp) -> Option<u64> {
    let code: String = lintas_model::digits::to_ascii(code).chars().filter(char::is_ascii_digit).collect();
    totp(secret, "", "officer").ok()?.check(&code, (now.as_millis() / 1_000).unsigned_abs())
}
