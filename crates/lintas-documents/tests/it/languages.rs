//! Every document in every language, with everything its data say.

use lintas_documents::{Catalogues, samples};
use lintas_model::Language;
use serde_json::Value;

use crate::{assert_says, print, squeezed};

/// Every text of the view, as the page should show it.
fn said(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| said(item, into)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if ["en", "other", "same"].contains(&key.as_str()) => {
                        into.push(text.clone());
                    }
                    field => said(field, into),
                }
            }
        }
        _ => {}
    }
}

/// A passage may go on in its column on the next page, behind the other column of this one.
fn stands_on(page: &str, passage: &str) -> bool {
    let cut = |at: usize| page.contains(&passage[..at]) && page.contains(&passage[at..]);
    page.contains(passage) || passage.char_indices().skip(1).any(|(at, _)| cut(at))
}

fn check(language: Language) {
    let catalogues = Catalogues::built_in();
    let documents = match language {
        Language::En => samples::all(language),
        _ => samples::of_each_template(language),
    };
    for document in documents {
        let printed = print(document.as_ref());
        assert!(!printed.is_draft() && printed.unprintable.is_empty(), "{}", document.name());
        assert!(printed.pages >= 1);
        let mut texts = Vec::new();
        said(&serde_json::from_slice(&printed.data).unwrap(), &mut texts);
        let page = squeezed(&printed.text);
        for text in texts {
            let there = stands_on(&page, &squeezed(&text));
            assert!(there, "{language} {}: {text}", document.name());
        }
        assert_says(&printed, &document.frame().document_id);
        assert_says(&printed, &printed.data_hash);
        for here in [Language::En, language] {
            let label = |key: &str| catalogues.find(here, key).unwrap();
            let title = format!("title-{}", document.name());
            if document.name() != "analyst_product" {
                assert_says(&printed, label(&title));
            }
            let pages = printed.pages.to_string();
            for page in 1..=printed.pages {
                let line = label("page-of").replace("{page}", &page.to_string());
                assert_says(&printed, &line.replace("{pages}", &pages));
            }
            for once_a_page in [label("synthetic"), label("use-intelligence_only")] {
                let times = page.matches(&squeezed(once_a_page)).count();
                assert!(times >= printed.pages, "{language} {}: {once_a_page}", document.name());
            }
        }
        // At the top and at the bottom of every page.
        assert!(page.matches("H0TLP:AMBER").count() >= 2 * printed.pages);
        if language != Language::En {
            assert_says(&printed, catalogues.find(language, "wording-draft").unwrap());
        }
    }
}

macro_rules! languages {
    ($($test:ident: $language:ident),* $(,)?) => {
        $(#[test]
        fn $test() {
            check(Language::$language);
        })*
    };
}

languages! {
    every_document_says_in_english_all_that_its_data_say: En,
    every_document_says_in_thai_all_that_its_data_say: Th,
    every_document_says_in_vietnamese_all_that_its_data_say: Vi,
    every_document_says_in_khmer_all_that_its_data_say: Km,
    every_document_says_in_lao_all_that_its_data_say: Lo,
    every_document_says_in_malay_all_that_its_data_say: Ms,
    every_document_says_in_indonesian_all_that_its_data_say: Id,
    every_document_says_in_filipino_all_that_its_data_say: Fil,
    every_document_says_in_bengali_all_that_its_data_say: Bn,
}

#[test]
fn dates_of_a_document_with_thailand_stand_in_both_eras() {
    let printed = print(&samples::legal_assistance_request(Language::Th));
    for date in ["31 January 2018 (B.E. 2561)", "31 มกราคม 2561 (ค.ศ. 2018)"] {
        assert_says(&printed, date);
    }
    let printed = print(&samples::legal_assistance_request(Language::Km));
    assert_says(&printed, "31 January 2018");
    assert!(!printed.text.contains("B.E."));
}
