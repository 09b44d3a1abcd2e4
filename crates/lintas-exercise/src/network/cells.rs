//! Cells and the couriers between them.

use lintas_network::graph::TieKind;
use rand::{RngExt, seq::IndexedRandom};

use super::command::Crew;
use super::maker::Maker;

impl Maker {
    /// Talk within each cell, wages down, takings up; members come and go.
    pub(super) fn cells<'a>(&mut self, cells: impl Iterator<Item = &'a Vec<usize>>) {
        for cell in cells {
            let head = cell[0];
            for (at, &member) in cell.iter().enumerate().skip(1) {
                let joined = self.random.random_range(0..self.style.phases);
                let left = self.random.random_range(joined..self.style.phases) + 1;
                let stay = joined..left;
                let (n_calls, n_orders) = (self.between((3, 12)), self.between((1, 4)));
                self.calls(head, member, n_calls, stay.clone());
                if self.chance(0.6) {
                    self.tie(head, member, TieKind::Order, n_orders, stay.clone(), 0.0);
                }
                if self.chance(0.5) {
                    self.tie(member, head, TieKind::Money, 2, stay.clone(), 900.0);
                }
                if self.chance(0.3) {
                    self.tie(head, member, TieKind::Money, 1, stay.clone(), 300.0);
                }
                for &other in &cell[at + 1..] {
                    if self.chance(self.style.cell_density) {
                        let n_calls = self.between((1, 8));
                        self.calls(member, other, n_calls, stay.clone());
                    }
                    if self.chance(self.style.cell_density / 4.0) {
                        self.tie(member, other, TieKind::Travel, 1, stay.clone(), 0.0);
                    }
                    if self.chance(0.05) {
                        self.tie(member, other, TieKind::Kinship, 1, stay.clone(), 0.0);
                    }
                }
            }
            if cell.len() > 2 && self.chance(0.3) {
                self.tie(cell[1], cell[2], TieKind::SharedAddress, 1, 0..self.style.phases, 0.0);
            }
        }
    }

    /// Couriers meet people of several cells and carry money part of the way.
    pub(super) fn couriers(&mut self, crew: &Crew) {
        let cells: Vec<&Vec<usize>> = crew.branches.iter().flat_map(|branch| &branch.cells).collect();
        for &courier in &crew.couriers {
            for _ in 0..self.random.random_range(2..=5) {
                let Some(cell) = cells.choose(&mut self.random) else { return };
                let met = *cell.choose(&mut self.random).expect("a cell has a head");
                let (n_trips, n_calls) = (self.between((1, 3)), self.between((1, 5)));
                let phases = 0..self.style.phases;
                self.tie(courier, met, TieKind::Travel, n_trips, phases.clone(), 0.0);
                self.calls(courier, met, n_calls, phases.clone());
                if self.chance(0.4) {
                    self.tie(met, courier, TieKind::Money, 1, phases, 1_500.0);
                }
            }
            if self.chance(0.5)
                && let Some(branch) = crew.branches.choose(&mut self.random)
            {
                self.tie(courier, branch.lieutenant, TieKind::Money, 2, 0..self.style.phases, 5_000.0);
            }
        }
    }
}
