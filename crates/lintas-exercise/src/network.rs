//! A synthetic criminal network with its truth: quiet bosses, lieutenants, cells, and busy people who are nobody.
//!
//! Built on what court files of real groups show. Bosses keep few contacts and speak through lieutenants, who in
//! turn are the ones seen (C. Morselli, *Inside Criminal Networks*, 2009; F. Calderoni, Crime, Law and Social
//! Change 58, 2012); efficiency is traded for security (C. Morselli, C. Giguère & K. Petit, Social Networks 29,
//! 2007); cells hang together inside and by one thread outside (V. Krebs, Connections 24, 2002); what is observed
//! is incomplete and its edges are fuzzy (M. Sparrow, Social Networks 13, 1991). Around them stand a taxi stand, a
//! phone shop and a money changer, with more contacts than anybody and no part in it.

use std::io::Write;

use lintas_network::graph::{GradeBand, TieKind};
use lintas_network::rank::Contacts;
use rand::{Rng, RngExt, SeedableRng, seq::IndexedRandom, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

/// What a person does in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Decides and finances; the answer sought.
    Boss,
    /// Passes orders down and money up for a boss.
    Lieutenant,
    /// Runs one cell.
    CellHead,
    /// Works in a cell.
    Member,
    /// Carries money, people or papers between cells.
    Courier,
    /// Collects a boss's money and passes it on; decides nothing.
    Bookkeeper,
    /// A business everybody calls: a taxi stand, a phone shop, a money changer.
    Bystander,
    /// Somebody's friend, customer or neighbour.
    Outsider,
}

/// How the network looks and what of it is seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NetworkStyle {
    /// Bosses.
    pub bosses: usize,
    /// Lieutenants of each boss, least and most.
    pub lieutenants: (usize, usize),
    /// Cells of each lieutenant, least and most.
    pub cells: (usize, usize),
    /// Members of a cell beside its head, least and most.
    pub members: (usize, usize),
    /// Chance that two of a cell are in contact.
    pub cell_density: f64,
    /// Couriers.
    pub couriers: usize,
    /// Busy businesses.
    pub bystanders: usize,
    /// Contacts of one business, least and most.
    pub bystander_contacts: (usize, usize),
    /// Outsiders.
    pub outsiders: usize,
    /// Chance that a tie is seen at all.
    pub seen: f64,
    /// Chance that a boss's tie is seen.
    pub boss_seen: f64,
    /// Chance that a boss has a bookkeeper through whom the money goes.
    pub bookkeeper: f64,
    /// Share of orders and payments reported the wrong way round.
    pub turned: f64,
    /// Chance that a boss is related to one of their own lieutenants.
    pub kin: f64,
    /// Phases over which the times are spread; members change between phases, bosses stay.
    pub phases: usize,
    /// Whether a contact says what kind it is.
    pub kinds: bool,
    /// Whether who is named first is who called, paid or ordered; otherwise the two are shuffled.
    pub directions: bool,
    /// Whether a contact has a time.
    pub times: bool,
    /// Whether a contact has a weight, and repeats are kept.
    pub weights: bool,
}

impl NetworkStyle {
    /// Draws a style with everything a list of contacts can say.
    pub fn draw(random: &mut impl Rng) -> NetworkStyle {
        let least_members = random.random_range(3..=5);
        let least_contacts = random.random_range(15..=30);
        NetworkStyle {
            bosses: random.random_range(1..=5),
            lieutenants: (2, random.random_range(2..=4)),
            cells: (1, random.random_range(1..=3)),
            members: (least_members, least_members + random.random_range(1..=4)),
            cell_density: random.random_range(0.4..0.85),
            couriers: random.random_range(1..=5),
            bystanders: random.random_range(2..=7),
            bystander_contacts: (least_contacts, least_contacts + random.random_range(10..=40)),
            outsiders: random.random_range(20..=150),
            seen: random.random_range(0.6..0.95),
            boss_seen: random.random_range(0.5..0.95),
            bookkeeper: random.random_range(0.0..0.7),
            turned: random.random_range(0.0..0.12),
            kin: random.random_range(0.2..0.7),
            phases: random.random_range(3..=6),
            kinds: true,
            directions: true,
            times: true,
            weights: true,
        }
    }
}

