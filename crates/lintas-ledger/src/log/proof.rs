//! Proofs that a record is in the log, and that a longer log only added to a shorter one.

use std::ops::Range;

use super::{TILE_WIDTH, TileId, Tree, empty_root, node_hash};
use crate::Hash32;

/// How many leaves are asked of a source at once.
const READ: u64 = 1 << 14;

/// Where the leaf hashes of a log come from.
pub trait Leaves {
    /// Why they could not be read.
    type Error;

    /// The hashes of these leaves, all of them and in order.
    fn leaves(&mut self, range: Range<u64>) -> Result<Vec<Hash32>, Self::Error>;

    /// A tile that the source keeps ready, whole or partial; with `None` it is computed from the leaves.
    fn tile(&mut self, _level: u8, _index: u64) -> Result<Option<Vec<Hash32>>, Self::Error> {
        Ok(None)
    }
}

impl Leaves for &[Hash32] {
    type Error = std::convert::Infallible;

    fn leaves(&mut self, range: Range<u64>) -> Result<Vec<Hash32>, Self::Error> {
        let end = range.end.min(self.len() as u64) as usize;
        let start = range.start.min(end as u64) as usize;
        Ok(self[start..end].to_vec())
    }
}

/// Why a proof could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError<E> {
    /// The log is not that long.
    #[error("could not prove: {index} lies outside a log of {size} leaves")]
    OutOfRange {
        /// The leaf or the size asked for.
        index: u64,
        /// The size of the log.
        size: u64,
    },
    /// The source gave fewer or more hashes than it was asked for.
    #[error("could not prove: the source gave {given} of {asked} hashes from {from}")]
    Incomplete {
        /// The first leaf asked for.
        from: u64,
        /// How many were asked for.
        asked: u64,
        /// How many came.
        given: u64,
    },
    /// The source failed.
    #[error("could not prove: the leaves could not be read")]
    Source(#[source] E),
}

/// The root over the first `size` leaves.
pub fn root_of<L: Leaves>(source: &mut L, size: u64) -> Result<Hash32, ProofError<L::Error>> {
    if size == 0 { Ok(empty_root()) } else { subtree(source, 0..size) }
}

/// The proof that leaf `index` is in the log of `size` leaves, from the leaf to the root.
pub fn inclusion<L: Leaves>(
    source: &mut L,
    index: u64,
    size: u64,
) -> Result<Vec<Hash32>, ProofError<L::Error>> {
    if index >= size {
        return Err(ProofError::OutOfRange { index, size });
    }
    inclusion_ranges(index, size).into_iter().map(|range| subtree(source, range)).collect()
}

/// The proof that the log of `size` leaves begins with the log of `old_size` leaves. Empty when either is nothing to
/// prove: an empty old log, or the same size.
pub fn consistency<L: Leaves>(
    source: &mut L,
    old_size: u64,
    size: u64,
) -> Result<Vec<Hash32>, ProofError<L::Error>> {
    if old_size > size {
        return Err(ProofError::OutOfRange { index: old_size, size });
    }
    consistency_ranges(old_size, size).into_iter().map(|range| subtree(source, range)).collect()
}

/// The subtrees whose roots make an inclusion proof, from the leaf to the root; for sources that read asynchronously.
pub fn inclusion_ranges(index: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    let mut span = 0..size;
    while span.end.saturating_sub(span.start) > 1 {
        let middle = span.start + split(span.end - span.start);
        if index < middle {
            ranges.push(middle..span.end);
            span.end = middle;
        } else {
            ranges.push(span.start..middle);
            span.start = middle;
        }
    }
    ranges.reverse();
    ranges
}

/// The subtrees whose roots make a consistency proof, in its order.
pub fn consistency_ranges(old_size: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    if old_size == 0 || old_size >= size {
        return ranges;
    }
    let mut span = 0..size;
    while span.end != old_size {
        let middle = span.start + split(span.end - span.start);
        if old_size <= middle {
            ranges.push(middle..span.end);
            span.end = middle;
        } else {
            ranges.push(span.start..middle);
            span.start = middle;
        }
    }
    if span.start > 0 {
        ranges.push(span);
    }
    ranges.reverse();
    ranges
}

