//! A pair of names as a few figures.

use super::Frequencies;
use super::align::{Alignment, FLOOR};
use crate::name::Name;
use crate::script::Script;
use crate::sound::similarity;

/// Number of features.
pub const FEATURES: usize = 34;

/// Values of the features of one pair, in the order of the table of weights.
pub type Features = [f32; FEATURES];

/// Features of a pair; `None` when a name has no part that can be compared. For fitting the weights.
pub fn features(left: &Name, right: &Name, frequencies: &Frequencies) -> Option<Features> {
    let (left, right, _) = super::in_order(left, right);
    Some(of(left, right, &super::alignment(left, right, frequencies)?))
}

/// Kinds of pairs that are weighed differently, the columns of the table of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Burmese name in its script against any other: a name is a handful of common syllables.
    Burmese,
    /// Chinese characters against any other: every character has many readings.
    Chinese,
    /// One word against one word.
    WordAndWord,
    /// One word against several.
    WordAndName,
    /// Several words against several.
    NameAndName,
}

/// Kind of a pair.
pub fn kind(left: &Name, right: &Name) -> Kind {
    let has = |script: Script| left.script() == script || right.script() == script;
    let words = |name: &Name| name.units.iter().filter(|unit| !unit.aside).count();
    if has(Script::Myanmar) {
        Kind::Burmese
    } else if has(Script::Han) {
        Kind::Chinese
    } else {
        match (words(left), words(right)) {
            (0 | 1, 0 | 1) => Kind::WordAndWord,
            (0 | 1, _) | (_, 0 | 1) => Kind::WordAndName,
            _ => Kind::NameAndName,
        }
    }
}

