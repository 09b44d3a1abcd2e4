//! The tables of evidence: elements of a suspect, exhibits, what is to be disclosed, decisions of courts.

use lintas_casework::evidence::gap::GapName;
use lintas_casework::evidence::map::{CaseMap, SuspectMap};
use lintas_law::offence::{Admissibility, ConvictionMap, Gap, Row};
use lintas_model::record::CourtResult;
use lintas_model::{CaseId, Kind, ObjectId};
use serde::Serialize;

use super::Suspect;
use crate::components::{Button, Cell, Moment, Pill, Table, Text, Tone};
use crate::desk::evidence::EvidenceFace;
use crate::page::Page;
use crate::urls;

/// A word of the data on law: its serde name, which is the word of messages too.
pub(super) fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

/// The tables of one suspect; where a task may be set, each gap leads to the form for it.
pub(super) fn suspect(page: &Page, case: Option<CaseId>, map: &CaseMap, one: &SuspectMap) -> Suspect {
    let country = page.word("country", &one.map.country.as_str().to_lowercase());
    let offence = page.word("offence", one.map.offence.as_str());
    let gaps = one.map.gaps().count() as u64;
    let tone = if gaps == 0 { Tone::Ok } else { Tone::Warn };
    let table = Table::new(page.say("map-none"))
        .caption(page.say("map-title"))
        .column(page.say("col-element"))
        .column(page.say("col-evidence"))
        .column(page.say("col-gaps"))
        .rows(one.map.rows.iter().map(|row| element(page, case, map, &one.map, row)));
    let proofs = Table::new(page.say("map-none"))
        .caption(page.say("proofs-title"))
        .column(page.say("col-evidence"))
        .column(page.say("col-element"))
        .column(page.say("proof-form"))
        .column(page.say("proof-shows"))
        .column(page.say("col-do"))
        .rows(one.proofs.iter().map(|proof| {
            let body = &proof.body;
            let piece = map.pieces.get(&body.evidence);
            let own = map.may_write && proof.mark.originator.as_str() == page.node.code;
            let withdraw = own.then(|| {
                Button::new(
                    page,
                    urls::proof_withdraw(body.case, proof.mark.object),
                    page.say("proof-withdraw"),
                )
            });
            vec![
                piece.map_or(Cell::Void, |piece| named(piece.object, piece.is_exhibit, &piece.name)),
                Cell::Text(Text::tagged(body.element.replace(['.', '_'], " "), Some("en"))),
                Cell::Text(Text::own(page.word("evidence-form", body.form.as_str()))),
                Cell::Text(Text::new(&body.shows)),
                Cell::Buttons(withdraw.into_iter().collect()),
            ]
        }));
    let notes = one.map.national.iter().map(|note| Text::tagged(&note.says, Some("en")));
    Suspect {
        title: Text::new(format!("{} · {offence} · {country}", one.suspect)),
        gaps: Pill::new(tone, page.count("map-gaps", gaps)),
        table,
        proofs,
        notes: notes.collect(),
    }
}

fn named(object: ObjectId, is_exhibit: bool, name: &str) -> Cell {
    let href = if is_exhibit { urls::exhibit_of(object) } else { urls::report_of(object) };
    Cell::Link { href, text: Text::new(name), below: None }
}

fn element(page: &Page, case: Option<CaseId>, map: &CaseMap, of: &ConvictionMap, row: &Row) -> Vec<Cell> {
    let name = |id: &str| {
        let piece = id.parse::<ObjectId>().ok().and_then(|object| map.pieces.get(&object));
        piece.map_or("–", |piece| piece.name.as_str()).to_owned()
    };
    let pieces = row.evidence.iter().map(|piece| {
        let tone = match piece.admissibility {
            Admissibility::NoObstacle => Tone::Ok,
            Admissibility::AfterTasks => Tone::Warn,
            Admissibility::LeadOnly => Tone::Danger,
        };
        let mut says = page.word("admissibility", &word(piece.admissibility));
        for obstacle in &piece.obstacles {
            says = format!("{says}; {}", page.word("obstacle", &word(*obstacle)));
        }
        Pill::new(tone, format!("{}: {says}", name(&piece.id)))
    });
    let title = match &row.not_needed {
        Some(why) => format!("{} ({why})", row.title),
        None => format!("{} · {}", row.title, row.article),
    };
    let pieces: Vec<Pill> = pieces.collect();
    vec![
        Cell::Text(Text::tagged(title, Some("en"))),
        if pieces.is_empty() { Cell::Void } else { Cell::Pills(pieces) },
        gaps(case, of, &row.gaps),
    ]
}

