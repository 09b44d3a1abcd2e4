//! One row of a table as the things, links and sightings it speaks about.

use lintas_model::property::{Property, Value};
use lintas_model::record::{AgeBand, RelationKind, Report};
use lintas_model::{EntityKind, PartialDate, Point, Timestamp};

use super::row::Cells;
use super::{content, values};
use crate::countries::country_of;
use crate::proposal::{Proposal, Seen, Slot, Thing};
use crate::rows::{Cell, CellKind, Flaw};
use crate::session::{RowNotes, Session};
use crate::{Code, Meaning, protect};

/// Builds what one row speaks about.
pub(super) struct Builder<'b, 'r, 's, 'a> {
    pub(super) cells: &'b Cells<'r>,
    /// The sheet lists persons.
    pub(super) persons: bool,
    pub(super) notes: &'b mut RowNotes<'s>,
    pub(super) session: &'b mut Session<'a>,
    pub(super) proposal: Proposal,
}

/// Meanings by which a row is about a person.
pub(super) const PERSONAL: &[Meaning] = &[
    Meaning::Name,
    Meaning::GivenName,
    Meaning::FamilyName,
    Meaning::Alias,
    Meaning::FormerName,
    Meaning::Nickname,
];

/// Meanings that tell one person from another where the name is not known.
const DESCRIBING: &[Meaning] = &[
    Meaning::BirthDate,
    Meaning::Age,
    Meaning::Gender,
    Meaning::Nationality,
    Meaning::DocumentNumber,
    Meaning::Phone,
    Meaning::Email,
    Meaning::Handle,
    Meaning::Account,
    Meaning::Occupation,
    Meaning::Description,
];

impl Builder<'_, '_, '_, '_> {
    pub(super) fn is_victim(&self) -> bool {
        let stated = self.cells.of(Meaning::VictimStatus).any(|(_, c)| protect::says_victim(&c.text));
        let role = self.cells.of(Meaning::Role).any(|(_, c)| protect::names_victims(&c.text));
        stated || role || self.cells.has(&[Meaning::VictimName])
    }

    /// A row about a victim: a code, an age band, a country, and what happened, with the name taken out.
    pub(super) fn victim(&mut self) {
        let mut person = protect::person(self.proposal.fingerprint);
        person.nationality = self.cells.text(Meaning::Nationality).and_then(country_of);
        if let Some(age) = self.cells.text(Meaning::Age).and_then(values::whole) {
            person.age = if age < 18 { AgeBand::Child } else { AgeBand::Adult };
        }
        let names: Vec<String> = [Meaning::VictimName]
            .iter()
            .chain(PERSONAL)
            .flat_map(|m| self.cells.of(*m))
            .map(|(_, c)| c.text.clone())
            .collect();
        let mut lines = vec![format!("Protected person {}.", person.code)];
        for meaning in [
            Meaning::RecruitmentMethod,
            Meaning::MeansOfControl,
            Meaning::Exploitation,
            Meaning::Industry,
            Meaning::Category,
        ] {
            for (header, cell) in self.cells.of(meaning) {
                lines.push(format!("{header}: {}", protect::without_names(&cell.text, &names, &person.code)));
            }
        }
        let occurred = self.date_of(Meaning::Date);
        self.proposal.report = Some(Report {
            title: format!("Protected person {}", person.code),
            text: lines.join("\n"),
            language: None,
            occurred,
            source_reference: self.cells.text(Meaning::SourceReference).map(str::to_owned),
            case: None,
            import: None,
        });
        self.proposal.protected.push(person);
        self.proposal.source_key = None;
        for issue in &mut self.notes.issues {
            issue.excerpt = None;
        }
        self.notes.note(
            Code::VictimProtected,
            None,
            "is about a victim: name, numbers, address and free text were held back".to_owned(),
            "keep the identity in the sealed space of the victim-support team",
            "",
        );
    }

    pub(super) fn build(&mut self) {
        if self.contact() {
            return;
        }
        let date = self.date_of(Meaning::Date).or_else(|| self.month_and_year());
        let point = self.point();
        let primary = self.primary(date, point);
        let Some(slot) = primary else {
            self.report(date);
            return;
        };
        self.properties(slot);
        self.belongings(slot);
        let kind = self.proposal.things[slot.0].kind;
        if !matches!(kind, EntityKind::Event | EntityKind::Place) {
            self.whereabouts(slot, date, point);
        }
        self.report(date);
    }

