//! Search.

use lintas_casework::Ctx;
use lintas_casework::search::{self, Facets, GradeFacet, TimeFacet, Wanted};
use lintas_model::{AgencyCode, CaseId, EntityId, Kind, ReportId, WarrantId};

use crate::components::Marked;
use crate::numbers;
use crate::problem::Problem;
use crate::routes::search::saved::SavedLine;
use crate::routes::search::show::{Extent, FacetGroup, FacetLine, HitLine, Hits, SearchForm};
use crate::urls::{self, CaseTab};
use crate::words::Words;

/// How many more hits every further look shows.
const STEP: usize = 50;

fn wanted(form: &SearchForm) -> Wanted {
    Wanted {
        text: form.q.trim().to_owned(),
        kinds: form.kind.parse::<Kind>().into_iter().collect(),
        agency: AgencyCode::new(&form.agency).ok(),
        grade: GradeFacet::ALL.into_iter().find(|grade| grade.as_str() == form.grade),
        time: TimeFacet::ALL.into_iter().find(|time| time.as_str() == form.time),
        place: Some(form.place.clone()).filter(|place| !place.is_empty()),
        limit: STEP * (form.page.min(9) as usize + 1),
        ..Wanted::default()
    }
}

fn form_of(wanted: &Wanted) -> SearchForm {
    SearchForm {
        q: wanted.text.clone(),
        kind: wanted.kinds.first().map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        agency: wanted.agency.as_ref().map(ToString::to_string).unwrap_or_default(),
        grade: wanted.grade.map(|grade| grade.as_str().to_owned()).unwrap_or_default(),
        time: wanted.time.map(|time| time.as_str().to_owned()).unwrap_or_default(),
        place: wanted.place.clone().unwrap_or_default(),
        page: 0,
    }
}

/// Saves a search.
pub(crate) async fn save(ctx: &Ctx, form: &SearchForm) -> Result<String, Problem> {
    Ok(search::save(ctx, &Wanted { limit: 0, ..wanted(form) }).await?.to_string())
}

/// Removes a saved search; what it looked for, if there was one.
pub(crate) async fn forget(ctx: &Ctx, id: &str) -> Result<Option<SearchForm>, Problem> {
    let known = search::saved(ctx, None).await?;
    search::forget(ctx, id.parse().map_err(|_| Problem::Missing)?).await?;
    Ok(known.into_iter().find(|saved| saved.id.to_string() == id).map(|saved| form_of(&saved.wanted)))
}

/// The saved searches of the officer; the one that is open has been seen with this.
pub(crate) async fn saved(ctx: &Ctx, open: &SearchForm) -> Result<Vec<SavedLine>, Problem> {
    let open = Wanted { limit: 0, ..wanted(open) };
    let all = search::saved(ctx, Some(&open)).await?;
    Ok(all.into_iter().map(|saved| line(&saved)).collect())
}

/// A saved search in a line.
pub(crate) fn line(saved: &search::Saved) -> SavedLine {
    let form = form_of(&saved.wanted);
    let narrowed = [&form.kind, &form.agency, &form.grade, &form.time, &form.place];
    let narrowed: Vec<&str> =
        narrowed.into_iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
    let text = match narrowed.is_empty() {
        true => form.q.clone(),
        false => format!("{} · {}", form.q, narrowed.join(" · ").replace('_', " ")),
    };
    SavedLine { id: saved.id.to_string(), text, href: form.address() }
}

