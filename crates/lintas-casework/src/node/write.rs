//! Writing: drafts become sealed records in the feeds of their audiences.

use std::sync::atomic::Ordering;

use lintas_ledger::log::Checkpoint;
use lintas_ledger::{Entry, FeedHead, FeedId, Signer, seal_signed};
use lintas_model::record::Audience;
use lintas_model::{AudienceId, Body, Draft, Kind, Marking, ObjectId, RecordId, Timestamp};
use lintas_store::{AppendError, Held, HeldQuery};

use super::Node;
use crate::{CaseworkError, Result, assertion, item};

/// A checkpoint is signed whenever the log has grown by so many records.
const CHECKPOINT_EVERY: u64 = 1_000;

impl Node {
    /// Writes drafts in their order, each to the feed of its audience, and answers their ids. Drafts for one audience
    /// that stand together are written together or not at all.
    pub(crate) async fn write(&self, drafts: Vec<Draft>) -> Result<Vec<RecordId>> {
        self.write_by(drafts, None).await
    }

    /// The same, with the signature of the officer who wrote all of them under that of the node.
    pub(crate) async fn write_signed(&self, drafts: Vec<Draft>, officer: &Signer) -> Result<Vec<RecordId>> {
        self.write_by(drafts, Some(officer)).await
    }

    async fn write_by(&self, drafts: Vec<Draft>, officer: Option<&Signer>) -> Result<Vec<RecordId>> {
        let ids: Vec<RecordId> = drafts.iter().map(|draft| draft.record).collect();
        let mut rest = drafts.into_iter().peekable();
        while let Some(first) = rest.next() {
            let audience = first.audience;
            let mut group = vec![first];
            while let Some(next) = rest.next_if(|next| next.audience == audience) {
                group.push(next);
            }
            self.write_group(audience, group, officer).await?;
        }
        Ok(ids)
    }

    async fn write_group(
        &self,
        audience: AudienceId,
        mut group: Vec<Draft>,
        officer: Option<&Signer>,
    ) -> Result<()> {
        let feed = FeedId { agency: self.code().clone(), audience };
        let head = self.store().head(&feed).await?;
        if let (Some(officer), Some(first)) = (officer, group.first()) {
            // Before what it signs; the audience, when it is new, stands before both.
            let stated = assertion::stated(self, &head, first, officer).await?;
            let at = usize::from(matches!(first.body, Body::Audience(_)));
            group.splice(at..at, stated);
        }
        if head.next_sequence == 0
            && !matches!(group.first().map(|draft| &draft.body), Some(Body::Audience(_)))
        {
            group.insert(0, self.membership(audience, &group).await?);
        }
        let now = self.now();
        let done = self
            .store()
            .append(&feed, now, |head: FeedHead| {
                self.with_entropy(|entropy| {
                    seal_signed(head, group.clone(), self.signer(), officer, entropy)
                        .map(|(entries, _)| entries)
                })
            })
            .await
            .map_err(|error| match error {
                AppendError::Store(error) => CaseworkError::Store(error),
                AppendError::Seal(error) => CaseworkError::Ledger(error.to_string()),
            })?;
        if done.log_size >= self.last_checkpoint().load(Ordering::Relaxed) + CHECKPOINT_EVERY {
            self.checkpoint().await?;
        }
        Ok(())
    }

    /// The first record of a feed of ours for an audience that a partner has made: who reads it.
    async fn membership(&self, audience: AudienceId, group: &[Draft]) -> Result<Draft> {
        let known =
            crate::audience::find(self, audience).await?.ok_or(CaseworkError::NotFound("audience"))?;
        let author = group.first().map(|draft| draft.author).ok_or(CaseworkError::NotFound("author"))?;
        Ok(self.audience_draft(audience, known, author))
    }

    pub(crate) fn audience_draft(
        &self,
        audience: AudienceId,
        body: Audience,
        author: lintas_model::OfficerId,
    ) -> Draft {
        Draft {
            record: self.new_record(),
            object: ObjectId::from(audience),
            audience,
            author,
            at: self.now(),
            purpose: lintas_model::handling::Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body: body.into(),
        }
    }

    /// Signs the present state of the agency's log and keeps the note.
    pub async fn checkpoint(&self) -> Result<String> {
        let tree = self.store().log(self.code()).await?;
        let checkpoint = Checkpoint { agency: self.code().clone(), size: tree.size(), root: tree.root() };
        let note = checkpoint.sign(self.signer());
        self.store().keep_checkpoint(self.code(), tree.size(), &note, self.now()).await?;
        self.last_checkpoint().store(tree.size(), Ordering::Relaxed);
        Ok(note)
    }

    /// When the last record in any of this node's own feeds was written, by the clock of then. A clock that shows less has
    /// been set back, or lost its battery.
    pub async fn last_written(&self) -> Result<Option<Timestamp>> {
        let mut last = None;
        for state in self.store().feeds().await? {
            let FeedHead { feed, generation, next_sequence, .. } = state.head;
            let Some(number) = next_sequence.checked_sub(1).filter(|_| feed.agency == *self.code()) else {
                continue;
            };
            let bytes = self.store().entries(&feed, generation, number, 1).await?;
            let entry = bytes.first().and_then(|bytes| Entry::decode_without_body(bytes).ok());
            last = last.max(entry.map(|entry| entry.header().at));
        }
        Ok(last)
    }

    /// The owner's newest record of a kind about an object, whoever may see it: for the node's own needs, never for a
    /// page.
    pub(crate) async fn newest(&self, kind: Kind, object: ObjectId) -> Result<Option<Held>> {
        self.newest_at(kind, object, None).await
    }

    /// The same, without what has expired at an instant.
    pub(crate) async fn newest_at(
        &self,
        kind: Kind,
        object: ObjectId,
        now: Option<Timestamp>,
    ) -> Result<Option<Held>> {
        let query = HeldQuery { object: Some(object), now, ..HeldQuery::kinds(&[kind]) };
        let held = self.store().held(&query).await?;
        let owner = item::owner(self.code(), held.iter().map(|held| &held.mark));
        Ok(held
            .into_iter()
            .filter(|held| Some(&held.mark.originator) == owner.as_ref())
            .max_by_key(|held| (held.mark.at, held.mark.record, held.mark.place)))
    }
}
