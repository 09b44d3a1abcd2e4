//! Passages: what a document says that no other record holds, and what others hold in another language.
//!
//! A request needs its facts told, its urgency explained, its signatory named; an officer writes these once, in English
//! and in the language of the state that is asked, as records of the agency. Without them the document is a draft.

use std::collections::BTreeMap;

use lintas_documents::Wording;
use lintas_model::record::Passage;
use lintas_model::{Kind, Language, ObjectId, RecordId};
use lintas_policy::{Action, ObjectFacts};
use lintas_store::HeldQuery;

use super::sources::Sources;
use super::{DocumentKind, Wanted};
use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result};

/// The longest passage, in bytes.
const LONGEST_BYTES: usize = 60_000;

/// The passages about one thing, by part and language.
pub(super) struct Passages {
    language: Option<Language>,
    texts: BTreeMap<(String, Language), String>,
}

impl Passages {
    /// Reads the agency's own passages about a thing.
    pub(super) async fn read(sources: &mut Sources<'_>, of: ObjectId) -> Result<Self> {
        let items = own(sources.ctx, of).await?;
        let kept = sources.keep_items(items);
        Ok(Self { language: sources.language(), texts: latest(kept) })
    }

    fn text(&self, part: &str, language: Language) -> Option<&str> {
        self.texts.get(&(part.to_owned(), language)).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// A part that stands in no other record; an empty wording where nobody has written it.
    pub(super) fn said(&self, part: &str) -> Wording {
        self.over(part, "")
    }

    /// The same, or nothing.
    pub(super) fn maybe(&self, part: &str) -> Option<Wording> {
        Some(self.said(part)).filter(|wording| !wording.is_empty())
    }

    /// A text of a record with its translation; a passage in English takes its place.
    pub(super) fn over(&self, part: &str, recorded: &str) -> Wording {
        let en = self.text(part, Language::En).unwrap_or(recorded.trim()).to_owned();
        let other = self.language.and_then(|language| self.text(part, language)).map(str::to_owned);
        Wording::Said { en, other }
    }

    /// A text of a record, line by line, each with the same line of its translation.
    pub(super) fn lines(&self, part: &str, recorded: &str) -> Vec<Wording> {
        let Wording::Said { en, other } = self.over(part, recorded) else { return Vec::new() };
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let mut translated = other.as_deref().map(lines).unwrap_or_default().into_iter();
        lines(&en).into_iter().map(|en| Wording::Said { en, other: translated.next() }).collect()
    }

    /// A part that is the same in all languages, such as a name or a number.
    pub(super) fn plain(&self, part: &str) -> String {
        self.text(part, Language::En).unwrap_or_default().to_owned()
    }
}

/// The parts that a document takes from passages, by their labels, in its order. Those that a record holds too are here
/// for their translation.
pub const fn parts(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::LegalAssistanceRequest => &[
            "requesting-authority",
            "requested-authority",
            "facts",
            "law",
            "penalty",
            "description",
            "assistance",
            "procedure",
            "purpose",
            "time-limit",
            "confidentiality",
            "undertakings",
            "annexes",
            "signatory",
            "office",
            "place",
        ],
        DocumentKind::ExtraditionRequest => &[
            "requesting-authority",
            "requested-authority",
            "facts",
            "law",
            "penalty",
            "limitation",
            "description",
            "location",
            "evidence",
            "identity-evidence",
            "dual-criminality",
            "assurances",
            "annexes",
            "signatory",
            "office",
            "place",
        ],
        DocumentKind::ProvisionalArrestRequest => &[
            "requesting-authority",
            "requested-authority",
            "urgency",
            "facts",
            "law",
            "penalty",
            "description",
            "location",
            "contact",
            "signatory",
            "office",
            "place",
        ],
        DocumentKind::NoteVerbale => &["number", "sender", "addressee", "place"],
        DocumentKind::NoticeRequest => &[
            "bureau",
            "facts",
            "law",
            "penalty",
            "description",
            "location",
            "wanted-information",
            "warning",
            "will-follow",
            "contact",
            "signatory",
            "office",
            "place",
        ],
        DocumentKind::WarrantSheet => &["jurisdiction", "extradition-limits", "description"],
        DocumentKind::OperationOrder => &[
            "situation",
            "victim-protection",
            "stand-down",
            "communication",
            "exhibits",
            "signatory",
            "office",
            "place",
        ],
        DocumentKind::JointInvestigationAgreement => &[
            "purpose",
            "extension",
            "gathering",
            "access",
            "earlier-material",
            "third-state-material",
            "communication",
            "asset-recovery",
            "liability",
            "data-protection",
            "media",
            "evaluation",
            "specific",
            "organisation",
        ],
        DocumentKind::ExhibitCertificate => &["description", "taken-at", "signatory", "office", "place"],
        DocumentKind::TargetPackage
        | DocumentKind::WorkshopAgenda
        | DocumentKind::WorkshopReport
        | DocumentKind::RoundReport => &[],
    }
}

