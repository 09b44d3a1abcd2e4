//! The region: results of the round counted from records, participation, what was promised. Never case data.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use lintas_casework::document::DocumentKind;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::RoleLevel;
use lintas_model::{AgencyCode, PartialDate, RoundId, WorkshopId};

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// A result of the round: `None` where the number is too small to be told.
#[derive(Debug, Clone)]
pub(crate) struct ResultLine {
    pub(crate) kind: OutcomeKind,
    pub(crate) count: Option<u64>,
    /// How many claims of how many agencies the number was counted from.
    pub(crate) claims: u64,
    pub(crate) agencies: Vec<AgencyCode>,
    pub(crate) confirmed: bool,
}

/// How an agency takes part.
#[derive(Debug, Clone)]
pub(crate) struct ParticipationLine {
    pub(crate) agency: AgencyCode,
    pub(crate) workshops: Vec<(String, Option<u32>)>,
    pub(crate) records: u64,
}

/// A promise.
#[derive(Debug, Clone)]
pub(crate) struct CommitmentLine {
    pub(crate) agency: AgencyCode,
    pub(crate) what: String,
    pub(crate) due: PartialDate,
    pub(crate) done: Option<(PartialDate, String)>,
    pub(crate) overdue: bool,
}

/// What the page needs to know.
pub(crate) struct RoundFace {
    pub(crate) id: RoundId,
    /// Workshops with what they are called, in order.
    pub(crate) workshops: Vec<(WorkshopId, String)>,
    pub(crate) name: String,
    pub(crate) from: PartialDate,
    pub(crate) to: PartialDate,
    pub(crate) results: Vec<ResultLine>,
    pub(crate) participation: Vec<ParticipationLine>,
    pub(crate) commitments: Vec<CommitmentLine>,
    /// Convictions by level, from the top; `None` where the number is too small to be told. Empty when there is none.
    pub(crate) levels: Vec<(RoleLevel, Option<u64>)>,
    /// Numbers below this are not told.
    pub(crate) smallest: u64,
}

struct Figure {
    label: String,
    number: String,
    basis: Option<String>,
    confirmed: Option<String>,
}

