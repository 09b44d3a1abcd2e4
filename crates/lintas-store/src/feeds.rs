//! Feeds: appending what this agency writes, accepting what partners wrote, handing the bytes out again.

use std::collections::BTreeMap;

use lintas_ledger::log::{Tree, leaf_hash};
use lintas_ledger::{Entry, FeedHead, FeedId, Hash32, ReadBody};
use lintas_model::{AgencyCode, AudienceId, Body, RecordId, Timestamp};

use crate::engine::{Pool, Row, Tx, Value, in_tx, values_of};
use crate::local::import_row;
use crate::views::placed::{Placed, place};
use crate::{AppendError, Store, StoreError, views};

/// What an append did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The head after it.
    pub head: FeedHead,
    /// How many records were written.
    pub written: usize,
    /// The size of the agency's log after it.
    pub log_size: u64,
}

/// What accepting a partner's entries did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Accepted {
    /// New here.
    pub taken: u64,
    /// Held already, byte for byte.
    pub known: u64,
    /// Among the new ones: stored and marked, because this program cannot read them.
    pub unreadable: u64,
}

/// A feed as the store holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedState {
    /// Its head.
    pub head: FeedHead,
}

impl Store {
    /// Writes to a feed of this agency. `seal` gets the head and answers the sealed entries; records, log and views
    /// change together or not at all. `at` is stored as the time of receipt.
    ///
    /// A group is sealed and read while the group before it is still being written, so two callers in turn keep both
    /// the processor and the disk busy. `seal` is asked again when the head it got turns out not to be the last one.
    pub async fn append<E, F>(
        &self,
        feed: &FeedId,
        at: Timestamp,
        seal: F,
    ) -> Result<Appended, AppendError<E>>
    where
        F: Fn(FeedHead) -> Result<Vec<Entry>, E> + Send + Sync,
        E: Send,
    {
        let mut heads = self.turns.sealing().await;
        let assumed = match heads.get(feed) {
            Some(head) => head.clone(),
            None => self.head(feed).await?,
        };
        let entries = seal(assumed.clone()).map_err(AppendError::Seal)?;
        let next = follow(assumed.clone(), entries.iter())?;
        let placed = place(&entries);
        let writing = self.turns.writing().await;
        heads.insert(feed.clone(), next.clone());
        drop(heads);
        // A failure to seal is no failure of the store: it is carried out of the transaction beside it.
        let failed = std::sync::Mutex::new(None);
        let done = in_tx!(self.pool, |tx| {
            let (seal, failed) = (&seal, &failed);

            let (feed_no, head) = open_feed(tx, feed).await?;
            if head == assumed {
                return append_in(tx, feed_no, head, &placed, at).await;
            }
            // Another process wrote, or the group before was not written after all.
            match seal(head.clone()) {
                Ok(entries) => append_in(tx, feed_no, head, &place(&entries), at).await,
                Err(error) => {
                    if let Ok(mut slot) = failed.lock() {
                        *slot = Some(error);
                    }
                    Err(StoreError::NotNext { feed: feed.clone() })
                }
            }
        });
        drop(writing);
        if !done.as_ref().is_ok_and(|done| done.head == next) {
            self.turns.sealing().await.remove(feed);
        }
        match (done, failed.into_inner().ok().flatten()) {
            (_, Some(error)) => Err(AppendError::Seal(error)),
            (done, None) => Ok(done?),
        }
    }

