//! Treaty paths: for two states, an offence and a day, which bases are open for each kind of request, what each
//! requires, what a case still lacks, and why the others are closed.
//!
//! Three answers are possible: open, closed, and unclear where the data cannot say. A path carries the confidence of
//! the weakest statement that it rests on.

mod ground;
mod table;

use std::collections::BTreeSet;

use lintas_model::Country;
use lintas_model::offence::Offence;
use serde::Serialize;

pub use table::{markdown, table};

use crate::instrument::{
    DualCriminality, Instrument, InstrumentId, InstrumentKind, NationalsRule, Offer, Reason,
};
use crate::{Confidence, Day, Fact, Facts, Library, Reference, RequestKind};
use ground::Grounds;

/// What is asked of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The state that asks.
    pub requesting: Country,
    /// The state that is asked.
    pub requested: Country,
    /// The offence.
    pub offence: Offence,
    /// The day of the request.
    pub on: Day,
    /// Today, against which the age of the data is measured.
    pub today: Day,
    /// What the case's records already show.
    pub facts: Facts,
}

/// Whether a path can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It can.
    Open,
    /// The data cannot say.
    Unclear,
    /// It cannot.
    Closed,
}

impl Verdict {
    /// The word used in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unclear => "unclear",
            Self::Closed => "closed",
        }
    }
}

/// One thing that a request under a basis must have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Requirement {
    /// The fact of the checklist.
    pub fact: Fact,
    /// The requirement in words.
    pub says: &'static str,
    /// What the basis says on it in particular, such as the languages accepted.
    pub detail: Option<String>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether the case's records have it.
    pub met: bool,
}

/// How an instrument reaches an offence between two states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Covered {
    /// How, in a sentence.
    pub says: String,
    /// The article.
    pub article: String,
    /// What must be shown for it.
    pub needs: Vec<Fact>,
}

/// A source that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cited {
    /// The instrument in whose file it stands.
    pub instrument: InstrumentId,
    /// The source, its confidence and when it was checked.
    #[serde(flatten)]
    pub reference: Reference,
}

/// One basis for one kind of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Path {
    /// The kind of request.
    pub request: RequestKind,
    /// The instrument.
    pub basis: InstrumentId,
    /// Its name in a table.
    pub short: String,
    /// What sort of instrument it is.
    pub kind: InstrumentKind,
    /// Whether it can be taken.
    pub verdict: Verdict,
    /// How sure that is.
    pub confidence: Confidence,
    /// Its place among several bases, strongest first.
    pub rank: u8,
    /// The article that offers it.
    pub article: String,
    /// What the requested state owes.
    pub says: String,
    /// How the instrument reaches the offence.
    pub coverage: Option<Covered>,
    /// Why it is closed or unclear.
    pub reasons: Vec<Reason>,
    /// What a request must have; empty when closed.
    pub requirements: Vec<Requirement>,
    /// What to look out for.
    pub warnings: Vec<String>,
    /// What the answer rests on.
    pub sources: Vec<Cited>,
}

impl Path {
    /// What the request must have and the case's records lack.
    pub fn missing(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements.iter().filter(|requirement| !requirement.optional && !requirement.met)
    }

    /// The verdict with what must be added to it: `open`, or `open, to be confirmed`.
    pub fn headline(&self) -> String {
        match self.confidence.qualifier() {
            "" => self.verdict.as_str().to_owned(),
            qualifier => format!("{}, {qualifier}", self.verdict.as_str()),
        }
    }
}

/// The paths between two states: for each kind of request the open bases in order of strength, then the unclear and
/// the closed ones with their reasons. Empty when both states are the same.
pub fn paths(library: &Library, question: &Question) -> Vec<Path> {
    let (from, to) = (question.requesting, question.requested);
    if from == to {
        return Vec::new();
    }
    let concerns = |instrument: &&Instrument| match instrument.kind {
        InstrumentKind::Domestic => instrument.law_of() == Some(to),
        InstrumentKind::Bilateral => [from, to].iter().all(|state| instrument.parties.contains_key(state)),
        _ if instrument.open_to.is_empty() => true,
        InstrumentKind::Arrangement => [from, to].iter().all(|state| instrument.open_to.contains(state)),
        _ => [from, to].iter().any(|state| instrument.open_to.contains(state)),
    };
    let mut found = Vec::new();
    for instrument in library.instruments().filter(concerns) {
        for offer in &instrument.offers {
            found.push(offered(library, question, instrument, offer));
        }
        for excluded in &instrument.excludes {
            let mut grounds = Grounds::default();
            let (says, article) = (excluded.says.clone(), excluded.article.clone());
            grounds.close(Reason::Excluded { says, article }, instrument, &instrument.reference);
            found.push(path(library, question, instrument, excluded.request, &excluded.article, &grounds));
        }
    }
    found.sort_by(|a, b| {
        (a.request, a.verdict, a.rank, &a.basis).cmp(&(b.request, b.verdict, b.rank, &b.basis))
    });
    found
}

