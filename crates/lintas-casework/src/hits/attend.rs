//! Attending to what a partner wrote: its questions are answered, its answers read, its notices compared.

use lintas_ledger::{Entry, FeedId, ReadBody};
use lintas_model::{Body, Kind};

use super::{answer, pair, read};
use crate::{Node, Result};

/// So many entries are read at once.
const PAGE: usize = 64;

/// Goes through what is new in a partner's feed. Feeds that others read too are passed over: a question asked there is
/// none. Doing it again does nothing, so it may be stopped at any moment.
pub async fn attend(node: &Node, feed: &FeedId) -> Result<()> {
    if feed.agency == *node.code() || !pair::is_pair(node, feed.audience, &feed.agency).await? {
        return Ok(());
    }
    let _turn = node.turn().await;
    let head = node.store().head(feed).await?;
    let name = format!("hits.attended.{}.{}", feed.agency, feed.audience);
    let mut from =
        node.store().setting(&name).await?.and_then(|bytes| place(&bytes, head.generation)).unwrap_or(0);
    let mut new_set = false;
    while from < head.next_sequence {
        let page = node.store().entries(feed, head.generation, from, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for bytes in &page {
            let Ok(outside) = Entry::decode_without_body(bytes) else { continue };
            let concerns = matches!(
                outside.header().known_kind(),
                Some(Kind::HitQuery | Kind::HitAnswer | Kind::HitSet)
            );
            let Some(entry) = concerns.then(|| Entry::decode(bytes).ok()).flatten() else { continue };
            match entry.body() {
                ReadBody::Whole(Body::HitQuery(query)) => answer::answer(node, &entry, &query).await?,
                ReadBody::Whole(Body::HitAnswer(answer)) => read::read(node, &entry, &answer).await?,
                ReadBody::Whole(Body::HitSet(_)) => new_set = true,
                _ => {}
            }
        }
        from += page.len() as u64;
        node.store().set(&name, format!("{} {from}", head.generation).as_bytes()).await?;
    }
    if new_set {
        read::look_again(node, feed).await?;
    }
    Ok(())
}

/// How far a feed was attended to; from its beginning where it has begun afresh.
fn place(bytes: &[u8], generation: u32) -> Option<u64> {
    let (of, from) = std::str::from_utf8(bytes).ok()?.split_once(' ')?;
    (of.parse::<u32>().ok()? == generation).then(|| from.parse().ok())?
}
