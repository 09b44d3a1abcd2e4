//! A joint-investigation agreement: its clauses drive what is released and who acts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lintas_casework::agreement::{self, AgreementView, Standing};
use lintas_casework::document::{self, DocumentKind, Wanted};
use lintas_casework::operation::{self, NewOperation};
use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::{CaseworkError, Ctx, case};
use lintas_model::clock::SetClock;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::offence::Offence;
use lintas_model::record::{Agreement, Clause};
use lintas_model::{AgencyCode, CaseId, Country, Language, PartialDate, RecordId, Role};

use crate::fixture::{Agency, code, file, init, meet, new_node, start, sync};
use crate::inquiries::new_case;

fn day(year: i16, month: i8, day: i8) -> PartialDate {
    PartialDate::day(year, month, day).unwrap()
}

async fn of_state(agency: &str, country: Country, seed: u64) -> Agency {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(SetClock::new(start())));
    let mut new = new_node(agency, &[Role::CaseLead, Role::Analyst, Role::Administrator]);
    new.country = Some(country);
    let node = init(folder.path(), new, &clock, seed).await.unwrap();
    Agency { node, clock, folder }
}

/// Two agencies of two states that work a case, led by the first.
async fn two(seed: u64) -> (Agency, Agency, Ctx, Ctx, CaseId) {
    let a = of_state("KH-CIB", Country::KH, seed).await;
    let b = of_state("TH-SID", Country::TH, seed + 500).await;
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = case::open(&at_a, new_case()).await.unwrap();
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    sync(&a, &b).await;
    (a, b, at_a, at_b, case)
}

fn text(case: CaseId) -> Agreement {
    let both: BTreeSet<AgencyCode> = [code("KH-CIB"), code("TH-SID")].into();
    let clauses = [
        (Clause::Purpose, "One network from the border to the south"),
        (Clause::Assets, "Each party traces in its own state"),
        (Clause::Liability, "Each party answers for its own officers"),
        (Clause::DataProtection, "Errors are corrected at once and told to the others"),
        (Clause::Media, "No names, no places, nothing before the last arrest"),
        (Clause::Evaluation, "The parties meet at the end and write down what they learned"),
        (Clause::Arrangements, "Victims are received by the social service"),
        (Clause::Organisation, "English and the language of the place; each bears its own costs"),
    ];
    Agreement {
        case,
        parties: both.clone(),
        states: BTreeSet::new(),
        from: day(2017, 3, 1),
        to: day(2017, 11, 16),
        clauses: clauses.map(|(clause, text)| (clause, text.to_owned())).into(),
        basis: "untoc".into(),
        offences: [Offence::Trafficking].into(),
        leaders: [(Country::KH, code("KH-CIB")), (Country::TH, code("TH-SID"))].into(),
        members: both.clone(),
        participants: BTreeSet::new(),
        use_rule: UseRule::EvidenceAfterPermission,
        onward: OnwardRule::Ask,
        earlier_material: true,
        outside_material: false,
        retention_months: Some(12),
        spokespersons: [code("KH-CIB")].into(),
    }
}

async fn shown(ctx: &Ctx, case: CaseId) -> AgreementView {
    agreement::of_case(ctx, case).await.unwrap().agreement.unwrap()
}

async fn signed(a: &Agency, b: &Agency, at: [&Ctx; 2], case: CaseId) {
    sync(a, b).await;
    for ctx in at {
        let view = shown(ctx, case).await;
        agreement::sign(ctx, view.id, view.text.mark.record, "Director").await.unwrap();
    }
    sync(a, b).await;
}

async fn report(ctx: &Ctx) -> BTreeMap<RecordId, BTreeSet<String>> {
    let filed = file(ctx, "Two vans", Vec::new()).await;
    let records = release::of_report(ctx, filed.report).await.unwrap();
    records.into_iter().map(|record| (record, BTreeSet::new())).collect()
}

async fn give(ctx: &Ctx, case: CaseId, change: impl FnOnce(&mut NewRelease)) -> Result<(), CaseworkError> {
    let mut new = NewRelease {
        records: report(ctx).await,
        to: Recipients::Case(case),
        purposes: [Purpose::Investigation].into(),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Ask,
        expires_at: None,
        legal_basis: "UNTOC Art. 19".into(),
        reason: "joint investigation".into(),
    };
    change(&mut new);
    release::release(ctx, new).await.map(|_| ())
}

