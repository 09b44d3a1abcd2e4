//! Searching over what may be viewed: results, facets and counts never tell of more.
//!
//! The newest records that hold the words are read with their marks, the rules decide on each, and only what is left is
//! counted, filtered and shown. Facets therefore count what was looked through; when there is more, the page says so.

mod facet;
mod saved;

use lintas_model::{AgencyCode, Body, CaseId, Grade, Handling, Kind, ObjectId, RecordId, Timestamp};
use lintas_policy::Action;
use lintas_store::{Hit, Mark, SearchQuery, Snippet};
use serde::{Deserialize, Serialize};

pub use facet::{Facets, GradeFacet, TimeFacet};
pub use saved::{Saved, forget, news, save, saved};

use crate::item;
use crate::{Ctx, Result, access, grading};

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Words in any script.
    pub text: String,
    /// Kinds of records; empty means any.
    #[serde(with = "saved::kinds")]
    pub kinds: Vec<Kind>,
    /// The agency that wrote it.
    pub agency: Option<AgencyCode>,
    /// How good it is.
    pub grade: Option<GradeFacet>,
    /// How long ago it was written.
    pub time: Option<TimeFacet>,
    /// A place or country that it names.
    pub place: Option<String>,
    /// How many results at most.
    #[serde(skip)]
    pub limit: usize,
    /// Only what arrived after this instant.
    #[serde(skip)]
    pub received_after: Option<Timestamp>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The results, newest first.
    pub hits: Vec<Shown>,
    /// Whether there are more than were asked for.
    pub more: bool,
    /// What the records that were looked through are, by kind, agency, grade, time and place.
    pub facets: Facets,
    /// Whether older records hold the words too and were not looked through for the facets.
    pub beyond: bool,
}

/// A result with how good it is, how it must be handled and how much of it may be seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The thing spoken about.
    pub object: ObjectId,
    /// The record that says it.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What lists call it, with what was found in it.
    pub caption: Snippet,
    /// The words around what was found.
    pub snippet: Snippet,
    /// The case it is filed in.
    pub case: Option<CaseId>,
    /// Who wrote it.
    pub agency: AgencyCode,
    /// When.
    pub at: Timestamp,
    /// The grade that counts here; kinds that are not graded have none.
    pub grade: Option<Grade>,
    /// The handling, as released where it was.
    pub handling: Handling,
    /// How much of it may be seen.
    pub extent: Extent,
}

/// How much of a result may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Fields were left out by the originator or by the rules.
    Part,
    /// Only that it exists: nothing of it can be read here.
    ExistenceOnly,
}

/// So many records are looked through at once, and so many times at most; the facets count the first.
const PAGE: usize = 200;
const PAGES: usize = 20;

/// Searches.
pub async fn find(ctx: &Ctx, wanted: &Wanted) -> Result<Found> {
    ctx.require_own(Action::Search, "search").await?;
    let found = look(ctx, wanted).await?;
    access::searched(ctx, wanted.text.trim(), found.hits.len()).await?;
    Ok(found)
}

/// A hit that may be seen, with its mark and what it says to this actor.
struct Seen {
    hit: Hit,
    mark: Mark,
    body: Body,
    redacted: bool,
    grade: Option<Grade>,
}

async fn look(ctx: &Ctx, wanted: &Wanted) -> Result<Found> {
    let limit = if wanted.limit == 0 { 50 } else { wanted.limit.min(500) };
    let text = wanted.text.trim();
    if text.is_empty() {
        return Ok(Found::default());
    }
    // The facets are counted over all that holds the words, so the first page is read without the filters.
    let any = SearchQuery {
        text: text.to_owned(),
        now: Some(ctx.now()),
        limit: PAGE + 1,
        ..SearchQuery::default()
    };
    let (first, beyond) = page(ctx, &any, wanted).await?;
    let mut facets = Facets::default();
    first.iter().for_each(|one| facets.count(ctx.now(), one));
    let mut kept: Vec<Seen> = first.into_iter().filter(|one| fits(ctx, wanted, one)).collect();
    // What may not be shown is passed over in pages, so that it neither counts nor crowds out what may.
    let narrowed = narrowed(ctx, wanted, any);
    let start = usize::from(!narrows(wanted));
    let mut more = beyond;
    for number in start..PAGES {
        if !more || kept.len() > limit {
            break;
        }
        let query = SearchQuery { offset: number * PAGE, ..narrowed.clone() };
        let (found, beyond) = page(ctx, &query, wanted).await?;
        more = beyond;
        for one in found.into_iter().filter(|one| fits(ctx, wanted, one)) {
            let known =
                |other: &Seen| (other.hit.record, &other.hit.release) == (one.hit.record, &one.hit.release);
            if !kept.iter().any(known) {
                kept.push(one);
            }
        }
    }
    let more = kept.len() > limit;
    kept.truncate(limit);
    let hits = kept.into_iter().map(|one| shown(ctx, one)).collect();
    Ok(Found { hits, more, facets: facets.sorted(), beyond })
}

