//! What a bad line does to bytes: loses them, sends them twice or in another order, stops, crawls. Drawn from a seed and counted.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lintas_model::Entropy as _;
use lintas_model::entropy::SeededEntropy;

/// What happens to one piece of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is lost and the connection with it.
    Drop,
    /// So many bytes of it come, in hundredths, then the connection breaks.
    Truncate(u8),
    /// It comes twice.
    Duplicate,
    /// It comes after the next one.
    Reorder,
    /// It comes late.
    Stall(Duration),
    /// It comes at so many thousand bits a second.
    Slow(u32),
}

/// How often each fault was injected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Injected {
    /// Pieces lost.
    pub dropped: u64,
    /// Pieces cut short.
    pub truncated: u64,
    /// Pieces sent twice.
    pub duplicated: u64,
    /// Pieces sent after the next one.
    pub reordered: u64,
    /// Pieces sent late.
    pub stalled: u64,
    /// Pieces sent slowly.
    pub slowed: u64,
    /// Pieces that went through as they were.
    pub untouched: u64,
}

/// The faults of all lines that share it.
#[derive(Debug, Clone)]
pub struct Faults(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    on: AtomicBool,
    per_mille: u64,
    dice: Mutex<SeededEntropy>,
    counts: [AtomicU64; 7],
}

/// A slow line, as over a satellite.
const SLOW_KBIT: u32 = 64;
/// The longest that one piece crawls, so that a round ends.
pub(crate) const LONGEST_CRAWL: Duration = Duration::from_millis(400);

impl Faults {
    /// Faults from a seed that hit so many of a thousand pieces; off until turned on.
    pub fn new(seed: u64, per_mille: u64) -> Self {
        Self(Arc::new(Inner {
            on: AtomicBool::new(false),
            per_mille: per_mille.min(1_000),
            dice: Mutex::new(SeededEntropy::new(seed)),
            counts: Default::default(),
        }))
    }

    /// Turns them on or off.
    pub fn turn(&self, on: bool) {
        self.0.on.store(on, Ordering::SeqCst);
    }

    /// What was injected so far.
    pub fn injected(&self) -> Injected {
        let [dropped, truncated, duplicated, reordered, stalled, slowed, untouched] =
            [0, 1, 2, 3, 4, 5, 6].map(|at: usize| self.0.counts[at].load(Ordering::SeqCst));
        Injected { dropped, truncated, duplicated, reordered, stalled, slowed, untouched }
    }

    /// What happens to the next piece.
    pub(crate) fn draw(&self) -> Option<Fault> {
        if !self.0.on.load(Ordering::SeqCst) {
            return None;
        }
        let mut bytes = [0; 8];
        self.0.dice.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut bytes);
        let [high, low, kind, much, ..] = bytes;
        let hit = u64::from(u16::from_be_bytes([high, low])) * 1_000 / 65_536 < self.0.per_mille;
        let fault = match kind % 6 {
            0 => Fault::Drop,
            1 => Fault::Truncate(much % 100),
            2 => Fault::Duplicate,
            3 => Fault::Reorder,
            4 => Fault::Stall(Duration::from_millis(u64::from(much) + 20)),
            _ => Fault::Slow(SLOW_KBIT),
        };
        let counted = if hit { usize::from(kind % 6) } else { 6 };
        self.0.counts[counted].fetch_add(1, Ordering::SeqCst);
        hit.then_some(fault)
    }
}

impl Injected {
    /// All faults together.
    pub const fn all(&self) -> u64 {
        self.dropped + self.truncated + self.duplicated + self.reordered + self.stalled + self.slowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_hit_as_often_as_they_were_told_and_are_counted() {
        let faults = Faults::new(1, 250);
        assert_eq!((0..100).filter_map(|_| faults.draw()).count(), 0, "off until turned on");
        faults.turn(true);
        let hit = (0..10_000).filter_map(|_| faults.draw()).count() as u64;
        let injected = faults.injected();
        assert_eq!((injected.all(), injected.all() + injected.untouched), (hit, 10_000));
        assert!((2_200..2_800).contains(&hit), "{hit}");
        let each = [injected.dropped, injected.truncated, injected.duplicated, injected.reordered];
        assert!(each.iter().chain(&[injected.stalled, injected.slowed]).all(|n| *n > 200), "{injected:?}");
    }
}
