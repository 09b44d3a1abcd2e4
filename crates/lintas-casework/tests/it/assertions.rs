//! Where officers sign grave acts themselves, nobody releases in their names.

use lintas_casework::node::NodeConfig;
use lintas_casework::{Ctx, Node, assertion, contradiction, exchange, officer, release, signin};
use lintas_ledger::Entry;
use lintas_model::entropy::SeededEntropy;
use lintas_model::{Kind, RecordId};

use crate::fixture::{Agency, PASSWORD, file, meet, pull, small};
use crate::releases::terms;

/// The same node, opened again under another rule on signing.
async fn rule(agency: Agency, officers_sign: bool, seed: u64) -> Agency {
    agency.node.close().await;
    let folder = agency.folder.path();
    let config = NodeConfig::read(folder).unwrap();
    NodeConfig { officers_sign, ..config }.write(folder).unwrap();
    let entropy = Box::new(SeededEntropy::new(seed));
    let node = Node::open(folder, agency.clock.clone(), entropy).await.unwrap();
    Agency { node, ..agency }
}

async fn filed(ctx: &Ctx) -> Vec<RecordId> {
    let filed = file(ctx, "Two men at the pier", Vec::new()).await;
    release::of_report(ctx, filed.report).await.unwrap()
}

/// The records of the feed that the partner reads.
async fn shared(from: &Agency, to: &Agency) -> Vec<Entry> {
    let mut all = Vec::new();
    for offer in exchange::offered(&from.node, &to.code()).await.unwrap() {
        for bytes in exchange::held_entries(&to.node, &offer.head.feed).await.unwrap() {
            all.push(Entry::decode(&bytes).unwrap());
        }
    }
    all
}

#[tokio::test]
async fn where_officers_sign_nobody_releases_in_their_names() {
    let (a, b) = (small("AAA", 950).await, small("BBB", 951).await);
    meet(&a, &b).await;
    let a = rule(a, true, 952).await;
    let ctx = a.seat("first").await;
    let records = filed(&ctx).await;
    let unsigned = release::release(&ctx, terms(records.clone(), &[b.code()])).await.unwrap_err();
    assert!(unsigned.to_string().contains("password"), "{unsigned}");
    assert!(assertion::unlock(&ctx, "another long password").await.is_err());
    let signing = assertion::unlock(&ctx, PASSWORD).await.unwrap();
    release::release(&signing, terms(records.clone(), &[b.code()])).await.unwrap();
    release::release(&signing, terms(records.clone(), &[b.code()])).await.unwrap();
    assert_eq!(pull(&a, &b).await, Vec::<String>::new());
    let kinds: Vec<_> = shared(&a, &b)
        .await
        .iter()
        .map(|e| (e.header().known_kind(), e.officer_signature().is_some()))
        .collect();
    let expected =
        [(Kind::Audience, false), (Kind::OfficerKey, true), (Kind::Release, true), (Kind::Release, true)];
    assert_eq!(kinds, expected.map(|(kind, signed)| (Some(kind), signed)), "the key is stated once");
    assert_eq!(a.findings().await, Vec::<String>::new());
    // Whoever keeps the node turns the rule off and releases as the officer: the partner takes nothing of it.
    let a = rule(a, false, 953).await;
    let keeper = a.seat("first").await;
    release::release(&keeper, terms(records, &[b.code()])).await.unwrap();
    let refused = pull(&a, &b).await;
    assert!(refused.iter().any(|told| told.contains("LE-012")), "{refused:?}");
    assert_eq!(shared(&a, &b).await.len(), 4);
    let kept = contradiction::list(&b.seat("first").await).await.unwrap();
    assert!(kept.iter().any(|kept| kept.told.contains("LE-012") && !kept.sent.is_empty()), "{kept:?}");
}

#[tokio::test]
async fn a_key_outlives_a_change_of_password_and_partners_are_shown_when_it_is_replaced() {
    let (a, b) = (small("AAA", 954).await, small("BBB", 955).await);
    meet(&a, &b).await;
    let a = rule(a, true, 956).await;
    let ctx = a.seat("first").await;
    let records = filed(&ctx).await;
    let signing = assertion::unlock(&ctx, PASSWORD).await.unwrap();
    release::release(&signing, terms(records.clone(), &[b.code()])).await.unwrap();
    let new = "an even longer password";
    officer::change_password(&ctx, PASSWORD, new).await.unwrap();
    assert!(assertion::unlock(&ctx, PASSWORD).await.is_err(), "the old password opens nothing");
    let signing = assertion::unlock(&ctx, new).await.unwrap();
    release::release(&signing, terms(records.clone(), &[b.code()])).await.unwrap();
    assert_eq!(pull(&a, &b).await, Vec::<String>::new());
    assert_eq!(shared(&a, &b).await.len(), 4, "the key is the same and is not stated again");
    let at_b = b.seat("first").await;
    assert_eq!(contradiction::list(&at_b).await.unwrap(), []);
    // Given anew by somebody else: the key is gone, and the partner is shown that another one signs.
    officer::reset_password(&ctx, ctx.officer(), PASSWORD).await.unwrap();
    let ctx = signin::at_the_console(&a.node, "first").await.unwrap();
    let signing = assertion::unlock(&ctx, PASSWORD).await.unwrap();
    release::release(&signing, terms(records, &[b.code()])).await.unwrap();
    assert_eq!(pull(&a, &b).await, Vec::<String>::new());
    assert_eq!(shared(&a, &b).await.len(), 6);
    let kept = contradiction::list(&at_b).await.unwrap();
    assert!(kept.len() == 1 && kept[0].told.contains("AS-001"), "{kept:?}");
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}
