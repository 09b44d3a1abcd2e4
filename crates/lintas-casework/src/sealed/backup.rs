//! The backup of the sealed space, written and put in place by its administrator. It is sealed with the space's key, which is
//! not in it.

use lintas_model::Timestamp;
use lintas_policy::Action;
use lintas_sealed::audit::Act;
use lintas_sealed::backup::Backup;
use lintas_sealed::member::Member;
use lintas_sealed::{SealedError, SpaceMark};
use lintas_store::{SealedChange, SealedStore};

use super::audit;
use super::dossier::{row_of, sealed_of};
use super::erase::ever_erased;
use super::space::{Space, database_problem, entry, own_entry, read_key, remember, remembered};
use crate::{Ctx, Result};

/// What a backup that was put in place holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When it was made.
    pub made: Timestamp,
    /// Dossiers in it.
    pub dossiers: usize,
    /// Dossiers that were erased again, because they had been erased since.
    pub erased_again: usize,
    /// Entries of the audit that were written after the backup and are lost.
    pub lost_entries: u64,
}

/// The bytes of a backup.
pub async fn make(ctx: &Ctx) -> Result<Vec<u8>> {
    let space = Space::enter_to_keep(ctx).await?;
    let node = ctx.node();
    let _turn = node.turn().await;
    let dossiers: Vec<_> = space.store.dossiers().await?.into_iter().map(sealed_of).collect();
    space.write(node, &[], entry(ctx, Act::BackedUp, None, dossiers.len(), None)).await?;
    let mark = space.store.fact("mark").await?.unwrap_or_default();
    let mark: SpaceMark =
        serde_json::from_slice(&mark).map_err(|_| SealedError::Database("its mark is damaged".to_owned()))?;
    let members: Vec<_> =
        space.store.members().await?.into_iter().map(|(officer, bytes)| (officer.uuid(), bytes)).collect();
    let backup = Backup::new(ctx.now(), mark, &dossiers, &members, &space.store.audit(0).await?);
    Ok(node.with_entropy(|entropy| backup.seal(&space.key, entropy))?)
}

/// Puts a backup in place where there is no database. Whoever was erased since stays erased.
pub async fn restore(ctx: &Ctx, file: &[u8]) -> Result<Restored> {
    ctx.require_plain(Action::KeepSealed, "sealed_space").await?;
    let node = ctx.node();
    let _turn = node.turn().await;
    let place = node.sealed_place().ok_or(SealedError::None)?;
    let key = read_key(&place)?;
    let backup = Backup::open(&key, file)?;
    let (members, entries) = (backup.members()?, backup.audit()?);
    let own = members.iter().find(|(id, _)| *id == ctx.officer().uuid());
    let own = own.map(|(_, bytes)| Member::open(&key, ctx.officer(), bytes)).transpose()?;
    if !own.is_some_and(|member| member.roles.contains(&lintas_model::Role::SealedAdministrator)) {
        return Err(SealedError::NotAdmitted.into());
    }
    let (_, head) = audit::read(&key, &entries)?;
    let dossiers: Vec<_> = backup.dossiers()?.iter().map(row_of).collect();
    let mark = serde_json::to_vec(&backup.mark).map_err(|error| SealedError::Database(error.to_string()))?;
    let store =
        SealedStore::create(&place.database).await.map_err(|error| database_problem(&place, &error))?;
    store.fill(&[("mark", mark)], &dossiers, &members, &entries).await?;
    let known = remembered(node).await?.unwrap_or_default();
    node.set_sealed(place, store.clone());
    remember(node, head).await?;
    let space = Space { key, store };
    let mut erased_again = 0;
    for id in ever_erased(node).await? {
        if dossiers.iter().any(|row| row.id == id.uuid()) {
            let ground = Some("erased before this backup was put in place".to_owned());
            let note = own_entry(node, Act::Erased, Some(id), 1, ground);
            space.write(node, &[SealedChange::Erase(id.uuid())], note).await?;
            erased_again += 1;
        }
    }
    let lost_entries = known.size.saturating_sub(head.size);
    let detail = format!("backup of {}, {lost_entries} entries lost", backup.at);
    space.write(node, &[], entry(ctx, Act::Restored, None, dossiers.len(), Some(detail))).await?;
    Ok(Restored { made: backup.at, dossiers: dossiers.len(), erased_again, lost_entries })
}
