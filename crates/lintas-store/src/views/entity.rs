//! Entities with a caption, for lists.

use std::collections::BTreeMap;

use lintas_model::property::Property;
use lintas_model::record::Statement;
use lintas_model::{AgencyCode, Body, EntityId, EntityKind, RecordId, Timestamp};
use uuid::Uuid;

use super::{Readable, held, whole_or_part};
use crate::engine::{Row, Tx, Value, values_of};
use crate::{Store, StoreError};

/// An entity as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityRow {
    /// The entity.
    pub entity: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The name first stated.
    pub caption: String,
    /// Who stated it.
    pub agency: AgencyCode,
    /// When.
    pub at: Timestamp,
    /// The record that states it.
    pub record: RecordId,
}

const COLUMNS: &str = "entity_id, kind, caption, agency, at, record_id";

impl Store {
    /// One entity.
    pub async fn entity(&self, entity: EntityId) -> Result<Option<EntityRow>, StoreError> {
        let row = self
            .pool
            .row(
                "read an entity",
                format!("select {COLUMNS} from entity where entity_id = $1"),
                values_of![entity],
            )
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// Entities in order of their first statement, newest first.
    pub async fn entities(&self, limit: usize, offset: usize) -> Result<Vec<EntityRow>, StoreError> {
        let rows = self
            .pool
            .rows(
                "list entities",
                format!("select {COLUMNS} from entity order by record_id desc limit $1 offset $2"),
                values_of![limit, offset],
            )
            .await?;
        rows.iter().map(read).collect()
    }

    /// How many entities there are, by kind.
    pub async fn entity_counts(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        let rows = self
            .pool
            .rows(
                "count entities",
                "select kind, count(at) from entity group by kind order by kind",
                Vec::new(),
            )
            .await?;
        rows.iter().map(|row| Ok((row.text(0)?, row.number(1)?.unsigned_abs()))).collect()
    }
}

fn read(row: &Row) -> Result<EntityRow, StoreError> {
    let kind = row.text(1)?;
    Ok(EntityRow {
        entity: EntityId::from_uuid(row.uuid(0)?),
        kind: kind.parse().map_err(|_| StoreError::Corrupt {
            table: "entity",
            id: kind.clone(),
            problem: "its kind is not known".to_owned(),
        })?,
        caption: row.text(2)?,
        agency: row.agency(3)?,
        at: row.at(4)?,
        record: RecordId::from_uuid(row.uuid(5)?),
    })
}

/// What a list calls an entity: its first name, else the first thing said about it, else nothing.
pub(crate) fn caption(statement: &Statement) -> String {
    const FIRST: [Property; 9] = [
        Property::Name,
        Property::Alias,
        Property::Nickname,
        Property::PhoneNumber,
        Property::Plate,
        Property::DocumentNumber,
        Property::AccountNumber,
        Property::Handle,
        Property::Address,
    ];
    FIRST
        .iter()
        .filter_map(|property| statement.says.get(property))
        .chain(statement.says.values())
        .find_map(|values| values.first())
        .map(|asserted| asserted.value.to_string())
        .unwrap_or_default()
}

/// The smallest record id among the statements decides the caption, in whatever order they came.
const SMALLEST_WINS: &str = "on conflict (entity_id) do update set kind = excluded.kind, caption = excluded.caption, \
     record_id = excluded.record_id, agency = excluded.agency, at = excluded.at \
     where excluded.record_id < entity.record_id \
     or (excluded.record_id = entity.record_id and excluded.agency < entity.agency)";
const HEAD: &str = "insert into entity (entity_id, kind, caption, record_id, agency, at)";

pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    // One statement may not touch a row twice, so the smallest of the batch is chosen here.
    let mut smallest: BTreeMap<Uuid, (&Readable<'_>, &Statement)> = BTreeMap::new();
    for row in rows {
        let Body::Statement(statement) = row.body else { continue };
        let kept = smallest.entry(statement.entity.uuid()).or_insert((row, statement));
        let order = |row: &Readable<'_>| (row.entry.header().record, row.entry.header().feed.agency.clone());
        if order(row) < order(kept.0) {
            *kept = (row, statement);
        }
    }
    let mut values: Vec<Value> = Vec::with_capacity(smallest.len() * 6);
    for (entity, (row, statement)) in smallest {
        let header = row.entry.header();
        values.extend(values_of![
            entity,
            statement.kind.as_str(),
            caption(statement),
            header.record,
            &header.feed.agency,
            header.at,
        ]);
    }
    tx.insert("enter entities", HEAD, 6, values, SMALLEST_WINS).await
}

/// After a statement has gone: the entity gets the caption of the smallest one left, or goes too.
pub(crate) async fn choose_again(tx: &mut Tx, entity: Uuid) -> Result<(), StoreError> {
    tx.execute("take an entity out", "delete from entity where entity_id = $1", values_of![entity]).await?;
    let left = tx
        .row(
            "find the statements left",
            "select held_no from held where object_id = $1 and kind = 'statement' and shown = 1 \
             order by record_id, agency limit 1",
            values_of![entity],
        )
        .await?;
    let Some(row) = left else { return Ok(()) };
    let number = row.number(0)?;
    let Some(entry) = held::entries(tx, &[number]).await?.remove(&number) else { return Ok(()) };
    if let Some(Body::Statement(statement)) = whole_or_part(entry.body()) {
        let header = entry.header();
        let values = values_of![
            entity,
            statement.kind.as_str(),
            caption(&statement),
            header.record,
            &header.feed.agency,
            header.at,
        ];
        tx.insert("enter an entity", HEAD, 6, values, "").await?;
    }
    Ok(())
}
