//! What is held: one row for each record that can be read here.

use std::collections::BTreeMap;

use lintas_ledger::{Entry, ReadBody};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::record::Release;
use lintas_model::{
    AgencyCode, AudienceId, Body, CaseId, Grade, Handling, Kind, ObjectId, OfficerId, RecordId, ReleaseId,
    ReportId, Timestamp,
};
use serde::{Deserialize, Serialize};

use super::Readable;
use super::subject::Subject;
use crate::engine::{Row, Tx, Value, places, values_of};
use crate::feeds::decode;
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
    /// The objects spoken about, when there are several; empty means any.
    pub objects: Vec<ObjectId>,
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
            "select {BYTES} from held h {SOURCES} \
             where {condition} order by h.at {direction}, h.record_id {direction}, h.held_no"
        );
        if query.limit > 0 {
            values.extend(values_of![query.limit, query.offset]);
            sql.push_str(&format!(" limit ${} offset ${}", values.len() - 1, values.len()));
        }
        let rows = self.pool.rows("read records", sql, values).await?;
        rows.iter().map(read).collect()
    }

    /// The bytes of a record as it is shown here: its own, or those that a release disclosed.
    pub async fn shown_entry(&self, record: RecordId) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "select coalesce(d.entry, r.entry) from held h {SOURCES} where h.record_id = $1 and h.shown = 1 \
             order by h.held_no limit 1"
        );
        let row = self.pool.row("read a record", sql, values_of![record]).await?;
        row.map(|row| decode(&row.bytes(0)?)).transpose()
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
    let mut parts: Vec<String> = vec!["h.shown = 1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    if !query.kinds.is_empty() {
        // SQLite would rather walk through a whole kind, which is in order of time, than find the few rows of one object
        // and put them in order. A kind inside an expression is no way in.
        let few = query.object.is_some()
            || query.record.is_some()
            || query.other.is_some()
            || query.case.is_some()
            || !query.objects.is_empty()
            || !query.reports.is_empty();
        let kind = if few { "coalesce(h.kind, '')" } else { "h.kind" };
        parts.push(format!("{kind} in ({})", places(values.len() + 1, query.kinds.len())));
        values.extend(query.kinds.iter().map(|kind| Value::from(kind.as_str())));
    }
    if !query.reports.is_empty() {
        parts.push(format!("h.report_id in ({})", places(values.len() + 1, query.reports.len())));
        values.extend(query.reports.iter().map(|id| Value::from(*id)));
    }
    if !query.objects.is_empty() {
        parts.push(format!("h.object_id in ({})", places(values.len() + 1, query.objects.len())));
        values.extend(query.objects.iter().map(|id| Value::from(*id)));
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

/// The columns that [`read`] reads, from the first on.
pub(crate) const BYTES: &str = "coalesce(d.entry, r.entry), f.audience_id, h.release_id, d.terms";
/// Where a record's bytes are: those of a disclosed one beside its row, those of another in its feed.
pub(crate) const SOURCES: &str = "join feed f on f.feed_no = h.feed_no \
     left join disclosed d on d.held_no = h.held_no and h.part >= 0 \
     left join record r on r.feed_no = h.feed_no and r.generation = h.generation and r.sequence = h.sequence \
     and h.part < 0";

/// What a release says of the use of what it discloses.
#[derive(Debug, Serialize, Deserialize)]
struct Terms {
    purposes: std::collections::BTreeSet<Purpose>,
    use_rule: UseRule,
    onward: OnwardRule,
    expires_at: Option<Timestamp>,
}

impl Terms {
    fn text(release: &Release) -> String {
        let terms = Self {
            purposes: release.purposes.clone(),
            use_rule: release.use_rule,
            onward: release.onward,
            expires_at: release.expires_at,
        };
        serde_json::to_string(&terms).unwrap_or_default()
    }

    /// The handling of the original as narrowed or widened by the release; the earlier end counts.
    fn over(self, handling: &mut Handling) {
        handling.purposes = self.purposes;
        handling.use_rule = self.use_rule;
        handling.onward = self.onward;
        handling.expires_at = match (handling.expires_at, self.expires_at) {
            (Some(own), Some(end)) => Some(own.min(end)),
            (own, end) => own.or(end),
        };
    }
}

/// Reads a row that begins with [`BYTES`].
pub(crate) fn read(row: &Row) -> Result<Held, StoreError> {
    let entry = decode(&row.bytes(0)?)?;
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
    if let Some(terms) = row.maybe_text(3)? {
        serde_json::from_str::<Terms>(&terms)
            .map_err(|_| corrupt("its terms do not read"))?
            .over(&mut handling);
    }
    let mark = Mark {
        record: header.record,
        object: header.object,
        kind: header.known_kind().ok_or_else(|| corrupt("its kind is not known"))?,
        originator: header.feed.agency.clone(),
        audience: AudienceId::from_uuid(row.uuid(1)?),
        author: header.author,
        at: header.at,
        grade: header.marking.grade,
        handling,
        release: Some(row.uuid(2)?).filter(|id| !id.is_nil()).map(ReleaseId::from_uuid),
        withheld,
        hash: entry.hash().to_string(),
        place: (header.generation, header.sequence),
    };
    Ok(Held { mark, body })
}

/// Enters rows, numbered from `first` on; shown at once, or after [`super::shown::settle`].
pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>], shown: bool) -> Result<(), StoreError> {
    let mut values: Vec<Value> = Vec::with_capacity(rows.len() * 17);
    let mut disclosed: Vec<Value> = Vec::new();
    for row in rows {
        let (header, holder) = (row.entry.header(), row.holder.header());
        let subject = Subject::of(row.body);
        values.extend(values_of![
            row.held_no,
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
            row.withheld,
            shown,
        ]);
        if let Some(release) = row.terms {
            disclosed.extend(values_of![row.held_no, row.entry.as_bytes(), Terms::text(release)]);
        }
    }
    tx.insert(
        "enter records into the views",
        "insert into held (held_no, record_id, release_id, feed_no, generation, sequence, part, kind, object_id, \
         case_id, report_id, other_id, agency, at, expires_at, withheld, shown)",
        17,
        values,
        "",
    )
    .await?;
    tx.insert("keep what was disclosed", "insert into disclosed (held_no, entry, terms)", 3, disclosed, "")
        .await
}

/// The number that the next row gets.
pub(crate) async fn next_number(tx: &mut Tx) -> Result<i64, StoreError> {
    let last = tx.row("number a record", "select max(held_no) from held", Vec::new()).await?;
    Ok(last.map_or(Ok(0), |row| row.number(0))? + 1)
}

/// The entries of rows by their numbers; rows whose bytes are gone are left out.
pub(crate) async fn entries(tx: &mut Tx, numbers: &[i64]) -> Result<BTreeMap<i64, Entry>, StoreError> {
    let mut found = BTreeMap::new();
    for some in numbers.chunks(200) {
        let rows = tx
            .rows(
                "read records",
                format!(
                    "select h.held_no, coalesce(d.entry, r.entry) from held h {SOURCES} where h.held_no in ({})",
                    places(1, some.len())
                ),
                some.iter().map(|number| Value::from(*number)).collect(),
            )
            .await?;
        for row in rows {
            found.insert(row.number(0)?, decode(&row.bytes(1)?)?);
        }
    }
    Ok(found)
}
