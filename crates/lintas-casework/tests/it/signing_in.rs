use std::collections::BTreeSet;

use lintas_casework::authenticator::{self, Authenticator};
use lintas_casework::{CaseworkError, access, officer, passkey, signin};
use lintas_model::record::AccessAct;
use lintas_model::{Role, Timestamp};

use crate::fixture::{Agency, PASSWORD, holds, small, staffed};

#[tokio::test]
async fn signing_in_fails_alike_for_an_unknown_name_and_a_wrong_password() {
    let it = small("KHM", 1).await;
    let unknown = signin::sign_in(&it.node, "nobody", PASSWORD, None).await.unwrap_err();
    let wrong = signin::sign_in(&it.node, "first", "another password", None).await.unwrap_err();
    assert_eq!(unknown.to_string(), wrong.to_string());
    assert_eq!(unknown.code(), wrong.code());
    assert!(signin::sign_in(&it.node, " FIRST ", PASSWORD, None).await.is_ok());
}

/// What the officer's device shows.
fn device(url: &str, at: Timestamp) -> String {
    let totp = totp_rs::Totp::from_url(url).unwrap();
    totp.generate((at.as_millis() / 1_000) as u64).to_string()
}

/// Sets up and confirms the code of the first officer; answers the device's address and the recovery codes.
async fn set_up(it: &Agency) -> (String, Vec<String>) {
    let ctx = it.seat("first").await;
    let url = authenticator::begin(&ctx, PASSWORD).await.unwrap();
    let codes = authenticator::confirm(&ctx, &device(&url, it.node.now())).await.unwrap();
    it.clock.advance_millis(60_000);
    (url, codes)
}

#[tokio::test]
async fn a_code_is_asked_for_only_after_one_has_been_confirmed() {
    let it = small("KHM", 8).await;
    let ctx = it.seat("first").await;
    assert!(authenticator::begin(&ctx, "another password").await.is_err());
    let url = authenticator::begin(&ctx, PASSWORD).await.unwrap();
    assert!(signin::sign_in(&it.node, "first", PASSWORD, None).await.is_ok());
    assert!(authenticator::confirm(&ctx, "000000").await.is_err());
    assert_eq!(
        authenticator::state(&ctx).await.unwrap(),
        Authenticator { waiting: true, ..Default::default() }
    );
    authenticator::confirm(&ctx, &device(&url, it.node.now())).await.unwrap();
    let on = Authenticator { on: true, waiting: false, recovery_codes: 10 };
    assert_eq!(authenticator::state(&ctx).await.unwrap(), on);
    assert!(signin::sign_in(&it.node, "first", PASSWORD, None).await.is_err());
    // The code that confirmed is used up.
    let used = device(&url, it.node.now());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&used)).await.is_err());
    it.clock.advance_millis(60_000);
    let code = device(&url, it.node.now());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&code)).await.is_ok());
    // A second secret does not take the first one's place before it is confirmed.
    authenticator::begin(&ctx, PASSWORD).await.unwrap();
    it.clock.advance_millis(60_000);
    let code = device(&url, it.node.now());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&code)).await.is_ok());
    authenticator::remove(&ctx, PASSWORD).await.unwrap();
    assert!(signin::sign_in(&it.node, "first", PASSWORD, None).await.is_ok());
}

#[tokio::test]
async fn whoever_changes_what_they_sign_in_with_leaves_a_record_of_it_and_no_secret() {
    let it = small("KHM", 12).await;
    let (url, codes) = set_up(&it).await;
    let ctx = it.seat("first").await;
    officer::change_password(&ctx, PASSWORD, "another long password").await.unwrap();
    authenticator::remove(&ctx, "another long password").await.unwrap();
    let audit = access::list(&ctx, 20, 0).await.unwrap();
    let changed = audit.iter().filter(|item| item.body.act == AccessAct::Credential);
    let mut told: Vec<&str> = changed.filter_map(|item| item.body.detail.as_deref()).collect();
    told.sort_unstable();
    let expected =
        ["code and recovery codes removed", "code set up", "password changed", "recovery codes made"];
    assert_eq!(told, expected);
    let bytes = it.bytes();
    for secret in [codes[0].as_str(), "another long password", &url] {
        assert!(!holds(&bytes, secret));
    }
}

#[tokio::test]
async fn a_recovery_code_opens_once_and_is_kept_as_a_hash_only() {
    let it = small("KHM", 9).await;
    let (_, codes) = set_up(&it).await;
    assert_eq!(codes.len(), 10);
    let bytes = it.bytes();
    assert!(codes.iter().all(|code| !holds(&bytes, code) && !holds(&bytes, &code.replace('-', ""))));
    // With a wrong password nothing is used up.
    assert!(signin::sign_in(&it.node, "first", "wrong password", Some(&codes[0])).await.is_err());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&codes[0].to_lowercase())).await.is_ok());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&codes[0])).await.is_err());
    let ctx = it.seat("first").await;
    assert_eq!(authenticator::state(&ctx).await.unwrap().recovery_codes, 9);
    let fresh = authenticator::new_recovery_codes(&ctx, PASSWORD).await.unwrap();
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&codes[1])).await.is_err());
    assert!(signin::sign_in(&it.node, "first", PASSWORD, Some(&fresh[1])).await.is_ok());
}

#[tokio::test]
async fn a_challenge_for_a_passkey_takes_one_answer_only() {
    let it = small("KHM", 10).await;
    let ctx = it.seat("first").await;
    assert_eq!(passkey::bound_to(&it.node).as_deref(), Some("localhost"));
    assert!(passkey::begin(&ctx, "blue", "another password").await.is_err());
    let challenge = passkey::begin(&ctx, "blue", PASSWORD).await.unwrap();
    assert!(challenge.options.contains("\"residentKey\":\"required\""), "{}", challenge.options);
    assert!(challenge.options.contains("\"id\":\"localhost\""), "{}", challenge.options);
    let first = passkey::finish(&ctx, &challenge.ticket, "{}").await.unwrap_err().to_string();
    assert!(first.contains("not accepted"), "{first}");
    let again = passkey::finish(&ctx, &challenge.ticket, "{}").await.unwrap_err().to_string();
    assert!(again.contains("begin again"), "{again}");
    let late = passkey::begin(&ctx, "blue", PASSWORD).await.unwrap();
    it.clock.advance_millis(5 * 60_000);
    let late = passkey::finish(&ctx, &late.ticket, "{}").await.unwrap_err().to_string();
    assert!(late.contains("begin again"), "{late}");
    let one = passkey::begin_sign_in(&it.node).unwrap();
    let two = passkey::begin_sign_in(&it.node).unwrap();
    assert_ne!(one.options, two.options);
    for _ in 0..2 {
        let error = passkey::finish_sign_in(&it.node, &one.ticket, "{}").await.unwrap_err();
        assert!(matches!(error, CaseworkError::SignIn));
    }
    assert!(passkey::list(&ctx).await.unwrap().is_empty());
    assert!(passkey::remove(&ctx, "blue").await.is_err());
}

#[tokio::test]
async fn a_wrong_code_fails_like_a_wrong_password() {
    let it = small("KHM", 2).await;
    set_up(&it).await;
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
