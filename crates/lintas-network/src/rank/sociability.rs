//! Who is merely busy: a taxi stand, a phone shop, a money changer.
//!
//! Many contacts, made once, with people who have nothing to do with each other. That is what service to the
//! public looks like, and degree, betweenness and PageRank all take it for power. Criminal ties are the opposite:
//! repeated and closed by common acquaintances, because both build trust (M. Granovetter, "The strength of weak
//! ties", Amer. J. Sociology 78, 1973; N. Erickson, "Secret societies and social structure", Social Forces 60, 1981).

use super::contacts::median;
use super::layers::Layers;
use super::signals::ramp;
use crate::graph::Adjacency;
use crate::measures::triangles::clustering;

/// How far each person looks merely busy, 0 to 1.
///
/// Three things must come together: many contacts; counterparts unrelated to each other; and, where the list tells
/// repeats, weights or kinds, contacts made only once. Where it tells none of these the counterparts must have no
/// more to do with each other than chance would have it, and the network must hold without the person: a business
/// can be replaced, a leader watched from one telephone looks the same but holds the rest together.
pub(super) fn busyness(layers: &Layers) -> Vec<f64> {
    let n = layers.len();
    let index = &layers.index;
    let mut degrees: Vec<f64> = index.people().map(|p| index.degree(p) as f64).filter(|&d| d > 0.0).collect();
    let Some(usual_degree) = median(&mut degrees) else { return vec![0.0; n] };
    let usual_degree = usual_degree.max(3.0);
    let closed = clustering(index);
    let several: Vec<u32> = index.people().filter(|&p| index.degree(p) > 1).collect();
    let usual_closed = several.iter().map(|&p| closed[p as usize]).sum::<f64>() / several.len().max(1) as f64;
    let one_off_overall =
        layers.pairs.iter().filter(|pair| pair.is_one_off).count() as f64 / layers.pairs.len() as f64;
    // A list in which everything happens once cannot tell; one with few single contacts tells best.
    let told = 1.0 - ramp(one_off_overall, 0.75, 0.98);
    let many = |person: u32| ramp(index.degree(person) as f64, 2.0 * usual_degree, 3.5 * usual_degree);
    let crowd: Vec<bool> = index.people().map(|person| many(person) > 0.0).collect();
    index
        .people()
        .map(|person| {
            if !crowd[person as usize] {
                return 0.0;
            }
            let closed = closed[person as usize];
            let unrelated = 1.0 - ramp(closed, 0.3 * usual_closed, 0.9 * usual_closed);
            let n_single = layers.pairs_of(person).filter(|(_, pair)| pair.is_one_off).count() as f64;
            let once = ramp(n_single / index.degree(person) as f64, 0.45, 0.75);
            let by_shape =
                if told < 1.0 { by_shape(index, person, closed, usual_closed, &crowd) } else { 0.0 };
            // A slight suspicion is no suspicion: most leaders have some contacts made once.
            ramp(many(person) * (told * unrelated * once + (1.0 - told) * by_shape), 0.2, 0.7)
        })
        .collect()
}

/// Suspicion from the shape of the network alone.
fn by_shape(index: &Adjacency, person: u32, closed: f64, usual_closed: f64, crowd: &[bool]) -> f64 {
    let around = index.neighbours(person);
    let n_pairs = around.len() as f64 * (around.len() as f64 - 1.0) / 2.0;
    // Ties expected among the counterparts if everybody chose at random (configuration model, Newman 2010, ch. 13).
    let (sum, squares) = around
        .iter()
        .map(|&other| index.degree(other) as f64 - 1.0)
        .fold((0.0, 0.0), |(s, q), d| (s + d, q + d * d));
    let by_chance = (sum * sum - squares) / 2.0 / index.n_arcs() as f64 / n_pairs;
    let beyond_chance = if by_chance > 0.0 { closed / by_chance } else { 0.0 };
    let unrelated =
        (1.0 - ramp(closed, 0.2 * usual_closed, 0.4 * usual_closed)) * (1.0 - ramp(beyond_chance, 1.5, 2.5));
    // Counterparts who have somebody else to hold on to, the other crowded people not counted.
    let held = around.iter().filter(|&&other| {
        index.neighbours(other).iter().any(|&third| third != person && !crowd[third as usize])
            || crowd[other as usize]
    });
    let held = held.count() as f64 / around.len() as f64;
    let passers_by =
        around.iter().filter(|&&other| index.degree(other) == 1).count() as f64 / around.len() as f64;
    unrelated * ramp(held, 0.6, 0.8).max(0.7 * ramp(passers_by, 0.5, 0.75))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{GradeBand, TieKind};
    use crate::rank::Contacts;

    /// Five cells of four who call each other often, and one more person who is in contact with all.
    fn list(n_calls_by_hub: usize) -> Contacts {
        let mut list = Contacts::default();
        let mut call = |a: &str, b: &str| list.push(a, b, TieKind::Call, None, 1.0, GradeBand::Ungraded, 0);
        for cell in 0..5 {
            for a in 0..4 {
                for b in 0..a {
                    for _ in 0..3 {
                        call(&format!("{cell}{a}"), &format!("{cell}{b}"));
                    }
                }
                for _ in 0..n_calls_by_hub {
                    call("hub", &format!("{cell}{a}"));
                }
            }
        }
        list
    }

    #[test]
    fn a_stand_everybody_calls_once_is_busy_and_a_chief_everybody_calls_often_is_not() {
        for (n_calls, is_busy) in [(1, true), (4, false)] {
            let list = list(n_calls);
            let busy = busyness(&Layers::new(&list));
            let hub = busy[list.ids.find("hub").unwrap() as usize];
            assert_eq!(hub > 0.6, is_busy, "{n_calls} calls each: {hub}");
            assert!(busy.iter().filter(|&&b| b > 0.0).count() <= 1);
        }
    }
}
