//! Tables looked up by spelling, several times for every word of every name.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by spelling. The spellings are ours, so nobody can choose them to collide.
pub(crate) type BySpelling<V> = HashMap<&'static str, V, BuildHasherDefault<Fnv>>;

/// Fowler, Noll and Vo's hash (FNV-1a), fast on short words.
#[derive(Debug, Clone)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        // The table takes its place from the low bits and its tag from the high ones.
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
