//! Dense ranges of numbers: whoever asks for one number after another is trying them out.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::ItemKind;

use crate::Item;

/// So many different numbers of one hundred are dense. A network that buys a box of SIM cards seldom gets so many.
pub const DENSE: usize = 20;

/// A hundred numbers of which many were asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DenseRange {
    /// What they are.
    pub kind: ItemKind,
    /// What they begin with; two digits follow.
    pub beginning: String,
    /// How many of the hundred were asked.
    pub asked: usize,
}

/// The dense ranges among items that end in two digits: phones, documents, accounts. Plates are given out in rows.
pub fn dense_ranges<'i>(items: impl Iterator<Item = &'i Item>) -> Vec<DenseRange> {
    let mut seen: BTreeMap<(ItemKind, &str), BTreeSet<&str>> = BTreeMap::new();
    for item in items {
        let numbered = matches!(
            item.kind(),
            ItemKind::Phone
                | ItemKind::Document
                | ItemKind::DocumentNumber
                | ItemKind::Iban
                | ItemKind::Account
        );
        let value = item.value();
        if numbered
            && let Some(cut) = value.len().checked_sub(2)
            && let Some((beginning, end)) = value.split_at_checked(cut)
            && end.bytes().all(|byte| byte.is_ascii_digit())
        {
            seen.entry((item.kind(), beginning)).or_default().insert(end);
        }
    }
    seen.into_iter()
        .filter(|(_, ends)| ends.len() >= DENSE)
        .map(|((kind, beginning), ends)| DenseRange {
            kind,
            beginning: beginning.to_owned(),
            asked: ends.len(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_seen_and_scattered_ones_are_not() {
        let row: Vec<Item> =
            (0..20).map(|n| Item::new(ItemKind::Phone, &format!("+668123456{n:02}"))).collect();
        let found = dense_ranges(row.iter());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].beginning.as_str(), found[0].asked), ("+668123456", 20));
        assert!(dense_ranges(row[1..].iter()).is_empty());
        assert!(dense_ranges(row[1..].iter().chain(&row[1..])).is_empty(), "the same number twice is one");
        let scattered: Vec<Item> =
            (0..500).map(|n| Item::new(ItemKind::Phone, &format!("+6681{:07}", n * 19_937))).collect();
        assert!(dense_ranges(scattered.iter()).is_empty());
        let short = [Item::new(ItemKind::Account, "1"), Item::new(ItemKind::Account, "กข")];
        assert!(dense_ranges(short.iter()).is_empty());
    }
}
