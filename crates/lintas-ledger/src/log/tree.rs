//! The compact frontier: all that must be kept to append a leaf and to know the root.

use serde::{Deserialize, Serialize};

use super::{empty_root, node_hash};
use crate::Hash32;

/// A log reduced to the roots of its perfect subtrees, largest first: at most 64 hashes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Tree {
    size: u64,
    frontier: Vec<Hash32>,
}

/// The bytes are not a frontier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("could not read the state of a log: {0} bytes do not fit its size")]
pub struct NotATree(usize);

impl Tree {
    /// An empty log.
    pub const fn new() -> Self {
        Self { size: 0, frontier: Vec::new() }
    }

    /// Number of leaves.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf by its hash and answers its index.
    pub fn append(&mut self, leaf: Hash32) -> u64 {
        let index = self.size;
        let mut node = leaf;
        for _ in 0..index.trailing_ones() {
            if let Some(left) = self.frontier.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.frontier.push(node);
        self.size += 1;
        index
    }

    /// The root over all leaves.
    pub fn root(&self) -> Hash32 {
        let mut nodes = self.frontier.iter().rev();
        let Some(last) = nodes.next() else { return empty_root() };
        nodes.fold(*last, |right, left| node_hash(left, &right))
    }

    /// The state as bytes: the size in 8 bytes, big end first, then the hashes.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        self.frontier.iter().for_each(|hash| bytes.extend_from_slice(hash.as_bytes()));
        bytes
    }

    /// Reads a state back.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotATree> {
        let not_a_tree = NotATree(bytes.len());
        let (size, hashes) = bytes.split_first_chunk::<8>().ok_or(not_a_tree)?;
        let size = u64::from_be_bytes(*size);
        let (hashes, rest) = hashes.as_chunks::<32>();
        if !rest.is_empty() || hashes.len() != size.count_ones() as usize {
            return Err(not_a_tree);
        }
        Ok(Self { size, frontier: hashes.iter().map(|hash| Hash32(*hash)).collect() })
    }
}

impl Extend<Hash32> for Tree {
    fn extend<I: IntoIterator<Item = Hash32>>(&mut self, leaves: I) {
        leaves.into_iter().for_each(|leaf| {
            self.append(leaf);
        });
    }
}

impl TryFrom<Vec<u8>> for Tree {
    type Error = NotATree;
    fn try_from(bytes: Vec<u8>) -> Result<Self, NotATree> {
        Self::decode(&bytes)
    }
}

impl From<Tree> for Vec<u8> {
    fn from(tree: Tree) -> Self {
        tree.encode()
    }
}
