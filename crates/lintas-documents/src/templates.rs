//! The templates in the binary and an agency's own over them.

use std::collections::BTreeMap;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        [$((concat!($name, ".typ"), include_str!(concat!("../templates/", $name, ".typ")))),*]
    };
}

const BUILT_IN: [(&str, &str); 15] = embedded![
    "frame",
    "legal_assistance_request",
    "extradition_request",
    "provisional_arrest_request",
    "note_verbale",
    "notice_request",
    "warrant_sheet",
    "target_package",
    "joint_investigation_agreement",
    "operation_order",
    "workshop_agenda",
    "workshop_report",
    "round_report",
    "exhibit_certificate",
    "analyst_product",
];

/// Template files by name, for example `warrant_sheet.typ`.
///
/// A template reads `frame.typ`, the view as `/data.json` and whatever else was handed in here; it reaches no file, no
/// network and no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    files: BTreeMap<String, String>,
    own: Vec<String>,
}

impl Default for Templates {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Templates {
    /// The templates in the binary.
    pub fn built_in() -> Self {
        let files = BUILT_IN.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        Self { files, own: Vec::new() }
    }

    /// Lays an agency's own file over the built-in one of that name, or adds one that its templates import.
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let name = name.into();
        self.own.push(name.clone());
        self.files.insert(name, text.into());
        self
    }

    /// The text of a file, to begin one's own from.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The names of an agency's own files, in the order in which they were laid over.
    pub fn own(&self) -> &[String] {
        &self.own
    }
}
