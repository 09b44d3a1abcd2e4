//! Stages along a route.

use lintas_network::graph::TieKind;

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Each boss runs one to three chains, directly at two stages or through a coordinator who knows every stage.
    pub(super) fn chain(&mut self) {
        let all = 0..self.style.phases;
        let n_bosses = self.style.bosses.min(4);
        let bosses: Vec<usize> = (0..n_bosses).map(|_| self.person(Part::Boss)).collect();
        let mut stages = Vec::new();
        for &boss in &bosses {
            for _ in 0..self.between((1, 3)) {
                let n_stages = self.between((4, 6));
                let chain: Vec<Vec<usize>> = (0..n_stages).map(|_| self.stage()).collect();
                for two in chain.windows(2) {
                    let (n_calls, n_trips) = (self.between((3, 12)), self.between((1, 3)));
                    self.calls(two[0][0], two[1][0], n_calls, all.clone());
                    self.tie(two[0][0], two[1][0], TieKind::Travel, n_trips, all.clone(), 0.0);
                }
                let (first, last) = (chain[0][0], chain[n_stages - 1][0]);
                if self.chance(0.5) {
                    let coordinator = self.person(Part::Lieutenant);
                    let (n_orders, n_calls) = (self.between((1, 4)), self.between((1, 4)));
                    self.tie(boss, coordinator, TieKind::Order, n_orders, all.clone(), 0.0);
                    self.calls(boss, coordinator, n_calls, all.clone());
                    for stage in &chain {
                        let (n_orders, n_calls) = (self.between((1, 4)), self.between((2, 10)));
                        self.tie(coordinator, stage[0], TieKind::Order, n_orders, all.clone(), 0.0);
                        self.calls(coordinator, stage[0], n_calls, all.clone());
                        if self.chance(0.4) {
                            self.tie(coordinator, stage[0], TieKind::Money, 2, all.clone(), 1_500.0);
                        }
                    }
                } else {
                    for stage in [first, last] {
                        let n_orders = self.between((1, 4));
                        self.tie(boss, stage, TieKind::Order, n_orders, all.clone(), 0.0);
                        if self.chance(0.4) {
                            let n_calls = self.between((1, 4));
                            self.calls(boss, stage, n_calls, all.clone());
                        }
                    }
                    if self.chance(0.5) {
                        self.tie(boss, first, TieKind::Money, 2, all.clone(), 3_000.0);
                    }
                }
                let n_payments = self.between((1, 5));
                self.tie(last, boss, TieKind::Money, n_payments, all.clone(), 25_000.0);
                stages.extend(chain);
            }
        }
        for (at, &boss) in bosses.iter().enumerate() {
            for &other in &bosses[at + 1..] {
                if self.chance(0.3) {
                    let n_meetings = self.between((1, 2));
                    self.tie(boss, other, TieKind::Meeting, n_meetings, all.clone(), 0.0);
                }
            }
        }
        self.cells(stages.iter());
    }

    /// A head and one to four hands.
    fn stage(&mut self) -> Vec<usize> {
        let n_hands = self.between((1, 4));
        let head = self.person(Part::CellHead);
        std::iter::once(head).chain((0..n_hands).map(|_| self.person(Part::Member))).collect()
    }
}
