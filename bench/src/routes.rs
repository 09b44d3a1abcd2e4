//! `bench routes`: growth from ten thousand to a million rows; routes and rest-houses found in practice cases of
//! held-back seeds and in those of a second simulator; how far a confidence can be relied on.

mod elsewhere;

use std::time::{Duration, Instant};

use lintas_exercise::{Answer, Size, Style, practice_case, practice_case_in_style, score};
use lintas_network::routes::geodesy::Position;
use lintas_network::routes::{self, Findings, Options, instant};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Seeds from here on were never looked at while the analysis was written.
const HELD_BACK: u64 = 900_000;
/// Cases of each size.
const CASES: u64 = 100;

/// Prints all tables in Markdown.
///
/// # Errors
/// When a practice case cannot be written or read.
pub(crate) fn run() -> anyhow::Result<()> {
    growth()?;
    println!("## Routes and rest-houses on held-back seeds\n");
    println!("| cases | routes | recall | precision | new or known right | rest-houses among the first k |");
    println!("|---|---|---|---|---|---|");
    let mut tally = Tally::default();
    for (name, size) in [("small", Size::Small), ("medium", Size::Medium)] {
        let mut of_size = Tally::default();
        for seed in HELD_BACK..HELD_BACK + CASES {
            let case = practice_case(seed, size);
            let since = instant::read(&case.truth.new_since).map(|reading| reading.seconds);
            let (findings, _) = analyse(&case, since)?;
            let position = |stop: &lintas_exercise::truth::TrueStop| Position::new(stop.lat, stop.lon);
            let routes = case
                .truth
                .routes
                .iter()
                .map(|route| (route.stops.iter().map(position).collect(), route.new))
                .collect::<Vec<_>>();
            let houses = case.truth.rest_houses.iter().map(|house| position(&house.stop)).collect::<Vec<_>>();
            of_size.add(&findings, &routes, &houses);
        }
        of_size.print(&format!("{CASES} {name}"));
        tally.take(&of_size);
    }
    for (name, hard) in [("easy", false), ("hard", true)] {
        let mut of_kind = Tally::default();
        for seed in HELD_BACK..HELD_BACK + CASES / 2 {
            let case = elsewhere::case(seed, hard);
            let sheet = routes::read_sightings(&case.sheet[..], None)?;
            let options = Options { new_since: Some(case.since), ..Options::default() };
            of_kind.add(&routes::find_routes(&sheet, &options), &case.routes, &case.houses);
        }
        of_kind.print(&format!("{} {name}, second simulator", CASES / 2));
        tally.take(&of_kind);
    }
    println!("| aim | | 0.95 | 0.9 | 0.95 | 0.95 |\n");
    tally.print_calibration();
    Ok(())
}

/// Prints time and memory at 10^4, 10^5 and 10^6 rows.
fn growth() -> anyhow::Result<()> {
    println!("## Growth: CSV in memory to routes, {} threads\n", rayon::current_num_threads());
    println!(
        "| rows | read (s) | analyse (s) | total (s) | rows a second | peak memory (MB) | routes found |"
    );
    println!("|---|---|---|---|---|---|---|");
    for rows in [10_000usize, 100_000, 1_000_000] {
        let case = practice_case_in_style(HELD_BACK, busy_style(rows * 9 / 8));
        let before = processor_s();
        let (findings, (read, find)) = analyse(&case, None)?;
        let processor = processor_s().zip(before).map(|(after, before)| after - before);
        let found = score(&case.truth, &answer(&findings)?);
        let total = (read + find).as_secs_f64();
        println!(
            "| {} | {:.2} | {:.2} | {total:.2} | {} | {} | {}/{} |",
            case.sightings.len(),
            read.as_secs_f64(),
            find.as_secs_f64(),
            processor.map_or("-".to_owned(), |seconds| format!("{seconds:.2}")),
            peak_memory_mb().map_or("-".to_owned(), |size| size.to_string()),
            found.routes_found,
            found.routes,
        );
    }
    println!(
        "\nPeak memory is that of the process, with the practice case. Aim: 1,000,000 rows within 10 s.\n"
    );
    Ok(())
}

