use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::program::{lintas, node, run};

/// A node with a lead and an officer of the field.
fn agency(folder: &Path) -> String {
    let dir = node(folder, "KH-CIB");
    for (login, role) in [("lead", "case_lead"), ("field", "officer")] {
        let added =
            lintas(&["officer", "add", &dir, login, "--name", login, "--role", role]).output().unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    dir
}

#[test]
fn documents_are_listed_and_what_is_wrong_is_told_with_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let dir = agency(folder.path());
    let (exit, said, _) = run(&["document", &dir]);
    assert_eq!(exit, 0);
    assert!(said.contains("warrant_sheet") && said.contains("about a round"), "{said}");
    let (exit, _, said) = run(&["document", &dir, "warrant_sheet", "--officer", "lead"]);
    assert_eq!(exit, 0, "{said}");
    assert!(said.contains("there is no warrant here"), "{said}");
    let nobody = "0".repeat(32);
    let (exit, _, said) = run(&["document", &dir, "receipt", &nobody]);
    assert_eq!(exit, 2, "{said}");
    assert!(said.contains("`receipt`") && said.contains("extradition_request"), "{said}");
    assert_eq!(run(&["document", &dir, "warrant_sheet", "xyz", "--officer", "lead"]).0, 2);
    assert_eq!(run(&["document", &dir, "warrant_sheet", &nobody, "--officer", "lead"]).0, 2);
    assert_eq!(run(&["document", &dir, "round_report", "newest", "--officer", "lead"]).0, 2);
    assert_eq!(run(&["document", "/no/such/node", "round_report", "newest"]).0, 3);
    let (exit, _, said) = run(&["document", &dir, "--verify", "7K3M-Q2PX-9D4F-T1AB", "--officer", "lead"]);
    assert_eq!(exit, 1, "{said}");
}

/// The agencies of a region print from their records: whole files or none, drafts told as such, refusals with their code.
pub(crate) fn check_prints(data: &Path, out: &Path) {
    let steward = data.join("STEWARD").display().to_string();
    let agency = data.join("PH-IAC").display().to_string();
    let file = out.join("paper.pdf");
    let shown = file.display().to_string();
    let report = ["document", &steward, "round_report", "newest", "--officer", "steward", "--out", &shown];
    for wait_ms in [50, 300, 800, 1_500] {
        let mut child = lintas(&report).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait_ms));
        // It may have finished already on a fast machine; then there is nothing to kill.
        let _ = child.kill();
        child.wait().unwrap();
        assert!(!file.exists() || is_whole(&fs::read(&file).unwrap()), "{wait_ms} ms");
    }
    let (exit, said, error) = run(&report);
    assert_eq!(exit, 0, "{error}");
    assert!(is_whole(&fs::read(&file).unwrap()) && !file.with_extension("partial").exists());
    let code = said.trim().rsplit(' ').next().unwrap();
    let (exit, found, error) = run(&["document", &steward, "--verify", code]);
    assert_eq!(exit, 0, "{error}");
    assert!(found.contains("round_report"), "{found}");

    let (_, listed, _) = run(&["document", &agency, "provisional_arrest_request", "--officer", "lead"]);
    let asked = listed.split(' ').next().filter(|id| id.len() == 32);
    let (_, warrants, _) = run(&["document", &agency, "warrant_sheet", "--officer", "lead"]);
    let warrant = warrants.split(' ').next().unwrap();
    for (kind, id) in
        asked.map(|id| ("provisional_arrest_request", id)).into_iter().chain([("warrant_sheet", warrant)])
    {
        let draft = ["document", &agency, kind, id, "--language", "id", "--officer", "lead", "--out", &shown];
        let (exit, _, said) = run(&draft);
        assert!(exit == 0 || (exit == 1 && said.contains("it lacks:")), "{kind}: {exit} {said}");
        assert!(is_whole(&fs::read(&file).unwrap()), "{kind}");
        fs::remove_file(&file).unwrap();
        let refused = ["document", &agency, kind, id, "--officer", "officer", "--out", &shown];
        let (exit, _, said) = run(&refused);
        assert_eq!(exit, 4, "{kind}: {said}");
        assert!(!file.exists(), "{kind}");
    }
    let nowhere =
        ["document", &steward, "round_report", "newest", "--officer", "steward", "--out", "/no/such/x.pdf"];
    assert_eq!(run(&nowhere).0, 3);
}

fn is_whole(pdf: &[u8]) -> bool {
    pdf.starts_with(b"%PDF-1.7") && pdf.trim_ascii_end().ends_with(b"%%EOF")
}
