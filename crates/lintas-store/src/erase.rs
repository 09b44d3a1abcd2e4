//! Erasing: the body of a record is destroyed here, wherever a copy of it is; headers and proofs stay.

use std::collections::BTreeSet;

use lintas_model::{AgencyCode, RecordId, ReleaseId};

use crate::engine::{Tx, in_tx, values_of};
use crate::feeds::decode;
use crate::views::held;
use crate::views::placed::place;
use crate::views::withdrawal::withdraws;
use crate::{Store, StoreError, search, views};

/// What an erasure took with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erased {
    /// Releases whose list of originals had to be destroyed, because it held the record.
    pub releases: BTreeSet<ReleaseId>,
    /// Other records that those releases disclosed here; their originators can release them again.
    pub others: BTreeSet<RecordId>,
}

impl Store {
    /// The agencies that wrote a record of this id, as far as it is held here, shown or not, erased or not.
    pub async fn originators(&self, record: RecordId) -> Result<BTreeSet<AgencyCode>, StoreError> {
        let rows = self
            .pool
            .rows(
                "find who wrote a record",
                "select f.agency from record r join feed f on f.feed_no = r.feed_no where r.record_id = $1 \
                 union select h.agency from held h where h.record_id = $2",
                values_of![record, record],
            )
            .await?;
        rows.iter().map(|row| row.agency(0)).collect()
    }

    /// Destroys the body of a record here: its bytes, its views, its index rows, and every copy inside a release.
    pub async fn erase(&self, record: RecordId) -> Result<Erased, StoreError> {
        self.pool.overwrite_freed(true).await?;
        let done = in_tx!(self.pool, |tx| { erase_in(tx, record).await });
        self.pool.overwrite_freed(false).await?;
        done
    }
}

async fn erase_in(tx: &mut Tx, record: RecordId) -> Result<Erased, StoreError> {
    let own = tx
        .rows(
            "read a record",
            "select feed_no, generation, sequence, entry from record where record_id = $1",
            values_of![record],
        )
        .await?;
    let copies = tx
        .rows(
            "find the copies of a record",
            "select distinct feed_no, generation, sequence, release_id from held \
             where record_id = $1 and part >= 0",
            values_of![record],
        )
        .await?;
    if own.is_empty() && copies.is_empty() {
        return Err(StoreError::NoSuchRecord(record));
    }
    let mut erased = Erased::default();
    let (mut gone, mut blanked) = (Vec::new(), Vec::new());
    for row in own {
        let entry = decode(&row.bytes(3)?)?;
        if entry.header().known_kind().is_some_and(withdraws) {
            return Err(StoreError::MustStay(record));
        }
        let place = (row.number(0)?, row.number(1)?, row.number(2)?);
        gone.extend(leave_index(tx, place).await?);
        put(tx, place, entry.without_body().encode()).await?;
    }
    for row in copies {
        let place = (row.number(0)?, row.number(1)?, row.number(2)?);
        gone.extend(leave_index(tx, place).await?);
        let release = tx
            .row(
                "read a release",
                "select entry from record where feed_no = $1 and generation = $2 and sequence = $3",
                values_of![place.0, place.1, place.2],
            )
            .await?;
        if let Some(release) = release {
            let entry = decode(&release.bytes(0)?)?;
            let kept = entry.field_names().into_iter().filter(|name| name != "disclosed").collect();
            let blank = entry.disclose(&kept);
            put(tx, place, blank.encode()).await?;
            blanked.push((place.0, blank));
            erased.releases.insert(ReleaseId::from_uuid(row.uuid(3)?));
        }
    }
    let others = gone.iter().filter(|(_, part, other)| *part >= 0 && *other != record);
    erased.others.extend(others.map(|(.., other)| *other));
    let numbers: Vec<i64> = gone.into_iter().map(|(number, ..)| number).collect();
    views::forget(tx, &numbers).await?;
    for (feed_no, entry) in &blanked {
        let placed = place(std::slice::from_ref(entry));
        views::apply(tx, *feed_no, &placed.iter().collect::<Vec<_>>()).await?;
    }
    Ok(erased)
}

async fn put(tx: &mut Tx, place: (i64, i64, i64), entry: Vec<u8>) -> Result<(), StoreError> {
    tx.execute(
        "erase a body",
        "update record set entry = $1 where feed_no = $2 and generation = $3 and sequence = $4",
        values_of![entry, place.0, place.1, place.2],
    )
    .await?;
    Ok(())
}

/// Takes what stands at a place out of the full-text index, while its words can still be read; answers the rows of the
/// views whose bytes are there: number, part, record.
async fn leave_index(tx: &mut Tx, place: (i64, i64, i64)) -> Result<Vec<(i64, i64, RecordId)>, StoreError> {
    let rows = tx
        .rows(
            "find the rows of a record",
            "select held_no, part, record_id from held where feed_no = $1 and generation = $2 and sequence = $3",
            values_of![place.0, place.1, place.2],
        )
        .await?;
    let rows: Vec<(i64, i64, RecordId)> = rows
        .iter()
        .map(|row| Ok((row.number(0)?, row.number(1)?, RecordId::from_uuid(row.uuid(2)?))))
        .collect::<Result<_, StoreError>>()?;
    let numbers: Vec<i64> = rows.iter().map(|(number, ..)| *number).collect();
    for (number, entry) in held::entries(tx, &numbers).await? {
        let words = views::whole_or_part(entry.body())
            .and_then(|body| search::words_of(&entry.header().feed.agency, &body));
        if let Some(words) = words {
            search::forget(tx, number, &words).await?;
        }
    }
    Ok(rows)
}
