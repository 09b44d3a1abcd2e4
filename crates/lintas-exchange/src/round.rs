//! Rounds: every partner is met in turn, again and again.

use std::future::Future;
use std::time::Duration;

use lintas_casework::{Node, partner};
use lintas_model::AgencyCode;

use crate::standing::stored;
use crate::{Met, Pace, Result, meet};

/// Meets every active partner now, those included that wait for their next try; one that fails keeps none of the others
/// from being met.
pub async fn meet_all(node: &Node, pace: Pace) -> Result<Vec<Met>> {
    let mut all = Vec::new();
    for code in partners(node).await? {
        all.push(meet(node, &code, pace).await?);
    }
    Ok(all)
}

/// Meets partners round after round until `stop` is done. A partner that failed is left alone until its next try is due.
/// May be stopped or dropped at any moment: what was taken is held, what was not is fetched at the next meeting.
pub async fn run(node: Node, pace: Pace, interval: Duration, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let round = async {
            if let Err(error) = one_round(&node, pace).await {
                tracing::warn!(code = error.code(), "{}", error.told());
            }
            tokio::time::sleep(interval).await;
        };
        tokio::select! {
            () = &mut stop => return,
            () = round => {}
        }
    }
}

async fn one_round(node: &Node, pace: Pace) -> Result<()> {
    for code in partners(node).await? {
        if stored(node, &code).await?.is_due(node.now()) {
            let met = meet(node, &code, pace).await?;
            tracing::info!(partner = %code, taken = met.taken(), standing = ?met.standing, "met");
        }
    }
    Ok(())
}

async fn partners(node: &Node) -> Result<Vec<AgencyCode>> {
    let known = partner::all(node).await?;
    Ok(known.into_iter().filter(|partner| partner.active).map(|partner| partner.agency.code).collect())
}
