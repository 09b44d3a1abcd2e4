//! Releases: what may leave, as the partner will see it, and taking it back.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::asking::{AskView, NewAsk};
use lintas_casework::release::{self, Narrowing, NewRelease, Preview, Recipients, ReleaseView, TakenBack};
use lintas_casework::{Ctx, asking, case, partner, report, warrant};
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::record::Wanted;
use lintas_model::{AgencyCode, Body, CaseId, Kind, RecordId, ReleaseId, ReportId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::releases::choose::{ReadRelease, Releasable};
use crate::routes::releases::control::{AskLine, Control, ReadNarrow};
use crate::routes::releases::list::{MissingLine, ReleaseLine, Releases};
use crate::routes::releases::preview::SeenRecord;
use crate::routes::releases::show::ShownRelease;

/// How many reports are offered at once.
const REPORTS: usize = 60;

/// Fields that only tie records together; a person has nothing to read in them.
const TIES: [&str; 8] = ["entity", "report", "case", "import", "person", "subject", "from", "to"];

/// What may be released from a case, or from the newest reports, and the joint cases and partners it may go to.
pub(crate) async fn possible(ctx: &Ctx, case: Option<CaseId>) -> Result<Possible, Problem> {
    let own = ctx.node().code();
    let mut marks = BTreeMap::new();
    let mut records = Vec::new();
    for item in
        report::list(ctx, case, REPORTS, 0).await?.into_iter().filter(|item| item.mark.originator == *own)
    {
        let of_report = release::of_report(ctx, ReportId::from_uuid(item.mark.object.uuid())).await?;
        marks.extend(of_report.iter().map(|record| (*record, (item.mark.grade, item.mark.handling.clone()))));
        records.extend(of_report);
    }
    if case.is_some() {
        for view in
            warrant::list(ctx, case).await?.into_iter().filter(|view| view.warrant.mark.originator == *own)
        {
            let mark = view.warrant.mark;
            marks.insert(mark.record, (mark.grade, mark.handling));
            records.push(mark.record);
        }
    }
    let mut releasable = Vec::new();
    for record in records {
        // What the rules do not let out is not offered.
        let Ok(previews) = release::preview(ctx, &whole(record)).await else { continue };
        let Some((preview, (grade, handling))) = previews.into_iter().next().zip(marks.get(&record).cloned())
        else {
            continue;
        };
        releasable.push(Releasable {
            record,
            kind: preview.kind.as_str().to_owned(),
            caption: caption(&preview.body),
            grade,
            handling,
            fields: preview.shown.into_iter().filter(|field| !TIES.contains(&field.as_str())).collect(),
        });
    }
    let joint = case::list(ctx).await?.into_iter().filter(|line| line.case.audience.is_some());
    let partners = partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active);
    Ok(Possible {
        records: releasable,
        cases: joint
            .map(|line| {
                let members = line.members.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
                (line.id, format!("{}: {members}", line.case.title))
            })
            .collect(),
        partners: partners.map(|partner| partner.agency.code).collect(),
    })
}

/// What can be released, and to whom.
pub(crate) struct Possible {
    pub(crate) records: Vec<Releasable>,
    /// Joint cases with their members.
    pub(crate) cases: Vec<(CaseId, String)>,
    pub(crate) partners: Vec<AgencyCode>,
}

/// A release of one whole record, to see what it holds.
fn whole(record: RecordId) -> NewRelease {
    NewRelease {
        records: BTreeMap::from([(record, BTreeSet::new())]),
        to: Recipients::Agencies(BTreeSet::new()),
        purposes: BTreeSet::new(),
        use_rule: UseRule::default(),
        onward: OnwardRule::default(),
        expires_at: None,
        legal_basis: String::new(),
        reason: String::new(),
    }
}

fn caption(body: &Body) -> String {
    match body {
        Body::Report(report) => report.title.clone(),
        Body::Statement(statement) => {
            let values = statement.says.values().flatten().take(3).map(|asserted| asserted.value.to_string());
            values.collect::<Vec<_>>().join(" · ")
        }
        Body::Relation(relation) => relation.kind.as_str().replace('_', " "),
        Body::Sighting(sighting) => sighting.place.clone().unwrap_or_else(|| sighting.at.to_string()),
        Body::Grading(grading) => grading.reason.clone(),
        Body::Attachment(attachment) => attachment.name.clone(),
        Body::Warrant(warrant) => format!("{} · {}", warrant.name_on_warrant, warrant.number),
        other => other.kind().as_str().to_owned(),
    }
}

