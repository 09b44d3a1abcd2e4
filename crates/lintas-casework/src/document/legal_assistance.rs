//! A request for mutual legal assistance, from its records.

use lintas_documents::documents::LegalAssistanceRequest;
use lintas_model::ObjectId;

use super::sources::Sources;
use super::{DocumentKind, request};
use crate::Result;

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<LegalAssistanceRequest> {
    let material = request::read(sources, DocumentKind::LegalAssistanceRequest, of).await?;
    let passages = &material.passages;
    Ok(LegalAssistanceRequest {
        reference: material.request.reference.clone(),
        requesting_state: material.requesting_state(),
        requested_state: material.requested_state(),
        requesting_authority: material.requesting_authority(),
        requested_authority: material.requested_authority(),
        conducting_authority: sources.agency(),
        bases: material.bases(),
        nature: material.nature(),
        facts: material.facts(),
        charges: material.charges(),
        persons: material.person.iter().cloned().collect(),
        assistance: passages.lines("assistance", &material.request.sought),
        procedure: passages.maybe("procedure"),
        purpose: passages.said("purpose"),
        time_limit: passages.maybe("time-limit"),
        due: material.due(),
        confidentiality: passages.maybe("confidentiality"),
        undertakings: passages.lines("undertakings", ""),
        annexes: material.annexes(),
        signatory: material.signatory(),
        frame: sources.frame(),
    })
}
