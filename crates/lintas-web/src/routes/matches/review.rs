//! Match review: the strongest pair that is left, judged by key or button, and what was judged lately.

use askama::Template;
use axum::extract::Query;
use axum::response::Redirect;
use lintas_model::EntityId;
use lintas_model::record::Verdict;
use serde::Deserialize;

use super::pair::{JudgedLine, PairCard, ShownPair, judgements};
use crate::components::Table;
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done_unless};
use crate::undo::Deed;
use crate::urls;

/// What the page needs to know.
#[derive(Default)]
pub(crate) struct ShownReview {
    pub(crate) pair: Option<ShownPair>,
    pub(crate) next: Option<ShownPair>,
    /// How many rows have not been looked at yet.
    pub(crate) behind: u64,
    pub(crate) contradictions: Vec<JudgedLine>,
    pub(crate) judged: Vec<JudgedLine>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/matches/review.html")]
pub(crate) struct MatchReview {
    page: Page,
    pair: Option<PairCard>,
    next: Option<PairCard>,
    behind: Option<String>,
    from_start: bool,
    contradictions: Option<Table>,
    judged: Table,
}

impl MatchReview {
    /// The page with the pair to judge and the one after it.
    pub(crate) fn new(page: Page, after: &str, review: &ShownReview) -> Self {
        let shown = review.pair.iter().chain(&review.next).flat_map(|pair| &pair.sides);
        let handlings = shown.flat_map(|side| &side.lines).map(|line| &line.handling);
        let page = page.at(Place::Matches).level(Level::Restricted).handlings(handlings);
        Self {
            pair: review.pair.as_ref().map(|pair| PairCard::new(&page, pair)),
            next: review.next.as_ref().map(|pair| PairCard::new(&page, pair)),
            behind: (review.behind > 0).then(|| page.count("matches-behind", review.behind)),
            from_start: after.is_empty(),
            contradictions: (!review.contradictions.is_empty())
                .then(|| judgements(&page, &review.contradictions, after, true)),
            judged: judgements(&page, &review.judged, after, true),
            page,
        }
    }
}

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Address {
    after: String,
}

/// What a judgement sends.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct JudgeForm {
    left: EntityId,
    right: EntityId,
    verdict: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    after: String,
}

/// Answers with the strongest pair after a place in the queue.
pub(crate) async fn show(seat: Seat, Query(address): Query<Address>) -> Result<Html<MatchReview>, Problem> {
    let review = desk::matches::review(&seat.ctx, &seat.visit.words, &address.after).await?;
    Ok(Html(MatchReview::new(seat.page(), &address.after, &review)))
}

/// Records a judgement and goes on to the next pair; one that is taken back is shown again.
pub(crate) async fn judge(Sent { seat, form }: Sent<JudgeForm>) -> Result<Redirect, Problem> {
    let verdict = match form.verdict.as_str() {
        "same" => Verdict::Same,
        "not_same" => Verdict::NotSame,
        "withdrawn" => Verdict::Withdrawn,
        _ => return Err(Problem::Missing),
    };
    let words = &seat.visit.words;
    let reason = match (form.reason.trim(), verdict) {
        ("", Verdict::Withdrawn) => words.say("match-reason-undo"),
        ("", _) => words.say("match-reason-default"),
        (reason, _) => reason.to_owned(),
    };
    desk::entities::judge(&seat.ctx, form.left, form.right, verdict, &reason).await?;
    let after = match verdict {
        Verdict::Withdrawn => desk::matches::before(&form.after, form.left, form.right),
        _ => form.after,
    };
    let undo = (verdict != Verdict::Withdrawn).then(|| Deed::Judgement {
        left: form.left,
        right: form.right,
        was: verdict,
        back: urls::matches_after(&desk::matches::before(&after, form.left, form.right)),
    });
    Ok(done_unless(&seat, &urls::matches_after(&after), "judged", 1, undo))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> MatchReview {
    use lintas_model::EntityKind;
    use lintas_model::handling::{HandlingCode, Tlp};

    use super::pair::{PartLine, SaidLine, ShownSide};
    use crate::sample;
    let said = |property: &str, value: &str, romanised: Option<&str>, agency| SaidLine {
        property: property.into(),
        value: value.into(),
        romanised: romanised.map(Into::into),
        report: sample::id(11),
        at: sample::at("2026-11-24T03:00:00Z"),
        agency: sample::agency(agency),
        grade: sample::grade("B2"),
        handling: sample::handling(&[HandlingCode::H1], Tlp::Amber),
    };
    let side = |n, caption: &str, lines| ShownSide {
        entity: sample::id(n),
        kind: EntityKind::Person,
        caption: caption.into(),
        merged: u64::from(n == 60),
        lines,
    };
    let judged = |verdict, undo| JudgedLine {
        pair: [(sample::id(40), "สมชาย ใจดี".into()), (sample::id(60), "Somchai Jaidee".into())],
        verdict,
        reason: "same village".into(),
        at: sample::at("2026-11-24T03:00:00Z"),
        by: "TH-DSI".into(),
        undo,
    };
    let pair = ShownPair {
        at: "932.a.b".into(),
        sides: [
            side(40, "สมชาย ใจดี", vec![said("name", "สมชาย ใจดี", Some("somchai chaidi"), "TH-DSI")]),
            side(
                60,
                "Somchai Jaidee",
                vec![
                    said("name", "Somchai Jaidee", None, "LA-ATD"),
                    said("phone_number", "+66 81 234 5678", None, "LA-ATD"),
                ],
            ),
        ],
        score_permille: Some(932),
        parts: vec![
            PartLine {
                left: "สมชาย".into(),
                rule: Some("same_sound".into()),
                right: "Somchai".into(),
                common: true,
            },
            PartLine { left: "ใจดี".into(), rule: None, right: String::new(), common: false },
        ],
        shared: vec![("phone_number".into(), "+66812345678".into())],
        births_differ: Some(("1980-02-03".into(), "1991-07-09".into())),
        birth: Some("1980-02-03".into()),
        namesakes: Some((3, true)),
        judgements: vec![judged("not_same", false)],
        changed: true,
    };
    let review = ShownReview {
        next: Some(pair.clone()),
        pair: Some(pair),
        behind: 1_200,
        contradictions: vec![judged("same", false), judged("not_same", false)],
        judged: vec![judged("same", true), judged("withdrawn", false)],
    };
    MatchReview::new(page, "", &review)
}
