//! The dossiers of the sealed space, and who is known by code only.

use askama::Template;
use axum::response::Redirect;
use lintas_casework::sealed::DossierKind;
use lintas_casework::sealed::dossier::{DossierLine, DossierList};
use lintas_model::ObjectId;
use lintas_sealed::child::Childhood;
use serde::Deserialize;

use super::{Room, framed};
use crate::components::{Button, Cell, Field, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/sealed/list.html")]
pub(crate) struct SealedList {
    page: Page,
    title: String,
    note: String,
    dossiers: Table,
    without: Option<Table>,
    register: Option<Vec<Field>>,
}

impl SealedList {
    /// The page of a half of the space.
    pub(crate) fn new(page: Page, kind: DossierKind, list: &DossierList) -> Self {
        let page = framed(page, kind);
        let dossiers = Table::new(page.say("sealed-none"))
            .caption(page.say("sealed-title"))
            .column(page.say("sealed-code"))
            .column(page.say("sealed-name"))
            .column(page.say("col-state"))
            .column(page.say("sealed-ends"))
            .rows(list.lines.iter().map(|line| {
                vec![
                    Cell::Link {
                        href: urls::dossier(kind, line.id),
                        text: Text::own(&line.code),
                        below: None,
                    },
                    Cell::Text(Text::new(&line.name)),
                    Cell::Pills(pills(&page, line)),
                    Cell::Moment(Moment::day(&page.words, line.ends)),
                ]
            }));
        let without = (kind == DossierKind::Person).then(|| {
            Table::new(page.say("sealed-without-none"))
                .caption(page.say("sealed-without"))
                .column(page.say("sealed-code"))
                .column(page.say("col-do"))
                .rows(list.without.iter().map(|item| {
                    let open = Button::new(&page, urls::SEALED.to_owned(), page.say("sealed-open"));
                    vec![
                        Cell::Text(Text::own(&item.body.code)),
                        Cell::Buttons(vec![open.with("object", item.mark.object)]),
                    ]
                }))
        });
        let register = (kind == DossierKind::Source).then(|| {
            vec![
                Field::line("code", page.say("sealed-code"), "")
                    .hint(page.words.fill("sources-code-hint", &[("code", "S-12")]))
                    .required(),
            ]
        });
        let half = if kind == DossierKind::Person { "sealed" } else { "sources" };
        Self {
            title: page.say(&format!("{half}-title")),
            note: page.say(&format!("{half}-note")),
            dossiers,
            without,
            register,
            page,
        }
    }
}

fn pills(page: &Page, line: &DossierLine) -> Vec<Pill> {
    let mut pills = Vec::new();
    match line.childhood {
        Childhood::Child => pills.push(Pill::new(Tone::Victim, page.say("childhood-child"))),
        Childhood::Presumed => pills.push(Pill::new(Tone::Victim, page.say("childhood-presumed"))),
        Childhood::Adult => {}
    }
    if line.plan {
        pills.push(Pill::new(Tone::Ok, page.say("sealed-plan-exists")));
    }
    for (count, message, tone) in [
        (line.urgent, "sealed-urgent", Tone::Danger),
        (line.waiting.len(), "sealed-waiting", Tone::Warn),
        (line.open, "sealed-told-now", Tone::Info),
    ] {
        if count > 0 {
            pills.push(Pill::new(tone, page.count(message, count as u64)));
        }
    }
    if line.ends_soon {
        pills.push(Pill::new(Tone::Warn, page.say("sealed-ends-soon")));
    }
    pills
}

/// Answers with the list.
pub(crate) async fn show(seat: Seat, Room(kind): Room) -> Result<Html<SealedList>, Problem> {
    let list = desk::sealed::list(&seat.ctx, kind).await?;
    Ok(Html(SealedList::new(seat.page(), kind, &list)))
}

/// What the buttons send: a person known by code, or the code of a new source.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(default)]
pub(crate) struct OpenForm {
    object: String,
    code: String,
}

/// Opens a dossier.
pub(crate) async fn open(Room(kind): Room, Sent { seat, form }: Sent<OpenForm>) -> Result<Redirect, Problem> {
    let id = match kind {
        DossierKind::Person => {
            let object: ObjectId = form.object.parse().map_err(|_| Problem::Missing)?;
            desk::sealed::open(&seat.ctx, object).await?
        }
        DossierKind::Source => desk::sealed::register(&seat.ctx, &form.code).await?,
    };
    Ok(done(&urls::dossier(kind, id), "recorded", 1))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SealedList {
    use crate::sample;
    use lintas_model::record::{AgeBand, ProtectedPerson, ProtectionStatus};
    let person = ProtectedPerson {
        code: "V-8".into(),
        case: sample::id(3),
        age: AgeBand::Adult,
        nationality: None,
        offence: lintas_model::offence::Offence::Trafficking,
        status: ProtectionStatus::Safe,
        support_plan: false,
        operation: None,
    };
    let line = DossierLine {
        id: sample::id(7),
        code: "V-7".into(),
        name: "ចន្ទា".into(),
        childhood: Childhood::Presumed,
        plan: true,
        urgent: 1,
        waiting: vec![3],
        open: 1,
        ends: sample::at("2027-01-01T00:00:00Z"),
        ends_soon: true,
    };
    let item = sample::item("KH-CIB", lintas_model::Kind::ProtectedPerson, person);
    let list = DossierList { lines: vec![line], without: vec![item] };
    SealedList::new(page, DossierKind::Person, &list)
}
