use lintas_casework::pursuit::{self, NewHop, NewRequest, Urgency};
use lintas_casework::warrant::{self, NewWarrant, WarrantDetails};
use lintas_casework::{CaseworkError, Ctx};
use lintas_law::hop::Standing;
use lintas_law::{Fact, RequestKind, Verdict};
use lintas_model::lifecycle::{RequestMove, RequestState, WarrantState};
use lintas_model::offence::Offence;
use lintas_model::{Country, PartialDate, RequestId, WarrantId};

use crate::fixture::{Agency, init, new_node, start};

/// A Philippine agency: its extradition treaty with Indonesia has a period for provisional arrest.
async fn philippine(seed: u64) -> (Agency, Ctx) {
    let (folder, clock) =
        (tempfile::tempdir().unwrap(), std::sync::Arc::new(lintas_model::clock::SetClock::new(start())));
    let roles =
        [lintas_model::Role::CaseLead, lintas_model::Role::Prosecutor, lintas_model::Role::Administrator];
    let mut new = new_node("PH-IAC", &roles);
    new.country = Some(Country::PH);
    let node = init(folder.path(), new, &clock, seed).await.unwrap();
    let agency = Agency { node, clock, folder };
    let ctx = agency.seat("first").await;
    (agency, ctx)
}

async fn warrant(ctx: &Ctx) -> WarrantId {
    let new = NewWarrant {
        number: "Crim. 17-1234".into(),
        person: None,
        name: "Synthetic Person".into(),
        court: "Regional Trial Court".into(),
        country: Country::PH,
        issued: Some(day(2017, 1, 10)),
        offences: [Offence::Trafficking].into(),
        law: "RA 9208 s. 4".into(),
        case: None,
        state: WarrantState::Issued,
        details: WarrantDetails { believed_in: Some(Country::ID), ..WarrantDetails::default() },
    };
    warrant::record(ctx, new).await.unwrap()
}

fn day(year: i16, month: i8, day: i8) -> PartialDate {
    PartialDate::day(year, month, day).unwrap()
}

fn arrest_of(warrant: WarrantId) -> NewRequest {
    NewRequest {
        kind: RequestKind::ProvisionalArrest,
        requested: Country::ID,
        offence: Offence::Trafficking,
        basis: "id-ph-extradition".into(),
        reference: "DOJ-17-88".into(),
        sought: "Provisional arrest of the person named in the warrant".into(),
        languages: Vec::new(),
        needed_by: None,
        urgent: true,
        case: None,
        warrant: Some(warrant),
    }
}

async fn requested(ctx: &Ctx) -> RequestId {
    let warrant = warrant(ctx).await;
    pursuit::record(ctx, arrest_of(warrant)).await.unwrap()
}

#[tokio::test]
async fn a_provisional_arrest_starts_a_clock_that_is_met_or_lapses() {
    let (agency, ctx) = philippine(400).await;
    let id = requested(&ctx).await;
    agency.days(30);
    for (step, on) in [
        (RequestMove::Send, day(2017, 3, 8)),
        (RequestMove::Acknowledge, day(2017, 3, 10)),
        (RequestMove::Arrest, day(2017, 4, 1)),
    ] {
        pursuit::step(&ctx, id, step, on, "").await.unwrap();
    }
    let law = |view: &pursuit::RequestView| {
        let by_law = view.clocks.iter().filter(|(d, _)| d.kind == lintas_law::hop::ClockKind::Law);
        by_law.map(|(deadline, standing)| (deadline.due, *standing)).collect::<Vec<_>>()
    };
    let view = pursuit::show(&ctx, id).await.unwrap();
    assert_eq!(view.state, RequestState::Arrested);
    assert!(matches!(law(&view)[..], [(Some(_), Standing::Running { .. })]), "{:?}", law(&view));
    agency.days(40);
    let lapsed = pursuit::show(&ctx, id).await.unwrap();
    assert!(matches!(law(&lapsed)[..], [(Some(_), Standing::Lapsed { .. })]));
    let board = pursuit::board(&ctx, None).await.unwrap();
    assert_eq!((board[0].id, board[0].urgency), (id, Urgency::Lapsed));
    pursuit::step(&ctx, id, RequestMove::Lapse, day(2017, 4, 22), "released").await.unwrap();
    let board = pursuit::board(&ctx, None).await.unwrap();
    assert_eq!(board[0].urgency, Urgency::Ended);
}

