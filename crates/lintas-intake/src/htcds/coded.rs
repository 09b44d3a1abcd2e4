//! One row of a case sheet as codes.

use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::record::{AgeBand, ProtectionStatus, RelationKind, Report};
use lintas_model::{EntityKind, PartialDate, date::ReadDate};

use super::Section;
use super::codes::labels;
use super::columns::{Columns, FieldValue};
use super::fields::{EventPart, Use};
use super::people::{self, People};
use crate::countries::country_of;
use crate::proposal::{Proposal, Thing};
use crate::protect;
use crate::rows::Row;
use crate::session::{RowNotes, Session};
use crate::table::builder::say_countries;
use crate::table::values;
use crate::{Code, Meaning};

/// What a row of a case sheet would become; `None` with a note when it is not to be taken.
pub(crate) fn proposal(
    columns: &Columns,
    people: &People,
    perpetrators: bool,
    row: &Row,
    notes: &mut RowNotes<'_>,
    session: &mut Session<'_>,
) -> Option<Proposal> {
    let values = columns.values(row);
    let id = people::person_id(&values);
    let proposal = Proposal::of(columns.fingerprint(row, session), notes.sheet, row.number);
    let mut coded = Coded { values, id, people, notes, session, proposal, columns };
    let sections = |section| coded.values.iter().any(|v| v.section == section);
    let victim = sections(Section::Victim) || sections(Section::Case) || sections(Section::Consents);
    let person = sections(Section::Person);
    let perpetrator = coded.values.iter().any(|v| v.usage == Use::PerpetratorRole)
        || perpetrators
        || coded.id.as_ref().is_some_and(|id| people.is_perpetrator(id));
    if perpetrator && !sections(Section::Victim) {
        coded.perpetrator();
    } else if person || victim || sections(Section::Plan) || sections(Section::Comment) {
        if !coded.consent() {
            return None;
        }
        coded.victim();
    } else if sections(Section::Event) {
        coded.event();
    } else if sections(Section::Organisations) {
        coded.organisation();
    }
    let proposal = coded.proposal;
    if proposal.things.is_empty()
        && proposal.report.is_none()
        && proposal.protected.is_empty()
        && !notes.waits
    {
        notes.note(
            Code::NothingInRow,
            None,
            "fills no field that is recorded".to_owned(),
            "fill in what happened and give the row again",
            "",
        );
        return None;
    }
    Some(proposal)
}

struct Coded<'c, 'n, 's, 'a> {
    values: Vec<FieldValue<'c>>,
    id: Option<String>,
    people: &'c People,
    columns: &'c Columns,
    notes: &'c mut RowNotes<'n>,
    session: &'s mut Session<'a>,
    proposal: Proposal,
}

