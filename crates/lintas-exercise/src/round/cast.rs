//! The people of the play, made from the seed: suspects per country, and the two who organise.

use lintas_model::{Country, EntityKind, PartialDate};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::act::{Act, Deed, Seen};
use crate::people::{SyntheticPerson, person};

/// Everyone who appears.
pub(super) struct Cast {
    suspects: Vec<(Country, Vec<SyntheticPerson>)>,
}

impl Cast {
    /// Twelve made-up people per country.
    pub(super) fn new(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let suspects = Country::EIGHT
            .into_iter()
            .map(|country| (country, (0..12).map(|_| person(country, &mut rng)).collect()))
            .collect();
        Self { suspects }
    }

    /// A person by country and number.
    pub(super) fn of(&self, country: Country, number: usize) -> &SyntheticPerson {
        let people =
            self.suspects.iter().find(|(c, _)| *c == country).map_or(&self.suspects[0].1, |(_, p)| p);
        &people[number % people.len()]
    }
}

/// What a report says about a person.
pub(super) fn seen_person(handle: &str, person: &SyntheticPerson) -> Seen {
    let mut says = vec![("name", person.name_native.clone())];
    if person.name_latin != person.name_native {
        says.push(("alias", person.name_latin.clone()));
    }
    says.push(("birth_date", person.born.clone()));
    says.push(("nationality", person.country.to_string()));
    says.push(("document_number", person.passport.clone()));
    says.push(("description", "Synthetic person of the demonstration.".to_owned()));
    Seen { handle: handle.to_owned(), kind: EntityKind::Person, says }
}

/// What a report says about a telephone.
pub(super) fn seen_phone(handle: &str, number: &str) -> Seen {
    Seen {
        handle: handle.to_owned(),
        kind: EntityKind::Phone,
        says: vec![("name", number.to_owned()), ("phone_number", number.to_owned())],
    }
}

/// What a report says about a place.
pub(super) fn seen_place(
    handle: &str,
    name: &str,
    country: Country,
    position: (f64, f64),
    category: &str,
) -> Seen {
    Seen {
        handle: handle.to_owned(),
        kind: EntityKind::Place,
        says: vec![
            ("name", name.to_owned()),
            ("country", country.to_string()),
            ("category", category.to_owned()),
            ("position", format!("{}, {}", position.0, position.1)),
        ],
    }
}

/// A day of 2017.
pub(super) fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap_or_else(|_| unreachable!("the script names days of 2017"))
}

/// An act on a day.
pub(super) fn act(month: i8, day_of_month: i8, agency: &'static str, deed: Deed) -> Act {
    Act { on: day(month, day_of_month), agency, deed }
}
