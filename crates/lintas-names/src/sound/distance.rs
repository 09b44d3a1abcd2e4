//! The cheapest way to turn one string of sounds into another.

use super::costs::{PRICES, SOUNDS};
use super::encode::{CODA, encode};

/// Words longer than this many sounds are compared by their beginning.
const LONGEST: usize = 40;

/// A word as sounds, ready to be compared many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sounds {
    length: u8,
    /// Consonants that open or close, as a set, for ruling out hopeless pairs.
    consonants: u32,
    /// Sum of the one-sided prices: what it would cost to lose the word, in hundredths of a consonant.
    weight: u16,
    sounds: [u8; LONGEST],
    one_sided: [u8; LONGEST],
}

impl Sounds {
    /// Sounds of a lower-case ASCII spelling; other characters are skipped.
    pub fn of(latin: &str) -> Self {
        let mut encoded = Vec::with_capacity(latin.len());
        encode(latin, &mut encoded);
        Self::from_encoded(&encoded)
    }

    fn from_encoded(encoded: &[u8]) -> Self {
        let encoded = &encoded[..encoded.len().min(LONGEST)];
        let mut word = Self {
            length: encoded.len() as u8,
            consonants: 0,
            weight: 0,
            sounds: [0; LONGEST],
            one_sided: [0; LONGEST],
        };
        for (at, &sound) in encoded.iter().enumerate() {
            let price = PRICES.one_sided_at(encoded, at);
            word.sounds[at] = super::costs::index(sound);
            word.one_sided[at] = price;
            word.weight += u16::from(price);
            word.consonants |= family(sound & !CODA);
        }
        word
    }

    /// Number of sounds.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether there is no sound at all.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// What the word weighs, in hundredths of a consonant.
    pub fn weight(&self) -> u16 {
        self.weight
    }

    /// The sounds as numbers of the price table, for hashing.
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.sounds[..self.length as usize]
    }
}

/// Families of consonants that are written for each other; two words that share none are different words.
fn family(sound: u8) -> u32 {
    match sound {
        b't' | b'T' | b'd' | b'D' => 1,
        b'p' | b'P' | b'b' | b'B' | b'f' | b'v' | b'w' => 1 << 1,
        b'k' | b'K' | b'g' | b'G' | b'q' | b'c' => 1 << 2,
        b's' | b'S' | b'z' | b'Z' | b'x' | b'X' => 1 << 3,
        b'C' | b'j' | b'J' => 1 << 4,
        b'm' => 1 << 5,
        b'n' | b'N' | b'Y' => 1 << 6,
        b'r' => 1 << 7,
        b'l' => 1 << 8,
        // h and y come and go, vowels are in every word.
        _ => 0,
    }
}

/// Likeness of two words in [0, 1]: one minus the price of turning one into the other over their mean weight. Below
/// `floor` the exact figure does not matter and 0 is returned.
pub fn similarity(left: &Sounds, right: &Sounds, floor: f32) -> f32 {
    // Words with so many families of consonants not shared are two words whatever the price of the rest.
    let most = if left.length.max(right.length) <= 5 { 2 } else { 3 };
    if (left.consonants ^ right.consonants).count_ones() > most {
        return 0.0;
    }
    if left.length == right.length && left.as_slice() == right.as_slice() {
        return if left.length == 0 { 0.0 } else { 1.0 };
    }
    let mean = (f32::from(left.weight) + f32::from(right.weight)) / 2.0;
    if mean == 0.0 {
        return 0.0;
    }
    let limit = (mean * (1.0 - floor)) as u16;
    match distance(left, right, limit) {
        Some(distance) => 1.0 - f32::from(distance) / mean,
        None => 0.0,
    }
}

/// Price of turning one word into the other, in hundredths of a consonant; `None` when it is above `limit`.
pub fn distance(left: &Sounds, right: &Sounds, limit: u16) -> Option<u16> {
    let (left, right) = if left.length <= right.length { (left, right) } else { (right, left) };
    // A sound is never replaced by one that much lighter or heavier, so the weights themselves bound the price from below.
    if right.weight.abs_diff(left.weight) > limit.saturating_add(limit / 2).saturating_add(40) {
        return None;
    }
    let prices = &PRICES.substitute;
    let columns = left.length as usize;
    let sounds = &left.sounds[..columns];
    let lost = &left.one_sided[..columns];
    let mut row = [0u16; LONGEST + 1];
    let mut sum = 0;
    for (cell, price) in row[1..=columns].iter_mut().zip(lost) {
        sum += u16::from(*price);
        *cell = sum;
    }
    for (&sound, &drop_right) in right.sounds.iter().zip(&right.one_sided).take(right.length as usize) {
        let base = sound as usize * SOUNDS;
        let substitute = &prices[base..base + SOUNDS];
        let drop_right = u16::from(drop_right);
        let mut diagonal = row[0];
        let mut before = diagonal + drop_right;
        row[0] = before;
        let mut least = before;
        for ((cell, &sound), &drop_left) in row[1..=columns].iter_mut().zip(sounds).zip(lost) {
            let substituted = diagonal + u16::from(substitute[sound as usize % SOUNDS]);
            diagonal = *cell;
            let dropped = (diagonal + drop_right).min(before + u16::from(drop_left));
            before = substituted.min(dropped);
            *cell = before;
            least = least.min(before);
        }
        if least > limit {
            return None;
        }
    }
    (row[columns] <= limit).then_some(row[columns])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(left: &str, right: &str) -> f32 {
        similarity(&Sounds::of(left), &Sounds::of(right), 0.0)
    }

    #[test]
    fn spellings_of_one_name_are_nearer_than_two_names() {
        for (left, near, far) in [
            ("thanaphat", "tanapat", "thanaphan"),
            ("soeharto", "suharto", "soenarto"),
            ("watcharaphon", "vacharapol", "watcharaphong"),
            ("choudhury", "chaudhuri", "choudhary"),
            ("achmad", "ahmad", "asmad"),
        ] {
            assert!(like(left, near) > like(left, far), "{left} {near} {far} {} {}", like(left, near), like(left, far));
        }
    }
}
