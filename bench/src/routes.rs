//! `bench routes`: routes and rest-houses found in practice cases of held-back seeds, and growth from ten thousand
//! to a million rows.

use std::time::{Duration, Instant};

use lintas_exercise::{Answer, Score, Size, Style, practice_case, practice_case_in_style, score};
use lintas_network::routes::{self, Findings, Options, instant};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Seeds from here on were never looked at while the analysis was written.
const HELD_BACK: u64 = 900_000;
/// Cases of each size.
const CASES: u64 = 100;

/// Prints both tables in Markdown.
///
/// # Errors
/// When a practice case cannot be written or read.
pub(crate) fn run() -> anyhow::Result<()> {
    println!("## Routes and rest-houses in {CASES} practice cases of each size, held-back seeds\n");
    println!("| size | routes | recall | precision | new or known right | rest-houses among the first k |");
    println!("|---|---|---|---|---|---|");
    for (name, size) in [("small", Size::Small), ("medium", Size::Medium)] {
        let mut scores = Vec::new();
        for seed in HELD_BACK..HELD_BACK + CASES {
            let case = practice_case(seed, size);
            let since = instant::read(&case.truth.new_since).map(|reading| reading.seconds);
            let (findings, _) = analyse(&case, since)?;
            scores.push(score(&case.truth, &answer(&findings)?));
        }
        let sum = |part: fn(&Score) -> usize| scores.iter().map(part).sum::<usize>();
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let routes = sum(|score| score.routes);
        println!(
            "| {name} | {routes} | {:.3} | {:.3} | {:.3} | {:.3} |",
            share(sum(|score| score.routes_found), routes),
            share(sum(|score| score.answered_right), sum(|score| score.answered)),
            share(sum(|score| score.new_or_known_right), routes),
            share(sum(|score| score.rest_houses_found), sum(|score| score.rest_houses)),
        );
    }
    println!("| aim | | 0.95 | 0.9 | 0.95 | 0.95 |\n");

    println!("## Growth: CSV in memory to routes, {} threads\n", rayon::current_num_threads());
    println!("| rows | read (s) | analyse (s) | total (s) | rows a second | routes found |");
    println!("|---|---|---|---|---|---|");
    for rows in [10_000usize, 100_000, 1_000_000] {
        let case = practice_case_in_style(HELD_BACK, busy_style(rows));
        let (findings, (read, find)) = analyse(&case, None)?;
        let found = score(&case.truth, &answer(&findings)?);
        let total = (read + find).as_secs_f64();
        println!(
            "| {} | {:.2} | {:.2} | {total:.2} | {:.0} | {}/{} |",
            case.sightings.len(),
            read.as_secs_f64(),
            find.as_secs_f64(),
            case.sightings.len() as f64 / total,
            found.routes_found,
            found.routes,
        );
    }
    println!("\nAim: 1,000,000 rows within 10 s on two cores.");
    Ok(())
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
