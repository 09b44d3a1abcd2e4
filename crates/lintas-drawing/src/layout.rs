//! Where the signs of a link chart stand.
//!
//! Distances on the sheet follow distances in the network: stress is lowered by stochastic gradient descent (Zheng, Pawar and
//! Goodman, "Graph drawing by stochastic gradient descent", 2019), from a start that the order of the signs decides. Then boxes
//! of signs and names are pushed apart until none lies on another, lines are kept off signs that they do not belong to, and
//! the parts that hang together are set side by side. No chance is involved: the same chart is drawn the same anywhere.

use std::collections::VecDeque;

/// Room that a sign takes with its name: half the width, and how far it reaches above and below the sign's middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Half the width.
    pub half: f64,
    /// Above the middle of the sign.
    pub above: f64,
    /// Below it.
    pub below: f64,
}

/// Length of a line between neighbours.
const LENGTH: f64 = 150.0;
/// Space between two parts that do not hang together.
const GAP: f64 = 36.0;

/// A point on the sheet.
pub type Spot = (f64, f64);

/// Places signs; every link joins two of them by their places in `rooms`. The spots lie at or right below the origin, and
/// the size of the sheet comes with them.
pub fn place(rooms: &[Room], links: &[(usize, usize)]) -> (Vec<Spot>, Spot) {
    let n = rooms.len();
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); n];
    for &(a, b) in links.iter().filter(|(a, b)| a != b && *a < n && *b < n) {
        near[a].push(b);
        near[b].push(a);
    }
    for around in &mut near {
        around.sort_unstable();
        around.dedup();
    }
    let mut spots = vec![(0.0, 0.0); n];
    let mut parts = parts(&near);
    // The largest part first; single signs last, in their order.
    parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part[0]));
    let mut boxes = Vec::with_capacity(parts.len());
    for part in &parts {
        let mut local = stress(part, &near);
        let own: Vec<Room> = part.iter().map(|&sign| rooms[sign]).collect();
        let at: std::collections::HashMap<usize, usize> =
            part.iter().enumerate().map(|(local, &sign)| (sign, local)).collect();
        let lines: Vec<(usize, usize)> = part
            .iter()
            .flat_map(|&sign| {
                near[sign].iter().filter(move |&&other| other > sign).map(move |&other| (sign, other))
            })
            .map(|(a, b)| (at[&a], at[&b]))
            .collect();
        spread(&mut local, &own, &lines);
        let bounds = bounds(&local, &own);
        for (&sign, &(x, y)) in part.iter().zip(&local) {
            spots[sign] = (x - bounds.0, y - bounds.1);
        }
        boxes.push((bounds.2 - bounds.0, bounds.3 - bounds.1));
    }
    let (offsets, size) = shelves(&boxes);
    for (part, offset) in parts.iter().zip(offsets) {
        for &sign in part {
            spots[sign].0 += offset.0;
            spots[sign].1 += offset.1;
        }
    }
    (spots, size)
}

