//! From node to node: pulled over TLS 1.3 with mutual authentication on loopback, checked, written, with receipts.

use std::time::Instant;

use anyhow::ensure;
use lintas_exchange::{Pace, meet};
use lintas_testkit::Member;

/// Records a second that one member takes from another.
pub(crate) async fn speed(from: &Member, to: &Member) -> anyhow::Result<f64> {
    let start = Instant::now();
    let met = meet(&to.node, from.code(), Pace::FULL).await?;
    let seconds = start.elapsed().as_secs_f64();
    ensure!(met.taken() > 0, "nothing was taken: {:?}", met.standing);
    Ok(met.taken() as f64 / seconds)
}
