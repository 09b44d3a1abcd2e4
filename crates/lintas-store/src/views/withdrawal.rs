//! Withdrawals: recalls, undone imports, tombstones. They are kept, so that what arrives after them is met by them.

use std::collections::BTreeSet;

use lintas_model::{Body, Kind, RecordId};
use uuid::Uuid;

use super::Readable;
use crate::StoreError;
use crate::engine::{Tx, Value, places, values_of};

/// The name of the setting that says up to which instant ends have been carried out.
pub(crate) const ENDED: &str = "views.ended_at";

/// Keeps the withdrawals of a batch; says whether there are any.
pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<bool, StoreError> {
    let mut values: Vec<Value> = Vec::new();
    for row in rows.iter().filter(|row| row.part < 0) {
        let agency = &row.entry.header().feed.agency;
        match row.body {
            Body::Recall(recall) if recall.records.is_empty() => {
                values.extend(values_of![row.held_no, 0_i64, "release", recall.release, Uuid::nil(), agency]);
            }
            Body::Recall(recall) => {
                for (part, record) in recall.records.iter().enumerate() {
                    values.extend(values_of![row.held_no, part, "release", recall.release, *record, agency]);
                }
            }
            Body::ImportUndo(undo) => {
                values.extend(values_of![row.held_no, 0_i64, "import", undo.import, Uuid::nil(), agency]);
            }
            Body::Tombstone(tombstone) => {
                values.extend(values_of![
                    row.held_no,
                    0_i64,
                    "record",
                    tombstone.record,
                    Uuid::nil(),
                    agency
                ]);
            }
            _ => {}
        }
    }
    let any = !values.is_empty();
    tx.insert(
        "keep a withdrawal",
        "insert into withdrawal (held_no, part, what, target_id, record_id, agency)",
        6,
        values,
        "",
    )
    .await?;
    Ok(any)
}

/// Whether nothing here was ever withdrawn, disclosed or ended.
pub(crate) async fn never(tx: &mut Tx) -> Result<bool, StoreError> {
    let row = tx
        .row(
            "look for withdrawals",
            "select cast(case when exists (select 1 from withdrawal) or exists (select 1 from disclosed) \
             or exists (select 1 from setting where name = $1) then 1 else 0 end as bigint)",
            values_of![ENDED],
        )
        .await?;
    Ok(row.map_or(Ok(0), |row| row.number(0))? == 0)
}

/// The records that a batch may have changed: its own, and those that its withdrawals and imported reports speak of.
pub(crate) async fn touched(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<BTreeSet<RecordId>, StoreError> {
    let mut records: BTreeSet<RecordId> = rows.iter().map(|row| row.entry.header().record).collect();
    let (mut releases, mut reports) = (BTreeSet::new(), BTreeSet::new());
    let mut imports = BTreeSet::new();
    for row in rows {
        match row.body {
            Body::Recall(recall) => {
                releases.insert(recall.release.uuid());
            }
            Body::ImportUndo(undo) => {
                imports.insert(undo.import.uuid());
            }
            Body::Tombstone(tombstone) => {
                records.insert(tombstone.record);
            }
            Body::Report(report) if report.import.is_some() => {
                reports.insert(row.entry.header().object.uuid());
            }
            _ => {}
        }
    }
    for (report, record) in
        ids(tx, "select object_id, record_id from held where kind = 'report' and other_id", &imports).await?
    {
        reports.insert(report);
        records.insert(RecordId::from_uuid(record));
    }
    for (sql, of) in [
        ("select release_id, record_id from held where part >= 0 and release_id", &releases),
        ("select report_id, record_id from held where report_id", &reports),
    ] {
        records.extend(ids(tx, sql, of).await?.into_iter().map(|(_, record)| RecordId::from_uuid(record)));
    }
    Ok(records)
}

async fn ids(tx: &mut Tx, sql: &str, of: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    let of: Vec<Uuid> = of.iter().copied().collect();
    let mut found = Vec::new();
    for some in of.chunks(200) {
        let values = some.iter().map(|id| Value::from(*id)).collect();
        let sql = format!("{sql} in ({})", places(1, some.len()));
        for row in tx.rows("find what was withdrawn", sql, values).await? {
            found.push((row.uuid(0)?, row.uuid(1)?));
        }
    }
    Ok(found)
}

/// Whether a record of this kind keeps others out of the views, so that its own body must stay.
pub(crate) const fn withdraws(kind: Kind) -> bool {
    matches!(kind, Kind::Recall | Kind::ImportUndo | Kind::Tombstone)
}
