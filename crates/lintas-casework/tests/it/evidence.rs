use std::collections::BTreeSet;

use lintas_casework::court;
use lintas_casework::document::{self, DocumentKind};
use lintas_casework::evidence::chain::Break;
use lintas_casework::evidence::exhibit::{self, NewExhibit, NewLink};
use lintas_casework::evidence::gap::{self, GapName};
use lintas_casework::evidence::map;
use lintas_casework::evidence::proof::{self, Evidence, NewProof};
use lintas_casework::evidence::verdict::{self, NewVerdict};
use lintas_casework::evidence::{disclosure, exhibit::ExhibitView};
use lintas_casework::report::{self, NewReport};
use lintas_casework::{CaseworkError, Ctx, case, partner, region, round};
use lintas_law::offence::{Admissibility, Class, EvidenceForm, GapKind, Obstacle};
use lintas_ledger::verify;
use lintas_model::offence::Offence;
use lintas_model::property::Property;
use lintas_model::record::{CourtResult, CustodyAct, RoleLevel};
use lintas_model::{CaseId, Country, EntityId, EntityKind, ExhibitId, Language, PartialDate};

use crate::fixture::{small, staffed, sync, thing};
use crate::inquiries::{joint, new_case};

fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap()
}

fn telephone(case: CaseId, number: &str) -> NewExhibit {
    NewExhibit {
        case,
        number: number.into(),
        title: "Telephone".into(),
        sha256: Some("AB".repeat(32)),
        taken: day(3, 1),
        origin: "Room 4".into(),
        country: Country::KH,
        by: "Unit 3".into(),
        shared: true,
    }
}

fn link(act: CustodyAct, by: &str, to: Option<&str>, on: PartialDate) -> NewLink {
    NewLink {
        act,
        by: by.into(),
        to: to.map(Into::into),
        how: "sealed bag".into(),
        on,
        result: String::new(),
    }
}

/// A report of the case with a person in it.
async fn suspect(ctx: &Ctx, case: CaseId) -> (lintas_model::ReportId, EntityId) {
    let new = NewReport {
        title: "The recruiter".into(),
        case: Some(case),
        things: vec![thing(EntityKind::Person, Property::Name, "Synthetic Person")],
        ..NewReport::default()
    };
    let filed = report::add(ctx, new).await.unwrap();
    (filed.report, filed.entities[0])
}

fn laid(case: CaseId, suspect: EntityId, evidence: Evidence, element: &str) -> NewProof {
    NewProof {
        case,
        suspect,
        country: Country::KH,
        element: element.into(),
        evidence,
        form: match evidence {
            Evidence::Exhibit(_) => EvidenceForm::Digital,
            Evidence::Report(_) => EvidenceForm::IntelligenceReport,
        },
        shows: "offers of work that does not exist".into(),
    }
}

async fn chain_of(ctx: &Ctx, id: ExhibitId) -> ExhibitView {
    exhibit::show(ctx, id).await.unwrap()
}

