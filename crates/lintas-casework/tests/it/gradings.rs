use std::collections::BTreeSet;

use lintas_casework::{CaseworkError, grading, inbox, release, report, search};
use lintas_model::Grade;
use lintas_model::grade::Scheme;

use crate::fixture::{file, meet, small, staffed, sync};
use crate::releases::terms;

fn grade(text: &str) -> Grade {
    Grade::parse(Scheme::FourFour, text).unwrap()
}

#[tokio::test]
async fn a_report_is_graded_after_filing_and_the_first_grade_stays() {
    let it = staffed("AAA", 200).await;
    let (field, analyst) = (it.seat("officer").await, it.seat("analyst").await);
    let filed = file(&field, "Two men at the pier", Vec::new()).await;
    assert_eq!(inbox::show(&analyst).await.unwrap().ungraded.len(), 1);
    let refused = grading::grade(&field, filed.report, grade("B2"), "").await.unwrap_err();
    assert!(matches!(refused, CaseworkError::Denied(_)), "whoever files does not grade: {refused}");
    grading::grade(&analyst, filed.report, grade("B2"), "").await.unwrap();
    assert!(inbox::show(&analyst).await.unwrap().ungraded.is_empty());
    let without_reason = grading::grade(&analyst, filed.report, grade("A1"), " ").await.unwrap_err();
    assert!(matches!(without_reason, CaseworkError::Invalid { field: "reason", .. }));
    it.days(1);
    grading::grade(&analyst, filed.report, grade("A1"), "seen on camera").await.unwrap();
    let shown = report::show(&analyst, filed.report).await.unwrap();
    assert_eq!((shown.report.mark.grade, shown.grade), (None, Some(grade("A1"))));
    let history: Vec<_> = shown
        .gradings
        .iter()
        .map(|g| (g.mark.grade.unwrap(), g.mark.author == analyst.officer(), g.body.reason.as_str()))
        .collect();
    assert_eq!(history, [(grade("B2"), true, ""), (grade("A1"), true, "seen on camera")]);
    assert_eq!(it.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_report_keeps_the_scheme_in_which_it_was_graded_first() {
    let it = small("AAA", 201).await;
    let ctx = it.seat("first").await;
    let admiralty = Grade::parse(Scheme::Admiralty, "B6").unwrap();
    let new = report::NewReport { title: "x".into(), grade: Some(admiralty), ..Default::default() };
    let filed = report::add(&ctx, new).await.unwrap();
    assert_eq!(report::show(&ctx, filed.report).await.unwrap().scheme, Scheme::Admiralty);
    assert!(grading::grade(&ctx, filed.report, grade("B2"), "other scheme").await.is_err());
    let better = Grade::parse(Scheme::Admiralty, "A1").unwrap();
    grading::grade(&ctx, filed.report, better, "confirmed").await.unwrap();
    let shown = report::show(&ctx, filed.report).await.unwrap();
    assert_eq!((shown.report.mark.grade, shown.grade), (Some(admiralty), Some(better)));
}

#[tokio::test]
async fn a_grading_is_released_with_its_report_and_a_partner_grades_for_itself() {
    let (a, b) = (small("AAA", 202).await, small("BBB", 203).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let filed = file(&at_a, "Two men at the pier", Vec::new()).await;
    grading::grade(&at_a, filed.report, grade("B2"), "").await.unwrap();
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    assert_eq!(records.len(), 2);
    release::release(&at_a, terms(records, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert_eq!(report::show(&at_b, filed.report).await.unwrap().grade, Some(grade("B2")));
    grading::grade(&at_b, filed.report, grade("C3"), "our source says otherwise").await.unwrap();
    sync(&a, &b).await;
    assert_eq!(report::show(&at_b, filed.report).await.unwrap().grade, Some(grade("C3")));
    assert_eq!(report::show(&at_a, filed.report).await.unwrap().grade, Some(grade("B2")));
    let wanted = search::Wanted { text: "pier".into(), ..Default::default() };
    let hits = search::find(&at_b, &wanted).await.unwrap().hits;
    assert_eq!(hits.iter().map(|hit| hit.grade).collect::<BTreeSet<_>>(), [Some(grade("C3"))].into());
}
