use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::case;
use lintas_casework::operation::{self, NewOperation};
use lintas_casework::plan::decision::{self, NewDecision};
use lintas_casework::plan::gate::{self, Answer, Gate, NewAnswer};
use lintas_casework::plan::objective::{self, Fate};
use lintas_casework::plan::{self};
use lintas_casework::task::{self, NewTask};
use lintas_casework::{CaseworkError, Ctx, partner};
use lintas_model::lifecycle::{OperationMove, OperationState, TaskMove};
use lintas_model::record::RiskQuestion;
use lintas_model::{AgencyCode, CaseId, OperationId, PartialDate, TaskId};
use proptest::prelude::*;

use crate::fixture::{Agency, code, small, sync};
use crate::inquiries::{joint, new_case};

fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap()
}

fn raid(case: CaseId, participants: &[AgencyCode]) -> NewOperation {
    NewOperation {
        case,
        title: "Lantern".into(),
        objective: "Bring the persons to safety".into(),
        participants: participants.iter().cloned().collect(),
        day: Some(day(4, 1)),
    }
}

fn all(yes: bool) -> Vec<NewAnswer> {
    let note = if yes { "" } else { "the house is empty" };
    RiskQuestion::ALL
        .iter()
        .map(|question| NewAnswer { question: *question, yes, note: note.to_owned() })
        .collect()
}

