//! Releases: material leaves the agency only so, field by field, and can be taken back.

mod narrow;
mod receipts;

use std::collections::{BTreeMap, BTreeSet};

use lintas_law::Day;
use lintas_ledger::{Entry, ReadBody};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::record::{Disclosed, Recall, Receipt, ReceiptFor, Release, Statement};
use lintas_model::{
    AgencyCode, AudienceId, Body, CaseId, Draft, Kind, ObjectId, RecordId, ReleaseId, ReportId, Timestamp,
};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::agreement::{self, Given};
use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Node, Result, access, assertion, audience, case};

pub use narrow::{Narrowing, narrow};
pub use receipts::{Missing, TakenBack, missing};

/// To whom material is released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipients {
    /// The members of a joint case.
    Case(CaseId),
    /// Exactly these agencies.
    Agencies(BTreeSet<AgencyCode>),
}

/// A release to make.
#[derive(Debug, Clone)]
pub struct NewRelease {
    /// The records, each with the fields to withhold.
    pub records: BTreeMap<RecordId, BTreeSet<String>>,
    /// To whom.
    pub to: Recipients,
    /// For which purposes.
    pub purposes: BTreeSet<Purpose>,
    /// What it may be used for.
    pub use_rule: UseRule,
    /// Whether it may be passed on.
    pub onward: OnwardRule,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Legal basis.
    pub legal_basis: String,
    /// Why.
    pub reason: String,
}

/// What the partner will see of one record: the very bytes that would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What can be read from the bytes.
    pub body: Body,
    /// Names of the fields that are shown.
    pub shown: Vec<String>,
    /// How many fields are withheld.
    pub withheld: usize,
    /// The bytes.
    pub entry: Vec<u8>,
}

/// A release with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseView {
    /// The release.
    pub id: ReleaseId,
    /// Its terms.
    pub release: Item<Release>,
    /// To whom, by name.
    pub members: BTreeSet<AgencyCode>,
    /// Recalls of it.
    pub recalls: Vec<Item<Recall>>,
    /// Who has carried out a recall.
    pub carried_out_by: BTreeSet<AgencyCode>,
}

/// A body holds four mebibytes; a release of more is written in volumes under one id.
const VOLUME_BYTES: usize = 3_600_000;
/// Fields that are always disclosed, because nothing can be filed without them.
const STRUCTURE: [&str; 8] = ["entity", "kind", "report", "from", "to", "strength", "subject", "person"];
/// Fields that never leave: the number in the source register, and from which file a report came.
const NEVER: [&str; 2] = ["source_reference", "import"];

/// A report with everything it says, as records to release.
pub async fn of_report(ctx: &Ctx, report: ReportId) -> Result<Vec<RecordId>> {
    let query = HeldQuery {
        object: Some(report.into()),
        agency: Some(ctx.node().code().clone()),
        ..HeldQuery::kinds(&[Kind::Report])
    };
    let said =
        HeldQuery { reports: vec![report], agency: Some(ctx.node().code().clone()), ..HeldQuery::default() };
    let mut records = Vec::new();
    for query in [query, said] {
        let held = ctx.node().store().held(&HeldQuery { now: Some(ctx.now()), ..query }).await?;
        records.extend(item::permitted(ctx, Action::Release, held).into_iter().map(|(mark, ..)| mark.record));
    }
    access::viewed(ctx, "release", Some(report.into()), records.len()).await?;
    Ok(records)
}

/// What partners would see, byte for byte.
pub async fn preview(ctx: &Ctx, new: &NewRelease) -> Result<Vec<Preview>> {
    let previews = disclosed(ctx, new).await?;
    access::viewed(ctx, "release", None, previews.len()).await?;
    Ok(previews)
}

