//! Who is associated with whom, as a triangle of cells.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Span, Tally};
use crate::graph::TieKind;
use crate::rank::Contacts;

/// An association matrix: people along both edges, one cell for each pair that is in contact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssociationMatrix {
    /// Ids along the edges: most associates first, then by id.
    pub people: Vec<String>,
    /// Number of associates of each, in the same order.
    pub n_associates: Vec<usize>,
    /// Cells that are not empty; `row` is above `column`.
    pub cells: Vec<Association>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Association {
    /// Place of the one person in `people`.
    pub row: usize,
    /// Place of the other, above `row`.
    pub column: usize,
    /// Number of contacts by kind.
    pub kinds: Vec<(TieKind, usize)>,
    /// When.
    pub span: Span,
    /// Whether every contact is of low grade: drawn hollow, as a suspected association.
    pub is_suspected: bool,
    /// Records behind the cell.
    pub records: Vec<u32>,
}

/// All contacts between two people.
#[derive(Default)]
struct Between {
    tally: Tally,
    kinds: BTreeMap<TieKind, usize>,
    /// Whether one of them is of more than low grade.
    is_believed: bool,
}

/// Makes the matrix.
pub fn association_matrix(list: &Contacts) -> AssociationMatrix {
    let mut pairs: BTreeMap<(u32, u32), Between> = BTreeMap::new();
    for contact in &list.rows {
        let pair = (contact.source.min(contact.target), contact.source.max(contact.target));
        let between = pairs.entry(pair).or_default();
        between.tally.add(contact);
        *between.kinds.entry(contact.kind).or_default() += 1;
        between.is_believed |= contact.grade != crate::graph::GradeBand::Low;
    }
    let mut n_associates = vec![0usize; list.ids.len()];
    for &(a, b) in pairs.keys() {
        n_associates[a as usize] += 1;
        n_associates[b as usize] += 1;
    }
    let mut order: Vec<u32> =
        (0..list.ids.len() as u32).filter(|&person| n_associates[person as usize] > 0).collect();
    order.sort_by_key(|&person| (std::cmp::Reverse(n_associates[person as usize]), list.ids.name(person)));
    let mut place = vec![0; list.ids.len()];
    order.iter().enumerate().for_each(|(at, &person)| place[person as usize] = at);
    let mut cells: Vec<Association> = pairs
        .into_iter()
        .map(|((a, b), Between { tally, kinds, is_believed })| {
            let (one, other) = (place[a as usize], place[b as usize]);
            Association {
                row: one.min(other),
                column: one.max(other),
                kinds: kinds.into_iter().collect(),
                span: tally.span,
                is_suspected: !is_believed,
                records: tally.records(),
            }
        })
        .collect();
    cells.sort_by_key(|cell| (cell.row, cell.column));
    AssociationMatrix {
        people: order.iter().map(|&person| list.ids.name(person).to_owned()).collect(),
        n_associates: order.iter().map(|&person| n_associates[person as usize]).collect(),
        cells,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GradeBand;

    #[test]
    fn each_pair_has_one_cell_and_the_best_connected_stands_first() {
        let mut list = Contacts::default();
        list.push("a", "b", TieKind::Call, Some(5), 1.0, GradeBand::Low, 2);
        list.push("c", "b", TieKind::Meeting, Some(9), 1.0, GradeBand::High, 3);
        list.push("b", "a", TieKind::Call, Some(1), 1.0, GradeBand::Low, 4);
        let matrix = association_matrix(&list);
        assert_eq!(matrix.people, ["b", "a", "c"]);
        assert_eq!(matrix.cells.len(), 2);
        let cell = &matrix.cells[0];
        assert_eq!((cell.row, cell.column, cell.kinds.as_slice()), (0, 1, &[(TieKind::Call, 2)][..]));
        assert_eq!(
            (cell.span.first, cell.records.as_slice(), cell.is_suspected),
            (Some(1), &[2, 4][..], true)
        );
        assert!(!matrix.cells[1].is_suspected);
    }

    #[test]
    fn nobody_makes_an_empty_matrix() {
        assert!(association_matrix(&Contacts::default()).people.is_empty());
    }
}
