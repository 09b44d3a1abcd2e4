//! `lintas verify`: every finding about the bytes and the views of a node.

use lintas_ledger::verify::Finding;

use crate::{Node, Result, misstep};

/// Checks a node: bytes first, then views, then whether all steps in a life were allowed. Stops at nothing.
pub async fn verify(node: &Node, progress: &(dyn Fn(u64) + Send + Sync)) -> Result<Vec<Finding>> {
    let keys = node.keyring().await?;
    let mut findings = node.store().verify_bytes(node.code(), &keys, progress).await?;
    for check in node.store().verify_views(progress).await? {
        if !check.agrees {
            findings.push(Finding {
                place: format!("view `{}`", check.view),
                code: "LS-010",
                problem: "it is not what the records say; run `lintas rebuild`".to_owned(),
            });
        }
    }
    for misstep in misstep::all(node).await? {
        findings.push(Finding {
            place: format!("record {}", misstep.mark.record),
            code: "CW-101",
            problem: misstep.told(),
        });
    }
    Ok(findings)
}

/// Computes all views anew from the records.
pub async fn rebuild(node: &Node, progress: &(dyn Fn(u64) + Send + Sync)) -> Result<()> {
    Ok(node.store().rebuild(progress).await?)
}

/// How many records are held, and how many of them this program cannot read.
pub async fn count(node: &Node) -> Result<(u64, u64)> {
    Ok(node.store().count().await?)
}
