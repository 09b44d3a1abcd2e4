use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::case::{self, NewCase};
use lintas_casework::inquiry::{self, NewInquiry};
use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::{CaseworkError, Ctx, inbox, misstep, partner};
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::lifecycle::{InquiryMove, InquiryState};
use lintas_model::offence::Offence;
use lintas_model::{AgencyCode, CaseId, InquiryId, PartialDate, RecordId};
use proptest::prelude::*;

use crate::fixture::{Agency, file, meet, staffed, sync};

/// Two agencies that work one case, opened by the first.
pub(crate) async fn joint(seed: u64) -> (Agency, Agency, CaseId) {
    let (a, b) = (staffed("AAA", seed).await, staffed("BBB", seed + 500).await);
    meet(&a, &b).await;
    let lead = a.seat("case_lead").await;
    let case = case::open(&lead, new_case()).await.unwrap();
    case::make_joint(&lead, case, &BTreeSet::from([b.code()])).await.unwrap();
    sync(&a, &b).await;
    (a, b, case)
}

pub(crate) fn new_case() -> NewCase {
    NewCase {
        title: "LOTUS".into(),
        reference: "A-1".into(),
        summary: String::new(),
        offences: [Offence::Trafficking].into(),
        countries: BTreeSet::new(),
        round: None,
    }
}

fn question(case: CaseId, agency: AgencyCode) -> NewInquiry {
    NewInquiry {
        case,
        agency,
        question: "Who subscribed to +66 81 000 0001?".into(),
        legal_basis: "UNTOC Art. 27".into(),
        due: Some(PartialDate::day(2017, 3, 20).unwrap()),
    }
}

async fn asked(seed: u64) -> (Agency, Agency, InquiryId) {
    let (a, b, case) = joint(seed).await;
    let id = inquiry::ask(&a.seat("case_lead").await, question(case, b.code())).await.unwrap();
    sync(&a, &b).await;
    (a, b, id)
}

async fn released(ctx: &Ctx, to: &AgencyCode) -> RecordId {
    let filed = file(ctx, "Subscriber", Vec::new()).await;
    let records = release::of_report(ctx, filed.report).await.unwrap();
    let new = NewRelease {
        records: records.iter().map(|record| (*record, BTreeSet::new())).collect::<BTreeMap<_, _>>(),
        to: Recipients::Agencies([to.clone()].into()),
        purposes: [Purpose::Investigation].into(),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Ask,
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "answers a question".into(),
    };
    release::release(ctx, new).await.unwrap();
    records[0]
}

#[tokio::test]
async fn a_yes_is_a_record_that_the_asking_agency_was_given() {
    let (a, b, id) = asked(700).await;
    let lead = b.seat("case_lead").await;
    let kept = file(&lead, "Not released", Vec::new()).await;
    let kept = release::of_report(&lead, kept.report).await.unwrap()[0];
    for shown in [None, Some(kept)] {
        let error = inquiry::step(&lead, id, InquiryMove::Yes, "", shown).await.unwrap_err();
        assert!(matches!(error, CaseworkError::Invalid { field: "shown_by", .. }), "{error}");
    }
    let record = released(&lead, &a.code()).await;
    let offers = inquiry::offers(&lead, id).await.unwrap();
    assert_eq!(offers.iter().map(|offer| offer.record).collect::<Vec<_>>(), [record]);
    // The officer who was asked may give what the lead has released.
    let officer = b.seat("officer").await;
    inquiry::step(&officer, id, InquiryMove::Yes, "Here it is", Some(record)).await.unwrap();
    sync(&a, &b).await;
    let view = inquiry::show(&a.seat("case_lead").await, id).await.unwrap();
    assert_eq!((view.state, view.steps[0].body.shown_by), (InquiryState::Answered, Some(record)));
    // Answered twice, from a second tab: the first answer stands and nothing is written.
    let error = inquiry::step(&lead, id, InquiryMove::No, "", None).await.unwrap_err();
    assert!(matches!(error, CaseworkError::IllegalMove(_)), "{error}");
    assert_eq!(inquiry::show(&lead, id).await.unwrap().steps.len(), 1);
}

