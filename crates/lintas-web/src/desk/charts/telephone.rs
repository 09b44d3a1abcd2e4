//! The telephone analysis in a reader's words.

use lintas_casework::chart::CaseChart;
use lintas_drawing::telephone::{self as drawing, Telephone};
use lintas_network::products::telephone_analysis;

use super::{Said, Sheet, Shown, id_of, label, thing};
use crate::numbers;
use crate::words::Words;

/// So many pairs have a bar.
const BARS: usize = 12;

pub(super) fn draw(words: &Words, chart: &CaseChart) -> Shown {
    let analysis = telephone_analysis(&chart.direct, &[]);
    let name = |id: &str| id_of(id).map(|id| label(words, chart, id)).unwrap_or_default();
    let calls = |n: f64| n.max(0.0).round() as u64;
    let pairs = analysis.frequencies.iter().take(BARS).map(|pair| {
        let said = format!("{} → {}", name(&pair.caller), name(&pair.called));
        (said, pair.n_calls, numbers::whole(words.language(), calls(pair.n_calls)))
    });
    let drawn = Telephone {
        days: [1, 2, 3, 4, 5, 6, 7].map(|day| words.say(&format!("weekday-{day}"))),
        by_hour: analysis.by_hour,
        pairs: pairs.collect(),
        week: words.say("chart-week"),
        most: words.say("chart-most"),
    };
    let mut sheet = Sheet::new(
        words,
        words.say("chart-telephone"),
        &[
            ("col-from", false),
            ("col-to", false),
            ("col-calls", true),
            ("col-calls-back", true),
            ("col-first", false),
            ("col-last", false),
        ],
    );
    for pair in &analysis.frequencies {
        let (Some(from), Some(to)) = (id_of(&pair.caller), id_of(&pair.called)) else { continue };
        sheet.rows.push(vec![
            thing(words, chart, from),
            thing(words, chart, to),
            Said::Number(calls(pair.n_calls)),
            Said::Number(calls(pair.n_back)),
            Said::day(pair.span.first),
            Said::day(pair.span.last),
        ]);
    }
    let mut common = Sheet::new(
        words,
        words.say("chart-common"),
        &[("col-thing", false), ("col-shared", false), ("col-records", true)],
    );
    for number in &analysis.common {
        let Some(id) = id_of(&number.id) else { continue };
        let by = number.shared_by.iter().map(|id| name(id)).collect::<Vec<_>>().join(" · ");
        common.rows.push(vec![
            thing(words, chart, id),
            Said::Text(by),
            Said::Number(number.records.len() as u64),
        ]);
    }
    let drawing = (!analysis.frequencies.is_empty()).then(|| drawing::draw(&drawn));
    let mut sheets = vec![sheet];
    if !common.rows.is_empty() {
        sheets.push(common);
    }
    Shown { drawing, sheets, ..Shown::default() }
}