fn gaps(case: Option<CaseId>, of: &ConvictionMap, gaps: &[Gap]) -> Cell {
    let says = |gap: &Gap| Text::tagged(&gap.task, Some("en"));
    match case {
        _ if gaps.is_empty() => Cell::Void,
        Some(case) => {
            let link = |gap: &Gap| (urls::task_for_gap(case, &GapName::of(of, gap)), says(gap));
            Cell::Links(gaps.iter().map(link).collect())
        }
        None => {
            let tasks: Vec<&str> = gaps.iter().map(|gap| gap.task.as_str()).collect();
            Cell::Text(Text::tagged(tasks.join("; "), Some("en")))
        }
    }
}

pub(super) fn exhibits(page: &Page, map: &CaseMap) -> Table {
    Table::new(page.say("exhibits-none"))
        .caption(page.say("exhibits-title"))
        .column(page.say("exhibit-number"))
        .column(page.say("col-what"))
        .column(page.say("custody-title"))
        .column(page.say("col-owner"))
        .column(page.say("exhibit-taken"))
        .rows(map.exhibits.iter().map(|view| {
            let body = &view.exhibit.body;
            let chain = match view.breaks.len() as u64 {
                0 => Pill::new(Tone::Ok, page.say("custody-whole")),
                n => Pill::new(Tone::Danger, page.count("custody-breaks", n)),
            };
            vec![
                Cell::Link {
                    href: urls::exhibit(view.id),
                    text: Text::new(&body.number),
                    below: body.sha256.as_ref().map(|hash| Text::own(&hash[..16])),
                },
                Cell::Text(Text::new(&body.title)),
                Cell::Pills(vec![chain]),
                Cell::Text(Text::own(view.exhibit.mark.originator.as_str())),
                Cell::Moment(Moment::on(&page.words, body.taken)),
            ]
        }))
}

pub(super) fn disclosure(page: &Page, view: &EvidenceFace) -> Table {
    Table::new(page.say("disclosure-none"))
        .caption(page.say("disclosure-title"))
        .column(page.say("col-evidence"))
        .column(page.say("col-kind"))
        .column(page.say("col-state"))
        .column(page.say("col-originator"))
        .rows(view.disclosure.iter().map(|line| {
            let mut pills = vec![if line.relied_on {
                Pill::new(Tone::Info, page.say("disclosure-relied"))
            } else {
                Pill::new(Tone::Plain, page.say("disclosure-unused"))
            }];
            if line.ask_first {
                pills.push(Pill::new(Tone::Warn, page.say("disclosure-ask")));
            }
            vec![
                named(line.object, line.kind == Kind::Exhibit, &line.name),
                Cell::Text(Text::own(page.word("record", line.kind.as_str()))),
                Cell::Pills(pills),
                Cell::Text(Text::own(line.originator.as_str())),
            ]
        }))
}

pub(super) fn verdicts(page: &Page, view: &EvidenceFace) -> Table {
    Table::new(page.say("verdicts-none"))
        .caption(page.say("verdicts-title"))
        .column(page.say("property-person"))
        .column(page.say("verdict-result"))
        .column(page.say("verdict-level"))
        .column(page.say("verdict-sentence"))
        .column(page.say("col-date"))
        .rows(view.verdicts.iter().map(|one| {
            let body = &one.verdict.body;
            let tone = if body.result == CourtResult::Convicted { Tone::Ok } else { Tone::Plain };
            let mut pills = vec![Pill::new(tone, page.word("verdict-result", body.result.as_str()))];
            if body.is_final {
                pills.push(Pill::new(Tone::Info, page.say("verdict-final")));
            }
            vec![
                Cell::Link {
                    href: urls::entity(body.person),
                    text: Text::new(&one.name),
                    below: Some(Text::new(&body.court)),
                },
                Cell::Pills(pills),
                Cell::Text(Text::own(page.word("role-level", body.level.as_str()))),
                Cell::Text(Text::new(&body.sentence)),
                Cell::Moment(Moment::on(&page.words, body.on)),
            ]
        }))
}
