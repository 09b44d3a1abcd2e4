//! How many pages, and what begins where.

use lintas_documents::samples;
use lintas_model::Language;

use crate::print;

#[test]
fn a_target_package_has_one_page_for_each_candidate() {
    for language in [Language::En, Language::Th, Language::Km] {
        let package = samples::target_package(language);
        let printed = print(&package);
        let pages: Vec<&str> = printed.text.split('\u{c}').collect();
        assert_eq!(printed.pages, 1 + package.candidates.len(), "{language}");
        for (number, page) in pages[1..=package.candidates.len()].iter().enumerate() {
            assert!(page.contains(&format!("Candidate {} of", number + 1)), "{language}: {page}");
        }
    }
}
