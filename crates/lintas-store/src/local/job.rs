//! Jobs: work that outlives a request, polled so that any engine will do.

use lintas_model::Timestamp;
use uuid::Uuid;

use crate::engine::{Row, in_tx, values_of};
use crate::{Store, StoreError};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobState {
    /// Waits until it is due.
    Waiting,
    /// Somebody works on it.
    Running,
    /// Done.
    Done,
    /// Given up.
    Failed,
}

impl JobState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn named(word: &str) -> Self {
        match word {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            "done" => Self::Done,
            _ => Self::Failed,
        }
    }
}

/// A piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: Uuid,
    /// What kind of work.
    pub kind: String,
    /// On what.
    pub subject: String,
    /// Where it stands.
    pub state: JobState,
    /// When it may run.
    pub due: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// What came of it, for people.
    pub detail: String,
    /// When that was last written.
    pub changed: Timestamp,
}

const COLUMNS: &str = "job_id, kind, subject, state, due_at, tries, detail, changed_at";

impl Store {
    /// Puts work in the queue.
    pub async fn enqueue(&self, job: &Job) -> Result<(), StoreError> {
        self.pool
            .execute(
                "enqueue a job",
                "insert into job (job_id, kind, subject, state, due_at, tries, detail, changed_at) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
                values_of![
                    job.id,
                    job.kind.as_str(),
                    job.subject.as_str(),
                    job.state.as_str(),
                    job.due,
                    job.tries,
                    job.detail.as_str(),
                    job.changed
                ],
            )
            .await?;
        Ok(())
    }

    /// Claims the job that has been due longest; two workers never get the same one.
    pub async fn claim(&self, now: Timestamp) -> Result<Option<Job>, StoreError> {
        in_tx!(self.pool, |tx| {
            let row = tx
                .row(
                    "find a job",
                    format!(
                        "select {COLUMNS} from job where state = 'waiting' and due_at <= $1 \
                                 order by due_at, job_id limit 1"
                    ),
                    values_of![now],
                )
                .await?;
            let Some(row) = row else { return Ok(None) };
            let mut job = read(&row)?;
            let changed = tx
                .execute(
                    "claim a job",
                    "update job set state = 'running', tries = tries + 1, changed_at = $1 \
                             where job_id = $2 and state = 'waiting'",
                    values_of![now, job.id],
                )
                .await?;
            job.state = JobState::Running;
            job.tries += 1;
            Ok((changed == 1).then_some(job))
        })
    }

    /// Writes down what became of a job: done, given up, or waiting for another try at `due`.
    pub async fn settle(&self, job: &Job) -> Result<(), StoreError> {
        self.pool
            .execute(
                "settle a job",
                "update job set state = $1, due_at = $2, detail = $3, changed_at = $4 where job_id = $5",
                values_of![job.state.as_str(), job.due, job.detail.as_str(), job.changed, job.id],
            )
            .await?;
        Ok(())
    }

    /// Jobs, the latest first.
    pub async fn jobs(&self, limit: usize) -> Result<Vec<Job>, StoreError> {
        let rows = self
            .pool
            .rows(
                "list jobs",
                format!("select {COLUMNS} from job order by changed_at desc, job_id limit $1"),
                values_of![limit],
            )
            .await?;
        rows.iter().map(read).collect()
    }
}

fn read(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.uuid(0)?,
        kind: row.text(1)?,
        subject: row.text(2)?,
        state: JobState::named(&row.text(3)?),
        due: row.at(4)?,
        tries: u32::try_from(row.number(5)?).unwrap_or(u32::MAX),
        detail: row.text(6)?,
        changed: row.at(7)?,
    })
}
