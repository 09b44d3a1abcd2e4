use std::collections::BTreeSet;

use lintas_casework::{case, entity, erasure, inbox, judgement, note, report, search, task, verify};
use lintas_model::lifecycle::{CaseMove, TaskMove};
use lintas_model::record::Verdict;
use proptest::prelude::*;

use crate::fixture::{file, phone, staffed};

const SEATS: [&str; 8] =
    ["first", "officer", "analyst", "case_lead", "prosecutor", "victim_support", "steward", "administrator"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_anybody_does_nothing_panics_and_everything_verifies(
        seed in 1_000u64..2_000,
        deeds in prop::collection::vec((0usize..8, 0u8..11, 0usize..6, 0usize..6), 1..30),
    ) {
        let findings = tokio::runtime::Runtime::new().unwrap().block_on(play(seed, deeds));
        prop_assert_eq!(findings, (Vec::<String>::new(), Vec::<String>::new()));
    }
}

async fn play(seed: u64, deeds: Vec<(usize, u8, usize, usize)>) -> (Vec<String>, Vec<String>) {
    let it = staffed("LAO", seed).await;
    let lead = it.seat("case_lead").await;
    let mut cases = vec![crate::cases::open(&lead, "First").await];
    let mut filed =
        vec![file(&lead, "First", vec![phone("+856 20 555 0001"), phone("+856 20 555 0002")]).await];
    let mut tasks = Vec::new();
    for (seat, deed, x, y) in deeds {
        it.clock.advance_millis(1_000);
        let ctx = it.seat(SEATS[seat]).await;
        let case = cases[x % cases.len()];
        let one = &filed[y % filed.len()];
        // Refusals are answers too: only what they leave behind counts.
        match deed {
            0 => {
                let new = report::NewReport {
                    title: format!("Report {x}"),
                    case: Some(case),
                    things: vec![phone("+856 20 555 0001"), phone("+856 20 555 0003")],
                    ..Default::default()
                };
                filed.extend(report::add(&ctx, new).await.ok());
            }
            1 => {
                let new = case::NewCase {
                    title: format!("Case {x}"),
                    reference: String::new(),
                    summary: String::new(),
                    offences: lintas_model::offence::Offence::ALL.into(),
                    countries: BTreeSet::new(),
                    round: None,
                };
                cases.extend(case::open(&ctx, new).await.ok());
            }
            2 => drop(case::step(&ctx, case, CaseMove::ALL[y % CaseMove::ALL.len()], "").await),
            3 => drop(note::write(&ctx, case, "a note").await),
            4 => {
                let verdict = [Verdict::Same, Verdict::NotSame, Verdict::Withdrawn][x % 3];
                drop(
                    judgement::judge(&ctx, one.entities[0], filed[x % filed.len()].entities[1], verdict, "")
                        .await,
                );
            }
            5 => {
                let new = task::NewTask {
                    case,
                    title: "Task".into(),
                    detail: String::new(),
                    agency: it.code(),
                    due: None,
                    after: tasks.last().copied(),
                };
                tasks.extend(task::set(&ctx, new).await.ok());
            }
            6 => {
                if let Some(id) = tasks.get(x) {
                    drop(task::step(&ctx, *id, TaskMove::ALL[y % TaskMove::ALL.len()], "", None).await);
                }
            }
            7 => {
                if let Ok(shown) = report::show(&ctx, one.report).await {
                    drop(erasure::erase(&ctx, shown.report.mark.record, "retention").await);
                }
            }
            8 => drop(entity::show(&ctx, one.entities[0]).await),
            9 => drop(inbox::show(&ctx).await),
            _ => {
                let wanted = search::Wanted { text: "report".into(), ..Default::default() };
                drop(search::find(&ctx, &wanted).await);
            }
        }
    }
    let before = it.findings().await;
    verify::rebuild(&it.node, &|_| ()).await.unwrap();
    (before, it.findings().await)
}
