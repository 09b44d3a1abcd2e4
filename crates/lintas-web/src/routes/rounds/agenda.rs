//! The agenda of a round: what was promised and done, what is carried over, where each case stands.

use askama::Template;
use axum::extract::Path;
use lintas_casework::agenda::{Agenda, Kept, Promise};
use lintas_model::RoundId;

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::cases::line;
use crate::seat::Seat;
use crate::urls::{self, CaseTab};

/// The page.
#[derive(Template)]
#[template(path = "pages/rounds/agenda.html")]
pub(crate) struct RoundAgenda {
    page: Page,
    name: Text,
    workshops: Vec<(String, Moment, Text)>,
    promised: Table,
    carried: Option<Table>,
    cases: Option<Table>,
}

impl RoundAgenda {
    /// The page of a round.
    pub(crate) fn new(page: Page, agenda: &Agenda) -> Self {
        // Without cases there is nothing in it but promises.
        let level = if agenda.cases.is_empty() { Level::Official } else { Level::Restricted };
        let page = page.at(Place::Region).level(level);
        let workshops = agenda.workshops.iter().map(|workshop| {
            let kind = serde_json::to_value(workshop.body.kind).ok();
            let kind = kind.and_then(|kind| kind.as_str().map(ToOwned::to_owned)).unwrap_or_default();
            let day = Moment::on(&page.words, workshop.body.day);
            (page.word("workshop", &kind), day, Text::new(&workshop.body.place))
        });
        Self {
            name: Text::new(&agenda.round.body.name),
            workshops: workshops.collect(),
            promised: promises(&page, "agenda-promised", &agenda.promises),
            carried: (!agenda.carried.is_empty()).then(|| promises(&page, "agenda-carried", &agenda.carried)),
            cases: (!agenda.cases.is_empty()).then(|| cases(&page, agenda)),
            page,
        }
    }
}

fn promises(page: &Page, caption: &str, promises: &[Promise]) -> Table {
    Table::new(page.say("commitments-none"))
        .caption(page.say(caption))
        .column(page.say("col-agency"))
        .column(page.say("col-promise"))
        .column(page.say("col-due"))
        .column(page.say("col-state"))
        .column(page.say("col-what"))
        .rows(promises.iter().map(|promise| {
            let body = &promise.view.commitment.body;
            let (tone, word) = match promise.kept {
                Kept::Done => (Tone::Ok, "done"),
                Kept::Late => (Tone::Warn, "late"),
                Kept::Open => (Tone::Info, "open"),
                Kept::Overdue => (Tone::Danger, "overdue"),
            };
            let done = promise.view.done.as_ref();
            vec![
                Cell::Text(Text::own(body.agency.as_str())),
                Cell::Text(Text::new(&body.what)),
                Cell::Moment(Moment::on(&page.words, body.due)),
                Cell::Pills(vec![Pill::new(tone, page.word("kept", word))]),
                done.map_or(Cell::Void, |done| Cell::Text(Text::new(&done.body.text))),
            ]
        }))
}

fn cases(page: &Page, agenda: &Agenda) -> Table {
    let cell = |(all, late): (u64, u64), message: &str| {
        let mut pills = vec![Pill::new(Tone::Plain, all.to_string())];
        if late > 0 {
            pills.push(Pill::new(Tone::Danger, page.count(message, late)));
        }
        if all == 0 { Cell::Void } else { Cell::Pills(pills) }
    };
    Table::new(page.say("cases-none"))
        .caption(page.say("agenda-cases"))
        .column(page.say("col-case"))
        .column(page.say("col-state"))
        .column(page.say("tab-tasks"))
        .column(page.say("tab-inquiries"))
        .column(page.say("tab-operations"))
        .column(page.say("inbox-pressing"))
        .rows(agenda.cases.iter().map(|item| {
            vec![
                Cell::Link {
                    href: urls::case(item.case, CaseTab::Plan),
                    text: Text::new(&item.title),
                    below: Some(Text::own(item.owner.as_str())),
                },
                Cell::Pills(vec![line::state(page, item.state)]),
                cell(item.tasks, "agenda-late"),
                cell(item.inquiries, "agenda-late"),
                cell(item.operations, "agenda-shut"),
                if item.pressing == 0 { Cell::Void } else { Cell::Number(item.pressing.to_string()) },
            ]
        }))
}

/// Answers with the agenda of a round.
pub(crate) async fn show(seat: Seat, Path(round): Path<RoundId>) -> Result<Html<RoundAgenda>, Problem> {
    let agenda = desk::deadlines::agenda(&seat.ctx, round).await?;
    Ok(Html(RoundAgenda::new(seat.page(), &agenda)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> RoundAgenda {
    use crate::sample;
    use lintas_casework::agenda::CaseItem;
    use lintas_casework::round::CommitmentView;
    use lintas_model::Kind;
    use lintas_model::lifecycle::CaseState;
    use lintas_model::record::{Commitment, Round, Workshop, WorkshopKind};
    let round = Round {
        name: "2026".into(),
        from: sample::on(2026, 3, 1),
        to: sample::on(2026, 11, 16),
        agencies: [sample::agency("KH-CIB")].into(),
        audience: sample::id(7),
    };
    let promise = |kept| Promise {
        view: CommitmentView {
            id: sample::id(8),
            commitment: sample::item(
                "TH-DSI",
                Kind::Commitment,
                Commitment {
                    round: sample::id(6),
                    agency: sample::agency("TH-DSI"),
                    what: "ส่งรายชื่อพาหนะ".into(),
                    due: sample::on(2026, 10, 1),
                },
            ),
            done: None,
        },
        round: sample::id(6),
        kept,
    };
    let workshop = Workshop {
        round: sample::id(6),
        kind: WorkshopKind::Closing,
        day: sample::on(2026, 11, 16),
        place: "Bangkok".into(),
        participants: Default::default(),
    };
    let agenda = Agenda {
        round: sample::item("STEWARD", Kind::Round, round),
        workshops: vec![sample::item("STEWARD", Kind::Workshop, workshop)],
        promises: vec![promise(Kept::Overdue), promise(Kept::Late), promise(Kept::Done)],
        carried: vec![promise(Kept::Open)],
        cases: vec![CaseItem {
            case: sample::id(1),
            title: "LOTUS BRIDGE".into(),
            owner: sample::agency("KH-CIB"),
            state: CaseState::Active,
            tasks: (3, 1),
            inquiries: (1, 1),
            operations: (1, 1),
            pressing: 2,
        }],
    };
    RoundAgenda::new(page, &agenda)
}