/// A part of a document with what is written of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The part, by its label.
    pub part: &'static str,
    /// The label in the reader's language.
    pub label: String,
    /// In English.
    pub english: String,
    /// In the language beside it.
    pub other: String,
}

/// The parts of a document that may be written, with what stands in them; nothing where the actor may not write.
pub async fn written(ctx: &Ctx, wanted: &Wanted, reader: Language) -> Result<Vec<Part>> {
    let Wanted { kind, of, language } = *wanted;
    if parts(kind).is_empty() {
        return Ok(Vec::new());
    }
    let (action, facts) = subject(ctx, kind, of).await?;
    if ctx.permit(action, &facts).is_err() {
        return Ok(Vec::new());
    }
    let press = super::press::of(ctx.node())?;
    let texts = latest(own(ctx, of).await?);
    let text = |part: &str, language| texts.get(&(part.to_owned(), language)).cloned().unwrap_or_default();
    let other = language.filter(|language| *language != Language::En);
    Ok(parts(kind)
        .iter()
        .map(|part| Part {
            part,
            label: press.label(reader, part).unwrap_or(part).to_owned(),
            english: text(part, Language::En),
            other: other.map(|language| text(part, language)).unwrap_or_default(),
        })
        .collect())
}

/// Writes passages of a document: part, language and text. What says the same as before is not written again.
pub async fn write(
    ctx: &Ctx,
    kind: DocumentKind,
    of: ObjectId,
    texts: Vec<(String, Language, String)>,
) -> Result<Vec<RecordId>> {
    let _turn = ctx.node().turn().await;
    let (action, facts) = subject(ctx, kind, of).await?;
    ctx.require(action, &facts).await?;
    let before = latest(own(ctx, of).await?);
    let mut drafts = Vec::new();
    for (part, language, text) in texts {
        let text = text.trim().replace("\r\n", "\n");
        if !parts(kind).contains(&part.as_str()) {
            let known = parts(kind).join(", ");
            return Err(CaseworkError::invalid(
                "part",
                format!("{kind} has no part `{part}`; it has {known}"),
            ));
        }
        if text.len() > LONGEST_BYTES {
            return Err(CaseworkError::invalid("text", format!("at most {LONGEST_BYTES} bytes are taken")));
        }
        let known = before.get(&(part.clone(), language)).map(String::as_str).unwrap_or_default();
        if known != text {
            drafts.push(ctx.about(ctx.private(), of, Passage { of, part, language, text }));
        }
    }
    ctx.write(drafts).await
}

/// Whoever writes the thing writes what its documents say: the action to ask for, and the facts of the thing.
async fn subject(ctx: &Ctx, kind: DocumentKind, of: ObjectId) -> Result<(Action, ObjectFacts)> {
    let (what, record, action) = match kind.thing() {
        "request" => ("request", Kind::Request, Action::WriteWarrant),
        "warrant" => ("warrant", Kind::Warrant, Action::WriteWarrant),
        "operation" => ("operation", Kind::Operation, Action::WriteOperation),
        "notice" => ("notice", Kind::NoticeRequest, Action::WriteWarrant),
        "agreement" => ("agreement", Kind::Agreement, Action::WriteAgreement),
        "exhibit" => ("exhibit", Kind::Exhibit, Action::WriteEvidence),
        _ => return Err(CaseworkError::invalid("kind", format!("{kind} is made from records alone"))),
    };
    let held = ctx.node().newest(record, of).await?.ok_or(CaseworkError::NotFound(what))?;
    Ok((action, facts(ctx.node(), &held.mark)))
}

async fn own(ctx: &Ctx, of: ObjectId) -> Result<Vec<Item<Passage>>> {
    let query = HeldQuery {
        object: Some(of),
        agency: Some(ctx.node().code().clone()),
        ..HeldQuery::kinds(&[Kind::Passage])
    };
    item::read(ctx, query).await
}

/// The last word on each part in each language.
fn latest(items: Vec<Item<Passage>>) -> BTreeMap<(String, Language), String> {
    items.into_iter().map(|item| ((item.body.part, item.body.language), item.body.text)).collect()
}
