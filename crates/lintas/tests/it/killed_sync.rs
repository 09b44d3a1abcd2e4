use std::fs;
use std::process::Stdio;
use std::time::Duration;

use lintas_casework::exchange;
use lintas_exchange::{Pace, meet};
use lintas_testkit::{joint_case, notes, region};

use crate::program::{lintas, run};

/// Records in the case: several chunks, so that the kills below fall between and into them.
const NOTES: usize = 700;

/// A node that pulls from a partner is killed with SIGKILL at points spread over its meeting and started again each time.
/// After every kill it verifies and holds no less than before; at the end it holds what the partner offers, no more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_killed_again_and_again_while_it_pulls_loses_and_doubles_nothing() {
    let mut region = region(2).await.unwrap();
    let (writer, reader) = region.pair();
    let (case, audience) = joint_case(writer, &[reader]).await.unwrap();
    notes(writer, case, NOTES).await.unwrap();
    let offered = exchange::offered(&writer.node, reader.code()).await.unwrap();
    let head = offered.into_iter().find(|offer| offer.head.feed.audience == audience).unwrap().head;
    reader.node.close().await;

    let folder = region.folder(1);
    listen_anywhere(&folder);
    let dir = folder.display().to_string();
    let mut held_before = 0;
    for wait_ms in [40, 90, 150, 220, 300, 420, 600, 900] {
        let mut pulling =
            lintas(&["serve", &dir]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(wait_ms)).await;
        pulling.kill().unwrap();
        pulling.wait().unwrap();
        let (exit, said, error) = run(&["verify", &dir]);
        assert_eq!(exit, 0, "{said}{error}");
        region.replace(1, &folder, 7 + wait_ms).await.unwrap();
        let reader = &region.members[1].node;
        let held = exchange::position(reader, &head.feed).await.unwrap().next_sequence;
        assert!(held >= held_before, "{held} records are held after the kill, {held_before} before");
        held_before = held;
        reader.close().await;
    }

    region.replace(1, &folder, 99).await.unwrap();
    let (writer, reader) = region.pair();
    let met = meet(&reader.node, writer.code(), Pace::FULL).await.unwrap();
    assert!(met.feeds.iter().all(|(_, feed)| feed.findings.is_empty() && feed.missing == 0), "{met:?}");
    assert_eq!(exchange::position(&reader.node, &head.feed).await.unwrap(), head);
    let entries = exchange::held_entries(&reader.node, &head.feed).await.unwrap();
    assert_eq!(entries, exchange::held_entries(&writer.node, &head.feed).await.unwrap());
    reader.node.close().await;
    let (exit, said, error) = run(&["verify", &dir]);
    assert_eq!(exit, 0, "{said}{error}");
}

/// The ports of the node's configuration belong to the test itself.
fn listen_anywhere(folder: &std::path::Path) {
    let path = folder.join("node.toml");
    let text = fs::read_to_string(&path).unwrap();
    let lines = text.lines().map(|line| match line.split_once(" = ") {
        Some((name @ ("web_address" | "peer_address"), _)) => format!("{name} = \"127.0.0.1:0\"\n"),
        _ => format!("{line}\n"),
    });
    fs::write(&path, lines.collect::<String>()).unwrap();
}
