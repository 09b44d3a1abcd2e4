//! Grading a report: source and information in the report's scheme, and why.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_model::ReportId;
use lintas_model::grade::{Grade, Scheme};
use serde::Deserialize;

use super::show::answer;
use crate::components::{Choice, Field, Problems};
use crate::desk;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::{Sent, done};
use crate::urls;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GradeForm {
    pub(crate) source: String,
    pub(crate) information: String,
    pub(crate) reason: String,
}

impl GradeForm {
    /// Reads the form; on failure every problem stands beside its field.
    fn read(&self, page: &Page, scheme: Scheme, is_first: bool) -> Result<Grade, Problems> {
        let mut problems = Problems::default();
        for (field, text) in [("source", &self.source), ("information", &self.information)] {
            if text.is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        if !is_first && self.reason.trim().is_empty() {
            problems.add("reason", page.say("grade-reason-needed"));
        }
        let grade = Grade::parse(scheme, &format!("{}{}", self.source, self.information));
        match grade {
            Ok(grade) if problems.is_empty() => Ok(grade),
            Ok(_) => Err(problems),
            Err(_) => {
                problems.add("source", page.say("field-unknown"));
                Err(problems)
            }
        }
    }
}

/// The fields of the form in a scheme.
pub(crate) fn fields(page: &Page, scheme: Scheme, form: &GradeForm, problems: &Problems) -> Vec<Field> {
    // Only the wording of the 4x4 is agreed between the agencies; other schemes show their signs.
    let label = |list: &str, sign: char| match scheme {
        Scheme::FourFour => format!("{sign} — {}", page.word(list, &sign.to_string().to_lowercase())),
        _ => sign.to_string(),
    };
    let pick = |name, title: &str, list: &str, signs: &str, current: &str| {
        let mut choices = vec![Choice::new("", page.say("choose"), current)];
        choices.extend(signs.chars().map(|sign| Choice::new(sign.to_string(), label(list, sign), current)));
        Field::pick(name, page.say(title), choices).problems(problems)
    };
    vec![
        pick("source", "grade-the-source", "grade-source", scheme.sources(), &form.source),
        pick(
            "information",
            "grade-the-information",
            "grade-information",
            scheme.information(),
            &form.information,
        ),
        Field::line("reason", page.say("grade-why"), &form.reason)
            .hint(page.say("grade-why-hint"))
            .problems(problems),
    ]
}

/// Grades a report.
pub(crate) async fn grade(
    Path(report): Path<ReportId>,
    Sent { seat, form }: Sent<GradeForm>,
) -> Result<Response, Problem> {
    let (scheme, is_first) = desk::reports::grading(&seat.ctx, report).await?;
    match form.read(&seat.page(), scheme, is_first) {
        Ok(grade) => {
            desk::reports::grade(&seat.ctx, report, grade, &form.reason).await?;
            Ok(done(&urls::report(report), "graded", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, report, &form, &problems, None).await?.into_response()),
    }
}

#[cfg(test)]
mod tests {
    use lintas_model::Language;

    use super::*;
    use crate::sample;

    #[test]
    fn a_change_of_grade_needs_a_reason_and_a_first_one_does_not() {
        let page = sample::page(Language::En);
        let form = GradeForm { source: "B".into(), information: "2".into(), reason: String::new() };
        assert!(form.read(&page, Scheme::FourFour, true).is_ok());
        assert!(form.read(&page, Scheme::FourFour, false).unwrap_err().of("reason").is_some());
        assert!(form.read(&page, Scheme::ThreeFiveTwo, true).unwrap_err().of("source").is_some());
        let problems = GradeForm::default().read(&page, Scheme::FourFour, true).unwrap_err();
        assert!(problems.of("source").is_some() && problems.of("information").is_some());
    }
}
