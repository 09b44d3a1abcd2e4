//! The cheapest few ways through a written token.
//!
//! Scripts that do not mark where a syllable ends have more than one parse. A script module says which pieces may
//! start at a position and what each costs; this walk keeps the cheapest distinct spellings at every position
//! (Viterbi with k survivors). Deciding greedily instead would lose the right reading for about one Thai name in four.

use super::Reading;

/// Latin letters of one edge, held inline so that a walk allocates nothing per edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    letters: [u8; Piece::CAPACITY],
    length: u8,
}

impl Piece {
    const CAPACITY: usize = 23;
    /// A piece that says nothing.
    pub(crate) const EMPTY: Piece = Piece { letters: [0; Piece::CAPACITY], length: 0 };

    /// Joins `parts`; letters beyond the capacity are left out (no syllable or name element is that long).
    pub(crate) fn join(parts: &[&str]) -> Piece {
        let mut piece = Piece::EMPTY;
        for part in parts {
            piece = piece.then(part);
        }
        piece
    }

    /// This piece with `part` after it.
    pub(crate) fn then(mut self, part: &str) -> Piece {
        for &letter in part.as_bytes() {
            if (self.length as usize) < Piece::CAPACITY {
                self.letters[self.length as usize] = letter;
                self.length += 1;
            }
        }
        self
    }

    /// The letters.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.letters[..self.length as usize]
    }
}

/// One way to go on from a position.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// Position after the edge; always greater than the position before it.
    pub(crate) to: usize,
    /// What the edge says.
    pub(crate) piece: Piece,
    /// Cost, lower is more usual.
    pub(crate) cost: f32,
}

#[derive(Clone, Copy)]
struct Node {
    back: u32,
    hash: u64,
    piece: Piece,
    cost: f32,
}

/// A token longer than this is no name; the longest place name of the region has 168 letters. Bounds time and memory.
const LONGEST: usize = 512;
const NO_NODE: u32 = u32::MAX;
/// Readings this much dearer than the best are parses nobody would say.
const TOO_DEAR: f32 = 3.0;
/// Survivors kept per position.
const WIDTH: usize = 8;

#[derive(Clone, Copy)]
struct Survivors {
    nodes: [u32; WIDTH],
    count: usize,
}

/// Reads positions `0..length`, asking `edges_from(position, out)` for the edges, and returns the cheapest distinct
/// spellings, at most `limit`, with costs relative to the best. A position without edges ends its paths; a text too long
/// to be a name has no reading.
pub(crate) fn cheapest(
    length: usize,
    limit: usize,
    mut edges_from: impl FnMut(usize, &mut Vec<Edge>),
) -> Vec<Reading> {
    if length > LONGEST {
        return Vec::new();
    }
    let width = limit.clamp(1, WIDTH);
    let mut nodes: Vec<Node> = Vec::with_capacity(16 * (length + 1));
    let mut ends = vec![Survivors { nodes: [NO_NODE; WIDTH], count: 0 }; length + 1];
    nodes.push(Node { back: NO_NODE, hash: 0xcbf2_9ce4_8422_2325, piece: Piece::EMPTY, cost: 0.0 });
    ends[0] = Survivors { nodes: [0; WIDTH], count: 1 };
    let mut edges = Vec::with_capacity(32);
    for position in 0..length {
        let here = ends[position];
        if here.count == 0 {
            continue;
        }
        edges.clear();
        edges_from(position, &mut edges);
        for edge in &edges {
            if edge.to <= position || edge.to > length {
                continue;
            }
            for &back in &here.nodes[..here.count] {
                extend(&mut nodes, &mut ends[edge.to], back, edge, width);
            }
        }
    }
    let last = ends[length];
    let best = if last.count == 0 { 0.0 } else { nodes[last.nodes[0] as usize].cost };
    last.nodes[..last.count]
        .iter()
        .map(|&node| Reading { latin: spell(&nodes, node), cost: nodes[node as usize].cost - best })
        .filter(|reading| !reading.latin.is_empty() && reading.cost <= TOO_DEAR)
        .take(limit)
        .collect()
}

fn extend(nodes: &mut Vec<Node>, end: &mut Survivors, back: u32, edge: &Edge, width: usize) {
    let before = nodes[back as usize];
    let cost = before.cost + edge.cost;
    if end.count == width && cost >= nodes[end.nodes[width - 1] as usize].cost {
        return;
    }
    let hash = edge
        .piece
        .as_bytes()
        .iter()
        .fold(before.hash, |hash, &letter| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3));
    if let Some(same) = end.nodes[..end.count].iter().position(|&node| nodes[node as usize].hash == hash) {
        if nodes[end.nodes[same] as usize].cost <= cost {
            return;
        }
        end.nodes.copy_within(same + 1..end.count, same);
        end.count -= 1;
    }
    let at =
        end.nodes[..end.count].iter().position(|&node| nodes[node as usize].cost > cost).unwrap_or(end.count);
    if end.count == width {
        end.count -= 1;
    }
    end.nodes.copy_within(at..end.count, at + 1);
    end.nodes[at] = nodes.len() as u32;
    end.count += 1;
    nodes.push(Node { back, hash, piece: edge.piece, cost });
}

fn spell(nodes: &[Node], mut node: u32) -> String {
    let mut pieces = Vec::with_capacity(12);
    while node != NO_NODE {
        pieces.push(nodes[node as usize].piece);
        node = nodes[node as usize].back;
    }
    let mut latin = String::with_capacity(32);
    for piece in pieces.iter().rev() {
        latin.extend(piece.as_bytes().iter().map(|&letter| letter as char));
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(to: usize, said: &str, cost: f32) -> Edge {
        Edge { to, piece: Piece::join(&[said]), cost }
    }

    #[test]
    fn the_cheapest_path_comes_first_and_spellings_are_distinct() {
        let found = cheapest(2, 3, |position, edges| match position {
            0 => edges.extend([edge(1, "a", 1.0), edge(2, "ab", 1.5), edge(1, "o", 1.2)]),
            _ => edges.push(edge(2, "b", 1.0)),
        });
        let said: Vec<&str> = found.iter().map(|reading| reading.latin.as_str()).collect();
        assert_eq!(said, ["ab", "ob"]);
        assert_eq!(found[0].cost, 0.0);
        assert!((found[1].cost - 0.7).abs() < 1e-6);
    }

    #[test]
    fn a_dead_end_gives_no_reading() {
        assert!(cheapest(2, 3, |_, _| ()).is_empty());
        assert!(cheapest(0, 3, |_, _| ()).is_empty());
    }

    #[test]
    fn a_text_too_long_for_a_name_is_not_walked() {
        assert!(cheapest(LONGEST + 1, 3, |_, _| panic!("walked")).is_empty());
    }
}
