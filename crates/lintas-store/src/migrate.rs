//! Bringing the tables up to date, one small forward step at a time.
//!
//! Not sqlx's own migrator: it takes advisory locks, which distributed engines lack. Steps run from one place, when a
//! node starts, each in a transaction of its own; what a step was is remembered by the hash of its text.

use lintas_ledger::Hash32;

use crate::StoreError;
use crate::engine::{Pool, in_tx, values_of};

pub(crate) struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! step {
    ($number:literal, $name:literal, both) => {
        step!($number, $name, "", "")
    };
    ($number:literal, $name:literal, each) => {
        step!($number, $name, ".sqlite", ".postgres")
    };
    ($number:literal, $name:literal, $sqlite:literal, $postgres:literal) => {
        Step {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, $sqlite, ".sql")),
            postgres: include_str!(concat!("../migrations/", $name, $postgres, ".sql")),
        }
    };
}

/// The steps of a node's database.
pub(crate) const STEPS: &[Step] = &[
    step!(1, "0001_feed", both),
    step!(2, "0002_record", both),
    step!(3, "0003_record_by_id", both),
    step!(4, "0004_log", both),
    step!(5, "0005_log_leaf", both),
    step!(6, "0006_checkpoint", both),
    step!(7, "0007_held", both),
    step!(8, "0008_held_by_record", both),
    step!(9, "0009_held_by_kind", both),
    step!(10, "0010_held_by_object", both),
    step!(11, "0011_held_by_case", both),
    step!(12, "0012_held_by_report", both),
    step!(13, "0013_held_by_other", both),
    step!(14, "0014_held_by_release", both),
    step!(15, "0015_held_by_end", both),
    step!(16, "0016_disclosed", both),
    step!(17, "0017_withdrawal", both),
    step!(18, "0018_withdrawal_by_target", both),
    step!(19, "0019_entity", both),
    step!(20, "0020_identifier", both),
    step!(21, "0021_identifier_by_entity", both),
    step!(22, "0022_identifier_by_held", both),
    step!(23, "0023_search_index", each),
    step!(24, "0024_search_index_by_token", each),
    step!(25, "0025_setting", both),
    step!(26, "0026_credential", both),
    step!(27, "0027_session", both),
    step!(28, "0028_import_row", both),
    step!(29, "0029_import_row_by_import", both),
    step!(30, "0030_job", both),
    step!(31, "0031_job_by_due", both),
    step!(32, "0032_session_purpose", both),
    step!(33, "0033_name", each),
    step!(34, "0034_name_by_entity", both),
    step!(35, "0035_name_key", each),
    step!(36, "0036_possible_pair", both),
    step!(37, "0037_possible_pair_by_strength", both),
    step!(38, "0038_word", each),
    step!(39, "0039_saved_search", both),
    step!(40, "0040_saved_search_by_officer", both),
];

/// The steps of the database of a sealed space.
pub(crate) const SEALED: &[Step] = &[
    step!(1, "sealed/0001_sealed_space", both),
    step!(2, "sealed/0002_dossier", both),
    step!(3, "sealed/0003_member", both),
    step!(4, "sealed/0004_audit_entry", both),
];

/// The newest step that this program knows.
fn known(steps: &[Step]) -> i64 {
    steps.last().map_or(0, |step| step.number)
}

/// The step that the database stands at; 0 for an empty one.
pub(crate) async fn version(pool: &Pool) -> Result<i64, StoreError> {
    pool.execute(
        "set up the list of migrations",
        "create table if not exists migration (number bigint not null primary key, name text not null, text_sha256 bytea not null)",
        Vec::new(),
    )
    .await?;
    let row =
        pool.row("read the version of the database", "select max(number) from migration", Vec::new()).await?;
    row.map_or(Ok(0), |row| row.number(0))
}

/// Runs the steps that the database has not seen.
pub(crate) async fn migrate(pool: &Pool, steps: &[Step]) -> Result<(), StoreError> {
    let found = version(pool).await?;
    if found > known(steps) {
        return Err(StoreError::Newer { found, known: known(steps) });
    }
    let sqlite = matches!(pool, Pool::Sqlite { .. });
    let seen = pool
        .rows(
            "read the list of migrations",
            "select number, text_sha256 from migration order by number",
            Vec::new(),
        )
        .await?;
    for row in &seen {
        let number = row.number(0)?;
        let hash = row.bytes(1)?;
        if let Some(step) = steps.iter().find(|step| step.number == number)
            && Hash32::of(&[text(step, sqlite).as_bytes()]).0.as_slice() != hash
        {
            return Err(StoreError::Migration { number, name: step.name.to_owned() });
        }
    }
    for step in steps.iter().filter(|step| step.number > found) {
        let sql = text(step, sqlite);
        let hash = Hash32::of(&[sql.as_bytes()]).0.to_vec();
        in_tx!(pool, |tx| {
            let values = values_of![step.number, step.name, hash.clone()];

            tx.execute("bring the tables up to date", sql.as_str(), Vec::new()).await?;
            tx.execute(
                "note a migration",
                "insert into migration (number, name, text_sha256) values ($1, $2, $3)",
                values,
            )
            .await?;
            Ok(())
        })?;
    }
    Ok(())
}

/// The text of a step for an engine. SQLite lets a row stand at its key only when the key is spelled `integer primary
/// key`; that is the one word in which the shared texts differ.
fn text(step: &Step, sqlite: bool) -> String {
    if sqlite {
        step.sqlite.replace("bigint not null primary key", "integer not null primary key")
    } else {
        step.postgres.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbered_without_a_hole_and_say_why() {
        for (at, step) in STEPS.iter().enumerate().chain(SEALED.iter().enumerate()) {
            assert_eq!(step.number, at as i64 + 1, "{}", step.name);
            for text in [step.sqlite, step.postgres] {
                assert!(text.starts_with("-- Why: "), "{}", step.name);
            }
        }
    }

    #[test]
    fn the_shown_schema_is_the_sum_of_the_steps() {
        let sum: Vec<&str> = STEPS.iter().map(|step| step.sqlite.trim()).collect();
        let shown = include_str!("../schema.sql");
        assert_eq!(shown.trim(), sum.join("\n\n"), "schema.sql must be the migrations for SQLite in order");
    }

    #[tokio::test]
    async fn a_database_newer_than_the_program_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("node.db").display());
        let store = crate::Store::create(&url).await.unwrap();
        let sql = "insert into migration (number, name, text_sha256) values ($1, $2, $3)";
        let newer = values_of![known(STEPS) + 4, "later", vec![0u8; 32]];
        store.pool.execute("note a migration", sql, newer).await.unwrap();
        store.close().await;
        let refused = crate::Store::open(&url).await.unwrap_err();
        assert!(matches!(refused, StoreError::Newer { .. }));
        let (found, known) = (known(STEPS) + 4, known(STEPS));
        assert_eq!(
            refused.to_string(),
            format!(
                "could not open a database of version {found}: this program knows version {known}; \
                 install the newer program"
            )
        );
        let pool = Pool::open(&url, false).await.unwrap();
        assert_eq!(version(&pool).await.unwrap(), found);
    }
}
