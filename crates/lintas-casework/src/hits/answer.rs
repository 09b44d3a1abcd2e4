//! Answering: a question is checked, the set is brought up to date, the points are evaluated; or it is refused.

use std::collections::BTreeSet;

use lintas_hits::{Evaluation, HolderKey, Set, Tag, Transcript, budget, transcript};
use lintas_ledger::{Entry, Hash32};
use lintas_model::handling::Purpose;
use lintas_model::record::{HitAnswer, HitQuery, HitRefusal, HitSet};
use lintas_model::{AgencyCode, AudienceId, Kind, ObjectId, Timestamp};

use super::pair::{self, by_the_node};
use super::{holdings, keys};
use crate::{CaseworkError, Node, Result};

/// The bytes of one part of a set; with its salt and names it stays below the four mebibytes of a body.
const PART_BYTES: usize = 3 << 20;
/// A set is added to once a day at most: more often would tell when something was entered.
const ADDED_TO_EVERY_MS: i64 = budget::DAY_MS;

/// Answers a question of a partner, unless that was done. Both the answer and the refusal are records.
pub(super) async fn answer(node: &Node, entry: &Entry, query: &HitQuery) -> Result<()> {
    let header = entry.header();
    if query.to != *node.code() {
        return Ok(());
    }
    let done = pair::about(node, Kind::HitAnswer, header.object, node.code()).await?;
    let is_of = |held: &lintas_store::Held| match &held.body {
        lintas_model::Body::HitAnswer(answer) => answer.query == header.record,
        _ => false,
    };
    if done.iter().any(is_of) {
        return Ok(());
    }
    let asker = &header.feed.agency;
    let body = match check(node, asker, entry, query).await? {
        Some((refused, reason)) => {
            tracing::warn!(partner = %asker, refused = %refused, "a question of hit/no-hit was refused: {reason}");
            refusal(node, entry, query, refused, reason)
        }
        None => evaluated(node, entry, query).await?,
    };
    let seen = body.refused.is_none().then(|| seen_name(asker, query));
    node.write(vec![by_the_node(node, header.feed.audience, header.object, body)]).await?;
    if let Some(name) = seen {
        node.store().set(&name, header.record.to_string().as_bytes()).await?;
    }
    Ok(())
}

/// Under which name it is remembered that points were answered: the same again are a replay.
fn seen_name(asker: &AgencyCode, query: &HitQuery) -> String {
    format!("hits.seen.{asker}.{}", Hash32::of(&[&query.blinded]))
}

/// Why a question is not answered.
async fn check(
    node: &Node,
    asker: &AgencyCode,
    entry: &Entry,
    query: &HitQuery,
) -> Result<Option<(HitRefusal, String)>> {
    let refuse = |refused, reason: &str| Ok(Some((refused, reason.to_owned())));
    if !pair::PURPOSES.contains(&query.purpose) {
        return refuse(HitRefusal::Purpose, "questions for this purpose are not answered");
    }
    if query.legal_basis.trim().is_empty() {
        return refuse(HitRefusal::LegalBasis, "the question names no legal basis");
    }
    if query.items == 0 || query.blinded.len() != query.items as usize * lintas_hits::ELEMENT_BYTES {
        return refuse(HitRefusal::Count, "the question has another number of points than of items");
    }
    let grave = query.items as usize > budget::ALONE
        || query.purpose == Purpose::VictimProtection
        || !query.needs_second.is_empty();
    if grave && query.approved_by.is_none_or(|second| second == query.asked_by) {
        return refuse(
            HitRefusal::Approval,
            "it has many items or asks about victims, and no second officer approved it",
        );
    }
    let seen = node.store().setting(&seen_name(asker, query)).await?;
    if seen.is_some_and(|seen| seen != entry.header().record.to_string().as_bytes()) {
        return refuse(HitRefusal::Replayed, "the same points were asked before");
    }
    let left = pair::left(pair::answered_today(node, asker, query.purpose).await?);
    if query.items > left {
        let reason = format!(
            "{} items are more than the {left} that are left of {} a day",
            query.items,
            budget::ITEMS_A_DAY
        );
        return Ok(Some((HitRefusal::Budget, reason)));
    }
    Ok(None)
}

fn refusal(node: &Node, entry: &Entry, query: &HitQuery, refused: HitRefusal, reason: String) -> HitAnswer {
    HitAnswer {
        query: entry.header().record,
        to: entry.header().feed.agency.clone(),
        purpose: query.purpose,
        items: 0,
        month: keys::month_of(node.now()),
        set: 0,
        evaluated: Vec::new(),
        proof: Vec::new(),
        transcript: String::new(),
        refused: Some(refused),
        reason,
    }
}

