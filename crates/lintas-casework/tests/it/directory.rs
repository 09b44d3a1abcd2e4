use std::collections::BTreeSet;

use lintas_casework::directory::{self, NewContact};
use lintas_casework::{CaseworkError, round};
use lintas_model::PartialDate;
use lintas_model::record::ContactRole;

use crate::fixture::{meet, staffed, sync};

fn desk() -> NewContact {
    NewContact {
        name: "Duty desk".into(),
        roles: [ContactRole::RoundTheClock, ContactRole::Investigation].into(),
        phones: vec!["+៨៥៥ 23 000 001".into(), " ".into()],
        emails: vec!["desk@example.org".into()],
        languages: ["km".to_owned(), "en".to_owned()].into(),
        note: String::new(),
    }
}

#[tokio::test]
async fn the_agencies_of_the_round_read_how_the_others_are_reached_and_nobody_else_does() {
    let (a, b, c) = (staffed("AAA", 720).await, staffed("BBB", 721).await, staffed("CCC", 722).await);
    for (one, other) in [(&a, &b), (&a, &c), (&b, &c)] {
        meet(one, other).await;
    }
    let day = |month, day| PartialDate::day(2017, month, day).unwrap();
    let agencies = BTreeSet::from([a.code(), b.code()]);
    let steward = a.seat("steward").await;
    round::open(&steward, "Round", day(3, 1), day(11, 16), agencies).await.unwrap();
    let admin = a.seat("administrator").await;
    directory::add(&admin, desk()).await.unwrap();
    sync(&a, &b).await;
    sync(&a, &c).await;
    let at_b = directory::show(&b.seat("officer").await).await.unwrap();
    let seen = &at_b.contacts[&a.code()][0];
    assert_eq!(seen.contact.body.phones, ["+855 23 000 001"]);
    assert!(seen.round_the_clock() && !seen.old && !at_b.may_write);
    assert!(directory::show(&c.seat("officer").await).await.unwrap().contacts.is_empty());

    // Half a year later it is marked, until somebody confirms it.
    for it in [&a, &b] {
        it.days(200);
    }
    let old = directory::show(&admin).await.unwrap().contacts[&a.code()][0].clone();
    assert!(old.old);
    directory::confirm(&admin, old.id, old.contact.mark.record).await.unwrap();
    sync(&a, &b).await;
    assert!(!directory::show(&b.seat("officer").await).await.unwrap().contacts[&a.code()][0].old);
    let at_b = b.seat("case_lead").await;
    let theirs = directory::find(&at_b, old.id).await.unwrap();
    assert!(directory::close(&at_b, old.id, theirs.contact.mark.record).await.is_err());
}

#[tokio::test]
async fn two_people_who_change_one_entry_do_not_undo_each_other_unseen() {
    let a = staffed("AAA", 723).await;
    let lead = a.seat("case_lead").await;
    let id = directory::add(&lead, desk()).await.unwrap();
    let seen = directory::find(&lead, id).await.unwrap().contact.mark.record;
    directory::change(&lead, id, seen, NewContact { name: "Night desk".into(), ..desk() }).await.unwrap();
    let error = directory::change(&lead, id, seen, NewContact { name: "Old tab".into(), ..desk() }).await;
    assert!(matches!(error, Err(CaseworkError::Invalid { field: "contact", .. })));
    let now = directory::find(&lead, id).await.unwrap();
    assert_eq!(now.contact.body.name, "Night desk");
    directory::close(&lead, id, now.contact.mark.record).await.unwrap();
    assert!(directory::show(&lead).await.unwrap().contacts.is_empty());
}

#[tokio::test]
async fn an_entry_that_nobody_could_use_is_refused() {
    let a = staffed("AAA", 724).await;
    let lead = a.seat("case_lead").await;
    for (field, wrong) in [
        ("name", NewContact { name: " ".into(), ..desk() }),
        ("roles", NewContact { roles: BTreeSet::new(), ..desk() }),
        ("phones", NewContact { phones: vec!["023 000 001".into()], ..desk() }),
        ("phones", NewContact { phones: vec!["+855 23 call me".into()], ..desk() }),
        ("phones", NewContact { phones: Vec::new(), ..desk() }),
        ("emails", NewContact { emails: vec!["nobody".into()], ..desk() }),
        ("languages", NewContact { languages: ["Khmer".to_owned()].into(), ..desk() }),
    ] {
        let error = directory::add(&lead, wrong).await.unwrap_err();
        assert!(matches!(&error, CaseworkError::Invalid { field: f, .. } if *f == field), "{field}: {error}");
    }
    assert!(directory::add(&a.seat("officer").await, desk()).await.is_err());
    assert!(directory::show(&lead).await.unwrap().contacts.is_empty());
}
