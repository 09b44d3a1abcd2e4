//! Documents: what one would lack, what is written for it, printing it.

use lintas_casework::Ctx;
use lintas_casework::document::{self, DocumentKind, Paper, Wanted};
use lintas_model::{Language, ObjectId};

use crate::problem::Problem;
use crate::routes::documents::print::{DocumentFace, PassageLine};

/// A document before it is printed, told in the language of the page.
pub(crate) async fn before(ctx: &Ctx, wanted: Wanted, reader: Language) -> Result<DocumentFace, Problem> {
    let preview = document::preview(ctx, &wanted, reader).await?;
    let passages = document::written(ctx, &wanted, reader).await?.into_iter().map(|part| PassageLine {
        part: part.part.to_owned(),
        label: part.label,
        english: part.english,
        other: part.other,
    });
    Ok(DocumentFace {
        wanted,
        title: preview.title,
        missing: preview.told,
        records: preview.records as u64,
        passages: passages.collect(),
    })
}

/// Prints a document.
pub(crate) async fn print(ctx: &Ctx, wanted: Wanted) -> Result<Paper, Problem> {
    Ok(document::print(ctx, &wanted).await?)
}

/// Writes what a document says; answers how many passages are new.
pub(crate) async fn write(
    ctx: &Ctx,
    kind: DocumentKind,
    of: ObjectId,
    texts: Vec<(String, Language, String)>,
) -> Result<u64, Problem> {
    Ok(document::write(ctx, kind, of, texts).await?.len() as u64)
}
