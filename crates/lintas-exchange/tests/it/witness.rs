//! Partners as witnesses of each other's logs.

use lintas_casework::{contradiction, court, partner, release, report, verify, witness};
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{Pace, Standing, meet};
use lintas_testkit::{joint_case, notes, region};

use crate::faults::{copy, repoint};
use crate::{held, written};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_cosigns_the_log_and_a_court_sees_it() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let new = report::NewReport {
        title: "Two men".into(),
        text: "In full.".into(),
        ..report::NewReport::default()
    };
    let filed = report::add(&one.chief, new).await?;
    joint_case(one, &[two]).await?;
    meet(&two.node, one.code(), Pace::FULL).await?;
    assert!(witness::seen(&two.node, one.code()).await?.is_some(), "two has cosigned");
    meet(&one.node, two.code(), Pace::FULL).await?;
    let records = release::of_report(&one.chief, filed.report).await?;
    let mut file = Vec::new();
    court::export(
        &one.chief,
        "court 118/2017",
        &court::Wanted::Records(records.into_iter().collect()),
        &mut file,
    )
    .await?;
    let mut roots = std::collections::BTreeMap::new();
    for member in &region.members {
        roots.insert(member.code().clone(), partner::own_card(&member.node).await?.words());
    }
    let checked = lintas_ledger::verify::court(&file, &roots);
    assert_eq!((checked.findings, checked.witnesses.get(two.code())), (vec![], Some(&1)));
    // By courier the word of the witness comes too.
    region.clock.advance_millis(3_600_000);
    joint_case(one, &[two]).await?;
    meet(&two.node, one.code(), Pace::FULL).await?;
    let mut bundle = Vec::new();
    bundle_for(&two.node, one.code(), false, &mut bundle).await?;
    let taken = take_bundle(&one.node, std::io::Cursor::new(bundle)).await?;
    assert_eq!(taken.findings().count(), 0);
    assert_eq!(contradiction::list(&one.chief).await?, []);
    assert_eq!(contradiction::list(&two.chief).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_back_from_an_old_backup_learns_it_and_begins_its_feeds_anew() -> anyhow::Result<()> {
    let mut region = region(2).await?;
    let case = {
        let (one, two) = region.pair();
        joint_case(one, &[two]).await?.0
    };
    notes(&region.members[0], case, 3).await?;
    region.members[0].node.close().await;
    let backup = tempfile::tempdir()?;
    copy(&region.folder(0), backup.path())?;
    repoint(backup.path())?;
    let folder = region.folder(0);
    region.replace(0, &folder, 77).await?;
    notes(&region.members[0], case, 4).await?;
    meet(&region.members[1].node, region.members[0].code(), Pace::FULL).await?;
    region.replace(0, backup.path(), 78).await?;
    region.clock.advance_millis(3_600_000);
    let (one, two) = region.pair();
    // Before it writes, it meets a partner, which has cosigned more than it knows.
    meet(&one.node, two.code(), Pace::FULL).await?;
    let told = contradiction::list(&one.chief).await?;
    assert!(told.iter().any(|kept| kept.told.contains("WT-008") && kept.before.is_some()), "{told:?}");
    notes(one, case, 2).await?;
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    let taken = held(&two.node, one).await?;
    assert!(taken.iter().any(|(_, entries)| entries.len() >= 9 + 3), "old and new records are held: {met:?}");
    assert!(!written(one, two).await?.is_empty());
    // The witness says aloud that the log is another one, and keeps what shows it.
    assert!(matches!(met.standing, Standing::Refused { ref reason } if reason.contains("WT-00")), "{met:?}");
    assert!(!contradiction::list(&two.chief).await?.is_empty());
    for member in [one, two] {
        assert_eq!(verify::verify(&member.node, &|_| ()).await?, []);
    }
    Ok(())
}
