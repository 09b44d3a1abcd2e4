//! Paths as tables: one that a lawyer reads and a test holds, one for a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lintas_model::Country;
use lintas_model::offence::Offence;

use super::{Path, Question, Verdict, paths};
use crate::{Confidence, Day, Facts, Library, RequestKind};

/// All ordered pairs of the eight states for one offence and day, as Markdown: each line with its confidence and the
/// numbers of its sources, which stand at the foot.
pub fn markdown(library: &Library, offence: Offence, on: Day, today: Day) -> String {
    let mut sources: BTreeMap<String, usize> = BTreeMap::new();
    let mut body = String::new();
    for requesting in Country::EIGHT {
        for requested in Country::EIGHT.into_iter().filter(|state| *state != requesting) {
            let question = Question { requesting, requested, offence, on, today, facts: Facts::default() };
            let found = paths(library, &question);
            let (from, to) = (requesting.english_name(), requested.english_name());
            let _ = writeln!(body, "\n## {from} asks {to}\n");
            let _ = writeln!(body, "| request | open, strongest first | unclear | closed |");
            let _ = writeln!(body, "|---|---|---|---|");
            for request in RequestKind::ALL {
                let mut cell = |verdict| {
                    let cells: Vec<String> = found
                        .iter()
                        .filter(|path| path.request == request && path.verdict == verdict)
                        .map(|path| basis(path, &mut sources))
                        .collect();
                    if cells.is_empty() { "none".to_owned() } else { cells.join("<br>") }
                };
                let (open, unclear, closed) =
                    (cell(Verdict::Open), cell(Verdict::Unclear), cell(Verdict::Closed));
                let _ = writeln!(body, "| {} | {open} | {unclear} | {closed} |", request.in_words());
            }
        }
    }
    let mut text = format!(
        "# {} on {on}\n\nComputed from the files of the law, as they stood on {today}. The word behind each basis says how \
         sure it is; the numbers lead to the sources at the foot. No fact of a case is taken as given.\n",
        match offence {
            Offence::Trafficking => "Trafficking in persons",
            Offence::Smuggling => "Smuggling of migrants",
        }
    );
    text.push_str(&body);
    text.push_str("\n## Sources\n\n");
    let mut ordered: Vec<(&String, &usize)> = sources.iter().collect();
    ordered.sort_by_key(|(_, number)| **number);
    for (source, number) in ordered {
        let _ = writeln!(text, "{number}. {source}");
    }
    text
}

fn basis(path: &Path, sources: &mut BTreeMap<String, usize>) -> String {
    let mut numbers: Vec<usize> = path
        .sources
        .iter()
        .map(|cited| {
            let reference = &cited.reference;
            let source = format!(
                "{}: {} ({}, checked {})",
                cited.instrument, reference.source, reference.confidence, reference.last_checked
            );
            let next = sources.len() + 1;
            *sources.entry(source).or_insert(next)
        })
        .collect();
    numbers.sort_unstable();
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let reasons: Vec<String> = path.reasons.iter().map(ToString::to_string).collect();
    let why = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
    let by = match &path.coverage {
        Some(coverage) if path.verdict != Verdict::Closed && !coverage.needs.is_empty() => {
            let needs: Vec<String> =
                coverage.needs.iter().map(|need| need.as_str().replace('_', " ")).collect();
            format!(" by {}, given {}", coverage.article, needs.join(", "))
        }
        _ => String::new(),
    };
    let text =
        format!("{}, {}{by}{why} ({}) [{}]", path.short, path.article, path.confidence, numbers.join(","));
    text.replace('|', "/")
}

/// Paths for a person at a terminal: what is open, what it asks for, what is missing, why the rest is closed; for one
/// kind of request or for all.
pub fn table(question: &Question, only: Option<RequestKind>, found: &[Path]) -> String {
    let mut text = String::new();
    let (from, to) = (question.requesting.english_name(), question.requested.english_name());
    let _ = writeln!(text, "{from} asks {to}: {}, on {}", question.offence, question.on);
    for request in RequestKind::ALL.into_iter().filter(|kind| only.is_none_or(|only| only == *kind)) {
        let of_kind: Vec<&Path> = found.iter().filter(|path| path.request == request).collect();
        let _ = writeln!(text, "\n{}", request.in_words().to_uppercase());
        if of_kind.is_empty() {
            let _ = writeln!(text, "  no basis known");
        }
        for path in of_kind {
            let _ = writeln!(text, "  {}, {}: {}", path.short, path.article, path.headline());
            for reason in &path.reasons {
                let _ = writeln!(text, "      because {reason}");
            }
            if path.verdict == Verdict::Closed {
                continue;
            }
            let _ = writeln!(text, "      {}", path.says);
            if let Some(coverage) = &path.coverage {
                let _ = writeln!(text, "      reaches it as: {} ({})", coverage.says, coverage.article);
            }
            for missing in path.missing() {
                let detail = missing.detail.as_ref().map(|d| format!(" ({d})")).unwrap_or_default();
                let _ = writeln!(text, "      [ ] {}{detail}", missing.says);
            }
            for met in path.requirements.iter().filter(|requirement| requirement.met) {
                let _ = writeln!(text, "      [x] {}", met.says);
            }
            for warning in &path.warnings {
                let _ = writeln!(text, "      ! {warning}");
            }
            let mut sources: BTreeMap<&str, (Confidence, Day)> = BTreeMap::new();
            for reference in path.sources.iter().map(|cited| &cited.reference) {
                let now = (reference.confidence, reference.last_checked);
                let kept = sources.entry(&reference.source).or_insert(now);
                *kept = (kept.0.min(now.0), kept.1.min(now.1));
            }
            for (source, (confidence, checked)) in sources {
                let _ = writeln!(text, "      source: {source} ({confidence}, checked {checked})");
            }
        }
    }
    text
}
