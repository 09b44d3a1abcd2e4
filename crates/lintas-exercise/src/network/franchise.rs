//! Local operators who buy from the same few sellers.

use lintas_network::graph::TieKind;
use rand::seq::IndexedRandom;

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Two to six operators, each with a crew known to them through one to three trusted people.
    pub(super) fn franchise(&mut self) {
        let all = 0..self.style.phases;
        let n_bosses = self.style.bosses + 1;
        let bosses: Vec<usize> = (0..n_bosses).map(|_| self.person(Part::Boss)).collect();
        let n_sellers = self.between((2, 5));
        let sellers: Vec<usize> = (0..n_sellers).map(|_| self.person(Part::Facilitator)).collect();
        let mut crews = Vec::new();
        for &boss in &bosses {
            for _ in 0..self.between((1, 3)) {
                let crew = self.cell();
                let (n_orders, n_payments) = (self.between((1, 5)), self.between((1, 5)));
                self.tie(boss, crew[0], TieKind::Order, n_orders, all.clone(), 0.0);
                self.tie(crew[0], boss, TieKind::Money, n_payments, all.clone(), 8_000.0);
                if self.chance(0.5) {
                    let n_calls = self.between((1, 5));
                    self.calls(boss, crew[0], n_calls, all.clone());
                }
                if self.chance(self.style.kin / 2.0) {
                    self.tie(boss, crew[0], TieKind::Kinship, 1, all.clone(), 0.0);
                }
                for &member in &crew {
                    if self.chance(0.25)
                        && let Some(&seller) = sellers.choose(&mut self.random)
                    {
                        let n_calls = self.between((1, 5));
                        self.calls(member, seller, n_calls, all.clone());
                        if self.chance(0.6) {
                            self.tie(member, seller, TieKind::Money, 1, all.clone(), 1_500.0);
                        }
                    }
                }
                crews.push(crew);
            }
            if self.chance(0.3)
                && let Some(&seller) = sellers.choose(&mut self.random)
            {
                self.tie(boss, seller, TieKind::Money, 1, all.clone(), 6_000.0);
            }
        }
        for (at, &boss) in bosses.iter().enumerate() {
            for &other in &bosses[at + 1..] {
                if self.chance(0.15) {
                    self.tie(boss, other, TieKind::Meeting, 1, all.clone(), 0.0);
                }
            }
        }
        self.cells(crews.iter());
    }
}
