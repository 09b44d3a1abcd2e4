//! Coming in: the key file is read, the database is looked at, the officer's admission is checked.

use std::io::ErrorKind;

use lintas_model::OfficerId;
use lintas_policy::Action;
use lintas_sealed::audit::{Act, AuditEntry, AuditHead};
use lintas_sealed::member::Member;
use lintas_sealed::{DossierId, SealedError, SpaceKey, SpaceMark};
use lintas_store::{SealedChange, SealedStore, SealedWriteError, StoreError};
use zeroize::Zeroizing;

use super::{DossierKind, SealedPlace};
use crate::{Ctx, Node, Result, access};

/// What the node remembers of the space's audit, so that an old copy of the database is noticed.
const HEAD: &str = "sealed.head";

/// The sealed space, opened for one act.
pub(crate) struct Space {
    pub(crate) key: SpaceKey,
    pub(crate) store: SealedStore,
}

impl Space {
    /// Opens the space for the node itself; nothing is decided yet on who may read.
    pub(crate) async fn open(node: &Node) -> Result<Self> {
        let place = node.sealed_place().ok_or(SealedError::None)?;
        let key = read_key(&place)?;
        let store = node.sealed_store(&place).await.map_err(|error| database_problem(&place, &error))?;
        let mark = store.fact("mark").await.map_err(|error| database_problem(&place, &error))?;
        let mark: SpaceMark = mark
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or_else(|| SealedError::Database("its mark is missing or damaged".to_owned()))?;
        key.fits(&mark)?;
        let space = Self { key, store };
        space.is_not_rolled_back(node).await?;
        Ok(space)
    }

    async fn is_not_rolled_back(&self, node: &Node) -> Result<()> {
        let Some(known) = remembered(node).await?.filter(|head| head.size > 0) else { return Ok(()) };
        let since = self.store.audit(known.size - 1).await?;
        let same = since.first().is_some_and(|bytes| AuditHead::default().after(bytes).last == known.last);
        if same { Ok(()) } else { Err(SealedError::RolledBack.into()) }
    }

    /// Changes things and appends to the audit, all of it or nothing.
    pub(crate) async fn write(&self, node: &Node, changes: &[SealedChange], entry: AuditEntry) -> Result<()> {
        let mut next = AuditHead::default();
        let written = self
            .store
            .write(changes, |size, last| {
                let before = last.map(|bytes| AuditHead::default().after(bytes).last).unwrap_or_default();
                let head = AuditHead { size, last: before };
                let (bytes, after) = node.with_entropy(|entropy| head.append(&self.key, &entry, entropy))?;
                next = after;
                Ok::<_, SealedError>(bytes)
            })
            .await;
        match written {
            Ok(()) => {}
            Err(SealedWriteError::Changed) => return Err(SealedError::Changed.into()),
            Err(SealedWriteError::Audit(error)) => return Err(error.into()),
            Err(SealedWriteError::Store(error)) => return Err(error.into()),
        }
        remember(node, next).await
    }

    /// Records something that was read.
    pub(crate) async fn note(
        &self,
        ctx: &Ctx,
        act: Act,
        dossier: Option<DossierId>,
        count: usize,
        detail: Option<String>,
    ) -> Result<()> {
        self.write(ctx.node(), &[], entry(ctx, act, dossier, count, detail)).await?;
        access::viewed(ctx, "sealed", None, count).await
    }

    /// The admission of an officer, if there is one.
    pub(crate) async fn member(&self, officer: OfficerId) -> Result<Option<Member>> {
        let bytes = self.store.member(officer).await?;
        Ok(bytes.map(|bytes| Member::open(&self.key, officer, &bytes)).transpose()?)
    }

    /// Lets somebody in whose role the rules let in and whom the administrator of the space has admitted in that role.
    pub(crate) async fn enter(ctx: &Ctx, action: Action, kind: DossierKind) -> Result<Self> {
        ctx.require_own(action, kind.as_str()).await?;
        let space = Self::open(ctx.node()).await?;
        space.admitted(ctx, |ctx| ctx.permit_own(action, kind.as_str()).is_ok()).await?;
        Ok(space)
    }

    /// The same for the administrator of the space.
    pub(crate) async fn enter_to_keep(ctx: &Ctx) -> Result<Self> {
        ctx.require_plain(Action::KeepSealed, "sealed_space").await?;
        let space = Self::open(ctx.node()).await?;
        space.admitted(ctx, |ctx| ctx.permit_plain(Action::KeepSealed, "sealed_space").is_ok()).await?;
        Ok(space)
    }

