//! Needs, referrals, the plan, the rules for children, screening, non-punishment.

use lintas_law::screening::Suggestion;
use lintas_sealed::child::AgeAssessment;
use lintas_sealed::support::{Identification, NeedKind, Progress, Support};

use super::Maker;
use crate::components::{Button, Cell, Choice, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::routes::sealed::facts::{choices, fact, officer};
use crate::routes::sealed::form::SETS;
use crate::routes::sealed::show::{Section, button};
use crate::urls;

/// The words of a closed list.
macro_rules! words {
    ($list:ty) => {
        &<$list>::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>()
    };
}

fn progress(make: &Maker<'_>, now: Progress) -> Pill {
    let tone = match now {
        Progress::Open => Tone::Warn,
        Progress::Accepted => Tone::Info,
        Progress::Done => Tone::Ok,
        Progress::Refused => Tone::Plain,
    };
    Pill::new(tone, make.page.word("progress", now.as_str()))
}

/// Buttons that say where something stands now.
fn steps(make: &Maker<'_>, part: &str, place: usize, now: Progress) -> Vec<Button> {
    let action = urls::dossier_part(make.kind, make.view.id, part);
    let others = Progress::ALL.iter().filter(|one| **one != now && **one != Progress::Open);
    others
        .map(|one| {
            Button::new(make.page, action.clone(), make.page.word("progress", one.as_str()))
                .with("version", make.view.version)
                .with("place", place)
                .with("progress", one.as_str())
        })
        .collect()
}

pub(super) fn needs(make: &Maker<'_>, support: &Support) -> Section {
    let page = make.page;
    let mut section = make.section("needs", "sealed-needs");
    let table = Table::new(page.say("choose-all"))
        .caption(page.say("sealed-needs"))
        .column(page.say("sealed-need"))
        .column(page.say("sealed-progress"))
        .column(page.say("col-do"))
        .rows(support.needs.iter().enumerate().map(|(place, need)| {
            let mut pills = vec![progress(make, need.progress)];
            if need.urgent {
                pills.insert(0, Pill::new(Tone::Danger, page.say("sealed-urgency")));
            }
            vec![
                Cell::Below {
                    text: Text::own(page.word("need", need.kind.as_str())),
                    below: Text::new(&need.note),
                },
                Cell::Pills(pills),
                Cell::Buttons(steps(make, "need-progress", place, need.progress)),
            ]
        }));
    section.table = (!support.needs.is_empty()).then_some(table);
    let (form, problems) = make.form("need", |_| ());
    let urgent = vec![Choice::of_many("yes", page.say("sealed-urgency"), &form.urgent)];
    let fields = vec![
        Field::pick("need", page.say("sealed-need"), choices(page, "need", words!(NeedKind), &form.need))
            .problems(problems)
            .id("need-need".into()),
        Field::new("urgent", page.say("sealed-urgency"), Input::Many(urgent)),
        Field::line("remark", page.say("sealed-remark"), &form.remark).id("need-remark".into()),
    ];
    section.forms.push(make.fields("need", "sealed-save", fields));
    section
}

pub(super) fn referrals(make: &Maker<'_>, support: &Support) -> Section {
    let page = make.page;
    let mut section = make.section("referrals", "sealed-referrals");
    let table = Table::new(page.say("choose-all"))
        .caption(page.say("sealed-referrals"))
        .column(page.say("sealed-to"))
        .column(page.say("sealed-need"))
        .column(page.say("col-date"))
        .column(page.say("sealed-progress"))
        .column(page.say("col-do"))
        .rows(support.referrals.iter().enumerate().map(|(place, referral)| {
            vec![
                Cell::Below { text: Text::new(&referral.to), below: Text::new(&referral.note) },
                Cell::Text(Text::own(page.word("need", referral.need.as_str()))),
                Cell::Moment(Moment::on(&page.words, referral.on)),
                Cell::Pills(vec![progress(make, referral.progress)]),
                Cell::Buttons(steps(make, "referral-progress", place, referral.progress)),
            ]
        }));
    section.table = (!support.referrals.is_empty()).then_some(table);
    let (form, problems) = make.form("referral", |_| ());
    let mut fields = vec![
        Field::line("to", page.say("sealed-to"), &form.to).required().problems(problems),
        Field::pick("need", page.say("sealed-need"), choices(page, "need", words!(NeedKind), &form.need))
            .id("referral-need".into()),
    ];
    let on = (form.on.as_str(), form.on_order.as_str());
    fields.extend(make.date("referral", ("on", "on_order"), "col-date", on, problems));
    fields.push(Field::line("remark", page.say("sealed-remark"), &form.remark).id("referral-remark".into()));
    section.forms.push(make.fields("referral", "sealed-save", fields));
    section
}

pub(super) fn plan(make: &Maker<'_>, support: &Support) -> Section {
    let (page, plan) = (make.page, &support.plan);
    let mut section = make.section("plan", "sealed-plan");
    section.facts.extend(fact(page, "sealed-wishes", &plan.wishes));
    section.facts.extend(fact(page, "sealed-agreed", &plan.agreed));
    if let Some(review) = plan.review {
        let written = Text::own(Moment::on(&page.words, review).shown);
        section.facts.push((page.say("sealed-review"), vec![written]));
    }
    let (form, problems) = make.form("plan", |form| {
        form.wishes = plan.wishes.clone();
        form.agreed = plan.agreed.clone();
        form.review = plan.review.map(|review| review.to_string()).unwrap_or_default();
    });
    let mut fields = vec![
        Field::area("wishes", page.say("sealed-wishes"), &form.wishes),
        Field::area("agreed", page.say("sealed-agreed"), &form.agreed),
    ];
    let review = (form.review.as_str(), form.review_order.as_str());
    fields.extend(make.date("plan", ("review", "review_order"), "sealed-review", review, problems));
    section.forms.push(make.fields("plan", "sealed-save", fields));
    section
}

pub(super) fn child(make: &Maker<'_>, support: &Support) -> Section {
    let (page, child) = (make.page, &support.child);
    let mut section = make.section("child", "sealed-child");
    let assessed = page.word("age-assessment", child.assessment.as_str());
    section.facts.push((page.say("sealed-assessment"), vec![Text::own(assessed)]));
    section.facts.extend(fact(page, "sealed-guardian", &child.guardian));
    for decided in &child.best_interest {
        let when = Moment::on(&page.words, decided.on).shown;
        let texts = vec![Text::new(&decided.decision), Text::new(format!("{} · {when}", decided.by))];
        section.facts.push((page.say("sealed-best-interest"), texts));
    }
    let (form, _) = make.form("child", |form| {
        form.in_doubt = if child.in_doubt { vec!["yes".to_owned()] } else { Vec::new() };
        form.assessment = child.assessment.as_str().to_owned();
        form.guardian = child.guardian.clone();
    });
    let doubt = vec![Choice::of_many("yes", page.say("sealed-in-doubt"), &form.in_doubt)];
    let assessments = choices(page, "age-assessment", words!(AgeAssessment), &form.assessment);
    let fields = vec![
        Field::new("in_doubt", page.say("sealed-in-doubt"), Input::Many(doubt)),
        Field::pick("assessment", page.say("sealed-assessment"), assessments),
        Field::line("guardian", page.say("sealed-guardian"), &form.guardian),
    ];
    section.forms.push(make.fields("child", "sealed-save", fields));
    let (form, problems) = make.form("best-interest", |_| ());
    let mut fields = vec![
        Field::area("decision", page.say("sealed-decision"), &form.decision).required().problems(problems),
        Field::line("by", page.say("sealed-decided-by"), &form.by)
            .required()
            .problems(problems)
            .id("best-interest-by".into()),
    ];
    let on = (form.on.as_str(), form.on_order.as_str());
    fields.extend(make.date("best-interest", ("on", "on_order"), "col-date", on, problems));
    section.forms.push(make.fields("best-interest", "sealed-best-interest", fields));
    section
}

pub(super) fn screening(make: &Maker<'_>, support: &Support) -> Section {
    let page = make.page;
    let mut section = make.section("screening", "sealed-screening");
    section.note = Some(page.say("sealed-screening-note"));
    section.link = Some((urls::screening(make.view.id), page.say("sealed-screening")));
    let suggestion = |found: Suggestion| match found {
        Suggestion::NothingSeenSoFar => (Tone::Plain, "nothing_seen_so_far"),
        Suggestion::AskMore => (Tone::Warn, "ask_more"),
        Suggestion::TrainedPersonNow => (Tone::Danger, "trained_person_now"),
    };
    let table = Table::new(page.say("choose-all"))
        .caption(page.say("sealed-screening"))
        .column(page.say("col-date"))
        .column(page.say("col-officer"))
        .column(page.say("sealed-set"))
        .column(page.say("sealed-suggestion"))
        .rows(make.view.screenings.iter().map(|(note, found)| {
            let set = SETS.iter().find(|(set, _)| *set == note.set).map_or("", |(_, word)| *word);
            let (tone, word) = suggestion(found.suggestion);
            vec![
                Cell::Moment(Moment::at(&page.words, note.at)),
                Cell::Text(Text::new(officer(make.view, note.by))),
                Cell::Text(Text::own(page.word("indicator-set", set))),
                Cell::Pills(vec![Pill::new(tone, page.word("suggestion", word))]),
            ]
        }));
    section.table = (!make.view.screenings.is_empty()).then_some(table);
    if let Some(decided) = &support.decided {
        let word = page.word("identification", decided.identification.as_str());
        let when = Moment::on(&page.words, decided.on).shown;
        let texts = vec![Text::own(word), Text::new(format!("{} · {when}", decided.by))];
        section.facts.push((page.say("sealed-identification"), texts));
    }
    let (form, problems) = make.form("identification", |_| ());
    let words = choices(page, "identification", words!(Identification), &form.identification);
    let mut fields = vec![
        Field::pick("identification", page.say("sealed-identification"), words).problems(problems),
        Field::line("by", page.say("sealed-decided-by"), &form.by)
            .required()
            .problems(problems)
            .id("identification-by".into()),
    ];
    let on = (form.on.as_str(), form.on_order.as_str());
    fields.extend(make.date("identification", ("on", "on_order"), "col-date", on, problems));
    section.forms.push(make.fields("identification", "sealed-identification", fields));
    section
}

pub(super) fn non_punishment(make: &Maker<'_>, support: &Support) -> Section {
    let (page, flag) = (make.page, &support.non_punishment);
    let mut section = make.section("non-punishment", "sealed-non-punishment");
    if flag.raised {
        let texts = vec![Text::own(page.say("sealed-non-punishment-raised")), Text::new(&flag.note)];
        section.facts.push((page.say("sealed-non-punishment"), texts));
    }
    let raised = if flag.raised { vec!["yes".to_owned()] } else { Vec::new() };
    let raise = vec![Choice::of_many("yes", page.say("sealed-non-punishment-raised"), &raised)];
    let fields = vec![
        Field::new("raised", page.say("sealed-non-punishment"), Input::Many(raise)),
        Field::line("remark", page.say("sealed-remark"), &flag.note).id("non-punishment-remark".into()),
    ];
    section.forms.push(make.fields("non-punishment", "sealed-save", fields));
    section
}

/// A button of the space that sends a number.
pub(super) fn numbered(make: &Maker<'_>, part: &str, number: u32, label: &str) -> Button {
    button(make.page, make.view, urls::dossier_part(make.kind, make.view.id, part), label)
        .with("number", number)
}
