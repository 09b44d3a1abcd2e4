//! What a page may weigh on a line of 256 kbit/s: sizes as the node sends them, compressed, in units of 1,000 bytes.
//!
//! A first page of at most 120 kB is there within five seconds, one that comes back with 15 kB within one.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use lintas_model::Language;

use crate::assets;
use crate::gallery::gallery;

fn gz(bytes: &[u8]) -> f64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len() as f64 / 1000.0
}

/// The weight of a file of the assets; letters are compressed already. Nothing where it was not built.
fn weight(name: &str) -> f64 {
    let bytes = assets::bytes(name);
    if bytes.is_empty() {
        0.0
    } else if name.ends_with(".woff2") {
        bytes.len() as f64 / 1000.0
    } else {
        gz(&bytes)
    }
}

/// The letters that a page of a language needs beside the Latin ones.
fn letters(language: Language) -> &'static str {
    match language {
        Language::Th => "fonts/noto-sans-thai.woff2",
        Language::Km => "fonts/noto-sans-khmer.woff2",
        Language::Lo => "fonts/noto-sans-lao.woff2",
        Language::Bn => "fonts/noto-sans-bengali.woff2",
        Language::Vi => "fonts/noto-sans-vietnamese.woff2",
        _ => "fonts/noto-sans-latin-ext.woff2",
    }
}

fn shell() -> f64 {
    weight("style.css") + weight("htmx.js") + weight("lintas.js")
}

#[test]
fn style_scripts_letters_and_islands_stay_within_their_budgets() {
    let over = [
        ("style", weight("style.css"), 14.0),
        ("scripts of every page", weight("htmx.js") + weight("lintas.js"), 18.0),
        ("Latin letters", weight("fonts/noto-sans-latin.woff2"), 20.0),
        ("chart island", weight("islands/chart.js"), 25.0),
        ("arrangement of a chart", weight("islands/arrange.js"), 6.5),
        ("map island", weight("islands/map.js"), 15.0),
        ("boundaries", weight("map/boundaries.svg"), 128.0),
    ];
    for (what, weighs, budget) in over {
        assert!(weighs <= budget, "{what}: {weighs:.1} kB, budget {budget} kB");
    }
    for language in Language::ALL {
        assert!(weight(letters(language)) <= 73.0, "{language}");
    }
    assert!(weight("style.css") > 1.0 && weight("map/boundaries.svg") > 1.0, "an asset is missing");
}

#[test]
fn every_page_stays_within_its_budget_on_the_first_visit_and_after() {
    for language in Language::ALL {
        let letters = weight("fonts/noto-sans-latin.woff2") + weight(letters(language));
        for (name, html) in gallery(language) {
            let page = gz(html.as_bytes());
            assert!(page <= 15.0, "{language} {name}: {page:.1} kB");
            let first = page + shell() + letters;
            assert!(first <= 120.0, "{language} {name}: {first:.1} kB on the first visit");
        }
    }
}

#[test]
fn what_is_swapped_while_one_types_is_small() {
    for language in Language::ALL {
        let pages = gallery(language);
        let (_, search) = pages.iter().find(|(name, _)| *name == "search").unwrap();
        let results =
            search.split("id=\"results\"").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
        let weighs = gz(results.as_bytes());
        assert!(weighs <= 4.0, "{language}: {weighs:.1} kB");
    }
}
