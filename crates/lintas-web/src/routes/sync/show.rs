//! Partners and sync, honestly: what is held, what waits, and why nothing came.

use super::log::OtherLogCard;
use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::security::upload;
use askama::Template;
use axum::extract::{Multipart, Path};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::new_log::OtherLog;
use lintas_exchange::ClocksDiffer;
use lintas_model::{AgencyCode, Timestamp};
use serde::Deserialize;

use crate::components::{Cell, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Page, Place};
use crate::urls;

/// Where a partner stands. These are different things and never said with one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PartnerState {
    /// Met, and there was nothing to do or everything was taken.
    Idle { at: Timestamp },
    /// Records wait to be taken over.
    Behind { records: u64 },
    /// The partner, or this node, refuses by its rules.
    Refused { reason: String },
    /// Could not be met; will be tried again.
    Failed { reason: String, retry_at: Option<Timestamp> },
    /// Meets by file only.
    WaitingForFile { since: Option<Timestamp> },
    /// Never met so far.
    Never,
}

impl PartnerState {
    /// The state as a pill.
    pub(crate) fn pill(&self, page: &Page) -> Pill {
        let shown = |at: &Timestamp| Moment::at(&page.words, *at).shown;
        match self {
            Self::Idle { at } => {
                Pill::new(Tone::Ok, format!("✓ {}", page.words.fill("sync-idle", &[("when", &shown(at))])))
            }
            Self::Behind { records } => {
                Pill::new(Tone::Warn, format!("… {}", page.count("sync-behind", *records)))
            }
            Self::Refused { .. } => Pill::new(Tone::Danger, format!("⊘ {}", page.say("sync-refused"))),
            Self::Failed { retry_at: Some(at), .. } => Pill::new(
                Tone::Danger,
                format!("✕ {}", page.words.fill("sync-failed-retry", &[("when", &shown(at))])),
            ),
            Self::Failed { retry_at: None, .. } => {
                Pill::new(Tone::Danger, format!("✕ {}", page.say("sync-failed")))
            }
            Self::WaitingForFile { since: Some(at) } => Pill::new(
                Tone::Plain,
                format!("⇄ {}", page.words.fill("sync-by-file-since", &[("when", &shown(at))])),
            ),
            Self::WaitingForFile { since: None } => {
                Pill::new(Tone::Plain, format!("⇄ {}", page.say("sync-by-file")))
            }
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

/// One feed between us and a partner.
#[derive(Debug, Clone)]
pub(crate) struct FeedLine {
    pub(crate) audience: String,
    pub(crate) writer: AgencyCode,
    /// Records of the feed that are held here.
    pub(crate) records: u64,
    /// Of a partner's feed: unreadable here, refused at the last meeting, bytes that came.
    pub(crate) came: Option<(u64, u64, u64)>,
    /// How many of ours the partner has acknowledged; none for a feed of the partner's.
    pub(crate) acknowledged: Option<u64>,
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
    /// The partner's clock beside ours, where they differ.
    pub(crate) clocks: Option<ClocksDiffer>,
    /// False once the partner has been cut off.
    pub(crate) active: bool,
    /// The words of the root key, as they were read aloud.
    pub(crate) root_words: String,
    /// How many records of its log are cosigned here.
    pub(crate) cosigned: Option<u64>,
    /// A log of it that does not continue the one cosigned here.
    pub(crate) other_log: Option<OtherLog>,
}

struct Partner {
    code: String,
    name: Text,
    pill: Pill,
    reason: Option<String>,
    clocks: Option<String>,
    figures: Vec<(String, String)>,
    feeds: Table,
    fingerprint: String,
    bundle: String,
    other_log: Option<OtherLogCard>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sync/show.html")]
pub(crate) struct SyncShow {
    page: Page,
    partners: Vec<Partner>,
    contradictions: Table,
    file: Field,
    problem: Option<String>,
    can_act: bool,
}

impl SyncShow {
    /// The page from where each partner stands.
    pub(crate) fn new(
        page: Page,
        lines: &[PartnerLine],
        kept: &[(AgencyCode, String, Timestamp)],
        can_act: bool,
        problem: Option<String>,
    ) -> Self {
        let page = page.at(Place::Sync);
        let contradictions = Table::new(page.say("contradictions-none"))
            .caption(page.say("contradictions"))
            .column(page.say("col-agency"))
            .column(page.say("reason"))
            .column(page.say("col-date"))
            .rows(kept.iter().map(|(agency, told, at)| {
                vec![
                    Cell::Text(Text::own(agency.as_str())),
                    Cell::Text(Text::new(told)),
                    Cell::Moment(Moment::at(&page.words, *at)),
                ]
            }));
        let file =
            Field::new("file", page.say("sync-file"), Input::File { accept: ".lintas,.bundle", many: false })
                .hint(page.say("sync-file-hint"))
                .required();
        Self {
            partners: lines.iter().map(|line| partner(&page, line)).collect(),
            contradictions,
            file,
            problem,
            can_act,
            page,
        }
    }
}

fn partner(page: &Page, line: &PartnerLine) -> Partner {
    let number = |n| Cell::Number(numbers::whole(page.words.language(), n));
    let feeds = Table::new(page.say("feeds-none"))
        .caption(page.say("sync-feeds"))
        .column(page.say("release-audience"))
        .column(page.say("sync-writer"))
        .numbers(page.say("col-records"))
        .numbers(page.say("sync-taken"))
        .numbers(page.say("sync-unreadable"))
        .numbers(page.say("sync-refused-records"))
        .numbers(page.say("sync-bytes"))
        .rows(line.feeds.iter().map(|feed| {
            vec![
                Cell::Text(Text::new(&feed.audience)),
                Cell::Text(Text::own(feed.writer.as_str())),
                number(feed.records),
                feed.acknowledged.map_or(Cell::Void, number),
                feed.came.map_or(Cell::Void, |(unreadable, ..)| number(unreadable)),
                feed.came.map_or(Cell::Void, |(_, refused, _)| number(refused)),
                feed.came.map_or(Cell::Void, |(.., bytes)| Cell::Number(numbers::bytes(bytes))),
            ]
        }));
    let acknowledged = line.acknowledged.map(|at| Moment::at(&page.words, at).shown);
    Partner {
        code: line.agency.to_string(),
        name: Text::new(&line.name),
        pill: match line.active {
            true => line.state.pill(page),
            false => Pill::new(Tone::Danger, page.say("partner-cut-off")),
        },
        reason: line.state.reason().map(str::to_owned),
        clocks: line.clocks.map(|ClocksDiffer { ours, theirs }| {
            let shown = |at| Moment::at(&page.words, at).shown;
            page.words.fill("sync-clocks", &[("ours", &shown(ours)), ("theirs", &shown(theirs))])
        }),
        figures: vec![
            (page.say("sync-received"), numbers::bytes(line.received_bytes)),
            (page.say("sync-sent"), numbers::bytes(line.sent_bytes)),
            (page.say("sync-acknowledged"), acknowledged.unwrap_or_else(|| page.say("receipt-waiting"))),
            (
                page.say("sync-cosigned"),
                numbers::whole(page.words.language(), line.cosigned.unwrap_or_default()),
            ),
        ],
        feeds,
        fingerprint: line.root_words.clone(),
        bundle: urls::bundle_out(&line.agency),
        other_log: line.other_log.as_ref().map(|other| OtherLogCard::new(page, other)),
    }
}

/// A form that sends nothing but its token.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct NothingForm {}

/// Answers with where each partner stands.
pub(crate) async fn show(seat: Seat) -> Result<Html<SyncShow>, Problem> {
    answer(&seat, None).await
}

pub(super) async fn answer(seat: &Seat, problem: Option<String>) -> Result<Html<SyncShow>, Problem> {
    let (lines, can_act) = desk::partners::list(&seat.ctx).await?;
    let kept = desk::partners::contradictions(&seat.ctx).await?;
    Ok(Html(SyncShow::new(seat.page(), &lines, &kept, can_act, problem)))
}

/// Meets all partners now.
pub(crate) async fn now(Sent { seat, .. }: Sent<NothingForm>) -> Result<Redirect, Problem> {
    let taken = desk::partners::meet_all(&seat.ctx, seat.app().pace()).await?;
    Ok(done(urls::SYNC, "synced", taken))
}

/// Takes a bundle in; what is wrong with it is said beside the field.
pub(crate) async fn take(seat: Seat, form: Multipart) -> Result<Response, Problem> {
    desk::partners::may_sync(&seat.ctx)?;
    let name = desk::imports::upload_name(&seat.ctx);
    let fits = |token: &str| seat.token_fits(token);
    let Some(file) = upload::receive(form, fits, seat.app().uploads(), &name).await? else {
        return Ok(Redirect::to(urls::SYNC).into_response());
    };
    let taken = desk::partners::take_bundle(&seat.ctx, &file).await;
    upload::remove(seat.app().uploads(), &name).await;
    match taken? {
        (taken, None) => Ok(done(urls::SYNC, "bundle", taken).into_response()),
        (_, Some(problem)) => Ok(answer(&seat, Some(problem)).await?.into_response()),
    }
}

/// Answers with a bundle for a partner.
pub(crate) async fn give(seat: Seat, Path(agency): Path<AgencyCode>) -> Result<Response, Problem> {
    let bytes = desk::partners::bundle_for(&seat.ctx, &agency).await?;
    let name = format!("attachment; filename=\"{}-to-{agency}.lintas\"", seat.app().code());
    let kind = "application/octet-stream".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SyncShow {
    use crate::sample;
    let line = |code: &str, name: &str, state| PartnerLine {
        agency: sample::agency(code),
        name: name.into(),
        state,
        received_bytes: 1_420_000,
        clocks: (code == "MY-ATIPSOM").then(|| ClocksDiffer {
            ours: sample::at("2017-11-16T02:00:00Z"),
            theirs: sample::at("2007-11-16T02:00:00Z"),
        }),
        sent_bytes: 88_000,
        acknowledged: Some(sample::at("2026-11-24T03:00:00Z")),
        feeds: vec![
            FeedLine {
                audience: "LOTUS BRIDGE".into(),
                writer: sample::agency(code),
                records: 412,
                came: Some((1, 0, 1_420_000)),
                acknowledged: None,
            },
            FeedLine {
                audience: "LOTUS BRIDGE".into(),
                writer: sample::agency("KH-CIB"),
                records: 96,
                came: None,
                acknowledged: Some(82),
            },
        ],
        active: true,
        root_words: "amber-candle-river-stone".into(),
        cosigned: Some(508),
        other_log: None,
    };
    let at = sample::at("2026-11-24T03:00:00Z");
    let failed = "could not reach 10.0.4.2:7901: connection refused";
    let mut partners = [
        line("TH-DSI", "กรมสอบสวนคดีพิเศษ", PartnerState::Idle { at }),
        line("VN-C02", "Cục Cảnh sát hình sự", PartnerState::Behind { records: 14 }),
        line("MY-ATIPSOM", "ATIPSOM", PartnerState::Failed { reason: failed.into(), retry_at: Some(at) }),
        line("ID-PPA", "Unit PPA", PartnerState::Refused { reason: "not a member of the audience".into() }),
        line("LA-ATD", "ກົມຕ້ານການຄ້າມະນຸດ", PartnerState::WaitingForFile { since: Some(at) }),
        line("BD-CID", "অপরাধ তদন্ত বিভাগ", PartnerState::Never),
    ];
    partners[3].other_log = Some(super::log::sample_other());
    let kept = vec![(
        sample::agency("LA-ATD"),
        "WT-004 it shows two logs of 120 records: the log is forked".to_owned(),
        sample::at("2026-11-24T03:00:00Z"),
    )];
    SyncShow::new(page, &partners, &kept, true, None)
}