/// One contact of the network.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeContact {
    /// Id of the one named first.
    pub source: String,
    /// Id of the one named second.
    pub target: String,
    /// The kind of tie, as the truth has it.
    pub kind: TieKind,
    /// Seconds since 1970.
    pub time: i64,
    /// Number of calls, amount of money, 1 for what is counted singly.
    pub weight: f64,
}

/// A network with its truth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SyntheticNetwork {
    /// How it was made.
    pub style: NetworkStyle,
    /// What was seen, in order of time.
    pub contacts: Vec<MadeContact>,
    /// Everybody with their part, in order of ids; some may be in no contact that was seen.
    pub people: Vec<(String, Part)>,
}

impl SyntheticNetwork {
    /// Ids of the bosses who are in at least one contact that was seen.
    pub fn bosses(&self) -> Vec<&str> {
        let is_seen =
            |id: &str| self.contacts.iter().any(|contact| contact.source == id || contact.target == id);
        let bosses = self.people.iter().filter(|(_, part)| *part == Part::Boss);
        bosses.map(|(id, _)| id.as_str()).filter(|id| is_seen(id)).collect()
    }

    /// The contacts as the analysis takes them, with only what the style lets a list say.
    pub fn to_contacts(&self) -> Contacts {
        let mut contacts = Contacts::default();
        for (row, contact) in self.contacts.iter().enumerate() {
            let kind = if self.style.kinds { contact.kind } else { TieKind::Unknown };
            let time = self.style.times.then_some(contact.time);
            let weight = if self.style.weights { contact.weight } else { 1.0 };
            contacts.push(
                &contact.source,
                &contact.target,
                kind,
                time,
                weight,
                GradeBand::Ungraded,
                row as u32 + 2,
            );
        }
        contacts
    }

    /// Writes the contacts as the CSV that `lintas rank` reads.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_contacts(&self, out: impl Write) -> Result<(), csv::Error> {
        let mut sheet = csv::Writer::from_writer(out);
        let style = &self.style;
        let columns = [
            ("source", true),
            ("target", true),
            ("kind", style.kinds),
            ("time", style.times),
            ("weight", style.weights),
        ];
        sheet.write_record(columns.iter().filter(|column| column.1).map(|column| column.0))?;
        for contact in &self.contacts {
            let kind =
                serde_json::to_value(contact.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
            let cells = [
                (contact.source.clone(), true),
                (contact.target.clone(), true),
                (kind.unwrap_or_default(), style.kinds),
                (lintas_network::routes::instant::write(contact.time), style.times),
                (contact.weight.to_string(), style.weights),
            ];
            sheet.write_record(cells.iter().filter(|cell| cell.1).map(|cell| cell.0.as_str()))?;
        }
        sheet.flush()?;
        Ok(())
    }
}

/// Start of the first phase, 2016-01-01, and its length.
const FIRST_DAY: i64 = 1_451_606_400;
const PHASE_DAYS: i64 = 60;

/// Makes a network of a style drawn from the seed.
pub fn synthetic_network(seed: u64) -> SyntheticNetwork {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let style = NetworkStyle::draw(&mut random);
    synthetic_network_in_style(style, seed)
}

/// Makes a network of a given style.
pub fn synthetic_network_in_style(style: NetworkStyle, seed: u64) -> SyntheticNetwork {
    let mut maker = Maker {
        random: ChaCha8Rng::seed_from_u64(seed ^ 0x6e65_7477_6f72_6b00),
        style,
        parts: Vec::new(),
        contacts: Vec::new(),
    };
    let crew = maker.hire();
    maker.command(&crew);
    maker.cells(&crew);
    maker.couriers(&crew);
    maker.surroundings();
    maker.finish()
}

/// A lieutenant with the cells below; each cell is its head followed by its members.
struct Branch {
    boss: usize,
    lieutenant: usize,
    cells: Vec<Vec<usize>>,
}

struct Crew {
    bosses: Vec<usize>,
    branches: Vec<Branch>,
    couriers: Vec<usize>,
}

struct Maker {
    random: ChaCha8Rng,
    style: NetworkStyle,
    parts: Vec<Part>,
    contacts: Vec<(usize, usize, TieKind, i64, f64)>,
}

impl Maker {
    fn person(&mut self, part: Part) -> usize {
        self.parts.push(part);
        self.parts.len() - 1
    }

    fn between(&mut self, range: (usize, usize)) -> usize {
        self.random.random_range(range.0..=range.1)
    }

    fn chance(&mut self, probability: f64) -> bool {
        self.random.random_bool(probability.clamp(0.0, 1.0))
    }

