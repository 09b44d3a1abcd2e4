//! Over the wire.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::exchange;
use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::report::{self, NewReport};
use lintas_exchange::{Pace, Standing, account, meet};
use lintas_ledger::FeedId;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::record::ReceiptFor;
use lintas_testkit::{joint_case, notes, region};

use crate::{held, written};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_release_arrives_at_the_partner_byte_for_byte_and_is_acknowledged() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let filed = report::add(
        &one.chief,
        NewReport { title: "A phone on both sides of the border".into(), ..NewReport::default() },
    )
    .await?;
    let records = release::of_report(&one.chief, filed.report).await?;
    let to = Recipients::Agencies(BTreeSet::from([two.code().clone()]));
    let new = NewRelease {
        records: records.into_iter().map(|record| (record, BTreeSet::new())).collect::<BTreeMap<_, _>>(),
        to,
        purposes: BTreeSet::from([Purpose::Investigation]),
        use_rule: UseRule::IntelligenceOnly,
        onward: OnwardRule::Never,
        expires_at: None,
        legal_basis: "UNTOC Art. 27".into(),
        reason: "They asked about the phone.".into(),
    };
    release::release(&one.chief, new).await?;

    assert_eq!(account(&one.node, two.code()).await?.unacknowledged, 1, "the release");
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert_eq!(met.standing, Standing::UpToDate { at: two.node.now() });
    assert_eq!(held(&two.node, one).await?, written(one, two).await?);
    assert_eq!(met.taken(), 2, "the audience and the release");
    let shown = report::show(&two.chief, filed.report).await?;
    assert_eq!(shown.report.body.title, "A phone on both sides of the border");

    let met = meet(&one.node, two.code(), Pace::FULL).await?;
    assert_eq!(met.taken(), 2, "the audience and the receipt");
    let receipts = exchange::receipts(&one.node, two.code()).await?;
    assert!(matches!(&receipts[..], [receipt]
        if matches!(&receipt.of, ReceiptFor::FeedUpTo { agency, sequence: 1, .. } if agency == one.code())));
    assert_eq!(account(&one.node, two.code()).await?.acknowledged_at, Some(two.node.now()));

    for _ in 0..2 {
        for (from, to) in [(one, two), (two, one)] {
            let again = meet(&from.node, to.code(), Pace::FULL).await?;
            assert_eq!(again.taken(), 0, "nobody thanks for thanks");
            assert_eq!(again.standing, Standing::UpToDate { at: from.node.now() });
            assert_eq!(account(&from.node, to.code()).await?.unacknowledged, 0);
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_breaks_in_the_middle_loses_nothing_and_sends_little_twice() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, audience) = joint_case(one, &[two]).await?;
    notes(one, case, 600).await?;

    let mut broken = 0;
    loop {
        one.line.cut_after(100_000);
        let met = meet(&two.node, one.code(), Pace::FULL).await?;
        let Standing::Failed { reason, retry_at } = met.standing else { break };
        assert!(reason.contains("could not reach the node of KH-CIB"), "{reason}");
        assert!(retry_at > two.node.now());
        broken += 1;
        assert!(broken < 20, "it never gets through");
    }
    assert!(broken >= 2, "the line broke {broken} times only");
    one.line.mend();
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert_eq!(met.standing, Standing::UpToDate { at: two.node.now() });
    assert_eq!(held(&two.node, one).await?, written(one, two).await?);

    let account = account(&two.node, one.code()).await?;
    let whole = FeedId { agency: one.code().clone(), audience };
    let entries = exchange::held_entries(&one.node, &whole).await?;
    let records: u64 = entries.iter().map(|entry| entry.len() as u64 + 4).sum();
    let feed = &account.feeds[&audience];
    assert_eq!(feed.held, 602);
    assert_eq!(account.failures, 0);
    assert!(feed.bytes <= records + 3 * 16, "{} bytes came for {records}", feed.bytes);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_agencies_of_one_case_hold_the_same() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    let (case, _) = joint_case(one, &[two, three]).await?;
    meet(&two.node, one.code(), Pace::FULL).await?;
    meet(&three.node, one.code(), Pace::FULL).await?;
    for member in &region.members {
        notes(member, case, 3).await?;
    }
    for member in &region.members {
        for met in lintas_exchange::meet_all(&member.node, Pace::FULL).await? {
            assert_eq!(met.standing, Standing::UpToDate { at: member.node.now() });
        }
    }
    // The later ones have given receipts that the earlier ones have not seen yet.
    for member in &region.members {
        lintas_exchange::meet_all(&member.node, Pace::FULL).await?;
    }
    for reader in &region.members {
        for writer in region.members.iter().filter(|m| m.code() != reader.code()) {
            assert_eq!(held(&reader.node, writer).await?, written(writer, reader).await?);
        }
        let findings = lintas_casework::verify::verify(&reader.node, &|_| {}).await?;
        assert!(findings.is_empty(), "{findings:?}");
    }
    Ok(())
}