fn clause(error: Result<(), CaseworkError>) -> String {
    let said = error.unwrap_err().to_string();
    assert!(said.contains("`agreement`"), "{said}");
    said.split("clause on ").nth(1).unwrap().split(" of the agreement").next().unwrap().to_owned()
}

#[tokio::test]
async fn what_all_have_signed_is_the_measure_of_what_is_released_and_its_end_closes_it() {
    let (a, b, at_a, at_b, case) = two(780).await;
    give(&at_a, case, |_| ()).await.unwrap();
    agreement::write(&at_a, None, text(case)).await.unwrap();
    assert_eq!(shown(&at_a, case).await.standing, Standing::Waiting);
    // Nothing governs before everybody has signed: the case is worked as before.
    give(&at_a, case, |new| new.use_rule = UseRule::Evidence).await.unwrap();
    signed(&a, &b, [&at_a, &at_b], case).await;
    for ctx in [&at_a, &at_b] {
        assert_eq!(shown(ctx, case).await.standing, Standing::InForce);
        give(ctx, case, |_| ()).await.unwrap();
        assert_eq!(clause(give(ctx, case, |new| new.use_rule = UseRule::Evidence).await), "gathering");
        assert_eq!(clause(give(ctx, case, |new| new.onward = OnwardRule::Allowed).await), "exchange");
        let late = Some(day(2019, 1, 1).earliest());
        assert_eq!(clause(give(ctx, case, |new| new.expires_at = late).await), "data protection");
    }
    // What names no end gets the one that the parties agreed.
    let ends: Vec<_> = release::list(&at_b, Some(case)).await.unwrap();
    let own = ends.iter().find(|view| view.release.mark.originator == b.code()).unwrap();
    assert_eq!(own.release.body.expires_at, Some(day(2018, 11, 16).after()));
    for it in [&a, &b] {
        it.days(270);
    }
    assert_eq!(shown(&at_b, case).await.standing, Standing::Ended);
    assert_eq!(clause(give(&at_b, case, |_| ()).await), "period");
    // To agencies by name, outside the agreement, its originator may still give what is its own.
    let by_name = Recipients::Agencies([a.code()].into());
    give(&at_b, case, |new| new.to = by_name).await.unwrap();
}

#[tokio::test]
async fn only_members_act_together_and_only_within_the_period() {
    let (a, b, at_a, at_b, case) = two(781).await;
    let alone = Agreement {
        members: [code("KH-CIB")].into(),
        participants: [code("TH-SID")].into(),
        leaders: [(Country::KH, code("KH-CIB"))].into(),
        ..text(case)
    };
    agreement::write(&at_a, None, alone).await.unwrap();
    signed(&a, &b, [&at_a, &at_b], case).await;
    let raid = |on, with: &[&str]| NewOperation {
        case,
        title: "Lantern".into(),
        objective: "Bring the persons to safety".into(),
        participants: with.iter().map(|agency| code(agency)).collect(),
        day: Some(on),
    };
    operation::plan(&at_a, raid(day(2017, 4, 1), &[])).await.unwrap();
    let looks_on = operation::plan(&at_a, raid(day(2017, 4, 1), &["TH-SID"])).await.map(|_| ());
    assert_eq!(clause(looks_on), "members");
    let late = operation::plan(&at_a, raid(day(2017, 12, 1), &[])).await.map(|_| ());
    assert_eq!(clause(late), "period");
    // Whoever attends reads and gives nothing in the name of the team.
    assert_eq!(clause(give(&at_b, case, |_| ()).await), "members");
}

