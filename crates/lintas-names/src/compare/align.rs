//! Which part of one name answers to which part of the other.

use super::{Frequencies, PartMatch, Rule};
use crate::name::Name;
use crate::script::Script;
use crate::sound::similarity;
use crate::unit::Unit;

/// Units of a name beyond this number are not matched.
const MOST_UNITS: usize = 12;
/// Likeness below which two parts are two different parts.
pub(crate) const FLOOR: f32 = 0.6;

/// Likeness below which one part is not two neighbouring parts written together.
const JOINED_FLOOR: f32 = 0.76;
/// Likeness of two spellings that may stand for one Chinese character: Tan and Chen.
const SAME_CHARACTER: f32 = 0.84;

/// One match.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    pub(crate) left: u8,
    pub(crate) right: u8,
    /// Further units that the match spans after `left` and `right`.
    pub(crate) left_more: u8,
    pub(crate) right_more: u8,
    pub(crate) likeness: f32,
    pub(crate) weight: f32,
    pub(crate) rule: Rule,
}

/// All matches of two names.
#[derive(Debug, Clone)]
pub(crate) struct Alignment {
    pub(crate) matches: Vec<Match>,
    /// Weights of all units, after frequencies.
    pub(crate) left_weights: [f32; MOST_UNITS],
    pub(crate) right_weights: [f32; MOST_UNITS],
    pub(crate) left_count: usize,
    pub(crate) right_count: usize,
    pub(crate) left_taken: u16,
    pub(crate) right_taken: u16,
    /// Syllables that both names have and that are not the same, at most two, where every mark and character counts:
    /// Vietnamese with its tones, Chinese names (not transcriptions) in characters.
    pub(crate) other_syllables: u8,
}

/// Aligns two names.
pub(crate) fn align(left: &Name, right: &Name, frequencies: &Frequencies) -> Alignment {
    let left_count = left.units.len().min(MOST_UNITS);
    let right_count = right.units.len().min(MOST_UNITS);
    let mut found = Alignment {
        matches: Vec::with_capacity(left_count.min(right_count)),
        left_weights: weights(&left.units, frequencies),
        right_weights: weights(&right.units, frequencies),
        left_count,
        right_count,
        left_taken: 0,
        right_taken: 0,
        other_syllables: 0,
    };
    let toned = left.shape.toned && right.shape.toned;
    let vietnamese = left.shape.vietnamese && right.shape.vietnamese
        || left.shape.toned && is_typed_without_marks(right, left)
        || right.shape.toned && is_typed_without_marks(left, right);
    let mut table = [[(0f32, Rule::NearSound); MOST_UNITS]; MOST_UNITS];
    for (row, from) in left.units[..left_count].iter().enumerate() {
        for (column, to) in right.units[..right_count].iter().enumerate() {
            let (mut likeness, rule) = likeness(left, from, right, to);
            let is_same_syllable = from.exact == to.exact || from.tone != 0 && from.tone == to.tone;
            if vietnamese && !is_same_syllable && rule != Rule::Initial {
                likeness = likeness.min(0.45);
            }
            if toned && from.tone != to.tone && likeness > 0.0 {
                found.other_syllables += u8::from(likeness >= 0.97);
                likeness = likeness.min(0.45);
            }
            table[row][column] = (likeness, rule);
        }
    }
    assign(&table, &mut found);
    join_neighbours(left, right, &mut found);
    if toned || (written_in_characters(left) && written_in_characters(right)) {
        let alone = |count: usize, taken: u16| count as u32 - taken.count_ones();
        let both = alone(left_count, found.left_taken).min(alone(right_count, found.right_taken));
        found.other_syllables = found.other_syllables.max(both.min(2) as u8);
    }
    forget_asides(left, &mut found.left_weights, found.left_taken);
    forget_asides(right, &mut found.right_weights, found.right_taken);
    found.matches.sort_by_key(|one| (one.left, one.right));
    found
}

fn weights(units: &[Unit], frequencies: &Frequencies) -> [f32; MOST_UNITS] {
    let mut weights = [0.0; MOST_UNITS];
    for (weight, unit) in weights.iter_mut().zip(units) {
        *weight = unit.weight * frequencies.factor(unit.exact);
    }
    weights
}

