//! Who is let in.

use lintas_casework::{exchange, partner};
use lintas_exchange::{Pace, Standing, account, meet};
use lintas_ledger::FeedId;
use lintas_testkit::{joint_case, notes, region, region_of};

use crate::held;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_is_turned_away_at_the_handshake_and_told_so() -> anyhow::Result<()> {
    // The second has pinned the first, not the other way round.
    let region = region_of(2, |one, _| one == 1).await?;
    let (one, two) = region.pair();
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    let Standing::Refused { reason } = met.standing else { panic!("{:?}", met.standing) };
    assert!(reason.contains("does not accept this node's key"), "{reason}");
    assert!(met.feeds.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_node_at_a_partners_address_is_not_spoken_to() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    one.line.lead_to(three.node.config().peer_address.parse()?);
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    let Standing::Refused { reason } = met.standing else { panic!("{:?}", met.standing) };
    assert!(reason.contains("shows another key"), "{reason}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_that_is_cut_off_is_out_at_the_next_handshake() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, _) = joint_case(one, &[two]).await?;
    assert_eq!(meet(&two.node, one.code(), Pace::FULL).await?.taken(), 2);
    partner::cut_off(&one.chief, two.code()).await?;
    notes(one, case, 1).await?;
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert!(matches!(met.standing, Standing::Refused { .. }), "{:?}", met.standing);
    assert_eq!(met.taken(), 0);
    assert_eq!(held(&two.node, one).await?[0].1.len(), 2, "what it had it keeps");
    assert!(meet(&one.node, two.code(), Pace::FULL).await.is_err(), "and it is not asked any more");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_feed_of_another_audience_does_not_exist_for_a_partner() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    let (_, audience) = joint_case(one, &[two]).await?;
    let met = meet(&three.node, one.code(), Pace::FULL).await?;
    assert_eq!((met.feeds.len(), met.standing), (0, Standing::UpToDate { at: three.node.now() }));
    for audience in [audience, one.node.private_audience()] {
        let feed = FeedId { agency: one.code().clone(), audience };
        let asked = exchange::entries_for(&one.node, three.code(), &feed, 0, 0, 256).await;
        assert!(asked.is_err());
    }
    assert!(held(&three.node, one).await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_that_cannot_be_met_is_left_alone_until_its_next_try() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    one.line.cut_after(0);
    let first = meet(&two.node, one.code(), Pace::FULL).await?;
    let Standing::Failed { retry_at, .. } = first.standing else { panic!("{:?}", first.standing) };
    let second = meet(&two.node, one.code(), Pace::FULL).await?;
    let Standing::Failed { retry_at: later, .. } = second.standing else { panic!("{:?}", second.standing) };
    assert!(later > retry_at);
    assert_eq!(account(&two.node, one.code()).await?.failures, 2);
    one.line.mend();
    let third = meet(&two.node, one.code(), Pace::FULL).await?;
    assert_eq!(third.standing, Standing::UpToDate { at: two.node.now() });
    assert_eq!(account(&two.node, one.code()).await?.failures, 0);
    Ok(())
}