#[tokio::test]
async fn a_text_binds_whom_it_names_and_a_new_one_is_signed_again() {
    let (a, b, at_a, at_b, case) = two(782).await;
    let refused = |result: Result<lintas_model::AgreementId, CaseworkError>| match result.unwrap_err() {
        CaseworkError::Invalid { field, .. } => field,
        other => panic!("{other}"),
    };
    assert_eq!(refused(agreement::write(&at_b, None, text(case)).await), "case");
    let stranger = Agreement { members: [code("MY-ATS")].into(), ..text(case) };
    assert_eq!(refused(agreement::write(&at_a, None, stranger).await), "parties");
    let backwards = Agreement { to: day(2017, 2, 1), ..text(case) };
    assert_eq!(refused(agreement::write(&at_a, None, backwards).await), "to");
    let outside = Agreement { members: [code("KH-CIB")].into(), ..text(case) };
    assert_eq!(refused(agreement::write(&at_a, None, outside).await), "leaders");
    // A text with an empty clause is a draft, and nobody signs it.
    let mut empty = text(case);
    empty.clauses.remove(&Clause::Evaluation);
    let id = agreement::write(&at_a, None, empty).await.unwrap();
    let draft = shown(&at_a, case).await;
    assert_eq!((draft.standing, draft.may_sign), (Standing::Draft, false));
    let unsigned = agreement::sign(&at_a, id, draft.text.mark.record, "Director").await.unwrap_err();
    assert!(unsigned.to_string().contains("Evaluation"), "{unsigned}");
    assert_eq!(refused(agreement::write(&at_a, None, text(case)).await), "agreement");
    agreement::write(&at_a, Some(draft.text.mark.record), text(case)).await.unwrap();
    signed(&a, &b, [&at_a, &at_b], case).await;
    let first = shown(&at_a, case).await;
    let twice = agreement::sign(&at_a, id, first.text.mark.record, "Director").await.unwrap_err();
    assert!(matches!(twice, CaseworkError::Invalid { field: "agreement", .. }), "{twice}");
    // The new text lets material be used as evidence; until both have signed it the first one governs.
    let wider = Agreement { use_rule: UseRule::Evidence, ..text(case) };
    agreement::write(&at_a, Some(first.text.mark.record), wider).await.unwrap();
    let waiting = shown(&at_a, case).await;
    assert_eq!((waiting.standing, waiting.earlier), (Standing::Waiting, Some(first.text.mark.record)));
    let evidence = |new: &mut NewRelease| new.use_rule = UseRule::Evidence;
    assert_eq!(clause(give(&at_a, case, evidence).await), "gathering");
    let old_page = agreement::sign(&at_a, id, first.text.mark.record, "Director").await.unwrap_err();
    assert!(matches!(old_page, CaseworkError::Invalid { field: "agreement", .. }), "{old_page}");
    signed(&a, &b, [&at_a, &at_b], case).await;
    give(&at_a, case, evidence).await.unwrap();
    assert_eq!(shown(&at_b, case).await.earlier, None);
}

#[tokio::test]
async fn material_from_before_stays_out_unless_the_parties_let_it_in() {
    let (a, b, at_a, at_b, case) = two(783).await;
    let old = report(&at_a).await;
    for it in [&a, &b] {
        it.days(30);
    }
    let later = Agreement { from: day(2017, 4, 1), earlier_material: false, ..text(case) };
    agreement::write(&at_a, None, later).await.unwrap();
    signed(&a, &b, [&at_a, &at_b], case).await;
    let earlier = give(&at_a, case, |new| new.records = old).await;
    assert_eq!(clause(earlier), "earlier material");
    give(&at_a, case, |_| ()).await.unwrap();
}

#[tokio::test]
async fn the_agreement_prints_from_its_record_with_who_has_signed() {
    let (a, b, at_a, at_b, case) = two(784).await;
    let id = agreement::write(&at_a, None, text(case)).await.unwrap();
    signed(&a, &b, [&at_a, &at_b], case).await;
    let kind = DocumentKind::JointInvestigationAgreement;
    let things = document::things(&at_a, kind).await.unwrap();
    assert_eq!(things.len(), 1, "{things:?}");
    let paper = document::print(&at_a, &Wanted { kind, of: id.into(), language: None }).await.unwrap();
    assert_eq!(paper.printed.missing, Vec::<String>::new());
    let data = String::from_utf8(paper.printed.data.clone()).unwrap();
    for said in
        ["One network from the border", "retention-months", "Director", "use-evidence_after_permission"]
    {
        assert!(data.contains(said), "{said}");
    }
    // In the language of a party it is a draft until every clause is translated.
    let thai = Wanted { kind, of: id.into(), language: Some(Language::Th) };
    let preview = document::preview(&at_a, &thai, Language::En).await.unwrap();
    assert!(!preview.missing.is_empty());
}
