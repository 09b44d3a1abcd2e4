//! The check of a court file, from the roots that whoever checks has confirmed, down to each field.
//!
//! `verify/lintas_verify.py` takes the same steps in the same order; the tests hold the two against each other.

use std::collections::BTreeMap;

use lintas_model::AgencyCode;

use super::log::{place, trusted};
use super::{FeedCheck, Finding, code, disclosed};
use crate::Entry;
use crate::court::{CourtFile, CourtStatement, InLog};
use crate::keys::{Fingerprint, Keyring, VerifyingKey, verify_manifest};
use crate::log::{Checkpoint, cosigned, verify_inclusion};

/// What the check of a court file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourtChecked {
    /// What the file says of itself, if so much could be read.
    pub statement: Option<CourtStatement>,
    /// How many entries it holds.
    pub entries: u64,
    /// How many of them are proved to stand in their agency's log.
    pub in_log: u64,
    /// How many of them an officer signed with a key that the file holds.
    pub assertions: u64,
    /// Who cosigned a checkpoint in it, and how often.
    pub witnesses: BTreeMap<AgencyCode, u64>,
    /// Everything that is wrong.
    pub findings: Vec<Finding>,
}

/// Checks a court file. `roots` are the fingerprints of root keys, in words or in hexadecimal digits, that whoever checks
/// has from the agencies themselves; a root that is not among them is a finding, for the file alone proves only that it
/// agrees with itself.
pub fn court(bytes: &[u8], roots: &BTreeMap<AgencyCode, String>) -> CourtChecked {
    let mut checked = CourtChecked {
        statement: None,
        entries: 0,
        in_log: 0,
        assertions: 0,
        witnesses: BTreeMap::new(),
        findings: Vec::new(),
    };
    let mut found = |place: &str, code, problem: String| {
        checked.findings.push(Finding { place: place.to_owned(), code, problem });
    };
    let mut file = match CourtFile::open(bytes) {
        Ok(file) => file,
        Err(why) => {
            found("court file", code::COURT, why.to_string());
            return checked;
        }
    };
    let statement = file.statement().clone();
    let keys = ring(&statement, roots, &mut checked.findings);
    let makers = keys.of(&statement.agency);
    let mut found = |place: &str, code, problem: String| {
        checked.findings.push(Finding { place: place.to_owned(), code, problem });
    };
    if !file.is_signed(makers) {
        found("court file", code::COURT, format!("no key of {} signed its statement", statement.agency));
    }
    let mut entries: Vec<(Vec<u8>, Option<InLog>)> = Vec::new();
    loop {
        match file.next_part() {
            Ok(Some(part)) => entries.extend(part),
            Ok(None) if file.is_ended(makers) => break,
            Ok(None) => {
                found("court file", code::COURT, format!("no key of {} signed its end", statement.agency));
                break;
            }
            Err(why) => {
                found("court file", code::COURT, why.to_string());
                break;
            }
        }
    }
    let checkpoints = checkpoints(&statement, &keys, &mut checked);
    runs(&statement, &keys, &entries, &mut checked);
    for (bytes, proof) in &entries {
        let Ok(entry) = Entry::decode_without_body(bytes) else { continue };
        let checkpoint = checkpoints.get(&entry.header().feed.agency);
        let proved = match (checkpoint, proof) {
            (Some(Checkpoint { size, root, .. }), Some(InLog { index, path })) => {
                verify_inclusion(&entry.hash(), *index, *size, path, root)
            }
            (None, None) => continue,
            _ => false,
        };
        if proved {
            checked.in_log += 1;
        } else {
            let problem = "it is not proved to stand in the log of its agency".to_owned();
            checked.findings.push(Finding { place: entry.place(), code: code::LOG_LEAF, problem });
        }
    }
    for (bytes, _) in &entries {
        if let Ok(entry) = Entry::decode(bytes) {
            checked.findings.extend(disclosed(&keys, &entry));
        }
    }
    checked.entries = entries.len() as u64;
    checked.statement = Some(statement);
    checked
}

