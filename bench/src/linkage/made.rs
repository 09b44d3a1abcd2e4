//! Lists of made persons with typing errors, gaps and moves, and the truth about them.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const SYLLABLES: [&str; 30] = [
    "ba", "be", "bi", "bo", "da", "di", "do", "ka", "ki", "ko", "la", "li", "lo", "ma", "mi", "mo", "na",
    "ni", "no", "ra", "ri", "sa", "si", "so", "ta", "ti", "wa", "han", "lin", "mar",
];

/// Writes a list of about half duplicates and its truth; the same for the same number of records.
pub(super) fn write(n_records: usize, list: &Path, truth: &Path) -> anyhow::Result<()> {
    let mut rng = ChaCha8Rng::seed_from_u64(n_records as u64);
    let given = words(&mut rng, 3_000, 3);
    let family = words(&mut rng, 20_000, 4);
    let towns = words(&mut rng, 2_000, 3);
    let streets = words(&mut rng, 20_000, 3);
    let mut rows: Vec<([String; 7], usize)> = Vec::with_capacity(n_records);
    let mut person = 0;
    while rows.len() < n_records {
        person += 1;
        let town = rng.random_range(0..towns.len());
        let own = [
            common(&mut rng, &given),
            common(&mut rng, &family),
            format!(
                "{}-{:02}-{:02}",
                rng.random_range(1930..2011),
                rng.random_range(1..13),
                rng.random_range(1..29)
            ),
            towns[town].clone(),
            streets[rng.random_range(0..streets.len())].clone(),
            format!("{}", 10_000 + town * 30 + rng.random_range(0..30_usize)),
            format!("0{:09}", rng.random_range(0..1_000_000_000_u32)),
        ];
        for copy in 0..[1, 1, 1, 2, 2, 3][rng.random_range(0..6_usize)] {
            let mut row = own.clone();
            if copy > 0 {
                for cell in &mut row {
                    let luck: f64 = rng.random();
                    if luck < 0.12 {
                        mistype(&mut rng, cell);
                    } else if luck < 0.22 {
                        cell.clear();
                    }
                }
            }
            rows.push((row, person));
        }
    }
    rows.truncate(n_records);
    for at in (1..rows.len()).rev() {
        rows.swap(at, rng.random_range(0..at + 1));
    }
    let mut list = BufWriter::new(File::create(list).context("could not create a list")?);
    let mut truth = BufWriter::new(File::create(truth).context("could not create a truth")?);
    writeln!(list, "record_id,given_name,surname,dob,town,street,postcode,phone")?;
    writeln!(truth, "record,cluster")?;
    for (at, (row, person)) in rows.iter().enumerate() {
        writeln!(list, "r{at},{}", row.join(","))?;
        writeln!(truth, "r{at},{person}")?;
    }
    list.flush()?;
    truth.flush()?;
    Ok(())
}

fn words(rng: &mut ChaCha8Rng, n_words: usize, longest: usize) -> Vec<String> {
    (0..n_words)
        .map(|_| {
            (0..rng.random_range(2..longest + 1))
                .map(|_| SYLLABLES[rng.random_range(0..SYLLABLES.len())])
                .collect()
        })
        .collect()
}

/// A word of the list, the first ones oftener.
fn common(rng: &mut ChaCha8Rng, words: &[String]) -> String {
    let luck: f64 = rng.random();
    words[((words.len() as f64 * luck.powf(2.2)) as usize).min(words.len() - 1)].clone()
}

fn mistype(rng: &mut ChaCha8Rng, cell: &mut String) {
    let mut letters: Vec<char> = cell.chars().collect();
    if letters.len() < 3 {
        return;
    }
    let at = rng.random_range(0..letters.len() - 1);
    match rng.random_range(0..4_u8) {
        0 => letters[at] = letters[letters.len() - 1],
        1 => {
            letters.remove(at);
        }
        2 => letters.swap(at, at + 1),
        _ => letters.insert(at, letters[at]),
    }
    *cell = letters.into_iter().collect();
}
