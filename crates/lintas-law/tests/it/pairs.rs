//! Answers that a practitioner knows, checked one by one.

use lintas_law::instrument::InstrumentKind;
use lintas_law::{Confidence, Fact, Library, RequestKind, Verdict, paths};
use lintas_model::Country;
use lintas_model::offence::Offence;

use super::{over, question};
use RequestKind::{Extradition, MutualLegalAssistance, PoliceToPolice, ProvisionalArrest};

#[test]
fn between_two_members_of_asean_assistance_runs_over_the_asean_treaty_first() {
    let found = paths(super::library(), &question("TH", "MY", Offence::Trafficking, "2017-11-16"));
    let first = found.iter().find(|path| path.request == MutualLegalAssistance).unwrap();
    assert_eq!((first.basis.0.as_str(), first.verdict), ("asean-mlat", Verdict::Open));
}

#[test]
fn bangladesh_stands_outside_the_treaties_of_asean() {
    let found = paths(super::library(), &question("BD", "MY", Offence::Trafficking, "2026-06-01"));
    let treaty = over(&found, MutualLegalAssistance, "asean-mlat");
    assert_eq!(treaty.verdict, Verdict::Closed);
    assert!(treaty.reasons[0].to_string().contains("Bangladesh cannot join"), "{:?}", treaty.reasons);
    assert_eq!(over(&found, MutualLegalAssistance, "untoc").verdict, Verdict::Open);
}

#[test]
fn thailand_without_the_smuggling_protocol_must_show_a_serious_crime() {
    let found = paths(super::library(), &question("KH", "TH", Offence::Smuggling, "2017-11-16"));
    let convention = over(&found, MutualLegalAssistance, "untoc");
    assert_eq!(convention.verdict, Verdict::Open);
    assert!(convention.missing().any(|missing| missing.fact == Fact::SeriousCrime));
    let protocol = over(&found, PoliceToPolice, "som-protocol");
    assert_eq!(protocol.verdict, Verdict::Closed);
    assert!(protocol.reasons[0].to_string().contains("signed (2001-12-18) but did not ratify"));
    let both = paths(super::library(), &question("KH", "PH", Offence::Smuggling, "2017-11-16"));
    assert!(
        !over(&both, MutualLegalAssistance, "untoc").missing().any(|m| m.fact == Fact::SeriousCrime),
        "the Protocol binds both"
    );
}

#[test]
fn nobody_was_bound_before_his_day() {
    let found = paths(super::library(), &question("VN", "TH", Offence::Trafficking, "2010-01-01"));
    let convention = over(&found, MutualLegalAssistance, "untoc");
    assert_eq!(convention.verdict, Verdict::Closed);
    let reasons: Vec<&str> = convention.reasons.iter().map(|reason| reason.code()).collect();
    assert_eq!(reasons, ["not_yet_bound", "not_yet_bound"]);
    assert!(convention.requirements.is_empty());
}

#[test]
fn a_year_without_a_day_is_answered_as_unclear() {
    let found = paths(super::library(), &question("KH", "MY", Offence::Trafficking, "2010-01-01"));
    let treaty = over(&found, MutualLegalAssistance, "asean-mlat");
    assert_eq!(treaty.verdict, Verdict::Unclear);
    assert_eq!(treaty.reasons[0].code(), "date_unclear");
}

#[test]
fn a_declaration_closes_the_convention_as_a_basis_and_says_so() {
    let found = paths(super::library(), &question("KH", "VN", Offence::Trafficking, "2017-11-16"));
    let convention = over(&found, Extradition, "untoc");
    assert_eq!((convention.verdict, convention.reasons[0].code()), (Verdict::Closed, "declared"));
    assert_eq!(over(&found, Extradition, "kh-vn-extradition").verdict, Verdict::Open);
}

#[test]
fn a_national_of_viet_nam_is_not_surrendered_but_may_be_prosecuted_there() {
    let mut asked = question("KH", "VN", Offence::Trafficking, "2017-11-16");
    let before = paths(super::library(), &asked);
    let open = over(&before, Extradition, "kh-vn-extradition");
    assert!(open.warnings.iter().any(|warning| warning.starts_with("if the person is a national, Viet Nam")));
    asked.facts.nationalities = [Country::VN].into();
    let after = paths(super::library(), &asked);
    let barred = over(&after, Extradition, "kh-vn-extradition");
    assert_eq!((barred.verdict, barred.reasons[0].code()), (Verdict::Closed, "national_bar"));
    assert!(barred.warnings.iter().any(|warning| warning.contains("prosecute instead")));
    asked.facts.nationalities = [Country::KH].into();
    let foreign = paths(super::library(), &asked);
    assert_eq!(over(&foreign, Extradition, "kh-vn-extradition").verdict, Verdict::Open);
}

#[test]
fn the_philippines_arrest_and_surrender_under_a_treaty_only() {
    let found = paths(super::library(), &question("VN", "PH", Offence::Smuggling, "2017-11-16"));
    assert!(
        found.iter().filter(|path| path.request.is_for_surrender()).all(|path| path.verdict != Verdict::Open)
    );
    let law = over(&found, ProvisionalArrest, "ph-extradition-law");
    assert_eq!(law.reasons[0].code(), "needs_treaty");
    let with_treaty = paths(super::library(), &question("ID", "PH", Offence::Trafficking, "2017-11-16"));
    assert_eq!(over(&with_treaty, ProvisionalArrest, "id-ph-extradition").verdict, Verdict::Open);
}

