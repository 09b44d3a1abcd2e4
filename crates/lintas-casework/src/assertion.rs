//! Grave acts are signed by the officer who does them, under the signature of the node: releases, questions that need a second
//! officer, changes of partners and their keys, the acceptance of a new log, court files.
//!
//! The officer's key lies at the node, sealed under the officer's password (Argon2id, ChaCha20-Poly1305), and is opened for one
//! act. Whoever keeps the node can therefore not release in an officer's name afterwards: where officers sign, a release
//! without an officer's signature is refused by every partner and by the second verifier (LE-012). What remains: a node
//! that is changed while an officer types the password can keep it.

use std::sync::Arc;

use argon2::Argon2;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use lintas_ledger::verify::OfficerKeys;
use lintas_ledger::{FeedHead, Signer};
use lintas_model::record::{AccessAct, OfficerKey};
use lintas_model::{Body, Draft, Kind, Marking, ObjectId, OfficerId};
use lintas_store::{Credential, HeldQuery, Order};
use zeroize::Zeroizing;

use crate::{CaseworkError, Ctx, Node, Result, authenticator, signin};

/// Before the officer's id, so that a sealed key opens for no other officer.
const DOMAIN: &[u8] = b"lintas/officer-signing/v1\0";
/// Version, salt and nonce stand before the sealed seed.
const VERSION: u8 = 1;
const SALT: usize = 16;
const NONCE: usize = 12;
/// The kind of the credential, and the label under which a key waits while a password is being changed.
const CREDENTIAL: &str = "signing";
const NEXT: &str = "next";

/// Whether this node's rules ask officers to sign grave acts.
pub fn required(node: &Node) -> bool {
    node.config().officers_sign
}

/// Whether an officer may go on to something grave: where officers sign, only one who has given the password.
pub(crate) fn ready(ctx: &Ctx) -> Result<()> {
    if is_ready(ctx) { Ok(()) } else { Err(missing()) }
}

/// The same, for a form that asks for the password again.
pub fn is_ready(ctx: &Ctx) -> bool {
    ctx.signs() || !required(ctx.node())
}

/// The same officer, who has given the password and signs what follows. The first time a key is made.
pub async fn unlock(ctx: &Ctx, password: &str) -> Result<Ctx> {
    authenticator::require_password(ctx, password).await?;
    let _turn = ctx.node().turn().await;
    let signer = match kept(ctx.node(), ctx.officer(), password).await? {
        Some(signer) => signer,
        // None was made yet, or the password was given anew by somebody else: what was sealed under the old one is gone.
        None => {
            let signer = ctx.node().with_entropy(Signer::generate);
            keep(ctx.node(), ctx.officer(), "", password, &signer).await?;
            signer
        }
    };
    Ok(ctx.signing(Arc::new(signer)))
}

/// Seals an officer's key under a new password before that takes effect; [`settle`] follows when it has.
pub(crate) async fn prepare(node: &Node, officer: OfficerId, present: &str, new: &str) -> Result<()> {
    match kept(node, officer, present).await? {
        Some(signer) => keep(node, officer, NEXT, new, &signer).await,
        None => Ok(()),
    }
}

/// Puts the key that waits into its place.
pub(crate) async fn settle(node: &Node, officer: OfficerId) -> Result<()> {
    let all = node.store().credentials(officer).await?;
    if let Some(next) = all.into_iter().find(|c| c.kind == CREDENTIAL && c.label == NEXT) {
        node.store().keep_credential(&Credential { label: String::new(), ..next }, node.now()).await?;
        node.store().forget_credential(officer, CREDENTIAL, NEXT).await?;
    }
    Ok(())
}

/// Whether something may only be written with its officer's signature, where officers sign.
pub(crate) fn is_grave(body: &Body) -> bool {
    match body {
        Body::Release(_) | Body::Partner(_) | Body::KeyManifest(_) | Body::OfficerKey(_) => true,
        Body::HitQuery(query) => !query.needs_second.is_empty(),
        Body::NewLog(log) => log.accepts.is_some(),
        Body::Access(access) => access.act == AccessAct::Export && access.page == "court file",
        _ => false,
    }
}

/// The record that states an officer's key in a feed, unless the newest one there states it already.
pub(crate) async fn stated(node: &Node, head: &FeedHead, by: &Draft, key: &Signer) -> Result<Option<Draft>> {
    let query = HeldQuery {
        object: Some(ObjectId::from(by.author)),
        agency: Some(node.code().clone()),
        order: Order::OldestFirst,
        ..HeldQuery::kinds(&[Kind::OfficerKey])
    };
    let stated = node.store().held(&query).await?.into_iter().rfind(|held| {
        held.mark.audience == head.feed.audience
            && held.mark.place.0 == head.generation
            && held.mark.author == by.author
    });
    let before = stated.and_then(|held| if let Body::OfficerKey(b) = held.body { Some(b.key) } else { None });
    let key = key.public().to_string();
    if before.as_ref() == Some(&key) {
        return Ok(None);
    }
    Ok(Some(Draft {
        record: node.new_record(),
        object: ObjectId::from(by.author),
        audience: by.audience,
        author: by.author,
        at: node.now(),
        purpose: by.purpose,
        marking: Marking::default(),
        supersedes: None,
        body: OfficerKey { key, replaces: before }.into(),
    }))
}