    /// Two ends and what passed between them.
    fn contact(&mut self) -> bool {
        let ends = (self.cells.text(Meaning::ContactFrom), self.cells.text(Meaning::ContactTo));
        let (Some(from), Some(to)) = ends else { return false };
        let end = |text: &str| {
            let is_number = text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
            let key = values::phone_key(text).filter(|d| is_number && d.len() >= 8);
            match key {
                Some(digits) => {
                    let mut thing = Thing::new(EntityKind::Phone);
                    thing.key = Some(format!("phone:{digits}"));
                    thing.say(Property::PhoneNumber, text.into());
                    thing
                }
                None => {
                    let mut thing = Thing::new(EntityKind::Person);
                    let is_name =
                        text.contains(char::is_whitespace) && !text.contains(|c: char| c.is_ascii_digit());
                    thing.key = Some(format!("source:{text}"));
                    thing.say(if is_name { Property::Name } else { Property::SourceId }, text.into());
                    thing
                }
            }
        };
        let (from, to) = (self.proposal.add(end(from)), self.proposal.add(end(to)));
        let stated = self.cells.text(Meaning::ContactKind).unwrap_or_default();
        let word = super::words::normal(stated).replace(' ', "_");
        let phones = self.proposal.things.iter().all(|t| t.kind == EntityKind::Phone);
        let kind = RelationKind::ALL
            .into_iter()
            .find(|k| k.as_str() == word)
            .or_else(|| kind_named(&word))
            .unwrap_or(if phones { RelationKind::Called } else { RelationKind::Linked });
        self.proposal.link(from, to, kind);
        let date = self.date_of(Meaning::Date);
        let amount = self.number(Meaning::ContactAmount);
        if let Some(link) = self.proposal.links.last_mut() {
            link.date = date;
            link.amount = amount;
            link.note = (!stated.is_empty()).then(|| stated.to_owned());
        }
        true
    }

    /// The thing the row is about.
    fn primary(&mut self, date: Option<PartialDate>, point: Option<Point>) -> Option<Slot> {
        use Meaning::*;
        let stated = self.cells.text(EntityType).and_then(kind_of_entity);
        let named = self.cells.has(PERSONAL);
        let kind = match stated {
            Some(kind) if named || self.cells.has(&[OrganisationName, Plate, Place, SourceId]) => kind,
            _ if named || self.cells.has(&[Subject]) => EntityKind::Person,
            _ if self.persons && self.cells.has(DESCRIBING) => EntityKind::Person,
            _ if self.cells.has(&[OrganisationName]) => EntityKind::Organisation,
            _ if self.cells.has(&[Plate]) => EntityKind::Vehicle,
            _ if self.cells.has(&[Phone]) => EntityKind::Phone,
            _ if self.cells.has(&[Account]) => EntityKind::Account,
            _ if self.cells.has(&[DocumentNumber]) => EntityKind::Document,
            _ if self.cells.has(&[Email, Handle]) => EntityKind::OnlineIdentity,
            _ if date.is_some() && (point.is_some() || self.cells.has(&[Place])) => EntityKind::Event,
            _ if self.cells.has(&[DeadCount, MissingCount, SurvivorCount]) && point.is_some() => {
                EntityKind::Event
            }
            _ if point.is_some() || self.cells.has(&[Place]) => EntityKind::Place,
            _ => return None,
        };
        let mut thing = Thing::new(kind);
        match kind {
            EntityKind::Event | EntityKind::Place => {
                let place = self.cells.text(Place);
                let property = if kind == EntityKind::Place { Property::Name } else { Property::Address };
                if let Some(place) = place {
                    thing.say(property, place.into());
                }
                if let Some(point) = point {
                    thing.say(Property::Position, Value::Point(point));
                }
                if let Some(date) = date {
                    thing.say(Property::Date, Value::Date(date));
                }
            }
            _ => {}
        }
        Some(self.proposal.add(thing))
    }

