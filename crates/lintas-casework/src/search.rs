//! Searching over what may be viewed: results and counts never tell of more.

use lintas_model::{AgencyCode, CaseId, Grade, Handling, Kind, ObjectId, RecordId, Timestamp};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Hit, Mark, SearchQuery, Snippet};

use crate::item;
use crate::{Ctx, Result, access, grading};

/// What is searched for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words in any script.
    pub text: String,
    /// Kinds of records; empty means any.
    pub kinds: Vec<Kind>,
    /// The agency that wrote it.
    pub agency: Option<AgencyCode>,
    /// How many results at most.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The results, best first.
    pub hits: Vec<Shown>,
    /// Whether there are more than were asked for.
    pub more: bool,
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
    /// What lists call it.
    pub caption: String,
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

/// So many pages of candidates are looked through at most.
const PAGES: usize = 8;

/// Searches.
pub async fn find(ctx: &Ctx, wanted: &Wanted) -> Result<Found> {
    ctx.require_own(Action::Search, "search").await?;
    let limit = if wanted.limit == 0 { 50 } else { wanted.limit.min(500) };
    let text = wanted.text.trim();
    if text.is_empty() {
        return Ok(Found::default());
    }
    let mut hits = Vec::new();
    // What may not be shown is passed over in pages, so that it neither counts nor crowds out what may.
    for page in 0..PAGES {
        let query = SearchQuery {
            text: text.to_owned(),
            kinds: wanted.kinds.clone(),
            agency: wanted.agency.clone(),
            now: Some(ctx.now()),
            limit: limit + 1,
            offset: page * (limit + 1),
            ..SearchQuery::default()
        };
        let candidates = ctx.node().store().search(&query).await?;
        let last = candidates.len() <= limit;
        for hit in candidates {
            hits.extend(shown(ctx, hit, text).await?);
        }
        if last || hits.len() > limit {
            break;
        }
    }
    let more = hits.len() > limit;
    hits.truncate(limit);
    let reports: Vec<&Mark> =
        hits.iter().map(|(_, mark): &(Shown, Mark)| mark).filter(|mark| mark.kind == Kind::Report).collect();
    let grades = grading::current(ctx, &reports).await?;
    let hits: Vec<Shown> = hits
        .into_iter()
        .map(|(hit, mark)| Shown { grade: grades.get(&mark.object).copied().or(mark.grade), ..hit })
        .collect();
    access::searched(ctx, text, hits.len()).await?;
    Ok(Found { hits, more })
}

/// A hit as the actor may see it. Where fields are left out for the actor, the words must stand in what is left, and the
/// piece of text is only the caption.
async fn shown(ctx: &Ctx, mut hit: Hit, text: &str) -> Result<Option<(Shown, Mark)>> {
    let query = HeldQuery { record: Some(hit.record), now: Some(ctx.now()), ..HeldQuery::default() };
    let held = ctx.node().store().held(&query).await?;
    let Some(whole) = held.first().map(|held| held.body.clone()) else { return Ok(None) };
    let Some((mark, permit, body)) = item::permitted(ctx, Action::Search, held).into_iter().next() else {
        return Ok(None);
    };
    let redacted = !permit.redacted().is_empty() && body != whole;
    if redacted {
        let left = serde_json::to_string(&body).unwrap_or_default().to_lowercase();
        if !text.to_lowercase().split_whitespace().all(|word| left.contains(word)) {
            return Ok(None);
        }
        hit.snippet =
            Snippet { text: hit.caption.clone(), marks: Vec::new(), cut_before: false, cut_after: false };
    }
    // Of a protected person everybody outside the sealed space knows a code: that the person exists.
    let sealed = mark.kind == Kind::ProtectedPerson
        && ctx.permit(Action::ViewSealed, &item::facts(ctx.node(), &mark)).is_err();
    let extent = if sealed {
        Extent::ExistenceOnly
    } else if !redacted && mark.withheld == 0 {
        Extent::Whole
    } else if hit.caption.trim().is_empty() && hit.snippet.text.trim().is_empty() {
        Extent::ExistenceOnly
    } else {
        Extent::Part
    };
    let shown = Shown {
        object: hit.object,
        record: hit.record,
        kind: hit.kind,
        caption: hit.caption,
        snippet: hit.snippet,
        case: hit.case,
        agency: hit.agency,
        at: hit.at,
        grade: mark.grade,
        handling: mark.handling.clone(),
        extent,
    };
    Ok(Some((shown, mark)))
}