/// The parts that hang together, each in order of its signs.
fn parts(near: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut parts = Vec::new();
    for start in 0..near.len() {
        if seen[start] {
            continue;
        }
        let mut part = Vec::new();
        let mut open = VecDeque::from([start]);
        seen[start] = true;
        while let Some(sign) = open.pop_front() {
            part.push(sign);
            for &other in &near[sign] {
                if !seen[other] {
                    seen[other] = true;
                    open.push_back(other);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts
}

/// Steps from one sign to every other of its part.
fn steps(from: usize, near: &[Vec<usize>], at: &[usize]) -> Vec<f64> {
    let mut found = vec![f64::INFINITY; at.len()];
    let mut local = vec![usize::MAX; near.len()];
    at.iter().enumerate().for_each(|(place, &sign)| local[sign] = place);
    found[local[from]] = 0.0;
    let mut open = VecDeque::from([from]);
    while let Some(sign) = open.pop_front() {
        for &other in &near[sign] {
            if found[local[other]].is_infinite() {
                found[local[other]] = found[local[sign]] + 1.0;
                open.push_back(other);
            }
        }
    }
    found
}

/// Numbers that look like chance and are the same every time (Knuth's MMIX generator).
struct Sequence(u64);

impl Sequence {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below.max(1)
    }
}

fn stress(part: &[usize], near: &[Vec<usize>]) -> Vec<Spot> {
    let n = part.len();
    // Around a spiral: nothing starts on top of anything else.
    let mut spots: Vec<Spot> = (0..n)
        .map(|at| {
            let (r, turn) = (LENGTH * 0.45 * (at as f64 + 0.5).sqrt(), at as f64 * 2.399_963);
            (r * turn.cos() * 1.25, r * turn.sin())
        })
        .collect();
    if n < 2 {
        return spots;
    }
    let distances: Vec<Vec<f64>> = part.iter().map(|&sign| steps(sign, near, part)).collect();
    // A busy sign needs longer lines, or its neighbours lie on each other.
    let longer = |sign: usize| 1.0 + 0.045 * (near[part[sign]].len() as f64 - 3.0).clamp(0.0, 24.0);
    let mut pairs: Vec<(usize, usize, f64)> = (0..n)
        .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
        .map(|(a, b)| (a, b, distances[a][b] * LENGTH * longer(a).max(longer(b)).sqrt()))
        .collect();
    let rounds = 40;
    let longest = pairs.iter().map(|pair| pair.2).fold(1.0, f64::max);
    let (first, last) = (longest * longest, 0.1 * LENGTH * LENGTH);
    let cooling = (last / first).ln() / f64::from(rounds - 1);
    let mut sequence = Sequence(0x5eed);
    for round in 0..rounds {
        let heat = first * (cooling * f64::from(round)).exp();
        for at in (1..pairs.len()).rev() {
            pairs.swap(at, sequence.next(at + 1));
        }
        for &(a, b, ideal) in &pairs {
            let (dx, dy) = (spots[b].0 - spots[a].0, spots[b].1 - spots[a].1);
            let distance = dx.hypot(dy).max(0.01);
            let pull = (heat / (ideal * ideal)).min(1.0) * (distance - ideal) / 2.0 / distance;
            spots[a] = (spots[a].0 + pull * dx, spots[a].1 + pull * dy);
            spots[b] = (spots[b].0 - pull * dx, spots[b].1 - pull * dy);
        }
    }
    lay_down(&mut spots);
    spots
}

/// Turns a part so that it is wider than high: screens and sheets are.
fn lay_down(spots: &mut [Spot]) {
    let n = spots.len() as f64;
    let (mx, my) = spots.iter().fold((0.0, 0.0), |sum, spot| (sum.0 + spot.0 / n, sum.1 + spot.1 / n));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for &(x, y) in spots.iter() {
        xx += (x - mx) * (x - mx);
        xy += (x - mx) * (y - my);
        yy += (y - my) * (y - my);
    }
    let turn = -0.5 * (2.0 * xy).atan2(xx - yy);
    let (sin, cos) = turn.sin_cos();
    for spot in spots {
        let (x, y) = (spot.0 - mx, spot.1 - my);
        *spot = (x * cos - y * sin, x * sin + y * cos);
    }
}

fn spread(spots: &mut [Spot], rooms: &[Room], lines: &[(usize, usize)]) {
    let n = spots.len();
    for round in 0..160 {
        let mut moved = false;
        if round < 100 && n <= 200 {
            for &(a, b) in lines {
                for other in (0..n).filter(|&other| other != a && other != b) {
                    moved |= off_the_line(spots, rooms, (a, b), other);
                }
            }
        }
        for a in 0..n {
            for b in a + 1..n {
                moved |= apart(spots, rooms, a, b);
            }
        }
        if !moved {
            break;
        }
    }
}

/// Pushes two boxes apart along the shorter way; whether it had to.
fn apart(spots: &mut [Spot], rooms: &[Room], a: usize, b: usize) -> bool {
    let middle = |sign: usize| spots[sign].1 + (rooms[sign].below - rooms[sign].above) / 2.0;
    let height = |sign: usize| (rooms[sign].below + rooms[sign].above) / 2.0;
    let (dx, dy) = (spots[b].0 - spots[a].0, middle(b) - middle(a));
    let over_x = rooms[a].half + rooms[b].half - dx.abs();
    let over_y = height(a) + height(b) - dy.abs();
    if over_x <= 0.01 || over_y <= 0.01 {
        return false;
    }
    if over_x < over_y {
        let push = (over_x / 2.0 + 0.5).copysign(if dx == 0.0 { 1.0 } else { dx });
        spots[a].0 -= push;
        spots[b].0 += push;
    } else {
        let push = (over_y / 2.0 + 0.5).copysign(if dy == 0.0 { 1.0 } else { dy });
        spots[a].1 -= push;
        spots[b].1 += push;
    }
    true
}

/// Moves a sign off a line between two others; whether it had to.
fn off_the_line(spots: &mut [Spot], rooms: &[Room], line: (usize, usize), sign: usize) -> bool {
    let (a, b) = (spots[line.0], spots[line.1]);
    // The sign itself is kept free, and most of its name.
    let at = (spots[sign].0, spots[sign].1 + (rooms[sign].below - rooms[sign].above) / 3.0);
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let long = dx.hypot(dy);
    if long < 1.0 {
        return false;
    }
    let along = ((at.0 - a.0) * dx + (at.1 - a.1) * dy) / long;
    if along < 24.0 || along > long - 24.0 {
        return false;
    }
    let across = ((at.0 - a.0) * -dy + (at.1 - a.1) * dx) / long;
    let clear = 28.0;
    if across.abs() >= clear {
        return false;
    }
    let push = (clear - across.abs() + 0.5) * 0.6;
    let push = push.copysign(if across == 0.0 { 1.0 } else { across });
    spots[sign].0 += -dy / long * push;
    spots[sign].1 += dx / long * push;
    true
}

fn bounds(spots: &[Spot], rooms: &[Room]) -> (f64, f64, f64, f64) {
    spots.iter().zip(rooms).fold(
        (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY),
        |all, (&(x, y), room)| {
            (
                all.0.min(x - room.half),
                all.1.min(y - room.above),
                all.2.max(x + room.half),
                all.3.max(y + room.below),
            )
        },
    )
}

/// Sets boxes in rows on a sheet about half as high as wide.
fn shelves(boxes: &[Spot]) -> (Vec<Spot>, Spot) {
    let area: f64 = boxes.iter().map(|size| (size.0 + GAP) * (size.1 + GAP)).sum();
    let wide = boxes.iter().map(|size| size.0).fold((area * 1.9).sqrt(), f64::max);
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0f64);
    let mut size = (0.0f64, 0.0f64);
    let mut offsets = Vec::with_capacity(boxes.len());
    for &(width, height) in boxes {
        if x > 0.0 && x + width > wide {
            (x, y, row) = (0.0, y + row + GAP, 0.0);
        }
        offsets.push((x, y));
        size = (size.0.max(x + width), size.1.max(y + height));
        x += width + GAP;
        row = row.max(height);
    }
    (offsets, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> Room {
        Room { half: 50.0, above: 20.0, below: 50.0 }
    }

    fn a_case(n: usize) -> (Vec<Room>, Vec<(usize, usize)>) {
        let links = (1..n).flat_map(|a| [(a, a / 3), (a, (a * 7) % n)]).filter(|(a, b)| a != b).collect();
        (vec![room(); n], links)
    }

    #[test]
    fn no_sign_lies_on_another_and_all_lie_on_the_sheet() {
        let (rooms, links) = a_case(40);
        let (spots, size) = place(&rooms, &links);
        for a in 0..spots.len() {
            assert!(spots[a].0 >= 49.9 && spots[a].0 <= size.0 - 49.9 && spots[a].1 <= size.1 - 49.9);
            for b in a + 1..spots.len() {
                let apart =
                    (spots[a].0 - spots[b].0).abs() >= 99.0 || (spots[a].1 - spots[b].1).abs() >= 69.0;
                assert!(apart, "{a} {:?} and {b} {:?}", spots[a], spots[b]);
            }
        }
    }

    #[test]
    fn the_same_chart_is_drawn_the_same() {
        let (rooms, links) = a_case(30);
        assert_eq!(place(&rooms, &links), place(&rooms, &links));
    }

    #[test]
    fn neighbours_stand_nearer_than_strangers() {
        let (rooms, _) = a_case(12);
        let chain: Vec<(usize, usize)> = (1..12).map(|a| (a - 1, a)).collect();
        let (spots, _) = place(&rooms, &chain);
        let far = |a: usize, b: usize| (spots[a].0 - spots[b].0).hypot(spots[a].1 - spots[b].1);
        assert!((1..12).all(|a| far(a - 1, a) < far(0, 11) / 3.0));
    }

    #[test]
    fn nothing_one_sign_loops_and_parts_apart_are_placed() {
        assert!(place(&[], &[]).0.is_empty());
        assert_eq!(place(&[room()], &[(0, 0)]).0.len(), 1);
        let (spots, _) = place(&[room(); 5], &[(0, 1), (2, 3), (0, 99)]);
        assert!(spots.iter().all(|spot| spot.0.is_finite() && spot.1.is_finite()));
    }
}
