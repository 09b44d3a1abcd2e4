//! The sealed space as its administrator sees it: who is admitted, the audit, the backup. Never what lies in it.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::sealed::admission::MemberView;
use lintas_casework::sealed::audit::AuditView;
use lintas_model::{OfficerId, Role};
use serde::Deserialize;

use crate::components::{Button, Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::sync::show::NothingForm;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/keeping.html")]
pub(crate) struct Keeping {
    page: Page,
    space: Option<(Table, Table)>,
    backup: Button,
}

impl Keeping {
    /// The page; nothing but how to make one where there is no space.
    pub(crate) fn new(page: Page, space: Option<&(Vec<MemberView>, AuditView)>) -> Self {
        let page = page.at(Place::SealedKeeping).level(Level::Official);
        let backup = Button::new(&page, urls::SEALED_BACKUP.to_owned(), page.say("keeping-backup"));
        Self {
            space: space.map(|(members, audit)| (admitted(&page, members), entries(&page, audit))),
            backup: backup.style("btn"),
            page,
        }
    }
}

fn admitted(page: &Page, members: &[MemberView]) -> Table {
    let words = |roles: &BTreeSet<Role>| {
        roles.iter().map(|role| page.word("role", role.as_str())).collect::<Vec<_>>().join(", ")
    };
    Table::new(page.say("keeping-members-none"))
        .caption(page.say("keeping-members"))
        .column(page.say("col-officer"))
        .column(page.say("col-roles"))
        .column(page.say("col-state"))
        .column(page.say("col-do"))
        .rows(members.iter().map(|member| {
            let state = match (member.admitted.is_empty(), member.lapsed) {
                (true, _) => Pill::new(Tone::Plain, page.say("keeping-not-admitted")),
                (false, true) => Pill::new(Tone::Danger, page.say("keeping-lapsed")),
                (false, false) => Pill::new(Tone::Ok, words(&member.admitted)),
            };
            let mut buttons = Vec::new();
            if !member.has.is_empty() {
                let admit = Button::new(page, urls::SEALED_ADMIT.to_owned(), page.say("keeping-admit"));
                let roles = member.has.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ");
                buttons.push(admit.with("officer", member.officer).with("roles", roles));
            }
            if !member.admitted.is_empty() {
                let dismiss = Button::new(page, urls::SEALED_DISMISS.to_owned(), page.say("keeping-dismiss"));
                buttons.push(dismiss.with("officer", member.officer));
            }
            vec![
                Cell::Below { text: Text::new(&member.name), below: Text::own(&member.login) },
                Cell::Text(Text::own(words(&member.has))),
                Cell::Pills(vec![state]),
                Cell::Buttons(buttons),
            ]
        }))
}

fn entries(page: &Page, audit: &AuditView) -> Table {
    Table::new(page.say("keeping-audit-none"))
        .caption(page.say("keeping-audit"))
        .column(page.say("col-date"))
        .column(page.say("col-officer"))
        .column(page.say("col-what"))
        .column(page.say("col-text"))
        .rows(audit.entries.iter().map(|entry| {
            let officer = entry.officer.map_or_else(
                || page.say("keeping-by-itself"),
                |id| audit.names.get(&id).cloned().unwrap_or_default(),
            );
            let tone = match entry.act {
                lintas_sealed::audit::Act::Refused | lintas_sealed::audit::Act::Erased => Tone::Danger,
                _ => Tone::Plain,
            };
            vec![
                Cell::Moment(Moment::at(&page.words, entry.at)),
                Cell::Text(Text::new(officer)),
                Cell::Pills(vec![Pill::new(tone, page.word("sealed-act", entry.act.as_str()))]),
                entry.detail.as_ref().map_or(Cell::Void, |detail| Cell::Text(Text::own(detail))),
            ]
        }))
}

/// Answers with the page.
pub(crate) async fn show(seat: Seat) -> Result<Html<Keeping>, Problem> {
    let space = desk::sealed::keeping(&seat.ctx).await?;
    Ok(Html(Keeping::new(seat.page(), space.as_ref())))
}

/// What the buttons send.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct MemberForm {
    officer: OfficerId,
    #[serde(default)]
    roles: String,
}

/// Admits an officer.
pub(crate) async fn admit(Sent { seat, form }: Sent<MemberForm>) -> Result<Redirect, Problem> {
    let roles: Result<BTreeSet<Role>, _> = form.roles.split_whitespace().map(str::parse).collect();
    desk::sealed::admit(&seat.ctx, form.officer, roles.map_err(|_| Problem::Missing)?).await?;
    Ok(done(urls::SEALED_KEEPING, "recorded", 1))
}

/// Dismisses an officer.
pub(crate) async fn dismiss(Sent { seat, form }: Sent<MemberForm>) -> Result<Redirect, Problem> {
    desk::sealed::dismiss(&seat.ctx, form.officer).await?;
    Ok(done(urls::SEALED_KEEPING, "recorded", 1))
}

/// Answers with a backup as a file.
pub(crate) async fn back_up(Sent { seat, .. }: Sent<NothingForm>) -> Result<Response, Problem> {
    let bytes = desk::sealed::back_up(&seat.ctx).await?;
    let (year, month, day) = seat.ctx.now().ymd();
    let name = format!("attachment; filename=\"sealed-{year:04}-{month:02}-{day:02}.backup\"");
    let headers =
        [(header::CONTENT_TYPE, "application/octet-stream".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Keeping {
    use crate::sample;
    use lintas_sealed::audit::{Act, AuditEntry};
    let member = |name: &str, admitted: &[Role], lapsed| MemberView {
        officer: sample::id(4),
        name: name.into(),
        login: "support".into(),
        has: [Role::VictimSupport].into(),
        admitted: admitted.iter().copied().collect(),
        since: None,
        lapsed,
    };
    let entry = |act| AuditEntry {
        at: sample::at("2026-11-24T03:00:00Z"),
        officer: None,
        act,
        dossier: None,
        count: 1,
        detail: Some("identity".into()),
    };
    let audit = AuditView {
        entries: Act::ALL.iter().map(|act| entry(*act)).collect(),
        names: Default::default(),
        size: 3,
    };
    let members = vec![
        member("Sok C.", &[Role::VictimSupport], false),
        member("Chan D.", &[Role::VictimSupport], true),
        member("Keo B.", &[], false),
    ];
    Keeping::new(page, Some(&(members, audit)))
}
