//! What was done and what it took.

use std::time::Duration;

use lintas_testkit::Injected;

/// Counts of one run.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) written: u64,
    pub(crate) erased: u64,
    pub(crate) meetings: u64,
    pub(crate) broken: u64,
    pub(crate) taken: u64,
    pub(crate) sticks: u64,
    pub(crate) sticks_spoilt: u64,
    pub(crate) sticks_again: u64,
    pub(crate) kills: u64,
    pub(crate) restores: u64,
    pub(crate) given_up: u64,
    pub(crate) clock_steps: u64,
    pub(crate) rounds: u64,
    pub(crate) rounds_to_heal: u64,
    pub(crate) working: Duration,
    pub(crate) healing: Duration,
    /// How long each write took, in microseconds.
    pub(crate) writes_us: Vec<u32>,
}

/// Memory and files of this process.
pub(crate) struct Machine {
    resident_kib: u64,
    open_files: u64,
}

impl Machine {
    /// As the kernel says, zeros where it does not.
    pub(crate) fn now() -> Self {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let resident_kib = line.trim().split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
        let open_files = std::fs::read_dir("/proc/self/fd").map_or(0, |all| all.count() as u64);
        Self { resident_kib, open_files }
    }
}

impl Figures {
    /// Prints everything.
    pub(crate) fn tell(&mut self, faults: Injected, began: &Machine, half: &Machine, end: &Machine) {
        let seconds = self.working.as_secs_f64();
        println!(
            "{} records written by eight nodes in {seconds:.0} s ({:.0} a second), {} taken by partners, {} rounds",
            self.written,
            self.written as f64 / seconds.max(0.001),
            self.taken,
            self.rounds
        );
        self.writes_us.sort_unstable();
        let at = |share: f64| {
            let place = (self.writes_us.len() as f64 * share) as usize;
            f64::from(
                self.writes_us.get(place.min(self.writes_us.len().saturating_sub(1))).copied().unwrap_or(0),
            ) / 1_000.0
        };
        println!("a write took {:.1} ms at the median, {:.1} ms at the 99th of a hundred", at(0.5), at(0.99));
        println!(
            "faults: {} pieces dropped, {} truncated, {} doubled, {} in another order, {} stalled, {} slowed, {} untouched",
            faults.dropped,
            faults.truncated,
            faults.duplicated,
            faults.reordered,
            faults.stalled,
            faults.slowed,
            faults.untouched
        );
        println!(
            "{} meetings, {} of them broken; {} sticks, {} spoilt, {} taken again late; {} erasures; {} kills; \
             {} restores ({} records gone with them that nobody had fetched); {} steps of the clock",
            self.meetings,
            self.broken,
            self.sticks,
            self.sticks_spoilt,
            self.sticks_again,
            self.erased,
            self.kills,
            self.restores,
            self.given_up,
            self.clock_steps
        );
        println!(
            "healed in {} rounds and {:.1} s; memory {} MiB at the beginning, {} half-way, {} at the end; open files {}, {}, {}",
            self.rounds_to_heal,
            self.healing.as_secs_f64(),
            began.resident_kib >> 10,
            half.resident_kib >> 10,
            end.resident_kib >> 10,
            began.open_files,
            half.open_files,
            end.open_files
        );
    }
}
