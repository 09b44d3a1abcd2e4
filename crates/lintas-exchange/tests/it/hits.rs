//! Hit/no-hit over the wire and by courier.

use std::collections::BTreeSet;
use std::io::Cursor;

use lintas_casework::case::{self, NewCase};
use lintas_casework::hits::{self, Outcome, Standing as Stands, Wish};
use lintas_casework::report::{self, NewReport, NewThing};
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{Pace, Standing, ask};
use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::{CaseId, EntityKind, HitQueryId};
use lintas_testkit::{Member, region};

async fn filed(at: &Member, number: &str) -> anyhow::Result<CaseId> {
    let new = NewCase {
        title: "LOTUS BRIDGE".into(),
        reference: "2017/41".into(),
        summary: String::new(),
        offences: BTreeSet::from([Offence::Trafficking]),
        countries: BTreeSet::new(),
        round: None,
    };
    let case = case::open(&at.chief, new).await?;
    let says = vec![(Property::PhoneNumber, Value::from(number))];
    let things = vec![NewThing { entity: None, kind: EntityKind::Phone, says }];
    report::add(
        &at.chief,
        NewReport { title: "Seen".into(), case: Some(case), things, ..NewReport::default() },
    )
    .await?;
    Ok(case)
}

async fn question(of: &Member, to: &Member, case: CaseId) -> anyhow::Result<HitQueryId> {
    let wish = Wish {
        to: to.code().clone(),
        case,
        legal_basis: "UNTOC Art. 27".into(),
        entities: BTreeSet::new(),
        values: Vec::new(),
        with_victims: false,
    };
    Ok(hits::ask(&of.chief, wish).await?.id)
}

async fn hit_ends(of: &Member, id: HitQueryId) -> anyhow::Result<Vec<String>> {
    match hits::question(&of.chief, id).await?.standing {
        Stands::Answered { hits, .. } => Ok(hits.into_iter().map(|hit| hit.end).collect()),
        other => anyhow::bail!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_answered_in_one_meeting_over_the_wire() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let case = filed(one, "+66 81 234 5678").await?;
    filed(two, "+66812345678").await?;
    let id = question(one, two, case).await?;
    let met = ask(&one.node, two.code(), Pace::FULL).await?;
    assert_eq!(met.standing, Standing::UpToDate { at: one.node.now() });
    assert_eq!(hit_ends(one, id).await?, ["…678"]);
    let received = hits::desk(&two.chief).await?.received;
    assert_eq!((received.len(), &received[0].outcome), (1, &Outcome::Noticed { hits: 1 }));
    // Again it is neither asked nor answered anew.
    ask(&one.node, two.code(), Pace::FULL).await?;
    assert_eq!(hits::desk(&two.chief).await?.received.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_agency_that_meets_others_by_stick_only_takes_part_the_same_way() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let case = filed(one, "+66 81 234 5678").await?;
    filed(two, "+66812345678").await?;
    let id = question(one, two, case).await?;
    for (from, to) in [(one, two), (two, one), (one, two)] {
        let mut stick = Vec::new();
        bundle_for(&from.node, to.code(), false, &mut stick).await?;
        let taken = take_bundle(&to.node, Cursor::new(stick)).await?;
        assert_eq!(taken.findings().count(), 0);
    }
    assert_eq!(hit_ends(one, id).await?, ["…678"]);
    assert_eq!(hits::desk(&two.chief).await?.received[0].outcome, Outcome::Noticed { hits: 1 });
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_breaks_loses_no_question() -> anyhow::Result<()> {
    let region = region(2).await?;
    let (one, two) = region.pair();
    let case = filed(one, "+66 81 234 5678").await?;
    filed(two, "+66812345678").await?;
    let id = question(one, two, case).await?;
    two.line.cut_after(0);
    let met = ask(&one.node, two.code(), Pace::FULL).await?;
    assert!(matches!(met.standing, Standing::Failed { .. }), "{:?}", met.standing);
    assert_eq!(hits::question(&one.chief, id).await?.standing, Stands::Sent);
    two.line.mend();
    ask(&one.node, two.code(), Pace::FULL).await?;
    assert_eq!(hit_ends(one, id).await?, ["…678"]);
    Ok(())
}
