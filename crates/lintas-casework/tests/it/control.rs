//! Control after sharing: narrowing, asking for more, receipts that do not come, and words put into another's mouth.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::asking::{self, NewAsk};
use lintas_casework::release::{self, Narrowing, NewRelease, TakenBack};
use lintas_casework::{erasure, exchange, report};
use lintas_ledger::{Entry, FeedId};
use lintas_model::handling::{OnwardRule, Purpose};
use lintas_model::record::Wanted;
use lintas_model::{RecordId, ReleaseId};

use crate::fixture::{Agency, file, holds, meet, phone, pull, small, sync};
use crate::releases::terms;

async fn acknowledge(from: &Agency, by: &Agency) {
    for offer in exchange::offered(&from.node, &by.code()).await.unwrap() {
        exchange::acknowledge(&by.node, &offer.head.feed).await.unwrap();
    }
    assert_eq!(pull(by, from).await, Vec::<String>::new());
}

fn keep(records: &[RecordId], fields: &[&str]) -> BTreeMap<RecordId, BTreeSet<String>> {
    let fields: BTreeSet<String> = fields.iter().map(|field| (*field).to_owned()).collect();
    records.iter().map(|record| (*record, fields.clone())).collect()
}

#[tokio::test]
async fn a_narrowed_release_leaves_less_and_never_more() {
    let (a, b) = (small("AAA", 400).await, small("BBB", 401).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let filed = file(&at_a, "Two men at the pier", vec![phone("+855 12 345 678")]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let both = BTreeSet::from([Purpose::Investigation, Purpose::Prosecution]);
    let id = release::release(&at_a, NewRelease { purposes: both, ..terms(records.clone(), &[b.code()]) })
        .await
        .unwrap();
    sync(&a, &b).await;
    assert_eq!(report::show(&at_b, filed.report).await.unwrap().statements.len(), 1);
    let sound = Narrowing {
        keep: keep(&records[..1], &["title"]),
        purposes: BTreeSet::from([Purpose::Investigation]),
        expires_at: Some(at_a.now().plus_days(30)),
        reason: "the source is in danger".to_owned(),
    };
    for wider in [
        Narrowing { keep: BTreeMap::new(), ..sound.clone() },
        Narrowing { keep: keep(&records[..1], &["source_reference"]), ..sound.clone() },
        Narrowing { purposes: BTreeSet::from([Purpose::Programme]), ..sound.clone() },
        Narrowing { reason: " ".to_owned(), ..sound.clone() },
    ] {
        assert!(release::narrow(&at_a, id, wider).await.is_err());
    }
    assert!(release::narrow(&at_b, id, sound.clone()).await.is_err(), "it is not B's to narrow");
    let narrowed = release::narrow(&at_a, id, sound.clone()).await.unwrap();
    sync(&a, &b).await;
    let shown = report::show(&at_b, filed.report).await.unwrap();
    assert_eq!(
        (shown.report.body.title.as_str(), shown.report.body.text.as_str()),
        ("Two men at the pier", "")
    );
    assert!(shown.statements.is_empty());
    assert!(report::show(&at_b.for_purpose(Purpose::Prosecution), filed.report).await.is_err());
    assert!(release::narrow(&at_a, id, sound.clone()).await.is_err(), "it has been taken back already");
    let later = Narrowing { expires_at: None, ..sound };
    assert!(release::narrow(&at_a, narrowed, later).await.is_err(), "an end does not move back");
    b.days(31);
    assert!(report::show(&at_b, filed.report).await.is_err());
    assert_eq!(b.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn receipts_that_have_not_come_are_listed_until_they_come() {
    let (a, b) = (small("AAA", 410).await, small("BBB", 411).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let filed = file(&at_a, "Two men at the pier", vec![phone("+855 12 345 678")]).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let id = release::release(&at_a, terms(records.clone(), &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    assert_eq!(release::missing(&at_a).await.unwrap(), []);
    release::recall(&at_a, id, BTreeSet::new(), "the source asked").await.unwrap();
    erasure::erase(&at_a, records[1], "retention period ended").await.unwrap();
    let missing = release::missing(&at_a).await.unwrap();
    let what: Vec<_> = missing.iter().map(|m| (m.agency.clone(), m.what)).collect();
    assert_eq!(what, [(b.code(), TakenBack::Recall), (b.code(), TakenBack::Erasure)]);
    sync(&a, &b).await;
    assert_eq!(release::missing(&at_a).await.unwrap().len(), 2, "taken is not yet confirmed");
    acknowledge(&a, &b).await;
    assert_eq!(release::missing(&at_a).await.unwrap(), []);
    assert!(report::show(&at_b, filed.report).await.is_err());
}

#[tokio::test]
async fn a_third_agency_gets_material_from_its_originator_after_asking_and_loses_it_by_one_recall() {
    let (a, b, c) = (small("AAA", 420).await, small("BBB", 421).await, small("CCC", 422).await);
    for (one, other) in [(&a, &b), (&a, &c), (&b, &c)] {
        meet(one, other).await;
    }
    let (at_a, at_b, at_c) = (a.seat("first").await, b.seat("first").await, c.seat("first").await);
    let filed = file(&at_a, "Two men at the pier", Vec::new()).await;
    let records = release::of_report(&at_a, filed.report).await.unwrap();
    let mut new = terms(records.clone(), &[b.code()]);
    for withheld in new.records.values_mut() {
        withheld.insert("text".to_owned());
    }
    let closed = release::release(&at_a, new.clone()).await.unwrap();
    let open = release::release(&at_a, NewRelease { onward: OnwardRule::Ask, ..new }).await.unwrap();
    sync(&a, &b).await;
    let wish = |release: ReleaseId| NewAsk {
        release,
        wanted: Wanted::PassOn,
        to: BTreeSet::from([c.code()]),
        reason: "the same men were seen there".to_owned(),
    };
    assert!(asking::ask(&at_b, wish(closed)).await.is_err(), "its originator does not want to be asked");
    assert!(asking::ask(&at_b, NewAsk { to: BTreeSet::new(), ..wish(open) }).await.is_err());
    assert!(asking::ask(&at_a, wish(open)).await.is_err(), "it is A's own");
    let first = asking::ask(&at_b, wish(open)).await.unwrap();
    let second = asking::ask(&at_b, NewAsk { wanted: Wanted::Withheld, ..wish(open) }).await.unwrap();
    sync(&a, &b).await;
    assert!(asking::grant(&at_b, first, None, "").await.is_err(), "nobody grants to himself");
    let by = asking::grant(&at_a, first, None, "").await.unwrap().unwrap();
    assert!(asking::refuse(&at_a, second, " ").await.is_err());
    asking::refuse(&at_a, second, "it would name the source").await.unwrap();
    assert!(asking::grant(&at_a, second, None, "").await.is_err(), "it has been answered");
    for (one, other) in [(&a, &b), (&a, &c)] {
        sync(one, other).await;
    }
    let answers = asking::list(&at_b, Some(open)).await.unwrap();
    let granted: Vec<_> = answers.iter().map(|v| v.answer.as_ref().unwrap().body.granted).collect();
    assert_eq!(granted, [false, true]);
    let shown = report::show(&at_c, filed.report).await.unwrap();
    assert_eq!((shown.report.mark.originator.clone(), shown.report.body.text.as_str()), (a.code(), ""));
    assert!(!holds(&c.bytes(), "in full."));
    assert!(asking::list(&at_c, None).await.unwrap().is_empty(), "what others asked is not C's to read");
    release::recall(&at_a, by, BTreeSet::new(), "enough").await.unwrap();
    sync(&a, &c).await;
    assert!(report::show(&at_c, filed.report).await.is_err());
}

#[tokio::test]
async fn nobody_puts_words_into_the_mouth_of_another_agency() {
    use lintas_ledger::{FeedHead, seal};
    use lintas_model::entropy::SeededEntropy;
    use lintas_model::record::{Audience, Disclosed, Release};
    use lintas_model::{AudienceId, Body, Draft, Marking, ObjectId, OfficerId};

    let (a, b, c) = (small("AAA", 440).await, small("BBB", 441).await, small("CCC", 442).await);
    for (one, other) in [(&a, &b), (&a, &c), (&b, &c)] {
        meet(one, other).await;
    }
    let (at_a, at_c) = (a.seat("first").await, c.seat("first").await);
    let filed = file(&at_c, "Seen by C alone", Vec::new()).await;
    let foreign = release::of_report(&at_c, filed.report).await.unwrap()[0];
    let given = release::preview(&at_c, &terms(vec![foreign], &[b.code()])).await.unwrap().remove(0).entry;
    let own = file(&b.seat("first").await, "Seen by B", Vec::new()).await;
    let own = release::of_report(&b.seat("first").await, own.report).await.unwrap()[0];
    let sound = release::preview(&b.seat("first").await, &terms(vec![own], &[a.code()])).await.unwrap();
    let mut altered = sound[0].entry.clone();
    let last = altered.len() - 1;
    altered[last] ^= 1;
    let signer = {
        let text = std::fs::read_to_string(b.folder.path().join("keys/node.key")).unwrap();
        let file: lintas_ledger::keys::KeyFile = text.parse().unwrap();
        file.signer(lintas_ledger::keys::KeyRole::Node).unwrap()
    };
    for (number, entry) in [given, altered].into_iter().enumerate() {
        let audience = AudienceId::from_uuid(uuid::Uuid::from_u128(0xB0 + number as u128));
        let feed = FeedId { agency: b.code(), audience };
        let draft = |body: Body| Draft {
            record: a.node.new_id(RecordId::new),
            object: ObjectId::from(audience),
            audience,
            author: OfficerId::from_uuid(uuid::Uuid::nil()),
            at: at_a.now(),
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body,
        };
        let members = BTreeSet::from([a.code(), b.code()]);
        let opening = Audience { name: "pair".into(), members, case: None, round: None };
        let forged = Release {
            audience,
            case: None,
            disclosed: vec![Disclosed {
                record: Entry::decode_without_body(&entry).unwrap().header().record,
                fields: BTreeSet::new(),
                entry,
            }],
            purposes: BTreeSet::from([Purpose::Investigation]),
            use_rule: lintas_model::handling::UseRule::Evidence,
            onward: OnwardRule::Never,
            expires_at: None,
            legal_basis: "none".into(),
            reason: "none".into(),
        };
        let drafts = vec![draft(opening.into()), draft(forged.into())];
        let (entries, _) =
            seal(FeedHead::start(feed.clone(), 0), drafts, &signer, &mut SeededEntropy::new(1)).unwrap();
        let entries = entries.iter().map(Entry::encode).collect();
        let taken = exchange::take(&a.node, &b.code(), &feed, entries).await.unwrap();
        assert_eq!(taken.accepted.taken, 1, "all before it is taken");
        assert!(!taken.findings.is_empty());
    }
    assert!(report::show(&at_a, filed.report).await.is_err());
}
