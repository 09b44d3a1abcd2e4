//! Names in every script: printed, or spelled out and reported.

use lintas_documents::samples;
use lintas_model::Language;

use crate::{assert_says, print};

#[test]
fn forty_names_in_five_scripts_all_stand_on_the_sheet() {
    let sheet = samples::warrant_sheet(Language::Bn);
    assert_eq!(sheet.person.aliases.len(), 40);
    let printed = print(&sheet);
    assert!(printed.unprintable.is_empty());
    for alias in &sheet.person.aliases {
        assert_says(&printed, alias);
    }
}

#[test]
fn a_character_without_a_font_is_spelled_listed_and_reported_not_a_box() {
    let mut sheet = samples::warrant_sheet(Language::En);
    sheet.person.aliases = vec!["குமார்".to_owned(), "မြန်မာ".to_owned(), "陳大文".to_owned()];
    let printed = print(&sheet);
    assert_eq!(printed.unprintable.len(), 6);
    assert_says(&printed, "[U+0B95][U+0BC1]");
    assert_says(&printed, "U+0B95, U+0BAE");
    assert_says(&printed, "陳大文");
    assert!(!printed.is_draft());
}

#[test]
fn marks_that_turn_the_text_are_shown_instead_of_obeyed() {
    let mut sheet = samples::warrant_sheet(Language::En);
    sheet.person.name = "Sample \u{202e}elpmaS".to_owned();
    assert_says(&print(&sheet), "Sample [U+202E]elpmaS");
}

#[test]
fn a_name_of_a_thousand_letters_and_decomposed_letters_print() {
    let mut sheet = samples::warrant_sheet(Language::Vi);
    sheet.person.aliases = vec!["x".repeat(1000), "Nguye\u{302}\u{303}n".to_owned()];
    let printed = print(&sheet);
    assert!(printed.unprintable.is_empty());
    assert_says(&printed, "Nguye\u{302}\u{303}n");
}
