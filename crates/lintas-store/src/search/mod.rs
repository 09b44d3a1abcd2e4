//! Full-text search inside the database: transactional with the views, erased with them, the same on both engines.
//!
//! The index says which records hold all words of a query; the newest come first. Exact words are tried first, because
//! that is what most searches are and what is quick on a million records; only when they leave room are words that merely
//! begin so, and texts that hold the same letters in a row, looked for as well.

mod distinct;
mod index;
mod said;
mod snippet;
mod tokens;

use std::collections::BTreeSet;

use lintas_ledger::FeedId;
use lintas_model::{AgencyCode, AudienceId, Body, CaseId, Kind, ObjectId, RecordId, ReleaseId, Timestamp};

pub(crate) use index::{empty as clear, forget, vocabulary};
pub use snippet::Snippet;

use crate::engine::{Row, Tx, Value, places, values_of};
use crate::feeds::decode;
use crate::views::held::SOURCES;
use crate::views::{Readable, whole_or_part};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it speaks about: the entity of a statement, the case of a case.
    pub object: ObjectId,
    /// The record.
    pub record: RecordId,
    /// The release through which it came, when it did.
    pub release: Option<ReleaseId>,
    /// Its kind.
    pub kind: Kind,
    /// What kind of entity a statement speaks about, else nothing.
    pub thing: Option<String>,
    /// What a list calls it; may be empty.
    pub caption: String,
    /// The text around the words, with the places to mark.
    pub snippet: Snippet,
    /// The case it is filed in.
    pub case: Option<CaseId>,
    /// The originator.
    pub agency: AgencyCode,
    /// The feed it came in.
    pub feed: FeedId,
    /// When it was written.
    pub at: Timestamp,
    /// When it leaves every view.
    pub expires_at: Option<Timestamp>,
}

const COLUMNS: &str = "h.record_id, h.release_id, h.object_id, h.kind, h.case_id, h.agency, h.at, h.expires_at, \
     coalesce(d.entry, r.entry), f.agency, f.audience_id";

impl Store {
    /// Records that hold all words of a query, newest first. Nothing is found by a query without a letter or digit.
    pub async fn search(&self, query: &SearchQuery) -> Result<Vec<Hit>, StoreError> {
        let dialect = Dialect::of(&self.pool);
        let Some(asked) = Asked::read(&query.text) else { return Ok(Vec::new()) };
        let limit = if query.limit == 0 { 50 } else { query.limit.min(1_000) };
        let (exact, wide) = asked.spelled(&dialect, query);
        let mut hits = self.matching(&dialect, &exact, query, limit, query.offset, &asked).await?;
        if hits.len() < limit
            && let Some(wide) = wide
        {
            // The first pages are full of exact ones; those already shown are passed over here.
            let want = query.offset + limit;
            let seen: BTreeSet<(RecordId, Option<ReleaseId>)> =
                self.matching_ids(&dialect, &exact, query, want).await?.into_iter().collect();
            let skip = query.offset.saturating_sub(seen.len());
            let more = self.matching(&dialect, &wide, query, want + seen.len(), 0, &asked).await?;
            let room = limit - hits.len();
            let fresh =
                more.into_iter().filter(|found| !seen.contains(&(found.hit.record, found.hit.release)));
            hits.extend(fresh.filter(|found| asked.really_in(found)).skip(skip).take(room));
        }
        Ok(hits.into_iter().map(|found| found.hit).collect())
    }

