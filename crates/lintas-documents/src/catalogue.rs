//! Labels and formal sentences, one catalogue per language, each a draft until an agency approves it.
//!
//! The files of the folder `i18n` are in the binary. An agency lays its own wording over them without a build: it
//! hands in a file of the same shape with the labels it wants otherwise and, under `[approval]`, its name and the day.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::Language;
use serde::Deserialize;

use crate::problem::CatalogueProblem;

const BUILT_IN: [(Language, &str); 9] = [
    (Language::En, include_str!("../i18n/en.toml")),
    (Language::Th, include_str!("../i18n/th.toml")),
    (Language::Vi, include_str!("../i18n/vi.toml")),
    (Language::Km, include_str!("../i18n/km.toml")),
    (Language::Lo, include_str!("../i18n/lo.toml")),
    (Language::Ms, include_str!("../i18n/ms.toml")),
    (Language::Id, include_str!("../i18n/id.toml")),
    (Language::Fil, include_str!("../i18n/fil.toml")),
    (Language::Bn, include_str!("../i18n/bn.toml")),
];

/// Who approved the wording of a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The agency, as it writes itself.
    pub agency: String,
    /// The day, as it is to stand on the page.
    pub on: String,
}

/// The labels of one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    approval: Option<Approval>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
}

/// The labels of all languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogues {
    by_language: BTreeMap<Language, Catalogue>,
}

impl Default for Catalogues {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Catalogues {
    /// The catalogues in the binary.
    pub fn built_in() -> Self {
        let read = |(language, text): (Language, &str)| {
            let empty = Catalogue { approval: None, labels: BTreeMap::new() };
            (language, toml::from_str(text).unwrap_or(empty))
        };
        Self { by_language: BUILT_IN.into_iter().map(read).collect() }
    }

    /// Lays an agency's own wording over one language.
    ///
    /// Refuses a file with a label that no document uses and one that lost a variable: a request would go out with
    /// a hole in it.
    pub fn with(mut self, language: Language, text: &str) -> Result<Self, CatalogueProblem> {
        let own: Catalogue =
            toml::from_str(text).map_err(|source| CatalogueProblem::Unreadable { language, source })?;
        for (key, label) in &own.labels {
            let english = self
                .find(Language::En, key)
                .ok_or_else(|| CatalogueProblem::UnknownKey { language, key: key.clone() })?;
            if let Some(lost) = variables(english).difference(&variables(label)).next() {
                let (key, variable) = (key.clone(), (*lost).to_owned());
                return Err(CatalogueProblem::LostVariable { language, key, variable });
            }
        }
        if let Some(catalogue) = self.by_language.get_mut(&language) {
            catalogue.labels.extend(own.labels);
            catalogue.approval = own.approval.or(catalogue.approval.take());
        }
        Ok(self)
    }

    /// The label of a key.
    pub fn find(&self, language: Language, key: &str) -> Option<&str> {
        self.by_language.get(&language)?.labels.get(key).map(String::as_str)
    }

    /// Who approved the wording of a language; `None` while it is a draft.
    pub fn approval(&self, language: Language) -> Option<&Approval> {
        self.by_language.get(&language)?.approval.as_ref()
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_language.get(&Language::En).into_iter().flat_map(|c| c.labels.keys().map(String::as_str))
    }
}

/// The names in braces.
fn variables(label: &str) -> BTreeSet<&str> {
    label.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_label_with_its_variables() {
        let catalogues = Catalogues::built_in();
        assert!(catalogues.keys().count() > 100);
        for language in Language::ALL {
            let here = &catalogues.by_language[&language].labels;
            let english = &catalogues.by_language[&Language::En].labels;
            let missing: Vec<_> = english.keys().filter(|key| !here.contains_key(*key)).collect();
            let extra: Vec<_> = here.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{language}: lacks {missing:?}, has {extra:?}");
            for (key, label) in here {
                assert!(!label.trim().is_empty(), "{language}: `{key}` is empty");
                assert_eq!(variables(label), variables(&english[key]), "{language}: {key}");
            }
        }
    }

    #[test]
    fn wording_is_a_draft_until_an_agency_approves_it() {
        let built_in = Catalogues::built_in();
        assert!(Language::ALL.iter().all(|language| built_in.approval(*language).is_none()));
        let own = "[approval]\nagency = \"TH-OAG\"\non = \"2017-11-16\"\n[labels]\ndraft = \"ร่างแรก\"\n";
        let approved = built_in.with(Language::Th, own).unwrap();
        assert_eq!(approved.approval(Language::Th).unwrap().agency, "TH-OAG");
        assert_eq!(approved.find(Language::Th, "draft"), Some("ร่างแรก"));
        assert!(approved.approval(Language::Km).is_none());
    }

    #[test]
    fn an_own_catalogue_that_would_leave_a_hole_is_refused_by_name() {
        let check = |text: &str, expected: &str| {
            let error = Catalogues::built_in().with(Language::Vi, text).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check("[labels]\nno-such = \"x\"\n", "no document has the label `no-such`");
        check("[labels]\npage-of = \"Trang {page}\"\n", "must keep {pages}");
        check("[labels\n", "could not read the catalogue of `vi`");
    }
}