    /// Takes a partner's entries, which the caller has verified. Entries already held are passed over; a hole before
    /// them or another entry at their place is an error and nothing is taken.
    pub async fn accept(
        &self,
        feed: &FeedId,
        entries: Vec<Entry>,
        at: Timestamp,
    ) -> Result<Accepted, StoreError> {
        let placed = place(&entries);
        let _writing = self.turns.writing().await;
        in_tx!(self.pool, |tx| {
            let placed = &placed;

            let (feed_no, mut head) = open_feed(tx, feed).await?;
            let mut done = Accepted::default();
            let mut fresh: Vec<&Placed<'_>> = Vec::with_capacity(placed.len());
            for placed in placed {
                let (entry, header) = (placed.entry, placed.entry.header());
                if header.feed != *feed {
                    return Err(StoreError::WrongFeed { feed: feed.clone(), found: header.feed.clone() });
                }
                if header.generation > head.generation && header.sequence == 0 {
                    head = FeedHead::start(feed.clone(), header.generation);
                }
                if header.generation < head.generation || header.sequence < head.next_sequence {
                    known(tx, feed_no, entry).await?;
                    done.known += 1;
                } else if header.sequence > head.next_sequence {
                    return Err(StoreError::Gap {
                        feed: feed.clone(),
                        expected: head.next_sequence,
                        found: header.sequence,
                    });
                } else if header.previous != head.previous {
                    return Err(StoreError::Fork { feed: feed.clone(), sequence: header.sequence });
                } else {
                    head.next_sequence += 1;
                    head.previous = entry.hash();
                    fresh.push(placed);
                }
            }
            insert_entries(tx, feed_no, &fresh, at).await?;
            set_head(tx, feed_no, &head).await?;
            done.taken = fresh.len() as u64;
            done.unreadable = fresh.iter().filter(|p| unreadable(&p.body)).count() as u64;
            views::apply(tx, feed_no, &fresh).await?;
            Ok(done)
        })
    }

    /// Begins a new generation of every feed of the agency that holds something: what follows cannot be taken for what was lost.
    pub async fn begin_anew(&self, agency: &AgencyCode) -> Result<(), StoreError> {
        let mut heads = self.turns.sealing().await;
        let _writing = self.turns.writing().await;
        heads.clear();
        in_tx!(self.pool, |tx| {
            tx.execute(
                "begin the feeds anew",
                "update feed set generation = generation + 1, next_sequence = 0, previous = $1 \
                 where agency = $2 and next_sequence > 0",
                values_of![Hash32::ZERO.0.to_vec(), agency],
            )
            .await?;
            Ok(())
        })
    }

    /// Where the next record of a feed goes.
    pub async fn head(&self, feed: &FeedId) -> Result<FeedHead, StoreError> {
        let row = self
            .pool
            .row(
                "read the head of a feed",
                "select generation, next_sequence, previous from feed where agency = $1 and audience_id = $2",
                values_of![&feed.agency, feed.audience],
            )
            .await?;
        row.map_or_else(|| Ok(FeedHead::start(feed.clone(), 0)), |row| head_of(feed.clone(), &row, 0))
    }

    /// All feeds held here, in order of agency and audience.
    pub async fn feeds(&self) -> Result<Vec<FeedState>, StoreError> {
        let rows = self
            .pool
            .rows(
                "list the feeds",
                "select agency, audience_id, generation, next_sequence, previous from feed order by agency, audience_id",
                Vec::new(),
            )
            .await?;
        rows.iter()
            .map(|row| {
                let feed = FeedId { agency: row.agency(0)?, audience: AudienceId::from_uuid(row.uuid(1)?) };
                Ok(FeedState { head: head_of(feed, row, 2)? })
            })
            .collect()
    }

