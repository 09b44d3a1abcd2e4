//! Durable ingest by groups: signed, in the Merkle tree, in the views, found by search, on disk.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedHead, FeedId, Signer, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::record::Audience;
use lintas_model::{AgencyCode, AudienceId, Body, CaseId, Draft, OfficerId, Timestamp};
use lintas_store::Store;
use lintas_testkit::Member;

use super::bare::Bare;
use super::load::{self, Load};
use super::{GROUP, postgres};

/// Groups written between two looks at the clock of the bare database, so that a busy machine slows both alike.
const ROUND: usize = 8;

/// Writes to one feed of a node.
pub(crate) struct Writer {
    pub(crate) store: Store,
    pub(crate) feed: FeedId,
    pub(crate) signer: Arc<Signer>,
    /// Where the database is.
    pub(crate) database: String,
    load: Load,
    at: Timestamp,
    groups: u64,
}

impl Writer {
    /// A writer to the feed of a member for an audience.
    pub(crate) async fn at(
        member: &Member,
        folder: &Path,
        case: CaseId,
        audience: AudienceId,
    ) -> anyhow::Result<Self> {
        let key: KeyFile = std::fs::read_to_string(folder.join("keys/node.key"))?.parse()?;
        let database = member.node.config().database.clone();
        let author = OfficerId::from_uuid(member.node.private_audience().uuid());
        Ok(Self {
            store: Store::open(&database).await?,
            feed: FeedId { agency: member.code().clone(), audience },
            signer: Arc::new(key.signer(KeyRole::Node)?),
            database,
            load: Load::into_audience(audience, Some(case), author, member.node.now()),
            at: member.node.now(),
            groups: 0,
        })
    }

    /// Writes groups, two in flight: one is sealed while the one before is on its way to the disk. Answers seconds.
    async fn write(&mut self, groups: Vec<Vec<Draft>>) -> anyhow::Result<f64> {
        let start = Instant::now();
        let mut before: Option<tokio::task::JoinHandle<anyhow::Result<()>>> = None;
        for group in groups {
            self.groups += 1;
            let (store, feed, signer) = (self.store.clone(), self.feed.clone(), self.signer.clone());
            let (seed, at) = (self.groups, self.at);
            let next = tokio::spawn(async move {
                let sealed = |head: FeedHead| {
                    let entropy = &mut SeededEntropy::new(seed);
                    seal(head, group.clone(), &signer, entropy).map(|(entries, _)| entries)
                };
                store.append(&feed, at, sealed).await.context("could not write a group").map(drop)
            });
            if let Some(before) = before.replace(next) {
                before.await??;
            }
        }
        if let Some(last) = before {
            last.await??;
        }
        Ok(start.elapsed().as_secs_f64())
    }
}

/// Writes records and, in turns, the same rows to the bare database. Answers seconds for each and the bytes of a record.
pub(crate) async fn beside(
    writer: &mut Writer,
    bare: &mut Bare,
    records: usize,
) -> anyhow::Result<(f64, f64, usize)> {
    let (mut ours, mut theirs, mut left) = (0.0, 0.0, records);
    while left > 0 {
        let mut groups = Vec::new();
        while groups.len() < ROUND && left > 0 {
            let count = left.min(GROUP);
            groups.push(writer.load.drafts(count, false));
            left -= count;
        }
        let texts: Vec<Vec<String>> =
            groups.iter().map(|group| group.iter().map(load::words).collect()).collect();
        ours += writer.write(groups).await?;
        theirs += bare.follow(texts).await?;
    }
    let some = writer.store.entries(&writer.feed, 0, 1, 1_000).await?;
    let size = some.iter().map(Vec::len).sum::<usize>() / some.len().max(1);
    Ok((ours, theirs, size))
}

/// Records a second with Thai text.
pub(crate) async fn in_thai(writer: &mut Writer, records: usize) -> anyhow::Result<f64> {
    let records = records.max(GROUP);
    let mut drafts = writer.load.drafts(records, true);
    let mut groups = Vec::new();
    while !drafts.is_empty() {
        groups.push(drafts.split_off(drafts.len().saturating_sub(GROUP)));
    }
    groups.reverse();
    Ok(records as f64 / writer.write(groups).await?)
}

/// Seconds for the same records on PostgreSQL.
pub(crate) async fn on_postgres(server: &postgres::Server, records: usize) -> anyhow::Result<f64> {
    let database = server.url();
    let at = Timestamp::from_ymd(2017, 3, 1).context("could not read a date")?;
    let mut entropy = SeededEntropy::new(5);
    let (audience, author) = (AudienceId::new(at, &mut entropy), OfficerId::new(at, &mut entropy));
    let mut writer = Writer {
        store: Store::create(&database).await?,
        feed: FeedId { agency: AgencyCode::new("KH-CIB")?, audience },
        signer: Arc::new(Signer::generate(&mut entropy)),
        database,
        load: Load::into_audience(audience, None, author, at),
        at,
        groups: 0,
    };
    let mut first = writer.load.drafts(1, false);
    for draft in &mut first {
        let members = Default::default();
        draft.body = Body::from(Audience { name: "bench".into(), members, case: None, round: None });
    }
    writer.write(vec![first]).await?;
    let (mut seconds, mut left) = (0.0, records);
    while left > 0 {
        let count = left.min(GROUP * ROUND);
        let mut groups = Vec::new();
        for _ in 0..count.div_ceil(GROUP) {
            groups.push(writer.load.drafts(GROUP.min(left), false));
            left -= GROUP.min(left);
        }
        seconds += writer.write(groups).await?;
    }
    writer.store.close().await;
    Ok(seconds)
}
