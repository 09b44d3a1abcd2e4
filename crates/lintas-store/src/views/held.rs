//! What is held: one row for each record that can be read here.

use std::collections::BTreeSet;

use lintas_ledger::ReadBody;
use lintas_model::{
    AgencyCode, AudienceId, Body, CaseId, Grade, Handling, ImportId, Kind, ObjectId, OfficerId, RecordId,
    ReleaseId, ReportId, Timestamp,
};
use uuid::Uuid;

use super::subject::Subject;
use super::{Readable, entry_of, withdraw};
use crate::engine::{Tx, Value, places, values_of};
use crate::{Store, StoreError};

/// Who wrote a record, when, how it is marked and how it came here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The record.
    pub record: RecordId,
    /// What it speaks about.
    pub object: ObjectId,
    /// Its kind.
    pub kind: Kind,
    /// The agency that wrote it.
    pub originator: AgencyCode,
    /// The audience of the feed through which it came.
    pub audience: AudienceId,
    /// Who wrote it.
    pub author: OfficerId,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// The grade as given.
    pub grade: Option<Grade>,
    /// The handling; for released material as the release has it.
    pub handling: Handling,
    /// The release that disclosed it, when it did not come in a feed of its own.
    pub release: Option<ReleaseId>,
    /// How many fields its originator withheld.
    pub withheld: usize,
    /// Hash of its signed header, hexadecimal.
    pub hash: String,
    /// Its place in its feed: generation and sequence number.
    pub place: (u32, u64),
}

/// A record that can be read here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its mark.
    pub mark: Mark,
    /// What it says.
    pub body: Body,
}

/// In which order records come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Oldest first.
    #[default]
    OldestFirst,
    /// Newest first.
    NewestFirst,
}

/// Which records are asked for. All conditions must hold; an empty list of kinds means all.
#[derive(Debug, Clone, Default)]
pub struct HeldQuery {
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// The object spoken about.
    pub object: Option<ObjectId>,
    /// The record itself.
    pub record: Option<RecordId>,
    /// The case filed in.
    pub case: Option<CaseId>,
    /// The reports that say it.
    pub reports: Vec<ReportId>,
    /// The other thing named.
    pub other: Option<ObjectId>,
    /// The originator.
    pub agency: Option<AgencyCode>,
    /// Written at or after.
    pub since: Option<Timestamp>,
    /// Written before.
    pub until: Option<Timestamp>,
    /// Leaves out what has expired at this instant.
    pub now: Option<Timestamp>,
    /// Order.
    pub order: Order,
    /// At most so many; 0 means all.
    pub limit: usize,
    /// After so many.
    pub offset: usize,
}

impl HeldQuery {
    /// All records of some kinds.
    pub fn kinds(kinds: &[Kind]) -> Self {
        Self { kinds: kinds.to_vec(), ..Self::default() }
    }
}

impl Store {
    /// Records that can be read here.
    pub async fn held(&self, query: &HeldQuery) -> Result<Vec<Held>, StoreError> {
        let (condition, mut values) = condition(query);
        let direction = if query.order == Order::NewestFirst { "desc" } else { "asc" };
        let mut sql = format!(
            "select r.entry, h.part, f.audience_id, h.release_id from held h \
             join record r on r.feed_no = h.feed_no and r.generation = h.generation and r.sequence = h.sequence \
             join feed f on f.feed_no = h.feed_no \
             where {condition} order by h.at {direction}, h.record_id {direction}, h.release_id"
        );
        if query.limit > 0 {
            values.extend(values_of![query.limit, query.offset]);
            sql.push_str(&format!(" limit ${} offset ${}", values.len() - 1, values.len()));
        }
        let rows = self.pool.rows("read records", sql, values).await?;
        rows.iter()
            .map(|row| read(&row.bytes(0)?, row.number(1)?, AudienceId::from_uuid(row.uuid(2)?)))
            .collect()
    }

    /// How many records a query finds, whatever its limit.
    pub async fn held_count(&self, query: &HeldQuery) -> Result<u64, StoreError> {
        let (condition, values) = condition(query);
        let row = self
            .pool
            .row("count records", format!("select count(h.at) from held h where {condition}"), values)
            .await?;
        row.map_or(Ok(0), |row| Ok(row.number(0)?.unsigned_abs()))
    }
}

fn condition(query: &HeldQuery) -> (String, Vec<Value>) {
    let mut parts: Vec<String> = vec!["1 = 1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    if !query.kinds.is_empty() {
        parts.push(format!("h.kind in ({})", places(values.len() + 1, query.kinds.len())));
        values.extend(query.kinds.iter().map(|kind| Value::from(kind.as_str())));
    }
    if !query.reports.is_empty() {
        parts.push(format!("h.report_id in ({})", places(values.len() + 1, query.reports.len())));
        values.extend(query.reports.iter().map(|id| Value::from(*id)));
    }
    let mut equal = |column: &str, sign: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            parts.push(format!("h.{column} {sign} ${}", values.len()));
        }
    };
    equal("object_id", "=", query.object.map(Value::from));
    equal("record_id", "=", query.record.map(Value::from));
    equal("case_id", "=", query.case.map(Value::from));
    equal("other_id", "=", query.other.map(Value::from));
    equal("agency", "=", query.agency.as_ref().map(Value::from));
    equal("at", ">=", query.since.map(Value::from));
    equal("at", "<", query.until.map(Value::from));
    if let Some(now) = query.now {
        values.push(Value::from(now));
        parts.push(format!("(h.expires_at is null or h.expires_at > ${})", values.len()));
    }
    (parts.join(" and "), values)
}

