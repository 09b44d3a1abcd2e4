//! Ordinary traffic: the many among whom the convoys travel.
//!
//! Some of it looks like a convoy on purpose: bus passengers cross borders together, tourists sleep in lodges
//! outside towns, lorry drivers who do not know each other rest at the same yard.

use lintas_network::routes::gazetteer::{Gazetteer, NamedPlace};
use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{DAY, HOUR, Seconds};
use rand::{Rng, RngExt};

use crate::itinerary::{Halt, Itinerary, drive, scatter};
use crate::people::pick;
use crate::style::Style;

/// Fixed places of ordinary life.
struct Ordinary<'a> {
    towns: Vec<&'a NamedPlace>,
    /// Market, hospital and bus station of each town.
    markets: Vec<Position>,
    hospitals: Vec<Position>,
    stations: Vec<Position>,
    /// Lodges for tourists, each with its town; some lie outside it.
    lodges: Vec<(usize, Position)>,
    /// Yards where lorry drivers rest, outside towns.
    yards: Vec<Position>,
    /// Pairs of towns with a bus line: from, to and where it stops between.
    lines: Vec<[usize; 3]>,
    start: Seconds,
    days: i64,
    most: usize,
}

/// Sends the ordinary travellers of a case; `next_subject` numbers people.
pub(crate) fn send_travellers(
    style: &Style,
    start: Seconds,
    next_subject: &mut u32,
    rng: &mut impl Rng,
) -> Vec<Itinerary> {
    let ordinary = Ordinary::settle(style, start, rng);
    let mut sent = Vec::new();
    let first = *next_subject;
    while ((*next_subject - first) as usize) < style.travellers {
        let mut number = |n: usize| -> Vec<u32> {
            (0..n)
                .map(|_| {
                    *next_subject += 1;
                    *next_subject
                })
                .collect()
        };
        match rng.random_range(0..100) {
            0..40 => ordinary.commute(number(1), &mut sent, rng),
            40..52 => ordinary.trade(number(1), &mut sent, rng),
            52..62 => {
                let party = rng.random_range(1..=4);
                ordinary.tour(number(party), &mut sent, rng);
            }
            62..64 => {
                let passengers = rng.random_range(8..35);
                ordinary.ride(number(passengers), &mut sent, rng);
            }
            64..84 => ordinary.shop(number(1), &mut sent, rng),
            84..92 => {
                let family = rng.random_range(1..=3);
                ordinary.fall_ill(number(family), &mut sent, rng);
            }
            _ => ordinary.haul(number(1), &mut sent, rng),
        }
    }
    sent
}

