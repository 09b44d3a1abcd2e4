//! The grounds of an answer: what closes a path, what leaves it unclear, what it rests on.

use std::collections::BTreeSet;

use super::{Cited, Covered, Question, Verdict, bars};
use crate::instrument::{Coverage, Instrument, InstrumentKind, Offer, Reason, Standing};
use crate::{Confidence, Fact, Library, Reference};

/// Grounds collected for one path.
#[derive(Debug, Default)]
pub(super) struct Grounds {
    pub(super) closed: Vec<(Reason, Confidence)>,
    pub(super) unclear: Vec<(Reason, Confidence)>,
    pub(super) warnings: Vec<String>,
    pub(super) sources: BTreeSet<Cited>,
    pub(super) coverage: Option<Covered>,
    relied: Vec<Confidence>,
}

impl Grounds {
    /// Closed if anything closes it, unclear if anything leaves it so, open otherwise.
    pub(super) fn verdict(&self) -> Verdict {
        match (self.closed.is_empty(), self.unclear.is_empty()) {
            (false, _) => Verdict::Closed,
            (true, false) => Verdict::Unclear,
            (true, true) => Verdict::Open,
        }
    }

    /// One firm reason is enough to close; to be open, everything must hold.
    pub(super) fn confidence(&self) -> Confidence {
        if let Some(best) = self.closed.iter().map(|(_, confidence)| *confidence).max() {
            return best;
        }
        let unclear = self.unclear.iter().map(|(_, confidence)| *confidence);
        self.relied.iter().copied().chain(unclear).min().unwrap_or(Confidence::Unverified)
    }

    /// What is open only by statements that nobody has confirmed is not called open.
    pub(super) fn settle(&mut self, instrument: &Instrument) {
        if self.verdict() == Verdict::Open && self.confidence() == Confidence::Unverified {
            self.doubt(Reason::NotVerified, instrument, &instrument.reference);
        }
    }

