//! Pairs that may be the same and wait for a judgement: a list of work, found again from the records when it is lost.

use lintas_model::EntityId;

use crate::engine::{Value, in_tx, values_of};
use crate::{Store, StoreError};

/// The setting that says up to which row statements have been looked at.
const LOOKED: &str = "pairs.looked";

/// Two entities that may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PossiblePair {
    /// How much speaks for it, in thousandths: for the order only.
    pub strength: u16,
    /// The smaller id.
    pub left: EntityId,
    /// The greater id.
    pub right: EntityId,
}

/// What came into the views since pairs were last looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Entities of which something was stated, oldest first, each once.
    pub entities: Vec<EntityId>,
    /// The last row that was looked at before.
    pub from: i64,
    /// The last row that was looked at; to be handed to [`Store::keep_pairs`].
    pub up_to: i64,
    /// How many rows come after it.
    pub behind: u64,
}

impl Store {
    /// Entities of which something was stated since pairs were last looked for, out of at most so many rows.
    pub async fn arrived(&self, rows: usize) -> Result<Arrived, StoreError> {
        let from = self.looked().await?;
        let last = self.pool.row("count rows", "select max(held_no) from held", Vec::new()).await?;
        let last = last.map_or(Ok(None), |row| row.maybe_number(0))?.unwrap_or(0);
        let up_to = last.min(from.saturating_add(i64::try_from(rows).unwrap_or(i64::MAX)));
        let found = self
            .pool
            .rows(
                "find new statements",
                "select object_id from held where held_no > $1 and held_no <= $2 \
                 and coalesce(kind, '') = 'statement' and shown = 1 order by held_no",
                values_of![from, up_to],
            )
            .await?;
        let mut entities = Vec::new();
        for row in found {
            let entity = EntityId::from_uuid(row.uuid(0)?);
            if !entities.contains(&entity) {
                entities.push(entity);
            }
        }
        Ok(Arrived { entities, from, up_to, behind: (last - up_to).max(0).unsigned_abs() })
    }

    async fn looked(&self) -> Result<i64, StoreError> {
        let bytes = self.setting(LOOKED).await?.unwrap_or_default();
        Ok(<[u8; 8]>::try_from(bytes.as_slice()).map_or(0, i64::from_be_bytes))
    }

    /// Keeps pairs, and up to which row statements have been looked at.
    pub async fn keep_pairs(&self, pairs: &[PossiblePair], up_to: Option<i64>) -> Result<(), StoreError> {
        // One statement may not touch a row twice.
        let pairs: std::collections::BTreeMap<_, _> =
            pairs.iter().map(|pair| ((pair.left, pair.right), pair.strength)).collect();
        in_tx!(self.pool, |tx| {
            let values: Vec<Value> = pairs
                .iter()
                .flat_map(|((left, right), strength)| values_of![*left, *right, u32::from(*strength)])
                .collect();
            tx.insert(
                "keep pairs",
                "insert into possible_pair (left_id, right_id, strength)",
                3,
                values,
                "on conflict (left_id, right_id) do update set strength = excluded.strength",
            )
            .await?;
            if let Some(up_to) = up_to {
                tx.execute(
                    "note what was looked at",
                    "insert into setting (name, value) values ($1, $2) \
                     on conflict (name) do update set value = excluded.value",
                    values_of![LOOKED, up_to.to_be_bytes().to_vec()],
                )
                .await?;
            }
            Ok(())
        })
    }

    /// Pairs in order, strongest first, after one of them.
    pub async fn pairs(
        &self,
        after: Option<PossiblePair>,
        limit: usize,
    ) -> Result<Vec<PossiblePair>, StoreError> {
        let (condition, mut values) = match after {
            None => (String::new(), Vec::new()),
            Some(pair) => (
                "where (strength, left_id, right_id) < ($1, $2, $3)".to_owned(),
                values_of![u32::from(pair.strength), pair.left, pair.right],
            ),
        };
        values.push(Value::from(limit));
        let sql = format!(
            "select strength, left_id, right_id from possible_pair {condition} \
             order by strength desc, left_id desc, right_id desc limit ${}",
            values.len()
        );
        let rows = self.pool.rows("read pairs", sql, values).await?;
        rows.iter()
            .map(|row| {
                Ok(PossiblePair {
                    strength: u16::try_from(row.number(0)?).unwrap_or_default(),
                    left: EntityId::from_uuid(row.uuid(1)?),
                    right: EntityId::from_uuid(row.uuid(2)?),
                })
            })
            .collect()
    }

    /// Takes a pair off the list.
    pub async fn drop_pair(&self, left: EntityId, right: EntityId) -> Result<(), StoreError> {
        let sql = "delete from possible_pair where left_id = $1 and right_id = $2";
        self.pool
            .execute("take a pair off the list", sql, values_of![left.min(right), left.max(right)])
            .await
            .map(drop)
    }
}

/// After a rebuild rows have other numbers: everything is looked at again.
pub(crate) async fn forget_all(tx: &mut crate::engine::Tx) -> Result<(), StoreError> {
    tx.execute("forget pairs", "delete from possible_pair", Vec::new()).await?;
    tx.execute("look at everything again", "delete from setting where name = $1", values_of![LOOKED])
        .await
        .map(drop)
}
