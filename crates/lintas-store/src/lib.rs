//! The store: records in an embedded database or a server, and the views computed from them.
//!
//! In: sealed entries. Out: the same bytes, and views: what is held, entities, identifiers, full text. The views can be
//! thrown away and rebuilt. Never: rules about who may see, clocks, network beyond the database's own.

mod engine;
mod erase;
mod error;
mod feeds;
mod local;
mod log;
mod migrate;
mod sealed;
mod search;
mod turns;
mod verify;
mod views;

pub use erase::Erased;
pub use error::{AppendError, StoreError};
pub use feeds::{Accepted, Appended, FeedState};
pub use local::credential::Credential;
pub use local::job::{Job, JobState};
pub use local::pair::{Arrived, PossiblePair};
pub use local::saved_search::SavedSearch;
pub use local::session::Session;
pub use sealed::{DossierRow, SealedChange, SealedStore, SealedWriteError};
pub use search::{Hit, SearchQuery, Snippet};
pub use verify::ViewCheck;
pub use views::entity::EntityRow;
pub use views::held::{Held, HeldQuery, Mark, Order};
pub use views::identifier::{SharedIdentifier, normal_form};
pub use views::name::NameRow;

use engine::Pool;
use turns::Turns;

/// A handle to the database of a node; clones share it.
#[derive(Debug, Clone)]
pub struct Store {
    pool: Pool,
    turns: Turns,
}

impl Store {
    /// Makes the database of a new node; refuses where one is already.
    pub async fn create(url: &str) -> Result<Self, StoreError> {
        let pool = Pool::open(url, true).await?;
        if migrate::version(&pool).await? > 0 {
            return Err(StoreError::Exists(engine::public_address(url)));
        }
        Self::ready(pool).await
    }

    /// Opens the database of a node and brings its tables and views up to date; refuses one that a newer program has
    /// written.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Self::ready(Pool::open(url, false).await?).await
    }

    async fn ready(pool: Pool) -> Result<Self, StoreError> {
        migrate::migrate(&pool, migrate::STEPS).await?;
        let store = Self { pool, turns: Turns::default() };
        store.bring_views_up_to_date().await?;
        Ok(store)
    }

    /// Closes every connection; what was acknowledged is on disk.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
