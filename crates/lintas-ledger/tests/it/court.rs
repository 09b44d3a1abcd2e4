//! Court files: what can be checked by somebody who has no Lintas.

use std::collections::{BTreeMap, BTreeSet};

use lintas_ledger::bundle::FeedRange;
use lintas_ledger::court::{CourtStatement, CourtWriter, InLog};
use lintas_ledger::keys::Fingerprint;
use lintas_ledger::log::{Checkpoint, KeptLeaves, Note, cosign, inclusion, root_of};
use lintas_ledger::verify::{CourtChecked, code, court};
use lintas_ledger::{Chunk, Entry, Signer};
use lintas_model::{AgencyCode, Timestamp};

use crate::keys::{manifest, root};
use crate::sample::{agency, feed, sealed, signer};

fn at() -> Timestamp {
    Timestamp::from_ymd(2017, 5, 1).unwrap()
}

/// A whole feed, and once more a report of it with two fields disclosed, each with its place in the log.
pub(crate) fn small_court_file() -> Vec<u8> {
    let entries = sealed(5);
    let mut leaves = KeptLeaves::new(entries.iter().map(Entry::hash).collect());
    let size = leaves.size();
    let checkpoint = Checkpoint { agency: agency(), size, root: root_of(&mut leaves, size).unwrap() };
    let run = |from, until| FeedRange { feed: feed(), generation: 0, from, until };
    let statement = CourtStatement {
        agency: agency(),
        created_at: at(),
        about: "case 12/2017".to_owned(),
        keys: vec![manifest()],
        runs: vec![run(0, 5), run(1, 2)],
        checkpoints: vec![checkpoint.sign(&signer())],
    };
    let part = entries[1].disclose(&BTreeSet::from(["title".to_owned(), "language".to_owned()]));
    let mut writer = CourtWriter::start(Vec::new(), &statement, &signer()).unwrap();
    let order = [0, 1, 2, 3, 4, 1];
    let bytes: Vec<&[u8]> = entries.iter().map(Entry::as_bytes).chain([part.as_bytes()]).collect();
    for (entries, order) in bytes.chunks(4).zip(order.chunks(4)) {
        let in_log =
            |index: &u64| InLog { index: *index, path: inclusion(&mut leaves, *index, size).unwrap() };
        let proofs: Vec<_> = order.iter().map(in_log).map(Some).collect();
        writer.chunk(&Chunk::pack(entries).unwrap(), &proofs).unwrap();
    }
    writer.finish().unwrap()
}

pub(crate) fn confirmed() -> BTreeMap<AgencyCode, String> {
    BTreeMap::from([(agency(), Fingerprint::of(root().public().as_bytes()).words())])
}

fn codes(checked: &CourtChecked) -> Vec<&'static str> {
    checked.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_sound_court_file_has_no_finding() {
    let checked = court(&small_court_file(), &confirmed());
    assert_eq!((checked.findings, checked.entries, checked.in_log), (vec![], 6, 6));
}

#[test]
fn a_root_that_nobody_confirmed_is_a_finding() {
    let file = small_court_file();
    assert_eq!(codes(&court(&file, &BTreeMap::new())), [code::ROOT]);
    let other = Fingerprint::of(signer().public().as_bytes()).words();
    assert_eq!(codes(&court(&file, &BTreeMap::from([(agency(), other)]))), [code::ROOT]);
}

#[test]
fn no_changed_byte_of_a_court_file_goes_unseen() {
    let file = small_court_file();
    for at in (0..file.len()).step_by(5) {
        let mut changed = file.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(!court(&changed, &confirmed()).findings.is_empty(), "{at}");
    }
    for length in (0..file.len()).step_by(197) {
        assert!(!court(&file[..length], &confirmed()).findings.is_empty(), "{length}");
    }
}

#[test]
fn a_cosignature_is_counted_or_found_out() {
    let witness = Signer::from_seed(&[3; 32]);
    let entries = sealed(1);
    let checkpoint = Checkpoint { agency: agency(), size: 1, root: entries[0].hash() };
    let mut note = Note::parse(&checkpoint.sign(&signer())).unwrap();
    cosign(&mut note, &Checkpoint::origin_of(&agency()), &signer(), at()).unwrap();
    let statement = |checkpoint: String| CourtStatement {
        agency: agency(),
        created_at: at(),
        about: String::new(),
        keys: vec![manifest()],
        runs: Vec::new(),
        checkpoints: vec![checkpoint],
    };
    let written = |statement: &CourtStatement, signer: &Signer| {
        CourtWriter::start(Vec::new(), statement, signer).unwrap().finish().unwrap()
    };
    let checked = court(&written(&statement(note.to_string()), &signer()), &confirmed());
    assert_eq!((codes(&checked), checked.witnesses.get(&agency())), (vec![], Some(&1)));
    let checked = court(&written(&statement(note.to_string()), &witness), &confirmed());
    assert_eq!(codes(&checked), [code::COURT, code::COURT]);
}