/// The keys in the file that their roots signed; roots that nobody confirmed are found, and their keys used all the same, so
/// that one fault does not hide the others.
fn ring(
    statement: &CourtStatement,
    roots: &BTreeMap<AgencyCode, String>,
    findings: &mut Vec<Finding>,
) -> Keyring {
    let mut keys = Keyring::new();
    for manifest in &statement.keys {
        let place = format!("keys of {}", manifest.agency);
        let key: VerifyingKey = match verify_manifest(manifest, None) {
            Ok(key) => key,
            Err(why) => {
                findings.push(Finding { place, code: code::MANIFEST, problem: why.to_string() });
                continue;
            }
        };
        let root = Fingerprint::of(&hex::decode(&manifest.root_key).unwrap_or_default());
        let problem = match roots.get(&manifest.agency) {
            Some(words) if root.matches(words) => None,
            Some(_) => Some(format!("its root key is {root}, another one was confirmed")),
            None => Some(format!("its root key is {root}; nobody has confirmed it")),
        };
        findings.extend(problem.map(|problem| Finding { place, code: code::ROOT, problem }));
        keys.add(manifest.agency.clone(), key);
    }
    keys
}

/// The largest sound checkpoint of each agency.
fn checkpoints(
    statement: &CourtStatement,
    keys: &Keyring,
    checked: &mut CourtChecked,
) -> BTreeMap<AgencyCode, Checkpoint> {
    let mut largest: BTreeMap<AgencyCode, Checkpoint> = BTreeMap::new();
    let mut roots: BTreeMap<(AgencyCode, u64), crate::Hash32> = BTreeMap::new();
    for (number, text) in statement.checkpoints.iter().enumerate() {
        let checkpoint = match trusted(keys, text) {
            Ok(checkpoint) => checkpoint,
            Err(problem) => {
                let place = format!("checkpoint {number}");
                checked.findings.push(Finding { place, code: code::CHECKPOINT, problem });
                continue;
            }
        };
        let same = roots.entry((checkpoint.agency.clone(), checkpoint.size)).or_insert(checkpoint.root);
        if *same != checkpoint.root {
            let problem = format!("it states root {}, another one states {same}", checkpoint.root);
            checked.findings.push(Finding { place: place(&checkpoint), code: code::LOG_ROOT, problem });
        }
        witnessed(text, &checkpoint, statement, keys, checked);
        match largest.get(&checkpoint.agency) {
            Some(known) if known.size >= checkpoint.size => {}
            _ => drop(largest.insert(checkpoint.agency.clone(), checkpoint)),
        }
    }
    largest
}

fn witnessed(
    text: &str,
    checkpoint: &Checkpoint,
    statement: &CourtStatement,
    keys: &Keyring,
    checked: &mut CourtChecked,
) {
    let Ok((_, note)) = Checkpoint::parse(text) else { return };
    let agencies: std::collections::BTreeSet<&AgencyCode> =
        statement.keys.iter().map(|manifest| &manifest.agency).collect();
    for agency in agencies {
        let name = Checkpoint::origin_of(agency);
        let mut seen = false;
        for key in keys.of(agency) {
            match cosigned(&note, &name, key) {
                Ok(at) => seen |= at.is_some(),
                Err(why) => checked.findings.push(Finding {
                    place: place(checkpoint),
                    code: code::COSIGNATURE,
                    problem: why.to_string(),
                }),
            }
        }
        if seen {
            *checked.witnesses.entry(agency.clone()).or_default() += 1;
        }
    }
}

/// Follows each run of the statement through the entries.
fn runs(
    statement: &CourtStatement,
    keys: &Keyring,
    entries: &[(Vec<u8>, Option<InLog>)],
    into: &mut CourtChecked,
) {
    let findings = &mut into.findings;
    let mut rest = entries;
    for run in &statement.runs {
        let wanted = run.until.saturating_sub(run.from);
        let n_here = usize::try_from(wanted).unwrap_or(usize::MAX).min(rest.len());
        let (here, after) = rest.split_at(n_here);
        rest = after;
        let mut check = FeedCheck::from_middle(keys, run.feed.clone(), run.generation, run.from);
        check.push(&here.iter().map(|(bytes, _)| bytes.as_slice()).collect::<Vec<_>>());
        let followed = check.finish();
        into.assertions += followed.assertions;
        findings.extend(followed.findings);
        let missing = wanted - n_here as u64;
        if missing > 0 {
            let problem = format!("{missing} entries of feed {} are not in it", run.feed);
            findings.push(Finding { place: "court file".to_owned(), code: code::BUNDLE_RANGE, problem });
        }
    }
    if !rest.is_empty() {
        let problem = format!("{} entries in it are not named in its statement", rest.len());
        findings.push(Finding { place: "court file".to_owned(), code: code::BUNDLE_RANGE, problem });
    }
}
