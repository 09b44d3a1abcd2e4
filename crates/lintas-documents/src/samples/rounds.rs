//! Samples of workshops and rounds.

use lintas_model::outcome::OutcomeKind;
use lintas_model::{Country, Language};

use super::{day, frame, say, words};
use crate::documents::{
    AgencyRow, AgendaItem, CommitmentRow, Decision, OutcomeRow, ResultRow, RoundReport, WorkshopAgenda,
    WorkshopReport,
};
use crate::wording::Wording;

const AGENCIES: [&str; 8] = ["BD-CID", "ID-BRK", "KH-CIB", "LA-DCP", "MY-PDRM", "PH-NBI", "TH-DSI", "VN-C02"];

fn round() -> Wording {
    Wording::same("R-2017")
}

fn commitments(language: Language, number: usize) -> Vec<CommitmentRow> {
    (0..number)
        .map(|n| CommitmentRow {
            agency: AGENCIES[n % 8].to_owned(),
            what: say(language, "commitment"),
            due: day(6, 1 + (n % 28) as i8),
            done: (n % 3 != 0).then(|| day(5, 1 + (n % 28) as i8)),
            overdue: n % 6 == 0,
            shown_by: if n % 3 == 0 { Vec::new() } else { vec![format!("r-{n:04}")] },
        })
        .collect()
}

fn items(language: Language) -> Vec<AgendaItem> {
    (0..4)
        .map(|n| AgendaItem {
            at: format!("{}, 09:{}0", n / 2 + 1, n),
            what: say(language, ["objective", "commitment", "nature", "counting"][n]),
            lead: AGENCIES[n].to_owned(),
            open_points: vec![say(language, "gap")],
        })
        .collect()
}

/// The agenda of a closing workshop.
pub fn workshop_agenda(language: Language) -> WorkshopAgenda {
    WorkshopAgenda {
        frame: frame(language, "WA-2017-0002"),
        round: round(),
        kind: Wording::label("workshop-closing"),
        from: day(11, 14),
        to: day(11, 16),
        place: Country::TH.into(),
        agencies: words(&AGENCIES),
        items: items(language),
        commitments: commitments(language, 6),
    }
}

/// The report of a closing workshop.
pub fn workshop_report(language: Language) -> WorkshopReport {
    WorkshopReport {
        frame: frame(language, "WR-2017-0002"),
        round: round(),
        kind: Wording::label("workshop-closing"),
        from: day(11, 14),
        to: day(11, 16),
        place: Country::TH.into(),
        participants: AGENCIES.map(|agency| (agency.to_owned(), 3)).to_vec(),
        items: items(language),
        decisions: vec![Decision {
            what: say(language, "commitment"),
            reason: Some(say(language, "time-limit")),
            agencies: words(&["TH-DSI", "KH-CIB"]),
        }],
        reviewed: commitments(language, 6),
        commitments: commitments(language, 4),
    }
}

fn report(language: Language, outcomes: usize, promises: usize) -> RoundReport {
    let result = |kind: OutcomeKind, confirmed| ResultRow {
        kind: Wording::label(format!("outcome-{kind}")),
        confirmed,
        claimed: 0,
        fewer_than: None,
        agencies: words(&AGENCIES[4..]),
    };
    RoundReport {
        frame: frame(language, "RR-2017"),
        round: round(),
        from: day(1, 16),
        to: day(11, 16),
        agencies: words(&AGENCIES),
        summary: Some(say(language, "summary")),
        results: vec![
            result(OutcomeKind::WarrantsUpdated, 24),
            result(OutcomeKind::VictimsRescued, 12),
            result(OutcomeKind::RestHousesIdentified, 1),
            ResultRow { claimed: 1, ..result(OutcomeKind::RoutesDiscovered, 3) },
        ],
        counting: say(language, "counting"),
        outcomes: (0..outcomes)
            .map(|n| OutcomeRow {
                on: day(1 + (n % 11) as i8, 1 + (n % 28) as i8),
                kind: Wording::label("outcome-warrants_updated"),
                count: Some(1),
                summary: say(language, "commitment"),
                agencies: words(&AGENCIES[n % 7..n % 7 + 2]),
                confirmed_by: words(&AGENCIES[n % 7..n % 7 + 2]),
                records: vec![format!("r-{n:04}")],
            })
            .collect(),
        by_agency: AGENCIES
            .map(|agency| AgencyRow {
                agency: agency.to_owned(),
                promised: 3,
                done: 2,
                overdue: 1,
                outcomes: 4,
            })
            .to_vec(),
        commitments: commitments(language, promises),
        open: vec![say(language, "commitment"), say(language, "gap")],
    }
}

/// The report of a round.
pub fn round_report(language: Language) -> RoundReport {
    report(language, 5, 9)
}

/// A round report of about twenty pages, for measuring.
pub fn long_round_report(language: Language) -> RoundReport {
    report(language, 150, 120)
}
