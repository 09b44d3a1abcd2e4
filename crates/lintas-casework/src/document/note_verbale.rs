//! The note with which an embassy hands a request over, from the request's records.

use lintas_documents::Wording;
use lintas_documents::documents::NoteVerbale;
use lintas_law::RequestKind;
use lintas_law::hop::{Actor, Side};
use lintas_model::ObjectId;

use super::sources::Sources;
use super::{DocumentKind, request};
use crate::Result;

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<NoteVerbale> {
    let material = request::read(sources, DocumentKind::NoteVerbale, of).await?;
    let passages = &material.passages;
    let title = title(material.request.kind);
    let reference = Wording::same(material.request.reference.clone());
    let authority = material.requesting_authority();
    let subject = if authority.is_empty() || reference.is_empty() {
        Wording::same("")
    } else {
        let values = [("title", title.clone()), ("reference", reference.clone()), ("authority", authority)];
        Wording::sentence("note-subject", values)
    };
    let enclosed = Wording::sentence("with-reference", [("title", title), ("reference", reference)]);
    Ok(NoteVerbale {
        number: passages.plain("number"),
        sending_state: material.requesting_state(),
        receiving_state: material.requested_state(),
        sender: material.authority("sender", Actor::Embassy, Side::Requesting),
        addressee: material.authority("addressee", Actor::ForeignMinistry, Side::Requested),
        subject,
        paragraphs: Vec::new(),
        enclosures: [vec![enclosed], material.annexes()].concat(),
        place: passages.said("place"),
        date: None,
        frame: sources.frame(),
    })
}

/// What a request is called on paper.
pub(super) fn title(kind: RequestKind) -> Wording {
    match kind {
        RequestKind::MutualLegalAssistance => Wording::label("title-legal_assistance_request"),
        RequestKind::Extradition => Wording::label("title-extradition_request"),
        RequestKind::ProvisionalArrest => Wording::label("title-provisional_arrest_request"),
        other => Wording::label(format!("kind-{}", other.as_str())),
    }
}