/// Whether most syllables of a name are those of a Vietnamese one without its marks: then a letter more or less makes
/// another name, as it does between two Vietnamese names, and is no habit of another language.
fn is_typed_without_marks(name: &Name, toned: &Name) -> bool {
    let shared = name.units.iter().filter(|unit| toned.units.iter().any(|other| other.exact == unit.exact));
    name.script() == Script::Latin && 2 * shared.count() > name.units.len()
}

/// A name of two to four characters, as Chinese have; longer ones transcribe foreign names, and transcriptions vary.
fn written_in_characters(name: &Name) -> bool {
    (2..=4).contains(&name.units.len()) && name.units.iter().all(|unit| unit.han != '\0')
}

/// Remarks and nicknames without a counterpart weigh nothing.
fn forget_asides(name: &Name, weights: &mut [f32; MOST_UNITS], taken: u16) {
    for (at, unit) in name.units.iter().enumerate().take(MOST_UNITS) {
        if unit.aside && taken & (1 << at) == 0 {
            weights[at] = 0.0;
        }
    }
}

/// Likeness of two units and the rule that gives it.
fn likeness(left_name: &Name, left: &Unit, right_name: &Name, right: &Unit) -> (f32, Rule) {
    if left.exact == right.exact {
        return (1.0, if left.han != '\0' { Rule::SameCharacter } else { Rule::SameSpelling });
    }
    if left.initial != 0 || right.initial != 0 {
        let letter = if left.initial != 0 { left.initial } else { right.initial };
        let (one, other) = if left.initial != 0 { (left, right) } else { (right, left) };
        let fits =
            one.initial != 0 && other.initial == 0 && other.first_letters & (1 << (letter - b'a')) != 0;
        return (if fits { 0.9 } else { 0.0 }, Rule::Initial);
    }
    if left.class != 0 && left.class == right.class {
        return (0.97, Rule::SameName);
    }
    let mut best = 0f32;
    for from in left.first_form..left.first_form + left.forms {
        let from = left_name.words.get(from);
        for to in right.first_form..right.first_form + right.forms {
            let to = right_name.words.get(to);
            let cost = from.cost + to.cost;
            let floor = best.max(FLOOR) + cost;
            if floor >= 1.0 {
                continue;
            }
            best = best.max(similarity(from, to, floor) - cost);
        }
    }
    if best < SAME_CHARACTER
        && left.chinese
        && right.chinese
        && share_character(left_name, left, right_name, right)
    {
        return (SAME_CHARACTER, Rule::SameCharacter);
    }
    (best, if best >= 0.93 { Rule::SameSound } else { Rule::NearSound })
}

/// Whether two syllables may stand for one character.
fn share_character(left_name: &Name, left: &Unit, right_name: &Name, right: &Unit) -> bool {
    let characters = |name: &Name, unit: &Unit| {
        name.units
            .iter()
            .position(|other| std::ptr::eq(other, unit))
            .and_then(|at| name.details.get(at))
            .map_or(&[][..], |detail| detail.characters)
    };
    let right = characters(right_name, right);
    characters(left_name, left).iter().any(|letter| right.contains(letter))
}

