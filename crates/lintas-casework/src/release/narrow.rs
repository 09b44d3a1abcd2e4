//! Narrowing: the originator takes back some fields, some purposes or some time, and leaves the rest.

use std::collections::{BTreeMap, BTreeSet};

use lintas_ledger::Entry;
use lintas_model::handling::Purpose;
use lintas_model::record::{Recall, Release};
use lintas_model::{Kind, RecordId, ReleaseId, Timestamp};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::{NewRelease, Recipients, disclosed, drafts, whole};
use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Result};

/// What is left of a release. Nothing here can be more than before.
#[derive(Debug, Clone)]
pub struct Narrowing {
    /// The records that stay, each with the fields that stay.
    pub keep: BTreeMap<RecordId, BTreeSet<String>>,
    /// The purposes that stay.
    pub purposes: BTreeSet<Purpose>,
    /// When it ends now.
    pub expires_at: Option<Timestamp>,
    /// Why; the partners will read it.
    pub reason: String,
}

/// Takes a release back and, in the same breath, releases what is left of it to the same audience. The recall stands first: who
/// is cut off between the two holds nothing rather than too much.
pub async fn narrow(ctx: &Ctx, id: ReleaseId, narrowing: Narrowing) -> Result<ReleaseId> {
    let newest =
        ctx.node().newest(Kind::Release, id.into()).await?.ok_or(CaseworkError::NotFound("release"))?;
    ctx.require(Action::Recall, &facts(ctx.node(), &newest.mark)).await?;
    if narrowing.reason.trim().is_empty() {
        return Err(CaseworkError::invalid("reason", "say why; the partners will read it"));
    }
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let volumes = item::read::<Release>(ctx, query.clone()).await?;
    let own = whole(volumes).into_iter().find(|release| release.mark.originator == *ctx.node().code());
    let old = own.ok_or(CaseworkError::NotFound("release"))?;
    if item::read::<Recall>(ctx, query).await?.iter().any(|recall| recall.body.records.is_empty()) {
        return Err(CaseworkError::invalid("release", "it has been taken back as a whole already"));
    }
    let new = withheld(ctx, left(&old.body, narrowing)?).await?;
    let previews = disclosed(ctx, &new).await?;
    let narrowed = ctx.node().new_id(ReleaseId::new);
    let (audience, case, reason) = (old.mark.audience, old.body.case, new.reason.clone());
    let recall = Recall { release: id, records: BTreeSet::new(), reason };
    let mut written = vec![ctx.about(audience, id, recall)];
    for mut draft in drafts(ctx, new, previews, narrowed, audience, case) {
        draft.supersedes = Some(old.mark.record);
        written.push(draft);
    }
    ctx.write(written).await?;
    Ok(narrowed)
}

/// The release that is left, each record with the fields that stay, or what in it would be wider than before.
fn left(old: &Release, narrowing: Narrowing) -> Result<NewRelease> {
    let wider = |field, problem: &str| Err(CaseworkError::invalid(field, problem.to_owned()));
    if narrowing.keep.is_empty() {
        return wider("records", "nothing would be left; recall the release instead");
    }
    if narrowing.purposes.is_empty() || !narrowing.purposes.is_subset(&old.purposes) {
        return wider("purposes", "choose among the purposes of the release");
    }
    let later = match (narrowing.expires_at, old.expires_at) {
        (Some(new), Some(end)) => new > end,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if later {
        return wider("expires_at", "a release can end earlier, not later");
    }
    let mut records = BTreeMap::new();
    for (record, fields) in narrowing.keep {
        let Some(released) = old.disclosed.iter().find(|disclosed| disclosed.record == record) else {
            return wider("records", "a record that was not part of this release cannot stay in it");
        };
        let shown: BTreeSet<String> = Entry::decode(&released.entry)
            .map_err(|why| CaseworkError::Ledger(why.to_string()))?
            .field_names()
            .into_iter()
            .collect();
        if !fields.is_subset(&shown) {
            return wider("records", "a field that was withheld stays withheld");
        }
        records.insert(record, fields);
    }
    Ok(NewRelease {
        records,
        to: old.case.map_or_else(|| Recipients::Agencies(BTreeSet::new()), Recipients::Case),
        purposes: narrowing.purposes,
        use_rule: old.use_rule,
        onward: old.onward,
        expires_at: narrowing.expires_at,
        legal_basis: old.legal_basis.clone(),
        reason: narrowing.reason.trim().to_owned(),
    })
}

/// Each record with the fields to withhold: all that its original has but those that stay.
async fn withheld(ctx: &Ctx, new: NewRelease) -> Result<NewRelease> {
    let mut records = BTreeMap::new();
    for (record, keep) in new.records {
        let original = ctx.node().store().entry(record).await?.ok_or(CaseworkError::NotFound("record"))?;
        let names = original.field_names().into_iter().filter(|name| !keep.contains(name)).collect();
        records.insert(record, names);
    }
    Ok(NewRelease { records, ..new })
}
