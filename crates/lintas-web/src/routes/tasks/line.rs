//! A task in a list, with what this agency may do with it.

use lintas_model::lifecycle::{TaskMove, TaskState};
use lintas_model::{AgencyCode, CaseId, PartialDate, TaskId};

use crate::components::{Button, Cell, Moment, Pill, Table, Text, Tone};
use crate::page::Page;
use crate::urls::{self, CaseTab};

/// A task in a list.
#[derive(Debug, Clone)]
pub(crate) struct TaskLine {
    pub(crate) task: TaskId,
    pub(crate) case: CaseId,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) set_by: AgencyCode,
    pub(crate) asked: AgencyCode,
    pub(crate) due: Option<PartialDate>,
    pub(crate) overdue: bool,
    pub(crate) state: TaskState,
    /// The title of the task that must be done first, and whether it has been.
    pub(crate) waits_for: Option<(String, bool)>,
    /// The way on which it waits for itself; empty when it does not.
    pub(crate) circle: Vec<String>,
    /// What this officer may do with it.
    pub(crate) moves: Vec<TaskMove>,
}

impl TaskLine {
    /// Whether nothing is left to do.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, TaskState::Done | TaskState::Declined | TaskState::Withdrawn)
    }
}

/// Tasks as a table.
pub(crate) fn table(page: &Page, lines: &[TaskLine]) -> Table {
    Table::new(page.say("tasks-none"))
        .caption(page.say("tab-tasks"))
        .column(page.say("col-task"))
        .column(page.say("col-state"))
        .column(page.say("col-set-by"))
        .column(page.say("col-asked"))
        .column(page.say("col-due"))
        .column(page.say("col-do"))
        .rows(lines.iter().map(|line| row(page, line)))
}

fn row(page: &Page, line: &TaskLine) -> Vec<Cell> {
    let tone = match line.state {
        TaskState::Open => Tone::Info,
        TaskState::Started => Tone::Warn,
        TaskState::Done => Tone::Ok,
        TaskState::Declined | TaskState::Withdrawn => Tone::Plain,
    };
    let mut pills = vec![Pill::new(tone, page.word("task-state", line.state.as_str()))];
    if line.overdue {
        pills.push(Pill::new(Tone::Danger, page.say("overdue")));
    }
    if !line.circle.is_empty() {
        pills.push(Pill::titled(Tone::Danger, page.say("task-circle"), line.circle.join(" → ")));
    }
    let below = match &line.waits_for {
        Some((first, false)) => Text::new(page.words.fill("task-waits", &[("task", first.as_str())])),
        _ => Text::new(&line.detail),
    };
    let buttons = line.moves.iter().map(|step| {
        Button::new(page, urls::task_step(line.task), page.word("task-move", step.as_str()))
            .with("step", step.as_str())
            .with("case", line.case)
    });
    vec![
        Cell::Link {
            href: urls::case(line.case, CaseTab::Tasks),
            text: Text::new(&line.title),
            below: Some(below),
        },
        Cell::Pills(pills),
        Cell::Text(Text::own(line.set_by.as_str())),
        Cell::Text(Text::own(line.asked.as_str())),
        line.due.map_or(Cell::Void, |due| Cell::Moment(Moment::on(&page.words, due))),
        Cell::Buttons(buttons.collect()),
    ]
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<TaskLine> {
    use crate::sample;
    let line = |n, title: &str, asked, state, overdue, moves: &[TaskMove]| TaskLine {
        task: sample::id(n),
        case: sample::id(1),
        title: title.into(),
        detail: "Who subscribed, and since when?".into(),
        set_by: sample::agency("TH-DSI"),
        asked: sample::agency(asked),
        due: Some(sample::on(2026, 12, 1)),
        overdue,
        state,
        waits_for: overdue.then(|| ("Find the van".to_owned(), false)),
        circle: Vec::new(),
        moves: moves.to_vec(),
    };
    vec![
        line(
            21,
            "Subscriber of +855 12 345 678",
            "KH-CIB",
            TaskState::Open,
            true,
            &[TaskMove::Start, TaskMove::Decline],
        ),
        line(22, "ตรวจสอบทะเบียนรถ", "VN-C02", TaskState::Done, false, &[]),
    ]
}
