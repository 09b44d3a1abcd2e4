//! One record has one spelling, and no changed byte goes unseen.

use lintas_ledger::{Entry, ReadBody, Refused};
use lintas_model::record::{Note, Report};
use lintas_model::{Body, CaseId};
use proptest::prelude::*;
use uuid::Uuid;

use crate::sample::{draft, feed, sealed, signer};

#[test]
fn no_changed_byte_goes_unseen() {
    for entry in sealed(3) {
        let bytes = entry.encode();
        for at in 0..bytes.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[at] ^= flip;
                let seen = match Entry::decode(&changed) {
                    Err(_) => true,
                    Ok(entry) => entry.check(signer().public()).is_err(),
                };
                assert!(seen, "byte {at} of {} with {flip:#x}", entry.place());
            }
        }
    }
}

#[test]
fn an_entry_that_is_cut_or_lengthened_is_refused() {
    let bytes = sealed(2)[1].encode();
    for length in 0..bytes.len() {
        assert!(Entry::decode(&bytes[..length]).is_err(), "{length}");
    }
    assert!(Entry::decode(&[&bytes[..], &[0]].concat()).is_err());
    assert!(matches!(Entry::decode(&vec![0; 5 << 20]), Err(Refused::TooLarge { part: "entry", .. })));
}

#[test]
fn a_spoilt_body_does_not_take_the_header_with_it() {
    let entry = &sealed(2)[1];
    let mut bytes = entry.encode();
    *bytes.last_mut().unwrap() = 0xff;
    assert!(matches!(Entry::decode(&bytes), Err(Refused::Body(_))));
    let shell = Entry::decode_without_body(&bytes).unwrap();
    assert_eq!((shell.hash(), shell.body()), (entry.hash(), ReadBody::Erased));
    shell.check(signer().public()).unwrap();
}

#[test]
fn a_draft_too_large_for_the_format_is_refused_whole() {
    use lintas_ledger::{FeedHead, SealError, seal};
    let note = Note { case: CaseId::from_uuid(Uuid::nil()), text: "x".repeat(5 << 20) };
    let drafts = vec![draft(0, note.clone()), draft(1, note)];
    let head = FeedHead::start(feed(), 0);
    let error = seal(head, drafts, &signer(), &mut lintas_model::entropy::SeededEntropy::new(1)).unwrap_err();
    assert!(matches!(error, SealError::TooLarge { draft: 0, .. }), "{error}");
}

fn report() -> impl Strategy<Value = Body> {
    (".{0,60}", ".{0,400}", proptest::option::of(".{0,9}"), proptest::option::of(any::<u128>())).prop_map(
        |(title, text, source_reference, case)| {
            Report {
                title,
                text,
                language: None,
                occurred: None,
                source_reference,
                case: case.map(|id| CaseId::from_uuid(Uuid::from_u128(id))),
                import: None,
            }
            .into()
        },
    )
}

fn seal_one(body: Body, seed: u64) -> Entry {
    let head = lintas_ledger::FeedHead::start(feed(), 0);
    let mut entropy = lintas_model::entropy::SeededEntropy::new(seed);
    lintas_ledger::seal(head, vec![draft(0, body)], &signer(), &mut entropy).unwrap().0.remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_sealed_reads_back_and_encodes_the_same(body in report(), seed in any::<u64>()) {
        let entry = seal_one(body.clone(), seed);
        let received = Entry::decode(entry.as_bytes()).unwrap();
        prop_assert_eq!(received.as_bytes(), entry.as_bytes());
        prop_assert_eq!(received.body(), ReadBody::Whole(body));
        prop_assert_eq!(&received, &entry);
        prop_assert!(received.check(signer().public()).is_ok());
    }

    #[test]
    fn redact_then_verify_always_passes(body in report(), seed in any::<u64>(), keep in any::<u8>()) {
        let entry = seal_one(body, seed);
        let names = entry.field_names();
        let kept = |bits: u8| names.iter().enumerate()
            .filter(|(place, _)| bits >> place & 1 == 1).map(|(_, name)| name.clone()).collect();
        let part = entry.disclose(&kept(keep));
        prop_assert!(part.check(signer().public()).is_ok());
        prop_assert_eq!(Entry::decode(part.as_bytes()).unwrap(), part.clone());
        prop_assert_eq!(part.hash(), entry.hash());
        // Disclosing again can only narrow.
        let again = part.disclose(&kept(keep >> 1 | 1));
        prop_assert!(again.field_names().iter().all(|name| part.field_names().contains(name)));
        prop_assert!(again.check(signer().public()).is_ok());
        prop_assert!(part.without_body().check(signer().public()).is_ok());
    }

    #[test]
    fn mutated_entries_are_refused_or_keep_their_spelling(
        seed in any::<u64>(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = seal_one(Note { case: CaseId::from_uuid(Uuid::nil()), text: "…".into() }.into(), seed).into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(entry) = Entry::decode(&bytes) {
            prop_assert_eq!(entry.encode(), bytes);
            entry.body();
            entry.disclose(&std::collections::BTreeSet::new());
        }
    }

    #[test]
    fn random_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Entry::decode(&bytes).is_err());
    }
}
