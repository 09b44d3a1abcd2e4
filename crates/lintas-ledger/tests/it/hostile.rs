//! Whatever a partner, a stick or a damaged disk brings: an error or a finding, never a panic.

use lintas_ledger::Keyring;
use lintas_ledger::bundle::BundleReader;
use lintas_ledger::chunk::Chunk;
use lintas_ledger::keys::{Fingerprint, KeyFile, OpeningKey, SealingKey};
use lintas_ledger::log::{Checkpoint, Note, TileId, Tree};
use lintas_ledger::verify::{FeedCheck, LogCheck};
use proptest::prelude::*;

use crate::sample::{agency, feed, sealed};

proptest! {
    #[test]
    fn texts_of_any_kind_do_no_harm(text in ".{0,200}", lines in "(lintas|\u{2014}|[a-z/:0-9 +=]|\n){0,80}") {
        for text in [text.as_str(), lines.as_str(), &format!("lintas key file v1\n{lines}"), &format!("tile/{lines}")] {
            if let Ok(note) = Note::parse(text) {
                prop_assert_eq!(note.to_string(), text);
            }
            let _ = Checkpoint::parse(text);
            let _ = text.parse::<KeyFile>();
            let _ = text.parse::<TileId>();
            let _ = text.parse::<SealingKey>();
            Fingerprint::of(b"a key").matches(text);
        }
    }

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Tree::decode(&bytes);
        let _ = Chunk::decode([&b"lintas chunk v1\n"[..], &bytes].concat());
        let keys = Keyring::new();
        let key = OpeningKey::from_seed(&[6; 32]);
        let start = [&b"lintas bundle v1\n"[..], &key.public().id().0, &[0; 1120]].concat();
        for bundle in [bytes.clone(), [start, bytes.clone()].concat()] {
            prop_assert!(BundleReader::open(&bundle[..], &agency(), &key, &keys).is_err());
        }
        let mut check = FeedCheck::from_middle(&keys, feed(), 0, u64::MAX);
        check.push(&[&bytes[..], &[], &bytes[..]]);
        prop_assert_eq!(check.finish().findings.len(), 3);
    }

    #[test]
    fn a_chunk_with_changed_bytes_gives_other_entries_or_an_error(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let entries: Vec<Vec<u8>> = sealed(4).iter().map(lintas_ledger::Entry::encode).collect();
        let chunk = Chunk::pack(&entries).unwrap();
        let mut bytes = chunk.as_bytes().to_vec();
        let at = at.index(bytes.len());
        let changed = bytes[at] != byte;
        bytes[at] = byte;
        prop_assert_eq!(Chunk::decode_expected(bytes, chunk.hash()).is_err(), changed);
    }
}

#[test]
fn many_strange_checkpoints_are_many_findings() {
    let notes = vec!["lintas/KH-CIB\n1\nAAAA\n\n\u{2014} x AAAAAAAAAAA=\n"; 50];
    let (_, findings) = LogCheck::new(&Keyring::new(), notes).finish();
    assert_eq!(findings.len(), 50);
}
