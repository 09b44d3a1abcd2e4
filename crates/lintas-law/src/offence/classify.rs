//! Trafficking, smuggling, both, or neither yet: with the reasons.
//!
//! In Bangladesh cases of smuggling were filed as trafficking for want of an offence, and convictions fell. A case is
//! classified from what it shows, and "neither yet" says what is missing to be either.

use std::collections::BTreeSet;

use lintas_model::offence::Offence;
use serde::Serialize;

use super::{Circumstance, Element, OffenceLaw, Offences};

/// What the facts amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Trafficking in persons.
    Trafficking,
    /// Smuggling of migrants.
    Smuggling,
    /// Both.
    Both,
    /// Not yet either.
    NeitherYet,
}

/// How an element stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum ElementState {
    /// Shown.
    Shown {
        /// By what.
        by: Vec<Circumstance>,
    },
    /// Not needed.
    NotNeeded {
        /// Because of what.
        because: Circumstance,
    },
    /// Not shown yet.
    Missing,
}

/// An element and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElementReading {
    /// Which element.
    pub element: Element,
    /// Its title.
    pub title: String,
    /// The article.
    pub article: String,
    /// How it stands.
    pub state: ElementState,
}

/// How an offence stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The offence.
    pub offence: Offence,
    /// Whether all its defining elements are shown or not needed.
    pub made_out: bool,
    /// Its defining elements.
    pub elements: Vec<ElementReading>,
}

impl Reading {
    /// The elements not shown yet.
    pub fn missing(&self) -> impl Iterator<Item = &ElementReading> {
        self.elements.iter().filter(|element| element.state == ElementState::Missing)
    }
}

/// A classification with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Classification {
    /// What the facts amount to.
    pub class: Class,
    /// How trafficking stands.
    pub trafficking: Reading,
    /// How smuggling stands.
    pub smuggling: Reading,
    /// The reasons, in sentences.
    pub reasons: Vec<String>,
}

/// Classifies what a case shows. A further circumstance never takes an offence away.
pub fn classify(offences: &Offences, shown: &BTreeSet<Circumstance>) -> Classification {
    let trafficking = read(offences.get(Offence::Trafficking), shown);
    let smuggling = read(offences.get(Offence::Smuggling), shown);
    let class = match (trafficking.made_out, smuggling.made_out) {
        (true, true) => Class::Both,
        (true, false) => Class::Trafficking,
        (false, true) => Class::Smuggling,
        (false, false) => Class::NeitherYet,
    };
    let mut reasons: Vec<String> = [&trafficking, &smuggling].into_iter().map(in_words).collect();
    let means = offences.trafficking.elements.iter().filter(|law| law.element == Element::Means);
    let means_used = means.flat_map(|law| &law.any_of).any(|means| shown.contains(means));
    if shown.contains(&Circumstance::ConsentClaimed) {
        reasons.push(if means_used {
            "consent does not matter: a means was used (Trafficking Protocol Art. 3(b))".into()
        } else if shown.contains(&Circumstance::VictimUnder18) {
            "consent does not matter: the person is under 18 (Trafficking Protocol Art. 3(c))".into()
        } else {
            "whether the person agreed matters only as long as no means is shown; look for means".to_owned()
        });
    }
    if smuggling.made_out && !shown.contains(&Circumstance::ProcuredEntry) {
        reasons.push(
            "by documents or stay only: an offence of its own (Smuggling Protocol Art. 6(1)(b)-(c))".into(),
        );
    }
    if smuggling.made_out && !trafficking.made_out {
        reasons.push("screen the migrants for trafficking all the same: exploitation may come later".into());
    }
    Classification { class, trafficking, smuggling, reasons }
}

fn read(law: &OffenceLaw, shown: &BTreeSet<Circumstance>) -> Reading {
    let elements: Vec<ElementReading> = law
        .elements
        .iter()
        .filter(|element| element.element.defines())
        .map(|element| {
            let by: Vec<Circumstance> =
                element.any_of.iter().copied().filter(|any| shown.contains(any)).collect();
            let state = match element.not_needed_if.filter(|because| shown.contains(because)) {
                _ if !by.is_empty() => ElementState::Shown { by },
                Some(because) => ElementState::NotNeeded { because },
                None => ElementState::Missing,
            };
            ElementReading {
                element: element.element,
                title: element.title.clone(),
                article: element.article.clone(),
                state,
            }
        })
        .collect();
    let made_out =
        !elements.is_empty() && elements.iter().all(|element| element.state != ElementState::Missing);
    Reading { offence: law.offence, made_out, elements }
}

fn in_words(reading: &Reading) -> String {
    let parts: Vec<String> = reading
        .elements
        .iter()
        .map(|element| match &element.state {
            ElementState::Shown { by } => {
                let by: Vec<&str> = by.iter().map(|circumstance| circumstance.in_words()).collect();
                format!("{} shown by {}", element.title.to_lowercase(), by.join(", "))
            }
            ElementState::NotNeeded { because } => {
                format!("{} not needed, {}", element.title.to_lowercase(), because.in_words())
            }
            ElementState::Missing => format!("{} not shown yet", element.title.to_lowercase()),
        })
        .collect();
    let verdict = if reading.made_out { "made out" } else { "not made out yet" };
    format!("{} {verdict}: {}", reading.offence, parts.join("; "))
}