/// Turns the fields to disclose into the fields to withhold.
async fn new_release(ctx: &Ctx, read: &ReadRelease) -> Result<NewRelease, Problem> {
    let mut records = BTreeMap::new();
    for (record, disclosed) in &read.records {
        let all = release::preview(ctx, &whole(*record)).await?;
        let fields = all.into_iter().take(1).flat_map(|preview| preview.shown);
        let withheld =
            fields.filter(|field| !disclosed.contains(field) && !TIES.contains(&field.as_str())).collect();
        records.insert(*record, withheld);
    }
    Ok(NewRelease {
        records,
        to: match &read.to {
            Some(case) => Recipients::Case(*case),
            None => Recipients::Agencies(read.agencies.clone()),
        },
        purposes: read.purposes.clone(),
        use_rule: read.use_rule,
        onward: read.onward,
        // Until the end of the day that was named.
        expires_at: read.expires.map(|date| date.after()),
        legal_basis: read.legal_basis.clone(),
        reason: read.reason.clone(),
    })
}

/// The release through the partner's eyes: who will read it, and what of each record.
pub(crate) async fn preview(
    ctx: &Ctx,
    read: &ReadRelease,
) -> Result<(Vec<AgencyCode>, Vec<SeenRecord>), Problem> {
    let new = new_release(ctx, read).await?;
    let seen = release::preview(ctx, &new).await?;
    let records = seen
        .into_iter()
        // The bytes of a file go with its name and hash; there is nothing to read in them.
        .filter(|preview| preview.kind != Kind::AttachmentPart)
        .map(|preview| SeenRecord { kind: preview.kind.as_str().to_owned(), fields: fields(&preview, &new) })
        .collect();
    let mut readers = match &new.to {
        Recipients::Case(id) => case::show(ctx, *id).await?.line.members,
        Recipients::Agencies(agencies) => agencies.clone(),
    };
    readers.insert(ctx.node().code().clone());
    Ok((readers.into_iter().collect(), records))
}

/// What can be read from the bytes that would leave, field by field; withheld ones without a value.
fn fields(preview: &Preview, new: &NewRelease) -> Vec<(String, Option<String>)> {
    let body = serde_json::to_value(&preview.body).unwrap_or_default();
    let mut fields = preview
        .shown
        .iter()
        .filter(|field| !TIES.contains(&field.as_str()))
        .map(|field| (field.clone(), Some(readable(body.get(field).unwrap_or(&serde_json::Value::Null)))))
        .collect::<Vec<_>>();
    let withheld = new.records.get(&preview.record).into_iter().flatten();
    fields.extend(withheld.map(|field| (field.clone(), None)));
    fields
}

/// A value of a body in one line.
fn readable(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(readable).collect::<Vec<_>>().join("; "),
        // An asserted value with its note, or a value named by its type.
        Value::Object(map) => match (map.get("value"), map.len()) {
            (Some(value), _) => readable(value),
            (None, 1) => map.values().map(readable).collect(),
            (None, _) => {
                map.iter().map(|(k, v)| format!("{k} {}", readable(v))).collect::<Vec<_>>().join(", ")
            }
        },
        other => other.to_string(),
    }
}

/// Makes a release.
pub(crate) async fn make(ctx: &Ctx, read: ReadRelease) -> Result<ReleaseId, Problem> {
    let new = new_release(ctx, &read).await?;
    Ok(release::release(ctx, new).await?)
}

fn line(ctx: &Ctx, view: &ReleaseView) -> ReleaseLine {
    let body = &view.release.body;
    ReleaseLine {
        release: view.id,
        reason: body.reason.clone(),
        originator: view.release.mark.originator.clone(),
        audience: view.members.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
        records: body.disclosed.len() as u64,
        at: view.release.mark.at,
        expires_at: body.expires_at,
        recalled: view.recalls.iter().any(|recall| recall.body.records.is_empty()),
        expired: body.expires_at.is_some_and(|end| end <= ctx.now()),
    }
}

/// Releases given and received, the newest first; receipts that have not come, and questions.
pub(crate) async fn list(ctx: &Ctx) -> Result<Releases, Problem> {
    let own = ctx.node().code();
    let lines = release::list(ctx, None).await?.iter().map(|view| line(ctx, view)).collect::<Vec<_>>();
    let (given, received) = lines.into_iter().partition(|line| line.originator == *own);
    let missing = match ctx.permit_plain(Action::ViewExchange, "partner") {
        Ok(_) => release::missing(ctx).await?,
        Err(_) => Vec::new(),
    };
    let missing = missing.into_iter().map(|missing| MissingLine {
        agency: missing.agency,
        recalled: missing.what == TakenBack::Recall,
        reason: missing.reason,
        since: missing.since,
    });
    let asks = asking::list(ctx, None).await?.into_iter().map(ask_line).collect();
    Ok(Releases { given, received, missing: missing.collect(), asks })
}

fn ask_line(view: AskView) -> AskLine {
    AskLine {
        ask: view.ask.mark.record,
        release: view.ask.body.release,
        by: view.ask.mark.originator,
        to: view.ask.body.to.into_iter().collect(),
        reason: view.ask.body.reason,
        at: view.ask.mark.at,
        answer: view.answer.map(|answer| (answer.body.granted, answer.body.reason)),
    }
}

