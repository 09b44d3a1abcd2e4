//! What of each kind of record can be searched, and what a list of hits calls it.

use lintas_model::Body;
use lintas_model::property::{Property, Value};

use super::tokens::Searchable;
use crate::views::entity::caption;

/// What can be searched of a body; `None` for kinds that are found in other ways.
pub(crate) fn said(body: &Body) -> Option<Searchable> {
    let said = |caption: &str, short: &[&str], long: &[&str]| Searchable {
        caption: caption.to_owned(),
        short: short.iter().map(|text| (*text).to_owned()).collect(),
        long: long.iter().map(|text| (*text).to_owned()).collect(),
        ..Searchable::default()
    };
    Some(match body {
        Body::Case(b) => said(&b.title, &[&b.title, &b.reference], &[&b.summary]),
        Body::Note(b) => said("", &[], &[&b.text]),
        Body::Report(b) => {
            said(&b.title, &[&b.title, b.source_reference.as_deref().unwrap_or_default()], &[&b.text])
        }
        Body::Statement(b) => {
            let mut said = Searchable { caption: caption(b), ..Searchable::default() };
            for (property, values) in &b.says {
                for asserted in values {
                    let text = match &asserted.value {
                        Value::Entity(_) | Value::Point(_) => continue,
                        value => value.to_string(),
                    };
                    match property {
                        Property::Name | Property::Alias | Property::FormerName | Property::Nickname => {
                            said.names.push(text.clone());
                        }
                        Property::PhoneNumber
                        | Property::DocumentNumber
                        | Property::AccountNumber
                        | Property::Plate
                        | Property::SourceId => said.identifiers.push(text.clone()),
                        _ => {}
                    }
                    if is_running(*property) { &mut said.long } else { &mut said.short }.push(text);
                    said.long.extend(asserted.note.clone());
                }
            }
            said
        }
        Body::Relation(b) => said("", &[], &[b.note.as_deref()?]),
        Body::Sighting(b) => {
            let place = b.place.as_deref()?;
            said(place, &[place], &[])
        }
        Body::Task(b) => said(&b.title, &[&b.title], &[&b.detail]),
        Body::TaskAnswer(b) => said("", &[], &[&b.text]),
        Body::Warrant(b) => {
            let caption = if b.name_on_warrant.is_empty() { &b.number } else { &b.name_on_warrant };
            Searchable {
                names: vec![b.name_on_warrant.clone()],
                identifiers: vec![b.number.clone()],
                ..said(
                    caption,
                    &[&b.name_on_warrant, &b.number, &b.court],
                    &[&b.law, b.caution.as_deref().unwrap_or_default()],
                )
            }
        }
        Body::WarrantCheck(b) => said("", &[], &[&b.finding]),
        Body::Operation(b) => said(&b.title, &[&b.title], &[&b.objective]),
        Body::Finding(b) => said(&b.title, &[&b.title], &[]),
        Body::Request(b) => said(&b.reference, &[&b.reference], &[&b.sought]),
        Body::Inquiry(b) => said(&b.question, &[], &[&b.question]),
        Body::InquiryStep(b) => said("", &[], &[&b.text]),
        Body::ContactPoint(b) => said(&b.name, &[&b.name], &[&b.note]),
        Body::Objective(b) => said(&b.text, &[], &[&b.text]),
        Body::Decision(b) => said(&b.text, &[], &[&b.text, &b.reason]),
        Body::Exhibit(b) => said(&b.title, &[&b.title, &b.number], &[&b.origin]),
        Body::CourtVerdict(b) => said(&b.court, &[&b.court], &[&b.sentence]),
        Body::ProtectedPerson(b) => said(&b.code, &[&b.code], &[]),
        _ => return None,
    })
}

/// Whether a property holds sentences rather than a name or a number.
const fn is_running(property: Property) -> bool {
    matches!(
        property,
        Property::Description
            | Property::Other
            | Property::Listing
            | Property::RecruitmentMethod
            | Property::SourceUrl
    )
}
