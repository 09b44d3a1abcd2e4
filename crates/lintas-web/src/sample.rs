//! Made-up things for the samples of views: nobody and nothing here exists.

use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use lintas_model::handling::{HandlingCode, Purpose, Tlp};
use lintas_model::{AgencyCode, Grade, Handling, Language, PartialDate, Role, Timestamp, grade::Scheme};

use crate::page::{Level, NodeFace, Notice, OfficerFace, Page, Place, Theme};
use crate::words::{Dictionary, Words};

static DICTIONARY: LazyLock<Arc<Dictionary>> =
    LazyLock::new(|| Arc::new(Dictionary::load(None).expect("the built-in messages can be read")));

pub(crate) fn words(language: Language) -> Words {
    Words::new(DICTIONARY.clone(), language, 7 * 60)
}

pub(crate) fn page(language: Language) -> Page {
    Page {
        words: words(language),
        theme: Theme::System,
        here: "/".into(),
        node: NodeFace {
            code: "KH-CIB".into(),
            name: "Central Investigation Bureau".into(),
            demo: true,
            demo_home: Some("/demo".into()),
        },
        officer: Some(OfficerFace {
            name: "Sok C.".into(),
            roles: vec![Role::Analyst, Role::CaseLead, Role::Administrator],
            purpose: Purpose::Investigation,
            purposes: vec![Purpose::Investigation, Purpose::Prosecution, Purpose::LegalCooperation],
        }),
        token: "0123456789abcdef".into(),
        place: Place::Elsewhere,
        level: Level::Official,
        handling: None,
        notice: None,
        waiting: 3,
    }
}

pub(crate) fn noticed(mut page: Page) -> Page {
    page.notice = Some(Notice { class: "ok", text: page.count("done-report-added", 1) });
    page
}

pub(crate) fn stranger(language: Language) -> Page {
    Page { officer: None, ..page(language) }
}

pub(crate) fn id<T: FromStr>(n: u64) -> T {
    format!("{n:032x}").parse().unwrap_or_else(|_| panic!("{n} is an id"))
}

pub(crate) fn agency(code: &str) -> AgencyCode {
    AgencyCode::new(code).expect("a code")
}

pub(crate) fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

pub(crate) fn on(year: i16, month: i8, day: i8) -> PartialDate {
    PartialDate::day(year, month, day).expect("a day")
}

pub(crate) fn grade(text: &str) -> Option<Grade> {
    Grade::parse(Scheme::FourFour, text).ok()
}

pub(crate) fn handling(codes: &[HandlingCode], tlp: Tlp) -> Handling {
    Handling { codes: codes.iter().copied().collect(), tlp, ..Handling::default() }
}
