use std::collections::BTreeSet;

use lintas_casework::search::{self, Wanted};
use lintas_casework::{
    CaseworkError, Ctx, access, case, entity, inbox, judgement, officer, partner, report, round, warrant,
};
use lintas_model::property::Property;
use lintas_model::record::{AccessAct, Verdict};
use lintas_model::{EntityKind, PartialDate, Role};

use crate::fixture::{file, meet, phone, small, staffed, thing};

fn wanted(text: &str) -> Wanted {
    Wanted { text: text.to_owned(), ..Wanted::default() }
}

#[tokio::test]
async fn an_officer_in_the_field_never_sees_the_number_of_a_source() {
    let it = staffed("VNM", 30).await;
    let (field, analyst) = (it.seat("officer").await, it.seat("analyst").await);
    let filed = file(&analyst, "Two men at the pier", vec![phone("+84 91 234 5678")]).await;
    assert_eq!(report::show(&field, filed.report).await.unwrap().report.body.source_reference, None);
    assert_eq!(report::list(&field, None, 0, 0).await.unwrap()[0].body.source_reference, None);
    assert_eq!(inbox::show(&field).await.unwrap().ungraded[0].body.source_reference, None);
    assert!(search::find(&field, &wanted("SRC-0815")).await.unwrap().hits.is_empty());
    let found = search::find(&field, &wanted("pier")).await.unwrap();
    assert_eq!(found.hits.len(), 1);
    assert!(!found.hits[0].snippet.text.contains("0815"));
    let shown = report::show(&analyst, filed.report).await.unwrap().report.body;
    assert_eq!(shown.source_reference.as_deref(), Some("SRC-0815"));
    assert_eq!(search::find(&analyst, &wanted("SRC-0815")).await.unwrap().hits.len(), 1);
}

