//! A file before it is imported: how it is read, what would be taken, what must be asked first.

use askama::Template;

use crate::components::{Cell, Choice, Field, Input, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// How one column is read.
#[derive(Debug, Clone)]
pub(crate) struct ColumnLine {
    pub(crate) sheet: String,
    pub(crate) header: String,
    /// What it is taken for; nothing when it is left out.
    pub(crate) meaning: Option<String>,
    /// A value from the file.
    pub(crate) sample: String,
}

/// A question that only a person can answer.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    /// Value and label of each answer.
    pub(crate) answers: Vec<(String, String)>,
}

/// A row that would not be taken, or that has something to say.
#[derive(Debug, Clone)]
pub(crate) struct IssueLine {
    pub(crate) sheet: String,
    pub(crate) row: u64,
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
    pub(crate) known: u64,
    pub(crate) refused: u64,
    pub(crate) columns: Vec<ColumnLine>,
    pub(crate) questions: Vec<Question>,
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
                Cell::Number(line.row.to_string()),
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
        let columns = Table::new(page.say("columns-none"))
            .caption(page.say("import-columns"))
            .column(page.say("col-sheet"))
            .column(page.say("col-column"))
            .column(page.say("col-read-as"))
            .column(page.say("col-sample"))
            .rows(run.columns.iter().map(|column| {
                let meaning = match &column.meaning {
                    Some(meaning) => Pill::new(Tone::Ok, page.word("property", meaning)),
                    None => Pill::new(Tone::Warn, page.say("column-left-out")),
                };
                vec![
                    Cell::Text(Text::new(&column.sheet)),
                    Cell::Text(Text::new(&column.header)),
                    Cell::Pills(vec![meaning]),
                    Cell::Text(Text::new(&column.sample)),
                ]
            }));
        let mut questions = run
            .questions
            .iter()
            .map(|question| {
                let answers = question.answers.iter().map(|(value, label)| Choice::new(value, label, ""));
                Field::new(question.name, question.text.clone(), Input::Radio(answers.collect())).required()
            })
            .collect::<Vec<_>>();
        let ready = questions.is_empty();
        questions.extend(case);
        Self {
            file_name: Text::new(&run.file_name),
            format: run.format.clone(),
            size: numbers::bytes(run.size_bytes),
            counts: vec![
                count("import-read", run.read, ""),
                count("import-fresh", run.fresh, " ok"),
                count("import-known", run.known, ""),
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

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ImportPreview {
    let run = DryRun {
        upload: "0f".into(),
        file_name: "crossings.xlsx".into(),
        size_bytes: 1_482_000,
        format: "people".into(),
        read: 12_500,
        fresh: 12_480,
        known: 6,
        refused: 14,
        columns: vec![
            ColumnLine {
                sheet: "Sheet1".into(),
                header: "ชื่อ-สกุล".into(),
                meaning: Some("name".into()),
                sample: "สมมุติ ตัวอย่าง".into(),
            },
            ColumnLine { sheet: "Sheet1".into(), header: "Remarks".into(), meaning: None, sample: "—".into() },
        ],
        questions: vec![Question {
            name: "order",
            text: page.say("date-which"),
            answers: vec![("day_first".into(), "10 Dec 2013".into()), ("month_first".into(), "12 Oct 2013".into())],
        }],
        issues: vec![IssueLine {
            sheet: "Sheet1".into(),
            row: 14,
            column: "DOB".into(),
            problem: "could not read `soon` as a date".into(),
            refused: true,
        }],
        more_issues: 13,
    };
    ImportPreview::new(page, &run, None)
}
