//! The token in every form: proves that the form was made for this session.
//!
//! Derived from the session's secret, so nothing is stored; masked anew on every page, because pages are compressed
//! and a constant secret beside a text that others choose can be guessed from the length (BREACH, 2013).

use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

const BYTES: usize = 16;

static PAGES: AtomicU64 = AtomicU64::new(0);

/// A token for a page of the session.
pub(crate) fn make(session: &str) -> String {
    let secret = secret(session);
    let page = PAGES.fetch_add(1, Ordering::Relaxed);
    let mask = derive(b"lintas form mask v1", &[session.as_bytes(), &page.to_be_bytes()]);
    let masked = secret.iter().zip(mask).map(|(s, m)| s ^ m).collect::<Vec<_>>();
    format!("{}{}", hex::encode(mask), hex::encode(masked))
}

/// Whether a token was made for the session.
pub(crate) fn fits(session: &str, token: &str) -> bool {
    let Ok(bytes) = hex::decode(token) else { return false };
    if bytes.len() != 2 * BYTES {
        return false;
    }
    let (mask, masked) = bytes.split_at(BYTES);
    let secret = secret(session);
    // Every byte is looked at, so that the time taken tells nothing.
    mask.iter().zip(masked).zip(secret).fold(0, |all, ((m, x), s)| all | (m ^ x ^ s)) == 0
}

fn secret(session: &str) -> [u8; BYTES] {
    derive(b"lintas form token v1", &[session.as_bytes()])
}

fn derive(label: &[u8], parts: &[&[u8]]) -> [u8; BYTES] {
    let mut hash = Sha256::new();
    hash.update(label);
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut out = [0; BYTES];
    out.copy_from_slice(&hash.finalize()[..BYTES]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_session_only_and_never_looks_the_same() {
        let (first, second) = (make("session a"), make("session a"));
        assert_ne!(first, second);
        assert!(fits("session a", &first) && fits("session a", &second));
        assert!(!fits("session b", &first));
        for bad in ["", "00", "zz", &first[2..], &format!("{first}00")] {
            assert!(!fits("session a", bad), "{bad}");
        }
    }
}