impl Coded<'_, '_, '_, '_> {
    fn with(&self, test: impl Fn(Use) -> bool) -> impl Iterator<Item = &FieldValue<'_>> {
        self.values.iter().filter(move |v| test(v.usage))
    }

    /// Whether the row may be taken: a stated no is a no, here or on another sheet.
    fn consent(&mut self) -> bool {
        let here: Vec<String> = self.with(|u| u == Use::Consent).map(|v| v.text().to_owned()).collect();
        let elsewhere = self.id.as_ref().is_some_and(|id| self.people.refused_consent(id));
        if elsewhere || here.iter().any(|text| people::is_no(text)) {
            self.notes.note(
                Code::ConsentRefused,
                None,
                "says that the person has not agreed to the use of the data".to_owned(),
                "leave the row out, or give it again once the person has agreed",
                "",
            );
            return false;
        }
        if here.is_empty() && self.columns.has_persons() && self.id.is_none() {
            self.notes.note(
                Code::ConsentUnknown,
                None,
                "does not say whether the person has agreed to the use of the data".to_owned(),
                "fill in the consent in the source",
                "",
            );
        }
        true
    }

    /// The person by code, what happened in codes, where it happened.
    fn victim(&mut self) {
        let numbered = self.id.as_ref().and_then(|id| self.people.fingerprint(id));
        let mut person = protect::person(numbered.unwrap_or(self.proposal.fingerprint));
        let mut names: Vec<String> = self.with(|u| u == Use::Name).map(|v| v.text().to_owned()).collect();
        if let Some(id) = &self.id {
            names.extend_from_slice(self.people.names(id));
            person.support_plan = self.people.has_plan(id);
        }
        person.nationality = self.with(|u| u == Use::Citizenship).find_map(|v| country_of(v.text()));
        person.age = self.age();
        person.support_plan |= self.with(|u| u == Use::SupportPlan).next().is_some();
        person.status = self.status();
        person.offence = Offence::Trafficking;

        let (facts, occurred) = self.facts(&names, &person.code);
        let crime = self.crime(&names, &person.code);
        let text = if facts.is_empty() { String::new() } else { facts.join("\n") };
        self.proposal.report = Some(Report {
            title: format!("Protected person {}", person.code),
            text,
            language: None,
            occurred,
            source_reference: None,
            case: None,
            import: None,
        });
        self.proposal.things.extend(crime);
        let places = self.proposal.things.len();
        if self.proposal.things.first().is_some_and(|t| t.kind == EntityKind::Event) {
            for place in 1..places {
                self.proposal.link(
                    crate::proposal::Slot(0),
                    crate::proposal::Slot(place),
                    RelationKind::LocatedAt,
                );
            }
        }
        // A person listed by number among the persons is recorded from that row only.
        let own_row = self.with(|u| u == Use::Name).next().is_some();
        let elsewhere = self.id.as_ref().is_some_and(|id| self.people.is_listed(id));
        if own_row || !elsewhere {
            self.proposal.protected.push(person);
        }
    }

    /// Lines that name nobody, and the earliest date among them.
    fn facts(&mut self, names: &[String], code: &str) -> (Vec<String>, Option<PartialDate>) {
        let mut lines = Vec::new();
        let mut occurred = None;
        let values = std::mem::take(&mut self.values);
        for value in &values {
            match value.usage {
                Use::TraffickingStatus | Use::Coded(_) | Use::Fact => {
                    let text = protect::without_names(&labels(value.text()).join("; "), names, code);
                    match lines
                        .iter_mut()
                        .find(|l: &&mut String| l.starts_with(&format!("{}: ", value.label)))
                    {
                        Some(line) => *line = format!("{line}; {text}"),
                        None => lines.push(format!("{}: {text}", value.label)),
                    }
                }
                Use::CrimePlace(_) => {
                    lines.push(format!(
                        "{}: {}",
                        value.label,
                        protect::without_names(value.text(), names, code)
                    ));
                }
                Use::FactDate => {
                    if let Some(date) = self.session.date(self.notes, value.header, value.cell) {
                        lines.push(format!("{}: {date}", value.label));
                        occurred = occurred.min(Some(date)).or(Some(date));
                    }
                }
                _ => {}
            }
        }
        self.values = values;
        (lines, occurred)
    }

    /// The crime as an event with its places; nothing about the person.
    fn crime(&self, names: &[String], code: &str) -> Vec<Thing> {
        let mut event = Thing::new(EntityKind::Event);
        for value in &self.values {
            let Use::Coded(meaning) = value.usage else { continue };
            let property = match meaning {
                Meaning::RecruitmentMethod => Property::RecruitmentMethod,
                Meaning::MeansOfControl => Property::MeansOfControl,
                Meaning::Industry => Property::Industry,
                _ => Property::Exploitation,
            };
            for label in labels(value.text()) {
                event.say(property, Value::Text(protect::without_names(&label, names, code)));
            }
        }
        let mut things = Vec::new();
        if !event.says.is_empty() {
            event.say(Property::Category, "trafficking in persons".into());
            things.push(event);
        }
        for value in &self.values {
            let Use::CrimePlace(kind) = value.usage else { continue };
            let mut place = Thing::new(EntityKind::Place);
            place.say(Property::Name, Value::Text(protect::without_names(value.text(), names, code)));
            place.say(Property::Category, kind.into());
            things.push(place);
        }
        things
    }

    /// Under 18, or not, on the latest day that is known; a child when it could be one.
    fn age(&self) -> AgeBand {
        if let Some(age) = self.with(|u| u == Use::AgeThen).find_map(|v| values::whole(v.text())) {
            return if age < 18 { AgeBand::Child } else { AgeBand::Adult };
        }
        let read = |text: &str| match PartialDate::read(text) {
            Ok(ReadDate::Certain(date)) => Some(date),
            // Day and month exchanged can matter by months only; the younger reading protects.
            Ok(ReadDate::Ambiguous { day_first, month_first }) => Some(day_first.max(month_first)),
            Err(_) => None,
        };
        let Some(birth) = self.with(|u| u == Use::BirthDate).find_map(|v| read(&v.cell.text)) else {
            return AgeBand::Unknown;
        };
        let referred = self.with(|u| u == Use::FactDate).filter_map(|v| read(&v.cell.text)).min();
        let Some(on) = referred.or(self.session.options.today) else { return AgeBand::Unknown };
        let (birth_year, birth_month, birth_day) = birth.parts();
        let (year, month, day) = on.parts();
        let latest = (
            birth_year + 18,
            if birth_month == 0 { 12 } else { birth_month },
            if birth_day == 0 { 31 } else { birth_day },
        );
        if latest > (year, month.max(1), day.max(1)) { AgeBand::Child } else { AgeBand::Adult }
    }

    /// As far as the case sheet tells it; at risk when it does not.
    fn status(&self) -> ProtectionStatus {
        let status = self
            .values
            .iter()
            .find(|v| v.section == Section::Case && v.usage == Use::Fact && v.label.ends_with("Status"))
            .map(|v| labels(v.text()).join(" ").to_lowercase())
            .unwrap_or_default();
        let referred = self.values.iter().any(|v| {
            matches!(
                v.label,
                "Referred Organisation" | "Outgoing Referral Date" | "Reason for Outgoing Referral"
            )
        });
        if status.contains("referred") || (referred && !status.contains("closed")) {
            ProtectionStatus::Referred
        } else if status.contains("closed") {
            ProtectionStatus::Settled
        } else {
            ProtectionStatus::AtRisk
        }
    }

    /// A perpetrator is an ordinary person; the source states the part, nobody judges it here.
    fn perpetrator(&mut self) {
        let values = std::mem::take(&mut self.values);
        let mut person = Thing::new(EntityKind::Person);
        let joined = |test: &dyn Fn(Use) -> bool, by: &str| {
            values.iter().filter(|v| test(v.usage)).map(FieldValue::text).collect::<Vec<_>>().join(by)
        };
        let name = joined(&|u| u == Use::Name, " ");
        if !name.is_empty() {
            person.say(Property::Name, Value::Text(name));
        }
        let address = joined(&|u| u == Use::Identity(Meaning::AddressPart), ", ");
        if !address.is_empty() {
            person.say(Property::Address, Value::Text(address));
        }
        let mut others = Vec::new();
        for value in &values {
            match value.usage {
                Use::BirthDate => {
                    if let Some(date) = self.session.date(self.notes, value.header, value.cell) {
                        person.say(Property::BirthDate, Value::Date(date));
                    }
                }
                Use::Citizenship => say_countries(&mut person, Property::Nationality, value.text()),
                Use::PerpetratorRole => {
                    for label in labels(value.text()) {
                        person.say(Property::StatedRole, Value::Text(label));
                    }
                }
                Use::FreeText if value.section == Section::Perpetrator => {
                    person.say(Property::Description, value.text().into());
                }
                Use::Organisation(Meaning::OrganisationName) => {
                    let mut organisation = Thing::new(EntityKind::Organisation);
                    organisation.say(Property::Name, value.text().into());
                    others.push((organisation, RelationKind::MemberOf));
                }
                Use::Identity(Meaning::Phone) => {
                    person.say(Property::PhoneNumber, value.text().into());
                    let mut phone = Thing::new(EntityKind::Phone);
                    phone.key = values::phone_key(value.text()).map(|k| format!("phone:{k}"));
                    phone.say(Property::PhoneNumber, value.text().into());
                    others.push((phone, RelationKind::Uses));
                }
                Use::Identity(meaning) => {
                    let property = match meaning {
                        Meaning::Gender => Property::Gender,
                        Meaning::Email => Property::Email,
                        Meaning::DocumentNumber => Property::DocumentNumber,
                        Meaning::Title => Property::Title,
                        Meaning::Language => Property::Language,
                        _ => continue,
                    };
                    person.say(property, value.text().into());
                }
                _ => {}
            }
        }
        if let Some(id) = self.id.clone() {
            person.say(Property::SourceId, Value::Text(id.clone()));
            self.proposal.source_key = Some(id);
        }
        if !person.says.is_empty() {
            let slot = self.proposal.add(person);
            for (thing, kind) in others {
                let other = self.proposal.add(thing);
                self.proposal.link(slot, other, kind);
            }
        }
        self.values = values;
    }

    /// What happened before, where and when; the description is free text and held back.
    fn event(&mut self) {
        let values = std::mem::take(&mut self.values);
        let part = |wanted: EventPart| values.iter().filter(move |v| v.usage == Use::Event(wanted));
        let mut event = Thing::new(EntityKind::Event);
        let mut date = None;
        for value in part(EventPart::Kind) {
            event.say(Property::Category, Value::Text(labels(value.text()).join("; ")));
        }
        for value in part(EventPart::Date) {
            date = self.session.date(self.notes, value.header, value.cell);
            if let Some(date) = date {
                event.say(Property::Date, Value::Date(date));
            }
        }
        for value in part(EventPart::Country) {
            say_countries(&mut event, Property::Country, value.text());
        }
        let address = part(EventPart::Address).map(FieldValue::text).collect::<Vec<_>>().join(", ");
        if !address.is_empty() {
            event.say(Property::Address, Value::Text(address));
        }
        self.position(&mut event, part(EventPart::Latitude).next(), part(EventPart::Longitude).next());
        if !event.says.is_empty() {
            let code = self.id.as_ref().and_then(|id| self.people.fingerprint(id)).map(protect::code);
            let kind = event.caption().unwrap_or_else(|| "Historic trafficking event".to_owned());
            self.proposal.report = Some(Report {
                title: code.map_or_else(|| kind.clone(), |code| format!("{kind} — protected person {code}")),
                text: String::new(),
                language: None,
                occurred: date,
                source_reference: None,
                case: None,
                import: None,
            });
            self.proposal.add(event);
        }
        self.values = values;
    }

    fn organisation(&mut self) {
        let values = std::mem::take(&mut self.values);
        let part = |wanted: Meaning| values.iter().filter(move |v| v.usage == Use::Organisation(wanted));
        let mut organisation = Thing::new(EntityKind::Organisation);
        for (meaning, property) in [
            (Meaning::OrganisationName, Property::Name),
            (Meaning::Category, Property::Category),
            (Meaning::Phone, Property::PhoneNumber),
        ] {
            for value in part(meaning) {
                organisation.say(property, value.text().into());
            }
        }
        for value in part(Meaning::Country) {
            say_countries(&mut organisation, Property::Country, value.text());
        }
        let address = part(Meaning::AddressPart).map(FieldValue::text).collect::<Vec<_>>().join(", ");
        if !address.is_empty() {
            organisation.say(Property::Address, Value::Text(address));
        }
        self.position(&mut organisation, part(Meaning::Latitude).next(), part(Meaning::Longitude).next());
        if !organisation.says.is_empty() {
            self.proposal.add(organisation);
        }
        self.values = values;
    }

    fn position(
        &mut self,
        thing: &mut Thing,
        latitude: Option<&FieldValue<'_>>,
        longitude: Option<&FieldValue<'_>>,
    ) {
        let (Some(latitude), Some(longitude)) = (latitude, longitude) else { return };
        match values::point(latitude.text(), longitude.text()) {
            Some(Ok(point)) => thing.say(Property::Position, Value::Point(point)),
            other => {
                let reason = match other {
                    Some(Err(error)) => error.to_string(),
                    _ => "could not read a position".to_owned(),
                };
                let next_step = "correct the position; the rest of the row was taken without it";
                let text = format!("{}, {}", latitude.text(), longitude.text());
                self.notes.note(Code::BadPosition, Some(latitude.header), reason, next_step, &text);
            }
        }
    }
}
