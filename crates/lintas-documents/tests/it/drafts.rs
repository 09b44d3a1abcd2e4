//! What is missing is said, on the page or by refusing.

use lintas_documents::{Catalogues, Document, Incomplete, Press, Refused, Wording, samples};
use lintas_model::Language;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{assert_says, print};

/// The same document about nothing: no text, no list, only frame, dates and words of the catalogue.
fn emptied<T: Serialize + DeserializeOwned>(document: &T) -> T {
    fn empty(value: &mut Value) {
        match value {
            Value::String(text) => text.clear(),
            Value::Array(items) => items.clear(),
            Value::Object(fields) => {
                for (key, field) in fields.iter_mut() {
                    match key.as_str() {
                        "frame" | "day" | "moment" | "country" | "label" | "product" => {}
                        "person" if field.get("what").is_some() => {}
                        "other" => *field = Value::Null,
                        _ => empty(field),
                    }
                }
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(document).unwrap();
    empty(&mut value);
    serde_json::from_value(value).unwrap()
}

fn check<T: Document + Serialize + DeserializeOwned>(sample: &T) {
    let document = emptied(sample);
    let missing = document.missing();
    assert!(!missing.is_empty(), "{}", document.name());
    let printed = print(&document);
    assert!(printed.is_draft());
    assert_says(&printed, "DRAFT");
    for key in &missing {
        for language in [Language::En, Language::Vi] {
            assert_says(&printed, Catalogues::built_in().find(language, key).unwrap());
        }
    }
    match Press::new().print(&document, Incomplete::Refuse) {
        Err(Refused::Missing { essentials, .. }) => assert_eq!(essentials.len(), missing.len()),
        other => panic!("{}: {other:?}", document.name()),
    }
}

#[test]
fn an_empty_request_is_a_draft_that_lists_what_is_missing() {
    check(&samples::legal_assistance_request(Language::Vi));
    check(&samples::extradition_request(Language::Vi));
    check(&samples::provisional_arrest_request(Language::Vi));
    check(&samples::note_verbale(Language::Vi));
    check(&samples::notice_request(Language::Vi));
}

#[test]
fn an_empty_sheet_order_or_agreement_is_a_draft_that_lists_what_is_missing() {
    check(&samples::warrant_sheet(Language::Vi));
    check(&samples::target_package(Language::Vi));
    check(&samples::joint_investigation_agreement(Language::Vi));
    check(&samples::operation_order(Language::Vi));
    check(&samples::exhibit_certificate(Language::Vi));
}

#[test]
fn an_empty_case_or_round_is_a_draft_that_lists_what_is_missing() {
    check(&samples::workshop_agenda(Language::Vi));
    check(&samples::workshop_report(Language::Vi));
    check(&samples::round_report(Language::Vi));
    check(&samples::analyst_product(Language::Vi, lintas_documents::documents::Product::EventChart));
}

#[test]
fn a_request_with_an_untranslated_passage_is_a_draft() {
    let mut request = samples::legal_assistance_request(Language::Id);
    request.facts = Wording::untranslated("Only in English.");
    let printed = print(&request);
    assert_eq!(printed.missing, ["Translation of every passage"]);
    assert_says(&printed, "[translation awaited]");
    request.frame.second_language = None;
    assert!(!print(&request).is_draft(), "in English alone nothing waits for a translation");
}

#[test]
fn an_operation_whose_risk_gate_is_open_is_a_draft() {
    let mut order = samples::operation_order(Language::En);
    order.risk_gate[1].passed = None;
    assert_eq!(print(&order).missing, ["Risk gate"]);
    order.risk_gate[1].passed = Some(false);
    assert_eq!(print(&order).missing, ["Risk gate"]);
}

#[test]
fn approved_wording_names_who_approved_it() {
    let own = "[approval]\nagency = \"TH-OAG\"\non = \"16 November 2017\"\n";
    let catalogues = Catalogues::built_in().with(Language::Th, own).unwrap();
    let press = Press::new().with_catalogues(catalogues);
    let printed = press.print(&samples::note_verbale(Language::Th), Incomplete::Refuse).unwrap();
    assert_says(&printed, "Wording approved by TH-OAG, 16 November 2017.");
    assert!(!printed.text.contains("no agency has approved"));
}
