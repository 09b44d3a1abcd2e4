//! What the ranking promises to whoever reads it.

use lintas_network::rank::{People, RankOptions, Ranking, rank, read_contacts, read_people};
use proptest::prelude::*;

fn ranked(csv: &str) -> Ranking {
    let (contacts, _) = read_contacts(csv.as_bytes(), None).unwrap();
    rank(&contacts, &People::default(), RankOptions { resamples: 10, ..RankOptions::default() })
}

fn place(ranking: &Ranking, id: &str) -> usize {
    ranking.people.iter().find(|person| person.id == id).unwrap().rank
}

/// A boss with two lieutenants, each with two cells of four, and a phone shop that everybody called once.
fn layered() -> String {
    let mut csv = String::from("source,target,kind,time,weight\n");
    let mut row = |from: &str, to: &str, kind: &str, day: u32, weight: u32| {
        csv.push_str(&format!("{from},{to},{kind},2016-{:02}-{:02},{weight}\n", day % 6 + 1, day % 27 + 1));
    };
    let mut day = 0;
    for side in ["east", "west"] {
        row("boss", side, "order", 3, 1);
        row("boss", side, "order", 40, 1);
        row(side, "boss", "money", 9, 9000);
        for cell in 0..2 {
            let head = format!("{side}{cell}-head");
            row(side, &head, "order", 5, 1);
            row(&head, side, "money", 8, 2000);
            for call in 0..6 {
                row(side, &head, "call", call, 1);
            }
            for member in 0..3 {
                let member = format!("{side}{cell}-{member}");
                for call in 0..4 {
                    row(&head, &member, "call", call + 7, 1);
                }
                row("shop", &member, "call", day, 1);
                row(&member, &format!("{side}{cell}-{}", day % 3), "call", day, 1);
                day += 1;
            }
            row(&head, "shop", "call", day, 1);
        }
        row(side, "shop", "call", day, 1);
    }
    for passer_by in 0..20 {
        row(&format!("passer-by {passer_by}"), "shop", "call", passer_by, 1);
    }
    csv
}

#[test]
fn the_quiet_boss_stands_first_and_the_busy_shop_far_behind() {
    let ranking = ranked(&layered());
    assert_eq!(place(&ranking, "boss"), 1);
    assert!(place(&ranking, "shop") > 10);
    let shop = ranking.people.iter().find(|person| person.id == "shop").unwrap();
    assert!(shop.why[0].starts_with("Looks merely busy: "), "{:?}", shop.why);
}

#[test]
fn reasons_name_who_what_how_often_and_when() {
    let ranking = ranked(&layered());
    let why = &ranking.people[0].why;
    assert!(
        why.contains(
            &"Gives orders to east (2 orders, 2016-04-04 to 2016-05-14) and west (2 orders, 2016-04-04 to 2016-05-14); takes none from anybody seen."
                .to_owned()
        ),
        "{why:#?}"
    );
    assert!(
        why.iter().any(|sentence| sentence.starts_with("Receives money from east (1 payment, ")),
        "{why:#?}"
    );
}

#[test]
fn nobody_is_invented() {
    let text = layered();
    let ranking = ranked(&text);
    let written: Vec<&str> = text.lines().skip(1).flat_map(|line| line.split(',').take(2)).collect();
    assert!(ranking.people.iter().all(|person| written.contains(&person.id.as_str())));
    for gap in &ranking.unobserved {
        assert!(gap.beside.iter().all(|id| written.contains(&id.as_str())));
    }
}

#[test]
fn two_heads_without_a_common_superior_are_a_gap_worth_a_note() {
    let without_boss: String =
        layered().lines().filter(|line| !line.contains("boss")).map(|line| format!("{line}\n")).collect();
    let ranking = ranked(&without_boss);
    let gap = ranking.unobserved.iter().find(|gap| gap.note.contains("answer to nobody seen")).unwrap();
    let mut beside = gap.beside.clone();
    beside.sort();
    assert_eq!(beside, ["east", "west"]);
}

#[test]
fn lists_of_next_to_nothing_are_answered() {
    assert!(ranked("").people.is_empty());
    assert!(ranked("source,target\n").people.is_empty());
    assert!(ranked("source,target\na,a\n").people.is_empty());
    let two = ranked("source,target\na,b\n");
    assert_eq!((two.people.len(), place(&two, "a"), place(&two, "b")), (2, 1, 1));
}

#[test]
fn somebody_listed_without_a_contact_comes_last_and_is_told_apart() {
    let (contacts, _) = read_contacts(&b"source,target\na,b\nb,c\n"[..], None).unwrap();
    let (people, _) = read_people(&b"id,label\nz,Zed\nb,Bee\n"[..]).unwrap();
    let ranking = rank(&contacts, &people, RankOptions::default());
    let last = ranking.people.last().unwrap();
    assert_eq!((last.id.as_str(), last.label.as_deref(), last.organiser_score), ("z", Some("Zed"), 0.0));
    assert_eq!(ranking.people[0].label.as_deref(), Some("Bee"));
}

#[test]
fn the_same_list_and_seed_give_the_same_bytes() {
    let once = serde_json::to_string(&ranked(&layered())).unwrap();
    assert_eq!(once, serde_json::to_string(&ranked(&layered())).unwrap());
}

/// Rows as they come from the field: people in few and many contacts, any kind, odd weights, times or none.
fn any_rows() -> impl Strategy<Value = Vec<String>> {
    let kind = prop::sample::select(vec!["call", "money", "order", "kinship", "", "meeting", "nonsense"]);
    let weight = prop::sample::select(vec!["1", "0", "-3", "", "1e308", "0.0001", "nan", "250"]);
    let time = prop::sample::select(vec!["2016-01-05", "", "2016-09-30T10:00:00Z", "tomorrow", "2017-02-28"]);
    let row =
        (0u8..12, 0u8..12, kind, weight, time).prop_map(|(a, b, k, w, t)| format!("{a},{b},{k},{w},{t}"));
    prop::collection::vec(row, 0..60)
}

fn finite(value: &serde_json::Value) -> bool {
    match value {
        // serde_json writes NaN and infinities as null.
        serde_json::Value::Null => false,
        serde_json::Value::Array(values) => values.iter().all(finite),
        serde_json::Value::Object(fields) => fields.values().all(finite),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_a_number_in_its_range(rows in any_rows()) {
        let ranking = ranked(&format!("source,target,kind,weight,time\n{}\n", rows.join("\n")));
        prop_assert!(finite(&serde_json::to_value(&ranking).unwrap()));
        for person in &ranking.people {
            prop_assert!((0.0..=1.0).contains(&person.organiser_score));
            prop_assert!((0.0..=1.0).contains(&person.confidence));
            prop_assert!(!person.why.is_empty());
        }
        let scores: Vec<f64> = ranking.people.iter().map(|person| person.organiser_score).collect();
        prop_assert!(scores.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in any_rows(), turn in 0usize..60) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len().max(1));
        let head = "source,target,kind,weight,time\n";
        let (before, after) = (ranked(&format!("{head}{}\n", rows.join("\n"))), ranked(&format!("{head}{}\n", turned.join("\n"))));
        for person in &before.people {
            let other = after.people.iter().find(|other| other.id == person.id).unwrap();
            prop_assert!((person.organiser_score - other.organiser_score).abs() < 1e-6, "{}", person.id);
        }
    }
}
