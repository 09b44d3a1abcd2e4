//! Everything a template can reach: the fonts, the templates and one file of data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

use crate::fonts::FONTS;
use crate::problem::TemplateProblem;
use crate::templates::Templates;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Name of the data, for the templates and as the PDF's attachment.
pub(crate) const DATA: &str = "data.json";

/// The world of one print.
pub(crate) struct Desk {
    main: FileId,
    sources: BTreeMap<String, Source>,
    data: Bytes,
    attachment: Bytes,
}

impl Desk {
    /// Lays out the templates and the data for the template `name`.
    pub(crate) fn new(templates: &Templates, name: &str, data: Vec<u8>, attachment: Vec<u8>) -> Option<Self> {
        let mut sources = BTreeMap::new();
        for file in templates.names() {
            let id = file_id(file)?;
            sources.insert(file.to_owned(), Source::new(id, templates.text(file)?.to_owned()));
        }
        let main = sources.get(&format!("{name}.typ"))?.id();
        Some(Self { main, sources, data: Bytes::new(data), attachment: Bytes::new(attachment) })
    }

    /// A diagnostic as a place in a file and a reason.
    pub(crate) fn problem(&self, diagnostic: &SourceDiagnostic) -> TemplateProblem {
        let source = diagnostic.span.id().and_then(|id| self.source(id).ok());
        let place = source.as_ref().and_then(|source| {
            let start = self.range(diagnostic.span)?.start;
            Some((source.lines().byte_to_line(start)? + 1, source.lines().byte_to_column(start)? + 1))
        });
        let (line, column) = place.unwrap_or((0, 0));
        TemplateProblem {
            file: source.map_or_else(|| self.name(self.main), |source| self.name(source.id())),
            line,
            column,
            reason: diagnostic.message.to_string(),
            hint: diagnostic.hints.first().map(|hint| hint.v.to_string()),
        }
    }

    fn name(&self, id: FileId) -> String {
        id.get().vpath().get_without_slash().to_owned()
    }
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let project = *id.get().root() == VirtualRoot::Project;
        let source = self.sources.get(&self.name(id)).filter(|_| project);
        source.cloned().ok_or_else(|| FileError::NotFound(self.name(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.name(id).as_str() {
            DATA if *id.get().root() == VirtualRoot::Project => Ok(self.data.clone()),
            "attachment.json" if *id.get().root() == VirtualRoot::Project => Ok(self.attachment.clone()),
            _ => self.source(id).map(|source| Bytes::from_string(source.text().to_owned())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