    /// What the row says about its thing.
    fn properties(&mut self, slot: Slot) {
        let mut thing = std::mem::replace(&mut self.proposal.things[slot.0], Thing::new(EntityKind::Person));
        self.names(&mut thing);
        use Meaning::*;
        for (meaning, property) in [
            (Title, Property::Title),
            (BirthPlace, Property::BirthPlace),
            (Occupation, Property::Occupation),
            (Description, Property::Description),
            (Category, Property::Category),
            (Listing, Property::Listing),
            (Status, Property::Status),
            (Route, Property::Route),
            (SourceUrl, Property::SourceUrl),
            (Role, Property::StatedRole),
            (Language, Property::Language),
            (RecruitmentMethod, Property::RecruitmentMethod),
            (MeansOfControl, Property::MeansOfControl),
            (Exploitation, Property::Exploitation),
            (Industry, Property::Industry),
            (VehicleDescription, Property::Description),
            (Address, Property::Address),
            (Email, Property::Email),
            (Handle, Property::Handle),
            (Subject, Property::SourceId),
        ] {
            for (_, cell) in self.cells.of(meaning) {
                thing.say(property, cell.text.as_str().into());
            }
        }
        if let Some((header, cell)) = self.cells.first(SourceId)
            && self.identifier(header, cell)
        {
            thing.say(Property::SourceId, cell.text.as_str().into());
        }
        for (_, cell) in self.cells.of(Gender) {
            let stated = content::gender(&cell.text).map_or_else(|| cell.text.clone(), str::to_owned);
            thing.say(Property::Gender, Value::Text(stated));
        }
        for (meaning, property) in [(Nationality, Property::Nationality), (Country, Property::Country)] {
            for (_, cell) in self.cells.of(meaning) {
                say_countries(&mut thing, property, &cell.text);
            }
        }
        for (meaning, property) in [
            (Age, Property::Age),
            (DeadCount, Property::DeadCount),
            (MissingCount, Property::MissingCount),
            (SurvivorCount, Property::SurvivorCount),
            (PersonCount, Property::PersonCount),
        ] {
            if let Some(number) = self.number(meaning) {
                thing.say(property, Value::Number(number));
            }
        }
        if let Some(date) = self.date_of(BirthDate) {
            thing.say(Property::BirthDate, Value::Date(date));
        }
        if let Some(date) = self.date_of(EndDate) {
            thing.say(Property::EndDate, Value::Date(date));
        }
        let parts: Vec<&str> = self.cells.of(AddressPart).map(|(_, c)| c.text.as_str()).collect();
        if !parts.is_empty() {
            thing.say(Property::Address, Value::Text(parts.join(", ")));
        }
        for (header, cell) in self.cells.of(Other) {
            thing.say(Property::Other, Value::Text(format!("{header}: {}", cell.text)));
        }
        self.proposal.things[slot.0] = thing;
    }

    /// Names as they stand; parts are joined in the order of their columns, which is the order of the source.
    fn names(&mut self, thing: &mut Thing) {
        use Meaning::*;
        let parts: Vec<&str> = self
            .cells
            .found
            .iter()
            .filter(|(m, _, _)| matches!(m, GivenName | MiddleName | FamilyName))
            .map(|(_, _, c)| c.text.as_str())
            .collect();
        let main: &[Meaning] =
            if thing.kind == EntityKind::Organisation { &[Name, OrganisationName] } else { &[Name] };
        let mut first = true;
        for meaning in main {
            for (_, cell) in self.cells.of(*meaning) {
                thing.say(if first { Property::Name } else { Property::Alias }, cell.text.as_str().into());
                first = false;
            }
        }
        if !parts.is_empty() {
            let joined = parts.join(" ");
            thing.say(if first { Property::Name } else { Property::Alias }, Value::Text(joined));
        }
        for (meaning, property) in
            [(Alias, Property::Alias), (FormerName, Property::FormerName), (Nickname, Property::Nickname)]
        {
            for (_, cell) in self.cells.of(meaning) {
                for name in values::several(&cell.text, &[]) {
                    thing.say(property, name.into());
                }
            }
        }
    }

    /// Phones, accounts, vehicles, documents and the employer: properties of the person and things of their own.
    fn belongings(&mut self, slot: Slot) {
        use Meaning::*;
        let kind = self.proposal.things[slot.0].kind;
        let numbers = [
            (Phone, EntityKind::Phone, Property::PhoneNumber, "phone"),
            (Account, EntityKind::Account, Property::AccountNumber, "account"),
            (Plate, EntityKind::Vehicle, Property::Plate, "plate"),
            (DocumentNumber, EntityKind::Document, Property::DocumentNumber, "document"),
        ];
        let document_type = self.cells.text(DocumentType).map(str::to_owned);
        for (meaning, thing_kind, property, prefix) in numbers {
            for (header, cell) in self.cells.of(meaning).collect::<Vec<_>>() {
                if !self.identifier(header, cell) {
                    continue;
                }
                if meaning == Phone && cell.kind == CellKind::Number && cell.text.len() < 10 {
                    let reason = "is a number and not a text: a nought at its beginning may be gone";
                    let next_step = "format the column as text in the source and export it again";
                    self.notes.note(Code::DigitsLost, Some(header), reason.to_owned(), next_step, &cell.text);
                }
                let also: &[char] = if meaning == Phone { &[',', '/'] } else { &[','] };
                for number in values::several(&cell.text, also) {
                    let key =
                        if meaning == Phone { values::phone_key(number) } else { values::number_key(number) };
                    let note = (meaning == DocumentNumber).then(|| document_type.clone()).flatten();
                    self.proposal.things[slot.0].say_noted(property, number.into(), note);
                    if kind == thing_kind {
                        let thing = &mut self.proposal.things[slot.0];
                        thing.key = thing.key.take().or(key.map(|k| format!("{prefix}:{k}")));
                    } else if thing_kind != EntityKind::Document
                        && matches!(kind, EntityKind::Person | EntityKind::Organisation)
                    {
                        let mut thing = Thing::new(thing_kind);
                        thing.key = key.map(|k| format!("{prefix}:{k}"));
                        thing.say(property, number.into());
                        let other = self.proposal.add(thing);
                        self.proposal.link(slot, other, RelationKind::Uses);
                    }
                }
            }
        }
        if kind == EntityKind::Person {
            for (_, cell) in self.cells.of(OrganisationName) {
                let mut thing = Thing::new(EntityKind::Organisation);
                thing.say(Property::Name, cell.text.as_str().into());
                let other = self.proposal.add(thing);
                self.proposal.link(slot, other, RelationKind::MemberOf);
            }
        }
    }