async fn planned(seed: u64) -> (Agency, Agency, Ctx, Ctx, CaseId, OperationId) {
    let (a, b, case) = joint(seed).await;
    let (at_a, at_b) = (a.seat("case_lead").await, b.seat("case_lead").await);
    let id = operation::plan(&at_a, raid(case, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    (a, b, at_a, at_b, case, id)
}

/// Answers for the plan as it stands at the node of whoever answers.
async fn answer(ctx: &Ctx, id: OperationId, answers: Vec<NewAnswer>) -> Result<(), CaseworkError> {
    let plan = operation::show(ctx, id).await?.plan;
    gate::answer(ctx, id, plan, answers).await.map(|_| ())
}

async fn state(ctx: &Ctx, case: CaseId) -> OperationState {
    operation::list(ctx, Some(case)).await.unwrap()[0].state
}

#[tokio::test]
async fn an_operation_passes_its_gate_only_when_everyone_has_said_yes_to_everything() {
    let (a, b, at_a, at_b, case, id) = planned(740).await;
    answer(&at_a, id, all(true)).await.unwrap();
    let shut = operation::step(&at_a, id, OperationMove::Clear, "").await.unwrap_err();
    assert!(shut.to_string().contains("BBB: victims_safe"), "{shut}");
    assert!(!operation::list(&at_a, Some(case)).await.unwrap()[0].moves.contains(&OperationMove::Clear));
    answer(&at_b, id, all(true)[..3].to_vec()).await.unwrap();
    sync(&a, &b).await;
    let shut = operation::step(&at_a, id, OperationMove::Clear, "").await.unwrap_err();
    assert!(shut.to_string().contains("BBB: powers_in_place") && !shut.to_string().contains("AAA"), "{shut}");
    answer(&at_b, id, all(true)[3..].to_vec()).await.unwrap();
    sync(&a, &b).await;
    operation::step(&at_a, id, OperationMove::Clear, "all said yes").await.unwrap();
    // A yes is taken back on the morning of the day: the operation does not begin.
    sync(&a, &b).await;
    answer(&at_b, id, vec![NewAnswer { note: "a child was moved".into(), ..all(false)[0].clone() }])
        .await
        .unwrap();
    sync(&a, &b).await;
    let shut = operation::step(&at_a, id, OperationMove::Begin, "").await.unwrap_err();
    assert!(matches!(shut, CaseworkError::Invalid { field: "gate", .. }), "{shut}");
    assert_eq!(state(&at_a, case).await, OperationState::Ready);
    answer(&at_b, id, vec![all(true)[0].clone()]).await.unwrap();
    sync(&a, &b).await;
    operation::step(&at_a, id, OperationMove::Begin, "").await.unwrap();
    let late = answer(&at_a, id, all(true)).await.unwrap_err();
    assert!(matches!(late, CaseworkError::Invalid { field: "operation", .. }), "{late}");
    operation::step(&at_a, id, OperationMove::Complete, "all are safe").await.unwrap();
    sync(&a, &b).await;
    assert_eq!(state(&at_b, case).await, OperationState::Completed);
}

#[tokio::test]
async fn a_new_plan_asks_everyone_again() {
    let (a, b, at_a, at_b, case, id) = planned(741).await;
    for ctx in [&at_a, &at_b] {
        answer(ctx, id, all(true)).await.unwrap();
    }
    sync(&a, &b).await;
    let view = operation::list(&at_a, Some(case)).await.unwrap().remove(0);
    assert!(view.gate.is_open());
    for it in [&a, &b] {
        it.days(1);
    }
    let seen = view.operation.mark.record;
    let other_day = NewOperation { day: Some(day(4, 2)), ..raid(case, &[b.code()]) };
    operation::change(&at_a, id, seen, other_day.clone()).await.unwrap();
    // The second tab still shows the plan as it was.
    let stale = operation::change(&at_a, id, seen, other_day).await.unwrap_err();
    assert!(matches!(stale, CaseworkError::Invalid { field: "operation", .. }), "{stale}");
    assert!(operation::step(&at_a, id, OperationMove::Clear, "").await.is_err());
    sync(&a, &b).await;
    for ctx in [&at_a, &at_b] {
        answer(ctx, id, all(true)).await.unwrap();
    }
    sync(&a, &b).await;
    operation::step(&at_a, id, OperationMove::Clear, "").await.unwrap();
    operation::step(&at_a, id, OperationMove::StandDown, "weather").await.unwrap();
    for it in [&a, &b] {
        it.days(1);
    }
    operation::step(&at_a, id, OperationMove::Replan, "").await.unwrap();
    let again = operation::list(&at_a, Some(case)).await.unwrap().remove(0);
    assert!(!again.gate.is_open() && again.may_answer);
}

#[tokio::test]
async fn an_answer_counts_for_the_plan_it_was_given_for_whatever_the_clocks_say() {
    let (a, b, at_a, at_b, case, id) = planned(746).await;
    let first = operation::show(&at_b, id).await.unwrap().plan;
    // The clock of the other agency runs a week ahead; its answer is for the plan that it has seen.
    b.days(7);
    answer(&at_a, id, all(true)).await.unwrap();
    gate::answer(&at_b, id, first, all(true)).await.unwrap();
    operation::change(&at_a, id, first, NewOperation { day: Some(day(4, 2)), ..raid(case, &[b.code()]) })
        .await
        .unwrap();
    sync(&a, &b).await;
    for ctx in [&at_a, &at_b] {
        let view = operation::show(ctx, id).await.unwrap();
        assert_ne!(view.plan, first);
        assert_eq!(view.gate.lacking().count(), 2 * RiskQuestion::ALL.len());
    }
    // The page still shows the earlier plan: nothing is written.
    let old_page = gate::answer(&at_b, id, first, all(true)).await.unwrap_err();
    assert!(matches!(old_page, CaseworkError::Invalid { field: "plan", .. }), "{old_page}");
    // Now the clock is a week behind, and the answer counts all the same.
    a.days(14);
    for ctx in [&at_a, &at_b] {
        answer(ctx, id, all(true)).await.unwrap();
    }
    sync(&a, &b).await;
    assert!(operation::show(&at_a, id).await.unwrap().gate.is_open());
}

#[tokio::test]
async fn nobody_answers_for_an_operation_of_others_and_a_no_says_why() {
    let (a, b, case) = joint(742).await;
    let (at_a, at_b) = (a.seat("case_lead").await, b.seat("case_lead").await);
    let alone = operation::plan(&at_a, raid(case, &[])).await.unwrap();
    sync(&a, &b).await;
    let stranger = answer(&at_b, alone, all(true)).await.unwrap_err();
    assert!(matches!(stranger, CaseworkError::Invalid { field: "operation", .. }), "{stranger}");
    let silent = vec![NewAnswer { note: " ".into(), ..all(false)[0].clone() }];
    assert!(answer(&at_a, alone, silent).await.is_err());
    assert!(answer(&at_a, alone, Vec::new()).await.is_err());
    assert!(answer(&a.seat("officer").await, alone, all(true)).await.is_err());
    assert!(!operation::list(&at_b, Some(case)).await.unwrap()[0].may_answer);
    // An agency that was cut off takes part in nothing new.
    partner::cut_off(&a.seat("administrator").await, &b.code()).await.unwrap();
    let gone = operation::plan(&at_a, raid(case, &[b.code()])).await.unwrap_err();
    assert!(matches!(gone, CaseworkError::Invalid { field: "participants", .. }), "{gone}");
}

fn ask(case: CaseId, title: &str, agency: &AgencyCode, after: Option<TaskId>) -> NewTask {
    NewTask {
        case,
        title: title.into(),
        detail: String::new(),
        agency: agency.clone(),
        due: Some(day(4, 1)),
        after,
    }
}

#[tokio::test]
async fn a_task_waits_for_another_and_never_for_itself() {
    let (a, b, case) = joint(743).await;
    let (at_a, at_b) = (a.seat("case_lead").await, b.seat("case_lead").await);
    let first = task::set(&at_a, ask(case, "Find the house", &b.code(), None)).await.unwrap();
    let second = task::set(&at_a, ask(case, "Watch the house", &a.code(), Some(first))).await.unwrap();
    sync(&a, &b).await;
    let third = task::set(&at_b, ask(case, "Make ready", &b.code(), Some(second))).await.unwrap();
    sync(&a, &b).await;
    let error = task::wait_for(&at_a, first, Some(third)).await.unwrap_err();
    let way = "“Find the house” → “Make ready” → “Watch the house” → “Find the house”";
    assert!(error.to_string().contains(way), "{error}");
    assert!(task::wait_for(&at_a, second, Some(second)).await.is_err());
    assert!(task::wait_for(&at_a, third, None).await.is_err(), "another agency set it");
    let early = task::step(&at_a, second, TaskMove::Start, "", None).await.unwrap_err();
    assert!(early.to_string().contains("Find the house"), "{early}");
    let shown = plan::show(&at_a, case).await.unwrap();
    let order: Vec<_> = shown.tasks.iter().map(|view| (view.task.body.title.as_str(), view.depth)).collect();
    assert_eq!(order, [("Find the house", 0), ("Watch the house", 1), ("Make ready", 2)]);
    assert!(!shown.tasks[1].moves.contains(&TaskMove::Start));
    task::step(&at_b, first, TaskMove::Finish, "found", None).await.unwrap();
    sync(&a, &b).await;
    task::step(&at_a, second, TaskMove::Start, "", None).await.unwrap();
    // Both agencies change the order at once: the circle is shown at both.
    let fourth = task::set(&at_a, ask(case, "Fourth", &a.code(), None)).await.unwrap();
    let fifth = task::set(&at_b, ask(case, "Fifth", &b.code(), None)).await.unwrap();
    sync(&a, &b).await;
    task::wait_for(&at_a, fourth, Some(fifth)).await.unwrap();
    task::wait_for(&at_b, fifth, Some(fourth)).await.unwrap();
    sync(&a, &b).await;
    for ctx in [&at_a, &at_b] {
        let shown = plan::show(ctx, case).await.unwrap();
        assert_eq!(shown.tasks.iter().filter(|view| !view.circle.is_empty()).count(), 2);
    }
}

#[tokio::test]
async fn objectives_and_decisions_are_kept_and_two_tabs_do_not_undo_each_other() {
    let (a, b, case) = joint(744).await;
    let lead = a.seat("case_lead").await;
    let first = objective::set(&lead, case, "All persons safe").await.unwrap();
    objective::set(&lead, case, "The organiser arrested").await.unwrap();
    assert!(objective::set(&lead, case, " ").await.is_err());
    let seen = plan::show(&lead, case).await.unwrap().objectives[0].objective.mark.record;
    objective::decide(&lead, first, seen, Fate::Met).await.unwrap();
    let old_tab = objective::decide(&lead, first, seen, Fate::Dropped).await.unwrap_err();
    assert!(matches!(old_tab, CaseworkError::Invalid { field: "objective", .. }), "{old_tab}");
    let new = |on, agency: &str, reason: &str| NewDecision {
        case,
        text: "Wait for the second van".into(),
        reason: reason.into(),
        agencies: BTreeSet::from([code(agency)]),
        on,
    };
    for wrong in [new(day(4, 1), "BBB", "r"), new(day(3, 1), "CCC", "r"), new(day(3, 1), "BBB", " ")] {
        assert!(matches!(decision::log(&lead, wrong).await.unwrap_err(), CaseworkError::Invalid { .. }));
    }
    decision::log(&lead, new(day(3, 1), "BBB", "more persons may come")).await.unwrap();
    sync(&a, &b).await;
    let at_b = plan::show(&b.seat("analyst").await, case).await.unwrap();
    assert_eq!((at_b.objectives.len(), at_b.decisions.len(), at_b.may_write), (2, 1, false));
    assert!(at_b.objectives[0].objective.body.met);
    assert_eq!(at_b.decisions[0].body.agencies, BTreeSet::from([a.code(), b.code()]));
}

#[tokio::test]
async fn the_plan_of_an_empty_case_is_empty() {
    let it = small("AAA", 745).await;
    let ctx = it.seat("first").await;
    let case = case::open(&ctx, new_case()).await.unwrap();
    let shown = plan::show(&ctx, case).await.unwrap();
    assert!(shown.objectives.is_empty() && shown.tasks.is_empty() && shown.operations.is_empty());
    objective::set(&ctx, case, "Alone, it has a plan too").await.unwrap();
    assert_eq!(plan::show(&ctx, case).await.unwrap().objectives.len(), 1);
}

proptest! {
    /// The gate is open exactly when the latest answer of every agency that takes part is yes, to every question; what
    /// others say changes nothing.
    #[test]
    fn the_gate_opens_only_when_everyone_said_yes_to_everything(
        takes_part in 1..4usize,
        said in proptest::collection::vec((0..5usize, 0..RiskQuestion::ALL.len(), any::<bool>()), 0..60),
    ) {
        let agencies: Vec<AgencyCode> = ["AA", "BB", "CC", "DD", "EE"].map(code).to_vec();
        let participants: BTreeSet<AgencyCode> = agencies[..takes_part].iter().cloned().collect();
        let mut gate = Gate::shut(&participants);
        let mut latest: BTreeMap<(usize, usize), bool> = BTreeMap::new();
        for (agency, question, yes) in said {
            gate.take(&agencies[agency], RiskQuestion::ALL[question], yes, "");
            latest.insert((agency, question), yes);
            let wanted = (0..takes_part).all(|agency| {
                (0..RiskQuestion::ALL.len()).all(|question| latest.get(&(agency, question)) == Some(&true))
            });
            prop_assert_eq!(gate.is_open(), wanted);
            prop_assert_eq!(gate.lacking().next().is_none(), wanted);
        }
        prop_assert!(gate.answers.values().all(|of| of.keys().all(|agency| participants.contains(agency))));
        prop_assert!(Gate::shut(&BTreeSet::new()).answers.values().all(|of| of.is_empty()));
        prop_assert!(!Gate::shut(&BTreeSet::new()).is_open());
        let untouched = Gate::shut(&participants);
        prop_assert!(untouched.lacking().all(|(_, _, answer)| *answer == Answer::Missing));
    }

    /// Whatever is tried on an operation in whatever order: it never runs unless it was cleared first.
    #[test]
    fn an_operation_never_moves_illegally(steps in proptest::collection::vec(0..OperationMove::ALL.len(), 0..20)) {
        let (mut state, mut cleared) = (OperationState::Planned, false);
        for step in steps {
            let step = OperationMove::ALL[step];
            if let Ok(next) = state.make(step) {
                cleared = (cleared || step == OperationMove::Clear) && next != OperationState::Planned;
                prop_assert!(!matches!(next, OperationState::Running | OperationState::Completed) || cleared);
                prop_assert!(state != OperationState::Completed, "a completed operation stays so");
                state = next;
            }
        }
    }
}
