//! How well the ranking finds the bosses of made networks of several shapes, and the leaders of observed ones, beside
//! the best single measure.
//!
//! The seeds here are kept for the printed figure; weights were chosen on others.

use std::collections::BTreeMap;
use std::fs;
use std::io::BufReader;
use std::path::Path;

use lintas_exercise::network::{
    Coverage, NetworkStyle, Shape, SyntheticNetwork, synthetic_network, synthetic_network_in_style,
    synthetic_network_of,
};
use lintas_network::rank::{Contacts, People, RankOptions, RankedPerson, rank, read_contacts};

/// Seeds of the printed figures; never used to choose anything.
const FINAL_SEEDS: std::ops::Range<u64> = 900_000..900_100;

/// Seeds of the figures by shape.
const SHAPE_SEEDS: std::ops::Range<u64> = 910_000..910_040;

/// What a list says about its contacts.
struct Flavour {
    name: &'static str,
    dress: fn(&mut NetworkStyle),
}

const FLAVOURS: [Flavour; 6] = [
    Flavour { name: "kinds, directions, times, weights", dress: |_| {} },
    Flavour { name: "without times", dress: |style| style.times = false },
    Flavour {
        name: "without times and weights",
        dress: |style| (style.times, style.weights) = (false, false),
    },
    Flavour { name: "without directions", dress: |style| style.directions = false },
    Flavour { name: "without kinds", dress: |style| style.kinds = false },
    Flavour {
        name: "bare",
        dress: |style| {
            (style.kinds, style.directions, style.times, style.weights) = (false, false, false, false)
        },
    },
];

/// From everything to next to nothing; an order is a call from the second on.
const COVERED: [Flavour; 8] = [
    Flavour { name: "all", dress: |_| {} },
    Flavour { name: "no orders", dress: |style| style.coverage = Coverage::WithoutOrders },
    Flavour {
        name: "no directions",
        dress: |style| (style.coverage, style.directions) = (Coverage::WithoutOrders, false),
    },
    Flavour {
        name: "kinds only",
        dress: |style| (style.coverage, style.times, style.weights) = (Coverage::WithoutOrders, false, false),
    },
    Flavour { name: "calls", dress: |style| (style.coverage, style.kinds) = (Coverage::Calls, false) },
    Flavour {
        name: "calls passed on",
        dress: |style| (style.coverage, style.kinds, style.cascade) = (Coverage::Calls, false, 0.6),
    },
    Flavour {
        name: "counts",
        dress: |style| {
            (style.coverage, style.counted) = (Coverage::Calls, true);
            (style.kinds, style.directions, style.times) = (false, false, false);
        },
    },
    Flavour {
        name: "bare",
        dress: |style| {
            style.coverage = Coverage::WithoutOrders;
            (style.kinds, style.directions, style.times, style.weights) = (false, false, false, false);
        },
    },
];

/// One measure and how to read it off a person.
type Reader = (&'static str, fn(&RankedPerson) -> f64);

const MEASURES: [Reader; 9] = [
    ("degree", |p| f64::from(p.measures.degree)),
    ("strength", |p| p.measures.strength),
    ("betweenness", |p| p.measures.betweenness),
    ("closeness", |p| p.measures.closeness),
    ("harmonic", |p| p.measures.harmonic),
    ("eigenvector", |p| p.measures.eigenvector),
    ("PageRank", |p| p.measures.pagerank),
    ("core", |p| f64::from(p.measures.core)),
    ("effective size", |p| p.measures.effective_size),
];

/// Sums of precision at k and area under the curve: ours under the empty name, single measures under theirs.
#[derive(Default)]
struct Sums {
    by_name: BTreeMap<&'static str, (f64, f64)>,
    n_networks: f64,
}

impl Sums {
    fn add(&mut self, contacts: &Contacts, leaders: &[&str]) {
        if leaders.is_empty() {
            return;
        }
        self.n_networks += 1.0;
        let options = RankOptions { resamples: 0, explained: 0, ..RankOptions::default() };
        let ranking = rank(contacts, &People::default(), options);
        let mut add = |name: &'static str, read: &dyn Fn(&RankedPerson) -> f64| {
            let scored: Vec<(f64, bool)> =
                ranking.people.iter().map(|p| (read(p), leaders.contains(&p.id.as_str()))).collect();
            let sum = self.by_name.entry(name).or_default();
            (sum.0, sum.1) = (sum.0 + precision_at_k(&scored), sum.1 + area_under_curve(&scored));
        };
        add("", &|person| person.organiser_score);
        MEASURES.iter().for_each(|(name, read)| add(name, read));
    }

    /// Ours, then the best of the single measures: precision and area.
    fn means(&self) -> [f64; 4] {
        let ours = self.by_name.get("").copied().unwrap_or_default();
        let singles = self.by_name.iter().filter(|(name, _)| !name.is_empty());
        let best = singles.fold((0.0, 0.0), |best: (f64, f64), (_, &(p, a))| (best.0.max(p), best.1.max(a)));
        [ours.0, ours.1, best.0, best.1].map(|sum| sum / self.n_networks.max(1.0))
    }

    fn line(&self, name: &str) {
        let [precision, area, best_precision, best_area] = self.means();
        println!("| {name} | {precision:.3} | {area:.3} | {best_precision:.3} | {best_area:.3} |");
    }
}

