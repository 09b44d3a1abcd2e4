//! An operation in a list, with what this agency may do with it.

use lintas_model::lifecycle::{OperationMove, OperationState};
use lintas_model::{AgencyCode, CaseId, OperationId, PartialDate};

use crate::components::{Button, Cell, Moment, Pill, Table, Text, Tone};
use crate::page::Page;
use crate::urls;

/// An operation in a list.
#[derive(Debug, Clone)]
pub(crate) struct OperationLine {
    pub(crate) operation: OperationId,
    pub(crate) case: CaseId,
    pub(crate) title: String,
    pub(crate) objective: String,
    pub(crate) lead: AgencyCode,
    pub(crate) participants: Vec<AgencyCode>,
    pub(crate) day: Option<PartialDate>,
    pub(crate) state: OperationState,
    /// What this officer may do with it.
    pub(crate) moves: Vec<OperationMove>,
}

/// Where an operation stands, as a pill.
pub(crate) fn state(page: &Page, state: OperationState) -> Pill {
    let tone = match state {
        OperationState::Planned => Tone::Info,
        OperationState::Ready | OperationState::Running => Tone::Warn,
        OperationState::Completed => Tone::Ok,
        OperationState::StoodDown => Tone::Plain,
    };
    Pill::new(tone, page.word("operation-state", state.as_str()))
}

/// Operations as a table.
pub(crate) fn table(page: &Page, lines: &[OperationLine]) -> Table {
    Table::new(page.say("operations-none"))
        .caption(page.say("tab-operations"))
        .column(page.say("col-operation"))
        .column(page.say("col-state"))
        .column(page.say("col-lead"))
        .column(page.say("col-participants"))
        .column(page.say("col-day"))
        .column(page.say("col-do"))
        .rows(lines.iter().map(|line| {
            let buttons = line.moves.iter().map(|step| {
                Button::new(
                    page,
                    urls::operation_step(line.operation),
                    page.word("operation-move", step.as_str()),
                )
                .with("step", step.as_str())
                .with("case", line.case)
            });
            vec![
                Cell::Link {
                    href: urls::operation(line.operation),
                    text: Text::new(&line.title),
                    below: Some(Text::new(&line.objective)),
                },
                Cell::Pills(vec![state(page, line.state)]),
                Cell::Text(Text::own(line.lead.as_str())),
                Cell::Text(Text::own(
                    line.participants.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
                )),
                line.day.map_or(Cell::Void, |day| Cell::Moment(Moment::on(&page.words, day))),
                Cell::Buttons(buttons.collect()),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<OperationLine> {
    use crate::sample;
    vec![OperationLine {
        operation: sample::id(51),
        case: sample::id(1),
        title: "LOTUS DAWN".into(),
        objective: "Bring the persons held at the guest house to safety".into(),
        lead: sample::agency("KH-CIB"),
        participants: vec![sample::agency("KH-CIB"), sample::agency("TH-DSI")],
        day: Some(sample::on(2026, 11, 28)),
        state: OperationState::Planned,
        moves: vec![OperationMove::Clear, OperationMove::StandDown],
    }]
}
