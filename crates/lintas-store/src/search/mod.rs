//! Full-text search inside the database: transactional with the views, erased with them, the same on both engines.
//!
//! The index says which records hold all words of a query; the newest come first. Exact words are tried first, because
//! that is what most searches are and what is quick on a million records; only when they leave room are words that merely
//! begin so, and texts that hold the same letters in a row, looked for as well.

mod asked;
mod distinct;
mod index;
mod said;
mod snippet;
mod tokens;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::{AgencyCode, Body, CaseId, Kind, ObjectId, RecordId, ReleaseId, Timestamp};

use asked::Asked;
pub(crate) use index::{empty as clear, forget, vocabulary};
pub use snippet::Snippet;

use crate::engine::{Row, Tx, Value, places, values_of};
use crate::views::Readable;
use crate::views::held::{self, BYTES, Held, SOURCES};
use crate::{Store, StoreError};
use index::Dialect;

/// What is searched for. What may be shown of it is decided above the store.
#[derive(Debug, Clone, Default)]
pub struct SearchQuery {
    /// The words, in any script; all must be there.
    pub text: String,
    /// Kinds of records; empty means all.
    pub kinds: Vec<Kind>,
    /// The originator.
    pub agency: Option<AgencyCode>,
    /// The case.
    pub case: Option<CaseId>,
    /// Written at or after.
    pub since: Option<Timestamp>,
    /// Written before.
    pub until: Option<Timestamp>,
    /// Leaves out what has expired at this instant.
    pub now: Option<Timestamp>,
    /// At most so many; 0 means 50.
    pub limit: usize,
    /// After so many.
    pub offset: usize,
}

/// A record that holds what was searched for.
#[derive(Debug, Clone)]
pub struct Hit {
    /// What it speaks about: the entity of a statement, the case of a case.
    pub object: ObjectId,
    /// The record.
    pub record: RecordId,
    /// The release through which it came, when it did.
    pub release: Option<ReleaseId>,
    /// What a list calls it; may be empty.
    pub caption: String,
    /// The case it is filed in.
    pub case: Option<CaseId>,
    /// When it arrived here, by this node's clock.
    pub received_at: Timestamp,
    /// The record itself, whoever may see it.
    pub held: Held,
    text: String,
    names: Vec<String>,
    marks: Vec<String>,
}

impl Hit {
    /// The text around what was searched for, with the places to mark.
    pub fn snippet(&self) -> Snippet {
        snippet::snippet(&self.text, &self.marks)
    }

    /// The caption with the places to mark: also the part of a name in another script that is said alike.
    pub fn marked_caption(&self) -> Snippet {
        snippet::snippet(&self.caption, &self.marks)
    }
}

const COLUMNS: &str = "h.record_id, h.release_id, h.object_id, h.case_id, x.received_at";

impl Store {
    /// Records that hold all words of a query, newest first. Nothing is found by a query without a letter or digit.
    pub async fn search(&self, query: &SearchQuery) -> Result<Vec<Hit>, StoreError> {
        let dialect = Dialect::of(&self.pool);
        let Some(asked) = Asked::read(&query.text) else { return Ok(Vec::new()) };
        let limit = if query.limit == 0 { 50 } else { query.limit.min(1_000) };
        let exact = asked.exact(&dialect, query);
        let mut hits = self.matching(&dialect, &exact, query, limit, query.offset, &asked).await?;
        if hits.len() < limit {
            let wide = asked.wide(&dialect, query, &self.known_words(&asked).await?);
            if wide != exact {
                // The first pages are full of exact ones; those already shown are passed over here.
                let want = query.offset + limit;
                let seen: BTreeSet<(RecordId, Option<ReleaseId>)> =
                    self.matching_ids(&dialect, &exact, query, want).await?.into_iter().collect();
                let skip = query.offset.saturating_sub(seen.len());
                let more = self.matching(&dialect, &wide, query, want + seen.len(), 0, &asked).await?;
                let room = limit - hits.len();
                let fresh = more.into_iter().filter(|hit| !seen.contains(&(hit.record, hit.release)));
                hits.extend(fresh.filter(|hit| asked.really_in(hit)).skip(skip).take(room));
            }
        }
        for hit in &mut hits {
            hit.marks = asked.marks_in(hit);
        }
        Ok(hits)
    }