    /// Why it is closed; where it is not, why it is unclear.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let grounds = if self.closed.is_empty() { &self.unclear } else { &self.closed };
        grounds.iter().map(|(reason, _)| reason.clone()).collect()
    }

    /// The path rests on a statement.
    pub(super) fn rest_on(&mut self, instrument: &Instrument, reference: &Reference) {
        self.relied.push(reference.confidence);
        self.sources.insert(Cited { instrument: instrument.id.clone(), reference: reference.clone() });
    }

    pub(super) fn close(&mut self, reason: Reason, instrument: &Instrument, reference: &Reference) {
        self.rest_on(instrument, reference);
        if !self.closed.iter().any(|(known, _)| *known == reason) {
            self.closed.push((reason, reference.confidence));
        }
    }

    fn doubt(&mut self, reason: Reason, instrument: &Instrument, reference: &Reference) {
        self.rest_on(instrument, reference);
        if !self.unclear.iter().any(|(known, _)| *known == reason) {
            self.unclear.push((reason, reference.confidence));
        }
    }

    /// Whether both states, or the requested one for its own law, are bound on the day.
    pub(super) fn bound(&mut self, question: &Question, instrument: &Instrument) {
        let states = match instrument.kind {
            InstrumentKind::Domestic => &[question.requested][..],
            _ => &[question.requesting, question.requested][..],
        };
        for state in states {
            let own = instrument.parties.get(state).map_or(&instrument.reference, |party| &party.reference);
            let (own, whole) = (own.clone(), instrument.reference.clone());
            match instrument.standing(*state, question.on) {
                Standing::Bound { .. } => self.rest_on(instrument, &own),
                Standing::Unclear(reason) => self.doubt(reason, instrument, &own),
                Standing::NotBound(reason @ (Reason::NotEligible { .. } | Reason::NotInForce { .. })) => {
                    self.close(reason, instrument, &whole);
                }
                Standing::NotBound(reason) => self.close(reason, instrument, &own),
            }
        }
    }

    /// How the instrument reaches the offence; answers what must be shown for that. The first way that both states are
    /// bound by counts, whatever the case's records hold, so that a fact never makes the list of what is missing longer.
    pub(super) fn reach(
        &mut self,
        library: &Library,
        question: &Question,
        instrument: &Instrument,
    ) -> Vec<Fact> {
        let fits = |coverage: &&Coverage| coverage.offence.is_none_or(|offence| offence == question.offence);
        let mut missed = Vec::new();
        let mut doubtful = None;
        for coverage in instrument.covers.iter().filter(fits) {
            let mut way = Grounds::default();
            for id in &coverage.through {
                if let Some(through) = library.get(id) {
                    way.bound(question, through);
                }
            }
            match way.verdict() {
                Verdict::Open => return self.take(coverage, way),
                Verdict::Unclear => doubtful = doubtful.or(Some((coverage, way))),
                Verdict::Closed => missed.push(way),
            }
        }
        if let Some((coverage, way)) = doubtful {
            return self.take(coverage, way);
        }
        let offence = question.offence;
        match missed.into_iter().next() {
            None => {
                let says = format!("it does not reach {offence}");
                self.close(Reason::OffenceOutside { says }, instrument, &instrument.reference);
            }
            Some(way) => {
                let why: Vec<String> = way.closed.iter().map(|(reason, _)| reason.to_string()).collect();
                let says = format!("it does not reach {offence} between them: {}", why.join("; "));
                self.sources.extend(way.sources.iter().cloned());
                let confidence = way.confidence();
                self.closed.push((Reason::OffenceOutside { says }, confidence));
            }
        }
        Vec::new()
    }

    fn take(&mut self, coverage: &Coverage, way: Self) -> Vec<Fact> {
        self.coverage = Some(Covered {
            says: coverage.says.clone(),
            article: coverage.article.clone(),
            needs: coverage.needs.clone(),
        });
        self.relied.extend(way.relied);
        self.unclear.extend(way.unclear);
        self.sources.extend(way.sources);
        coverage.needs.clone()
    }

    /// What the requested state has declared, and what the requesting state has, which the other may hold against it.
    pub(super) fn declared(&mut self, question: &Question, instrument: &Instrument, offer: &Offer) {
        let own = |state| instrument.parties.get(&state).map(|party| party.reference.clone());
        if let (Some((closes, reason)), Some(reference)) =
            (instrument.declared(question.requested, offer.request), own(question.requested))
        {
            if closes {
                self.close(reason, instrument, &reference);
            } else {
                self.doubt(reason, instrument, &reference);
            }
        }
        if let Some((true, reason)) = instrument.declared(question.requesting, offer.request) {
            self.warnings.push(format!("{reason}; the requested state may hold that against a request"));
        }
    }

    /// Whether the requested state surrenders under treaties only.
    pub(super) fn treaty_needed(&mut self, library: &Library, question: &Question, instrument: &Instrument) {
        if instrument.kind.is_treaty() {
            return;
        }
        let state = question.requested;
        for law in library.laws_of(state, question.on) {
            if let Some(article) = law.extradition_needs_treaty.clone() {
                self.close(Reason::NeedsTreaty { state, article }, law, &law.reference);
            }
        }
    }

    /// Whether the requested state surrenders its nationals.
    pub(super) fn nationals(
        &mut self,
        library: &Library,
        question: &Question,
        instrument: &Instrument,
        offer: &Offer,
    ) {
        let state = question.requested;
        let is_national = question.facts.nationalities.contains(&state);
        let treaty = offer
            .nationals
            .filter(|_| instrument.kind != InstrumentKind::Domestic)
            .map(|rule| (rule, offer.article.clone(), instrument));
        let laws = library.laws_of(state, question.on).filter_map(|law| {
            law.nationals.as_ref().map(|placed| (placed.rule, placed.article.clone(), law))
        });
        for (rule, article, place) in laws.chain(treaty) {
            let Some(verdict) = bars(rule, instrument, offer) else { continue };
            let rule = rule.in_words().to_owned();
            if !is_national {
                if question.facts.nationalities.is_empty() {
                    let name = state.english_name();
                    self.warnings.push(format!("if the person is a national, {name} {rule} ({article})"));
                }
                continue;
            }
            let reference = place.reference.clone();
            let reason = Reason::NationalBar { state, rule, article };
            match verdict {
                Verdict::Closed => self.close(reason, place, &reference),
                Verdict::Unclear => self.doubt(reason, place, &reference),
                Verdict::Open => self.warnings.push(reason.to_string()),
            }
        }
        if is_national && self.closed.iter().any(|(reason, _)| matches!(reason, Reason::NationalBar { .. })) {
            self.warnings.push(format!(
                "ask {} to prosecute instead (UNTOC Art. 16(10)), or for a transfer of proceedings",
                state.english_name()
            ));
        }
    }
}