async fn disclosed(ctx: &Ctx, new: &NewRelease) -> Result<Vec<Preview>> {
    let served = match &new.to {
        Recipients::Case(case) => Some(*case),
        Recipients::Agencies(_) => None,
    };
    let mut previews = Vec::with_capacity(new.records.len());
    let mut oldest: Option<Timestamp> = None;
    let nothing = BTreeSet::new();
    // The bytes of a file go with its name and hash, unless they are withheld.
    let mut parts = Vec::new();
    for (record, withheld) in &new.records {
        if !withheld.contains("parts")
            && let (_, _, Body::Attachment(attachment)) = item::record(ctx, *record).await?
        {
            parts.extend(attachment.parts.into_iter().filter(|part| !new.records.contains_key(part)));
        }
    }
    for (record, withheld) in new.records.iter().chain(parts.iter().map(|part| (part, &nothing))) {
        let (mark, _, body) = item::record(ctx, *record).await?;
        ctx.require(Action::Release, &facts(ctx.node(), &mark)).await?;
        oldest = oldest.into_iter().chain([mark.at]).min();
        if !matches!(
            body,
            Body::Report(_)
                | Body::Statement(_)
                | Body::Relation(_)
                | Body::Sighting(_)
                | Body::Grading(_)
                | Body::Attachment(_)
                | Body::AttachmentPart(_)
                | Body::Warrant(_)
                | Body::WarrantStep(_)
                | Body::WarrantCheck(_)
        ) {
            return Err(CaseworkError::invalid("records", format!("a {} cannot be released", mark.kind)));
        }
        // In which other case it is filed is nobody's business there.
        let filed_elsewhere = match &body {
            Body::Report(report) => report.case != served,
            Body::Warrant(warrant) => warrant.case != served,
            _ => false,
        };
        let entry = ctx.node().store().entry(*record).await?.ok_or(CaseworkError::NotFound("record"))?;
        let shown: BTreeSet<String> = entry
            .field_names()
            .into_iter()
            .filter(|field| !NEVER.contains(&field.as_str()))
            .filter(|field| !filed_elsewhere || field != "case")
            .filter(|field| STRUCTURE.contains(&field.as_str()) || !withheld.contains(field))
            .collect();
        let disclosed = entry.disclose(&shown);
        let (body, withheld) = match disclosed.body() {
            ReadBody::Whole(body) => (body, 0),
            ReadBody::Partial { body, withheld } => (body, withheld),
            _ => return Err(CaseworkError::NotFound("record")),
        };
        previews.push(Preview {
            record: *record,
            kind: mark.kind,
            body,
            shown: shown.into_iter().collect(),
            withheld,
            entry: disclosed.encode(),
        });
    }
    held_to_agreement(ctx, new, oldest).await?;
    Ok(previews)
}

/// Where an agreement governs the case that is served, nothing is given beyond it; answers until when it may be kept.
async fn held_to_agreement(
    ctx: &Ctx,
    new: &NewRelease,
    oldest: Option<Timestamp>,
) -> Result<Option<Timestamp>> {
    let Recipients::Case(id) = &new.to else { return Ok(new.expires_at) };
    let Some(governing) = agreement::governing(ctx, *id).await? else { return Ok(new.expires_at) };
    let audience = case::found(ctx, *id).await?.audience;
    let readers = audience::find(ctx.node(), audience).await?.map(|a| a.members).unwrap_or_default();
    let given = Given {
        readers: &readers,
        use_rule: new.use_rule,
        onward: new.onward,
        expires_at: new.expires_at,
        oldest,
    };
    governing.release(ctx.node().code(), &given, Day::from_timestamp(ctx.now())).map(Some)
}

/// Releases material. What leaves is exactly what [`preview`] shows.
pub async fn release(ctx: &Ctx, new: NewRelease) -> Result<ReleaseId> {
    assertion::ready(ctx)?;
    if new.records.is_empty() {
        return Err(CaseworkError::invalid("records", "choose what to release"));
    }
    if new.purposes.is_empty() {
        return Err(CaseworkError::invalid("purposes", "a release without a purpose can be used by nobody"));
    }
    if new.legal_basis.trim().is_empty() {
        return Err(CaseworkError::invalid(
            "legal_basis",
            "name the law or treaty, for example UNTOC Art. 27",
        ));
    }
    if new.expires_at.is_some_and(|end| end <= ctx.now()) {
        return Err(CaseworkError::invalid("expires_at", "it would be over before it begins"));
    }
    let previews = disclosed(ctx, &new).await?;
    let expires_at = held_to_agreement(ctx, &new, None).await?;
    let new = NewRelease { expires_at, ..new };
    let (audience, case) = audience_of(ctx, &new.to).await?;
    let id = ctx.node().new_id(ReleaseId::new);
    ctx.write(drafts(ctx, new, previews, id, audience, case)).await?;
    Ok(id)
}

