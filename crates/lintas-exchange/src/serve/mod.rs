//! The side that answers: a listener on which only pinned keys are spoken to, and only feeds are read or brought.
//!
//! It is no part of the pages: another port, another protocol, no cookie, nothing to send but a question, or a chunk of
//! what the partner itself has written, which is checked as if it had been fetched.

mod answer;
mod body;
mod brought;
mod partners;
mod places;
mod range;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use lintas_casework::{Node, exchange};
use rustls::server::NoServerSessionStorage;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

use crate::tls::{Identity, key_of_certificate, server_config};
use crate::{ExchangeError, Result, standing, wire};
use partners::KnownPartners;
use places::Places;

/// How many partners are answered at once; the rest wait to be accepted.
const MOST_CONNECTIONS: usize = 64;
/// How long a handshake and the head of a question may take.
const HANDSHAKE_TIME: Duration = Duration::from_secs(10);
/// How long one connection may last: a full chunk over 256 kbit/s takes nine minutes.
const CONNECTION_TIME: Duration = Duration::from_secs(30 * 60);
/// How long the farewell to a stranger may take.
const FAREWELL_TIME: Duration = Duration::from_secs(1);
const FAREWELL_BYTES: u64 = 64 * 1024;
/// Greatest size of the head of a question.
const HEAD_BYTES: usize = 16 * 1024;

/// Answers partners on a listener. Ends only when the listener fails; drop it to stop.
pub async fn serve(node: Node, listener: TcpListener) -> Result<()> {
    let identity = Identity::new(node.code(), node.tls_seed())?;
    let known = Arc::new(KnownPartners::default());
    let mut config = server_config(&identity, known.clone())?;
    // No resumption: a partner that was cut off must meet the question of its key again, at every handshake.
    config.send_tls13_tickets = 0;
    config.session_storage = Arc::new(NoServerSessionStorage {});
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let doors = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let places = Arc::new(Places::default());
    let mut connections = tokio::task::JoinSet::new();
    loop {
        let door = doors.clone().acquire_owned().await.map_err(|_| ExchangeError::Ended)?;
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) if is_about_one_connection(&error) => continue,
            Err(error) => return Err(ExchangeError::Listen(error)),
        };
        while connections.try_join_next().is_some() {}
        let (node, known, acceptor) = (node.clone(), known.clone(), acceptor.clone());
        let places = places.clone();
        connections.spawn(async move {
            let _door = door;
            if let Err(error) = known.learn(&node).await {
                tracing::error!(code = error.code(), "{}", error.told());
                return;
            }
            if tokio::time::timeout(CONNECTION_TIME, connection(&node, acceptor, &places, stream))
                .await
                .is_err()
            {
                tracing::info!("a partner's connection was ended after its time");
            }
        });
    }
}

/// Some errors of `accept` are those of a caller that has left already.
fn is_about_one_connection(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

async fn connection(node: &Node, acceptor: TlsAcceptor, places: &Places, stream: TcpStream) {
    // Answers are written whole; waiting to fill a packet would only cost time.
    let _ = stream.set_nodelay(true);
    let handshake = acceptor.accept(stream).into_fallible();
    let tls = match tokio::time::timeout(HANDSHAKE_TIME, handshake).await {
        Ok(Ok(tls)) => tls,
        Ok(Err((error, stream))) => {
            tracing::info!("a stranger was turned away: {error}");
            farewell(stream).await;
            return;
        }
        Err(_) => return,
    };
    let key = tls.get_ref().1.peer_certificates().and_then(|shown| key_of_certificate(shown.first()?));
    let Some(key) = key else { return };
    let partner = match exchange::partner_by_tls_key(node, &key.to_string()).await {
        Ok(Some(partner)) => partner,
        Ok(None) => return,
        Err(error) => {
            tracing::error!(code = error.code(), "{error}");
            return;
        }
    };
    let Some(_place) = places.take(&partner) else {
        tracing::warn!(%partner, "a partner holds as many connections as it may; one more was closed");
        return;
    };
    let sent = Arc::new(AtomicU64::new(0));
    let service = service_fn(|question| {
        let (node, partner, sent) = (node.clone(), partner.clone(), sent.clone());
        async move {
            let mut answer = answer::answer(&node, &partner, question).await;
            answer.headers_mut().insert(wire::CLOCK, node.now().as_millis().into());
            sent.fetch_add(answer.body().size_bytes(), Ordering::Relaxed);
            Ok::<_, std::convert::Infallible>(answer)
        }
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HANDSHAKE_TIME)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(tls), service)
        .await;
    if let Err(error) = served {
        tracing::debug!(%partner, "the connection ended: {error}");
    }
    if let Err(error) = standing::add_sent(node, &partner, sent.load(Ordering::Relaxed)).await {
        tracing::error!(code = error.code(), "{}", error.told());
    }
}

/// Lets a stranger read why it was turned away: what it has sent meanwhile is read to its end, for a connection that is
/// closed on unread bytes is reset, and the reason with it.
async fn farewell(mut stream: TcpStream) {
    let last_words = async {
        let _ = stream.shutdown().await;
        let _ = tokio::io::copy(&mut (&mut stream).take(FAREWELL_BYTES), &mut tokio::io::sink()).await;
    };
    let _ = tokio::time::timeout(FAREWELL_TIME, last_words).await;
}