#[tokio::test]
async fn what_was_passed_to_the_lead_is_answered_by_the_lead_alone() {
    let (a, b, id) = asked(701).await;
    let officer = b.seat("officer").await;
    let refused = inquiry::step(&officer, id, InquiryMove::Decline, "no", None).await.unwrap_err();
    assert!(matches!(refused, CaseworkError::Denied(_)), "{refused}");
    inquiry::step(&officer, id, InquiryMove::AskLead, "I am not sure", None).await.unwrap();
    let refused = inquiry::step(&officer, id, InquiryMove::No, "", None).await.unwrap_err();
    assert!(matches!(refused, CaseworkError::Denied(_)), "{refused}");
    assert_eq!(inquiry::show(&officer, id).await.unwrap().moves, []);
    let lead = b.seat("case_lead").await;
    let silent = inquiry::step(&lead, id, InquiryMove::Decline, " ", None).await.unwrap_err();
    assert!(matches!(silent, CaseworkError::Invalid { field: "text", .. }), "{silent}");
    inquiry::step(&lead, id, InquiryMove::Decline, "Our court forbids it", None).await.unwrap();
    sync(&a, &b).await;
    let view = inquiry::show(&a.seat("case_lead").await, id).await.unwrap();
    assert_eq!((view.state, view.steps.len()), (InquiryState::Declined, 2));
    assert!(misstep::list(&a.seat("case_lead").await, None).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_question_over_its_day_stands_in_both_inboxes() {
    let (a, b, id) = asked(702).await;
    let at_a = a.seat("case_lead").await;
    assert!(!inbox::show(&at_a).await.unwrap().inquiries_by_us[0].overdue);
    a.days(20);
    b.days(20);
    assert!(inbox::show(&at_a).await.unwrap().inquiries_by_us[0].overdue);
    let at_b = inbox::show(&b.seat("officer").await).await.unwrap();
    assert!(at_b.inquiries_of_us[0].overdue && at_b.inquiries_by_us.is_empty());
    inquiry::step(&at_a, id, InquiryMove::Withdraw, "found it ourselves", None).await.unwrap();
    sync(&a, &b).await;
    assert!(inbox::show(&b.seat("officer").await).await.unwrap().inquiries_of_us.is_empty());
    assert!(inquiry::step(&at_a, id, InquiryMove::Withdraw, "", None).await.is_err());
}

#[tokio::test]
async fn a_question_that_nobody_could_answer_is_refused() {
    let (a, b, case) = joint(703).await;
    let lead = a.seat("case_lead").await;
    let good = question(case, b.code());
    let alone = case::open(&lead, new_case()).await.unwrap();
    for (field, wrong) in [
        ("question", NewInquiry { question: " ".into(), ..good.clone() }),
        ("legal_basis", NewInquiry { legal_basis: String::new(), ..good.clone() }),
        ("agency", NewInquiry { agency: a.code(), ..good.clone() }),
        ("agency", NewInquiry { agency: AgencyCode::new("CCC").unwrap(), ..good.clone() }),
        ("agency", NewInquiry { case: alone, ..good.clone() }),
        ("due", NewInquiry { due: PartialDate::day(2017, 3, 1).ok(), ..good.clone() }),
    ] {
        let error = inquiry::ask(&lead, wrong).await.unwrap_err();
        assert!(matches!(&error, CaseworkError::Invalid { field: f, .. } if *f == field), "{field}: {error}");
    }
    // The officer in the field does not ask other states.
    assert!(inquiry::ask(&a.seat("officer").await, good.clone()).await.is_err());
    // The agency has left: it is cut off, and nothing is asked of it any more.
    partner::cut_off(&a.seat("administrator").await, &b.code()).await.unwrap();
    let error = inquiry::ask(&lead, good).await.unwrap_err();
    assert!(matches!(error, CaseworkError::Invalid { field: "agency", .. }), "{error}");
    assert!(inquiry::list(&lead, Some(case)).await.unwrap().is_empty());
}

proptest! {
    /// Whatever steps arrive in whatever order: a question that was answered, declined or taken back stays so.
    #[test]
    fn an_inquiry_never_moves_illegally(steps in proptest::collection::vec(0..InquiryMove::ALL.len(), 0..12)) {
        let mut state = InquiryState::Asked;
        for step in steps {
            let step = InquiryMove::ALL[step];
            let before = state;
            match state.make(step) {
                Ok(next) => {
                    prop_assert!(matches!(before, InquiryState::Asked | InquiryState::WithLead));
                    prop_assert!(!(before == InquiryState::WithLead && next == InquiryState::Asked));
                    state = next;
                }
                Err(_) => prop_assert!(!before.moves().any(|known| known == step)),
            }
        }
    }
}
