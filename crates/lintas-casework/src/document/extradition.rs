//! A request for extradition, from its records.

use lintas_documents::Wording;
use lintas_documents::documents::ExtraditionRequest;
use lintas_model::ObjectId;
use lintas_model::record::{IdentityCertainty, Proof};
use lintas_store::HeldQuery;

use super::DocumentKind;
use super::request::{self, Material};
use super::sources::Sources;
use crate::{Result, item};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<ExtraditionRequest> {
    let material = request::read(sources, DocumentKind::ExtraditionRequest, of).await?;
    let evidence = evidence(sources, &material).await?;
    let passages = &material.passages;
    let (arrested, papers_due) = material.arrest();
    Ok(ExtraditionRequest {
        reference: material.request.reference.clone(),
        requesting_state: material.requesting_state(),
        requested_state: material.requested_state(),
        requesting_authority: material.requesting_authority(),
        requested_authority: material.requested_authority(),
        bases: material.bases(),
        person: material.person.clone().unwrap_or_default(),
        facts: material.facts(),
        charges: material.charges(),
        warrant: material.warrant().map(request::reference),
        evidence,
        identity_evidence: identity_evidence(&material),
        conviction: None,
        dual_criminality: passages.said("dual-criminality"),
        assurances: passages.lines("assurances", ""),
        arrested,
        papers_due,
        annexes: material.annexes(),
        signatory: material.signatory(),
        frame: sources.frame(),
    })
}

/// What is laid against the person and may stand before a court, and what an officer adds.
async fn evidence(sources: &mut Sources<'_>, material: &Material) -> Result<Vec<Wording>> {
    let mut evidence = Vec::new();
    if let Some(warrant) = material.warrant() {
        let query = HeldQuery { other: Some(warrant.person.into()), ..HeldQuery::default() };
        let proofs = item::owned(sources.ctx, item::read::<Proof>(sources.ctx, query).await?);
        for proof in proofs.into_values() {
            let fits =
                !proof.body.withdrawn && proof.body.form.can_be_exhibit() && !proof.body.shows.is_empty();
            if fits && let Some(kept) = sources.keep(proof) {
                evidence.push(Wording::untranslated(kept.shows));
            }
        }
    }
    evidence.extend(material.passages.lines("evidence", ""));
    Ok(evidence)
}

/// A name alone is no evidence of identity.
fn identity_evidence(material: &Material) -> Vec<Wording> {
    let certain = material.warrant().and_then(|warrant| warrant.identity);
    let recorded = certain
        .filter(|identity| *identity == IdentityCertainty::Confirmed)
        .map(|identity| Wording::label(format!("certainty-{}", identity.as_str())));
    recorded.into_iter().chain(material.passages.lines("identity-evidence", "")).collect()
}
