//! Clocks that differ: records go on travelling, and both sides are told.

use lintas_exchange::{ClocksDiffer, Pace, Standing, account, meet};
use lintas_model::{Clock as _, Timestamp};
use lintas_testkit::{joint_case, notes, region};

use crate::{held, written};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_ten_years_off_is_told_on_both_sides_and_stops_no_record() -> anyhow::Result<()> {
    for wrong in ["2007-03-01T08:00:00Z", "2027-03-01T08:00:00Z"] {
        let mut region = region(2).await?;
        let (one, two) = region.pair();
        let (case, _) = joint_case(one, &[two]).await?;
        meet(&two.node, one.code(), Pace::FULL).await?;
        assert_eq!(account(&two.node, one.code()).await?.clocks, None, "both show the same");

        let (theirs, ours) = (Timestamp::parse(wrong).expect("an instant"), region.clock.now());
        region.set_clock_of(0, theirs, 70).await?;
        let (one, two) = region.pair();
        notes(one, case, 3).await?;
        let met = meet(&two.node, one.code(), Pace::FULL).await?;
        assert_eq!(met.standing, Standing::UpToDate { at: ours });
        assert_eq!(held(&two.node, one).await?, written(one, two).await?);
        let told = account(&two.node, one.code()).await?.clocks;
        assert_eq!(told, Some(ClocksDiffer { ours, theirs }));
        meet(&one.node, two.code(), Pace::FULL).await?;
        let told = account(&one.node, two.code()).await?.clocks;
        assert_eq!(told, Some(ClocksDiffer { ours: theirs, theirs: ours }));
        let behind = one.node.last_written().await?.is_some_and(|last| last > theirs);
        assert_eq!(behind, theirs < ours, "the node knows that its clock was set back");

        region.set_clock_of(0, ours, 71).await?;
        let (one, two) = region.pair();
        let behind = one.node.last_written().await?.is_some_and(|last| last > ours);
        assert_eq!(behind, theirs > ours, "the node knows that its clock was set back");
        meet(&two.node, one.code(), Pace::FULL).await?;
        assert_eq!(account(&two.node, one.code()).await?.clocks, None, "it has been set");
    }
    Ok(())
}