    /// Entries of a feed as bytes, from a sequence number on.
    pub async fn entries(
        &self,
        feed: &FeedId,
        generation: u32,
        from: u64,
        limit: usize,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read a feed",
                "select r.entry from record r join feed f on f.feed_no = r.feed_no \
                 where f.agency = $1 and f.audience_id = $2 and r.generation = $3 and r.sequence >= $4 \
                 order by r.sequence limit $5",
                values_of![&feed.agency, feed.audience, generation, from, limit],
            )
            .await?;
        rows.iter().map(|row| row.bytes(0)).collect()
    }

    /// The generations of a feed that are held, oldest first, each with its number of records.
    pub async fn generations(&self, feed: &FeedId) -> Result<Vec<(u32, u64)>, StoreError> {
        let rows = self
            .pool
            .rows(
                "list the generations of a feed",
                "select r.generation, count(r.sequence) from record r join feed f on f.feed_no = r.feed_no \
                 where f.agency = $1 and f.audience_id = $2 group by r.generation order by r.generation",
                values_of![&feed.agency, feed.audience],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((u32::try_from(row.number(0)?).unwrap_or_default(), row.number(1)?.unsigned_abs())))
            .collect()
    }

    /// The entry of a record in its own feed.
    pub async fn entry(&self, record: RecordId) -> Result<Option<Entry>, StoreError> {
        let row = self
            .pool
            .row(
                "read a record",
                "select entry from record where record_id = $1 order by feed_no limit 1",
                values_of![record],
            )
            .await?;
        row.map(|row| decode(&row.bytes(0)?)).transpose()
    }

    /// How many records are held and how many of them this program cannot read.
    pub async fn count(&self) -> Result<(u64, u64), StoreError> {
        let row = self
            .pool
            .row("count the records", "select count(readable), cast(count(readable) - coalesce(sum(readable), 0) as bigint) from record", Vec::new())
            .await?;
        row.map_or(Ok((0, 0)), |row| Ok((row.number(0)?.unsigned_abs(), row.number(1)?.unsigned_abs())))
    }
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Entry, StoreError> {
    Entry::decode(bytes).map_err(|why| StoreError::Corrupt {
        table: "record",
        id: String::new(),
        problem: why.to_string(),
    })
}

pub(crate) const fn unreadable(body: &ReadBody) -> bool {
    matches!(body, ReadBody::Unreadable { .. })
}

/// Writes a sealed group in an open transaction.
async fn append_in(
    tx: &mut Tx,
    feed_no: i64,
    head: FeedHead,
    placed: &[Placed<'_>],
    at: Timestamp,
) -> Result<Appended, StoreError> {
    let agency = head.feed.agency.clone();
    let next = follow(head, placed.iter().map(|placed| placed.entry))?;
    let placed: Vec<&Placed<'_>> = placed.iter().collect();
    insert_entries(tx, feed_no, &placed, at).await?;
    let log_size = append_to_log(tx, &agency, &placed).await?;
    set_head(tx, feed_no, &next).await?;
    for placed in &placed {
        // Only our own undo frees the rows of a file: a partner that names one of our imports takes nothing back.
        if let ReadBody::Whole(Body::ImportUndo(undo)) = &placed.body {
            import_row::forget(tx, undo.import).await?;
        }
    }
    views::apply(tx, feed_no, &placed).await?;
    Ok(Appended { head: next, written: placed.len(), log_size })
}

async fn open_feed(tx: &mut Tx, feed: &FeedId) -> Result<(i64, FeedHead), StoreError> {
    let found = tx
        .row(
            "read the head of a feed",
            "select feed_no, generation, next_sequence, previous from feed where agency = $1 and audience_id = $2",
            values_of![&feed.agency, feed.audience],
        )
        .await?;
    if let Some(row) = found {
        return Ok((row.number(0)?, head_of(feed.clone(), &row, 1)?));
    }
    let last = tx.row("number a feed", "select max(feed_no) from feed", Vec::new()).await?;
    let feed_no = last.map_or(Ok(0), |row| row.number(0))? + 1;
    tx.execute(
        "begin a feed",
        "insert into feed (feed_no, agency, audience_id, generation, next_sequence, previous) values ($1, $2, $3, 0, 0, $4)",
        values_of![feed_no, &feed.agency, feed.audience, Hash32::ZERO.0.to_vec()],
    )
    .await?;
    Ok((feed_no, FeedHead::start(feed.clone(), 0)))
}

fn head_of(feed: FeedId, row: &Row, first: usize) -> Result<FeedHead, StoreError> {
    let previous = row.bytes(first + 2)?;
    let previous = previous.try_into().map(Hash32).map_err(|_| StoreError::Corrupt {
        table: "feed",
        id: feed.to_string(),
        problem: "the hash of its last record is not 32 bytes".to_owned(),
    })?;
    Ok(FeedHead {
        feed,
        generation: u32::try_from(row.number(first)?).unwrap_or_default(),
        next_sequence: row.number(first + 1)?.unsigned_abs(),
        previous,
    })
}

/// The head after a sealed group, or the reason why the group does not continue it.
fn follow<'e>(mut head: FeedHead, entries: impl Iterator<Item = &'e Entry>) -> Result<FeedHead, StoreError> {
    for entry in entries {
        let header = entry.header();
        let next = header.feed == head.feed
            && header.sequence == head.next_sequence
            && header.previous == head.previous
            && header.generation == head.generation;
        if !next {
            return Err(StoreError::NotNext { feed: head.feed });
        }
        head.next_sequence += 1;
        head.previous = entry.hash();
    }
    Ok(head)
}

