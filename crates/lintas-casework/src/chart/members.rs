//! The people and things of a chart: those of which the case speaks, and the ends of its links.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Report, Statement};
use lintas_model::{Body, CaseId, EntityId, Kind};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark};

use super::Member;
use crate::finding::material::Material;
use crate::item::{self, Item};
use crate::{Ctx, Result, entity, statement, victim};

/// Everybody and everything of a chart by id.
pub(super) async fn of_case(
    ctx: &Ctx,
    case: CaseId,
    reports: &[Item<Report>],
    material: &Material,
    action: Action,
) -> Result<BTreeMap<EntityId, Member>> {
    let mut members: BTreeMap<EntityId, Member> = BTreeMap::new();
    for thing in statement::in_reports(ctx, reports).await? {
        for said in &thing.statements {
            let may =
                action == Action::View || ctx.permit(action, &item::facts(ctx.node(), &said.mark)).is_ok();
            if may {
                tell(&mut members, thing.entity, &said.body, &said.mark);
            }
        }
    }
    let links = material.relations.iter().flat_map(|item| [item.body.from, item.body.to]);
    let ends: BTreeSet<EntityId> =
        links.chain(material.sightings.iter().map(|item| item.body.subject)).collect();
    let unknown: Vec<_> =
        ends.iter().filter(|end| !members.contains_key(end)).map(|end| (*end).into()).collect();
    let query = HeldQuery { now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::Statement]) };
    for (object, held) in item::by_object(ctx, query, unknown).await? {
        for (mark, _, body) in item::permitted(ctx, action, held) {
            if let Body::Statement(said) = body {
                tell(&mut members, EntityId::from_uuid(object.uuid()), &said, &mark);
            }
        }
    }
    for end in ends {
        members.entry(end).or_insert_with(unseen);
    }
    // Whatever else is said of a protected person, a chart has the code and nothing more.
    for person in victim::read(ctx, case).await? {
        if let Some(member) = members.get_mut(&EntityId::from_uuid(person.mark.object.uuid())) {
            *member = Member { is_protected: true, caption: person.body.code, ..unseen() };
            member.handlings.push(person.mark.handling);
        }
    }
    Ok(members)
}

fn unseen() -> Member {
    Member {
        kind: None,
        caption: String::new(),
        is_protected: false,
        agencies: BTreeSet::new(),
        grade: None,
        handlings: Vec::new(),
    }
}

fn tell(members: &mut BTreeMap<EntityId, Member>, id: EntityId, said: &Statement, mark: &Mark) {
    let member = members.entry(id).or_insert_with(unseen);
    member.kind.get_or_insert(said.kind);
    if member.caption.is_empty() {
        member.caption = entity::caption_of(said);
    }
    member.agencies.insert(mark.originator.clone());
    let better = match (member.grade, mark.grade) {
        (Some(known), Some(new)) => new.band() < known.band(),
        (None, new) => new.is_some(),
        (Some(_), None) => false,
    };
    if better {
        member.grade = mark.grade;
    }
    if !member.handlings.contains(&mark.handling) {
        member.handlings.push(mark.handling.clone());
    }
}
