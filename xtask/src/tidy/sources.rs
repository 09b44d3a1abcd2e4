//! What no source file may hold, and how large one may grow.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Words of unfinished work, and the text that hides a failure.
const FORBIDDEN: [(&str, &str); 6] = [
    (concat!("TO", "DO"), "finish it or leave it out"),
    (concat!("FIX", "ME"), "mend it"),
    (concat!("unimplemented", "!("), "finish it or leave it out"),
    (concat!("todo", "!("), "finish it or leave it out"),
    (concat!("#[ign", "ore"), "a test that does not run promises nothing"),
    (concat!("assert!(tr", "ue)"), "a test that cannot fail promises nothing"),
];

/// A file above this many lines has two halves with names of their own; tables and generated code may be longer.
const LINES: usize = 650;

/// Files that hold a table and may be long.
fn is_table(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tables" || part.as_os_str() == "data")
        || path.file_name().is_some_and(|name| name == "elements.rs")
}

/// Tests say what they are about by their own names.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
}

/// Reports forbidden words, long files and modules without a word on why they exist.
pub(crate) fn check(findings: &mut Vec<String>) -> anyhow::Result<()> {
    for path in files(&["crates", "xtask", "bench"], "rs")? {
        let text =
            fs::read_to_string(&path).with_context(|| format!("could not read `{}`", path.display()))?;
        for (number, line) in text.lines().enumerate() {
            for (word, advice) in FORBIDDEN {
                if line.contains(word) {
                    findings.push(format!("{}:{}: `{word}`: {advice}", path.display(), number + 1));
                }
            }
        }
        let lines = text.lines().count();
        if lines > LINES && !is_table(&path) {
            findings.push(format!("{}: {lines} lines; which half has a name of its own?", path.display()));
        }
        if !text.starts_with("//!") && !is_test(&path) {
            findings.push(format!("{}: the first line says why the file exists (`//! …`)", path.display()));
        }
    }
    Ok(())
}

/// All files with an extension under some folders, in order.
pub(crate) fn files(folders: &[&str], extension: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(PathBuf::from).filter(|folder| folder.is_dir()).collect();
    while let Some(folder) = open.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("could not read `{}`", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "target" && name != "node_modules") {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
