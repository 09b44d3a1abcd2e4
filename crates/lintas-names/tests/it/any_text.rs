//! Laws that hold for any text whatever.

use lintas_names::organisation::{Organisation, compare_organisations};
use lintas_names::place::{PlaceName, compare_places, towns};
use lintas_names::{Frequencies, Name, compare, hit_keys, keys, search_forms};
use proptest::prelude::*;

/// Texts that look like names of the region, in all its scripts, with marks in any order and what typists add.
fn name() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        4 => "[A-Za-z]{1,9}",
        1 => "[a-zà-ỹăđơư]{1,7}",
        1 => "[\u{e01}-\u{e4e}]{1,8}",
        1 => "[\u{e81}-\u{edd}]{1,8}",
        1 => "[\u{1780}-\u{17dd}]{1,8}",
        1 => "[\u{1000}-\u{104f}]{1,8}",
        1 => "[\u{980}-\u{9fe}]{1,8}",
        1 => "[\u{600}-\u{6ff}]{1,8}",
        1 => "[\u{4e00}-\u{9fff}]{1,4}",
        1 => "\\PC{1,6}",
        1 => prop_oneof![Just("bin"), Just("binti"), Just("Md."), Just("Mohd"), Just("a/l"), Just("@"), Just("Jr"), Just("(x)"), Just("\"Be\""), Just("S.Ag,"), Just("H.")]
            .prop_map(str::to_owned),
    ];
    (prop::collection::vec(letters, 1..6), prop::sample::select(vec![" ", "-", ", ", "  ", "\u{200b}", ""]))
        .prop_map(|(words, joint)| words.join(joint))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_two_texts_compare_alike_in_both_directions_and_in_range(left in name(), right in name()) {
        let (Ok(left), Ok(right)) = (Name::read(&left), Name::read(&right)) else { return Ok(()) };
        let general = Frequencies::general();
        let there = compare(&left, &right, &general);
        let back = compare(&right, &left, &general);
        prop_assert_eq!(there.score, back.score);
        prop_assert_eq!(there.score, lintas_names::compare::score(&left, &right, &general));
        if let Some(score) = there.score {
            prop_assert!((0.0..=1.0).contains(&score));
        }
        for part in &there.parts {
            prop_assert!((0.0..=1.0).contains(&part.likeness) && part.weight >= 0.0);
        }
    }

    #[test]
    fn a_name_is_certainly_itself(text in name()) {
        let Ok(name) = Name::read(&text) else { return Ok(()) };
        if let Some(score) = compare(&name, &name, &Frequencies::general()).score {
            prop_assert_eq!(score, 1.0);
        }
        let own = keys(&name);
        prop_assert_eq!(&own, &keys(&Name::read(&text).unwrap()));
        prop_assert!(!own.is_empty() || name.parts().iter().all(|part| part.plain.chars().count() <= 1));
    }

    #[test]
    fn any_text_has_keys_forms_and_readings_in_plain_letters(text in "\\PC{0,40}") {
        if let Ok(name) = Name::read(&text) {
            for reading in name.romanisations(3) {
                prop_assert!(reading.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' '), "{}", reading);
            }
            let _ = (keys(&name), hit_keys(&name));
        }
        let _ = search_forms(&text);
        if let (Ok(firm), Ok(place)) = (Organisation::read(&text), PlaceName::read(&text)) {
            let _ = compare_organisations(&firm, &firm, &Frequencies::general());
            let _ = (compare_places(&place, &place), towns(&text, None, 3));
        }
    }
}

#[test]
fn texts_that_hurt_are_answered() {
    let long = "a ".repeat(900);
    let marks = format!("ก{}", "\u{e48}".repeat(600));
    for text in [
        "",
        " ",
        "\u{202e}",
        "😀",
        "😀 😀",
        "1234",
        "@",
        "(",
        ")",
        "\"",
        "''''",
        "-",
        "a",
        "a/l",
        "bin",
        "Md.",
        "Dr.",
        "de la",
        ", ,",
        "์์์",
        "\u{1039}\u{1039}",
        "\u{17d2}\u{17d2}ក",
        "ণ্ণ্ণ্",
        "\u{5d0}",
        long.as_str(),
        marks.as_str(),
    ] {
        if let Ok(name) = Name::read(text) {
            let score = compare(&name, &name, &Frequencies::general()).score;
            assert!(score.is_none() || score == Some(1.0), "{text}");
        }
    }
}
