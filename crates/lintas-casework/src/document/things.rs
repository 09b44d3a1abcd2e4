//! The things about which a document can be printed, for choosing one.

use lintas_model::{
    AgreementId, CaseId, ExhibitId, NoticeId, ObjectId, OperationId, RequestId, RoundId, WarrantId,
    WorkshopId,
};

use super::{DocumentKind, round_report};
use crate::evidence::exhibit;
use crate::{CaseworkError, Ctx, Result, agreement, case, notice, operation, pursuit, round, warrant};

/// A thing about which a document can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Its id.
    pub id: ObjectId,
    /// What a list calls it.
    pub caption: String,
}

impl Thing {
    fn new(id: impl Into<ObjectId>, caption: impl Into<String>) -> Self {
        Self { id: id.into(), caption: caption.into() }
    }
}

/// The things about which a kind of document can be printed, as far as the actor may see them.
pub async fn things(ctx: &Ctx, kind: DocumentKind) -> Result<Vec<Thing>> {
    Ok(match kind.thing() {
        "request" => {
            let mut board = pursuit::board(ctx, None).await?;
            board.retain(|line| DocumentKind::of_request(line.request.kind).contains(&kind));
            let told = |line: pursuit::BoardLine| {
                let (id, request): (RequestId, _) = (line.id, line.request);
                let way = format!("{} to {}", request.requesting, request.requested);
                Thing::new(id, format!("{} {way}: {}", request.reference, request.sought))
            };
            board.into_iter().map(told).collect()
        }
        "warrant" => {
            let told = |view: warrant::WarrantView| {
                let id: WarrantId = view.id;
                Thing::new(id, format!("{}, {}", view.warrant.body.number, view.warrant.body.name_on_warrant))
            };
            warrant::list(ctx, None).await?.into_iter().map(told).collect()
        }
        "operation" => {
            let told = |view: operation::OperationView| {
                let id: OperationId = view.id;
                Thing::new(id, view.operation.body.title)
            };
            operation::list(ctx, None).await?.into_iter().map(told).collect()
        }
        "notice" => {
            let told = |view: notice::NoticeView| {
                let (id, body): (NoticeId, _) = (view.id, view.notice.body);
                Thing::new(id, format!("{} {}, {}", body.colour, body.channel, body.reference))
            };
            notice::list(ctx).await?.into_iter().map(told).collect()
        }
        "agreement" => {
            let mut found = Vec::new();
            for line in case::list(ctx).await? {
                if let Some(view) = agreement::of_case(ctx, line.id).await?.agreement {
                    let standing = view.standing.as_str().replace('_', " ");
                    let id: AgreementId = view.id;
                    found.push(Thing::new(id, format!("{}: {standing}", line.case.title)));
                }
            }
            found
        }
        "exhibit" => {
            let mut found = Vec::new();
            for line in case::list(ctx).await? {
                let told = |view: exhibit::ExhibitView| {
                    let (id, body): (ExhibitId, _) = (view.id, view.exhibit.body);
                    Thing::new(id, format!("{} {}", body.number, body.title))
                };
                found.extend(exhibit::list(ctx, line.id).await?.into_iter().map(told));
            }
            found
        }
        "workshop" => workshops(ctx).await?,
        "round" => {
            let told = |(id, item): (RoundId, crate::Item<lintas_model::record::Round>)| {
                Thing::new(id, item.body.name)
            };
            round::list(ctx).await?.into_iter().map(told).collect()
        }
        _ => {
            let told = |line: case::CaseLine| {
                let id: CaseId = line.id;
                Thing::new(id, format!("{} {}", line.case.title, line.case.reference).trim().to_owned())
            };
            case::list(ctx).await?.into_iter().map(told).collect()
        }
    })
}

/// The newest round or workshop, for whoever means the present one.
pub async fn newest(ctx: &Ctx, kind: DocumentKind) -> Result<ObjectId> {
    match kind.thing() {
        "round" => Ok(round_report::newest(ctx).await?.into()),
        "workshop" => {
            workshops(ctx).await?.first().map(|thing| thing.id).ok_or(CaseworkError::NotFound("workshop"))
        }
        thing => Err(CaseworkError::invalid("id", format!("say which {thing}"))),
    }
}

/// The workshops of all rounds, the newest first.
async fn workshops(ctx: &Ctx) -> Result<Vec<Thing>> {
    let mut found = Vec::new();
    for (id, round) in round::list(ctx).await? {
        for workshop in round::workshops(ctx, id).await? {
            let body = workshop.body;
            let caption = format!("{}: {} {}", round.body.name, body.day, body.place);
            found.push((body.day, Thing::new(WorkshopId::from_uuid(workshop.mark.object.uuid()), caption)));
        }
    }
    found.sort_by_key(|(day, _)| std::cmp::Reverse(day.earliest()));
    Ok(found.into_iter().map(|(_, thing)| thing).collect())
}
