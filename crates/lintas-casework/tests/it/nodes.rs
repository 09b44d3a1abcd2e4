use std::sync::Arc;

use lintas_casework::node::NewNode;
use lintas_casework::{CaseworkError, Node, report};
use lintas_model::Role;
use lintas_model::clock::SetClock;
use lintas_model::entropy::SeededEntropy;

use crate::fixture::{init, new_node, small, staffed, start};

#[tokio::test]
async fn a_folder_takes_one_node_only() {
    let it = small("THA", 10).await;
    let again = init(it.folder.path(), new_node("THA", &[Role::Administrator]), &it.clock, 11).await;
    assert!(matches!(again.unwrap_err(), CaseworkError::File { .. }));
    it.node.close().await;
    let clock = Arc::new(SetClock::new(start()));
    let opened = Node::open(it.folder.path(), clock, Box::new(SeededEntropy::new(12))).await.unwrap();
    assert_eq!(opened.code().as_str(), "THA");
}

#[tokio::test]
async fn a_birth_that_is_refused_leaves_no_half_node() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("node");
    let clock = Arc::new(SetClock::new(start()));
    let good = || new_node("THA", &[Role::Administrator]);
    let with = |change: fn(&mut NewNode)| {
        let mut new = good();
        change(&mut new);
        new
    };
    for bad in [
        with(|new| new.first_officer.password = "short".to_owned()),
        with(|new| new.first_officer.login = "two words".to_owned()),
        with(|new| new.first_officer.roles.clear()),
        with(|new| new.names.clear()),
        with(|new| new.database = Some("sqlite:///nowhere/at/all/node.db".to_owned())),
    ] {
        assert!(init(&inside, bad, &clock, 13).await.is_err());
        assert!(!inside.exists());
    }
    init(&inside, good(), &clock, 14).await.unwrap();
}

#[tokio::test]
async fn a_rules_file_of_the_agency_takes_the_place_of_the_shipped_one() {
    let it = staffed("THA", 15).await;
    assert!(report::list(&it.seat("analyst").await, None, 10, 0).await.is_ok());
    let before = lintas_casework::case::list(&it.seat("case_lead").await).await;
    assert!(before.is_ok());
    it.node.close().await;
    let policy = it.folder.path().join("policy");
    std::fs::create_dir(&policy).unwrap();
    std::fs::write(policy.join("20-casework.cedar"), "// Nothing is permitted here.\n").unwrap();
    let clock = it.clock.clone();
    let node = Node::open(it.folder.path(), clock, Box::new(SeededEntropy::new(16))).await.unwrap();
    let lead = lintas_casework::signin::at_the_console(&node, "case_lead").await.unwrap();
    let new = lintas_casework::report::NewReport { title: "One line".to_owned(), ..Default::default() };
    assert!(matches!(report::add(&lead, new).await.unwrap_err(), CaseworkError::Denied(_)));
}

#[tokio::test]
async fn a_flipped_byte_is_found_and_its_place_is_named() {
    let it = small("THA", 17).await;
    let ctx = it.seat("first").await;
    crate::fixture::file(&ctx, "The lorry with the blue tarpaulin", Vec::new()).await;
    assert_eq!(it.findings().await, Vec::<String>::new());
    it.node.close().await;
    let path = it.folder.path().join("node.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let text = b"blue tarpaulin";
    let at: Vec<usize> = (0..bytes.len() - text.len()).filter(|at| bytes[*at..].starts_with(text)).collect();
    assert!(!at.is_empty());
    for at in at {
        bytes[at] ^= 0x20;
    }
    std::fs::write(&path, bytes).unwrap();
    let node =
        Node::open(it.folder.path(), it.clock.clone(), Box::new(SeededEntropy::new(18))).await.unwrap();
    let findings = lintas_casework::verify::verify(&node, &|_| ()).await.unwrap();
    let place = format!("THA/{}", node.private_audience());
    assert!(findings.iter().any(|f| f.place.contains(&place)), "{findings:?} {place}");
}
