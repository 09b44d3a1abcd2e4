//! Views: everything that is computed from records and can be computed again.
//!
//! `apply` takes records as they come in, `rebuild` throws all views away and applies every record anew; both end at
//! the same rows, in whatever order feeds arrived. To make that so, nothing here depends on what came first: what takes
//! records out of the views is kept as well and met by those that come later, and where one of several rows must be
//! chosen, the records themselves decide.

pub(crate) mod entity;
pub(crate) mod held;
pub(crate) mod identifier;
pub(crate) mod name;
pub(crate) mod placed;
pub(crate) mod shown;
pub(crate) mod subject;
pub(crate) mod withdrawal;

use std::collections::BTreeSet;

use lintas_ledger::{Entry, ReadBody};
use lintas_model::record::Release;
use lintas_model::{Body, RecordId, ReleaseId, Timestamp};
use placed::{Drawn, Placed};
use uuid::Uuid;

use crate::engine::Tx;
use crate::{StoreError, search};

/// One readable record on its way into the views.
pub(crate) struct Readable<'a> {
    /// The number of its row.
    pub(crate) held_no: i64,
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
    /// How many of its fields are withheld.
    pub(crate) withheld: usize,
    /// What was drawn from it.
    pub(crate) drawn: &'a Drawn,
    /// The release that disclosed it.
    pub(crate) terms: Option<&'a Release>,
}

impl Readable<'_> {
    /// The release it came with; the nil id for a record of a feed.
    pub(crate) fn release(&self) -> ReleaseId {
        if self.part < 0 {
            ReleaseId::from_uuid(Uuid::nil())
        } else {
            ReleaseId::from_uuid(self.holder.header().object.uuid())
        }
    }

    /// When it leaves every view: the earlier of its own end and the release's.
    pub(crate) fn expires_at(&self) -> Option<Timestamp> {
        let own = self.entry.header().marking.handling.expires_at;
        match (own, self.terms.and_then(|release| release.expires_at)) {
            (Some(own), Some(release)) => Some(own.min(release)),
            (own, release) => own.or(release),
        }
    }
}

/// Applies entries of one feed.
pub(crate) async fn apply(tx: &mut Tx, feed_no: i64, placed: &[&Placed<'_>]) -> Result<(), StoreError> {
    let mut held_no = held::next_number(tx).await?;
    let mut rows: Vec<Readable<'_>> = Vec::with_capacity(placed.len());
    let mut disclosing = false;
    for holder in placed {
        let release = match readable(&holder.body) {
            Some((Body::Release(release), _)) => Some(release),
            _ => None,
        };
        let itself = (-1, holder.entry, &holder.body, &holder.drawn, None);
        let inside = holder.originals.iter().map(|o| (o.part, &o.entry, &o.body, &o.drawn, release));
        disclosing |= !holder.originals.is_empty();
        for (part, entry, body, drawn, terms) in std::iter::once(itself).chain(inside) {
            let Some((body, withheld)) = readable(body) else { continue };
            let holder = holder.entry;
            rows.push(Readable { held_no, entry, feed_no, holder, part, body, withheld, drawn, terms });
            held_no += 1;
        }
    }
    let withdrawing = withdrawal::insert(tx, &rows).await?;
    // Most nodes on most days: nothing was ever withdrawn or disclosed, so every row is shown as it comes.
    let at_rest = !withdrawing && !disclosing && withdrawal::never(tx).await?;
    held::insert(tx, &rows, at_rest).await?;
    // The index has every row, shown or not: which are shown is asked when a search is answered.
    search::insert(tx, &rows).await?;
    if at_rest {
        return derive(tx, &rows).await;
    }
    let touched = withdrawal::touched(tx, &rows).await?;
    shown::settle(tx, &touched).await
}

/// Enters what is shown of rows into the views that are drawn from them.
pub(crate) async fn derive(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    entity::insert(tx, rows).await?;
    identifier::insert(tx, rows).await?;
    name::insert(tx, rows).await
}

/// The body of an entry as far as it can be read, and how many fields are withheld.
pub(crate) const fn readable(body: &ReadBody) -> Option<(&Body, usize)> {
    match body {
        ReadBody::Whole(body) => Some((body, 0)),
        ReadBody::Partial { body, withheld } => Some((body, *withheld)),
        ReadBody::Erased | ReadBody::Unreadable { .. } => None,
    }
}

pub(crate) fn whole_or_part(body: ReadBody) -> Option<Body> {
    match body {
        ReadBody::Whole(body) | ReadBody::Partial { body, .. } => Some(body),
        ReadBody::Erased | ReadBody::Unreadable { .. } => None,
    }
}

/// Takes all rows of a record out of the views for good, after its body has been destroyed.
pub(crate) async fn forget(tx: &mut Tx, numbers: &[i64]) -> Result<(), StoreError> {
    let records: BTreeSet<RecordId> = shown::hide(tx, numbers).await?;
    for number in numbers {
        for table in ["disclosed", "held"] {
            tx.execute(
                "forget a record",
                format!("delete from {table} where held_no = $1"),
                crate::engine::values_of![*number],
            )
            .await?;
        }
    }
    shown::settle(tx, &records).await
}
