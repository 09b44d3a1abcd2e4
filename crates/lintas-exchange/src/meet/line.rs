//! The line to a partner's node: HTTPS to exactly one key, resumed where it broke.

use std::error::Error as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lintas_casework::{Node, exchange};
use lintas_ledger::chunk::MAX_CHUNK;
use lintas_ledger::{Chunk, FeedId, Hash32};
use lintas_model::record::Partner;
use lintas_model::{AgencyCode, AudienceId, Timestamp};
use reqwest::header::{CONTENT_RANGE, ETAG, IF_RANGE, RANGE};
use reqwest::{Client, RequestBuilder, Response, StatusCode, redirect};
use rustls::AlertDescription;
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use super::Pace;
use crate::standing::ClocksDiffer;
use crate::tls::{Identity, KeySha256, client_config};
use crate::wire::{self, FEEDS, FeedList, FeedOffer, HeldSoFar};
use crate::{ExchangeError, Result};

/// How long a partner may take to answer at all, and between two pieces of an answer.
const CONNECT_TIME: Duration = Duration::from_secs(10);
const SILENCE_TIME: Duration = Duration::from_secs(30);
/// Greatest size of a list of feeds.
const MAX_LIST: usize = 4 << 20;
/// How often a chunk is resumed within one meeting, as long as each try brings some of it.
const MOST_RESUMES: usize = 16;
/// How often a question that never left is put.
const MOST_TRIES: usize = 4;
/// Under which word half a chunk is kept from one meeting to the next.
const HALF: &str = "half";

/// A line to a partner.
pub(super) struct Line {
    node: Node,
    partner: AgencyCode,
    client: Client,
    base: String,
    pace: Pace,
    /// The partner's clock beside ours, where they differ.
    clocks: Mutex<Option<ClocksDiffer>>,
    /// Half a chunk from the last meeting, read once.
    kept: OnceCell<Mutex<Option<Half>>>,
}

/// What a partner did with a chunk that was brought.
pub(super) enum Brought {
    /// It took it.
    Taken,
    /// It holds less than where the chunk begins.
    From(HeldSoFar),
}

/// The part of a chunk that came before the line broke.
#[derive(Debug, Serialize, Deserialize)]
struct Half {
    audience: AudienceId,
    generation: u32,
    from: u64,
    hash: Hash32,
    #[serde(skip)]
    bytes: Vec<u8>,
}

impl Line {
    /// A line to a partner's node; nothing is sent yet.
    pub(super) fn to(node: &Node, partner: &Partner, pace: Pace) -> Result<Self> {
        let code = partner.agency.code.clone();
        let address = partner.address.clone().ok_or_else(|| ExchangeError::ByFileOnly(code.clone()))?;
        let key = KeySha256::from_hex(&partner.keys.tls_key_sha256);
        let key = key.ok_or_else(|| ExchangeError::OtherKey(code.clone()))?;
        let identity = Identity::new(node.code(), node.tls_seed())?;
        let client = Client::builder()
            .tls_backend_preconfigured(client_config(&identity, code.clone(), key)?)
            .connect_timeout(CONNECT_TIME)
            .read_timeout(SILENCE_TIME)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .https_only(true)
            .tcp_nodelay(true)
            .build()
            .map_err(|source| ExchangeError::Unreachable { partner: code.clone(), source })?;
        let host = address.strip_prefix("https://").unwrap_or(&address).trim_end_matches('/');
        Ok(Self {
            node: node.clone(),
            partner: code,
            client,
            base: format!("https://{host}"),
            pace,
            clocks: Mutex::default(),
            kept: OnceCell::new(),
        })
    }

