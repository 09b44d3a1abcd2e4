//! The marking of a document: the strictest of the records it was made from.

use lintas_model::Handling;
use lintas_model::handling::HandlingCode;

/// The handling under which material of both handlings may be kept together.
pub(super) fn stricter(a: Handling, b: &Handling) -> Handling {
    let mut codes: std::collections::BTreeSet<HandlingCode> = a.codes.union(&b.codes).copied().collect();
    // "No conditions" says nothing beside a condition.
    if codes.len() > 1 {
        codes.remove(&HandlingCode::H0);
    }
    Handling {
        codes,
        tlp: a.tlp.max(b.tlp),
        purposes: a.purposes.intersection(&b.purposes).copied().collect(),
        use_rule: a.use_rule.min(b.use_rule),
        onward: a.onward.min(b.onward),
        action: a.action.min(b.action),
        sanitise_first: a.sanitise_first || b.sanitise_first,
        expires_at: match (a.expires_at, b.expires_at) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use lintas_model::handling::{OnwardRule, Tlp, UseRule};

    use super::*;

    #[test]
    fn one_strict_record_makes_the_whole_document_strict() {
        let open = Handling {
            codes: BTreeSet::from([HandlingCode::H0]),
            tlp: Tlp::Green,
            use_rule: UseRule::Evidence,
            onward: OnwardRule::Allowed,
            ..Handling::default()
        };
        let strict =
            Handling { codes: BTreeSet::from([HandlingCode::H3]), tlp: Tlp::Red, ..Handling::default() };
        for both in [stricter(open.clone(), &strict), stricter(strict.clone(), &open)] {
            assert_eq!(both.to_string(), "H3 TLP:RED");
            assert_eq!((both.use_rule, both.onward), (UseRule::IntelligenceOnly, OnwardRule::Never));
        }
        assert_eq!(stricter(open.clone(), &open), open);
    }
}
