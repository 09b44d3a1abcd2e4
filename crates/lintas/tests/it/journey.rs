use std::fs;
use std::path::Path;

use crate::program::run;

/// Counts the region's results over all node folders but those left out.
fn results(data: &Path, without: Option<&str>) -> serde_json::Value {
    let mut folders: Vec<String> = fs::read_dir(data)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .filter(|entry| without.is_none_or(|code| entry.file_name() != code))
        .map(|entry| entry.path().display().to_string())
        .collect();
    folders.sort();
    let mut arguments = vec!["results", "--format", "json"];
    arguments.extend(folders.iter().map(String::as_str));
    let (exit, said, error) = run(&arguments);
    assert_eq!(exit, 0, "{error}");
    serde_json::from_str(&said).unwrap()
}

/// The README's story: the round of 2017 is played at nine nodes, results are counted from their records, every node
/// verifies, and what one node did not write is not counted.
#[test]
fn the_round_is_played_counted_from_records_and_every_node_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("region");
    let shown = data.display().to_string();
    let (exit, said, error) =
        run(&["demo", "--once", "--data", &shown, "--format", "json", "--airgap", "LA"]);
    assert_eq!(exit, 0, "{error}");
    let demo: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(demo["results"]["warrants_updated"], 24);
    assert_eq!(demo["results"]["victims_rescued"], 12);
    assert_eq!(demo["results"]["rest_houses_identified"], 1);
    assert!(demo["results"]["routes_discovered"].as_u64().unwrap() >= 2);
    let report = fs::read(data.join("round-report.pdf")).unwrap();
    assert!(report.starts_with(b"%PDF-1.7") && !data.join("round-report.partial").exists());
    let nodes: Vec<_> =
        fs::read_dir(&data).unwrap().flatten().filter(|entry| entry.path().is_dir()).collect();
    assert_eq!(nodes.len(), 9);
    crate::documents::check_prints(&data, folder.path());
    for node in nodes {
        let (exit, said, error) = run(&["verify", &node.path().display().to_string()]);
        assert_eq!(exit, 0, "{said}{error}");
        assert!(said.contains(" 0 findings"), "{said}");
    }
    assert_eq!(results(&data, None)["results"], demo["results"]);
    // The shared number was noticed by hit/no-hit; the agency that exchanges by file answered too.
    let asker = data.join("KH-CIB").display().to_string();
    let (exit, said, error) = run(&["hits", "list", &asker, "--officer", "lead", "--format", "json"]);
    assert_eq!(exit, 0, "{error}");
    let hits: serde_json::Value = serde_json::from_str(&said).unwrap();
    let ends = |to: &str| -> Vec<String> {
        let asked = hits["asked"].as_array().unwrap();
        let question = asked.iter().find(|question| question["to"] == to).unwrap();
        assert_eq!(question["standing"], "answered", "{question}");
        let hits = question["hits"].as_array().unwrap().iter();
        hits.map(|hit| hit["end"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ends("TH-SID"), ["…678"]);
    assert_eq!(ends("LA-ATD"), Vec::<String>::new());
    // Each agency updated three warrants; without its records they are not counted. The node that only ever met the
    // others by file took part like every other.
    for absent in ["ID-TPO", "BD-ATU"] {
        assert_eq!(results(&data, Some(absent))["results"]["warrants_updated"], 21, "{absent}");
    }
    let (exit, _, error) = run(&["demo", "--once", "--data", &shown]);
    assert_eq!(exit, 2, "{error}");
}
