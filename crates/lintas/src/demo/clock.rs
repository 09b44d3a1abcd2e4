//! The clock of a demo: set to the days of the round while it is played, running on from there afterwards.

use std::sync::RwLock;
use std::time::Instant;

use lintas_model::{Clock, Timestamp};

/// A clock that is set by the play and then runs at the pace of the machine.
pub(crate) struct PlayedClock(RwLock<(Timestamp, Option<Instant>)>);

impl PlayedClock {
    /// Stands at `at`.
    pub(crate) const fn new(at: Timestamp) -> Self {
        Self(RwLock::new((at, None)))
    }

    /// Sets the clock; it stands still there.
    pub(crate) fn set(&self, at: Timestamp) {
        *self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner) = (at, None);
    }

    /// Lets the clock run on from where it stands.
    pub(crate) fn start(&self) {
        let mut guard = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        guard.1 = Some(Instant::now());
    }
}

impl Clock for PlayedClock {
    fn now(&self) -> Timestamp {
        let (base, running) = *self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        running
            .map_or(base, |since| base.plus_millis(i64::try_from(since.elapsed().as_millis()).unwrap_or(0)))
    }
}
