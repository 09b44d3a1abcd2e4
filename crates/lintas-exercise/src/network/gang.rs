//! A gang on the street.

use lintas_network::graph::TieKind;
use rand::RngExt;

use super::Part;
use super::maker::Maker;

impl Maker {
    /// Thirty to ninety people in a few sets; those of standing are in more of what the gang does, mostly.
    pub(super) fn gang(&mut self) {
        let n = self.between((30, 90));
        let n_sets = self.between((2, 5));
        let contrast = self.random.random_range(0.5..1.6);
        let mut standing: Vec<f64> =
            (0..n).map(|_| (0..4).map(|_| self.random.random_range(-0.5..0.5)).sum::<f64>()).collect();
        standing.sort_by(|a, b| b.total_cmp(a));
        // Who leads is not only a matter of who stands high.
        let mut chosen: Vec<(f64, usize)> = standing
            .iter()
            .enumerate()
            .map(|(at, s)| (s + self.random.random_range(-0.5..0.5), at))
            .collect();
        chosen.sort_by(|a, b| b.0.total_cmp(&a.0));
        let leaders: Vec<usize> = chosen.iter().take(self.style.bosses).map(|&(_, at)| at).collect();
        let people: Vec<usize> = (0..n)
            .map(|at| self.person(if leaders.contains(&at) { Part::Boss } else { Part::Member }))
            .collect();
        let set: Vec<usize> = (0..n).map(|_| self.random.random_range(0..n_sets)).collect();
        let base = 6.0 / n as f64;
        for a in 0..n {
            for b in a + 1..n {
                let near = if set[a] == set[b] { 2.2 } else { 0.45 };
                let likely = base * near * (contrast * (standing[a] + standing[b])).exp();
                if self.chance(likely) {
                    let n_times = 1 + (3.0 * self.random.random::<f64>().powi(3) * (1.0 + likely)) as usize;
                    let phases = 0..self.style.phases;
                    self.tie(people[a], people[b], TieKind::Meeting, n_times, phases, 0.0);
                }
            }
        }
    }
}
