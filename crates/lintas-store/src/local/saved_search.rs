//! Searches that an officer wants to hear of again.

use lintas_model::{OfficerId, Timestamp};
use uuid::Uuid;

use crate::engine::values_of;
use crate::{Store, StoreError};

/// A saved search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub officer: OfficerId,
    /// What is searched for, as the layer above writes it.
    pub wanted: String,
    /// When it was saved.
    pub made_at: Timestamp,
    /// What arrived after this instant is new.
    pub seen_at: Timestamp,
}

impl Store {
    /// Saves a search.
    pub async fn save_search(&self, search: &SavedSearch) -> Result<(), StoreError> {
        self.pool
            .execute(
                "save a search",
                "insert into saved_search (search_id, officer_id, wanted, made_at, seen_at) values ($1, $2, $3, $4, $5)",
                values_of![search.id, search.officer, search.wanted.as_str(), search.made_at, search.seen_at],
            )
            .await
            .map(drop)
    }

    /// The saved searches of an officer, oldest first.
    pub async fn saved_searches(&self, officer: OfficerId) -> Result<Vec<SavedSearch>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read saved searches",
                "select search_id, wanted, made_at, seen_at from saved_search where officer_id = $1 \
                 order by made_at, search_id",
                values_of![officer],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(SavedSearch {
                    id: row.uuid(0)?,
                    officer,
                    wanted: row.text(1)?,
                    made_at: row.at(2)?,
                    seen_at: row.at(3)?,
                })
            })
            .collect()
    }

    /// Notes up to when an officer has seen what a search finds.
    pub async fn seen_search(&self, officer: OfficerId, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
        let sql = "update saved_search set seen_at = $3 where search_id = $1 and officer_id = $2";
        self.pool.execute("note what was seen", sql, values_of![id, officer, at]).await.map(drop)
    }

    /// Forgets a saved search.
    pub async fn forget_search(&self, officer: OfficerId, id: Uuid) -> Result<(), StoreError> {
        let sql = "delete from saved_search where search_id = $1 and officer_id = $2";
        self.pool.execute("forget a search", sql, values_of![id, officer]).await.map(drop)
    }
}
