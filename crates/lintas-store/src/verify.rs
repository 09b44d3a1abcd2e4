//! Rebuilding the views, and checking that they are what the records say.

use lintas_ledger::verify::{FeedCheck, Finding, LogCheck};
use lintas_ledger::{FeedHead, Hash32, Keyring};
use lintas_model::AgencyCode;

use crate::engine::{Tx, in_tx, values_of};
use crate::feeds::{decode, numbers};
use crate::views::placed::place;
use crate::{Store, StoreError, local, search, views};

/// Entries read at a time.
const AT_ONCE: usize = 2_000;

/// A view that is not what the records say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewCheck {
    /// The view.
    pub view: &'static str,
    /// Whether it agrees.
    pub agrees: bool,
}

/// How the views are computed. Raised whenever a record gives other rows than before: a database whose views were
/// computed otherwise is brought up to date when it is opened.
const VERSION: u8 = 2;
/// The name of the setting that says how the views of a database were computed.
const COMPUTED: &str = "views.version";

/// What is compared of each view. Numbers of rows are left out: they depend on the order of arrival.
const VIEWS: [(&str, &str); 6] = [
    (
        "held",
        "select feed_no, generation, sequence, part, record_id, release_id, object_id, case_id, report_id, other_id, \
         kind, agency, at, expires_at, withheld, shown from held",
    ),
    ("entity", "select entity_id, record_id, caption, kind, agency, at from entity"),
    (
        "identifier",
        "select i.entity_id, i.property, i.value, i.agency, h.feed_no, h.generation, h.sequence, h.part \
         from identifier i join held h on h.held_no = i.held_no",
    ),
    (
        "name",
        "select n.entity_id, n.written, n.kind, h.feed_no, h.generation, h.sequence, h.part \
         from name n join held h on h.held_no = n.held_no",
    ),
    (
        "name_key",
        "select h.record_id, k.value, h.feed_no, h.generation, h.sequence, h.part \
         from name_key k join held h on h.held_no = k.held_no",
    ),
    ("word", "select word from word"),
];

impl Store {
    /// Throws all views away and computes them anew from the records, in one transaction: whoever looks meanwhile sees
    /// the old ones, and one that is killed leaves them as they were. Memory does not grow with the number of records.
    pub async fn rebuild(&self, progress: &(dyn Fn(u64) + Send + Sync)) -> Result<(), StoreError> {
        let feeds: Vec<i64> = numbers(&self.pool).await?.into_keys().collect();
        in_tx!(self.pool, |tx| {
            let feeds = &feeds;
            rebuild_in(tx, feeds, progress).await?;
            note_version(tx).await
        })
    }

    /// Computes the views anew if another version of this program computed them.
    pub(crate) async fn bring_views_up_to_date(&self) -> Result<(), StoreError> {
        if self.setting(COMPUTED).await?.as_deref() == Some(&[VERSION]) {
            return Ok(());
        }
        if self.count().await?.0 > 0 {
            return self.rebuild(&|_| {}).await;
        }
        in_tx!(self.pool, |tx| { note_version(tx).await })
    }

