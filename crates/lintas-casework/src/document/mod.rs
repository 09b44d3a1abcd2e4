//! Documents: requests, sheets, orders and reports, assembled from the records that the officer may see and take out.
//!
//! Printing takes data out of the node, so it is an export: every record used is asked for under that action, what its
//! originator does not let go is left out and counted, the marking on the page is the strictest of the records used, and
//! the print is a record. The same records, language and day print the same bytes, under the same verification code.

mod exhibit_certificate;
mod extradition;
mod joint_investigation_agreement;
mod kind;
mod legal_assistance;
mod marking;
mod note_verbale;
mod notice_request;
mod number;
mod operation_order;
mod passage;
mod person;
mod press;
mod provisional_arrest;
mod request;
mod round_report;
mod sources;
mod target_package;
mod things;
mod warrant_sheet;
mod workshop;

use lintas_documents::{Document, Incomplete, Printed};
use lintas_model::record::{Access, AccessAct};
use lintas_model::{Kind, Language, ObjectId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access};

pub use joint_investigation_agreement::CLAUSE_PARTS;
pub use kind::DocumentKind;
pub use passage::{Part, parts, write, written};
pub use press::of as press_of;
pub use things::{Thing, newest, things};

use sources::Sources;

/// A document to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Which document.
    pub kind: DocumentKind,
    /// The thing it is about.
    pub of: ObjectId,
    /// The language beside English; none prints English alone.
    pub language: Option<Language>,
}

/// Labels of documents in a reader's language, for a page that says the same things.
pub fn labels(ctx: &Ctx, reader: Language, keys: &[&str]) -> Result<Vec<String>> {
    let press = press::of(ctx.node())?;
    Ok(keys.iter().map(|key| press.label(reader, key).unwrap_or(key).to_owned()).collect())
}

/// What would be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What the document is called, in the reader's language.
    pub title: String,
    /// The essentials that are missing, by label. With one of them it would be a draft.
    pub missing: Vec<&'static str>,
    /// The same in the reader's language.
    pub told: Vec<String>,
    /// How many records it would be made from.
    pub records: usize,
}

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its verification code.
    pub code: String,
    /// A name for its file.
    pub file_name: String,
    /// The PDF, what stands on its pages, and what is missing.
    pub printed: Printed,
}

/// A document before it is printed.
struct Assembled {
    document: Box<dyn Document + Send>,
    code: String,
    records: usize,
}

/// Says what would be missing, in the language of whoever reads it on a screen.
pub async fn preview(ctx: &Ctx, wanted: &Wanted, reader: Language) -> Result<Preview> {
    let Assembled { document, records, .. } = assemble(ctx, wanted).await?;
    let press = press::of(ctx.node())?;
    let missing = press.missing(document.as_ref())?;
    let told = |key: &str| press.label(reader, key).unwrap_or(key).to_owned();
    access::viewed(ctx, wanted.kind.as_str(), Some(wanted.of), records).await?;
    Ok(Preview {
        title: told(&format!("title-{}", wanted.kind)),
        told: missing.iter().map(|key| told(key)).collect(),
        missing,
        records,
    })
}

/// Prints a document; what lacks an essential is marked as a draft on every page. The print is recorded before anybody
/// gets the bytes.
pub async fn print(ctx: &Ctx, wanted: &Wanted) -> Result<Paper> {
    let Assembled { document, code, records } = assemble(ctx, wanted).await?;
    let press = press::of(ctx.node())?;
    let printing = tokio::task::spawn_blocking(move || press.print(document.as_ref(), Incomplete::Draft));
    let printed = printing.await.map_err(|error| CaseworkError::Ledger(error.to_string()))??;
    let language = wanted.language.unwrap_or(Language::En);
    let state = if printed.is_draft() { " draft" } else { "" };
    let detail = format!("{code} {} {language}{state}", wanted.kind);
    access::printed(ctx, wanted.kind.as_str(), wanted.of, records, detail).await?;
    Ok(Paper { file_name: format!("{}-{code}.pdf", wanted.kind), code, printed })
}

/// The prints that were made under a verification code, oldest first: who printed, when, for which purpose.
pub async fn printed_under(ctx: &Ctx, code: &str) -> Result<Vec<Item<Access>>> {
    ctx.require_plain(Action::ViewAudit, "access").await?;
    let code = number::read(code);
    let query = HeldQuery { agency: Some(ctx.node().code().clone()), ..HeldQuery::kinds(&[Kind::Access]) };
    let mut found = item::read_for::<Access>(ctx, Action::ViewAudit, query).await?;
    found.retain(|item| {
        let detail = item.body.detail.as_deref().unwrap_or_default();
        item.body.act == AccessAct::Print && detail.split(' ').next() == Some(code.as_str())
    });
    access::viewed(ctx, "audit", None, found.len()).await?;
    Ok(found)
}

async fn assemble(ctx: &Ctx, wanted: &Wanted) -> Result<Assembled> {
    let mut sources = Sources::new(ctx, wanted.language);
    let (of, from) = (wanted.of, &mut sources);
    let mut document: Box<dyn Document + Send> = match wanted.kind {
        DocumentKind::LegalAssistanceRequest => Box::new(legal_assistance::assemble(from, of).await?),
        DocumentKind::ExtraditionRequest => Box::new(extradition::assemble(from, of).await?),
        DocumentKind::ProvisionalArrestRequest => Box::new(provisional_arrest::assemble(from, of).await?),
        DocumentKind::NoteVerbale => Box::new(note_verbale::assemble(from, of).await?),
        DocumentKind::NoticeRequest => Box::new(notice_request::assemble(from, of).await?),
        DocumentKind::WarrantSheet => Box::new(warrant_sheet::assemble(from, of).await?),
        DocumentKind::TargetPackage => Box::new(target_package::assemble(from, of).await?),
        DocumentKind::JointInvestigationAgreement => {
            Box::new(joint_investigation_agreement::assemble(from, of).await?)
        }
        DocumentKind::ExhibitCertificate => Box::new(exhibit_certificate::assemble(from, of).await?),
        DocumentKind::OperationOrder => Box::new(operation_order::assemble(from, of).await?),
        DocumentKind::WorkshopAgenda => Box::new(workshop::agenda(from, of).await?),
        DocumentKind::WorkshopReport => Box::new(workshop::report(from, of).await?),
        DocumentKind::RoundReport => Box::new(round_report::assemble(from, of).await?),
    };
    let code = number::give(document.as_mut())?;
    Ok(Assembled { document, code, records: sources.used() })
}