/// What can be done to a release after it was made.
pub(crate) async fn control(ctx: &Ctx, id: ReleaseId) -> Result<Control, Problem> {
    let view = release::show(ctx, id).await?;
    let body = &view.release.body;
    let own = view.release.mark.originator == *ctx.node().code();
    let stands = !view.recalls.iter().any(|recall| recall.body.records.is_empty());
    let narrow = (own && stands && ctx.permit_own(Action::Recall, "release").is_ok()).then(|| {
        let records = body.disclosed.iter().filter_map(|disclosed| {
            let (kind, inside) = release::disclosed_body(disclosed)?;
            let fields = release::disclosed_fields(disclosed);
            let fields = fields.into_iter().filter(|field| !TIES.contains(&field.as_str())).collect();
            (kind != Kind::AttachmentPart).then(|| (disclosed.record, caption(&inside), fields))
        });
        records.collect()
    });
    let asks = asking::list(ctx, Some(id)).await?.into_iter().map(ask_line).collect();
    let partners = partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active);
    Ok(Control {
        release: id,
        title: body.reason.clone(),
        originator: view.release.mark.originator.clone(),
        narrow,
        ask: (!own && stands && asking::may_ask(ctx, &view)).then_some(body.onward != OnwardRule::Never),
        partners: partners.map(|partner| partner.agency.code).collect(),
        asks,
        answers: own && ctx.permit_own(Action::Release, "release").is_ok(),
    })
}

/// Narrows a release; answers what is left of it.
pub(crate) async fn narrow(ctx: &Ctx, id: ReleaseId, read: ReadNarrow) -> Result<ReleaseId, Problem> {
    let view = release::show(ctx, id).await?;
    let body = view.release.body;
    let mut keep = read.keep;
    // What only ties records together stays with whatever else stays of a record.
    for disclosed in &body.disclosed {
        if let Some(fields) = keep.get_mut(&disclosed.record) {
            let ties = release::disclosed_fields(disclosed).into_iter();
            fields.extend(ties.filter(|field| TIES.contains(&field.as_str())));
        }
    }
    let expires_at = read.expires.map(|date| date.after()).or(body.expires_at);
    let narrowing = Narrowing { keep, purposes: body.purposes, expires_at, reason: read.reason };
    Ok(release::narrow(ctx, id, narrowing).await?)
}

/// Asks the originator of a release.
pub(crate) async fn ask(
    ctx: &Ctx,
    release: ReleaseId,
    pass_on: bool,
    to: BTreeSet<AgencyCode>,
    reason: &str,
) -> Result<(), Problem> {
    let wanted = if pass_on { Wanted::PassOn } else { Wanted::Withheld };
    asking::ask(ctx, NewAsk { release, wanted, to, reason: reason.to_owned() }).await?;
    Ok(())
}

/// Answers a question.
pub(crate) async fn answer(ctx: &Ctx, ask: RecordId, granted: bool, reason: &str) -> Result<(), Problem> {
    if granted {
        asking::grant(ctx, ask, None, reason).await?;
    } else {
        asking::refuse(ctx, ask, reason).await?;
    }
    Ok(())
}

/// One release with its terms and what became of it.
pub(crate) async fn show(ctx: &Ctx, id: ReleaseId) -> Result<ShownRelease, Problem> {
    let view = release::show(ctx, id).await?;
    let body = &view.release.body;
    let records = body
        .disclosed
        .iter()
        .filter_map(|disclosed| {
            let (kind, inside) =
                release::disclosed_body(disclosed).filter(|(kind, _)| *kind != Kind::AttachmentPart)?;
            let fields = disclosed.fields.iter().filter(|field| !TIES.contains(&field.as_str())).cloned();
            Some((kind.as_str().to_owned(), caption(&inside), fields.collect()))
        })
        .collect();
    let own = view.release.mark.originator == *ctx.node().code();
    let readers = view
        .members
        .iter()
        .filter(|code| **code != view.release.mark.originator)
        .map(|code| (code.clone(), view.carried_out_by.contains(code)))
        .collect();
    Ok(ShownRelease {
        line: line(ctx, &view),
        legal_basis: body.legal_basis.clone(),
        purposes: body.purposes.iter().map(|purpose| purpose.as_str().to_owned()).collect(),
        use_rule: match body.use_rule {
            UseRule::IntelligenceOnly => "intelligence_only",
            UseRule::EvidenceAfterPermission => "evidence_after_permission",
            UseRule::Evidence => "evidence",
        }
        .to_owned(),
        onward: match body.onward {
            OnwardRule::Never => "never",
            OnwardRule::Ask => "ask",
            OnwardRule::Allowed => "allowed",
        }
        .to_owned(),
        records,
        readers,
        can_recall: own && ctx.permit_own(Action::Recall, "release").is_ok(),
    })
}

/// Takes a release back as a whole.
pub(crate) async fn recall(ctx: &Ctx, id: ReleaseId, reason: &str) -> Result<(), Problem> {
    release::recall(ctx, id, BTreeSet::new(), reason).await?;
    Ok(())
}
