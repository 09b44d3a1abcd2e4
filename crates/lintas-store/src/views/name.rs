//! Names by the keys that spellings of one name share in any script, so that a new record finds who may be the same.
//!
//! Rare keys are followed first and a common one only as far as there is room: in a country where a third of the people
//! bear one surname, a key that it makes says nothing, and following it would cost all the time there is.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::property::Property;
use lintas_model::{Body, EntityId, EntityKind};
use lintas_names::keys::KeyKind;
use lintas_names::organisation::Organisation;
use lintas_names::{Name, keys};

use super::Readable;
use crate::engine::{Tx, Value, places, values_of};
use crate::{Store, StoreError};

/// So many names of one statement are looked up; lists of sanctions state a hundred spellings of one name.
const MOST_NAMES: usize = 16;
/// A key that more statements have than this is common.
const COMMON: usize = 200;

/// A name that may be a spelling of another, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameRow {
    /// The entity.
    pub entity: EntityId,
    /// Its name as written.
    pub written: String,
}

/// A name that a record states, with its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatedName {
    written: String,
    keys: Vec<String>,
}

impl Store {
    /// Names of entities of a kind that share a key with one of these names, at most so many statements: those that
    /// share the rarest keys first, and the newest of those that share a common one.
    pub async fn alike(
        &self,
        kind: EntityKind,
        names: &[String],
        most: usize,
    ) -> Result<Vec<NameRow>, StoreError> {
        let wanted: BTreeSet<String> =
            names.iter().take(MOST_NAMES).flat_map(|written| keys_of(kind, written)).take(400).collect();
        let mut counted = self.counted(wanted.into_iter().collect()).await?;
        counted.sort_by(|(one, n), (other, m)| (n, one).cmp(&(m, other)));
        let (mut room, mut parts, mut values) = (most, Vec::new(), Vec::new());
        for (key, count) in counted.into_iter().filter(|(_, count)| *count > 0) {
            if room == 0 {
                break;
            }
            let some = count.min(room);
            room -= some;
            values.extend(values_of![key, some]);
            parts.push(format!(
                "select held_no from (select held_no from name_key where value = ${} order by held_no desc limit ${})",
                values.len() - 1,
                values.len()
            ));
        }
        if parts.is_empty() {
            return Ok(Vec::new());
        }
        let parts: Vec<String> = parts.into_iter().map(|part| format!("{part} as k")).collect();
        let sql = format!(
            "select distinct n.entity_id, n.written from ({}) f join name n on n.held_no = f.held_no where n.kind = ${} \
             order by n.entity_id, n.written",
            parts.join(" union "),
            values.len() + 1
        );
        values.push(Value::from(kind.as_str()));
        let rows = self.pool.rows("find names alike", sql, values).await?;
        rows.iter()
            .map(|row| Ok(NameRow { entity: EntityId::from_uuid(row.uuid(0)?), written: row.text(1)? }))
            .collect()
    }

    /// How many statements have each of some keys; a common key counts as one more than it needs to be common.
    async fn counted(&self, keys: Vec<String>) -> Result<Vec<(String, usize)>, StoreError> {
        let mut found = Vec::with_capacity(keys.len());
        for some in keys.chunks(100) {
            let parts: Vec<String> = (1..=some.len())
                .map(|n| {
                    format!(
                        "select cast({n} as bigint) as n, count(held_no) as c from \
                         (select held_no from name_key where value = ${n} limit {}) as k",
                        COMMON + 1
                    )
                })
                .collect();
            let sql = parts.join(" union all ");
            let values = some.iter().map(|key| Value::from(key.as_str())).collect();
            for row in self.pool.rows("count keys of names", sql, values).await? {
                let at = usize::try_from(row.number(0)? - 1).unwrap_or_default();
                found.extend(
                    some.get(at).map(|key| (key.clone(), row.number(1).unwrap_or_default() as usize)),
                );
            }
        }
        Ok(found)
    }

    /// The names stated of an entity, each once.
    pub async fn names_of(&self, entity: EntityId) -> Result<Vec<String>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read the names of an entity",
                "select distinct written from name where entity_id = $1 order by written limit 100",
                values_of![entity],
            )
            .await?;
        rows.iter().map(|row| row.text(0)).collect()
    }
}

