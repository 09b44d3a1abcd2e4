//! A whole practice case: sightings, people and the truth, from one seed.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::Write;

use lintas_model::Country;
use lintas_network::routes::instant::{self, DAY, Seconds};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::convoys::{Convoys, send_convoys};
use crate::network::{Part, SyntheticNetwork, synthetic_network};
use crate::observation::{MadeSighting, Watch, observe};
use crate::people::{SyntheticPerson, person};
use crate::style::{Size, Style};
use crate::travellers::send_travellers;
use crate::truth::Truth;

/// A practice case.
#[derive(Debug, Clone)]
pub struct PracticeCase {
    /// The sheet of sightings in order of time.
    pub sightings: Vec<MadeSighting>,
    /// Everybody who appears, by number.
    pub people: Vec<(u32, SyntheticPerson)>,
    /// Contacts of the group behind the convoys, among busy people who have no part in it.
    pub contacts: SyntheticNetwork,
    /// What really happened.
    pub truth: Truth,
}

/// Makes a practice case; the same seed and size give the same bytes.
pub fn practice_case(seed: u64, size: Size) -> PracticeCase {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let style = Style::draw(size, &mut rng);
    practice_case_in_style(seed, style)
}

/// Makes a practice case in a given style.
pub fn practice_case_in_style(seed: u64, style: Style) -> PracticeCase {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0x6c69_6e74_6173);
    let start = instant::civil(2016, rng.random_range(1..=12), rng.random_range(1..=28)).unwrap_or(0);
    let date = start + (style.days as f64 * rng.random_range(0.45..0.7)) as i64 * DAY;
    let mut next_subject = 0;
    let convoys = send_convoys(&style, start, date, &mut next_subject, &mut rng);
    let travellers = send_travellers(&style, start, &mut next_subject, &mut rng);
    let mut sightings = Vec::new();
    let watch =
        Watch { seen: style.seen, seen_on_road: style.seen_on_road, seen_together: style.seen_together };
    for journey in &convoys.journeys {
        observe(journey, watch, &style, &mut sightings, &mut rng);
    }
    for journey in &travellers {
        observe(journey, watch, &style, &mut sightings, &mut rng);
    }
    spoil(&mut sightings, style.spoilt_share, &mut rng);
    sightings.sort_by_key(|sighting| (sighting.time, sighting.subject));
    let contacts = contacts_behind(&convoys, seed, &mut next_subject);
    let people = (1..=next_subject)
        .map(|number| {
            let country = Country::EIGHT[rng.random_range(0..Country::EIGHT.len())];
            (number, person(country, &mut rng))
        })
        .collect();
    let truth = Truth {
        synthetic: true,
        seed,
        new_since: instant::write(date)[..10].to_owned(),
        organisers: contacts.bosses().into_iter().map(str::to_owned).collect(),
        routes: convoys.routes,
        rest_houses: convoys.houses,
        style,
    };
    PracticeCase { sightings, people, contacts, truth }
}

/// Makes the contacts of the group behind the convoys: its couriers and members are people seen in convoys, guides
/// first; everybody else in it is seen nowhere.
fn contacts_behind(convoys: &Convoys, seed: u64, next_subject: &mut u32) -> SyntheticNetwork {
    let mut network = synthetic_network(seed);
    let mut journeys: BTreeMap<u32, usize> = BTreeMap::new();
    for &subject in convoys.journeys.iter().flat_map(|journey| &journey.subjects) {
        *journeys.entry(subject).or_default() += 1;
    }
    let mut seen: Vec<u32> = journeys.keys().copied().collect();
    seen.sort_by_key(|subject| (Reverse(journeys[subject]), *subject));
    let mut seen = seen.into_iter();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for (id, part) in &network.people {
        let travels = matches!(part, Part::Courier | Part::Member);
        let number = travels.then(|| seen.next()).flatten().unwrap_or_else(|| {
            *next_subject += 1;
            *next_subject
        });
        ids.insert(id.clone(), subject_id(number));
    }
    let renamed = |id: &String| ids.get(id).unwrap_or(id).clone();
    for contact in &mut network.contacts {
        contact.source = renamed(&contact.source);
        contact.target = renamed(&contact.target);
    }
    for (id, _) in &mut network.people {
        *id = renamed(id);
    }
    network.people.sort();
    network
}

/// Spoils a share of the rows as sheets are spoilt.
fn spoil(sightings: &mut Vec<MadeSighting>, spoilt_share: f64, rng: &mut impl Rng) {
    let rows = sightings.len();
    for row in 0..rows {
        if !rng.random_bool(spoilt_share) {
            continue;
        }
        match rng.random_range(0..3) {
            0 => {
                let position = &mut sightings[row].position;
                (position.lat, position.lon) = (position.lon, position.lat);
            }
            1 => (sightings[row].position.lat, sightings[row].position.lon) = (0.0, 0.0),
            _ => {
                let doubled = sightings[row].clone();
                sightings.push(doubled);
            }
        }
    }
}

