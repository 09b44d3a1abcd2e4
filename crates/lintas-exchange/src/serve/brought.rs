//! What a partner brings itself: a chunk of a feed that it writes for the two agencies, taken through the checks of a pull.

use std::future::poll_fn;
use std::pin::Pin;

use hyper::body::{Body as _, Buf as _, Incoming};
use hyper::{Request, Response, StatusCode};
use lintas_casework::{CaseworkError, Node, exchange, hits};
use lintas_ledger::chunk::MAX_CHUNK;
use lintas_ledger::{Chunk, Entry, FeedId};
use lintas_model::AgencyCode;

use super::answer::{plain, whole};
use super::body::Bytes;
use crate::wire::{BROUGHT, HeldSoFar};
use crate::{ExchangeError, Result};

/// Takes a chunk, attends to it and acknowledges it.
pub(super) async fn take(node: &Node, partner: &AgencyCode, question: Request<Incoming>) -> Response<Bytes> {
    let audience = question.uri().path().strip_prefix(BROUGHT).and_then(|rest| rest.strip_prefix('/'));
    let Some(audience) = audience.and_then(|text| text.parse().ok()) else {
        return plain(StatusCode::NOT_FOUND);
    };
    let feed = FeedId { agency: partner.clone(), audience };
    let Some(bytes) = read(question.into_body()).await else {
        return plain(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let taken = match Chunk::decode(bytes) {
        Ok(chunk) => into_the_node(node, partner, &feed, &chunk).await,
        Err(_) => Ok(plain(StatusCode::BAD_REQUEST)),
    };
    taken.unwrap_or_else(|error| {
        tracing::error!(code = error.code(), %partner, "{}", error.told());
        plain(StatusCode::INTERNAL_SERVER_ERROR)
    })
}

async fn into_the_node(
    node: &Node,
    partner: &AgencyCode,
    feed: &FeedId,
    chunk: &Chunk,
) -> Result<Response<Bytes>> {
    let head = exchange::position(node, feed).await?;
    let first = chunk.entries().next().and_then(|bytes| Entry::decode_without_body(bytes).ok());
    let Some(first) = first else { return Ok(plain(StatusCode::BAD_REQUEST)) };
    let first = first.header();
    let missing = first.generation == head.generation && first.sequence > head.next_sequence;
    if missing || (first.generation > head.generation && first.sequence > 0) {
        let records = if missing { head.next_sequence } else { 0 };
        let held = HeldSoFar { generation: first.generation, records };
        return Ok(whole(StatusCode::CONFLICT, serde_json::to_vec(&held).unwrap_or_default()));
    }
    let entries = chunk.entries().map(<[u8]>::to_vec).collect();
    let taken = match exchange::take(node, partner, feed, entries).await {
        Ok(taken) => taken,
        Err(CaseworkError::Invalid { .. }) => return Ok(plain(StatusCode::UNPROCESSABLE_ENTITY)),
        Err(error) => return Err(ExchangeError::from(error)),
    };
    if let Some(finding) = taken.findings.first() {
        tracing::warn!(%partner, "what a partner brought was refused: {finding}");
        return Ok(plain(StatusCode::UNPROCESSABLE_ENTITY));
    }
    hits::attend(node, feed).await?;
    exchange::acknowledge(node, feed).await?;
    Ok(plain(StatusCode::OK))
}

/// The whole body; `None` when it is larger than a chunk or breaks off.
async fn read(mut body: Incoming) -> Option<Vec<u8>> {
    if body.size_hint().lower() > MAX_CHUNK as u64 {
        return None;
    }
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(mut data) = frame.ok()?.into_data() else { continue };
        if bytes.len() + data.remaining() > MAX_CHUNK {
            return None;
        }
        while data.has_remaining() {
            let piece = data.chunk();
            bytes.extend_from_slice(piece);
            let length = piece.len();
            data.advance(length);
        }
    }
    Some(bytes)
}