    /// Where a person or thing was: a sighting when day and position are known, otherwise a link to a place.
    fn whereabouts(&mut self, slot: Slot, date: Option<PartialDate>, point: Option<Point>) {
        let place = self.cells.text(Meaning::Place);
        if let (Some(date), Some(point)) = (date, point)
            && date.precision() == lintas_model::date::Precision::Day
        {
            let at = self.instant(date);
            self.proposal.seen.push(Seen { subject: slot, at, point, place: place.map(str::to_owned) });
            return;
        }
        if place.is_none() && point.is_none() {
            return;
        }
        let mut thing = Thing::new(EntityKind::Place);
        if let Some(place) = place {
            thing.say(Property::Name, place.into());
        }
        if let Some(point) = point {
            thing.say(Property::Position, Value::Point(point));
        }
        let other = self.proposal.add(thing);
        self.proposal.link(slot, other, RelationKind::LocatedAt);
        if let Some(link) = self.proposal.links.last_mut() {
            link.date = date;
        }
    }

    /// The row's own report, where it has words, a source or a date of its own.
    fn report(&mut self, date: Option<PartialDate>) {
        let text = self.cells.text(Meaning::ReportText);
        let title = self.cells.text(Meaning::ReportTitle);
        let source_reference = self.cells.text(Meaning::SourceReference).map(str::to_owned);
        let marked = self.proposal.grade.is_some() || self.proposal.handling.is_some();
        if text.is_none() && title.is_none() && source_reference.is_none() && date.is_none() && !marked {
            return;
        }
        if text.is_none() && title.is_none() && self.proposal.things.is_empty() {
            return;
        }
        let caption = self.proposal.things.first().and_then(Thing::caption);
        let title = title
            .map(str::to_owned)
            .or(caption)
            .unwrap_or_else(|| text.unwrap_or_default().chars().take(80).collect());
        self.proposal.report = Some(Report {
            title,
            text: text.unwrap_or_default().to_owned(),
            language: text.and_then(lintas_model::Language::of_script).map(|l| l.tag().to_owned()),
            occurred: date,
            source_reference,
            case: None,
            import: None,
        });
    }

    fn date_of(&mut self, meaning: Meaning) -> Option<PartialDate> {
        let mut first = None;
        for (header, cell) in self.cells.of(meaning).collect::<Vec<_>>() {
            let date = self.session.date(self.notes, header, cell);
            first = first.or(date);
        }
        first
    }

    /// Year and month in columns of their own.
    fn month_and_year(&mut self) -> Option<PartialDate> {
        let year = self.cells.text(Meaning::Year)?;
        let month = self.cells.text(Meaning::Month).unwrap_or_default();
        let certain = |text: &str| match PartialDate::read(text) {
            Ok(lintas_model::date::ReadDate::Certain(date)) => Some(date),
            _ => None,
        };
        certain(&format!("{month} {year}"))
            .or_else(|| certain(&format!("{month}/{year}")))
            .or_else(|| certain(year))
    }

    fn instant(&self, date: PartialDate) -> Timestamp {
        let texts =
            || self.cells.of(Meaning::Date).chain(self.cells.of(Meaning::Time)).map(|(_, c)| c.text.as_str());
        if let Some(at) = texts().find_map(values::instant) {
            return at;
        }
        let millis = texts().find_map(values::time_of_day).unwrap_or(0);
        date.earliest().plus_millis(millis)
    }

