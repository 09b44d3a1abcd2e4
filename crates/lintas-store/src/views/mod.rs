//! Views: everything that is computed from records and can be computed again.
//!
//! `apply` takes records as they come in, `rebuild` throws all views away and applies every record anew; both end at
//! the same rows, in whatever order feeds arrived. To make that so, nothing here depends on what came first: where one
//! of several rows must be chosen, the smallest record id decides.

pub(crate) mod entity;
pub(crate) mod held;
pub(crate) mod identifier;
pub(crate) mod subject;

use std::collections::BTreeSet;

use lintas_ledger::{Entry, ReadBody};
use lintas_model::{Body, RecordId, ReleaseId};

use crate::engine::{Tx, values_of};
use crate::feeds::{Placed, decode};
use crate::{StoreError, search};

/// One readable record on its way into the views.
pub(crate) struct Readable<'a> {
    /// The record itself: of the feed, or the original inside a release.
    pub(crate) entry: &'a Entry,
    /// Where its bytes are.
    pub(crate) feed_no: i64,
    /// The record of the feed that holds the bytes: the release, or the record itself.
    pub(crate) holder: &'a Entry,
    /// Its place inside a release, from 0; -1 for a record of a feed.
    pub(crate) part: i64,
    /// What it says.
    pub(crate) body: &'a Body,
    /// When the release that disclosed it ends.
    pub(crate) release_ends: Option<lintas_model::Timestamp>,
}

impl Readable<'_> {
    /// The release it came with; the nil id for a record of a feed.
    pub(crate) fn release(&self) -> ReleaseId {
        if self.part < 0 {
            ReleaseId::from_uuid(uuid::Uuid::nil())
        } else {
            ReleaseId::from_uuid(self.holder.header().object.uuid())
        }
    }

    /// When it leaves every view: the earlier of its own end and the release's.
    pub(crate) fn expires_at(&self) -> Option<lintas_model::Timestamp> {
        let own = self.entry.header().marking.handling.expires_at;
        match (own, self.release_ends) {
            (Some(own), Some(release)) => Some(own.min(release)),
            (own, release) => own.or(release),
        }
    }
}

/// Applies entries of one feed, in order.
pub(crate) async fn apply(tx: &mut Tx, placed: &[Placed<'_>]) -> Result<(), StoreError> {
    // Records that take others out of the views must meet them in order, so the batch is cut there.
    let mut from = 0;
    for (at, entry) in placed.iter().enumerate() {
        let Some(body) = readable(&entry.body) else { continue };
        if matches!(body, Body::Recall(_) | Body::ImportUndo(_)) {
            insert(tx, &placed[from..at]).await?;
            match body {
                Body::Recall(recall) => {
                    // Only the agency that wrote the release can take it back.
                    held::recall(tx, entry.feed_no, recall.release, &recall.records).await?;
                }
                Body::ImportUndo(undo) => held::undo_import(tx, undo.import).await?,
                _ => {}
            }
            from = at;
        }
    }
    insert(tx, &placed[from..]).await
}

async fn insert(tx: &mut Tx, placed: &[Placed<'_>]) -> Result<(), StoreError> {
    let mut disclosed: Vec<(usize, i64, Entry, Body, Option<lintas_model::Timestamp>)> = Vec::new();
    for (at, entry) in placed.iter().enumerate() {
        let Some(Body::Release(release)) = readable(&entry.body) else { continue };
        for (part, original) in release.disclosed.iter().enumerate() {
            // A disclosed original that does not read is left out of the views; the release itself stays.
            let Ok(original) = Entry::decode(&original.entry) else { continue };
            if let (Some(_), Some(body)) = (original.header().known_kind(), whole_or_part(original.body())) {
                disclosed.push((at, part as i64, original, body, release.expires_at));
            }
        }
    }
    let mut rows: Vec<Readable<'_>> = Vec::with_capacity(placed.len() + disclosed.len());
    let mut next = disclosed.iter().peekable();
    for (at, entry) in placed.iter().enumerate() {
        if let Some(body) = readable(&entry.body)
            && entry.entry.header().not_understood.is_empty()
        {
            rows.push(Readable {
                entry: entry.entry,
                feed_no: entry.feed_no,
                holder: entry.entry,
                part: -1,
                body,
                release_ends: None,
            });
        }
        while let Some((_, part, original, body, ends)) = next.next_if(|(holder, ..)| *holder == at) {
            rows.push(Readable {
                entry: original,
                feed_no: entry.feed_no,
                holder: entry.entry,
                part: *part,
                body,
                release_ends: *ends,
            });
        }
    }
    held::insert(tx, &rows).await?;
    entity::insert(tx, &rows).await?;
    identifier::insert(tx, &rows).await?;
    search::insert(tx, &rows).await
}

/// The body of an entry as far as it can be read.
pub(crate) const fn readable(body: &ReadBody) -> Option<&Body> {
    match body {
        ReadBody::Whole(body) | ReadBody::Partial { body, .. } => Some(body),
        ReadBody::Erased | ReadBody::Unreadable { .. } => None,
    }
}

pub(crate) fn whole_or_part(body: ReadBody) -> Option<Body> {
    match body {
        ReadBody::Whole(body) | ReadBody::Partial { body, .. } => Some(body),
        ReadBody::Erased | ReadBody::Unreadable { .. } => None,
    }
}

/// Takes rows of `held` out of all views and puts the entities they spoke of in order again.
pub(crate) async fn withdraw(tx: &mut Tx, rows: &[(RecordId, ReleaseId)]) -> Result<(), StoreError> {
    let mut entities = BTreeSet::new();
    for (record, release) in rows {
        let found = tx
            .rows(
                "find what a record spoke of",
                "select object_id from held where record_id = $1 and release_id = $2 and kind = 'statement'",
                values_of![*record, *release],
            )
            .await?;
        for row in found {
            entities.insert(row.uuid(0)?);
        }
        search::remove(tx, *record, *release).await?;
        for table in ["identifier", "held"] {
            tx.execute(
                "take a record out of the views",
                format!("delete from {table} where record_id = $1 and release_id = $2"),
                values_of![*record, *release],
            )
            .await?;
        }
    }
    for entity in entities {
        entity::choose_again(tx, entity).await?;
    }
    Ok(())
}

/// Reads the entry that a row of `held` points to: the record, or the original inside a release.
pub(crate) fn entry_of(holder: &[u8], part: i64) -> Result<Entry, StoreError> {
    let holder = decode(holder)?;
    if part < 0 {
        return Ok(holder);
    }
    let Some(Body::Release(release)) = whole_or_part(holder.body()) else {
        return Err(corrupt(&holder, "it is no release"));
    };
    let original = usize::try_from(part).ok().and_then(|part| release.disclosed.get(part));
    original.map_or_else(
        || Err(corrupt(&holder, "the release has no such part")),
        |original| decode(&original.entry),
    )
}

fn corrupt(entry: &Entry, problem: &str) -> StoreError {
    StoreError::Corrupt { table: "held", id: entry.header().record.to_string(), problem: problem.to_owned() }
}
