//! Chunks and sealed bundles.

use std::sync::LazyLock;

use lintas_ledger::bundle::{BundleError, BundleManifest, BundleReader, BundleWriter, FeedRange};
use lintas_ledger::chunk::{Chunk, ChunkError, MAX_ENTRIES};
use lintas_ledger::keys::OpeningKey;
use lintas_ledger::log::{Checkpoint, Tree};
use lintas_ledger::verify::{self, code};
use lintas_ledger::{Entry, Hash32, Keyring, Signer};
use lintas_model::entropy::SeededEntropy;
use lintas_model::{AgencyCode, Timestamp};

use crate::sample::{agency, feed, sealed, signer};

fn partner() -> AgencyCode {
    AgencyCode::new("TH-DSI").unwrap()
}

fn opening_key() -> &'static OpeningKey {
    static KEY: LazyLock<OpeningKey> = LazyLock::new(|| OpeningKey::from_seed(&[6; 32]));
    &KEY
}

fn keys() -> Keyring {
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    keys
}

fn manifest(until: u64) -> BundleManifest {
    let mut tree = Tree::new();
    tree.extend(sealed(until).iter().map(Entry::hash));
    let checkpoint = Checkpoint { agency: agency(), size: tree.size(), root: tree.root() };
    BundleManifest {
        from: agency(),
        to: partner(),
        created_at: Timestamp::from_ymd(2017, 4, 1).unwrap(),
        feeds: vec![FeedRange { feed: feed(), generation: 0, from: 0, until }],
        checkpoints: vec![checkpoint.sign(&signer())],
        growth: Vec::new(),
    }
}

/// A bundle of these entries under this manifest, in chunks of `per_chunk`.
pub(crate) fn pack(manifest: &BundleManifest, entries: &[Entry], per_chunk: usize) -> Vec<u8> {
    let mut entropy = SeededEntropy::new(5);
    let mut writer =
        BundleWriter::start(Vec::new(), manifest, &signer(), opening_key().public(), &mut entropy).unwrap();
    for entries in entries.chunks(per_chunk) {
        let bytes: Vec<&[u8]> = entries.iter().map(Entry::as_bytes).collect();
        writer.chunk(&Chunk::pack(&bytes).unwrap()).unwrap();
    }
    writer.finish().unwrap()
}

pub(crate) fn small_bundle() -> Vec<u8> {
    pack(&manifest(5), &sealed(5), 2)
}

fn open(bytes: &[u8]) -> Result<BundleReader<&[u8]>, BundleError> {
    BundleReader::open(bytes, &partner(), opening_key(), &keys())
}

/// Everything in a bundle, or what stopped the reading.
fn read(bytes: &[u8]) -> Result<Vec<Vec<u8>>, BundleError> {
    let mut entries = Vec::new();
    for chunk in open(bytes)? {
        entries.extend(chunk?.entries().map(<[u8]>::to_vec));
    }
    Ok(entries)
}

#[test]
fn a_bundle_gives_back_what_was_packed() {
    let bundle = small_bundle();
    assert_eq!(open(&bundle).unwrap().manifest(), &manifest(5));
    let expected: Vec<Vec<u8>> = sealed(5).iter().map(Entry::encode).collect();
    assert_eq!(read(&bundle).unwrap(), expected);
    assert_eq!(verify::bundle(&keys(), open(&bundle).unwrap()), []);
    assert!(!bundle.windows(9).any(|window| window == b"ship lane"), "nothing can be read on the way");
}

#[test]
fn only_the_recipient_opens_a_bundle() {
    let bundle = small_bundle();
    let other = OpeningKey::from_seed(&[60; 32]);
    let opened = BundleReader::open(&bundle[..], &partner(), &other, &keys());
    assert!(matches!(opened.err(), Some(BundleError::OtherRecipient { .. })));
    let opened = BundleReader::open(&bundle[..], &agency(), opening_key(), &keys());
    assert!(matches!(opened.err(), Some(BundleError::OtherAgency(_))));
    let mut strangers = Keyring::new();
    strangers.add(agency(), Signer::from_seed(&[9; 32]).public().clone());
    let opened = BundleReader::open(&bundle[..], &partner(), opening_key(), &strangers);
    assert!(matches!(opened.err(), Some(BundleError::Sender(_))));
}

