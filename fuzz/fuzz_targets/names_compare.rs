#![no_main]

use libfuzzer_sys::fuzz_target;
use lintas_names::compare::{explain, score};
use lintas_names::{Frequencies, Name, compare};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (left, right) = text.split_once('\n').unwrap_or((&text, "Somchai Jaidee"));
    let (Ok(left), Ok(right)) = (Name::read(left), Name::read(right)) else { return };
    let general = Frequencies::general();
    let there = compare(&left, &right, &general);
    assert_eq!(there.score, compare(&right, &left, &general).score);
    assert_eq!(there.score, score(&left, &right, &general));
    assert!(there.score.is_none_or(|score| (0.0..=1.0).contains(&score)));
    assert!(!explain(&left, &right, &there).is_empty());
});
