//! A case as a mentor sees it, with stand-ins for names, numbers and places; and leaving advice.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::mentor::{SanitisedCase, SanitisedMap, StandIn};
use lintas_model::CaseId;
use lintas_model::record::AdviceGrade;
use serde::{Deserialize, Serialize};

use crate::components::{Cell, Choice, Field, GradeMark, Input, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AdviceForm {
    pub(crate) grade: String,
    pub(crate) text: String,
}

struct Given {
    at: Moment,
    grade: Pill,
    text: Text,
}

struct Map {
    title: String,
    table: Table,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/mentors/show.html")]
pub(crate) struct MentorShow {
    page: Page,
    title: String,
    facts: Vec<(String, Text)>,
    maps: Vec<Map>,
    things: Table,
    links: Table,
    seen: Table,
    pursued: Table,
    advice: Vec<Given>,
    action: String,
    fields: Vec<Field>,
}

impl MentorShow {
    /// The page of a case with what was entered in the form.
    pub(crate) fn new(
        page: Page,
        case: CaseId,
        view: &SanitisedCase,
        form: &AdviceForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Mentor).level(Level::Restricted);
        let offences: Vec<String> =
            view.offences.iter().map(|one| page.word("offence", one.as_str())).collect();
        let warrants = view.warrants.iter().map(|(state, count)| {
            format!("{}: {}", page.word("warrant-state", state), digits(&page, *count as u64))
        });
        let warrants = warrants.collect::<Vec<_>>().join(" · ");
        let facts = vec![
            (page.say("case-offences"), Text::own(offences.join(" · "))),
            (page.say("mentor-states"), Text::own(digits(&page, view.states as u64))),
            (page.say("nav-warrants"), Text::own(if warrants.is_empty() { "–".into() } else { warrants })),
        ];
        let grades = AdviceGrade::ALL
            .iter()
            .map(|one| Choice::new(one.as_str(), page.word("advice-grade", one.as_str()), &form.grade));
        Self {
            title: page.count("mentor-case", u64::from(view.number)),
            facts,
            maps: view.maps.iter().map(|one| map(&page, one)).collect(),
            things: things(&page, view),
            links: links(&page, view),
            seen: seen(&page, view),
            pursued: pursued(&page, view),
            advice: view
                .advice
                .iter()
                .map(|item| Given {
                    at: Moment::at(&page.words, item.mark.at),
                    grade: grade(&page, item.body.grade),
                    text: Text::new(&item.body.text),
                })
                .collect(),
            action: urls::mentor_case(case),
            fields: vec![
                Field::new("grade", page.say("advice-grade"), Input::Radio(grades.collect()))
                    .required()
                    .problems(problems),
                Field::area("text", page.say("mentor-advise-text"), &form.text).required().problems(problems),
            ],
            page,
        }
    }
}

/// How much an advice matters, as a pill.
pub(crate) fn grade(page: &Page, grade: AdviceGrade) -> Pill {
    let tone = match grade {
        AdviceGrade::Essential => Tone::Danger,
        AdviceGrade::Advisable => Tone::Warn,
        AdviceGrade::Optional => Tone::Plain,
    };
    Pill::new(tone, page.word("advice-grade", grade.as_str()))
}

fn called(page: &Page, who: StandIn) -> Text {
    let number = digits(page, u64::from(who.number));
    Text::own(format!("{} {number}", page.word("kind", who.kind.as_str())))
}

fn state(page: &Page, number: u32) -> String {
    page.words.fill("mentor-state", &[("number", &digits(page, u64::from(number)))])
}

fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn map(page: &Page, one: &SanitisedMap) -> Map {
    let offence = page.word("offence", one.offence.as_str());
    let table = Table::new(page.say("map-none"))
        .caption(page.say("map-title"))
        .column(page.say("col-element"))
        .column(page.say("col-evidence"))
        .column(page.say("col-gaps"))
        .rows(one.rows.iter().map(|row| {
            let pieces = row.evidence.iter().map(|(number, form, admissibility)| {
                let number = digits(page, u64::from(*number));
                let form = page.word("evidence-form", form.as_str());
                let says = page.word("admissibility", &word(*admissibility));
                Pill::new(Tone::Plain, format!("{number}. {form}: {says}"))
            });
            let pieces: Vec<Pill> = pieces.collect();
            let title = format!("{} · {}", row.title, row.article);
            let gaps = Text::tagged(row.gaps.join("; "), Some("en"));
            vec![
                Cell::Text(Text::tagged(title, Some("en"))),
                if pieces.is_empty() { Cell::Void } else { Cell::Pills(pieces) },
                if row.gaps.is_empty() { Cell::Void } else { Cell::Text(gaps) },
            ]
        }));
    let title = format!("{} · {offence} · {}", called(page, one.suspect).text, state(page, one.state));
    Map { title, table }
}

fn things(page: &Page, view: &SanitisedCase) -> Table {
    Table::new(page.say("mentor-nothing"))
        .caption(page.say("tab-things"))
        .column(page.say("mentor-stand-in"))
        .numbers(page.say("tab-reports"))
        .column(page.say("col-grade"))
        .rows(view.things.iter().map(|one| {
            vec![
                Cell::Text(called(page, one.who)),
                Cell::Number(digits(page, one.reports as u64)),
                Cell::Grade(GradeMark::new(&page.words, one.grade)),
            ]
        }))
}

fn links(page: &Page, view: &SanitisedCase) -> Table {
    Table::new(page.say("mentor-nothing"))
        .caption(page.say("mentor-links"))
        .column(page.say("mentor-stand-in"))
        .column(page.say("mentor-link"))
        .column(page.say("mentor-stand-in"))
        .rows(view.links.iter().map(|one| {
            vec![
                Cell::Text(called(page, one.from)),
                Cell::Text(Text::own(page.word("relation", one.kind.as_str()))),
                Cell::Text(called(page, one.to)),
            ]
        }))
}

fn seen(page: &Page, view: &SanitisedCase) -> Table {
    Table::new(page.say("mentor-nothing"))
        .caption(page.say("mentor-seen"))
        .numbers(page.say("mentor-day"))
        .column(page.say("mentor-stand-in"))
        .column(page.say("kind-place"))
        .rows(view.seen.iter().map(|one| {
            vec![
                Cell::Number(digits(page, u64::try_from(one.day).unwrap_or_default())),
                Cell::Text(called(page, one.who)),
                one.place.map_or(Cell::Void, |place| Cell::Text(called(page, place))),
            ]
        }))
}

fn pursued(page: &Page, view: &SanitisedCase) -> Table {
    Table::new(page.say("mentor-nothing"))
        .caption(page.say("nav-pursuits"))
        .column(page.say("request-what"))
        .column(page.say("request-requested"))
        .column(page.say("col-state"))
        .rows(view.pursued.iter().map(|one| {
            vec![
                Cell::Text(Text::own(page.word("request-kind", one.kind.as_str()))),
                Cell::Text(Text::own(state(page, one.of))),
                Cell::Pills(vec![Pill::new(Tone::Plain, page.word("request-state", one.state.as_str()))]),
            ]
        }))
}

/// Answers with a case as a mentor sees it.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<MentorShow>, Problem> {
    answer(&seat, case, &AdviceForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &AdviceForm,
    problems: &Problems,
) -> Result<Html<MentorShow>, Problem> {
    let view = desk::mentors::show(&seat.ctx, case).await?;
    Ok(Html(MentorShow::new(seat.page(), case, &view, form, problems)))
}

/// Leaves advice.
pub(crate) async fn advise(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<AdviceForm>,
) -> Result<Response, Problem> {
    let mut problems = Problems::default();
    let grade = AdviceGrade::named(&form.grade);
    for (field, there) in [("grade", grade.is_some()), ("text", !form.text.trim().is_empty())] {
        if !there {
            problems.add(field, seat.visit.words.say("field-needed"));
        }
    }
    match grade {
        Some(grade) if problems.is_empty() => {
            desk::mentors::advise(&seat.ctx, case, grade, &form.text).await?;
            Ok(done(&urls::mentor_case(case), "recorded", 1).into_response())
        }
        _ => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

fn digits(page: &Page, n: u64) -> String {
    numbers::whole(page.words.language(), n)
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> MentorShow {
    use crate::sample;
    use lintas_casework::mentor::{Link, Pursued, SanitisedRow, Seen, Shown};
    use lintas_law::offence::{Admissibility, EvidenceForm};
    use lintas_model::lifecycle::RequestState;
    use lintas_model::offence::Offence;
    use lintas_model::record::{Advice, LinkStrength, RelationKind};
    use lintas_model::request::RequestKind;
    use lintas_model::{EntityKind, Kind};
    let who = |kind, number| StandIn { kind, number };
    let (person, phone) = (who(EntityKind::Person, 1), who(EntityKind::Phone, 1));
    let row = SanitisedRow {
        title: "Means".into(),
        article: "Art. 3(a)".into(),
        evidence: vec![(1, EvidenceForm::Digital, Admissibility::AfterTasks)],
        gaps: vec!["find a second, independent piece".into()],
    };
    let advice =
        Advice {
            case: sample::id(1), grade: AdviceGrade::Essential, text: "บันทึกคำให้การต่อหน้าศาลก่อน".into()
        };
    let view = SanitisedCase {
        number: 1,
        offences: Offence::ALL.into(),
        states: 3,
        things: vec![Shown { who: person, reports: 2, grade: sample::grade("B2") }],
        links: vec![Link {
            from: person,
            kind: RelationKind::Uses,
            to: phone,
            strength: LinkStrength::Unconfirmed,
        }],
        seen: vec![Seen { who: person, day: 3, place: Some(who(EntityKind::Place, 1)) }],
        maps: vec![SanitisedMap {
            suspect: person,
            offence: Offence::Trafficking,
            state: 1,
            rows: vec![row],
        }],
        warrants: [("issued", 2)].into(),
        pursued: vec![Pursued { kind: RequestKind::Extradition, of: 2, state: RequestState::Sent }],
        advice: vec![sample::item("KH-CIB", Kind::Advice, advice)],
    };
    let mut problems = Problems::default();
    problems.add("text", page.say("field-needed"));
    MentorShow::new(page, sample::id(1), &view, &AdviceForm::default(), &problems)
}
