//! The second factor: a code that changes every half minute (RFC 6238), and recovery codes for the day the device is lost.
//!
//! A new secret counts only after one code made with it has been given: whoever scanned it badly, or closed the page,
//! must not be locked out by it. Recovery codes are kept as hashes only, and each is good for one sign-in.

use lintas_model::{OfficerId, Timestamp};
use lintas_store::Credential;
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Secret, Totp};

use crate::signin::{self, secret};
use crate::{CaseworkError, Ctx, Node, Result, access};

/// So many recovery codes are given at a time.
pub const RECOVERY_CODES: usize = 10;

/// Signs without those that are taken for one another when copied by hand (Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What an officer has set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Authenticator {
    /// A code is asked for at sign-in.
    pub on: bool,
    /// A new secret waits for its first code.
    pub waiting: bool,
    /// So many recovery codes are left.
    pub recovery_codes: usize,
}

/// What the officer who asks has set up.
pub async fn state(ctx: &Ctx) -> Result<Authenticator> {
    let all = ctx.node().store().credentials(ctx.officer()).await?;
    Ok(Authenticator {
        on: secret(&all, "totp").is_some(),
        waiting: secret(&all, "totp_new").is_some(),
        recovery_codes: all.iter().filter(|c| c.kind == "recovery").count(),
    })
}

/// Makes a new secret for the officer who asks and knows the password; answers the address to type or scan into the
/// authenticator. What was set up before stays in force until [`confirm`].
pub async fn begin(ctx: &Ctx, password: &str) -> Result<String> {
    require_password(ctx, password).await?;
    let fresh: [u8; 20] = ctx.node().random();
    let totp = totp(&fresh, ctx.node().code().as_str(), ctx.name())?;
    keep(ctx, "totp_new", "", fresh.to_vec()).await?;
    Ok(totp.to_url().unwrap_or_default())
}

/// Puts the new secret in force once a code made with it has been given; answers fresh recovery codes, to be shown once.
pub async fn confirm(ctx: &Ctx, code: &str) -> Result<Vec<String>> {
    let name = format!("code {}", ctx.officer());
    ctx.node().attempts().begin(&name, ctx.now())?;
    let all = ctx.node().store().credentials(ctx.officer()).await?;
    let fresh = secret(&all, "totp_new").ok_or(CaseworkError::NotFound("new code"))?.to_vec();
    let step = verify_code(&fresh, code, ctx.now()).ok_or_else(|| {
        CaseworkError::invalid(
            "code",
            "it is not the one that the authenticator shows now; check the device's clock",
        )
    })?;
    use_code(ctx.node(), ctx.officer(), step).await?;
    keep(ctx, "totp", "", fresh).await?;
    ctx.node().store().forget_credential(ctx.officer(), "totp_new", "").await?;
    ctx.node().attempts().right(&name);
    access::credential(ctx, "code set up").await?;
    fresh_recovery_codes(ctx).await
}

/// Gives new recovery codes in place of all earlier ones; shown once.
pub async fn new_recovery_codes(ctx: &Ctx, password: &str) -> Result<Vec<String>> {
    require_password(ctx, password).await?;
    if !state(ctx).await?.on {
        return Err(CaseworkError::NotFound("code to recover"));
    }
    fresh_recovery_codes(ctx).await
}

/// Takes the code and the recovery codes away again.
pub async fn remove(ctx: &Ctx, password: &str) -> Result<()> {
    require_password(ctx, password).await?;
    for credential in ctx.node().store().credentials(ctx.officer()).await? {
        if matches!(credential.kind.as_str(), "totp" | "totp_new" | "recovery") {
            ctx.node().store().forget_credential(ctx.officer(), &credential.kind, &credential.label).await?;
        }
    }
    access::credential(ctx, "code and recovery codes removed").await?;
    Ok(())
}

/// Whoever sits at an unlocked screen cannot change what its officer signs in with.
pub(crate) async fn require_password(ctx: &Ctx, password: &str) -> Result<()> {
    if signin::knows_password(ctx, password).await? {
        Ok(())
    } else {
        Err(CaseworkError::invalid("password", "this is not your present password"))
    }
}

