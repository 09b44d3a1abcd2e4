//! The hand that makes people and contacts, and the eye that misses some of them.

use lintas_network::graph::TieKind;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{NetworkStyle, Part};

/// Start of the first phase, 2016-01-01, and its length.
const FIRST_DAY: i64 = 1_451_606_400;
const PHASE_DAYS: i64 = 60;

/// Who names first, who second, the kind, seconds since 1970, and how much.
pub(super) type Raw = (usize, usize, TieKind, i64, f64);

pub(super) struct Maker {
    pub(super) random: ChaCha8Rng,
    pub(super) style: NetworkStyle,
    pub(super) parts: Vec<Part>,
    pub(super) contacts: Vec<Raw>,
}

impl Maker {
    pub(super) fn new(style: NetworkStyle, seed: u64) -> Maker {
        Maker {
            random: ChaCha8Rng::seed_from_u64(seed ^ 0x6e65_7477_6f72_6b00),
            style,
            parts: Vec::new(),
            contacts: Vec::new(),
        }
    }

    pub(super) fn person(&mut self, part: Part) -> usize {
        self.parts.push(part);
        self.parts.len() - 1
    }

    pub(super) fn between(&mut self, range: (usize, usize)) -> usize {
        self.random.random_range(range.0..=range.1)
    }

    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.random.random_bool(probability.clamp(0.0, 1.0))
    }

    /// A time within one phase.
    fn time(&mut self, phase: usize) -> i64 {
        let seconds = PHASE_DAYS * 86_400;
        FIRST_DAY + phase as i64 * seconds + self.random.random_range(0..seconds)
    }

    /// Records `count` contacts of a kind, spread over the phases given; whole ties are missed, not single calls.
    pub(super) fn tie(
        &mut self,
        from: usize,
        to: usize,
        kind: TieKind,
        count: usize,
        phases: std::ops::Range<usize>,
        amount: f64,
    ) {
        let is_boss = self.parts[from] == Part::Boss || self.parts[to] == Part::Boss;
        let seen = if is_boss { self.style.boss_seen } else { self.style.seen };
        if !self.chance(seen) {
            return;
        }
        let usual = match self.style.surroundings.amount_spread {
            spread if spread > 0.0 => amount * self.random.random_range(-spread..spread).exp(),
            _ => amount,
        };
        let on_phone = self.style.surroundings.boss_on_phone;
        if kind == TieKind::Order && is_boss && on_phone > 0.0 && self.chance(on_phone) {
            let n_calls = self.between((1, 6));
            self.calls(from, to, n_calls, phases.clone());
        }
        for _ in 0..count.max(1) {
            let phase = self.random.random_range(phases.clone());
            let time = self.time(phase);
            let spread = self.random.random_range(0.5..1.5);
            let weight = if kind == TieKind::Money { (usual * spread).round().max(1.0) } else { 1.0 };
            let turned = self.style.turned;
            let (first, second) = if self.chance(turned) { (to, from) } else { (from, to) };
            self.contacts.push((first, second, kind, time, weight));
        }
    }

    /// Calls both ways.
    pub(super) fn calls(&mut self, a: usize, b: usize, count: usize, phases: std::ops::Range<usize>) {
        let is_boss = self.parts[a] == Part::Boss || self.parts[b] == Part::Boss;
        let more = if is_boss { self.style.surroundings.boss_calls } else { 1.0 };
        let count = (count as f64 * more).ceil() as usize;
        let forth = self.random.random_range(0..=count);
        let seen = if is_boss { self.style.boss_seen } else { self.style.seen };
        if !self.chance(seen) {
            return;
        }
        for at in 0..count {
            let (from, to) = if at < forth { (a, b) } else { (b, a) };
            let phase = self.random.random_range(phases.clone());
            let time = self.time(phase);
            self.contacts.push((from, to, TieKind::Call, time, 1.0));
        }
        let meetings = self.style.surroundings.meetings;
        if !is_boss && meetings > 0.0 && self.chance(meetings) {
            let n_meetings = self.between((1, 3));
            self.tie(a, b, TieKind::Meeting, n_meetings, phases, 0.0);
        }
    }
}
