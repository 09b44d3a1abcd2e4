use std::fs;

use crate::program::{lintas, node, run};

#[test]
fn wrong_usage_is_told_apart_from_what_cannot_be_read_and_what_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let dir = node(folder.path(), "KH-CIB");
    let sheet = folder.path().join("people.csv");
    fs::write(&sheet, "full name,phone\nSok Dara,+855 12 000 111\n").unwrap();
    let sheet = sheet.display().to_string();
    assert_eq!(run(&["--no-such-flag"]).0, 2);
    assert_eq!(run(&["import", &dir, &sheet, "--dates", "nonsense"]).0, 2);
    assert_eq!(run(&["import", &dir, "/no/such/file.csv"]).0, 3);
    assert_eq!(run(&["verify", "/no/such/node"]).0, 3);
    let added =
        lintas(&["officer", "add", &dir, "field", "--name", "Field", "--role", "officer"]).output().unwrap();
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let (exit, _, said) = run(&["import", &dir, &sheet, "--officer", "field"]);
    assert_eq!(exit, 4, "{said}");
    assert!(said.contains("could not import"), "{said}");
}

#[test]
fn the_same_file_twice_adds_nothing_and_an_undone_import_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let dir = node(folder.path(), "KH-CIB");
    let sheet = folder.path().join("people.csv");
    fs::write(&sheet, "full name,phone\nSok Dara,+855 12 000 111\nChan Thy,+855 12 000 112\n").unwrap();
    let sheet = sheet.display().to_string();
    let (exit, first, _) = run(&["import", &dir, &sheet]);
    assert_eq!(exit, 0);
    assert!(first.contains("2 rows taken, 0 known already, 0 refused"), "{first}");
    let (_, again, _) = run(&["import", &dir, &sheet]);
    assert!(again.contains("0 rows taken, 2 known already"), "{again}");
    let import = first
        .lines()
        .find_map(|line| line.strip_prefix("import "))
        .and_then(|l| l.split(';').next())
        .unwrap();
    assert_eq!(run(&["import", &dir, "--undo", import]).0, 0);
    let (_, after, _) = run(&["import", &dir, &sheet]);
    assert!(after.contains("2 rows taken"), "{after}");
    assert_eq!(run(&["verify", &dir]).0, 0);
}

#[test]
fn a_dry_run_writes_nothing_and_an_ambiguous_date_stops_with_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let dir = node(folder.path(), "KH-CIB");
    let sheet = folder.path().join("arrivals.csv");
    fs::write(&sheet, "full name,date of birth\nSok Dara,10/12/1985\n").unwrap();
    let sheet = sheet.display().to_string();
    let before = run(&["verify", &dir]).1;
    let (exit, said, _) = run(&["import", &dir, &sheet, "--dry-run"]);
    assert_eq!(exit, 1, "{said}");
    assert!(said.contains('?') && said.contains("nothing was written"), "{said}");
    let (exit, said, _) = run(&["import", &dir, &sheet]);
    assert_eq!(exit, 1, "{said}");
    assert_eq!(run(&["verify", &dir]).1, before);
    let (exit, said, _) = run(&["import", &dir, &sheet, "--dates", "date of birth=day-first"]);
    assert_eq!(exit, 0, "{said}");
}

#[test]
fn a_node_is_never_made_over_another_nor_with_a_guessable_password() {
    let folder = tempfile::tempdir().unwrap();
    let dir = node(folder.path(), "KH-CIB");
    let (exit, _, said) = run(&["init", &dir, "--agency", "KH-CIB", "--name", "Again"]);
    assert_eq!(exit, 3, "{said}");
    assert!(said.contains("already"), "{said}");
    let other = folder.path().join("other").display().to_string();
    let refused = lintas(&["init", &other, "--agency", "TH-SID", "--name", "Weak"])
        .env("LINTAS_PASSWORD", "short")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(!folder.path().join("other").join("node.toml").exists());
}

#[test]
fn pairs_of_names_are_scored_row_by_row_and_broken_rows_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let pairs = folder.path().join("pairs.tsv");
    fs::write(&pairs, "name_a\tname_b\tnote\nสมชาย ใจดี\tSomchai Jaidee\tx\nSok Dara\tSok Dara\ty\nragged\n")
        .unwrap();
    let (exit, scored, said) = run(&["compare", &pairs.display().to_string()]);
    assert_eq!(exit, 1, "{said}");
    assert!(said.contains("row 4"), "{said}");
    let score = |row: usize| -> f64 {
        scored.lines().nth(row).unwrap().rsplit('\t').next().unwrap().parse().unwrap()
    };
    assert!(score(1) > 0.5, "{scored}");
    assert!((score(2) - 1.0).abs() < 1e-9, "{scored}");
}

#[test]
fn a_treaty_path_is_told_with_its_sources_and_a_broken_file_of_the_law_with_its_line() {
    let asked = ["treaty", "BD", "MY", "--offence", "smuggling", "--date", "2017-11-16"];
    let (exit, said, _) = run(&asked);
    assert_eq!(exit, 0);
    assert!(said.contains("UNTOC, Art. 18: open") && said.contains("source: "), "{said}");
    assert!(said.contains("because Bangladesh cannot join: open to member states of ASEAN only"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("untoc.toml"), "id = \"untoc\"\nname = 3\n").unwrap();
    let law = folder.path().display().to_string();
    let (exit, again, wrong) = run(&[&asked[..], &["--law", &law]].concat());
    assert_eq!((exit, again), (1, said));
    assert!(wrong.contains("untoc.toml`: line 2: "), "{wrong}");
    assert_eq!(run(&["treaty", "KH", "KH", "--offence", "smuggling"]).0, 2);
    assert_eq!(run(&["treaty", "KH", "TH", "--offence", "smuggling", "--date", "2017-02-30"]).0, 2);
}

#[test]
fn a_court_file_is_sound_only_under_the_roots_that_were_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let sound = concat!(env!("CARGO_MANIFEST_DIR"), "/../lintas-ledger/tests/golden/v1-court.bin");
    let (exit, said, _) = run(&["court", "check", sound]);
    let words = said.lines().find_map(|line| line.split("its root key is ").nth(1)?.split(';').next());
    assert_eq!(exit, 1, "{said}");
    let root = format!("KH-CIB={}", words.unwrap());
    let (exit, said, _) = run(&["court", "check", sound, "--root", &root]);
    assert!(exit == 0 && said.contains("6 records, 6 proved"), "{said}");
    let mut bytes = fs::read(sound).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let spoilt = folder.path().join("spoilt");
    fs::write(&spoilt, bytes).unwrap();
    assert_eq!(run(&["court", "check", &spoilt.display().to_string(), "--root", &root]).0, 1);
    assert_eq!(run(&["court", "check", sound, "--root", "nonsense"]).0, 2);
    assert_eq!(run(&["court", "check", "/no/such/file"]).0, 3);
}
