//! How a made network looks, and what of it is seen and told.

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

use super::Shape;

/// Which contacts the sources cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// Informants and records: every kind, orders known for what they are.
    #[default]
    Everything,
    /// Records without informants: an order is seen as a call.
    WithoutOrders,
    /// Telephone traffic alone: orders, half of the payments and the meetings are seen as the calls about them.
    Calls,
}

/// How the network looks and what of it is seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NetworkStyle {
    /// Bosses.
    pub bosses: usize,
    /// Lieutenants of each boss, least and most.
    pub lieutenants: (usize, usize),
    /// Cells of each lieutenant, least and most.
    pub cells: (usize, usize),
    /// Members of a cell beside its head, least and most.
    pub members: (usize, usize),
    /// Chance that two of a cell are in contact.
    pub cell_density: f64,
    /// Couriers.
    pub couriers: usize,
    /// Busy businesses.
    pub bystanders: usize,
    /// Contacts of one business, least and most.
    pub bystander_contacts: (usize, usize),
    /// Outsiders.
    pub outsiders: usize,
    /// Chance that a tie is seen at all.
    pub seen: f64,
    /// Chance that a boss's tie is seen.
    pub boss_seen: f64,
    /// Chance that a boss has a bookkeeper through whom the money goes.
    pub bookkeeper: f64,
    /// Share of orders and payments reported the wrong way round.
    pub turned: f64,
    /// Chance that a boss is related to one of their own lieutenants.
    pub kin: f64,
    /// Phases over which the times are spread; members change between phases, bosses stay.
    pub phases: usize,
    /// Whether a contact says what kind it is.
    pub kinds: bool,
    /// Whether who is named first is who called, paid or ordered; otherwise the two are shuffled.
    pub directions: bool,
    /// Whether a contact has a time.
    pub times: bool,
    /// Whether a contact has a weight, and repeats are kept.
    pub weights: bool,
    /// How the group is built.
    pub shape: Shape,
    /// Which contacts the sources cover.
    pub coverage: Coverage,
    /// Whether repeats are told as one row with their number (or sum of money) as the weight, as call tables are.
    pub counted: bool,
    /// Chance that what goes down the chain follows within hours on what came down to its sender.
    pub cascade: f64,
    /// Share of a business's customers who come again, and how often the most loyal ones come.
    pub regulars: f64,
    /// Most visits of one customer.
    pub regular_visits: usize,
    /// Share of people whose telephone is tapped: contacts that touch none of them are not seen. 1 is everybody.
    pub tapped: f64,
    /// What differs from group to group beside its shape.
    pub surroundings: Surroundings,
}

/// The life around a group: what makes an ordinary person look like a boss, or a boss like anybody.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Surroundings {
    /// Chance that a boss stays away from a business at which they would be seen.
    pub shy: f64,
    /// Share of outsiders who live in households that talk among themselves.
    pub households: f64,
    /// Most friends and relatives of a boss who have no part in it.
    pub boss_friends: usize,
    /// Chance that an outsider's contact with somebody of the group comes about.
    pub mixing: f64,
    /// How many times as often bosses call as a careful boss does.
    pub boss_calls: f64,
    /// Chance that a boss who gives somebody orders also telephones with them.
    pub boss_on_phone: f64,
    /// Chance that two who call each other, none of them a boss, are also seen to meet.
    pub meetings: f64,
    /// Logarithm of the factor by which the sums of one tie differ at most from the usual.
    pub amount_spread: f64,
    /// How many times the usual sums honest wages and loans are.
    pub honest_sums: f64,
}

impl Surroundings {
    /// The surroundings of the first hundred networks ever measured, kept so that figures stay comparable.
    pub const PLAIN: Surroundings = Surroundings {
        shy: 0.5,
        households: 0.0,
        boss_friends: 0,
        mixing: 1.0,
        boss_calls: 1.0,
        boss_on_phone: 0.0,
        meetings: 0.0,
        amount_spread: 0.0,
        honest_sums: 1.0,
    };

    /// Draws surroundings of any sort.
    pub fn draw(random: &mut impl Rng) -> Surroundings {
        Surroundings {
            shy: random.random_range(0.0..0.8),
            households: random.random_range(0.0..0.9),
            boss_friends: random.random_range(0..=3),
            mixing: random.random_range(0.15..1.0),
            boss_calls: random.random_range(0.7..3.0),
            boss_on_phone: random.random_range(0.0..0.8),
            meetings: random.random_range(0.0..0.6),
            amount_spread: random.random_range(0.0..1.5),
            honest_sums: random.random_range(1.0..12.0),
        }
    }
}

impl NetworkStyle {
    /// Draws a style with everything a list of contacts can say.
    pub fn draw(random: &mut impl Rng) -> NetworkStyle {
        let least_members = random.random_range(3..=5);
        let least_contacts = random.random_range(15..=30);
        NetworkStyle {
            bosses: random.random_range(1..=5),
            lieutenants: (2, random.random_range(2..=4)),
            cells: (1, random.random_range(1..=3)),
            members: (least_members, least_members + random.random_range(1..=4)),
            cell_density: random.random_range(0.4..0.85),
            couriers: random.random_range(1..=5),
            bystanders: random.random_range(2..=7),
            bystander_contacts: (least_contacts, least_contacts + random.random_range(10..=40)),
            outsiders: random.random_range(20..=150),
            seen: random.random_range(0.6..0.95),
            boss_seen: random.random_range(0.5..0.95),
            bookkeeper: random.random_range(0.0..0.7),
            turned: random.random_range(0.0..0.12),
            kin: random.random_range(0.2..0.7),
            phases: random.random_range(3..=6),
            kinds: true,
            directions: true,
            times: true,
            weights: true,
            shape: Shape::Hierarchy,
            coverage: Coverage::Everything,
            counted: false,
            cascade: 0.0,
            regulars: 0.15,
            regular_visits: 2,
            tapped: 1.0,
            surroundings: Surroundings::PLAIN,
        }
    }
}

impl NetworkStyle {
    /// The same group in a shape, with the life around it, the habits of customers and the watchers drawn anew.
    pub fn of_shape(self, shape: Shape, random: &mut impl Rng) -> NetworkStyle {
        let style = NetworkStyle {
            shape,
            regulars: random.random_range(0.05..0.5),
            regular_visits: random.random_range(2..=8),
            tapped: if random.random_bool(0.25) { random.random_range(0.3..0.6) } else { 1.0 },
            surroundings: Surroundings::draw(random),
            ..self
        };
        match shape {
            // A gang is watched on the street: few strangers in the list, and no businesses.
            Shape::Gang => NetworkStyle {
                bosses: random.random_range(3..=8),
                bystanders: 0,
                outsiders: random.random_range(0..=12),
                tapped: 1.0,
                ..style
            },
            _ => style,
        }
    }
}
