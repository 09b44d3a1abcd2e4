//! The check of a log: do its leaves give the roots that its agency signed?

use std::collections::BTreeMap;

use super::{Finding, code};
use crate::Hash32;
use crate::keys::Keyring;
use crate::log::{Checkpoint, Tree};

/// Compares the leaves of a log, in order, with all checkpoints over it.
#[derive(Debug)]
pub struct LogCheck {
    tree: Tree,
    /// By size; several checkpoints may state the same size.
    expected: BTreeMap<u64, Vec<Checkpoint>>,
    findings: Vec<Finding>,
}

impl LogCheck {
    /// Reads the checkpoints, each a signed note by one of its agency's keys.
    pub fn new<'n>(keys: &Keyring, checkpoints: impl IntoIterator<Item = &'n str>) -> Self {
        let mut check = Self { tree: Tree::new(), expected: BTreeMap::new(), findings: Vec::new() };
        for (number, note) in checkpoints.into_iter().enumerate() {
            match trusted(keys, note) {
                Ok(checkpoint) => check.expected.entry(checkpoint.size).or_default().push(checkpoint),
                Err(problem) => {
                    let place = format!("checkpoint {number}");
                    check.findings.push(Finding { place, code: code::CHECKPOINT, problem });
                }
            }
        }
        check.compare();
        check
    }

    /// Takes the next leaves.
    pub fn push(&mut self, leaves: impl IntoIterator<Item = Hash32>) {
        for leaf in leaves {
            self.tree.append(leaf);
            self.compare();
        }
    }

    fn compare(&mut self) {
        if self.expected.first_key_value().is_none_or(|(size, _)| *size > self.tree.size()) {
            return;
        }
        let root = self.tree.root();
        for checkpoint in self.expected.remove(&self.tree.size()).into_iter().flatten() {
            if checkpoint.root != root {
                let problem = format!("it states root {}, the log has {root}", checkpoint.root);
                self.findings.push(Finding { place: place(&checkpoint), code: code::LOG_ROOT, problem });
            }
        }
    }

    /// The tree over all leaves, and everything that is wrong.
    pub fn finish(mut self) -> (Tree, Vec<Finding>) {
        for checkpoint in self.expected.into_values().flatten() {
            let problem = format!("the log has {} leaves only", self.tree.size());
            self.findings.push(Finding { place: place(&checkpoint), code: code::LOG_SHORT, problem });
        }
        (self.tree, self.findings)
    }
}

pub(super) fn place(checkpoint: &Checkpoint) -> String {
    format!("checkpoint {} {}", checkpoint.agency, checkpoint.size)
}

/// The checkpoint in a note that one of its agency's keys signed.
pub(super) fn trusted(keys: &Keyring, note: &str) -> Result<Checkpoint, String> {
    let chain = |error: crate::log::CheckpointError| match std::error::Error::source(&error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    };
    let (checkpoint, signed) = Checkpoint::parse(note).map_err(chain)?;
    let candidates = keys.of(&checkpoint.agency);
    let mut last = format!("no key of {} is known", checkpoint.agency);
    for key in candidates {
        match signed.verify(&checkpoint.origin(), key) {
            Ok(()) => return Ok(checkpoint),
            Err(error) => last = error.to_string(),
        }
    }
    Err(last)
}
