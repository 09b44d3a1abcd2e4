//! Salted commitments to what was asked, so that an inspector can later open some and see whether a record stood behind
//! each. Until then the holder learns nothing from them.

use lintas_ledger::Hash32;
use lintas_ledger::log::{Tree, inclusion, leaf_hash, verify_inclusion};
use lintas_model::RecordId;

use crate::Item;

/// The commitment to an item and to the record that states it. Never change the form, add another.
pub fn leaf(salt: &[u8; 32], item: &Item, record: RecordId) -> Hash32 {
    let mut bytes = b"lintas hit input v1".to_vec();
    bytes.extend(salt);
    bytes.extend(record.uuid().as_bytes());
    bytes.extend(item.to_bytes());
    leaf_hash(&bytes)
}

/// The Merkle root over commitments (RFC 9162, 2.1), which the question carries.
pub fn root(leaves: &[Hash32]) -> Hash32 {
    let mut tree = Tree::new();
    for leaf in leaves {
        tree.append(*leaf);
    }
    tree.root()
}

/// One commitment opened: what was asked, for which record, and the way to the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its position in the question.
    pub at: u32,
    /// What was asked.
    pub item: Item,
    /// The record that is said to state it.
    pub record: RecordId,
    /// The salt.
    pub salt: [u8; 32],
    /// From the leaf to the root.
    pub proof: Vec<Hash32>,
}

impl Opening {
    /// Opens a commitment; `None` when there is none at that position.
    pub fn of(leaves: &[Hash32], at: u32, item: Item, record: RecordId, salt: [u8; 32]) -> Option<Self> {
        let proof = inclusion(&mut { leaves }, u64::from(at), leaves.len() as u64).ok()?;
        Some(Self { at, item, record, salt, proof })
    }
}

/// Whether an opening is of a question with this root and so many items.
pub fn check_opening(root: &Hash32, count: u32, opening: &Opening) -> bool {
    let leaf = leaf(&opening.salt, &opening.item, opening.record);
    verify_inclusion(&leaf, u64::from(opening.at), u64::from(count), &opening.proof, root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::record::ItemKind;

    #[test]
    fn an_opened_commitment_says_what_was_asked_and_nothing_else_fits() {
        let record = |n: u128| RecordId::from_uuid(uuid::Uuid::from_u128(n));
        let items: Vec<Item> =
            (0..7).map(|n| Item::new(ItemKind::Phone, &format!("+6681234567{n}"))).collect();
        let leaves: Vec<Hash32> =
            items.iter().enumerate().map(|(n, item)| leaf(&[n as u8; 32], item, record(n as u128))).collect();
        let root = root(&leaves);
        for (n, item) in items.iter().enumerate() {
            let opening =
                Opening::of(&leaves, n as u32, item.clone(), record(n as u128), [n as u8; 32]).unwrap();
            assert!(check_opening(&root, 7, &opening));
            let other = Item::new(ItemKind::Phone, "+66899999999");
            assert!(!check_opening(&root, 7, &Opening { item: other, ..opening.clone() }));
            assert!(!check_opening(&root, 7, &Opening { record: record(99), ..opening.clone() }));
            assert!(!check_opening(&root, 7, &Opening { at: (n as u32 + 1) % 7, ..opening.clone() }));
            assert!(!check_opening(&root, 8, &Opening { salt: [9; 32], ..opening }));
        }
        assert_eq!(Opening::of(&leaves, 7, items[0].clone(), record(0), [0; 32]), None);
    }
}