/// The keys that officers of an agency have stated so far in the present generation of a feed.
pub(crate) async fn known(node: &Node, head: &FeedHead) -> Result<OfficerKeys> {
    let query = HeldQuery {
        agency: Some(head.feed.agency.clone()),
        order: Order::OldestFirst,
        ..HeldQuery::kinds(&[Kind::OfficerKey])
    };
    let mut held = node.store().held(&query).await?;
    held.retain(|held| held.mark.audience == head.feed.audience && held.mark.place.0 == head.generation);
    held.sort_by_key(|held| held.mark.place);
    let mut known = OfficerKeys::default();
    for held in held {
        if let Body::OfficerKey(body) = held.body
            && let Ok(key) = body.key.parse()
        {
            known.add(held.mark.author, key);
        }
    }
    Ok(known)
}

/// The officer's key, if one lies here that the password opens.
async fn kept(node: &Node, officer: OfficerId, password: &str) -> Result<Option<Signer>> {
    for credential in node.store().credentials(officer).await? {
        if credential.kind == CREDENTIAL
            && let Some(signer) = open(officer, password, credential.secret).await?
        {
            return Ok(Some(signer));
        }
    }
    Ok(None)
}

async fn keep(node: &Node, officer: OfficerId, label: &str, password: &str, signer: &Signer) -> Result<()> {
    let (salt, nonce): ([u8; SALT], [u8; NONCE]) = (node.random(), node.random());
    let key = derived(password, salt).await?;
    let payload = Payload { msg: &*signer.seed(), aad: &bound_to(officer) };
    let sealed = ChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|_| CaseworkError::Ledger("an officer's key could not be sealed".to_owned()))?;
    let secret = [&[VERSION][..], &salt, &nonce, &sealed].concat();
    let credential = Credential { officer, kind: CREDENTIAL.to_owned(), label: label.to_owned(), secret };
    Ok(node.store().keep_credential(&credential, node.now()).await?)
}

async fn open(officer: OfficerId, password: &str, secret: Vec<u8>) -> Result<Option<Signer>> {
    let Some((VERSION, rest)) = secret.split_first().map(|(version, rest)| (*version, rest)) else {
        return Ok(None);
    };
    let Some((salt, rest)) = rest.split_first_chunk::<SALT>() else { return Ok(None) };
    let Some((nonce, sealed)) = rest.split_first_chunk::<NONCE>() else { return Ok(None) };
    let key = derived(password, *salt).await?;
    let payload = Payload { msg: sealed, aad: &bound_to(officer) };
    let seed = ChaCha20Poly1305::new(&Key::from(*key)).decrypt(&Nonce::from(*nonce), payload);
    let seed = seed.ok().map(Zeroizing::new);
    Ok(seed.and_then(|seed| <&[u8; 32]>::try_from(seed.as_slice()).ok().map(Signer::from_seed)))
}

fn bound_to(officer: OfficerId) -> Vec<u8> {
    [DOMAIN, officer.uuid().as_bytes()].concat()
}

/// Another key than the one that checks the password: with another salt.
async fn derived(password: &str, salt: [u8; SALT]) -> Result<Zeroizing<[u8; 32]>> {
    let password = Zeroizing::new(password.to_owned());
    let work = move || {
        let mut key = Zeroizing::new([0; 32]);
        Argon2::default().hash_password_into(password.as_bytes(), &salt, &mut *key).map(|()| key)
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| CaseworkError::Ledger(error.to_string()))?
        .map_err(|error| CaseworkError::Ledger(error.to_string()))
}

/// What is said to whoever would do a grave act without signing it.
pub(crate) fn missing() -> CaseworkError {
    CaseworkError::invalid("password", "this act is signed by whoever does it: give your password")
}

/// Who signs what, for [`Ctx`]: the key is never shown.
#[derive(Clone, Default)]
pub(crate) struct Hand(Option<Arc<Signer>>);

impl Hand {
    pub(crate) const fn with(signer: Arc<Signer>) -> Self {
        Self(Some(signer))
    }

    pub(crate) fn signer(&self) -> Option<&Signer> {
        self.0.as_deref()
    }
}

/// Whether the officer has a key here already, for the officer's own page.
pub async fn has_key(ctx: &Ctx) -> Result<bool> {
    let all = ctx.node().store().credentials(ctx.officer()).await?;
    Ok(signin::secret(&all, CREDENTIAL).is_some())
}
