//! "Who can see this?": in words, for every record about an object, from the same rules that decide.

use askama::Template;
use lintas_model::{AgencyCode, Handling, Role, Timestamp};

use crate::components::{Cell, HandlingMark, Moment, Table, Text};
use crate::page::{Page, Place};

/// One record about the object, and who can read it.
#[derive(Debug, Clone)]
pub(crate) struct WhoLine {
    pub(crate) kind: String,
    pub(crate) originator: AgencyCode,
    pub(crate) audience: String,
    pub(crate) agencies: Vec<AgencyCode>,
    pub(crate) handling: Handling,
    pub(crate) expires_at: Option<Timestamp>,
}

/// What a role of this agency may do with it.
#[derive(Debug, Clone)]
pub(crate) struct RoleLine {
    pub(crate) role: Role,
    pub(crate) may_see: bool,
    pub(crate) reason: String,
}

/// What the page needs to know.
pub(crate) struct WhoSees {
    pub(crate) caption: String,
    pub(crate) kind: String,
    /// Where the object has a page.
    pub(crate) back: Option<String>,
    pub(crate) records: Vec<WhoLine>,
    pub(crate) roles: Vec<RoleLine>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/who/show.html")]
pub(crate) struct WhoShow {
    page: Page,
    caption: Text,
    kind: String,
    back: Option<String>,
    agencies: String,
    records: Table,
    roles: Vec<(String, bool, String)>,
}

impl WhoShow {
    /// The page of an object.
    pub(crate) fn new(page: Page, sees: WhoSees) -> Self {
        let page = page.at(Place::Elsewhere).handlings(sees.records.iter().map(|line| &line.handling));
        let mut agencies = sees.records.iter().flat_map(|line| &line.agencies).collect::<Vec<_>>();
        agencies.sort();
        agencies.dedup();
        let records = Table::new(page.say("who-none"))
            .caption(page.say("who-records"))
            .column(page.say("col-record"))
            .column(page.say("col-originator"))
            .column(page.say("release-audience"))
            .column(page.say("col-agencies"))
            .column(page.say("col-handling"))
            .column(page.say("release-expires"))
            .rows(sees.records.iter().map(|line| {
                let readers = line.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
                vec![
                    Cell::Text(Text::own(page.word("record", &line.kind))),
                    Cell::Text(Text::own(line.originator.as_str())),
                    Cell::Text(Text::new(&line.audience)),
                    Cell::Text(Text::own(readers)),
                    Cell::Handling(HandlingMark::new(&page.words, &line.handling)),
                    line.expires_at.map_or(Cell::Void, |end| Cell::Moment(Moment::day(&page.words, end))),
                ]
            }));
        let names = agencies.iter().map(|code| code.as_str()).collect::<Vec<_>>();
        Self {
            caption: Text::new(&sees.caption),
            kind: page.word("record", &sees.kind),
            back: sees.back,
            agencies: match names.len() {
                0 | 1 => page.say("who-only-us"),
                _ => names.join(" · "),
            },
            records,
            roles: sees
                .roles
                .into_iter()
                .map(|line| (page.word("role", line.role.as_str()), line.may_see, line.reason))
                .collect(),
            page,
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WhoShow {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    let line = |kind: &str, audience: &str, agencies: &[&str]| WhoLine {
        kind: kind.into(),
        originator: sample::agency("KH-CIB"),
        audience: audience.into(),
        agencies: agencies.iter().map(|code| sample::agency(code)).collect(),
        handling: sample::handling(&[HandlingCode::H2], Tlp::Amber),
        expires_at: Some(sample::at("2027-05-24T00:00:00Z")),
    };
    WhoShow::new(
        page,
        WhoSees {
            caption: "+855 12 345 678".into(),
            kind: "statement".into(),
            back: Some("/".into()),
            records: vec![
                line("statement", "KH-CIB", &["KH-CIB"]),
                line("release", "LOTUS BRIDGE", &["KH-CIB", "TH-DSI", "VN-C02"]),
            ],
            roles: Role::ALL
                .into_iter()
                .map(|role| RoleLine {
                    role,
                    may_see: role != Role::Administrator && role != Role::Steward,
                    reason: String::new(),
                })
                .collect(),
        },
    )
}
