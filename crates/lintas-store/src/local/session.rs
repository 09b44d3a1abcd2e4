//! Who is signed in.

use lintas_model::{OfficerId, Timestamp};

use crate::engine::values_of;
use crate::{Store, StoreError};

/// A signed-in officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie.
    pub token_sha256: [u8; 32],
    /// The officer.
    pub officer: OfficerId,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl Store {
    /// Begins a session.
    pub async fn begin_session(&self, session: &Session, at: Timestamp) -> Result<(), StoreError> {
        self.pool
            .execute(
                "begin a session",
                "insert into session (token_sha256, officer_id, made_at, expires_at) values ($1, $2, $3, $4)",
                values_of![session.token_sha256.as_slice(), session.officer, at, session.expires_at],
            )
            .await?;
        Ok(())
    }

    /// The session of a token that has not ended at `now`.
    pub async fn session(
        &self,
        token_sha256: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        let row = self
            .pool
            .row(
                "read a session",
                "select officer_id, expires_at from session where token_sha256 = $1 and expires_at > $2",
                values_of![token_sha256.as_slice(), now],
            )
            .await?;
        row.map(|row| {
            Ok(Session { token_sha256, officer: OfficerId::from_uuid(row.uuid(0)?), expires_at: row.at(1)? })
        })
        .transpose()
    }

    /// Ends a session, and all that have run out.
    pub async fn end_session(&self, token_sha256: [u8; 32], now: Timestamp) -> Result<(), StoreError> {
        self.pool
            .execute(
                "end a session",
                "delete from session where token_sha256 = $1 or expires_at <= $2",
                values_of![token_sha256.as_slice(), now],
            )
            .await?;
        Ok(())
    }
}