    fn point(&mut self) -> Option<Point> {
        let latitude = self.cells.first(Meaning::Latitude);
        let longitude = self.cells.first(Meaning::Longitude);
        let whole = self.cells.first(Meaning::Coordinates);
        let (header, text, read) = match (latitude, longitude, whole) {
            (Some((header, lat)), Some((_, lon)), _) => {
                (header, format!("{}, {}", lat.text, lon.text), values::point(&lat.text, &lon.text))
            }
            (_, _, Some((header, cell))) => (header, cell.text.clone(), values::coordinates(&cell.text)),
            (Some((header, cell)), None, None) | (None, Some((header, cell)), None) => {
                (header, cell.text.clone(), None)
            }
            (None, None, None) => return None,
        };
        let reason = match read {
            Some(Ok(point)) => return Some(point),
            Some(Err(error)) => error.to_string(),
            None => "could not read a position: latitude and longitude in degrees are expected".to_owned(),
        };
        self.notes.note(
            Code::BadPosition,
            Some(header),
            reason,
            "correct the position; the rest of the row was taken without it",
            &text,
        );
        None
    }

    fn number(&mut self, meaning: Meaning) -> Option<i64> {
        let (header, cell) = self.cells.first(meaning)?;
        let number = values::whole(&cell.text).filter(|n| meaning != Meaning::Age || (0..=130).contains(n));
        if number.is_none() {
            self.notes.note(
                Code::BadNumber,
                Some(header),
                "could not read a whole number".to_owned(),
                "correct the number; the rest of the row was taken without it",
                &cell.text,
            );
        }
        number
    }

    /// Whether the digits of an identifier can be relied on; says so when not.
    fn identifier(&mut self, header: &str, cell: &Cell) -> bool {
        let next_step = "format the column as text in the source and export it again";
        if cell.flaw == Some(Flaw::DigitsLost) {
            let reason = "is a number of more than 15 digits: a spreadsheet has changed the last ones; it was left out";
            self.notes.note(Code::DigitsLost, Some(header), reason.to_owned(), next_step, &cell.text);
            return false;
        }
        if cell.kind == CellKind::Text && values::is_shortened(&cell.text) {
            let reason =
                "is a number that a spreadsheet has shortened: its last digits are gone; it was left out";
            self.notes.note(Code::DigitsLost, Some(header), reason.to_owned(), next_step, &cell.text);
            return false;
        }
        true
    }
}

/// Countries in one cell, each by code where it is known.
pub(crate) fn say_countries(thing: &mut Thing, property: Property, text: &str) {
    if let Some(country) = country_of(text) {
        thing.say(property, Value::Country(country));
        return;
    }
    for part in values::several(text, &[',', '/']) {
        match country_of(part) {
            Some(country) => thing.say(property, Value::Country(country)),
            None => thing.say(property, part.into()),
        }
    }
}

fn kind_of_entity(text: &str) -> Option<EntityKind> {
    let word = super::words::normal(text);
    Some(match word.as_str() {
        "person" | "individual" | "natural person" | "human" | "บุคคล" | "cá nhân" | "orang" => {
            EntityKind::Person
        }
        "organisation" | "organization" | "company" | "entity" | "legal entity" | "group" | "legalentity" => {
            EntityKind::Organisation
        }
        "vehicle" | "vessel" | "ship" | "aircraft" | "car" => EntityKind::Vehicle,
        "phone" => EntityKind::Phone,
        "account" | "bank account" | "bankaccount" => EntityKind::Account,
        "document" | "passport" | "identification" => EntityKind::Document,
        "place" | "address" | "location" => EntityKind::Place,
        "event" | "incident" => EntityKind::Event,
        "online identity" | "useraccount" | "user account" => EntityKind::OnlineIdentity,
        _ => return None,
    })
}

fn kind_named(word: &str) -> Option<RelationKind> {
    Some(match word {
        "call" | "calls" | "phone_call" | "sms" | "message" => RelationKind::Called,
        "payment" | "transfer" | "transaction" | "remittance" => RelationKind::Paid,
        "meeting" | "meet" => RelationKind::Met,
        "family" | "relative" | "spouse" | "sibling" | "parent" => RelationKind::Kin,
        "travel" | "co_travel" | "travelled" => RelationKind::TravelledWith,
        "order" | "orders" | "instructs" => RelationKind::Ordered,
        "member" | "employee" | "works_for" => RelationKind::MemberOf,
        "recruits" | "recruiter" => RelationKind::Recruited,
        _ => return None,
    })
}
