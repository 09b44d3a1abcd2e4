//! Cells that hang on a coordinator by one thread each.

use lintas_network::graph::TieKind;

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Coordinators with three to seven cells; some threads run through a messenger.
    pub(super) fn threads(&mut self) {
        let all = 0..self.style.phases;
        let n_bosses = self.style.bosses.min(3);
        let bosses: Vec<usize> = (0..n_bosses).map(|_| self.person(Part::Boss)).collect();
        let mut cells = Vec::new();
        for &boss in &bosses {
            let messenger = if self.chance(0.5) { Some(self.person(Part::Courier)) } else { None };
            if let Some(messenger) = messenger {
                let n_calls = self.between((2, 8));
                self.calls(boss, messenger, n_calls, all.clone());
            }
            for _ in 0..self.between((3, 7)) {
                let cell = self.cell();
                let through = messenger.filter(|_| self.chance(0.4));
                let n_orders = self.between((1, 3));
                match through {
                    Some(messenger) => {
                        let n_calls = self.between((1, 6));
                        self.calls(messenger, cell[0], n_calls, all.clone());
                        self.tie(messenger, cell[0], TieKind::Travel, 1, all.clone(), 0.0);
                    }
                    None => {
                        self.tie(boss, cell[0], TieKind::Order, n_orders, all.clone(), 0.0);
                        if self.chance(0.5) {
                            let n_calls = self.between((1, 4));
                            self.calls(boss, cell[0], n_calls, all.clone());
                        }
                    }
                }
                if self.chance(0.6) {
                    let n_payments = self.between((1, 4));
                    let payee = through.unwrap_or(boss);
                    self.tie(cell[0], payee, TieKind::Money, n_payments, all.clone(), 9_000.0);
                }
                cells.push(cell);
            }
        }
        for (at, first) in cells.iter().enumerate() {
            for second in &cells[at + 1..] {
                if self.chance(0.06) {
                    let n_calls = self.between((1, 5));
                    self.calls(first[0], second[0], n_calls, all.clone());
                }
            }
        }
        self.cells(cells.iter());
    }

    /// A head and the members below.
    pub(super) fn cell(&mut self) -> Vec<usize> {
        let n_members = self.between(self.style.members);
        let head = self.person(Part::CellHead);
        std::iter::once(head).chain((0..n_members).map(|_| self.person(Part::Member))).collect()
    }
}
