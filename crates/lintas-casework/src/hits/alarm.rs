//! Numbers in a row: what all officers asked within a day is looked at together, so that nobody tries numbers out a few at a
//! time. A question that adds to a row waits for a second officer; whoever leads sees the row itself here.

use std::collections::BTreeSet;

use lintas_hits::{budget, dense_ranges};
use lintas_model::record::ItemKind;
use lintas_model::{Body, Kind, Timestamp};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::ask;
use crate::{Ctx, Result, officer};

/// A hundred numbers of which many were asked within a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// What they are.
    pub kind: ItemKind,
    /// What they begin with; two digits follow.
    pub beginning: String,
    /// How many of the hundred were asked, what was refused here included.
    pub asked: usize,
    /// Who asked, by name.
    pub by: BTreeSet<String>,
    /// The latest of these questions.
    pub at: Timestamp,
}

/// The rows of numbers that were asked here within a day; nothing for whoever may not look into what others asked.
pub async fn alarms(ctx: &Ctx) -> Result<Vec<Alarm>> {
    let may_audit = ctx.permit_plain(Action::ViewAudit, "hit_query").is_ok();
    if !may_audit || ctx.permit_own(Action::View, "hit_query").is_err() {
        return Ok(Vec::new());
    }
    let today = HeldQuery {
        agency: Some(ctx.node().code().clone()),
        since: Some(ctx.now().plus_millis(1 - budget::DAY_MS)),
        ..HeldQuery::kinds(&[Kind::HitInputs])
    };
    let mut asked = Vec::new();
    for held in ctx.node().store().held(&today).await? {
        if let Body::HitInputs(inputs) = &held.body {
            asked.push((held.mark.author, held.mark.at, ask::items_of(inputs)));
        }
    }
    let ranges = dense_ranges(asked.iter().flat_map(|(_, _, items)| items));
    if ranges.is_empty() {
        return Ok(Vec::new());
    }
    let names = officer::names(ctx).await?;
    let of_range = |range: lintas_hits::DenseRange| {
        let hits = |items: &[lintas_hits::Item]| {
            items.iter().any(|item| item.kind() == range.kind && item.value().starts_with(&range.beginning))
        };
        let questions = || asked.iter().filter(|(_, _, items)| hits(items));
        Alarm {
            by: questions().filter_map(|(author, ..)| names.get(author).cloned()).collect(),
            at: questions().map(|(_, at, _)| *at).max().unwrap_or_else(|| ctx.now()),
            kind: range.kind,
            asked: range.asked,
            beginning: range.beginning,
        }
    };
    Ok(ranges.into_iter().map(of_range).collect())
}
