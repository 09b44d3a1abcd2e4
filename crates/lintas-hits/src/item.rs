//! Items: what can be asked for, in one form whoever writes it down.
//!
//! Two agencies meet on an item only if both make the same bytes of it: the kind's word, a zero byte, the canonical value.
//! A person has no single form, so a name gives several, each with what is known of the birth, and a hit on one is marked
//! possible: it is a reason to ask, never a judgement.

use std::collections::BTreeSet;

use lintas_model::date::Precision;
use lintas_model::property::{Property, Value};
use lintas_model::record::{ItemKind, Statement};
use lintas_model::{Country, EntityKind, PartialDate};
use lintas_names::identifiers::{account, email, handle, iban, passport, phone, plate};
use lintas_names::{Name, hit_keys};

/// One thing that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    kind: ItemKind,
    value: String,
    #[cfg(test)]
    raw: Option<Vec<u8>>,
}

/// On which side an item stands. Only for names does it matter: who knows a day of birth can meet who knows the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The agency asks for it.
    Asks,
    /// The agency has it.
    Holds,
}

impl Item {
    /// An item by its canonical value.
    pub fn new(kind: ItemKind, value: &str) -> Self {
        Self {
            kind,
            value: value.to_owned(),
            #[cfg(test)]
            raw: None,
        }
    }

    /// What it is.
    pub const fn kind(&self) -> ItemKind {
        self.kind
    }

    /// Its canonical value.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Its canonical bytes. Never change the form: tags of both sides depend on it.
    pub fn to_bytes(&self) -> Vec<u8> {
        #[cfg(test)]
        if let Some(raw) = &self.raw {
            return raw.clone();
        }
        let mut bytes = self.kind.as_str().as_bytes().to_vec();
        bytes.push(0);
        bytes.extend(self.value.as_bytes());
        bytes
    }

    /// An item that is exactly these bytes, as the vectors of the standard have them.
    #[cfg(test)]
    pub(crate) fn raw(bytes: &[u8]) -> Self {
        Self { raw: Some(bytes.to_vec()), ..Self::new(ItemKind::Account, "") }
    }
}

/// The items that a statement gives, in order, without doubles. `home` is the country in which it was written: there,
/// telephone numbers stand without a country code. What is no identifier of its kind gives none.
pub fn of_statement(statement: &Statement, home: Option<Country>, side: Side) -> Vec<Item> {
    let mut items = BTreeSet::new();
    let state = state_of(statement);
    for (property, values) in &statement.says {
        for asserted in values {
            let text = asserted.value.to_string();
            items.extend(of_identifier(*property, &text, state, home));
        }
    }
    if statement.kind == EntityKind::Person {
        let births: Vec<PartialDate> = said(statement, Property::BirthDate)
            .filter_map(|value| if let Value::Date(date) = value { Some(*date) } else { None })
            .collect();
        for property in [Property::Name, Property::Alias, Property::FormerName] {
            for name in said(statement, property) {
                let Ok(name) = Name::read(&name.to_string()) else { continue };
                for key in hit_keys(&name) {
                    items.extend(births.iter().flat_map(|birth| of_name(&key, *birth, side)));
                }
            }
        }
    }
    items.into_iter().collect()
}

/// The items of one identifier as written.
pub fn of_identifier(
    property: Property,
    text: &str,
    state: Option<Country>,
    home: Option<Country>,
) -> Vec<Item> {
    let one = |kind, value: String| vec![Item::new(kind, &value)];
    match property {
        Property::PhoneNumber => {
            phone::normalise(text, home).map_or_else(|_| Vec::new(), |phone| one(ItemKind::Phone, phone.e164))
        }
        Property::DocumentNumber => {
            let Ok(number) = document_number(text) else { return Vec::new() };
            let mut items = one(ItemKind::DocumentNumber, number.clone());
            // The state parts its value from the number by a second zero byte, which no number has.
            items.extend(state.map(|state| Item::new(ItemKind::Document, &format!("{state}\0{number}"))));
            items
        }
        Property::Plate => plate::normalise(text, state)
            .map_or_else(|_| Vec::new(), |plate| one(ItemKind::Plate, plate.number)),
        Property::AccountNumber => match iban::normalise(text) {
            Ok(number) => one(ItemKind::Iban, number),
            Err(_) => account::normalise(text)
                .map_or_else(|_| Vec::new(), |account| one(ItemKind::Account, account.number)),
        },
        Property::Email => {
            email::normalise(text).map_or_else(|_| Vec::new(), |address| one(ItemKind::Email, address))
        }
        Property::Handle => {
            let known = handle::normalise(text);
            known.map_or_else(|_| Vec::new(), |_| one(ItemKind::Handle, text.trim().to_lowercase()))
        }
        _ => Vec::new(),
    }
}

/// Whether a statement speaks of a person as a victim: such a person is neither put into a set nor asked about without a
/// second officer.
pub fn is_of_victim(statement: &Statement) -> bool {
    let suffered = [Property::RecruitmentMethod, Property::MeansOfControl, Property::Exploitation];
    let role = said(statement, Property::StatedRole).any(|role| {
        let role = role.to_string().to_lowercase();
        role.contains("victim") && !role.contains("not a victim")
    });
    role || (statement.kind == EntityKind::Person
        && suffered.iter().any(|property| statement.says.contains_key(property)))
}

/// A number that is a passport's, or letters and digits enough for another document.
fn document_number(text: &str) -> Result<String, lintas_names::identifiers::Invalid> {
    passport::normalise(text, None)
        .map(|passport| passport.number)
        .or_else(|_| account::normalise(text).map(|number| number.number))
}

