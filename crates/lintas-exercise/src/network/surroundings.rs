//! Everybody who has no part in it: businesses that the whole town calls, and people with lives of their own.

use lintas_network::graph::TieKind;
use rand::{RngExt, seq::IndexedRandom, seq::SliceRandom};

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Loans among outsiders, and employers with a payroll: money and say that have nothing to do with it.
    fn honest_money(&mut self, outsiders: &[usize]) {
        let all = 0..self.style.phases;
        for _ in 0..outsiders.len() / 4 {
            let pair: Vec<usize> = outsiders.sample(&mut self.random, 2).copied().collect();
            if let [from, to] = pair[..] {
                self.tie(
                    from,
                    to,
                    TieKind::Money,
                    1,
                    all.clone(),
                    500.0 * self.style.surroundings.honest_sums,
                );
            }
        }
        for _ in 0..self.random.random_range(0..=2) {
            let Some(&employer) = outsiders.choose(&mut self.random) else { return };
            let n_staff = self.between((3, 7)).min(outsiders.len());
            let staff: Vec<usize> = outsiders.sample(&mut self.random, n_staff).copied().collect();
            for worker in staff.into_iter().filter(|&worker| worker != employer) {
                let (n_wages, n_orders) = (self.between((1, 4)), self.between((0, 2)));
                self.tie(
                    employer,
                    worker,
                    TieKind::Money,
                    n_wages,
                    all.clone(),
                    800.0 * self.style.surroundings.honest_sums,
                );
                if n_orders > 0 {
                    self.tie(employer, worker, TieKind::Order, n_orders, all.clone(), 0.0);
                }
            }
        }
    }

    /// Businesses that everybody calls once, and outsiders with lives of their own.
    pub(super) fn surroundings(&mut self) {
        let crew_size = self.parts.len();
        let outsiders: Vec<usize> = (0..self.style.outsiders).map(|_| self.person(Part::Outsider)).collect();
        let all = 0..self.style.phases;
        for &outsider in &outsiders {
            for _ in 0..self.random.random_range(1..=3) {
                let other = self.random.random_range(0..self.parts.len());
                if other != outsider && self.parts[other] != Part::Boss && self.mixes(other, crew_size) {
                    let n_calls = self.between((1, 4));
                    self.calls(outsider, other, n_calls, all.clone());
                }
            }
        }
        self.honest_money(&outsiders);
        self.friends(&outsiders);
        self.households(&outsiders);
        let shy = self.style.surroundings.shy;
        let everybody: Vec<usize> = (0..self.parts.len()).collect();
        for _ in 0..self.style.bystanders {
            let business = self.person(Part::Bystander);
            let takes_money = self.chance(0.4);
            let mut customers = everybody.clone();
            customers.shuffle(&mut self.random);
            let n_customers = self.between(self.style.bystander_contacts).min(customers.len());
            for &customer in &customers[..n_customers] {
                // Bosses are seldom seen at the counter.
                if self.parts[customer] == Part::Boss && self.chance(shy)
                    || customer >= crew_size && self.chance(0.2)
                {
                    continue;
                }
                let regulars = self.style.regulars;
                let n_times = if self.chance(1.0 - regulars) { 1 } else { self.visits() };
                if takes_money && self.chance(0.5) {
                    let back = self.chance(0.4);
                    let (from, to) = if back { (business, customer) } else { (customer, business) };
                    let amount = if self.parts[customer] == Part::CellHead { 4_000.0 } else { 400.0 };
                    self.tie(from, to, TieKind::Money, n_times, all.clone(), amount);
                } else {
                    self.calls(customer, business, n_times, all.clone());
                }
            }
        }
    }

    /// How often a customer comes who comes again.
    fn visits(&mut self) -> usize {
        match self.style.regular_visits {
            0..=2 => 2,
            most => self.between((2, most)),
        }
    }

    /// Whether an outsider's contact with `other` comes about.
    fn mixes(&mut self, other: usize, crew_size: usize) -> bool {
        let mixing = self.style.surroundings.mixing;
        other >= crew_size || mixing >= 1.0 || self.chance(mixing)
    }

    /// Friends and relatives of bosses.
    fn friends(&mut self, outsiders: &[usize]) {
        let most = self.style.surroundings.boss_friends;
        if most == 0 || outsiders.is_empty() {
            return;
        }
        let all = 0..self.style.phases;
        let bosses: Vec<usize> = (0..self.parts.len()).filter(|&at| self.parts[at] == Part::Boss).collect();
        for boss in bosses {
            for _ in 0..self.between((0, most)) {
                let Some(&friend) = outsiders.choose(&mut self.random) else { return };
                let n_calls = self.between((1, 8));
                self.calls(boss, friend, n_calls, all.clone());
                if self.chance(0.2) {
                    self.tie(boss, friend, TieKind::Kinship, 1, all.clone(), 0.0);
                }
            }
        }
    }

    /// Households of three to six who talk often.
    fn households(&mut self, outsiders: &[usize]) {
        let share = self.style.surroundings.households;
        if share <= 0.0 {
            return;
        }
        let all = 0..self.style.phases;
        let mut rest = outsiders;
        while !rest.is_empty() {
            let n_here = self.between((3, 6)).min(rest.len());
            let (household, others) = rest.split_at(n_here);
            rest = others;
            if !self.chance(share) {
                continue;
            }
            for (at, &one) in household.iter().enumerate() {
                for &other in &household[at + 1..] {
                    if self.chance(0.7) {
                        let n_calls = self.between((2, 10));
                        self.calls(one, other, n_calls, all.clone());
                    }
                    if self.chance(0.2) {
                        self.tie(one, other, TieKind::Kinship, 1, all.clone(), 0.0);
                    }
                }
            }
        }
    }
}
