//! Feeds: sealing in groups, and a check that lists every finding.

use lintas_ledger::verify::{FeedCheck, code, feed as verify_feed};
use lintas_ledger::{Entry, FeedHead, FeedId, Keyring, Signer, seal};
use lintas_model::AudienceId;
use lintas_model::entropy::SeededEntropy;
use proptest::prelude::*;
use uuid::Uuid;

use crate::sample::{agency, drafts, feed, report, sealed, signer};

fn keys() -> Keyring {
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    keys
}

fn bytes(entries: &[Entry]) -> Vec<Vec<u8>> {
    entries.iter().map(Entry::encode).collect()
}

/// Places and codes of all findings in a whole feed.
fn findings(entries: Vec<Vec<u8>>) -> Vec<(String, &'static str)> {
    let checked = verify_feed(&keys(), FeedHead::start(feed(), 0), entries);
    let sequence = |place: String| place.rsplit(' ').next().unwrap_or_default().to_owned();
    checked.findings.into_iter().map(|finding| (sequence(finding.place), finding.code)).collect()
}

fn at(sequence: u64, code: &'static str) -> (String, &'static str) {
    (format!("0:{sequence}"), code)
}

#[test]
fn a_sound_feed_has_no_finding() {
    let entries = sealed(2500);
    let checked = verify_feed(&keys(), FeedHead::start(feed(), 0), bytes(&entries));
    assert_eq!(checked.findings, []);
    assert_eq!(checked.entries, 2500);
    assert_eq!((checked.head.next_sequence, checked.head.previous), (2500, entries[2499].hash()));
}