async fn evaluated(node: &Node, entry: &Entry, query: &HitQuery) -> Result<HitAnswer> {
    let asker = entry.header().feed.agency.clone();
    let (month, key) = keys::key_for(node, &asker, query.purpose)?;
    let (fresh, blinded) = (node.random::<32>(), query.blinded.clone());
    let work = move || {
        let made = key.answer(&blinded, &mut Nonce::new(fresh));
        (key, made)
    };
    let (key, made) =
        tokio::task::spawn_blocking(work).await.map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let answer: Evaluation = match made {
        Ok(answer) => answer,
        Err(why) => return Ok(refusal(node, entry, query, HitRefusal::Points, why.to_string())),
    };
    let public = *key.public();
    let set = publish(node, &asker, query.purpose, entry.header().feed.audience, month.clone(), key).await?;
    let hash = transcript(&Transcript {
        asker: &asker,
        holder: node.code(),
        purpose: query.purpose,
        month: &month,
        query: &entry.hash().to_string(),
        key: &public,
        answer: &answer,
    });
    Ok(HitAnswer {
        query: entry.header().record,
        to: asker,
        purpose: query.purpose,
        items: query.items,
        month,
        set,
        evaluated: answer.evaluated,
        proof: answer.proof.to_vec(),
        transcript: hash.to_string(),
        refused: None,
        reason: String::new(),
    })
}

/// Brings the set of a partner, purpose and month up to date and answers its last number. The first one is whole; later
/// ones add what is new, or begin anew where something has been erased or taken back meanwhile.
async fn publish(
    node: &Node,
    to: &AgencyCode,
    purpose: Purpose,
    audience: AudienceId,
    month: String,
    key: HolderKey,
) -> Result<u32> {
    let name = format!("hits.published.{to}.{}.{audience}", purpose.as_str());
    let kept = node.store().setting(&name).await?.and_then(|bytes| Published::from_bytes(&bytes));
    let kept = kept.filter(|kept| kept.month == month);
    if let Some(kept) = &kept
        && kept.at.plus_millis(ADDED_TO_EVERY_MS) > node.now()
    {
        return Ok(kept.number);
    }
    let items = holdings::items(node).await?;
    let seed = node.random::<32>();
    let before: BTreeSet<Tag> = kept.iter().flat_map(|kept| kept.tags.iter().copied()).collect();
    let work = move || {
        let tags: BTreeSet<Tag> = key.tags(&items).into_iter().collect();
        let gone = before.difference(&tags).next().is_some();
        let added: Vec<Tag> =
            if gone { tags.iter().copied().collect() } else { tags.difference(&before).copied().collect() };
        let set = Set::new(&added, &mut Nonce::new(seed)).map(|set| set.to_bytes());
        (key, tags, added, gone, set)
    };
    let (key, tags, added, anew, set) =
        tokio::task::spawn_blocking(work).await.map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let number = match &kept {
        Some(kept) if added.is_empty() && !anew => kept.number,
        Some(kept) => kept.number + 1,
        None => 0,
    };
    if kept.as_ref().is_none_or(|kept| kept.number != number) {
        let bytes = set.map_err(|why| CaseworkError::Ledger(why.to_string()))?;
        let parts = u32::try_from(bytes.len().div_ceil(PART_BYTES)).unwrap_or(u32::MAX);
        let drafts = (0..)
            .zip(bytes.chunks(PART_BYTES))
            .map(|(part, bytes)| HitSet {
                to: to.clone(),
                purpose,
                month: month.clone(),
                key: key.public().to_string(),
                number,
                anew,
                part,
                parts,
                bytes: bytes.to_vec(),
            })
            .map(|body| by_the_node(node, audience, ObjectId::from(audience), body))
            .collect();
        node.write(drafts).await?;
    }
    let kept = Published { month, number, at: node.now(), tags: tags.into_iter().collect() };
    node.store().set(&name, &kept.to_bytes()).await?;
    Ok(number)
}

/// What a partner was given last: the tags, which say nothing without the key. Kept beside the records, for the node's own
/// use; where it is lost a whole set is given again.
struct Published {
    month: String,
    number: u32,
    at: Timestamp,
    tags: Vec<Tag>,
}

impl Published {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{} {} {}\n", self.month, self.number, self.at.as_millis()).into_bytes();
        bytes.extend(self.tags.iter().flat_map(|tag| tag.0.to_be_bytes()));
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut head = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        let (month, number, at) = (head.next()?, head.next()?.parse().ok()?, head.next()?.parse().ok()?);
        let tags = bytes[end + 1..].chunks_exact(8);
        let tags = tags.filter_map(|tag| Some(Tag(u64::from_be_bytes(tag.try_into().ok()?)))).collect();
        Some(Self { month: month.to_owned(), number, at: Timestamp::from_millis(at), tags })
    }
}

/// Random bytes for one computation in another thread, drawn from 32 bytes of the node's source: SHA-256 in counter mode.
struct Nonce {
    seed: [u8; 32],
    counter: u64,
}

impl Nonce {
    const fn new(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0 }
    }
}

impl lintas_model::Entropy for Nonce {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let block = Hash32::of(&[b"lintas hit nonce v1", &self.seed, &self.counter.to_be_bytes()]);
            chunk.copy_from_slice(&block.0[..chunk.len()]);
            self.counter += 1;
        }
    }
}
