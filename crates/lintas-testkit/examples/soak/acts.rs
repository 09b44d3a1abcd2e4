//! What happens in a round: writing, erasing, meeting, carrying sticks, and everything that goes wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::{CaseworkError, erasure, exchange, new_log, note, signin};
use lintas_exchange::{Pace, Standing, bundle_for, meet, take_bundle};
use lintas_ledger::{Entry, FeedId, ReadBody};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::{AudienceId, CaseId, Entropy as _, Language, RecordId, Role};
use lintas_testkit::{Faults, Region, joint_case, region};
use tempfile::TempDir;

use crate::figures::Figures;

/// Agencies of the region.
const NODES: usize = 8;
/// Of a thousand pieces of an answer so many are spoilt.
const SPOILT_PER_MILLE: u64 = 60;
/// The clock goes on by so much in a round: witnesses look at a log again after ten minutes.
const ROUND_MS: i64 = 11 * 60_000;
/// The second officer, without whom no new log is accepted.
const SECOND: &str = "second";

/// The region and what is expected of it.
pub(crate) struct Soak {
    pub(crate) region: Region,
    pub(crate) faults: Faults,
    pub(crate) audience: AudienceId,
    case: CaseId,
    dice: SeededEntropy,
    /// What each agency has been told is written, and is not erased.
    pub(crate) acknowledged: Vec<BTreeSet<RecordId>>,
    /// What each agency has been told is erased.
    pub(crate) erased: Vec<BTreeSet<RecordId>>,
    /// Sticks that lie about, by who made them and for whom.
    sticks: BTreeMap<(usize, usize), Vec<Vec<u8>>>,
    backup: Option<(usize, TempDir)>,
    /// Nodes that came back from a backup: partners may hold more of their past than they do.
    pub(crate) restored: BTreeSet<usize>,
    /// Folders in which restored nodes live.
    homes: Vec<TempDir>,
    seed: u64,
    pub(crate) figures: Figures,
}

impl Soak {
    /// Eight nodes that know each other and work one case; the lines are still good.
    pub(crate) async fn begin(seed: u64) -> anyhow::Result<Self> {
        let region = region(NODES).await?;
        for member in &region.members {
            let new = NewOfficer {
                name: "Second".into(),
                login: SECOND.into(),
                password: "correct horse battery".into(),
                roles: BTreeSet::from([Role::CaseLead]),
                language: Language::En,
            };
            officer::enrol(&member.chief, new).await?;
        }
        let invited: Vec<_> = region.members[1..].iter().collect();
        let (case, audience) = joint_case(&region.members[0], &invited).await?;
        let faults = Faults::new(seed, SPOILT_PER_MILLE);
        for member in &region.members {
            member.line.spoil(faults.clone());
        }
        let mut soak = Self {
            region,
            faults,
            audience,
            case,
            dice: SeededEntropy::new(seed ^ 0x50ac),
            acknowledged: vec![BTreeSet::new(); NODES],
            erased: vec![BTreeSet::new(); NODES],
            sticks: BTreeMap::new(),
            backup: None,
            restored: BTreeSet::new(),
            homes: Vec::new(),
            seed,
            figures: Figures::default(),
        };
        soak.meet_everybody().await?;
        soak.faults.turn(true);
        Ok(soak)
    }

    /// One round of work and trouble; about a fiftieth of what is wanted is written in it.
    pub(crate) async fn round(&mut self, wanted: u64) -> anyhow::Result<()> {
        self.figures.rounds += 1;
        self.region.clock.advance_millis(ROUND_MS);
        let each = (wanted / (50 * NODES as u64)).clamp(3, 2_500);
        self.write(each).await?;
        self.erase().await?;
        self.meet_some().await?;
        self.carry_sticks().await?;
        match self.figures.rounds % 6 {
            1 => self.step_the_clock(),
            2 => self.take_a_backup().await?,
            3 | 0 => self.kill_one().await?,
            5 => self.restore().await?,
            _ => {}
        }
        Ok(())
    }

    fn below(&mut self, end: usize) -> usize {
        let mut bytes = [0; 8];
        self.dice.fill(&mut bytes);
        (u64::from_be_bytes(bytes) % end.max(1) as u64) as usize
    }

    fn fresh_seed(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(1_000_003);
        self.seed
    }

    /// All nodes write at once; a record counts from the moment at which its writer was told so.
    async fn write(&mut self, each: u64) -> anyhow::Result<()> {
        let mut writing = tokio::task::JoinSet::new();
        for (at, member) in self.region.members.iter().enumerate() {
            let (chief, case) = (member.chief.for_purpose(Purpose::Investigation), self.case);
            writing.spawn(async move {
                let mut written = Vec::new();
                for number in 0..each {
                    let start = Instant::now();
                    let text = format!("Seen at the pier by {}, {number}", chief.node().code());
                    let record = note::write(&chief, case, &text).await?;
                    written.push((record, u32::try_from(start.elapsed().as_micros()).unwrap_or(u32::MAX)));
                }
                Ok::<_, lintas_casework::CaseworkError>((at, written))
            });
        }
        while let Some(done) = writing.join_next().await {
            let (at, written) = done.context("could not finish a writer")?.context("could not write")?;
            self.figures.written += written.len() as u64;
            for (record, micros) in written {
                self.acknowledged[at].insert(record);
                self.figures.writes_us.push(micros);
            }
        }
        Ok(())
    }

