//! Why a document could not be printed.

use lintas_model::Language;

/// Why nothing was printed. There is never half a PDF.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Essentials are missing and the caller asked to be refused in that case.
    #[error("could not issue `{document}`: {} essentials are missing: {}", essentials.len(), essentials.join("; "))]
    Missing {
        /// The document's name.
        document: String,
        /// What is missing, in English, in the order of the document.
        essentials: Vec<String>,
    },
    /// A template does not compile.
    #[error(transparent)]
    Template(#[from] TemplateProblem),
    /// Characters came out without a glyph although a font claims to have them.
    #[error("could not print `{document}`: no glyph for {}", list(characters))]
    Glyphs {
        /// The document's name.
        document: String,
        /// The characters.
        characters: Vec<char>,
    },
    /// The view holds more than a document can.
    #[error(
        "could not print `{document}`: its data have {size_bytes} bytes, at most {limit_bytes} are taken"
    )]
    TooLarge {
        /// The document's name.
        document: String,
        /// Size of the data as JSON.
        size_bytes: usize,
        /// The limit.
        limit_bytes: usize,
    },
    /// The view names a label that no catalogue has.
    #[error("could not print `{document}`: no catalogue has the label `{label}`")]
    UnknownLabel {
        /// The document's name.
        document: String,
        /// The key.
        label: String,
    },
    /// The drawing of an analyst product is no SVG, or points to something outside itself.
    #[error("could not print the drawing of `{document}`: {reason}")]
    Drawing {
        /// The document's name.
        document: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The view could not be written as JSON.
    #[error("could not write the data of `{document}` as JSON")]
    Data {
        /// The document's name.
        document: String,
        /// What the writer said.
        source: serde_json::Error,
    },
    /// The pages could not be made a PDF/A.
    #[error("could not make a PDF/A of `{document}`: {reason}")]
    Pdf {
        /// The document's name.
        document: String,
        /// What the exporter said.
        reason: String,
    },
}

/// Where a template does not compile, and why. The built-in template of that name stays usable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not use the template {file}:{line}:{column}: {reason}{}", hint.as_ref().map(|h| format!(" ({h})")).unwrap_or_default())]
pub struct TemplateProblem {
    /// The file's name, for example `warrant_sheet.typ`.
    pub file: String,
    /// Line, counted from 1; 0 when the place is not known.
    pub line: usize,
    /// Column, counted from 1; 0 when the place is not known.
    pub column: usize,
    /// What is wrong.
    pub reason: String,
    /// What may help.
    pub hint: Option<String>,
}

/// Why an agency's own catalogue cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueProblem {
    /// It is not TOML, or not of strings.
    #[error("could not read the catalogue of `{language}`")]
    Unreadable {
        /// The language.
        language: Language,
        /// Line, column and reason.
        source: toml::de::Error,
    },
    /// It has a label that no document uses: most likely a typing error.
    #[error("could not use the catalogue of `{language}`: no document has the label `{key}`")]
    UnknownKey {
        /// The language.
        language: Language,
        /// The key.
        key: String,
    },
    /// A variable of the English text is gone.
    #[error("could not use the catalogue of `{language}`: `{key}` must keep {{{variable}}}")]
    LostVariable {
        /// The language.
        language: Language,
        /// The key.
        key: String,
        /// The variable without its braces.
        variable: String,
    },
}

fn list(characters: &[char]) -> String {
    characters.iter().map(|c| format!("U+{:04X}", *c as u32)).collect::<Vec<_>>().join(" ")
}
