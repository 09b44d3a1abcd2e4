//! What officers sign themselves, and what that binds a feed to.

use std::collections::BTreeSet;

use lintas_ledger::verify::{FeedCheck, code};
use lintas_ledger::{Entry, FeedHead, Keyring, Signer, seal_signed};
use lintas_model::Draft;
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::record::{OfficerKey, Release};

use crate::sample::{agency, audience, draft, feed, opening, report, signer};

fn officer() -> Signer {
    Signer::from_seed(&[9; 32])
}

fn states(key: &Signer) -> Draft {
    draft(1, OfficerKey { key: key.public().to_string(), replaces: None })
}

fn release(number: u64) -> Draft {
    draft(
        number,
        Release {
            audience: audience(),
            case: None,
            disclosed: Vec::new(),
            purposes: BTreeSet::from([Purpose::Investigation]),
            use_rule: UseRule::IntelligenceOnly,
            onward: OnwardRule::Never,
            expires_at: None,
            legal_basis: "UNTOC Art. 27".into(),
            reason: "the same phone".into(),
        },
    )
}

/// A feed, each record with whoever signs it besides the node.
fn sealed(records: Vec<(Draft, Option<Signer>)>) -> Vec<Entry> {
    let (mut head, mut entropy, mut all) = (FeedHead::start(feed(), 0), SeededEntropy::new(1), Vec::new());
    for (record, hand) in records {
        let (entries, next) =
            seal_signed(head, vec![record], &signer(), hand.as_ref(), &mut entropy).unwrap();
        all.extend(entries);
        head = next;
    }
    all
}

/// A feed in which an officer states a key, writes a report, and signs a release.
pub(crate) fn signed_feed() -> Vec<Entry> {
    let (none, hand) = (None, Some(officer()));
    sealed(vec![
        (opening(), none.clone()),
        (states(&officer()), hand.clone()),
        (report(3), none),
        (release(4), hand),
    ])
}

/// How many records officers signed, and what was found.
fn check(entries: &[Vec<u8>]) -> (u64, Vec<&'static str>) {
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    let mut check = FeedCheck::resume(&keys, FeedHead::start(feed(), 0));
    check.push(entries);
    let checked = check.finish();
    (checked.assertions, checked.findings.iter().map(|finding| finding.code).collect())
}

fn of(records: Vec<(Draft, Option<Signer>)>) -> (u64, Vec<&'static str>) {
    check(&sealed(records).iter().map(Entry::encode).collect::<Vec<_>>())
}

#[test]
fn a_release_is_signed_where_officers_sign() {
    let (none, hand, other) = (None, Some(officer()), Some(Signer::from_seed(&[10; 32])));
    let feed: Vec<Vec<u8>> = signed_feed().iter().map(Entry::encode).collect();
    assert_eq!(check(&feed), (2, vec![]));
    let begun = || vec![(opening(), none.clone()), (states(&officer()), hand.clone())];
    let then = |record, by: &Option<Signer>| [begun(), vec![(record, by.clone())]].concat();
    assert_eq!(of(then(release(4), &none)), (1, vec![code::OFFICER_SIGNATURE]), "nobody signed");
    assert_eq!(of(then(release(4), &other)), (1, vec![code::OFFICER_SIGNATURE]), "somebody else signed");
    assert_eq!(
        of(then(report(4), &other)),
        (1, vec![code::OFFICER_SIGNATURE]),
        "whatever is signed must verify"
    );
    assert_eq!(of(then(report(4), &none)), (1, vec![]), "a report needs no officer's signature");
    // Whoever states a key shows that he has it.
    let stolen = vec![(opening(), none.clone()), (states(&officer()), other.clone())];
    assert_eq!(of(stolen), (0, vec![code::OFFICER_SIGNATURE]));
    let unsigned = vec![(opening(), none.clone()), (states(&officer()), none.clone())];
    assert_eq!(of(unsigned), (0, vec![code::OFFICER_SIGNATURE]));
    // Feeds without officers' keys are as they always were, with a signature or without.
    assert_eq!(of(vec![(opening(), none.clone()), (release(4), none.clone())]), (0, vec![]));
    assert_eq!(of(vec![(opening(), none), (release(4), hand)]), (0, vec![]));
}

#[test]
fn a_key_that_is_withheld_or_erased_binds_to_nothing() {
    let mut feed: Vec<Vec<u8>> = signed_feed().iter().map(Entry::encode).collect();
    let stated = signed_feed()[1].clone();
    feed[1] = stated.disclose(&BTreeSet::from(["replaces".to_owned()])).encode();
    assert_eq!(check(&feed), (0, vec![]));
    feed[1] = stated.without_body().encode();
    assert_eq!(check(&feed), (0, vec![]));
}
