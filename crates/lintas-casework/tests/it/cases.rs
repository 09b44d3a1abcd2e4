use std::collections::BTreeSet;

use lintas_casework::case::{self, NewCase};
use lintas_casework::operation::{self, NewOperation};
use lintas_casework::task::{self, NewTask};
use lintas_casework::warrant::{self, NewWarrant, WarrantDetails};
use lintas_casework::{CaseworkError, Ctx, inbox, note, release, report};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::lifecycle::{
    CaseMove, CaseState, OperationMove, TaskMove, TaskState, WarrantMove, WarrantState,
};
use lintas_model::offence::Offence;
use lintas_model::record::IdentityCertainty;
use lintas_model::{CaseId, Kind, PartialDate};

use crate::fixture::{code, file, meet, small, staffed, sync};

pub(crate) async fn open(ctx: &Ctx, title: &str) -> CaseId {
    let new = NewCase {
        title: title.to_owned(),
        reference: "R-1".to_owned(),
        summary: String::new(),
        offences: BTreeSet::from([Offence::Trafficking]),
        countries: BTreeSet::new(),
        round: None,
    };
    case::open(ctx, new).await.unwrap()
}

fn ask(case: CaseId, agency: &str) -> NewTask {
    NewTask {
        case,
        title: "Look at the pier".into(),
        detail: String::new(),
        agency: code(agency),
        due: None,
        after: None,
    }
}

#[tokio::test]
async fn a_task_is_answered_by_the_agency_asked_and_taken_back_by_its_owner() {
    let (a, b, c) = (small("AAA", 20).await, small("BBB", 21).await, small("CCC", 22).await);
    meet(&a, &b).await;
    meet(&a, &c).await;
    meet(&b, &c).await;
    let (at_a, at_b, at_c) = (a.seat("first").await, b.seat("first").await, c.seat("first").await);
    let case = open(&at_a, "Pier").await;
    case::make_joint(&at_a, case, &BTreeSet::from([code("BBB"), code("CCC")])).await.unwrap();
    let task = task::set(&at_a, ask(case, "BBB")).await.unwrap();
    sync(&a, &b).await;
    sync(&a, &c).await;
    assert!(task::step(&at_c, task, TaskMove::Finish, "", None).await.is_err());
    assert!(task::step(&at_a, task, TaskMove::Finish, "", None).await.is_err());
    assert_eq!(task::step(&at_b, task, TaskMove::Start, "", None).await.unwrap(), TaskState::Started);
    assert!(matches!(
        task::step(&at_b, task, TaskMove::Start, "", None).await.unwrap_err(),
        CaseworkError::IllegalMove(_)
    ));
    sync(&a, &b).await;
    let seen = task::list(&at_a, Some(case)).await.unwrap();
    assert_eq!((seen.len(), seen[0].state, seen[0].answers.len()), (1, TaskState::Started, 1));
    assert_eq!(seen[0].moves, [TaskMove::Withdraw]);
    assert_eq!(task::step(&at_a, task, TaskMove::Withdraw, "", None).await.unwrap(), TaskState::Withdrawn);
}