fn read(holder: &[u8], part: i64, audience: AudienceId) -> Result<Held, StoreError> {
    let entry = entry_of(holder, part)?;
    let header = entry.header();
    let corrupt = |problem: &str| StoreError::Corrupt {
        table: "held",
        id: header.record.to_string(),
        problem: problem.to_owned(),
    };
    let (body, withheld) = match entry.body() {
        ReadBody::Whole(body) => (body, 0),
        ReadBody::Partial { body, withheld } => (body, withheld),
        ReadBody::Erased => return Err(corrupt("its body has been erased")),
        ReadBody::Unreadable { why } => return Err(corrupt(&why)),
    };
    let mut handling = header.marking.handling.clone();
    let mut release = None;
    if part >= 0
        && let Some(Body::Release(terms)) = super::whole_or_part(crate::feeds::decode(holder)?.body())
    {
        release = Some(ReleaseId::from_uuid(crate::feeds::decode(holder)?.header().object.uuid()));
        handling.purposes = terms.purposes;
        handling.use_rule = terms.use_rule;
        handling.onward = terms.onward;
        handling.expires_at = match (handling.expires_at, terms.expires_at) {
            (Some(own), Some(end)) => Some(own.min(end)),
            (own, end) => own.or(end),
        };
    }
    let mark = Mark {
        record: header.record,
        object: header.object,
        kind: header.known_kind().ok_or_else(|| corrupt("its kind is not known"))?,
        originator: header.feed.agency.clone(),
        audience,
        author: header.author,
        at: header.at,
        grade: header.marking.grade,
        handling,
        release,
        withheld,
        hash: entry.hash().to_string(),
        place: (header.generation, header.sequence),
    };
    Ok(Held { mark, body })
}

pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    let mut values: Vec<Value> = Vec::with_capacity(rows.len() * 14);
    for row in rows {
        let (header, holder) = (row.entry.header(), row.holder.header());
        let subject = Subject::of(row.body);
        values.extend(values_of![
            header.record,
            row.release(),
            row.feed_no,
            holder.generation,
            holder.sequence,
            row.part,
            header.kind.as_str(),
            header.object,
            subject.case,
            subject.report,
            subject.other,
            &header.feed.agency,
            header.at,
            row.expires_at(),
        ]);
    }
    tx.insert(
        "enter records into the views",
        "insert into held (record_id, release_id, feed_no, generation, sequence, part, kind, object_id, case_id, \
         report_id, other_id, agency, at, expires_at)",
        14,
        values,
        "on conflict (record_id, release_id) do nothing",
    )
    .await
}

/// Takes records out of all views, with every release that disclosed them here.
pub(crate) async fn remove(tx: &mut Tx, records: &[RecordId]) -> Result<(), StoreError> {
    let mut gone = Vec::new();
    for record in records {
        let rows = tx
            .rows("find a record", "select release_id from held where record_id = $1", values_of![*record])
            .await?;
        for row in rows {
            gone.push((*record, ReleaseId::from_uuid(row.uuid(0)?)));
        }
        // What a release of ours disclosed goes with the release record itself.
        let parts = tx
            .rows(
                "find what a release disclosed",
                "select d.record_id, d.release_id from held h join held d on d.release_id = h.object_id \
                 where h.record_id = $1 and h.kind = 'release' and d.part >= 0",
                values_of![*record],
            )
            .await?;
        for row in parts {
            gone.push((RecordId::from_uuid(row.uuid(0)?), ReleaseId::from_uuid(row.uuid(1)?)));
        }
    }
    withdraw(tx, &gone).await
}

/// Takes what a release disclosed out of the views: all of it, or the records named. Only a recall in a feed of the
/// agency that wrote the release counts.
pub(crate) async fn recall(
    tx: &mut Tx,
    recalling_feed: i64,
    release: ReleaseId,
    records: &BTreeSet<RecordId>,
) -> Result<(), StoreError> {
    let rows = tx
        .rows(
            "find what a release disclosed",
            "select h.record_id from held h join feed f on f.feed_no = h.feed_no \
             join feed g on g.feed_no = $2 and g.agency = f.agency \
             where h.release_id = $1 order by h.record_id",
            values_of![release, recalling_feed],
        )
        .await?;
    let mut gone = Vec::new();
    for row in rows {
        let record = RecordId::from_uuid(row.uuid(0)?);
        if records.is_empty() || records.contains(&record) {
            gone.push((record, release));
        }
    }
    withdraw(tx, &gone).await
}

/// Takes the records of an import out of the views and forgets which rows it took.
pub(crate) async fn undo_import(tx: &mut Tx, import: ImportId) -> Result<(), StoreError> {
    let reports = tx
        .rows(
            "find the reports of an import",
            "select record_id, object_id from held where other_id = $1 and kind = 'report' and part < 0",
            values_of![import],
        )
        .await?;
    let nil = ReleaseId::from_uuid(Uuid::nil());
    let mut gone = Vec::new();
    for report in reports {
        gone.push((RecordId::from_uuid(report.uuid(0)?), nil));
        let said = tx
            .rows(
                "find what a report says",
                "select record_id from held where report_id = $1 and part < 0 order by record_id",
                values_of![report.uuid(1)?],
            )
            .await?;
        for row in said {
            gone.push((RecordId::from_uuid(row.uuid(0)?), nil));
        }
    }
    withdraw(tx, &gone).await?;
    tx.execute(
        "forget the rows of an import",
        "delete from import_row where import_id = $1",
        values_of![import],
    )
    .await?;
    Ok(())
}
