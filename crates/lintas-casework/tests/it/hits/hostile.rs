//! Programs of agencies that do not keep to the protocol.

use std::collections::BTreeSet;

use lintas_casework::hits::{self, Asked, Outcome, Standing};
use lintas_casework::{case, exchange};
use lintas_hits::{Evaluation, HolderKey, Item, Question, Set, Transcript, transcript};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedId, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::record::{HitAnswer, HitQuery, HitRefusal, HitSet, ItemKind};
use lintas_model::{AudienceId, Body, CaseId, Draft, Marking, ObjectId, OfficerId, RecordId};
use uuid::Uuid;

use crate::cases::open;
use crate::fixture::{self, Agency, meet, phone, small};

use super::{asked, file, outcomes};

/// A hostile program at an agency: it writes with the agency's own good key what it likes.
async fn forge(
    from: &Agency,
    to: &Agency,
    audience: AudienceId,
    bodies: Vec<(ObjectId, Body)>,
) -> Vec<RecordId> {
    let text = std::fs::read_to_string(from.folder.path().join("keys/node.key")).unwrap();
    let signer = text.parse::<KeyFile>().unwrap().signer(KeyRole::Node).unwrap();
    let feed = FeedId { agency: from.code(), audience };
    let head = exchange::position(&to.node, &feed).await.unwrap();
    let mut entropy = SeededEntropy::new(head.next_sequence + 77);
    let at = to.seat("first").await.now();
    let drafts: Vec<Draft> = (0..)
        .map(|n| at.plus_millis(n))
        .zip(bodies)
        .map(|(at, (object, body))| Draft {
            record: RecordId::new(at, &mut entropy),
            object,
            audience,
            author: OfficerId::from_uuid(Uuid::from_u128(1)),
            at,
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body,
        })
        .collect();
    let records = drafts.iter().map(|draft| draft.record).collect();
    let (entries, _) = seal(head, drafts, &signer, &mut entropy).unwrap();
    let bytes = entries.iter().map(|entry| entry.as_bytes().to_vec()).collect();
    let taken = exchange::take(&to.node, &from.code(), &feed, bytes).await.unwrap();
    assert_eq!(taken.findings, Vec::<String>::new());
    hits::attend(&to.node, &feed).await.unwrap();
    records
}

/// The audience of two agencies, begun by a first question.
async fn pair(a: &Agency, b: &Agency) -> (AudienceId, CaseId, Asked) {
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Ferry").await;
    file(&ctx, case, vec![phone("+66 81 234 5678")]).await;
    let asked = asked(&ctx, b, case).await;
    assert_eq!(fixture::pull(a, b).await, Vec::<String>::new());
    let offers = exchange::offered(&a.node, &b.code()).await.unwrap();
    (offers[0].head.feed.audience, case, asked)
}

fn object(n: u128) -> ObjectId {
    ObjectId::from_uuid(Uuid::from_u128(0xF000 + n))
}

fn query(to: &Agency, case: CaseId, items: &[Item], secret: u8) -> HitQuery {
    let secret = [secret; 32];
    let question = Question::new(items, &secret).unwrap();
    HitQuery {
        to: to.code(),
        case,
        purpose: Purpose::Investigation,
        legal_basis: "UNTOC Art. 27".into(),
        items: items.len() as u32,
        blinded: question.blinded().unwrap(),
        commitments: "00".repeat(32),
        asked_by: OfficerId::from_uuid(Uuid::from_u128(1)),
        approved_by: None,
        needs_second: Vec::new(),
    }
}

