//! Running the program in a folder of its own.

use std::path::Path;
use std::process::{Command, Output};

pub(crate) const PASSWORD: &str = "four words make one";

/// The program with its arguments.
pub(crate) fn lintas(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lintas"));
    command.args(arguments).env("LINTAS_PASSWORD", PASSWORD).env_remove("LINTAS_LOG");
    command
}

/// Runs the program and answers its exit code with what it said.
pub(crate) fn run(arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = lintas(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}

/// Makes a node of a small agency.
pub(crate) fn node(folder: &Path, code: &str) -> String {
    let dir = folder.join(code).display().to_string();
    let (exit, _, said) =
        run(&["init", &dir, "--agency", code, "--name", "Agency of a test", "--country", "KH"]);
    assert_eq!(exit, 0, "{said}");
    dir
}