#[tokio::test]
async fn whoever_holds_a_request_owes_the_next_step() {
    let (agency, ctx) = philippine(401).await;
    let id = requested(&ctx).await;
    let first = pursuit::show(&ctx, id).await.unwrap();
    let steps: Vec<String> = first.way.iter().map(|hop| hop.planned.step.clone()).collect();
    assert_eq!(first.owed.unwrap().next.unwrap().step, steps[0]);
    let hop = |step: &str, received, passed_on| NewHop {
        step: step.into(),
        received,
        passed_on,
        ..NewHop::default()
    };
    pursuit::hop(&ctx, id, hop(&steps[0], None, Some(day(2017, 3, 2)))).await.unwrap();
    pursuit::hop(&ctx, id, hop(&steps[1], Some(day(2017, 3, 3)), None)).await.unwrap();
    agency.days(45);
    let view = pursuit::show(&ctx, id).await.unwrap();
    let owed = view.owed.unwrap();
    assert_eq!((owed.next.unwrap().step, owed.days_waiting), (steps[1].clone(), Some(48)));
    assert_eq!(pursuit::board(&ctx, None).await.unwrap()[0].urgency, Urgency::Ask);
}

#[tokio::test]
async fn dates_that_cannot_be_right_are_refused_and_nothing_is_written() {
    let (agency, ctx) = philippine(402).await;
    let id = requested(&ctx).await;
    let steps: Vec<String> =
        pursuit::show(&ctx, id).await.unwrap().way.iter().map(|hop| hop.planned.step.clone()).collect();
    let hop = |step: &str, received, passed_on| NewHop {
        step: step.into(),
        received,
        passed_on,
        ..NewHop::default()
    };
    pursuit::hop(&ctx, id, hop(&steps[0], None, Some(day(2017, 3, 4)))).await.unwrap();
    for wrong in [
        hop(&steps[1], Some(day(2017, 3, 3)), None),
        hop(&steps[1], Some(day(2017, 3, 5)), Some(day(2017, 3, 4))),
        hop(&steps[1], Some(day(2018, 1, 1)), None),
        hop("by_pigeon", Some(day(2017, 3, 5)), None),
        hop(&steps[1], None, None),
    ] {
        let error = pursuit::hop(&ctx, id, wrong).await.unwrap_err();
        assert!(matches!(error, CaseworkError::Invalid { .. }), "{error}");
    }
    pursuit::step(&ctx, id, RequestMove::Send, day(2017, 3, 5), "").await.unwrap();
    for (step, on) in [
        (RequestMove::Acknowledge, day(2017, 3, 1)),
        (RequestMove::Acknowledge, day(2018, 3, 1)),
        (RequestMove::Supply, day(2017, 3, 6)),
    ] {
        assert!(pursuit::step(&ctx, id, step, on, "").await.is_err());
    }
    let view = pursuit::show(&ctx, id).await.unwrap();
    assert_eq!(view.way.iter().filter(|hop| hop.hop.is_some()).count(), 1);
    assert_eq!(view.steps.len(), 1);
    assert_eq!(agency.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_request_needs_another_state_and_a_basis_that_offers_it() {
    let (_agency, ctx) = philippine(403).await;
    let warrant = warrant(&ctx).await;
    let good = arrest_of(warrant);
    for wrong in [
        NewRequest { requested: Country::PH, ..good.clone() },
        NewRequest { basis: "no-such-treaty".into(), ..good.clone() },
        NewRequest { basis: "asean-mlat".into(), ..good.clone() },
        NewRequest { sought: " ".into(), ..good.clone() },
    ] {
        assert!(matches!(pursuit::record(&ctx, wrong).await.unwrap_err(), CaseworkError::Invalid { .. }));
    }
    pursuit::record(&ctx, good).await.unwrap();
}

#[tokio::test]
async fn the_treaty_path_says_what_the_records_of_the_warrant_lack() {
    let (_agency, ctx) = philippine(404).await;
    let warrant = warrant(&ctx).await;
    let view = pursuit::for_warrant(&ctx, warrant, Country::ID).await.unwrap();
    let open = view
        .paths
        .iter()
        .find(|path| path.request == RequestKind::Extradition && path.basis.0 == "id-ph-extradition")
        .unwrap();
    assert_ne!(open.verdict, Verdict::Closed);
    assert!(view.question.facts.has(Fact::PersonLocation));
    assert!(open.missing().any(|requirement| !requirement.met));
    assert!(!view.question.facts.has(Fact::WarrantVerified), "nobody has verified it yet");
}
