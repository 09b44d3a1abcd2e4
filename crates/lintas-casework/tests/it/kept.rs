//! Reports that were written without a link.

use lintas_casework::{device, report};

use crate::fixture::small;

fn kept(name: &str, text: &str) -> report::NewReport {
    report::NewReport {
        title: "A boat without lights".into(),
        text: text.into(),
        written: Some(name.into()),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_report_sent_until_an_answer_comes_is_filed_once() {
    let a = small("AAA", 410).await;
    let ctx = a.seat("first").await;
    let first = report::add(&ctx, kept("one", "it left at two")).await.unwrap();
    // Twice at once, as when the link drops before the answer and comes back.
    let (second, third) = tokio::join!(
        report::add(&ctx, kept("one", "it left at two")),
        report::add(&ctx, kept("one", "it left at two"))
    );
    assert_eq!((second.unwrap().report, third.unwrap().report), (first.report, first.report));
    assert_eq!(report::list(&ctx, None, 10, 0).await.unwrap().len(), 1);
    assert_eq!(a.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn other_words_or_another_form_are_another_report() {
    let a = small("AAA", 411).await;
    let ctx = a.seat("first").await;
    for (name, text) in [("one", "it left at two"), ("one", "it left at three"), ("two", "it left at two")] {
        report::add(&ctx, kept(name, text)).await.unwrap();
    }
    for _ in 0..2 {
        report::add(&ctx, kept("", "no name, as from a page without script")).await.unwrap();
    }
    assert_eq!(report::list(&ctx, None, 10, 0).await.unwrap().len(), 5);
}

#[tokio::test]
async fn an_officers_devices_open_for_that_officer_only() {
    let (a, b) = (small("AAA", 412).await, small("BBB", 413).await);
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (one, again, other) = (device::secret(&at_a), device::secret(&at_a), device::secret(&at_b));
    assert!(one == again);
    assert!(one.owner != other.owner && one.secret != other.secret);
    assert!(!hex_of(&one.secret).contains(&one.owner));
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
