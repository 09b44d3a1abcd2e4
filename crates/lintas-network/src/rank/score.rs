//! Signals weighed into one score.
//!
//! The weights are arguments, not a fit: each stands for how much the literature gives the signal, the same for
//! every list. What a list cannot say is left out and the rest carry the weight.

use super::people::Standing;
use super::signals::SignalTable;

/// How much one signal counts beside the others.
pub(super) struct Weighing {
    /// Central once the merely busy are set aside: leaders of observed groups mostly are (V. Krebs 2002).
    pub(super) standing: f64,
    /// Above others where orders and money run: the plainest sign there is (F. Calderoni 2012).
    pub(super) command: f64,
    /// Near to all through few: brokers who are kept out of sight (C. Morselli 2010).
    pub(super) seclusion: f64,
    /// What falls apart without them (S. Borgatti 2006).
    pub(super) control: f64,
    /// Contacts that ask for trust rather than telephone traffic (B. Erickson 1981).
    pub(super) trust: f64,
    /// There in every phase, while others are replaced (P. Bright & J. Delaney, Global Crime 14, 2013).
    pub(super) persistence: f64,
    /// Family ties to people of standing.
    pub(super) kinship: f64,
}

pub(super) const WEIGHING: Weighing = Weighing {
    standing: 1.0,
    command: 1.5,
    seclusion: 0.3,
    control: 0.3,
    trust: 0.4,
    persistence: 0.2,
    kinship: 0.2,
};

/// Score of every person, 0 to 1; 0 for those without a contact.
pub(super) fn scores(table: &SignalTable, standing_noted: &[Option<Standing>]) -> Vec<f64> {
    (0..table.standing.len())
        .map(|at| {
            let mut sum = 0.0;
            let mut total = 0.0;
            let mut add = |weight: f64, value: f64| {
                sum += weight * value;
                total += weight;
            };
            add(WEIGHING.standing, table.standing[at]);
            add(WEIGHING.seclusion, table.seclusion[at]);
            add(WEIGHING.control, table.control[at]);
            if let Some(command) = &table.command {
                add(WEIGHING.command, command.overall(at));
            }
            for (weight, signal) in [
                (WEIGHING.trust, &table.trust),
                (WEIGHING.persistence, &table.persistence),
                (WEIGHING.kinship, &table.kinship),
            ] {
                if let Some(signal) = signal {
                    add(weight, signal[at]);
                }
            }
            let mut score = sum / total * (1.0 - 0.85 * table.busy[at]);
            score *= match standing_noted[at] {
                Some(Standing::Bystander) => 0.3,
                Some(Standing::Below) => 0.8,
                Some(Standing::Above) => 1.15,
                None => 1.0,
            };
            if table.cleared.strength[at] > 0.0 { score.clamp(0.0, 1.0) } else { 0.0 }
        })
        .collect()
}

impl super::signals::Command {
    /// The five readings of one person's place in the flow, averaged.
    pub(super) fn overall(&self, at: usize) -> f64 {
        (self.height[at] + self.deference[at] + self.income[at] + self.below[at] + self.dominance[at]) / 5.0
    }
}