/// Returns the id under which a person appears; neighbours in number are not neighbours in id.
pub fn subject_id(number: u32) -> String {
    // A prime modulus keeps ids apart for the first ten million people.
    format!("P{:07}", (u64::from(number) * 7_368_787 + 1_234_567) % 10_000_019)
}

impl PracticeCase {
    /// Writes the sheet of sightings as CSV: subject, time, lat, lon and, where the case states it, uncertainty_m.
    pub fn write_sightings(&self, out: impl Write) -> Result<(), csv::Error> {
        let mut sheet = csv::Writer::from_writer(out);
        let stated = self.truth.style.states_uncertainty;
        let header: &[&str] = &["subject", "time", "lat", "lon", "uncertainty_m"];
        sheet.write_record(&header[..if stated { 5 } else { 4 }])?;
        for sighting in &self.sightings {
            let mut row = vec![
                subject_id(sighting.subject),
                instant::write(sighting.time),
                format!("{:.5}", sighting.position.lat),
                format!("{:.5}", sighting.position.lon),
            ];
            if stated {
                row.push(sighting.uncertainty_m.map(|metres| metres.to_string()).unwrap_or_default());
            }
            sheet.write_record(&row)?;
        }
        sheet.flush()?;
        Ok(())
    }

    /// Writes the contacts as the CSV that `lintas rank` reads.
    pub fn write_contacts(&self, out: impl Write) -> Result<(), csv::Error> {
        self.contacts.write_contacts(out)
    }

    /// Writes the people as CSV.
    pub fn write_people(&self, out: impl Write) -> Result<(), csv::Error> {
        let mut sheet = csv::Writer::from_writer(out);
        sheet.write_record([
            "id",
            "name",
            "name_latin",
            "script",
            "sex",
            "born",
            "country",
            "phone",
            "passport",
            "plate",
            "town",
            "synthetic",
        ])?;
        for (number, person) in &self.people {
            sheet.write_record([
                &subject_id(*number),
                &person.name_native,
                &person.name_latin,
                &person.script,
                &person.sex,
                &person.born,
                person.country.as_str(),
                &person.phone,
                &person.passport,
                &person.plate,
                &person.town,
                "true",
            ])?;
        }
        sheet.flush()?;
        Ok(())
    }

    /// Writes the truth as JSON.
    pub fn write_truth(&self, out: impl Write) -> Result<(), serde_json::Error> {
        serde_json::to_writer_pretty(out, &self.truth)
    }

    /// Returns the first and last second of the sheet; `None` for an empty one.
    pub fn period(&self) -> Option<(Seconds, Seconds)> {
        Some((self.sightings.first()?.time, self.sightings.last()?.time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(seed: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        practice_case(seed, Size::Small).write_sightings(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn the_same_seed_makes_the_same_sheet() {
        assert_eq!(sheet(5), sheet(5));
        assert_ne!(sheet(5), sheet(6));
    }

    #[test]
    fn ids_stay_apart() {
        let mut ids: Vec<String> = (0..100_000).map(subject_id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 100_000);
    }

    #[test]
    fn the_analysis_finds_the_routes_of_a_case_and_says_the_same_twice() {
        use lintas_network::routes::{Options, find_routes, read_sightings};
        let case = practice_case(42, Size::Small);
        let read = read_sightings(&sheet(42)[..], None).unwrap();
        let findings = find_routes(&read, &Options::default());
        assert_eq!(findings, find_routes(&read, &Options::default()));
        let written = serde_json::to_string(&findings).unwrap();
        assert!(!written.contains("null,\"lon\"") && !written.contains("NaN"));
        let score = crate::score(&case.truth, &serde_json::from_str(&written).unwrap());
        assert_eq!(score.routes_found, score.routes, "{:?}", score.remarks);
    }

    #[test]
    fn the_truth_is_a_perfect_answer_and_an_empty_one_finds_nothing() {
        let truth = practice_case(7, Size::Small).truth;
        let answer = serde_json::json!({ "routes": truth.routes, "places": truth.rest_houses });
        let perfect = crate::score(&truth, &serde_json::from_value(answer).unwrap());
        assert_eq!((perfect.recall(), perfect.precision()), (1.0, 1.0));
        assert_eq!(perfect.new_or_known_right, perfect.routes);
        assert!(perfect.remarks.is_empty());
        assert_eq!(crate::score(&truth, &crate::Answer::default()).routes_found, 0);
    }

    #[test]
    fn the_truth_reads_back() {
        let truth = practice_case(9, Size::Small).truth;
        let text = serde_json::to_string(&truth).unwrap();
        let back: Truth = serde_json::from_str(&text).unwrap();
        assert_eq!(back.routes.len(), truth.routes.len());
        assert!(truth.synthetic && !truth.routes.is_empty() && !truth.rest_houses.is_empty());
    }
}
