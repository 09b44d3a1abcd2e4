//! Rows that came back, read by the place of their columns.

use lintas_model::{AgencyCode, Timestamp};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::StoreError;

/// A row that came back; columns are read by their place.
pub(crate) enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    pub(crate) fn number(&self, column: usize) -> Result<i64, StoreError> {
        self.maybe_number(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read a number from a row", cause))
    }

    pub(crate) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        self.number(column).map(|n| n != 0)
    }

    pub(crate) fn at(&self, column: usize) -> Result<Timestamp, StoreError> {
        self.number(column).map(Timestamp::from_millis)
    }

    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        self.maybe_text(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read text from a row", cause))
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        self.maybe_bytes(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read bytes from a row", cause))
    }

    pub(crate) fn uuid(&self, column: usize) -> Result<Uuid, StoreError> {
        self.maybe_uuid(column)?.ok_or_else(|| StoreError::Corrupt {
            table: "a row",
            id: format!("column {column}"),
            problem: "an id is missing".to_owned(),
        })
    }

    pub(crate) fn maybe_uuid(&self, column: usize) -> Result<Option<Uuid>, StoreError> {
        self.maybe_bytes(column)?
            .map(|bytes| {
                Uuid::from_slice(&bytes).map_err(|cause| StoreError::Corrupt {
                    table: "a row",
                    id: format!("column {column}"),
                    problem: cause.to_string(),
                })
            })
            .transpose()
    }

    /// Every column as text, for comparing rows.
    pub(crate) fn text_of_all(&self) -> Result<String, StoreError> {
        let columns = match self {
            Self::Sqlite(row) => row.len(),
            Self::Postgres(row) => row.len(),
        };
        let mut all = String::new();
        for column in 0..columns {
            let value = self
                .maybe_bytes(column)
                .map(|bytes| format!("{bytes:?}"))
                .or_else(|_| self.maybe_number(column).map(|number| format!("{number:?}")))
                .or_else(|_| self.maybe_text(column).map(|text| format!("{text:?}")))?;
            all.push_str(&value);
            all.push('|');
        }
        Ok(all)
    }

    pub(crate) fn agency(&self, column: usize) -> Result<AgencyCode, StoreError> {
        let text = self.text(column)?;
        AgencyCode::new(&text).map_err(|cause| StoreError::Corrupt {
            table: "a row",
            id: text,
            problem: cause.to_string(),
        })
    }
}