/// The largest power of two below `n`, for `n` of 2 or more.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// The root over a range of leaves that is a subtree of the log. Tiles are used where the source has them; else leaves
/// are read piece by piece, so memory stays bounded.
pub fn subtree<L: Leaves>(source: &mut L, range: Range<u64>) -> Result<Hash32, ProofError<L::Error>> {
    let n_leaves = range.end.saturating_sub(range.start);
    if n_leaves == 0 {
        return Err(ProofError::OutOfRange { index: range.start, size: range.end });
    }
    if n_leaves.is_power_of_two()
        && let Some(root) = from_tile(source, &range)?
    {
        return Ok(root);
    }
    if n_leaves > READ {
        let middle = range.start + split(n_leaves);
        let left = subtree(source, range.start..middle)?;
        return Ok(node_hash(&left, &subtree(source, middle..range.end)?));
    }
    Ok(fold(&read(source, range)?))
}

fn read<L: Leaves>(source: &mut L, range: Range<u64>) -> Result<Vec<Hash32>, ProofError<L::Error>> {
    let (from, asked) = (range.start, range.end - range.start);
    let hashes = source.leaves(range).map_err(ProofError::Source)?;
    if hashes.len() as u64 == asked {
        Ok(hashes)
    } else {
        Err(ProofError::Incomplete { from, asked, given: hashes.len() as u64 })
    }
}

fn fold(hashes: &[Hash32]) -> Hash32 {
    let mut tree = Tree::new();
    tree.extend(hashes.iter().copied());
    tree.root()
}

/// A perfect subtree from the nodes of one tile, if the source keeps it.
fn from_tile<L: Leaves>(source: &mut L, range: &Range<u64>) -> Result<Option<Hash32>, ProofError<L::Error>> {
    let n_leaves = range.end - range.start;
    let level = (n_leaves.trailing_zeros() / 8) as u8;
    let shift = 8 * u32::from(level);
    let (first, width) = (range.start >> shift, (n_leaves >> shift) as usize);
    let offset = (first % TILE_WIDTH) as usize;
    let tile = source.tile(level, first / TILE_WIDTH).map_err(ProofError::Source)?;
    Ok(tile.and_then(|tile| tile.get(offset..offset + width).map(fold)))
}

/// The hashes of a tile, computed from the leaves.
pub(super) fn compute_tile<L: Leaves>(
    source: &mut L,
    id: TileId,
) -> Result<Vec<Hash32>, ProofError<L::Error>> {
    let span = 1u64 << (8 * u32::from(id.level));
    let first = id.index * TILE_WIDTH;
    if id.level == 0 {
        return read(source, first..first + u64::from(id.width));
    }
    (first..first + u64::from(id.width)).map(|node| subtree(source, node * span..(node + 1) * span)).collect()
}

/// Whether the proof shows that `leaf` is leaf `index` of the log with this size and root (RFC 9162 section 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash32, index: u64, size: u64, proof: &[Hash32], root: &Hash32) -> bool {
    if index >= size {
        return false;
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether the proof shows that the log of `size` begins with the log of `old_size` (RFC 9162 section 2.1.4.2).
pub fn verify_consistency(
    old_size: u64,
    old_root: &Hash32,
    size: u64,
    root: &Hash32,
    proof: &[Hash32],
) -> bool {
    if old_size > size {
        return false;
    }
    if old_size == size {
        return proof.is_empty() && old_root == root;
    }
    if old_size == 0 {
        return proof.is_empty() && *old_root == empty_root();
    }
    let mut steps = proof.iter();
    let first = if old_size.is_power_of_two() { Some(old_root) } else { steps.next() };
    let Some(first) = first else { return false };
    let (mut old_hash, mut hash) = (*first, *first);
    let (mut node, mut last) = (old_size - 1, size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    for step in steps {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            old_hash = node_hash(step, &old_hash);
            hash = node_hash(step, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, step);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == *old_root && hash == *root
}
