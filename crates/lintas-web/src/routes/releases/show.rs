//! A release: what it gave to whom on which terms, who has acknowledged it, and recalling it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::routes::imports::show::ReasonForm;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::AgencyCode;
use lintas_model::ReleaseId;

use super::list::{self, ReleaseLine};
use crate::components::{Cell, Field, Moment, Pill, Table, Text, Tone};
use crate::page::{Level, Page, Place};
use crate::urls;

/// What the page needs beyond the line of the list.
pub(crate) struct ShownRelease {
    pub(crate) line: ReleaseLine,
    pub(crate) legal_basis: String,
    /// Purposes as words.
    pub(crate) purposes: Vec<String>,
    pub(crate) use_rule: String,
    pub(crate) onward: String,
    /// Kind, caption, disclosed fields; no fields where all are.
    pub(crate) records: Vec<(String, String, Vec<String>)>,
    /// Each reader, and whether it has said that a recall was carried out.
    pub(crate) readers: Vec<(AgencyCode, bool)>,
    pub(crate) can_recall: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/releases/show.html")]
pub(crate) struct ReleaseShow {
    page: Page,
    title: Text,
    state: Pill,
    terms: Vec<(String, String)>,
    records: Table,
    receipts: Table,
    recall: Option<(String, Field)>,
    control: String,
}

impl ReleaseShow {
    /// The page of a release.
    pub(crate) fn new(page: Page, release: ShownRelease) -> Self {
        let page = page.at(Place::Releases).level(Level::Restricted);
        let line = &release.line;
        let records = Table::new(page.say("release-records-none"))
            .caption(page.say("release-records"))
            .column(page.say("col-kind"))
            .column(page.say("col-found"))
            .column(page.say("release-fields"))
            .rows(release.records.iter().map(|(kind, caption, fields)| {
                let fields = match fields.is_empty() {
                    true => page.say("release-all-fields"),
                    false => fields.iter().map(|f| page.word("property", f)).collect::<Vec<_>>().join(", "),
                };
                vec![
                    Cell::Text(Text::own(page.word("record", kind))),
                    Cell::Text(Text::new(caption)),
                    Cell::Text(Text::own(fields)),
                ]
            }));
        let mut receipts = Table::new(page.say("receipts-none"))
            .caption(page.say("release-readers"))
            .column(page.say("col-agency"));
        if line.recalled {
            receipts = receipts.column(page.say("receipt-given-up"));
        }
        let receipts = receipts.rows(release.readers.iter().map(|(agency, given_up)| {
            let mut row = vec![Cell::Text(Text::own(agency.as_str()))];
            if line.recalled {
                row.push(Cell::Pills(vec![match given_up {
                    true => Pill::new(Tone::Ok, format!("✓ {}", page.say("receipt-came"))),
                    false => Pill::new(Tone::Warn, page.say("receipt-waiting")),
                }]));
            }
            row
        }));
        let purposes =
            release.purposes.iter().map(|p| page.word("purpose", p)).collect::<Vec<_>>().join(", ");
        let expires = line.expires_at.map(|at| Moment::day(&page.words, at).shown);
        let terms = vec![
            (page.say("col-originator"), line.originator.to_string()),
            (page.say("release-audience"), line.audience.clone()),
            (page.say("col-date"), Moment::at(&page.words, line.at).shown),
            (page.say("release-purposes"), purposes),
            (page.say("release-use"), page.word("use", &release.use_rule)),
            (page.say("release-onward"), page.word("onward", &release.onward)),
            (page.say("release-expires"), expires.unwrap_or_else(|| page.say("release-no-end"))),
            (page.say("release-basis"), release.legal_basis.clone()),
        ];
        let recall = (release.can_recall && !line.recalled).then(|| {
            let field = Field::line("reason", page.say("reason"), "").required();
            (urls::release_recall(line.release), field)
        });
        Self {
            title: Text::new(&line.reason),
            state: list::state(&page, line),
            control: urls::release_control(line.release),
            terms,
            records,
            receipts,
            recall,
            page,
        }
    }
}

/// Answers with a release.
pub(crate) async fn show(seat: Seat, Path(release): Path<ReleaseId>) -> Result<Html<ReleaseShow>, Problem> {
    Ok(Html(ReleaseShow::new(seat.page(), desk::releases::show(&seat.ctx, release).await?)))
}

/// Recalls a release.
pub(crate) async fn recall(
    Path(release): Path<ReleaseId>,
    Sent { seat, form }: Sent<ReasonForm>,
) -> Result<Redirect, Problem> {
    desk::releases::recall(&seat.ctx, release, form.reason.trim()).await?;
    Ok(done(&urls::release(release), "recalled", 1))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleaseShow {
    use crate::sample;
    ReleaseShow::new(
        page,
        ShownRelease {
            line: ReleaseLine { recalled: true, ..list::sample_line() },
            legal_basis: "UNTOC Art. 27".into(),
            purposes: vec!["investigation".into()],
            use_rule: "intelligence_only".into(),
            onward: "ask".into(),
            records: vec![("statement".into(), "+855 12 345 678".into(), vec!["phone_number".into()])],
            readers: vec![(sample::agency("TH-DSI"), true), (sample::agency("VN-C02"), false)],
            can_recall: true,
        },
    )
}