#[tokio::test]
async fn every_hand_is_recorded_and_a_break_is_shown_to_all_who_know_of_the_exhibit() {
    let (a, b, case) = joint(760).await;
    let (at_a, at_b) = (a.seat("prosecutor").await, b.seat("analyst").await);
    let id = exhibit::record(&at_a, telephone(case, "AAA/1")).await.unwrap();
    assert!(exhibit::record(&at_a, telephone(case, "AAA/1")).await.is_err(), "the number is in use");
    exhibit::add(&at_a, id, link(CustodyAct::HandedOver, "Unit 3", Some("Laboratory"), day(3, 2)))
        .await
        .unwrap();
    sync(&a, &b).await;
    assert!(chain_of(&at_b, id).await.breaks.is_empty());
    // The agency to which it went goes on with the chain; a stranger's hand is a break.
    exhibit::add(&at_b, id, link(CustodyAct::Opened, "Unit 9", None, day(3, 3))).await.unwrap();
    sync(&a, &b).await;
    for ctx in [&at_a, &at_b] {
        let view = chain_of(ctx, id).await;
        assert_eq!(view.links.len(), 3);
        assert_eq!(view.breaks, [Break::WrongHands { number: 3, expected: "Laboratory".into() }]);
    }
    for (field, wrong) in [
        ("on", link(CustodyAct::Stored, "Unit 9", None, day(3, 1))),
        ("on", link(CustodyAct::Stored, "Unit 9", None, day(12, 1))),
        ("by", link(CustodyAct::Stored, " ", None, day(3, 4))),
        ("to", link(CustodyAct::HandedOver, "Unit 9", None, day(3, 4))),
        ("act", link(CustodyAct::Taken, "Unit 9", None, day(3, 4))),
    ] {
        let error = exhibit::add(&at_b, id, wrong).await.unwrap_err();
        assert!(matches!(&error, CaseworkError::Invalid { field: f, .. } if *f == field), "{field}: {error}");
    }
    assert!(
        exhibit::add(&a.seat("officer").await, id, link(CustodyAct::Stored, "x", None, day(3, 4)))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn an_exhibit_that_cannot_be_right_is_refused_and_what_is_not_shared_stays() {
    let (a, b, case) = joint(761).await;
    let ctx = a.seat("case_lead").await;
    for (field, wrong) in [
        ("number", NewExhibit { number: " ".into(), ..telephone(case, "1") }),
        ("title", NewExhibit { title: String::new(), ..telephone(case, "1") }),
        ("by", NewExhibit { by: String::new(), ..telephone(case, "1") }),
        ("taken", NewExhibit { taken: day(12, 1), ..telephone(case, "1") }),
        ("sha256", NewExhibit { sha256: Some("xyz".into()), ..telephone(case, "1") }),
    ] {
        let error = exhibit::record(&ctx, wrong).await.unwrap_err();
        assert!(matches!(&error, CaseworkError::Invalid { field: f, .. } if *f == field), "{field}: {error}");
    }
    exhibit::record(&ctx, NewExhibit { shared: false, ..telephone(case, "1") }).await.unwrap();
    sync(&a, &b).await;
    assert!(exhibit::list(&b.seat("case_lead").await, case).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_conviction_map_lists_each_gap_with_the_task_that_closes_it() {
    let it = small("AAA", 762).await;
    let ctx = it.seat("first").await;
    let case = case::open(&ctx, new_case()).await.unwrap();
    let empty = map::show(&ctx, case).await.unwrap();
    assert!(empty.maps.is_empty() && empty.classification.class == Class::NeitherYet);
    let (report, person) = suspect(&ctx, case).await;
    let id = exhibit::record(&ctx, telephone(case, "AAA/1")).await.unwrap();
    for (evidence, element) in [
        (Evidence::Exhibit(id), "trafficking.act.recruitment"),
        (Evidence::Exhibit(id), "trafficking.means.deception"),
        (Evidence::Report(report), "trafficking.purpose.forced_labour"),
    ] {
        proof::lay(&ctx, laid(case, person, evidence, element)).await.unwrap();
    }
    let view = map::show(&ctx, case).await.unwrap();
    assert_eq!(view.classification.class, Class::Trafficking);
    let one = &view.maps[0];
    assert_eq!((one.suspect.as_str(), one.map.offence), ("Synthetic Person", Offence::Trafficking));
    let row = |element: &str| {
        let named = |row: &&lintas_law::offence::Row| row.element.as_str() == element;
        one.map.rows.iter().find(named).unwrap()
    };
    assert_eq!(row("means").evidence[0].admissibility, Admissibility::NoObstacle);
    assert_eq!(row("purpose").evidence[0].admissibility, Admissibility::LeadOnly);
    assert!(row("purpose").evidence[0].obstacles.contains(&Obstacle::Form));
    assert!(row("purpose").gaps.iter().any(|gap| gap.kind == GapKind::NothingUsable));
    assert!(row("participation").gaps.iter().any(|gap| gap.kind == GapKind::NoEvidence));
    // A broken chain stands in the way of what rested on it.
    exhibit::add(&ctx, id, link(CustodyAct::HandedOver, "Unit 3", Some("Laboratory"), day(3, 2)))
        .await
        .unwrap();
    exhibit::add(&ctx, id, link(CustodyAct::Examined, "Unit 9", None, day(3, 3))).await.unwrap();
    let view = map::show(&ctx, case).await.unwrap();
    let means = view.maps[0].map.rows.iter().find(|row| row.element.as_str() == "means").unwrap();
    assert_eq!(means.evidence[0].obstacles, [Obstacle::Custody]);
    let schedule = disclosure::schedule(&ctx, case).await.unwrap();
    assert_eq!(schedule.len(), 2);
    assert!(schedule.iter().all(|line| line.relied_on && !line.ask_first));
    // What was taken back proves nothing, and is disclosed all the same.
    let laid_on_report = view.maps[0].proofs.iter().find(|p| p.body.evidence == report.into()).unwrap();
    proof::withdraw(&ctx, laid_on_report.mark.object).await.unwrap();
    assert!(proof::withdraw(&ctx, laid_on_report.mark.object).await.is_err());
    assert_eq!(map::show(&ctx, case).await.unwrap().classification.class, Class::NeitherYet);
    let schedule = disclosure::schedule(&ctx, case).await.unwrap();
    assert_eq!(schedule.iter().filter(|line| !line.relied_on).count(), 1);
}

#[tokio::test]
async fn evidence_that_cannot_be_laid_is_refused() {
    let (a, b, case) = joint(763).await;
    let ctx = a.seat("case_lead").await;
    let (report, person) = suspect(&ctx, case).await;
    let id = exhibit::record(&ctx, telephone(case, "AAA/1")).await.unwrap();
    let good = laid(case, person, Evidence::Exhibit(id), "trafficking.means.deception");
    let other = case::open(&ctx, new_case()).await.unwrap();
    let ghost: EntityId = "00000000000000000000000000000009".parse().unwrap();
    for wrong in [
        NewProof { element: "trafficking.means.magic".into(), ..good.clone() },
        NewProof { shows: " ".into(), ..good.clone() },
        NewProof { case: other, ..good.clone() },
        NewProof { suspect: ghost, ..good.clone() },
        NewProof { evidence: Evidence::Report(report), ..good.clone() },
    ] {
        assert!(proof::lay(&ctx, wrong).await.is_err());
    }
    // What is laid against a report stays with the agency: it would tell what the report says.
    proof::lay(&ctx, laid(case, person, Evidence::Report(report), "trafficking.act.recruitment"))
        .await
        .unwrap();
    proof::lay(&ctx, good).await.unwrap();
    sync(&a, &b).await;
    let at_b = map::show(
        &b.seat("prosecutor").await.for_purpose(lintas_model::handling::Purpose::Prosecution),
        case,
    )
    .await
    .unwrap();
    assert_eq!(at_b.maps[0].proofs.len(), 1);
}

#[tokio::test]
async fn the_region_counts_convictions_by_level_and_an_acquittal_on_appeal_takes_one_back() {
    let it = staffed("AAA", 764).await;
    let lead = it.seat("case_lead").await;
    let agencies = BTreeSet::from([it.code()]);
    let steward = it.seat("steward").await;
    let id = round::open(&steward, "Round", day(3, 1), day(11, 16), agencies).await.unwrap();
    let case = case::open(&lead, new_case()).await.unwrap();
    let (_, person) = suspect(&lead, case).await;
    let new = NewVerdict {
        case,
        person,
        offence: Offence::Trafficking,
        country: Country::KH,
        court: "Court of First Instance 12/17".into(),
        result: CourtResult::Convicted,
        level: RoleLevel::Organiser,
        sentence: "15 years".into(),
        on: day(3, 2),
        is_final: false,
        round: Some(id),
    };
    for wrong in [
        NewVerdict { court: " ".into(), ..new.clone() },
        NewVerdict { sentence: String::new(), ..new.clone() },
        NewVerdict { on: day(12, 1), ..new.clone() },
    ] {
        assert!(matches!(verdict::record(&lead, wrong).await.unwrap_err(), CaseworkError::Invalid { .. }));
    }
    verdict::record(&lead, new.clone()).await.unwrap();
    let seen = region::show(&steward, id).await.unwrap();
    assert_eq!(region::levels(&seen.outcomes)[&RoleLevel::Organiser], 1);
    it.days(5);
    assert!(verdict::record(&lead, NewVerdict { on: day(3, 1), ..new.clone() }).await.is_err());
    let appeal = NewVerdict { result: CourtResult::Acquitted, on: day(3, 8), sentence: String::new(), ..new };
    verdict::record(&lead, appeal).await.unwrap();
    let seen = region::show(&steward, id).await.unwrap();
    assert_eq!(region::levels(&seen.outcomes)[&RoleLevel::Organiser], 0);
    let listed = verdict::list(&lead, case).await.unwrap();
    assert_eq!((listed.len(), listed[0].name.as_str()), (1, "Synthetic Person"));
}

#[tokio::test]
async fn a_certificate_names_every_record_that_a_court_file_then_proves() {
    let it = small("AAA", 765).await;
    let ctx = it.seat("first").await;
    let case = case::open(&ctx, new_case()).await.unwrap();
    let id = exhibit::record(&ctx, telephone(case, "AAA/1")).await.unwrap();
    let handed = link(CustodyAct::HandedOver, "Unit 3", Some("Laboratory"), day(3, 2));
    exhibit::add(&ctx, id, handed).await.unwrap();
    exhibit::add(&ctx, id, link(CustodyAct::Examined, "Laboratory", None, day(3, 3))).await.unwrap();
    let kind = DocumentKind::ExhibitCertificate;
    let wanted = document::Wanted { kind, of: id.into(), language: None };
    let signatory = ("signatory".to_owned(), Language::En, "A. N. Other".to_owned());
    document::write(&ctx, kind, id.into(), vec![signatory]).await.unwrap();
    let paper = document::print(&ctx, &wanted).await.unwrap();
    assert_eq!(paper.printed.missing, Vec::<String>::new());
    assert!(paper.printed.text.contains(&paper.code), "the code stands on the page");
    let data: serde_json::Value = serde_json::from_slice(&paper.printed.data).unwrap();
    let records: Vec<&str> =
        data["records"].as_array().unwrap().iter().map(|record| record.as_str().unwrap()).collect();
    assert_eq!((records.len(), data["hash"].as_str().unwrap().len()), (4, 64));
    // The verifiers find each of them in the court file of the exhibit, and so in that of the case.
    let roots = [(it.code(), partner::own_card(&it.node).await.unwrap().words())].into();
    for wanted in [court::Wanted::Exhibit(id), court::Wanted::Case(case)] {
        let mut file = Vec::new();
        let given = court::export(&ctx, "court 118/2017", &wanted, &mut file).await.unwrap();
        assert!(given.records >= records.len() && given.kept_back.is_empty());
        let checked = verify::court(&file, &roots);
        let records = given.records as u64;
        assert_eq!((checked.findings, checked.entries, checked.in_log), (vec![], records, records));
    }
    // A chain with a break is certified by nobody.
    exhibit::add(&ctx, id, link(CustodyAct::HandedOver, "Laboratory", Some("Court"), day(3, 4)))
        .await
        .unwrap();
    exhibit::add(&ctx, id, link(CustodyAct::Opened, "A stranger", None, day(3, 5))).await.unwrap();
    let broken = document::print(&ctx, &wanted).await.unwrap_err();
    assert!(matches!(broken, CaseworkError::Invalid { field: "custody", .. }), "{broken}");
}

#[tokio::test]
async fn a_gap_leads_to_a_task_that_names_no_suspect() {
    let (a, b, case) = joint(766).await;
    let (at_a, at_b) = (a.seat("case_lead").await, b.seat("case_lead").await);
    let (_, person) = suspect(&at_a, case).await;
    let theirs = exhibit::record(&at_b, telephone(case, "BBB/1")).await.unwrap();
    sync(&a, &b).await;
    let element = "trafficking.means.deception";
    proof::lay(&at_a, laid(case, person, Evidence::Exhibit(theirs), element)).await.unwrap();
    let view = map::show(&at_a, case).await.unwrap();
    let map = &view.maps[0].map;
    let gap = map.gaps().find(|gap| gap.kind == GapKind::Obstacle).unwrap();
    let name = GapName::of(map, gap);
    let task = gap::task(&at_a, case, &name).await.unwrap().unwrap();
    assert_eq!(task.agency, b.code(), "what stands in the way is its originator's to lift");
    assert!(task.title.starts_with("Ask the originator") && task.detail.contains("BBB/1"), "{task:?}");
    assert!(!format!("{task:?}").contains("Synthetic Person"));
    let other = gap::task(&at_a, case, &GapName { gap: "unplaced".into(), ..name }).await.unwrap();
    assert_eq!(other, None);
}
