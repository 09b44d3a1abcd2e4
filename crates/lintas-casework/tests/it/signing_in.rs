use std::collections::BTreeSet;

use lintas_casework::{CaseworkError, officer, signin};
use lintas_model::Role;

use crate::fixture::{PASSWORD, small, staffed};

#[tokio::test]
async fn signing_in_fails_alike_for_an_unknown_name_and_a_wrong_password() {
    let it = small("KHM", 1).await;
    let unknown = signin::sign_in(&it.node, "nobody", PASSWORD, None).await.unwrap_err();
    let wrong = signin::sign_in(&it.node, "first", "another password", None).await.unwrap_err();
    assert_eq!(unknown.to_string(), wrong.to_string());
    assert_eq!(unknown.code(), wrong.code());
    assert!(signin::sign_in(&it.node, " FIRST ", PASSWORD, None).await.is_ok());
}

#[tokio::test]
async fn a_wrong_code_fails_like_a_wrong_password() {
    let it = small("KHM", 2).await;
    signin::set_up_code(&it.seat("first").await).await.unwrap();
    let missing = signin::sign_in(&it.node, "first", PASSWORD, None).await.unwrap_err();
    let wrong = signin::sign_in(&it.node, "first", PASSWORD, Some("12")).await.unwrap_err();
    assert!(matches!((missing, wrong), (CaseworkError::SignIn, CaseworkError::SignIn)));
}

#[tokio::test]
async fn a_name_waits_after_five_wrong_attempts_and_is_told_how_long() {
    let it = small("KHM", 3).await;
    for _ in 0..5 {
        let error = signin::sign_in(&it.node, "first", "wrong", None).await.unwrap_err();
        assert!(matches!(error, CaseworkError::SignIn));
    }
    let error = signin::sign_in(&it.node, "first", PASSWORD, None).await.unwrap_err();
    assert!(matches!(error, CaseworkError::TooManyAttempts { seconds: 30 }), "{error}");
    it.clock.advance_millis(30_000);
    assert!(signin::sign_in(&it.node, "first", PASSWORD, None).await.is_ok());
}

#[tokio::test]
async fn attempts_made_at_once_are_counted_like_those_made_in_turn() {
    let it = small("KHM", 4).await;
    let tries = (0..8).map(|_| {
        let node = it.node.clone();
        tokio::spawn(async move { signin::sign_in(&node, "first", "wrong", None).await.unwrap_err() })
    });
    let mut waited = 0;
    for one in tries.collect::<Vec<_>>() {
        waited += u32::from(matches!(one.await.unwrap(), CaseworkError::TooManyAttempts { .. }));
    }
    assert_eq!(waited, 3);
}

#[tokio::test]
async fn the_session_of_a_suspended_officer_ends_and_does_not_come_back() {
    let it = staffed("KHM", 5).await;
    let token = signin::sign_in(&it.node, "analyst", PASSWORD, None).await.unwrap();
    let who = signin::session(&it.node, &token).await.unwrap().unwrap();
    let admin = it.seat("administrator").await;
    let roles = BTreeSet::from([Role::Analyst]);
    officer::change(&admin, who.officer(), roles.clone(), false).await.unwrap();
    assert!(signin::session(&it.node, &token).await.unwrap().is_none());
    assert!(signin::at_the_console(&it.node, "analyst").await.is_err());
    officer::change(&admin, who.officer(), roles, true).await.unwrap();
    assert!(signin::session(&it.node, &token).await.unwrap().is_none());
}

#[tokio::test]
async fn a_session_ends_with_the_shift_and_with_signing_out() {
    let it = small("KHM", 6).await;
    let token = signin::sign_in(&it.node, "first", PASSWORD, None).await.unwrap();
    assert!(signin::session(&it.node, &token).await.unwrap().is_some());
    signin::sign_out(&it.node, &token).await.unwrap();
    assert!(signin::session(&it.node, &token).await.unwrap().is_none());
    let token = signin::sign_in(&it.node, "first", PASSWORD, None).await.unwrap();
    it.clock.advance_millis(10 * 3_600_000);
    assert!(signin::session(&it.node, &token).await.unwrap().is_none());
}

#[tokio::test]
async fn nobody_gives_a_role_to_himself() {
    let it = staffed("KHM", 7).await;
    let admin = it.seat("administrator").await;
    let roles = BTreeSet::from([Role::Administrator, Role::CaseLead]);
    assert!(officer::change(&admin, admin.officer(), roles, true).await.is_err());
}
