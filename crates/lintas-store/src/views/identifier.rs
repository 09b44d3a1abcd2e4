//! Identifiers in normal form, so that the same phone in two cases is seen.

use std::collections::BTreeSet;

use lintas_model::property::Property;
use lintas_model::{AgencyCode, Body, Country, EntityId, digits};
use lintas_names::identifiers::phone;

use super::Readable;
use crate::engine::{Tx, Value, values_of};
use crate::{Store, StoreError};

/// An identifier that is stated of more than one entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedIdentifier {
    /// What it is.
    pub property: Property,
    /// Its normal form.
    pub value: String,
    /// Another entity that has it.
    pub entity: EntityId,
    /// Who states that.
    pub agency: AgencyCode,
}

impl Store {
    /// Other entities that are stated to have an identifier of this one.
    pub async fn sharing(&self, entity: EntityId) -> Result<Vec<SharedIdentifier>, StoreError> {
        let rows = self
            .pool
            .rows(
                "find shared identifiers",
                "select distinct o.property, o.value, o.entity_id, o.agency from identifier i \
                 join identifier o on o.property = i.property and o.value = i.value and o.entity_id <> i.entity_id \
                 where i.entity_id = $1 order by o.property, o.value, o.entity_id, o.agency limit 200",
                values_of![entity],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let property = row.text(0)?;
                Ok(SharedIdentifier {
                    property: property.parse().map_err(|_| StoreError::Corrupt {
                        table: "identifier",
                        id: property.clone(),
                        problem: "its property is not known".to_owned(),
                    })?,
                    value: row.text(1)?,
                    entity: EntityId::from_uuid(row.uuid(2)?),
                    agency: row.agency(3)?,
                })
            })
            .collect()
    }

    /// Entities stated to have an identifier, by its normal form.
    pub async fn having(&self, property: Property, value: &str) -> Result<Vec<EntityId>, StoreError> {
        let rows = self
            .pool
            .rows(
                "find an identifier",
                "select distinct entity_id from identifier where property = $1 and value = $2 order by entity_id",
                values_of![property.as_str(), value],
            )
            .await?;
        rows.iter().map(|row| row.uuid(0).map(EntityId::from_uuid)).collect()
    }
}

/// The normal form of an identifier; `None` for other properties and for what holds no letter or digit. `home` is the
/// country whose telephone numbers are written without a country code there: see [`lintas_model::AgencyCode`].
pub fn normal_form(property: Property, text: &str, home: Option<Country>) -> Option<String> {
    let plain = |text: &str| -> String {
        digits::to_ascii(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
    };
    let form = match property {
        Property::PhoneNumber => {
            phone::normalise(text, home).map_or_else(|_| plain(text), |phone| phone.e164)
        }
        Property::DocumentNumber | Property::Plate | Property::AccountNumber => plain(text),
        Property::Email | Property::Handle => text.trim().to_lowercase(),
        _ => return None,
    };
    (!form.is_empty()).then_some(form)
}

/// The identifiers that a record of an agency states, in normal form, in order. Officers write the telephone numbers of
/// their own country without its code, so those are read as numbers of the agency's country.
pub(crate) fn stated(agency: &AgencyCode, body: &Body) -> Vec<(Property, String)> {
    let Body::Statement(statement) = body else { return Vec::new() };
    let home = agency.country();
    let mut found = BTreeSet::new();
    for (property, values) in &statement.says {
        for asserted in values {
            found.extend(
                normal_form(*property, &asserted.value.to_string(), home).map(|form| (*property, form)),
            );
        }
    }
    found.into_iter().collect()
}

pub(crate) async fn insert(tx: &mut Tx, rows: &[Readable<'_>]) -> Result<(), StoreError> {
    let mut found = BTreeSet::new();
    for row in rows {
        let Body::Statement(statement) = row.body else { continue };
        let agency = &row.entry.header().feed.agency;
        for (property, form) in &row.drawn.identifiers {
            found.insert((property.as_str(), form.as_str(), row.held_no, statement.entity, agency));
        }
    }
    let mut values: Vec<Value> = Vec::with_capacity(found.len() * 5);
    for (property, form, held_no, entity, agency) in found {
        values.extend(values_of![property, form, held_no, entity, agency]);
    }
    tx.insert(
        "enter identifiers",
        "insert into identifier (property, value, held_no, entity_id, agency)",
        5,
        values,
        "",
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_identifier_has_one_normal_form_however_it_is_written() {
        let same = |property, texts: &[&str]| {
            let forms: BTreeSet<_> =
                texts.iter().map(|text| normal_form(property, text, Some(Country::TH))).collect();
            assert_eq!(forms.len(), 1, "{forms:?}");
        };
        same(
            Property::PhoneNumber,
            &["+855 12 345 678", "+85512345678", "+855-12-345-678", "+៨៥៥ ១២ ៣៤៥ ៦៧៨"],
        );
        same(Property::PhoneNumber, &["081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678", "66812345678"]);
        same(Property::Plate, &["กท-1234", "กท 1234", "กท๑๒๓๔"]);
        same(Property::DocumentNumber, &["n 1234567", "N1234567"]);
        assert_eq!(normal_form(Property::Plate, " - ", None), None);
        assert_eq!(normal_form(Property::Name, "Somchai", None), None);
    }
}
