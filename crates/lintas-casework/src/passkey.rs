//! Passkeys (Web Authentication, W3C): an officer registers keys and signs in with one, without a password.
//!
//! The name to which keys are bound comes from the node's configuration and never from a request. A challenge is good for
//! one answer and for a few minutes; which ones are open is kept in memory, so a restart makes people begin again. The
//! challenge itself is drawn by the library, which lets nobody else choose it.

use std::collections::HashMap;
use std::sync::Mutex;

use lintas_model::{OfficerId, Timestamp};
use lintas_store::Credential;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

use crate::{CaseworkError, Ctx, Node, Result, access, authenticator, signin};

/// A challenge is good for so long.
const MINUTES_OPEN: i64 = 5;
/// So many challenges are open at once; beyond, the oldest make room, for anybody may ask for one.
const MOST_OPEN: usize = 10_000;
/// So many keys an officer has at most.
const MOST_KEYS: usize = 20;

/// Challenges that wait for their answer.
#[derive(Default)]
pub(crate) struct Challenges(Mutex<HashMap<String, (Timestamp, Open)>>);

enum Open {
    Registration { officer: OfficerId, label: String, state: Box<PasskeyRegistration> },
    SignIn { state: Box<DiscoverableAuthentication> },
}

impl Challenges {
    fn keep(&self, node: &Node, open: Open) -> String {
        let ticket = hex::encode(node.random::<16>());
        let now = node.now();
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.retain(|_, (until, _)| *until > now);
        if all.len() >= MOST_OPEN
            && let Some(oldest) =
                all.iter().min_by_key(|(_, (until, _))| *until).map(|(ticket, _)| ticket.clone())
        {
            all.remove(&oldest);
        }
        all.insert(ticket.clone(), (now.plus_millis(MINUTES_OPEN * 60_000), open));
        ticket
    }

    /// Takes a challenge out: it is used up, whatever the answer is worth.
    fn take(&self, ticket: &str, now: Timestamp) -> Option<Open> {
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.remove(ticket).filter(|(until, _)| *until > now).map(|(_, open)| open)
    }
}

/// A challenge for the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Comes back with the answer.
    pub ticket: String,
    /// Options for `navigator.credentials`, as JSON.
    pub options: String,
}

/// A registered key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyLine {
    /// What its officer calls it.
    pub label: String,
}

/// The name to which keys are bound at this node; none where the configuration gives no address that can have keys.
pub fn bound_to(node: &Node) -> Option<String> {
    node.config().passkey_host()
}

/// The keys of the officer who asks, by name.
pub async fn list(ctx: &Ctx) -> Result<Vec<PasskeyLine>> {
    let all = ctx.node().store().credentials(ctx.officer()).await?;
    Ok(all.into_iter().filter(|c| c.kind == "passkey").map(|c| PasskeyLine { label: c.label }).collect())
}

/// Begins to register a key for the officer who asks and knows the password.
pub async fn begin(ctx: &Ctx, label: &str, password: &str) -> Result<Challenge> {
    authenticator::require_password(ctx, password).await?;
    let known = keys(ctx.node(), ctx.officer()).await?;
    let label: String = label.trim().chars().take(60).collect();
    if label.is_empty() {
        return Err(CaseworkError::invalid("label", "give the key a name, for example `blue key`"));
    }
    if known.iter().any(|(name, _)| *name == label) {
        return Err(CaseworkError::invalid("label", "one of your keys has this name already"));
    }
    if known.len() >= MOST_KEYS {
        return Err(CaseworkError::invalid("label", format!("remove one first; {MOST_KEYS} are the most")));
    }
    let login = crate::officer::find(ctx.node(), ctx.officer()).await?.map(|officer| officer.login);
    let login = login.ok_or(CaseworkError::NotFound("officer"))?;
    let ids = known.iter().map(|(_, key)| key.cred_id().clone()).collect();
    let (options, state) = webauthn(ctx.node())?
        .start_passkey_registration(ctx.officer().uuid(), &login, ctx.name(), Some(ids))
        .map_err(|error| refused("label", &error))?;
    let options = findable(&options)?;
    let open = Open::Registration { officer: ctx.officer(), label, state: Box::new(state) };
    Ok(Challenge { ticket: ctx.node().challenges().keep(ctx.node(), open), options })
}

/// Registers the key that has answered.
pub async fn finish(ctx: &Ctx, ticket: &str, answer: &str) -> Result<()> {
    let open = ctx.node().challenges().take(ticket, ctx.now());
    let Some(Open::Registration { officer, label, state }) = open else {
        return Err(CaseworkError::invalid(
            "key",
            "the request is too old or was answered already; begin again",
        ));
    };
    if officer != ctx.officer() {
        return Err(CaseworkError::invalid("key", "the request was made for somebody else"));
    }
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(answer).map_err(|error| refused("key", &error))?;
    let key = webauthn(ctx.node())?
        .finish_passkey_registration(&answer, &state)
        .map_err(|error| refused("key", &error))?;
    keep(ctx.node(), officer, &label, &key).await?;
    access::credential(ctx, format!("passkey registered: {label}")).await.map(drop)
}

