//! "Who can see this?": in words, for every record about an object, from the same rules that decide.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Path;
use lintas_model::ObjectId;
use lintas_model::{AgencyCode, Handling, Role, Timestamp};

use crate::components::{Cell, HandlingMark, Moment, Table, Text};
use crate::page::{Page, Place};

/// One record about the object, and who can read it.
#[derive(Debug, Clone)]
pub(crate) struct WhoLine {
    pub(crate) kind: String,
    pub(crate) originator: AgencyCode,
    pub(crate) agencies: Vec<AgencyCode>,
    pub(crate) handling: Handling,
    /// When it was written.
    pub(crate) at: Timestamp,
    /// How many releases disclosed it.
    pub(crate) releases: u64,
    /// The first signs of the hash of its signed header.
    pub(crate) hash: String,
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
            .column(page.say("col-agencies"))
            .column(page.say("col-handling"))
            .numbers(page.say("nav-releases"))
            .column(page.say("col-date"))
            .column(page.say("col-hash"))
            .rows(sees.records.iter().map(|line| {
                let readers = line.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
                vec![
                    Cell::Text(Text::own(page.word("record", &line.kind))),
                    Cell::Text(Text::own(line.originator.as_str())),
                    Cell::Text(Text::own(readers)),
                    Cell::Handling(HandlingMark::new(&page.words, &line.handling)),
                    Cell::Number(line.releases.to_string()),
                    Cell::Moment(Moment::at(&page.words, line.at)),
                    Cell::Text(Text::own(&line.hash)),
                ]
            }));
        let names = agencies.iter().map(|code| code.as_str()).collect::<Vec<_>>();
        Self {
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

/// Answers with who can see an object.
pub(crate) async fn show(seat: Seat, Path(object): Path<ObjectId>) -> Result<Html<WhoShow>, Problem> {
    Ok(Html(WhoShow::new(seat.page(), desk::who::sees(&seat.ctx, object).await?)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WhoShow {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    let line = |kind: &str, agencies: &[&str]| WhoLine {
        kind: kind.into(),
        originator: sample::agency("KH-CIB"),
        agencies: agencies.iter().map(|code| sample::agency(code)).collect(),
        handling: sample::handling(&[HandlingCode::H2], Tlp::Amber),
        at: sample::at("2026-11-24T03:00:00Z"),
        releases: 1,
        hash: "9f2c07de55aa".into(),
    };
    WhoShow::new(
        page,
        WhoSees {
            kind: "statement".into(),
            back: Some("/".into()),
            records: vec![line("statement", &["KH-CIB"]), line("release", &["KH-CIB", "TH-DSI", "VN-C02"])],
            roles: Role::ALL
                .into_iter()
                .map(|role| RoleLine {
                    role,
                    may_see: !matches!(role, Role::Administrator | Role::Steward | Role::Mentor),
                    reason: String::new(),
                })
                .collect(),
        },
    )
}
