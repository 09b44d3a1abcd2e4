//! Sealing: drafts become signed entries of one feed.

use lintas_model::{Body, Draft, Entropy, ReleaseId};
use rayon::prelude::*;

use crate::cbor::{self, Unfit};
use crate::keys::Signer;
use crate::wire::v1;
use crate::{Entry, FeedHead, FeedId, Hash32, Header, body, entry};

/// Version of the fields of all bodies as this program writes them.
const SCHEMA: u16 = 1;
/// Below this many drafts the work is not shared out.
const WORTH_SHARING: usize = 8;

/// Why drafts could not be sealed. Nothing of the group is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// A draft is meant for another audience than the feed's.
    #[error("could not seal draft {draft}: it is meant for another audience than feed {feed}")]
    OtherAudience {
        /// Its place in the group, from 0.
        draft: usize,
        /// The feed.
        feed: FeedId,
    },
    /// The body cannot be written in the format of the ledger.
    #[error("could not seal draft {draft}: {why}")]
    Body {
        /// Its place in the group, from 0.
        draft: usize,
        /// Why.
        why: String,
    },
    /// The body is too large.
    #[error("could not seal draft {draft}: its {part} is {size} and may be {limit}")]
    TooLarge {
        /// Its place in the group, from 0.
        draft: usize,
        /// What is too large.
        part: &'static str,
        /// Its size.
        size: usize,
        /// The limit, in the same unit.
        limit: usize,
    },
    /// The feed has reached its last sequence number.
    #[error("could not write to feed {0}: it is full")]
    FeedFull(FeedId),
}

/// Seals drafts in their order at the head of a feed and answers the entries and the new head. Hashes are chained in
/// order, signatures are made in parallel. Sealing in one group or one by one gives the same bytes for the same entropy.
pub fn seal(
    head: FeedHead,
    drafts: Vec<Draft>,
    signer: &Signer,
    entropy: &mut dyn Entropy,
) -> Result<(Vec<Entry>, FeedHead), SealError> {
    seal_signed(head, drafts, signer, None, entropy)
}

/// Like [`seal`], with the signature of the officer who wrote the drafts under that of the node.
pub fn seal_signed(
    mut head: FeedHead,
    drafts: Vec<Draft>,
    signer: &Signer,
    officer: Option<&Signer>,
    entropy: &mut dyn Entropy,
) -> Result<(Vec<Entry>, FeedHead), SealError> {
    if drafts.len() as u64 > v1::MAX_SEQUENCE.saturating_sub(head.next_sequence) {
        return Err(SealError::FeedFull(head.feed));
    }
    let feed = head.feed.clone();
    let fields = in_order(drafts.iter().enumerate().collect(), |(place, draft)| {
        fields_of_draft(place, draft, &feed).map(|fields| (fields, Vec::new()))
    });
    // The random bytes are drawn in order, whatever the grouping: body salts, then the header's own.
    let mut salted = Vec::with_capacity(drafts.len());
    for (draft, fields) in drafts.into_iter().zip(fields) {
        let (fields, mut salts) = fields?;
        salts.resize(fields.len() * 32 + 16, 0);
        entropy.fill(&mut salts);
        salted.push((draft, fields, salts));
    }
    let bodies = in_order(salted, |(draft, fields, salts)| {
        let (body, commitments) = body::seal(&fields, &salts);
        let mut random = [0; 16];
        random.copy_from_slice(&salts[fields.len() * 32..]);
        (draft, body, commitments, fields.len() as u16, random)
    });
    let mut chained = Vec::with_capacity(bodies.len());
    for (place, (draft, body, commitments, fields, random)) in bodies.into_iter().enumerate() {
        if body.len() > v1::MAX_BODY {
            let (size, limit) = (body.len(), v1::MAX_BODY);
            return Err(SealError::TooLarge { draft: place, part: "body in bytes", size, limit });
        }
        let header = header(&head, draft, commitments, fields, random, signer);
        let bytes = v1::encode_header(&header);
        let hash = Hash32::of(&[v1::LEAF_PREFIX, &bytes]);
        head.previous = hash;
        head.next_sequence += 1;
        chained.push((header, bytes, hash, body));
    }
    let entries = in_order(chained, |(header, bytes, hash, body)| {
        let (node, officer) = entry::sign(&hash, signer, officer);
        Entry::assemble(header, &bytes, hash, node, officer, Some(&body))
    });
    Ok((entries, head))
}

fn in_order<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    if items.len() < WORTH_SHARING {
        items.into_iter().map(work).collect()
    } else {
        items.into_par_iter().with_min_len(WORTH_SHARING).map(work).collect()
    }
}

type Fields = Vec<(String, Vec<u8>)>;

fn fields_of_draft(place: usize, draft: &Draft, feed: &FeedId) -> Result<Fields, SealError> {
    if draft.audience != feed.audience {
        return Err(SealError::OtherAudience { draft: place, feed: feed.clone() });
    }
    let unfit = |error: Unfit| SealError::Body { draft: place, why: error.to_string() };
    let fields = cbor::fields_of(&draft.body).map_err(unfit)?;
    let too_large = |part, size, limit| Err(SealError::TooLarge { draft: place, part, size, limit });
    if fields.len() > v1::MAX_FIELDS {
        return too_large("number of fields", fields.len(), v1::MAX_FIELDS);
    }
    if let Some((name, _)) = fields.iter().find(|(name, _)| name.len() > v1::MAX_NAME) {
        return too_large("field name in bytes", name.len(), v1::MAX_NAME);
    }
    if let Some(basis) = legal_basis(&draft.body).filter(|basis| basis.len() > v1::MAX_LEGAL_BASIS) {
        return too_large("legal basis in bytes", basis.len(), v1::MAX_LEGAL_BASIS);
    }
    Ok(fields)
}

/// The legal basis that a body states for all to see.
fn legal_basis(body: &Body) -> Option<&str> {
    match body {
        Body::Release(release) => Some(&release.legal_basis),
        _ => None,
    }
}

fn header(
    head: &FeedHead,
    draft: Draft,
    commitments: Hash32,
    fields: u16,
    random: [u8; 16],
    signer: &Signer,
) -> Header {
    Header {
        version: v1::VERSION,
        suite: v1::SUITE,
        feed: head.feed.clone(),
        generation: head.generation,
        sequence: head.next_sequence,
        previous: head.previous,
        record: draft.record,
        object: draft.object,
        kind: draft.body.kind().as_str().to_owned(),
        schema: SCHEMA,
        author: draft.author,
        node_key: signer.id(),
        at: draft.at,
        marking: draft.marking,
        purpose: draft.purpose,
        legal_basis: legal_basis(&draft.body).map(str::to_owned),
        release: match &draft.body {
            Body::Release(_) => Some(ReleaseId::from_uuid(draft.object.uuid())),
            Body::Recall(recall) => Some(recall.release),
            _ => None,
        },
        supersedes: draft.supersedes,
        commitments,
        fields,
        random,
        not_understood: Vec::new(),
    }
}
