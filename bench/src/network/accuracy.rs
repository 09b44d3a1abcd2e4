//! How well the ranking finds the bosses of made networks, beside the best single measure.
//!
//! The seeds here are kept for the printed figure; weights were chosen on others.

use std::collections::BTreeMap;

use lintas_exercise::network::{NetworkStyle, synthetic_network, synthetic_network_in_style};
use lintas_network::rank::{People, RankOptions, RankedPerson, rank};

/// Seeds of the printed figure; never used to choose anything.
const FINAL_SEEDS: std::ops::Range<u64> = 900_000..900_100;

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

/// Prints precision at k (k = number of bosses) and area under the curve by flavour.
pub(super) fn print() {
    println!("\n### Bosses of {} made networks (seeds kept apart)\n", FINAL_SEEDS.count());
    println!(
        "| what the list says | precision at k | AUC | best of nine measures, precision | best of nine, AUC |"
    );
    println!("|---|---|---|---|---|");
    for flavour in FLAVOURS {
        let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
        let mut n_networks = 0.0;
        for seed in FINAL_SEEDS {
            let mut style = synthetic_network(seed).style;
            (flavour.dress)(&mut style);
            let network = synthetic_network_in_style(style, seed);
            let bosses = network.bosses();
            if bosses.is_empty() {
                continue;
            }
            n_networks += 1.0;
            let options = RankOptions { resamples: 0, explained: 0, ..RankOptions::default() };
            let ranking = rank(&network.to_contacts(), &People::default(), options);
            let mut add = |name: &'static str, read: &dyn Fn(&RankedPerson) -> f64| {
                let scored: Vec<(f64, bool)> =
                    ranking.people.iter().map(|p| (read(p), bosses.contains(&p.id.as_str()))).collect();
                let sum = sums.entry(name).or_default();
                (sum.0, sum.1) = (sum.0 + precision_at_k(&scored), sum.1 + area_under_curve(&scored));
            };
            add("", &|person| person.organiser_score);
            MEASURES.iter().for_each(|(name, read)| add(name, read));
        }
        let ours = sums.remove("").unwrap_or_default();
        let best = sums.values().fold((0.0, 0.0), |best: (f64, f64), &(p, a)| (best.0.max(p), best.1.max(a)));
        println!(
            "| {} | {:.3} | {:.3} | {:.3} | {:.3} |",
            flavour.name,
            ours.0 / n_networks,
            ours.1 / n_networks,
            best.0 / n_networks,
            best.1 / n_networks
        );
    }
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