    /// Checks the bytes of every feed and the agency's own log, and lists every finding.
    pub async fn verify_bytes(
        &self,
        own: &AgencyCode,
        keys: &Keyring,
        progress: &(dyn Fn(u64) + Send + Sync),
    ) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        for state in self.feeds().await? {
            let feed = state.head.feed.clone();
            for (generation, _) in self.generations(&feed).await? {
                let mut check = FeedCheck::resume(keys, FeedHead::start(feed.clone(), generation));
                let mut from = 0;
                loop {
                    let batch = self.entries(&feed, generation, from, AT_ONCE).await?;
                    if batch.is_empty() {
                        break;
                    }
                    from += batch.len() as u64;
                    progress(batch.len() as u64);
                    check.push(&batch);
                }
                let checked = check.finish();
                if generation == state.head.generation && checked.head != state.head {
                    findings.push(Finding {
                        place: feed.to_string(),
                        code: "LS-001",
                        problem: format!(
                            "the head says {} records and the feed holds {}",
                            state.head.next_sequence, checked.head.next_sequence
                        ),
                    });
                }
                findings.extend(checked.findings);
            }
        }
        let notes = self.checkpoints(own).await?;
        let mut check = LogCheck::new(keys, notes.iter().map(String::as_str));
        let mut from = 0;
        loop {
            let leaves = self.log_leaves(from, AT_ONCE).await?;
            if leaves.is_empty() {
                break;
            }
            from += leaves.len() as u64;
            check.push(leaves);
        }
        let (tree, of_log) = check.finish();
        findings.extend(of_log);
        let kept = self.log(own).await?;
        if kept != tree {
            findings.push(Finding {
                place: format!("log of {own}"),
                code: "LS-002",
                problem: format!("its state says {} leaves and there are {}", kept.size(), tree.size()),
            });
        }
        let written: u64 = self.own_records(own).await?;
        if written != tree.size() {
            findings.push(Finding {
                place: format!("log of {own}"),
                code: "LS-003",
                problem: format!(
                    "it has {} leaves and the agency's feeds hold {written} records",
                    tree.size()
                ),
            });
        }
        Ok(findings)
    }

    async fn own_records(&self, own: &AgencyCode) -> Result<u64, StoreError> {
        let row = self
            .pool
            .row(
                "count own records",
                "select count(r.readable) from record r join feed f on f.feed_no = r.feed_no where f.agency = $1",
                values_of![own],
            )
            .await?;
        row.map_or(Ok(0), |row| Ok(row.number(0)?.unsigned_abs()))
    }

    /// Computes the views anew beside the ones in use and says which of them differ. Nothing is changed.
    pub async fn verify_views(
        &self,
        progress: &(dyn Fn(u64) + Send + Sync),
    ) -> Result<Vec<ViewCheck>, StoreError> {
        let feeds: Vec<i64> = numbers(&self.pool).await?.into_keys().collect();
        let found = std::sync::Mutex::new(Vec::new());
        // The transaction is given up on purpose: it only served to look at the rebuilt views.
        let outcome: Result<(), StoreError> = in_tx!(self.pool, |tx| {
            let before = digests(tx).await?;
            rebuild_in(tx, &feeds, progress).await?;
            let after = digests(tx).await?;
            let checks = VIEWS
                .iter()
                .map(|(view, _)| *view)
                .chain(["search"])
                .zip(before.iter().zip(&after))
                .map(|(view, (before, after))| ViewCheck { view, agrees: before == after })
                .collect();
            if let Ok(mut slot) = found.lock() {
                *slot = checks;
            }
            Err(StoreError::LookedOnly)
        });
        match outcome {
            Ok(()) | Err(StoreError::LookedOnly) => Ok(found.into_inner().unwrap_or_default()),
            Err(error) => Err(error),
        }
    }
}

async fn rebuild_in(
    tx: &mut Tx,
    feeds: &[i64],
    progress: &(dyn Fn(u64) + Send + Sync),
) -> Result<(), StoreError> {
    search::clear(tx).await?;
    local::pair::forget_all(tx).await?;
    for table in ["word", "name_key", "name", "identifier", "entity", "disclosed", "withdrawal", "held"] {
        tx.execute("clear a view", format!("delete from {table}"), Vec::new()).await?;
    }
    for &feed_no in feeds {
        let (mut generation, mut sequence) = (-1i64, -1i64);
        loop {
            let rows = tx
                .rows(
                    "read records",
                    "select entry, generation, sequence from record where feed_no = $1 \
                     and (generation > $2 or (generation = $2 and sequence > $3)) \
                     order by generation, sequence limit $4",
                    values_of![feed_no, generation, sequence, AT_ONCE],
                )
                .await?;
            let Some(last) = rows.last() else { break };
            (generation, sequence) = (last.number(1)?, last.number(2)?);
            // A record that does not decode stays a finding of the bytes; the views go on without it.
            let entries: Vec<_> = rows
                .iter()
                .filter_map(|row| row.bytes(0).ok().and_then(|bytes| decode(&bytes).ok()))
                .collect();
            let placed = place(&entries);
            views::apply(tx, feed_no, &placed.iter().collect::<Vec<_>>()).await?;
            progress(rows.len() as u64);
        }
    }
    Ok(())
}

async fn note_version(tx: &mut Tx) -> Result<(), StoreError> {
    tx.execute(
        "note how the views were computed",
        "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
        values_of![COMPUTED, vec![VERSION]],
    )
    .await
    .map(drop)
}

/// A digest of each view: the sum of the hashes of its rows, which needs neither order nor room for them.
async fn digests(tx: &mut Tx) -> Result<Vec<[u64; 4]>, StoreError> {
    let mut all = Vec::new();
    let (set_up, vocabulary) = search::vocabulary(tx);
    if let Some(sql) = set_up {
        tx.execute("read the words of the index", sql, Vec::new()).await?;
    }
    for sql in VIEWS.map(|(_, sql)| sql).into_iter().chain([vocabulary]) {
        let mut sum = [0u64; 4];
        tx.each("read a view", sql, |row| {
            let hash = Hash32::of(&[row.text_of_all()?.as_bytes()]);
            for (sum, part) in sum.iter_mut().zip(hash.0.as_chunks::<8>().0) {
                *sum = sum.wrapping_add(u64::from_be_bytes(*part));
            }
            Ok(())
        })
        .await?;
        all.push(sum);
    }
    Ok(all)
}