/// The hits of a search with their facets.
pub(crate) async fn find(ctx: &Ctx, words: &Words, form: &SearchForm) -> Result<Hits, Problem> {
    let found = search::find(ctx, &wanted(form)).await?;
    let facets = facets(words, form, &found.facets);
    let lines = found.hits.into_iter().map(|hit| {
        let uuid = hit.object.uuid();
        let href = match (hit.kind, hit.case) {
            (Kind::Report, _) => urls::report(ReportId::from_uuid(uuid)),
            (Kind::Statement | Kind::Relation | Kind::Sighting | Kind::Judgement, _) => {
                urls::entity(EntityId::from_uuid(uuid))
            }
            (Kind::Case, _) => urls::case(CaseId::from_uuid(uuid), CaseTab::Overview),
            (Kind::Warrant, _) => urls::warrant(WarrantId::from_uuid(uuid)),
            (Kind::Task | Kind::TaskAnswer | Kind::TaskStep, Some(case)) => urls::case(case, CaseTab::Tasks),
            (Kind::Operation | Kind::OperationStep, Some(case)) => urls::case(case, CaseTab::Operations),
            (Kind::Note, Some(case)) => urls::case(case, CaseTab::Journal),
            (_, Some(case)) => urls::case(case, CaseTab::Overview),
            _ => urls::who(hit.object),
        };
        HitLine {
            href,
            kind: hit.kind.as_str().to_owned(),
            caption: match hit.caption.text.is_empty() {
                true => Marked::own(words.word("record", hit.kind.as_str())),
                false => Marked::new(&hit.caption.text, &hit.caption.marks),
            },
            snippet: Marked::new(&hit.snippet.text, &hit.snippet.marks),
            agency: hit.agency,
            at: hit.at,
            // Statements carry the grade of their report; a case or a task has none.
            grade: match hit.kind {
                Kind::Report | Kind::Statement | Kind::Relation | Kind::Sighting => Some(hit.grade),
                _ => None,
            },
            handling: hit.handling,
            extent: match hit.extent {
                search::Extent::Whole => Extent::Whole,
                search::Extent::Part => Extent::Part,
                search::Extent::ExistenceOnly => Extent::ExistenceOnly,
            },
        }
    });
    Ok(Hits { lines: lines.collect(), more: found.more, facets, beyond: found.beyond })
}

/// What can be chosen to narrow a search, each with its count.
fn facets(words: &Words, form: &SearchForm, found: &Facets) -> Vec<FacetGroup> {
    let group = |title: &str, current: &str, any: SearchForm, all: Vec<(String, String, u64, SearchForm)>| {
        let mut lines = vec![FacetLine {
            label: words.say("search-all"),
            count: None,
            href: any.address(),
            chosen: current.is_empty(),
        }];
        lines.extend(all.into_iter().map(|(value, label, count, form)| FacetLine {
            chosen: value == current,
            count: Some(numbers::whole(words.language(), count)),
            href: form.address(),
            label,
        }));
        FacetGroup { title: words.say(title), lines }
    };
    let first = SearchForm { page: 0, ..form.clone() };
    let kinds = found.kinds.iter().map(|(kind, n)| {
        let kind = kind.as_str().to_owned();
        (kind.clone(), words.word("record", &kind), *n, SearchForm { kind, ..first.clone() })
    });
    let agencies = found.agencies.iter().map(|(agency, n)| {
        let agency = agency.to_string();
        (agency.clone(), agency.clone(), *n, SearchForm { agency, ..first.clone() })
    });
    let grades = found.grades.iter().map(|(grade, n)| {
        let grade = grade.as_str().to_owned();
        (grade.clone(), words.word("found-grade", &grade), *n, SearchForm { grade, ..first.clone() })
    });
    let times = found.times.iter().map(|(time, n)| {
        let time = time.as_str().to_owned();
        (time.clone(), words.word("found-time", &time), *n, SearchForm { time, ..first.clone() })
    });
    let places = found.places.iter().map(|(place, n)| {
        let country = format!("country-{}", place.to_lowercase());
        let label = if place.len() == 2 && words.has(&country) { words.say(&country) } else { place.clone() };
        (place.clone(), label, *n, SearchForm { place: place.clone(), ..first.clone() })
    });
    let without = |change: fn(&mut SearchForm)| {
        let mut form = first.clone();
        change(&mut form);
        form
    };
    let mut groups = vec![
        group("col-kind", &form.kind, without(|form| form.kind.clear()), kinds.collect()),
        group("col-from", &form.agency, without(|form| form.agency.clear()), agencies.collect()),
        group("col-grade", &form.grade, without(|form| form.grade.clear()), grades.collect()),
        group("col-date", &form.time, without(|form| form.time.clear()), times.collect()),
        group("search-place", &form.place, without(|form| form.place.clear()), places.collect()),
    ];
    // One value alone narrows nothing.
    groups.retain(|group| group.lines.len() > 2 || !group.lines[0].chosen);
    groups
}
