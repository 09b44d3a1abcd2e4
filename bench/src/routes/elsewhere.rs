//! A second simulator, written apart from the product's and with other habits: towns that no gazetteer knows, other
//! errors, other company, other traffic. What holds in both is more likely to hold at a border.

use lintas_network::routes::gazetteer::Gazetteer;
use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{self, DAY, HOUR};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A case with its truth.
pub(crate) struct Case {
    /// The sheet as CSV.
    pub(crate) sheet: Vec<u8>,
    /// The date that tells new from known.
    pub(crate) since: i64,
    /// Stops of each route, and whether it is new.
    pub(crate) routes: Vec<(Vec<Position>, bool)>,
    /// Rest-houses.
    pub(crate) houses: Vec<Position>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Noise {
    Normal,
    Disc,
    HeavyTail,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Company {
    Fresh,
    Guided,
    Same,
}

struct Watch {
    seen: f64,
    noise: Noise,
    error_km: f64,
    rough_share: f64,
    rough_km: f64,
    to_town: f64,
    decimals: usize,
    on_road: f64,
    mistaken: f64,
}

struct World {
    towns: Vec<(Position, usize)>,
    crossings: Vec<(Position, usize, usize)>,
}

struct Stay {
    at: Position,
    from: i64,
    to: i64,
}

fn normal(rng: &mut impl Rng) -> f64 {
    (0..12).map(|_| rng.random_range(0.0..1.0)).sum::<f64>() - 6.0
}

fn around(at: Position, least: f64, most: f64, rng: &mut impl Rng) -> Position {
    at.offset(rng.random_range(0.0..360.0), rng.random_range(least..most))
}

impl World {
    fn of_the_gazetteer(rng: &mut impl Rng) -> World {
        let region = Gazetteer::of_the_region();
        let mut codes: Vec<&str> = region.towns().map(|t| t.country.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        let of = |c: &str| codes.iter().position(|k| *k == c);
        let keep = rng.random_range(0.15..0.7);
        let towns = region
            .towns()
            .filter_map(|t| Some((t.position, of(&t.country)?)))
            .filter(|_| rng.random_bool(keep))
            .collect();
        let crossings = region
            .crossings()
            .filter_map(|c| Some((c.position, of(&c.country)?, of(&c.other_country)?)))
            .collect();
        World { towns, crossings }
    }

    /// Two to four countries in strips somewhere, with towns scattered and crossings on the borders.
    fn made_up(rng: &mut impl Rng) -> World {
        let corner = Position::new(rng.random_range(-3.0..14.0), rng.random_range(95.0..108.0));
        let countries = rng.random_range(2..=4);
        let width = rng.random_range(3.0..5.0);
        let mut towns: Vec<(Position, usize)> = Vec::new();
        let wanted = rng.random_range(25..110);
        for _ in 0..wanted * 5 {
            let (north, east) = (rng.random_range(0.0..6.0), rng.random_range(0.0..width * countries as f64));
            let at = Position::new(corner.lat + north, corner.lon + east);
            if towns.len() < wanted && towns.iter().all(|t| t.0.near_km(at) > 25.0) {
                towns.push((at, (east / width) as usize));
            }
        }
        let mut crossings = Vec::new();
        for border in 1..countries {
            for _ in 0..rng.random_range(3..6) {
                let at = Position::new(
                    corner.lat + rng.random_range(0.3..5.7),
                    corner.lon + width * border as f64,
                );
                crossings.push((at, border - 1, border));
            }
        }
        World { towns, crossings }
    }

    fn near(&self, at: Position, least: f64, most: f64) -> Vec<usize> {
        (0..self.towns.len()).filter(|&t| (least..most).contains(&self.towns[t].0.near_km(at))).collect()
    }
}

/// Makes a case; `hard` sees less and has more going on.
pub(crate) fn case(seed: u64, hard: bool) -> Case {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0x656c_7365);
    let rng = &mut rng;
    let real = rng.random_bool(0.55);
    let world = if real { World::of_the_gazetteer(rng) } else { World::made_up(rng) };
    let watch = Watch {
        seen: if hard { rng.random_range(0.45..0.75) } else { rng.random_range(0.65..0.95) },
        noise: [Noise::Normal, Noise::Disc, Noise::HeavyTail][rng.random_range(0..3)],
        error_km: if hard { rng.random_range(0.4..1.5) } else { rng.random_range(0.05..0.8) },
        rough_share: if rng.random_bool(0.3) {
            0.0
        } else {
            rng.random_range(0.02..if hard { 0.2 } else { 0.12 })
        },
        rough_km: rng.random_range(2.0..8.0),
        to_town: if rng.random_bool(0.7) { 0.0 } else { rng.random_range(0.0..0.08) },
        decimals: [5, 4, 3, 2][rng.random_range(0..4)],
        on_road: if rng.random_bool(0.6) { 0.0 } else { rng.random_range(0.05..0.5) },
        mistaken: if rng.random_bool(0.6) { 0.0 } else { rng.random_range(0.0..0.01) },
    };
    let company = [Company::Fresh, Company::Guided, Company::Same][rng.random_range(0..3)];
    let party = [(2, 4), (3, 6), (4, 8), (5, 12)][rng.random_range(0..4)];
    let trips = [(2, 3), (2, 5), (3, 6), (4, 9)][rng.random_range(0..4)];
    let days = rng.random_range(40..240i64);
    let start = instant::civil(2019, rng.random_range(1..=12), rng.random_range(1..=28)).unwrap_or(0);
    let since = start + days * rng.random_range(40..70) / 100 * DAY;
    let list_towns = rng.random_bool(0.5);
    let also_town = rng.random_range(0.0..1.0);
    let reuse = rng.random_range(0.2..1.0);
    let spread = rng.random_range(0.2..3.0);
    let travellers = if hard { rng.random_range(3_000..8_000) } else { rng.random_range(800..4_000) };
    let wanted = if hard { rng.random_range(4..14) } else { rng.random_range(2..9) };

    let mut sheet: Vec<(u32, i64, Position)> = Vec::new();
    let mut next = 0u32;
    let mut houses: Vec<Position> = Vec::new();
    let mut routes: Vec<(Vec<Position>, bool)> = Vec::new();
    for _ in 0..4000 {
        if routes.len() == wanted {
            break;
        }
        let Some((places, listed)) = lay(&world, &houses, reuse, also_town, list_towns, rng) else {
            continue;
        };
        if listed.len() < 3 || routes.iter().any(|(other, _)| same(&listed, other) || same(other, &listed)) {
            continue;
        }
        for (at, _) in places.iter().filter(|place| place.1) {
            if !houses.iter().any(|h| h.near_km(*at) < 0.01) {
                houses.push(*at);
            }
        }
        let new = rng.random_bool(0.4);
        let n = rng.random_range(trips.0..=trips.1);
        let mut leave: Vec<i64> = (0..n)
            .map(|_| {
                rng.random_range(if new { since } else { start }..(start + (days - 8) * DAY).max(since + DAY))
            })
            .collect();
        if !new {
            leave[0] = rng.random_range(start..(since - 8 * DAY).max(start + DAY));
        }
        leave.sort_unstable();
        let mut fixed: Vec<u32> = Vec::new();
        let mut before = i64::MIN / 2;
        for departure in leave {
            let departure = departure.max(before + 10 * DAY);
            let size = rng.random_range(party.0..=party.1);
            let keep = match company {
                Company::Fresh => 0,
                Company::Guided => 1,
                Company::Same => fixed.len(),
            };
            fixed.truncate(keep);
            while fixed.len() < size {
                next += 1;
                fixed.push(next);
            }
            let mut now = departure;
            let mut stays: Vec<Stay> = Vec::new();
            for (nth, (at, house)) in places.iter().enumerate() {
                if nth > 0 {
                    now += (places[nth - 1].0.near_km(*at) * rng.random_range(1.1..1.5)
                        / rng.random_range(30.0..70.0)
                        * HOUR as f64) as i64;
                }
                let stay = if *house {
                    rng.random_range(8 * HOUR..14 * HOUR) + if rng.random_bool(0.4) { DAY } else { 0 }
                } else {
                    rng.random_range(HOUR / 4..4 * HOUR)
                };
                stays.push(Stay { at: *at, from: now, to: now + stay });
                now += stay;
            }
            before = now;
            for &member in &fixed {
                let late = (rng.random_range(-1.0..1.0) * spread * 0.5 * HOUR as f64) as i64;
                see(member, &stays, late, &watch, &world, &mut sheet, rng);
            }
        }
        routes.push((listed, new));
    }
    traffic(&world, &watch, start, days, travellers, &mut next, &mut sheet, rng);
    let people = next;
    for row in &mut sheet {
        if rng.random_bool(watch.mistaken) {
            row.0 = rng.random_range(1..=people);
        }
    }
    // Rows come in any order.
    for row in (1..sheet.len()).rev() {
        sheet.swap(row, rng.random_range(0..=row));
    }
    let mut text = String::from("subject,time,lat,lon\n");
    for (who, time, at) in &sheet {
        let stamp = instant::write(*time);
        text.push_str(&format!(
            "N-{:x},{stamp},{:.*},{:.*}\n",
            who.wrapping_mul(2_654_435_761),
            watch.decimals,
            at.lat,
            watch.decimals,
            at.lon
        ));
    }
    Case { sheet: text.into_bytes(), since, routes, houses }
}

/// Places passed, each with whether it is a house; and the stops that the truth lists.
type Laid = (Vec<(Position, bool)>, Vec<Position>);

fn lay(
    world: &World,
    houses: &[Position],
    reuse: f64,
    also_town: f64,
    list_towns: bool,
    rng: &mut impl Rng,
) -> Option<Laid> {
    let crossing = world.crossings[rng.random_range(0..world.crossings.len())];
    let (a, b) = if rng.random_bool(0.5) { (crossing.1, crossing.2) } else { (crossing.2, crossing.1) };
    let half = |country: usize, rng: &mut dyn FnMut() -> f64| -> Option<Vec<Position>> {
        let mut chain: Vec<Position> = Vec::new();
        let mut here = crossing.0;
        for _ in 0..1 + (rng() * 3.0) as usize {
            let next: Vec<usize> = world
                .near(here, 40.0, 240.0)
                .into_iter()
                .filter(|&t| {
                    world.towns[t].1 == country
                        && world.towns[t].0.near_km(crossing.0) > here.near_km(crossing.0) + 30.0
                })
                .collect();
            if next.is_empty() {
                break;
            }
            here = world.towns[next[(rng() * next.len() as f64) as usize]].0;
            chain.push(here);
        }
        (!chain.is_empty()).then_some(chain)
    };
    let mut draw = || rng.random_range(0.0..1.0);
    let mut first = half(a, &mut draw)?;
    let second = half(b, &mut draw)?;
    first.reverse();
    let border = first.len();
    let chain: Vec<Position> = first.into_iter().chain([crossing.0]).chain(second).collect();
    let (mut places, mut listed) = (Vec::new(), Vec::new());
    let mut used = 0;
    for (nth, &town) in chain.iter().enumerate() {
        let inner = nth > 0 && nth + 1 < chain.len();
        if !(inner && used < 3 && (rng.random_bool(0.5) || (used == 0 && nth + 2 == chain.len()))) {
            places.push((town, false));
            listed.push(town);
            continue;
        }
        used += 1;
        let old = houses.iter().copied().find(|h| h.near_km(town) < 21.0).filter(|_| rng.random_bool(reuse));
        let mut house = around(town, 5.0, 20.0, rng);
        for _ in 0..40 {
            if world.near(house, 0.0, 4.9).is_empty() && houses.iter().all(|h| h.near_km(house) > 3.0) {
                break;
            }
            house = around(town, 5.0, 20.0, rng);
        }
        let house = old.unwrap_or(house);
        let through = nth == border || rng.random_bool(also_town);
        if through {
            places.push((town, false));
        }
        places.push((house, true));
        if list_towns {
            listed.push(town);
        } else {
            if through {
                listed.push(town);
            }
            listed.push(house);
        }
    }
    Some((places, listed))
}

/// Tells whether stops found are a true route: four fifths of its stops in order within 25 km, not half as many besides.
pub(crate) fn same(found: &[Position], truth: &[Position]) -> bool {
    let (mut from, mut hit) = (0, 0);
    for stop in truth {
        if let Some(step) = found[from..].iter().position(|f| f.distance_km(*stop) <= 25.0) {
            hit += 1;
            from += step + 1;
        }
    }
    hit as f64 >= 0.8 * truth.len() as f64 && found.len() as f64 <= 1.5 * truth.len() as f64 + 1.0
}

fn see(
    who: u32,
    stays: &[Stay],
    late: i64,
    watch: &Watch,
    world: &World,
    sheet: &mut Vec<(u32, i64, Position)>,
    rng: &mut impl Rng,
) {
    for (nth, stay) in stays.iter().enumerate() {
        let times = if stay.to - stay.from > 9 * HOUR { 1 + usize::from(rng.random_bool(0.5)) } else { 1 };
        for _ in 0..times {
            if rng.random_bool(watch.seen) {
                let time = rng.random_range(stay.from..=stay.to.max(stay.from)) + late;
                sheet.push((who, time, blur(stay.at, watch, world, rng)));
            }
        }
        if let Some(next) = stays.get(nth + 1)
            && next.from > stay.to
            && rng.random_bool(watch.on_road)
        {
            let share = rng.random_range(0.05..0.95);
            let at = around(stay.at.towards(next.at, share), 0.0, 6.0, rng);
            sheet.push((
                who,
                stay.to + ((next.from - stay.to) as f64 * share) as i64 + late,
                blur(at, watch, world, rng),
            ));
        }
    }
}

fn blur(at: Position, watch: &Watch, world: &World, rng: &mut impl Rng) -> Position {
    if rng.random_bool(watch.to_town)
        && let Some(&town) = world.near(at, 0.0, 22.0).first()
    {
        return world.towns[town].0;
    }
    let size = if rng.random_bool(watch.rough_share) { watch.rough_km } else { watch.error_km };
    let distance = match watch.noise {
        Noise::Normal => normal(rng).hypot(normal(rng)) * size,
        Noise::Disc => rng.random_range(0.0f64..1.0).sqrt() * 2.0 * size,
        Noise::HeavyTail => -(1.0 - rng.random_range(0.0f64..1.0)).ln() * size * 1.1,
    };
    at.offset(rng.random_range(0.0..360.0), distance)
}

#[allow(clippy::too_many_arguments)]
fn traffic(
    world: &World,
    watch: &Watch,
    start: i64,
    days: i64,
    travellers: usize,
    next: &mut u32,
    sheet: &mut Vec<(u32, i64, Position)>,
    rng: &mut impl Rng,
) {
    let towns = world.towns.len();
    let spots: Vec<[Position; 3]> =
        world.towns.iter().map(|t| std::array::from_fn(|_| around(t.0, 0.1, 2.5, rng))).collect();
    let hotels: Vec<Position> = world
        .towns
        .iter()
        .map(|t| if rng.random_bool(0.2) { around(t.0, 3.0, 14.0, rng) } else { around(t.0, 0.1, 2.0, rng) })
        .collect();
    let busy: Vec<usize> = (0..towns).filter(|_| rng.random_bool(0.3)).collect();
    let last = *next + travellers as u32;
    while *next < last {
        let kind = rng.random_range(0..100);
        let size = match kind {
            60..75 => rng.random_range(1..=5),
            75..79 => rng.random_range(6..30),
            79..84 => rng.random_range(1..=3),
            _ => 1,
        };
        let party: Vec<u32> = (0..size).map(|n| *next + 1 + n).collect();
        *next += size;
        let home = rng.random_range(0..towns);
        let at = world.towns[home].0;
        let day = |rng: &mut _| -> i64 { start + rand::RngExt::random_range(rng, 0..days) * DAY };
        let trips: Vec<Vec<Stay>> = match kind {
            0..35 => {
                let house = around(at, 1.0, 18.0, rng);
                let work = around(at, 0.0, 3.0, rng);
                (0..rng.random_range(2..10))
                    .map(|_| {
                        let t = day(rng) + rng.random_range(6 * HOUR..9 * HOUR);
                        vec![
                            Stay { at: house, from: t - 9 * HOUR, to: t },
                            Stay { at: work, from: t + HOUR, to: t + 9 * HOUR },
                        ]
                    })
                    .collect()
            }
            35..60 => {
                let near = world.near(at, 20.0, 260.0);
                if near.is_empty() {
                    continue;
                }
                let away = near[rng.random_range(0..near.len())];
                let crossing = world.crossings.iter().map(|c| c.0).find(|c| {
                    c.near_km(at) + c.near_km(world.towns[away].0) < 1.3 * at.near_km(world.towns[away].0)
                });
                (0..rng.random_range(1..7))
                    .map(|_| {
                        let t = day(rng) + rng.random_range(3 * HOUR..10 * HOUR);
                        let way = (at.near_km(world.towns[away].0) * 1.3 / 50.0 * HOUR as f64) as i64;
                        let sell = t + way + rng.random_range(HOUR..9 * HOUR);
                        let mut stays = vec![Stay { at, from: t - HOUR, to: t }];
                        if let Some(crossing) = crossing {
                            stays.push(Stay { at: crossing, from: t + way / 2, to: t + way / 2 + HOUR / 3 });
                        }
                        stays.push(Stay { at: spots[away][0], from: t + way, to: sell });
                        stays.push(Stay { at, from: sell + way, to: sell + way + 5 * HOUR });
                        stays
                    })
                    .collect()
            }
            60..79 => {
                let bus = kind >= 75;
                let mut t = day(rng) + rng.random_range(0..24) * HOUR;
                let mut here = home;
                let mut stays = Vec::new();
                for _ in 0..rng.random_range(3..8) {
                    let stay = if bus { HOUR / 2 } else { rng.random_range(10 * HOUR..60 * HOUR) };
                    stays.push(Stay {
                        at: if bus { spots[here][1] } else { hotels[here] },
                        from: t,
                        to: t + stay,
                    });
                    let near = world.near(world.towns[here].0, 30.0, 280.0);
                    if near.is_empty() {
                        break;
                    }
                    let on = near[rng.random_range(0..near.len())];
                    t += stay
                        + (world.towns[here].0.near_km(world.towns[on].0) * 1.3 / 50.0 * HOUR as f64) as i64;
                    here = on;
                }
                vec![stays]
            }
            79..88 => {
                let t = day(rng) + rng.random_range(5 * HOUR..20 * HOUR);
                let village = around(at, 2.0, 60.0, rng);
                let well = t + rng.random_range(3 * HOUR..90 * HOUR);
                vec![vec![
                    Stay { at: village, from: t - 3 * HOUR, to: t - 2 * HOUR },
                    Stay { at: spots[home][2], from: t, to: well },
                    Stay { at: village, from: well + 2 * HOUR, to: well + 9 * HOUR },
                ]]
            }
            _ => {
                let market = if busy.is_empty() { home } else { busy[rng.random_range(0..busy.len())] };
                (0..rng.random_range(1..12))
                    .map(|_| {
                        let t = day(rng) + rng.random_range(5 * HOUR..18 * HOUR);
                        vec![Stay { at: spots[market][0], from: t, to: t + 2 * HOUR }]
                    })
                    .collect()
            }
        };
        for stays in &trips {
            for &who in &party {
                see(who, stays, 0, watch, world, sheet, rng);
            }
        }
    }
}
