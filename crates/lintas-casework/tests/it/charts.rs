use lintas_casework::chart::{self, Filter, Sureness};
use lintas_casework::report::{self, NewLink, NewReport, NewSighting, NewThing};
use lintas_casework::victim::{self, NewProtectedPerson};
use lintas_casework::{Ctx, access};
use lintas_model::grade::Scheme;
use lintas_model::offence::Offence;
use lintas_model::property::Property;
use lintas_model::record::{AccessAct, AgeBand, LinkStrength, ProtectionStatus, RelationKind};
use lintas_model::{CaseId, EntityId, EntityKind, Grade, Handling, PartialDate, Point};

use crate::cases::open;
use crate::fixture::{small, staffed, start, thing};

/// Two people who met, one of them seen, in a report of a grade on a day of March 2017.
async fn met(ctx: &Ctx, case: CaseId, people: [EntityId; 2], grade: Option<&str>, day: i8) {
    let named = |at: usize| NewThing {
        entity: Some(people[at]),
        ..thing(EntityKind::Person, Property::Name, &format!("Synthetic {at}"))
    };
    let new = NewReport {
        title: "A meeting".into(),
        occurred: Some(PartialDate::day(2017, 3, day).unwrap()),
        case: Some(case),
        grade: grade.map(|text| Grade::parse(Scheme::FourFour, text).unwrap()),
        things: vec![named(0), named(1)],
        links: vec![NewLink { from: 0, to: 1, kind: RelationKind::Met, strength: LinkStrength::Confirmed }],
        seen: vec![NewSighting {
            subject: people[1],
            at: start(),
            point: Point::from_degrees(13.66, 102.55, 500).unwrap(),
            place: Some("Poipet".into()),
        }],
        ..NewReport::default()
    };
    report::add(ctx, new).await.unwrap();
}

fn two(ctx: &Ctx) -> [EntityId; 2] {
    [ctx.node().new_id(EntityId::new), ctx.node().new_id(EntityId::new)]
}

#[tokio::test]
async fn a_chart_shows_what_the_filter_says_and_no_link_surer_than_its_grade() {
    let agency = small("KH-CIB", 1).await;
    let ctx = agency.seat("first").await;
    let case = open(&ctx, "LOTUS BRIDGE").await;
    let (graded, ungraded) = (two(&ctx), two(&ctx));
    met(&ctx, case, graded, Some("A2"), 1).await;
    met(&ctx, case, ungraded, None, 20).await;

    let all = chart::of_case(&ctx, case, &Filter::default()).await.unwrap();
    assert_eq!((all.links.len(), all.members.len(), all.sightings.len()), (2, 4, 2));
    let sure = |at: usize| chart::sureness(all.links[at].body.strength, all.links[at].mark.grade);
    assert_ne!(sure(0), sure(1));

    let confirmed = Filter { at_least: Some(Sureness::Confirmed), ..Filter::default() };
    let confirmed = chart::of_case(&ctx, case, &confirmed).await.unwrap();
    assert_eq!(confirmed.links.iter().map(|link| link.body.from).collect::<Vec<_>>(), [graded[0]]);

    let early = Filter { until: Some(PartialDate::day(2017, 3, 10).unwrap()), ..Filter::default() };
    assert_eq!(chart::of_case(&ctx, case, &early).await.unwrap().links.len(), 1);
    let around = Filter { around: Some(ungraded[0]), steps: 1, ..Filter::default() };
    let around = chart::of_case(&ctx, case, &around).await.unwrap();
    assert_eq!(around.members.keys().copied().collect::<std::collections::BTreeSet<_>>(), ungraded.into());
}

