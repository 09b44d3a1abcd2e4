//! A file before it is imported: how it is read, what would be taken, what must be asked first.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done_unless};
use crate::security::upload;
use crate::undo::Deed;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

use lintas_model::PartialDate;
use lintas_model::date::DateOrder;

use crate::components::{Cell, Choice, Field, Input, Pill, Table, Text, Tone};
use crate::dates;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// How one column is read.
#[derive(Debug, Clone)]
pub(crate) struct ColumnLine {
    pub(crate) sheet: String,
    pub(crate) header: String,
    /// What it is taken for, as its word.
    pub(crate) meaning: String,
    /// Whether nothing told what it means.
    pub(crate) unknown: bool,
    /// A value from the file.
    pub(crate) sample: String,
}

/// A question that only a person can answer: which of two readings a column's dates have.
#[derive(Debug, Clone)]
pub(crate) struct DateQuestion {
    /// The header of the column.
    pub(crate) column: String,
    /// The first such date as it stands.
    pub(crate) text: String,
    pub(crate) day_first: PartialDate,
    pub(crate) month_first: PartialDate,
    /// How many dates of the column can only be read one way: day first, month first.
    pub(crate) evidence: (u64, u64),
}

/// A row that would not be taken, or that has something to say.
#[derive(Debug, Clone)]
pub(crate) struct IssueLine {
    pub(crate) sheet: String,
    /// The row; none when it is about the whole sheet.
    pub(crate) row: Option<u64>,
    pub(crate) column: String,
    pub(crate) problem: String,
    pub(crate) refused: bool,
}

/// What a dry run says.
#[derive(Debug, Clone)]
pub(crate) struct DryRun {
    pub(crate) upload: String,
    pub(crate) file_name: String,
    pub(crate) size_bytes: u64,
    pub(crate) format: String,
    pub(crate) read: u64,
    pub(crate) fresh: u64,
    pub(crate) refused: u64,
    pub(crate) columns: Vec<ColumnLine>,
    pub(crate) questions: Vec<DateQuestion>,
    /// All meanings that a column can have, as words.
    pub(crate) meanings: Vec<&'static str>,
    /// Rows that wait for an answer.
    pub(crate) waiting: u64,
    pub(crate) issues: Vec<IssueLine>,
    /// How many issues there are beyond those listed.
    pub(crate) more_issues: u64,
}

/// The issues as a table.
pub(crate) fn issues(page: &Page, lines: &[IssueLine]) -> Table {
    Table::new(page.say("issues-none"))
        .caption(page.say("import-issues"))
        .column(page.say("col-sheet"))
        .numbers(page.say("col-row"))
        .column(page.say("col-column"))
        .column(page.say("col-problem"))
        .column(page.say("col-state"))
        .rows(lines.iter().map(|line| {
            let pill = match line.refused {
                true => Pill::new(Tone::Danger, page.say("row-refused")),
                false => Pill::new(Tone::Warn, page.say("row-noted")),
            };
            vec![
                Cell::Text(Text::new(&line.sheet)),
                line.row.map_or(Cell::Void, |row| Cell::Number(row.to_string())),
                Cell::Text(Text::new(&line.column)),
                Cell::Text(Text::new(&line.problem)),
                Cell::Pills(vec![pill]),
            ]
        }))
}

/// The page.
#[derive(Template)]
#[template(path = "pages/imports/preview.html")]
pub(crate) struct ImportPreview {
    page: Page,
    file_name: Text,
    format: String,
    size: String,
    counts: Vec<(String, String, &'static str)>,
    columns: Table,
    questions: Vec<Field>,
    issues: Table,
    more: Option<String>,
    action: String,
    take: String,
    ready: bool,
}

impl ImportPreview {
    /// The page of an uploaded file.
    pub(crate) fn new(page: Page, run: &DryRun, case: Option<Field>) -> Self {
        let page = page.at(Place::Import).level(Level::Restricted);
        let language = page.words.language();
        let count = |label: &str, n, class| (page.say(label), numbers::whole(language, n), class);
        let columns = columns(&page, run);
        let mut questions =
            run.questions.iter().enumerate().map(|(n, asked)| question(&page, n, asked)).collect::<Vec<_>>();
        let ready = questions.is_empty();
        questions.extend(case);
        Self {
            file_name: Text::new(&run.file_name),
            format: page.word("format", &run.format),
            size: numbers::bytes(run.size_bytes),
            counts: vec![
                count("import-read", run.read, ""),
                count("import-fresh", run.fresh, " ok"),
                count("import-waiting", run.waiting, if run.waiting > 0 { " warn" } else { "" }),
                count("import-refused", run.refused, if run.refused > 0 { " warn" } else { "" }),
            ],
            columns,
            questions,
            issues: issues(&page, &run.issues),
            more: (run.more_issues > 0).then(|| page.count("issues-more", run.more_issues)),
            action: urls::import_preview(&run.upload),
            take: page.count("import-take", run.fresh),
            ready,
            page,
        }
    }
}

/// What the form says: the answers, corrected columns, and what to do.
#[derive(Debug, Clone, Default)]
pub(crate) struct PreviewForm {
    act: String,
    /// The case that the records belong to.
    pub(crate) case: String,
    /// Which order of day and month a column has, by header.
    pub(crate) orders: BTreeMap<String, DateOrder>,
    /// What a person says that a column means, by header.
    pub(crate) columns: BTreeMap<String, String>,
}

impl PreviewForm {
    /// Reads the pairs of the form; answers stand as `day_first:HEADER`, meanings as `name:HEADER`.
    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            match (name.as_str(), value.split_once(':')) {
                ("do", _) => form.act = value,
                ("case", _) => form.case = value,
                (name, Some((order, header))) if name.starts_with("order.") => {
                    let order = match order {
                        "day_first" => DateOrder::DayFirst,
                        _ => DateOrder::MonthFirst,
                    };
                    form.orders.insert(header.to_owned(), order);
                }
                // An untouched column is left to the import's own judgement.
                (name, Some((meaning, header))) if name.starts_with("column.") && !meaning.is_empty() => {
                    form.columns.insert(header.to_owned(), meaning.to_owned());
                }
                _ => {}
            }
        }
        form
    }
}

