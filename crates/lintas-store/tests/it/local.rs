//! What a node keeps for itself, and the bad days of a database.

use lintas_model::handling::Purpose;
use lintas_model::{ImportId, OfficerId, Timestamp};
use lintas_store::{Credential, Job, JobState, Session, Store, StoreError};
use uuid::Uuid;

use crate::engines::{fresh_sqlite, on_a_runtime, on_both};
use crate::sample::{Desk, audience};

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis)
}

#[test]
fn a_job_is_claimed_by_one_worker_when_it_is_due() {
    on_both(|store, _| async move {
        let job = Job {
            id: Uuid::from_u128(1),
            kind: "pull".to_owned(),
            subject: "TH-DSI".to_owned(),
            state: JobState::Waiting,
            due: at(100),
            tries: 0,
            detail: String::new(),
            changed: at(1),
        };
        store.enqueue(&job).await.unwrap();
        assert_eq!(store.claim(at(99)).await.unwrap(), None);
        let (one, other) = tokio::join!(store.claim(at(100)), store.claim(at(100)));
        let claimed: Vec<Job> = [one.unwrap(), other.unwrap()].into_iter().flatten().collect();
        assert_eq!(claimed.len(), 1);
        let retry = Job {
            state: JobState::Waiting,
            due: at(500),
            detail: "no answer".to_owned(),
            ..claimed[0].clone()
        };
        store.settle(&retry).await.unwrap();
        assert_eq!(store.claim(at(499)).await.unwrap(), None);
        assert_eq!(store.claim(at(500)).await.unwrap().unwrap().tries, 2);
        assert_eq!(store.jobs(10).await.unwrap().len(), 1);
    });
}

#[test]
fn sessions_end_and_secrets_are_replaced_not_added() {
    on_both(|store, _| async move {
        let officer = OfficerId::from_uuid(Uuid::from_u128(5));
        let session = Session { token_sha256: [7; 32], officer, expires_at: at(1_000), purpose: None };
        store.begin_session(&session, at(1)).await.unwrap();
        assert_eq!(store.session([7; 32], at(999)).await.unwrap(), Some(session.clone()));
        store.set_session_purpose([7; 32], Purpose::Prosecution).await.unwrap();
        let chosen = Session { purpose: Some(Purpose::Prosecution), ..session };
        assert_eq!(store.session([7; 32], at(999)).await.unwrap(), Some(chosen));
        assert_eq!(store.session([7; 32], at(1_000)).await.unwrap(), None);
        store.end_session([7; 32], at(2)).await.unwrap();
        assert_eq!(store.session([7; 32], at(2)).await.unwrap(), None);
        for secret in [b"first".to_vec(), b"second".to_vec()] {
            let credential =
                Credential { officer, kind: "password".to_owned(), label: String::new(), secret };
            store.keep_credential(&credential, at(3)).await.unwrap();
        }
        let kept = store.credentials(officer).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].secret, b"second");
        assert!(!format!("{:?}", kept[0]).contains("second"));
        assert!(store.forget_credential(officer, "password", "").await.unwrap());
        assert!(!store.forget_credential(officer, "password", "").await.unwrap());
        assert!(store.credentials(officer).await.unwrap().is_empty());
        store.set("peer.TH-DSI.cursor", b"9").await.unwrap();
        store.set("peer.TH-DSI.cursor", b"10").await.unwrap();
        assert_eq!(store.setting("peer.TH-DSI.cursor").await.unwrap().as_deref(), Some(&b"10"[..]));
        let import = ImportId::from_uuid(Uuid::from_u128(6));
        store.take(import, &[[1; 32], [2; 32], [1; 32]]).await.unwrap();
        assert_eq!(store.taken(&[[1; 32], [3; 32]]).await.unwrap(), [[1; 32]].into());
    });
}

#[test]
fn a_database_is_not_made_twice_and_opens_again_as_it_was() {
    on_both(|store, url| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        assert!(matches!(Store::create(&url).await, Err(StoreError::Exists(_))));
        let again = Store::open(&url).await.unwrap();
        assert_eq!(again.head(&feed).await.unwrap(), store.head(&feed).await.unwrap());
        again.close().await;
    });
}

#[test]
fn two_writers_of_one_feed_leave_no_hole_and_no_double() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let desk = std::sync::Arc::new(std::sync::Mutex::new(desk));
        let mut writers = Vec::new();
        for _ in 0..4 {
            let (store, feed, desk) = (store.clone(), feed.clone(), desk.clone());
            writers.push(tokio::spawn(async move {
                for _ in 0..5 {
                    let draft = desk.lock().unwrap().report(audience(1), "Report", "written beside others");
                    store
                        .append(&feed, at(1), |head| {
                            Ok::<_, std::convert::Infallible>(
                                desk.lock().unwrap().seal(head, vec![draft.clone()]),
                            )
                        })
                        .await
                        .unwrap();
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let mut keys = lintas_ledger::Keyring::new();
        let (code, key) = {
            let desk = desk.lock().unwrap();
            (desk.code.clone(), desk.signer.public().clone())
        };
        keys.add(code.clone(), key);
        assert_eq!(store.head(&feed).await.unwrap().next_sequence, 21);
        assert_eq!(store.verify_bytes(&code, &keys, &|_| {}).await.unwrap(), []);
    });
}

#[test]
fn a_read_only_database_says_so_and_loses_nothing() {
    on_a_runtime(async {
        let (_folder, url) = fresh_sqlite();
        let store = Store::create(&url).await.unwrap();
        store.set("kept", b"yes").await.unwrap();
        store.close().await;
        let store = Store::open(&format!("{url}?mode=ro")).await;
        match store {
            Err(StoreError::ReadOnly(_)) => {}
            Err(other) => panic!("{other}"),
            Ok(store) => {
                assert!(matches!(store.set("more", b"no").await, Err(StoreError::ReadOnly(_))));
            }
        }
        let store = Store::open(&url).await.unwrap();
        assert_eq!(store.setting("kept").await.unwrap().as_deref(), Some(&b"yes"[..]));
        assert!(matches!(Store::open("sqlite:///nowhere/at/all.db").await, Err(StoreError::Open { .. })));
        assert!(matches!(Store::open("mysql://host/db").await, Err(StoreError::UnknownEngine(_))));
    });
}
