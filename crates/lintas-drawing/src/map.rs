//! The map: where people and things were seen, which ways they took, where they stopped over, over bundled boundaries.
//!
//! Mercator, 20 units to a degree of longitude, from 86° E 30° N: the units in which the boundaries were cut. The ground is
//! named by address on a page, where it is fetched once a year, and stands inside a drawing that leaves the program. How
//! far a place is certain is a ring of that radius; what is known only roughly looks rough.

use crate::link_chart::head;
use crate::sheet::Drawing;
use crate::sign::Line;
use crate::svg::{Anchor, Ink, Svg, escaped, number};
use crate::text;

const PER_DEGREE: f64 = 20.0;
const WEST: f64 = 86.0;
/// Mercator of 30° N, in degrees.
const TOP: f64 = 31.472_923_730_945_4;
/// Size of the drawing.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 680.0;

/// A point on the ground: latitude and longitude in degrees.
pub type Position = (f64, f64);

/// Units of the ground for a position.
pub fn project((latitude, longitude): Position) -> (f64, f64) {
    let angle = std::f64::consts::FRAC_PI_4 + latitude.clamp(-80.0, 80.0).to_radians() / 2.0;
    let mercator = angle.tan().ln().to_degrees();
    ((longitude - WEST) * PER_DEGREE, (TOP - mercator) * PER_DEGREE)
}

/// Kilometres in units of the ground at a latitude.
pub fn units(km: f64, latitude: f64) -> f64 {
    km / (111.32 * latitude.clamp(-80.0, 80.0).to_radians().cos()) * PER_DEGREE
}

/// What a pin stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// Sightings at a place.
    Sightings,
    /// A place where unrelated groups stop over.
    RestHouse,
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Where.
    pub at: Position,
    /// What it stands for.
    pub pin: Pin,
    /// How far from there it may have been, in kilometres.
    pub uncertainty_km: f64,
    /// How many sightings it stands for.
    pub count: u64,
    /// Its name.
    pub label: String,
    /// More, for whoever points at it.
    pub title: String,
    /// Its page.
    pub href: Option<String>,
}

/// A way from one place to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    /// From where.
    pub from: Position,
    /// To where.
    pub to: Position,
    /// How sure it is: seen at both ends is solid, found by an analysis is dashed.
    pub line: Line,
    /// How often it was gone.
    pub count: u64,
    /// Who went, for whoever points at it.
    pub title: String,
}

/// Everything on the map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Map {
    /// Places.
    pub places: Vec<Place>,
    /// Ways between them.
    pub legs: Vec<Leg>,
    /// Names of countries at the middle of each.
    pub countries: Vec<(Position, String)>,
    /// What must be said of boundaries, in one line.
    pub disclaimer: String,
}

/// From where the boundaries come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground<'g> {
    /// From an address of the same node.
    Address(&'g str),
    /// From here: the file itself.
    Inside(&'g str),
}

/// The window on the ground that shows everything: left, top, units to one unit of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Units of the ground to one of the drawing.
    pub scale: f64,
}

impl Window {
    /// The window around all places and ways; the whole region when there are none.
    pub fn around(map: &Map) -> Self {
        let ends = map.legs.iter().flat_map(|leg| [leg.from, leg.to]);
        let all: Vec<(f64, f64)> = map.places.iter().map(|place| place.at).chain(ends).map(project).collect();
        let (mut left, mut top, mut right, mut bottom) = (40.0, 40.0, 1110.0, 870.0);
        if !all.is_empty() {
            let most = |of: fn(&(f64, f64)) -> f64| all.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            let least = |of: fn(&(f64, f64)) -> f64| all.iter().map(of).fold(f64::INFINITY, f64::min);
            (left, top, right, bottom) = (least(|p| p.0), least(|p| p.1), most(|p| p.0), most(|p| p.1));
        }
        // A fifth of room around, and never nearer than some 400 km: a map without its surroundings is none.
        let wide = ((right - left) * 1.35).max(80.0).max((bottom - top) * 1.35 * WIDTH / HEIGHT);
        let scale = wide / WIDTH;
        Self { x: (left + right) / 2.0 - wide / 2.0, y: (top + bottom) / 2.0 - scale * HEIGHT / 2.0, scale }
    }

