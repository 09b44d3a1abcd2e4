//! The laws of the header's encoding.

use proptest::prelude::*;

use lintas_model::grade::Scheme;
use lintas_model::handling::{Handling, Purpose};
use lintas_model::{
    AgencyCode, AudienceId, Grade, Marking, ObjectId, OfficerId, RecordId, ReleaseId, Timestamp,
};
use uuid::Uuid;

use super::marking::{ACTIONS, CODES, ONWARDS, PURPOSES, SCHEMES, TLPS, USES};
use super::{MAX_SEQUENCE, SUITE, VERSION, decode_header, encode_header};
use crate::{FeedId, Hash32, Header, KeyId};

fn handling() -> impl Strategy<Value = Handling> {
    let rules = (0..TLPS.len(), 0..USES.len(), 0..ONWARDS.len(), 0..ACTIONS.len());
    let sets = (
        proptest::sample::subsequence(CODES.to_vec(), 0..=CODES.len()),
        proptest::sample::subsequence(PURPOSES.to_vec(), 0..=PURPOSES.len()),
    );
    (rules, sets, any::<bool>(), proptest::option::of(any::<i64>())).prop_map(
        |((tlp, use_rule, onward, action), (codes, purposes), sanitise_first, expires_at)| Handling {
            codes: codes.into_iter().collect(),
            tlp: TLPS[tlp],
            purposes: purposes.into_iter().collect(),
            use_rule: USES[use_rule],
            onward: ONWARDS[onward],
            action: ACTIONS[action],
            sanitise_first,
            expires_at: expires_at.map(Timestamp::from_millis),
        },
    )
}

fn grade() -> impl Strategy<Value = Option<Grade>> {
    proptest::option::of((0..SCHEMES.len(), 0usize..6, 0usize..6)).prop_map(|choice| {
        let (scheme, source, information) = choice?;
        let scheme = SCHEMES[scheme];
        let source = scheme.sources().chars().nth(source)?;
        Grade::new(scheme, source, scheme.information().chars().nth(information)?).ok()
    })
}

fn header() -> impl Strategy<Value = Header> {
    let ids = any::<[u128; 4]>();
    let numbers = (any::<u32>(), 0..=MAX_SEQUENCE, any::<u16>(), any::<u16>(), any::<i64>());
    let hashes = (any::<[u8; 32]>(), any::<[u8; 32]>(), any::<[u8; 16]>(), any::<[u8; 8]>());
    let optional = (
        proptest::option::of("[^\u{0}]{0,60}"),
        proptest::option::of(any::<u128>()),
        proptest::option::of(any::<u128>()),
    );
    let words = ("[A-Z][A-Z0-9-]{1,15}", "[a-z_]{0,40}", 0..PURPOSES.len(), grade());
    (ids, numbers, hashes, optional, words, handling()).prop_map(
        |(ids, numbers, hashes, optional, (agency, kind, purpose, grade), handling)| Header {
            version: VERSION,
            suite: SUITE,
            feed: FeedId {
                agency: AgencyCode::new(&agency).unwrap(),
                audience: AudienceId::from_uuid(Uuid::from_u128(ids[0])),
            },
            generation: numbers.0,
            sequence: numbers.1,
            previous: Hash32(hashes.0),
            record: RecordId::from_uuid(Uuid::from_u128(ids[1])),
            object: ObjectId::from_uuid(Uuid::from_u128(ids[2])),
            kind,
            schema: numbers.2,
            author: OfficerId::from_uuid(Uuid::from_u128(ids[3])),
            node_key: KeyId(hashes.3),
            at: Timestamp::from_millis(numbers.4),
            marking: Marking { grade, handling },
            purpose: PURPOSES[purpose],
            legal_basis: optional.0,
            release: optional.1.map(|id| ReleaseId::from_uuid(Uuid::from_u128(id))),
            supersedes: optional.2.map(|id| RecordId::from_uuid(Uuid::from_u128(id))),
            commitments: Hash32(hashes.1),
            fields: numbers.3,
            random: hashes.2,
            not_understood: Vec::new(),
        },
    )
}

proptest! {
    #[test]
    fn every_header_reads_back_and_is_deterministic_cbor(header in header()) {
        let bytes = encode_header(&header);
        prop_assert_eq!(crate::cbor::check(&bytes), Ok(()));
        prop_assert_eq!(decode_header(&bytes), Ok(header));
    }

    #[test]
    fn a_changed_header_is_refused_or_not_understood_or_has_one_spelling(
        header in header(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = encode_header(&header);
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(read) = decode_header(&bytes) {
            prop_assert_eq!(crate::cbor::check(&bytes), Ok(()));
            if read.not_understood.is_empty() {
                prop_assert_eq!(encode_header(&read), bytes);
            }
        }
    }
}

#[test]
fn every_word_of_the_model_has_its_number() {
    assert_eq!(PURPOSES, Purpose::ALL);
    for scheme in Scheme::ALL {
        assert!(SCHEMES.contains(&scheme));
    }
}