    fn hire(&mut self) -> Crew {
        let bosses: Vec<usize> = (0..self.style.bosses).map(|_| self.person(Part::Boss)).collect();
        let mut branches = Vec::new();
        for &boss in &bosses {
            for _ in 0..self.between(self.style.lieutenants) {
                let lieutenant = self.person(Part::Lieutenant);
                let mut cells = Vec::new();
                for _ in 0..self.between(self.style.cells) {
                    let mut cell = vec![self.person(Part::CellHead)];
                    cell.extend((0..self.between(self.style.members)).map(|_| 0));
                    for member in &mut cell[1..] {
                        *member = self.person(Part::Member);
                    }
                    cells.push(cell);
                }
                branches.push(Branch { boss, lieutenant, cells });
            }
        }
        let couriers = (0..self.style.couriers).map(|_| self.person(Part::Courier)).collect();
        Crew { bosses, branches, couriers }
    }

    /// A time within one phase.
    fn time(&mut self, phase: usize) -> i64 {
        let seconds = PHASE_DAYS * 86_400;
        FIRST_DAY + phase as i64 * seconds + self.random.random_range(0..seconds)
    }

    /// Records `count` contacts of a kind, spread over the phases given; whole ties are missed, not single calls.
    fn tie(
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
        for _ in 0..count.max(1) {
            let phase = self.random.random_range(phases.clone());
            let time = self.time(phase);
            let spread = self.random.random_range(0.5..1.5);
            let weight = if kind == TieKind::Money { (amount * spread).round().max(1.0) } else { 1.0 };
            let turned = self.style.turned;
            let (first, second) = if self.chance(turned) { (to, from) } else { (from, to) };
            self.contacts.push((first, second, kind, time, weight));
        }
    }

    /// Calls both ways.
    fn calls(&mut self, a: usize, b: usize, count: usize, phases: std::ops::Range<usize>) {
        let forth = self.random.random_range(0..=count);
        let seen = if self.parts[a] == Part::Boss || self.parts[b] == Part::Boss {
            self.style.boss_seen
        } else {
            self.style.seen
        };
        if !self.chance(seen) {
            return;
        }
        for at in 0..count {
            let (from, to) = if at < forth { (a, b) } else { (b, a) };
            let phase = self.random.random_range(phases.clone());
            let time = self.time(phase);
            self.contacts.push((from, to, TieKind::Call, time, 1.0));
        }
    }

