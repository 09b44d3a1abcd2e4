//! Partners that do what they must not, and nodes that came back from the dead.

use lintas_casework::exchange;
use lintas_exchange::{Pace, Standing, meet};
use lintas_ledger::FeedId;
use lintas_testkit::{joint_case, notes, region};

use crate::{held, written};

pub(crate) fn copy(from: &std::path::Path, to: &std::path::Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Lets the copied configuration point to the copied database.
pub(crate) fn repoint(folder: &std::path::Path) -> anyhow::Result<()> {
    let path = folder.join("node.toml");
    let text = std::fs::read_to_string(&path)?;
    let line = format!("database = \"sqlite://{}\"", folder.join("node.db").display());
    let text: Vec<&str> =
        text.lines().map(|l| if l.starts_with("database") { line.as_str() } else { l }).collect();
    Ok(std::fs::write(&path, text.join("\n"))?)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tampered_entry_is_refused_and_named_and_only_what_stood_before_it_is_taken() -> anyhow::Result<()>
{
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, audience) = joint_case(one, &[two]).await?;
    notes(one, case, 8).await?;
    let feed = FeedId { agency: one.code().clone(), audience };
    let whole = exchange::held_entries(&one.node, &feed).await?;
    // Two in the wrong order, one left out: what stood before is taken, nothing after.
    let mut swapped = whole.clone();
    swapped.swap(2, 3);
    assert!(!exchange::take(&two.node, one.code(), &feed, swapped).await?.findings.is_empty());
    assert_eq!(exchange::position(&two.node, &feed).await?.next_sequence, 2);
    let mut gap = whole.clone();
    gap.remove(4);
    assert!(!exchange::take(&two.node, one.code(), &feed, gap).await?.findings.is_empty());
    assert_eq!(exchange::position(&two.node, &feed).await?.next_sequence, 4);
    for at in 4..whole.len() {
        let mut entries = whole.clone();
        // The last byte belongs to the body: its commitment no longer fits.
        if let Some(byte) = entries[at].last_mut() {
            *byte ^= 1;
        }
        let before = exchange::position(&two.node, &feed).await?.next_sequence;
        let taken = exchange::take(&two.node, one.code(), &feed, entries).await?;
        assert!(!taken.findings.is_empty(), "entry {at}");
        let after = exchange::position(&two.node, &feed).await?.next_sequence;
        assert_eq!(after, at as u64, "nothing from the finding on is taken; {before} were held");
    }
    let own = FeedId { agency: one.code().clone(), audience: one.node.private_audience() };
    let private = exchange::held_entries(&one.node, &own).await?;
    let taken = exchange::take(&two.node, one.code(), &feed, private).await?;
    assert!(!taken.findings.is_empty() && taken.accepted.taken == 0);
    let done = exchange::take(&two.node, one.code(), &feed, whole).await?;
    assert!(done.findings.is_empty());
    assert_eq!(held(&two.node, one).await?, written(one, two).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_back_from_an_old_backup_is_noticed_and_its_fork_refused() -> anyhow::Result<()> {
    let mut region = region(2).await?;
    let (case, audience) = {
        let (one, two) = region.pair();
        joint_case(one, &[two]).await?
    };
    notes(&region.members[0], case, 3).await?;
    meet(&region.members[1].node, region.members[0].code(), Pace::FULL).await?;
    // A backup is made, work goes on and is exchanged, then the backup is restored.
    region.members[0].node.close().await;
    let backup = tempfile::tempdir()?;
    copy(&region.folder(0), backup.path())?;
    repoint(backup.path())?;
    let folder = region.folder(0);
    region.replace(0, &folder, 77).await?;
    notes(&region.members[0], case, 4).await?;
    meet(&region.members[1].node, region.members[0].code(), Pace::FULL).await?;
    let before = held(&region.members[1].node, &region.members[0]).await?;
    assert_eq!(before[0].1.len(), 9);
    region.replace(0, backup.path(), 78).await?;

    let refused = |standing: Standing| match standing {
        Standing::Refused { reason } => reason,
        other => panic!("{other:?}"),
    };
    let (one, two) = region.pair();
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert!(refused(met.standing).contains("old backup"));
    notes(one, case, 4).await?;
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert!(refused(met.standing).contains("forked"));
    notes(one, case, 2).await?;
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    let reason = refused(met.standing);
    assert!(reason.contains(&audience.to_string()), "{reason}");
    assert_eq!(met.feeds[0].1.missing, 2);
    assert_eq!(held(&two.node, one).await?, before, "what was held stays as it was");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn records_of_others_do_not_come_through_a_partner() -> anyhow::Result<()> {
    let region = region(3).await?;
    let [one, two, three] = &region.members[..] else { panic!("three agencies") };
    let (_, audience) = joint_case(one, &[two, three]).await?;
    meet(&two.node, one.code(), Pace::FULL).await?;
    let feed = FeedId { agency: one.code().clone(), audience };
    let entries = exchange::held_entries(&two.node, &feed).await?;
    assert!(exchange::take(&three.node, two.code(), &feed, entries).await.is_err());
    assert!(held(&three.node, one).await?.is_empty());
    Ok(())
}
