//! The association matrix in a reader's words.

use lintas_casework::chart::CaseChart;
use lintas_drawing::association_matrix::{self as drawing, Cell, Member};
use lintas_model::EntityId;
use lintas_network::graph::TieKind;
use lintas_network::products::association_matrix;

use super::{Said, Sheet, Shown, Wanted, href, id_of, label, sign, some_drawn, thing};
use crate::numbers;
use crate::words::Words;

/// More would be a carpet: what is beyond stands in the table.
const MOST: usize = 40;

/// The word for what sort of tie it is: that of the link it came from.
pub(super) fn tie_said(words: &Words, kind: TieKind) -> String {
    let word = match kind {
        TieKind::Call => "called",
        TieKind::Money => "paid",
        TieKind::Meeting => "met",
        TieKind::Kinship => "kin",
        TieKind::Travel => "travelled_with",
        TieKind::SharedPhone => "uses",
        TieKind::SharedAddress => "located_at",
        TieKind::Order => "ordered",
        TieKind::Unknown => "linked",
    };
    words.word("relation", word)
}

pub(super) fn draw(words: &Words, chart: &CaseChart, wanted: &Wanted) -> Shown {
    let matrix = association_matrix(&chart.contacts);
    let ids: Vec<Option<EntityId>> = matrix.people.iter().map(|id| id_of(id)).collect();
    let n = ids.len().min(MOST).min(wanted.most.max(1));
    let members: Vec<Member> = ids[..n]
        .iter()
        .zip(&matrix.n_associates)
        .filter_map(|(id, n)| {
            let id = (*id)?;
            Some(Member {
                sign: sign(chart, id),
                label: label(words, chart, id),
                href: href(chart, id),
                associates: numbers::whole(words.language(), *n as u64),
            })
        })
        .collect();
    let said = |kinds: &[(TieKind, usize)]| {
        let parts = kinds.iter().map(|(kind, n)| match n {
            1 => tie_said(words, *kind),
            n => format!("{} ×{n}", tie_said(words, *kind)),
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    let cells: Vec<Cell> = matrix
        .cells
        .iter()
        .map(|cell| Cell {
            row: cell.row,
            column: cell.column,
            is_suspected: cell.is_suspected,
            title: said(&cell.kinds),
        })
        .collect();
    let mut sheet = Sheet::new(
        words,
        words.say("chart-matrix"),
        &[
            ("col-one", false),
            ("col-other", false),
            ("col-link", false),
            ("col-sure", false),
            ("col-first", false),
            ("col-last", false),
            ("col-records", true),
        ],
    );
    for cell in &matrix.cells {
        let (Some(Some(one)), Some(Some(other))) = (ids.get(cell.row), ids.get(cell.column)) else {
            continue;
        };
        let sure = if cell.is_suspected { "tentative" } else { "confirmed" };
        sheet.rows.push(vec![
            thing(words, chart, *one),
            thing(words, chart, *other),
            Said::Own(said(&cell.kinds)),
            Said::Own(words.word("strength", sure)),
            Said::day(cell.span.first),
            Said::day(cell.span.last),
            Said::Number(cell.records.len() as u64),
        ]);
    }
    let notes = if n < ids.len() { vec![some_drawn(words, n, ids.len())] } else { Vec::new() };
    let drawing =
        (!members.is_empty()).then(|| drawing::draw(&members, &cells, &words.say("col-associates")));
    Shown { drawing, sheets: vec![sheet], notes, ..Shown::default() }
}
