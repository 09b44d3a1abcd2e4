//! A person as the statements about them tell it.

use std::collections::BTreeSet;

use lintas_documents::Wording;
use lintas_documents::parts::Person;
use lintas_documents::wording::{Day, Land};
use lintas_model::property::{Property, Value};
use lintas_model::record::Statement;
use lintas_model::{Country, EntityId, Grade, PartialDate};
use lintas_names::{Name, Script};
use lintas_store::HeldQuery;

use super::sources::Sources;
use crate::item::{self, Item};
use crate::{Result, report};

/// The statements about an entity that may be printed, the best graded first.
pub(super) async fn statements(sources: &mut Sources<'_>, entity: EntityId) -> Result<Vec<Item<Statement>>> {
    let query = HeldQuery { object: Some(entity.into()), ..HeldQuery::default() };
    let read = report::distinct(item::read::<Statement>(sources.ctx, query).await?);
    let mut kept = sources.keep_items(read);
    kept.sort_by_key(|s| (s.mark.grade.map(Grade::band).is_none(), s.mark.grade.map(Grade::band), s.mark.at));
    Ok(kept)
}

/// A person by statements; `name` is how a warrant has it. Only what is stated of this very entity counts: that two
/// entities are one is a judgement, and a request may not rest on it without saying so.
pub(super) fn told(statements: &[Item<Statement>], name: Option<&str>) -> Person {
    let all = |property: Property| {
        statements.iter().filter_map(move |s| s.body.says.get(&property)).flatten().map(|said| &said.value)
    };
    let texts = |properties: &[Property]| -> Vec<String> {
        let mut seen = BTreeSet::new();
        properties
            .iter()
            .flat_map(|property| all(*property))
            .map(|value| value.to_string().trim().to_owned())
            .filter(|text| !text.is_empty() && seen.insert(text.clone()))
            .collect()
    };
    let mut names = texts(&[Property::Name, Property::Alias, Property::FormerName, Property::Nickname]);
    let name = match name.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None if names.is_empty() => String::new(),
        None => names.remove(0),
    };
    names.retain(|other| *other != name);
    let joined = |properties: &[Property]| {
        Some(texts(properties).join("; ")).filter(|text| !text.is_empty()).map(Wording::same)
    };
    let first = |property: Property| all(property).next();
    Person {
        romanised: romanised(&name),
        name,
        aliases: names,
        born: first(Property::BirthDate).and_then(as_date).map(Day::from),
        birth_place: joined(&[Property::BirthPlace]),
        sex: first(Property::Gender).map(|value| sex(&value.to_string())),
        nationality: first(Property::Nationality).and_then(as_country).map(Land::from),
        identity_documents: texts(&[Property::DocumentNumber]),
        description: joined(&[Property::Description]),
        location: joined(&[Property::Address]),
        certainty: None,
    }
}

fn romanised(name: &str) -> Option<String> {
    let read = Name::read(name).ok()?;
    (read.script() != Script::Latin).then(|| read.romanisations(1).into_iter().next()).flatten()
}

fn as_date(value: &Value) -> Option<PartialDate> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Text(text) => PartialDate::try_from(text.clone()).ok(),
        _ => None,
    }
}

fn as_country(value: &Value) -> Option<Country> {
    match value {
        Value::Country(country) => Some(*country),
        value => value.to_string().parse().ok(),
    }
}

fn sex(text: &str) -> Wording {
    match text.trim().to_lowercase().as_str() {
        "male" | "m" => Wording::label("sex-male"),
        "female" | "f" => Wording::label("sex-female"),
        _ => Wording::same(text.trim()),
    }
}
