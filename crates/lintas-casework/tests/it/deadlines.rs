use std::collections::BTreeSet;

use lintas_casework::agenda::{self, Kept};
use lintas_casework::deadline::{self, Due};
use lintas_casework::inquiry::{self, NewInquiry};
use lintas_casework::task::{self, NewTask};
use lintas_casework::{CaseworkError, round};
use lintas_model::PartialDate;

use crate::fixture::{staffed, sync};
use crate::inquiries::joint;

fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap()
}

#[tokio::test]
async fn what_is_due_is_listed_for_the_agency_that_owes_it_and_the_calendar_says_nothing_of_it() {
    let (a, b, case) = joint(780).await;
    let (at_a, at_b) = (a.seat("case_lead").await, b.seat("case_lead").await);
    let new = NewInquiry {
        case,
        agency: b.code(),
        question: "Who is the man in the grey van?".into(),
        legal_basis: "UNTOC Art. 27".into(),
        due: Some(day(3, 20)),
    };
    inquiry::ask(&at_a, new).await.unwrap();
    let new = NewTask {
        case,
        title: "Watch the pier".into(),
        detail: String::new(),
        agency: b.code(),
        due: Some(day(3, 10)),
        after: None,
    };
    task::set(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    let due = |all: Vec<deadline::Deadline>| all.into_iter().map(|one| one.due).collect::<Vec<_>>();
    assert_eq!(due(deadline::list(&at_a).await.unwrap()), [Due::Answer]);
    let at_b_all = deadline::list(&at_b).await.unwrap();
    assert_eq!(due(at_b_all.clone()), [Due::Task, Due::Inquiry]);
    assert_eq!((at_b_all[0].text.as_str(), at_b_all[0].reference.as_str()), ("Watch the pier", "A-1"));
    let taken = deadline::for_calendar(&at_b).await.unwrap();
    assert!(taken.len() == 2 && taken.iter().all(|one| one.text.is_empty()));
    // The officer in the field takes nothing out of the node.
    let refused = deadline::for_calendar(&b.seat("officer").await).await.unwrap_err();
    assert!(matches!(refused, CaseworkError::Denied(_)), "{refused}");
    b.days(6);
    assert!(deadline::list(&at_b).await.unwrap()[0].over);
}

#[tokio::test]
async fn the_next_round_begins_with_what_is_open_and_a_steward_reads_no_case_on_the_agenda() {
    let it = staffed("AAA", 781).await;
    let (lead, steward) = (it.seat("case_lead").await, it.seat("steward").await);
    let agencies = || BTreeSet::from([it.code()]);
    let first = round::open(&steward, "First", day(3, 1), day(4, 30), agencies()).await.unwrap();
    let kept = round::commit(&lead, first, "Verify ten warrants", day(3, 20)).await.unwrap();
    let late = round::commit(&lead, first, "Name a desk", day(3, 8)).await.unwrap();
    round::commit(&lead, first, "Open a joint case", day(4, 1)).await.unwrap();
    lintas_casework::case::open(&lead, crate::inquiries::new_case()).await.unwrap();
    round::done(&lead, kept, day(3, 6), "done", Vec::new()).await.unwrap();
    it.days(10);
    round::done(&lead, late, day(3, 15), "done", Vec::new()).await.unwrap();
    it.days(20);
    let seen = agenda::show(&lead, first).await.unwrap();
    let states: Vec<Kept> = seen.promises.iter().map(|promise| promise.kept).collect();
    assert_eq!(states, [Kept::Overdue, Kept::Late, Kept::Done]);
    assert_eq!((seen.cases.len(), seen.carried.len()), (1, 0));
    let second = round::open(&steward, "Second", day(5, 1), day(11, 16), agencies()).await.unwrap();
    let next = agenda::show(&steward, second).await.unwrap();
    assert!(next.promises.is_empty() && next.cases.is_empty());
    let carried: Vec<&str> =
        next.carried.iter().map(|promise| promise.view.commitment.body.what.as_str()).collect();
    assert_eq!(carried, ["Open a joint case"]);
}