#[tokio::test]
async fn a_hostile_question_is_refused_with_its_reason_and_shown_to_the_holder() {
    let (a, b) = (small("AAA", 908).await, small("BBB", 909).await);
    meet(&a, &b).await;
    let (audience, case, _) = pair(&a, &b).await;
    let items: Vec<Item> = (0..101).map(|n| Item::new(ItemKind::Phone, &format!("+6681{n:07}"))).collect();
    let good = |secret| query(&b, case, &items[..2], secret);
    let with_point = |point: [u8; 32]| {
        let mut bad = good(2);
        bad.blinded[32..].copy_from_slice(&point);
        bad
    };
    let many = query(&b, case, &items, 3);
    let cases = vec![
        (good(1), None),
        (good(1), Some(HitRefusal::Replayed)),
        (HitQuery { items: 1, ..good(4) }, Some(HitRefusal::Count)),
        (HitQuery { items: 0, blinded: Vec::new(), ..good(4) }, Some(HitRefusal::Count)),
        (HitQuery { legal_basis: " ".into(), ..good(5) }, Some(HitRefusal::LegalBasis)),
        (HitQuery { purpose: Purpose::Programme, ..good(5) }, Some(HitRefusal::Purpose)),
        (with_point([0; 32]), Some(HitRefusal::Points)),
        (with_point([0xff; 32]), Some(HitRefusal::Points)),
        (many.clone(), Some(HitRefusal::Approval)),
        (HitQuery { approved_by: Some(many.asked_by), ..many.clone() }, Some(HitRefusal::Approval)),
        (HitQuery { purpose: Purpose::VictimProtection, ..good(6) }, Some(HitRefusal::Approval)),
        (HitQuery { approved_by: Some(OfficerId::from_uuid(Uuid::from_u128(2))), ..many }, None),
    ];
    let expected: Vec<_> = cases.iter().map(|(_, refused)| *refused).collect();
    let bodies = cases.into_iter().zip(0..).map(|((query, _), n)| (object(n), query.into())).collect();
    forge(&a, &b, audience, bodies).await;
    let at_b = b.seat("first").await;
    let found: Vec<_> = outcomes(&at_b)
        .await
        .into_iter()
        .skip(1)
        .map(|outcome| match outcome {
            Outcome::Refused { why, reason } if !reason.is_empty() => Some(why),
            Outcome::Answered => None,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(found, expected);
    // A question to another agency, or where others listen, is none.
    forge(&a, &b, audience, vec![(object(50), HitQuery { to: a.code(), ..good(7) }.into())]).await;
    let joint = case::make_joint(&a.seat("first").await, case, &BTreeSet::from([b.code()])).await.unwrap();
    fixture::pull(&a, &b).await;
    forge(&a, &b, joint, vec![(object(51), good(8).into())]).await;
    let listed = outcomes(&at_b).await;
    assert_eq!(listed.iter().filter(|outcome| **outcome == Outcome::Waits).count(), 1, "{listed:?}");
    assert_eq!(b.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_holder_counts_by_its_own_clock_and_refuses_what_is_over_the_budget() {
    let (a, b) = (small("AAA", 910).await, small("BBB", 911).await);
    meet(&a, &b).await;
    let (audience, case, _) = pair(&a, &b).await;
    let items: Vec<Item> = (0..9_999).map(|n| Item::new(ItemKind::Phone, &format!("+6681{n:07}"))).collect();
    let second = Some(OfficerId::from_uuid(Uuid::from_u128(2)));
    let large = HitQuery { approved_by: second, ..query(&b, case, &items, 1) };
    let one = query(&b, case, &items[..1], 2);
    forge(&a, &b, audience, vec![(object(1), large.into()), (object(2), one.into())]).await;
    let at_b = b.seat("first").await;
    let found = outcomes(&at_b).await;
    assert_eq!(found[1], Outcome::Answered);
    assert!(matches!(&found[2], Outcome::Refused { why: HitRefusal::Budget, .. }), "{:?}", found[2]);
    let budget = &hits::desk(&at_b).await.unwrap().budgets[0];
    assert_eq!((budget.to_answer, budget.of), (0, 10_000));
}

/// The parts of an honest answer, for a hostile holder to bend.
fn honest(
    key: &HolderKey,
    a: &Agency,
    b: &Agency,
    hash: &str,
    query: (RecordId, &HitQuery),
) -> (HitSet, HitAnswer) {
    let mut entropy = SeededEntropy::new(5);
    let made = key.answer(&query.1.blinded, &mut entropy).unwrap();
    let (asker, holder) = (a.code(), b.code());
    let set = HitSet {
        to: a.code(),
        purpose: Purpose::Investigation,
        month: "2017-03".into(),
        key: key.public().to_string(),
        number: 0,
        anew: false,
        part: 0,
        parts: 1,
        bytes: Set::new(&[], &mut entropy).unwrap().to_bytes(),
    };
    let said = transcript(&Transcript {
        asker: &asker,
        holder: &holder,
        purpose: Purpose::Investigation,
        month: "2017-03",
        query: hash,
        key: key.public(),
        answer: &Evaluation { evaluated: made.evaluated.clone(), proof: made.proof },
    });
    let answer = HitAnswer {
        query: query.0,
        to: a.code(),
        purpose: Purpose::Investigation,
        items: query.1.items,
        month: "2017-03".into(),
        set: 0,
        evaluated: made.evaluated,
        proof: made.proof.to_vec(),
        transcript: said.to_string(),
        refused: None,
        reason: String::new(),
    };
    (set, answer)
}

#[tokio::test]
async fn a_hostile_answer_is_not_accepted_and_the_reason_is_shown_on_both_sides() {
    type Bend = fn(&mut HitSet, &mut HitAnswer);
    let bends: [(&str, Bend); 5] = [
        ("proof does not fit", |set, answer| {
            // The set commits to a key; the answer was made with another, and says so honestly in its transcript.
            set.key = HolderKey::derive(&[9; 32], b"other").public().to_string();
            answer.transcript.clear();
        }),
        ("transcript", |_, answer| answer.transcript = "00".repeat(32)),
        ("no set of this month", |set, _| set.month = "2017-02".into()),
        ("not complete", |set, _| set.parts = 2),
        ("set of tags", |set, _| set.bytes.truncate(40)),
    ];
    for (n, (reason, bend)) in bends.into_iter().enumerate() {
        let seed = 920 + 2 * n as u64;
        let (a, b) = (small("AAA", seed).await, small("BBB", seed + 1).await);
        meet(&a, &b).await;
        let (audience, _, asked) = pair(&a, &b).await;
        let feed = FeedId { agency: a.code(), audience };
        let entries = exchange::held_entries(&b.node, &feed).await.unwrap();
        let entry = lintas_ledger::Entry::decode(entries.last().unwrap()).unwrap();
        let lintas_ledger::ReadBody::Whole(Body::HitQuery(query)) = entry.body() else {
            panic!("a question")
        };
        let key = HolderKey::derive(&[1; 32], b"hostile");
        let record = entry.header().record;
        let (mut set, mut answer) = honest(&key, &a, &b, &entry.hash().to_string(), (record, &query));
        bend(&mut set, &mut answer);
        if answer.transcript.is_empty() {
            let committed = lintas_hits::PublicKey::from_bytes(&hex::decode(&set.key).unwrap()).unwrap();
            let (asker, holder) = (a.code(), b.code());
            let proof = answer.proof.as_slice().try_into().unwrap();
            let made = Evaluation { evaluated: answer.evaluated.clone(), proof };
            let hash = entry.hash().to_string();
            answer.transcript = transcript(&Transcript {
                asker: &asker,
                holder: &holder,
                purpose: Purpose::Investigation,
                month: "2017-03",
                query: &hash,
                key: &committed,
                answer: &made,
            })
            .to_string();
        }
        let members = lintas_model::record::Audience {
            name: "pair".into(),
            members: BTreeSet::from([a.code(), b.code()]),
            case: None,
            round: None,
        };
        let bodies = vec![
            (ObjectId::from(audience), members.into()),
            (ObjectId::from(audience), set.into()),
            (asked.id.into(), answer.into()),
        ];
        forge(&b, &a, audience, bodies).await;
        let standing = hits::question(&a.seat("first").await, asked.id).await.unwrap().standing;
        let Standing::NotAccepted { problem } = standing else { panic!("{reason}: {standing:?}") };
        assert!(problem.contains(reason), "{problem}");
        assert_eq!(fixture::pull(&a, &b).await, Vec::<String>::new());
    }
}
