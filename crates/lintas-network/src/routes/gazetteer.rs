//! Names for positions: border crossings and towns of the region.
//!
//! The bundled table is `data/gazetteer.csv`; its README names the sources. A country is taken from the nearest
//! town, which near a border may be the wrong side; findings therefore say "near", never "in".

use std::sync::OnceLock;

use super::geodesy::Position;

/// What a gazetteer entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A town or city.
    Town,
    /// A border crossing on land, a bridge, or a ferry or sea line between two countries.
    Crossing,
}

/// One entry of the gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedPlace {
    /// Town or crossing.
    pub kind: PlaceKind,
    /// Name in Latin letters.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of the country; for a crossing, of one side.
    pub country: String,
    /// The other side of a crossing; empty for a town.
    pub other_country: String,
    /// Where it lies.
    pub position: Position,
    /// Inhabitants; 0 when not known.
    pub population: u32,
}

impl NamedPlace {
    /// Tells whether it is a crossing between the two countries, in either direction.
    pub fn joins(&self, a: &str, b: &str) -> bool {
        (self.country == a && self.other_country == b) || (self.country == b && self.other_country == a)
    }
}

/// Named places, found by position.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<NamedPlace>,
    /// Indexes of towns, by latitude.
    towns: Vec<usize>,
    /// Indexes of crossings.
    crossings: Vec<usize>,
}

impl Gazetteer {
    /// Returns the bundled gazetteer of the region.
    pub fn of_the_region() -> &'static Gazetteer {
        static REGION: OnceLock<Gazetteer> = OnceLock::new();
        REGION.get_or_init(|| Gazetteer::read(include_str!("../../data/gazetteer.csv")))
    }

    /// Reads `kind,country,other_country,name,lat,lon,population` under one header line; lines that are not so
    /// are left out.
    pub fn read(table: &str) -> Gazetteer {
        let mut places: Vec<NamedPlace> = table.lines().skip(1).filter_map(read_line).collect();
        places.sort_by(|a, b| a.position.lat.total_cmp(&b.position.lat).then_with(|| a.name.cmp(&b.name)));
        let of = |kind| (0..places.len()).filter(|&index| places[index].kind == kind).collect::<Vec<_>>();
        let (towns, crossings) = (of(PlaceKind::Town), of(PlaceKind::Crossing));
        Gazetteer { places, towns, crossings }
    }

    /// Returns every town, from south to north.
    pub fn towns(&self) -> impl Iterator<Item = &NamedPlace> {
        self.towns.iter().map(|&index| &self.places[index])
    }

    /// Returns every crossing, from south to north.
    pub fn crossings(&self) -> impl Iterator<Item = &NamedPlace> {
        self.crossings.iter().map(|&index| &self.places[index])
    }

    /// Returns the nearest town and its distance in kilometres, within `limit_km`.
    pub fn nearest_town(&self, position: Position, limit_km: f64) -> Option<(&NamedPlace, f64)> {
        let reach = limit_km / super::geodesy::KM_PER_DEGREE;
        let from =
            self.towns.partition_point(|&index| self.places[index].position.lat < position.lat - reach);
        self.towns[from..]
            .iter()
            .map(|&index| &self.places[index])
            .take_while(|town| town.position.lat <= position.lat + reach)
            .map(|town| (town, town.position.distance_km(position)))
            .filter(|(_, distance)| *distance <= limit_km)
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Returns the nearest crossing and its distance in kilometres, within `limit_km`.
    pub fn nearest_crossing(&self, position: Position, limit_km: f64) -> Option<(&NamedPlace, f64)> {
        self.crossings()
            .map(|crossing| (crossing, crossing.position.distance_km(position)))
            .filter(|(_, distance)| *distance <= limit_km)
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Returns the crossing that best explains a leg: the least detour between the two positions, at most
    /// `detour_km`, joining the two countries when both are given.
    pub fn crossing_between(
        &self,
        from: Position,
        to: Position,
        countries: Option<(&str, &str)>,
        detour_km: f64,
    ) -> Option<&NamedPlace> {
        let direct = from.distance_km(to);
        self.crossings()
            .filter(|crossing| countries.is_none_or(|(a, b)| crossing.joins(a, b)))
            .map(|crossing| {
                (crossing, from.distance_km(crossing.position) + crossing.position.distance_km(to) - direct)
            })
            .filter(|(_, detour)| *detour <= detour_km)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(crossing, _)| crossing)
    }

    /// Returns the country of the nearest town within 150 km.
    pub fn country_near(&self, position: Position) -> Option<&str> {
        self.nearest_town(position, 150.0).map(|(town, _)| town.country.as_str())
    }

    /// Names a position: a crossing within 3 km, a town within 3 km, `near TOWN` with distance and direction
    /// within 60 km, otherwise its coordinates.
    pub fn name(&self, position: Position) -> String {
        if let Some((crossing, _)) = self.nearest_crossing(position, 3.0) {
            return format!("{} ({}/{})", crossing.name, crossing.country, crossing.other_country);
        }
        match self.nearest_town(position, 60.0) {
            Some((town, distance)) if distance <= 3.0 => format!("{} ({})", town.name, town.country),
            Some((town, distance)) => {
                let way = direction(town.position, position);
                format!("{distance:.0} km {way} of {} ({})", town.name, town.country)
            }
            None => format!("{:.3}, {:.3}", position.lat, position.lon),
        }
    }
}