async fn set_head(tx: &mut Tx, feed_no: i64, head: &FeedHead) -> Result<(), StoreError> {
    tx.execute(
        "move the head of a feed",
        "update feed set generation = $1, next_sequence = $2, previous = $3 where feed_no = $4",
        values_of![head.generation, head.next_sequence, head.previous.0.to_vec(), feed_no],
    )
    .await?;
    Ok(())
}

async fn insert_entries(
    tx: &mut Tx,
    feed_no: i64,
    placed: &[&Placed<'_>],
    at: Timestamp,
) -> Result<(), StoreError> {
    let mut values: Vec<Value> = Vec::with_capacity(placed.len() * 7);
    for entry in placed.iter().map(|placed| placed.entry) {
        let header = entry.header();
        values.extend(values_of![
            feed_no,
            header.generation,
            header.sequence,
            header.record,
            entry.as_bytes(),
            at,
            header.known_kind().is_some(),
        ]);
    }
    tx.insert(
        "write records",
        "insert into record (feed_no, generation, sequence, record_id, entry, received_at, readable)",
        7,
        values,
        "",
    )
    .await
}

async fn append_to_log(tx: &mut Tx, agency: &AgencyCode, placed: &[&Placed<'_>]) -> Result<u64, StoreError> {
    let row = tx.row("read the log", "select tree from log where agency = $1", values_of![agency]).await?;
    let corrupt = |problem: String| StoreError::Corrupt { table: "log", id: agency.to_string(), problem };
    let mut tree = match &row {
        Some(row) => Tree::decode(&row.bytes(0)?).map_err(|why| corrupt(why.to_string()))?,
        None => Tree::new(),
    };
    let mut leaves: Vec<Value> = Vec::with_capacity(placed.len() * 2);
    for placed in placed {
        let leaf = leaf_hash(placed.entry.header_bytes());
        let index = tree.append(leaf);
        leaves.extend(values_of![index, leaf.0.to_vec()]);
    }
    tx.insert("write the log", "insert into log_leaf (leaf_index, leaf)", 2, leaves, "").await?;
    tx.execute(
        "move the log",
        "insert into log (agency, tree) values ($1, $2) on conflict (agency) do update set tree = excluded.tree",
        values_of![agency, tree.encode()],
    )
    .await?;
    Ok(tree.size())
}

/// Checks that an entry offered again is the one held.
async fn known(tx: &mut Tx, feed_no: i64, entry: &Entry) -> Result<(), StoreError> {
    let header = entry.header();
    let row = tx
        .row(
            "compare a record",
            "select entry from record where feed_no = $1 and generation = $2 and sequence = $3",
            values_of![feed_no, header.generation, header.sequence],
        )
        .await?;
    let fork = StoreError::Fork { feed: header.feed.clone(), sequence: header.sequence };
    // Only the header is compared: the body may have been erased here.
    match row {
        Some(row) if decode(&row.bytes(0)?)?.hash() == entry.hash() => Ok(()),
        _ => Err(fork),
    }
}

/// The number of each feed, for whoever walks all of them.
pub(crate) async fn numbers(pool: &Pool) -> Result<BTreeMap<i64, FeedId>, StoreError> {
    let rows = pool
        .rows("list the feeds", "select feed_no, agency, audience_id from feed order by feed_no", Vec::new())
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.number(0)?,
                FeedId { agency: row.agency(1)?, audience: AudienceId::from_uuid(row.uuid(2)?) },
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use lintas_ledger::{Signer, seal};
    use lintas_model::entropy::SeededEntropy;
    use lintas_model::record::Note;
    use lintas_model::{CaseId, Draft, Marking, ObjectId, OfficerId};
    use uuid::Uuid;

    use super::*;
    use crate::{HeldQuery, SearchQuery};

    /// What a full disk does to SQLite: no page may be added any more.
    async fn pages(store: &Store, most: i64) {
        let Pool::Sqlite { writer, .. } = &store.pool else { return };
        let sql = sqlx::AssertSqlSafe(format!("pragma max_page_count = {most}"));
        sqlx::query(sql).fetch_all(writer).await.unwrap();
    }

    #[tokio::test]
    async fn a_full_disk_loses_nothing_acknowledged_and_work_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::create(&format!("sqlite://{}", folder.path().join("n.db").display())).await.unwrap();
        let audience = AudienceId::from_uuid(Uuid::from_u128(1));
        let feed = FeedId { agency: AgencyCode::new("KH-CIB").unwrap(), audience };
        let signer = Signer::generate(&mut SeededEntropy::new(1));
        let write = async |n: u128| {
            let case = CaseId::from_uuid(Uuid::from_u128(2));
            let draft = Draft {
                record: RecordId::from_uuid(Uuid::from_u128(100 + n)),
                object: ObjectId::from(case),
                audience,
                author: OfficerId::from_uuid(Uuid::from_u128(3)),
                at: Timestamp::from_millis(5),
                purpose: lintas_model::handling::Purpose::Investigation,
                marking: Marking::default(),
                supersedes: None,
                body: Note { case, text: format!("river {n} {}", "very long ".repeat(400)) }.into(),
            };
            let entropy = || SeededEntropy::new(n as u64);
            let seal =
                |head| seal(head, vec![draft.clone()], &signer, &mut entropy()).map(|(entries, _)| entries);
            store.append(&feed, Timestamp::from_millis(5), seal).await
        };
        let mut written = 0;
        pages(&store, 120).await;
        let error = loop {
            match write(written).await {
                Ok(_) => written += 1,
                Err(error) => break error,
            }
            assert!(written < 1_000, "the disk never filled up");
        };
        assert!(matches!(error, AppendError::Store(StoreError::Full(_))), "{error:?}");
        assert!(error.to_string().contains("the disk is full; nothing was written"), "{error}");
        // Smaller work may still find room; whatever is said to be written is.
        match write(written).await {
            Ok(_) => written += 1,
            Err(again) => assert!(matches!(again, AppendError::Store(StoreError::Full(_))), "{again:?}"),
        }
        let all = || HeldQuery { limit: 0, ..HeldQuery::default() };
        assert_eq!(store.held_count(&all()).await.unwrap(), written as u64);
        pages(&store, 1_000_000).await;
        write(written).await.unwrap();
        assert_eq!(store.held_count(&all()).await.unwrap(), written as u64 + 1);
        assert_eq!(store.head(&feed).await.unwrap().next_sequence, written as u64 + 1);
        let query = SearchQuery { text: "river".to_owned(), limit: 1_000, ..SearchQuery::default() };
        assert_eq!(store.search(&query).await.unwrap().len() as u64, written as u64 + 1);
        let mut keys = lintas_ledger::Keyring::new();
        keys.add(feed.agency.clone(), signer.public().clone());
        assert!(store.verify_views(&|_| ()).await.unwrap().iter().all(|check| check.agrees));
        let findings = store.verify_bytes(&feed.agency, &keys, &|_| ()).await.unwrap();
        // The feed of this test does not begin by naming its audience; nothing else may be found.
        assert!(findings.iter().all(|finding| finding.problem.contains("audience")), "{findings:?}");
    }
}
