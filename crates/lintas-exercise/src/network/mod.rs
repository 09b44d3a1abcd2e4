//! A synthetic criminal network with its truth: quiet bosses, lieutenants, cells, and busy people who are nobody.
//!
//! Built on what court files of real groups show. Bosses keep few contacts and speak through lieutenants, who in
//! turn are the ones seen (C. Morselli, *Inside Criminal Networks*, 2009; F. Calderoni, Crime, Law and Social
//! Change 58, 2012); efficiency is traded for security (C. Morselli, C. Giguère & K. Petit, Social Networks 29,
//! 2007); cells hang together inside and by one thread outside (V. Krebs, Connections 24, 2002); what is observed
//! is incomplete and its edges are fuzzy (M. Sparrow, Social Networks 13, 1991). Around them stand a taxi stand, a
//! phone shop and a money changer, with more contacts than anybody and no part in it.

mod cells;
mod chain;
mod command;
mod council;
mod franchise;
mod gang;
mod made;
mod maker;
mod part;
mod seen;
mod shape;
mod style;
mod surroundings;
mod threads;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

pub use made::{MadeContact, SyntheticNetwork};
pub use part::Part;
pub use shape::Shape;
pub use style::{Coverage, NetworkStyle, Surroundings};

use maker::Maker;

/// Makes a network of a style drawn from the seed.
pub fn synthetic_network(seed: u64) -> SyntheticNetwork {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let style = NetworkStyle::draw(&mut random);
    synthetic_network_in_style(style, seed)
}

/// Makes a network of one shape, everything else drawn from the seed.
pub fn synthetic_network_of(shape: Shape, seed: u64) -> SyntheticNetwork {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let style = NetworkStyle::draw(&mut random).of_shape(shape, &mut random);
    synthetic_network_in_style(style, seed)
}

/// Makes a network of a given style.
pub fn synthetic_network_in_style(style: NetworkStyle, seed: u64) -> SyntheticNetwork {
    let mut maker = Maker::new(style, seed);
    maker.build();
    maker.surroundings();
    maker.finish()
}

#[cfg(test)]
mod tests {
    use lintas_network::rank::{People, RankOptions, RankedPerson, rank};

    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_network() {
        let network = synthetic_network(5);
        assert_eq!(network, synthetic_network(5));
        assert_ne!(network.contacts, synthetic_network(6).contacts);
        assert!(!network.bosses().is_empty());
    }

    #[test]
    fn businesses_are_busier_than_bosses() {
        let network = synthetic_network(11);
        let contacts_of = |part: Part| {
            let ids: Vec<&str> =
                network.people.iter().filter(|p| p.1 == part).map(|p| p.0.as_str()).collect();
            let n = network
                .contacts
                .iter()
                .filter(|c| ids.contains(&c.source.as_str()) || ids.contains(&c.target.as_str()));
            n.count() as f64 / ids.len() as f64
        };
        assert!(contacts_of(Part::Bystander) > contacts_of(Part::Boss));
    }

    #[test]
    fn the_ranking_finds_bosses_whom_degree_does_not() {
        let (mut by_score, mut by_degree, mut n_bosses) = (0, 0, 0);
        for seed in 0..6 {
            let network = synthetic_network(seed);
            let bosses = network.bosses();
            let options = RankOptions { resamples: 0, explained: 0, ..RankOptions::default() };
            let mut people = rank(&network.to_contacts(), &People::default(), options).people;
            let hits = |people: &[RankedPerson]| {
                people.iter().take(bosses.len()).filter(|person| bosses.contains(&person.id.as_str())).count()
            };
            by_score += hits(&people);
            people.sort_by_key(|person| std::cmp::Reverse(person.measures.degree));
            by_degree += hits(&people);
            n_bosses += bosses.len();
        }
        assert!(by_score * 10 >= n_bosses * 6, "{by_score} of {n_bosses} by score");
        assert!(by_degree * 10 <= n_bosses * 2, "{by_degree} of {n_bosses} by degree");
    }

    #[test]
    fn a_bare_style_says_nothing_but_who() {
        let mut style = synthetic_network(3).style;
        (style.kinds, style.directions, style.times, style.weights) = (false, false, false, false);
        let mut sheet = Vec::new();
        let network = synthetic_network_in_style(style, 3);
        network.write_contacts(&mut sheet).unwrap();
        assert!(sheet.starts_with(b"source,target\n"));
        let contacts = network.to_contacts();
        assert!(!contacts.has_kinds && !contacts.has_times && !contacts.has_weights);
    }
}
