use std::fmt::Write as _;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::program::{lintas, node, run};

/// Rows of the sheet: enough that the kills below fall into the import.
const ROWS: usize = 3_000;

/// The import is killed with SIGKILL at points spread over its run and started again each time. At the end every row is
/// there, none twice, and the node verifies.
#[test]
fn an_import_killed_again_and_again_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let dir = node(folder.path(), "KH-CIB");
    let sheet = folder.path().join("people.csv");
    let mut text = String::from("id,full name,phone\n");
    for row in 0..ROWS {
        writeln!(text, "P-{row},Person Number {row},+855 12 {row:06}").unwrap();
    }
    fs::write(&sheet, text).unwrap();
    let sheet = sheet.display().to_string();
    for wait_ms in [30, 90, 160, 260, 400, 650, 900, 1_300] {
        let mut child =
            lintas(&["import", &dir, &sheet]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait_ms));
        // It may have finished already on a fast machine; then there is nothing to kill.
        let _ = child.kill();
        child.wait().unwrap();
        let (exit, said, error) = run(&["verify", &dir]);
        assert_eq!(exit, 0, "{said}{error}");
    }
    let (exit, said, error) = run(&["import", &dir, &sheet]);
    assert_eq!(exit, 0, "{said}{error}");
    let (_, again, _) = run(&["import", &dir, &sheet]);
    assert!(again.contains(&format!("0 rows taken, {ROWS} known already")), "{again}");
    let entities = run(&["verify", &dir]);
    assert_eq!(entities.0, 0, "{}", entities.1);
}