/// Prints precision at k (k = number of bosses) and area under the curve by flavour, by shape, and as observed.
pub(super) fn print() -> anyhow::Result<()> {
    let heading = "precision at k | AUC | best of nine measures, precision | best of nine, AUC |\n|---|---|---|---|---|";
    println!("\n### Bosses of {} made networks (seeds kept apart)\n", FINAL_SEEDS.count());
    println!("| what the list says | {heading}");
    for flavour in FLAVOURS {
        let mut sums = Sums::default();
        for seed in FINAL_SEEDS {
            add_made(&mut sums, synthetic_network(seed), &flavour, seed);
        }
        sums.line(flavour.name);
    }
    println!(
        "\n### By shape, surroundings of every sort, {} networks each (seeds kept apart): precision at k / AUC\n",
        SHAPE_SEEDS.count()
    );
    println!("| shape | {} | best of nine, no orders |", COVERED.map(|flavour| flavour.name).join(" | "));
    println!("|---|{}---|", "---|".repeat(COVERED.len()));
    for shape in Shape::ALL {
        let mut cells = Vec::new();
        let mut best = String::new();
        for flavour in &COVERED {
            let mut sums = Sums::default();
            for seed in SHAPE_SEEDS {
                add_made(&mut sums, synthetic_network_of(shape, seed), flavour, seed);
            }
            let [precision, area, best_precision, best_area] = sums.means();
            cells.push(format!("{precision:.2} / {area:.2}"));
            if flavour.name == "no orders" {
                best = format!("{best_precision:.2} / {best_area:.2}");
            }
        }
        println!("| {} | {} | {best} |", shape.as_str(), cells.join(" | "));
    }
    let folder = Path::new("../shared/data/networks");
    if folder.is_dir() {
        println!("\n### Observed networks\n\n| network | {heading}");
        observed(folder)?;
    }
    Ok(())
}

fn add_made(sums: &mut Sums, network: SyntheticNetwork, flavour: &Flavour, seed: u64) {
    let mut style = network.style;
    (flavour.dress)(&mut style);
    let network = synthetic_network_in_style(style, seed);
    sums.add(&network.to_contacts(), &network.bosses());
}

fn observed(folder: &Path) -> anyhow::Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    for contacts in files {
        let Some(name) = contacts.file_name().and_then(|name| name.to_str()) else { continue };
        let Some(name) = name.strip_suffix(".contacts.csv") else { continue };
        let leaders = fs::read_to_string(folder.join(format!("{name}.leaders.txt")))?;
        let leaders: Vec<&str> = leaders.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (list, _) = read_contacts(BufReader::new(fs::File::open(&contacts)?), None)?;
        let mut sums = Sums::default();
        sums.add(&list, &leaders);
        sums.line(name);
    }
    Ok(())
}

/// Share of the first k that are wanted, k being how many there are; ties at the edge count in part.
fn precision_at_k(scored: &[(f64, bool)]) -> f64 {
    let k = scored.iter().filter(|person| person.1).count();
    let mut sorted: Vec<f64> = scored.iter().map(|person| person.0).collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let edge = sorted[k - 1];
    let count =
        |keep: &dyn Fn(&(f64, bool)) -> bool| scored.iter().filter(|person| keep(person)).count() as f64;
    let (above, tied) = (count(&|person| person.0 > edge), count(&|person| person.0 == edge));
    let hits = count(&|person| person.0 > edge && person.1);
    let tied_hits = count(&|person| person.0 == edge && person.1);
    (hits + (k as f64 - above) * tied_hits / tied) / k as f64
}

/// A person's score and whether the truth names them.
type Scored = (f64, bool);

/// Chance that a wanted person stands before another.
fn area_under_curve(scored: &[(f64, bool)]) -> f64 {
    let (wanted, others): (Vec<Scored>, Vec<Scored>) = scored.iter().partition(|person| person.1);
    let beats = |a: f64, b: f64| if a > b { 1.0 } else { f64::from(u8::from(a == b)) / 2.0 };
    let sum: f64 = wanted.iter().flat_map(|a| others.iter().map(move |b| beats(a.0, b.0))).sum();
    sum / (wanted.len() * others.len()).max(1) as f64
}