#[test]
fn a_treaty_that_is_only_signed_opens_nothing() {
    let found = paths(super::library(), &question("TH", "VN", Offence::Trafficking, "2026-06-01"));
    let treaty = over(&found, Extradition, "asean-extradition");
    assert_eq!((treaty.verdict, treaty.reasons[0].code()), (Verdict::Closed, "not_in_force"));
    assert!(!treaty.confidence.is_firm() && treaty.headline() == "closed, to be confirmed");
    let before = paths(super::library(), &question("TH", "VN", Offence::Trafficking, "2017-11-16"));
    assert_eq!(over(&before, Extradition, "asean-extradition").reasons[0].code(), "not_yet_made");
}

#[test]
fn a_law_that_was_replaced_gives_way_to_the_new_one_on_its_day() {
    for (on, old, new) in
        [("2026-06-30", Verdict::Open, Verdict::Closed), ("2026-07-01", Verdict::Closed, Verdict::Open)]
    {
        let found = paths(super::library(), &question("BD", "VN", Offence::Trafficking, on));
        assert_eq!(over(&found, Extradition, "vn-mla-law-2007").verdict, old, "{on}");
        assert_eq!(over(&found, Extradition, "vn-extradition-law-2025").verdict, new, "{on}");
    }
}

#[test]
fn a_treaty_denounced_in_between_is_closed_from_the_day_it_takes_effect() {
    let text = "id = \"asean-mlat\"\nname = \"x\"\nshort = \"x\"\nkind = \"regional\"\nin_force = \"2004-11-29\"\n\
                denunciation_months = 6\nsource = \"own\"\nconfidence = \"verified\"\nlast_checked = \"2026-11-24\"\n\
                [[parties]]\nstate = \"TH\"\njoined = \"2013-01-31\"\ndenounced = \"2020-03-15\"\n\
                [[parties]]\nstate = \"MY\"\njoined = \"2005-06-01\"\n\
                [[covers]]\nsays = \"any\"\narticle = \"1\"\n\
                [[offers]]\nrequest = \"mutual_legal_assistance\"\narticle = \"1\"\nsays = \"shall\"\n";
    let (library, issues) = Library::with_own(&[("own.toml".into(), text.into())]).unwrap();
    assert_eq!(issues, []);
    for (on, verdict) in [
        ("2013-01-30", Verdict::Closed),
        ("2013-01-31", Verdict::Open),
        ("2020-09-14", Verdict::Open),
        ("2020-09-15", Verdict::Closed),
    ] {
        let found = paths(&library, &question("MY", "TH", Offence::Trafficking, on));
        assert_eq!(over(&found, MutualLegalAssistance, "asean-mlat").verdict, verdict, "{on}");
    }
}

#[test]
fn what_the_data_mark_unverified_is_never_stated_as_certain() {
    let library = super::library();
    for offence in Offence::ALL {
        for from in Country::EIGHT {
            for to in Country::EIGHT {
                let asked = question(from.as_str(), to.as_str(), offence, "2026-06-01");
                for path in paths(library, &asked) {
                    let weakest = path.sources.iter().map(|cited| cited.reference.confidence).min().unwrap();
                    if path.verdict == Verdict::Open {
                        assert!(path.confidence <= weakest, "{} {}", path.basis, path.request);
                    }
                    assert_eq!(path.confidence.is_firm(), path.headline() == path.verdict.as_str());
                    assert!(!path.sources.is_empty());
                    if path.confidence == Confidence::Unverified {
                        assert!(path.headline().contains("not verified"));
                        assert_ne!(path.verdict, Verdict::Open, "{} {}", path.basis, path.request);
                    }
                }
            }
        }
    }
}

#[test]
fn old_data_are_warned_of() {
    let mut asked = question("TH", "MY", Offence::Trafficking, "2026-06-01");
    let fresh = paths(super::library(), &asked);
    assert!(
        !over(&fresh, MutualLegalAssistance, "asean-mlat")
            .warnings
            .iter()
            .any(|w| w.contains("last checked"))
    );
    asked.today = super::day("2028-01-01");
    let stale = paths(super::library(), &asked);
    let warnings = &over(&stale, MutualLegalAssistance, "asean-mlat").warnings;
    assert!(warnings.iter().any(|w| w.contains("last checked on 2026-11-24, 403 days ago")), "{warnings:?}");
    assert!(super::library().stale(super::day("2028-01-01")).count() > 40);
}

#[test]
fn police_channels_are_always_there_and_come_last() {
    let found = paths(super::library(), &question("BD", "LA", Offence::Smuggling, "2010-01-01"));
    let last = found.iter().rfind(|p| p.request == PoliceToPolice && p.verdict == Verdict::Open).unwrap();
    assert_eq!((last.basis.0.as_str(), last.kind), ("interpol", InstrumentKind::Arrangement));
}
