//! Printing: a document, the catalogues and the templates in, a PDF out.

use lintas_model::{Language, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::catalogue::Catalogues;
use crate::documents::Document;
use crate::drawing;
use crate::glyphs;
use crate::problem::{Refused, TemplateProblem};
use crate::resolve::Resolver;
use crate::samples;
use crate::templates::Templates;
use crate::world::Desk;

/// The largest view that is printed, as JSON. A report of some thousand pages stays below it.
const LIMIT_BYTES: usize = 32 * 1024 * 1024;

/// What to do with a document that lacks essentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomplete {
    /// Print it with the mark DRAFT on every page and the list of what is missing on the first.
    Draft,
    /// Refuse it with the list.
    Refuse,
}

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF/A-3b with the data attached as `data.json`.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// What stands on the pages, line by line, pages ended by a form feed: for the full-text index. PDF readers do not
    /// get text of Khmer, Lao, Thai and Bengali back reliably. Words inside a drawing are not in it.
    pub text: String,
    /// The attached data.
    pub data: Vec<u8>,
    /// SHA-256 of the attached data in hexadecimal digits, as printed on the pages.
    pub data_hash: String,
    /// The essentials that are missing, in English. Empty unless it is a draft.
    pub missing: Vec<String>,
    /// Characters without a font; each stands in the document as its code point, such as `[U+0BA4]`.
    pub unprintable: Vec<char>,
}

impl Printed {
    /// Whether it carries the mark DRAFT.
    pub fn is_draft(&self) -> bool {
        !self.missing.is_empty()
    }
}

/// Catalogues and templates, ready to print.
#[derive(Debug, Clone, Default)]
pub struct Press {
    catalogues: Catalogues,
    templates: Templates,
}

impl Press {
    /// With the built-in catalogues and templates.
    pub fn new() -> Self {
        Self::default()
    }

    /// With an agency's own catalogues.
    pub fn with_catalogues(self, catalogues: Catalogues) -> Self {
        Self { catalogues, ..self }
    }

    /// With an agency's own templates.
    pub fn with_templates(self, templates: Templates) -> Self {
        Self { templates, ..self }
    }

    /// Prints a document: all of it or nothing.
    ///
    /// Takes tens of milliseconds to seconds of processor time: call it off the threads that serve requests.
    pub fn print(&self, document: &dyn Document, incomplete: Incomplete) -> Result<Printed, Refused> {
        let name = || document.name().to_owned();
        let data = document.data().map_err(|source| Refused::Data { document: name(), source })?;
        if data.len() > LIMIT_BYTES {
            let (size_bytes, limit_bytes) = (data.len(), LIMIT_BYTES);
            return Err(Refused::TooLarge { document: name(), size_bytes, limit_bytes });
        }
        let data_hash = hex::encode(Sha256::digest(&data));
        let sheet = self.lay_out(document, &data, &data_hash)?;
        if incomplete == Incomplete::Refuse && !sheet.missing.is_empty() {
            return Err(Refused::Missing { document: name(), essentials: sheet.missing });
        }
        let printed = self.set(document, &sheet, &data);
        // What was printed may be about a person: nothing of it stays in the memory of the layout engine.
        typst::comemo::evict(0);
        let (pdf, pages, text) = printed?;
        let Sheet { missing, unprintable, .. } = sheet;
        Ok(Printed { pdf, pages, text, data, data_hash, missing, unprintable })
    }

