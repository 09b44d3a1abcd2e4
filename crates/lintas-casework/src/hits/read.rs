//! Reading answers: the proof is checked against the key committed to, the tags are looked up, a notice says how many hit.

use std::collections::{BTreeMap, BTreeSet};

use lintas_hits::{Evaluation, PROOF_BYTES, PublicKey, Question, Set, Tag, Transcript, transcript};
use lintas_ledger::{Entry, FeedId};
use lintas_model::handling::Purpose;
use lintas_model::record::{HitAnswer, HitInputs, HitNotice, HitSet};
use lintas_model::{AgencyCode, AudienceId, Body, Kind, ObjectId, RecordId};
use lintas_store::{Held, HeldQuery, Mark};

use super::pair::{self, by_the_node};
use super::{ask, keys};
use crate::{CaseworkError, Node, Result};

/// What is known of an answer besides its body.
struct Place {
    record: RecordId,
    object: ObjectId,
    agency: AgencyCode,
    audience: AudienceId,
}

/// Reads an answer to a question of this agency and writes the notice, unless that was done.
pub(super) async fn read(node: &Node, entry: &Entry, answer: &HitAnswer) -> Result<()> {
    let header = entry.header();
    let place = Place {
        record: header.record,
        object: header.object,
        agency: header.feed.agency.clone(),
        audience: header.feed.audience,
    };
    take(node, &place, answer, false).await
}

/// Looks into a new set for what was asked earlier in its month: something entered later at the partner is noticed without
/// asking again.
pub(super) async fn look_again(node: &Node, feed: &FeedId) -> Result<()> {
    let month = keys::month_of(node.now());
    let query = HeldQuery {
        agency: Some(feed.agency.clone()),
        // A month has 31 days at most; two more for clocks that differ.
        since: Some(node.now().plus_days(-33)),
        ..HeldQuery::kinds(&[Kind::HitAnswer])
    };
    for Held { mark, body } in node.store().held(&query).await? {
        let Body::HitAnswer(answer) = body else { continue };
        if mark.audience == feed.audience && answer.month == month {
            let Mark { record, object, originator: agency, audience, .. } = mark;
            take(node, &Place { record, object, agency, audience }, &answer, true).await?;
        }
    }
    Ok(())
}

async fn take(node: &Node, place: &Place, answer: &HitAnswer, again: bool) -> Result<()> {
    if answer.to != *node.code() || answer.refused.is_some() {
        return Ok(());
    }
    let sent = pair::about(node, Kind::HitQuery, place.object, node.code()).await?;
    // An answer to what was never asked, or was asked of another, says nothing.
    let Some(query) = sent.into_iter().find(|held| held.mark.record == answer.query) else { return Ok(()) };
    if !matches!(&query.body, Body::HitQuery(body) if body.to == place.agency) {
        return Ok(());
    }
    let notices = pair::about(node, Kind::HitNotice, place.object, node.code()).await?;
    let last = notices.iter().rev().find_map(|held| match &held.body {
        Body::HitNotice(notice) if notice.answer == place.record => Some(notice),
        _ => None,
    });
    if last.is_some_and(|last| !again || !last.problem.is_empty()) {
        return Ok(());
    }
    let inputs = pair::about(node, Kind::HitInputs, place.object, node.code()).await?;
    let inputs = inputs.into_iter().find_map(|held| match held.body {
        Body::HitInputs(inputs) => Some(inputs),
        _ => None,
    });
    // Erased with what it quoted: nobody can read the answer any more.
    let Some(inputs) = inputs else { return Ok(()) };
    let published = Sets::of(node, place, answer.purpose, &answer.month).await?;
    let (set, outcome, hash) = match published {
        Ok(sets) => {
            let hash = hash(node, place, answer, &query.mark.hash, &sets.key);
            let outcome = check(&inputs, answer, &sets, &hash).await?;
            (sets.last, outcome, hash)
        }
        Err(problem) => (0, Err(problem), String::new()),
    };
    if again && last.is_none() {
        return Ok(());
    }
    let (hits, problem) = match outcome {
        Ok(hits) => (hits, String::new()),
        Err(problem) => {
            tracing::warn!(partner = %place.agency, "an answer of hit/no-hit was not accepted: {problem}");
            (Vec::new(), problem)
        }
    };
    if last.is_some_and(|last| last.hits == hits && problem.is_empty()) {
        return Ok(());
    }
    let notice =
        HitNotice { query: answer.query, answer: place.record, transcript: hash, set, hits, problem };
    node.write(vec![by_the_node(node, place.audience, place.object, notice)]).await?;
    Ok(())
}

