//! The audit of the sealed space, for its administrator; and checking that everything in it is whole.

use std::collections::BTreeMap;

use lintas_model::OfficerId;
use lintas_sealed::audit::{Act, AuditEntry, AuditHead};
use lintas_sealed::{SealedError, SpaceKey};

use super::space::Space;
use crate::{Ctx, Result, officer};

/// The audit with the names of officers.
#[derive(Debug)]
pub struct AuditView {
    /// Entries, newest first.
    pub entries: Vec<AuditEntry>,
    /// Names of officers.
    pub names: BTreeMap<OfficerId, String>,
    /// How many entries there are in all.
    pub size: u64,
}

/// What is wrong in the sealed space; nothing when all is whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SealedCheck {
    /// Dossiers that were opened and closed again.
    pub dossiers: usize,
    /// Admissions that were opened.
    pub members: usize,
    /// Entries of the audit whose signature and place are right.
    pub entries: u64,
    /// What was found wrong.
    pub findings: Vec<SealedError>,
}

/// The newest entries of the audit, every signature checked.
pub async fn list(ctx: &Ctx, most: usize) -> Result<AuditView> {
    let space = Space::enter_to_keep(ctx).await?;
    let (mut entries, head) = read(&space.key, &space.store.audit(0).await?)?;
    entries.reverse();
    entries.truncate(most);
    space.note(ctx, Act::AuditRead, None, entries.len(), None).await?;
    Ok(AuditView { entries, names: officer::names(ctx).await?, size: head.size })
}

/// Opens everything once, shows nothing of it, and lists what is wrong.
pub async fn check(ctx: &Ctx) -> Result<SealedCheck> {
    let space = Space::enter_to_keep(ctx).await?;
    let mut check = SealedCheck::default();
    for row in space.store.dossiers().await? {
        match super::dossier::sealed_of(row).open(&space.key) {
            Ok(_) => check.dossiers += 1,
            Err(error) => check.findings.push(error),
        }
    }
    for (officer, bytes) in space.store.members().await? {
        match lintas_sealed::member::Member::open(&space.key, officer, &bytes) {
            Ok(_) => check.members += 1,
            Err(error) => check.findings.push(error),
        }
    }
    let mut head = AuditHead::default();
    for bytes in space.store.audit(0).await? {
        match head.read(&space.key, &bytes) {
            Ok((_, next)) => {
                head = next;
                check.entries += 1;
            }
            Err(error) => {
                // What follows is read on, so that one damaged entry does not hide another.
                check.findings.push(error);
                head = head.after(&bytes);
            }
        }
    }
    Ok(check)
}

/// Reads entries from the first on.
pub(super) fn read(key: &SpaceKey, all: &[Vec<u8>]) -> Result<(Vec<AuditEntry>, AuditHead)> {
    let mut head = AuditHead::default();
    let mut entries = Vec::with_capacity(all.len());
    for bytes in all {
        let (entry, next) = head.read(key, bytes)?;
        entries.push(entry);
        head = next;
    }
    Ok((entries, head))
}
