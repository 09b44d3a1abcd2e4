//! The frozen bytes: every version that was ever written stays readable, and today's program writes the same.
//!
//! To write files for a new version, run the tests with `LINTAS_WRITE_GOLDEN=1` and read the difference.

use std::collections::BTreeSet;
use std::path::PathBuf;

use lintas_ledger::bundle::BundleReader;
use lintas_ledger::chunk::Chunk;
use lintas_ledger::keys::{KeyFile, KeyRole, OpeningKey, verify_manifest};
use lintas_ledger::log::{Checkpoint, Tree};
use lintas_ledger::verify::{bundle as verify_bundle, feed as verify_feed};
use lintas_ledger::{Entry, FeedHead, Keyring, ReadBody, Signer, seal_signed};
use lintas_model::AgencyCode;
use lintas_model::entropy::SeededEntropy;

use crate::bundle::small_bundle;
use crate::court::{confirmed, small_court_file};
use crate::keys::{manifest, root};
use crate::sample::{agency, drafts, feed, sealed, signer};

/// The bytes kept in a file; they must be what today's program writes.
fn golden(name: &str, written: &[u8]) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("LINTAS_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(kept == written, "{name}: the frozen bytes changed; add a new version instead");
    kept
}

fn keys() -> Keyring {
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    keys
}

#[test]
fn entries_of_version_1_stay_readable() {
    let entries = sealed(5);
    let written: Vec<Vec<u8>> = entries.iter().map(Entry::encode).collect();
    let kept = Chunk::decode(golden("v1-chunk.bin", Chunk::pack(&written).unwrap().as_bytes())).unwrap();
    let kept: Vec<Vec<u8>> = kept.entries().map(<[u8]>::to_vec).collect();
    assert_eq!(verify_feed(&keys(), FeedHead::start(feed(), 0), kept.clone()).findings, []);
    for (bytes, draft) in kept.iter().zip(drafts(5)) {
        assert_eq!(Entry::decode(bytes).unwrap().body(), ReadBody::Whole(draft.body));
    }
}

#[test]
fn questions_and_answers_of_version_1_stay_readable() {
    let written: Vec<Vec<u8>> = crate::kinds::hits().iter().map(Entry::encode).collect();
    let kept = Chunk::decode(golden("v1-hits.bin", Chunk::pack(&written).unwrap().as_bytes())).unwrap();
    let kept: Vec<Entry> = kept.entries().map(|bytes| Entry::decode(bytes).unwrap()).collect();
    assert_eq!(kept.len(), 5);
    for (kept, today) in kept.iter().zip(crate::kinds::hits()) {
        assert_eq!(kept.body(), today.body());
    }
}

#[test]
fn what_version_1_withheld_and_erased_stays_so() {
    let report = &sealed(2)[1];
    let part = report.disclose(&BTreeSet::from(["language".to_owned(), "title".to_owned()]));
    let kept = Entry::decode(&golden("v1-withheld.bin", part.as_bytes())).unwrap();
    kept.check(signer().public()).unwrap();
    assert_eq!(kept.field_names(), ["language", "title"]);
    let kept = Entry::decode(&golden("v1-erased.bin", report.without_body().as_bytes())).unwrap();
    kept.check(signer().public()).unwrap();
    assert_eq!(kept.body(), ReadBody::Erased);
}

#[test]
fn signatures_of_officers_of_version_1_stay_valid() {
    let officer = Signer::from_seed(&[8; 32]);
    let mut entropy = SeededEntropy::new(1);
    let head = FeedHead::start(feed(), 0);
    let entry = seal_signed(head, drafts(1), &signer(), Some(&officer), &mut entropy).unwrap().0.remove(0);
    let kept = Entry::decode(&golden("v1-officer.bin", entry.as_bytes())).unwrap();
    kept.check(signer().public()).unwrap();
    kept.check_officer(officer.public()).unwrap();
}

#[test]
fn releases_that_officers_signed_in_version_1_stay_signed() {
    let written: Vec<Vec<u8>> = crate::officers::signed_feed().iter().map(Entry::encode).collect();
    let kept = Chunk::decode(golden("v1-assertions.bin", Chunk::pack(&written).unwrap().as_bytes())).unwrap();
    let kept: Vec<Vec<u8>> = kept.entries().map(<[u8]>::to_vec).collect();
    let checked = verify_feed(&keys(), FeedHead::start(feed(), 0), kept);
    assert_eq!((checked.assertions, checked.findings), (2, vec![]));
}

#[test]
fn checkpoints_of_version_1_stay_valid() {
    let mut tree = Tree::new();
    tree.extend(sealed(5).iter().map(Entry::hash));
    golden("v1-tree.bin", &tree.encode());
    let checkpoint = Checkpoint { agency: agency(), size: tree.size(), root: tree.root() };
    let kept = golden("v1-checkpoint.txt", checkpoint.sign(&signer()).as_bytes());
    let kept = String::from_utf8(kept).unwrap();
    assert_eq!(Checkpoint::verify(&kept, signer().public()), Ok(checkpoint));
}

#[test]
fn bundles_of_version_1_stay_readable() {
    let kept = golden("v1-bundle.bin", &small_bundle());
    let partner = AgencyCode::new("TH-DSI").unwrap();
    let opened = BundleReader::open(&kept[..], &partner, &OpeningKey::from_seed(&[6; 32]), &keys()).unwrap();
    assert_eq!(verify_bundle(&keys(), opened), []);
}

#[test]
fn court_files_of_version_1_stay_sound() {
    let kept = golden("v1-court.bin", &small_court_file());
    assert_eq!(lintas_ledger::verify::court(&kept, &confirmed()).findings, []);
}

#[test]
fn key_files_and_manifests_of_version_1_stay_readable() {
    let kept = golden("v1-key.txt", KeyFile::signing(KeyRole::Root, agency(), &root()).to_text().as_bytes());
    let kept: KeyFile = String::from_utf8(kept).unwrap().parse().unwrap();
    assert_eq!(kept.signer(KeyRole::Root).unwrap().public(), root().public());
    let manifest = manifest();
    golden("v1-manifest-signature.txt", manifest.root_signature.as_bytes());
    verify_manifest(&manifest, Some(root().public())).unwrap();
}