    /// Bosses, their lieutenants and the heads of cells: orders down, money up, few words.
    fn command(&mut self, crew: &Crew) {
        let all = 0..self.style.phases;
        for (at, &boss) in crew.bosses.iter().enumerate() {
            for &other in &crew.bosses[at + 1..] {
                if self.chance(0.4) {
                    let n_meetings = self.between((1, 3));
                    self.tie(boss, other, TieKind::Meeting, n_meetings, all.clone(), 0.0);
                }
                if self.chance(0.15) {
                    self.tie(boss, other, TieKind::Kinship, 1, all.clone(), 0.0);
                }
            }
        }
        let bookkeepers: Vec<Option<usize>> = crew
            .bosses
            .iter()
            .map(|&boss| {
                let likely = self.style.bookkeeper;
                if !self.chance(likely) {
                    return None;
                }
                let bookkeeper = self.person(Part::Bookkeeper);
                let (n_payments, n_calls) = (self.between((1, 4)), self.between((1, 5)));
                self.tie(bookkeeper, boss, TieKind::Money, n_payments, all.clone(), 40_000.0);
                self.calls(bookkeeper, boss, n_calls, all.clone());
                Some(bookkeeper)
            })
            .collect();
        for branch in &crew.branches {
            let (boss, lieutenant) = (branch.boss, branch.lieutenant);
            let (n_orders, n_payments) = (self.between((1, 4)), self.between((1, 5)));
            self.tie(boss, lieutenant, TieKind::Order, n_orders, all.clone(), 0.0);
            let place = crew.bosses.iter().position(|&other| other == boss).unwrap_or(0);
            let payee = bookkeepers[place].filter(|_| self.random.random_bool(0.7)).unwrap_or(boss);
            self.tie(lieutenant, payee, TieKind::Money, n_payments, all.clone(), 20_000.0);
            if self.chance(0.35) {
                self.tie(boss, lieutenant, TieKind::Money, 1, all.clone(), 6_000.0);
            }
            if self.chance(0.5) {
                let n_meetings = self.between((1, 3));
                self.tie(boss, lieutenant, TieKind::Meeting, n_meetings, all.clone(), 0.0);
            }
            if self.chance(0.4) {
                let n_calls = self.between((1, 4));
                self.calls(boss, lieutenant, n_calls, all.clone());
            }
            if self.chance(self.style.kin / 2.0) {
                self.tie(boss, lieutenant, TieKind::Kinship, 1, all.clone(), 0.0);
            }
            for cell in &branch.cells {
                let (n_orders, n_payments, n_calls) =
                    (self.between((2, 6)), self.between((2, 6)), self.between((5, 20)));
                self.tie(lieutenant, cell[0], TieKind::Order, n_orders, all.clone(), 0.0);
                self.tie(cell[0], lieutenant, TieKind::Money, n_payments, all.clone(), 6_000.0);
                self.calls(lieutenant, cell[0], n_calls, all.clone());
                if self.chance(0.4) {
                    self.tie(lieutenant, cell[0], TieKind::Money, 2, all.clone(), 1_500.0);
                }
                if cell.len() > 1 && self.chance(0.6) {
                    let n_calls = self.between((2, 8));
                    self.calls(lieutenant, cell[1], n_calls, all.clone());
                }
            }
        }
        // Lieutenants of one boss know each other now and then.
        for (at, branch) in crew.branches.iter().enumerate() {
            for other in &crew.branches[at + 1..] {
                let likely = if branch.boss == other.boss { 0.35 } else { 0.08 };
                if self.chance(likely) {
                    let n_calls = self.between((1, 6));
                    self.calls(branch.lieutenant, other.lieutenant, n_calls, all.clone());
                    if self.chance(0.3) {
                        self.tie(branch.lieutenant, other.lieutenant, TieKind::Order, 1, all.clone(), 0.0);
                    }
                    if self.chance(0.3) {
                        self.tie(
                            branch.lieutenant,
                            other.lieutenant,
                            TieKind::Money,
                            1,
                            all.clone(),
                            5_000.0,
                        );
                    }
                }
            }
        }
    }

