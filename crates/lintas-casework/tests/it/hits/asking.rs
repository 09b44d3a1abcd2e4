//! Who may ask, how much, and what the answer says.

use std::collections::BTreeSet;

use lintas_casework::hits::{self, Outcome, Standing, Wish};
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::report::NewThing;
use lintas_casework::{CaseworkError, access, inbox};
use lintas_model::handling::Purpose;
use lintas_model::property::{Property, Value};
use lintas_model::record::{AccessAct, HitRefusal, ItemKind, SecondFor};
use lintas_model::{EntityKind, Language, PartialDate, Role};

use crate::cases::open;
use crate::fixture::{PASSWORD, holds, meet, phone, small, thing};

use super::{asked, exchanged, file, hit_count, lines, outcomes, person, wish};

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
    // It waits in the inbox of the other officer, and of nobody else.
    let waits = inbox::show(&second).await.unwrap().to_approve;
    assert_eq!(waits.iter().map(|question| question.id).collect::<Vec<_>>(), [many.id]);
    assert_eq!(inbox::show(&ctx).await.unwrap().to_approve, []);
    exchanged(&a, &b).await;
    assert_eq!(outcomes(&b.seat("first").await).await, []);
    let own = hits::approve(&ctx, many.id).await.unwrap_err();
    assert!(own.to_string().contains("another officer"), "{own}");
    assert!(hits::question(&second, many.id).await.unwrap().can_approve);
    hits::approve(&second, many.id).await.unwrap();
    assert!(hits::approve(&second, many.id).await.is_err(), "once");
    assert_eq!(inbox::show(&second).await.unwrap().to_approve, [], "nothing waits any more");
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
    assert_eq!(hits::alarms(&second).await.unwrap(), []);
    // The twentieth of the day is asked alone, and is one of a row all the same.
    let last = open(&ctx, "Last").await;
    file(&ctx, last, row_of(&in_row[19..])).await;
    assert_eq!(asked(&ctx, &b, last).await.needs_second, [SecondFor::DenseRange]);
    let alarms = inbox::show(&second).await.unwrap().alarms;
    assert_eq!((alarms.len(), alarms[0].asked, alarms[0].beginning.as_str()), (1, 20, "+668123456"));
    assert_eq!(alarms[0].by, BTreeSet::from(["First".to_owned()]), "whoever asked is named");
    a.days(1);
    assert_eq!(hits::alarms(&second).await.unwrap(), [], "a new day");
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
