//! A release: what it gave to whom on which terms, who has acknowledged it, and recalling it.

use askama::Template;
use lintas_model::{AgencyCode, RecordId, Timestamp};

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
    /// Record, kind, caption, disclosed fields.
    pub(crate) records: Vec<(RecordId, String, String, Vec<String>)>,
    /// Each reader with when it acknowledged the release, and when the recall.
    pub(crate) receipts: Vec<(AgencyCode, Option<Timestamp>, Option<Timestamp>)>,
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
}

impl ReleaseShow {
    /// The page of a release.
    pub(crate) fn new(page: Page, release: ShownRelease) -> Self {
        let page = page.at(Place::Releases).level(Level::Restricted);
        let line = &release.line;
        let moment = |at: Option<Timestamp>, none: &str| match at {
            Some(at) => Cell::Moment(Moment::at(&page.words, at)),
            None => Cell::Pills(vec![Pill::new(Tone::Warn, page.say(none))]),
        };
        let records = Table::new(page.say("release-records-none"))
            .caption(page.say("release-records"))
            .column(page.say("col-kind"))
            .column(page.say("col-found"))
            .column(page.say("release-fields"))
            .rows(release.records.iter().map(|(_, kind, caption, fields)| {
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
            .caption(page.say("release-receipts"))
            .column(page.say("col-agency"))
            .column(page.say("receipt-held"));
        if line.recalled {
            receipts = receipts.column(page.say("receipt-given-up"));
        }
        let receipts = receipts.rows(release.receipts.iter().map(|(agency, held, given_up)| {
            let mut row = vec![Cell::Text(Text::own(agency.as_str())), moment(*held, "receipt-waiting")];
            if line.recalled {
                row.push(moment(*given_up, "receipt-waiting"));
            }
            row
        }));
        let purposes = release.purposes.iter().map(|p| page.word("purpose", p)).collect::<Vec<_>>().join(", ");
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
            terms,
            records,
            receipts,
            recall,
            page,
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleaseShow {
    use crate::sample;
    ReleaseShow::new(
        page,
        ShownRelease {
            line: list::sample_line(),
            legal_basis: "UNTOC Art. 27".into(),
            purposes: vec!["investigation".into()],
            use_rule: "intelligence_only".into(),
            onward: "ask".into(),
            records: vec![(
                sample::id(82),
                "statement".into(),
                "+855 12 345 678".into(),
                vec!["phone_number".into()],
            )],
            receipts: vec![
                (sample::agency("TH-DSI"), Some(sample::at("2026-11-24T03:02:00Z")), None),
                (sample::agency("VN-C02"), None, None),
            ],
            can_recall: true,
        },
    )
}