/// Returns the processor time this process used so far, where the system tells: on a busy machine it says more than
/// the clock. Ticks are hundredths of a second on every Linux.
fn processor_s() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |nth: usize| fields.get(nth)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// Returns the most memory this process held so far, where the system tells.
fn peak_memory_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

/// Findings counted against the truth, over many cases.
#[derive(Default)]
struct Tally {
    routes: usize,
    found: usize,
    new_or_known_right: usize,
    answered: usize,
    right: usize,
    houses: usize,
    houses_found: usize,
    /// For each tenth of confidence: routes said, sum of what was said, routes that were true.
    said: [(usize, f64, usize); 10],
}

impl Tally {
    fn add(&mut self, findings: &Findings, routes: &[(Vec<Position>, bool)], houses: &[Position]) {
        let found: Vec<Vec<Position>> = findings
            .routes
            .iter()
            .map(|route| route.stops.iter().map(|stop| Position::new(stop.lat, stop.lon)).collect())
            .collect();
        self.routes += routes.len();
        for (stops, new) in routes {
            let hits: Vec<usize> =
                (0..found.len()).filter(|&nth| elsewhere::same(&found[nth], stops)).collect();
            self.found += usize::from(!hits.is_empty());
            self.new_or_known_right += usize::from(hits.iter().any(|&nth| findings.routes[nth].new == *new));
        }
        for (nth, stops) in found.iter().enumerate() {
            let right = routes.iter().any(|(truth, _)| elsewhere::same(stops, truth));
            let confidence = findings.routes[nth].confidence;
            let tenth = &mut self.said[((confidence * 10.0) as usize).min(9)];
            *tenth = (tenth.0 + 1, tenth.1 + confidence, tenth.2 + usize::from(right));
            self.answered += 1;
            self.right += usize::from(right);
        }
        let first = &findings.places[..findings.places.len().min(houses.len())];
        self.houses += houses.len();
        self.houses_found += houses
            .iter()
            .filter(|house| {
                first.iter().any(|place| Position::new(place.lat, place.lon).distance_km(**house) <= 1.0)
            })
            .count();
    }

    fn take(&mut self, other: &Tally) {
        for (tenth, more) in self.said.iter_mut().zip(&other.said) {
            *tenth = (tenth.0 + more.0, tenth.1 + more.1, tenth.2 + more.2);
        }
    }

    fn print(&self, name: &str) {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "| {name} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
            self.routes,
            share(self.found, self.routes),
            share(self.right, self.answered),
            share(self.new_or_known_right, self.routes),
            share(self.houses_found, self.houses),
        );
    }

    /// Prints how often a route was true against how sure the analysis said to be.
    fn print_calibration(&self) {
        println!("## Confidence: of the routes said to be so sure, so many were true\n");
        println!("| said | routes | true |");
        println!("|---|---|---|");
        for (routes, sum, right) in self.said.iter().filter(|tenth| tenth.0 > 0) {
            println!("| {:.2} | {routes} | {:.2} |", sum / *routes as f64, *right as f64 / *routes as f64);
        }
    }
}

/// A style that comes to about so many rows.
fn busy_style(rows: usize) -> Style {
    let mut style = Style::draw(Size::Large, &mut ChaCha8Rng::seed_from_u64(HELD_BACK));
    style.routes = 12;
    style.traveller_sightings = 15;
    style.seen = 0.8;
    style.seen_on_road = 0.1;
    style.travellers = rows * 10 / 56;
    style
}

fn analyse(
    case: &lintas_exercise::PracticeCase,
    new_since: Option<i64>,
) -> anyhow::Result<(Findings, (Duration, Duration))> {
    let mut bytes = Vec::new();
    case.write_sightings(&mut bytes)?;
    let start = Instant::now();
    let sheet = routes::read_sightings(&bytes[..], None)?;
    let read = start.elapsed();
    let findings = routes::find_routes(&sheet, &Options { new_since, ..Options::default() });
    Ok((findings, (read, start.elapsed() - read)))
}

/// Turns findings into an answer by the JSON that the command writes.
fn answer(findings: &Findings) -> anyhow::Result<Answer> {
    Ok(serde_json::from_value(serde_json::to_value(findings)?)?)
}