/// The names that a record states, with their keys.
pub(crate) fn stated(body: &Body) -> Vec<StatedName> {
    const NAMED: [Property; 4] = [Property::Name, Property::Alias, Property::FormerName, Property::Nickname];
    let Body::Statement(statement) = body else { return Vec::new() };
    let mut found = BTreeMap::new();
    for asserted in NAMED.iter().filter_map(|property| statement.says.get(property)).flatten() {
        if found.len() == MOST_NAMES {
            break;
        }
        let written = asserted.value.to_string();
        let keys = keys_of(statement.kind, &written);
        if !keys.is_empty() {
            found.insert(written, keys);
        }
    }
    found.into_iter().map(|(written, keys)| StatedName { written, keys }).collect()
}

/// The keys of a name of a person or an organisation; other things are known by their numbers.
fn keys_of(kind: EntityKind, written: &str) -> Vec<String> {
    let (mark, name) = match kind {
        EntityKind::Person => ('p', Name::read(written).ok()),
        EntityKind::Organisation => ('o', Organisation::read(written).ok().map(|body| body.core().clone())),
        _ => return Vec::new(),
    };
    let Some(name) = name else { return Vec::new() };
    keys(&name)
        .into_iter()
        .map(|key| {
            let sort = match key.kind {
                KeyKind::Word => 'w',
                KeyKind::Pair => 'p',
                _ => 'a',
            };
            format!("{mark}{sort}{}", key.value)
        })
        .collect()
}

pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    let (mut names, mut keys) = (Vec::new(), BTreeSet::new());
    for row in rows {
        let Body::Statement(statement) = row.body else { continue };
        for name in &row.drawn.names {
            names.extend(values_of![
                row.held_no,
                name.written.as_str(),
                statement.entity,
                statement.kind.as_str()
            ]);
            keys.extend(name.keys.iter().map(|key| (key.as_str(), row.held_no)));
        }
    }
    tx.insert("enter names", "insert into name (held_no, written, entity_id, kind)", 4, names, "").await?;
    let keys = keys.into_iter().flat_map(|(key, held_no)| values_of![key, held_no]).collect();
    tx.insert("enter keys of names", "insert into name_key (value, held_no)", 2, keys, "").await
}

/// Takes the names of rows out, with the keys that they have: those are found again from the names, which is cheaper than
/// a second index over the keys.
pub(crate) async fn remove(tx: &mut Tx, numbers: &[i64]) -> Result<(), StoreError> {
    let listed = places(1, numbers.len());
    let values = || numbers.iter().map(|number| Value::from(*number)).collect::<Vec<_>>();
    let sql = format!("select held_no, kind, written from name where held_no in ({listed})");
    let mut gone = BTreeSet::new();
    for row in tx.rows("find names", sql, values()).await? {
        let Ok(kind) = row.text(1)?.parse() else { continue };
        let number = row.number(0)?;
        gone.extend(keys_of(kind, &row.text(2)?).into_iter().map(|key| (key, number)));
    }
    for (key, number) in gone {
        let sql = "delete from name_key where value = $1 and held_no = $2";
        tx.execute("take keys of names out", sql, values_of![key, number]).await?;
    }
    let sql = format!("delete from name where held_no in ({listed})");
    tx.execute("take names out", sql, values()).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_key_and_a_person_none_with_a_firm() {
        let meet = |kind, other_kind, left: &str, right: &str| {
            let right = keys_of(other_kind, right);
            keys_of(kind, left).iter().any(|key| right.contains(key))
        };
        assert!(meet(EntityKind::Person, EntityKind::Person, "สมชาย ใจดี", "Somchai Jaidee"));
        assert!(!meet(EntityKind::Person, EntityKind::Person, "Somchai Jaidee", "Nguyen Van Binh"));
        assert!(!meet(EntityKind::Person, EntityKind::Organisation, "Somchai Jaidee", "Somchai Jaidee"));
        assert!(keys_of(EntityKind::Phone, "+66 81 234 5678").is_empty());
    }
}
