//! Hit/no-hit between two agencies, from a question to its answer.

mod asking;
mod hostile;
mod known;

use std::collections::BTreeSet;

use lintas_casework::hits::{self, Asked, HitLine, Outcome, Standing, Wish};
use lintas_casework::report::{self, NewReport, NewThing};
use lintas_casework::{Ctx, exchange};
use lintas_model::property::{Property, Value};
use lintas_model::{CaseId, EntityKind, PartialDate};

use crate::fixture::{self, Agency};

/// Feeds are pulled both ways and attended to, until nothing is new.
pub(super) async fn exchanged(a: &Agency, b: &Agency) {
    for _ in 0..2 {
        for (from, to) in [(a, b), (b, a)] {
            assert_eq!(fixture::pull(from, to).await, Vec::<String>::new());
            for offer in exchange::offered(&from.node, &to.code()).await.unwrap() {
                hits::attend(&to.node, &offer.head.feed).await.unwrap();
            }
        }
    }
}

pub(super) async fn file(ctx: &Ctx, case: CaseId, things: Vec<NewThing>) -> report::Filed {
    let new = NewReport { title: "Seen".into(), case: Some(case), things, ..NewReport::default() };
    report::add(ctx, new).await.unwrap()
}

pub(super) fn person(name: &str, birth: PartialDate) -> NewThing {
    let says = vec![(Property::Name, Value::from(name)), (Property::BirthDate, Value::Date(birth))];
    NewThing { entity: None, kind: EntityKind::Person, says }
}

pub(super) fn wish(to: &Agency, case: CaseId) -> Wish {
    Wish {
        to: to.code(),
        case,
        legal_basis: "UNTOC Art. 27".into(),
        entities: BTreeSet::new(),
        values: Vec::new(),
        with_victims: false,
    }
}

pub(super) async fn asked(ctx: &Ctx, to: &Agency, case: CaseId) -> Asked {
    hits::ask(ctx, wish(to, case)).await.unwrap()
}

pub(super) async fn lines(ctx: &Ctx, asked: &Asked) -> Vec<HitLine> {
    match hits::question(ctx, asked.id).await.unwrap().standing {
        Standing::Answered { hits, .. } => hits,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn outcomes(ctx: &Ctx) -> Vec<Outcome> {
    let desk = hits::desk(ctx).await.unwrap();
    desk.received.into_iter().rev().map(|received| received.outcome).collect()
}

/// How many items of a question hit: a line of a person may stand for several forms of a name.
pub(super) async fn hit_count(ctx: &Ctx, asked: &Asked) -> usize {
    let question = hits::question(ctx, asked.id).await.unwrap();
    let Standing::Answered { hits, .. } = question.standing else { return 0 };
    let name = "สมชาย ใจดี";
    let keys = lintas_names::hit_keys(&lintas_names::Name::read(name).unwrap());
    let other = lintas_names::hit_keys(&lintas_names::Name::read("Somchai Jaidee").unwrap());
    hits.len() - 1 + keys.iter().filter(|key| other.contains(key)).count()
}
