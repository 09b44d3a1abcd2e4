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
        signs: true,
        sign_problem: None,
        waiting: 3,
        tour: None,
    }
}

pub(crate) fn noticed(mut page: Page) -> Page {
    let undo = Some((7, page.say("undo-task-finish")));
    page.notice = Some(Notice { class: "ok", text: page.count("done-report-added", 1), undo });
    page
}

pub(crate) fn stranger(language: Language) -> Page {
    Page { officer: None, ..page(language) }
}

pub(crate) fn id<T: FromStr>(n: u64) -> T {
    format!("{n:032x}").parse().unwrap_or_else(|_| panic!("{n} is an id"))
}

/// The mark of a record of this agency.
pub(crate) fn mark(kind: lintas_model::Kind) -> lintas_casework::Mark {
    lintas_casework::Mark {
        record: id(101),
        object: id(102),
        kind,
        originator: agency("KH-CIB"),
        audience: id(103),
        author: id(104),
        at: at("2026-11-24T03:00:00Z"),
        grade: None,
        handling: Handling::default(),
        release: None,
        withheld: 0,
        hash: "00".repeat(32),
        place: (0, 7),
    }
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

/// A record as casework reads it, written by an agency at a fixed instant and permitted by the rules that ship.
pub(crate) fn item<B>(by: &str, kind: lintas_model::Kind, body: B) -> lintas_casework::Item<B> {
    use lintas_policy::{Action, Actor, ObjectFacts, Policy, Request};
    static POLICY: LazyLock<Policy> =
        LazyLock::new(|| Policy::load(Policy::default_sources()).expect("the rules that ship"));
    let actor = Actor { officer: id(1), agency: agency(by), roles: [Role::Analyst].into() };
    let at = at("2026-11-20T02:30:00Z");
    let object = ObjectFacts::own(kind.as_str(), &agency(by));
    let request =
        Request { actor: &actor, action: Action::View, object: &object, purpose: Purpose::Investigation, at };
    let permit = POLICY.decide(&request).permit().expect("an analyst reads what the agency wrote");
    let mark = lintas_casework::Mark {
        record: id(900),
        object: id(901),
        kind,
        originator: agency(by),
        audience: id(902),
        author: id(1),
        at,
        grade: None,
        handling: Handling::default(),
        release: None,
        withheld: 0,
        hash: "00".repeat(32),
        place: (0, 1),
    };
    lintas_casework::Item { mark, permit, body }
}
