//! Records of a newer program: their place in the feed is checked, their content is for nobody's eyes here.
//!
//! The bytes are built by hand from the description of version 1, which keeps that description honest.

use lintas_ledger::log::leaf_hash;
use lintas_ledger::verify::feed as verify_feed;
use lintas_ledger::{Entry, FeedHead, Keyring, ReadBody, Refused};
use lintas_model::handling::{OnwardRule, Tlp};

use crate::sample::{agency, feed, sealed, signer};

/// The entry with its header changed and signed again.
fn resigned(entry: &Entry, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let old = entry.header_bytes();
    let header = change(old.to_vec());
    let hash = leaf_hash(&header);
    let signature = signer().sign(&[b"lintas/record/v1\0", &hash.0[..]].concat());
    let bytes = entry.as_bytes();
    let header_ends = bytes.windows(old.len()).position(|window| window == old).unwrap() + old.len();
    let head = match header.len() {
        length @ 24..=255 => vec![0x84, 0x58, length as u8],
        length => vec![0x84, 0x59, (length >> 8) as u8, length as u8],
    };
    [&head[..], &header, &[0x58, 64], &signature[..], &bytes[header_ends + 2 + 64..]].concat()
}

fn replaced(bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("the bytes to replace");
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

fn accepted(bytes: &[u8]) -> Entry {
    let entry = Entry::decode(bytes).unwrap();
    entry.check(signer().public()).unwrap();
    assert_eq!(entry.encode(), bytes);
    entry
}

fn report() -> Entry {
    sealed(2).remove(1)
}

#[test]
fn signing_a_header_by_hand_gives_the_same_entry() {
    assert_eq!(resigned(&report(), |header| header), report().encode());
}

#[test]
fn an_unknown_kind_is_kept_and_not_read() {
    let entry = accepted(&resigned(&report(), |h| replaced(h, b"\x66report", b"\x66dowser")));
    assert_eq!((entry.header().kind.as_str(), entry.header().known_kind()), ("dowser", None));
    assert!(matches!(entry.body(), ReadBody::Unreadable { why } if why.contains("dowser")));
}

#[test]
fn an_unknown_handling_code_means_nobody() {
    // Handling of the sample: codes [H1, H2], amber, purposes [investigation], then the four rules.
    let handling = [0x10, 0xa6, 1, 0x82, 1, 2, 2, 2, 3, 0x81, 0, 4, 0, 5, 0, 6, 0];
    for (place, strange) in [(5, 9), (7, 9), (14, 9)] {
        let mut other = handling;
        other[place] = strange;
        let entry = accepted(&resigned(&report(), |h| replaced(h, &handling, &other)));
        assert_eq!(entry.header().not_understood.len(), 1, "{:?}", entry.header().not_understood);
        assert!(matches!(entry.body(), ReadBody::Unreadable { .. }));
    }
    let mut other = handling;
    (other[7], other[14]) = (9, 9);
    let marking = accepted(&resigned(&report(), |h| replaced(h, &handling, &other))).header().marking.clone();
    assert_eq!((marking.handling.tlp, marking.handling.onward), (Tlp::Red, OnwardRule::Never));
}

#[test]
fn an_unknown_key_in_the_header_makes_the_body_unreadable() {
    let entry = accepted(&resigned(&report(), |mut header| {
        header[0] += 1;
        header.extend_from_slice(&[0x18, 40, 0x63, b'n', b'e', b'w']);
        header
    }));
    assert_eq!(entry.header().not_understood, ["header 40"]);
    assert!(matches!(entry.body(), ReadBody::Unreadable { .. }));
}

#[test]
fn a_newer_record_does_not_stop_a_feed() {
    let mut entries: Vec<Vec<u8>> = sealed(3).iter().map(Entry::encode).collect();
    entries[2] = resigned(&sealed(3)[2], |h| replaced(h, b"\x69statement", b"\x69statemant"));
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    assert_eq!(verify_feed(&keys, FeedHead::start(feed(), 0), entries).findings, []);
}

#[test]
fn a_header_in_another_order_or_version_is_refused() {
    let refused =
        |change: &dyn Fn(Vec<u8>) -> Vec<u8>| Entry::decode(&resigned(&report(), change)).unwrap_err();
    assert_eq!(refused(&|h| replaced(h, &[1, 1, 2, 1], &[1, 2, 2, 1])), Refused::Version(2));
    assert_eq!(refused(&|h| replaced(h, &[1, 1, 2, 1], &[1, 1, 2, 2])), Refused::Suite(2));
    assert!(matches!(refused(&|h| replaced(h, &[1, 1, 2, 1], &[2, 1, 1, 1])), Refused::Missing(_)));
    assert!(matches!(refused(&|h| replaced(h, &[1, 1, 2, 1], &[1, 1, 1, 1])), Refused::Encoding(_)));
    assert!(matches!(refused(&|h| replaced(h, &[0x82, 1, 2], &[0x82, 2, 1])), Refused::Encoding(_)));
    assert!(matches!(refused(&|h| replaced(h, &[0x82, 1, 2], &[0x82, 1, 1])), Refused::Encoding(_)));
    assert!(matches!(refused(&|h| replaced(h, b"\x66KH-CIB", b"\x66kh-cib")), Refused::Encoding(_)));
    assert!(matches!(refused(&|h| [&h[..], &[0]].concat()), Refused::Encoding(_)));
}
