//! The Merkle log: roots, proofs and tiles.

use std::collections::BTreeMap;
use std::ops::Range;

use lintas_ledger::Hash32;
use lintas_ledger::log::{
    Leaves, TileId, Tree, consistency, empty_root, inclusion, leaf_hash, node_hash, root_of, tile_hashes,
    tiles, verify_consistency, verify_inclusion,
};
use proptest::prelude::*;

fn leaves(count: u64) -> Vec<Hash32> {
    (0..count).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

/// RFC 6962 section 2.1, word for word.
fn plain_root(leaves: &[Hash32]) -> Hash32 {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let mut middle = 1;
            while middle * 2 < leaves.len() {
                middle *= 2;
            }
            node_hash(&plain_root(&leaves[..middle]), &plain_root(&leaves[middle..]))
        }
    }
}

#[test]
fn empty_logs_and_empty_leaves_hash_as_everywhere() {
    // SHA-256 of nothing, and of one zero byte (RFC 6962 section 2.1).
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let leaf = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    assert_eq!((Tree::new().root().to_string().as_str(), leaf_hash(b"").to_string().as_str()), (empty, leaf));
}

#[test]
fn the_frontier_has_the_root_of_every_size_and_survives_a_restart() {
    let leaves = leaves(300);
    let mut tree = Tree::new();
    for size in 0..leaves.len() {
        assert_eq!(tree.root(), plain_root(&leaves[..size]), "{size}");
        assert_eq!(tree.append(leaves[size]), size as u64);
        tree = Tree::decode(&tree.encode()).unwrap();
    }
    let mut bytes = tree.encode();
    bytes.pop();
    assert!(Tree::decode(&bytes).is_err() && Tree::decode(&[]).is_err());
}

#[test]
fn all_proofs_of_small_logs_verify_and_no_changed_one_does() {
    let all = leaves(40);
    for size in 1..=all.len() as u64 {
        let source = &mut &all[..];
        let root = root_of(source, size).unwrap();
        for index in 0..size {
            let proof = inclusion(source, index, size).unwrap();
            let leaf = &all[index as usize];
            assert!(verify_inclusion(leaf, index, size, &proof, &root));
            assert!(!verify_inclusion(&empty_root(), index, size, &proof, &root));
            assert!(!verify_inclusion(leaf, size, size, &proof, &root));
            changed(&proof, |proof| verify_inclusion(leaf, index, size, proof, &root));
        }
        for old in 0..=size {
            let old_root = plain_root(&all[..old as usize]);
            let proof = consistency(source, old, size).unwrap();
            assert!(verify_consistency(old, &old_root, size, &root, &proof), "{old} in {size}");
            changed(&proof, |proof| verify_consistency(old, &old_root, size, &root, proof));
            if old < size {
                assert!(!verify_consistency(old, &root, size, &root, &proof));
            }
            if 0 < old && old < size {
                assert!(!verify_consistency(old, &old_root, size, &old_root, &proof));
            }
        }
    }
    assert!(inclusion(&mut &all[..], 40, 40).is_err());
    assert!(consistency(&mut &all[..], 41, 40).is_err());
    assert!(inclusion(&mut &all[..], 3, 41).is_err(), "the source is one leaf short");
}

/// Proofs with a hash changed, left out, doubled, added or moved.
fn changed(proof: &[Hash32], accepts: impl Fn(&[Hash32]) -> bool) {
    assert!(!accepts(&[proof, &[empty_root()]].concat()));
    assert!(!accepts(&[&[empty_root()], proof].concat()));
    for at in 0..proof.len() {
        let mut flipped = proof.to_vec();
        flipped[at].0[at % 32] ^= 1;
        assert!(!accepts(&flipped));
        let mut shorter = proof.to_vec();
        shorter.remove(at);
        assert!(!accepts(&shorter));
        let mut longer = proof.to_vec();
        longer.insert(at, proof[at]);
        assert!(!accepts(&longer));
        if at > 0 {
            let mut moved = proof.to_vec();
            moved.swap(at - 1, at);
            assert!(!accepts(&moved));
        }
    }
}

/// A source that keeps the full tiles above the leaves and counts what is read.
struct Tiled<'l> {
    leaves: &'l [Hash32],
    tiles: BTreeMap<(u8, u64), Vec<Hash32>>,
    read: u64,
}

impl<'l> Tiled<'l> {
    fn new(leaves: &'l [Hash32]) -> Self {
        let full = tiles(leaves.len() as u64).filter(|id| id.level > 0 && id.width == 256);
        let kept = full.map(|id| ((id.level, id.index), tile_hashes(&mut &*leaves, id).unwrap()));
        Self { leaves, tiles: kept.collect(), read: 0 }
    }
}

impl Leaves for Tiled<'_> {
    type Error = std::convert::Infallible;

    fn leaves(&mut self, range: Range<u64>) -> Result<Vec<Hash32>, Self::Error> {
        self.read += range.end - range.start;
        Ok(self.leaves[range.start as usize..range.end as usize].to_vec())
    }

    fn tile(&mut self, level: u8, index: u64) -> Result<Option<Vec<Hash32>>, Self::Error> {
        Ok(self.tiles.get(&(level, index)).cloned())
    }
}

#[test]
fn proofs_from_tiles_are_those_from_leaves_and_read_little() {
    let all = leaves(70_000);
    let (plain, tiled) = (&mut &all[..], &mut Tiled::new(&all));
    let size = all.len() as u64;
    for index in [0, 255, 256, 40_000, 65_535, 65_536, 69_999] {
        assert_eq!(inclusion(plain, index, size).unwrap(), inclusion(tiled, index, size).unwrap());
    }
    tiled.read = 0;
    inclusion(tiled, 40_000, 65_536).unwrap();
    assert!(tiled.read <= 256, "{}", tiled.read);
    assert_eq!(consistency(plain, 65_000, size).unwrap(), consistency(tiled, 65_000, size).unwrap());
}

#[test]
fn tiles_are_named_as_the_specification_names_them() {
    let id = |level, index, width| TileId { level, index, width };
    for (tile, path) in [
        (id(0, 0, 256), "tile/0/000"),
        (id(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (id(1, 0, 8), "tile/1/000.p/8"),
        (id(3, 999, 1), "tile/3/999.p/1"),
    ] {
        assert_eq!((tile.to_string().as_str(), path.parse::<TileId>()), (path, Ok(tile)));
    }
    for bad in [
        "",
        "tile/0/0",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/x000/001",
        "tile/0/../000",
        "tile/00/000",
    ] {
        assert!(bad.parse::<TileId>().is_err(), "{bad}");
    }
    let all: Vec<String> = tiles(70_000).map(|tile| tile.to_string()).collect();
    assert_eq!(all.len(), 274 + 2 + 1);
    assert_eq!(all[273..], ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
    assert_eq!(tiles(0).count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn proofs_hold_for_logs_of_any_size(size in 1u64..3000, index in any::<prop::sample::Index>(), old in any::<prop::sample::Index>()) {
        let all = leaves(size);
        let source = &mut &all[..];
        let mut tree = Tree::new();
        tree.extend(all.iter().copied());
        let root = root_of(source, size).unwrap();
        prop_assert_eq!(tree.root(), root);
        let index = index.index(size as usize) as u64;
        prop_assert!(verify_inclusion(&all[index as usize], index, size, &inclusion(source, index, size).unwrap(), &root));
        let old = old.index(size as usize) as u64;
        let old_root = root_of(source, old).unwrap();
        prop_assert!(verify_consistency(old, &old_root, size, &root, &consistency(source, old, size).unwrap()));
    }
}