/// The volumes of a release as drafts.
fn drafts(
    ctx: &Ctx,
    new: NewRelease,
    previews: Vec<Preview>,
    id: ReleaseId,
    audience: AudienceId,
    case: Option<CaseId>,
) -> Vec<Draft> {
    let mut volumes: Vec<Vec<Disclosed>> = vec![Vec::new()];
    let mut size_bytes = 0;
    for preview in previews {
        if size_bytes + preview.entry.len() > VOLUME_BYTES && size_bytes > 0 {
            volumes.push(Vec::new());
            size_bytes = 0;
        }
        size_bytes += preview.entry.len();
        let fields =
            if preview.withheld == 0 { BTreeSet::new() } else { preview.shown.into_iter().collect() };
        let disclosed = Disclosed { record: preview.record, fields, entry: preview.entry };
        volumes.last_mut().into_iter().for_each(|volume| volume.push(disclosed.clone()));
    }
    let release = Release {
        audience,
        case,
        disclosed: Vec::new(),
        purposes: new.purposes,
        use_rule: new.use_rule,
        onward: new.onward,
        expires_at: new.expires_at,
        legal_basis: new.legal_basis.trim().to_owned(),
        reason: new.reason.trim().to_owned(),
    };
    volumes
        .into_iter()
        .map(|disclosed| ctx.about(audience, id, Release { disclosed, ..release.clone() }))
        .collect()
}

/// The volumes of releases put together, in the order of their first ones.
fn whole(items: Vec<Item<Release>>) -> Vec<Item<Release>> {
    let mut whole: Vec<Item<Release>> = Vec::new();
    for item in items {
        match whole.iter_mut().find(|known| {
            (known.mark.object, &known.mark.originator) == (item.mark.object, &item.mark.originator)
        }) {
            Some(known) => known.body.disclosed.extend(item.body.disclosed),
            None => whole.push(item),
        }
    }
    whole
}

async fn audience_of(ctx: &Ctx, to: &Recipients) -> Result<(AudienceId, Option<CaseId>)> {
    match to {
        Recipients::Case(id) => {
            let found = case::found(ctx, *id).await?;
            ctx.require(Action::View, &found.facts).await?;
            let audience = found.case.audience.ok_or_else(|| {
                CaseworkError::invalid(
                    "to",
                    "this case is not joint; invite agencies first or name them here",
                )
            })?;
            Ok((audience, Some(*id)))
        }
        Recipients::Agencies(agencies) => {
            if agencies.is_empty() {
                return Err(CaseworkError::invalid(
                    "to",
                    "choose at least one partner; nobody is never everybody",
                ));
            }
            for code in agencies {
                if crate::partner::find(ctx.node(), code).await?.is_none_or(|partner| !partner.active) {
                    return Err(CaseworkError::invalid("to", format!("{code} is no partner of this node")));
                }
            }
            let mut members = agencies.clone();
            members.insert(ctx.node().code().clone());
            Ok((audience::of_members(ctx, members).await?, None))
        }
    }
}

/// Takes a release back, wholly or in part.
pub async fn recall(ctx: &Ctx, id: ReleaseId, records: BTreeSet<RecordId>, reason: &str) -> Result<RecordId> {
    let held =
        ctx.node().newest(Kind::Release, id.into()).await?.ok_or(CaseworkError::NotFound("release"))?;
    ctx.require(Action::Recall, &facts(ctx.node(), &held.mark)).await?;
    if reason.trim().is_empty() {
        return Err(CaseworkError::invalid("reason", "say why; the partners will read it"));
    }
    let released = released(ctx.node(), ctx.node().code(), id).await?;
    if let Some(stranger) = records.iter().find(|record| !released.contains(*record)) {
        return Err(CaseworkError::invalid("records", format!("{stranger} is not part of this release")));
    }
    let recall = Recall { release: id, records, reason: reason.trim().to_owned() };
    ctx.write_one(ctx.about(held.mark.audience, id, recall)).await
}

