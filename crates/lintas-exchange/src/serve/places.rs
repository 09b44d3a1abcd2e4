//! How many connections each partner holds, so that none keeps the others out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use lintas_model::AgencyCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many connections one partner may hold at once.
const MOST_PER_PARTNER: usize = 8;

/// The connections held, partner by partner.
#[derive(Debug, Default)]
pub(super) struct Places(Mutex<BTreeMap<AgencyCode, Arc<Semaphore>>>);

impl Places {
    /// A place for one more connection of a partner, given back when dropped; `None` when it holds enough.
    pub(super) fn take(&self, partner: &AgencyCode) -> Option<OwnedSemaphorePermit> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let places =
            held.entry(partner.clone()).or_insert_with(|| Arc::new(Semaphore::new(MOST_PER_PARTNER)));
        places.clone().try_acquire_owned().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_partner_does_not_keep_the_others_out() {
        let (places, greedy, other) =
            (Places::default(), AgencyCode::new("KH-CIB").unwrap(), AgencyCode::new("TH-DSI").unwrap());
        let mut taken: Vec<_> = (0..MOST_PER_PARTNER).map(|_| places.take(&greedy).unwrap()).collect();
        assert!(places.take(&greedy).is_none());
        assert!(places.take(&other).is_some());
        taken.pop();
        assert!(places.take(&greedy).is_some());
    }
}
