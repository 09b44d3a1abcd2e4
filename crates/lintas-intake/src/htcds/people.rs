//! Who is who across the sheets of one workbook, by the number that the file gives to a person.

use std::collections::{BTreeMap, BTreeSet};

use super::Section;
use super::columns::FieldValue;
use super::fields::Use;
use crate::Fingerprint;

/// What all sheets together say about the numbered persons.
#[derive(Debug, Clone, Default)]
pub(crate) struct People {
    perpetrators: BTreeSet<String>,
    victims: BTreeSet<String>,
    consent_refused: BTreeSet<String>,
    with_plan: BTreeSet<String>,
    /// Persons with a row of their own among the persons.
    listed: BTreeSet<String>,
    names: BTreeMap<String, Vec<String>>,
    fingerprints: BTreeMap<String, Fingerprint>,
}

impl People {
    /// Takes one row into account.
    pub(crate) fn learn(
        &mut self,
        values: &[FieldValue<'_>],
        perpetrators: bool,
        fingerprint: impl Fn(&str) -> Fingerprint,
    ) {
        let Some(id) = person_id(values) else { return };
        let has = |test: &dyn Fn(&FieldValue<'_>) -> bool| values.iter().any(test);
        if perpetrators || has(&|v| v.usage == Use::PerpetratorRole) {
            self.perpetrators.insert(id.clone());
        }
        if has(&|v| v.section == Section::Victim) {
            self.victims.insert(id.clone());
        }
        if has(&|v| v.usage == Use::Consent && is_no(v.text())) {
            self.consent_refused.insert(id.clone());
        }
        if has(&|v| v.section == Section::Plan) {
            self.with_plan.insert(id.clone());
        }
        let names: Vec<String> =
            values.iter().filter(|v| v.usage == Use::Name).map(|v| v.text().to_owned()).collect();
        if !names.is_empty() {
            self.listed.insert(id.clone());
            self.names.entry(id.clone()).or_default().extend(names);
        }
        self.fingerprints.insert(id.clone(), fingerprint(&id));
    }

    /// Only a person who is nowhere a victim is a perpetrator.
    pub(crate) fn is_perpetrator(&self, id: &str) -> bool {
        self.perpetrators.contains(id) && !self.victims.contains(id)
    }

    pub(crate) fn refused_consent(&self, id: &str) -> bool {
        self.consent_refused.contains(id)
    }

    pub(crate) fn has_plan(&self, id: &str) -> bool {
        self.with_plan.contains(id)
    }

    pub(crate) fn is_listed(&self, id: &str) -> bool {
        self.listed.contains(id)
    }

    pub(crate) fn names(&self, id: &str) -> &[String] {
        self.names.get(id).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn fingerprint(&self, id: &str) -> Option<Fingerprint> {
        self.fingerprints.get(id).copied()
    }
}

/// The number of the person the row is about; on sheets of cases, the number of the case.
pub(crate) fn person_id(values: &[FieldValue<'_>]) -> Option<String> {
    let find = |usage: Use| values.iter().find(|v| v.usage == usage).map(|v| v.text().to_owned());
    find(Use::PersonId).or_else(|| find(Use::CaseId))
}

/// A plain no.
pub(crate) fn is_no(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "no" | "n" | "false" | "0" | "refused" | "withdrawn" | "not given" | "denied"
    )
}