/// One page of what the actor may see, and whether there is another.
async fn page(ctx: &Ctx, query: &SearchQuery, wanted: &Wanted) -> Result<(Vec<Seen>, bool)> {
    let mut hits = ctx.node().store().search(query).await?;
    let mut more = hits.len() > PAGE;
    hits.truncate(PAGE);
    if let Some(after) = wanted.received_after {
        // The newest come first: behind what has been seen there is nothing new.
        more &= hits.last().is_some_and(|hit| hit.received_at > after);
        hits.retain(|hit| hit.received_at > after);
    }
    Ok((seen(ctx, hits, &query.text).await?, more))
}

/// Whether a filter is one that the index of the store knows.
fn narrows(wanted: &Wanted) -> bool {
    !wanted.kinds.is_empty() || wanted.agency.is_some() || wanted.time.is_some()
}

fn narrowed(ctx: &Ctx, wanted: &Wanted, query: SearchQuery) -> SearchQuery {
    let (since, until) = wanted.time.map_or((None, None), |time| time.bounds(ctx.now()));
    SearchQuery { kinds: wanted.kinds.clone(), agency: wanted.agency.clone(), since, until, ..query }
}

fn fits(ctx: &Ctx, wanted: &Wanted, one: &Seen) -> bool {
    (wanted.kinds.is_empty() || wanted.kinds.contains(&one.mark.kind))
        && wanted.agency.as_ref().is_none_or(|agency| *agency == one.mark.originator)
        && wanted.grade.is_none_or(|grade| GradeFacet::of(one.mark.kind, one.grade) == Some(grade))
        && wanted.time.is_none_or(|time| TimeFacet::of(ctx.now(), one.mark.at) == time)
        && wanted.place.as_ref().is_none_or(|place| facet::places(&one.body).contains(place))
}

/// The hits that the actor may see. Where fields are left out for the actor, the words must stand in what is left.
async fn seen(ctx: &Ctx, hits: Vec<Hit>, text: &str) -> Result<Vec<Seen>> {
    let lowered = text.to_lowercase();
    let mut found = Vec::with_capacity(hits.len());
    let held = hits.iter().map(|hit| hit.held.clone()).collect();
    let mut hits = hits.into_iter();
    for (mark, permit, body) in item::permitted(ctx, Action::Search, held) {
        // What is permitted comes in the order of what was asked about.
        let same = |hit: &Hit| hit.record == mark.record && hit.release == mark.release;
        let Some(hit) = hits.by_ref().find(same) else { break };
        let redacted = !permit.redacted().is_empty() && body != hit.held.body;
        if redacted {
            let left = serde_json::to_string(&body).unwrap_or_default().to_lowercase();
            if !lowered.split_whitespace().all(|word| left.contains(word)) {
                continue;
            }
        }
        found.push(Seen { grade: mark.grade, hit, mark, body, redacted });
    }
    let reports: Vec<&Mark> =
        found.iter().map(|one| &one.mark).filter(|mark| mark.kind == Kind::Report).collect();
    let grades = grading::current(ctx, &reports).await?;
    for one in &mut found {
        one.grade = grades.get(&one.mark.object).copied().or(one.grade);
    }
    Ok(found)
}

fn shown(ctx: &Ctx, one: Seen) -> Shown {
    let Seen { hit, mark, redacted, grade, .. } = one;
    let caption = hit.marked_caption();
    let snippet = if redacted {
        Snippet { text: hit.caption.clone(), marks: Vec::new(), cut_before: false, cut_after: false }
    } else {
        hit.snippet()
    };
    // Of a protected person everybody outside the sealed space knows a code: that the person exists.
    let sealed = mark.kind == Kind::ProtectedPerson
        && ctx.permit(Action::ViewSealed, &item::facts(ctx.node(), &mark)).is_err();
    let extent = if sealed {
        Extent::ExistenceOnly
    } else if !redacted && mark.withheld == 0 {
        Extent::Whole
    } else if caption.text.trim().is_empty() && snippet.text.trim().is_empty() {
        Extent::ExistenceOnly
    } else {
        Extent::Part
    };
    Shown {
        object: hit.object,
        record: hit.record,
        kind: mark.kind,
        caption,
        snippet,
        case: hit.case,
        agency: mark.originator,
        at: mark.at,
        grade,
        handling: mark.handling,
        extent,
    }
}
