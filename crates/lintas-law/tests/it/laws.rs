//! Laws that hold for every question.

use std::collections::BTreeSet;

use lintas_law::instrument::{ContentSets, InstrumentKind, Standing, read};
use lintas_law::{Day, Fact, Facts, Question, Verdict, paths};
use lintas_model::Country;
use lintas_model::offence::Offence;
use proptest::prelude::*;

use super::{day, library};

fn questions() -> impl Strategy<Value = Question> {
    let state = || (0usize..8).prop_map(|index| Country::EIGHT[index]);
    let facts = prop::collection::btree_set(0usize..Fact::ALL.len(), 0..20);
    let nationals = prop::collection::btree_set(state(), 0..3);
    (state(), state(), 0usize..2, 0i64..18_000, facts, nationals).prop_map(
        |(from, to, offence, days, facts, nationals)| Question {
            requesting: from,
            requested: to,
            offence: Offence::ALL[offence],
            on: day("1985-01-01").plus_days(days),
            today: day("2026-11-24"),
            facts: Facts {
                present: facts.into_iter().map(|index| Fact::ALL[index]).collect(),
                nationalities: nationals,
            },
        },
    )
}

proptest! {
    #[test]
    fn there_is_no_path_for_a_state_that_is_not_a_party(asked in questions()) {
        let library = library();
        let found = paths(library, &asked);
        prop_assert!(asked.requesting != asked.requested || found.is_empty());
        for path in found.iter().filter(|path| path.verdict != Verdict::Closed) {
            let instrument = library.get(&path.basis).unwrap();
            let states = match instrument.kind {
                InstrumentKind::Domestic => vec![asked.requested],
                _ => vec![asked.requesting, asked.requested],
            };
            for state in states {
                let standing = instrument.standing(state, asked.on);
                prop_assert!(!matches!(standing, Standing::NotBound(_)), "{} {state}", path.basis);
                if path.verdict == Verdict::Open {
                    let bound = matches!(standing, Standing::Bound { since } if since <= asked.on);
                    prop_assert!(bound, "{} {state}", path.basis);
                }
            }
        }
    }

    #[test]
    fn a_further_fact_never_adds_a_missing_item(asked in questions(), more in 0usize..Fact::ALL.len(), national in prop::option::of(0usize..8)) {
        let library = library();
        let before = paths(library, &asked);
        let mut richer = asked.clone();
        richer.facts.present.insert(Fact::ALL[more]);
        richer.facts.nationalities.extend(national.map(|index| Country::EIGHT[index]));
        let after = paths(library, &richer);
        prop_assert_eq!(before.len(), after.len());
        for path in &after {
            let old = before.iter().find(|old| old.basis == path.basis && old.request == path.request).unwrap();
            let was: BTreeSet<Fact> = old.missing().map(|missing| missing.fact).collect();
            let is: BTreeSet<Fact> = path.missing().map(|missing| missing.fact).collect();
            prop_assert!(is.is_subset(&was), "{}: {:?}", path.basis, is.difference(&was));
            prop_assert!(path.missing().all(|missing| !richer.facts.has(missing.fact)));
        }
    }

    #[test]
    fn a_closed_or_unclear_path_says_why_and_an_open_one_has_nothing_against_it(asked in questions()) {
        for path in paths(library(), &asked) {
            prop_assert_eq!(path.reasons.is_empty(), path.verdict == Verdict::Open, "{}", path.basis);
            prop_assert!(path.verdict != Verdict::Closed || path.requirements.is_empty());
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer_and_the_strongest_stands_first(asked in questions()) {
        let library = library();
        let found = paths(library, &asked);
        prop_assert_eq!(&found, &paths(library, &asked));
        for pair in found.windows(2) {
            let order = |p: &lintas_law::Path| (p.request, p.verdict, p.rank);
            prop_assert!(order(&pair[0]) <= order(&pair[1]));
        }
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "\\PC{0,200}", keep in 0usize..2000) {
        let untoc = include_str!("../../data/treaties/untoc.toml");
        let cut: String = untoc.chars().take(keep).chain(text.chars()).collect();
        if let Err(issue) = read("own.toml", &cut, &ContentSets::new()) {
            prop_assert!(!issue.reason.is_empty() && issue.file == "own.toml");
            prop_assert!(issue.line.is_none_or(|line| line <= cut.lines().count() + 1));
        }
    }
}

#[test]
fn a_day_is_needed_and_an_impossible_one_is_refused() {
    for text in ["2017", "2017-02-30", "yesterday", "2017-11-16~", ""] {
        assert!(text.parse::<Day>().is_err(), "{text}");
    }
}
