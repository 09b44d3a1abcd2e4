use std::collections::BTreeSet;

use lintas_casework::misstep::{self, Why};
use lintas_casework::task::{self, NewTask};
use lintas_casework::{case, inbox};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedId, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::lifecycle::{CaseMove, CaseState, TaskMove};
use lintas_model::record::CaseStep;
use lintas_model::{Draft, Kind, Marking, RecordId};

use crate::cases::open;
use crate::fixture::{meet, small, sync};

#[tokio::test]
async fn a_step_that_crossed_with_another_is_kept_and_shown_to_the_lead() {
    let (a, b) = (small("AAA", 220).await, small("BBB", 221).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Ferry").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    let new = NewTask {
        case,
        title: "Ask".into(),
        detail: String::new(),
        agency: b.code(),
        due: None,
        after: None,
    };
    let task = task::set(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    assert!(misstep::list(&at_a, None).await.unwrap().is_empty());
    task::step(&at_a, task, TaskMove::Withdraw, "not needed", None).await.unwrap();
    b.days(1);
    task::step(&at_b, task, TaskMove::Start, "", None).await.unwrap();
    sync(&a, &b).await;
    for (it, ctx) in [(&a, &at_a), (&b, &at_b)] {
        let found = misstep::list(ctx, Some(case)).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].mark.originator.clone(), found[0].thing), (b.code(), Kind::Task));
        assert!(matches!(found[0].why, Why::NotAllowed { .. }));
        assert_eq!(inbox::show(ctx).await.unwrap().missteps, found);
        let findings = it.findings().await;
        assert!(findings.len() == 1 && findings[0].starts_with("CW-101"), "{findings:?}");
    }
}

#[tokio::test]
async fn a_step_by_somebody_who_does_not_own_the_case_is_not_obeyed_and_not_forgotten() {
    let (a, b) = (small("AAA", 222).await, small("BBB", 223).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let case = open(&at_a, "Ferry").await;
    let audience = case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    sync(&a, &b).await;
    lintas_casework::note::write(&at_b, case, "hello").await.unwrap();
    sync(&a, &b).await;
    // A hostile program at B closes the case of A, with B's own good key.
    let text = std::fs::read_to_string(b.folder.path().join("keys/node.key")).unwrap();
    let signer = text.parse::<KeyFile>().unwrap().signer(KeyRole::Node).unwrap();
    let feed = FeedId { agency: b.code(), audience };
    let head = lintas_casework::exchange::position(&a.node, &feed).await.unwrap();
    let mut entropy = SeededEntropy::new(9);
    let step = CaseStep { case, step: CaseMove::Close, reason: String::new() };
    let draft = Draft {
        record: RecordId::new(at_b.now(), &mut entropy),
        object: case.into(),
        audience,
        author: at_b.officer(),
        at: at_b.now(),
        purpose: Purpose::Investigation,
        marking: Marking::default(),
        supersedes: None,
        body: step.into(),
    };
    let (entries, _) = seal(head, vec![draft], &signer, &mut entropy).unwrap();
    let bytes = entries.iter().map(|entry| entry.as_bytes().to_vec()).collect();
    let taken = lintas_casework::exchange::take(&a.node, &b.code(), &feed, bytes).await.unwrap();
    assert_eq!((taken.accepted.taken, taken.findings.len()), (1, 0));
    assert_eq!(case::show(&at_a, case).await.unwrap().line.state, CaseState::Open);
    let found = misstep::list(&at_a, Some(case)).await.unwrap();
    assert_eq!((found.len(), found[0].step), (1, "close"));
    assert_eq!(found[0].why, Why::NotTheirs { owner: a.code() });
    assert!(a.findings().await.iter().any(|finding| finding.contains("`close` for case")));
}

#[tokio::test]
async fn telling_newcomers_where_a_case_stands_is_no_misstep() {
    let (a, b, c) = (small("AAA", 224).await, small("BBB", 225).await, small("CCC", 226).await);
    meet(&a, &b).await;
    meet(&a, &c).await;
    let at_a = a.seat("first").await;
    let case = open(&at_a, "Ferry").await;
    case::make_joint(&at_a, case, &BTreeSet::from([b.code()])).await.unwrap();
    case::step(&at_a, case, CaseMove::Activate, "").await.unwrap();
    case::make_joint(&at_a, case, &BTreeSet::from([c.code()])).await.unwrap();
    sync(&a, &b).await;
    sync(&a, &c).await;
    for it in [&a, &b, &c] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}