/// Removes a key of the officer who asks.
pub async fn remove(ctx: &Ctx, label: &str) -> Result<()> {
    if ctx.node().store().forget_credential(ctx.officer(), "passkey", label).await? {
        access::credential(ctx, format!("passkey removed: {label}")).await.map(drop)
    } else {
        Err(CaseworkError::NotFound("passkey"))
    }
}

/// Begins to sign in with whatever key the person has; says nothing of who exists.
pub fn begin_sign_in(node: &Node) -> Result<Challenge> {
    let (mut options, state) =
        webauthn(node)?.start_discoverable_authentication().map_err(|error| refused("key", &error))?;
    // A button was pressed, so the browser asks at once instead of waiting in the field of the name.
    options.mediation = None;
    let options = serde_json::to_string(&options).map_err(|error| refused("key", &error))?;
    Ok(Challenge { ticket: node.challenges().keep(node, Open::SignIn { state: Box::new(state) }), options })
}

/// Signs in with the key that has answered; answers the token for the cookie. Every failure sounds the same.
pub async fn finish_sign_in(node: &Node, ticket: &str, answer: &str) -> Result<String> {
    let Some(Open::SignIn { state }) = node.challenges().take(ticket, node.now()) else {
        return Err(CaseworkError::SignIn);
    };
    let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| CaseworkError::SignIn)?;
    let webauthn = webauthn(node)?;
    let (officer, id) = match webauthn.identify_discoverable_authentication(&answer) {
        Ok((officer, id)) => (OfficerId::from_uuid(officer), id.to_vec()),
        Err(_) => return Err(CaseworkError::SignIn),
    };
    let found = keys(node, officer).await?.into_iter().find(|(_, key)| key.cred_id().as_slice() == id);
    let Some((label, mut key)) = found else { return Err(CaseworkError::SignIn) };
    let result = webauthn
        .finish_discoverable_authentication_v2(&answer, *state, DiscoverableKey::from(&key))
        .map_err(|error| {
            tracing::warn!(%error, "a passkey was refused");
            CaseworkError::SignIn
        })?;
    if key.update_credential(&result) == Some(true) {
        keep(node, officer, &label, &key).await?;
    }
    signin::by_passkey(node, officer).await
}

fn webauthn(node: &Node) -> Result<Webauthn> {
    let config = node.config();
    let host = config.passkey_host().ok_or(CaseworkError::NotFound("address for passkeys"))?;
    let origin = config.passkey_origin().ok_or(CaseworkError::NotFound("address for passkeys"))?;
    let wrong = |problem: String| CaseworkError::File { path: "node.toml".into(), problem };
    let url = Url::parse(&origin).map_err(|error| wrong(format!("`web_origin`: {error}")))?;
    let builder = WebauthnBuilder::new(&host, &url).map_err(|error| wrong(error.to_string()))?;
    // On one's own machine the port is whatever was free.
    let loopback = host == "localhost";
    builder.rp_name(node.code().as_str()).allow_any_port(loopback).build().map_err(|e| wrong(e.to_string()))
}

/// The options of a registration, asking for a key that can be found without a name: who signs in types none, so nobody
/// learns from the answer which names exist.
fn findable(options: &CreationChallengeResponse) -> Result<String> {
    let mut options = serde_json::to_value(options).map_err(|error| refused("key", &error))?;
    if let Some(selection) =
        options.pointer_mut("/publicKey/authenticatorSelection").and_then(serde_json::Value::as_object_mut)
    {
        selection.insert("residentKey".into(), "required".into());
        selection.insert("requireResidentKey".into(), true.into());
    }
    Ok(options.to_string())
}

async fn keys(node: &Node, officer: OfficerId) -> Result<Vec<(String, Passkey)>> {
    let all = node.store().credentials(officer).await?;
    Ok(all
        .into_iter()
        .filter(|credential| credential.kind == "passkey")
        .filter_map(|credential| Some((credential.label, serde_json::from_slice(&credential.secret).ok()?)))
        .collect())
}

async fn keep(node: &Node, officer: OfficerId, label: &str, key: &Passkey) -> Result<()> {
    let secret = serde_json::to_vec(key).map_err(|error| refused("key", &error))?;
    let credential = Credential { officer, kind: "passkey".into(), label: label.to_owned(), secret };
    Ok(node.store().keep_credential(&credential, node.now()).await?)
}

fn refused(field: &'static str, error: &dyn std::error::Error) -> CaseworkError {
    CaseworkError::invalid(field, format!("the key was not accepted: {error}"))
}