#[test]
fn a_bundle_that_was_cut_anywhere_is_never_read_to_its_end() {
    let bundle = small_bundle();
    for length in (0..bundle.len()).step_by(7).chain(bundle.len() - 90..bundle.len()) {
        assert!(read(&bundle[..length]).is_err(), "{length}");
    }
    assert!(matches!(read(&[&bundle[..], &[0]].concat()), Err(BundleError::Shape(_))));
}

#[test]
fn no_changed_byte_of_a_bundle_goes_unseen() {
    let bundle = small_bundle();
    for at in (0..bundle.len()).step_by(5) {
        let mut changed = bundle.clone();
        changed[at] ^= 0x10;
        assert!(read(&changed).is_err(), "{at}");
    }
}

#[test]
fn a_bundle_that_claims_to_be_huge_is_refused_before_it_is_read() {
    let mut bundle = small_bundle();
    let frame = 17 + 8 + 1120;
    bundle[frame + 1..frame + 5].copy_from_slice(&u32::MAX.to_be_bytes());
    assert!(matches!(read(&bundle), Err(BundleError::TooLarge(_))));
}

#[test]
fn a_bundle_with_other_entries_than_its_manifest_names_is_found_out() {
    let codes = |manifest: &BundleManifest, entries: &[Entry]| {
        let bundle = pack(manifest, entries, 2);
        let findings = verify::bundle(&keys(), open(&bundle).unwrap());
        findings.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    let entries = sealed(6);
    assert_eq!(codes(&manifest(6), &entries), [] as [&str; 0]);
    assert_eq!(codes(&manifest(6), &entries[..5]), [code::BUNDLE_RANGE]);
    assert_eq!(codes(&manifest(5), &entries), [code::BUNDLE_RANGE]);
    let mut without = entries.clone();
    without.remove(3);
    assert_eq!(codes(&manifest(6), &without), [code::GAP, code::BUNDLE_RANGE]);
    let altered = BundleManifest { checkpoints: vec!["no note".into()], ..manifest(6) };
    assert_eq!(codes(&altered, &entries), [code::CHECKPOINT]);
    let greedy = FeedRange { feed: feed(), generation: 0, from: 0, until: u64::MAX };
    assert_eq!(codes(&BundleManifest { feeds: vec![greedy], ..manifest(6) }, &entries), [code::BUNDLE_RANGE]);
}

#[test]
fn chunks_hold_their_entries_and_their_limits() {
    let entries: Vec<Vec<u8>> = sealed(600).iter().map(Entry::encode).collect();
    let chunks = Chunk::pack_all(&entries).unwrap();
    assert_eq!(chunks.iter().map(|chunk| chunk.entries().len()).collect::<Vec<_>>(), [256, 256, 88]);
    let again: Vec<Vec<u8>> = chunks
        .iter()
        .flat_map(|chunk| {
            let read = Chunk::decode_expected(chunk.as_bytes().to_vec(), chunk.hash()).unwrap();
            assert_eq!(&read, chunk);
            read.entries().map(<[u8]>::to_vec).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(again, entries);

    assert_eq!(Chunk::pack(&entries[..0]), Err(ChunkError::Count(0)));
    assert_eq!(Chunk::pack(&entries[..257]), Err(ChunkError::Count(257)));
    let many = [b"lintas chunk v1\n".to_vec(), vec![0; 4 * (MAX_ENTRIES + 1)]].concat();
    assert_eq!(Chunk::decode(many), Err(ChunkError::Count(257)));
    let bytes = chunks[2].as_bytes();
    assert!(matches!(
        Chunk::decode_expected(bytes.to_vec(), Hash32::ZERO),
        Err(ChunkError::OtherHash { .. })
    ));
    assert_eq!(Chunk::decode(bytes[..bytes.len() - 1].to_vec()), Err(ChunkError::Truncated(87)));
    assert_eq!(Chunk::decode(bytes[..16].to_vec()), Err(ChunkError::Count(0)));
    assert_eq!(Chunk::decode(b"lintas chunk v2\n".to_vec()), Err(ChunkError::NotAChunk));
    let huge = [b"lintas chunk v1\n".to_vec(), vec![0xff; 4]].concat();
    assert!(matches!(Chunk::decode(huge), Err(ChunkError::TooLarge { .. })));
    let large = vec![vec![0; 4 << 20]; 5];
    assert_eq!(Chunk::pack_all(&large).unwrap().len(), 2);
}
