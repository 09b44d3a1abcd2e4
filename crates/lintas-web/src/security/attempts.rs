//! How often one address may try to sign in; casework counts per name besides.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

use lintas_model::Timestamp;

const WINDOW_MS: i64 = 60_000;
const MOST: usize = 20;
/// Addresses remembered; beyond, the oldest are forgotten.
const ADDRESSES: usize = 10_000;

/// Recent attempts by address.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<IpAddr, Vec<Timestamp>>>);

impl Attempts {
    /// Counts an attempt; the seconds to wait when there were too many within a minute.
    pub(crate) fn count(&self, from: IpAddr, now: Timestamp) -> Result<(), u64> {
        let mut all = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let since = now.plus_millis(-WINDOW_MS);
        if all.len() >= ADDRESSES {
            all.retain(|_, tries| tries.last().is_some_and(|at| *at > since));
            if all.len() >= ADDRESSES {
                all.clear();
            }
        }
        let tries = all.entry(from).or_default();
        tries.retain(|at| *at > since);
        if tries.len() >= MOST {
            let oldest = tries.first().map_or(0, |at| at.as_millis());
            return Err(((oldest + WINDOW_MS - now.as_millis()).max(0) / 1000 + 1) as u64);
        }
        tries.push(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twenty_first_try_of_a_minute_must_wait() {
        let attempts = Attempts::default();
        let from = IpAddr::from([127, 0, 0, 1]);
        let at = |ms| Timestamp::from_millis(ms);
        for n in 0..20 {
            assert_eq!(attempts.count(from, at(n * 1000)), Ok(()));
        }
        assert_eq!(attempts.count(from, at(20_000)), Err(41));
        assert_eq!(attempts.count(IpAddr::from([10, 0, 0, 1]), at(20_000)), Ok(()));
        assert_eq!(attempts.count(from, at(61_000)), Ok(()));
    }
}
