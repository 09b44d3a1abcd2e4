//! Facets and saved searches: they count what the actor may see, and nothing else.

use lintas_casework::search::{self, GradeFacet, TimeFacet, Wanted};
use lintas_model::property::Property;
use lintas_model::{EntityKind, Kind};

use crate::fixture::{file, phone, small, staffed, thing};

fn wanted(text: &str) -> Wanted {
    Wanted { text: text.to_owned(), ..Wanted::default() }
}

#[tokio::test]
async fn facets_count_what_was_found_and_narrow_it() {
    let a = small("THA", 910).await;
    let ctx = a.seat("first").await;
    let place = thing(EntityKind::Place, Property::Address, "Pier 7");
    file(&ctx, "Boats at the pier", vec![place, phone("+66 81 234 5678")]).await;
    a.days(40);
    file(&ctx, "The pier again", Vec::new()).await;
    let found = search::find(&ctx, &wanted("pier")).await.unwrap();
    assert_eq!(found.facets.kinds.get(&Kind::Report), Some(&2));
    assert_eq!(found.facets.kinds.get(&Kind::Statement), Some(&1));
    assert_eq!(found.facets.times.get(&TimeFacet::Week), Some(&1));
    assert_eq!(found.facets.times.get(&TimeFacet::Year), Some(&2));
    assert_eq!(found.facets.grades.get(&GradeFacet::None), Some(&3));
    assert_eq!(found.facets.places, [("Pier 7".to_owned(), 1)]);
    assert!(!found.beyond && !found.more);
    for narrow in [
        Wanted { kinds: vec![Kind::Statement], ..wanted("pier") },
        Wanted { time: Some(TimeFacet::Week), ..wanted("pier") },
        Wanted { place: Some("Pier 7".to_owned()), ..wanted("pier") },
    ] {
        let narrowed = search::find(&ctx, &narrow).await.unwrap();
        assert_eq!(narrowed.hits.len(), 1, "{narrow:?}");
        assert_eq!(narrowed.facets, found.facets, "the facets stay, so that another can be chosen");
    }
}

#[tokio::test]
async fn a_count_never_tells_of_what_may_not_be_seen() {
    let a = staffed("VNM", 911).await;
    let analyst = a.seat("analyst").await;
    file(&analyst, "Two men", Vec::new()).await;
    let found = search::find(&a.seat("officer").await, &wanted("SRC-0815")).await.unwrap();
    assert!(found.hits.is_empty() && found.facets.kinds.is_empty());
    assert!(!search::find(&analyst, &wanted("SRC-0815")).await.unwrap().facets.kinds.is_empty());
}

#[tokio::test]
async fn a_saved_search_tells_of_what_arrived_since_and_only_its_officer() {
    let a = staffed("THA", 912).await;
    let (analyst, lead) = (a.seat("analyst").await, a.seat("case_lead").await);
    file(&analyst, "Old news of the pier", Vec::new()).await;
    a.days(1);
    search::save(&analyst, &wanted("pier")).await.unwrap();
    search::save(&analyst, &wanted("pier")).await.unwrap();
    assert_eq!(search::saved(&analyst, None).await.unwrap().len(), 1);
    assert!(search::news(&analyst).await.unwrap().is_empty());
    a.days(1);
    file(&lead, "A boat at the pier", Vec::new()).await;
    file(&lead, "Nothing of the kind", Vec::new()).await;
    let news = search::news(&analyst).await.unwrap();
    assert_eq!(news.iter().map(|saved| saved.new).collect::<Vec<_>>(), [1]);
    assert!(search::news(&lead).await.unwrap().is_empty());
    a.days(1);
    search::saved(&analyst, Some(&wanted("pier"))).await.unwrap();
    assert!(search::news(&analyst).await.unwrap().is_empty());
    search::forget(&lead, news[0].id).await.unwrap();
    assert_eq!(search::saved(&analyst, None).await.unwrap().len(), 1, "nobody forgets another's search");
    search::forget(&analyst, news[0].id).await.unwrap();
    assert!(search::saved(&analyst, None).await.unwrap().is_empty());
    assert!(search::save(&analyst, &wanted("  ")).await.is_err());
}