fn offered(library: &Library, question: &Question, instrument: &Instrument, offer: &Offer) -> Path {
    let mut grounds = Grounds::default();
    grounds.rest_on(instrument, &offer.reference);
    grounds.bound(question, instrument);
    let needs = grounds.reach(library, question, instrument);
    grounds.declared(question, instrument, offer);
    if offer.request.is_for_surrender() {
        grounds.treaty_needed(library, question, instrument);
        grounds.nationals(library, question, instrument, offer);
    }
    grounds.settle(instrument);
    let requirements =
        if grounds.verdict() == Verdict::Closed { Vec::new() } else { requirements(question, offer, &needs) };
    let mut path = path(library, question, instrument, offer.request, &offer.article, &grounds);
    path.rank = offer.rank;
    path.says.clone_from(&offer.says);
    path.requirements = requirements;
    path
}

fn path(
    library: &Library,
    question: &Question,
    instrument: &Instrument,
    request: RequestKind,
    article: &str,
    grounds: &Grounds,
) -> Path {
    let (verdict, confidence) = (grounds.verdict(), grounds.confidence());
    let mut warnings = grounds.warnings.clone();
    for cited in &grounds.sources {
        let age = cited.reference.age_days(question.today);
        if age > library.max_age_days {
            let (id, checked) = (&cited.instrument, cited.reference.last_checked);
            warnings.push(format!("`{id}` was last checked on {checked}, {age} days ago"));
        }
    }
    if verdict != Verdict::Closed {
        warnings.extend(instrument.notes.iter().cloned());
    }
    let sources = grounds.sources.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    warnings.retain(|warning| seen.insert(warning.clone()));
    Path {
        request,
        basis: instrument.id.clone(),
        short: instrument.short.clone(),
        kind: instrument.kind,
        verdict,
        confidence,
        rank: instrument.kind.rank(),
        article: article.to_owned(),
        says: String::new(),
        coverage: grounds.coverage.clone(),
        reasons: grounds.reasons(),
        requirements: Vec::new(),
        warnings,
        sources,
    }
}

fn requirements(question: &Question, offer: &Offer, needs: &[Fact]) -> Vec<Requirement> {
    let mut list: Vec<Requirement> = Vec::new();
    let mut ask = |fact: Fact, detail: Option<String>, optional: bool| {
        if let Some(known) = list.iter_mut().find(|known| known.fact == fact) {
            known.detail = known.detail.take().or(detail);
            known.optional &= optional;
            return;
        }
        let met = question.facts.has(fact);
        list.push(Requirement { fact, says: fact.in_words(), detail, optional, met });
    };
    for fact in needs {
        ask(*fact, None, false);
    }
    for fact in &offer.contents {
        ask(*fact, None, false);
    }
    if offer.dual_criminality == Some(DualCriminality::Required) {
        ask(Fact::DualCriminality, None, false);
    }
    if let Some(months) = offer.penalty_months {
        ask(Fact::PenaltyThreshold, Some(format!("a maximum of at least {months} months")), false);
    }
    if let Some(language) = &offer.language {
        ask(Fact::Translation, Some(language.clone()), false);
    }
    if let Some(authentication) = &offer.authentication {
        ask(Fact::SignedAndSealed, Some(authentication.clone()), false);
    }
    for fact in &offer.if_possible {
        ask(*fact, None, true);
    }
    list
}

/// What a rule on nationals does to a basis: `None` when the person can be surrendered without a word.
fn bars(rule: NationalsRule, basis: &Instrument, offer: &Offer) -> Option<Verdict> {
    match (rule, offer.nationals) {
        (NationalsRule::Never, _) => Some(Verdict::Closed),
        (NationalsRule::TreatyOnly, _) if !basis.kind.is_treaty() => Some(Verdict::Unclear),
        (NationalsRule::TreatyOnly, None | Some(NationalsRule::TreatyOnly)) => Some(Verdict::Unclear),
        (NationalsRule::TreatyOnly, Some(NationalsRule::Never)) => Some(Verdict::Closed),
        (NationalsRule::TreatyOnly | NationalsRule::MayRefuse, _) => Some(Verdict::Open),
        (NationalsRule::Surrenders, _) => None,
    }
}
