//! Which rows are shown: a function of what is held, never of the order in which it came.
//!
//! A row is shown when nothing withdraws it, it has not ended, and it is the best copy of its record here: its own feed
//! before a release, more fields before fewer. When a row changes, the views drawn from it change with it.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::{AgencyCode, RecordId};
use uuid::Uuid;

use super::placed::Drawn;
use super::{Readable, derive, entity, held, name, readable, withdrawal};
use crate::engine::{Row, Tx, Value, places, values_of};
use crate::{Store, StoreError};

/// How many records are looked at together.
const AT_ONCE: usize = 200;

/// What decides about one row.
struct Copy {
    held_no: i64,
    record: Uuid,
    release: Uuid,
    /// Who wrote the record, and who wrote the feed it came in.
    agency: AgencyCode,
    feed_agency: AgencyCode,
    report: Option<Uuid>,
    /// The import of a report.
    import: Option<Uuid>,
    ends: Option<i64>,
    shown: bool,
    /// Smaller is better.
    rank: (bool, i64, Uuid, Uuid, i64, i64, i64),
}

impl Copy {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let part = row.number(10)?;
        let release = row.uuid(2)?;
        Ok(Self {
            held_no: row.number(0)?,
            record: row.uuid(1)?,
            release,
            agency: row.agency(3)?,
            feed_agency: row.agency(4)?,
            report: row.maybe_uuid(5)?,
            import: if row.text(6)? == "report" { row.maybe_uuid(7)? } else { None },
            ends: row.maybe_number(8)?,
            shown: row.flag(9)?,
            rank: (
                part >= 0,
                row.number(11)?,
                release,
                row.uuid(12)?,
                row.number(13)?,
                row.number(14)?,
                part,
            ),
        })
    }
}

/// Withdrawals by what they name, with who wrote them and, for a recall, which record.
type Withdrawals = BTreeMap<(String, Uuid), Vec<(AgencyCode, Uuid)>>;

/// Decides anew about all copies of some records.
pub(crate) async fn settle(tx: &mut Tx, records: &BTreeSet<RecordId>) -> Result<(), StoreError> {
    let ended = ended_at(tx).await?;
    let records: Vec<RecordId> = records.iter().copied().collect();
    for some in records.chunks(AT_ONCE) {
        let sql = format!(
            "select h.held_no, h.record_id, h.release_id, h.agency, f.agency, h.report_id, h.kind, h.other_id, \
             h.expires_at, h.shown, h.part, h.withheld, f.audience_id, h.generation, h.sequence \
             from held h join feed f on f.feed_no = h.feed_no where h.record_id in ({})",
            places(1, some.len())
        );
        let values = some.iter().map(|record| Value::from(*record)).collect();
        let rows = tx.rows("look at copies", sql, values).await?;
        let copies = rows.iter().map(Copy::read).collect::<Result<Vec<_>, _>>()?;
        let imports = imports_of(tx, &copies).await?;
        let withdrawals = withdrawals(tx, &copies, &imports).await?;
        let mut best: BTreeMap<(Uuid, &AgencyCode), &Copy> = BTreeMap::new();
        for copy in &copies {
            if withdrawn(copy, &imports, &withdrawals) || copy.ends.is_some_and(|ends| ends <= ended) {
                continue;
            }
            let chosen = best.entry((copy.record, &copy.agency)).or_insert(copy);
            if copy.rank < chosen.rank {
                *chosen = copy;
            }
        }
        let shown: BTreeSet<i64> = best.values().map(|copy| copy.held_no).collect();
        let off: Vec<i64> =
            copies.iter().filter(|c| c.shown && !shown.contains(&c.held_no)).map(|c| c.held_no).collect();
        let on: Vec<i64> =
            copies.iter().filter(|c| !c.shown && shown.contains(&c.held_no)).map(|c| c.held_no).collect();
        hide(tx, &off).await?;
        show(tx, &on).await?;
    }
    Ok(())
}

fn withdrawn(copy: &Copy, imports: &BTreeMap<(Uuid, AgencyCode), Uuid>, withdrawals: &Withdrawals) -> bool {
    let by = |what: &str, target: Uuid, agency: &AgencyCode| {
        withdrawals.get(&(what.to_owned(), target)).is_some_and(|all| {
            all.iter().any(|(who, record)| who == agency && (record.is_nil() || *record == copy.record))
        })
    };
    let import = copy
        .import
        .or_else(|| copy.report.and_then(|report| imports.get(&(report, copy.agency.clone())).copied()));
    by("record", copy.record, &copy.agency)
        || (!copy.release.is_nil() && by("release", copy.release, &copy.feed_agency))
        || import.is_some_and(|import| by("import", import, &copy.agency))
}

/// The imports of the reports that copies name, by report and agency.
async fn imports_of(tx: &mut Tx, copies: &[Copy]) -> Result<BTreeMap<(Uuid, AgencyCode), Uuid>, StoreError> {
    let reports: BTreeSet<Uuid> = copies.iter().filter_map(|copy| copy.report).collect();
    let mut found = BTreeMap::new();
    if reports.is_empty() {
        return Ok(found);
    }
    let sql = format!(
        "select object_id, agency, other_id from held \
         where kind = 'report' and other_id is not null and object_id in ({}) order by other_id",
        places(1, reports.len())
    );
    for row in tx.rows("find imports", sql, reports.into_iter().map(Value::from).collect()).await? {
        found.insert((row.uuid(0)?, row.agency(1)?), row.uuid(2)?);
    }
    Ok(found)
}