/// The positions of the hits, or why the answer is not accepted.
async fn check(
    inputs: &HitInputs,
    answer: &HitAnswer,
    sets: &Sets,
    hash: &str,
) -> Result<std::result::Result<Vec<u32>, String>> {
    if answer.transcript != hash {
        return Ok(Err("its transcript is not that of what was asked and answered".to_owned()));
    }
    let Ok(proof) = <[u8; PROOF_BYTES]>::try_from(answer.proof.as_slice()) else {
        return Ok(Err("its proof has another length than a proof".to_owned()));
    };
    let (items, secret) = (ask::items_of(inputs), ask::secret_of(inputs)?);
    let evaluation = Evaluation { evaluated: answer.evaluated.clone(), proof };
    let key = sets.key;
    let work = move || -> std::result::Result<Vec<Tag>, String> {
        let question = Question::new(&items, &secret).map_err(|why| why.to_string())?;
        question.read(&key, &evaluation).map_err(|why| why.to_string())
    };
    let tags =
        tokio::task::spawn_blocking(work).await.map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    Ok(tags.map(|tags| {
        let hits: BTreeSet<u32> = sets.sets.iter().flat_map(|set| set.hits(&tags)).collect();
        hits.into_iter().collect()
    }))
}

fn hash(node: &Node, place: &Place, answer: &HitAnswer, query: &str, key: &PublicKey) -> String {
    let Ok(proof) = <[u8; PROOF_BYTES]>::try_from(answer.proof.as_slice()) else { return String::new() };
    transcript(&Transcript {
        asker: node.code(),
        holder: &place.agency,
        purpose: answer.purpose,
        month: &answer.month,
        query,
        key,
        answer: &Evaluation { evaluated: answer.evaluated.clone(), proof },
    })
    .to_string()
}

/// The sets of one month that count.
struct Sets {
    key: PublicKey,
    last: u32,
    sets: Vec<Set>,
}

impl Sets {
    /// Reads the sets that a partner has given for a purpose and a month, or says what is wrong with them.
    async fn of(
        node: &Node,
        place: &Place,
        purpose: Purpose,
        month: &str,
    ) -> Result<std::result::Result<Self, String>> {
        let held = pair::about(node, Kind::HitSet, place.audience.into(), &place.agency).await?;
        let mut parts: BTreeMap<u32, Vec<HitSet>> = BTreeMap::new();
        for held in held {
            if let Body::HitSet(set) = held.body
                && set.to == *node.code()
                && set.purpose == purpose
                && set.month == month
            {
                parts.entry(set.number).or_default().push(set);
            }
        }
        Ok(Self::whole(parts))
    }

    fn whole(parts: BTreeMap<u32, Vec<HitSet>>) -> std::result::Result<Self, String> {
        let keys: BTreeSet<&str> = parts.values().flatten().map(|set| set.key.as_str()).collect();
        let key = match keys.len() {
            0 => return Err("no set of this month came with it".to_owned()),
            1 => keys.first().copied().unwrap_or_default(),
            _ => return Err("its agency has committed to two keys in one month".to_owned()),
        };
        let key =
            PublicKey::from_bytes(&hex::decode(key).unwrap_or_default()).map_err(|why| why.to_string())?;
        let (mut sets, mut last) = (Vec::new(), 0);
        for (number, mut parts) in parts {
            parts.sort_by_key(|set| set.part);
            parts.dedup_by_key(|set| set.part);
            let complete = parts.first().is_some_and(|first| first.parts as usize == parts.len());
            if !complete {
                return Err(format!("set {number} of the month is not complete"));
            }
            if parts.iter().any(|set| set.anew) {
                sets.clear();
            }
            let bytes: Vec<u8> = parts.into_iter().flat_map(|set| set.bytes).collect();
            sets.push(Set::from_bytes(&bytes).map_err(|why| why.to_string())?);
            last = number;
        }
        Ok(Self { key, last, sets })
    }
}
