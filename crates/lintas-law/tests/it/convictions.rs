//! Classification and the conviction map.

use std::collections::BTreeSet;

use lintas_law::offence::{
    Admissibility, Charge, Circumstance, Class, Element, EvidenceForm, EvidenceItem, GapKind, classify,
    conviction_map,
};
use lintas_model::handling::UseRule;
use lintas_model::offence::Offence;
use lintas_model::{Country, EntityId};
use proptest::prelude::*;

use super::{day, library};
use Circumstance as C;

fn check(shown: &[C], expected: Class) {
    let shown: BTreeSet<C> = shown.iter().copied().collect();
    let got = classify(library().offences(), &shown);
    assert_eq!(got.class, expected, "{shown:?}: {:?}", got.reasons);
}

#[test]
fn act_means_and_purpose_are_all_needed_except_for_a_child() {
    check(&[C::Recruitment, C::Deception, C::ForcedLabour], Class::Trafficking);
    check(&[C::Recruitment, C::ForcedLabour], Class::NeitherYet);
    check(&[C::Recruitment, C::ForcedLabour, C::VictimUnder18], Class::Trafficking);
    check(&[C::Recruitment, C::Deception], Class::NeitherYet);
    check(&[C::Deception, C::ForcedLabour], Class::NeitherYet);
    check(&[], Class::NeitherYet);
}

#[test]
fn smuggling_needs_procurement_illegal_entry_and_benefit() {
    check(&[C::ProcuredEntry, C::IllegalEntry, C::Benefit], Class::Smuggling);
    check(&[C::ProcuredEntry, C::IllegalEntry], Class::NeitherYet);
    check(&[C::EnabledStay, C::Benefit], Class::Smuggling);
    check(
        &[
            C::ProcuredEntry,
            C::IllegalEntry,
            C::Benefit,
            C::Transportation,
            C::AbuseOfVulnerability,
            C::ForcedLabour,
        ],
        Class::Both,
    );
}

#[test]
fn consent_does_not_matter_once_a_means_is_used() {
    let shown = [C::Recruitment, C::Deception, C::ForcedLabour, C::ConsentClaimed].into();
    let got = classify(library().offences(), &shown);
    assert_eq!(got.class, Class::Trafficking);
    assert!(got.reasons.iter().any(|reason| reason.contains("consent does not matter")), "{:?}", got.reasons);
}

fn suspect() -> EntityId {
    "0190d7f0000070008000000000000001".parse().unwrap()
}

fn charge(offence: Offence, circumstances: &[C]) -> Charge {
    Charge {
        suspect: suspect(),
        offence,
        country: Country::TH,
        on: day("2017-05-01"),
        circumstances: circumstances.iter().copied().collect(),
    }
}

fn item(id: &str, element: Element, form: EvidenceForm, use_rule: UseRule) -> EvidenceItem {
    EvidenceItem {
        id: id.into(),
        elements: [element].into(),
        form,
        use_rule,
        custody_complete: true,
        grade: None,
    }
}

#[test]
fn readiness_is_a_list_of_gaps_each_with_its_task() {
    let items = [
        item("E1", Element::Act, EvidenceForm::Testimony, UseRule::Evidence),
        item("E2", Element::Act, EvidenceForm::Document, UseRule::Evidence),
        item("E3", Element::Means, EvidenceForm::SignedStatement, UseRule::EvidenceAfterPermission),
        item("E4", Element::Purpose, EvidenceForm::IntelligenceReport, UseRule::IntelligenceOnly),
        EvidenceItem {
            custody_complete: false,
            ..item("E5", Element::Intent, EvidenceForm::Digital, UseRule::Evidence)
        },
    ];
    let map = conviction_map(library().offences(), &charge(Offence::Trafficking, &[]), &items);
    let row = |element| map.rows.iter().find(|row| row.element == element).unwrap();
    assert_eq!(row(Element::Act).gaps, []);
    assert_eq!(row(Element::Means).evidence[0].admissibility, Admissibility::AfterTasks);
    assert_eq!(row(Element::Purpose).evidence[0].admissibility, Admissibility::LeadOnly);
    assert_eq!(row(Element::Participation).gaps[0].kind, GapKind::NoEvidence);
    assert!(row(Element::Intent).gaps.iter().any(|gap| gap.task.starts_with("complete the custody record")));
    assert!(map.rows.iter().all(|row| row.element != Element::VictimAge));
    assert!(map.gaps().all(|gap| !gap.task.is_empty()));
    assert_eq!(map.national.len(), 1);
}

#[test]
fn for_a_child_the_age_is_proved_instead_of_the_means() {
    let map = conviction_map(library().offences(), &charge(Offence::Trafficking, &[C::VictimUnder18]), &[]);
    let row = |element| map.rows.iter().find(|row| row.element == element).unwrap();
    assert!(row(Element::Means).not_needed.is_some() && row(Element::Means).gaps.is_empty());
    assert_eq!(row(Element::VictimAge).gaps[0].kind, GapKind::NoEvidence);
}

#[test]
fn bangladesh_had_no_offence_of_smuggling_before_the_ordinance() {
    let says = |on| {
        let library = library();
        let notes: Vec<String> = library
            .offences()
            .national(Offence::Smuggling, Country::BD, day(on))
            .map(|note| note.says.clone())
            .collect();
        notes.join(" ")
    };
    assert!(says("2017-11-16").starts_with("no offence of smuggling"));
    assert!(says("2026-06-01").starts_with("Ordinance"));
}

proptest! {
    #[test]
    fn a_further_circumstance_never_takes_an_offence_away(
        shown in prop::collection::btree_set(0usize..C::ALL.len(), 0..15),
        more in 0usize..C::ALL.len(),
    ) {
        let library = library();
        let mut shown: BTreeSet<C> = shown.into_iter().map(|index| C::ALL[index]).collect();
        let before = classify(library.offences(), &shown);
        shown.insert(C::ALL[more]);
        let after = classify(library.offences(), &shown);
        prop_assert!(!before.trafficking.made_out || after.trafficking.made_out);
        prop_assert!(!before.smuggling.made_out || after.smuggling.made_out);
    }

    #[test]
    fn a_further_piece_of_evidence_never_opens_an_element_again(
        forms in prop::collection::vec((0usize..4, any::<bool>(), any::<bool>()), 0..8),
        more in (0usize..4, any::<bool>(), any::<bool>()),
    ) {
        let library = library();
        let piece = |(index, (element, evidence, custody)): (usize, (usize, bool, bool))| EvidenceItem {
            custody_complete: custody,
            ..item(
                &format!("E{index}"),
                [Element::Act, Element::Means, Element::Purpose, Element::Intent][element],
                EvidenceForm::Document,
                if evidence { UseRule::Evidence } else { UseRule::IntelligenceOnly },
            )
        };
        let open = |items: &[EvidenceItem]| -> BTreeSet<Element> {
            conviction_map(library.offences(), &charge(Offence::Trafficking, &[]), items)
                .gaps()
                .filter(|gap| matches!(gap.kind, GapKind::NoEvidence | GapKind::NothingUsable))
                .filter_map(|gap| gap.element)
                .collect()
        };
        let mut items: Vec<EvidenceItem> = forms.into_iter().enumerate().map(piece).collect();
        let before = open(&items);
        items.push(piece((99, more)));
        prop_assert!(open(&items).is_subset(&before));
    }
}
