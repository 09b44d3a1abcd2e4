//! The way of a request and its clocks, over real bases.

use lintas_law::hop::{Event, EventKind, Hop, HopIssue, Standing, clock, owed, way};
use lintas_law::instrument::InstrumentId;
use lintas_law::{LawError, RequestKind};
use lintas_model::Country;

use super::{day, library};

fn basis(id: &str) -> InstrumentId {
    InstrumentId(id.to_owned())
}

fn hop(step: &str, received: Option<&str>, passed_on: Option<&str>) -> Hop {
    Hop {
        step: step.to_owned(),
        received: received.map(day),
        passed_on: passed_on.map(day),
        reference: String::new(),
        carrier: String::new(),
        language: None,
    }
}

#[test]
fn a_provisional_arrest_between_indonesia_and_the_philippines_lapses_after_twenty_days() {
    let events = [Event { on: day("2017-03-01"), kind: EventKind::Arrested }];
    let library = library();
    let deadlines =
        clock(library, RequestKind::ProvisionalArrest, &basis("id-ph-extradition"), Country::PH, &events)
            .unwrap();
    let lapse =
        deadlines.iter().find(|deadline| deadline.instrument == Some(basis("id-ph-extradition"))).unwrap();
    assert_eq!(lapse.due, Some(day("2017-03-21")));
    assert_eq!(lapse.reference.confidence, lintas_law::Confidence::Verified);
    assert_eq!(lapse.standing(day("2017-03-22")), Standing::Lapsed { days_over: 1 });
}

#[test]
fn where_a_treaty_sets_no_period_the_law_of_the_requested_state_runs() {
    let events = [Event { on: day("2017-03-01"), kind: EventKind::Arrested }];
    let library = library();
    let request = RequestKind::ProvisionalArrest;
    let deadlines = clock(library, request, &basis("untoc"), Country::TH, &events).unwrap();
    let own = deadlines.iter().find(|d| d.instrument == Some(basis("th-extradition-law"))).unwrap();
    assert_eq!(own.due, Some(day("2017-04-30")));
    let unknown = deadlines.iter().find(|d| d.instrument == Some(basis("untoc"))).unwrap();
    assert_eq!(unknown.standing(day("2017-03-02")), Standing::PeriodUnknown { days_running: 1 });
    assert!(matches!(
        clock(library, request, &basis("asean-mlat"), Country::TH, &events),
        Err(LawError::NotOffered { .. })
    ));
}

#[test]
fn under_the_asean_treaty_central_authorities_write_to_each_other() {
    let library = library();
    let hops = |id: &str, to| {
        let basis = library.get(&basis(id)).unwrap();
        way(library, RequestKind::MutualLegalAssistance, basis, Country::KH, to, day("2017-11-16")).unwrap()
    };
    let direct = hops("asean-mlat", Country::TH);
    let skipped: Vec<&str> =
        direct.iter().filter(|hop| hop.skipped_by.is_some()).map(|hop| hop.step.as_str()).collect();
    assert_eq!(skipped, ["ministry_out", "note_verbale", "ministry_in"]);
    let receives = direct.iter().find(|hop| hop.step == "receive").unwrap();
    assert_eq!(receives.who(), "Office of the Attorney General (TH)");
    assert!(hops("th-mla-law", Country::TH).iter().all(|hop| hop.skipped_by.is_none()));
}

#[test]
fn the_desk_says_who_owes_the_next_step_and_since_when() {
    let library = library();
    let basis = library.get(&basis("asean-mlat")).unwrap();
    let request = RequestKind::MutualLegalAssistance;
    let planned = way(library, request, basis, Country::KH, Country::TH, day("2017-03-01")).unwrap();
    let start = owed(&planned, &[], day("2017-03-01"));
    assert_eq!((start.next.unwrap().step, start.days_waiting), ("need".into(), None));
    let hops = [
        hop("need", None, Some("2017-03-01")),
        hop("draft", Some("2017-03-02"), Some("2017-03-10")),
        hop("check", Some("2017-03-12"), Some("2017-03-20")),
    ];
    let now = owed(&planned, &hops, day("2017-04-19"));
    assert_eq!(now.next.as_ref().unwrap().step, "receive", "the ministries are skipped");
    assert_eq!((now.since, now.days_waiting), (Some(day("2017-03-20")), Some(30)));
    assert_eq!(now.issues, []);
}

#[test]
fn a_hop_answered_before_it_was_sent_is_pointed_out_and_nothing_is_lost() {
    let library = library();
    let basis = library.get(&basis("asean-mlat")).unwrap();
    let request = RequestKind::MutualLegalAssistance;
    let planned = way(library, request, basis, Country::KH, Country::TH, day("2017-03-01")).unwrap();
    let hops = [
        hop("need", None, Some("2017-03-05")),
        hop("draft", Some("2017-03-01"), Some("2017-02-01")),
        hop("check", Some("2099-01-01"), None),
        hop("seance", None, None),
    ];
    let now = owed(&planned, &hops, day("2017-04-01"));
    let step = |text: &str| text.to_owned();
    assert!(now.issues.contains(&HopIssue::PassedOnBeforeReceived { step: step("draft") }));
    assert!(now.issues.contains(&HopIssue::ReceivedBeforeSent { step: step("draft"), before: step("need") }));
    assert!(now.issues.contains(&HopIssue::InTheFuture { step: step("check"), on: day("2099-01-01") }));
    assert!(now.issues.contains(&HopIssue::UnknownStep { step: step("seance") }));
    assert_eq!(now.next.unwrap().step, "check");
}

#[test]
fn between_the_philippines_and_thailand_a_person_not_taken_over_goes_free() {
    let events = [Event { on: day("2017-06-01"), kind: EventKind::HandOverSet }];
    let request = RequestKind::Extradition;
    let deadlines = clock(library(), request, &basis("ph-th-extradition"), Country::TH, &events).unwrap();
    let due: Vec<_> = deadlines.iter().filter_map(|deadline| deadline.due).collect();
    assert_eq!(due, [day("2017-06-16"), day("2017-07-01")]);
}