    async fn matching(
        &self,
        dialect: &Dialect,
        spelled: &str,
        query: &SearchQuery,
        limit: usize,
        offset: usize,
        asked: &Asked,
    ) -> Result<Vec<Found>, StoreError> {
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
            "select {COLUMNS} from ({found}) w join held h on h.held_no = w.n {SOURCES} order by h.held_no desc"
        );
        let rows = self.pool.rows("search", sql, values).await?;
        rows.iter().map(|row| look(row, asked)).collect()
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

/// A hit with all that it says, for a closer look.
struct Found {
    hit: Hit,
    text: String,
    names: Vec<String>,
}

fn look(row: &Row, asked: &Asked) -> Result<Found, StoreError> {
    let kind = row.text(3)?;
    let body = whole_or_part(decode(&row.bytes(8)?)?.body());
    let said = body.as_ref().and_then(said::said).unwrap_or_default();
    let thing = match &body {
        Some(Body::Statement(statement)) => Some(statement.kind.as_str().to_owned()),
        _ => None,
    };
    let caption = said.caption;
    let text: Vec<String> = said.short.into_iter().filter(|text| *text != caption).chain(said.long).collect();
    let text = text.join(" · ");
    let hit = Hit {
        object: ObjectId::from_uuid(row.uuid(2)?),
        record: RecordId::from_uuid(row.uuid(0)?),
        release: release(row, 1)?,
        kind: kind.parse().map_err(|_| StoreError::Corrupt {
            table: "held",
            id: kind.clone(),
            problem: "its kind is not known".to_owned(),
        })?,
        thing,
        snippet: snippet::snippet(&text, &asked.marks),
        caption,
        case: row.maybe_uuid(4)?.map(CaseId::from_uuid),
        agency: row.agency(5)?,
        at: row.at(6)?,
        expires_at: row.maybe_at(7)?,
        feed: FeedId { agency: row.agency(9)?, audience: AudienceId::from_uuid(row.uuid(10)?) },
    };
    Ok(Found { text: format!("{} {text}", hit.caption), hit, names: said.names })
}

/// A query as read.
struct Asked {
    /// Its words, each with whether its script writes no spaces.
    words: Vec<(String, bool)>,
    /// Its stretches between spaces.
    runs: Vec<(String, bool)>,
    /// What is marked in a snippet.
    marks: Vec<String>,
}

impl Asked {
    fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().take(400).collect();
        let mut words = tokens::words(&text);
        words.truncate(16);
        let mut runs = tokens::runs(&text);
        runs.truncate(16);
        let marks = words.iter().chain(&runs).map(|(word, _)| word.clone()).collect();
        (!words.is_empty()).then_some(Self { words, runs, marks })
    }

    /// The query for exact words, and a wider one when there is a wider one.
    fn spelled(&self, dialect: &Dialect, query: &SearchQuery) -> (String, Option<String>) {
        let mut within: Vec<String> = Vec::new();
        within.extend(query.agency.as_ref().map(|agency| dialect.token(&tokens::within(agency.as_str()))));
        within.extend(query.case.map(|case| dialect.token(&tokens::within(&case.to_string()))));
        let mut exact: Vec<String> =
            self.words.iter().map(|(word, _)| dialect.token(tokens::shortened(word))).collect();
        exact.extend(within.iter().cloned());
        let mut wide = Vec::new();
        for (run, unspaced) in &self.runs {
            let mut ways = Vec::new();
            let trigrams = tokens::trigrams(run);
            if *unspaced {
                // The words of the stretch, as segmented; or its letters in a row, wherever the text was divided.
                let words: Vec<String> = tokens::words(run)
                    .iter()
                    .map(|(word, _)| dialect.token(tokens::shortened(word)))
                    .collect();
                ways.push(dialect.all(&words));
            } else if run.chars().count() >= 3 {
                ways.push(dialect.prefix(tokens::shortened(run)));
            } else {
                ways.push(dialect.token(run));
            }
            // A name in another script; a number by its last digits.
            ways.extend(tokens::classes(run).iter().map(|class| dialect.token(class)));
            if let Some(bare) = tokens::without_marks(run) {
                ways.push(dialect.prefix(tokens::shortened(&bare)));
            }
            if !trigrams.is_empty() {
                let trigrams: Vec<String> = trigrams.iter().map(|token| dialect.token(token)).collect();
                ways.push(dialect.all(&trigrams));
            }
            wide.push(dialect.any(&ways));
        }
        wide.extend(within);
        let (exact, wide) = (dialect.all(&exact), dialect.all(&wide));
        let differs = exact != wide;
        (exact, differs.then_some(wide))
    }

    /// Whether a hit of the wider query holds every stretch as letters in a row, or a name that sounds like it: trigrams
    /// alone do not say in what order.
    fn really_in(&self, found: &Found) -> bool {
        let folded = tokens::folded(&found.text);
        let bare = tokens::without_marks(&folded);
        let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        let classes: BTreeSet<String> = found.names.iter().flat_map(|name| tokens::classes(name)).collect();
        self.runs.iter().all(|(run, unspaced)| {
            folded.contains(run.as_str())
                || plain.contains(run.as_str())
                || bare.as_deref().is_some_and(|bare| bare.contains(run.as_str()))
                || tokens::classes(run).iter().any(|class| classes.contains(class))
                || (*unspaced && tokens::words(run).iter().all(|(word, _)| folded.contains(word.as_str())))
        })
    }
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
    index::write(tx, texts).await
}