    /// The feeds that the partner offers, all of its own.
    pub(super) async fn feeds(&self) -> Result<Vec<FeedOffer>> {
        let url = format!("{}{FEEDS}", self.base);
        let mut response = self.send(self.client.get(url)).await?;
        if response.status() != StatusCode::OK {
            return Err(self.strange(format!("it answered {} for its feeds", response.status())));
        }
        let mut bytes = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|error| self.broken(error))? {
            if bytes.len() + piece.len() > MAX_LIST {
                return Err(self.strange("its list of feeds is too long".into()));
            }
            bytes.extend_from_slice(&piece);
            self.keep_pace(piece.len()).await;
        }
        let list: FeedList = serde_json::from_slice(&bytes)
            .map_err(|error| self.strange(format!("its list of feeds does not read: {error}")))?;
        if let Some(offer) = list.feeds.iter().find(|offer| offer.head.feed.agency != self.partner) {
            return Err(self.strange(format!("it offers feed {} as its own", offer.head.feed)));
        }
        Ok(list.feeds)
    }

    /// A short answer with its status, where the partner has one; a partner with an older program has none.
    pub(super) async fn short(&self, path: &str) -> Result<Option<(StatusCode, Vec<u8>)>> {
        let url = format!("{}{path}", self.base);
        let mut response = self.send(self.client.get(url)).await?;
        let status = response.status();
        let mut bytes = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|error| self.broken(error))? {
            if bytes.len() + piece.len() > wire::MAX_NOTE {
                return Err(self.strange("what it says of logs is too long".into()));
            }
            bytes.extend_from_slice(&piece);
            self.keep_pace(piece.len()).await;
        }
        Ok(matches!(status, StatusCode::OK | StatusCode::CONFLICT).then_some((status, bytes)))
    }

    /// Brings a chunk of one of our feeds.
    pub(super) async fn bring(&self, feed: &FeedId, chunk: &Chunk) -> Result<Brought> {
        let url = format!("{}{}", self.base, wire::brought(feed));
        let bytes = chunk.as_bytes().to_vec();
        self.keep_pace(bytes.len()).await;
        let response = self.send(self.client.post(url).body(bytes)).await?;
        match response.status() {
            StatusCode::OK => Ok(Brought::Taken),
            StatusCode::CONFLICT => {
                let told = response.bytes().await.map_err(|error| self.broken(error))?;
                let place = serde_json::from_slice(&told);
                place.map(Brought::From).map_err(|_| self.strange("it does not say how much it holds".into()))
            }
            status => Err(self.strange(format!("it answered {status} to what was brought"))),
        }
    }

    /// One chunk with the bytes that came over the line for it; `None` where the feed ends or does not exist for us.
    pub(super) async fn chunk(
        &self,
        feed: &FeedId,
        generation: u32,
        from: u64,
    ) -> Result<Option<(Chunk, u64)>> {
        let url = format!("{}{}", self.base, wire::chunk(feed, generation, from));
        let wanted = (feed.audience, generation, from);
        let kept = self.kept.get_or_try_init(|| async { self.half().await.map(Mutex::new) }).await?;
        let mut half = kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take_if(|h| (h.audience, h.generation, h.from) == wanted);
        let was_half = half.is_some();
        let mut received = 0;
        for _ in 0..MOST_RESUMES {
            let before = half.as_ref().map_or(0, |half| half.bytes.len());
            let Err(error) = self.fetch(&url, wanted, &mut half, &mut received).await else {
                let Some(half) = half else { return Ok(None) };
                if was_half {
                    self.keep_half(None).await?;
                }
                let chunk = Chunk::decode_expected(half.bytes, half.hash);
                return match chunk {
                    Ok(chunk) => Ok(Some((chunk, received))),
                    Err(source) => Err(ExchangeError::Chunk { partner: self.partner.clone(), source }),
                };
            };
            let came = half.as_ref().map_or(0, |half| half.bytes.len());
            if came <= before || !matches!(error, ExchangeError::Unreachable { .. }) {
                self.keep_half(half.as_ref()).await?;
                return Err(error);
            }
        }
        self.keep_half(half.as_ref()).await?;
        Err(self.strange("the line breaks again and again".into()))
    }

    /// Fetches what is missing of a chunk. When the line breaks, `half` holds what came; `None` after success means that
    /// there is no such chunk.
    async fn fetch(
        &self,
        url: &str,
        (audience, generation, from): (AudienceId, u32, u64),
        half: &mut Option<Half>,
        received: &mut u64,
    ) -> Result<()> {
        let mut question = self.client.get(url);
        if let Some(half) = half.as_ref() {
            question = question
                .header(RANGE, format!("bytes={}-", half.bytes.len()))
                .header(IF_RANGE, format!("\"{}\"", half.hash));
        }
        let mut response = self.send(question).await?;
        match response.status() {
            StatusCode::OK | StatusCode::PARTIAL_CONTENT => {}
            StatusCode::NOT_FOUND => {
                *half = None;
                return Ok(());
            }
            status => {
                *half = None;
                return Err(self.strange(format!("it answered {status} for a chunk")));
            }
        }
        let hash = tag(&response).ok_or_else(|| self.strange("it sent a chunk without its hash".into()))?;
        let goes_on = response.status() == StatusCode::PARTIAL_CONTENT
            && half.as_ref().is_some_and(|half| half.hash == hash && starts_at(&response, half.bytes.len()));
        if !goes_on {
            if response.status() == StatusCode::PARTIAL_CONTENT {
                *half = None;
                return Err(self.strange("it sent another part of a chunk than the one asked for".into()));
            }
            *half = Some(Half { audience, generation, from, hash, bytes: Vec::new() });
        }
        let Some(half) = half.as_mut() else { return Ok(()) };
        while let Some(piece) = response.chunk().await.map_err(|error| self.broken(error))? {
            if half.bytes.len() + piece.len() > MAX_CHUNK {
                half.bytes.clear();
                return Err(self.strange("it sent a chunk that is too large".into()));
            }
            half.bytes.extend_from_slice(&piece);
            *received += piece.len() as u64;
            self.keep_pace(piece.len()).await;
        }
        Ok(())
    }

    /// Waits as long as a line of the chosen pace would have needed for so many bytes.
    async fn keep_pace(&self, size_bytes: usize) {
        if let Some(kbit_per_s) = self.pace.kbit_per_s {
            let micros = size_bytes as u64 * 8_000 / u64::from(kbit_per_s.max(1));
            tokio::time::sleep(Duration::from_micros(micros)).await;
        }
    }

    async fn half(&self) -> Result<Option<Half>> {
        let Some(kept) = exchange::remembered(&self.node, &self.partner, HALF).await? else {
            return Ok(None);
        };
        let mut parts = kept.splitn(2, |byte| *byte == b'\n');
        let (head, rest) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let half: Option<Half> = serde_json::from_slice(head).ok();
        Ok(half.filter(|_| !rest.is_empty()).map(|half| Half { bytes: rest.to_vec(), ..half }))
    }

    async fn keep_half(&self, half: Option<&Half>) -> Result<()> {
        let mut kept = Vec::new();
        if let Some(half) = half.filter(|half| !half.bytes.is_empty()) {
            kept = serde_json::to_vec(half).unwrap_or_default();
            kept.push(b'\n');
            kept.extend_from_slice(&half.bytes);
        }
        Ok(exchange::remember(&self.node, &self.partner, HALF, &kept).await?)
    }

    fn strange(&self, problem: String) -> ExchangeError {
        ExchangeError::Answer { partner: self.partner.clone(), problem }
    }

    /// Puts a question. One that never left, because the connection was closed before it was ready, is put again: whoever
    /// closed it may have had a reason, and only a question that leaves brings the reason back.
    async fn send(&self, question: RequestBuilder) -> Result<Response> {
        for _ in 1..MOST_TRIES {
            let Some(again) = question.try_clone() else { break };
            match again.send().await {
                Err(error) if never_left(&error) => {}
                answered => return self.answered(answered),
            }
        }
        self.answered(question.send().await)
    }

    fn answered(&self, answered: reqwest::Result<Response>) -> Result<Response> {
        let response = answered.map_err(|error| self.broken(error))?;
        if let Some(theirs) = clock_in(&response) {
            let mut clocks = self.clocks.lock().unwrap_or_else(PoisonError::into_inner);
            *clocks = ClocksDiffer::between(self.node.now(), theirs);
        }
        Ok(response)
    }

    /// The partner's clock beside ours, where they differ by so much that one of them must be wrong.
    pub(super) fn clocks(&self) -> Option<ClocksDiffer> {
        *self.clocks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells a refusal in the handshake from a line that broke.
    fn broken(&self, source: reqwest::Error) -> ExchangeError {
        match tls_error(&source) {
            Some(rustls::Error::AlertReceived(
                AlertDescription::AccessDenied
                | AlertDescription::BadCertificate
                | AlertDescription::CertificateUnknown
                | AlertDescription::UnknownCA
                | AlertDescription::CertificateRevoked,
            )) => ExchangeError::NotAccepted(self.partner.clone()),
            Some(rustls::Error::InvalidCertificate(_)) => ExchangeError::OtherKey(self.partner.clone()),
            _ => ExchangeError::Unreachable { partner: self.partner.clone(), source },
        }
    }
}

/// Whether a question was given up before any of it was sent.
fn never_left(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_canceled) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// The error of TLS among the causes; I/O errors carry theirs inside and do not name it as their source.
fn tls_error(error: &reqwest::Error) -> Option<&rustls::Error> {
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref::<rustls::Error>() {
            return Some(found);
        }
        cause = match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

fn clock_in(response: &Response) -> Option<Timestamp> {
    let shown = response.headers().get(wire::CLOCK)?.to_str().ok()?;
    shown.parse().ok().map(Timestamp::from_millis)
}

fn tag(response: &Response) -> Option<Hash32> {
    response.headers().get(ETAG)?.to_str().ok()?.trim_matches('"').parse().ok()
}

fn starts_at(response: &Response, place: usize) -> bool {
    let range = response.headers().get(CONTENT_RANGE).and_then(|value| value.to_str().ok());
    range.and_then(|range| range.strip_prefix("bytes ")?.split_once('-')?.0.parse().ok()) == Some(place)
}
