//! Adding a report: six fields, everything kept when one of them is wrong.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, SentFiles, done};
use crate::urls;
use askama::Template;
use askama::filters::HtmlSafe;
use axum::Json;
use axum::extract::Query;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use lintas_model::date::{DateOrder, ReadDate};
use lintas_model::grade::Scheme;
use lintas_model::handling::{HandlingCode, Tlp};
use lintas_model::{CaseId, EntityKind, Grade, Handling, PartialDate};
use serde::Deserialize;

use super::kept::{KeptAnswer, KeptWords};
use super::show::file_field;
use crate::components::{Choice, Field, Input, Problems};
use crate::dates;
use crate::page::{Page, Place};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReportForm {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) occurred: String,
    /// `day_first` or `month_first`, once the person has been asked.
    pub(crate) order: String,
    pub(crate) case: String,
    /// Empty for "not yet graded", else source and information, for example `A2`.
    pub(crate) grade: String,
    pub(crate) codes: Vec<String>,
    pub(crate) tlp: String,
    /// Kind and name of each person or thing, one pair of fields each.
    pub(crate) thing_kind: Vec<String>,
    pub(crate) thing_name: Vec<String>,
    /// What this form is called: sent twice, it files one report.
    pub(crate) written: String,
}

/// A report that can be written.
pub(crate) struct ReadReport {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) occurred: Option<PartialDate>,
    pub(crate) case: Option<CaseId>,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
    pub(crate) things: Vec<(EntityKind, String)>,
    pub(crate) written: Option<String>,
}

impl ReportForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadReport, Problems> {
        let mut problems = Problems::default();
        let needed = |problems: &mut Problems, field, text: &str, most: usize| {
            let text = text.trim();
            if text.is_empty() {
                problems.add(field, page.say("field-needed"));
            } else if text.chars().count() > most {
                problems.add(field, page.count("field-too-long", most as u64));
            }
            text.to_owned()
        };
        let title = needed(&mut problems, "title", &self.title, 200);
        let text = needed(&mut problems, "text", &self.text, 100_000);
        let occurred = read_date(page, "occurred", &self.occurred, &self.order, &mut problems);
        let case = match self.case.as_str() {
            "" => None,
            id => id.parse().map_err(|_| problems.add("case", page.say("field-unknown"))).ok(),
        };
        let grade = match self.grade.trim() {
            "" => None,
            text => Grade::parse(Scheme::FourFour, text)
                .map_err(|_| problems.add("grade", page.say("field-unknown")))
                .ok(),
        };
        let handling = read_handling(&self.codes, &self.tlp);
        let things = self
            .thing_kind
            .iter()
            .zip(&self.thing_name)
            .filter(|(_, name)| !name.trim().is_empty())
            .filter_map(|(kind, name)| Some((kind.parse().ok()?, name.trim().chars().take(500).collect())))
            .collect();
        let written =
            Some(self.written.trim().chars().take(80).collect::<String>()).filter(|w| !w.is_empty());
        if problems.is_empty() {
            Ok(ReadReport { title, text, occurred, case, grade, handling, things, written })
        } else {
            Err(problems)
        }
    }
}

/// Reads a date as people write it; an ambiguous one becomes a question beside the field.
pub(crate) fn read_date(
    page: &Page,
    field: &'static str,
    text: &str,
    order: &str,
    problems: &mut Problems,
) -> Option<PartialDate> {
    if text.trim().is_empty() {
        return None;
    }
    let order = match order {
        "day_first" => Some(DateOrder::DayFirst),
        "month_first" => Some(DateOrder::MonthFirst),
        _ => None,
    };
    match PartialDate::read(text) {
        Err(_) => {
            problems.add(field, page.say("date-unreadable"));
            None
        }
        Ok(read) => {
            let date = read.resolve(order);
            if date.is_none() {
                problems.add(field, page.say("date-ambiguous"));
            }
            date
        }
    }
}

/// Reads codes and traffic light; what is unknown is left at the strictest default.
pub(crate) fn read_handling(codes: &[String], tlp: &str) -> Handling {
    let codes = codes.iter().filter_map(|code| match code.as_str() {
        "h1" => Some(HandlingCode::H1),
        "h2" => Some(HandlingCode::H2),
        "h3" => Some(HandlingCode::H3),
        _ => None,
    });
    let tlp = match tlp {
        "clear" => Tlp::Clear,
        "green" => Tlp::Green,
        "amber-strict" => Tlp::AmberStrict,
        "red" => Tlp::Red,
        _ => Tlp::Amber,
    };
    Handling { codes: codes.collect(), tlp, ..Handling::default() }
}

