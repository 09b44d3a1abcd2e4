//! Partners as witnesses of each other's logs.

use std::collections::BTreeSet;
use std::io::Cursor;

use lintas_casework::{
    contradiction, court, new_log, officer, partner, release, report, signin, verify, witness,
};
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{Pace, Standing, meet};
use lintas_model::{Language, Role};
use lintas_testkit::{Member, joint_case, notes, region};

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
    two_officers_accept_it(one, two).await?;
    region.clock.advance_millis(3_600_000);
    notes(one, case, 1).await?;
    let met = meet(&two.node, one.code(), Pace::FULL).await?;
    assert!(matches!(met.standing, Standing::UpToDate { .. }), "the new log is cosigned: {met:?}");
    assert_eq!(new_log::list(&two.chief).await?, []);
    let evidence = contradiction::list(&one.chief).await?.len();
    meet(&one.node, two.code(), Pace::FULL).await?;
    assert_eq!(
        contradiction::list(&one.chief).await?.len(),
        evidence,
        "the restored node takes it for its own"
    );
    for member in [one, two] {
        assert_eq!(verify::verify(&member.node, &|_| ()).await?, []);
    }
    Ok(())
}

/// One officer proposes, another accepts; nobody does both, and nobody without a reason.
async fn two_officers_accept_it(restored: &Member, witness: &Member) -> anyhow::Result<()> {
    let code = restored.code();
    let second = officer::NewOfficer {
        name: "Second".into(),
        login: "second".into(),
        password: "a long enough password".into(),
        roles: BTreeSet::from([Role::CaseLead]),
        language: Language::En,
    };
    officer::enrol(&witness.chief, second).await?;
    let second = signin::at_the_console(&witness.node, "second").await?;
    let before = witness::seen(&witness.node, code).await?;
    assert!(new_log::accept(&second, code).await.is_err(), "nobody has proposed it");
    assert!(new_log::propose(&witness.chief, code, " ").await.is_err(), "a reason is missing");
    new_log::propose(&witness.chief, code, "asked by telephone: their disk failed").await?;
    assert!(new_log::accept(&witness.chief, code).await.is_err(), "the same officer");
    assert_eq!(witness::seen(&witness.node, code).await?, before, "nothing is accepted yet");
    let shown = new_log::list(&second).await?;
    assert!(shown[0].proposal.as_ref().is_some_and(|proposal| proposal.can_accept), "{shown:?}");
    new_log::accept(&second, code).await?;
    assert_ne!(witness::seen(&witness.node, code).await?, before);
    assert!(new_log::accept(&second, code).await.is_err(), "once is enough");
    Ok(())
}

/// A bundle of one for the other, taken; answers what was found wrong.
async fn carry(from: &Member, to: &Member, stick: &[u8]) -> anyhow::Result<Vec<String>> {
    let taken = take_bundle(&to.node, Cursor::new(stick.to_vec())).await?;
    assert_eq!(&taken.from, from.code());
    Ok(taken.findings().collect())
}

async fn stick(from: &Member, to: &Member) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    bundle_for(&from.node, to.code(), false, &mut bytes).await?;
    Ok(bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_met_by_file_only_proves_that_its_log_grew_and_is_cosigned() -> anyhow::Result<()> {
    let mut region = region(2).await?;
    let (case, late) = {
        let (one, two) = region.pair();
        let case = joint_case(one, &[two]).await?.0;
        let cosigned = async || witness::seen_size(&two.node, one.code()).await;
        assert_eq!(carry(one, two, &stick(one, two).await?).await?, [] as [&str; 0]);
        let first = cosigned().await?.unwrap_or_default();
        assert!(first > 0, "the first file is cosigned");
        // Two files under way, the word of the witness not back yet; the first of them comes last.
        notes(one, case, 3).await?;
        region.clock.advance_millis(60_000);
        let late = stick(one, two).await?;
        notes(one, case, 3).await?;
        region.clock.advance_millis(60_000);
        assert_eq!(carry(one, two, &stick(one, two).await?).await?, [] as [&str; 0]);
        let second = cosigned().await?.unwrap_or_default();
        assert!(second >= first + 6, "{first} {second}");
        assert_eq!(carry(one, two, &late).await?, [] as [&str; 0]);
        assert_eq!(cosigned().await?, Some(second), "a late file takes nothing back");
        assert_eq!(contradiction::list(&two.chief).await?, [], "and accuses nobody");
        // The word of the witness goes back by file, and the next proof begins there.
        assert_eq!(carry(two, one, &stick(two, one).await?).await?, [] as [&str; 0]);
        notes(one, case, 1).await?;
        region.clock.advance_millis(60_000);
        assert_eq!(carry(one, two, &stick(one, two).await?).await?, [] as [&str; 0]);
        assert!(cosigned().await? > Some(second));
        (case, late)
    };
    // The node comes back from an old backup: its file shows a log that was rolled back, and nothing else is cosigned.
    region.members[0].node.close().await;
    let backup = tempfile::tempdir()?;
    copy(&region.folder(0), backup.path())?;
    repoint(backup.path())?;
    let folder = region.folder(0);
    region.replace(0, &folder, 77).await?;
    notes(&region.members[0], case, 40).await?;
    region.clock.advance_millis(60_000);
    {
        let (one, two) = region.pair();
        assert_eq!(carry(one, two, &stick(one, two).await?).await?, [] as [&str; 0]);
    }
    region.replace(0, backup.path(), 78).await?;
    region.clock.advance_millis(60_000);
    let (one, two) = region.pair();
    let before = witness::seen(&two.node, one.code()).await?;
    let found = carry(one, two, &stick(one, two).await?).await?;
    assert!(found.iter().any(|told| told.contains("WT-003")), "{found:?}");
    assert_eq!(witness::seen(&two.node, one.code()).await?, before);
    assert_eq!(new_log::list(&two.chief).await?.len(), 1, "officers see it");
    assert_eq!(carry(one, two, &late).await?.iter().filter(|told| told.contains("WT-")).count(), 0);
    Ok(())
}
