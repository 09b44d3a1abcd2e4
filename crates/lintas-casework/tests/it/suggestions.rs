use lintas_casework::entity;
use lintas_model::property::{Property, Value};
use lintas_model::{EntityKind, PartialDate};
use lintas_names::compare::Rule;

use crate::fixture::{file, small, thing};

#[tokio::test]
async fn a_name_in_one_script_suggests_the_same_name_in_another_with_reasons() {
    let a = small("AAA", 500).await;
    let ctx = a.seat("first").await;
    let person = |name: &str| thing(EntityKind::Person, Property::Name, name);
    let thai = file(&ctx, "In Thailand", vec![person("สมชาย ใจดี")]).await.entities[0];
    let latin = file(&ctx, "In a passport", vec![person("Somchai Jaidee")]).await.entities[0];
    let other = file(&ctx, "Somebody else", vec![person("Nguyễn Văn An")]).await.entities[0];
    let shown = entity::show(&ctx, thai).await.unwrap();
    let suggested: Vec<_> = shown.suggested.iter().map(|one| one.entity).collect();
    assert!(suggested.contains(&latin) && !suggested.contains(&other), "{:?}", shown.suggested);
    let one = shown.suggested.iter().find(|one| one.entity == latin).unwrap();
    assert!(one.score >= 500 && one.verdict.is_none() && one.contradiction.is_none());
    assert!(
        one.parts.iter().any(|part| matches!(part.rule, Rule::SameSound | Rule::NearSound | Rule::SameName))
    );
    let back = entity::show(&ctx, latin).await.unwrap();
    assert!(back.suggested.iter().any(|one| one.entity == thai), "it works both ways");
}

#[tokio::test]
async fn different_births_are_told_and_stand_last() {
    let a = small("AAA", 501).await;
    let ctx = a.seat("first").await;
    let born = |(year, month, day)| {
        let mut person = thing(EntityKind::Person, Property::Name, "Somchai Jaidee");
        person.says.push((Property::BirthDate, Value::Date(PartialDate::day(year, month, day).unwrap())));
        person
    };
    let first = file(&ctx, "One", vec![born((1980, 2, 3))]).await.entities[0];
    let same = file(&ctx, "Two", vec![born((1980, 2, 3))]).await.entities[0];
    let apart = file(&ctx, "Three", vec![born((1991, 7, 9))]).await.entities[0];
    let suggested = entity::show(&ctx, first).await.unwrap().suggested;
    assert_eq!(suggested.iter().map(|one| one.entity).collect::<Vec<_>>(), [same, apart]);
    assert_eq!(suggested[1].contradiction, Some(("1980-02-03".to_owned(), "1991-07-09".to_owned())));
}
