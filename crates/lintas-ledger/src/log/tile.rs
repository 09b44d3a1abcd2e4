//! Tiles: the log cut into files of up to 256 hashes that never change once full (C2SP tlog-tiles).

use std::fmt;
use std::str::FromStr;

use super::proof::compute_tile;
use super::{Leaves, ProofError};
use crate::Hash32;

/// Hashes in a full tile.
pub const TILE_WIDTH: u64 = 256;

/// Which tile: level 0 holds leaves, each higher one holds roots of full tiles of the level below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    /// Level, 0 to 6.
    pub level: u8,
    /// Place on the level.
    pub index: u64,
    /// Number of hashes, 1 to 256.
    pub width: u16,
}

/// The text is not the path of a tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as the path of a tile")]
pub struct NotATile(String);

/// All tiles of a log of `size` leaves, level by level; only the last of each level may be partial.
pub fn tiles(size: u64) -> impl Iterator<Item = TileId> {
    (0..=6u8).flat_map(move |level| {
        let n_nodes = size >> (8 * u32::from(level));
        (0..n_nodes.div_ceil(TILE_WIDTH)).map(move |index| {
            let width = (n_nodes - index * TILE_WIDTH).min(TILE_WIDTH) as u16;
            TileId { level, index, width }
        })
    })
}

/// The hashes of a tile; on the wire they stand one after the other.
pub fn tile_hashes<L: Leaves>(source: &mut L, id: TileId) -> Result<Vec<Hash32>, ProofError<L::Error>> {
    let fits = id.level <= 6
        && (1..=256).contains(&id.width)
        && id.index.checked_add(1).is_some_and(|end| end < 1u64 << (56 - 8 * u32::from(id.level)));
    if !fits {
        return Err(ProofError::OutOfRange { index: id.index, size: 0 });
    }
    compute_tile(source, id)
}

impl fmt::Display for TileId {
    /// Its path, for example `tile/0/x001/x234/067` or `tile/1/000.p/8`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        let mut groups = vec![self.index % 1000];
        let mut rest = self.index / 1000;
        while rest > 0 {
            groups.push(rest % 1000);
            rest /= 1000;
        }
        for (place, group) in groups.iter().enumerate().rev() {
            if place > 0 { write!(f, "x{group:03}/")? } else { write!(f, "{group:03}")? }
        }
        if u64::from(self.width) < TILE_WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for TileId {
    type Err = NotATile;

    fn from_str(text: &str) -> Result<Self, NotATile> {
        let read = || {
            let rest = text.strip_prefix("tile/")?;
            let (level, rest) = rest.split_once('/')?;
            let (index, width) = match rest.split_once(".p/") {
                Some((index, width)) => (index, width.parse().ok()?),
                None => (rest, TILE_WIDTH as u16),
            };
            let mut number: u64 = 0;
            for group in index.split('/') {
                let digits: u64 = group.strip_prefix('x').unwrap_or(group).parse().ok()?;
                number = number.checked_mul(1000)?.checked_add(digits)?;
            }
            Some(Self { level: level.parse().ok()?, index: number, width })
        };
        // There is one way to write a path; whatever else would read as the same tile is refused.
        read()
            .filter(|id| id.width > 0 && id.to_string() == text)
            .ok_or_else(|| NotATile(text.chars().take(60).collect()))
    }
}