/// The records that an agency's release disclosed, whatever became of them.
async fn released(node: &Node, by: &AgencyCode, id: ReleaseId) -> Result<BTreeSet<RecordId>> {
    let volumes =
        HeldQuery { object: Some(id.into()), agency: Some(by.clone()), ..HeldQuery::kinds(&[Kind::Release]) };
    let held = node.store().held(&volumes).await?;
    let releases = held.into_iter().filter_map(|held| match held.body {
        Body::Release(release) => Some(release),
        _ => None,
    });
    Ok(releases.flat_map(|release| release.disclosed).map(|disclosed| disclosed.record).collect())
}

/// How many records a recall took out of the views here.
pub(crate) async fn removed_by(node: &Node, by: &AgencyCode, recall: &Recall) -> Result<u32> {
    let mut records = released(node, by, recall.release).await?;
    if !recall.records.is_empty() {
        records.retain(|record| recall.records.contains(record));
    }
    Ok(u32::try_from(records.len()).unwrap_or(u32::MAX))
}

/// Releases made by this agency, or those of a case, the latest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<ReleaseView>> {
    let query = HeldQuery { case, order: Order::NewestFirst, ..HeldQuery::default() };
    let mut views = Vec::new();
    for release in whole(item::read::<Release>(ctx, query).await?) {
        views.push(view(ctx, release).await?);
    }
    access::viewed(ctx, "releases", case.map(ObjectId::from), views.len()).await?;
    Ok(views)
}

/// One release.
pub async fn show(ctx: &Ctx, id: ReleaseId) -> Result<ReleaseView> {
    let last = item::latest::<Release>(ctx, "release", id).await?;
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let volumes = whole(item::read::<Release>(ctx, query).await?).into_iter();
    let release = volumes.into_iter().find(|v| v.mark.originator == last.mark.originator).unwrap_or(last);
    let view = view(ctx, release).await?;
    access::viewed(ctx, "release", Some(id.into()), 1).await?;
    Ok(view)
}

async fn view(ctx: &Ctx, release: Item<Release>) -> Result<ReleaseView> {
    let id = ReleaseId::from_uuid(release.mark.object.uuid());
    let about = || HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let mut recalls = item::read::<Recall>(ctx, about()).await?;
    recalls.retain(|recall| recall.mark.originator == release.mark.originator);
    let mut carried_out_by = BTreeSet::new();
    let receipts = if recalls.is_empty() {
        Vec::new()
    } else {
        ctx.node().store().held(&HeldQuery::kinds(&[Kind::Receipt])).await?
    };
    for held in receipts {
        if let Body::Receipt(Receipt { of: ReceiptFor::Recall { recall, .. }, .. }) = held.body
            && recalls.iter().any(|r| r.mark.record == recall)
        {
            carried_out_by.insert(held.mark.originator);
        }
    }
    let members =
        audience::find(ctx.node(), release.mark.audience).await?.map(|a| a.members).unwrap_or_default();
    Ok(ReleaseView { id, members, recalls, carried_out_by, release })
}

/// What a record inside a release says, for showing a release.
pub fn disclosed_body(disclosed: &Disclosed) -> Option<(Kind, Body)> {
    let entry = Entry::decode(&disclosed.entry).ok()?;
    let kind = entry.header().known_kind()?;
    match entry.body() {
        ReadBody::Whole(body) | ReadBody::Partial { body, .. } => Some((kind, body)),
        _ => None,
    }
}

/// Names of the fields that a release discloses of a record.
pub fn disclosed_fields(disclosed: &Disclosed) -> Vec<String> {
    Entry::decode(&disclosed.entry).map(|entry| entry.field_names()).unwrap_or_default()
}

/// The statements that a report makes, to choose from when releasing.
pub async fn statements_of(ctx: &Ctx, report: ReportId) -> Result<Vec<Item<Statement>>> {
    let query =
        HeldQuery { reports: vec![report], agency: Some(ctx.node().code().clone()), ..HeldQuery::default() };
    let statements = item::read(ctx, query).await?;
    access::viewed(ctx, "report", Some(report.into()), statements.len()).await?;
    Ok(statements)
}
