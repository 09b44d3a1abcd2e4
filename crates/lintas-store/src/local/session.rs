//! Who is signed in.

use lintas_model::handling::Purpose;
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
    /// The purpose that the officer has chosen for it, if any.
    pub purpose: Option<Purpose>,
}

impl Store {
    /// Begins a session.
    pub async fn begin_session(&self, session: &Session, at: Timestamp) -> Result<(), StoreError> {
        self.pool
            .execute(
                "begin a session",
                "insert into session (token_sha256, officer_id, made_at, expires_at, purpose) values ($1, $2, $3, $4, $5)",
                values_of![
                    session.token_sha256.as_slice(),
                    session.officer,
                    at,
                    session.expires_at,
                    session.purpose.map(Purpose::as_str)
                ],
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
                "select officer_id, expires_at, purpose from session where token_sha256 = $1 and expires_at > $2",
                values_of![token_sha256.as_slice(), now],
            )
            .await?;
        row.map(|row| {
            let word = row.maybe_text(2)?;
            Ok(Session {
                token_sha256,
                officer: OfficerId::from_uuid(row.uuid(0)?),
                expires_at: row.at(1)?,
                purpose: Purpose::ALL.into_iter().find(|purpose| Some(purpose.as_str()) == word.as_deref()),
            })
        })
        .transpose()
    }

    /// Remembers for which purpose a session acts from now on.
    pub async fn set_session_purpose(
        &self,
        token_sha256: [u8; 32],
        purpose: Purpose,
    ) -> Result<(), StoreError> {
        self.pool
            .execute(
                "set the purpose of a session",
                "update session set purpose = $2 where token_sha256 = $1",
                values_of![token_sha256.as_slice(), purpose.as_str()],
            )
            .await?;
        Ok(())
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
