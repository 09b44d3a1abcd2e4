//! One made-up sample of every document in every language: for tests, for whoever writes a template, for the gallery.
//!
//! Every page of a sample says that nothing on it is real. The passages are in `texts.toml`, translated as drafts.

mod products;
mod requests;
mod rounds;
mod sheets;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use lintas_model::{Country, Handling, Language, PartialDate, Timestamp};

pub use requests::{
    extradition_request, legal_assistance_request, note_verbale, notice_request, provisional_arrest_request,
};
pub use rounds::{long_round_report, round_report, workshop_agenda, workshop_report};
pub use sheets::{
    exhibit_certificate, joint_investigation_agreement, operation_order, person_of_many_names,
    target_package, warrant_sheet,
};

pub use products::analyst_product;

use crate::documents::{Document, Product};
use crate::frame::Frame;
use crate::parts::Signatory;
use crate::wording::{Day, Land, Wording};

/// A sample for every template, English beside `language`: one analyst product instead of five.
pub fn of_each_template(language: Language) -> Vec<Box<dyn Document>> {
    let mut samples = all(language);
    samples.dedup_by_key(|sample| sample.name());
    samples
}

/// A sample of every document, English beside `language`.
pub fn all(language: Language) -> Vec<Box<dyn Document>> {
    let mut samples: Vec<Box<dyn Document>> = vec![
        Box::new(legal_assistance_request(language)),
        Box::new(extradition_request(language)),
        Box::new(provisional_arrest_request(language)),
        Box::new(note_verbale(language)),
        Box::new(notice_request(language)),
        Box::new(warrant_sheet(language)),
        Box::new(target_package(language)),
        Box::new(joint_investigation_agreement(language)),
        Box::new(operation_order(language)),
        Box::new(workshop_agenda(language)),
        Box::new(workshop_report(language)),
        Box::new(round_report(language)),
        Box::new(exhibit_certificate(language)),
    ];
    for product in Product::ALL {
        samples.push(Box::new(analyst_product(language, product)));
    }
    samples
}

static TEXTS: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
    LazyLock::new(|| toml::from_str(include_str!("texts.toml")).unwrap_or_default());

/// A passage of `texts.toml` with its translation.
fn say(language: Language, key: &str) -> Wording {
    let find = |tag: &str| TEXTS.get(key).and_then(|passage| passage.get(tag)).cloned();
    let en = find("en").unwrap_or_default();
    Wording::Said { en, other: find(language.tag()) }
}

fn frame(language: Language, document_id: &str) -> Frame {
    Frame {
        document_id: document_id.to_owned(),
        agency: "TH-DSI".to_owned(),
        handling: Handling::default(),
        second_language: Some(language),
        made_at: Timestamp::from_millis(1_510_819_200_000),
        synthetic: true,
    }
}

/// The state whose language it is, so that a sample request goes where the language is read.
fn state_of(language: Language) -> Land {
    let country = match language {
        Language::Th => Country::TH,
        Language::Vi => Country::VN,
        Language::Km => Country::KH,
        Language::Lo => Country::LA,
        Language::Ms => Country::MY,
        Language::Id => Country::ID,
        Language::En | Language::Fil => Country::PH,
        Language::Bn => Country::BD,
    };
    country.into()
}

/// A state that is not the one above.
fn neighbour_of(language: Language) -> Land {
    if language == Language::Th { Country::KH.into() } else { Country::TH.into() }
}

fn date(year: i16, month: i8, day: i8) -> Option<Day> {
    PartialDate::day(year, month, day).ok().map(Day::from)
}

fn day(month: i8, day: i8) -> Day {
    date(2017, month, day).unwrap_or_else(|| PartialDate::of(Timestamp::from_millis(0)).into())
}

fn signatory(language: Language) -> Signatory {
    Signatory {
        name: "A. Sample".to_owned(),
        office: say(language, "office"),
        place: Some(say(language, "capital")),
        signed: date(2017, 11, 16),
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_passage_is_translated_into_every_language() {
        assert!(TEXTS.len() > 20);
        for (key, passage) in TEXTS.iter() {
            for language in Language::ALL {
                assert!(passage.get(language.tag()).is_some_and(|t| !t.is_empty()), "{key}: {language}");
            }
        }
    }

    #[test]
    fn no_sample_lacks_an_essential() {
        for sample in all(Language::Th) {
            assert_eq!(sample.missing(), Vec::<&str>::new(), "{}", sample.name());
        }
    }
}
