use std::collections::BTreeSet;

use lintas_casework::attachment::{self, NewAttachment};
use lintas_casework::{CaseworkError, erasure, release, report};

use crate::fixture::{holds, meet, small, staffed, sync};
use crate::releases::terms;

/// A made-up photograph of a size: the beginning of a JPEG and bytes that do not repeat.
fn photograph(size_bytes: usize) -> NewAttachment {
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    let mut state = 7u32;
    while bytes.len() < size_bytes {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        bytes.extend(state.to_be_bytes());
    }
    bytes.truncate(size_bytes);
    NewAttachment { name: "pier.jpg".into(), bytes }
}

fn with(files: Vec<NewAttachment>) -> report::NewReport {
    report::NewReport { title: "Two men at the pier".into(), files, ..Default::default() }
}

#[tokio::test]
async fn a_photograph_comes_back_byte_for_byte_and_travels_with_its_report() {
    let (a, b) = (small("AAA", 210).await, small("BBB", 211).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let photo = photograph(7 << 20);
    let filed = report::add(&at_a, with(vec![photo.clone()])).await.unwrap();
    let shown = report::show(&at_a, filed.report).await.unwrap();
    let file = &shown.files[0].body;
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("pier.jpg", "image/jpeg"));
    assert_eq!((file.size_bytes, file.parts.len()), (7 << 20, 3));
    let (_, bytes) = attachment::open(&at_a, filed.report, &file.sha256).await.unwrap();
    assert!(bytes == photo.bytes);
    assert_eq!(attachment::add(&at_a, filed.report, vec![photo.clone()]).await.unwrap(), 0);

    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let id = release::release(&at_a, terms(records, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    let (_, bytes) = attachment::open(&at_b, filed.report, &file.sha256).await.unwrap();
    assert!(bytes == photo.bytes);
    let listed = release::list(&at_b, None).await.unwrap();
    assert_eq!((listed.len(), listed[0].release.body.disclosed.len()), (1, 5));
    assert!(attachment::add(&at_b, filed.report, vec![photograph(100)]).await.is_err());

    release::recall(&at_a, id, BTreeSet::new(), "taken back").await.unwrap();
    sync(&a, &b).await;
    assert!(attachment::open(&at_b, filed.report, &file.sha256).await.is_err());
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn an_erased_photograph_is_gone_with_all_its_bytes_here_and_at_partners() {
    let (a, b) = (small("AAA", 215).await, small("BBB", 216).await);
    meet(&a, &b).await;
    let at_a = a.seat("first").await;
    let mut photo = photograph(4 << 20);
    photo.bytes.extend(b"the face at the window");
    let filed = report::add(&at_a, with(vec![photo])).await.unwrap();
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    release::release(&at_a, terms(records, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert!(holds(&b.bytes(), "the face at the window"));
    let file = report::show(&at_a, filed.report).await.unwrap().files[0].mark.record;
    erasure::erase(&at_a, file, "retention period ended").await.unwrap();
    sync(&a, &b).await;
    for it in [&a, &b] {
        assert!(!holds(&it.bytes(), "the face at the window"), "{}", it.code());
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_release_can_keep_the_bytes_of_a_file_back() {
    let (a, b) = (small("AAA", 212).await, small("BBB", 213).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let filed = report::add(&at_a, with(vec![photograph(1000)])).await.unwrap();
    let sha256 = report::show(&at_a, filed.report).await.unwrap().files[0].body.sha256.clone();
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let mut new = terms(records, &[b.code()]);
    for withheld in new.records.values_mut() {
        withheld.insert("parts".to_owned());
    }
    release::release(&at_a, new).await.unwrap();
    sync(&a, &b).await;
    assert_eq!(report::show(&at_b, filed.report).await.unwrap().files[0].body.sha256, sha256);
    assert!(attachment::open(&at_b, filed.report, &sha256).await.is_err());
}

#[tokio::test]
async fn what_is_no_photograph_or_too_large_is_not_taken_and_nothing_is_filed() {
    let it = staffed("AAA", 214).await;
    let ctx = it.seat("officer").await;
    let program = NewAttachment { name: "photo.jpg".into(), bytes: b"MZ\x90\0".to_vec() };
    let large = photograph(attachment::MOST_BYTES + 1);
    for files in [vec![program], vec![large], vec![photograph(10); attachment::MOST_FILES + 1]] {
        let error = report::add(&ctx, with(files)).await.unwrap_err();
        assert!(matches!(error, CaseworkError::Invalid { field: "file", .. }), "{error}");
    }
    assert!(report::list(&ctx, None, 0, 0).await.unwrap().is_empty());
    let admin = it.seat("administrator").await;
    let filed = report::add(&ctx, with(vec![photograph(10)])).await.unwrap();
    let sha256 = report::show(&ctx, filed.report).await.unwrap().files[0].body.sha256.clone();
    assert!(attachment::open(&admin, filed.report, &sha256).await.is_err());
}