struct Round {
    /// What can be printed: address and label.
    print: Vec<(String, String)>,
    name: Text,
    agenda: String,
    from: Moment,
    to: Moment,
    figures: Vec<Figure>,
    participation: Table,
    commitments: Table,
    levels: Option<Table>,
    note: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/region/show.html")]
pub(crate) struct Region {
    page: Page,
    rounds: Vec<Round>,
}

impl Region {
    /// The page with the rounds, newest first.
    pub(crate) fn new(page: Page, rounds: Vec<RoundFace>) -> Self {
        let page = page.at(Place::Region).level(Level::Open);
        let rounds = rounds.into_iter().map(|face| round(&page, face)).collect();
        Self { rounds, page }
    }
}

fn round(page: &Page, face: RoundFace) -> Round {
    let language = page.words.language();
    let figures = face.results.iter().map(|line| Figure {
        label: page.word("outcome", line.kind.as_str()),
        number: match line.count {
            Some(count) => numbers::whole(language, count),
            None => format!("< {}", face.smallest),
        },
        // What a hidden number was counted from would give it away.
        basis: line.count.filter(|_| line.claims > 0).map(|_| {
            let agencies = line.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
            page.words.count_with("result-basis", line.claims, &[("agencies", &agencies)])
        }),
        confirmed: line.confirmed.then(|| page.say("result-confirmed")),
    });
    let mut participation = Table::new(page.say("participation-none"))
        .caption(page.say("region-participation"))
        .column(page.say("col-agency"));
    for (workshop, _) in face.participation.first().map(|line| line.workshops.as_slice()).unwrap_or_default()
    {
        participation = participation.numbers(workshop.clone());
    }
    let participation =
        participation.numbers(page.say("col-records")).rows(face.participation.iter().map(|line| {
            let mut row = vec![Cell::Text(Text::own(line.agency.as_str()))];
            row.extend(line.workshops.iter().map(|(_, people)| match people {
                Some(people) => Cell::Number(numbers::whole(language, u64::from(*people))),
                None => Cell::Number("–".into()),
            }));
            row.push(Cell::Number(numbers::whole(language, line.records)));
            row
        }));
    let commitments = Table::new(page.say("commitments-none"))
        .caption(page.say("region-commitments"))
        .column(page.say("col-agency"))
        .column(page.say("col-promise"))
        .column(page.say("col-due"))
        .column(page.say("col-state"))
        .rows(face.commitments.iter().map(|line| {
            let pill = match (&line.done, line.overdue) {
                (Some((on, _)), _) => {
                    Pill::new(Tone::Ok, format!("✓ {}", Moment::on(&page.words, *on).shown))
                }
                (None, true) => Pill::new(Tone::Danger, page.say("overdue")),
                (None, false) => Pill::new(Tone::Info, page.say("commitment-open")),
            };
            vec![
                Cell::Text(Text::own(line.agency.as_str())),
                Cell::Text(Text::new(&line.what)),
                Cell::Moment(Moment::on(&page.words, line.due)),
                Cell::Pills(vec![pill]),
            ]
        }));
    let hidden = face.results.iter().any(|line| line.count.is_none());
    Round {
        print: papers(page, &face),
        name: Text::new(&face.name),
        agenda: urls::agenda(face.id),
        from: Moment::on(&page.words, face.from),
        to: Moment::on(&page.words, face.to),
        figures: figures.collect(),
        participation,
        commitments,
        levels: (!face.levels.is_empty()).then(|| {
            Table::new(String::new())
                .caption(page.say("region-levels"))
                .column(page.say("verdict-level"))
                .numbers(page.say("outcome-convictions"))
                .rows(face.levels.iter().map(|(level, count)| {
                    let number = match count {
                        Some(count) => numbers::whole(language, *count),
                        None => page.count("region-levels-few", face.smallest),
                    };
                    let level = page.word("role-level", level.as_str());
                    vec![Cell::Text(Text::own(level)), Cell::Number(number)]
                }))
        }),
        note: hidden.then(|| page.count("region-small", face.smallest)),
    }
}

/// The papers of a round: its report, and agenda and report of each workshop.
fn papers(page: &Page, face: &RoundFace) -> Vec<(String, String)> {
    let label = |kind: DocumentKind| page.word("document", kind.as_str());
    let report = DocumentKind::RoundReport;
    let mut papers = vec![(urls::document(report.as_str(), face.id), label(report))];
    for (workshop, name) in &face.workshops {
        for kind in [DocumentKind::WorkshopAgenda, DocumentKind::WorkshopReport] {
            papers.push((urls::document(kind.as_str(), *workshop), format!("{}: {name}", label(kind))));
        }
    }
    papers
}

/// Answers with the rounds.
pub(crate) async fn show(seat: Seat) -> Result<Html<Region>, Problem> {
    let rounds = desk::region::rounds(&seat.ctx, &seat.visit.words).await?;
    Ok(Html(Region::new(seat.page(), rounds)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Region {
    use crate::sample;
    let result = |kind, count, claims| ResultLine {
        kind,
        count,
        claims,
        agencies: vec![sample::agency("KH-CIB"), sample::agency("TH-DSI")],
        confirmed: claims > 20,
    };
    Region::new(
        page,
        vec![RoundFace {
            id: sample::id(6),
            workshops: vec![(sample::id(82), page_word("opening"))],
            name: "2026".into(),
            from: sample::on(2026, 3, 1),
            to: sample::on(2026, 11, 16),
            results: vec![
                result(OutcomeKind::WarrantsUpdated, Some(24), 31),
                result(OutcomeKind::VictimsRescued, Some(12), 3),
                result(OutcomeKind::RestHousesIdentified, None, 1),
            ],
            participation: vec![ParticipationLine {
                agency: sample::agency("KH-CIB"),
                workshops: vec![(page_word("opening"), Some(4)), (page_word("closing"), None)],
                records: 9,
            }],
            commitments: vec![
                CommitmentLine {
                    agency: sample::agency("KH-CIB"),
                    what: "Verify ten warrants".into(),
                    due: sample::on(2026, 10, 1),
                    done: Some((sample::on(2026, 9, 14), String::new())),
                    overdue: false,
                },
                CommitmentLine {
                    agency: sample::agency("TH-DSI"),
                    what: "ส่งรายชื่อพาหนะ".into(),
                    due: sample::on(2026, 10, 1),
                    done: None,
                    overdue: true,
                },
            ],
            levels: vec![(RoleLevel::Organiser, None), (RoleLevel::Operative, Some(4))],
            smallest: 3,
        }],
    )
}

#[cfg(test)]
fn page_word(workshop: &str) -> String {
    crate::sample::words(lintas_model::Language::En).word("workshop", workshop)
}
