//! Partners and sync, honestly: what is held, what waits, and why nothing came.

use askama::Template;
use lintas_model::{AgencyCode, Timestamp};

use crate::components::{Cell, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Page, Place};
use crate::urls;

/// Where a partner stands. These are different things and never said with one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PartnerState {
    /// Met, and there was nothing to do or everything was taken.
    Idle {
        at: Timestamp,
    },
    /// Being met right now.
    Running,
    /// Records wait to be taken over.
    Behind {
        records: u64,
    },
    /// The partner, or this node, refuses by its rules.
    Refused {
        reason: String,
    },
    /// Could not be met; will be tried again.
    Failed {
        reason: String,
        retry_at: Option<Timestamp>,
    },
    /// Meets by file only.
    WaitingForFile {
        since: Option<Timestamp>,
    },
    /// Never met so far.
    Never,
}

impl PartnerState {
    /// The state as a pill.
    pub(crate) fn pill(&self, page: &Page) -> Pill {
        let shown = |at: &Timestamp| Moment::at(&page.words, *at).shown;
        match self {
            Self::Idle { at } => Pill::new(Tone::Ok, format!("✓ {}", page.words.fill("sync-idle", &[("when", &shown(at))]))),
            Self::Running => Pill::new(Tone::Info, format!("⟳ {}", page.say("sync-running"))),
            Self::Behind { records } => Pill::new(Tone::Warn, format!("… {}", page.count("sync-behind", *records))),
            Self::Refused { .. } => Pill::new(Tone::Danger, format!("⊘ {}", page.say("sync-refused"))),
            Self::Failed { retry_at: Some(at), .. } => {
                Pill::new(Tone::Danger, format!("✕ {}", page.words.fill("sync-failed-retry", &[("when", &shown(at))])))
            }
            Self::Failed { retry_at: None, .. } => Pill::new(Tone::Danger, format!("✕ {}", page.say("sync-failed"))),
            Self::WaitingForFile { since: Some(at) } => {
                Pill::new(Tone::Plain, format!("⇄ {}", page.words.fill("sync-by-file-since", &[("when", &shown(at))])))
            }
            Self::WaitingForFile { since: None } => Pill::new(Tone::Plain, format!("⇄ {}", page.say("sync-by-file"))),
            Self::Never => Pill::new(Tone::Plain, format!("○ {}", page.say("sync-never"))),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Refused { reason } | Self::Failed { reason, .. } => Some(reason),
            _ => None,
        }
    }
}

/// One feed of a partner.
#[derive(Debug, Clone)]
pub(crate) struct FeedLine {
    pub(crate) audience: String,
    pub(crate) held: u64,
    pub(crate) unreadable: u64,
    pub(crate) refused: u64,
    pub(crate) bytes: u64,
}

/// A partner.
#[derive(Debug, Clone)]
pub(crate) struct PartnerLine {
    pub(crate) agency: AgencyCode,
    pub(crate) name: String,
    pub(crate) state: PartnerState,
    pub(crate) received_bytes: u64,
    pub(crate) sent_bytes: u64,
    /// The last time the partner acknowledged what it holds of ours.
    pub(crate) acknowledged: Option<Timestamp>,
    pub(crate) feeds: Vec<FeedLine>,
    pub(crate) root_fingerprint: String,
}

struct Partner {
    code: String,
    name: Text,
    pill: Pill,
    reason: Option<String>,
    figures: Vec<(String, String)>,
    feeds: Table,
    fingerprint: String,
    bundle: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sync/show.html")]
pub(crate) struct SyncShow {
    page: Page,
    partners: Vec<Partner>,
    file: Field,
    problem: Option<String>,
    can_act: bool,
}

impl SyncShow {
    /// The page from where each partner stands.
    pub(crate) fn new(page: Page, lines: &[PartnerLine], can_act: bool, problem: Option<String>) -> Self {
        let page = page.at(Place::Sync);
        let file = Field::new("file", page.say("sync-file"), Input::File { accept: ".lintas,.bundle" })
            .hint(page.say("sync-file-hint"))
            .required();
        Self { partners: lines.iter().map(|line| partner(&page, line)).collect(), file, problem, can_act, page }
    }
}

fn partner(page: &Page, line: &PartnerLine) -> Partner {
    let number = |n| Cell::Number(numbers::whole(page.words.language(), n));
    let feeds = Table::new(page.say("feeds-none"))
        .caption(page.say("sync-feeds"))
        .column(page.say("release-audience"))
        .numbers(page.say("sync-held"))
        .numbers(page.say("sync-unreadable"))
        .numbers(page.say("sync-refused-records"))
        .numbers(page.say("sync-bytes"))
        .rows(line.feeds.iter().map(|feed| {
            vec![
                Cell::Text(Text::new(&feed.audience)),
                number(feed.held),
                number(feed.unreadable),
                number(feed.refused),
                Cell::Number(numbers::bytes(feed.bytes)),
            ]
        }));
    let acknowledged = line.acknowledged.map(|at| Moment::at(&page.words, at).shown);
    Partner {
        code: line.agency.to_string(),
        name: Text::new(&line.name),
        pill: line.state.pill(page),
        reason: line.state.reason().map(str::to_owned),
        figures: vec![
            (page.say("sync-received"), numbers::bytes(line.received_bytes)),
            (page.say("sync-sent"), numbers::bytes(line.sent_bytes)),
            (page.say("sync-acknowledged"), acknowledged.unwrap_or_else(|| page.say("receipt-waiting"))),
        ],
        feeds,
        fingerprint: line.root_fingerprint.clone(),
        bundle: urls::bundle_out(&line.agency),
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SyncShow {
    use crate::sample;
    let line = |code: &str, name: &str, state| PartnerLine {
        agency: sample::agency(code),
        name: name.into(),
        state,
        received_bytes: 1_420_000,
        sent_bytes: 88_000,
        acknowledged: Some(sample::at("2026-11-24T03:00:00Z")),
        feeds: vec![FeedLine {
            audience: "LOTUS BRIDGE".into(),
            held: 412,
            unreadable: 1,
            refused: 0,
            bytes: 1_420_000,
        }],
        root_fingerprint: "3f2a 91bc 07de 55aa".into(),
    };
    let at = sample::at("2026-11-24T03:00:00Z");
    let failed = "could not reach 10.0.4.2:7901: connection refused";
    let partners = [
        line("TH-DSI", "กรมสอบสวนคดีพิเศษ", PartnerState::Idle { at }),
        line("VN-C02", "Cục Cảnh sát hình sự", PartnerState::Behind { records: 14 }),
        line("MY-ATIPSOM", "ATIPSOM", PartnerState::Failed { reason: failed.into(), retry_at: Some(at) }),
        line("ID-PPA", "Unit PPA", PartnerState::Refused { reason: "not a member of the audience".into() }),
        line("LA-ATD", "ກົມຕ້ານການຄ້າມະນຸດ", PartnerState::WaitingForFile { since: Some(at) }),
        line("BD-CID", "অপরাধ তদন্ত বিভাগ", PartnerState::Never),
    ];
    SyncShow::new(page, &partners, true, None)
}
