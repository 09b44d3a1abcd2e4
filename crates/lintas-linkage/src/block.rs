//! Which pairs are worth comparing: records that share an atom, or, where too many share it, a conjunction of atoms.
//!
//! An atom that more records share than [`Blocks::largest`] is refined by every second atom that is as frequent, and such
//! a pair by every third; what is still too frequent then says too little to compare for. So every rare thing two records
//! share brings them together, whatever column it stands in, and the number of comparisons grows with the records.

use rayon::prelude::*;

use crate::atoms::{Atoms, MOST_KINDS, atoms};
use crate::records::Records;
use crate::text::mix;

/// Candidate pairs, as blocks of records.
#[derive(Debug)]
pub struct Blocks {
    atoms: Atoms,
    rules: Vec<Rule>,
    members: Vec<u32>,
    /// End in `members` and number of the rule.
    ends: Vec<(usize, u16)>,
    /// Per record, the single atoms that are too frequent, one bit a kind.
    frequent: Vec<u16>,
    /// Per record, the pairs of atoms that are too frequent.
    frequent_pairs: Vec<u128>,
    /// Most records in one block.
    pub largest: usize,
    /// Pairs in all blocks, those that meet twice counted twice.
    pub n_pairs: u64,
}

/// Kinds of atoms that are shared in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rule {
    kinds: [u8; 3],
    n: u8,
}

impl Rule {
    fn kinds(&self) -> &[u8] {
        &self.kinds[..usize::from(self.n)]
    }

    fn mask(&self) -> u16 {
        self.kinds().iter().fold(0, |mask, kind| mask | 1 << kind)
    }
}

/// A key and its record, so that sorting brings records of one key together.
pub(crate) fn packed(key: u32, record: u32) -> u64 {
    u64::from(key) << 32 | u64::from(record)
}

/// Bit of a pair of kinds.
fn pair_bit(a: u8, b: u8) -> u128 {
    debug_assert!(a < b);
    1 << (usize::from(b) * (usize::from(b) - 1) / 2 + usize::from(a))
}

impl Blocks {
    /// Puts records into blocks so that about `budget` pairs are to be compared.
    pub fn new(records: &Records, budget: u64) -> Self {
        let atoms = atoms(records);
        let n = records.len();
        let mut blocks = Self {
            atoms,
            rules: Vec::new(),
            members: Vec::new(),
            ends: Vec::new(),
            frequent: vec![0; n],
            frequent_pairs: vec![0; n],
            largest: 0,
            n_pairs: 0,
        };
        let n_kinds = blocks.atoms.n_kinds() as u8;
        blocks.largest = blocks.choose_largest(n, budget);
        for kind in 0..n_kinds {
            let (from, to) = blocks.further_of(kind);
            let further =
                blocks.atoms.further[from..to].iter().map(|(_, atom, record)| packed(*atom, *record));
            let keys = blocks.atoms.all_of(kind).chain(further).collect();
            blocks.add(Rule { kinds: [kind, 0, 0], n: 1 }, keys, budget);
        }
        let wide: Vec<u32> =
            (0..n as u32).filter(|record| blocks.frequent[*record as usize].count_ones() > 1).collect();
        for b in 1..n_kinds {
            for a in 0..b {
                let rule = Rule { kinds: [a, b, 0], n: 2 };
                let mask = rule.mask();
                let keys =
                    blocks.keys_of(&rule, &wide, |blocks, record| blocks.frequent[record] & mask == mask);
                blocks.add(rule, keys, budget);
            }
        }
        let wide: Vec<u32> = wide
            .into_iter()
            .filter(|record| blocks.frequent_pairs[*record as usize].count_ones() > 2)
            .collect();
        let any = wide.iter().fold(0, |any, record| any | blocks.frequent_pairs[*record as usize]);
        for c in 2..n_kinds {
            for b in 1..c {
                for a in 0..b {
                    let rule = Rule { kinds: [a, b, c], n: 3 };
                    let pairs = pair_bit(a, b) | pair_bit(a, c) | pair_bit(b, c);
                    let keys = if any & pairs == pairs {
                        blocks.keys_of(&rule, &wide, |blocks, record| {
                            blocks.frequent_pairs[record] & pairs == pairs
                        })
                    } else {
                        Vec::new()
                    };
                    blocks.add(rule, keys, budget);
                }
            }
        }
        blocks
    }

    /// The largest block for which single atoms use up no more than three quarters of the budget.
    fn choose_largest(&self, n: usize, budget: u64) -> usize {
        let mut sizes = vec![0_u64; 1025];
        for kind in 0..self.atoms.n_kinds() {
            let mut keys: Vec<u32> =
                (0..n as u32).map(|record| self.atoms.of(record)[kind]).filter(|atom| *atom != 0).collect();
            keys.par_sort_unstable();
            for group in keys.chunk_by(|a, b| a == b) {
                sizes[group.len().min(1024)] += 1;
            }
        }
        let mut used = 0;
        for (size, count) in sizes.iter().enumerate().skip(2) {
            used += count * (size * (size - 1) / 2) as u64;
            if used > budget / 4 * 3 {
                return (size - 1).max(8);
            }
        }
        1024
    }

    /// Where the atoms of further readings of a kind stand.
    fn further_of(&self, kind: u8) -> (usize, usize) {
        let further = &self.atoms.further;
        (further.partition_point(|one| one.0 < kind), further.partition_point(|one| one.0 <= kind))
    }

