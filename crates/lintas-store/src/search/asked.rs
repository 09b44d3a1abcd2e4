//! A query as read, and how it is spelled for the index.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Dialect;
use super::{Hit, SearchQuery, tokens};

/// A shorter run of digits is no beginning: as the end of a number, or anywhere in a name, it is found all the same.
const SHORTEST_NUMBER: usize = 5;

/// A query as read.
pub(super) struct Asked {
    /// Its words, each with whether its script writes no spaces.
    words: Vec<(String, bool)>,
    /// Its stretches between spaces.
    runs: Vec<(String, bool)>,
    /// What is marked in a snippet.
    pub(super) marks: Vec<String>,
}

impl Asked {
    pub(super) fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().take(400).collect();
        let mut words = tokens::words(&text);
        words.truncate(16);
        let mut runs = tokens::runs(&text);
        runs.truncate(16);
        let mut marks: Vec<String> = words.iter().chain(&runs).map(|(word, _)| word.clone()).collect();
        marks.dedup();
        (!words.is_empty()).then_some(Self { words, runs, marks })
    }

    /// Stretches that may be the beginning of a word, each as it is looked up among the known words.
    pub(super) fn stems(&self) -> BTreeSet<String> {
        let whole = self.runs.iter().filter(|(run, unspaced)| !unspaced && run.chars().count() >= 3);
        let spelled = whole.flat_map(|(run, _)| [Some(run.clone()), tokens::without_marks(run)]).flatten();
        spelled.filter(|stem| !is_number(stem)).map(|stem| tokens::shortened(&stem).to_owned()).collect()
    }

    /// The query for exact words.
    pub(super) fn exact(&self, dialect: &Dialect, query: &SearchQuery) -> String {
        let mut exact: Vec<String> =
            self.words.iter().map(|(word, _)| dialect.token(tokens::shortened(word))).collect();
        exact.extend(within(dialect, query));
        dialect.all(&exact)
    }

    /// The query for words that begin so, names that are said so, and texts that hold the same letters in a row. `known`
    /// are the words that begin as each of [`Self::stems`].
    pub(super) fn wide(
        &self,
        dialect: &Dialect,
        query: &SearchQuery,
        known: &BTreeMap<String, Vec<String>>,
    ) -> String {
        let mut wide = Vec::new();
        for (run, unspaced) in &self.runs {
            let mut ways = vec![];
            let trigrams = tokens::trigrams(run);
            if *unspaced {
                // The words of the stretch, as segmented; or its letters in a row, wherever the text was divided.
                let words: Vec<String> = tokens::words(run)
                    .iter()
                    .map(|(word, _)| dialect.token(tokens::shortened(word)))
                    .collect();
                ways.push(dialect.all(&words));
            } else if is_number(run) && run.chars().count() >= SHORTEST_NUMBER {
                ways.push(dialect.prefix(tokens::shortened(run)));
            } else {
                ways.push(dialect.token(tokens::shortened(run)));
            }
            for stem in [Some(run.clone()), tokens::without_marks(run)].into_iter().flatten() {
                let words = known.get(tokens::shortened(&stem)).into_iter().flatten();
                ways.extend(words.map(|word| dialect.token(word)));
            }
            // A name in another script; a number by its last digits.
            ways.extend(tokens::classes(run).iter().map(|class| dialect.token(class)));
            if !trigrams.is_empty() {
                let trigrams: Vec<String> = trigrams.iter().map(|token| dialect.token(token)).collect();
                ways.push(dialect.all(&trigrams));
            }
            let mut seen = BTreeSet::new();
            ways.retain(|way| seen.insert(way.clone()));
            wide.push(dialect.any(&ways));
        }
        wide.extend(within(dialect, query));
        dialect.all(&wide)
    }

    /// Whether a hit of the wider query holds every stretch as letters in a row, or a name that sounds like it: trigrams
    /// alone do not say in what order.
    pub(super) fn really_in(&self, hit: &Hit) -> bool {
        let text = format!("{} {}", hit.caption, hit.text);
        let folded = tokens::folded(&text);
        let bare = tokens::without_marks(&folded);
        let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        let classes: BTreeSet<String> = hit.names.iter().flat_map(|name| tokens::classes(name)).collect();
        self.runs.iter().all(|(run, unspaced)| {
            folded.contains(run.as_str())
                || plain.contains(run.as_str())
                || bare.as_deref().is_some_and(|bare| bare.contains(run.as_str()))
                || tokens::classes(run).iter().any(|class| classes.contains(class))
                || (*unspaced && tokens::words(run).iter().all(|(word, _)| folded.contains(word.as_str())))
        })
    }

    /// What is marked in a hit: what was typed, and the parts of its names that are said so in another script.
    pub(super) fn marks_in(&self, hit: &Hit) -> Vec<String> {
        let mut marks = self.marks.clone();
        let asked: BTreeSet<String> = self.runs.iter().flat_map(|(run, _)| tokens::classes(run)).collect();
        for part in hit.names.iter().flat_map(|name| name.split_whitespace()) {
            let folded = tokens::folded(part).into_owned();
            if !marks.contains(&folded) && tokens::classes(part).iter().any(|class| asked.contains(class)) {
                marks.push(folded);
            }
        }
        marks
    }
}

fn is_number(run: &str) -> bool {
    run.bytes().all(|b| b.is_ascii_digit())
}

/// The agency and the case to which a search keeps, as tokens.
fn within(dialect: &Dialect, query: &SearchQuery) -> Vec<String> {
    let agency = query.agency.as_ref().map(|agency| tokens::within(agency.as_str()));
    let case = query.case.map(|case| tokens::within(&case.to_string()));
    agency.into_iter().chain(case).map(|token| dialect.token(&token)).collect()
}