    /// Every node erases one of its records.
    async fn erase(&mut self) -> anyhow::Result<()> {
        for at in 0..NODES {
            let which = self.below(self.acknowledged[at].len());
            let Some(record) = self.acknowledged[at].iter().nth(which).copied() else { continue };
            let chief = self.region.members[at].chief.for_purpose(Purpose::Investigation);
            match erasure::erase(&chief, record, "the period has ended").await {
                // What a restored node no longer has, partners may still hold: it cannot erase what it does not know.
                Err(CaseworkError::NotFound(_)) if self.restored.contains(&at) => continue,
                erased => erased?,
            }
            self.acknowledged[at].remove(&record);
            self.erased[at].insert(record);
            self.figures.erased += 1;
        }
        Ok(())
    }

    /// Every node meets two others over lines as they are; a stopped meeting is stopped anywhere.
    async fn meet_some(&mut self) -> anyhow::Result<()> {
        let mut meetings = tokio::task::JoinSet::new();
        for at in 0..NODES {
            let mut others = BTreeSet::new();
            while others.len() < 2 {
                others.insert((at + 1 + self.below(NODES - 1)) % NODES);
            }
            let node = self.region.members[at].node.clone();
            let codes: Vec<_> =
                others.into_iter().map(|other| self.region.members[other].code().clone()).collect();
            meetings.spawn(async move {
                let mut met = Vec::new();
                for code in codes {
                    met.push(meet(&node, &code, Pace::FULL).await);
                }
                met
            });
        }
        while let Some(done) = meetings.join_next().await {
            for met in done.context("could not finish a meeting")? {
                let met = met?;
                self.figures.meetings += 1;
                self.figures.taken += met.taken();
                self.figures.broken += u64::from(matches!(met.standing, Standing::Failed { .. }));
            }
        }
        Ok(())
    }

    /// Two sticks are made; some sticks arrive: late, twice, cut short or with a bit turned.
    async fn carry_sticks(&mut self) -> anyhow::Result<()> {
        for _ in 0..2 {
            let from = self.below(NODES);
            let to = (from + 1 + self.below(NODES - 1)) % NODES;
            let mut bytes = Vec::new();
            let code = self.region.members[to].code().clone();
            bundle_for(&self.region.members[from].node, &code, false, &mut bytes).await?;
            self.figures.sticks += 1;
            let lying = self.sticks.entry((from, to)).or_default();
            lying.push(bytes);
            let which = lying.len() - 1;
            let again = which > 0 && self.below(2) == 0;
            let which = if again { self.below(which) } else { which };
            let mut stick = self.sticks[&(from, to)][which].clone();
            self.figures.sticks_again += u64::from(again);
            match self.below(4) {
                0 => {
                    let end = self.below(stick.len());
                    stick.truncate(end);
                    self.figures.sticks_spoilt += 1;
                }
                1 => {
                    let at = self.below(stick.len());
                    stick[at] ^= 1 << self.below(8);
                    self.figures.sticks_spoilt += 1;
                }
                _ => {}
            }
            // What does not open is refused as a whole; the rest says for itself what was wrong with it.
            if let Ok(taken) = take_bundle(&self.region.members[to].node, Cursor::new(stick)).await {
                self.figures.taken += taken.taken();
            }
            if let Some(lying) = self.sticks.get_mut(&(from, to))
                && lying.len() > 4
            {
                lying.remove(0);
            }
        }
        Ok(())
    }

    /// An hour on or half a day back, as when somebody sets it by hand.
    fn step_the_clock(&mut self) {
        let step = if self.below(2) == 0 { 3_600_000 } else { -43_200_000 };
        self.region.clock.advance_millis(step);
        if step < 0 {
            // It is noticed and set right; what was written in between stays as it is.
            self.region.clock.advance_millis(-step + 60_000);
        }
        self.figures.clock_steps += 1;
    }

    /// A node is stopped while it meets others and is opened again.
    async fn kill_one(&mut self) -> anyhow::Result<()> {
        let at = self.below(NODES);
        let node = self.region.members[at].node.clone();
        let pulling =
            tokio::spawn(async move { lintas_exchange::meet_all(&node, Pace::FULL).await.map(drop) });
        for _ in 0..self.below(400) {
            tokio::task::yield_now().await;
        }
        pulling.abort();
        let _ = pulling.await;
        let seed = self.fresh_seed();
        self.region.kill(at, seed).await?;
        self.figures.kills += 1;
        Ok(())
    }