    /// A position in the drawing.
    fn place(self, at: Position) -> (f64, f64) {
        let (x, y) = project(at);
        ((x - self.x) / self.scale, (y - self.y) / self.scale)
    }
}

/// Draws the map.
pub fn draw(map: &Map, ground: Ground<'_>) -> Drawing {
    let window = Window::around(map);
    let mut svg = Svg::default();
    boundaries(&mut svg, window, ground);
    svg.group(Ink::Note, r#"font-weight="600" letter-spacing="1.5""#);
    for (at, name) in &map.countries {
        let (x, y) = window.place(*at);
        let half = text::width(name, 12.0) / 2.0 + 20.0;
        if x > half && x < WIDTH - half && y > 16.0 && y < HEIGHT - 40.0 {
            svg.text(x, y, Anchor::Middle, 12.0, name);
        }
    }
    svg.end();
    svg.add(r#"<g class="legs">"#);
    for leg in &map.legs {
        way(&mut svg, leg, window);
    }
    svg.end();
    svg.add(r#"<g class="places">"#);
    let mut labels = Labels::default();
    for place in &map.places {
        labels.keep(middle(place, window), radius(place) + 2.0);
    }
    // Names of houses first: they are what was looked for.
    let houses = map.places.iter().filter(|place| place.pin == Pin::RestHouse);
    let named: Vec<_> = houses
        .chain(map.places.iter().filter(|place| place.pin == Pin::Sightings))
        .map(|place| (place, labels.find(middle(place, window), radius(place), &place.label)))
        .collect();
    for (place, name) in named.into_iter().rev() {
        pin(&mut svg, place, window, name);
    }
    svg.end();
    svg.rect(0.0, HEIGHT - 22.0, WIDTH, 22.0, r##"class="dg" fill="#ffffff" fill-opacity="0.85""##);
    svg.group(Ink::Plain, "");
    svg.text(10.0, HEIGHT - 7.0, Anchor::Start, 11.0, &text::fitted(&map.disclaimer, 11.0, WIDTH - 20.0));
    svg.end();
    Drawing { width: WIDTH, height: HEIGHT, body: svg.into_text() }
}

fn boundaries(svg: &mut Svg, window: Window, ground: Ground<'_>) {
    let layer = |id: &str, look: &str| match ground {
        Ground::Address(address) => format!(r#"<use href="{}#{id}" {look}/>"#, escaped(address)),
        Ground::Inside(file) => format!("<g {look}>{}</g>", inside(file, id)),
    };
    // Lines keep their thickness however near the window is; the file is drawn in tenths.
    let stroke = |px: f64| number(px * window.scale * 10.0);
    svg.rect(0.0, 0.0, WIDTH, HEIGHT, r##"class="sea" fill="#dfe7ef""##);
    svg.add(&format!(
        r#"<svg class="ground" x="0" y="0" width="{WIDTH}" height="{HEIGHT}" viewBox="{} {} {} {}" stroke-linejoin="round">"#,
        number(window.x),
        number(window.y),
        number(WIDTH * window.scale),
        number(HEIGHT * window.scale)
    ));
    svg.add(&layer(
        "around",
        &format!(r##"class="far" fill="#eceae4" stroke="#c9c4b8" stroke-width="{}""##, stroke(0.7)),
    ));
    svg.add(&layer(
        "eight",
        &format!(r##"class="near" fill="#f8f5ee" stroke="#a29a88" stroke-width="{}""##, stroke(0.8)),
    ));
    svg.add(&layer(
        "provinces",
        &format!(r##"class="prov" fill="none" stroke="#ddd6c8" stroke-width="{}""##, stroke(0.6)),
    ));
    svg.add(&layer(
        "borders",
        &format!(r##"class="bord" fill="none" stroke="#7d7565" stroke-width="{}""##, stroke(1.2)),
    ));
    svg.add("</svg>");
}

/// The content of one group of the boundaries' file, with its scale.
fn inside<'f>(file: &'f str, id: &str) -> &'f str {
    let open = format!(r#"<g id="{id}""#);
    let Some(from) = file.find(&open) else { return "" };
    let rest = &file[from..];
    rest.find("</g>").map_or("", |to| &rest[..to + 4])
}

fn way(svg: &mut Svg, leg: &Leg, window: Window) {
    let (a, b) = (window.place(leg.from), window.place(leg.to));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx.hypot(dy);
    if long < 12.0 {
        return;
    }
    // A bow keeps the way there and the way back apart.
    // A route that an analysis made of the ways seen lies beside them.
    let is_found = leg.line != Line::Confirmed;
    let bow = (long * 0.16).min(60.0) * if is_found { 1.7 } else { 1.0 };
    let middle = ((a.0 + b.0) / 2.0 - dy / long * bow, (a.1 + b.1) / 2.0 + dx / long * bow);
    let thick = 1.2 + 0.7 * (leg.count as f64).sqrt().min(3.5);
    let (tx, ty) = (b.0 - middle.0, b.1 - middle.1);
    let away = tx.hypot(ty).max(0.01);
    let end = (b.0 - tx / away * 9.0, b.1 - ty / away * 9.0);
    let (ex, ey) = (end.0 - tx / away * 6.0, end.1 - ty / away * 6.0);
    svg.add("<g>");
    svg.title(&leg.title);
    let path = format!(
        "M{} {}Q{} {} {} {}",
        number(a.0),
        number(a.1),
        number(middle.0),
        number(middle.1),
        number(ex),
        number(ey)
    );
    svg.path(
        &path,
        &format!(
            r#"{} fill="none" stroke-width="{}" {}"#,
            if is_found { r##"class="route" stroke="#6b3fa0""## } else { r##"class="dt" stroke="#475569""## },
            number(thick),
            leg.line.dashes()
        ),
    );
    let fill =
        if is_found { r##"class="route head" fill="#6b3fa0""## } else { r##"class="da" fill="#475569""## };
    svg.path(&head(middle, end, thick), fill);
    svg.end();
}

/// How far above its place a house stands.
const LIFT: f64 = 30.0;

fn radius(place: &Place) -> f64 {
    match place.pin {
        // The area says how many.
        Pin::Sightings => (4.0 * (place.count.max(1) as f64).sqrt()).clamp(5.0, 22.0),
        Pin::RestHouse => 13.0,
    }
}

/// Where the sign of a place is drawn.
fn middle(place: &Place, window: Window) -> (f64, f64) {
    let (x, y) = window.place(place.at);
    if place.pin == Pin::RestHouse { (x, y - LIFT) } else { (x, y) }
}

/// A name beside a pin: where, and which way it runs.
type Name = Option<((f64, f64), Anchor)>;

fn pin(svg: &mut Svg, place: &Place, window: Window, name: Name) {
    let (x, y) = window.place(place.at);
    let around = units(place.uncertainty_km, place.at.0) / window.scale;
    let r = radius(place);
    let href = place.href.as_deref();
    svg.link(href);
    svg.add(r#"<g class="pin">"#);
    svg.title(&place.title);
    if around > r {
        svg.circle(x, y, around.min(400.0), r##"class="unsure" fill="#a3423b" fill-opacity="0.12" stroke="#a3423b" stroke-opacity="0.7" stroke-dasharray="3 3""##);
    }
    match place.pin {
        Pin::Sightings => {
            svg.circle(x, y, r, r##"fill="#a3423b" stroke="#ffffff" stroke-width="1.5""##);
            if place.count > 1 && r >= 8.0 {
                svg.add(r##"<g fill="#ffffff" font-weight="700">"##);
                svg.text(x, y + 3.8, Anchor::Middle, 10.5, &place.count.to_string());
                svg.end();
            }
        }
        Pin::RestHouse => {
            // It stands above its place on a stem: people were seen there, and their number must stay readable.
            svg.line((x, y), (x, y - 16.0), r##"stroke="#5b3a8c" stroke-width="2""##);
            let d = format!("M{} {}l12 10v12h-24v-12Z", number(x), number(y - LIFT - 11.0));
            svg.path(&d, r##"fill="#5b3a8c" stroke="#ffffff" stroke-width="1.5""##);
            let door = format!("M{} {}v-7h6v7Z", number(x - 3.0), number(y - LIFT + 10.0));
            svg.path(&door, r##"fill="#ffffff""##);
        }
    }
    svg.end();
    if let Some((at, anchor)) = name {
        svg.group(if href.is_some() { Ink::Link } else { Ink::Label }, "");
        svg.text(at.0, at.1, anchor, 13.0, &shown(&place.label));
        svg.end();
    }
    svg.end_link(href);
}

fn shown(label: &str) -> String {
    text::fitted(label, 13.0, 200.0)
}

/// Where names already stand, so that none is written over another.
#[derive(Default)]
struct Labels {
    taken: Vec<(f64, f64, f64, f64)>,
}

impl Labels {
    fn keep(&mut self, at: (f64, f64), r: f64) {
        self.taken.push((at.0 - r, at.1 - r, at.0 + r, at.1 + r));
    }

    /// A free place for a name beside a pin: right, left, above, below; none when all are taken.
    fn find(&mut self, at: (f64, f64), r: f64, label: &str) -> Option<((f64, f64), Anchor)> {
        let wide = text::width(&shown(label), 13.0);
        if wide == 0.0 {
            return None;
        }
        let tries = [
            ((at.0 + r + 5.0, at.1 + 4.5), Anchor::Start, 0.0),
            ((at.0 - r - 5.0, at.1 + 4.5), Anchor::End, wide),
            ((at.0, at.1 - r - 7.0), Anchor::Middle, wide / 2.0),
            ((at.0, at.1 + r + 15.0), Anchor::Middle, wide / 2.0),
        ];
        for (spot, anchor, before) in tries {
            let area = (spot.0 - before, spot.1 - 13.0, spot.0 - before + wide, spot.1 + 5.0);
            let inside = area.0 > 2.0 && area.2 < WIDTH - 2.0 && area.1 > 2.0 && area.3 < HEIGHT - 24.0;
            let free = self
                .taken
                .iter()
                .all(|other| area.2 < other.0 || area.0 > other.2 || area.3 < other.1 || area.1 > other.3);
            if inside && free {
                self.taken.push(area);
                return Some((spot, anchor));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(at: Position, label: &str) -> Place {
        Place {
            at,
            pin: Pin::Sightings,
            uncertainty_km: 20.0,
            count: 3,
            label: label.into(),
            title: String::new(),
            href: None,
        }
    }

    #[test]
    fn the_units_are_those_of_the_boundaries() {
        assert_eq!(project((30.0, 86.0)).0, 0.0);
        assert!(project((30.0, 86.0)).1.abs() < 1e-6);
        let (x, y) = project((0.0, 106.0));
        assert!((x - 400.0).abs() < 1e-6 && (y - TOP * 20.0).abs() < 1e-6);
        assert!((units(111.32, 0.0) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn everything_lies_in_the_window_and_names_do_not_lie_on_each_other() {
        let map = Map {
            places: vec![
                place((13.65, 102.55), "Poipet"),
                place((13.69, 102.50), "Aranyaprathet"),
                place((11.56, 104.92), "ភ្នំពេញ"),
            ],
            legs: vec![Leg {
                from: (13.65, 102.55),
                to: (11.56, 104.92),
                line: Line::Confirmed,
                count: 2,
                title: String::new(),
            }],
            ..Map::default()
        };
        let window = Window::around(&map);
        for one in &map.places {
            let (x, y) = window.place(one.at);
            assert!((0.0..WIDTH).contains(&x) && (0.0..HEIGHT).contains(&y));
        }
        let body = draw(&map, Ground::Address("/assets/boundaries.svg")).body;
        assert!(body.contains("/assets/boundaries.svg#eight") && !body.contains("NaN"));
    }

    #[test]
    fn a_drawing_that_leaves_carries_its_ground() {
        let file = r#"<svg><g id="eight" transform="scale(.1)"><path id="kh" d="M0 0z"/></g><g id="borders"><path d="M1 1z"/></g></svg>"#;
        let body = draw(&Map::default(), Ground::Inside(file)).body;
        assert!(body.contains(r#"id="kh""#) && body.contains("M1 1z") && !body.contains("href"));
        assert!(
            !draw(&Map { places: vec![place((90.0, 200.0), "x")], ..Map::default() }, Ground::Inside(""))
                .body
                .contains("NaN")
        );
    }
}
