//! People and things.

use lintas_casework::entity::{self, EntityView};
use lintas_casework::statement::Thing;
use lintas_casework::suggestion::Suggestion;
use lintas_casework::{Ctx, Item, judgement};
use lintas_model::property::Value;
use lintas_model::record::{LinkStrength, Relation, Statement, Verdict};
use lintas_model::{EntityId, EntityKind};
use lintas_policy::Action;

use crate::dates;
use crate::problem::Problem;
use crate::routes::entities::line::ThingLine;
use crate::routes::entities::show::{LinkLine, MatchLine, ShownThing, StatementLine};
use crate::words::Words;

/// A thing of a case as lists show it.
pub(crate) fn line(thing: Thing) -> ThingLine {
    let mut agencies = thing.statements.iter().map(|s| s.mark.originator.clone()).collect::<Vec<_>>();
    agencies.sort();
    agencies.dedup();
    let mut reports = thing.statements.iter().map(|s| s.body.report).collect::<Vec<_>>();
    reports.sort();
    reports.dedup();
    ThingLine {
        entity: thing.entity,
        kind: thing.kind,
        caption: thing.caption,
        agencies,
        reports: reports.len() as u64,
    }
}

/// A value in the words of a language.
pub(crate) fn shown(words: &Words, value: &Value) -> String {
    match value {
        Value::Date(date) => dates::partial(words, *date).shown,
        Value::Country(country) => words.word("country", &country.as_str().to_lowercase()),
        other => other.to_string(),
    }
}

/// One entity.
pub(crate) async fn show(ctx: &Ctx, words: &Words, id: EntityId) -> Result<ShownThing, Problem> {
    let view = entity::show(ctx, id).await?;
    let withheld = view.statements.iter().map(|s| s.mark.withheld as u64).sum();
    let statements = view.statements.iter().flat_map(|item| statement(words, item)).collect();
    let links = view.relations.iter().map(|(item, other, caption)| link(item, *other, caption)).collect();
    Ok(ShownThing {
        entity: id,
        kind: view.kind,
        statements,
        links,
        matches: matches(words, &view),
        caption: view.caption,
        can_ask: super::hits::can_ask(ctx),
        can_judge: ctx.permit_own(Action::Judge, "judgement").is_ok(),
        withheld,
    })
}

fn statement(words: &Words, item: &Item<Statement>) -> Vec<StatementLine> {
    let line = |property: &str, value: String, note: Option<String>| StatementLine {
        property: property.to_owned(),
        value,
        note,
        report: item.body.report,
        at: item.mark.at,
        grade: item.mark.grade,
        handling: item.mark.handling.clone(),
        agency: item.mark.originator.clone(),
    };
    item.body
        .says
        .iter()
        .flat_map(|(property, all)| all.iter().map(move |asserted| (property, asserted)))
        .map(|(property, asserted)| {
            line(property.as_str(), shown(words, &asserted.value), asserted.note.clone())
        })
        .collect()
}

fn link(item: &Item<Relation>, other: EntityId, caption: &str) -> LinkLine {
    let strength = match item.body.strength {
        LinkStrength::Confirmed => "confirmed",
        LinkStrength::Unconfirmed => "unconfirmed",
        LinkStrength::Tentative => "tentative",
    };
    LinkLine {
        link: item.body.kind.as_str().to_owned(),
        strength: strength.to_owned(),
        other: (other, caption.to_owned()),
        date: item.body.date,
        report: item.body.report,
        grade: item.mark.grade,
        agency: item.mark.originator.clone(),
    }
}

fn matches(words: &Words, view: &EntityView) -> Vec<MatchLine> {
    let mut lines = Vec::<MatchLine>::new();
    for sharing in &view.sharing {
        let why = format!(
            "{} · {}",
            words.word("property", sharing.identifier.property.as_str()),
            sharing.identifier.value
        );
        let other = sharing.identifier.entity;
        match lines.iter_mut().find(|line| line.other.0 == other) {
            Some(line) => {
                if !line.why.contains(&why) {
                    line.why = format!("{}; {why}", line.why);
                }
                if !line.agencies.contains(&sharing.agency) {
                    line.agencies.push(sharing.agency.clone());
                }
            }
            None => lines.push(MatchLine {
                other: (other, kind_of(view), sharing.caption.clone()),
                why,
                score_permille: None,
                agencies: vec![sharing.agency.clone()],
                verdict: sharing.verdict.and_then(word),
            }),
        }
    }
    for one in &view.suggested {
        let why = suggested(words, one);
        match lines.iter_mut().find(|line| line.other.0 == one.entity) {
            Some(line) => {
                line.why = format!("{}; {why}", line.why);
                line.score_permille = Some(one.score);
            }
            None => lines.push(MatchLine {
                other: (one.entity, one.kind, one.caption.clone()),
                why,
                score_permille: Some(one.score),
                agencies: one.agencies.iter().cloned().collect(),
                verdict: one.verdict.and_then(word),
            }),
        }
    }
    lines.extend(view.same.iter().map(|(other, caption)| MatchLine {
        other: (*other, kind_of(view), caption.clone()),
        why: words.say("match-judged"),
        score_permille: None,
        agencies: Vec::new(),
        verdict: Some("same".to_owned()),
    }));
    lines
}

/// Why two names may be one: which part matches which, and by what rule.
fn suggested(words: &Words, one: &Suggestion) -> String {
    let parts = one.parts.iter().map(|part| {
        let rule = serde_json::to_value(part.rule).ok();
        let rule = rule.as_ref().and_then(|rule| rule.as_str()).unwrap_or_default();
        format!("{} = {} ({})", part.left, part.right, words.word("rule", rule))
    });
    let mut why: Vec<String> = parts.collect();
    if let Some((own, other)) = &one.contradiction {
        why.push(words.fill("match-births-differ", &[("own", own), ("other", other)]));
    }
    why.join(", ")
}

/// What shares a person's phone or document is taken for a person, and so on.
fn kind_of(view: &EntityView) -> EntityKind {
    view.kind
}

fn word(verdict: Verdict) -> Option<String> {
    match verdict {
        Verdict::Same => Some("same".to_owned()),
        Verdict::NotSame => Some("not_same".to_owned()),
        Verdict::Withdrawn => None,
    }
}

/// Records a judgement.
pub(crate) async fn judge(
    ctx: &Ctx,
    left: EntityId,
    right: EntityId,
    verdict: Verdict,
    reason: &str,
) -> Result<(), Problem> {
    judgement::judge(ctx, left, right, verdict, reason).await?;
    Ok(())
}