    async fn take_a_backup(&mut self) -> anyhow::Result<()> {
        let at = self.below(NODES);
        let backup = tempfile::tempdir()?;
        // Stopped for it, as the manual says.
        self.region.members[at].node.close().await;
        let folder = self.region.members[at].node.folder().to_owned();
        copy(&folder, backup.path())?;
        repoint(backup.path())?;
        let seed = self.fresh_seed();
        self.region.kill(at, seed).await?;
        self.backup = Some((at, backup));
        Ok(())
    }

    /// A node comes back from the backup of some rounds ago: it meets the others before it writes, begins its feeds anew, and two
    /// officers of each partner accept its new log.
    async fn restore(&mut self) -> anyhow::Result<()> {
        let Some((at, backup)) = self.backup.take() else { return Ok(()) };
        self.faults.turn(false);
        // Partners have seen what they fetched: a node whose last records nobody has witnessed cannot know that it lost any.
        self.meet_everybody().await?;
        let code = self.region.members[at].code().clone();
        let seed = self.fresh_seed();
        self.region.replace(at, backup.path(), seed).await?;
        self.homes.push(backup);
        self.restored.insert(at);
        self.region.clock.advance_millis(ROUND_MS);
        lintas_exchange::meet_all(&self.region.members[at].node, Pace::FULL).await?;
        // It writes again: from here on its log is another one.
        let chief = self.region.members[at].chief.for_purpose(Purpose::Investigation);
        let record = note::write(&chief, self.case, "back from the backup").await?;
        self.acknowledged[at].insert(record);
        self.figures.written += 1;
        for other in (0..NODES).filter(|other| *other != at) {
            let member = &self.region.members[other];
            meet(&member.node, &code, Pace::FULL).await?;
            let chief = member.chief.for_purpose(Purpose::Administration);
            if new_log::list(&chief).await?.iter().any(|log| log.partner == code) {
                new_log::propose(&chief, &code, "asked by telephone: restored from a backup").await?;
                let second = signin::at_the_console(&member.node, SECOND).await?;
                new_log::accept(&second.for_purpose(Purpose::Administration), &code).await?;
            }
        }
        self.give_up(at).await?;
        self.faults.turn(true);
        self.figures.restores += 1;
        Ok(())
    }

    /// What was written after the backup and fetched by nobody is gone with the disk: no program brings it back.
    async fn give_up(&mut self, at: usize) -> anyhow::Result<()> {
        let feed = self.feed_of(at);
        let mut somewhere = BTreeSet::new();
        for member in &self.region.members {
            somewhere.extend(records(&exchange::held_entries(&member.node, &feed).await?));
        }
        let before = self.acknowledged[at].len() + self.erased[at].len();
        self.acknowledged[at].retain(|record| somewhere.contains(record));
        self.erased[at].retain(|record| somewhere.contains(record));
        self.figures.given_up += (before - self.acknowledged[at].len() - self.erased[at].len()) as u64;
        // What was erased after the backup is there again in it; the officer finds the ground in his papers and erases anew.
        let chief = self.region.members[at].chief.for_purpose(Purpose::Investigation);
        let own = exchange::held_entries(&chief.node().clone(), &feed).await?;
        for bytes in own {
            let Ok(entry) = Entry::decode(&bytes) else { continue };
            let record = entry.header().record;
            if self.erased[at].contains(&record) && entry.body() != ReadBody::Erased {
                erasure::erase(&chief, record, "the period has ended").await?;
            }
        }
        Ok(())
    }

    /// The lines are good again and everybody meets everybody until nothing new comes.
    pub(crate) async fn heal(&mut self) -> anyhow::Result<()> {
        self.faults.turn(false);
        for _ in 0..20 {
            self.figures.rounds_to_heal += 1;
            if self.meet_everybody().await? == 0 {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Everybody meets everybody once; how much was new.
    async fn meet_everybody(&mut self) -> anyhow::Result<u64> {
        self.region.clock.advance_millis(ROUND_MS);
        let mut taken = 0;
        for member in &self.region.members {
            for met in lintas_exchange::meet_all(&member.node, Pace::FULL).await? {
                // Receipts thank for receipts no more, so a healed region comes to rest.
                taken += met.taken();
            }
        }
        self.figures.taken += taken;
        Ok(taken)
    }

    /// The feed of an agency in the case.
    pub(crate) fn feed_of(&self, at: usize) -> FeedId {
        FeedId { agency: self.region.members[at].code().clone(), audience: self.audience }
    }
}

/// The records among entries.
pub(crate) fn records(entries: &[Vec<u8>]) -> BTreeSet<RecordId> {
    entries
        .iter()
        .filter_map(|bytes| Entry::decode_without_body(bytes).ok())
        .map(|entry| entry.header().record)
        .collect()
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Lets a copied configuration point to the copied database.
fn repoint(folder: &Path) -> anyhow::Result<()> {
    let path = folder.join("node.toml");
    let text = std::fs::read_to_string(&path)?;
    let line = format!("database = \"sqlite://{}\"", folder.join("node.db").display());
    let text: Vec<&str> =
        text.lines().map(|l| if l.starts_with("database") { line.as_str() } else { l }).collect();
    Ok(std::fs::write(&path, text.join("\n"))?)
}