/// Returns one of eight directions from one position to another.
fn direction(from: Position, to: Position) -> &'static str {
    let north = to.lat - from.lat;
    let east = super::geodesy::longitude_difference(to.lon, from.lon) * from.lat.to_radians().cos();
    let eighth = (east.atan2(north).to_degrees() / 45.0).round().rem_euclid(8.0) as usize;
    ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"][eighth % 8]
}

fn read_line(line: &str) -> Option<NamedPlace> {
    let fields: Vec<&str> = line.split(',').collect();
    let [kind, country, other_country, name, lat, lon, population] = fields[..] else { return None };
    let kind = match kind {
        "town" => PlaceKind::Town,
        "crossing" => PlaceKind::Crossing,
        _ => return None,
    };
    Some(NamedPlace {
        kind,
        name: name.to_owned(),
        country: country.to_owned(),
        other_country: other_country.to_owned(),
        position: Position::new(lat.parse().ok()?, lon.parse().ok()?),
        population: population.parse().unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_line_is_read() {
        let lines = include_str!("../../data/gazetteer.csv").lines().count() - 1;
        let region = Gazetteer::of_the_region();
        assert_eq!(region.towns().count() + region.crossings().count(), lines);
    }

    #[test]
    fn a_position_is_named_by_crossing_then_town_then_direction() {
        let region = Gazetteer::of_the_region();
        assert_eq!(region.name(Position::new(13.66, 102.55)), "Ban Khlong Luek - Poipet (TH/KH)");
        assert_eq!(region.name(Position::new(7.01, 100.48)), "Hat Yai (TH)");
        assert!(region.name(Position::new(7.10, 100.48)).ends_with("km north of Hat Yai (TH)"));
        assert_eq!(region.name(Position::new(-60.0, 0.5)), "-60.000, 0.500");
    }

    #[test]
    fn a_leg_over_a_border_is_named_by_its_crossing() {
        let region = Gazetteer::of_the_region();
        let (from, to) = (Position::new(13.69, 102.40), Position::new(13.59, 102.97));
        assert_eq!(
            region.crossing_between(from, to, Some(("KH", "TH")), 20.0).unwrap().name,
            "Ban Khlong Luek - Poipet"
        );
        assert!(region.crossing_between(from, to, Some(("LA", "VN")), 20.0).is_none());
    }
}