    /// Keys of a conjunction for the records that want it.
    fn keys_of(&self, rule: &Rule, records: &[u32], wants: impl Fn(&Self, usize) -> bool) -> Vec<u64> {
        let key = |record: u32| {
            let own = self.atoms.of(record);
            let mut key = 0;
            for kind in rule.kinds() {
                let atom = own[usize::from(*kind)];
                if atom == 0 {
                    return None;
                }
                key = mix(key ^ u64::from(atom));
            }
            Some(packed(key as u32, record))
        };
        records
            .iter()
            .filter(|record| wants(self, **record as usize))
            .filter_map(|record| key(*record))
            .collect()
    }

    /// Makes the blocks of a rule from keys and their records.
    fn add(&mut self, rule: Rule, mut keys: Vec<u64>, budget: u64) {
        let number = self.rules.len() as u16;
        self.rules.push(rule);
        keys.par_sort_unstable();
        keys.dedup();
        for group in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            let size = group.len() as u64;
            let n_pairs = size * (size - 1) / 2;
            if group.len() < 2 {
                continue;
            }
            let members = group.iter().map(|key| *key as u32);
            if group.len() > self.largest || (rule.n > 1 && self.n_pairs + n_pairs > budget) {
                for record in members {
                    match *rule.kinds() {
                        [a] => self.frequent[record as usize] |= 1 << a,
                        [a, b] => self.frequent_pairs[record as usize] |= pair_bit(a, b),
                        _ => {}
                    }
                }
                continue;
            }
            self.n_pairs += n_pairs;
            self.members.extend(members);
            self.ends.push((self.members.len(), number));
        }
    }

    /// Number of blocks.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Calls back for every pair of a block that no earlier block has; one pair in `share`, chosen by its records, the same
    /// ones in every run.
    pub fn pairs_of(&self, block: usize, share: u64, mut each: impl FnMut(u32, u32)) {
        let start = if block == 0 { 0 } else { self.ends[block - 1].0 };
        let (end, number) = self.ends[block];
        let members = &self.members[start..end];
        let chosen_below = u64::MAX / share.max(1);
        for (at, left) in members.iter().enumerate() {
            for right in &members[at + 1..] {
                let is_chosen = share == 1 || mix(packed(*left, *right)) <= chosen_below;
                if is_chosen && !self.is_met_before(*left, *right, number) {
                    each(*left, *right);
                }
            }
        }
    }

    /// Kinds of atoms that both records have alike, one bit each.
    pub fn shared(&self, left: u32, right: u32) -> u16 {
        let (a, b) = (self.atoms.of(left), self.atoms.of(right));
        (0..MOST_KINDS).fold(0, |mask, kind| mask | u16::from(a[kind] == b[kind] && a[kind] != 0) << kind)
    }

    fn is_met_before(&self, left: u32, right: u32, number: u16) -> bool {
        let rule = self.rules[usize::from(number)];
        let shared = self.shared(left, right);
        let rare = shared & !self.frequent[left as usize];
        if rule.n == 1 {
            return rare & ((1 << rule.kinds[0]) - 1) != 0;
        }
        if rare != 0 {
            return true;
        }
        let frequent_pairs = self.frequent_pairs[left as usize];
        for b in (0..16_u8).filter(|kind| shared >> kind & 1 == 1) {
            for a in (0..b).filter(|kind| shared >> kind & 1 == 1) {
                if rule.n == 2 && (b, a) >= (rule.kinds[1], rule.kinds[0]) {
                    return false;
                }
                if frequent_pairs & pair_bit(a, b) == 0 {
                    return true;
                }
            }
        }
        // Three shared: an earlier triple of the shared kinds has them, unless it was too frequent itself; then the pair
        // may be met twice, which costs time and nothing else because pairs are kept once.
        for c in (0..16_u8).filter(|kind| shared >> kind & 1 == 1) {
            for b in (0..c).filter(|kind| shared >> kind & 1 == 1) {
                for a in (0..b).filter(|kind| shared >> kind & 1 == 1) {
                    if (c, b, a) >= (rule.kinds[2], rule.kinds[1], rule.kinds[0]) {
                        return false;
                    }
                }
            }
        }
        false
    }

    /// Whether blocking brings a pair together.
    pub fn meet(&self, left: u32, right: u32) -> bool {
        let shared = self.shared(left, right);
        shared & !self.frequent[left as usize] != 0
            || {
                let frequent_pairs = self.frequent_pairs[left as usize];
                (0..16_u8).any(|b| {
                    shared >> b & 1 == 1
                        && (0..b).any(|a| shared >> a & 1 == 1 && frequent_pairs & pair_bit(a, b) == 0)
                })
            }
            || self.meet_by_reading(left, right)
    }

    /// Whether a further reading of one record's name is the other's.
    fn meet_by_reading(&self, left: u32, right: u32) -> bool {
        let further = &self.atoms.further;
        !further.is_empty()
            && (0..self.atoms.n_kinds()).any(|kind| {
                let has = |record: u32, other: u32| {
                    let atom = self.atoms.of(other)[kind];
                    atom != 0 && further.binary_search(&(kind as u8, atom, record)).is_ok()
                };
                has(left, right) || has(right, left)
            })
    }

    /// Labels of the kinds of atoms.
    pub fn kinds(&self) -> &[String] {
        &self.atoms.kinds
    }
}
