use std::collections::BTreeSet;

use lintas_casework::hits::{self, Asked, HitLine, Outcome, Standing, Wish};
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::report::{self, NewLink, NewReport, NewThing};
use lintas_casework::{CaseworkError, Ctx, access, case, erasure, exchange};
use lintas_hits::{Evaluation, HolderKey, Item, Question, Set, Transcript, transcript};
use lintas_ledger::keys::{KeyFile, KeyRole};
use lintas_ledger::{FeedId, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::property::{Property, Value};
use lintas_model::record::{
    AccessAct, HitAnswer, HitQuery, HitRefusal, HitSet, ItemKind, LinkStrength, RelationKind, SecondFor,
};
use lintas_model::{
    AudienceId, Body, CaseId, Draft, EntityKind, Handling, Language, Marking, ObjectId, OfficerId,
    PartialDate, RecordId, Role,
};
use uuid::Uuid;

use crate::cases::open;
use crate::fixture::{self, Agency, PASSWORD, holds, meet, phone, small, thing};

/// Feeds are pulled both ways and attended to, until nothing is new.
async fn exchanged(a: &Agency, b: &Agency) {
    for _ in 0..2 {
        for (from, to) in [(a, b), (b, a)] {
            assert_eq!(fixture::pull(from, to).await, Vec::<String>::new());
            for offer in exchange::offered(&from.node, &to.code()).await.unwrap() {
                hits::attend(&to.node, &offer.head.feed).await.unwrap();
            }
        }
    }
}

async fn file(ctx: &Ctx, case: CaseId, things: Vec<NewThing>) -> report::Filed {
    let new = NewReport { title: "Seen".into(), case: Some(case), things, ..NewReport::default() };
    report::add(ctx, new).await.unwrap()
}

fn person(name: &str, birth: PartialDate) -> NewThing {
    let says = vec![(Property::Name, Value::from(name)), (Property::BirthDate, Value::Date(birth))];
    NewThing { entity: None, kind: EntityKind::Person, says }
}

fn wish(to: &Agency, case: CaseId) -> Wish {
    Wish {
        to: to.code(),
        case,
        legal_basis: "UNTOC Art. 27".into(),
        entities: BTreeSet::new(),
        values: Vec::new(),
        with_victims: false,
    }
}

async fn asked(ctx: &Ctx, to: &Agency, case: CaseId) -> Asked {
    hits::ask(ctx, wish(to, case)).await.unwrap()
}

async fn lines(ctx: &Ctx, asked: &Asked) -> Vec<HitLine> {
    match hits::question(ctx, asked.id).await.unwrap().standing {
        Standing::Answered { hits, .. } => hits,
        other => panic!("{other:?}"),
    }
}

async fn outcomes(ctx: &Ctx) -> Vec<Outcome> {
    let desk = hits::desk(ctx).await.unwrap();
    desk.received.into_iter().rev().map(|received| received.outcome).collect()
}

#[tokio::test]
async fn two_agencies_find_exactly_what_both_know_and_learn_nothing_else() {
    let (a, b) = (small("AAA", 900).await, small("BBB", 901).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    let born = PartialDate::day(1984, 5, 3).unwrap();
    let things = vec![
        phone("+66 81 234 5678"),
        phone("+66 81 999 1111"),
        thing(EntityKind::Vehicle, Property::Plate, "2A-1234"),
        person("สมชาย ใจดี", born),
    ];
    let filed = file(&at_a, ours, things).await;
    let things = vec![phone("+66812345678"), phone("+85512345678"), person("Somchai Jaidee", born)];
    file(&at_b, theirs, things).await;
    let asked = asked(&at_a, &b, ours).await;
    assert_eq!(asked.needs_second, []);
    let standing = hits::question(&at_a, asked.id).await.unwrap().standing;
    assert_eq!(standing, Standing::Sent);
    exchanged(&a, &b).await;
    let hit = lines(&at_a, &asked).await;
    assert_eq!(hit.len(), 2, "{hit:?}");
    assert_eq!((hit[0].entity, hit[0].kind, hit[0].possible), (filed.entities[0], ItemKind::Phone, false));
    assert_eq!(hit[0].end, "…678");
    assert_eq!((hit[1].entity, hit[1].kind, hit[1].possible), (filed.entities[3], ItemKind::NameOnDay, true));
    // The holder knows how many were asked and how many hit, and not one of them.
    assert_eq!(outcomes(&at_b).await, [Outcome::Noticed { hits: hit_count(&at_a, &asked).await }]);
    let at_holder = b.bytes();
    for unknown in ["819991111", "2A1234", "2A-1234"] {
        assert!(!holds(&at_holder, unknown), "{unknown}");
    }
    assert!(!holds(&a.bytes(), "85512345678"));
    // Once more adds nothing, and both ledgers verify.
    let before = (a.node.clone(), hits::desk(&at_a).await.unwrap().asked.len());
    exchanged(&a, &b).await;
    assert_eq!(hits::desk(&at_a).await.unwrap().asked.len(), before.1);
    assert_eq!(outcomes(&at_b).await.len(), 1);
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}

/// How many items of a question hit: a line of a person may stand for several forms of a name.
async fn hit_count(ctx: &Ctx, asked: &Asked) -> usize {
    let question = hits::question(ctx, asked.id).await.unwrap();
    let Standing::Answered { hits, .. } = question.standing else { return 0 };
    let name = "สมชาย ใจดี";
    let keys = lintas_names::hit_keys(&lintas_names::Name::read(name).unwrap());
    let other = lintas_names::hit_keys(&lintas_names::Name::read("Somchai Jaidee").unwrap());
    hits.len() - 1 + keys.iter().filter(|key| other.contains(key)).count()
}

#[tokio::test]
async fn who_asks_without_a_record_of_the_case_is_refused_and_remembered() {
    let (a, b) = (small("AAA", 902).await, small("BBB", 903).await);
    meet(&a, &b).await;
    let ctx = a.seat("first").await;
    let (case, other) = (open(&ctx, "Ferry").await, open(&ctx, "Harbour").await);
    file(&ctx, other, vec![phone("+66812345678")]).await;
    let value = |text: &str| vec![(Property::PhoneNumber, text.to_owned())];
    for text in ["+66 81 234 5678", "+66 81 555 0000"] {
        let refused = hits::ask(&ctx, Wish { values: value(text), ..wish(&b, case) }).await.unwrap_err();
        assert!(matches!(&refused, CaseworkError::Denied(denial) if denial.rule == "unbacked"), "{refused}");
        assert!(!refused.to_string().contains(&text[4..]), "the number is not told: {refused}");
    }
    let asked = hits::ask(&ctx, Wish { values: value("+66 81 234 5678"), ..wish(&b, other) }).await.unwrap();
    assert_eq!(asked.items, 1);
    let desk = hits::desk(&ctx).await.unwrap();
    let stopped = desk
        .asked
        .iter()
        .filter(|question| matches!(question.standing, Standing::Stopped { why: HitRefusal::Unbacked, .. }));
    assert_eq!(stopped.count(), 2);
    let audit = access::list(&ctx, 50, 0).await.unwrap();
    assert_eq!(audit.iter().filter(|item| item.body.act == AccessAct::Refused).count(), 2);
    let nothing = hits::ask(&ctx, wish(&b, case)).await.unwrap_err();
    assert!(nothing.to_string().contains("no record of your agency in this case"), "{nothing}");
    let baseless = Wish { legal_basis: " ".into(), ..wish(&b, other) };
    assert!(hits::ask(&ctx, baseless).await.unwrap_err().to_string().contains("legal basis"));
    let officer = a.seat("first").await.for_purpose(Purpose::Programme);
    assert!(hits::ask(&officer, wish(&b, other)).await.is_err());
}

#[tokio::test]
async fn many_items_or_numbers_in_a_row_leave_only_with_a_second_officer() {
    let (a, b) = (small("AAA", 904).await, small("BBB", 905).await);
    meet(&a, &b).await;
    let ctx = a.seat("first").await;
    let new = NewOfficer {
        name: "Second".into(),
        login: "second".into(),
        password: PASSWORD.into(),
        roles: BTreeSet::from([Role::CaseLead]),
        language: Language::En,
    };
    officer::enrol(&ctx, new).await.unwrap();
    let second = a.seat("second").await;
    let case = open(&ctx, "Ferry").await;
    let plates = |n: usize| (0..n).map(|n| (Property::Plate, Value::Text(format!("AB {n:04}")))).collect();
    file(&ctx, case, vec![NewThing { entity: None, kind: EntityKind::Vehicle, says: plates(101) }]).await;
    let many = asked(&ctx, &b, case).await;
    assert_eq!((many.items, many.needs_second), (101, vec![SecondFor::Many]));
    let waiting = hits::question(&ctx, many.id).await.unwrap();
    assert_eq!((waiting.standing, waiting.can_approve), (Standing::WaitsForSecond, false));
    exchanged(&a, &b).await;
    assert_eq!(outcomes(&b.seat("first").await).await, []);
    let own = hits::approve(&ctx, many.id).await.unwrap_err();
    assert!(own.to_string().contains("another officer"), "{own}");
    assert!(hits::question(&second, many.id).await.unwrap().can_approve);
    hits::approve(&second, many.id).await.unwrap();
    assert!(hits::approve(&second, many.id).await.is_err(), "once");
    exchanged(&a, &b).await;
    let done = hits::question(&ctx, many.id).await.unwrap();
    assert_eq!(done.approved_by.as_deref(), Some("Second"));
    assert!(matches!(done.standing, Standing::Answered { .. }), "{:?}", done.standing);
    let row = open(&ctx, "Row").await;
    let says = (0..20).map(|n| (Property::PhoneNumber, Value::Text(format!("+668123456{n:02}"))));
    let in_row = says.collect::<Vec<_>>();
    let row_of = |says: &[(Property, Value)]| {
        vec![NewThing { entity: None, kind: EntityKind::Phone, says: says.to_vec() }]
    };
    file(&ctx, row, row_of(&in_row[..19])).await;
    assert_eq!(asked(&ctx, &b, row).await.needs_second, []);
    // The twentieth of the day is asked alone, and is one of a row all the same.
    let last = open(&ctx, "Last").await;
    file(&ctx, last, row_of(&in_row[19..])).await;
    assert_eq!(asked(&ctx, &b, last).await.needs_second, [SecondFor::DenseRange]);
    let missing = ctx.for_purpose(Purpose::VictimProtection);
    assert!(hits::ask(&missing, wish(&b, last)).await.is_err(), "a case is not read for this purpose");
}

#[tokio::test]
async fn the_ten_thousand_and_first_look_up_of_a_day_is_refused_recorded_and_shown() {
    let (a, b) = (small("AAA", 906).await, small("BBB", 907).await);
    meet(&a, &b).await;
    let ctx = a.seat("first").await;
    let (large, one) = (open(&ctx, "Ferry").await, open(&ctx, "Harbour").await);
    let says = (0..10_000).map(|n| (Property::Plate, Value::Text(format!("AB {n:05}")))).collect();
    file(&ctx, large, vec![NewThing { entity: None, kind: EntityKind::Vehicle, says }]).await;
    file(&ctx, one, vec![thing(EntityKind::Vehicle, Property::Plate, "ZZ 1")]).await;
    assert_eq!(asked(&ctx, &b, large).await.items, 10_000);
    let refused = hits::ask(&ctx, wish(&b, one)).await.unwrap_err();
    assert!(matches!(&refused, CaseworkError::Denied(denial) if denial.rule == "budget"), "{refused}");
    let desk = hits::desk(&ctx).await.unwrap();
    assert!(matches!(desk.asked[0].standing, Standing::Stopped { why: HitRefusal::Budget, .. }));
    assert_eq!((desk.budgets[0].to_ask, desk.budgets[0].to_answer), (0, 10_000));
    let audit = access::list(&ctx, 10, 0).await.unwrap();
    assert!(audit.iter().any(|item| item.body.act == AccessAct::Refused && item.body.page == "ask_hits"));
    a.days(1);
    assert_eq!(asked(&ctx, &b, one).await.items, 1, "a new day");
}

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

#[tokio::test]
async fn victims_and_what_is_for_this_agency_alone_are_no_hit() {
    let (a, b) = (small("AAA", 940).await, small("BBB", 941).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    let numbers = ["+66810000001", "+66810000002", "+66810000003", "+66810000004"];
    let things = numbers.iter().map(|number| phone(number)).collect();
    let filed = file(&at_a, ours, things).await;
    let victim = NewThing {
        entity: None,
        kind: EntityKind::Person,
        says: vec![
            (Property::Name, "Synthetic Person".into()),
            (Property::MeansOfControl, "Debt bondage".into()),
            (Property::PhoneNumber, numbers[0].into()),
        ],
    };
    let link = |to| NewLink { from: 0, to, kind: RelationKind::Uses, strength: LinkStrength::Confirmed };
    let recruiter = |to| NewLink { from: 3, ..link(to) };
    let new = NewReport {
        title: "Interview".into(),
        case: Some(theirs),
        things: vec![
            victim,
            phone(numbers[1]),
            phone(numbers[2]),
            thing(EntityKind::Person, Property::Name, "Synthetic Recruiter"),
        ],
        // The third number is the victim's and the recruiter's.
        links: vec![link(1), link(2), recruiter(2)],
        ..NewReport::default()
    };
    report::add(&at_b, new).await.unwrap();
    let kept = NewReport {
        title: "Source".into(),
        case: Some(theirs),
        things: vec![phone(numbers[3])],
        handling: Handling { tlp: lintas_model::handling::Tlp::Red, ..Handling::default() },
        ..NewReport::default()
    };
    report::add(&at_b, kept).await.unwrap();
    let asked = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    let hit: Vec<_> = lines(&at_a, &asked).await.into_iter().map(|line| line.entity).collect();
    assert_eq!(hit, [filed.entities[2]]);
}

#[tokio::test]
async fn what_is_entered_later_is_noticed_without_asking_again_and_what_is_erased_is_gone() {
    let (a, b) = (small("AAA", 942).await, small("BBB", 943).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    file(&at_a, ours, vec![phone("+66810000001"), phone("+66810000002")]).await;
    let first = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await, []);
    let entered = file(&at_b, theirs, vec![phone("+66810000001")]).await;
    // Once a day a set is added to: sooner, the next question would tell the minute of the entry.
    asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await, []);
    for it in [&a, &b] {
        it.days(1);
    }
    asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &first).await.len(), 1);
    // Erased at the holder: the next set begins anew and no longer has it.
    let records = lintas_casework::release::of_report(&at_b, entered.report).await.unwrap();
    for record in records {
        erasure::erase(&at_b, record, "retention period ended").await.unwrap();
    }
    for it in [&a, &b] {
        it.days(1);
    }
    let last = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &last).await, []);
    // Erased at the asker: what was asked about it goes with it.
    let question = hits::question(&at_a, last.id).await.unwrap();
    assert_eq!(question.items, 2);
    let reports = lintas_casework::report::list(&at_a, Some(ours), 0, 0).await.unwrap();
    let report = lintas_model::ReportId::from_uuid(reports[0].mark.object.uuid());
    for record in lintas_casework::release::of_report(&at_a, report).await.unwrap() {
        erasure::erase(&at_a, record, "retention period ended").await.unwrap();
    }
    assert!(matches!(hits::question(&at_a, last.id).await, Err(CaseworkError::NotFound(_))));
    assert!(!holds(&a.bytes(), "+66810000001"));
    for it in [&a, &b] {
        assert_eq!(it.findings().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn with_a_new_month_the_old_key_is_gone() {
    let (a, b) = (small("AAA", 944).await, small("BBB", 945).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let (ours, theirs) = (open(&at_a, "Ferry").await, open(&at_b, "Harbour").await);
    for (ctx, case) in [(&at_a, ours), (&at_b, theirs)] {
        file(ctx, case, vec![phone("+66810000001")]).await;
    }
    let march = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &march).await.len(), 1);
    let seeds = || -> BTreeSet<String> {
        let entries = std::fs::read_dir(b.folder.path().join("keys")).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("hits-")).collect()
    };
    assert_eq!(seeds(), BTreeSet::from(["hits-2017-03.key".to_owned()]));
    for it in [&a, &b] {
        it.days(31);
    }
    let april = asked(&at_a, &b, ours).await;
    exchanged(&a, &b).await;
    assert_eq!(lines(&at_a, &april).await.len(), 1);
    assert_eq!(seeds(), BTreeSet::from(["hits-2017-04.key".to_owned()]));
    assert_eq!(lines(&at_a, &march).await.len(), 1, "what was found stays found");
}