    /// For each stretch of a query that may be the beginning of a word, the words that begin so.
    async fn known_words(&self, asked: &Asked) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        let mut found = BTreeMap::new();
        for stem in asked.stems() {
            let words = word::beginning(&self.pool, &stem).await?;
            found.insert(stem, words);
        }
        Ok(found)
    }

    async fn matching(
        &self,
        dialect: &Dialect,
        spelled: &str,
        query: &SearchQuery,
        limit: usize,
        offset: usize,
        asked: &Asked,
    ) -> Result<Vec<Hit>, StoreError> {
        let (from, condition) = dialect.matching();
        let (conditions, mut values) = narrowed(spelled, query);
        values.extend(values_of![limit, offset]);
        let found = format!(
            "select h.held_no as n from {from} where {condition}{conditions} order by {} limit ${} offset ${}",
            dialect.newest(),
            values.len() - 1,
            values.len()
        );
        // The numbers are found first, so that texts are read only for the hits that are shown.
        let sql = format!(
            "select {BYTES}, {COLUMNS} from ({found}) w join held h on h.held_no = w.n {SOURCES} \
             join record x on x.feed_no = h.feed_no and x.generation = h.generation and x.sequence = h.sequence \
             order by h.held_no desc"
        );
        let rows = self.pool.rows("search", sql, values).await?;
        let mut hits = Vec::with_capacity(rows.len());
        for row in &rows {
            match look(row, asked) {
                Ok(hit) => hits.push(hit),
                // One record that does not read hides no other.
                Err(StoreError::Corrupt { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(hits)
    }

    async fn matching_ids(
        &self,
        dialect: &Dialect,
        spelled: &str,
        query: &SearchQuery,
        limit: usize,
    ) -> Result<Vec<(RecordId, Option<ReleaseId>)>, StoreError> {
        let (from, condition) = dialect.matching();
        let (conditions, mut values) = narrowed(spelled, query);
        values.push(Value::from(limit));
        let sql = format!(
            "select h.record_id, h.release_id from {from} where {condition}{conditions} order by {} limit ${}",
            dialect.newest(),
            values.len()
        );
        let rows = self.pool.rows("search", sql, values).await?;
        rows.iter().map(|row| Ok((RecordId::from_uuid(row.uuid(0)?), release(row, 1)?))).collect()
    }
}

/// The conditions beside the words.
fn narrowed(spelled: &str, query: &SearchQuery) -> (String, Vec<Value>) {
    let mut values = values_of![spelled];
    let mut conditions = " and h.shown = 1".to_owned();
    if !query.kinds.is_empty() {
        conditions.push_str(&format!(" and h.kind in ({})", places(values.len() + 1, query.kinds.len())));
        values.extend(query.kinds.iter().map(|kind| Value::from(kind.as_str())));
    }
    for (condition, instant) in [
        ("h.at >= ", query.since),
        ("h.at < ", query.until),
        ("coalesce(h.expires_at, 9223372036854775807) > ", query.now),
    ] {
        if let Some(instant) = instant {
            values.push(Value::from(instant));
            conditions.push_str(&format!(" and {condition}${}", values.len()));
        }
    }
    (conditions, values)
}

fn release(row: &Row, column: usize) -> Result<Option<ReleaseId>, StoreError> {
    Ok(Some(row.uuid(column)?).filter(|id| !id.is_nil()).map(ReleaseId::from_uuid))
}

fn look(row: &Row, asked: &Asked) -> Result<Hit, StoreError> {
    let held = held::read(row)?;
    let said = said::said(&held.body).unwrap_or_default();
    let caption = said.caption;
    let text: Vec<String> = said.short.into_iter().filter(|text| *text != caption).chain(said.long).collect();
    Ok(Hit {
        record: RecordId::from_uuid(row.uuid(4)?),
        release: release(row, 5)?,
        object: ObjectId::from_uuid(row.uuid(6)?),
        case: row.maybe_uuid(7)?.map(CaseId::from_uuid),
        received_at: row.at(8)?,
        text: text.join(" · "),
        names: said.names,
        marks: asked.marks.clone(),
        caption,
        held,
    })
}

/// The words by which a record of an agency is found, with a space between; none for kinds found in other ways.
pub(crate) fn words_of(agency: &AgencyCode, body: &Body) -> Option<String> {
    let said = said::said(body)?;
    let mut within = vec![tokens::within(agency.as_str())];
    let case = crate::views::subject::Subject::of(body).case;
    within.extend(case.map(|case| tokens::within(&case.simple().to_string())));
    Some(tokens::tokens(&said, &within))
}

/// Enters readable records into the index.
pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    let mut texts = Vec::with_capacity(rows.len() * 2);
    for row in rows {
        if let Some(words) = &row.drawn.words {
            texts.extend(values_of![row.held_no, words.as_str()]);
        }
    }
    index::write(tx, texts).await?;
    let words = rows.iter().filter_map(|row| row.drawn.words.as_deref());
    word::insert(tx, words).await
}
