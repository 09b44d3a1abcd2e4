//! Answers to a partner: the list of feeds that it may read, and chunks of them.

use hyper::body::{Body as _, Incoming};
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use lintas_casework::witness::{self, Growth};
use lintas_casework::{CaseworkError, Node, exchange};
use lintas_ledger::chunk::MAX_ENTRIES;
use lintas_ledger::{Chunk, FeedId};
use lintas_model::AgencyCode;

use super::body::Bytes;
use super::brought;
use super::range::{Part, part};
use crate::wire::{BROUGHT, CHECKPOINT, FEEDS, FeedList, FeedOffer, WITNESSED, growth};
use crate::{ExchangeError, Result};

/// Answers one question. What a partner may not read and what is not there sound the same.
pub(super) async fn answer(
    node: &Node,
    partner: &AgencyCode,
    question: Request<Incoming>,
) -> Response<Bytes> {
    if question.method() == Method::POST && question.uri().path().starts_with(BROUGHT) {
        return brought::take(node, partner, question).await;
    }
    if question.method() != Method::GET {
        return plain(StatusCode::METHOD_NOT_ALLOWED);
    }
    if !question.body().is_end_stream() {
        return plain(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let path = question.uri().path();
    let answered = if path == FEEDS {
        list(node, partner).await
    } else if path == WITNESSED {
        witnessed(node, partner).await
    } else if let Some(old) = path.strip_prefix(CHECKPOINT).and_then(|rest| rest.strip_prefix('/')) {
        match old.parse() {
            Ok(old) => checkpoint(node, old).await,
            Err(_) => Ok(plain(StatusCode::NOT_FOUND)),
        }
    } else {
        match path.strip_prefix(FEEDS).and_then(place) {
            Some((audience, generation, from)) => {
                let feed = FeedId { agency: node.code().clone(), audience };
                chunk(node, partner, &feed, generation, from, question.headers()).await
            }
            None => Ok(plain(StatusCode::NOT_FOUND)),
        }
    };
    answered.unwrap_or_else(|error| {
        tracing::error!(code = error.code(), %partner, "{}", error.told());
        plain(StatusCode::INTERNAL_SERVER_ERROR)
    })
}

/// Audience, generation and sequence number from the end of a path.
fn place(path: &str) -> Option<(lintas_model::AudienceId, u32, u64)> {
    let mut parts = path.strip_prefix('/')?.split('/');
    let found = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(found)
}

async fn list(node: &Node, partner: &AgencyCode) -> Result<Response<Bytes>> {
    let feeds = exchange::offered(node, partner).await?;
    let list = FeedList {
        agency: node.code().clone(),
        feeds: feeds.into_iter().map(|offer| FeedOffer { head: offer.head, name: offer.name }).collect(),
    };
    let bytes = serde_json::to_vec(&list).unwrap_or_default();
    let mut answer = whole(StatusCode::OK, bytes);
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(answer)
}

/// How the log has grown, for a witness.
async fn checkpoint(node: &Node, old: u64) -> Result<Response<Bytes>> {
    Ok(match witness::growth(node, old).await? {
        Growth::Proved { proof, note } => whole(StatusCode::OK, growth(old, &proof, &note).into_bytes()),
        Growth::Shorter { size } => whole(StatusCode::CONFLICT, size.to_string().into_bytes()),
    })
}

/// What this node has cosigned of the partner's log.
async fn witnessed(node: &Node, partner: &AgencyCode) -> Result<Response<Bytes>> {
    Ok(match witness::seen(node, partner).await? {
        Some(note) => whole(StatusCode::OK, note.into_bytes()),
        None => plain(StatusCode::NOT_FOUND),
    })
}

async fn chunk(
    node: &Node,
    partner: &AgencyCode,
    feed: &FeedId,
    generation: u32,
    from: u64,
    headers: &HeaderMap,
) -> Result<Response<Bytes>> {
    let to_boundary = MAX_ENTRIES - usize::try_from(from % MAX_ENTRIES as u64).unwrap_or(0);
    let entries = match exchange::entries_for(node, partner, feed, generation, from, to_boundary).await {
        Ok(entries) => entries,
        Err(CaseworkError::NotFound(_)) => return Ok(plain(StatusCode::NOT_FOUND)),
        Err(error) => return Err(error.into()),
    };
    // Entries too large to stand together go in several chunks; the partner asks for the next one.
    let Some(chunk) = Chunk::pack_all(&entries).map_err(ExchangeError::from)?.into_iter().next() else {
        return Ok(plain(StatusCode::NOT_FOUND));
    };
    let tag = format!("\"{}\"", chunk.hash());
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let mut answer = if text(header::IF_NONE_MATCH) == Some(tag.as_str()) {
        plain(StatusCode::NOT_MODIFIED)
    } else {
        let same = text(header::IF_RANGE).is_none_or(|known| known == tag);
        let bytes = chunk.as_bytes();
        match part(text(header::RANGE).filter(|_| same), bytes.len()) {
            Part::Whole => whole(StatusCode::OK, bytes.to_vec()),
            Part::From(first, until) => {
                let mut answer = whole(StatusCode::PARTIAL_CONTENT, bytes[first..until].to_vec());
                let place = format!("bytes {first}-{}/{}", until - 1, bytes.len());
                insert(&mut answer, header::CONTENT_RANGE, &place);
                answer
            }
            Part::Nowhere => {
                let mut answer = plain(StatusCode::RANGE_NOT_SATISFIABLE);
                insert(&mut answer, header::CONTENT_RANGE, &format!("bytes */{}", bytes.len()));
                answer
            }
        }
    };
    insert(&mut answer, header::ETAG, &tag);
    insert(&mut answer, header::ACCEPT_RANGES, "bytes");
    Ok(answer)
}

fn insert(answer: &mut Response<Bytes>, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

pub(super) fn whole(status: StatusCode, bytes: Vec<u8>) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::new(bytes));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    // Case data belongs in no cache on the way.
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

pub(super) fn plain(status: StatusCode) -> Response<Bytes> {
    whole(status, Vec::new())
}
