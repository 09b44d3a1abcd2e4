//! A request for provisional arrest, from its records.

use lintas_documents::documents::ProvisionalArrestRequest;
use lintas_law::hop::EventKind;
use lintas_model::ObjectId;

use super::sources::Sources;
use super::{DocumentKind, request};
use crate::Result;

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<ProvisionalArrestRequest> {
    let material = request::read(sources, DocumentKind::ProvisionalArrestRequest, of).await?;
    let desk = request::duty_desk(sources).await?;
    let extradition_will_follow = request::extradition_follows(sources, &material).await?;
    let passages = &material.passages;
    let papers = material.offer().and_then(|offer| {
        offer
            .clocks
            .iter()
            .find(|clock| clock.starts == EventKind::Arrested && clock.met_by == EventKind::PapersReceived)
    });
    Ok(ProvisionalArrestRequest {
        reference: material.request.reference.clone(),
        requesting_state: material.requesting_state(),
        requested_state: material.requested_state(),
        requesting_authority: material.requesting_authority(),
        requested_authority: material.requested_authority(),
        channel: material.channel(),
        bases: material.bases(),
        person: material.person.clone().unwrap_or_default(),
        urgency: passages.said("urgency"),
        facts: material.facts(),
        charges: material.charges(),
        warrant: material.warrant().map(request::reference),
        extradition_will_follow,
        lapses_after_days: papers.and_then(|clock| clock.days),
        answer_by: material.due(),
        contact: passages.maybe("contact").or(desk),
        signatory: material.signatory(),
        frame: sources.frame(),
    })
}