    /// The labels of the essentials that a document lacks, a translation among them, in the order of the document:
    /// what [`Press::print`] would list.
    pub fn missing(&self, document: &dyn Document) -> Result<Vec<&'static str>, Refused> {
        let name = || document.name().to_owned();
        let data = document.data().map_err(|source| Refused::Data { document: name(), source })?;
        let mut body: Value =
            serde_json::from_slice(&data).map_err(|source| Refused::Data { document: name(), source })?;
        let mut resolver = Resolver::new(&self.catalogues, document.frame().other());
        resolver.resolve(&mut body);
        Ok(lacking(document, &resolver))
    }

    /// A label in a language, for saying on a screen what stands on the paper.
    pub fn label(&self, language: Language, key: &str) -> Option<&str> {
        self.catalogues.find(language, key)
    }

    /// What the template of a document reads as `data.json`: for whoever writes a template with the tools of typst.
    pub fn data_for_template(&self, document: &dyn Document) -> Result<Vec<u8>, Refused> {
        let name = || document.name().to_owned();
        let data = document.data().map_err(|source| Refused::Data { document: name(), source })?;
        Ok(self.lay_out(document, &data, &hex::encode(Sha256::digest(&data)))?.view)
    }

    /// Prints a sample of every document in one column and in two, and lists the templates that do not compile: for an
    /// agency that has changed its own.
    pub fn check(&self) -> Vec<TemplateProblem> {
        let mut problems = Vec::new();
        for sample in
            samples::of_each_template(Language::En).iter().chain(&samples::of_each_template(Language::Km))
        {
            if let Err(Refused::Template(problem)) = self.print(sample.as_ref(), Incomplete::Draft)
                && !problems.contains(&problem)
            {
                problems.push(problem);
            }
        }
        problems
    }

    fn lay_out(&self, document: &dyn Document, data: &[u8], data_hash: &str) -> Result<Sheet, Refused> {
        let name = || document.name().to_owned();
        let mut body: Value =
            serde_json::from_slice(data).map_err(|source| Refused::Data { document: name(), source })?;
        let frame = document.frame();
        let mut resolver = Resolver::new(&self.catalogues, frame.other());
        resolver.resolve(&mut body);
        if let Some(frame) = body.get_mut("frame").and_then(Value::as_object_mut) {
            frame.insert("banner".into(), json!(document.frame().handling.to_string()));
        }

        if let Some(Value::String(svg)) = body.get_mut("drawing") {
            if let Some(reason) = drawing::reach_outside(svg) {
                return Err(Refused::Drawing { document: name(), reason });
            }
            *svg = drawing::with_fonts(svg);
        }

        let missing = lacking(document, &resolver);
        let pairs: Vec<Value> = missing.iter().map(|key| resolver.label(key)).collect();
        let keys: Vec<String> = self.catalogues.keys().map(str::to_owned).collect();
        let labels: serde_json::Map<String, Value> =
            keys.into_iter().map(|key| (key.clone(), resolver.label(&key))).collect();
        if let Some(label) = resolver.unknown_label.take() {
            return Err(Refused::UnknownLabel { document: name(), label });
        }
        let unprintable: Vec<char> = resolver.unprintable.iter().copied().collect();
        let spelled: Vec<String> = unprintable.iter().map(|c| format!("U+{:04X}", *c as u32)).collect();
        let made_at = |language| {
            let day = lintas_model::PartialDate::of(frame.made_at);
            if day.earliest() == frame.made_at {
                crate::dates::day(&self.catalogues, language, day, false)
            } else {
                crate::dates::moment(&self.catalogues, language, frame.made_at, false)
            }
        };
        let approval = frame.other().and_then(|language| self.catalogues.approval(language));
        let view = json!({
            "name": document.name(),
            "body": body,
            "labels": labels,
            "other": frame.other().map(Language::tag),
            "missing": pairs,
            "unprintable": spelled,
            "hash": data_hash,
            "made_at": made_at(Language::En),
            "approval": approval.map(|approval| json!({ "agency": approval.agency, "on": approval.on })),
        });
        let missing = pairs.iter().filter_map(|pair| pair["en"].as_str().map(str::to_owned)).collect();
        let view = serde_json::to_vec(&view).map_err(|source| Refused::Data { document: name(), source })?;
        Ok(Sheet { view, missing, unprintable })
    }

    fn set(
        &self,
        document: &dyn Document,
        sheet: &Sheet,
        data: &[u8],
    ) -> Result<(Vec<u8>, usize, String), Refused> {
        let name = || document.name().to_owned();
        let no_template = || TemplateProblem {
            file: format!("{}.typ", document.name()),
            line: 0,
            column: 0,
            reason: "there is no such template, or a file has a name that is no path".to_owned(),
            hint: None,
        };
        let desk = Desk::new(&self.templates, document.name(), sheet.view.clone(), data.to_owned())
            .ok_or_else(no_template)?;
        let first = |diagnostics: &[typst::diag::SourceDiagnostic]| {
            diagnostics.first().map_or_else(no_template, |diagnostic| desk.problem(diagnostic))
        };
        let pages: PagedDocument = typst::compile(&desk).output.map_err(|diagnostics| {
            let problem = first(&diagnostics);
            if problem.reason.starts_with("failed to parse SVG") {
                return Refused::Drawing { document: name(), reason: problem.reason };
            }
            problem.into()
        })?;
        let (text, boxes) = glyphs::read(&pages);
        if !boxes.is_empty() {
            return Err(Refused::Glyphs { document: name(), characters: boxes.into_iter().collect() });
        }
        let refused = |reason: String| Refused::Pdf { document: name(), reason };
        let standards = PdfStandards::new(&[PdfStandard::A_3b])
            .map_err(|problem| refused(problem.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(document.frame().document_id.clone()),
            creator: Smart::Custom(Some("Lintas".to_owned())),
            timestamp: timestamp(document.frame().made_at),
            standards,
            ..PdfOptions::default()
        };
        let pdf =
            typst_pdf::pdf(&pages, &options).map_err(|diagnostics| refused(first(&diagnostics).reason))?;
        Ok((pdf, pages.pages().len(), text))
    }
}

/// What the templates get, and what the caller is told.
struct Sheet {
    view: Vec<u8>,
    missing: Vec<String>,
    unprintable: Vec<char>,
}

/// What a document lacks: its own essentials, and a translation where it goes to a state that reads another language.
fn lacking(document: &dyn Document, resolver: &Resolver<'_>) -> Vec<&'static str> {
    let mut missing = document.missing();
    if document.crosses_borders() && document.frame().other().is_some() && resolver.untranslated > 0 {
        missing.push("translation");
    }
    missing
}

fn timestamp(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let (year, month, day) = at.ymd();
    let seconds = at.as_millis().div_euclid(1000).rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Datetime::from_ymd_hms(year.into(), month as u8, day as u8, hour as u8, minute as u8, second as u8)
        .map(typst_pdf::Timestamp::new_utc)
}