/// Answers with a dry run of an uploaded file.
pub(crate) async fn show(seat: Seat, Path(upload): Path<String>) -> Result<Html<ImportPreview>, Problem> {
    answer(&seat, &upload, &PreviewForm::default()).await
}

/// Imports the file, reads it again with the answers, or drops it.
pub(crate) async fn act(
    Path(upload): Path<String>,
    Sent { seat, form }: Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let form = PreviewForm::read(form);
    match form.act.as_str() {
        "drop" => {
            upload::remove(seat.app().uploads(), &upload).await;
            Ok(Redirect::to(urls::IMPORTS).into_response())
        }
        "import" => {
            let file = upload::find(seat.app().uploads(), &upload).await?;
            let (import, taken) = desk::imports::take(&seat.ctx, &file, &form).await?;
            upload::remove(seat.app().uploads(), &upload).await;
            let to = import.map_or_else(|| urls::IMPORTS.to_owned(), urls::import);
            let undo = import.filter(|_| taken > 0).map(|import| Deed::Import { import });
            Ok(done_unless(&seat, &to, "imported", taken, undo).into_response())
        }
        _ => Ok(answer(&seat, &upload, &form).await?.into_response()),
    }
}

async fn answer(seat: &Seat, upload: &str, form: &PreviewForm) -> Result<Html<ImportPreview>, Problem> {
    let file = upload::find(seat.app().uploads(), upload).await?;
    let run = desk::imports::dry_run(&seat.ctx, &file, upload, form).await?;
    let cases = desk::cases::writable(&seat.ctx).await?;
    let page = seat.page();
    let mut choices = vec![Choice::new("", page.say("report-no-case"), &form.case)];
    choices.extend(cases.iter().map(|(case, label)| Choice::new(case.to_string(), label, &form.case)));
    let case = Field::pick("case", page.say("report-case"), choices);
    Ok(Html(ImportPreview::new(page, &run, Some(case))))
}

/// The columns with what each is read as, to be corrected where that is wrong.
fn columns(page: &Page, run: &DryRun) -> Table {
    Table::new(page.say("columns-none"))
        .caption(page.say("import-columns"))
        .column(page.say("col-sheet"))
        .column(page.say("col-column"))
        .column(page.say("col-read-as"))
        .column(page.say("col-sample"))
        .rows(run.columns.iter().enumerate().map(|(n, column)| {
            let found = match column.unknown {
                true => page.say("column-left-out"),
                false => page.word("meaning", &column.meaning),
            };
            let mut choices = vec![Choice::new(format!(":{}", column.header), found, "")];
            choices.extend(run.meanings.iter().map(|word| {
                Choice::new(format!("{word}:{}", column.header), page.word("meaning", word), "")
            }));
            vec![
                Cell::Text(Text::new(&column.sheet)),
                Cell::Text(Text::new(&column.header)),
                Cell::Pick { name: format!("column.{n}"), label: page.say("col-read-as"), choices },
                Cell::Text(Text::new(&column.sample)),
            ]
        }))
}

/// The question about the dates of a column, with what the other dates of the column say.
fn question(page: &Page, n: usize, asked: &DateQuestion) -> Field {
    let label = |date| {
        let written = dates::partial(&page.words, date);
        match written.other {
            Some(other) => format!("{} ({other})", written.shown),
            None => written.shown,
        }
    };
    let language = page.words.language();
    let evidence = page.words.fill(
        "import-evidence",
        &[
            ("day", &numbers::whole(language, asked.evidence.0)),
            ("month", &numbers::whole(language, asked.evidence.1)),
        ],
    );
    let text = page.words.fill("import-which-day", &[("column", &asked.column), ("date", &asked.text)]);
    let answers = vec![
        Choice::new(format!("day_first:{}", asked.column), label(asked.day_first), ""),
        Choice::new(format!("month_first:{}", asked.column), label(asked.month_first), ""),
    ];
    Field::new(format!("order.{n}"), text, Input::Radio(answers)).hint(evidence).required()
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ImportPreview {
    let run = DryRun {
        upload: "0f".into(),
        file_name: "crossings.xlsx".into(),
        size_bytes: 1_482_000,
        format: "people".into(),
        read: 12_500,
        fresh: 12_480,
        refused: 14,
        columns: vec![
            ColumnLine {
                sheet: "Sheet1".into(),
                header: "ชื่อ-สกุล".into(),
                meaning: "name".into(),
                unknown: false,
                sample: "สมมุติ ตัวอย่าง".into(),
            },
            ColumnLine {
                sheet: "Sheet1".into(),
                header: "Remarks".into(),
                meaning: "other".into(),
                unknown: true,
                sample: "—".into(),
            },
        ],
        questions: vec![DateQuestion {
            column: "DOB".into(),
            text: "10/12/2013".into(),
            day_first: crate::sample::on(2013, 12, 10),
            month_first: crate::sample::on(2013, 10, 12),
            evidence: (31, 0),
        }],
        meanings: vec!["name", "phone", "birth_date"],
        waiting: 4,
        issues: vec![IssueLine {
            sheet: "Sheet1".into(),
            row: Some(14),
            column: "DOB".into(),
            problem: "could not read `soon` as a date".into(),
            refused: true,
        }],
        more_issues: 13,
    };
    ImportPreview::new(page, &run, None)
}
