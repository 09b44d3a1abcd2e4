//! A round report of about twenty pages and one request, from the view struct to the bytes of the PDF.

use std::time::Instant;

use anyhow::Context as _;
use lintas_documents::{Document, Incomplete, Press, samples};
use lintas_model::Language;

/// The aim: a 20-page report in less.
const AIM_SECONDS: f64 = 2.0;
const RUNS: usize = 5;

pub(crate) fn run() -> anyhow::Result<()> {
    let press = Press::new();
    println!("document, languages, pages, KB, first s, median s of {RUNS}");
    let mut missed = false;
    for language in [Language::En, Language::Th, Language::Km, Language::Bn] {
        let (pages, median) = measure(&press, &samples::long_round_report(language), language)?;
        if pages >= 20 && median > AIM_SECONDS {
            missed = true;
        }
    }
    measure(&press, &samples::legal_assistance_request(Language::Km), Language::Km)?;
    println!("aim: a 20-page report below {AIM_SECONDS} s: {}", if missed { "missed" } else { "met" });
    Ok(())
}

fn measure(press: &Press, document: &dyn Document, language: Language) -> anyhow::Result<(usize, f64)> {
    let mut seconds = Vec::new();
    let (mut pages, mut bytes) = (0, 0);
    for _ in 0..=RUNS {
        let begun = Instant::now();
        let printed =
            press.print(document, Incomplete::Refuse).context("could not print the measured document")?;
        seconds.push(begun.elapsed().as_secs_f64());
        (pages, bytes) = (printed.pages, printed.pdf.len());
    }
    let first = seconds.remove(0);
    seconds.sort_by(f64::total_cmp);
    let median = seconds[RUNS / 2];
    println!(
        "{}, en{}, {pages}, {}, {first:.3}, {median:.3}",
        document.name(),
        if language == Language::En { String::new() } else { format!(" {language}") },
        bytes / 1000
    );
    Ok((pages, median))
}