#[tokio::test]
async fn a_hit_says_how_much_of_it_may_be_seen() {
    let (a, b) = (small("VNM", 37).await, small("LAO", 38).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = crate::cases::open(&at_a, "Pier").await;
    let person = lintas_casework::victim::NewProtectedPerson {
        case,
        code: "V-7".into(),
        age: lintas_model::record::AgeBand::Adult,
        nationality: None,
        offence: lintas_model::offence::Offence::Trafficking,
        status: lintas_model::record::ProtectionStatus::AtRisk,
        operation: None,
    };
    lintas_casework::victim::record(&at_a, person).await.unwrap();
    let extents = async |ctx: &Ctx, text| -> Vec<search::Extent> {
        search::find(ctx, &wanted(text)).await.unwrap().hits.into_iter().map(|hit| hit.extent).collect()
    };
    assert_eq!(extents(&at_a, "V-7").await, [search::Extent::ExistenceOnly]);
    let filed = file(&at_a, "Two men at the landing", Vec::new()).await;
    assert_eq!(extents(&at_a, "landing").await, [search::Extent::Whole]);
    let records = lintas_casework::release::of_report(&at_a, filed.report).await.unwrap();
    let mut new = crate::releases::terms(records, &[b.code()]);
    for withheld in new.records.values_mut() {
        withheld.insert("text".to_owned());
    }
    lintas_casework::release::release(&at_a, new).await.unwrap();
    crate::fixture::sync(&a, &b).await;
    assert_eq!(extents(&at_b, "landing").await, [search::Extent::Part]);
}

async fn sees_nothing(ctx: &Ctx, report: lintas_model::ReportId, entity: lintas_model::EntityId) {
    assert!(report::show(ctx, report).await.is_err());
    assert!(report::list(ctx, None, 0, 0).await.unwrap().is_empty());
    assert!(entity::show(ctx, entity).await.is_err());
    assert!(search::find(ctx, &wanted("pier")).await.is_err());
    assert!(case::list(ctx).await.unwrap().is_empty());
    assert!(warrant::list(ctx, None).await.unwrap().is_empty());
    assert!(inbox::show(ctx).await.unwrap().ungraded.is_empty());
    assert!(lintas_casework::who::can_see(ctx, report.into()).await.is_err());
    assert!(judgement::on(ctx, entity).await.unwrap().is_empty());
}

#[tokio::test]
async fn neither_a_steward_nor_an_administrator_sees_case_data() {
    let it = staffed("VNM", 31).await;
    let lead = it.seat("case_lead").await;
    let filed = file(&lead, "Two men at the pier", vec![phone("+84 91 234 5678")]).await;
    crate::cases::open(&lead, "Pier").await;
    search::find(&lead, &wanted("secret name")).await.unwrap();
    for login in ["steward", "administrator"] {
        sees_nothing(&it.seat(login).await, filed.report, filed.entities[0]).await;
    }
    let audit = access::list(&it.seat("administrator").await, 100, 0).await.unwrap();
    assert!(audit.iter().any(|a| a.body.act == AccessAct::Search && a.body.detail.is_none()));
    let audit = access::list(&lead, 100, 0).await.unwrap();
    assert!(audit.iter().any(|a| a.body.detail.as_deref() == Some("secret name")));
}

#[tokio::test]
async fn a_refused_command_leaves_a_record_of_the_refusal_and_no_other() {
    let it = staffed("VNM", 32).await;
    let lead = it.seat("case_lead").await;
    let case = crate::cases::open(&lead, "Pier").await;
    let filed = file(&lead, "Two men", vec![phone("+84 91 234 5678"), phone("+84 91 234 5679")]).await;
    let (admin, steward) = (it.seat("administrator").await, it.seat("steward").await);
    let day = PartialDate::of(lead.now());
    let before = lintas_casework::verify::count(&it.node).await.unwrap().0;
    let mut refused = 0;
    for ctx in [&admin, &steward] {
        let results = [
            report::add(ctx, report::NewReport { title: "x".into(), ..Default::default() }).await.err(),
            case::step(ctx, case, lintas_model::lifecycle::CaseMove::Close, "").await.err(),
            lintas_casework::note::write(ctx, case, "x").await.err(),
            judgement::judge(ctx, filed.entities[0], filed.entities[1], Verdict::Same, "").await.err(),
            case::make_joint(ctx, case, &BTreeSet::new()).await.err(),
        ];
        for error in results {
            assert!(matches!(error, Some(CaseworkError::Denied(_))), "{error:?}");
            refused += 1;
        }
    }
    for error in
        [round::open(&lead, "Round", day, day, BTreeSet::new()).await.err(), officer::list(&lead).await.err()]
    {
        assert!(matches!(error, Some(CaseworkError::Denied(_))), "{error:?}");
        refused += 1;
    }
    let after = lintas_casework::verify::count(&it.node).await.unwrap().0;
    assert_eq!(after - before, refused);
    let audit = access::list(&lead, refused as usize, 0).await.unwrap();
    assert!(audit.iter().all(|a| a.body.act == AccessAct::Refused));
}

#[tokio::test]
async fn every_view_of_a_report_is_in_the_audit() {
    let it = staffed("VNM", 33).await;
    let lead = it.seat("case_lead").await;
    let filed = file(&lead, "Two men", Vec::new()).await;
    report::show(&lead, filed.report).await.unwrap();
    let audit = access::list(&lead, 10, 0).await.unwrap();
    let seen = audit.iter().find(|a| a.body.object == Some(filed.report.into())).unwrap();
    assert_eq!((seen.body.page.as_str(), seen.mark.author), ("report", lead.officer()));
}

#[tokio::test]
async fn judgements_join_part_and_are_taken_back() {
    let it = small("VNM", 34).await;
    let ctx = it.seat("first").await;
    let person = |name| thing(EntityKind::Person, Property::Name, name);
    let filed =
        file(&ctx, "Three spellings", vec![person("Somchai A"), person("Somchay A"), person("Somjai A")])
            .await;
    let [x, y, z] = filed.entities[..] else { panic!() };
    let same = async |id| -> Vec<_> {
        entity::show(&ctx, id).await.unwrap().same.into_iter().map(|(id, _)| id).collect()
    };
    judgement::judge(&ctx, x, y, Verdict::Same, "").await.unwrap();
    assert_eq!(same(x).await, [y]);
    judgement::judge(&ctx, y, z, Verdict::Same, "").await.unwrap();
    assert_eq!(same(x).await.len(), 2);
    // A contradiction inside the group keeps the group from forming.
    judgement::judge(&ctx, x, z, Verdict::NotSame, "").await.unwrap();
    assert_eq!(same(x).await, [y]);
    judgement::judge(&ctx, x, z, Verdict::Withdrawn, "").await.unwrap();
    assert_eq!(same(x).await.len(), 2);
    judgement::judge(&ctx, y, x, Verdict::NotSame, "").await.unwrap();
    assert!(same(x).await.is_empty());
    assert!(judgement::judge(&ctx, x, x, Verdict::Same, "").await.is_err());
}

#[tokio::test]
async fn a_small_agency_works_with_one_officer_of_three_roles() {
    let (it, other) = (small("VNM", 35).await, small("LAO", 36).await);
    meet(&it, &other).await;
    let ctx = it.seat("first").await;
    let new = officer::NewOfficer {
        name: "Second".into(),
        login: "second".into(),
        password: crate::fixture::PASSWORD.into(),
        roles: BTreeSet::from([Role::Officer]),
        language: lintas_model::Language::En,
    };
    officer::enrol(&ctx, new).await.unwrap();
    assert_eq!(officer::list(&ctx).await.unwrap().len(), 2);
    assert_eq!(partner::list(&ctx).await.unwrap().len(), 1);
    assert!(!access::list(&ctx, 10, 0).await.unwrap().is_empty());
    let case = crate::cases::open(&ctx, "Pier").await;
    case::make_joint(&ctx, case, &BTreeSet::from([other.code()])).await.unwrap();
    let filed = file(&ctx, "Two men", vec![phone("+84 91 234 5678")]).await;
    assert!(search::find(&ctx, &wanted("men")).await.unwrap().hits.len() == 1);
    assert_eq!(entity::show(&ctx, filed.entities[0]).await.unwrap().caption, "+84 91 234 5678");
    partner::cut_off(&ctx, &other.code()).await.unwrap();
    officer::change_password(&ctx, crate::fixture::PASSWORD, "another long password").await.unwrap();
    assert_eq!(it.findings().await, Vec::<String>::new());
}