#[tokio::test]
async fn only_its_owner_moves_a_case_a_warrant_or_an_operation() {
    let (a, b) = (small("AAA", 23).await, small("BBB", 24).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Ferry").await;
    case::make_joint(&at_a, case, &BTreeSet::from([code("BBB")])).await.unwrap();
    let new = NewOperation {
        case,
        title: "Lantern".into(),
        objective: String::new(),
        participants: BTreeSet::from([code("BBB")]),
        day: None,
    };
    let operation = operation::plan(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    assert!(case::step(&at_b, case, CaseMove::Close, "").await.is_err());
    assert!(operation::step(&at_b, operation, OperationMove::Clear, "").await.is_err());
    assert_eq!(case::step(&at_a, case, CaseMove::Activate, "").await.unwrap(), CaseState::Active);
    assert!(matches!(
        case::step(&at_a, case, CaseMove::Activate, "").await.unwrap_err(),
        CaseworkError::IllegalMove(_)
    ));
    assert!(operation::step(&at_a, operation, OperationMove::Begin, "").await.is_err());
    assert!(operation::step(&at_a, operation, OperationMove::StandDown, "").await.is_ok());
    sync(&a, &b).await;
    let seen = case::show(&at_b, case).await.unwrap();
    assert_eq!((seen.line.state, seen.moves.len()), (CaseState::Active, 0));
    assert!(operation::list(&at_b, Some(case)).await.unwrap()[0].moves.is_empty());

    let new = NewWarrant {
        number: "W-1".into(),
        person: None,
        name: "Unknown Person".into(),
        court: "Court of Nowhere".into(),
        country: "KH".parse().unwrap(),
        issued: None,
        offences: BTreeSet::from([Offence::Smuggling]),
        law: String::new(),
        case: None,
        state: WarrantState::Issued,
        details: WarrantDetails {
            charges: "Moving persons across the river for money".into(),
            limitation: PartialDate::day(2032, 3, 1).ok(),
            believed_in: "TH".parse().ok(),
            caution: "armed".into(),
            identity: Some(IdentityCertainty::NameOnly),
            next_review: PartialDate::day(2017, 4, 1).ok(),
        },
    };
    let before = NewWarrant {
        issued: PartialDate::day(2017, 1, 2).ok(),
        details: WarrantDetails {
            limitation: PartialDate::day(2016, 1, 2).ok(),
            ..WarrantDetails::default()
        },
        ..new.clone()
    };
    assert!(warrant::record(&at_a, before).await.is_err());
    let warrant = warrant::record(&at_a, new).await.unwrap();
    let shown = warrant::show(&at_a, warrant).await.unwrap();
    assert_eq!(shown.warrant.body.identity, Some(IdentityCertainty::NameOnly));
    assert_eq!((shown.believed_in, shown.stale), ("TH".parse().ok(), false));
    // What only says whom the warrant names waits for nobody's grade.
    assert!(inbox::show(&at_a).await.unwrap().ungraded.is_empty());
    let today = PartialDate::of(at_a.now());
    assert!(warrant::step(&at_b, warrant, WarrantMove::Circulate, today, "").await.is_err());
    assert!(warrant::step(&at_a, warrant, WarrantMove::Surrender, today, "").await.is_err());
    assert!(warrant::step(&at_a, warrant, WarrantMove::Circulate, today, "").await.is_ok());
    a.days(27);
    assert!(warrant::show(&at_a, warrant).await.unwrap().stale, "its day of review has passed");
}

#[tokio::test]
async fn the_tab_counts_what_it_shows_and_one_look_is_one_record() {
    let (a, b) = (small("AAA", 29).await, small("BBB", 30).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Ferry").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    sync(&a, &b).await;
    // Filed at B without a case, and released for this one.
    let filed = file(&at_b, "Two men at the pier", Vec::new()).await;
    let records = release::of_report(&at_b, filed.report).await.unwrap();
    let new = release::NewRelease {
        records: records.into_iter().map(|record| (record, BTreeSet::new())).collect(),
        to: release::Recipients::Case(case),
        purposes: BTreeSet::from([Purpose::Investigation]),
        use_rule: UseRule::default(),
        onward: OnwardRule::default(),
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "the same pier".into(),
    };
    release::release(&at_b, new).await.unwrap();
    sync(&a, &b).await;
    let own = report::NewReport { title: "Ours".into(), case: Some(case), ..Default::default() };
    report::add(&at_a, own).await.unwrap();
    for (ctx, n) in [(&at_a, 2), (&at_b, 1)] {
        let before = count(ctx).await;
        let overview = case::overview(ctx, case).await.unwrap();
        assert_eq!(count(ctx).await - before, 1);
        assert_eq!(overview.reports.len(), n);
        assert_eq!(overview.view.counts[&Kind::Report], n as u64);
    }
}

async fn count(ctx: &Ctx) -> u64 {
    lintas_casework::verify::count(ctx.node()).await.unwrap().0
}

#[tokio::test]
async fn whoever_is_invited_later_sees_the_case_and_nothing_written_before() {
    let (a, b, c) = (small("AAA", 25).await, small("BBB", 26).await, small("CCC", 27).await);
    meet(&a, &b).await;
    meet(&a, &c).await;
    let (at_a, at_b, at_c) = (a.seat("first").await, b.seat("first").await, c.seat("first").await);
    let case = open(&at_a, "Orchard").await;
    let first = case::make_joint(&at_a, case, &BTreeSet::from([code("BBB")])).await.unwrap();
    assert_eq!(case::make_joint(&at_a, case, &BTreeSet::from([code("BBB")])).await.unwrap(), first);
    note::write(&at_a, case, "for the first two only").await.unwrap();
    case::step(&at_a, case, CaseMove::Activate, "").await.unwrap();
    case::step(&at_a, case, CaseMove::Suspend, "").await.unwrap();
    let second = case::make_joint(&at_a, case, &BTreeSet::from([code("CCC")])).await.unwrap();
    assert_ne!(first, second);
    note::write(&at_a, case, "for all three").await.unwrap();
    sync(&a, &b).await;
    sync(&a, &c).await;
    let at_c_seen = case::show(&at_c, case).await.unwrap();
    assert_eq!(at_c_seen.notes.len(), 1);
    assert_eq!(at_c_seen.line.state, CaseState::Suspended);
    assert_eq!(case::show(&at_b, case).await.unwrap().notes.len(), 2);
    case::step(&at_a, case, CaseMove::Resume, "").await.unwrap();
    sync(&a, &b).await;
    sync(&a, &c).await;
    assert_eq!(case::show(&at_b, case).await.unwrap().line.state, CaseState::Active);
    assert_eq!(case::show(&at_c, case).await.unwrap().line.state, CaseState::Active);
}

#[tokio::test]
async fn two_steps_taken_at_once_do_not_both_succeed() {
    let it = staffed("AAA", 28).await;
    let lead = it.seat("case_lead").await;
    let case = open(&lead, "Harbour").await;
    let steps: Vec<_> = (0..4)
        .map(|_| {
            let lead = lead.clone();
            tokio::spawn(async move { case::step(&lead, case, CaseMove::Activate, "").await.is_ok() })
        })
        .collect();
    let mut taken = 0;
    for step in steps {
        taken += u32::from(step.await.unwrap());
    }
    assert_eq!(taken, 1);
}
