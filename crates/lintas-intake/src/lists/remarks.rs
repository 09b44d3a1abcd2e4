//! The remarks of an SDN entry: `DOB 03 Oct 1954; POB Hanoi, Vietnam; Passport A123 (Vietnam); …`.

use lintas_model::property::{Property, Value};
use lintas_model::{PartialDate, date::ReadDate};

use crate::countries::country_of;
use crate::proposal::Thing;
use crate::table::content::gender;

/// Adds what the remarks say to a thing; what is not understood is kept as a remark.
pub(crate) fn say(thing: &mut Thing, remarks: &str) {
    for piece in pieces(remarks) {
        if !say_piece(thing, piece) {
            thing.say(Property::Other, Value::Text(format!("Remarks: {piece}")));
        }
    }
}

/// The pieces between semicolons, without the full stop at the end.
fn pieces(remarks: &str) -> impl Iterator<Item = &str> {
    remarks.split(';').map(|p| p.trim().trim_end_matches('.').trim()).filter(|p| !p.is_empty())
}

fn say_piece(thing: &mut Thing, piece: &str) -> bool {
    let bare = piece.strip_prefix("alt. ").unwrap_or(piece);
    if let Some(date) = bare.strip_prefix("DOB ") {
        return match date_of(date) {
            Some(date) => {
                thing.say(Property::BirthDate, Value::Date(date));
                true
            }
            None => false,
        };
    }
    for (prefix, property) in [("POB ", Property::BirthPlace), ("Gender ", Property::Gender)] {
        if let Some(rest) = bare.strip_prefix(prefix) {
            let value = gender(rest).filter(|_| property == Property::Gender).unwrap_or(rest);
            thing.say(property, value.into());
            return true;
        }
    }
    for prefix in ["nationality ", "citizen "] {
        if let Some(rest) = bare.strip_prefix(prefix) {
            let value = country_of(rest).map_or_else(|| rest.into(), Value::Country);
            thing.say(Property::Nationality, value);
            return true;
        }
    }
    if let Some(alias) = ["a.k.a. ", "f.k.a. ", "n.k.a. "].iter().find_map(|p| bare.strip_prefix(p)) {
        let property = if bare.starts_with('f') { Property::FormerName } else { Property::Alias };
        // The list puts weak aliases into the remarks, in single quotation marks.
        let note = "weak alias".to_owned();
        thing.say_noted(property, alias.trim_matches(['\'', '"']).into(), Some(note));
        return true;
    }
    let contacts = [
        ("Email Address ", Property::Email),
        ("Phone Number ", Property::PhoneNumber),
        ("Website ", Property::SourceUrl),
        ("IBAN ", Property::AccountNumber),
        ("Account Number ", Property::AccountNumber),
        ("Digital Currency Address - ", Property::AccountNumber),
    ];
    for (prefix, property) in contacts {
        if let Some(rest) = bare.strip_prefix(prefix) {
            thing.say(property, rest.into());
            return true;
        }
    }
    document(thing, bare)
}

/// `Passport A123 (Vietnam) issued 1 Jan 2010 expires …`: kind, number, and the rest as a note.
fn document(thing: &mut Thing, piece: &str) -> bool {
    const KINDS: &[&str] = &[
        "Diplomatic Passport",
        "Stateless Person Passport",
        "Passport",
        "National ID No.",
        "National Foreign ID Number",
        "Personal ID Card",
        "Identification Number",
        "Tax ID No.",
        "Cedula No.",
        "Registration ID",
        "Registration Number",
        "Driver's License No.",
        "SSN",
        "C.U.R.P.",
        "R.F.C.",
        "Birth Certificate Number",
        "Residency Number",
        "Travel Document Number",
        "Refugee ID Card",
        "Company Number",
        "Trade License No.",
        "Vessel Registration Identification",
        "MMSI",
        "Aircraft Tail Number",
        "Aircraft Manufacturer's Serial Number (MSN)",
    ];
    let Some((kind, rest)) = KINDS.iter().find_map(|k| piece.strip_prefix(k).map(|rest| (*k, rest.trim())))
    else {
        return false;
    };
    let (number, more) =
        match rest.find(" (").or_else(|| rest.find(" issued ")).or_else(|| rest.find(" expires ")) {
            Some(at) => (&rest[..at], rest[at..].trim()),
            None => (rest, ""),
        };
    if number.is_empty() {
        return false;
    }
    let note = format!("{kind} {more}").trim().to_owned();
    let property = if kind.starts_with("Vessel") || kind.starts_with("Aircraft Tail") {
        Property::Plate
    } else {
        Property::DocumentNumber
    };
    thing.say_noted(property, number.into(), Some(note));
    true
}

/// A date of birth as the list writes it; a span of years is not a date and stays a remark.
fn date_of(text: &str) -> Option<PartialDate> {
    if text.contains(" to ") {
        return None;
    }
    match PartialDate::read(text) {
        Ok(ReadDate::Certain(date)) => Some(date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_become_properties_and_the_rest_is_kept() {
        let mut thing = Thing::new(lintas_model::EntityKind::Person);
        say(
            &mut thing,
            "DOB 03 Oct 1954; alt. DOB 1955; DOB 1950 to 1955; POB Vientiane, Laos; citizen Laos; Gender Male; \
             Passport X12 (Laos) issued 1 Jan 2010; a.k.a. 'EXAMPLE'; Linked To: AN EXAMPLE GROUP.",
        );
        let says = |p| {
            thing.says.get(&p).map(|v| v.iter().map(|a| a.value.to_string()).collect::<Vec<_>>().join("|"))
        };
        assert_eq!(says(Property::BirthDate).as_deref(), Some("1954-10-03|1955"));
        assert_eq!(says(Property::Nationality).as_deref(), Some("LA"));
        assert_eq!(says(Property::DocumentNumber).as_deref(), Some("X12"));
        assert_eq!(says(Property::Alias).as_deref(), Some("EXAMPLE"));
        assert_eq!(
            says(Property::Other).as_deref(),
            Some("Remarks: DOB 1950 to 1955|Remarks: Linked To: AN EXAMPLE GROUP")
        );
    }
}