#[tokio::test]
async fn an_inspector_opens_some_commitments_and_sees_no_values() {
    let (a, b) = (small("AAA", 946).await, small("BBB", 947).await);
    meet(&a, &b).await;
    let ctx = a.seat("first").await;
    let case = open(&ctx, "Ferry").await;
    file(&ctx, case, vec![phone("+66810000001"), phone("+66810000002")]).await;
    let asked = asked(&ctx, &b, case).await;
    let found = hits::inspect(&ctx, asked.id).await.unwrap();
    assert_eq!((found.items, found.opened, found.unbacked.len()), (2, 1, 0));
    // An inspector of the partner checks an opening against the root that came with the question.
    exchanged(&a, &b).await;
    let openings = hits::opened(&ctx, asked.id, &[0, 1]).await.unwrap();
    let feed = exchange::offered(&a.node, &b.code()).await.unwrap()[0].head.feed.clone();
    let entries = exchange::held_entries(&b.node, &feed).await.unwrap();
    let root = entries.iter().find_map(|bytes| match lintas_ledger::Entry::decode(bytes).ok()?.body() {
        lintas_ledger::ReadBody::Whole(Body::HitQuery(query)) => query.commitments.parse().ok(),
        _ => None,
    });
    assert!(openings.iter().all(|opening| lintas_hits::check_opening(&root.unwrap(), 2, opening)));
}