/// The state that gave a document, as far as the statement says.
fn state_of(statement: &Statement) -> Option<Country> {
    let order = if statement.kind == EntityKind::Person {
        [Property::Nationality, Property::Country]
    } else {
        [Property::Country, Property::Nationality]
    };
    order.into_iter().find_map(|property| {
        let mut countries: Vec<Country> = said(statement, property)
            .filter_map(|value| if let Value::Country(country) = value { Some(*country) } else { None })
            .collect();
        countries.dedup();
        // Of two states nobody can say which gave it.
        (countries.len() == 1).then(|| countries.remove(0))
    })
}

fn said(statement: &Statement, property: Property) -> impl Iterator<Item = &Value> {
    statement.says.get(&property).into_iter().flatten().map(|asserted| &asserted.value)
}

fn of_name(key: &str, birth: PartialDate, side: Side) -> Vec<Item> {
    let (year, month, day) = birth.parts();
    let full = birth.precision() == Precision::Day && !birth.is_about();
    let on_day = || Item::new(ItemKind::NameOnDay, &format!("{key}\0{year:04}-{month:02}-{day:02}"));
    let in_year = |kind| Item::new(kind, &format!("{key}\0{year:04}"));
    match (side, full) {
        (Side::Asks, true) => vec![on_day(), in_year(ItemKind::NameInYear)],
        (Side::Asks, false) => vec![in_year(ItemKind::NameInYear), in_year(ItemKind::NameInYearOfDay)],
        (Side::Holds, true) => vec![on_day(), in_year(ItemKind::NameInYearOfDay)],
        (Side::Holds, false) => vec![in_year(ItemKind::NameInYear)],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use lintas_model::record::Asserted;
    use lintas_model::{EntityId, ReportId};

    fn person(says: &[(Property, Value)]) -> Statement {
        let mut all: BTreeMap<Property, Vec<Asserted>> = BTreeMap::new();
        for (property, value) in says {
            all.entry(*property).or_default().push(Asserted { value: value.clone(), note: None });
        }
        let nil = uuid::Uuid::nil();
        Statement {
            entity: EntityId::from_uuid(nil),
            kind: EntityKind::Person,
            report: ReportId::from_uuid(nil),
            row: None,
            says: all,
        }
    }

    fn meet(held: &Statement, asked: &Statement) -> Vec<ItemKind> {
        let held = of_statement(held, Some(Country::TH), Side::Holds);
        of_statement(asked, Some(Country::KH), Side::Asks)
            .into_iter()
            .filter(|item| held.contains(item))
            .map(|item| item.kind())
            .collect()
    }

    #[test]
    fn one_phone_or_document_is_one_item_however_two_agencies_write_it() {
        let phone = |text: &str| person(&[(Property::PhoneNumber, text.into())]);
        assert_eq!(meet(&phone("081-234-5678"), &phone("+66 81 234 5678")), [ItemKind::Phone]);
        assert_eq!(meet(&phone("081-234-5678"), &phone("081 234 5679")), []);
        assert_eq!(meet(&phone("unknown"), &phone("unknown")), []);
        let passport = |text: &str, state: Option<Country>| {
            let mut says = vec![(Property::DocumentNumber, Value::from(text))];
            says.extend(state.map(|state| (Property::Nationality, Value::Country(state))));
            person(&says)
        };
        let kh = Some(Country::KH);
        assert_eq!(
            meet(&passport("N 123 4567", kh), &passport("n1234567", kh)),
            [ItemKind::Document, ItemKind::DocumentNumber]
        );
        assert_eq!(
            meet(&passport("N1234567", kh), &passport("N1234567", None)),
            [ItemKind::DocumentNumber],
            "a number without its state is possible only"
        );
        assert!(ItemKind::DocumentNumber.is_possible_only() && !ItemKind::Document.is_possible_only());
    }

    #[test]
    fn a_name_meets_its_other_script_on_the_same_birth_only() {
        let named = |name: &str, birth: PartialDate| {
            person(&[(Property::Name, name.into()), (Property::BirthDate, Value::Date(birth))])
        };
        let day = |d| PartialDate::day(1984, 5, d).unwrap();
        let year = PartialDate::year(1984).unwrap();
        let (thai, latin) = ("สมชาย ใจดี", "Somchai Jaidee");
        assert!(meet(&named(thai, day(3)), &named(latin, day(3))).contains(&ItemKind::NameOnDay));
        assert_eq!(meet(&named(thai, day(3)), &named(latin, day(4))), []);
        assert!(meet(&named(thai, year), &named(latin, day(3))).contains(&ItemKind::NameInYear));
        assert!(meet(&named(thai, day(3)), &named(latin, year)).contains(&ItemKind::NameInYearOfDay));
        assert!(meet(&named(thai, year), &named(latin, year)).contains(&ItemKind::NameInYear));
        assert_eq!(meet(&named(thai, day(3)), &named("Nguyen Van Binh", day(3))), []);
        let nameless = person(&[(Property::Name, thai.into())]);
        assert_eq!(of_statement(&nameless, None, Side::Holds), [], "a name alone is too common");
    }

    #[test]
    fn who_is_spoken_of_as_a_victim_is_known_as_one() {
        let role = |text: &str| is_of_victim(&person(&[(Property::StatedRole, text.into())]));
        assert!(role("Possible victim of trafficking"));
        assert!(!role("Not a victim of trafficking") && !role("recruiter"));
        assert!(is_of_victim(&person(&[(Property::MeansOfControl, "Debt bondage".into())])));
    }

    #[test]
    fn the_bytes_of_an_item_are_frozen() {
        let item = Item::new(ItemKind::Document, "KH\0N1234567");
        assert_eq!(item.to_bytes(), b"document\0KH\0N1234567");
    }
}