impl<'a> Ordinary<'a> {
    fn settle(style: &Style, start: Seconds, rng: &mut impl Rng) -> Ordinary<'a> {
        let region = Gazetteer::of_the_region();
        let towns: Vec<&NamedPlace> = region
            .towns()
            .filter(|town| ["BD", "KH", "ID", "LA", "MY", "PH", "TH", "VN"].contains(&town.country.as_str()))
            .collect();
        let mut near = |reach: f64| -> Vec<Position> {
            towns.iter().map(|town| scatter(town.position, reach, rng)).collect()
        };
        let (markets, hospitals, stations) = (near(0.8), near(1.5), near(0.7));
        let few = (style.travellers / 60).clamp(30, 400);
        let lodges = (0..few)
            .map(|_| {
                let town = rng.random_range(0..towns.len());
                let outside = if rng.random_bool(0.3) { rng.random_range(4.0..15.0) } else { 1.0 };
                (town, towns[town].position.offset(rng.random_range(0.0..360.0), outside))
            })
            .collect();
        let yards = (0..few / 4 + 2)
            .map(|_| {
                pick(rng, &towns).position.offset(rng.random_range(0.0..360.0), rng.random_range(4.0..20.0))
            })
            .collect();
        let mut lines = Vec::new();
        while lines.len() < few / 3 + 2 {
            let from = rng.random_range(0..towns.len());
            if let (Some(middle), Some(to)) =
                (within(&towns, from, 40.0, 150.0, rng), within(&towns, from, 120.0, 420.0, rng))
            {
                lines.push([from, middle, to]);
            }
        }
        let (days, most) = (style.days, style.traveller_sightings);
        Ordinary { towns, markets, hospitals, stations, lodges, yards, lines, start, days, most }
    }

    fn some_day(&self, rng: &mut impl Rng) -> Seconds {
        self.start + rng.random_range(0..self.days) * DAY
    }

    /// Home to work and back, on some days.
    fn commute(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let town = rng.random_range(0..self.towns.len());
        let home =
            self.towns[town].position.offset(rng.random_range(0.0..360.0), rng.random_range(1.0..25.0));
        let work = scatter(self.towns[town].position, 1.2, rng);
        for _ in 0..rng.random_range(1..=self.most / 2 + 1) {
            let morning = self.some_day(rng) + rng.random_range(6 * HOUR..9 * HOUR);
            let halts = vec![
                Halt { position: home, from: morning - HOUR, to: morning },
                Halt { position: work, from: morning + HOUR, to: morning + 9 * HOUR },
            ];
            sent.push(Itinerary { subjects: subjects.clone(), halts });
        }
    }

    /// From a home town to a market in another, often over a border, and back, again and again.
    fn trade(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let home = rng.random_range(0..self.towns.len());
        let Some(away) = within(&self.towns, home, 20.0, 220.0, rng) else { return };
        for _ in 0..rng.random_range(1..=self.most / 3 + 1) {
            let morning = self.some_day(rng) + rng.random_range(4 * HOUR..10 * HOUR);
            let way = drive(self.towns[home].position, self.towns[away].position, rng);
            let sold = morning + way + rng.random_range(2 * HOUR..8 * HOUR);
            let halts = vec![
                Halt { position: self.towns[home].position, from: morning - HOUR, to: morning },
                Halt { position: self.markets[away], from: morning + way, to: sold },
                Halt { position: self.towns[home].position, from: sold + way, to: sold + way + HOUR },
            ];
            sent.push(Itinerary { subjects: subjects.clone(), halts });
        }
    }

    /// A party from lodge to lodge, for a week or two.
    fn tour(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let mut lodge = pick(rng, &self.lodges);
        let mut now = self.some_day(rng) + rng.random_range(10 * HOUR..20 * HOUR);
        let mut halts = Vec::new();
        for _ in 0..rng.random_range(2..=7) {
            let stay = rng.random_range(1..=3) * DAY - rng.random_range(2 * HOUR..8 * HOUR);
            halts.push(Halt { position: lodge.1, from: now, to: now + stay });
            now += stay;
            let next: Vec<_> = self
                .lodges
                .iter()
                .copied()
                .filter(|next| (30.0..400.0).contains(&next.1.near_km(lodge.1)))
                .collect();
            if next.is_empty() {
                break;
            }
            let next = pick(rng, &next);
            now += drive(lodge.1, next.1, rng);
            lodge = next;
        }
        sent.push(Itinerary { subjects, halts });
    }

    /// One run of a bus line, by day or by night.
    fn ride(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let mut stations: Vec<Position> =
            pick(rng, &self.lines).into_iter().map(|town| self.stations[town]).collect();
        if rng.random_bool(0.5) {
            stations.reverse();
        }
        let mut now = self.some_day(rng) + rng.random_range(0..24) * HOUR;
        let mut halts = Vec::new();
        for (index, station) in stations.iter().enumerate() {
            if index > 0 {
                now += drive(stations[index - 1], *station, rng);
            }
            halts.push(Halt { position: *station, from: now, to: now + HOUR / 2 });
            now += HOUR / 2;
        }
        sent.push(Itinerary { subjects, halts });
    }

    /// To the market of the next town, on some days.
    fn shop(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let town = rng.random_range(0..self.towns.len());
        for _ in 0..rng.random_range(1..=self.most / 2 + 1) {
            let morning = self.some_day(rng) + rng.random_range(5 * HOUR..17 * HOUR);
            let halts = vec![Halt {
                position: self.markets[town],
                from: morning,
                to: morning + rng.random_range(HOUR / 2..3 * HOUR),
            }];
            sent.push(Itinerary { subjects: subjects.clone(), halts });
        }
    }

    /// A patient and those who keep company, some days in hospital.
    fn fall_ill(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        let town = rng.random_range(0..self.towns.len());
        let home =
            self.towns[town].position.offset(rng.random_range(0.0..360.0), rng.random_range(2.0..60.0));
        let day = self.some_day(rng) + rng.random_range(6 * HOUR..20 * HOUR);
        let well = day + 2 * HOUR + rng.random_range(HOUR..5 * DAY);
        let halts = vec![
            Halt { position: home, from: day - HOUR, to: day },
            Halt { position: self.hospitals[town], from: day + 2 * HOUR, to: well },
            Halt { position: home, from: well + 2 * HOUR, to: well + 4 * HOUR },
        ];
        sent.push(Itinerary { subjects, halts });
    }

    /// A lorry from town to town, with the night at a yard.
    fn haul(&self, subjects: Vec<u32>, sent: &mut Vec<Itinerary>, rng: &mut impl Rng) {
        for _ in 0..rng.random_range(1..=self.most / 5 + 1) {
            let yard = pick(rng, &self.yards);
            let near: Vec<Position> = self
                .towns
                .iter()
                .map(|town| town.position)
                .filter(|town| (40.0..300.0).contains(&town.near_km(yard)))
                .collect();
            if near.len() < 2 {
                return;
            }
            let (from, to) = (pick(rng, &near), pick(rng, &near));
            let morning = self.some_day(rng) + rng.random_range(5 * HOUR..16 * HOUR);
            let arrive = morning + drive(from, yard, rng);
            let leave = arrive + rng.random_range(6 * HOUR..11 * HOUR);
            let end = leave + drive(yard, to, rng);
            let halts = vec![
                Halt { position: from, from: morning - 2 * HOUR, to: morning },
                Halt { position: yard, from: arrive, to: leave },
                Halt { position: to, from: end, to: end + 3 * HOUR },
            ];
            sent.push(Itinerary { subjects: subjects.clone(), halts });
        }
    }
}

/// Chooses another town between two distances in kilometres; `None` when there is none.
fn within(
    towns: &[&NamedPlace],
    from: usize,
    least_km: f64,
    most_km: f64,
    rng: &mut impl Rng,
) -> Option<usize> {
    for _ in 0..60 {
        let candidate = rng.random_range(0..towns.len());
        if (least_km..most_km).contains(&towns[candidate].position.near_km(towns[from].position)) {
            return Some(candidate);
        }
    }
    None
}
