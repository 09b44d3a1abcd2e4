//! Bosses, lieutenants and heads of cells.

use lintas_network::graph::TieKind;
use rand::RngExt;

use super::Part;
use super::maker::Maker;

/// A lieutenant with the cells below; each cell is its head followed by its members.
pub(super) struct Branch {
    pub(super) boss: usize,
    pub(super) lieutenant: usize,
    pub(super) cells: Vec<Vec<usize>>,
}

pub(super) struct Crew {
    pub(super) bosses: Vec<usize>,
    pub(super) branches: Vec<Branch>,
    pub(super) couriers: Vec<usize>,
}

impl Maker {
    pub(super) fn hire(&mut self) -> Crew {
        let bosses: Vec<usize> = (0..self.style.bosses).map(|_| self.person(Part::Boss)).collect();
        let mut branches = Vec::new();
        for &boss in &bosses {
            for _ in 0..self.between(self.style.lieutenants) {
                let lieutenant = self.person(Part::Lieutenant);
                let mut cells = Vec::new();
                for _ in 0..self.between(self.style.cells) {
                    let mut cell = vec![self.person(Part::CellHead)];
                    cell.extend((0..self.between(self.style.members)).map(|_| 0));
                    for member in &mut cell[1..] {
                        *member = self.person(Part::Member);
                    }
                    cells.push(cell);
                }
                branches.push(Branch { boss, lieutenant, cells });
            }
        }
        let couriers = (0..self.style.couriers).map(|_| self.person(Part::Courier)).collect();
        Crew { bosses, branches, couriers }
    }

    /// Bosses, their lieutenants and the heads of cells: orders down, money up, few words.
    pub(super) fn command(&mut self, crew: &Crew) {
        let all = 0..self.style.phases;
        for (at, &boss) in crew.bosses.iter().enumerate() {
            for &other in &crew.bosses[at + 1..] {
                if self.chance(0.4) {
                    let n_meetings = self.between((1, 3));
                    self.tie(boss, other, TieKind::Meeting, n_meetings, all.clone(), 0.0);
                }
                if self.chance(0.15) {
                    self.tie(boss, other, TieKind::Kinship, 1, all.clone(), 0.0);
                }
            }
        }
        let bookkeepers: Vec<Option<usize>> = crew
            .bosses
            .iter()
            .map(|&boss| {
                let likely = self.style.bookkeeper;
                if !self.chance(likely) {
                    return None;
                }
                let bookkeeper = self.person(Part::Bookkeeper);
                let (n_payments, n_calls) = (self.between((1, 4)), self.between((1, 5)));
                self.tie(bookkeeper, boss, TieKind::Money, n_payments, all.clone(), 40_000.0);
                self.calls(bookkeeper, boss, n_calls, all.clone());
                Some(bookkeeper)
            })
            .collect();
        for branch in &crew.branches {
            let (boss, lieutenant) = (branch.boss, branch.lieutenant);
            let (n_orders, n_payments) = (self.between((1, 4)), self.between((1, 5)));
            self.tie(boss, lieutenant, TieKind::Order, n_orders, all.clone(), 0.0);
            let place = crew.bosses.iter().position(|&other| other == boss).unwrap_or(0);
            let payee = bookkeepers[place].filter(|_| self.random.random_bool(0.7)).unwrap_or(boss);
            self.tie(lieutenant, payee, TieKind::Money, n_payments, all.clone(), 20_000.0);
            if self.chance(0.35) {
                self.tie(boss, lieutenant, TieKind::Money, 1, all.clone(), 6_000.0);
            }
            if self.chance(0.5) {
                let n_meetings = self.between((1, 3));
                self.tie(boss, lieutenant, TieKind::Meeting, n_meetings, all.clone(), 0.0);
            }
            if self.chance(0.4) {
                let n_calls = self.between((1, 4));
                self.calls(boss, lieutenant, n_calls, all.clone());
            }
            if self.chance(self.style.kin / 2.0) {
                self.tie(boss, lieutenant, TieKind::Kinship, 1, all.clone(), 0.0);
            }
            for cell in &branch.cells {
                let (n_orders, n_payments, n_calls) =
                    (self.between((2, 6)), self.between((2, 6)), self.between((5, 20)));
                self.tie(lieutenant, cell[0], TieKind::Order, n_orders, all.clone(), 0.0);
                self.tie(cell[0], lieutenant, TieKind::Money, n_payments, all.clone(), 6_000.0);
                self.calls(lieutenant, cell[0], n_calls, all.clone());
                if self.chance(0.4) {
                    self.tie(lieutenant, cell[0], TieKind::Money, 2, all.clone(), 1_500.0);
                }
                if cell.len() > 1 && self.chance(0.6) {
                    let n_calls = self.between((2, 8));
                    self.calls(lieutenant, cell[1], n_calls, all.clone());
                }
            }
        }
        // Lieutenants of one boss know each other now and then.
        for (at, branch) in crew.branches.iter().enumerate() {
            for other in &crew.branches[at + 1..] {
                let likely = if branch.boss == other.boss { 0.35 } else { 0.08 };
                if self.chance(likely) {
                    let n_calls = self.between((1, 6));
                    self.calls(branch.lieutenant, other.lieutenant, n_calls, all.clone());
                    if self.chance(0.3) {
                        self.tie(branch.lieutenant, other.lieutenant, TieKind::Order, 1, all.clone(), 0.0);
                    }
                    if self.chance(0.3) {
                        self.tie(
                            branch.lieutenant,
                            other.lieutenant,
                            TieKind::Money,
                            1,
                            all.clone(),
                            5_000.0,
                        );
                    }
                }
            }
        }
    }
}