#[test]
fn every_fault_is_listed_and_none_hides_another() {
    let mut entries = bytes(&sealed(40));
    let last = entries[3].len() - 1;
    entries[3][last] ^= 1; // a body
    entries[10] = vec![0xff; 20]; // no entry at all
    entries[30][5] ^= 0x40; // a header
    entries.swap(20, 21);
    let duplicate = entries[25].clone();
    entries.insert(26, duplicate);
    let found = findings(entries);
    for expected in [
        at(3, code::COMMITMENTS),
        at(10, code::ENTRY_ENCODING),
        at(21, code::GAP),
        at(20, code::GAP),
        at(25, code::GAP),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert!(found.iter().any(|(place, _)| place.starts_with("0:30")), "{found:?}");
}

#[test]
fn a_forged_number_does_not_drown_the_findings_that_follow() {
    let mut entries = bytes(&sealed(20));
    let place = entries[5].windows(4).position(|window| window == [5, 0, 6, 5]).unwrap();
    entries[5][place + 3] = 17;
    let last = entries[9].len() - 1;
    entries[9][last] ^= 1;
    assert_eq!(findings(entries), [at(17, code::SIGNATURE), at(5, code::GAP), at(9, code::COMMITMENTS)]);
}

#[test]
fn a_missing_record_is_one_finding() {
    let mut entries = bytes(&sealed(9));
    entries.remove(4);
    assert_eq!(findings(entries), [at(5, code::GAP)]);
}

#[test]
fn a_forked_feed_is_seen() {
    let entries = sealed(6);
    let head = FeedHead { next_sequence: 3, previous: entries[1].hash(), ..FeedHead::start(feed(), 0) };
    let fork = seal(head, vec![report(3)], &signer(), &mut SeededEntropy::new(9)).unwrap().0;
    let mut mixed = bytes(&entries);
    mixed[3] = fork[0].encode();
    assert_eq!(findings(mixed), [at(3, code::CHAIN), at(4, code::CHAIN)]);
}

#[test]
fn a_strange_key_a_strange_feed_and_a_strange_beginning_are_seen() {
    let stranger = Signer::from_seed(&[9; 32]);
    let head = FeedHead::start(feed(), 0);
    let forged = seal(head, drafts(3), &stranger, &mut SeededEntropy::new(2)).unwrap().0;
    assert_eq!(findings(bytes(&forged)), (0..3).map(|n| at(n, code::UNKNOWN_KEY)).collect::<Vec<_>>());

    let elsewhere = FeedId { agency: agency(), audience: AudienceId::from_uuid(Uuid::from_u128(0xA1)) };
    let checked = verify_feed(&keys(), FeedHead::start(elsewhere, 0), bytes(&sealed(2)));
    assert!(checked.findings.iter().all(|finding| finding.code == code::OTHER_FEED));
    assert_eq!(checked.findings.len(), 2);

    let checked = verify_feed(&keys(), FeedHead::start(feed(), 1), bytes(&sealed(1)));
    assert_eq!(checked.findings[0].code, code::OTHER_GENERATION);

    let head = FeedHead::start(feed(), 0);
    let headless = seal(head, vec![report(0)], &signer(), &mut SeededEntropy::new(2)).unwrap().0;
    assert_eq!(findings(bytes(&headless)), [at(0, code::NO_AUDIENCE)]);
}

#[test]
fn a_feed_can_be_followed_from_its_middle_and_in_batches() {
    let entries = sealed(12);
    let keys = keys();
    let mut check = FeedCheck::from_middle(&keys, feed(), 0, 5);
    let hashes = check.push(&bytes(&entries[5..8]));
    assert_eq!(hashes, entries[5..8].iter().map(|entry| Some(entry.hash())).collect::<Vec<_>>());
    check.push(&bytes(&entries[8..]));
    let checked = check.finish();
    assert_eq!((checked.findings.len(), checked.head.next_sequence), (0, 12));
}

#[test]
fn erased_and_withheld_bodies_are_no_findings() {
    let entries = sealed(6);
    let mixed = entries
        .iter()
        .map(|entry| match entry.header().sequence % 3 {
            0 => entry.without_body().encode(),
            1 => entry.disclose(&std::collections::BTreeSet::from(["title".to_owned()])).encode(),
            _ => entry.encode(),
        })
        .collect();
    assert_eq!(findings(mixed), []);
}

#[test]
fn the_signature_of_the_officer_stands_under_that_of_the_node() {
    let officer = Signer::from_seed(&[8; 32]);
    let head = FeedHead::start(feed(), 0);
    let mut entropy = SeededEntropy::new(1);
    let entry = lintas_ledger::seal_signed(head, drafts(1), &signer(), Some(&officer), &mut entropy)
        .unwrap()
        .0
        .remove(0);
    let entry = Entry::decode(&entry.encode()).unwrap();
    entry.check(signer().public()).unwrap();
    entry.check_officer(officer.public()).unwrap();
    assert_eq!(entry.check_officer(signer().public()).unwrap_err().code, code::OFFICER_SIGNATURE);
    // Taking the officer's signature away breaks the node's.
    let signature = *entry.officer_signature().unwrap();
    let bytes = entry.encode();
    let place = bytes.windows(64).position(|window| window == signature).unwrap();
    let stripped = [&bytes[..place - 2], &[0xf6], &bytes[place + 64..]].concat();
    let stripped = Entry::decode(&stripped).unwrap();
    assert_eq!(stripped.check(signer().public()).unwrap_err().code, code::SIGNATURE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn sealing_in_groups_equals_sealing_one_by_one(count in 1u64..60, cuts in proptest::collection::vec(0usize..60, 0..5)) {
        let whole = sealed(count);
        let mut head = FeedHead::start(feed(), 0);
        let mut entropy = SeededEntropy::new(1);
        let mut parts = Vec::new();
        let mut group = Vec::new();
        for (place, draft) in drafts(count).into_iter().enumerate() {
            group.push(draft);
            if cuts.contains(&place) || place + 1 == count as usize {
                let (entries, next) = seal(head, std::mem::take(&mut group), &signer(), &mut entropy).unwrap();
                parts.extend(entries);
                head = next;
            }
        }
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn any_one_changed_byte_in_a_feed_is_a_finding(entry in 0usize..8, at in any::<prop::sample::Index>(), flip in 1u8..) {
        let mut entries = bytes(&sealed(8));
        let at = at.index(entries[entry].len());
        entries[entry][at] ^= flip;
        prop_assert!(!findings(entries).is_empty());
    }
}