    /// Talk within each cell, wages down, takings up; members come and go.
    fn cells(&mut self, crew: &Crew) {
        for cell in crew.branches.iter().flat_map(|branch| &branch.cells) {
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
    fn couriers(&mut self, crew: &Crew) {
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

    /// Loans among outsiders, and employers with a payroll: money and say that have nothing to do with it.
    fn honest_money(&mut self, outsiders: &[usize]) {
        let all = 0..self.style.phases;
        for _ in 0..outsiders.len() / 4 {
            let pair: Vec<usize> = outsiders.sample(&mut self.random, 2).copied().collect();
            if let [from, to] = pair[..] {
                self.tie(from, to, TieKind::Money, 1, all.clone(), 500.0);
            }
        }
        for _ in 0..self.random.random_range(0..=2) {
            let Some(&employer) = outsiders.choose(&mut self.random) else { return };
            let n_staff = self.between((3, 7)).min(outsiders.len());
            let staff: Vec<usize> = outsiders.sample(&mut self.random, n_staff).copied().collect();
            for worker in staff.into_iter().filter(|&worker| worker != employer) {
                let (n_wages, n_orders) = (self.between((1, 4)), self.between((0, 2)));
                self.tie(employer, worker, TieKind::Money, n_wages, all.clone(), 800.0);
                if n_orders > 0 {
                    self.tie(employer, worker, TieKind::Order, n_orders, all.clone(), 0.0);
                }
            }
        }
    }

    /// Businesses that everybody calls once, and outsiders with lives of their own.
    fn surroundings(&mut self) {
        let crew_size = self.parts.len();
        let outsiders: Vec<usize> = (0..self.style.outsiders).map(|_| self.person(Part::Outsider)).collect();
        let all = 0..self.style.phases;
        for &outsider in &outsiders {
            for _ in 0..self.random.random_range(1..=3) {
                let other = self.random.random_range(0..self.parts.len());
                if other != outsider && self.parts[other] != Part::Boss {
                    let n_calls = self.between((1, 4));
                    self.calls(outsider, other, n_calls, all.clone());
                }
            }
        }
        self.honest_money(&outsiders);
        let everybody: Vec<usize> = (0..self.parts.len()).collect();
        for _ in 0..self.style.bystanders {
            let business = self.person(Part::Bystander);
            let takes_money = self.chance(0.4);
            let mut customers = everybody.clone();
            customers.shuffle(&mut self.random);
            let n_customers = self.between(self.style.bystander_contacts).min(customers.len());
            for &customer in &customers[..n_customers] {
                // Bosses are seldom seen at the counter.
                if self.parts[customer] == Part::Boss && self.chance(0.5)
                    || customer >= crew_size && self.chance(0.2)
                {
                    continue;
                }
                let n_times = if self.chance(0.85) { 1 } else { 2 };
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

    /// Gives ids in an order that says nothing, merges repeats where the list has no weights, and sorts by time.
    fn finish(mut self) -> SyntheticNetwork {
        let n = self.parts.len();
        let mut numbers: Vec<usize> = (1..=n).collect();
        numbers.shuffle(&mut self.random);
        let id = |person: usize| format!("P{:04}", numbers[person]);
        let mut contacts = Vec::new();
        let mut pairs = std::collections::BTreeSet::new();
        for &(from, to, kind, time, weight) in &self.contacts {
            let turned = !self.style.directions && self.random.random_bool(0.5);
            let (from, to) = if turned { (to, from) } else { (from, to) };
            // Without kinds an amount of money cannot be told from a count.
            let weight = if self.style.kinds { weight } else { 1.0 };
            let is_first = pairs.insert((from.min(to), from.max(to), self.style.kinds.then_some(kind)));
            if self.style.weights || self.style.times || is_first {
                contacts.push(MadeContact { source: id(from), target: id(to), kind, time, weight });
            }
        }
        contacts.sort_by(|a, b| {
            (a.time, &a.source, &a.target, a.kind).cmp(&(b.time, &b.source, &b.target, b.kind))
        });
        let mut people: Vec<(String, Part)> =
            self.parts.iter().enumerate().map(|(at, &part)| (id(at), part)).collect();
        people.sort();
        SyntheticNetwork { style: self.style, contacts, people }
    }
}

#[cfg(test)]
mod tests {
    use lintas_network::rank::{People, RankOptions, RankedPerson, rank};

    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_network() {
        let network = synthetic_network(5);
        assert_eq!(network, synthetic_network(5));
        assert_ne!(network.contacts, synthetic_network(6).contacts);
        assert!(!network.bosses().is_empty());
    }

    #[test]
    fn businesses_are_busier_than_bosses() {
        let network = synthetic_network(11);
        let contacts_of = |part: Part| {
            let ids: Vec<&str> =
                network.people.iter().filter(|p| p.1 == part).map(|p| p.0.as_str()).collect();
            let n = network
                .contacts
                .iter()
                .filter(|c| ids.contains(&c.source.as_str()) || ids.contains(&c.target.as_str()));
            n.count() as f64 / ids.len() as f64
        };
        assert!(contacts_of(Part::Bystander) > contacts_of(Part::Boss));
    }

    #[test]
    fn the_ranking_finds_bosses_whom_degree_does_not() {
        let (mut by_score, mut by_degree, mut n_bosses) = (0, 0, 0);
        for seed in 0..6 {
            let network = synthetic_network(seed);
            let bosses = network.bosses();
            let options = RankOptions { resamples: 0, explained: 0, ..RankOptions::default() };
            let mut people = rank(&network.to_contacts(), &People::default(), options).people;
            let hits = |people: &[RankedPerson]| {
                people.iter().take(bosses.len()).filter(|person| bosses.contains(&person.id.as_str())).count()
            };
            by_score += hits(&people);
            people.sort_by_key(|person| std::cmp::Reverse(person.measures.degree));
            by_degree += hits(&people);
            n_bosses += bosses.len();
        }
        assert!(by_score * 10 >= n_bosses * 6, "{by_score} of {n_bosses} by score");
        assert!(by_degree * 10 <= n_bosses * 2, "{by_degree} of {n_bosses} by degree");
    }

    #[test]
    fn a_bare_style_says_nothing_but_who() {
        let mut style = synthetic_network(3).style;
        (style.kinds, style.directions, style.times, style.weights) = (false, false, false, false);
        let mut sheet = Vec::new();
        let network = synthetic_network_in_style(style, 3);
        network.write_contacts(&mut sheet).unwrap();
        assert!(sheet.starts_with(b"source,target\n"));
        let contacts = network.to_contacts();
        assert!(!contacts.has_kinds && !contacts.has_times && !contacts.has_weights);
    }
}