/// The choice of handling codes.
pub(crate) fn handling_fields(page: &Page, codes: &[String], tlp: &str) -> [Field; 2] {
    let code = |code: &str| Choice::of_many(code, page.word("handling", code), codes);
    let lights = ["clear", "green", "amber", "amber-strict", "red"];
    let current = if tlp.is_empty() { "amber" } else { tlp };
    [
        Field::new(
            "codes",
            page.say("report-handling"),
            Input::Many(vec![code("h1"), code("h2"), code("h3")]),
        ),
        Field::pick(
            "tlp",
            page.say("report-tlp"),
            lights.map(|light| Choice::new(light, page.word("tlp", light), current)).to_vec(),
        ),
    ]
}

/// The choice of a grade in the 4x4 scheme, "not yet graded" first.
pub(crate) fn grade_field(page: &Page, current: &str) -> Field {
    let mut choices = vec![Choice::new("", page.say("grade-none"), current)];
    for source in Scheme::FourFour.sources().chars() {
        for information in Scheme::FourFour.information().chars() {
            let grade = format!("{source}{information}");
            let label = format!(
                "{grade} — {}, {}",
                page.word("grade-source", &source.to_string().to_lowercase()),
                page.word("grade-information", &information.to_string())
            );
            choices.push(Choice::new(grade, label, current));
        }
    }
    Field::pick("grade", page.say("report-grade"), choices)
}

/// The page.
#[derive(Template)]
#[template(path = "pages/reports/add.html")]
pub(crate) struct ReportAdd {
    page: Page,
    fields: ReportFields,
    written: String,
    kept: KeptWords,
}

/// The fields of a report, for the page of a node and for the empty form that a device keeps.
#[derive(Template)]
#[template(path = "components/report_fields.html")]
pub(crate) struct ReportFields {
    page: Page,
    fields: Vec<Field>,
    things: Vec<(Vec<Choice>, String)>,
    file: Field,
}

impl HtmlSafe for ReportFields {}

impl ReportAdd {
    /// The page with what was entered; `cases` are those the officer may add to.
    pub(crate) fn new(
        page: Page,
        form: &ReportForm,
        cases: &[(CaseId, String)],
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Inbox).level(crate::page::Level::Restricted);
        // Every page masks its token anew, so its beginning names the form and tells nothing.
        let written = match form.written.as_str() {
            "" => page.token.chars().take(32).collect(),
            written => written.to_owned(),
        };
        let kept = KeptWords::new(&page);
        Self { fields: ReportFields::new(page.clone(), form, cases, problems), written, kept, page }
    }
}

impl ReportFields {
    /// The fields with what was entered.
    pub(crate) fn new(
        page: Page,
        form: &ReportForm,
        cases: &[(CaseId, String)],
        problems: &Problems,
    ) -> Self {
        let mut fields = vec![
            Field::line("title", page.say("report-title"), &form.title)
                .hint(page.say("report-title-hint"))
                .required()
                .problems(problems),
            Field::area("text", page.say("report-text"), &form.text)
                .hint(page.say("report-text-hint"))
                .required()
                .problems(problems),
            Field::line("occurred", page.say("report-occurred"), &form.occurred)
                .hint(page.say("date-hint"))
                .problems(problems),
        ];
        fields.extend(order_field(&page, "order", &form.occurred, &form.order));
        let mut choices = vec![Choice::new("", page.say("report-no-case"), &form.case)];
        choices.extend(cases.iter().map(|(case, label)| Choice::new(case.to_string(), label, &form.case)));
        fields.push(Field::pick("case", page.say("report-case"), choices).problems(problems));
        fields.push(grade_field(&page, &form.grade).problems(problems));
        fields.extend(handling_fields(&page, &form.codes, &form.tlp));
        let rows = (form.thing_name.iter().filter(|name| !name.trim().is_empty()).count() + 1).max(3);
        let things = (0..rows)
            .map(|row| {
                let kind = form.thing_kind.get(row).map_or("person", String::as_str);
                let kinds = EntityKind::ALL
                    .map(|k| Choice::new(k.as_str(), page.word("kind", k.as_str()), kind))
                    .to_vec();
                (kinds, form.thing_name.get(row).cloned().unwrap_or_default())
            })
            .collect();
        let file = file_field(&page).problems(problems);
        Self { page, fields, things, file }
    }
}

