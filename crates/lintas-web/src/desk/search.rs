//! Search.

use lintas_casework::Ctx;
use lintas_casework::search::{self, Wanted};
use lintas_model::{AgencyCode, CaseId, EntityId, Kind, ReportId, WarrantId};

use crate::components::{Marked, Text};
use crate::problem::Problem;
use crate::routes::search::show::{Extent, HitLine, SearchForm};
use crate::urls::{self, CaseTab};

/// How many more hits every further look shows.
const STEP: usize = 50;

/// The hits of a search and whether there are more.
pub(crate) async fn find(ctx: &Ctx, form: &SearchForm) -> Result<(Vec<HitLine>, bool), Problem> {
    let wanted = Wanted {
        text: form.q.clone(),
        kinds: form.kind.parse::<Kind>().into_iter().collect(),
        agency: AgencyCode::new(&form.agency).ok(),
        limit: STEP * (form.page.min(9) as usize + 1),
    };
    let found = search::find(ctx, &wanted).await?;
    let hits = found.hits.into_iter().map(|hit| {
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
            caption: match hit.caption.is_empty() {
                true => Text::own(hit.kind.as_str()),
                false => Text::new(&hit.caption),
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
    Ok((hits.collect(), found.more))
}
