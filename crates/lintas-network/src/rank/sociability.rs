//! Who is merely busy: a taxi stand, a phone shop, a money changer.
//!
//! Many contacts, made once, with people who have nothing to do with each other. That is what service to the
//! public looks like, and degree, betweenness and PageRank all take it for power. Criminal ties are the opposite:
//! repeated and closed by common acquaintances, because both build trust (M. Granovetter, "The strength of weak
//! ties", Amer. J. Sociology 78, 1973; N. Erickson, "Secret societies and social structure", Social Forces 60, 1981).

use super::contacts::median;
use super::layers::Layers;
use super::signals::ramp;
use crate::measures::triangles::clustering;

/// How far each person looks merely busy, 0 to 1.
///
/// Two things must come together with many contacts: unrelated counterparts and, where the list tells repeats or
/// weights, contacts made only once. Where it tells neither, half the suspicion is left, since a leader watched
/// from one telephone looks the same.
pub(super) fn busyness(layers: &Layers) -> Vec<f64> {
    let n = layers.len();
    let mut degrees: Vec<f64> =
        layers.index.people().map(|p| layers.index.degree(p) as f64).filter(|&d| d > 0.0).collect();
    let Some(usual_degree) = median(&mut degrees) else { return vec![0.0; n] };
    let closed = clustering(&layers.index);
    let mut closed_elsewhere: Vec<f64> =
        layers.index.people().filter(|&p| layers.index.degree(p) > 1).map(|p| closed[p as usize]).collect();
    let n_closed = closed_elsewhere.len().max(1) as f64;
    let usual_closed = closed_elsewhere.drain(..).sum::<f64>() / n_closed;
    let n_one_off = layers.pairs.iter().filter(|pair| pair.is_one_off).count() as f64;
    let one_off_overall = n_one_off / layers.pairs.len() as f64;
    // A list in which everything happens once cannot tell; one with few single contacts tells best.
    let told = 1.0 - ramp(one_off_overall, 0.75, 0.98);
    layers
        .index
        .people()
        .map(|person| {
            let degree = layers.index.degree(person) as f64;
            let many = ramp(degree, 2.0 * usual_degree.max(3.0), 4.0 * usual_degree.max(3.0));
            if many == 0.0 {
                return 0.0;
            }
            let unrelated = 1.0 - ramp(closed[person as usize], 0.3 * usual_closed, 0.9 * usual_closed);
            let n_single = layers.pairs_of(person).filter(|(_, pair)| pair.is_one_off).count() as f64;
            let once = ramp(n_single / degree, 0.45, 0.75);
            many * unrelated * (told * once + (1.0 - told) * 0.5)
        })
        .collect()
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
