//! Families whose heads meet.

use lintas_network::graph::TieKind;

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Three to six heads of families who meet each other; each speaks to one or two of their own.
    pub(super) fn council(&mut self) {
        let all = 0..self.style.phases;
        let n_bosses = self.style.bosses.clamp(3, 6);
        let bosses: Vec<usize> = (0..n_bosses).map(|_| self.person(Part::Boss)).collect();
        for (at, &boss) in bosses.iter().enumerate() {
            for &other in &bosses[at + 1..] {
                if self.chance(0.7) {
                    let n_meetings = self.between((1, 4));
                    self.tie(boss, other, TieKind::Meeting, n_meetings, all.clone(), 0.0);
                }
                if self.chance(0.25) {
                    self.tie(boss, other, TieKind::Kinship, 1, all.clone(), 0.0);
                }
            }
        }
        let mut crews = Vec::new();
        for &boss in &bosses {
            for _ in 0..self.between((1, 2)) {
                let second = self.person(Part::Lieutenant);
                let (n_orders, n_payments, n_meetings) =
                    (self.between((1, 3)), self.between((1, 4)), self.between((1, 3)));
                self.tie(boss, second, TieKind::Order, n_orders, all.clone(), 0.0);
                self.tie(second, boss, TieKind::Money, n_payments, all.clone(), 15_000.0);
                self.tie(boss, second, TieKind::Meeting, n_meetings, all.clone(), 0.0);
                if self.chance(self.style.kin) {
                    self.tie(boss, second, TieKind::Kinship, 1, all.clone(), 0.0);
                }
                for _ in 0..self.between((1, 2)) {
                    let crew = self.cell();
                    let (n_orders, n_calls) = (self.between((2, 5)), self.between((4, 15)));
                    self.tie(second, crew[0], TieKind::Order, n_orders, all.clone(), 0.0);
                    self.calls(second, crew[0], n_calls, all.clone());
                    if self.chance(0.7) {
                        self.tie(crew[0], second, TieKind::Money, 3, all.clone(), 4_000.0);
                    }
                    crews.push(crew);
                }
            }
        }
        self.cells(crews.iter());
    }
}