async fn withdrawals(
    tx: &mut Tx,
    copies: &[Copy],
    imports: &BTreeMap<(Uuid, AgencyCode), Uuid>,
) -> Result<Withdrawals, StoreError> {
    let mut targets: BTreeSet<Uuid> = imports.values().copied().collect();
    for copy in copies {
        targets.extend([copy.record, copy.release]);
        targets.extend(copy.import);
    }
    let mut found = Withdrawals::new();
    let targets: Vec<Uuid> = targets.into_iter().collect();
    for some in targets.chunks(AT_ONCE * 2) {
        let sql = format!(
            "select what, target_id, agency, record_id from withdrawal where target_id in ({})",
            places(1, some.len())
        );
        for row in tx.rows("find withdrawals", sql, some.iter().map(|id| Value::from(*id)).collect()).await? {
            found.entry((row.text(0)?, row.uuid(1)?)).or_default().push((row.agency(2)?, row.uuid(3)?));
        }
    }
    Ok(found)
}

/// Takes rows out of what is shown; answers their records.
pub(crate) async fn hide(tx: &mut Tx, numbers: &[i64]) -> Result<BTreeSet<RecordId>, StoreError> {
    let (mut entities, mut records) = (BTreeSet::new(), BTreeSet::new());
    for some in numbers.chunks(AT_ONCE) {
        let listed = places(1, some.len());
        let values = || some.iter().map(|number| Value::from(*number)).collect::<Vec<_>>();
        let sql = format!("select record_id, kind, object_id from held where held_no in ({listed})");
        for row in tx.rows("find what records spoke of", sql, values()).await? {
            records.insert(RecordId::from_uuid(row.uuid(0)?));
            if row.text(1)? == "statement" {
                entities.insert(row.uuid(2)?);
            }
        }
        for sql in [
            format!("update held set shown = 0 where held_no in ({listed})"),
            format!("delete from identifier where held_no in ({listed})"),
        ] {
            tx.execute("take records out of the views", sql, values()).await?;
        }
        name::remove(tx, some).await?;
    }
    for entity in entities {
        entity::choose_again(tx, entity).await?;
    }
    Ok(records)
}

async fn show(tx: &mut Tx, numbers: &[i64]) -> Result<(), StoreError> {
    let entries = held::entries(tx, numbers).await?;
    let bodies: Vec<_> = entries
        .iter()
        .map(|(number, entry)| {
            let body = entry.body();
            let drawn = readable(&body)
                .map_or_else(Drawn::default, |(body, _)| Drawn::of(&entry.header().feed.agency, body));
            (*number, entry, body, drawn)
        })
        .collect();
    let mut rows = Vec::with_capacity(bodies.len());
    for (number, entry, body, drawn) in &bodies {
        // A row is there only for what could be read when it came in; erased ones have none.
        let Some((body, withheld)) = readable(body) else { continue };
        rows.push(Readable {
            held_no: *number,
            entry,
            feed_no: 0,
            holder: entry,
            part: -1,
            body,
            withheld,
            drawn,
            terms: None,
        });
    }
    for some in numbers.chunks(AT_ONCE) {
        tx.execute(
            "show records",
            format!("update held set shown = 1 where held_no in ({})", places(1, some.len())),
            some.iter().map(|number| Value::from(*number)).collect(),
        )
        .await?;
    }
    derive(tx, &rows).await
}

async fn ended_at(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = tx
        .row("read a setting", "select value from setting where name = $1", values_of![withdrawal::ENDED])
        .await?;
    let bytes = row.map_or(Ok(Vec::new()), |row| row.bytes(0))?;
    Ok(<[u8; 8]>::try_from(bytes.as_slice()).map_or(i64::MIN, i64::from_be_bytes))
}

impl Store {
    /// Takes out of the views what has run out at `now`, and keeps it out; answers how many rows that were.
    pub async fn end(&self, now: lintas_model::Timestamp) -> Result<u64, StoreError> {
        crate::engine::in_tx!(self.pool, |tx| {
            let rows = tx
                .rows(
                    "find what has run out",
                    "select record_id from held where expires_at is not null and expires_at <= $1 and shown = 1",
                    values_of![now],
                )
                .await?;
            if rows.is_empty() {
                return Ok(0);
            }
            let records = rows
                .iter()
                .map(|row| row.uuid(0).map(RecordId::from_uuid))
                .collect::<Result<BTreeSet<_>, _>>()?;
            let ended = ended_at(tx).await?.max(now.as_millis());
            tx.execute(
                "note what has run out",
                "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
                values_of![withdrawal::ENDED, ended.to_be_bytes().to_vec()],
            )
            .await?;
            settle(tx, &records).await?;
            Ok(rows.len() as u64)
        })
    }
}