/// Picks the matches whose likenesses, by weight, sum to the most: exactly for up to eight units on the shorter side.
fn assign(table: &[[(f32, Rule); MOST_UNITS]; MOST_UNITS], found: &mut Alignment) {
    let gain = |row: usize, column: usize| {
        let likeness = table[row][column].0;
        if likeness < FLOOR {
            0.0
        } else {
            (likeness - 0.5) * (found.left_weights[row] + found.right_weights[column])
        }
    };
    let (rows, columns) = (found.left_count, found.right_count);
    let flipped = rows > columns;
    let (short, long) = if flipped { (columns, rows) } else { (rows, columns) };
    let gain_of = |one: usize, other: usize| if flipped { gain(other, one) } else { gain(one, other) };
    let mut chosen = [usize::MAX; MOST_UNITS];
    // The best column of every row, when no two rows want the same, is already the best assignment.
    let mut wanted = 0u16;
    let mut clash = false;
    for (one, choice) in chosen.iter_mut().enumerate().take(short) {
        let mut best = 0.0;
        for other in 0..long {
            let gain = gain_of(one, other);
            if gain > best {
                best = gain;
                *choice = other;
            }
        }
        if *choice != usize::MAX {
            clash |= wanted & (1 << *choice) != 0;
            wanted |= 1 << *choice;
        }
    }
    if clash {
        if short <= 8 {
            exact(short, long, &gain_of, &mut chosen)
        } else {
            greedy(short, long, &gain_of, &mut chosen)
        }
    }
    for (one, &other) in chosen[..short].iter().enumerate().filter(|(_, other)| **other != usize::MAX) {
        let (row, column) = if flipped { (other, one) } else { (one, other) };
        let (likeness, rule) = table[row][column];
        found.left_taken |= 1 << row;
        found.right_taken |= 1 << column;
        found.matches.push(Match {
            left: row as u8,
            right: column as u8,
            left_more: 0,
            right_more: 0,
            likeness,
            weight: (found.left_weights[row] + found.right_weights[column]) / 2.0,
            rule,
        });
    }
}

fn exact(short: usize, long: usize, gain: &dyn Fn(usize, usize) -> f32, chosen: &mut [usize; MOST_UNITS]) {
    let sets = 1usize << short;
    let mut best = vec![f32::MIN; sets * (long + 1)];
    let mut took = vec![usize::MAX; sets * (long + 1)];
    best[0] = 0.0;
    for other in 0..long {
        for set in 0..sets {
            let so_far = best[other * sets + set];
            if so_far == f32::MIN {
                continue;
            }
            let skip = (other + 1) * sets + set;
            if so_far > best[skip] {
                best[skip] = so_far;
                took[skip] = usize::MAX;
            }
            for one in 0..short {
                if set & (1 << one) == 0 {
                    let value = so_far + gain(one, other);
                    let next = (other + 1) * sets + (set | 1 << one);
                    if value > best[next] {
                        best[next] = value;
                        took[next] = one;
                    }
                }
            }
        }
    }
    let mut set =
        (0..sets).max_by(|a, b| best[long * sets + a].total_cmp(&best[long * sets + b])).unwrap_or(0);
    chosen.fill(usize::MAX);
    for other in (0..long).rev() {
        let one = took[(other + 1) * sets + set];
        if one != usize::MAX {
            if gain(one, other) > 0.0 {
                chosen[one] = other;
            }
            set &= !(1 << one);
        }
    }
}

fn greedy(short: usize, long: usize, gain: &dyn Fn(usize, usize) -> f32, chosen: &mut [usize; MOST_UNITS]) {
    chosen.fill(usize::MAX);
    let mut all: Vec<(f32, usize, usize)> = (0..short)
        .flat_map(|one| (0..long).map(move |other| (one, other)))
        .map(|(one, other)| (gain(one, other), one, other))
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut taken = 0u16;
    for (value, one, other) in all {
        if value > 0.0 && chosen[one] == usize::MAX && taken & (1 << other) == 0 {
            chosen[one] = other;
            taken |= 1 << other;
        }
    }
}

/// Where a match is poor or missing, tries one part of one name against two neighbouring parts of the other.
fn join_neighbours(left: &Name, right: &Name, found: &mut Alignment) {
    let good = |one: &Match| one.likeness > 0.9;
    if found.matches.len() == found.left_count.min(found.right_count) && found.matches.iter().all(good) {
        return;
    }
    loop {
        let mut best: Option<(f32, Match)> = None;
        // A part that found its counterpart is not looked for in a joined word.
        let (mut left_good, mut right_good) = (0u16, 0u16);
        for one in found.matches.iter().filter(|one| good(one)) {
            left_good |= span(one.left, one.left_more);
            right_good |= span(one.right, one.right_more);
        }
        for left_first in 0..found.left_count {
            for right_first in 0..found.right_count {
                let (left_done, right_done) =
                    (left_good & (1 << left_first) != 0, right_good & (1 << right_first) != 0);
                if left_done && right_done {
                    continue;
                }
                for (left_more, right_more) in [(1u8, 0u8), (0, 1), (2, 0), (0, 2), (3, 0), (0, 3)] {
                    if if left_more > 0 { right_done } else { left_done } {
                        continue;
                    }
                    let Some((gain, one)) =
                        try_join(left, right, found, left_first, left_more, right_first, right_more)
                    else {
                        continue;
                    };
                    if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                        best = Some((gain, one));
                    }
                }
            }
        }
        let Some((_, one)) = best else { return };
        found.matches.retain(|old| !overlaps(old, &one));
        found.matches.push(one);
        found.left_taken = found.matches.iter().fold(0, |set, m| set | span(m.left, m.left_more));
        found.right_taken = found.matches.iter().fold(0, |set, m| set | span(m.right, m.right_more));
    }
}

