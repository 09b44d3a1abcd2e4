//! A line between two nodes that a test can cut.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::OwnedWriteHalf;
use tokio::net::{TcpListener, TcpStream};

use crate::fault::LONGEST_CRAWL;
use crate::{Fault, Faults};

/// A line on loopback that carries bytes to a node and back, and breaks after as many as it was told.
#[derive(Debug, Clone)]
pub struct Line {
    address: SocketAddr,
    to: Arc<Mutex<SocketAddr>>,
    left_bytes: Arc<AtomicI64>,
    carried_bytes: Arc<AtomicU64>,
    faults: Arc<Mutex<Option<Faults>>>,
}

impl Line {
    /// Lays a line from an open listener to a node's address.
    pub fn lay(listener: TcpListener, to: SocketAddr) -> std::io::Result<Self> {
        let line = Self {
            address: listener.local_addr()?,
            to: Arc::new(Mutex::new(to)),
            left_bytes: Arc::new(AtomicI64::new(i64::MAX)),
            carried_bytes: Arc::default(),
            faults: Arc::default(),
        };
        let laid = line.clone();
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                let line = laid.clone();
                tokio::spawn(async move {
                    // A broken line is what this is for.
                    let _ = line.carry(caller).await;
                });
            }
        });
        Ok(line)
    }

    /// Where callers reach it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Leads it to another address from now on.
    pub fn lead_to(&self, to: SocketAddr) {
        *self.to.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }

    /// How many bytes of answers it has carried.
    pub fn carried_bytes(&self) -> u64 {
        self.carried_bytes.load(Ordering::SeqCst)
    }

    /// Lets so many more bytes of answers through, then breaks every connection until it is mended.
    pub fn cut_after(&self, bytes: u32) {
        self.left_bytes.store(i64::from(bytes), Ordering::SeqCst);
    }

    /// Mends it.
    pub fn mend(&self) {
        self.left_bytes.store(i64::MAX, Ordering::SeqCst);
    }

    /// Makes it as bad as these faults.
    pub fn spoil(&self, faults: Faults) {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner) = Some(faults);
    }

    /// Sends a piece of an answer on as the faults have it; `held` is a piece that comes after this one.
    async fn send(
        &self,
        to: &mut OwnedWriteHalf,
        piece: &[u8],
        held: &mut Option<Vec<u8>>,
    ) -> std::io::Result<()> {
        let broken = || Err(std::io::ErrorKind::ConnectionAborted.into());
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match faults.and_then(|faults| faults.draw()) {
            None => to.write_all(piece).await?,
            Some(Fault::Drop) => return broken(),
            Some(Fault::Truncate(hundredths)) => {
                to.write_all(&piece[..piece.len() * usize::from(hundredths) / 100]).await?;
                return broken();
            }
            Some(Fault::Duplicate) => to.write_all(&[piece, piece].concat()).await?,
            Some(Fault::Reorder) if held.is_none() => {
                *held = Some(piece.to_vec());
                return Ok(());
            }
            Some(Fault::Reorder) => to.write_all(piece).await?,
            Some(Fault::Stall(time)) => {
                tokio::time::sleep(time).await;
                to.write_all(piece).await?;
            }
            Some(Fault::Slow(kbit_per_s)) => {
                let millis = piece.len() as u64 * 8 / u64::from(kbit_per_s.max(1));
                tokio::time::sleep(Duration::from_millis(millis).min(LONGEST_CRAWL)).await;
                to.write_all(piece).await?;
            }
        }
        match held.take() {
            Some(late) => to.write_all(&late).await,
            None => Ok(()),
        }
    }

    async fn carry(&self, caller: TcpStream) -> std::io::Result<()> {
        let to = *self.to.lock().unwrap_or_else(PoisonError::into_inner);
        if self.left_bytes.load(Ordering::SeqCst) <= 0 {
            return Ok(());
        }
        let node = TcpStream::connect(to).await?;
        node.set_nodelay(true)?;
        caller.set_nodelay(true)?;
        let (mut asks, mut is_answered) = caller.into_split();
        let (mut answers, mut is_asked) = node.into_split();
        let back = async {
            let mut buffer = vec![0; 16 * 1024];
            let mut held: Option<Vec<u8>> = None;
            loop {
                let n = answers.read(&mut buffer).await?;
                if n == 0 {
                    if let Some(late) = held.take() {
                        is_answered.write_all(&late).await?;
                    }
                    return is_answered.shutdown().await;
                }
                let left = self.left_bytes.fetch_sub(n as i64, Ordering::SeqCst);
                let through = usize::try_from(left.max(0)).map_or(n, |left| left.min(n));
                self.send(&mut is_answered, &buffer[..through], &mut held).await?;
                self.carried_bytes.fetch_add(through as u64, Ordering::SeqCst);
                if through < n {
                    return Err(std::io::ErrorKind::ConnectionAborted.into());
                }
            }
        };
        let there = async {
            tokio::io::copy(&mut asks, &mut is_asked).await?;
            is_asked.shutdown().await
        };
        tokio::try_join!(back, there).map(|_| ())
    }
}