#[tokio::test]
async fn a_protected_person_is_a_code_on_a_chart_and_stands_on_no_map() {
    let agency = small("KH-CIB", 2).await;
    let ctx = agency.seat("first").await;
    let case = open(&ctx, "LOTUS BRIDGE").await;
    let person = NewProtectedPerson {
        case,
        code: "V-7".into(),
        age: AgeBand::Adult,
        nationality: None,
        offence: Offence::Trafficking,
        status: ProtectionStatus::AtRisk,
        operation: None,
    };
    let victim = EntityId::from_uuid(victim::record(&ctx, person).await.unwrap().uuid());
    let suspect = ctx.node().new_id(EntityId::new);
    met(&ctx, case, [suspect, victim], Some("A2"), 1).await;

    let shown = chart::of_case(&ctx, case, &Filter::default()).await.unwrap();
    let member = &shown.members[&victim];
    assert!(member.is_protected);
    assert_eq!((member.caption.as_str(), member.kind, member.grade), ("V-7", None, None));
    assert!(shown.sightings.is_empty(), "where a victim was is drawn");
    assert_eq!(shown.n_protected_sightings, 1);
}

#[tokio::test]
async fn what_leaves_is_permitted_and_recorded_and_an_officer_takes_nothing_along() {
    let agency = staffed("KH-CIB", 3).await;
    let lead = agency.seat("case_lead").await;
    let case = open(&lead, "LOTUS BRIDGE").await;
    met(&lead, case, two(&lead), Some("B2"), 1).await;
    let analyst = agency.seat("analyst").await;
    let file = chart::to_export(&analyst, case, &Filter::default(), "chart link svg").await.unwrap();
    assert_eq!((file.links.len(), file.n_left_out), (1, 0));

    let officer = agency.seat("officer").await;
    assert!(chart::of_case(&officer, case, &Filter::default()).await.is_ok());
    assert!(chart::to_export(&officer, case, &Filter::default(), "chart link svg").await.is_err());
    let steward = agency.seat("steward").await;
    assert!(chart::of_case(&steward, case, &Filter::default()).await.is_err());

    let administrator = agency.seat("administrator").await;
    let audit = access::list(&administrator, 0, 0).await.unwrap();
    let of = |act| audit.iter().filter(move |item| item.body.act == act).map(|item| item.body.page.as_str());
    assert_eq!(of(AccessAct::Export).collect::<Vec<_>>(), ["chart link svg"]);
    assert!(of(AccessAct::Refused).any(|page| page == "export"));
}

#[tokio::test]
async fn handling_of_all_that_is_drawn_reaches_the_page() {
    let agency = small("KH-CIB", 4).await;
    let ctx = agency.seat("first").await;
    let case = open(&ctx, "LOTUS BRIDGE").await;
    met(&ctx, case, two(&ctx), None, 1).await;
    let shown = chart::of_case(&ctx, case, &Filter::default()).await.unwrap();
    assert!(shown.handlings().any(|handling| *handling == Handling::default()));
}

#[tokio::test]
async fn a_view_is_kept_under_its_name_for_whoever_works_the_case() {
    let agency = staffed("KH-CIB", 5).await;
    let lead = agency.seat("case_lead").await;
    let case = open(&lead, "LOTUS BRIDGE").await;
    chart::save_view(&lead, case, " The drivers ", r#"{"shown":[]}"#).await.unwrap();
    chart::save_view(&lead, case, "The drivers", r#"{"shown":[["a",1,2]]}"#).await.unwrap();
    let analyst = agency.seat("analyst").await;
    let views = chart::views(&analyst, case).await.unwrap();
    assert_eq!(views.len(), 1, "a name is one view");
    assert_eq!(views[0].body.state, r#"{"shown":[["a",1,2]]}"#);

    for (name, state) in [("", "{}"), ("x", "no layout"), ("x", "[]"), (&"x".repeat(81), "{}")] {
        assert!(chart::save_view(&lead, case, name, state).await.is_err(), "{name} {state}");
    }
    let officer = agency.seat("officer").await;
    assert!(chart::save_view(&officer, case, "Mine", "{}").await.is_err());
}
