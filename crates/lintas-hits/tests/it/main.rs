//! Two sides in one process: what they share is found, and nothing else; what is wrong is refused with its reason.

use std::collections::BTreeSet;

use lintas_hits::{
    ELEMENT_BYTES, Evaluation, HitError, HolderKey, Item, MOST_ITEMS, PublicKey, Question, Set, transcript,
};
use lintas_model::AgencyCode;
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::record::ItemKind;
use proptest::prelude::*;

fn phone(n: u32) -> Item {
    Item::new(ItemKind::Phone, &format!("+668{n:08}"))
}

fn hits(held: &[Item], asked: &[Item], seed: u64) -> Vec<u32> {
    let mut entropy = SeededEntropy::new(seed);
    let key = HolderKey::derive(&[4; 32], b"TH-DSI investigation 2017-03");
    let set = Set::new(&key.tags(held), &mut entropy).unwrap();
    let set = Set::from_bytes(&set.to_bytes()).unwrap();
    let question = Question::new(asked, &[5; 32]).unwrap();
    let answer = key.answer(&question.blinded().unwrap(), &mut entropy).unwrap();
    set.hits(&question.read(key.public(), &answer).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn exactly_what_both_have_is_found(
        held in proptest::collection::btree_set(0_u32..400, 0..120),
        asked in proptest::collection::btree_set(0_u32..400, 1..60),
        seed in any::<u64>(),
    ) {
        let shared: Vec<u32> = asked.iter().enumerate()
            .filter(|(_, n)| held.contains(n)).map(|(at, _)| at as u32).collect();
        let items = |of: &BTreeSet<u32>| of.iter().map(|n| phone(*n)).collect::<Vec<_>>();
        prop_assert_eq!(hits(&items(&held), &items(&asked), seed), shared);
    }

    #[test]
    fn a_changed_answer_is_refused(byte in 0_usize..(3 * ELEMENT_BYTES + 64), flip in 1_u8..=255) {
        let key = HolderKey::derive(&[4; 32], b"a");
        let items = [phone(1), phone(2), phone(3)];
        let question = Question::new(&items, &[6; 32]).unwrap();
        let mut answer = key.answer(&question.blinded().unwrap(), &mut SeededEntropy::new(1)).unwrap();
        match answer.evaluated.get_mut(byte) {
            Some(place) => *place ^= flip,
            None => answer.proof[byte - 3 * ELEMENT_BYTES] ^= flip,
        }
        prop_assert!(question.read(key.public(), &answer).is_err());
    }
}

#[test]
fn another_key_than_the_one_committed_to_is_refused() {
    let (key, other) = (HolderKey::derive(&[4; 32], b"a"), HolderKey::derive(&[4; 32], b"b"));
    let items = [phone(1)];
    let question = Question::new(&items, &[6; 32]).unwrap();
    let blinded = question.blinded().unwrap();
    let answer = other.answer(&blinded, &mut SeededEntropy::new(1)).unwrap();
    assert_eq!(question.read(key.public(), &answer), Err(HitError::Proof));
    let honest = key.answer(&blinded, &mut SeededEntropy::new(1)).unwrap();
    let borrowed = Evaluation { proof: answer.proof, ..honest.clone() };
    assert_eq!(question.read(key.public(), &borrowed), Err(HitError::Proof));
    assert!(question.read(key.public(), &honest).is_ok());
}

#[test]
fn bytes_that_are_no_points_are_refused_with_their_place() {
    let key = HolderKey::derive(&[4; 32], b"a");
    let items = [phone(1), phone(2)];
    let question = Question::new(&items, &[6; 32]).unwrap();
    let good = question.blinded().unwrap();
    let mut entropy = SeededEntropy::new(1);
    let mut with = |place: usize, bytes: [u8; 32]| {
        let mut sent = good.clone();
        sent[place * 32..][..32].copy_from_slice(&bytes);
        key.answer(&sent, &mut entropy).map(|_| ())
    };
    assert_eq!(with(1, [0; 32]), Err(HitError::Identity(1)));
    assert_eq!(with(0, [0xff; 32]), Err(HitError::NotAPoint(0)));
    // A negative field element: RFC 9496, appendix A.2.
    let mut negative = [0; 32];
    negative[0] = 1;
    assert_eq!(with(1, negative), Err(HitError::NotAPoint(1)));
    assert_eq!(key.answer(&good[..33], &mut entropy), Err(HitError::Length(33)));
    assert_eq!(key.answer(&[], &mut entropy), Err(HitError::Count(0)));
    assert_eq!(
        key.answer(&vec![0; (MOST_ITEMS + 1) * 32], &mut entropy),
        Err(HitError::Count(MOST_ITEMS + 1))
    );
    assert_eq!(PublicKey::from_bytes(&[0; 32]), Err(HitError::Key));
    assert_eq!(PublicKey::from_bytes(&[0xff; 32]), Err(HitError::Key));
    let mut answer = key.answer(&good, &mut entropy).unwrap();
    answer.evaluated[..32].copy_from_slice(&[0; 32]);
    assert_eq!(question.read(key.public(), &answer), Err(HitError::Identity(0)));
    answer.evaluated.truncate(32);
    assert_eq!(question.read(key.public(), &answer), Err(HitError::Answers { asked: 2, found: 1 }));
}

#[test]
fn two_partners_cannot_compare_their_sets_and_last_month_says_nothing() {
    let items: Vec<Item> = (0..200).map(phone).collect();
    let tags = |info: &[u8]| HolderKey::derive(&[4; 32], info).tags(&items);
    let mut all: Vec<_> =
        [&b"TH 2017-03"[..], b"KH 2017-03", b"TH 2017-04"].into_iter().flat_map(tags).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 600);
}

#[test]
fn a_transcript_changes_with_everything_that_was_said() {
    let (asker, holder) = (AgencyCode::new("KH-CIB").unwrap(), AgencyCode::new("TH-DSI").unwrap());
    let key = HolderKey::derive(&[4; 32], b"a");
    let answer = Evaluation { evaluated: vec![1; 32], proof: [2; 64] };
    let of = lintas_hits::Transcript {
        asker: &asker,
        holder: &holder,
        purpose: Purpose::Investigation,
        month: "2017-03",
        query: "00",
        key: key.public(),
        answer: &answer,
    };
    let other = Evaluation { evaluated: vec![3; 32], proof: [2; 64] };
    let first = transcript(&of);
    assert_eq!(first, transcript(&of));
    for changed in [
        lintas_hits::Transcript { asker: &holder, holder: &asker, ..of },
        lintas_hits::Transcript { purpose: Purpose::Prosecution, ..of },
        lintas_hits::Transcript { month: "2017-04", ..of },
        lintas_hits::Transcript { query: "01", ..of },
        lintas_hits::Transcript { answer: &other, ..of },
    ] {
        assert_ne!(transcript(&changed), first);
    }
}
