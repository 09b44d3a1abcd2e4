//! Search: one box, hits of all kinds, two simple facets; works while one types where there is a script.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Query;
use lintas_model::{AgencyCode, Grade, Handling};
use serde::Deserialize;

use crate::components::{
    Cell, Choice, Field, GradeMark, HandlingMark, Marked, Moment, Pill, Table, Text, Tone,
};
use crate::page::{Level, Page, Place};

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SearchForm {
    pub(crate) q: String,
    pub(crate) kind: String,
    pub(crate) agency: String,
    pub(crate) page: u32,
}

/// A hit.
pub(crate) struct HitLine {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) caption: Text,
    pub(crate) snippet: Marked,
    pub(crate) agency: AgencyCode,
    pub(crate) at: lintas_model::Timestamp,
    /// The grade, for kinds that are graded.
    pub(crate) grade: Option<Option<Grade>>,
    pub(crate) handling: Handling,
    pub(crate) extent: Extent,
}

/// How much of a hit may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    Part,
    ExistenceOnly,
}

/// The kinds of records that can be asked for.
pub(crate) const KINDS: [&str; 6] = ["report", "statement", "case", "warrant", "task", "note"];

/// The page.
#[derive(Template)]
#[template(path = "pages/search/show.html")]
pub(crate) struct Search {
    page: Page,
    q: String,
    facets: [Field; 2],
    hits: Option<Table>,
    count: Option<String>,
    next: Option<String>,
}

impl Search {
    /// The page with the hits of a search, or without any search yet.
    pub(crate) fn new(
        page: Page,
        form: &SearchForm,
        agencies: &[AgencyCode],
        hits: Option<(Vec<HitLine>, bool)>,
    ) -> Self {
        let shown = hits.iter().flat_map(|(hits, _)| hits).map(|hit| &hit.handling);
        let page = page.at(Place::Search).level(Level::Restricted).handlings(shown);
        let any = |label: &str, current: &str| Choice::new("", page.say(label), current);
        let mut kinds = vec![any("search-any-kind", &form.kind)];
        kinds.extend(KINDS.map(|kind| Choice::new(kind, page.word("record", kind), &form.kind)));
        let mut owners = vec![any("search-any-agency", &form.agency)];
        owners.extend(agencies.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &form.agency)));
        let facets = [
            Field::pick("kind", page.say("col-kind"), kinds),
            Field::pick("agency", page.say("col-from"), owners),
        ];
        let more = hits.as_ref().is_some_and(|(_, more)| *more);
        let count = hits.as_ref().map(|(hits, _)| {
            let n = hits.len() as u64;
            if more { page.count("search-more-than", n) } else { page.count("search-count", n) }
        });
        let next = more.then(|| {
            let query = [("q", form.q.as_str()), ("kind", &form.kind), ("agency", &form.agency)];
            let pairs = query.map(|(name, value)| format!("{name}={}", encode(value))).join("&");
            format!("{}?{pairs}&page={}", crate::urls::SEARCH, form.page + 1)
        });
        let hits = hits.map(|(hits, _)| table(&page, hits));
        Self { q: form.q.clone(), facets, hits, count, next, page }
    }
}

fn table(page: &Page, hits: Vec<HitLine>) -> Table {
    Table::new(page.say("search-none"))
        .caption(page.say("nav-search"))
        .column(page.say("col-found"))
        .column(page.say("col-kind"))
        .column(page.say("col-grade"))
        .column(page.say("col-handling"))
        .column(page.say("col-from"))
        .column(page.say("col-date"))
        .rows(hits.into_iter().map(|hit| {
            let handling = HandlingMark::new(&page.words, &hit.handling);
            let extent = match hit.extent {
                Extent::Whole => None,
                Extent::Part => Some((Tone::Info, "search-part")),
                Extent::ExistenceOnly => Some((Tone::Warn, "search-existence")),
            };
            let handling = match extent {
                None => Cell::Handling(handling),
                Some((tone, message)) => Cell::Pills(vec![
                    handling.pill(),
                    Pill::titled(tone, page.say(message), page.say(&format!("{message}-note"))),
                ]),
            };
            vec![
                Cell::Found { href: hit.href, text: hit.caption, below: hit.snippet },
                Cell::Text(Text::own(page.word("record", &hit.kind))),
                hit.grade.map_or(Cell::Void, |grade| Cell::Grade(GradeMark::new(&page.words, grade))),
                handling,
                Cell::Text(Text::own(hit.agency.as_str())),
                Cell::Moment(Moment::day(&page.words, hit.at)),
            ]
        }))
}

/// Percent-encodes a value of a query (RFC 3986): everything but unreserved signs.
pub(crate) fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => (b as char).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect()
}

/// Answers with the hits of a search.
pub(crate) async fn show(seat: Seat, Query(form): Query<SearchForm>) -> Result<Html<Search>, Problem> {
    let agencies = desk::partners::codes(&seat.ctx).await?;
    let hits = match form.q.trim() {
        "" => None,
        _ => Some(desk::search::find(&seat.ctx, &form).await?),
    };
    Ok(Html(Search::new(seat.page(), &form, &agencies, hits)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Search {
    use crate::routes::reports::line;
    use crate::sample;
    let hits = line::sample()
        .into_iter()
        .map(|report| HitLine {
            href: crate::urls::report(report.report),
            kind: "report".into(),
            caption: Text::new(&report.title),
            snippet: Marked { parts: vec![(false, "the ".into()), (true, "phone".into())], lang: None },
            agency: report.agency,
            at: report.received,
            grade: Some(report.grade),
            handling: report.handling,
            extent: if report.grade.is_none() { Extent::ExistenceOnly } else { Extent::Part },
        })
        .collect();
    let form = SearchForm { q: "phone".into(), ..SearchForm::default() };
    Search::new(page, &form, &[sample::agency("KH-CIB"), sample::agency("TH-DSI")], Some((hits, true)))
}