async fn fresh_recovery_codes(ctx: &Ctx) -> Result<Vec<String>> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for number in 0..RECOVERY_CODES {
        let bytes: [u8; 16] = ctx.node().random();
        let signs: Vec<char> = bytes.iter().map(|b| char::from(SIGNS[usize::from(b & 31)])).collect();
        let code = signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-");
        keep(ctx, "recovery", &number.to_string(), recovery_hash(ctx.officer(), &code).to_vec()).await?;
        codes.push(code);
    }
    access::credential(ctx, "recovery codes made").await?;
    Ok(codes)
}

async fn keep(ctx: &Ctx, kind: &str, label: &str, secret: Vec<u8>) -> Result<()> {
    let credential =
        Credential { officer: ctx.officer(), kind: kind.to_owned(), label: label.to_owned(), secret };
    Ok(ctx.node().store().keep_credential(&credential, ctx.now()).await?)
}

/// The hash under which a recovery code is kept. Eighty bits drawn at random need no slow hash to withstand guessing.
fn recovery_hash(officer: OfficerId, code: &str) -> [u8; 32] {
    let signs = code.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        // As they are misread (Crockford).
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    let text: String = signs.collect();
    let mut hash = Sha256::new();
    hash.update(b"lintas/recovery-code/v1\0");
    hash.update(officer.uuid().as_bytes());
    hash.update(text.as_bytes());
    hash.finalize().into()
}

/// What somebody who signs in has shown besides the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Second {
    /// None was set up.
    NotAsked,
    /// The code of a step of time.
    Code(u64),
    /// A recovery code, by its label.
    Recovery(String),
    /// Nothing that fits.
    Wrong,
}

/// Looks at what was given as a code, without using anything up.
pub(crate) fn second(credentials: &[Credential], given: &str, now: Timestamp) -> Second {
    let Some(secret) = secret(credentials, "totp") else { return Second::NotAsked };
    if let Some(step) = verify_code(secret, given, now) {
        return Second::Code(step);
    }
    let found = credentials
        .iter()
        .find(|c| c.kind == "recovery" && recovery_hash(c.officer, given).as_slice() == c.secret.as_slice());
    found.map_or(Second::Wrong, |c| Second::Recovery(c.label.clone()))
}

impl Second {
    /// Uses it up; false when it was wrong or used before.
    pub(crate) async fn spend(&self, node: &Node, officer: OfficerId) -> Result<bool> {
        match self {
            Self::NotAsked => Ok(true),
            Self::Code(step) => use_code(node, officer, *step).await,
            Self::Recovery(label) => Ok(node.store().forget_credential(officer, "recovery", label).await?),
            Self::Wrong => Ok(false),
        }
    }

    /// The word under which the audit says how somebody signed in.
    pub(crate) const fn how(&self) -> &'static str {
        match self {
            Self::NotAsked => "password",
            Self::Code(_) => "password and code",
            Self::Recovery(_) => "password and recovery code",
            Self::Wrong => "nothing",
        }
    }
}

/// Uses up the code of a step; false when it or a later one was used already.
async fn use_code(node: &Node, officer: OfficerId, step: u64) -> Result<bool> {
    let _turn = node.turn().await;
    let name = format!("totp.used.{officer}");
    let used = node.store().setting(&name).await?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    if used.map_or(0, u64::from_be_bytes) >= step {
        return Ok(false);
    }
    node.store().set(&name, &step.to_be_bytes()).await?;
    Ok(true)
}

fn totp(secret: &[u8], issuer: &str, account: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(Secret::from(secret.to_vec()))
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(account.replace(':', " "))
        .build()
        .map_err(|error| CaseworkError::Ledger(error.to_string()))
}

/// The step whose code this is.
fn verify_code(secret: &[u8], code: &str, now: Timestamp) -> Option<u64> {
    let code: String = lintas_model::digits::to_ascii(code).chars().filter(char::is_ascii_digit).collect();
    totp(secret, "", "officer").ok()?.check(&code, (now.as_millis() / 1_000).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_known_however_it_was_copied() {
        let officer = OfficerId::from_uuid(uuid::Uuid::from_u128(5));
        let other = OfficerId::from_uuid(uuid::Uuid::from_u128(6));
        let hash = recovery_hash(officer, "0A1B-2C3D-4E5F-6G7H");
        assert_eq!(recovery_hash(officer, " oalb 2c3d4e5f6g7h"), hash);
        assert_ne!(recovery_hash(officer, "0A1B-2C3D-4E5F-6G7J"), hash);
        assert_ne!(recovery_hash(other, "0A1B-2C3D-4E5F-6G7H"), hash);
    }
}
