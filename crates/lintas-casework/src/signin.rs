//! Signing in: password and, once set up, a code that changes every half minute (RFC 6238).

use std::collections::HashMap;
use std::sync::Mutex;

use argon2::{Argon2, PasswordVerifier as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lintas_model::record::{Access, AccessAct};
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

impl Attempts {
    fn check(&self, login: &str, now: Timestamp) -> Result<()> {
        let known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let Some((wrong, last)) = known.get(login).filter(|(wrong, _)| *wrong >= ATTEMPTS) else {
            return Ok(());
        };
        let wait_s = (30i64 << (wrong - ATTEMPTS).min(10)).min(LONGEST_WAIT_S);
        let left_ms = last.as_millis() + wait_s * 1_000 - now.as_millis();
        if left_ms > 0 {
            return Err(CaseworkError::TooManyAttempts { seconds: (left_ms as u64).div_ceil(1_000) });
        }
        Ok(())
    }

    fn wrong(&self, login: &str, now: Timestamp) {
        let mut known = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // A flood of made-up names must not fill the memory.
        if known.len() > 10_000 {
            known.clear();
        }
        let entry = known.entry(login.to_owned()).or_insert((0, now));
        *entry = (entry.0 + 1, now);
    }

    fn right(&self, login: &str) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(login);
    }
}

/// Signs in and answers the token for the cookie. Every failure sounds the same.
pub async fn sign_in(node: &Node, login: &str, password: &str, code: Option<&str>) -> Result<String> {
    let login = login.trim().to_lowercase();
    let now = node.now();
    node.attempts().check(&login, now)?;
    let found = officer::find_by_login(node, &login).await?;
    let credentials = match &found {
        Some((id, _)) => node.store().credentials(*id).await?,
        None => Vec::new(),
    };
    // An unknown name costs as much time as a wrong password, so that names cannot be told apart by it.
    let right_password = verify_password(password, secret(&credentials, "password")).await;
    let right_code = match secret(&credentials, "totp") {
        None => true,
        Some(totp) => verify_code(totp, code.unwrap_or_default(), now),
    };
    match found {
        Some((id, person)) if person.active && right_password && right_code => {
            node.attempts().right(&login);
            let token = begin(node, id).await?;
            let ctx = context(node, id, &person);
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
        _ => {
            node.attempts().wrong(&login, now);
            Err(CaseworkError::SignIn)
        }
    }
}

/// Signs in without a password: the "Be the …" buttons of a demo, and nowhere else.
pub async fn be(node: &Node, login: &str) -> Result<String> {
    if !node.config().demo {
        return Err(CaseworkError::NotFound("page"));
    }
    let (id, _) = officer::find_by_login(node, login).await?.ok_or(CaseworkError::NotFound("officer"))?;
    begin(node, id).await
}

/// Who a cookie's token belongs to, as the circumstances of an act.
pub async fn session(node: &Node, token: &str) -> Result<Option<Ctx>> {
    let Some(session) = node.store().session(hash(token), node.now()).await? else { return Ok(None) };
    let person = officer::find(node, session.officer).await?.filter(|person| person.active);
    Ok(person.map(|person| context(node, session.officer, &person)))
}

/// The circumstances of an officer by login, for the command line: whoever can read the node's keys acts as them.
pub async fn at_the_console(node: &Node, login: &str) -> Result<Ctx> {
    let (id, person) =
        officer::find_by_login(node, login).await?.ok_or(CaseworkError::NotFound("officer"))?;
    Ok(context(node, id, &person))
}

/// Signs out.
pub async fn sign_out(node: &Node, token: &str) -> Result<()> {
    Ok(node.store().end_session(hash(token), node.now()).await?)
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

fn context(node: &Node, id: OfficerId, person: &lintas_model::record::Officer) -> Ctx {
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

fn verify_code(secret: &[u8], code: &str, now: Timestamp) -> bool {
    let code: String = lintas_model::digits::to_ascii(code).chars().filter(char::is_ascii_digit).collect();
    totp(secret, "", "officer")
        .is_ok_and(|totp| totp.check(&code, (now.as_millis() / 1_000).unsigned_abs()).is_some())
}