    async fn admitted(&self, ctx: &Ctx, permitted: impl Fn(&Ctx) -> bool) -> Result<()> {
        let why = match self.member(ctx.officer()).await? {
            // A role counts here only when the administrator of the space has admitted it.
            Some(member)
                if !permitted(
                    &ctx.with_roles(|role| !Member::ROLES.contains(&role) || member.roles.contains(&role)),
                ) =>
            {
                SealedError::NotAdmitted
            }
            Some(member) => {
                let kept = kept_password(ctx.node(), ctx.officer()).await?;
                if Member::mark(&self.key, ctx.officer(), &kept) == member.password {
                    return Ok(());
                }
                SealedError::AdmissionLapsed
            }
            None => SealedError::NotAdmitted,
        };
        self.write(ctx.node(), &[], entry(ctx, Act::Refused, None, 0, None)).await?;
        access::refused(ctx, "sealed", &why.to_string()).await?;
        Err(why.into())
    }
}

/// An entry of the audit about what an officer does.
pub(crate) fn entry(
    ctx: &Ctx,
    act: Act,
    dossier: Option<DossierId>,
    count: usize,
    detail: Option<String>,
) -> AuditEntry {
    AuditEntry { at: ctx.now(), officer: Some(ctx.officer()), act, dossier, count: count as u64, detail }
}

/// An entry of the audit about what the node does by itself.
pub(crate) fn own_entry(
    node: &Node,
    act: Act,
    dossier: Option<DossierId>,
    count: usize,
    detail: Option<String>,
) -> AuditEntry {
    AuditEntry { at: node.now(), officer: None, act, dossier, count: count as u64, detail }
}

pub(crate) fn read_key(place: &SealedPlace) -> Result<SpaceKey> {
    let shown = place.key_file.display().to_string();
    let text = match std::fs::read_to_string(&place.key_file) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(SealedError::KeyMissing(shown).into());
        }
        Err(error) => {
            return Err(crate::CaseworkError::File { path: shown, problem: error.to_string() });
        }
    };
    Ok(text.parse::<SpaceKey>()?)
}

/// An error of the database of the space, with what to do next. What the engine says stays in the log: it is not for a page.
pub(crate) fn database_problem(place: &SealedPlace, error: &StoreError) -> crate::CaseworkError {
    tracing::error!(%error, "the database of the sealed space could not be used");
    let address = place.database.split('@').next_back().unwrap_or_default();
    let why = match error {
        StoreError::Exists(_) => format!("there is one already at `{address}`; move it away first"),
        StoreError::Newer { .. } => error.to_string(),
        _ => format!("`{address}` is not there, or is damaged; put it in place or restore the last backup"),
    };
    SealedError::Database(why).into()
}

/// The password of an officer as it is kept: hashed with a salt of its own.
pub(crate) async fn kept_password(node: &Node, officer: OfficerId) -> Result<Vec<u8>> {
    let credentials = node.store().credentials(officer).await?;
    Ok(crate::signin::secret(&credentials, "password").unwrap_or_default().to_vec())
}

/// After somebody has changed his own password, knowing the old one: the admission goes on. When the space cannot be opened
/// just now, the admission lapses, which is the safe side.
pub(crate) async fn renew_password(ctx: &Ctx) -> Result<()> {
    if ctx.node().sealed_place().is_none() {
        return Ok(());
    }
    let renewed = async {
        let space = Space::open(ctx.node()).await?;
        let Some(member) = space.member(ctx.officer()).await? else { return Ok(()) };
        let password =
            Member::mark(&space.key, ctx.officer(), &kept_password(ctx.node(), ctx.officer()).await?);
        let member = Member { password, ..member };
        let bytes = ctx.node().with_entropy(|entropy| member.seal(&space.key, entropy))?;
        let note = entry(ctx, Act::Admitted, None, 0, Some("own password".to_owned()));
        space.write(ctx.node(), &[SealedChange::Admit(ctx.officer(), bytes)], note).await
    };
    if let Err(error) = renewed.await {
        tracing::warn!(%error, "an admission to the sealed space could not be renewed");
    }
    Ok(())
}

pub(crate) async fn remembered(node: &Node) -> Result<Option<AuditHead>> {
    let bytes = node.store().setting(HEAD).await?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

pub(crate) async fn remember(node: &Node, head: AuditHead) -> Result<()> {
    let bytes = serde_json::to_vec(&head).map_err(|error| SealedError::Database(error.to_string()))?;
    Ok(node.store().set(HEAD, &bytes).await?)
}