pub(crate) fn of(left: &Name, right: &Name, alignment: &Alignment) -> Features {
    let mut values = [0.0; FEATURES];
    let sum = |weights: &[f32], count: usize| weights[..count].iter().sum::<f32>().max(0.05);
    let left_weight = sum(&alignment.left_weights, alignment.left_count);
    let right_weight = sum(&alignment.right_weights, alignment.right_count);
    let (short_is_left, short_weight, long_weight) = if left_weight <= right_weight {
        (true, left_weight, right_weight)
    } else {
        (false, right_weight, left_weight)
    };

    let mut agreed_left = 0.0;
    let mut agreed_right = 0.0;
    let mut evidence = 0.0;
    let mut strong = 0.0f32;
    let mut initials = 0.0;
    let mut joined_parts = 0.0;
    let mut worst = 1.0f32;
    let mut doubt = 0.0;
    let (mut best, mut best_same) = (0.0f32, 0.0f32);
    for one in &alignment.matches {
        let quality = quality(one.likeness);
        let of_left: f32 = weight_of(&alignment.left_weights, one.left, one.left_more);
        let of_right: f32 = weight_of(&alignment.right_weights, one.right, one.right_more);
        agreed_left += of_left * quality;
        agreed_right += of_right * quality;
        evidence += one.weight * quality;
        match one.rule {
            super::Rule::Initial => initials += 1.0,
            super::Rule::Joined => joined_parts += 1.0,
            _ => {}
        }
        if one.likeness >= 0.93 && one.weight >= 0.5 {
            strong += 1.0;
        }
        if one.likeness >= 0.9 && one.rule != super::Rule::Initial {
            best = best.max(one.weight * one.likeness);
        }
        if one.rule == super::Rule::SameSpelling {
            best_same = best_same.max(one.weight);
        }
        doubt += one.weight * (1.0 - one.likeness);
        if one.weight >= 0.25 {
            worst = worst.min(one.likeness);
        }
    }
    let lost = |weights: &[f32], count: usize, taken: u16| -> (f32, f32) {
        (0..count)
            .filter(|at| taken & (1 << at) == 0)
            .map(|at| weights[at])
            .fold((0.0, 0.0), |(sum, most), w| (sum + w, w.max(most)))
    };
    let (left_lost, left_lost_most) =
        lost(&alignment.left_weights, alignment.left_count, alignment.left_taken);
    let (right_lost, right_lost_most) =
        lost(&alignment.right_weights, alignment.right_count, alignment.right_taken);
    let (short_lost, long_lost) =
        if short_is_left { (left_lost, right_lost) } else { (right_lost, left_lost) };
    let conflict = left_lost_most.min(right_lost_most);
    let short_cover = (if short_is_left { agreed_left } else { agreed_right } / short_weight).min(1.0);
    let long_cover = (if short_is_left { agreed_right } else { agreed_left } / long_weight).min(1.0);
    let whole = joined_likeness(left, right);
    let last = alignment.matches.iter().any(|one| {
        usize::from(one.left + one.left_more) + 1 == alignment.left_count
            && usize::from(one.right + one.right_more) + 1 == alignment.right_count
            && one.likeness >= 0.8
    });
    let crossed = alignment.matches.windows(2).filter(|pair| pair[1].right < pair[0].right).count() as f32;
    let kind = kind(left, right);
    let single = f32::from(u8::from(matches!(kind, Kind::WordAndName | Kind::WordAndWord)));
    let both_single = f32::from(u8::from(kind == Kind::WordAndWord));

    let mut at = 0;
    let mut put = |value: f32| {
        values[at] = value;
        at += 1;
    };
    put(1.0);
    put(short_cover);
    put(long_cover);
    put((short_cover - 0.75).max(0.0));
    put((short_cover - 0.93).max(0.0) * 10.0);
    put((long_cover - 0.75).max(0.0));
    let worst = if alignment.matches.is_empty() { 0.4 } else { worst };
    put(worst);
    put(conflict);
    put(short_lost.min(long_lost));
    put((short_lost - long_lost).abs().min(3.0));
    put(evidence.min(1.8));
    put((evidence - 1.0).clamp(0.0, 1.0));
    put(f32::from(u8::from(strong >= 2.0)));
    put(whole);
    put((whole - 0.85).max(0.0) * 5.0);
    put(f32::from(u8::from(initials > 0.0 && left_lost + right_lost == 0.0)));
    put(joined_parts);
    put(f32::from(alignment.other_syllables.min(2)));
    put(f32::from(u8::from(last)));
    put(crossed.min(2.0));
    put(single * short_cover);
    put(both_single);
    put(f32::from(u8::from(
        left.shape.suffix != right.shape.suffix && left.shape.suffix != 0 && right.shape.suffix != 0,
    )));
    put(doubt);
    put(best);
    put(best_same);
    put(short_cover * long_cover);
    put(evidence.min(3.0) * conflict);
    put((worst - 0.8).max(0.0) * 5.0);
    put((conflict - 0.6).max(0.0));
    put(f32::from(u8::from(alignment.matches.is_empty())));
    let native = |script: Script| left.script() == script || right.script() == script;
    put(f32::from(u8::from(native(Script::Thai) || native(Script::Lao) || native(Script::Khmer))));
    put(f32::from(u8::from(native(Script::Bengali))));
    put(f32::from(u8::from(native(Script::Arabic))));
    values
}

/// Likeness as agreement: nothing at the floor, all at one.
fn quality(likeness: f32) -> f32 {
    ((likeness - FLOOR + 0.1) / (1.1 - FLOOR)).clamp(0.0, 1.0)
}

fn weight_of(weights: &[f32], first: u8, more: u8) -> f32 {
    (0..=more).map(|step| weights[usize::from(first + step)]).sum()
}

/// Likeness of both names written as one word each.
fn joined_likeness(left: &Name, right: &Name) -> f32 {
    match (left.shape.joined, right.shape.joined) {
        (Some(one), Some(other)) => similarity(left.words.get(one), right.words.get(other), 0.6),
        _ => 0.0,
    }
}
