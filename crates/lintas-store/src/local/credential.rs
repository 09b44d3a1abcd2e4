//! What officers sign in with.

use lintas_model::{OfficerId, Timestamp};

use crate::engine::values_of;
use crate::{Store, StoreError};

/// A secret of an officer.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// The officer.
    pub officer: OfficerId,
    /// `password`, `totp`, `totp_new` until it is confirmed, `recovery` or `passkey`.
    pub kind: String,
    /// Tells several of one kind apart, for example the name of a key.
    pub label: String,
    /// Password hash, TOTP secret or passkey.
    pub secret: Vec<u8>,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The secret never reaches a log.
        f.debug_struct("Credential")
            .field("officer", &self.officer)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The secrets of an officer.
    pub async fn credentials(&self, officer: OfficerId) -> Result<Vec<Credential>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read credentials",
                "select kind, label, secret from credential where officer_id = $1 order by kind, label",
                values_of![officer],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Credential { officer, kind: row.text(0)?, label: row.text(1)?, secret: row.bytes(2)? })
            })
            .collect()
    }

    /// Takes a secret away; whether it was still there. Of two that take the same one at once, one is told so.
    pub async fn forget_credential(
        &self,
        officer: OfficerId,
        kind: &str,
        label: &str,
    ) -> Result<bool, StoreError> {
        let taken = self
            .pool
            .execute(
                "forget a credential",
                "delete from credential where officer_id = $1 and kind = $2 and label = $3",
                values_of![officer, kind, label],
            )
            .await?;
        Ok(taken > 0)
    }

    /// Keeps a secret in place of an earlier one of the same kind and label.
    pub async fn keep_credential(&self, credential: &Credential, at: Timestamp) -> Result<(), StoreError> {
        self.pool
            .execute(
                "keep a credential",
                "insert into credential (officer_id, kind, label, secret, made_at) values ($1, $2, $3, $4, $5) \
                 on conflict (officer_id, kind, label) do update set secret = excluded.secret, made_at = excluded.made_at",
                values_of![
                    credential.officer,
                    credential.kind.as_str(),
                    credential.label.as_str(),
                    credential.secret.as_slice(),
                    at
                ],
            )
            .await?;
        Ok(())
    }
}
