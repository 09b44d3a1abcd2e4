//! The leaves of a log in memory, with the roots of its full tiles, for whoever makes many proofs.

use std::convert::Infallible;
use std::ops::Range;

use super::{Leaves, TILE_WIDTH, Tree};
use crate::Hash32;

/// Leaves and, level by level, the roots over each full run of 256 of the level below.
#[derive(Debug, Clone)]
pub struct KeptLeaves(Vec<Vec<Hash32>>);

impl KeptLeaves {
    /// Keeps the leaves of a log, in order.
    pub fn new(leaves: Vec<Hash32>) -> Self {
        let mut levels = vec![leaves];
        while let Some(below) = levels.last().filter(|below| below.len() as u64 >= TILE_WIDTH) {
            let roots = below.chunks_exact(TILE_WIDTH as usize).map(|tile| {
                let mut tree = Tree::new();
                tree.extend(tile.iter().copied());
                tree.root()
            });
            levels.push(roots.collect());
        }
        Self(levels)
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.0[0].len() as u64
    }

    /// The index of a leaf, for each of these hashes that is one.
    pub fn find(
        &self,
        wanted: &std::collections::BTreeSet<Hash32>,
    ) -> std::collections::BTreeMap<Hash32, u64> {
        let places = self.0[0].iter().zip(0..).filter(|(leaf, _)| wanted.contains(leaf));
        places.map(|(leaf, index)| (*leaf, index)).collect()
    }
}

impl Leaves for KeptLeaves {
    type Error = Infallible;

    fn leaves(&mut self, range: Range<u64>) -> Result<Vec<Hash32>, Infallible> {
        (&self.0[0][..]).leaves(range)
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<Hash32>>, Infallible> {
        let nodes = self.0.get(usize::from(level)).map_or(&[][..], Vec::as_slice);
        let start = usize::try_from(index.saturating_mul(TILE_WIDTH)).unwrap_or(usize::MAX).min(nodes.len());
        let end = (start + TILE_WIDTH as usize).min(nodes.len());
        Ok((start < end).then(|| nodes[start..end].to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{inclusion, leaf_hash, verify_inclusion};
    use super::*;

    #[test]
    fn proofs_from_tiles_are_those_from_leaves() {
        let leaves: Vec<Hash32> = (0..70_000_u64).map(|number| leaf_hash(&number.to_be_bytes())).collect();
        let mut kept = KeptLeaves::new(leaves.clone());
        let mut tree = Tree::new();
        tree.extend(leaves.iter().copied());
        for index in [0, 255, 65_536, 69_999] {
            let path = inclusion(&mut kept, index, 70_000).unwrap();
            assert_eq!(Ok(path.clone()), inclusion(&mut &leaves[..], index, 70_000));
            assert!(verify_inclusion(&leaves[index as usize], index, 70_000, &path, &tree.root()));
        }
        assert_eq!(kept.find(&[leaves[300]].into()), [(leaves[300], 300)].into());
    }
}
