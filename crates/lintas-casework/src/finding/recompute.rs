//! Finding it again: the same records, method, seed and parameters, at whatever node holds the records.

use std::collections::BTreeSet;

use lintas_model::record::Finding;
use lintas_model::{FindingId, RecordId};

use super::{analysis_of, material, run, tells_the_same};
use crate::item;
use crate::{Ctx, Result, access};

/// What came of finding it again.
#[derive(Debug, Clone, PartialEq)]
pub enum Again {
    /// The same, to the last figure.
    Same,
    /// The same people, way or place, with other figures or reasons.
    Changed(Box<Finding>),
    /// It is not found any more.
    Gone,
}

/// An analysis run again for a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    /// The finding.
    pub id: FindingId,
    /// As it was kept.
    pub kept: Finding,
    /// What came of it.
    pub again: Again,
    /// Records it used that are not held here: recalled, expired, erased, or never given to this agency.
    pub missing: BTreeSet<RecordId>,
    /// The method of this program, when it is another than the finding was made with.
    pub other_method: Option<String>,
}

/// Runs the analysis of a finding again on those of its records that are held here.
pub async fn recompute(ctx: &Ctx, id: FindingId) -> Result<Recomputed> {
    let kept = item::latest::<Finding>(ctx, "finding", id).await?.body;
    let material = material::of_records(ctx, &kept.used).await?;
    let held = material.records();
    let missing = kept.used.iter().copied().filter(|record| !held.contains(record)).collect();
    let found = run(ctx, kept.case, analysis_of(kept.kind), &material, kept.seed, &kept.parameters).await?;
    let other_method = found.first().map(|now| now.method.clone()).filter(|method| *method != kept.method);
    let again = match found.into_iter().find(|now| tells_the_same(&kept, now)) {
        Some(now) if now.result == kept.result => Again::Same,
        Some(now) => Again::Changed(Box::new(now)),
        None => Again::Gone,
    };
    access::viewed(ctx, "finding", Some(id.into()), 1).await?;
    Ok(Recomputed { id, kept, again, missing, other_method })
}