/// The question that an ambiguous date raises, with both readings written out.
pub(crate) fn order_field(page: &Page, name: &'static str, text: &str, current: &str) -> Option<Field> {
    let Ok(ReadDate::Ambiguous { day_first, month_first }) = PartialDate::read(text) else { return None };
    let label = |date| {
        let written = dates::partial(&page.words, date);
        match written.other {
            Some(other) => format!("{} ({other})", written.shown),
            None => written.shown,
        }
    };
    Some(Field::new(
        name,
        page.say("date-which"),
        Input::Radio(vec![
            Choice::new("day_first", label(day_first), current),
            Choice::new("month_first", label(month_first), current),
        ]),
    ))
}

/// Answers with the empty form; the address may name the case.
pub(crate) async fn show(seat: Seat, Query(form): Query<ReportForm>) -> Result<Html<ReportAdd>, Problem> {
    let cases = desk::cases::writable(&seat.ctx).await?;
    Ok(Html(ReportAdd::new(seat.page(), &form, &cases, &Problems::default())))
}

/// Saves a report with its photographs.
///
/// A device that sends what it kept asks for JSON: where the report is, or what is wrong with it.
pub(crate) async fn save(
    headers: HeaderMap,
    SentFiles { seat, form, files }: SentFiles<ReportForm>,
) -> Result<Response, Problem> {
    let kept = headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json");
    let had_files = !files.is_empty();
    let mut problems = match form.read(&seat.page()) {
        Ok(report) => match desk::reports::add(&seat.ctx, report, files).await? {
            Ok(id) if kept => return Ok(Json(KeptAnswer::filed(urls::report(id))).into_response()),
            Ok(id) => return Ok(done(&urls::report(id), "report-added", 1).into_response()),
            Err(told) => {
                let mut problems = Problems::default();
                problems.add("file", told);
                problems
            }
        },
        Err(problems) => problems,
    };
    if kept {
        return Ok(Json(KeptAnswer::refused(problems.told())).into_response());
    }
    if had_files {
        // A browser does not keep the files that were chosen; say so rather than lose them in silence.
        problems.add("file", seat.visit.words.say("report-files-again"));
    }
    let cases = desk::cases::writable(&seat.ctx).await?;
    Ok(Html(ReportAdd::new(seat.page(), &form, &cases, &problems)).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReportAdd {
    use crate::sample;
    let form = ReportForm {
        title: "Two vans seen at guest house".into(),
        occurred: "10/12/2026".into(),
        codes: vec!["h1".into()],
        thing_kind: vec!["phone".into()],
        thing_name: vec!["+855 12 345 678".into()],
        ..ReportForm::default()
    };
    let problems = form.read(&page).err().unwrap_or_default();
    ReportAdd::new(page, &form, &[(sample::id(1), "LOTUS BRIDGE".into())], &problems)
}

#[cfg(test)]
mod tests {
    use lintas_model::Language;

    use super::*;
    use crate::sample;

    #[test]
    fn an_ambiguous_date_is_asked_about_and_never_guessed() {
        let page = sample::page(Language::En);
        let mut form = ReportForm {
            title: "a".into(),
            text: "b".into(),
            occurred: "10/12/2013".into(),
            ..Default::default()
        };
        assert!(form.read(&page).err().unwrap().of("occurred").is_some());
        assert!(order_field(&page, "order", &form.occurred, "").unwrap().to_string().contains("12 Oct 2013"));
        form.order = "day_first".into();
        assert_eq!(form.read(&page).ok().unwrap().occurred, Some(sample::on(2013, 12, 10)));
    }

    #[test]
    fn every_problem_stands_beside_its_field() {
        let problems = ReportForm { occurred: "soon".into(), grade: "Z9".into(), ..Default::default() }
            .read(&sample::page(Language::En))
            .err()
            .unwrap();
        for field in ["title", "text", "occurred", "grade"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }
}
