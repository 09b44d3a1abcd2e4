//! The directory: every agency with its desks, day and night first; old entries are marked.

use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_casework::directory::{ContactView, Directory};
use lintas_model::record::ContactRole;
use lintas_model::{AgencyCode, ContactPointId, Language, RecordId};
use serde::Deserialize;

use crate::components::{Button, Moment, Pill, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// A desk as the page shows it.
struct Desk {
    name: Text,
    pills: Vec<Pill>,
    phones: Vec<String>,
    emails: Vec<String>,
    languages: String,
    note: Text,
    confirmed: Moment,
    change: Option<String>,
    buttons: Vec<Button>,
}

/// An agency as the page shows it.
struct Face {
    code: String,
    name: Text,
    desks: Vec<Desk>,
    questions: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/directory/show.html")]
pub(crate) struct DirectoryShow {
    page: Page,
    agencies: Vec<Face>,
    add: bool,
}

impl DirectoryShow {
    /// The page of the directory as seen from an agency.
    pub(crate) fn new(page: Page, directory: &Directory, own: &AgencyCode, can_ask: bool) -> Self {
        let page = page.at(Place::Directory);
        let mut codes: Vec<&AgencyCode> = directory.agencies.keys().collect();
        codes.extend(directory.contacts.keys().filter(|code| !directory.agencies.contains_key(*code)));
        let agencies = codes.into_iter().map(|code| {
            let mine = directory.may_write && code == own;
            let known = directory.agencies.get(code);
            let named = known
                .and_then(|agency| agency.names.get(page.lang()).or_else(|| agency.names.get("en")).cloned());
            let desks = directory.contacts.get(code).into_iter().flatten();
            Face {
                code: code.to_string(),
                name: Text::new(named.unwrap_or_default()),
                desks: desks.map(|view| face(&page, view, mine)).collect(),
                questions: (can_ask && code != own).then(|| urls::inquiries_of(code)),
            }
        });
        Self { agencies: agencies.collect(), add: directory.may_write, page }
    }
}

/// The name of a spoken language by its tag; the tag itself where it is none of ours.
fn spoken(tag: &str) -> String {
    tag.parse::<Language>().map_or_else(|_| tag.to_owned(), |language| language.own_name().to_owned())
}

fn face(page: &Page, view: &ContactView, mine: bool) -> Desk {
    let body = &view.contact.body;
    let mut pills: Vec<Pill> = body
        .roles
        .iter()
        .map(|role| {
            let tone = if *role == ContactRole::RoundTheClock { Tone::Ok } else { Tone::Plain };
            Pill::new(tone, page.word("contact-role", role.as_str()))
        })
        .collect();
    if view.old {
        pills.push(Pill::new(Tone::Warn, page.say("contact-old")));
    }
    let button =
        |action, label| Button::new(page, action, page.say(label)).with("seen", view.contact.mark.record);
    let buttons = if mine {
        vec![
            button(urls::contact_confirm(view.id), "contact-confirm"),
            button(urls::contact_close(view.id), "contact-close"),
        ]
    } else {
        Vec::new()
    };
    Desk {
        name: Text::new(&body.name),
        pills,
        phones: body.phones.clone(),
        emails: body.emails.clone(),
        languages: body.languages.iter().map(|tag| spoken(tag)).collect::<Vec<_>>().join(" · "),
        note: Text::new(&body.note),
        confirmed: Moment::on(&page.words, body.confirmed),
        change: mine.then(|| urls::contact(view.id)),
        buttons,
    }
}

/// Answers with the directory.
pub(crate) async fn show(seat: Seat) -> Result<Html<DirectoryShow>, Problem> {
    let (directory, can_ask) = desk::directory::show(&seat.ctx).await?;
    Ok(Html(DirectoryShow::new(seat.page(), &directory, seat.ctx.node().code(), can_ask)))
}

/// What the buttons send: the record that was on the screen.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct SeenForm {
    seen: RecordId,
}

/// Says that an entry is right today.
pub(crate) async fn confirm(
    Path(id): Path<ContactPointId>,
    Sent { seat, form }: Sent<SeenForm>,
) -> Result<Redirect, Problem> {
    desk::directory::confirm(&seat.ctx, id, form.seen).await?;
    Ok(done(urls::DIRECTORY, "recorded", 1))
}

/// Takes an entry out of use.
pub(crate) async fn close(
    Path(id): Path<ContactPointId>,
    Sent { seat, form }: Sent<SeenForm>,
) -> Result<Redirect, Problem> {
    desk::directory::close(&seat.ctx, id, form.seen).await?;
    Ok(done(urls::DIRECTORY, "recorded", 1))
}

#[cfg(test)]
pub(crate) fn sample_contact(old: bool) -> ContactView {
    use crate::sample;
    let body = lintas_model::record::ContactPoint {
        name: "Duty desk, counter-trafficking".into(),
        roles: [ContactRole::RoundTheClock, ContactRole::Investigation].into(),
        phones: vec!["+855 23 000 001".into()],
        emails: vec!["desk@example.org".into()],
        languages: ["km".to_owned(), "en".to_owned(), "zh".to_owned()].into(),
        note: "បើក ២៤ ម៉ោង".into(),
        confirmed: sample::on(2026, 3, 1),
        closed: false,
    };
    ContactView {
        id: sample::id(95),
        old,
        contact: sample::item("KH-CIB", lintas_model::Kind::ContactPoint, body),
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> DirectoryShow {
    use crate::sample;
    let own = sample::agency("KH-CIB");
    let agency = |code: &str| lintas_model::record::Agency {
        code: sample::agency(code),
        names: std::collections::BTreeMap::from([("en".to_owned(), format!("Bureau of {code}"))]),
        country: None,
        languages: Vec::new(),
        contact: None,
    };
    let directory = Directory {
        agencies: ["KH-CIB", "TH-DSI"].into_iter().map(|code| (sample::agency(code), agency(code))).collect(),
        contacts: [(own.clone(), vec![sample_contact(false), sample_contact(true)])].into(),
        may_write: true,
    };
    DirectoryShow::new(page, &directory, &own, true)
}