fn span(first: u8, more: u8) -> u16 {
    ((1u16 << (more + 1)) - 1) << first
}

fn overlaps(old: &Match, new: &Match) -> bool {
    span(old.left, old.left_more) & span(new.left, new.left_more) != 0
        || span(old.right, old.right_more) & span(new.right, new.right_more) != 0
}

fn try_join(
    left: &Name,
    right: &Name,
    found: &Alignment,
    left_first: usize,
    left_more: u8,
    right_first: usize,
    right_more: u8,
) -> Option<(f32, Match)> {
    if left_first + left_more as usize >= found.left_count
        || right_first + right_more as usize >= found.right_count
    {
        return None;
    }
    let (joined, first, more) =
        if left_more > 0 { (left, left_first, left_more) } else { (right, right_first, right_more) };
    let longer = joined.shape.neighbours[usize::from(more) - 1] + first as u16;
    let (other, single) =
        if left_more > 0 { (right, &right.units[right_first]) } else { (left, &left.units[left_first]) };
    let mut likeness = 0f32;
    for form in single.first_form..single.first_form + single.forms {
        if joined.words.could_be(longer, &other.words, form) {
            let form = other.words.get(form);
            likeness = likeness.max(similarity(joined.words.get(longer), form, JOINED_FLOOR) - form.cost);
        }
    }
    if likeness < JOINED_FLOOR {
        return None;
    }
    let one = Match {
        left: left_first as u8,
        right: right_first as u8,
        left_more,
        right_more,
        likeness,
        weight: 0.0,
        rule: Rule::Joined,
    };
    let left_weight: f32 = (0..=left_more as usize).map(|more| found.left_weights[left_first + more]).sum();
    let right_weight: f32 =
        (0..=right_more as usize).map(|more| found.right_weights[right_first + more]).sum();
    let weight = (left_weight + right_weight) / 2.0;
    let lost: f32 = found
        .matches
        .iter()
        .filter(|old| overlaps(old, &one))
        .map(|old| (old.likeness - 0.5) * old.weight)
        .sum();
    let gain = (likeness - 0.5) * weight - lost - 0.02;
    (gain > 0.0).then_some((gain, Match { weight, ..one }))
}

impl Match {
    /// The match as shown to a reader.
    pub(crate) fn explain(&self, left: &Name, right: &Name) -> PartMatch {
        PartMatch {
            left: words(left, self.left, self.left_more),
            right: words(right, self.right, self.right_more),
            rule: self.rule,
            likeness: f64::from(self.likeness),
            weight: f64::from(self.weight),
        }
    }
}

fn words(name: &Name, first: u8, more: u8) -> String {
    let details = &name.details[first as usize..=(first + more) as usize];
    let texts: Vec<&str> = details.iter().map(|detail| detail.text.as_str()).collect();
    texts.join(" ")
}

impl Alignment {
    pub(crate) fn left_only(&self, left: &Name) -> Vec<String> {
        rest(left, self.left_count, self.left_taken)
    }

    pub(crate) fn right_only(&self, right: &Name) -> Vec<String> {
        rest(right, self.right_count, self.right_taken)
    }
}

fn rest(name: &Name, count: usize, taken: u16) -> Vec<String> {
    (0..count).filter(|at| taken & (1 << at) == 0).map(|at| name.details[at].text.clone()).collect()
}
