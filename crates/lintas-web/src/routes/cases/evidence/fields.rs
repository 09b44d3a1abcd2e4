//! The fields of the forms of evidence, and what they send.

use lintas_law::offence::EvidenceForm;
use lintas_model::offence::Offence;
use lintas_model::record::{CourtResult, RoleLevel};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems};
use crate::desk::evidence::EvidenceFace;
use crate::page::Page;
use crate::routes::reports::add::order_field;
use crate::routes::warrants::record::country_choices;

/// What the three forms of the page send; each reads its own fields.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EvidenceForms {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) sha256: String,
    pub(crate) taken: String,
    pub(crate) taken_order: String,
    pub(crate) origin: String,
    pub(crate) country: String,
    pub(crate) by: String,
    pub(crate) shared: String,
    pub(crate) person: String,
    pub(crate) piece: String,
    pub(crate) element: String,
    pub(crate) form: String,
    pub(crate) shows: String,
    pub(crate) offence: String,
    pub(crate) court: String,
    pub(crate) result: String,
    pub(crate) level: String,
    pub(crate) sentence: String,
    pub(crate) on: String,
    pub(crate) on_order: String,
    pub(crate) is_final: String,
    pub(crate) round: String,
}

pub(super) fn exhibit_fields(page: &Page, form: &EvidenceForms, problems: &Problems) -> Vec<Field> {
    let line = |name, label: &str, text: &str| Field::line(name, page.say(label), text).problems(problems);
    let mut fields = vec![
        line("number", "exhibit-number", &form.number).required(),
        line("title", "col-what", &form.title).required(),
        line("by", "custody-by", &form.by).hint(page.say("custody-by-hint")).required(),
        line("taken", "exhibit-taken", &form.taken).hint(page.say("date-hint")).required(),
    ];
    fields.extend(order_field(page, "taken_order", &form.taken, &form.taken_order));
    fields.extend([
        line("origin", "exhibit-origin", &form.origin),
        Field::pick("country", page.say("exhibit-country"), country_choices(page, "choose", &form.country))
            .problems(problems),
        line("sha256", "exhibit-hash", &form.sha256),
        Field::new(
            "shared",
            page.say("exhibit-sharing"),
            Input::Many(vec![Choice::new("1", page.say("exhibit-shared"), &form.shared)]),
        ),
    ]);
    fields
}

fn persons(page: &Page, view: &EvidenceFace, form: &EvidenceForms, problems: &Problems, id: &str) -> Field {
    let persons =
        view.persons.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str(), &form.person));
    Field::pick("person", page.say("property-person"), persons.collect()).problems(problems).id(id.to_owned())
}

pub(super) fn proof_fields(
    page: &Page,
    view: &EvidenceFace,
    form: &EvidenceForms,
    problems: &Problems,
) -> Vec<Field> {
    let pieces =
        view.pieces.iter().map(|(word, name)| Choice::new(word.as_str(), name.as_str(), &form.piece));
    let elements = view.elements.iter().map(|(offence, code, says)| {
        let offence = page.word("offence", offence.as_str());
        Choice::new(code.as_str(), format!("{offence} · {says}"), &form.element)
    });
    let forms = EvidenceForm::ALL
        .iter()
        .filter(|form| form.can_be_exhibit())
        .map(|one| Choice::new(one.as_str(), page.word("evidence-form", one.as_str()), &form.form));
    vec![
        persons(page, view, form, problems, "proof-person"),
        Field::pick("piece", page.say("col-evidence"), pieces.collect()).problems(problems),
        Field::pick("element", page.say("col-element"), elements.collect()).problems(problems),
        Field::pick("form", page.say("proof-form"), forms.collect())
            .hint(page.say("proof-form-hint"))
            .problems(problems),
        Field::pick("country", page.say("proof-country"), country_choices(page, "choose", &form.country))
            .id("proof-country".into())
            .problems(problems),
        Field::area("shows", page.say("proof-shows"), &form.shows).required().problems(problems),
    ]
}

pub(super) fn verdict_fields(
    page: &Page,
    view: &EvidenceFace,
    form: &EvidenceForms,
    problems: &Problems,
) -> Vec<Field> {
    let results = CourtResult::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), page.word("verdict-result", one.as_str()), &form.result));
    let levels = RoleLevel::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), page.word("role-level", one.as_str()), &form.level));
    let offences =
        Offence::ALL.map(|one| Choice::new(one.as_str(), page.word("offence", one.as_str()), &form.offence));
    let mut fields = vec![
        persons(page, view, form, problems, "verdict-person"),
        Field::pick("offence", page.say("case-offences"), offences.to_vec()),
        Field::pick("country", page.say("proof-country"), country_choices(page, "choose", &form.country))
            .id("verdict-country".into())
            .problems(problems),
        Field::line("court", page.say("verdict-court"), &form.court).required().problems(problems),
        Field::pick("result", page.say("verdict-result"), results.collect()),
        Field::pick("level", page.say("verdict-level"), levels.collect()),
        Field::line("sentence", page.say("verdict-sentence"), &form.sentence).problems(problems),
        Field::line("on", page.say("col-date"), &form.on)
            .hint(page.say("date-hint"))
            .required()
            .problems(problems),
    ];
    fields.extend(order_field(page, "on_order", &form.on, &form.on_order));
    let is_final = Choice::new("1", page.say("verdict-final"), &form.is_final);
    fields.push(Field::new("is_final", page.say("col-state"), Input::Many(vec![is_final])));
    let mut rounds = vec![Choice::new("", page.say("verdict-no-round"), &form.round)];
    rounds
        .extend(view.rounds.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str(), &form.round)));
    fields.push(Field::pick("round", page.say("verdict-round"), rounds));
    fields
}

/// Marks fields that were left empty.
pub(super) fn need(page: &Page, problems: &mut Problems, fields: &[(&'static str, &str)]) {
    for (field, text) in fields {
        if text.trim().is_empty() {
            problems.add(field, page.say("field-needed"));
        }
    }
}
