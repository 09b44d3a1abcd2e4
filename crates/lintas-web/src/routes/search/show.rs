//! Search: one box, hits of all kinds, facets with counts; works while one types where there is a script.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Query;
use lintas_model::{AgencyCode, Grade, Handling};
use serde::Deserialize;

use super::saved::SavedLine;
use crate::components::{Button, Cell, GradeMark, HandlingMark, Marked, Moment, Pill, Table, Text, Tone};
use crate::page::{Level, Page, Place};
use crate::urls;

/// What the address says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct SearchForm {
    pub(crate) q: String,
    pub(crate) kind: String,
    pub(crate) agency: String,
    pub(crate) grade: String,
    pub(crate) time: String,
    pub(crate) place: String,
    pub(crate) page: u32,
}

impl SearchForm {
    /// The values that are not empty, by name.
    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", self.q.as_str()),
            ("kind", &self.kind),
            ("agency", &self.agency),
            ("grade", &self.grade),
            ("time", &self.time),
            ("place", &self.place),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of this search.
    pub(crate) fn address(&self) -> String {
        let pairs = self.pairs().into_iter().map(|(name, value)| format!("{name}={}", encode(value)));
        let mut pairs: Vec<String> = pairs.collect();
        if self.page > 0 {
            pairs.push(format!("page={}", self.page));
        }
        format!("{}?{}", urls::SEARCH, pairs.join("&"))
    }
}

/// A hit.
pub(crate) struct HitLine {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) caption: Marked,
    pub(crate) snippet: Marked,
    pub(crate) agency: AgencyCode,
    pub(crate) at: lintas_model::Timestamp,
    /// The grade, for kinds that are graded.
    pub(crate) grade: Option<Option<Grade>>,
    pub(crate) handling: Handling,
    pub(crate) extent: Extent,
}

/// The hits of a search.
pub(crate) struct Hits {
    pub(crate) lines: Vec<HitLine>,
    pub(crate) more: bool,
    pub(crate) facets: Vec<FacetGroup>,
    /// Whether the facets count the newest records only.
    pub(crate) beyond: bool,
}

/// A facet: one question with its answers.
#[derive(Debug, Clone)]
pub(crate) struct FacetGroup {
    pub(crate) title: String,
    pub(crate) lines: Vec<FacetLine>,
}

/// One answer, with how many records it leaves.
#[derive(Debug, Clone)]
pub(crate) struct FacetLine {
    pub(crate) label: String,
    pub(crate) count: Option<String>,
    pub(crate) href: String,
    pub(crate) chosen: bool,
}

/// How much of a hit may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    Part,
    ExistenceOnly,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/search/show.html")]
pub(crate) struct Search {
    page: Page,
    q: String,
    /// What narrows the search beside the words, kept while one types.
    kept: Vec<(&'static str, String)>,
    hits: Option<Table>,
    facets: Vec<FacetGroup>,
    beyond: bool,
    count: Option<String>,
    next: Option<String>,
    save: Option<Button>,
    saved: Vec<(SavedLine, Button)>,
    /// Whether the officer sees the log of hit or no hit.
    hits_desk: bool,
}

impl Search {
    /// The page with the hits of a search, or without any search yet.
    pub(crate) fn new(page: Page, form: &SearchForm, saved: Vec<SavedLine>, hits: Option<Hits>) -> Self {
        let shown = hits.iter().flat_map(|hits| &hits.lines).map(|hit| &hit.handling);
        let page = page.at(Place::Search).level(Level::Restricted).handlings(shown);
        let more = hits.as_ref().is_some_and(|hits| hits.more);
        let count = hits.as_ref().map(|hits| {
            let n = hits.lines.len() as u64;
            if more { page.count("search-more-than", n) } else { page.count("search-count", n) }
        });
        let next = more.then(|| SearchForm { page: form.page + 1, ..form.clone() }.address());
        let known = saved.iter().any(|line| line.href == SearchForm { page: 0, ..form.clone() }.address());
        let save = (hits.is_some() && !known).then(|| {
            let button = Button::new(&page, urls::SEARCH_SAVE.into(), page.say("search-save"));
            form.pairs().into_iter().fold(button, |button, (name, value)| button.with(name, value))
        });
        let forget = |line: &SavedLine| {
            Button::new(&page, urls::SEARCH_FORGET.into(), page.say("search-forget")).with("id", &line.id)
        };
        let saved = saved.into_iter().map(|line| (line.clone(), forget(&line))).collect();
        let kept = form.pairs().into_iter().filter(|(name, _)| *name != "q");
        let kept = kept.map(|(name, value)| (name, value.to_owned())).collect();
        let beyond = hits.as_ref().is_some_and(|hits| hits.beyond);
        let facets = hits.as_ref().map(|hits| hits.facets.clone()).unwrap_or_default();
        let hits = hits.map(|hits| table(&page, hits.lines));
        Self {
            q: form.q.clone(),
            kept,
            hits,
            facets,
            beyond,
            count,
            next,
            save,
            saved,
            hits_desk: false,
            page,
        }
    }

    /// With the way to what was asked of partners and by them, for an officer who may see it.
    fn with_hits_desk(self, hits_desk: bool) -> Self {
        Self { hits_desk, ..self }
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
    let hits = match form.q.trim() {
        "" => None,
        _ => Some(desk::search::find(&seat.ctx, &seat.visit.words, &form).await?),
    };
    let saved = desk::search::saved(&seat.ctx, &form).await?;
    let hits_desk = desk::hits::can_read(&seat.ctx);
    Ok(Html(Search::new(seat.page(), &form, saved, hits).with_hits_desk(hits_desk)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Search {
    use crate::routes::reports::line;
    let lines = line::sample()
        .into_iter()
        .map(|report| HitLine {
            href: crate::urls::report(report.report),
            kind: "report".into(),
            caption: Marked::own(report.title),
            snippet: Marked { parts: vec![(false, "the ".into()), (true, "phone".into())], lang: None },
            agency: report.agency,
            at: report.received,
            grade: Some(report.grade),
            handling: report.handling,
            extent: if report.grade.is_none() { Extent::ExistenceOnly } else { Extent::Part },
        })
        .collect();
    let form = SearchForm { q: "phone".into(), ..SearchForm::default() };
    let facet = |label: String, count, chosen| FacetLine { label, count, href: form.address(), chosen };
    let facets = vec![FacetGroup {
        title: page.say("col-kind"),
        lines: vec![
            facet(page.say("search-all"), None, true),
            facet(page.word("record", "report"), Some("1,234".to_owned()), false),
            facet(page.word("found-grade", "reliable"), Some("12".to_owned()), false),
            facet(page.word("found-time", "week"), Some("2".to_owned()), false),
        ],
    }];
    let saved = SavedLine { id: "1".into(), text: "รถตู้".into(), href: "/s?q=van".into() };
    Search::new(page, &form, vec![saved], Some(Hits { lines, more: true, facets, beyond: true }))
}
